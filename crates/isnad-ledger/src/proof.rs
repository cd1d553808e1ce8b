//! A proof that an entry is in a log, in one text that can be checked offline with the log's name and key alone.
//!
//! C2SP tlog-proof (<https://c2sp.org/tlog-proof>), stored with the ending `.tlog-proof`.

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};

use crate::{
    checkpoint::{self, BadCheckpoint, Checkpoint},
    note::VerifyKey,
    tree::{BadProof, Hash, verify_inclusion},
};

const HEADER: &str = "c2sp.org/tlog-proof@v1";
/// A tree counted in 64 bits is no higher, so no honest proof has more hashes.
const HASHES_MAX: usize = 63;

/// The proof of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogProof {
    /// Bytes for the application, *not* covered by any signature.
    pub extra: Option<Vec<u8>>,
    /// Which entry, from 0.
    pub index: u64,
    /// From the leaf's sibling up to the root's child.
    pub path: Vec<Hash>,
    /// The signed checkpoint, as it is.
    pub checkpoint: String,
}

/// Why a proof is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadLogProof {
    /// The text is not a proof.
    #[error("not a log proof")]
    Malformed,
    /// Its checkpoint.
    #[error(transparent)]
    Checkpoint(#[from] BadCheckpoint),
    /// The hashes do not lead from this leaf to the checkpoint's root.
    #[error(transparent)]
    Path(#[from] BadProof),
}

impl LogProof {
    /// Reads a proof; printing it again gives the same bytes.
    pub fn parse(text: &str) -> Result<Self, BadLogProof> {
        parse(text).ok_or(BadLogProof::Malformed)
    }

    /// Checks that the log `origin` has signed a tree that holds this leaf at [`LogProof::index`].
    pub fn verify(
        &self,
        leaf: &Hash,
        origin: &str,
        log_keys: &[VerifyKey],
    ) -> Result<Checkpoint, BadLogProof> {
        let checkpoint = Checkpoint::verify(self.checkpoint.as_bytes(), origin, log_keys)?;
        verify_inclusion(leaf, self.index, checkpoint.size, &self.path, &checkpoint.root)?;
        Ok(checkpoint)
    }
}

impl std::fmt::Display for LogProof {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{HEADER}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", BASE64.encode(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        self.path.iter().try_for_each(|hash| writeln!(f, "{}", BASE64.encode(hash)))?;
        write!(f, "\n{}", self.checkpoint)
    }
}

fn parse(text: &str) -> Option<LogProof> {
    let (head, checkpoint) = text.split_once("\n\n")?;
    let mut lines = head.strip_prefix(HEADER)?.strip_prefix('\n')?.split('\n').peekable();
    let extra = match lines.next_if(|line| line.starts_with("extra ")) {
        Some(line) => Some(BASE64.decode(line.strip_prefix("extra ")?).ok()?),
        None => None,
    };
    let index = checkpoint::decimal(lines.next()?.strip_prefix("index ")?)?;
    let path = lines.map(checkpoint::hash).collect::<Option<Vec<_>>>()?;
    (path.len() <= HASHES_MAX).then(|| LogProof { extra, index, path, checkpoint: checkpoint.to_owned() })
}

#[cfg(test)]
mod tests;
