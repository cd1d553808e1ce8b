//! Hashes, signatures, encryption and passphrases.
//!
//! This is the only crate that names the libraries for them; nothing here is of our own making but the way
//! they are put together, which `docs/formats` writes down.
//! It touches no file; chance comes in as a generator.

pub mod block;
pub mod foreign;
pub mod hash;
pub mod office;
pub mod passphrase;
pub mod seal;
pub mod sign;
pub mod stream;

/// Bytes that were not sealed with this key, or were changed since.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("sealed bytes do not open: another key, or altered")]
pub struct Unsealed;

/// A 32-byte secret that is wiped when dropped and never printed.
#[derive(Clone, PartialEq, Eq, zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
pub struct Secret(pub [u8; 32]);

impl Secret {
    /// A fresh one.
    pub fn generate(rng: &mut (impl rand::RngCore + rand::CryptoRng)) -> Self {
        let mut bytes = [0; 32];
        rng.fill_bytes(&mut bytes);
        Self(bytes)
    }
}

/// A password that somebody gave for a file of theirs: wiped when dropped, never printed, never stored.
#[derive(Clone, PartialEq, Eq, zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
pub struct Password(String);

impl Password {
    /// Takes the words over; they are wiped with this.
    pub const fn new(words: String) -> Self {
        Self(words)
    }

    /// The words themselves; whoever calls this answers for where they go.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password")
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}
