//! What came with a letter of Outlook.
//!
//! A file is taken out as it lies there. A letter or an object within is a storage and has no bytes of its own: it
//! becomes a compound file of exactly its streams, as Outlook makes it when it saves such an attachment.

use super::{ATTACHMENT, Compound, HEAD_PART, HEAD_WITHIN, NAMES, PROPERTIES, ROOT, STREAM, bag, storages};
use crate::{
    formats::{
        Source,
        mapi::{self, Letter, tags},
        ole::write::{self, Data, Storage},
        package::damaged,
    },
    unpack::{Pieces, begin, finish},
    wire::{Head, Sink},
};
use isnad_model::Problem;
use std::collections::BTreeSet;

/// Storages within storages of one attachment.
const DEPTH_MAX: usize = 64;

/// Streams every attachment.
pub(crate) fn unpack(source: &mut dyn Source, sink: &mut Sink<'_>) {
    let Some(mut file) = Compound::open(source) else { return sink.problem(damaged("compound file")) };
    let mut letter = super::letter(&mut file);
    letter.lost.clear();
    let mut problems = Vec::new();
    for (place, storage) in (1..).zip(storages(&file, ATTACHMENT)) {
        problems.extend(member(&mut file, &letter, storage, place, sink));
    }
    crate::unpack::tell_some(problems, sink);
}

/// Streams one attachment. Damage is said of the letter: what there is of an attachment is kept.
fn member(
    file: &mut Compound<'_>,
    letter: &Letter,
    storage: u32,
    place: usize,
    sink: &mut Sink<'_>,
) -> Option<Problem> {
    let own = bag(file, storage, HEAD_PART, &mut Vec::new());
    let known = letter.attachments.get(place - 1).unwrap_or(&own);
    let data = |kind: &str| format!("{STREAM}{:04X}{kind}", tags::ATTACH_DATA);
    let stream = file.find(storage, &data("0102")).filter(|number| file.is_stream(*number));
    let within = file.find(storage, &data("000D")).filter(|number| !file.is_stream(*number));
    let is_letter = within.is_some_and(|within| file.find(within, PROPERTIES).is_some());
    let name = mapi::member_name(known, place, if is_letter { ".msg" } else { "" });
    let modified = known.time(tags::LAST_MODIFICATION_TIME).unwrap_or_default();
    let size = stream.map(|stream| file.size(stream));
    let head = Head { name: name.as_bytes(), label: &name, size, modified: &modified };
    let mut is_whole = true;
    let outcome = begin(&head, sink).and_then(|()| {
        let mut pieces = Pieces::new(sink);
        match (stream, within) {
            // An attachment has one content. Of two, which no program writes, the second is told to be lost.
            (Some(stream), _) => {
                is_whole = file.each_piece(stream, &mut |piece| pieces.push(piece)) && within.is_none();
            }
            (None, Some(within)) => {
                is_whole = storage_as_file(file, within, is_letter, &mut |p| pieces.push(p))
            }
            (None, None) if mapi::is_elsewhere(known) => {
                return Err(Problem::new("member-not-a-file").text("reason", "reference"));
            }
            (None, None) => return Err(Problem::new("member-damaged")),
        }
        pieces.end();
        Ok(())
    });
    finish(outcome, sink);
    (!is_whole).then(|| Problem::new("mail-part-damaged").text("part", name).number("count", 1))
}

/// Writes a storage as a file of its own; whether all of it was there.
fn storage_as_file(
    file: &mut Compound<'_>,
    number: u32,
    is_letter: bool,
    out: &mut dyn FnMut(&[u8]),
) -> bool {
    let mut copy = Copy { seen: BTreeSet::new(), is_whole: true };
    let mut root = copy.storage(file, number, 0);
    if is_letter {
        make_outermost(&mut root);
        // The names of properties are kept once, with the outermost letter.
        if let Some(names) = file.find(ROOT, NAMES).filter(|_| !root.storages.iter().any(|s| s.name == NAMES))
        {
            root.storages.push(copy.storage(file, names, 0));
        }
    }
    let mut is_whole = copy.is_whole;
    let mut fetch = |key: u64, each: &mut dyn FnMut(&[u8])| is_whole &= file.each_piece(key as u32, each);
    let n_hidden = write::write(&root, &mut fetch, out);
    is_whole && n_hidden == 0
}

/// The list of properties of a letter that is a file begins with eight bytes more than that of one within (2.4.1).
fn make_outermost(root: &mut Storage) {
    for (name, data) in &mut root.streams {
        if let Data::Bytes(bytes) = data
            && name.eq_ignore_ascii_case(PROPERTIES)
            && bytes.len() >= HEAD_WITHIN
        {
            bytes.splice(HEAD_WITHIN..HEAD_WITHIN, [0; 8]);
        }
    }
}

/// A storage on its way into a file of its own. A directory that leads in circles is followed once.
struct Copy {
    seen: BTreeSet<u32>,
    is_whole: bool,
}

impl Copy {
    fn storage(&mut self, file: &mut Compound<'_>, number: u32, depth: usize) -> Storage {
        let mut storage = Storage::named(file.name(number));
        storage.class = file.class(number);
        for inner in file.inside(number) {
            if !self.seen.insert(inner) || (depth == DEPTH_MAX && !file.is_stream(inner)) {
                self.is_whole = false;
            } else if !file.is_stream(inner) {
                storage.storages.push(self.storage(file, inner, depth + 1));
            } else {
                let name = file.name(inner).to_owned();
                let data = match name.eq_ignore_ascii_case(PROPERTIES) {
                    true => Data::Bytes(file.read(inner).0),
                    false => Data::Elsewhere { key: inner.into(), size: file.size(inner) },
                };
                storage.streams.push((name, data));
            }
        }
        storage
    }
}
