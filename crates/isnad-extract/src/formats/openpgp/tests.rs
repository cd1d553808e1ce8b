//! Keys and signatures of another program, signatures made here, and packets that lie.

use super::{
    make::{Signer, armored, packet},
    *,
};
use proptest::prelude::*;

/// Samples of GnuPG 2.2: a key of nobody, and its signatures of one line with SHA-256 and SHA-512 (and SHA-1).
const RSA_SAMPLE: &[u8] = include_bytes!("tests/rsa2048.asc");
const ED25519_SAMPLE: &[u8] = include_bytes!("tests/ed25519.asc");
const P256_SAMPLE: &[u8] = include_bytes!("tests/nistp256.asc");
const SAMPLE: &[u8] = b"recording made for a test\n";

fn verdict(signature: &Signature, key: &PublicKey, content: &[u8]) -> (Verdict, bool) {
    let Some(hash) = signature.hash else { return (Verdict::Unknown, false) };
    let mut hashing = Hashing::new(hash);
    hashing.update(content);
    let digest = signature.digest(hashing);
    (signature.verify(key, &digest), signature.is_about(&digest))
}

#[test]
fn keys_and_signatures_of_another_program() {
    let check = |sample: &[u8], name: &str, hashes: &[Hash]| {
        let (keys, signatures) = (keys(sample), signatures(sample));
        assert!(keys.is_sound, "{name}");
        let [key] = &keys.all[..] else { panic!("{name}: {keys:?}") };
        assert_eq!(key.name(), name);
        // The first signature binds the key to its name, and is of no document.
        let (binding, of_files) = signatures.all.split_first().expect("signatures");
        assert_eq!(verdict(binding, key, SAMPLE).0, Verdict::Unknown);
        let found: Vec<_> = of_files.iter().map(|one| one.hash.expect("known")).collect();
        assert_eq!(found, hashes, "{name}");
        for signature in of_files {
            assert!(key.is_of(signature) && signature.made.is_some());
            assert_eq!(verdict(signature, key, SAMPLE), (Verdict::Holds, true), "{name}");
            assert_eq!(verdict(signature, key, b"other"), (Verdict::Fails, false), "{name}");
        }
    };
    check(RSA_SAMPLE, "RSA", &[Hash::Sha256, Hash::Sha512, Hash::Sha1]);
    check(ED25519_SAMPLE, "EdDSA", &[Hash::Sha256, Hash::Sha512]);
    check(P256_SAMPLE, "ECDSA", &[Hash::Sha256, Hash::Sha512]);
}

#[test]
fn a_changed_byte_is_never_a_signature_that_holds() {
    let signer = Signer::new(1);
    let key = keys(&signer.key()).all.remove(0);
    assert_eq!(key.fingerprint, signer.fingerprint());
    let whole = signer.sign(SAMPLE);
    for at in 0..whole.len() {
        for bit in 0..8 {
            let mut changed = whole.clone();
            changed[at] ^= 1 << bit;
            for signature in signatures(&changed).all {
                let (said, is_about) = verdict(&signature, &key, SAMPLE);
                // The start of the hash is a help for programs in a hurry, and no part of the proof; nor are the
                // lengths of numbers in bits, as long as they are as many bytes.
                assert!(
                    said != Verdict::Holds
                        || !is_about
                        || signature.numbers != signatures(&whole).all[0].numbers,
                    "byte {at}, bit {bit}"
                );
            }
        }
    }
}

#[test]
fn what_is_cut_off_is_said() {
    let whole = Signer::new(1).sign(SAMPLE);
    for end in 0..whole.len() {
        let found = signatures(&whole[..end]);
        assert_eq!((found.all.len(), found.is_sound), (0, false), "{end}");
    }
    let text = armored("SIGNATURE", &whole);
    assert_eq!(signatures(&text).all, signatures(&whole).all);
    assert!(signatures(&text).is_sound);
    for end in 0..text.len() - 30 {
        assert!(!signatures(&text[..end]).is_sound, "{end}");
    }
}

