//! Compound files: a small file system in one file ([MS-CFB]).
//!
//! Written here for files that are damaged: a table that was cut off takes only the streams that need it, chains
//! that loop end, and no stated size is believed beyond the size of the file.

use crate::formats::Source;
use std::{
    collections::BTreeSet,
    io::{Read, SeekFrom},
};

/// Sectors with a higher number are no sectors.
const SECTOR_MAX: u32 = 0xFFFF_FFFA;
const END: u32 = 0xFFFF_FFFE;
const NOTHING: u32 = 0xFFFF_FFFF;
/// Entries of the directory. A mailbox of a few thousand letters has fewer.
const ENTRIES_MAX: usize = 1 << 20;
/// Sectors that follow one another are read together up to this length.
const RUN_BYTES: u64 = 64 << 10;

/// The number of the root among the entries of the directory.
pub(in crate::formats) const ROOT: u32 = 0;

/// An open compound file.
pub(in crate::formats) struct Compound<'s> {
    source: &'s mut dyn Source,
    size: u64,
    sector_bytes: usize,
    mini_bytes: usize,
    /// Streams below this size lie in small sectors.
    mini_below: u64,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    is_stream: bool,
    class: [u8; 16],
    left: u32,
    right: u32,
    child: u32,
    start: u32,
    size: u64,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

impl<'s> Compound<'s> {
    /// Opens a file; nothing if its header or its directory cannot be read.
    pub(in crate::formats) fn open(source: &'s mut dyn Source) -> Option<Self> {
        let size = source.seek(SeekFrom::End(0)).ok()?;
        let mut head = vec![0; 512];
        source.rewind().ok()?;
        source.read_exact(&mut head).ok()?;
        let (shift, mini_shift) = (u16_at(&head, 30)?, u16_at(&head, 32)?);
        if !matches!(shift, 7..=16) || !(4..=shift).contains(&mini_shift) {
            return None;
        }
        let mut file = Self {
            source,
            size,
            sector_bytes: 1 << shift,
            mini_bytes: 1 << mini_shift,
            mini_below: u32_at(&head, 56)?.into(),
            table: Vec::new(),
            mini_table: Vec::new(),
            mini: Vec::new(),
            entries: Vec::new(),
        };
        file.read_table(&head)?;
        let directory = file.content(u32_at(&head, 48)?, file.size);
        file.entries = directory.chunks_exact(128).take(ENTRIES_MAX).map(entry).collect();
        let mini_table = file.content(u32_at(&head, 60)?, file.size);
        file.mini_table = words(&mini_table).collect();
        let (start, mini_size) = file.entries.first().map(|root| (root.start, root.size))?;
        file.mini = file.content(start, mini_size);
        Some(file)
    }

    /// The table that says which sector follows which (2.3 and 2.5).
    fn read_table(&mut self, head: &[u8]) -> Option<()> {
        let n_sectors = self.size / self.sector_bytes as u64 + 1;
        let n_tables = u64::from(u32_at(head, 44)?).min(n_sectors);
        let mut places: Vec<u32> = words(&head[76..]).take_while(|sector| *sector < SECTOR_MAX).collect();
        let mut next = u32_at(head, 68)?;
        let mut left = n_sectors;
        while next < SECTOR_MAX && left > 0 && (places.len() as u64) < n_tables {
            let more = self.sector(next);
            let mut numbers: Vec<u32> = words(&more).collect();
            next = numbers.pop().unwrap_or(END);
            places.extend(numbers.into_iter().take_while(|sector| *sector < SECTOR_MAX));
            left -= 1;
        }
        places.truncate(n_tables as usize);
        for place in places {
            let mut sector = self.sector(place);
            // A part of the table that is lost ends the chains that lead through it.
            sector.resize(self.sector_bytes, 0xFF);
            self.table.extend(words(&sector));
        }
        Some(())
    }

    /// One sector, or what there is of it.
    fn sector(&mut self, number: u32) -> Vec<u8> {
        self.run(number, 1)
    }

    /// Sectors that follow one another, or what there is of them.
    fn run(&mut self, first: u32, n: u64) -> Vec<u8> {
        let mut bytes = Vec::new();
        let start = (u64::from(first) + 1) * self.sector_bytes as u64;
        if start < self.size && self.source.seek(SeekFrom::Start(start)).is_ok() {
            let length = self.sector_bytes as u64 * n;
            let _cut_off = (&mut *self.source).take(length).read_to_end(&mut bytes);
        }
        bytes
    }

