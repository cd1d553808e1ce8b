//! A document in the clothes of a ZIP: its parts by name, unfolded within the same limits as any container.
//!
//! A document that lost its directory is read by the headers of its members, for as long as they can be followed.

use super::{Source, xml};
use crate::{Budget, Limits, wire::Sink};
use encoding_rs::{Encoding, UTF_8};
use isnad_model::Problem;
use std::{
    collections::BTreeMap,
    io::{self, BufRead, BufReader, Cursor, Read},
};
use zip::{
    ZipReadOptions,
    read::{Config, OwnedZipFileEntry, read_zipfile_from_stream},
    unstable::read::ZipIterable,
};

/// The parts of a document. A book of a thousand pages with a picture on each has some two thousand.
const PARTS_MAX: usize = 100_000;
/// What is kept in memory of one part that must be there as a whole.
const PART_BYTES_MAX: u64 = 64 << 20;
/// What is kept in memory of all parts of a document without its directory.
const SALVAGE_BYTES_MAX: u64 = 256 << 20;

/// An open document.
pub(super) struct Package<'s> {
    source: &'s mut dyn Source,
    entries: BTreeMap<String, OwnedZipFileEntry>,
    salvaged: BTreeMap<String, Vec<u8>>,
    budget: Budget,
    bomb: Option<Problem>,
    is_whole: bool,
}

impl<'s> Package<'s> {
    /// Opens a document. `wanted` says which parts are worth keeping when each must be kept as it passes by.
    pub(super) fn open(source: &'s mut dyn Source, wanted: &dyn Fn(&str) -> bool) -> Self {
        Self::within(source, wanted, Limits::default())
    }

    fn within(source: &'s mut dyn Source, wanted: &dyn Fn(&str) -> bool, limits: Limits) -> Self {
        let size = source.seek(io::SeekFrom::End(0)).unwrap_or(0);
        let budget = Budget::new(size, limits);
        let (entries, salvaged) = (BTreeMap::new(), BTreeMap::new());
        let mut package = Self { source, entries, salvaged, budget, bomb: None, is_whole: true };
        if !package.follow_directory() {
            package.salvage(wanted);
            package.is_whole = false;
        }
        package
    }

    /// Takes in the directory; false if there is none.
    fn follow_directory(&mut self) -> bool {
        let Ok(mut zip) = ZipIterable::try_new(&mut *self.source, Config::default()) else { return false };
        let Ok(directory) = zip.files() else { return false };
        for entry in directory {
            let Ok(entry) = entry else {
                self.is_whole = false;
                break;
            };
            if self.entries.len() == PARTS_MAX {
                self.is_whole = false;
                break;
            }
            let Ok(name) = std::str::from_utf8(entry.name_raw()).map(str::to_owned) else { continue };
            // Of two parts of one name, programs show the first or the last; neither is right.
            if self.entries.insert(name, entry.into()).is_some() {
                self.is_whole = false;
            }
        }
        !self.entries.is_empty()
    }

    fn salvage(&mut self, wanted: &dyn Fn(&str) -> bool) {
        if self.source.rewind().is_err() {
            return;
        }
        let mut left = SALVAGE_BYTES_MAX;
        while let Ok(Some(mut file)) = read_zipfile_from_stream(&mut self.source) {
            let Ok(name) = std::str::from_utf8(file.name_raw()).map(str::to_owned) else { continue };
            if !wanted(&name) || self.salvaged.len() == PARTS_MAX {
                continue;
            }
            let mut bytes = Vec::new();
            // A part that was cut off is still worth its beginning.
            let _cut_off = (&mut file).take(PART_BYTES_MAX.min(left)).read_to_end(&mut bytes);
            left -= bytes.len() as u64;
            self.salvaged.insert(name, bytes);
        }
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.contains_key(name) || self.salvaged.contains_key(name)
    }

    /// The names of all parts, in the order of their letters.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().chain(self.salvaged.keys()).map(String::as_str)
    }

    /// Streams a part to a reader. Nothing if it is not there or cannot be opened.
    pub(super) fn part<T>(&mut self, name: &str, read: impl FnOnce(&mut dyn BufRead) -> T) -> Option<T> {
        if let Some(bytes) = self.salvaged.get(name) {
            return in_utf8(&mut bytes.as_slice(), read);
        }
        let entry = self.entries.get(name)?.as_ref();
        let mut source = &mut *self.source;
        let file = entry.with_reader(&mut source, ZipReadOptions::new()).ok()?;
        let bounded = Bounded { content: file, budget: &mut self.budget, bomb: &mut self.bomb };
        in_utf8(&mut BufReader::with_capacity(32 << 10, bounded), read)
    }

    /// Goes through a part that is XML, if it is there, and says so when it is damaged.
    pub(super) fn walk(&mut self, name: &str, sink: &mut Sink<'_>, each: &mut dyn FnMut(xml::Node<'_>)) {
        if !self.walk_quietly(name, each) {
            sink.problem(damaged(name));
        }
    }

    /// The same, but gives back whether the part was sound; one that is absent is.
    pub(super) fn walk_quietly(&mut self, name: &str, each: &mut dyn FnMut(xml::Node<'_>)) -> bool {
        self.part(name, |part| xml::walk(part, each)).map_or(!self.has(name), |outcome| outcome.is_ok())
    }

    /// Says what is wrong with the document as a whole.
    pub(super) fn report(&mut self, sink: &mut Sink<'_>) {
        if !self.is_whole {
            sink.problem(damaged("zip"));
        }
        if let Some(problem) = self.bomb.take() {
            sink.problem(problem);
        }
    }
}

/// A part of the document is damaged, absent or cut off.
pub(super) fn damaged(part: &str) -> Problem {
    Problem::new("document-damaged").text("part", part)
}

/// Hands a part to its reader, in UTF-8 if it is marked as UTF-16.
pub(super) fn in_utf8<T>(part: &mut dyn BufRead, read: impl FnOnce(&mut dyn BufRead) -> T) -> Option<T> {
    let encoding = part.fill_buf().ok().and_then(Encoding::for_bom).map_or(UTF_8, |(encoding, _)| encoding);
    if encoding == UTF_8 {
        return Some(read(part));
    }
    let mut bytes = Vec::new();
    let _cut_off = part.take(PART_BYTES_MAX).read_to_end(&mut bytes);
    let (text, _, _) = encoding.decode(&bytes);
    Some(read(&mut Cursor::new(text.as_bytes())))
}

/// Content that counts what it unfolds into.
struct Bounded<'b, R> {
    content: R,
    budget: &'b mut Budget,
    bomb: &'b mut Option<Problem>,
}

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.content.read(buf)?;
        match self.budget.spend(n as u64) {
            Ok(()) => Ok(n),
            Err(problem) => {
                *self.bomb = Some(problem);
                Err(io::ErrorKind::InvalidData.into())
            }
        }
    }
}

#[cfg(test)]
mod tests;
