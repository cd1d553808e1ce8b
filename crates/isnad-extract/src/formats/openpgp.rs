//! Keys and detached signatures of OpenPGP (RFC 9580, which took the place of RFC 4880): taken apart here, checked in
//! `isnad-crypto`.
//!
//! Keys and signatures of version 4, the only ones that phones make. That a key is bound to a name, still good, or
//! taken back is not looked at: it came with what it signed, and nobody vouches for it.

mod packet;

use crate::formats::mail::transfer;
use isnad_crypto::foreign::{
    Verdict,
    openpgp::{Hash, Hashing, Key, fingerprint, verify},
};
use packet::{Packets, Piece};

/// Tags of packets (RFC 9580 §5).
const SIGNATURE: u8 = 2;
const PUBLIC_KEY: u8 = 6;
const PUBLIC_SUBKEY: u8 = 14;

/// Algorithms of keys (RFC 9580 §9.1).
const RSA: [u8; 2] = [1, 3];
const ECDSA: u8 = 19;
const EDDSA: u8 = 22;
const ED25519: u8 = 27;
/// Curves by their object identifiers (RFC 9580 §9.2).
const CURVE_ED25519: [u8; 9] = [0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x0F, 0x01];
const CURVE_P256: [u8; 8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07];

/// Parts of signatures (RFC 9580 §5.2.3.7).
const MADE: u8 = 2;
const ISSUER: u8 = 16;
const ISSUER_FINGERPRINT: u8 = 33;
/// What a signature may insist on being understood: what is read here, and what does not touch a document.
const CRITICAL: [u8; 6] = [MADE, ISSUER, 27, 28, ISSUER_FINGERPRINT, 35];

/// A public key as its packet says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PublicKey {
    pub(crate) fingerprint: [u8; 20],
    algorithm: u8,
    body: Vec<u8>,
}

/// A signature of a document, whatever it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Signature {
    /// Which key it says to be of, as the last bytes of its fingerprint; nothing if it does not say.
    pub(crate) issuer: Option<Vec<u8>>,
    /// Seconds since 1970, as the signer says under the signature.
    pub(crate) made: Option<u32>,
    /// Nothing if it is made in a way that is not looked at here.
    pub(crate) hash: Option<Hash>,
    algorithm: u8,
    /// What is hashed after the document.
    trailer: Vec<u8>,
    /// The first two bytes of the hash that was signed.
    start: [u8; 2],
    numbers: Vec<u8>,
}

/// What was found, and whether all of it could be read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Found<T> {
    pub(crate) all: Vec<T>,
    pub(crate) is_sound: bool,
}

/// All public keys, subkeys too.
pub(crate) fn keys(bytes: &[u8]) -> Found<PublicKey> {
    found(bytes, &[PUBLIC_KEY, PUBLIC_SUBKEY], public_key)
}

/// All signatures.
pub(crate) fn signatures(bytes: &[u8]) -> Found<Signature> {
    found(bytes, &[SIGNATURE], signature)
}

fn found<T>(bytes: &[u8], tags: &[u8], read: fn(&[u8]) -> Option<T>) -> Found<T> {
    let (blocks, mut is_sound) = unarmored(bytes);
    let mut all = Vec::new();
    for block in &blocks {
        let mut packets = Packets::new(block);
        for (_, body) in packets.by_ref().filter(|(tag, _)| tags.contains(tag)) {
            match read(body) {
                Some(one) => all.push(one),
                None => is_sound = false,
            }
        }
        is_sound &= packets.is_sound();
    }
    Found { all, is_sound }
}

/// The packets within lines of letters (RFC 9580 §6.2); bytes that are no text are packets already.
///
/// The checksum after them is not looked at, as the standard asks: a signature says more.
fn unarmored(bytes: &[u8]) -> (Vec<Vec<u8>>, bool) {
    if bytes.first().is_some_and(|first| first & 0x80 != 0 && !bytes.starts_with(b"\xEF\xBB\xBF")) {
        return (vec![bytes.to_vec()], true);
    }
    let mut blocks = Vec::new();
    let mut is_sound = true;
    let mut lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    while lines.by_ref().any(|line| line.ends_with(b"-----") && has(line, b"-----BEGIN PGP ")) {
        let mut digits = Vec::new();
        let mut is_ended = false;
        for line in lines.by_ref() {
            if line.starts_with(b"-----") {
                is_ended = line.starts_with(b"-----END PGP ");
                break;
            }
            // `Version: …` and the like, and the checksum.
            if !line.contains(&b':') && !line.starts_with(b"=") {
                digits.extend_from_slice(line);
            }
        }
        let mut block = Vec::new();
        is_sound &= transfer::base64(&digits, &mut |piece| block.extend_from_slice(piece)) == 0 && is_ended;
        blocks.push(block);
    }
    is_sound &= !blocks.is_empty();
    (blocks, is_sound)
}

fn has(line: &[u8], start: &[u8]) -> bool {
    line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line).starts_with(start)
}

fn public_key(body: &[u8]) -> Option<PublicKey> {
    let mut piece = Piece(body);
    if piece.byte()? != 4 || body.len() > usize::from(u16::MAX) {
        return None;
    }
    piece.take(4)?;
    let algorithm = piece.byte()?;
    Some(PublicKey { fingerprint: fingerprint(body), algorithm, body: piece.0.to_vec() })
}

