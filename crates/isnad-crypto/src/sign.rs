//! Ed25519 (RFC 8032), checked strictly: no key or signature that two verifiers could judge differently.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

use crate::{Secret, Unsealed};

/// Who can sign.
#[derive(Clone)]
pub struct Signing(SigningKey);

impl Signing {
    /// A key from its 32-byte seed.
    pub fn from_seed(seed: &Secret) -> Self {
        Self(SigningKey::from_bytes(&seed.0))
    }

    /// The public half.
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// Signs.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl std::fmt::Debug for Signing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signing")
    }
}

/// Checks a signature with `verify_strict` (small-order keys and points are refused).
pub fn verify(public: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> Result<(), Unsealed> {
    let key = VerifyingKey::from_bytes(public).map_err(|_| Unsealed)?;
    key.verify_strict(message, &Signature::from_bytes(signature)).map_err(|_| Unsealed)
}

#[cfg(test)]
mod tests;
