//! Every file operation of the ground state goes through here: it names the path when it fails, and what it
//! promises to be on the disk is on the disk.
//!
//! The system calls of a safe replacement: open(tmp, O_CREAT|O_TRUNC), write, fsync, close, rename, fsync(folder).
//! A failed fsync is never tried again: the kernel may have dropped the pages and would report success the next
//! time (PostgreSQL learned this in 2018). The caller stops and the archive is opened afresh.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

/// A file operation that failed.
#[derive(Debug, thiserror::Error)]
#[error("{op} {path}: {source}")]
pub struct Fault {
    /// What was tried: `open`, `write`, `fsync` …
    pub op: &'static str,
    /// On which file.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

/// The result of a file operation.
pub type Result<T> = std::result::Result<T, Fault>;

/// Names operation and path in an error.
pub trait Named<T> {
    /// Adds what was tried on which file.
    fn named(self, op: &'static str, path: &Path) -> Result<T>;
}

impl<T> Named<T> for io::Result<T> {
    fn named(self, op: &'static str, path: &Path) -> Result<T> {
        self.map_err(|source| Fault { op, path: path.to_owned(), source })
    }
}

/// Opens for reading.
pub fn open(path: &Path) -> Result<File> {
    File::open(path).named("open", path)
}

/// Opens for reading, or `None` if it is not there.
pub fn open_if_there(path: &Path) -> Result<Option<File>> {
    match File::open(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).named("open", path),
    }
}

/// Reads a whole file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes).named("read", path)?;
    Ok(bytes)
}

/// Reads a whole file, or `None` if it is not there.
pub fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>> {
    let Some(mut file) = open_if_there(path)? else { return Ok(None) };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).named("read", path)?;
    Ok(Some(bytes))
}

/// Makes a folder and those above it, and makes their names last.
pub fn create_folder(path: &Path) -> Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    // The parent of a bare name is the empty path: the folder that we are in, which is there.
    if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        create_folder(parent)?;
    }
    match fs::create_dir(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error).named("mkdir", path),
        _ => {}
    }
    sync_folder(path.parent().unwrap_or(path))
}

/// Makes the names in a folder last.
pub fn sync_folder(path: &Path) -> Result<()> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    open(path)?.sync_all().named("fsync", path)
}

/// Makes everything written on the file system of `folder` last, in one call.
pub fn sync_file_system(folder: &Path) -> Result<()> {
    let file = open(folder)?;
    #[cfg(target_os = "linux")]
    return rustix::fs::syncfs(&file).map_err(io::Error::from).named("syncfs", folder);
    #[cfg(not(target_os = "linux"))]
    return file.sync_all().named("fsync", folder);
}

/// Writes a file beside and puts it in place whole: after a crash there is the old one or the new one.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    replace_unsynced(path, bytes, true)?;
    sync_folder(path.parent().unwrap_or(path))
}

/// As [`replace`], but the name lasts only after the folder or the file system is synced.
pub fn replace_unsynced(path: &Path, bytes: &[u8], sync_bytes: bool) -> Result<()> {
    let beside = path.with_extension("new");
    let mut file =
        OpenOptions::new().write(true).create(true).truncate(true).open(&beside).named("open", &beside)?;
    file.write_all(bytes).named("write", &beside)?;
    if sync_bytes {
        file.sync_all().named("fsync", &beside)?;
    }
    drop(file);
    rename(&beside, path)
}

/// Renames.
pub fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).named("rename", to)
}

/// Removes a file; one that is not there is no error.
pub fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error).named("remove", path),
        _ => Ok(()),
    }
}

/// Removes a folder of derived files with everything in it; one that is not there is no error.
pub fn remove_folder(path: &Path) -> Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error).named("remove", path),
        _ => Ok(()),
    }
}

/// A file that only grows.
///
/// After an append that failed nothing more is added: what lies behind the last whole one is not known, and a
/// second attempt would be written behind the remains of the first.
#[derive(Debug)]
pub struct Appending {
    file: File,
    path: PathBuf,
    size: u64,
    suspect: bool,
}

impl Appending {
    /// Opens it, making it if it is not there.
    pub fn open(path: &Path) -> Result<Self> {
        let is_new = !path.exists();
        let file = OpenOptions::new().read(true).append(true).create(true).open(path).named("open", path)?;
        if is_new {
            sync_folder(path.parent().unwrap_or(path))?;
        }
        let size = file.metadata().named("stat", path)?.len();
        Ok(Self { file, path: path.to_owned(), size, suspect: false })
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds bytes and returns when they are on the disk; gives the offset at which they begin.
    pub fn append(&mut self, bytes: &[u8]) -> Result<u64> {
        if std::mem::replace(&mut self.suspect, true) {
            return Err(io::Error::other("an earlier write failed")).named("write", &self.path);
        }
        let at = self.size;
        self.file.write_all(bytes).named("write", &self.path)?;
        self.file.sync_data().named("fsync", &self.path)?;
        self.suspect = false;
        self.size += bytes.len() as u64;
        Ok(at)
    }

    /// Reads back from the file itself.
    pub fn read_at(&self, offset: u64, size: usize) -> Result<Vec<u8>> {
        use std::os::unix::fs::FileExt;
        let mut bytes = vec![0; size];
        self.file.read_exact_at(&mut bytes, offset).named("read", &self.path)?;
        Ok(bytes)
    }

    /// Cuts off what was written and never acknowledged.
    pub fn cut(&mut self, size: u64) -> Result<()> {
        self.file.set_len(size).named("truncate", &self.path)?;
        self.file.sync_all().named("fsync", &self.path)?;
        self.size = size;
        Ok(())
    }
}
