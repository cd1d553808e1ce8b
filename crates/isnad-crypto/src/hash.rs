//! Identity of bytes: SHA-256 (and BLAKE3 inside), and salted commitments.

use sha2::{Digest, Sha256};

/// A SHA-256 value.
pub type Hash = [u8; 32];

/// SHA-256 of the parts, one after the other.
pub fn sha256(parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// Hashes while bytes stream by: SHA-256 and BLAKE3 at once.
#[derive(Clone, Default)]
pub struct Fixity {
    sha256: Sha256,
    blake3: blake3::Hasher,
    size_bytes: u64,
}

/// The fixity values of some bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fixed {
    /// SHA-256, the identity of the bytes.
    pub sha256: Hash,
    /// BLAKE3, a second and independent function.
    pub blake3: Hash,
    /// How many bytes.
    pub size_bytes: u64,
}

impl Fixity {
    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.sha256.update(bytes);
        self.blake3.update(bytes);
        self.size_bytes += bytes.len() as u64;
    }

    /// Ends.
    pub fn finish(self) -> Fixed {
        Fixed {
            sha256: self.sha256.finalize().into(),
            blake3: *self.blake3.finalize().as_bytes(),
            size_bytes: self.size_bytes,
        }
    }

    /// All at once.
    pub fn of(bytes: &[u8]) -> Fixed {
        let mut fixity = Self::default();
        fixity.update(bytes);
        fixity.finish()
    }
}

/// SHA-256 alone, streaming.
#[derive(Clone, Default)]
pub struct Sha(Sha256);

impl Sha {
    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Ends.
    pub fn finish(self) -> Hash {
        self.0.finalize().into()
    }
}

/// The commitment of a body: SHA-256 over salt, domain and bytes.
///
/// A plain hash of a leaked photograph or a name could be guessed and would tell an outsider that the archive
/// holds it; with a 32-byte salt it tells nothing, and once the salt is destroyed it never will.
pub fn commitment(salt: &[u8; 32], body: &[u8]) -> Hash {
    sha256(&[salt, b"isnad/commitment/v1\0", body])
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// Reads hexadecimal of an exact length.
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != N * 2 || !text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
        return None;
    }
    let mut out = [0; N];
    for (place, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[place * 2..place * 2 + 2], 16).ok()?;
    }
    Some(out)
}
