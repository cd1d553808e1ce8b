use super::with_nothing_named;

#[test]
fn a_code_without_letters_is_named() {
    let check = |map: &str, expect: &str| {
        assert_eq!(String::from_utf8(with_nothing_named(map.as_bytes())).expect("ASCII"), expect);
    };
    check("<01> <>\n<02> < >", "<01> <200B>\n<02> <200B >");
    check("<01> <0041>", "<01> <0041>");
    check("<< >> <", "<< >> <");
}
