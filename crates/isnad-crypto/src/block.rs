//! Blocks of a derived file (SQL views, search index) sealed one by one, so that they can be read anywhere.
//!
//! Each stored block is nonce (24) ‖ ciphertext ‖ tag (16), and is bound to its file and its number, so that
//! blocks cannot change places.
//! An *older* version of the same block is not noticed: these files are derived, and are made again from the
//! ledger whenever they are in doubt.

use chacha20poly1305::{AeadInPlace, KeyInit, XChaCha20Poly1305, XNonce};

use crate::{Secret, Unsealed};

/// What sealing adds to a block.
pub const OVERHEAD_BYTES: usize = 24 + 16;

/// Seals and opens the blocks of files under one secret.
#[derive(Clone)]
pub struct BlockCipher {
    cipher: XChaCha20Poly1305,
}

impl BlockCipher {
    /// A cipher for one purpose (`"views"`, `"index"`), from the archive's secret.
    pub fn new(secret: &Secret) -> Self {
        Self { cipher: XChaCha20Poly1305::new((&secret.0).into()) }
    }

    /// Seals a block of `file` with number `number`.
    pub fn seal(
        &self,
        file: &str,
        number: u64,
        plain: &[u8],
        rng: &mut (impl rand::RngCore + rand::CryptoRng),
    ) -> Vec<u8> {
        let mut out = Vec::with_capacity(plain.len() + OVERHEAD_BYTES);
        let mut nonce = [0; 24];
        rng.fill_bytes(&mut nonce);
        out.extend_from_slice(&nonce);
        out.extend_from_slice(plain);
        let about = about(file, number);
        // Refused only over 256 GiB; a block is kilobytes.
        if let Ok(tag) =
            self.cipher.encrypt_in_place_detached(XNonce::from_slice(&nonce), &about, &mut out[24..])
        {
            out.extend_from_slice(&tag);
        }
        out
    }

    /// Opens a stored block.
    pub fn open(&self, file: &str, number: u64, stored: &[u8]) -> Result<Vec<u8>, Unsealed> {
        let (nonce, rest) = stored.split_at_checked(24).ok_or(Unsealed)?;
        let (cipher, tag) = rest.split_at_checked(rest.len().saturating_sub(16)).ok_or(Unsealed)?;
        if tag.len() != 16 {
            return Err(Unsealed);
        }
        let mut plain = cipher.to_vec();
        self.cipher
            .decrypt_in_place_detached(
                XNonce::from_slice(nonce),
                &about(file, number),
                &mut plain,
                tag.into(),
            )
            .map_err(|_| Unsealed)?;
        Ok(plain)
    }
}

fn about(file: &str, number: u64) -> Vec<u8> {
    let mut about = b"isnad/block/v1\0".to_vec();
    about.extend_from_slice(&number.to_be_bytes());
    about.extend_from_slice(file.as_bytes());
    about
}
