//! Names of properties that programs made up for themselves ([MS-PST] 2.4.7, [MS-OXMSG] 2.2.3).
//!
//! A mailbox holds them once, under numbers of its own. A letter that leaves it takes along those that it uses, under
//! new numbers in the order of their use, as the format of letters wants it.

use super::file::{File, u32_at};
use super::props::{Properties, Value};
use crate::formats::ole::write::Storage;
use std::collections::BTreeMap;

/// The node that holds the names.
const NODE: u32 = 0x61;
/// Numbers from here on have names.
pub(super) const FIRST: u16 = 0x8000;

/// All names of a mailbox.
#[derive(Debug, Default)]
pub(super) struct Names {
    classes: Vec<u8>,
    /// Eight bytes an entry, by the number of the property.
    entries: BTreeMap<u16, [u8; 8]>,
    texts: Vec<u8>,
}

/// The names that a letter uses: their numbers in the mailbox and in the letter.
#[derive(Debug, Default)]
pub(super) struct Used(BTreeMap<u16, u16>);

impl Used {
    /// The number that a property has in the letter.
    pub(super) fn number(&mut self, tag: u16) -> u16 {
        if tag < FIRST {
            return tag;
        }
        let next = FIRST.saturating_add(self.0.len() as u16);
        *self.0.entry(tag).or_insert(next)
    }
}

impl Names {
    pub(super) fn of(file: &mut File<'_>) -> Self {
        let Some(node) = file.node(NODE) else { return Self::default() };
        let Some(properties) = file.properties(node.data, node.sub) else { return Self::default() };
        let mut stream = |tag| bytes_of(file, &properties, tag);
        let (classes, entries, texts) = (stream(2), stream(3), stream(4));
        let entries = entries.chunks_exact(8).filter_map(|entry| entry.try_into().ok());
        let numbered = entries.map(|entry: [u8; 8]| {
            let place = u16::from_le_bytes([entry[6], entry[7]]);
            (FIRST.saturating_add(place), entry)
        });
        Self { classes, entries: numbered.collect(), texts }
    }

    /// The storage that a letter carries its names in. Without the tables by which programs look a name up: they can
    /// be made from what is here.
    pub(super) fn storage(&self, used: &Used) -> Storage {
        let (mut entries, mut texts) = (Vec::new(), Vec::new());
        let mut in_order: Vec<_> = used.0.iter().collect();
        in_order.sort_by_key(|(_, number)| **number);
        for (tag, number) in in_order {
            let mut entry = self.entries.get(tag).copied().unwrap_or_default();
            entry[6..].copy_from_slice(&(number - FIRST).to_le_bytes());
            // The lowest bit says that the name is a text, at a place among the texts.
            if entry[4] & 1 == 1
                && let Some(text) = self.text(u32::from_le_bytes([entry[0], entry[1], entry[2], entry[3]]))
            {
                entry[..4].copy_from_slice(&(texts.len() as u32).to_le_bytes());
                texts.extend((text.len() as u32).to_le_bytes());
                texts.extend(text);
                texts.resize(texts.len().next_multiple_of(4), 0);
            }
            entries.extend(entry);
        }
        let mut storage = Storage::named("__nameid_version1.0");
        storage.put("__substg1.0_00020102", self.classes.clone());
        storage.put("__substg1.0_00030102", entries);
        storage.put("__substg1.0_00040102", texts);
        storage
    }

    fn text(&self, at: u32) -> Option<&[u8]> {
        let at = at as usize;
        let length = u32_at(&self.texts, at)? as usize;
        self.texts.get(at + 4..at.checked_add(4)?.checked_add(length)?)
    }
}

/// A value in bytes, wherever it lies.
fn bytes_of(file: &mut File<'_>, properties: &Properties, tag: u16) -> Vec<u8> {
    match properties.get(tag) {
        Some(Value::Bytes(bytes)) => bytes.clone(),
        Some(Value::Elsewhere { data, .. }) => file.held(*data).unwrap_or_default().concat(),
        _ => Vec::new(),
    }
}
