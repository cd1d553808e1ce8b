//! Small secrets wrapped under another secret: XChaCha20-Poly1305 with a random 24-byte nonce in front.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};

use crate::{Secret, Unsealed};

/// Seals `plain` under `key`; `about` is authenticated with it and must be given again to open.
///
/// Shape: nonce (24) ‖ ciphertext ‖ tag (16).
pub fn seal(
    key: &Secret,
    about: &[u8],
    plain: &[u8],
    rng: &mut (impl rand::RngCore + rand::CryptoRng),
) -> Vec<u8> {
    let mut nonce = [0; 24];
    rng.fill_bytes(&mut nonce);
    let sealed = XChaCha20Poly1305::new((&key.0).into())
        .encrypt(XNonce::from_slice(&nonce), Payload { msg: plain, aad: about });
    // The library refuses only messages over 256 GiB, which cannot be in memory here.
    let mut out = nonce.to_vec();
    out.extend(sealed.unwrap_or_default());
    out
}

/// Opens what [`seal`] made.
pub fn open(key: &Secret, about: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Unsealed> {
    let (nonce, rest) = sealed.split_at_checked(24).ok_or(Unsealed)?;
    XChaCha20Poly1305::new((&key.0).into())
        .decrypt(XNonce::from_slice(nonce), Payload { msg: rest, aad: about })
        .map_err(|_| Unsealed)
}

/// A secret for a narrower use, derived from a wider one (BLAKE3 in its key-derivation mode).
pub fn derive(context: &str, secret: &Secret) -> Secret {
    Secret(blake3::derive_key(context, &secret.0))
}
