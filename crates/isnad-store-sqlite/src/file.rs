//! The sealed file under SQLite: a header that says whether it was left whole, then pages.
//!
//! Every byte of the file is under some seal or compared with a constant, so no change goes unseen.

mod header;

pub(crate) use header::HEADER_BYTES;

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{ErrorKind, Read, Seek, SeekFrom, Write},
    path::Path,
};

use isnad_crypto::{
    Secret,
    block::{BlockCipher, OVERHEAD_BYTES},
    hash::hex,
};
use rand::{RngCore, rngs::OsRng};

use self::header::Header;
use crate::Error;

/// SQLite's page size: what is sealed together. Measured: see `docs/formats/views.md`.
pub(crate) const PAGE_BYTES: usize = 8192;
/// A page as stored.
pub(crate) const STORED_BYTES: usize = PAGE_BYTES + OVERHEAD_BYTES;

/// What was found where the views should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Views that were left whole: go on after the last entry that they have applied.
    Kept,
    /// Nothing.
    Absent,
    /// Views that were being written when their process ended.
    Unclean,
    /// Views of another schema or format version.
    Outdated,
    /// Views that do not open: another key, or altered.
    Unreadable,
}

impl Found {
    /// Whether the views are empty now and must be made again from the ledger.
    pub fn is_fresh(self) -> bool {
        self != Self::Kept
    }
}

/// A failure below SQLite, which SQLite can only report as a number.
#[derive(Debug)]
pub(crate) enum Fault {
    Damaged,
    Io(std::io::Error),
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Damaged => Self::Damaged,
            Fault::Io(error) if error.kind() == ErrorKind::StorageFull => Self::Full,
            Fault::Io(error) => Self::Io(error),
        }
    }
}

/// An open file of sealed pages.
pub(crate) struct SealedFile {
    file: File,
    cipher: BlockCipher,
    header: Header,
    /// Binds pages to this making of the file: those of an earlier one do not open.
    label: String,
    n_pages: u64,
    /// The first failure, until it is told.
    fault: Option<Fault>,
    /// Whether there was one. SQLite may have left anything half-done, so nothing is read or written any more.
    is_spoiled: bool,
}

