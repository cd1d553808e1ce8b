//! The keys of signed notes: Ed25519, named, printed as `name+hash+key`.

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use isnad_crypto::{
    Secret,
    hash::{hex, sha256, unhex},
    sign::{self, Signing},
};

use super::NoteSignature;

/// The byte that stands for Ed25519 among the signature types.
const ED25519: u8 = 1;

/// A name or a printed key that is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a verifier key")]
pub struct BadKey;

/// The public half: who is believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyKey {
    name: String,
    public: [u8; 32],
    key_id: [u8; 4],
}

impl VerifyKey {
    /// A key with this name.
    pub fn new(name: impl Into<String>, public: [u8; 32]) -> Result<Self, BadKey> {
        let name = name.into();
        if !is_name(&name) {
            return Err(BadKey);
        }
        let hash = sha256(&[name.as_bytes(), b"\n", &[ED25519], &public]);
        Ok(Self { name, public, key_id: [hash[0], hash[1], hash[2], hash[3]] })
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The public key.
    pub fn public(&self) -> &[u8; 32] {
        &self.public
    }

    /// The first four bytes of the hash over name, type and key.
    pub fn key_id(&self) -> [u8; 4] {
        self.key_id
    }

    /// Whether this key claims the signature: the same name and the same hash.
    pub(super) fn made(&self, signature: &NoteSignature) -> bool {
        self.name == signature.name && self.key_id == signature.key_id
    }

    pub(super) fn verify(&self, text: &str, signature: &NoteSignature) -> bool {
        let bytes = signature.signature.as_slice().try_into();
        bytes.is_ok_and(|bytes| sign::verify(&self.public, text.as_bytes(), bytes).is_ok())
    }
}

impl std::fmt::Display for VerifyKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let encoded = BASE64.encode([[ED25519].as_slice(), &self.public].concat());
        write!(f, "{}+{}+{encoded}", self.name, hex(&self.key_id))
    }
}

impl std::str::FromStr for VerifyKey {
    type Err = BadKey;

    fn from_str(text: &str) -> Result<Self, BadKey> {
        // A name has no plus sign; base 64 may.
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(key_id), Some(encoded)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(BadKey);
        };
        let bytes = BASE64.decode(encoded).map_err(|_| BadKey)?;
        let Some((&ED25519, public)) = bytes.split_first() else { return Err(BadKey) };
        let key = Self::new(name, public.try_into().map_err(|_| BadKey)?)?;
        if unhex(key_id) == Some(key.key_id) { Ok(key) } else { Err(BadKey) }
    }
}

/// The secret half: who signs notes under a name.
#[derive(Debug, Clone)]
pub struct NoteSigner {
    key: VerifyKey,
    signing: Signing,
}

impl NoteSigner {
    /// Signs under this name with the key of this seed.
    pub fn new(name: impl Into<String>, seed: &Secret) -> Result<Self, BadKey> {
        let signing = Signing::from_seed(seed);
        Ok(Self { key: VerifyKey::new(name, signing.public())?, signing })
    }

    /// The public half.
    pub fn key(&self) -> &VerifyKey {
        &self.key
    }

    /// Signs a note's text, which ends with a newline.
    pub fn sign(&self, text: &str) -> NoteSignature {
        NoteSignature {
            name: self.key.name.clone(),
            key_id: self.key.key_id,
            signature: self.signing.sign(text.as_bytes()).to_vec(),
        }
    }
}

/// Not empty, no space of any script, no plus sign, and nothing that would end a line.
pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|c| c.is_whitespace() || c == '+' || c < ' ')
}
