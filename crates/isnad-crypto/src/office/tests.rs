use super::*;

fn hex(text: &str) -> Vec<u8> {
    (0..text.len() / 2).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).expect("digits")).collect()
}

#[test]
fn hashes_are_those_of_the_standard() {
    let check =
        |digest: Digest, expect: &str| assert_eq!(digest.of(&[b"a", b"bc"]), hex(expect), "{digest:?}");
    check(Digest::Sha1, "a9993e364706816aba3e25717850c26c9cd0d89d");
    check(Digest::Sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(Digest::Sha512.of(&[b"abc"])[..4], hex("ddaf35a1"));
    assert_eq!(Digest::Sha384.of(&[b"abc"])[..4], hex("cb00753f"));
    let twice = Digest::Sha1.of(&[&1u32.to_le_bytes(), &Digest::Sha1.of(&[&[0; 4], b"start"])]);
    assert_eq!(Digest::Sha1.spun(b"start".to_vec(), 2), twice);
}

#[test]
fn blocks_are_those_of_the_standard() {
    // NIST SP 800-38A, F.1.1 and F.2.1, F.2.5.
    let plain = hex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51");
    let first: [u8; 16] = hex("000102030405060708090a0b0c0d0e0f").try_into().expect("16 bytes");
    let short = hex("2b7e151628aed2a6abf7158809cf4f3c");
    let long = hex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
    let check = |key: &[u8], first: Option<[u8; 16]>, expect: &str| {
        let mut bytes = hex(expect);
        assert!(decrypt(key, first, &mut bytes));
        assert_eq!(bytes, plain);
        assert!(encrypt(key, first, &mut bytes));
        assert_eq!(bytes, hex(expect));
    };
    check(&short, None, "3ad77bb40d7a3660a89ecaf32466ef97f5d3d58503b9699de785895a96fdbaaf");
    check(&short, Some(first), "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2");
    check(&long, Some(first), "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d");
    assert!(!decrypt(b"short", None, &mut [0; 16]));
}
