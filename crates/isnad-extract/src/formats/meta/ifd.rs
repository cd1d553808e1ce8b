//! Directories of TIFF, which Exif, DNG and many raw formats are built of: read by seeking, never as a whole.
//!
//! TIFF 6.0 §2 and the BigTIFF extension. Places and counts in them are a stranger's word; every one is bounded by
//! the size of the block.

use super::super::Source;
use super::bytes_at;
use exif::{Rational, SRational, Value};

/// Directories of real files have some dozens of entries.
const ENTRIES_MAX: u64 = 4_096;
/// Values that are text or numbers; pixels lie elsewhere.
pub(crate) const VALUE_BYTES_MAX: u64 = 16 << 20;

/// A block of TIFF in a file: the whole file, or what a JPEG carries as Exif.
pub(crate) struct Tiff<'s> {
    source: &'s mut dyn Source,
    start: u64,
    length: u64,
    is_little: bool,
    is_big: bool,
}

/// One entry of a directory, not yet read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) tag: u16,
    kind: u16,
    pub(crate) count: u64,
    /// Where the value begins, from the block's start.
    at: u64,
}

/// A directory, and where the next one stands.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    pub(crate) entries: Vec<Entry>,
    pub(crate) next: u64,
    /// Whether all of it could be read.
    pub(crate) is_whole: bool,
}

impl Directory {
    pub(crate) fn find(&self, tag: u16) -> Option<Entry> {
        self.entries.iter().find(|entry| entry.tag == tag).copied()
    }
}

impl Entry {
    /// Bytes of the value as stated.
    pub(crate) fn bytes(&self) -> u64 {
        self.count.saturating_mul(width(self.kind))
    }
}

/// The bytes of one value of a type (TIFF 6.0 §2; BigTIFF adds 16 to 18).
fn width(kind: u16) -> u64 {
    match kind {
        1 | 2 | 6 | 7 => 1,
        3 | 8 => 2,
        4 | 9 | 11 | 13 => 4,
        5 | 10 | 12 | 16..=18 => 8,
        _ => 0,
    }
}

impl<'s> Tiff<'s> {
    /// Opens a block, and says where its first directory stands.
    pub(crate) fn open(source: &'s mut dyn Source, start: u64, length: u64) -> Option<(Self, u64)> {
        let head = bytes_at(source, start, 16.min(usize::try_from(length).ok()?)).ok()?;
        let is_little = match head.get(..2)? {
            b"II" => true,
            b"MM" => false,
            _ => return None,
        };
        let mut tiff = Self { source, start, length, is_little, is_big: false };
        let first = match tiff.number(head.get(2..4)?) {
            42 => tiff.number(head.get(4..8)?),
            43 if tiff.number(head.get(4..8)?) == if is_little { 8 } else { 0x0008_0000 } => {
                tiff.is_big = true;
                tiff.number(head.get(8..16)?)
            }
            _ => return None,
        };
        Some((tiff, first))
    }

    pub(crate) fn is_little(&self) -> bool {
        self.is_little
    }

    /// The size of the block in bytes.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// An unsigned number of any width in the order of the block.
    fn number(&self, bytes: &[u8]) -> u64 {
        let add = |sum: u64, byte: &u8| (sum << 8) | u64::from(*byte);
        match self.is_little {
            true => bytes.iter().rev().fold(0, add),
            false => bytes.iter().fold(0, add),
        }
    }

    /// Bytes of the block; nothing where they are not all there.
    pub(crate) fn bytes(&mut self, at: u64, length: u64) -> Option<Vec<u8>> {
        let end = at.checked_add(length)?;
        if end > self.length {
            return None;
        }
        bytes_at(self.source, self.start.checked_add(at)?, usize::try_from(length).ok()?).ok()
    }