    /// What lies in a chain of sectors, at most so many bytes.
    fn content(&mut self, start: u32, size: u64) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.each_run(start, size, &mut |run| bytes.extend_from_slice(run));
        bytes
    }

    /// Hands over what lies in a chain of sectors run by run, at most so many bytes; gives how many they were.
    fn each_run(&mut self, start: u32, size: u64, each: &mut dyn FnMut(&[u8])) -> u64 {
        let size = size.min(self.size);
        let run_max = (RUN_BYTES / self.sector_bytes as u64).max(1);
        let (mut done, mut next, mut left) = (0, start, self.table.len() as u64);
        while next < SECTOR_MAX && left > 0 && done < size {
            let (first, mut n) = (next, 0);
            while next == first + n as u32 && next < SECTOR_MAX && n < run_max.min(left) {
                next = self.table.get(next as usize).copied().unwrap_or(END);
                n += 1;
            }
            left -= n;
            let mut run = self.run(first, n);
            let is_whole = run.len() as u64 == n * self.sector_bytes as u64;
            run.truncate((size - done).min(run.len() as u64) as usize);
            done += run.len() as u64;
            each(&run);
            if !is_whole {
                break;
            }
        }
        done
    }

    fn mini_content(&self, start: u32, size: u64) -> Vec<u8> {
        let size = size.min(self.mini.len() as u64) as usize;
        let (mut bytes, mut next, mut left) = (Vec::new(), start, self.mini_table.len());
        while next < SECTOR_MAX && left > 0 && bytes.len() < size {
            let at = next as usize * self.mini_bytes;
            let Some(piece) = self.mini.get(at..(at + self.mini_bytes).min(self.mini.len())) else { break };
            bytes.extend_from_slice(piece);
            next = self.mini_table.get(next as usize).copied().unwrap_or(END);
            left -= 1;
        }
        bytes.truncate(size);
        bytes
    }

    /// The numbers of the entries that lie in a storage, and not in what it contains.
    pub(in crate::formats) fn inside(&self, storage: u32) -> BTreeSet<u32> {
        let mut seen = BTreeSet::new();
        let mut waiting = vec![self.entries.get(storage as usize).map_or(NOTHING, |entry| entry.child)];
        while let Some(number) = waiting.pop() {
            if let Some(entry) = self.entries.get(number as usize)
                && seen.insert(number)
            {
                waiting.extend([entry.left, entry.right]);
            }
        }
        seen
    }

    /// The name of an entry.
    pub(in crate::formats) fn name(&self, number: u32) -> &str {
        self.entries.get(number as usize).map_or("", |entry| &entry.name)
    }

    /// Whether an entry is a stream, and no storage.
    pub(in crate::formats) fn is_stream(&self, number: u32) -> bool {
        self.entries.get(number as usize).is_some_and(|entry| entry.is_stream)
    }

    /// The size of a stream as its entry states it, and no more than the file could hold.
    pub(in crate::formats) fn size(&self, number: u32) -> u64 {
        self.entries.get(number as usize).map_or(0, |entry| entry.size.min(self.size))
    }

    /// The class of the object that a storage belongs to.
    pub(in crate::formats) fn class(&self, number: u32) -> [u8; 16] {
        self.entries.get(number as usize).map_or([0; 16], |entry| entry.class)
    }

    /// An entry of a storage by its name.
    pub(in crate::formats) fn find(&self, storage: u32, name: &str) -> Option<u32> {
        self.inside(storage).into_iter().find(|number| self.name(*number).eq_ignore_ascii_case(name))
    }

    /// Whether the root holds an entry of this name.
    pub(in crate::formats) fn has(&self, name: &str) -> bool {
        self.find(ROOT, name).is_some()
    }

    /// A stream in the root, and whether it is as long as stated.
    pub(in crate::formats) fn stream(&mut self, name: &str) -> Option<(Vec<u8>, bool)> {
        let is_it = |number: &u32| self.is_stream(*number) && self.name(*number).eq_ignore_ascii_case(name);
        let number = self.inside(ROOT).into_iter().find(is_it)?;
        Some(self.read(number))
    }

    /// What is in a stream, and whether it is as long as stated.
    pub(in crate::formats) fn read(&mut self, number: u32) -> (Vec<u8>, bool) {
        let mut bytes = Vec::new();
        let is_whole = self.each_piece(number, &mut |piece| bytes.extend_from_slice(piece));
        (bytes, is_whole)
    }

    /// Hands over what is in a stream piece by piece; whether it was as long as stated.
    pub(in crate::formats) fn each_piece(&mut self, number: u32, each: &mut dyn FnMut(&[u8])) -> bool {
        let Some(entry) = self.entries.get(number as usize).filter(|entry| entry.is_stream) else {
            return false;
        };
        let (start, size) = (entry.start, entry.size);
        let done = match size < self.mini_below {
            true => {
                let bytes = self.mini_content(start, size);
                each(&bytes);
                bytes.len() as u64
            }
            false => self.each_run(start, size, each),
        };
        done == size
    }
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

/// An entry of the directory in its 128 bytes (2.6.1).
fn entry(bytes: &[u8]) -> Entry {
    let number = |at| u32_at(bytes, at).unwrap_or(NOTHING);
    let length = usize::from(u16_at(bytes, 64).unwrap_or(0)).saturating_sub(2).min(64);
    let units = bytes[..length].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    Entry {
        name: char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect(),
        is_stream: bytes[66] == 2,
        class: bytes[80..96].try_into().unwrap_or_default(),
        left: number(68),
        right: number(72),
        child: number(76),
        start: number(116),
        // The upper half is not in use where sectors are small, and some programs left dirt in it.
        size: number(120).into(),
    }
}
