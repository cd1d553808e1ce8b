use isnad_crypto::{Secret, sign::Signing};
use proptest::prelude::*;

use super::*;
use crate::{
    body::{Body, FixityCheck},
    golden::{freeze, frozen},
};

fn key() -> Signing {
    Signing::from_seed(&Secret([0x42; 32]))
}

/// Three entries of fixed salts, signed by a fixed key.
fn entries() -> Vec<(u8, Salted)> {
    (1..=3u8)
        .map(|n| {
            let body = Body::FixityCheck(FixityCheck { ok: true, entries: n.into(), objects: 0, altered: 0 });
            (body.kind(), Salted { salt: [n; 32].into(), body: body.encode() })
        })
        .collect()
}

fn act() -> Act {
    Act::sign(After { first: 5, previous: [0x77; 32] }, 1_536_624_000_000, &entries(), &key())
}

/// The payload of [`act`], its second body erased.
fn payload() -> Payload {
    let bodies = entries().into_iter().enumerate();
    Payload { version: 1, bodies: bodies.map(|(n, (_, salted))| (n != 1).then_some(salted)).collect() }
}

#[test]
fn act_and_payload_are_frozen() {
    let golden = frozen("v1/act.hex");
    assert_eq!(Act::decode(&golden), Ok(act()));
    assert_eq!(act().encode(), golden);
    let golden = frozen("v1/payload.hex");
    assert_eq!(canonical::decode::<Payload>(&golden), Ok(payload()));
    assert_eq!(canonical::encode(&payload()), golden);
}

#[test]
fn the_frozen_act_holds_under_its_key_and_no_other() {
    let act = Act::decode(&frozen("v1/act.hex")).unwrap();
    let leaves = act.verify(&key().public()).unwrap();
    assert_eq!(tree::root(&leaves), *act.header.root);
    let other = Signing::from_seed(&Secret([0x43; 32])).public();
    assert_eq!(act.verify(&other), Err(BadAct::Signature));
}

#[test]
fn an_erased_body_leaves_the_proof_whole() {
    let act = Act::decode(&frozen("v1/act.hex")).unwrap();
    let payload: Payload = canonical::decode(&frozen("v1/payload.hex")).unwrap();
    assert_eq!(payload.bodies.iter().map(Option::is_some).collect::<Vec<_>>(), [true, false, true]);
    for (place, salted) in payload.bodies.iter().enumerate() {
        let commitment = salted.as_ref().map(Salted::commitment);
        assert!(commitment.is_none() || commitment == act.commitment(place), "entry {place}");
    }
    assert_eq!(act.verify(&key().public()).map(|leaves| leaves.len()), Ok(3));
}

/// Each changed byte of a stored act is refused, or makes it another act that the key did not sign.
#[test]
fn no_changed_byte_of_an_act_goes_unseen() {
    let golden = frozen("v1/act.hex");
    for at in 0..golden.len() {
        for bit in 0..8 {
            let mut changed = golden.clone();
            changed[at] ^= 1 << bit;
            let verdict = Act::decode(&changed).and_then(|act| act.verify(&key().public()).map(|_| ()));
            assert!(verdict.is_err(), "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn an_act_has_one_to_the_greatest_number_of_entries() {
    let check = |n: usize, whole: bool| {
        let entries: Vec<_> = entries().into_iter().cycle().take(n).collect();
        let bytes = Act::sign(After::default(), 0, &entries, &key()).encode();
        assert_eq!(Act::decode(&bytes).is_ok(), whole, "{n} entries");
    };
    check(0, false);
    check(1, true);
    check(ENTRIES_MAX, true);
    check(ENTRIES_MAX + 1, false);
}

proptest! {
    #[test]
    fn any_bytes_are_an_act_in_one_spelling_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(act) = Act::decode(&bytes) {
            prop_assert_eq!(act.encode(), bytes);
        }
    }
}

#[test]
#[ignore = "run by hand when a format gets a new version"]
fn write_golden() {
    freeze("v1/act.hex", &act().encode());
    freeze("v1/payload.hex", &canonical::encode(&payload()));
}
