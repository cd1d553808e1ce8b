//! Checkpoints: the size and root of a log, signed. C2SP tlog-checkpoint (<https://c2sp.org/tlog-checkpoint>).

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};

use crate::{
    note::{BadNote, Note, NoteSigner, VerifyKey},
    tree::Hash,
};

/// What a log was at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The log's lasting name.
    pub origin: String,
    /// Number of entries.
    pub size: u64,
    /// The root of the tree over all of them.
    pub root: Hash,
    /// Further lines, which we keep and never write.
    pub extensions: Vec<String>,
}

/// Why a checkpoint is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadCheckpoint {
    /// The note around it.
    #[error(transparent)]
    Note(#[from] BadNote),
    /// The text is not a checkpoint.
    #[error("not a checkpoint")]
    Malformed,
    /// It is a checkpoint of another log.
    #[error("a checkpoint of another log")]
    OtherOrigin,
}

impl Checkpoint {
    /// A checkpoint without extension lines.
    pub fn new(origin: impl Into<String>, size: u64, root: Hash) -> Self {
        Self { origin: origin.into(), size, root, extensions: Vec::new() }
    }

    /// The text that is signed.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n{}\n{}\n", self.origin, self.size, BASE64.encode(self.root));
        for line in &self.extensions {
            text.push_str(line);
            text.push('\n');
        }
        text
    }

    /// Reads the text; printing it again gives the same bytes.
    pub fn parse(text: &str) -> Result<Self, BadCheckpoint> {
        parse(text).ok_or(BadCheckpoint::Malformed)
    }

    /// Signs it. An origin or extension that would not be read back the same is refused.
    ///
    /// A log never signs two checkpoints of which one is not the beginning of the other: it is the caller who
    /// re-reads the stored tree and compares with the last checkpoint before it asks for this.
    pub fn sign(&self, signer: &NoteSigner) -> Result<Note, BadCheckpoint> {
        let text = self.text();
        if Self::parse(&text).as_ref() != Ok(self) {
            return Err(BadCheckpoint::Malformed);
        }
        Ok(Note::sign(text, &[signer])?)
    }

    /// Reads a signed checkpoint of the log `origin`, signed by at least one of the log's keys.
    pub fn verify(note: &[u8], origin: &str, log_keys: &[VerifyKey]) -> Result<Self, BadCheckpoint> {
        let note = Note::parse(note)?;
        note.verify(log_keys)?;
        let checkpoint = Self::parse(note.text())?;
        if checkpoint.origin == origin { Ok(checkpoint) } else { Err(BadCheckpoint::OtherOrigin) }
    }
}

fn parse(text: &str) -> Option<Checkpoint> {
    let mut lines = text.strip_suffix('\n')?.split('\n');
    let origin = lines.next().filter(|origin| !origin.is_empty())?.to_owned();
    let size = decimal(lines.next()?)?;
    let root = hash(lines.next()?)?;
    let extensions: Vec<String> = lines.map(str::to_owned).collect();
    let is_whole = extensions.iter().all(|line| !line.is_empty());
    is_whole.then_some(Checkpoint { origin, size, root, extensions })
}

/// A decimal number in its one right spelling: digits alone, no leading zero.
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if is_plain { text.parse().ok() } else { None }
}

/// A hash in base 64.
pub(crate) fn hash(text: &str) -> Option<Hash> {
    BASE64.decode(text).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests;
