use super::*;

#[test]
fn numbers_that_a_spreadsheet_rounded() {
    let check = |text: &str, expect: bool| assert_eq!(is_rounded(text), expect, "{text}");
    for rounded in
        ["1.23457E+11", "1.2E+15", "-1.5e11", "1,23457E+11", "1234567890123450", "12345678901234500000"]
    {
        check(rounded, true);
    }
    for whole in
        ["", "-", "123456789012", "1234567890123456", "1.5E+3", "12E45X", "E+11", "0000000000000000", "1e-11"]
    {
        check(whole, false);
    }
}

#[test]
fn what_cannot_be_seen() {
    let check = |text: &str, expect| {
        let Seen { controls, directions, lost } = over(text.as_bytes());
        assert_eq!((controls, directions, lost), expect, "{text:?}");
    };
    check("أحمد\tعبد\r\nالله", (false, false, false));
    check("é “x” ‰", (false, false, false));
    check("a\u{fffd}", (false, false, true));
    check("a\0", (true, false, false));
    check("\u{85}", (true, false, false));
    check("\u{a0}", (false, false, false));
    for turn in ['\u{200e}', '\u{200f}', '\u{202a}', '\u{202e}', '\u{2066}', '\u{2069}', '\u{61c}'] {
        check(&turn.to_string(), (false, true, false));
    }
}