impl SealedFile {
    /// Opens the file for this process alone; makes it fresh unless it can be trusted.
    pub(crate) fn open(path: &Path, secret: &Secret, schema_version: u32) -> Result<(Self, Found), Error> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path)?;
        file.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => Error::InUse,
            TryLockError::Error(error) => error.into(),
        })?;
        let cipher = BlockCipher::new(secret);
        let size_bytes = file.metadata()?.len();
        let found = header::read(&mut file, &cipher, schema_version, size_bytes)?;
        let (header, found) = match found {
            Ok(header) => (header, Found::Kept),
            Err(found) => (Header::new(schema_version), found),
        };
        let mut sealed = Self {
            file,
            cipher,
            label: label(&header),
            n_pages: header.n_pages,
            header,
            fault: None,
            is_spoiled: false,
        };
        if found.is_fresh() {
            sealed.reset(schema_version)?;
        }
        Ok((sealed, found))
    }

    /// Throws everything away and begins a new making of the file.
    pub(crate) fn reset(&mut self, schema_version: u32) -> Result<(), Error> {
        self.header = Header::new(schema_version);
        self.label = label(&self.header);
        (self.n_pages, self.fault, self.is_spoiled) = (0, None, false);
        self.file.set_len(0)?;
        self.write_header()?;
        self.file.sync_all()?;
        Ok(())
    }

    /// Size as SQLite sees it.
    pub(crate) fn size_bytes(&self) -> u64 {
        self.n_pages * PAGE_BYTES as u64
    }

    /// Reads at any place; what lies beyond the end is zeros, and the number of bytes before it is returned.
    pub(crate) fn read(&mut self, buffer: &mut [u8], offset: u64) -> Option<usize> {
        self.noting_fault(|file| file.try_read(buffer, offset))
    }

    /// Writes at any place.
    pub(crate) fn write(&mut self, bytes: &[u8], offset: u64) -> Option<()> {
        self.noting_fault(|file| file.try_write(bytes, offset))
    }

    /// Cuts the file off after the page that holds byte `size_bytes`.
    pub(crate) fn truncate(&mut self, size_bytes: u64) -> Option<()> {
        self.noting_fault(|file| {
            file.mark_unclean()?;
            file.n_pages = file.n_pages.min(size_bytes.div_ceil(PAGE_BYTES as u64));
            Ok(file.file.set_len(place(file.n_pages))?)
        })
    }

    /// Makes everything durable, and only then says that the file is whole.
    pub(crate) fn settle(&mut self) -> Result<(), Error> {
        if self.is_spoiled {
            return Err(Error::Damaged);
        }
        if self.header.is_clean {
            return Ok(());
        }
        self.file.sync_all()?;
        (self.header.n_pages, self.header.is_clean) = (self.n_pages, true);
        self.write_header()?;
        self.file.sync_all()?;
        Ok(())
    }

    /// Why the file can no longer be used: the failure itself once, and then that it is damaged.
    pub(crate) fn failure(&mut self) -> Option<Error> {
        match self.fault.take() {
            Some(fault) => Some(fault.into()),
            None => self.is_spoiled.then_some(Error::Damaged),
        }
    }

    fn noting_fault<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, Fault>) -> Option<T> {
        if self.is_spoiled {
            return None;
        }
        match work(self) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.is_spoiled = true;
                self.fault = Some(fault);
                // The next opening must not trust this file. If even the mark fails, it will meet the same fault.
                let _ = self.mark_unclean();
                None
            }
        }
    }

    fn try_read(&mut self, buffer: &mut [u8], offset: u64) -> Result<usize, Fault> {
        let n_there = self.size_bytes().saturating_sub(offset).min(buffer.len() as u64) as usize;
        let (there, beyond) = buffer.split_at_mut(n_there);
        beyond.fill(0);
        for (number, within, part) in pieces(offset, n_there) {
            let page = self.read_page(number)?;
            there[part].copy_from_slice(&page[within]);
        }
        Ok(n_there)
    }

    fn try_write(&mut self, bytes: &[u8], offset: u64) -> Result<(), Fault> {
        self.mark_unclean()?;
        for (number, within, part) in pieces(offset, bytes.len()) {
            // Pages that SQLite skips are sealed as well: a hole could not be told from a wiped page.
            while self.n_pages < number {
                self.write_page(self.n_pages, &[0; PAGE_BYTES])?;
            }
            if within.len() == PAGE_BYTES {
                self.write_page(number, &bytes[part])?;
            } else {
                let mut page =
                    if number < self.n_pages { self.read_page(number)? } else { vec![0; PAGE_BYTES] };
                page[within].copy_from_slice(&bytes[part]);
                self.write_page(number, &page)?;
            }
        }
        Ok(())
    }

    fn read_page(&mut self, number: u64) -> Result<Vec<u8>, Fault> {
        let mut stored = vec![0; STORED_BYTES];
        self.file.seek(SeekFrom::Start(place(number)))?;
        self.file.read_exact(&mut stored).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => Fault::Damaged,
            _ => Fault::Io(error),
        })?;
        let page = self.cipher.open(&self.label, number, &stored).map_err(|_| Fault::Damaged)?;
        if page.len() == PAGE_BYTES { Ok(page) } else { Err(Fault::Damaged) }
    }

    fn write_page(&mut self, number: u64, page: &[u8]) -> Result<(), Fault> {
        let stored = self.cipher.seal(&self.label, number, page, &mut OsRng);
        self.file.seek(SeekFrom::Start(place(number)))?;
        self.file.write_all(&stored)?;
        self.n_pages = self.n_pages.max(number + 1);
        Ok(())
    }

    /// Before the first change after a settling: the mark must be on the disk before any changed page is.
    fn mark_unclean(&mut self) -> Result<(), Fault> {
        if self.header.is_clean {
            self.header.is_clean = false;
            self.write_header()?;
            self.file.sync_all()?;
        }
        Ok(())
    }

    fn write_header(&mut self) -> std::io::Result<()> {
        let bytes = self.header.seal(&self.cipher);
        self.file.seek(SeekFrom::Start(0))?;
        self.file.write_all(&bytes)
    }
}

fn label(header: &Header) -> String {
    format!("views/{}", hex(&header.making))
}

/// Where a stored page begins.
fn place(number: u64) -> u64 {
    HEADER_BYTES as u64 + number * STORED_BYTES as u64
}

/// Cuts a range of bytes at the pages' borders: page number, range within the page, range within the buffer.
fn pieces(
    offset: u64,
    length: usize,
) -> impl Iterator<Item = (u64, std::ops::Range<usize>, std::ops::Range<usize>)> {
    let mut done = 0;
    std::iter::from_fn(move || {
        let at = offset + done as u64;
        let begin = (at % PAGE_BYTES as u64) as usize;
        let n = (PAGE_BYTES - begin).min(length - done);
        let piece = (at / PAGE_BYTES as u64, begin..begin + n, done..done + n);
        done += n;
        (n > 0).then_some(piece)
    })
}

/// Sixteen bytes of chance.
fn chance() -> [u8; 16] {
    let mut bytes = [0; 16];
    OsRng.fill_bytes(&mut bytes);
    bytes
}

#[cfg(test)]
mod tests;
