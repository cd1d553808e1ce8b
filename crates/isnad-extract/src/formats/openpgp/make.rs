//! Keys and signatures of OpenPGP, made here byte by byte as RFC 9580 has them.

use super::{EDDSA, PUBLIC_KEY, SIGNATURE, fingerprint};
use isnad_crypto::{
    Secret,
    foreign::openpgp::{Hash, Hashing},
    sign::Signing,
};

pub(crate) struct Signer {
    signing: Signing,
    body: Vec<u8>,
}

pub(crate) fn packet(tag: u8, body: &[u8]) -> Vec<u8> {
    let length = (body.len() as u32).to_be_bytes();
    [&[0xC0 | tag, 0xFF], &length[..], body].concat()
}

fn number(bytes: &[u8]) -> Vec<u8> {
    let bytes = &bytes[bytes.iter().take_while(|byte| **byte == 0).count()..];
    let bits = bytes.len() * 8 - bytes.first().map_or(0, |first| first.leading_zeros() as usize);
    [&(bits as u16).to_be_bytes(), bytes].concat()
}

/// Lines of letters, as programs write them.
pub(crate) fn armored(what: &str, packets: &[u8]) -> Vec<u8> {
    use base64::Engine;
    let digits = base64::engine::general_purpose::STANDARD.encode(packets);
    let lines: Vec<&str> =
        digits.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).expect("digits")).collect();
    format!(
        "-----BEGIN PGP {what}-----\r\nVersion: Test 1\r\n\r\n{}\r\n=AAAA\r\n-----END PGP {what}-----\r\n",
        lines.join("\r\n")
    )
    .into_bytes()
}

impl Signer {
    pub(crate) fn new(seed: u8) -> Self {
        let signing = Signing::from_seed(&Secret([seed; 32]));
        let point = number(&[&[0x40][..], &signing.public()].concat());
        let curve = [&[super::CURVE_ED25519.len() as u8][..], &super::CURVE_ED25519].concat();
        let body = [&[4, 0x65, 0, 0, 0, EDDSA][..], &curve, &point].concat();
        Self { signing, body }
    }

    pub(crate) fn fingerprint(&self) -> [u8; 20] {
        fingerprint(&self.body)
    }

    pub(crate) fn key(&self) -> Vec<u8> {
        packet(PUBLIC_KEY, &self.body)
    }

    /// A signature with these parts under it and these beside it.
    pub(crate) fn sign_with(
        &self,
        kind: u8,
        (number_of_hash, hash): (u8, Hash),
        hashed: &[u8],
        other: &[u8],
        content: &[u8],
    ) -> Vec<u8> {
        let mut head = vec![4, kind, EDDSA, number_of_hash];
        head.extend((hashed.len() as u16).to_be_bytes());
        head.extend(hashed);
        let mut hashing = Hashing::new(hash);
        hashing.update(content);
        hashing.update(&head);
        hashing.update(&[4, 0xFF]);
        hashing.update(&(head.len() as u32).to_be_bytes());
        let digest = hashing.finish();
        let whole = self.signing.sign(&digest);
        let body = [
            &head[..],
            &(other.len() as u16).to_be_bytes(),
            other,
            &digest[..2],
            &number(&whole[..32]),
            &number(&whole[32..]),
        ];
        packet(SIGNATURE, &body.concat())
    }

    /// A signature of a document, as programs make it: with its time and its key.
    pub(crate) fn sign(&self, content: &[u8]) -> Vec<u8> {
        let made = [&[5, 2][..], &1_700_000_000_u32.to_be_bytes()].concat();
        let issuer = [&[22, 33, 4][..], &self.fingerprint()].concat();
        self.sign_with(0, (8, Hash::Sha256), &[made, issuer].concat(), &[], content)
    }
}