    /// The directory at a place; nothing where there is none.
    pub(crate) fn directory(&mut self, at: u64) -> Option<Directory> {
        let (head, each, tail) = if self.is_big { (8, 20, 8) } else { (2, 12, 4) };
        let head_bytes = self.bytes(at, head)?;
        let stated = self.number(&head_bytes);
        let begin = at + head;
        let fitting = self.length.saturating_sub(begin) / each;
        let n = stated.min(ENTRIES_MAX).min(fitting);
        let rows = self.bytes(begin, n * each)?;
        let mut directory = Directory { is_whole: n == stated, ..Directory::default() };
        for (row, number) in rows.chunks_exact(each as usize).zip(0..) {
            directory.entries.push(self.entry(row, begin + number * each));
        }
        match self.bytes(begin + n * each, tail) {
            Some(next) if directory.is_whole => directory.next = self.number(&next),
            // Some writers leave out the place of the next directory at the end of the block.
            _ => {}
        }
        Some(directory)
    }

    fn entry(&self, row: &[u8], at: u64) -> Entry {
        let (count, value) = if self.is_big { (&row[4..12], 12) } else { (&row[4..8], 8) };
        let mut entry = Entry {
            tag: self.number(&row[..2]) as u16,
            kind: self.number(&row[2..4]) as u16,
            count: self.number(count),
            at: 0,
        };
        let fits = entry.bytes() <= (row.len() - value) as u64;
        entry.at = if fits { at + value as u64 } else { self.number(&row[value..]) };
        entry
    }

    /// The raw bytes of a value; nothing where they are too many, or not all there.
    pub(crate) fn raw(&mut self, entry: Entry) -> Option<Vec<u8>> {
        let length = entry.bytes();
        if length == 0 || length > VALUE_BYTES_MAX {
            return None;
        }
        self.bytes(entry.at, length)
    }

    /// The unsigned numbers of a value.
    pub(crate) fn numbers(&mut self, entry: Entry) -> Option<Vec<u64>> {
        if !matches!(entry.kind, 1 | 3 | 4 | 7 | 13 | 16 | 18) {
            return None;
        }
        let raw = self.raw(entry)?;
        Some(raw.chunks_exact(width(entry.kind) as usize).map(|bytes| self.number(bytes)).collect())
    }

    /// The first unsigned number of a value.
    pub(crate) fn first(&mut self, entry: Entry) -> Option<u64> {
        self.numbers(Entry { count: 1.min(entry.count), at: entry.at, ..entry })
            .and_then(|n| n.first().copied())
    }

    /// The value with its type, as the library that names and words the fields knows it.
    pub(crate) fn value(&mut self, entry: Entry) -> Option<Value> {
        let raw = self.raw(entry)?;
        let chunks = || raw.chunks_exact(width(entry.kind) as usize);
        let signed = |bytes: &[u8]| {
            let shift = 64 - 8 * bytes.len();
            ((self.number(bytes) << shift) as i64) >> shift
        };
        Some(match entry.kind {
            1 => Value::Byte(raw),
            2 => Value::Ascii(lines(&raw)),
            3 => Value::Short(chunks().map(|b| self.number(b) as u16).collect()),
            4 | 13 => Value::Long(chunks().map(|b| self.number(b) as u32).collect()),
            5 => Value::Rational(
                chunks()
                    .map(|b| Rational {
                        num: self.number(&b[..4]) as u32,
                        denom: self.number(&b[4..]) as u32,
                    })
                    .collect(),
            ),
            6 => Value::SByte(raw.iter().map(|b| *b as i8).collect()),
            7 => Value::Undefined(raw, 0),
            8 => Value::SShort(chunks().map(|b| signed(b) as i16).collect()),
            9 => Value::SLong(chunks().map(|b| signed(b) as i32).collect()),
            10 => Value::SRational(
                chunks()
                    .map(|b| SRational { num: signed(&b[..4]) as i32, denom: signed(&b[4..]) as i32 })
                    .collect(),
            ),
            11 => Value::Float(chunks().map(|b| f32::from_bits(self.number(b) as u32)).collect()),
            12 => Value::Double(chunks().map(|b| f64::from_bits(self.number(b))).collect()),
            _ => return None,
        })
    }
}

/// Several texts may stand in one value, each with its own end.
fn lines(raw: &[u8]) -> Vec<Vec<u8>> {
    let end = raw.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    raw[..end].split(|byte| *byte == 0).map(<[u8]>::to_vec).collect()
}
