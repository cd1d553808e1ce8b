use isnad_crypto::Secret;
use proptest::prelude::*;

use super::*;

fn signer(name: &str, seed: u8) -> NoteSigner {
    NoteSigner::new(name, &Secret([seed; 32])).unwrap()
}

/// The published example of Go's `sumdb/note`, with its key: made by other software than ours.
const GO_KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const GO_NOTE: &str = "If you think cryptography is the answer to your problem,\n\
    then you don't know what your problem is.\n\
    \n\
    — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

#[test]
fn a_note_of_other_software() {
    let key: VerifyKey = GO_KEY.parse().unwrap();
    assert_eq!(key.to_string(), GO_KEY);
    let note = Note::parse(GO_NOTE.as_bytes()).unwrap();
    assert_eq!(note.to_string(), GO_NOTE);
    assert_eq!(note.verify(&[key]).unwrap()[0].name(), "PeterNeumann");
}

#[test]
fn signed_by_whom() {
    let (log, partner, stranger) =
        (signer("archive.example", 1), signer("partner.example", 2), signer("else.example", 3));
    let mut note = Note::sign("text\n\nwith an empty line\n", &[&log]).unwrap();
    note.add(partner.sign(note.text()));
    let read = Note::parse(note.to_string().as_bytes()).unwrap();
    assert_eq!(read, note);
    let check = |known: &[&NoteSigner], expected: Result<Vec<&str>, BadNote>| {
        let known: Vec<VerifyKey> = known.iter().map(|signer| signer.key().clone()).collect();
        let names = read.verify(&known).map(|keys| keys.iter().map(|key| key.name()).collect::<Vec<_>>());
        assert_eq!(names, expected);
    };
    check(&[&log], Ok(vec!["archive.example"]));
    check(&[&partner, &stranger], Ok(vec!["partner.example"]));
    check(&[&partner, &log], Ok(vec!["archive.example", "partner.example"]));
    check(&[&stranger], Err(BadNote::NotSigned));
    check(&[], Err(BadNote::NotSigned));
    // The same name with another key is unknown, and is passed over.
    check(&[&signer("archive.example", 9)], Err(BadNote::NotSigned));
}

#[test]
fn one_bad_signature_of_a_known_key_is_enough() {
    let (log, partner) = (signer("archive.example", 1), signer("partner.example", 2));
    let known = [log.key().clone(), partner.key().clone()];
    let mut note = Note::sign("text\n", &[&log]).unwrap();
    note.add(partner.sign("another text\n"));
    assert_eq!(note.verify(&known), Err(BadNote::BadSignature));
    assert_eq!(note.verify(&known[..1]).map(|keys| keys.len()), Ok(1));
    // Right name and hash, but not a signature at all.
    let mut note = Note::sign("text\n", &[&log]).unwrap();
    note.add(NoteSignature { signature: vec![1, 2, 3], ..partner.sign("text\n") });
    assert_eq!(note.verify(&known), Err(BadNote::BadSignature));
}

#[test]
fn malformed_notes() {
    let line = "— archive.example AAAAAAE=\n";
    let good = format!("text\n\n{line}");
    assert!(Note::parse(good.as_bytes()).is_ok());
    let many = |n| format!("text\n\n{}", line.repeat(n));
    assert!(Note::parse(many(SIGNATURES_MAX).as_bytes()).is_ok());
    let long = format!("{}\n\n{line}", "a".repeat(NOTE_BYTES_MAX));
    for bad in [
        "",
        "text",
        "text\n",
        "text\n\n",
        "text\n\n\n",
        line,
        &format!("\n{line}"),
        &format!("text\n{line}"),
        &good[..good.len() - 1],
        &good.replace('—', "-"),
        &good.replace("— ", "—"),
        &good.replace("archive.example", ""),
        &good.replace("archive", "ar+chive"),
        &good.replace("archive", "ar\u{a0}chive"),
        &good.replace("archive", "ar\u{3000}chive"),
        &good.replace('\n', "\r\n"),
        &good.replace("text", "te\txt"),
        &good.replace("text", "te\0xt"),
        &good.replace("AAAAAAE=", "AAAAAAE"),
        &good.replace("AAAAAAE=", "AAAAAAF="),
        &good.replace("AAAAAAE=", "AAAAAA=="),
        &good.replace("AAAAAAE=", "AAAAAAE= "),
        &good.replace("AAAAAAE=", ""),
        &format!("{good}trailing"),
        &format!("{good}\n"),
        &many(SIGNATURES_MAX + 1),
        &long,
    ] {
        let start: String = bad.chars().take(60).collect();
        assert_eq!(Note::parse(bad.as_bytes()), Err(BadNote::Malformed), "{start:?}");
    }
    assert_eq!(Note::parse(b"te\xfft\n\n"), Err(BadNote::Malformed));
    for text in ["", "no newline", "tab\t\n"] {
        assert_eq!(Note::sign(text, &[&signer("a.example", 1)]), Err(BadNote::Malformed), "{text:?}");
    }
}

#[test]
fn malformed_keys() {
    for bad in [
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a3",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWAA==",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ] {
        assert_eq!(bad.parse::<VerifyKey>(), Err(BadKey), "{bad:?}");
    }
    for name in ["", "a b", "a+b", "a\nb", "a\u{2003}b"] {
        assert!(NoteSigner::new(name, &Secret([1; 32])).is_err(), "{name:?}");
    }
}

proptest! {
    #[test]
    fn keys_are_read_back(name in "[^ +\\p{White_Space}\\p{Cc}]{1,20}", seed: [u8; 32]) {
        let signer = NoteSigner::new(name, &Secret(seed)).unwrap();
        prop_assert_eq!(signer.key().to_string().parse(), Ok(signer.key().clone()));
    }

    #[test]
    fn one_changed_byte_is_noticed(place: prop::sample::Index, change in 1u8..) {
        let log = signer("archive.example", 1);
        let mut bytes = Note::sign("archive.example\n12\ntext\n", &[&log]).unwrap().to_string().into_bytes();
        let place = place.index(bytes.len());
        bytes[place] ^= change;
        let signed = Note::parse(&bytes).and_then(|note| note.verify(&[log.key().clone()]).map(|keys| keys.len()));
        prop_assert!(signed.is_err());
    }

    #[test]
    fn any_note_that_is_read_prints_the_same(text in "([a-z\n]{0,9}\n){1,3}", lines in "(— [a-z]{1,3} [A-Za-z0-9+/]{8}\n){0,3}") {
        let bytes = format!("{text}\n{lines}");
        if let Ok(note) = Note::parse(bytes.as_bytes()) {
            prop_assert_eq!(note.to_string(), bytes);
        }
    }
}
