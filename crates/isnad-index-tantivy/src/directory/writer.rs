//! Writing a sealed file from its beginning to its end.

use std::{fs, io, io::Write, path::Path, sync::Arc};

use isnad_crypto::block::BlockCipher;
use rand::rngs::OsRng;
use tantivy::directory::{AntiCallToken, TerminatingWrite};

use super::{BLOCK_BYTES, LAST, Shared, file_name};

/// A file being written. It can be read once it was ended: only then has it a last block.
pub(super) struct SealedWriter {
    shared: Arc<Shared>,
    name: String,
    file: fs::File,
    /// Plain bytes that are not sealed yet: at most one block, since any but the last is sealed when full.
    pending: Vec<u8>,
    n_blocks: u64,
}

impl SealedWriter {
    /// Makes a file that must not be there yet.
    pub(super) fn create(shared: Arc<Shared>, path: &Path) -> io::Result<Self> {
        let name = file_name(path)?.to_owned();
        let file = fs::File::create_new(shared.folder.join(&name))?;
        Ok(Self { shared, name, file, pending: Vec::with_capacity(BLOCK_BYTES), n_blocks: 0 })
    }

    fn seal_pending(&mut self, mark: u64) -> io::Result<()> {
        let number = self.n_blocks | mark;
        let sealed = self.shared.cipher.seal(&self.name, number, &self.pending, &mut OsRng);
        self.file.write_all(&sealed)?;
        self.pending.clear();
        self.n_blocks += 1;
        Ok(())
    }
}

impl Write for SealedWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full block waits for the byte after it: it may be the last.
        if self.pending.len() == BLOCK_BYTES && !bytes.is_empty() {
            self.seal_pending(0)?;
        }
        let n_taken = bytes.len().min(BLOCK_BYTES - self.pending.len());
        self.pending.extend_from_slice(&bytes[..n_taken]);
        Ok(n_taken)
    }

    /// Nothing can be read before the end, so there is nothing to hasten.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl TerminatingWrite for SealedWriter {
    fn terminate_ref(&mut self, _: AntiCallToken) -> io::Result<()> {
        self.seal_pending(LAST)?;
        self.file.sync_data()
    }
}

/// A whole file at once.
pub(super) fn seal_all(cipher: &BlockCipher, name: &str, plain: &[u8]) -> Vec<u8> {
    let n_blocks = plain.len().div_ceil(BLOCK_BYTES).max(1);
    (0..n_blocks)
        .flat_map(|number| {
            let block = &plain[number * BLOCK_BYTES..plain.len().min((number + 1) * BLOCK_BYTES)];
            let mark = if number + 1 == n_blocks { LAST } else { 0 };
            cipher.seal(name, number as u64 | mark, block, &mut OsRng)
        })
        .collect()
}
