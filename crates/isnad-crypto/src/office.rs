//! What programs of Office lock their files with ([MS-OFFCRYPTO]): for opening files of others, and for nothing of
//! ours. SHA-1 and blocks without chaining are in it because they are in those files.

use aes::{
    Aes128, Aes192, Aes256, Block,
    cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit},
};
use sha2::Digest as _;

/// Bytes to a block of AES.
pub const BLOCK: usize = 16;

/// A hash function by which a key is made of a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digest {
    /// SHA-1.
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

impl Digest {
    /// The hash of the parts, one after the other.
    pub fn of(self, parts: &[&[u8]]) -> Vec<u8> {
        let whole = parts.concat();
        match self {
            Self::Sha1 => <sha1::Sha1 as sha1::Digest>::digest(&whole).to_vec(),
            Self::Sha256 => sha2::Sha256::digest(&whole).to_vec(),
            Self::Sha384 => sha2::Sha384::digest(&whole).to_vec(),
            Self::Sha512 => sha2::Sha512::digest(&whole).to_vec(),
        }
    }

    /// The hash of a number and the hash before, again and again (2.3.4.7 and 2.3.4.11).
    pub fn spun(self, start: Vec<u8>, times: u32) -> Vec<u8> {
        (0..times).fold(start, |hash, n| self.of(&[&n.to_le_bytes(), &hash]))
    }
}

enum Cipher {
    Short(Box<Aes128>),
    Middle(Box<Aes192>),
    Long(Box<Aes256>),
}

impl Cipher {
    fn new(key: &[u8]) -> Option<Self> {
        Some(match key.len() {
            16 => Self::Short(Box::new(Aes128::new_from_slice(key).ok()?)),
            24 => Self::Middle(Box::new(Aes192::new_from_slice(key).ok()?)),
            32 => Self::Long(Box::new(Aes256::new_from_slice(key).ok()?)),
            _ => return None,
        })
    }

    fn decrypt(&self, block: &mut Block) {
        match self {
            Self::Short(cipher) => cipher.decrypt_block(block),
            Self::Middle(cipher) => cipher.decrypt_block(block),
            Self::Long(cipher) => cipher.decrypt_block(block),
        }
    }

    fn encrypt(&self, block: &mut Block) {
        match self {
            Self::Short(cipher) => cipher.encrypt_block(block),
            Self::Middle(cipher) => cipher.encrypt_block(block),
            Self::Long(cipher) => cipher.encrypt_block(block),
        }
    }
}

/// Decrypts whole blocks of AES in their place: each by itself, or chained (CBC) from a first value. What is left over
/// behind the last whole block stays as it is; false where the key has no length of AES.
pub fn decrypt(key: &[u8], first: Option<[u8; BLOCK]>, bytes: &mut [u8]) -> bool {
    let Some(cipher) = Cipher::new(key) else { return false };
    let mut before = first;
    for piece in bytes.as_chunks_mut::<BLOCK>().0 {
        let locked = *piece;
        let mut block = Block::from(locked);
        cipher.decrypt(&mut block);
        *piece = block.into();
        if let Some(before) = &mut before {
            piece.iter_mut().zip(*before).for_each(|(byte, chained)| *byte ^= chained);
            *before = locked;
        }
    }
    true
}

/// The reverse of [`decrypt`], by which tests make locked files.
pub fn encrypt(key: &[u8], first: Option<[u8; BLOCK]>, bytes: &mut [u8]) -> bool {
    let Some(cipher) = Cipher::new(key) else { return false };
    let mut before = first;
    for piece in bytes.as_chunks_mut::<BLOCK>().0 {
        if let Some(before) = &before {
            piece.iter_mut().zip(before).for_each(|(byte, chained)| *byte ^= chained);
        }
        let mut block = Block::from(*piece);
        cipher.encrypt(&mut block);
        *piece = block.into();
        before = before.map(|_| *piece);
    }
    true
}

#[cfg(test)]
mod tests;
