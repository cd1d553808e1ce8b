//! The file of acts: frames appended one after the other, read back one by one.

use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

use isnad_ledger::frame::{self, Found};

use crate::durable::{self, Appending, Named, Result};

/// Where an act lies in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Offset of its frame in bytes.
    pub offset: u64,
    /// Size of its frame in bytes.
    pub size: usize,
}

/// The file of acts, open for appending.
#[derive(Debug)]
pub struct Acts(Appending);

impl Acts {
    /// Opens it.
    pub fn open(path: &Path) -> Result<Self> {
        Appending::open(path).map(Self)
    }

    /// Appends an act; it is on the disk when this returns.
    pub fn append(&mut self, act: &[u8]) -> Result<Place> {
        let mut bytes = Vec::with_capacity(act.len() + frame::OVERHEAD_BYTES);
        frame::put(act, &mut bytes);
        let offset = self.0.append(&bytes)?;
        Ok(Place { offset, size: bytes.len() })
    }

    /// Reads an act back from the disk; `None` if what lies there is no whole frame.
    pub fn read(&self, place: Place) -> Result<Option<Vec<u8>>> {
        let bytes = self.0.read_at(place.offset, place.size)?;
        Ok(match frame::get(&bytes) {
            Found::Whole(act) => Some(act.to_vec()),
            Found::Torn | Found::Damaged => None,
        })
    }

    /// Where the next act will lie.
    pub fn end(&self) -> u64 {
        self.0.size()
    }

    /// Cuts off a tail that was never acknowledged.
    pub fn cut(&mut self, end: u64) -> Result<()> {
        self.0.cut(end)
    }
}

/// Something met while reading the file from one end to the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Met {
    /// An act.
    Act(Place, Vec<u8>),
    /// Bytes that are no whole frame; reading goes on at the next one.
    Damaged(Place),
    /// The file ends within a frame.
    Torn(Place),
}

/// Reads all frames of a file, a mebibyte at a time.
#[derive(Debug)]
pub struct Frames {
    file: File,
    path: PathBuf,
    buffer: Vec<u8>,
    /// Offset in the file of the first byte of `buffer`.
    offset: u64,
    at_end: bool,
}

const READ_BYTES: usize = 1 << 20;

impl Frames {
    /// Reads from `offset` on.
    pub fn open(path: &Path, offset: u64) -> Result<Self> {
        use std::io::{Seek, SeekFrom};
        let mut file = durable::open(path)?;
        file.seek(SeekFrom::Start(offset)).named("seek", path)?;
        Ok(Self { file, path: path.to_owned(), buffer: Vec::new(), offset, at_end: false })
    }

    /// The next thing in the file.
    pub fn next_met(&mut self) -> Result<Option<Met>> {
        self.fill(frame::HEAD_BYTES)?;
        if self.buffer.is_empty() {
            return Ok(None);
        }
        if let Some(size) = frame::head(&self.buffer) {
            self.fill(size + frame::OVERHEAD_BYTES)?;
        }
        let (taken, damaged) = match frame::get(&self.buffer) {
            Found::Whole(act) => {
                let size = act.len() + frame::OVERHEAD_BYTES;
                let met = Met::Act(Place { offset: self.offset, size }, act.to_vec());
                self.take(size);
                return Ok(Some(met));
            }
            Found::Torn => (self.buffer.len(), false),
            Found::Damaged => (self.find_next_frame()?, true),
        };
        let place = Place { offset: self.offset, size: taken };
        self.take(taken);
        Ok(Some(if damaged { Met::Damaged(place) } else { Met::Torn(place) }))
    }

    /// How many bytes to skip until a frame head that holds, or the end.
    fn find_next_frame(&mut self) -> Result<usize> {
        let mut skip = 1;
        loop {
            self.fill(skip + frame::HEAD_BYTES)?;
            let Some(rest) = self.buffer.get(skip..) else { return Ok(self.buffer.len()) };
            if rest.len() < frame::HEAD_BYTES {
                return Ok(self.buffer.len());
            }
            if frame::head(rest).is_some() {
                return Ok(skip);
            }
            skip += 1;
        }
    }

    fn take(&mut self, size: usize) {
        self.buffer.drain(..size);
        self.offset += size as u64;
    }

    fn fill(&mut self, size: usize) -> Result<()> {
        while self.buffer.len() < size && !self.at_end {
            let mut part = Vec::with_capacity(READ_BYTES.max(size));
            let n = (&mut self.file)
                .take(READ_BYTES.max(size) as u64)
                .read_to_end(&mut part)
                .named("read", &self.path)?;
            self.at_end = n == 0;
            self.buffer.append(&mut part);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
