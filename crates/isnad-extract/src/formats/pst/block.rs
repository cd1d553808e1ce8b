//! Blocks of a mailbox of Outlook, alone and in trees ([MS-PST] 2.2.2.8).

use super::file::{File, Layout, Place, u16_at, u32_at};
use crate::formats::crc;
use flate2::bufread::{DeflateDecoder, ZlibDecoder};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
};

/// What is held in memory of one node: lists and tables. Content is never held.
const HELD_MAX: u64 = 256 << 20;
/// A block unfolds into no more.
const BLOCK_MAX: u64 = 64 << 10;
/// Nodes within one node.
const NODES_MAX: usize = 1 << 20;

/// Data and nodes of a node within a node.
pub(super) type Within = BTreeMap<u32, (u64, u64)>;

impl File<'_> {
    fn place(&self, id: u64) -> Option<Place> {
        let at = self.blocks.binary_search_by_key(&(id & !1), |place| place.id).ok()?;
        self.blocks.get(at).copied()
    }

    /// A block as it is meant; nothing if it is not in the file. One whose checksum does not hold is counted.
    fn block(&mut self, id: u64) -> Option<Vec<u8>> {
        let block = self.place(id).and_then(|place| self.block_at(id, place));
        self.n_damaged += u64::from(block.is_none());
        block
    }

    fn block_at(&mut self, id: u64, place: Place) -> Option<Vec<u8>> {
        let stored = usize::from(place.size);
        let (foot, step) = match self.layout {
            Layout::Ansi => (12, 64),
            Layout::Unicode => (16, 64),
            Layout::Large => (24, 512),
        };
        let whole = (stored + foot).next_multiple_of(step);
        let mut bytes = self.bytes(place.at, whole)?;
        let foot = bytes.split_off(whole - foot);
        bytes.truncate(stored);
        let sum = u32_at(&foot, if self.layout == Layout::Ansi { 8 } else { 4 })?;
        self.n_damaged += u64::from(crc::of(&bytes) != sum);
        let unfolded = if self.layout == Layout::Large { u16_at(&foot, 18)?.into() } else { stored };
        if unfolded != stored && unfolded > 0 {
            let (out, is_whole) = unfolded_of(&bytes);
            self.n_damaged += u64::from(!is_whole);
            bytes = out;
        }
        // Blocks that lead to others are written as they are.
        if id & 2 == 0 {
            self.code.decode(&mut bytes, id);
        }
        Some(bytes)
    }

    /// Hands over the blocks of a tree of data in their order (2.2.2.8.3.2), each once, until `each` says no.
    pub(super) fn each_block(&mut self, id: u64, each: &mut dyn FnMut(Vec<u8>) -> bool) {
        let mut seen = BTreeSet::new();
        let mut waiting = vec![id];
        while let Some(id) = waiting.pop() {
            // No block is in one tree twice: a tree that says so would unfold without end.
            if id & !1 == 0 || !seen.insert(id & !1) {
                self.n_damaged += u64::from(id & !1 != 0);
                continue;
            }
            let Some(block) = self.block(id) else { continue };
            if id & 2 == 0 {
                if !each(block) {
                    return;
                }
                continue;
            }
            match self.numbers(&block) {
                Some(numbers) => waiting.extend(numbers.into_iter().rev()),
                None => self.n_damaged += 1,
            }
        }
    }

    /// The blocks that a block leads to.
    fn numbers(&self, block: &[u8]) -> Option<Vec<u64>> {
        let n = usize::from(u16_at(block, 2)?);
        let width = self.layout.number_bytes();
        (block.first() == Some(&1)).then(|| {
            let rest = block.get(8..).unwrap_or_default();
            rest.chunks_exact(width).take(n).filter_map(|number| self.layout.number(number, 0)).collect()
        })
    }

    /// How many bytes a tree of data holds, by what the file has of it.
    pub(super) fn size_of(&mut self, id: u64) -> u64 {
        if id & 2 == 0 && self.layout != Layout::Large {
            return self.place(id).map_or(0, |place| place.size.into());
        }
        let mut size = 0;
        if self.layout == Layout::Large {
            // How far a block unfolds stands behind it.
            self.each_block(id, &mut |block| {
                size += block.len() as u64;
                true
            });
            return size;
        }
        let (mut seen, mut waiting) = (BTreeSet::new(), vec![id]);
        while let Some(id) = waiting.pop() {
            if !seen.insert(id & !1) {
                continue;
            }
            match id & 2 {
                0 => size += self.place(id).map_or(0, |place| u64::from(place.size)),
                _ => {
                    waiting.extend(self.block(id).and_then(|block| self.numbers(&block)).unwrap_or_default())
                }
            }
        }
        size
    }

    /// The blocks of a list or a table; nothing if there are none or too many.
    pub(super) fn held(&mut self, id: u64) -> Option<Vec<Vec<u8>>> {
        let (mut blocks, mut size) = (Vec::new(), 0);
        self.each_block(id, &mut |block| {
            size += block.len() as u64;
            blocks.push(block);
            size <= HELD_MAX
        });
        self.n_damaged += u64::from(size > HELD_MAX);
        (!blocks.is_empty()).then_some(blocks)
    }

    /// The nodes within a node (2.2.2.8.3.3).
    pub(super) fn within(&mut self, id: u64) -> Within {
        let mut nodes = Within::new();
        let (mut seen, mut waiting) = (BTreeSet::new(), vec![id]);
        while let Some(id) = waiting.pop() {
            if id & !1 == 0 || !seen.insert(id & !1) {
                continue;
            }
            let Some(block) = self.block(id) else { continue };
            let width = self.layout.number_bytes();
            let (head, n) = (if self.layout == Layout::Ansi { 4 } else { 8 }, u16_at(&block, 2).unwrap_or(0));
            let rest = block.get(head..).unwrap_or_default();
            let number = |entry: &[u8], at: usize| self.layout.number(entry, at * width).unwrap_or(0);
            match (block.first(), block.get(1)) {
                (Some(2), Some(0)) => {
                    for entry in rest.chunks_exact(3 * width).take(n.into()) {
                        if nodes.len() < NODES_MAX {
                            nodes
                                .entry(number(entry, 0) as u32)
                                .or_insert((number(entry, 1), number(entry, 2)));
                        }
                    }
                }
                (Some(2), Some(1)) => {
                    waiting.extend(rest.chunks_exact(2 * width).take(n.into()).map(|entry| number(entry, 1)));
                }
                _ => self.n_damaged += 1,
            }
        }
        nodes
    }
}

/// A block unfolded, with the head of zlib (RFC 1950) or without one, and whether it was whole.
fn unfolded_of(bytes: &[u8]) -> (Vec<u8>, bool) {
    let has_head = matches!(bytes, [first, second, ..]
        if first & 0xF == 8 && u16::from_be_bytes([*first, *second]) % 31 == 0);
    let mut out = Vec::new();
    let outcome = match has_head {
        true => ZlibDecoder::new(bytes).take(BLOCK_MAX).read_to_end(&mut out),
        false => DeflateDecoder::new(bytes).take(BLOCK_MAX).read_to_end(&mut out),
    };
    (out, outcome.is_ok())
}
