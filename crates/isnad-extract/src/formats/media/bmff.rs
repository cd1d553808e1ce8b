//! The boxes of the ISO base media file format (ISO/IEC 14496-12): HEIF, AVIF, MP4, QuickTime, 3GP.

use crate::formats::{Source, meta::bytes_at};

/// Boxes that are looked at in one file. A film in fragments has some for each second.
const BOXES_MAX: u32 = 500_000;

/// A box: its name, and where its content lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Atom {
    pub(crate) kind: [u8; 4],
    pub(crate) at: u64,
    pub(crate) end: u64,
    /// The long name of a box that somebody made up.
    pub(crate) uuid: Option<[u8; 16]>,
}

impl Atom {
    pub(crate) fn length(&self) -> u64 {
        self.end - self.at
    }
}

/// A walk over the boxes of one file.
pub(crate) struct Boxes<'s> {
    pub(crate) source: &'s mut dyn Source,
    left: u32,
    /// Whether a box said more than there is, or less than itself, or there were too many.
    pub(crate) is_damaged: bool,
}

impl<'s> Boxes<'s> {
    pub(crate) fn new(source: &'s mut dyn Source) -> Self {
        Self { source, left: BOXES_MAX, is_damaged: false }
    }

    /// The boxes between two places. One that ends outside is cut there and is the last.
    pub(crate) fn within(&mut self, from: u64, to: u64) -> Vec<Atom> {
        let mut atoms = Vec::new();
        let mut at = from;
        // QuickTime ends some lists with four zeros.
        while at + 8 <= to {
            let Some(atom) = self.head(at, to) else {
                self.is_damaged = true;
                break;
            };
            at = atom.end;
            atoms.push(atom);
        }
        atoms
    }

    /// The boxes within another.
    pub(crate) fn inside(&mut self, atom: Atom) -> Vec<Atom> {
        self.within(atom.at, atom.end)
    }

    fn head(&mut self, at: u64, to: u64) -> Option<Atom> {
        self.left = self.left.checked_sub(1)?;
        let head = bytes_at(self.source, at, 8).ok()?;
        let kind = *head.last_chunk::<4>()?;
        let mut content = at + 8;
        let mut end = match u32::from_be_bytes(*head.first_chunk::<4>()?) {
            // To the end of whatever it is in.
            0 => to,
            1 => {
                let long = bytes_at(self.source, content, 8).ok()?;
                content += 8;
                at.checked_add(u64::from_be_bytes(*long.first_chunk::<8>()?))?
            }
            length => at + u64::from(length),
        };
        let mut uuid = None;
        if &kind == b"uuid" {
            uuid = bytes_at(self.source, content, 16).ok()?.first_chunk::<16>().copied();
            content += 16;
        }
        if end > to {
            self.is_damaged = true;
            end = to;
        }
        (content <= end).then_some(Atom { kind, at: content, end, uuid })
    }

    /// The content of a box, or its first bytes if it is longer than so many.
    pub(crate) fn content(&mut self, atom: Atom, bytes_max: u64) -> Vec<u8> {
        bytes_at(self.source, atom.at, atom.length().min(bytes_max) as usize).unwrap_or_default()
    }
}

/// The box of that name.
pub(crate) fn find(atoms: &[Atom], kind: &[u8; 4]) -> Option<Atom> {
    atoms.iter().find(|atom| &atom.kind == kind).copied()
}

/// A number of up to eight bytes at a place.
pub(crate) fn number(bytes: &[u8], at: usize, width: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(width)?)?;
    Some(bytes.iter().fold(0, |sum, byte| (sum << 8) | u64::from(*byte)))
}