fn signature(body: &[u8]) -> Option<Signature> {
    let mut piece = Piece(body);
    let [4, kind, algorithm, hash] = *piece.take(4)? else { return None };
    let n_hashed = usize::from(piece.short()?);
    let hashed = piece.take(n_hashed)?;
    let n_other = usize::from(piece.short()?);
    let other = piece.take(n_other)?;
    let start = piece.take(2)?.try_into().ok()?;
    // What was signed: the document, the head of the signature, and how long that head was (RFC 9580 §5.2.4).
    let head = body.get(..6 + n_hashed)?;
    let trailer = [head, &[4, 0xFF], &(head.len() as u32).to_be_bytes()].concat();
    let mut signature = Signature {
        issuer: None,
        made: None,
        // Only of a document as it is (type 0), and not of a text whose ends of lines are made alike first.
        hash: Hash::of_number(hash).filter(|_| kind == 0),
        algorithm,
        trailer,
        start,
        numbers: piece.0.to_vec(),
    };
    parts(hashed, true, &mut signature)?;
    parts(other, false, &mut signature)?;
    Some(signature)
}

/// Reads the parts of a signature. A time counts only under the signature.
fn parts(bytes: &[u8], is_hashed: bool, signature: &mut Signature) -> Option<()> {
    let mut piece = Piece(bytes);
    while !piece.0.is_empty() {
        let length = piece.length()?;
        let mut part = Piece(piece.take(length)?);
        let kind = part.byte()?;
        match kind & 0x7F {
            MADE if is_hashed => signature.made = Some(u32::from_be_bytes(part.0.try_into().ok()?)),
            ISSUER if signature.issuer.is_none() && part.0.len() == 8 => {
                signature.issuer = Some(part.0.to_vec())
            }
            ISSUER_FINGERPRINT if part.0.len() == 21 => signature.issuer = Some(part.0[1..].to_vec()),
            other if is_hashed && kind & 0x80 != 0 && !CRITICAL.contains(&other) => signature.hash = None,
            _ => {}
        }
    }
    Some(())
}

impl PublicKey {
    /// The key as numbers and points, if it is of a kind that is looked at here.
    fn material(&self) -> Option<Material<'_>> {
        let mut piece = Piece(&self.body);
        Some(match self.algorithm {
            algorithm if RSA.contains(&algorithm) => {
                Material::Key(Key::Rsa(piece.number()?, piece.number()?))
            }
            ECDSA if piece.curve()? == CURVE_P256 => Material::Key(Key::P256(piece.number()?)),
            EDDSA if piece.curve()? == CURVE_ED25519 => {
                Material::Key(Key::Ed25519(piece.number()?.strip_prefix(&[0x40])?.try_into().ok()?))
            }
            ED25519 => Material::Whole(Key::Ed25519(piece.take(32)?.try_into().ok()?)),
            _ => return None,
        })
    }

    /// Whether a signature says to be of this key.
    pub(crate) fn is_of(&self, signature: &Signature) -> bool {
        signature.issuer.as_ref().is_none_or(|issuer| self.fingerprint.ends_with(issuer))
    }

    /// What kind of key it is.
    pub(crate) const fn name(&self) -> &'static str {
        match self.algorithm {
            1 | 3 => "RSA",
            17 => "DSA",
            ECDSA => "ECDSA",
            EDDSA | ED25519 => "EdDSA",
            _ => "unknown",
        }
    }
}

/// A key, and how its signatures are written: as numbers, or as bytes in one piece.
enum Material<'k> {
    Key(Key<'k>),
    Whole(Key<'k>),
}

impl Signature {
    /// The hash that had to be signed for a document whose bytes went into `content`.
    pub(crate) fn digest(&self, mut content: Hashing) -> Vec<u8> {
        content.update(&self.trailer);
        content.finish()
    }

    /// Whether this digest begins as the one that was signed does; if not, something else was signed.
    pub(crate) fn is_about(&self, digest: &[u8]) -> bool {
        digest.starts_with(&self.start)
    }

    /// Checks the signature of a digest under a key.
    pub(crate) fn verify(&self, key: &PublicKey, digest: &[u8]) -> Verdict {
        let same = |one: u8, other: u8| one == other || RSA.contains(&one) && RSA.contains(&other);
        let (Some(hash), Some(material)) = (self.hash, key.material()) else { return Verdict::Unknown };
        if !same(self.algorithm, key.algorithm) {
            return Verdict::Fails;
        }
        let mut piece = Piece(&self.numbers);
        let (key, numbers) = match material {
            Material::Whole(key) => (key, vec![self.numbers.as_slice()]),
            Material::Key(key) => {
                let mut numbers = Vec::new();
                while !piece.0.is_empty() && numbers.len() < 3 {
                    let Some(number) = piece.number() else { return Verdict::Fails };
                    numbers.push(number);
                }
                (key, numbers)
            }
        };
        verify(key, hash, digest, &numbers)
    }
}

#[cfg(test)]
pub(crate) mod make;
#[cfg(test)]
mod tests;
