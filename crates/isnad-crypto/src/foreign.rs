//! Signatures that others made, as cameras and editors put them into files: looked at, never made.
//!
//! A signature that holds says that whoever had a key said this, and that nothing was changed since. Who that is,
//! a certificate says, and whether to believe it is nobody's to decide here: no list of trusted issuers is part of
//! this program.

pub mod openpgp;

use p256::ecdsa::signature::Verifier;
use p256::pkcs8::DecodePublicKey;
use rsa::{PublicKey, pss, traits::PublicKeyParts};
use sha2::{Digest, Sha256, Sha384, Sha512};
use x509_cert::{
    certificate::Certificate as X509,
    der::{Decode, Encode},
};

/// How something was signed (RFC 9053 §2, RFC 8230 §2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// ECDSA over P-256 with SHA-256.
    Es256,
    /// ECDSA over P-384 with SHA-384.
    Es384,
    /// ECDSA over P-521 with SHA-512.
    Es512,
    /// RSASSA-PSS with SHA-256.
    Ps256,
    /// RSASSA-PSS with SHA-384.
    Ps384,
    /// RSASSA-PSS with SHA-512.
    Ps512,
    /// Ed25519.
    EdDsa,
}

impl Scheme {
    /// The scheme of a number in the registry of COSE algorithms.
    pub const fn of_cose(number: i64) -> Option<Self> {
        Some(match number {
            -7 => Self::Es256,
            -35 => Self::Es384,
            -36 => Self::Es512,
            -37 => Self::Ps256,
            -38 => Self::Ps384,
            -39 => Self::Ps512,
            -8 | -19 => Self::EdDsa,
            _ => return None,
        })
    }

    /// Its name in that registry.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
            Self::Es512 => "ES512",
            Self::Ps256 => "PS256",
            Self::Ps384 => "PS384",
            Self::Ps512 => "PS512",
            Self::EdDsa => "EdDSA",
        }
    }
}

/// What became of a look at a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is of this key and of this message.
    Holds,
    /// It is not.
    Fails,
    /// The key is of another kind, or of one that is not known here.
    Unknown,
}

/// Checks a signature under a public key in the form of RFC 5280 (`SubjectPublicKeyInfo`, DER).
pub fn verify(scheme: Scheme, key: &[u8], message: &[u8], signature: &[u8]) -> Verdict {
    match scheme {
        Scheme::Es256 => ecdsa(
            p256::ecdsa::VerifyingKey::from_public_key_der(key).ok(),
            p256::ecdsa::Signature::from_slice(signature).ok(),
            message,
        ),
        Scheme::Es384 => ecdsa(
            p384::ecdsa::VerifyingKey::from_public_key_der(key).ok(),
            p384::ecdsa::Signature::from_slice(signature).ok(),
            message,
        ),
        Scheme::Es512 => ecdsa(
            p521::ecdsa::VerifyingKey::from_public_key_der(key).ok(),
            p521::ecdsa::Signature::from_slice(signature).ok(),
            message,
        ),
        Scheme::Ps256 => rsa_pss::<Sha256>(key, message, signature),
        Scheme::Ps384 => rsa_pss::<Sha384>(key, message, signature),
        Scheme::Ps512 => rsa_pss::<Sha512>(key, message, signature),
        Scheme::EdDsa => ed25519(key, message, signature),
    }
}

fn ecdsa<S>(key: Option<impl Verifier<S>>, signature: Option<S>, message: &[u8]) -> Verdict {
    match (key, signature) {
        (None, _) => Verdict::Unknown,
        (Some(key), Some(signature)) if Verifier::verify(&key, message, &signature).is_ok() => Verdict::Holds,
        _ => Verdict::Fails,
    }
}

fn rsa_pss<D>(key: &[u8], message: &[u8], signature: &[u8]) -> Verdict
where
    pss::VerifyingKey<D>: Verifier<pss::Signature> + From<PublicKey>,
    D: Digest,
{
    // C2PA asks for 2,048 bits or more; beyond 4,096 they cost time and are nobody's.
    let is_usual = |key: &PublicKey| (256..=512).contains(&key.size());
    let key = PublicKey::from_public_key_der(key).ok().filter(is_usual).map(pss::VerifyingKey::<D>::from);
    ecdsa(key, pss::Signature::try_from(signature).ok(), message)
}

/// The head of an Ed25519 key in that form (RFC 8410 §4); the key itself follows.
const ED25519_HEAD: [u8; 12] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00];

fn ed25519(key: &[u8], message: &[u8], signature: &[u8]) -> Verdict {
    let key: Option<&[u8; 32]> = key.strip_prefix(&ED25519_HEAD).and_then(|key| key.try_into().ok());
    let Some(key) = key else { return Verdict::Unknown };
    let holds =
        signature.try_into().is_ok_and(|signature| crate::sign::verify(key, message, signature).is_ok());
    if holds { Verdict::Holds } else { Verdict::Fails }
}

/// What a certificate says (RFC 5280). That its issuer signed it is not looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Whom it names.
    pub subject: String,
    /// Who is said to have given it.
    pub issuer: String,
    /// The span in which it is said to count, in seconds since 1970.
    pub valid: (u64, u64),
    /// The public key, as [`verify`] takes it.
    pub key: Vec<u8>,
}

impl Certificate {
    /// Reads a certificate in DER.
    pub fn read(der: &[u8]) -> Option<Self> {
        let whole = X509::from_der(der).ok()?;
        let said = whole.tbs_certificate();
        let seconds = |time: &x509_cert::time::Time| time.to_unix_duration().as_secs();
        let valid = (seconds(&said.validity().not_before), seconds(&said.validity().not_after));
        let key = said.subject_public_key_info().to_der().ok()?;
        Some(Self { subject: said.subject().to_string(), issuer: said.issuer().to_string(), valid, key })
    }
}

/// A hash in one of the ways that foreign formats name.
pub enum Hasher {
    /// `sha256`
    Sha256(Sha256),
    /// `sha384`
    Sha384(Sha384),
    /// `sha512`
    Sha512(Sha512),
}

impl Hasher {
    /// One of the way named, if it is known.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "sha256" => Self::Sha256(Sha256::new()),
            "sha384" => Self::Sha384(Sha384::new()),
            "sha512" => Self::Sha512(Sha512::new()),
            _ => return None,
        })
    }

    /// Takes bytes in.
    pub fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Sha256(hash) => hash.update(bytes),
            Self::Sha384(hash) => hash.update(bytes),
            Self::Sha512(hash) => hash.update(bytes),
        }
    }

    /// The hash of all of them.
    pub fn finish(self) -> Vec<u8> {
        match self {
            Self::Sha256(hash) => hash.finalize().to_vec(),
            Self::Sha384(hash) => hash.finalize().to_vec(),
            Self::Sha512(hash) => hash.finalize().to_vec(),
        }
    }
}

#[cfg(test)]
mod tests;
