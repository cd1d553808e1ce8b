//! Signatures of OpenPGP (RFC 9580, RFC 4880) under keys of version 4: numbers and points, after their packets were
//! read elsewhere.
//!
//! What is signed is always a hash, so that a film is never held in memory.

use super::Verdict;
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use rsa::{BoxedUint, PublicKey, traits::PublicKeyParts};
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// How the content was hashed (RFC 9580 §9.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hash {
    /// SHA-1. Two files of one hash can be made, so that what it says is weak.
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

impl Hash {
    /// The way of a number in the registry, if it is looked at here.
    pub const fn of_number(number: u8) -> Option<Self> {
        Some(match number {
            2 => Self::Sha1,
            8 => Self::Sha256,
            9 => Self::Sha384,
            10 => Self::Sha512,
            _ => return None,
        })
    }

    /// Its name in that registry.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "SHA1",
            Self::Sha256 => "SHA2-256",
            Self::Sha384 => "SHA2-384",
            Self::Sha512 => "SHA2-512",
        }
    }
}

/// A hash of content that streams by; a copy goes on by itself, for each signature ends in a trailer of its own.
#[derive(Clone)]
pub struct Hashing(State);

#[derive(Clone)]
enum State {
    Sha1(Sha1),
    Sha256(Sha256),
    Sha384(Sha384),
    Sha512(Sha512),
}

impl Hashing {
    /// Begins.
    pub fn new(hash: Hash) -> Self {
        Self(match hash {
            Hash::Sha1 => State::Sha1(Sha1::new()),
            Hash::Sha256 => State::Sha256(Sha256::new()),
            Hash::Sha384 => State::Sha384(Sha384::new()),
            Hash::Sha512 => State::Sha512(Sha512::new()),
        })
    }

    /// Takes bytes in.
    pub fn update(&mut self, bytes: &[u8]) {
        match &mut self.0 {
            State::Sha1(hash) => hash.update(bytes),
            State::Sha256(hash) => hash.update(bytes),
            State::Sha384(hash) => hash.update(bytes),
            State::Sha512(hash) => hash.update(bytes),
        }
    }

    /// The hash of all of them.
    pub fn finish(self) -> Vec<u8> {
        match self.0 {
            State::Sha1(hash) => hash.finalize().to_vec(),
            State::Sha256(hash) => hash.finalize().to_vec(),
            State::Sha384(hash) => hash.finalize().to_vec(),
            State::Sha512(hash) => hash.finalize().to_vec(),
        }
    }
}

/// The fingerprint of a key of version 4: SHA-1 over its packet (RFC 9580 §5.5.4.2). A name, not a proof.
pub fn fingerprint(packet: &[u8]) -> [u8; 20] {
    let length = (packet.len() as u16).to_be_bytes();
    Sha1::new().chain_update([0x99]).chain_update(length).chain_update(packet).finalize().into()
}

/// A public key that signs (RFC 9580 §5.5.5), numbers without leading zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key<'k> {
    /// Modulus and exponent.
    Rsa(&'k [u8], &'k [u8]),
    /// A point of Ed25519, as RFC 8032 writes it.
    Ed25519(&'k [u8; 32]),
    /// A point of P-256, as SEC 1 writes it.
    P256(&'k [u8]),
}

/// Checks a signature of a hash.
///
/// RSA (PKCS#1 v1.5) has one number, ECDSA has two. Ed25519 has `r` and `s` in one piece or in two. Leading zeros may
/// be missing.
pub fn verify(key: Key<'_>, hash: Hash, digest: &[u8], signature: &[&[u8]]) -> Verdict {
    match (key, signature) {
        (Key::Rsa(modulus, exponent), [number]) => rsa(modulus, exponent, hash, digest, number),
        (Key::Ed25519(key), _) => {
            let whole = match signature {
                [whole] => <[u8; 64]>::try_from(*whole).ok(),
                [r, s] => pair(r, s),
                _ => None,
            };
            holds(whole.is_some_and(|whole| crate::sign::verify(key, digest, &whole).is_ok()))
        }
        (Key::P256(point), [r, s]) => {
            let Ok(key) = p256::ecdsa::VerifyingKey::from_sec1_bytes(point) else { return Verdict::Unknown };
            let signature = pair(r, s).and_then(|both| p256::ecdsa::Signature::from_slice(&both).ok());
            holds(signature.is_some_and(|signature| key.verify_prehash(digest, &signature).is_ok()))
        }
        _ => Verdict::Fails,
    }
}

const fn holds(does: bool) -> Verdict {
    if does { Verdict::Holds } else { Verdict::Fails }
}

/// Two numbers of 32 bytes each, side by side.
fn pair(r: &[u8], s: &[u8]) -> Option<[u8; 64]> {
    let mut both = [0; 64];
    both.get_mut(32_usize.checked_sub(r.len())?..32)?.copy_from_slice(r);
    both.get_mut(64_usize.checked_sub(s.len()).filter(|at| *at >= 32)?..)?.copy_from_slice(s);
    Some(both)
}

/// Moduli of more bytes cost time and are nobody's: the library's own limit, before numbers are made of them.
const MODULUS_BYTES_MAX: usize = 1024;

fn rsa(modulus: &[u8], exponent: &[u8], hash: Hash, digest: &[u8], number: &[u8]) -> Verdict {
    if modulus.len() > MODULUS_BYTES_MAX || exponent.len() > 8 {
        return Verdict::Unknown;
    }
    let (n, e) = (BoxedUint::from_be_slice_vartime(modulus), BoxedUint::from_be_slice_vartime(exponent));
    let Ok(key) = PublicKey::new(n, e) else { return Verdict::Unknown };
    let Some(missing) = key.size().checked_sub(number.len()) else { return Verdict::Fails };
    let signature = [&vec![0; missing], number].concat();
    holds(match hash {
        Hash::Sha1 => key.pkcs1v15_verify_prehash::<Sha1>(digest, &signature).is_ok(),
        Hash::Sha256 => key.pkcs1v15_verify_prehash::<Sha256>(digest, &signature).is_ok(),
        Hash::Sha384 => key.pkcs1v15_verify_prehash::<Sha384>(digest, &signature).is_ok(),
        Hash::Sha512 => key.pkcs1v15_verify_prehash::<Sha512>(digest, &signature).is_ok(),
    })
}

#[cfg(test)]
mod tests;
