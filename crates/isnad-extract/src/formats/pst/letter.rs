//! A letter of a mailbox as a file of its own ([MS-OXMSG]): the same properties with the same values, since the
//! letter has no bytes of its own in the mailbox.

use super::{
    file::{File, u32_at},
    names::{Names, Used},
    props::{Properties, Property, Value},
};
use crate::formats::{
    mapi::{kind, tags},
    ole::write::{Data, Storage},
};

/// Kinds of nodes within a letter: what came with it, and its table of recipients.
const ATTACHMENT: u32 = 0x05;
const RECIPIENTS: u32 = 0x692;
/// Letters within letters.
const DEPTH_MAX: usize = 32;
/// Bytes before the list of properties: of a file, of a letter within, and of what belongs to one.
const HEAD: usize = 32;
const HEAD_WITHIN: usize = 24;
const HEAD_PART: usize = 8;
/// Numbers that a mailbox gives to rows of its tables.
const OF_TABLES: [u16; 2] = [0x67F2, 0x67F3];
/// The mark that texts are in Unicode.
const STORE_SUPPORT_MASK: u16 = 0x340D;
const UNICODE_OK: u64 = 0x0004_0000;

/// A letter on its way into a file.
pub(super) struct Writing<'w, 's> {
    pub(super) file: &'w mut File<'s>,
    pub(super) used: Used,
    /// Some of it could not be read.
    pub(super) is_damaged: bool,
    /// How many attachments may still come, those of letters within counted: each level can double them.
    pub(super) left: usize,
}

/// A letter with all letters within it has no more attachments than this.
pub(super) const PARTS_MAX: usize = 10_000;

impl Writing<'_, '_> {
    /// The letter with its names; nothing if its properties cannot be read.
    pub(super) fn whole(&mut self, properties: &Properties, names: &Names) -> Storage {
        let mut storage = self.letter("", properties, 0);
        storage.storages.push(names.storage(&self.used));
        storage
    }

    fn letter(&mut self, name: &str, properties: &Properties, depth: usize) -> Storage {
        self.is_damaged |= properties.is_damaged;
        let recipients = self.recipients(properties);
        let attachments = self.attachments(properties, depth);
        let (n_recipients, n_attachments) = (recipients.len() as u32, attachments.len() as u32);
        let mut head = vec![0; 8];
        for number in [n_recipients, n_attachments, n_recipients, n_attachments] {
            head.extend(number.to_le_bytes());
        }
        head.resize(if depth == 0 { HEAD } else { HEAD_WITHIN }, 0);
        let mut own: Vec<_> = properties.all.iter().map(without_mark).collect();
        if depth == 0 && !own.iter().any(|p| p.tag == STORE_SUPPORT_MASK || p.kind == kind::STRING8) {
            let value = Value::Number(UNICODE_OK);
            own.push(Property { tag: STORE_SUPPORT_MASK, kind: kind::LONG, value });
        }
        let mut storage = self.storage(name, head, &own);
        storage.storages.extend(recipients);
        storage.storages.extend(attachments);
        storage
    }

    fn recipients(&mut self, properties: &Properties) -> Vec<Storage> {
        let Some((data, sub)) = properties.within.get(&RECIPIENTS).copied() else { return Vec::new() };
        let Some((rows, is_whole)) = self.file.table(data, sub) else {
            self.is_damaged = true;
            return Vec::new();
        };
        self.is_damaged |= !is_whole;
        let mut storages = Vec::new();
        for (place, mut row) in rows.into_iter().enumerate() {
            row.retain(|property| !OF_TABLES.contains(&property.tag));
            storages.push(self.storage(
                &format!("__recip_version1.0_#{place:08X}"),
                vec![0; HEAD_PART],
                &row,
            ));
        }
        storages
    }

    /// Every attachment that lies in the letter, whether its table lists it or not.
    fn attachments(&mut self, properties: &Properties, depth: usize) -> Vec<Storage> {
        let nodes = properties.within.iter().filter(|(id, _)| **id & 0x1F == ATTACHMENT);
        let mut storages = Vec::new();
        for (place, (_, (data, sub))) in nodes.enumerate() {
            let Some(left) = self.left.checked_sub(1) else {
                self.is_damaged = true;
                break;
            };
            self.left = left;
            let Some(attachment) = self.file.properties(*data, *sub) else {
                self.is_damaged = true;
                continue;
            };
            self.is_damaged |= attachment.is_damaged;
            let name = format!("__attach_version1.0_#{place:08X}");
            let (within, all): (Vec<_>, Vec<_>) = attachment
                .all
                .iter()
                .cloned()
                .partition(|property| matches!(property.value, Value::Object(_)));
            let mut storage = self.storage(&name, vec![0; HEAD_PART], &all);
            for property in &within {
                self.object(property, &attachment, &mut storage, depth);
            }
            storages.push(storage);
        }
        storages
    }

