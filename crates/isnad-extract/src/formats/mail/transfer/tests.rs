use super::*;
use base64::{Engine, engine::general_purpose::STANDARD};
use proptest::prelude::*;

fn check(transfer: Transfer, body: &[u8], expect: (&[u8], u64)) {
    let (bytes, damaged) = transfer.bytes(body);
    assert_eq!((bytes.as_slice(), damaged), expect, "{}", String::from_utf8_lossy(body));
}

#[test]
fn names() {
    let check = |name: Option<&str>, expect| assert_eq!(Transfer::named(name), expect, "{name:?}");
    check(None, Transfer::Identity);
    check(Some("8BIT"), Transfer::Identity);
    check(Some(" Base64 (as always)"), Transfer::Base64);
    check(Some("quoted-printable;"), Transfer::QuotedPrintable);
    check(Some("x-uuencode"), Transfer::Uuencode);
    check(Some("rot13"), Transfer::Unknown);
}

#[test]
fn base64_sound_and_damaged() {
    let check = |body: &str, expect: &str, damaged| {
        check(Transfer::Base64, body.as_bytes(), (expect.as_bytes(), damaged))
    };
    check("d29y\r\nZHM=", "words", 0);
    check("d29yZHM", "words", 0);
    // Two texts under one another, each with its end.
    check("d29y\nZHM=\nd29yZHM=", "wordswords", 0);
    check("d2*9y!ZHM=", "words", 2);
    check("d29yZ", "wor", 1);
    check("====", "", 0);
    check("", "", 0);
}

#[test]
fn quoted_printable_sound_and_damaged() {
    let check = |body: &str, expect: &[u8], damaged| {
        check(Transfer::QuotedPrintable, body.as_bytes(), (expect, damaged))
    };
    check("a=3Db", b"a=b", 0);
    check("soft=\r\nly", b"softly", 0);
    check("soft=  \nly", b"softly", 0);
    check("hard  \r\nline", b"hard\r\nline", 0);
    check("=d8=b1", "ر".as_bytes(), 0);
    check("50=% of =G1", b"50=% of =G1", 2);
    check("end=", b"end", 0);
    check("end=4", b"end=4", 1);
}

#[test]
fn uuencoded_texts() {
    let check =
        |body: &str, expect: &[u8], damaged| check(Transfer::Uuencode, body.as_bytes(), (expect, damaged));
    check("begin 644 a.txt\n%=V]R9',\n`\nend\n", b"words", 0);
    check("begin 644 a.txt\r\n%=V]R\r\n", b"wor", 1);
    check("words", b"", 1);
}

proptest! {
    #[test]
    fn what_was_encoded_comes_back(bytes in prop::collection::vec(any::<u8>(), 0..600), width in 1..80usize) {
        let lines: Vec<String> = STANDARD
            .encode(&bytes)
            .as_bytes()
            .chunks(width)
            .map(|line| String::from_utf8_lossy(line).into_owned())
            .collect();
        prop_assert_eq!(Transfer::Base64.bytes(lines.join("\r\n").as_bytes()), (bytes.clone(), 0));
        let quoted: String = bytes.iter().map(|b| format!("={b:02X}")).collect::<Vec<_>>().join("=\r\n");
        prop_assert_eq!(Transfer::QuotedPrintable.bytes(quoted.as_bytes()), (bytes, 0));
    }

    #[test]
    fn no_bytes_are_too_much(body in prop::collection::vec(any::<u8>(), 0..300)) {
        for transfer in [Transfer::Base64, Transfer::QuotedPrintable, Transfer::Uuencode] {
            let (bytes, _) = transfer.bytes(&body);
            prop_assert!(bytes.len() <= body.len() + 48);
        }
    }
}
