//! Reading a sealed file at any place.

use std::{
    fmt, fs, io,
    io::{Read, Seek, SeekFrom},
    ops::Range,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use isnad_crypto::block::OVERHEAD_BYTES;
use tantivy::{
    HasLen,
    directory::{FileHandle, OwnedBytes},
};

use super::{BLOCK_BYTES, LAST, STORED_BYTES, Shared, file_name};

/// A file that was opened for reading. It stays readable after it was deleted from the folder.
pub(super) struct SealedFile {
    shared: Arc<Shared>,
    name: String,
    file: Mutex<fs::File>,
    /// Distinguishes this opening in the cache: a name may come back with other content.
    id: u64,
    n_blocks: u64,
    plain_bytes: usize,
}

impl SealedFile {
    /// Opens a file and its last block, which shows that nothing is cut off.
    pub(super) fn open(shared: Arc<Shared>, path: &Path) -> io::Result<Self> {
        static NEXT_ID: AtomicU64 = AtomicU64::new(0);
        let name = file_name(path)?.to_owned();
        let file = fs::File::open(shared.folder.join(&name))?;
        let stored_bytes = usize::try_from(file.metadata()?.len()).map_err(|_| damaged())?;
        let n_blocks = stored_bytes.div_ceil(STORED_BYTES);
        let plain_bytes = stored_bytes.checked_sub(n_blocks * OVERHEAD_BYTES).ok_or_else(damaged)?;
        if n_blocks == 0 {
            return Err(damaged());
        }
        let id = NEXT_ID.fetch_add(1, Ordering::Relaxed);
        let this = Self { shared, name, file: Mutex::new(file), id, n_blocks: n_blocks as u64, plain_bytes };
        this.block(this.n_blocks - 1)?;
        Ok(this)
    }

    /// The whole file.
    pub(super) fn read_all(&self) -> io::Result<Vec<u8>> {
        self.gather(0..self.plain_bytes)
    }

    fn gather(&self, range: Range<usize>) -> io::Result<Vec<u8>> {
        let mut out = Vec::with_capacity(range.len());
        while range.start + out.len() < range.end {
            let at = range.start + out.len();
            let block = self.block((at / BLOCK_BYTES) as u64)?;
            let begin = at % BLOCK_BYTES;
            let end = block.len().min(begin + (range.end - at));
            out.extend_from_slice(block.get(begin..end).ok_or_else(damaged)?);
        }
        Ok(out)
    }

    /// One block, opened.
    fn block(&self, number: u64) -> io::Result<Arc<[u8]>> {
        if let Some(plain) = self.shared.cache.get(self.id, number) {
            return Ok(plain);
        }
        let is_last = number + 1 == self.n_blocks;
        let plain_bytes =
            if is_last { self.plain_bytes - number as usize * BLOCK_BYTES } else { BLOCK_BYTES };
        let mut stored = vec![0; plain_bytes + OVERHEAD_BYTES];
        {
            let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
            file.seek(SeekFrom::Start(number * STORED_BYTES as u64))?;
            file.read_exact(&mut stored)?;
        }
        let sealed_as = if is_last { number | LAST } else { number };
        let plain = self.shared.cipher.open(&self.name, sealed_as, &stored).map_err(|_| damaged())?;
        let plain: Arc<[u8]> = plain.into();
        self.shared.cache.put(self.id, number, &plain);
        Ok(plain)
    }
}

impl FileHandle for SealedFile {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        if range.end > self.plain_bytes || range.start > range.end {
            return Err(damaged());
        }
        let (first, last) = (range.start / BLOCK_BYTES, range.end.saturating_sub(1) / BLOCK_BYTES);
        if first == last && !range.is_empty() {
            let begin = first * BLOCK_BYTES;
            let block = OwnedBytes::new(self.block(first as u64)?);
            return Ok(block.slice(range.start - begin..range.end - begin));
        }
        Ok(OwnedBytes::new(self.gather(range)?))
    }
}

impl HasLen for SealedFile {
    fn len(&self) -> usize {
        self.plain_bytes
    }
}

impl fmt::Debug for SealedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealedFile({})", self.name)
    }
}

fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, isnad_crypto::Unsealed)
}
