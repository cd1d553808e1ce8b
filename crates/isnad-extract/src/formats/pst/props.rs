//! Properties and tables of a node ([MS-PST] 2.3.3 and 2.3.4).

use super::{
    block::Within,
    file::{File, u16_at, u32_at, u64_at},
    heap::Heap,
};
use crate::formats::mapi::kind;

/// Longer values stay in the file until they are written.
const HELD_MAX: u64 = 1 << 20;
/// What one list or table holds in memory: each of its entries may name the same value.
const ALL_HELD_MAX: u64 = 64 << 20;
/// Rows of one table.
const ROWS_MAX: usize = 1 << 20;

/// What a property holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// At most eight bytes.
    Number(u64),
    Bytes(Vec<u8>),
    /// A tree of data, and how many bytes it has.
    Elsewhere {
        data: u64,
        size: u64,
    },
    /// Something in a node within this one.
    Object(u32),
}

/// A property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Property {
    pub(super) tag: u16,
    pub(super) kind: u16,
    pub(super) value: Value,
}

/// Properties in their order, and the nodes within their node.
#[derive(Debug, Default)]
pub(super) struct Properties {
    pub(super) all: Vec<Property>,
    pub(super) within: Within,
    /// Some could not be read.
    pub(super) is_damaged: bool,
}

impl Properties {
    pub(super) fn get(&self, tag: u16) -> Option<&Value> {
        self.all.iter().find(|property| property.tag == tag).map(|property| &property.value)
    }
}

/// How long a value is that lies in the list itself.
fn width(kind: u16) -> Option<usize> {
    Some(match kind {
        kind::BOOLEAN => 1,
        kind::SHORT => 2,
        kind::LONG | 0x0004 | 0x000A => 4,
        0x0005..=0x0007 | 0x0014 | kind::TIME => 8,
        _ => return None,
    })
}

impl File<'_> {
    /// The properties of a node; nothing if it has no list of them.
    pub(super) fn properties(&mut self, data: u64, sub: u64) -> Option<Properties> {
        let heap = Heap::open(self, data).filter(|heap| heap.kind == 0xBC)?;
        let mut properties = Properties { within: self.within(sub), ..Properties::default() };
        let mut left = ALL_HELD_MAX;
        for entry in heap.list(heap.root)? {
            let (Some(tag), Some(kind), Some(stored)) =
                (u16_at(entry, 0), u16_at(entry, 2), u32_at(entry, 4))
            else {
                properties.is_damaged = true;
                break;
            };
            let value = match width(kind) {
                Some(8) => heap.get(stored).and_then(|bytes| u64_at(bytes, 0)).map(Value::Number),
                Some(width) => Some(Value::Number(u64::from(stored) & (u64::MAX >> (64 - 8 * width)))),
                None => self.long(&heap, &properties.within, (kind, stored), &mut left),
            };
            match value {
                Some(value) => properties.all.push(Property { tag, kind, value }),
                None => properties.is_damaged = true,
            }
        }
        Some(properties)
    }

    /// A value that lies in the heap or in a node of its own. `left` bytes may be held of it and of those that follow.
    fn long(
        &mut self,
        heap: &Heap,
        within: &Within,
        (kind, stored): (u16, u32),
        left: &mut u64,
    ) -> Option<Value> {
        if kind == kind::OBJECT {
            return u32_at(heap.get(stored)?, 0).map(Value::Object);
        }
        if stored == 0 {
            return Some(Value::Bytes(Vec::new()));
        }
        if stored & 0x1F == 0 {
            let bytes = heap.get(stored)?;
            *left = left.checked_sub(bytes.len() as u64)?;
            return Some(Value::Bytes(bytes.to_vec()));
        }
        let (data, _) = *within.get(&stored)?;
        let size = self.size_of(data);
        match size {
            0..HELD_MAX if size <= *left => {
                *left -= size;
                Some(Value::Bytes(self.held(data)?.concat()))
            }
            _ => Some(Value::Elsewhere { data, size }),
        }
    }

    /// The rows of a table, each with the properties that it has; whether all of it was there.
    pub(super) fn table(&mut self, data: u64, sub: u64) -> Option<(Vec<Vec<Property>>, bool)> {
        let heap = Heap::open(self, data).filter(|heap| heap.kind == 0x7C)?;
        let within = self.within(sub);
        let head = heap.get(heap.root)?;
        let n_columns = usize::from(*head.get(1)?);
        let (bits, row_bytes) = (usize::from(u16_at(head, 6)?), usize::from(u16_at(head, 8)?));
        let columns: Vec<_> = head.get(22..)?.chunks_exact(8).take(n_columns).collect();
        let rows = match u32_at(head, 14)? {
            0 => Vec::new(),
            number if number & 0x1F == 0 => vec![heap.get(number)?.to_vec()],
            number => self.held(within.get(&number)?.0)?,
        };
        let (mut table, mut is_whole) = (Vec::new(), columns.len() == n_columns);
        let mut left = ALL_HELD_MAX;
        for row in rows.iter().flat_map(|block| block.chunks_exact(row_bytes.max(1))) {
            if table.len() == ROWS_MAX {
                return Some((table, false));
            }
            let mut properties = Vec::new();
            for column in &columns {
                let (kind, tag) = (u16_at(column, 0)?, u16_at(column, 2)?);
                let (at, bit) = (usize::from(u16_at(column, 4)?), usize::from(column[7]));
                let is_there = row.get(bits + bit / 8).is_some_and(|byte| byte >> (7 - bit % 8) & 1 == 1);
                if !is_there {
                    continue;
                }
                let value = match width(kind) {
                    Some(width) => number(row, at, width).map(Value::Number),
                    None => u32_at(row, at)
                        .and_then(|stored| self.long(&heap, &within, (kind, stored), &mut left)),
                };
                match value {
                    Some(value) => properties.push(Property { tag, kind, value }),
                    None => is_whole = false,
                }
            }
            table.push(properties);
        }
        Some((table, is_whole))
    }

    /// The numbers of a table's rows: those of the letters in a folder.
    pub(super) fn row_numbers(&mut self, data: u64) -> Option<Vec<u32>> {
        let heap = Heap::open(self, data).filter(|heap| heap.kind == 0x7C)?;
        let index = u32_at(heap.get(heap.root)?, 10)?;
        Some(heap.list(index)?.into_iter().filter_map(|entry| u32_at(entry, 0)).collect())
    }
}

fn number(row: &[u8], at: usize, width: usize) -> Option<u64> {
    let bytes = row.get(at..at.checked_add(width)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}
