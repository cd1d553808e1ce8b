//! The lowest layer of a mailbox of Outlook: pages that say where nodes and blocks are ([MS-PST] 2.2).
//!
//! Both trees are taken into memory once: a node and a block take some thirty bytes each. A page that is damaged
//! takes only what it leads to.

use super::code::Code;
use crate::formats::{Source, crc};
use std::{
    collections::BTreeSet,
    io::{Read, SeekFrom},
};

/// How numbers and pages are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// Outlook 97 to 2002: numbers of 32 bits.
    Ansi,
    Unicode,
    /// Pages of 4 KiB, of Outlook 2013 and later; no part of the published format.
    Large,
}

/// What a node is: its data and its own tree of nodes, each a number of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) id: u32,
    pub(super) data: u64,
    pub(super) sub: u64,
    pub(super) parent: u32,
}

/// Where a block lies, and how many bytes of it are stored.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) id: u64,
    pub(super) at: u64,
    pub(super) size: u16,
}

/// An open mailbox.
pub(in crate::formats) struct File<'s> {
    pub(super) source: &'s mut dyn Source,
    pub(super) layout: Layout,
    pub(super) code: Code,
    /// In the order of their numbers.
    pub(super) nodes: Vec<Node>,
    pub(super) blocks: Vec<Place>,
    /// Pages and blocks that are not as they were written.
    pub(super) n_damaged: u64,
    size: u64,
}

/// Why a mailbox was not opened.
pub(in crate::formats) enum Unopened {
    Damaged,
    /// By the rules of a company, with keys that are elsewhere.
    Encrypted,
}

/// Little numbers out of bytes.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

pub(super) fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

impl Layout {
    /// By the version in the header (2.2.2.6).
    fn of(version: u16) -> Option<Self> {
        match version {
            14 | 15 => Some(Self::Ansi),
            36.. => Some(Self::Large),
            20.. => Some(Self::Unicode),
            _ => None,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Ansi => "ansi",
            Self::Unicode => "unicode",
            Self::Large => "unicode-4k",
        }
    }

    /// A number of a block or a place in the file.
    pub(super) fn number(self, bytes: &[u8], at: usize) -> Option<u64> {
        match self {
            Self::Ansi => u32_at(bytes, at).map(u64::from),
            _ => u64_at(bytes, at),
        }
    }

    pub(super) fn number_bytes(self) -> usize {
        if self == Self::Ansi { 4 } else { 8 }
    }

    fn page_bytes(self) -> usize {
        if self == Self::Large { 4096 } else { 512 }
    }
}

/// A page of a tree without what belongs to it: how many entries, of what length, and how far up.
struct Page {
    bytes: Vec<u8>,
    n: usize,
    entry_bytes: usize,
    level: u8,
}

impl<'s> File<'s> {
    /// Opens a mailbox and takes in both of its trees.
    pub(in crate::formats) fn open(source: &'s mut dyn Source) -> Result<Self, Unopened> {
        Self::try_open(source).ok_or(Unopened::Damaged)?
    }

    fn try_open(source: &'s mut dyn Source) -> Option<Result<Self, Unopened>> {
        let size = source.seek(SeekFrom::End(0)).ok()?;
        source.rewind().ok()?;
        let mut head = Vec::new();
        (&mut *source).take(1024).read_to_end(&mut head).ok()?;
        let layout = Layout::of(u16_at(&head, 10)?)?;
        let (nodes, blocks, code) = match layout {
            Layout::Ansi => (184, 192, 461),
            _ => (216, 232, 513),
        };
        let Some(code) = Code::of(*head.get(code)?) else { return Some(Err(Unopened::Encrypted)) };
        let place_of = |at: usize| layout.number(&head, at + layout.number_bytes());
        let (top_of_nodes, top_of_blocks) = (place_of(nodes)?, place_of(blocks)?);
        let (nodes, blocks) = (Vec::new(), Vec::new());
        let mut file = Self { source, layout, code, nodes, blocks, n_damaged: 0, size };
        file.tree(top_of_blocks, 0x80, &mut |file, entry| file.take_block(entry));
        file.tree(top_of_nodes, 0x81, &mut |file, entry| file.take_node(entry));
        // A hostile tree may be in no order, and name one thing twice.
        let n = file.blocks.len() + file.nodes.len();
        file.blocks.sort_by_key(|place| place.id);
        file.blocks.dedup_by_key(|place| place.id);
        file.nodes.sort_by_key(|node| node.id);
        file.nodes.dedup_by_key(|node| node.id);
        file.n_damaged += (n - file.blocks.len() - file.nodes.len()) as u64;
        Some(Ok(file))
    }

