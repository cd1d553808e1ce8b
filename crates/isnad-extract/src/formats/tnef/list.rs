//! Lists of properties within an attribute ([MS-OXTNEF] 2.1.3.4).

use super::Content;
use crate::formats::mapi::{Bag, kind, tags};

/// Letters within, and objects of OLE, by the interface that they are asked by.
const LETTER: [u8; 16] = [0x07, 0x03, 0x02, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46];
/// Numbers from here on have a name.
const NAMED: u16 = 0x8000;

/// Bytes that are taken from the front.
pub(super) struct Cursor<'b>(&'b [u8]);

impl<'b> Cursor<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn take(&mut self, n: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(taken)
    }

    /// So many bytes, or what there is of them.
    pub(super) fn up_to(&mut self, n: usize) -> &'b [u8] {
        let (taken, rest) = self.0.split_at(n.min(self.0.len()));
        self.0 = rest;
        taken
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        self.take(1).map(|bytes| bytes[0])
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        self.take(2)?.try_into().map(u16::from_le_bytes).ok()
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        self.take(4)?.try_into().map(u32::from_le_bytes).ok()
    }

    /// A value of stated length, which is filled up to a multiple of four.
    fn long(&mut self) -> Option<&'b [u8]> {
        let length = self.u32()? as usize;
        let value = self.take(length)?;
        self.up_to(length.next_multiple_of(4) - length);
        Some(value)
    }
}

/// The properties of a list, the content of an attachment with its kind, and whether all of it was there.
pub(super) fn properties<'b>(cursor: &mut Cursor<'b>) -> (Bag, Option<(u16, &'b [u8])>, bool) {
    let (mut bag, mut content) = (Bag::default(), None);
    let Some(n) = cursor.u32() else { return (bag, content, false) };
    for _ in 0..n {
        if property(cursor, &mut bag, &mut content).is_none() {
            return (bag, content, false);
        }
    }
    (bag, content, true)
}

fn property<'b>(cursor: &mut Cursor<'b>, bag: &mut Bag, content: &mut Option<(u16, &'b [u8])>) -> Option<()> {
    let (kind, tag) = (cursor.u16()?, cursor.u16()?);
    if tag >= NAMED {
        cursor.take(16)?;
        match cursor.u32()? {
            0 => cursor.u32().map(|_| ())?,
            _ => cursor.long().map(|_| ())?,
        }
    }
    let single = kind & !kind::MANY;
    let is_many = kind & kind::MANY != 0;
    let width = match single {
        kind::SHORT | kind::LONG | 0x0004 | 0x000A | kind::BOOLEAN => Some(4),
        0x0005..=0x0007 | 0x0014 | kind::TIME => Some(8),
        kind::GUID => Some(16),
        kind::STRING8 | kind::STRING | kind::BINARY | kind::OBJECT => None,
        // Of an unknown kind nobody knows where it ends.
        _ => return None,
    };
    let n = if is_many || width.is_none() { cursor.u32()? } else { 1 };
    for _ in 0..n {
        match width {
            Some(width) => {
                let value = cursor.take(width)?;
                if let (false, Some(number)) = (is_many, value.get(..8.min(width))) {
                    let number = number.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte));
                    bag.put_number(tag, single, number);
                }
            }
            None => {
                let value = cursor.long()?;
                if tag == tags::ATTACH_DATA {
                    *content = Some((single, value));
                } else if !is_many {
                    bag.put_bytes(tag, single, value.to_vec());
                }
            }
        }
    }
    Some(())
}

/// What an object is: the interface comes first, and then its bytes.
pub(super) fn object(bytes: &[u8]) -> Content<'_> {
    match bytes.split_at_checked(16) {
        Some((interface, letter)) if interface == LETTER => Content::Letter(letter),
        Some((_, file)) => Content::File(file),
        None => Content::Absent,
    }
}
