use isnad_crypto::Secret;

use super::*;

const ROOT: &str = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

#[test]
fn text_is_read_back() {
    for text in [
        format!("example.com/log\n20852163\n{ROOT}\n"),
        format!("a\n0\n{ROOT}\n"),
        format!("أرشيف الذاكرة\n18446744073709551615\n{ROOT}\nline one\nline two\n"),
    ] {
        let checkpoint = Checkpoint::parse(&text).unwrap();
        assert_eq!(checkpoint.text(), text);
    }
}

#[test]
fn malformed_texts() {
    for text in [
        String::new(),
        "\n".to_owned(),
        "a\n".to_owned(),
        "a\n1\n".to_owned(),
        format!("a\n1\n{ROOT}"),
        format!("\n1\n{ROOT}\n"),
        format!("a\n\n{ROOT}\n"),
        format!("a\n01\n{ROOT}\n"),
        format!("a\n00\n{ROOT}\n"),
        format!("a\n+1\n{ROOT}\n"),
        format!("a\n-1\n{ROOT}\n"),
        format!("a\n1 \n{ROOT}\n"),
        format!("a\n0x1\n{ROOT}\n"),
        format!("a\n١\n{ROOT}\n"),
        format!("a\n18446744073709551616\n{ROOT}\n"),
        format!("a\n1\n{}\n", &ROOT[1..]),
        format!("a\n1\n{}\n", ROOT.trim_end_matches('=')),
        format!("a\n1\n{ROOT}AAAA\n"),
        format!("a\n1\n{ROOT}\n\n"),
        format!("a\n1\n{ROOT}\n\nb\n"),
    ] {
        assert_eq!(Checkpoint::parse(&text), Err(BadCheckpoint::Malformed), "{text:?}");
    }
}

#[test]
fn signed_and_checked() {
    let signer = |name, seed| NoteSigner::new(name, &Secret([seed; 32])).unwrap();
    let (log, cosigner) = (signer("archive.example", 1), signer("partner.example", 2));
    let checkpoint = Checkpoint::new("archive.example", 3, [9; 32]);
    let mut note = checkpoint.sign(&log).unwrap();
    note.add(cosigner.sign(note.text()));
    let bytes = note.to_string().into_bytes();
    let keys = [log.key().clone()];
    assert_eq!(Checkpoint::verify(&bytes, "archive.example", &keys), Ok(checkpoint.clone()));
    assert_eq!(Checkpoint::verify(&bytes, "other.example", &keys), Err(BadCheckpoint::OtherOrigin));
    let strangers = [signer("archive.example", 3).key().clone()];
    let unsigned = Err(BadCheckpoint::Note(BadNote::NotSigned));
    assert_eq!(Checkpoint::verify(&bytes, "archive.example", &strangers), unsigned);
    // A signed note that is no checkpoint.
    let letter = Note::sign("archive.example\n", &[&log]).unwrap().to_string();
    let malformed = Err(BadCheckpoint::Malformed);
    assert_eq!(Checkpoint::verify(letter.as_bytes(), "archive.example", &keys), malformed);
    // What would not be read back the same is not signed.
    for origin in ["", "a\n5", "a\tb"] {
        assert!(Checkpoint::new(origin, 1, [0; 32]).sign(&log).is_err(), "{origin:?}");
    }
    let extended = Checkpoint { extensions: vec!["a\n\nb".to_owned()], ..checkpoint };
    assert!(extended.sign(&log).is_err());
}
