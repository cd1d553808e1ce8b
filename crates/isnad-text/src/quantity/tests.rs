use proptest::prelude::*;

use super::*;

#[test]
fn quantities_as_people_write_them() {
    let check = |words: &str, expect: Option<(&str, &str)>| {
        let got = read(words).map(|it| (it.min.unwrap_or_default(), it.max.unwrap_or_default()));
        let expect = expect.map(|(min, max)| (min.to_owned(), max.to_owned()));
        assert_eq!(got, expect, "{words}");
    };
    check("34", Some(("34", "34")));
    check("٣٤", Some(("34", "34")));
    check("٣٤ شخصاً", Some(("34", "34")));
    check("16,000", Some(("16000", "16000")));
    check("١٦٬٠٠٠", Some(("16000", "16000")));
    check("1 234 567", Some(("1234567", "1234567")));
    check("أكثر من ١٦٬٠٠٠", Some(("16000", "")));
    check("at least 12", Some(("12", "")));
    check("au moins 12", Some(("12", "")));
    check("less than 5", Some(("", "5")));
    check("أقل من ٥", Some(("", "5")));
    check("between 50 and 60", Some(("50", "60")));
    check("بين ٥٠ و٦٠", Some(("50", "60")));
    check("50-60", Some(("50", "60")));
    check("50–60 persons", Some(("50", "60")));
    check("3.5", Some(("3.5", "3.5")));
    check("٣٫٥", Some(("3.5", "3.5")));
    check("12,5", Some(("12.5", "12.5")));
    check("dozens", None);
    check("عشرات", None);
    check("", None);
    check("12 and 3 dogs", None);
    check("1,23,4", None);
    check("-5", None);
}

#[test]
fn a_mark_that_can_be_taken_in_two_ways_is_told() {
    let is_ambiguous = |words| read(words).map(|it: Quantity| !it.doubts.is_empty());
    assert_eq!(is_ambiguous("1.234"), Some(true));
    assert_eq!(is_ambiguous("1.234.567"), Some(false));
    assert_eq!(is_ambiguous("1.5"), Some(false));
}

proptest! {
    #[test]
    fn no_words_break_it(words in "\\PC{0,220}") {
        let _whatever = read(&words);
    }

    #[test]
    fn every_number_is_itself(n in any::<u64>()) {
        let read = read(&n.to_string()).expect("a number");
        prop_assert_eq!(read.min, Some(n.to_string()));
    }
}
