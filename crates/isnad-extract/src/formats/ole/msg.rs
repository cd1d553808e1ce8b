//! MSG, a letter that Outlook saved ([MS-OXMSG]): storages and streams of a compound file whose names are the numbers
//! of properties.
//!
//! Every stream says by its name what it holds, so that a letter whose list of properties is damaged gives its words
//! all the same.

mod members;

pub(crate) use members::unpack;

use super::{Compound, compound::ROOT};
use crate::{
    formats::{
        Source,
        mapi::{self, Bag, Letter, kind, tags},
        package::damaged,
    },
    wire::Sink,
};

const PROPERTIES: &str = "__properties_version1.0";
const RECIPIENT: &str = "__recip_version1.0_#";
const ATTACHMENT: &str = "__attach_version1.0_#";
const NAMES: &str = "__nameid_version1.0";
const STREAM: &str = "__substg1.0_";

/// Bytes before the properties of a letter that is a file, of one within another, and of what belongs to one (2.4).
const HEAD: usize = 32;
const HEAD_WITHIN: usize = 24;
const HEAD_PART: usize = 8;

/// Reads a letter as one page.
pub(in crate::formats) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    sink.tool("msg", "");
    let Some(mut file) = Compound::open(source) else { return sink.problem(damaged("compound file")) };
    mapi::tell(&letter(&mut file), "msg", sink);
}

fn letter(file: &mut Compound<'_>) -> Letter {
    let mut letter = Letter::default();
    letter.own = bag(file, ROOT, HEAD, &mut letter.lost);
    for storage in storages(file, RECIPIENT) {
        let recipient = bag(file, storage, HEAD_PART, &mut letter.lost);
        letter.recipients.push(recipient);
    }
    for storage in storages(file, ATTACHMENT) {
        let attachment = bag(file, storage, HEAD_PART, &mut letter.lost);
        letter.attachments.push(attachment);
    }
    letter.settle_encoding();
    letter
}

/// The storages of a letter whose names begin so, in the order of their numbers.
fn storages(file: &Compound<'_>, prefix: &str) -> Vec<u32> {
    let inside = file.inside(ROOT).into_iter().filter(|number| !file.is_stream(*number));
    let mut found: Vec<u32> = inside.filter(|number| starts_with(file.name(*number), prefix)).collect();
    found.sort_by_cached_key(|number| file.name(*number).to_ascii_lowercase());
    found
}

fn starts_with(name: &str, prefix: &str) -> bool {
    name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// The properties of a storage, without the content of an attachment.
fn bag(file: &mut Compound<'_>, storage: u32, head: usize, lost: &mut Vec<String>) -> Bag {
    let mut bag = Bag::default();
    for number in file.inside(storage) {
        let name = file.name(number).to_owned();
        if !file.is_stream(number) {
            continue;
        }
        if name.eq_ignore_ascii_case(PROPERTIES) {
            let (bytes, is_whole) = file.read(number);
            numbers(bytes.get(head..).unwrap_or_default(), &mut bag);
            if !is_whole || bytes.len() < head {
                lost.push(PROPERTIES.to_owned());
            }
        } else if let Some((tag, kind)) = tag_of(&name).filter(|(tag, _)| *tag != tags::ATTACH_DATA) {
            let (bytes, is_whole) = file.read(number);
            bag.put_bytes(tag, kind, bytes);
            if !is_whole {
                lost.push(name);
            }
        }
    }
    bag
}

/// The number and the kind of the property that a stream holds; nothing for values of one that has many.
fn tag_of(name: &str) -> Option<(u16, u16)> {
    let digits = starts_with(name, STREAM).then(|| name.get(STREAM.len()..)).flatten()?;
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 8)?;
    Some(((number >> 16) as u16, number as u16))
}

/// Values that stand in the list itself.
fn numbers(list: &[u8], bag: &mut Bag) {
    for entry in list.chunks_exact(16) {
        let (kind, tag) =
            (u16::from_le_bytes([entry[0], entry[1]]), u16::from_le_bytes([entry[2], entry[3]]));
        let is_elsewhere =
            matches!(kind, kind::STRING | kind::STRING8 | kind::BINARY | kind::OBJECT | kind::GUID);
        if let Ok(value) = entry[8..].try_into()
            && !is_elsewhere
            && kind & kind::MANY == 0
        {
            bag.put_number(tag, kind, u64::from_le_bytes(value));
        }
    }
}

#[cfg(test)]
mod tests;
