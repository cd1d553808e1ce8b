//! The bytes of one thing on their way into the vault.

use std::io::{Read, Write};

use isnad_crypto::hash::{Fixed, Fixity};
use isnad_model::Problem;
use isnad_store_local::vault::Incoming;

use super::{Worker, read_problem};
use crate::error::{of_fault, of_io};

/// Bytes handled at a time of a large file: hashing and encrypting share the cores on each piece.
const PIECE_BYTES: usize = 4 << 20;

/// Bytes to be stored: small ones in memory, large ones as a stream that begins with what was already read.
pub(super) enum Bytes<'b> {
    Small(&'b [u8]),
    Large(&'b [u8], &'b mut dyn Read),
}

/// Hashes and size, and the object unless these bytes are already there or on their way.
pub(super) type Stored = (Fixed, Option<Incoming>);

impl Worker<'_> {
    /// Hashes, and encrypts unless the archive already holds the bytes.
    pub(super) fn store(&self, bytes: Bytes<'_>) -> Result<Stored, Trouble> {
        let vault = self.archive.vault();
        match bytes {
            Bytes::Small(bytes) => {
                let fixed = Fixity::of(bytes);
                if !self.archive.takes_on(&fixed.sha256).map_err(Trouble::Archive)? {
                    return Ok((fixed, None));
                }
                let mut writing = vault.begin().map_err(Trouble::fault)?;
                writing.write_all(bytes).map_err(|e| Trouble::Archive(of_io(&e, "vault")))?;
                Ok((fixed, Some(writing.finish().map_err(Trouble::fault)?)))
            }
            Bytes::Large(head, rest) => {
                let mut fixity = Fixity::default();
                let mut writing = vault.begin().map_err(Trouble::fault)?;
                let mut from = head.chain(rest);
                let mut piece = Vec::with_capacity(PIECE_BYTES);
                loop {
                    piece.clear();
                    let read = (&mut from).take(PIECE_BYTES as u64).read_to_end(&mut piece);
                    if let Err(error) = read {
                        writing.discard().map_err(Trouble::fault)?;
                        return Err(Trouble::Source(read_problem(&error)));
                    }
                    if piece.is_empty() {
                        break;
                    }
                    let ((), written) = rayon::join(|| fixity.update(&piece), || writing.write_all(&piece));
                    written.map_err(|e| Trouble::Archive(of_io(&e, "vault")))?;
                }
                let fixed = fixity.finish();
                if self.archive.takes_on(&fixed.sha256).map_err(Trouble::Archive)? {
                    return Ok((fixed, Some(writing.finish().map_err(Trouble::fault)?)));
                }
                writing.discard().map_err(Trouble::fault)?;
                Ok((fixed, None))
            }
        }
    }
}

/// Whose fault a failure is: the source's (refuse this one) or the archive's own (stop).
pub(super) enum Trouble {
    Source(Problem),
    Archive(Problem),
}

impl Trouble {
    fn fault(fault: isnad_store_local::Fault) -> Self {
        Self::Archive(of_fault(fault))
    }
}
