use super::*;
use crate::golden::{freeze, frozen};

fn salted() -> Salted {
    Salted { salt: [0x5a; 32].into(), body: b"\x82\x09\x81\x84\xf5\x00\x00\x00".to_vec() }
}

fn leaf() -> Leaf {
    Leaf {
        version: LEAF_VERSION,
        index: 7,
        kind: 9,
        at: 1_536_624_000_000,
        device: device_id(&[0x22; 32]).into(),
        commitment: salted().commitment().into(),
    }
}

#[test]
fn the_leaf_is_frozen() {
    let golden = frozen("v1/leaf.hex");
    assert_eq!(canonical::decode::<Leaf>(&golden), Ok(leaf()));
    assert_eq!(leaf().bytes(), golden);
}

#[test]
fn a_leaf_tells_nothing_of_its_body() {
    let bytes = leaf().bytes();
    let plain = isnad_crypto::hash::sha256(&[&salted().body]);
    assert!(!contains(&bytes, &salted().body));
    assert!(!contains(&bytes, &plain), "a plain hash can be guessed");
    assert!(!contains(&bytes, salted().salt.as_slice()));
    // The same body under another salt is another commitment, so equal bodies cannot be told to be equal.
    let again = Salted { salt: [0x5b; 32].into(), ..salted() };
    assert_ne!(again.commitment(), salted().commitment());
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn a_device_id_is_no_plain_hash_of_the_key() {
    let plain = isnad_crypto::hash::sha256(&[&[0x22; 32]]);
    assert_ne!(device_id(&[0x22; 32]), plain[..8]);
}

#[test]
#[ignore = "run by hand when a format gets a new version"]
fn write_golden() {
    freeze("v1/leaf.hex", &leaf().bytes());
}
