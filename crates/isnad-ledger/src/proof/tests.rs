mod golden;

use isnad_crypto::Secret;

use super::*;
use crate::{
    note::NoteSigner,
    tree::{
        inclusion_proof, root,
        tests::{leaves, node_of},
    },
};

const ORIGIN: &str = "archive.example";

/// The proof of leaf 5 of 7, its leaf, and the log's keys.
fn sample() -> (LogProof, Hash, [VerifyKey; 1]) {
    let all = leaves(7);
    let signer = NoteSigner::new(ORIGIN, &Secret([1; 32])).unwrap();
    let checkpoint = Checkpoint::new(ORIGIN, 7, root(&all)).sign(&signer).unwrap().to_string();
    let path = inclusion_proof(5, 7, node_of(&all)).unwrap();
    (LogProof { extra: None, index: 5, path, checkpoint }, all[5], [signer.key().clone()])
}

#[test]
fn printed_read_and_checked() {
    let (mut proof, leaf, keys) = sample();
    for extra in [None, Some(vec![]), Some(b"context".to_vec())] {
        proof.extra = extra;
        let read = LogProof::parse(&proof.to_string()).unwrap();
        assert_eq!(read, proof);
        assert_eq!(read.verify(&leaf, ORIGIN, &keys).map(|checkpoint| checkpoint.size), Ok(7));
    }
}

#[test]
fn what_does_not_fit_is_refused() {
    let (proof, leaf, keys) = sample();
    let bad_path = Err(BadLogProof::Path(BadProof));
    assert_eq!(proof.verify(&[0; 32], ORIGIN, &keys), bad_path);
    for index in [0, 4, 6, 7, 12, u64::MAX] {
        assert_eq!(LogProof { index, ..proof.clone() }.verify(&leaf, ORIGIN, &keys), bad_path, "{index}");
    }
    let other = Err(BadLogProof::Checkpoint(BadCheckpoint::OtherOrigin));
    assert_eq!(proof.verify(&leaf, "other.example", &keys), other);
    assert!(proof.verify(&leaf, ORIGIN, &[]).is_err());
}

/// Every byte counts: changing one is noticed when the proof is read or when it is checked.
#[test]
fn one_changed_byte_is_noticed() {
    let (proof, leaf, keys) = sample();
    let text = proof.to_string();
    for place in 0..text.len() {
        for change in [1, 4, 0x20, 0x7f] {
            let mut bytes = text.clone().into_bytes();
            bytes[place] ^= change;
            let Ok(text) = String::from_utf8(bytes) else { continue };
            let verdict = LogProof::parse(&text).and_then(|proof| proof.verify(&leaf, ORIGIN, &keys));
            assert!(verdict.is_err(), "byte {place} changed by {change}: {text}");
        }
    }
}

#[test]
fn malformed_texts() {
    let text = sample().0.to_string();
    let hash_line = text.lines().nth(2).unwrap();
    let longer = |n| text.replacen(hash_line, &vec![hash_line; n].join("\n"), 1);
    assert!(LogProof::parse(&longer(61)).is_ok());
    for bad in [
        "",
        HEADER,
        &text.replace("@v1", "@v2"),
        &text.replace("index 5", "index 05"),
        &text.replace("index 5", "index +5"),
        &text.replace("index 5", "index"),
        &text.replace("index 5\n", ""),
        &text.replace("index 5", "index 5\nextra AAAA"),
        &text.replace("index 5", "extra AAA\nindex 5"),
        &text.replace("index 5", "extra AAAA\nextra AAAA\nindex 5"),
        &text.replace("index 5", "extra\nindex 5"),
        &text.replace(hash_line, &hash_line[4..]),
        &text.replace("\n\n", "\n"),
        &text.replace('\n', "\r\n"),
        &longer(62),
    ] {
        assert_eq!(LogProof::parse(bad), Err(BadLogProof::Malformed), "{bad}");
    }
}
