use proptest::prelude::*;

use super::*;

#[test]
fn the_list_of_words_is_sound() {
    assert_eq!(lex::faults(), Vec::<String>::new());
}

/// What the second and third column of `tables/quantities.tsv` say.
fn told(written: &str) -> String {
    let Some(read) = read(written) else { return "!".to_owned() };
    let number = match (&read.min, &read.max) {
        (Some(min), Some(max)) if min == max => min.clone(),
        (min, max) => {
            let text = |it: &Option<String>| it.clone().unwrap_or_else(|| "..".to_owned());
            format!("{}/{}", text(min), text(max))
        }
    };
    let mut beside: Vec<String> = Vec::new();
    beside.extend(read.approximate.then(|| "about".to_owned()));
    for doubt in &read.doubts {
        beside.push(format!("{}={}", doubt.code().trim_start_matches("quantity-"), doubt.about()));
    }
    format!("{number}\t{}\t{}", read.unit_words, beside.join(" ")).trim_end().to_owned()
}

#[test]
fn quantities_are_read_as_the_table_says() {
    let table = include_str!("../../tables/quantities.tsv");
    let mut faults = Vec::new();
    let mut n_rows = 0;
    for (number, line) in
        table.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty())
    {
        let (written, expect) = line.split_once('\t').unwrap();
        n_rows += 1;
        let told = told(written);
        if told != expect {
            faults.push(format!("{}: {written}\n    is  {told}\n    not {expect}", number + 1));
        }
    }
    assert!(faults.is_empty(), "{} of {n_rows}\n{}", faults.len(), faults.join("\n"));
    assert!(n_rows >= 100, "{n_rows} rows");
}

#[test]
fn long_hostile_texts_are_read_in_one_pass() {
    for piece in
        ["1 ", "1,", "1 000 ", "one ", "and ", "بين ", "و", "hundred ", "thousand million ", "quatre-vingt-"]
    {
        let text = piece.repeat(60_000 / piece.len());
        // What matters is that it ends; some of them are numbers of too many digits.
        assert!(read(&text).is_none_or(|it| it.min.is_none_or(|min| min.len() < 40)), "{piece}");
    }
}

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("34"),
        Just("1.234"),
        Just("16,000"),
        Just("٥٠"),
        Just("hundred"),
        Just("thousand"),
        Just("five"),
        Just("عشرون"),
        Just("و"),
        Just("and"),
        Just("between"),
        Just("بين"),
        Just("quatre-vingt"),
        Just("million"),
        Just("dozen"),
        Just("half"),
        Just("-"),
        Just("about"),
        Just("آلاف"),
        Just("ألفان"),
        Just("at least"),
        Just("persons"),
        Just("or more"),
        Just("99999999999999999999"),
        Just("مليار"),
    ];
    let space = prop_oneof![3 => Just(" "), 1 => Just("")];
    proptest::collection::vec((word, space), 0..8)
        .prop_map(|all| all.into_iter().map(|(word, space)| format!("{word}{space}")).collect())
}

proptest! {
    #[test]
    fn what_is_printed_is_read_again_as_the_same(text in words()) {
        let Some(read) = read(&text) else { return Ok(()) };
        for number in [&read.min, &read.max].into_iter().flatten() {
            // A fraction of three digits would be told as doubtful, and be read as thousands.
            if number.split_once('.').is_none_or(|(_, broken)| broken.len() != 3) {
                prop_assert_eq!(super::read(number).and_then(|again| again.min), Some(number.clone()));
            }
        }
        for doubt in read.doubts {
            prop_assert!(crate::doubt::CODES.iter().any(|(code, _)| *code == doubt.code()));
        }
    }

    #[test]
    fn no_text_is_a_fault(text in "\\PC{0,40}") {
        let _ = read(&text);
    }
}