    /// A letter within, or an object in bytes.
    fn object(&mut self, property: &Property, of: &Properties, storage: &mut Storage, depth: usize) {
        let Value::Object(node) = property.value else { return };
        let Some((data, sub)) = of.within.get(&node).copied() else {
            self.is_damaged = true;
            return;
        };
        let is_letter = of.get(tags::ATTACH_METHOD) == Some(&Value::Number(5));
        if is_letter && depth == DEPTH_MAX {
            self.is_damaged = true;
            return;
        }
        match self.file.properties(data, sub).filter(|_| is_letter) {
            Some(letter) => {
                let name = stream_name(property.tag, kind::OBJECT);
                let letter = self.letter(&name, &letter, depth + 1);
                storage.storages.push(letter);
                list(storage, property.tag, kind::OBJECT, u64::from(u32::MAX) | 1 << 32);
            }
            None => {
                let size = self.file.size_of(data);
                let name = stream_name(property.tag, kind::BINARY);
                storage.streams.push((name, Data::Elsewhere { key: data, size }));
                list(storage, property.tag, kind::BINARY, size);
            }
        }
    }

    /// A storage of properties.
    fn storage(&mut self, name: &str, head: Vec<u8>, properties: &[Property]) -> Storage {
        let mut storage = Storage::named(name);
        storage.put("__properties_version1.0", head);
        for property in properties {
            let (tag, kind) = (self.used.number(property.tag), property.kind);
            match &property.value {
                Value::Number(number) => list(&mut storage, tag, kind, *number),
                Value::Bytes(bytes) if kind & kind::MANY != 0 => many(&mut storage, tag, kind, bytes),
                Value::Bytes(bytes) => {
                    // The end of a text counts, and is not written.
                    let end = match kind {
                        kind::STRING => 2,
                        kind::STRING8 => 1,
                        _ => 0,
                    };
                    list(&mut storage, tag, kind, bytes.len() as u64 + end);
                    storage.put(stream_name(tag, kind), bytes.clone());
                }
                Value::Elsewhere { data, size } => {
                    list(&mut storage, tag, kind, *size);
                    storage
                        .streams
                        .push((stream_name(tag, kind), Data::Elsewhere { key: *data, size: *size }));
                }
                // Only attachments hold objects, and theirs are taken apart before.
                Value::Object(_) => self.is_damaged = true,
            }
        }
        storage
    }
}

/// A subject without the two letters that say how long its prefix is ([MS-PST] 2.5.3.1.1.1).
fn without_mark(property: &Property) -> Property {
    let mut property = property.clone();
    if let (tags::SUBJECT, Value::Bytes(bytes)) = (property.tag, &mut property.value) {
        let mark = match property.kind {
            kind::STRING if bytes.starts_with(&[1, 0]) => 4,
            kind::STRING8 if bytes.starts_with(&[1]) => 2,
            _ => 0,
        };
        bytes.drain(..mark.min(bytes.len()));
    }
    property
}

fn stream_name(tag: u16, kind: u16) -> String {
    format!("__substg1.0_{tag:04X}{kind:04X}")
}

/// Adds an entry to the list of properties, which can be read and written.
fn list(storage: &mut Storage, tag: u16, kind: u16, value: u64) {
    if let Some((_, Data::Bytes(list))) = storage.streams.first_mut() {
        list.extend([kind.to_le_bytes(), tag.to_le_bytes()].concat());
        list.extend(6u32.to_le_bytes());
        list.extend(value.to_le_bytes());
    }
}

/// A property of many values: together if they are numbers, else one by one with a list of their lengths
/// ([MS-OXMSG] 2.1.4, [MS-PST] 2.3.3.4).
fn many(storage: &mut Storage, tag: u16, kind: u16, bytes: &[u8]) {
    let single = kind & !kind::MANY;
    if !matches!(single, kind::STRING | kind::STRING8 | kind::BINARY) {
        list(storage, tag, kind, bytes.len() as u64);
        return storage.put(stream_name(tag, kind), bytes.to_vec());
    }
    let n = u32_at(bytes, 0).unwrap_or(0) as usize;
    let places: Vec<usize> =
        (0..n).map_while(|at| u32_at(bytes, 4 + 4 * at)).map(|place| place as usize).collect();
    let mut lengths = Vec::new();
    for (at, start) in places.iter().enumerate() {
        let end = places.get(at + 1).copied().unwrap_or(bytes.len());
        let value = bytes.get(*start..end.max(*start)).unwrap_or_default();
        lengths.extend((value.len() as u32).to_le_bytes());
        if single == kind::BINARY {
            lengths.extend([0; 4]);
        }
        storage.put(format!("{}-{at:08X}", stream_name(tag, kind)), value.to_vec());
    }
    list(storage, tag, kind, lengths.len() as u64);
    storage.put(stream_name(tag, kind), lengths);
}