#[test]
fn what_is_not_known_is_not_judged() {
    let signer = Signer::new(1);
    let key = keys(&signer.key()).all.remove(0);
    let check = |bytes: Vec<u8>, expect: Verdict| {
        let signature = signatures(&bytes).all.remove(0);
        assert_eq!(verdict(&signature, &key, SAMPLE).0, expect);
    };
    let sha256 = (8, Hash::Sha256);
    check(signer.sign_with(0, sha256, &[], &[], SAMPLE), Verdict::Holds);
    check(signer.sign_with(1, sha256, &[], &[], SAMPLE), Verdict::Unknown);
    check(signer.sign_with(0, (1, Hash::Sha256), &[], &[], SAMPLE), Verdict::Unknown);
    // A part that must be understood, a part that need not be, and one that is not under the signature.
    check(signer.sign_with(0, sha256, &[2, 0x80 | 100, 0], &[], SAMPLE), Verdict::Unknown);
    check(signer.sign_with(0, sha256, &[2, 100, 0], &[], SAMPLE), Verdict::Holds);
    check(signer.sign_with(0, sha256, &[], &[2, 0x80 | 100, 0], SAMPLE), Verdict::Holds);
    // A time that is not under the signature is nobody's word.
    let beside = signer.sign_with(0, sha256, &[], &[5, 2, 1, 2, 3, 4], SAMPLE);
    assert_eq!(signatures(&beside).all[0].made, None);
}

#[test]
fn lengths_that_lie() {
    let check = |bytes: &[u8]| {
        let found = signatures(bytes);
        assert_eq!((found.all, found.is_sound), (vec![], false), "{bytes:?}");
        assert_eq!((keys(bytes).all, keys(bytes).is_sound), (vec![], false), "{bytes:?}");
    };
    check(b"");
    check(b"no packet");
    check(b"-----BEGIN PGP SIGNATURE-----\n\n!!!!\n-----END PGP SIGNATURE-----\n");
    check(&[0xC2]);
    check(&[0xC2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 4]);
    check(&[0xC2, 0xDF, 0xFF]);
    check(&[0xC2, 0xE1, 4, 0]);
    check(&[0x8A, 0xFF, 0xFF, 0xFF, 0xFF]);
    let lie = |tag: u8, body: &[u8]| {
        let bytes = packet(tag, body);
        assert!(!signatures(&bytes).is_sound || !keys(&bytes).is_sound, "{tag} {body:?}");
        assert!(signatures(&bytes).all.is_empty() && keys(&bytes).all.is_empty(), "{tag} {body:?}");
    };
    // Versions that are not read, and parts longer than the packet.
    lie(SIGNATURE, &[3, 5, 0, 0, 0, 0, 0]);
    lie(SIGNATURE, &[4, 0, 22, 8, 0xFF, 0xFF, 1]);
    lie(SIGNATURE, &[4, 0, 22, 8, 0, 2, 0xFF, 0xFF, 0, 0, 0, 0]);
    lie(SIGNATURE, &[4, 0, 22, 8, 0, 1, 0, 0, 0, 0, 0]);
    lie(SIGNATURE, &[4, 0, 22, 8, 0, 3, 3, 2, 1, 0, 0, 0, 0]);
    lie(PUBLIC_KEY, &[6, 0, 0, 0, 0, 22]);
    lie(PUBLIC_KEY, &[4, 0, 0]);
}

#[test]
fn keys_without_what_they_need_are_unknown() {
    let signature = signatures(&Signer::new(1).sign(SAMPLE)).all.remove(0);
    let check = |rest: &[u8]| {
        let body = [&[4, 0, 0, 0, 0][..], rest].concat();
        let key = keys(&packet(PUBLIC_KEY, &body)).all.remove(0);
        assert_eq!(verdict(&signature, &key, SAMPLE).0, Verdict::Unknown, "{rest:?}");
    };
    check(&[22]);
    check(&[22, 9, 1, 2, 3]);
    check(&[22, 1, 7, 0, 8, 1]);
    check(&[1, 0xFF, 0xFF, 1]);
    check(&[1, 0, 0, 0, 0].map(|byte| if byte == 1 { 17 } else { byte }));
    check(&[27, 1, 2, 3]);
    check(&[255]);
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_harm(mut bytes in proptest::collection::vec(any::<u8>(), 0..300), at in 0usize..200) {
        let mut whole = Signer::new(3).sign(SAMPLE);
        let key = keys(&Signer::new(3).key()).all.remove(0);
        let at = at.min(whole.len());
        whole.splice(at.., bytes.iter().copied());
        for signature in signatures(&whole).all {
            verdict(&signature, &key, SAMPLE);
        }
        bytes.insert(0, 0xC6);
        for key in keys(&bytes).all {
            verdict(&signatures(&Signer::new(3).sign(SAMPLE)).all[0], &key, SAMPLE);
        }
    }
}
