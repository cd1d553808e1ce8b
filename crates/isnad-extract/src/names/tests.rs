use super::label;
use encoding_rs::WINDOWS_1256;

fn check(raw: &[u8], expect: &str) {
    assert_eq!(label(raw, || "otherwise".to_owned()), expect);
}

#[test]
fn names_as_people_wrote_them() {
    check("../صور".as_bytes(), "../صور");
    check(&WINDOWS_1256.encode("شهادة وفاة 12.pdf").0, "شهادة وفاة 12.pdf");
    // é in code page 437, and a box-drawing sign.
    check(b"r\x82union.txt", "otherwise");
    check(b"\xC9\xCD\xBB", "otherwise");
}
