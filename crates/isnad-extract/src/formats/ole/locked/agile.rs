//! Agile encryption, of Office 2010 and later ([MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15).

use super::{Locked, first_of, fitted, spun};
use crate::formats::{mail::transfer, xml};
use isnad_crypto::office::{Digest, decrypt};

/// The package is locked piece by piece.
pub(super) const SEGMENT: usize = 4096;
/// What each thing is locked for (2.3.4.13).
pub(super) const PROOF: [u8; 8] = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];
pub(super) const PROOF_HASH: [u8; 8] = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];
pub(super) const KEY: [u8; 8] = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];

/// Decrypts a package in its place.
pub(super) fn open(info: &[u8], password: &str, package: &mut [u8]) -> Result<(), Locked> {
    let parameters = Parameters::of(info).ok_or(Locked::Damaged)?;
    let own = parameters.password.as_ref().ok_or(Locked::Unknown)?;
    let hash = spun(own.way.digest()?, &own.way.salt, password, own.spins)?;
    let opened = |purpose: &[u8], bytes: &[u8]| own.way.opened(&hash, purpose, bytes);
    let (proof, proof_hash) = (opened(&PROOF, &own.proof)?, opened(&PROOF_HASH, &own.proof_hash)?);
    let digest = own.way.digest()?;
    let expect = digest.of(&[proof.get(..own.way.salt.len()).unwrap_or(&proof)]);
    if proof_hash.get(..expect.len()) != Some(&expect[..]) {
        return Err(Locked::WrongPassword);
    }
    let mut key = opened(&KEY, &own.key)?;
    let way = &parameters.package;
    key.truncate(way.key_bytes);
    let digest = way.digest()?;
    for (piece, n) in package.chunks_mut(SEGMENT).zip(0u32..) {
        let first = first_of(digest.of(&[&way.salt, &n.to_le_bytes()]));
        if !decrypt(&key, Some(first), piece) {
            return Err(Locked::Damaged);
        }
    }
    Ok(())
}

/// How something is locked.
#[derive(Default)]
struct Way {
    salt: Vec<u8>,
    key_bytes: usize,
    cipher: String,
    chaining: String,
    hash: String,
}

impl Way {
    fn take(&mut self, name: &str, value: &str) {
        match name {
            "saltValue" => self.salt = bytes_of(value),
            // AES knows no other keys. A key as long as a file likes would take all memory; one of no bytes opens nothing.
            "keyBits" => {
                self.key_bytes = match value {
                    "128" => 16,
                    "192" => 24,
                    "256" => 32,
                    _ => 0,
                }
            }
            "cipherAlgorithm" => value.clone_into(&mut self.cipher),
            "cipherChaining" => value.clone_into(&mut self.chaining),
            "hashAlgorithm" => value.clone_into(&mut self.hash),
            _ => {}
        }
    }

    fn digest(&self) -> Result<Digest, Locked> {
        if self.cipher != "AES" || self.chaining != "ChainingModeCBC" {
            return Err(Locked::Unknown);
        }
        match self.hash.as_str() {
            "SHA1" | "SHA-1" => Ok(Digest::Sha1),
            "SHA256" => Ok(Digest::Sha256),
            "SHA384" => Ok(Digest::Sha384),
            "SHA512" => Ok(Digest::Sha512),
            _ => Err(Locked::Unknown),
        }
    }

    /// Bytes that are locked by the password for a purpose.
    fn opened(&self, hash: &[u8], purpose: &[u8], bytes: &[u8]) -> Result<Vec<u8>, Locked> {
        let key = fitted(self.digest()?.of(&[hash, purpose]), self.key_bytes);
        let mut bytes = bytes.to_vec();
        match decrypt(&key, Some(first_of(self.salt.clone())), &mut bytes) {
            true => Ok(bytes),
            false => Err(Locked::Damaged),
        }
    }
}

/// What only the password locks.
#[derive(Default)]
struct ByPassword {
    way: Way,
    spins: u32,
    proof: Vec<u8>,
    proof_hash: Vec<u8>,
    key: Vec<u8>,
}

#[derive(Default)]
struct Parameters {
    package: Way,
    password: Option<ByPassword>,
}

impl Parameters {
    fn of(info: &[u8]) -> Option<Self> {
        let mut parameters = Self::default();
        let mut each = |node: xml::Node<'_>| {
            let xml::Node::Open(tag) = node else { return };
            match tag.name() {
                "keyData" => tag.each(|name, value| parameters.package.take(name, value)),
                // A key that a certificate locks has no rounds.
                "encryptedKey" if tag.get("spinCount").is_some() => {
                    let own = parameters.password.get_or_insert_default();
                    tag.each(|name, value| own.take(name, value));
                }
                _ => {}
            }
        };
        xml::walk(&mut &info[..], &mut each).ok()?;
        (!parameters.package.salt.is_empty()).then_some(parameters)
    }
}

impl ByPassword {
    fn take(&mut self, name: &str, value: &str) {
        match name {
            "spinCount" => self.spins = value.parse().unwrap_or(u32::MAX),
            "encryptedVerifierHashInput" => self.proof = bytes_of(value),
            "encryptedVerifierHashValue" => self.proof_hash = bytes_of(value),
            "encryptedKeyValue" => self.key = bytes_of(value),
            _ => self.way.take(name, value),
        }
    }
}

fn bytes_of(base64: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    transfer::base64(base64.as_bytes(), &mut |piece| bytes.extend_from_slice(piece));
    bytes
}