    fn take_block(&mut self, entry: &[u8]) -> Option<()> {
        let width = self.layout.number_bytes();
        let id = self.layout.number(entry, 0)? & !1;
        let (at, size) = (self.layout.number(entry, width)?, u16_at(entry, 2 * width)?);
        self.blocks.push(Place { id, at, size });
        Some(())
    }

    fn take_node(&mut self, entry: &[u8]) -> Option<()> {
        let width = self.layout.number_bytes();
        let number = |n: usize| self.layout.number(entry, n * width);
        let (id, data, sub) = (number(0)? as u32, number(1)?, number(2)?);
        let parent = u32_at(entry, 3 * width)?;
        self.nodes.push(Node { id, data, sub, parent });
        Some(())
    }

    /// Goes through a tree from its top, each page once.
    fn tree(&mut self, top: u64, kind: u8, take: &mut dyn FnMut(&mut Self, &[u8]) -> Option<()>) {
        let mut seen = BTreeSet::new();
        let mut waiting = vec![(top, u8::MAX)];
        while let Some((at, below)) = waiting.pop() {
            // A level that does not go down would lead in circles.
            let page =
                if seen.insert(at) { self.page(at, kind).filter(|page| page.level < below) } else { None };
            let Some(page) = page else {
                self.n_damaged += 1;
                continue;
            };
            let entries = page.bytes.chunks_exact(page.entry_bytes).take(page.n);
            let width = self.layout.number_bytes();
            if page.level == 0 {
                for entry in entries {
                    self.n_damaged += u64::from(take(self, entry).is_none());
                }
            } else {
                let below = entries.filter_map(|entry| self.layout.number(entry, 2 * width));
                waiting.extend(below.map(|at| (at, page.level)).collect::<Vec<_>>().into_iter().rev());
            }
        }
    }

    /// A page of a tree; one whose checksum does not hold is read all the same, and counted.
    fn page(&mut self, at: u64, kind: u8) -> Option<Page> {
        let bytes = self.bytes(at, self.layout.page_bytes())?;
        let (content, counts, sum_at) = match self.layout {
            Layout::Ansi => (500, 496, 508),
            Layout::Unicode => (496, 488, 500),
            Layout::Large => (4072, 4056, 4076),
        };
        if bytes[content] != kind {
            return None;
        }
        self.n_damaged += u64::from(crc::of(&bytes[..content]) != u32_at(&bytes, sum_at)?);
        let (n, entry_bytes, level) = match self.layout {
            Layout::Large => (u16_at(&bytes, counts)?.into(), bytes[counts + 4], bytes[counts + 5]),
            _ => (bytes[counts].into(), bytes[counts + 2], bytes[counts + 3]),
        };
        let entry_bytes = usize::from(entry_bytes).max(1);
        let mut bytes = bytes;
        bytes.truncate(counts);
        Some(Page { bytes, n, entry_bytes, level })
    }

    /// So many bytes of the file, if it has them.
    pub(super) fn bytes(&mut self, at: u64, n: usize) -> Option<Vec<u8>> {
        if at.checked_add(n as u64)? > self.size {
            return None;
        }
        self.source.seek(SeekFrom::Start(at)).ok()?;
        let mut bytes = vec![0; n];
        self.source.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }

    /// A node by its number.
    pub(super) fn node(&self, id: u32) -> Option<Node> {
        let at = self.nodes.binary_search_by_key(&id, |node| node.id).ok()?;
        self.nodes.get(at).copied()
    }
}
