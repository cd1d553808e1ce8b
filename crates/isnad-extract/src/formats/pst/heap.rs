//! The middle layer: small things in the blocks of a node, and sorted lists of them ([MS-PST] 2.3.1 and 2.3.2).

use super::file::{File, Layout, u16_at, u32_at};
use std::collections::BTreeSet;

/// Entries of one list.
const ENTRIES_MAX: usize = 1 << 20;

/// A node whose blocks hold many small things.
pub(super) struct Heap {
    blocks: Vec<Vec<u8>>,
    layout: Layout,
    pub(super) kind: u8,
    pub(super) root: u32,
}

impl Heap {
    /// Opens the heap in the data of a node.
    pub(super) fn open(file: &mut File<'_>, data: u64) -> Option<Self> {
        let blocks = file.held(data)?;
        let head = blocks.first()?;
        let (mark, kind, root) = (*head.get(2)?, *head.get(3)?, u32_at(head, 4)?);
        (mark == 0xEC).then_some(Self { blocks, layout: file.layout, kind, root })
    }

    /// A thing by its number (2.3.1.1).
    pub(super) fn get(&self, number: u32) -> Option<&[u8]> {
        if number & 0x1F != 0 {
            return None;
        }
        let (place, block) = match self.layout {
            Layout::Large => (number >> 5 & 0x3FFF, number >> 19),
            _ => (number >> 5 & 0x7FF, number >> 16),
        };
        let block = self.blocks.get(block as usize)?;
        let map = usize::from(u16_at(block, 0)?);
        let (n, place) = (u32::from(u16_at(block, map)?), place.checked_sub(1)?);
        let at = map + 4 + 2 * place as usize;
        let (start, end) = (u16_at(block, at)?, u16_at(block, at + 2)?);
        if place >= n {
            return None;
        }
        block.get(usize::from(start)..usize::from(end))
    }

    /// Every entry of a sorted list, as its key and its value lie there.
    pub(super) fn list(&self, number: u32) -> Option<Vec<&[u8]>> {
        let head = self.get(number)?;
        let [0xB5, key, value, levels, ..] = *head else { return None };
        let (key, value) = (usize::from(key), usize::from(value));
        let (mut entries, mut seen) = (Vec::new(), BTreeSet::new());
        let mut waiting = vec![(u32_at(head, 4)?, levels)];
        while let Some((number, level)) = waiting.pop() {
            if number == 0 || !seen.insert(number) {
                continue;
            }
            let rows = self.get(number)?;
            match level {
                0 => entries.extend(rows.chunks_exact((key + value).max(1))),
                _ => {
                    let below = rows.chunks_exact(key + 4).filter_map(|row| u32_at(row, key));
                    waiting.extend(
                        below.map(|number| (number, level - 1)).collect::<Vec<_>>().into_iter().rev(),
                    );
                }
            }
            if entries.len() > ENTRIES_MAX {
                return None;
            }
        }
        Some(entries)
    }
}
