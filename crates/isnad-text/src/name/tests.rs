use proptest::prelude::*;

use super::*;

#[test]
fn the_list_of_words_is_sound() {
    assert_eq!(lex::faults(), Vec::<String>::new());
}

/// What the columns of `tables/names.tsv` behind the first say.
fn told(written: &str) -> String {
    let read = read(written);
    let parts = read.parts.iter().map(|(part, words)| format!("{} {words}", part.code()));
    let parts = parts.collect::<Vec<_>>().join(" | ");
    format!("{parts}\t{}\t{}", read.honorifics.join(" | "), read.aliases.join(" | ")).trim_end().to_owned()
}

#[test]
fn names_are_read_as_the_table_says() {
    let table = include_str!("../../tables/names.tsv");
    let mut faults = Vec::new();
    let mut n_rows = 0;
    for (number, line) in
        table.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty())
    {
        let (written, expect) = line.split_once('\t').unwrap_or((line, ""));
        n_rows += 1;
        let told = told(written);
        if told != expect.trim_end() {
            faults.push(format!("{}: {written}\n    is  {told}\n    not {expect}", number + 1));
        }
    }
    assert!(faults.is_empty(), "{} of {n_rows}\n{}", faults.len(), faults.join("\n"));
    assert!(n_rows >= 250, "{n_rows} rows");
}

#[test]
fn long_hostile_texts_are_read_in_one_pass() {
    for piece in
        ["بن ", "أبو ", "«", "(a)", "alias ", "عبد ال ", "Dr. ", "، ", "a,", "و", "المعروف ب", "al-", "A B "]
    {
        let text = piece.repeat(60_000 / piece.len());
        let words: usize = read(&text).parts.iter().map(|(_, words)| words.len()).sum();
        assert!(words <= text.len(), "{piece}");
    }
}

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("أحمد"),
        Just("الحسن"),
        Just("عبد"),
        Just("الرحمن"),
        Just("أبو"),
        Just("بن"),
        Just("الدين"),
        Just("وفاطمة"),
        Just("العقيد"),
        Just("د."),
        Just("«"),
        Just("»"),
        Just("("),
        Just(")"),
        Just("،"),
        Just("المعروف"),
        Just("بقيصر"),
        Just("والدته"),
        Just("Ahmad"),
        Just("HASAN"),
        Just("al"),
        Just("al-Homsi"),
        Just("bin"),
        Just("Ben"),
        Just(","),
        Just("alias"),
        Just("Dr."),
        Just("رحمه الله"),
        Just("3"),
        Just("\u{200f}"),
        Just("/"),
        Just("unknown"),
    ];
    proptest::collection::vec(word, 0..9).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn a_name_has_no_word_that_was_not_written(text in words()) {
        let name = read(&text);
        let parts = name.parts.iter().map(|(_, words)| words).chain(&name.honorifics).chain(&name.aliases);
        for words in parts {
            prop_assert!(!words.trim().is_empty());
            for word in words.split_whitespace() {
                prop_assert!(text.contains(word), "{} in {}", word, text);
            }
        }
    }

    #[test]
    fn no_text_is_a_fault(text in "\\PC{0,40}") {
        let _ = read(&text);
    }
}
