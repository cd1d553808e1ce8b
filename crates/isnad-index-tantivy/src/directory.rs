//! A tantivy directory whose files lie sealed in a real folder.
//!
//! tantivy has no encryption of its own, and an index is the text of the archive in another order.
//! A file is a row of blocks of [`BLOCK_BYTES`], each sealed by itself, bound to the file's name and to its
//! number, so that any place can be read without the rest. The last block carries a mark in its number: a
//! file that was cut off, or lengthened, has no last block that opens. The plain length follows from the
//! stored length and needs no header.

use std::{
    fmt, fs, io,
    io::Write,
    path::{Path, PathBuf},
    sync::Arc,
};

use isnad_crypto::{
    Secret,
    block::{BlockCipher, OVERHEAD_BYTES},
};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, WatchCallback, WatchHandle, WritePtr,
    error::{DeleteError, LockError, OpenReadError, OpenWriteError},
};

mod cache;
mod locks;
mod reader;
mod writer;

use cache::Cache;
use locks::Locks;
use reader::SealedFile;
use writer::SealedWriter;

/// Plain bytes in a block: one read of a posting list opens few blocks, and sealing adds 0.25 %.
const BLOCK_BYTES: usize = 16 * 1024;
/// Bytes of a whole block on disk.
const STORED_BYTES: usize = BLOCK_BYTES + OVERHEAD_BYTES;
/// Set in the number of the last block of a file.
const LAST: u64 = 1 << 63;

/// A folder of sealed files. The names of the files are tantivy's own: chance numbers that say nothing.
///
/// One process at a time may write in a folder; the archive's own lock sees to that.
#[derive(Clone)]
pub struct EncryptedDirectory {
    shared: Arc<Shared>,
}

struct Shared {
    folder: PathBuf,
    cipher: BlockCipher,
    cache: Cache,
    locks: Arc<Locks>,
}

impl EncryptedDirectory {
    /// Opens a folder, and makes it if it is not there.
    pub fn open(folder: &Path, secret: &Secret) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let shared = Shared {
            folder: folder.to_owned(),
            cipher: BlockCipher::new(secret),
            cache: Cache::default(),
            locks: Arc::default(),
        };
        Ok(Self { shared: Arc::new(shared) })
    }

    fn open_sealed(&self, path: &Path) -> Result<SealedFile, OpenReadError> {
        SealedFile::open(Arc::clone(&self.shared), path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => OpenReadError::FileDoesNotExist(path.to_owned()),
            _ => OpenReadError::wrap_io_error(error, path.to_owned()),
        })
    }
}

impl fmt::Debug for EncryptedDirectory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EncryptedDirectory")
    }
}

impl Directory for EncryptedDirectory {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        Ok(Arc::new(self.open_sealed(path)?))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        fs::remove_file(self.shared.folder.join(path)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => DeleteError::FileDoesNotExist(path.to_owned()),
            _ => DeleteError::IoError { io_error: Arc::new(error), filepath: path.to_owned() },
        })
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        let found = self.shared.folder.join(path).try_exists();
        found.map_err(|error| OpenReadError::wrap_io_error(error, path.to_owned()))
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        let writer =
            SealedWriter::create(Arc::clone(&self.shared), path).map_err(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => OpenWriteError::FileAlreadyExists(path.to_owned()),
                _ => OpenWriteError::wrap_io_error(error, path.to_owned()),
            })?;
        Ok(WritePtr::new(Box::new(writer)))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        let file = self.open_sealed(path)?;
        file.read_all().map_err(|error| OpenReadError::wrap_io_error(error, path.to_owned()))
    }

    fn atomic_write(&self, path: &Path, plain: &[u8]) -> io::Result<()> {
        let name = file_name(path)?;
        let beside = self.shared.folder.join(format!("{name}.new"));
        let mut file = fs::File::create(&beside)?;
        file.write_all(&writer::seal_all(&self.shared.cipher, name, plain))?;
        file.sync_all()?;
        fs::rename(&beside, self.shared.folder.join(name))
    }

    fn sync_directory(&self) -> io::Result<()> {
        // Where folders cannot be opened as files, renames are durable by themselves.
        if cfg!(unix) { fs::File::open(&self.shared.folder)?.sync_all() } else { Ok(()) }
    }

    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        let held = Locks::acquire(&self.shared.locks, lock).ok_or(LockError::LockBusy)?;
        Ok(DirectoryLock::from(Box::new(held)))
    }

    /// Nobody else changes the folder: whoever commits reloads.
    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty())
    }
}

/// The name under which blocks are sealed. tantivy's files lie in no folders and have plain names.
fn file_name(path: &Path) -> io::Result<&str> {
    path.to_str().filter(|name| !name.contains(['/', '\\'])).ok_or_else(|| io::ErrorKind::InvalidInput.into())
}

#[cfg(test)]
mod tests;
