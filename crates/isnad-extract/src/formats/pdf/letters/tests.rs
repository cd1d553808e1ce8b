use super::letters_of;

#[test]
fn what_a_mapping_means() {
    let check =
        |mapped: &str, expect: Option<&str>| assert_eq!(letters_of(mapped).as_deref(), expect, "{mapped:?}");
    check("a", Some("a"));
    check("\u{FEFB}", Some("لا"));
    check("\u{FB01}", Some("fi"));
    check("\t", Some(" "));
    check("\u{A0}", Some("\u{A0}"));
    check("\u{AD}", Some("-"));
    // Direction controls are nothing to be read.
    check("\u{202B}ع\u{202C}", Some("ع"));
    check("\u{200F}", Some(""));
    // What cannot be meant.
    check("", None);
    check("\0", None);
    check("\u{FFFD}", None);
    check("\u{F0B7}", None);
    check("a\u{E000}", None);
    check("\u{FFFF}", None);
}
