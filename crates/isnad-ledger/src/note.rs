//! Signed notes: text with signature lines under it, C2SP signed-note (<https://c2sp.org/signed-note>).
//!
//! Nothing in a note is to be believed before [`Note::verify`] has named a key that signed it.

mod key;

pub use key::{BadKey, NoteSigner, VerifyKey};

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};

/// A longer note is refused unread: even a hundred post-quantum signatures are shorter.
pub const NOTE_BYTES_MAX: usize = 1 << 20;
/// How many signatures a note may carry; the specification asks for at least 16.
pub const SIGNATURES_MAX: usize = 128;

/// Why a note is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadNote {
    /// It is not spelled as the specification says.
    #[error("not a signed note")]
    Malformed,
    /// A known key's signature does not fit the text.
    #[error("a signature of the note does not fit its text")]
    BadSignature,
    /// No known key has signed it.
    #[error("no known key has signed the note")]
    NotSigned,
}

/// A note and its signatures, whether their keys are known or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<NoteSignature>,
}

/// One signature line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSignature {
    /// The name of the key.
    pub name: String,
    /// Its hash, which says together with the name which key it is.
    pub key_id: [u8; 4],
    /// The signature, 64 bytes for Ed25519.
    pub signature: Vec<u8>,
}

impl Note {
    /// A note over this text, signed by each of these in their order.
    pub fn sign(text: impl Into<String>, signers: &[&NoteSigner]) -> Result<Self, BadNote> {
        let text = text.into();
        if !text.ends_with('\n') || !is_clean(&text) {
            return Err(BadNote::Malformed);
        }
        let signatures = signers.iter().map(|signer| signer.sign(&text)).collect();
        Ok(Self { text, signatures })
    }

    /// Adds a signature of somebody else, such as a cosigner.
    pub fn add(&mut self, signature: NoteSignature) {
        self.signatures.push(signature);
    }

    /// The text, with its last newline. Not to be believed before [`Note::verify`].
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All signatures in their order, those of unknown keys included.
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Reads a note; printing it again gives the same bytes.
    pub fn parse(bytes: &[u8]) -> Result<Self, BadNote> {
        parse(bytes).ok_or(BadNote::Malformed)
    }

    /// Which of the known keys have signed. Signatures of unknown keys are passed over.
    ///
    /// One bad signature of a known key refuses the whole note, even where another key's signature fits.
    pub fn verify<'k>(&self, known: &'k [VerifyKey]) -> Result<Vec<&'k VerifyKey>, BadNote> {
        let mut signed: Vec<&VerifyKey> = Vec::new();
        for signature in &self.signatures {
            for key in known.iter().filter(|key| key.made(signature)) {
                if !key.verify(&self.text, signature) {
                    return Err(BadNote::BadSignature);
                }
                if !signed.contains(&key) {
                    signed.push(key);
                }
            }
        }
        if signed.is_empty() { Err(BadNote::NotSigned) } else { Ok(signed) }
    }
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| writeln!(f, "{signature}"))
    }
}

impl std::fmt::Display for NoteSignature {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let bytes = [&self.key_id, self.signature.as_slice()].concat();
        write!(f, "— {} {}", self.name, BASE64.encode(bytes))
    }
}

fn parse(bytes: &[u8]) -> Option<Note> {
    if bytes.len() > NOTE_BYTES_MAX {
        return None;
    }
    let note = std::str::from_utf8(bytes).ok().filter(|note| is_clean(note))?;
    // The text may hold empty lines; the last one of all ends it.
    let (text, lines) = note.split_at(note.rfind("\n\n")? + 1);
    let lines = lines.strip_prefix('\n')?.strip_suffix('\n')?;
    let signatures = lines.split('\n').map(parse_signature).collect::<Option<Vec<_>>>()?;
    (signatures.len() <= SIGNATURES_MAX).then(|| Note { text: text.to_owned(), signatures })
}

fn parse_signature(line: &str) -> Option<NoteSignature> {
    let (name, encoded) = line.strip_prefix("— ")?.split_once(' ')?;
    let bytes = BASE64.decode(encoded).ok()?;
    let (key_id, signature) = bytes.split_first_chunk::<4>()?;
    let is_whole = key::is_name(name) && !signature.is_empty();
    is_whole.then(|| NoteSignature { name: name.to_owned(), key_id: *key_id, signature: signature.to_vec() })
}

/// No control character of ASCII but the newline.
fn is_clean(text: &str) -> bool {
    text.bytes().all(|byte| byte >= b' ' || byte == b'\n')
}

#[cfg(test)]
mod tests;
