//! PPT of PowerPoint 97 to 2003 ([MS-PPT]): a page a slide, with its notes after its words.
//!
//! The file holds every version that was saved. Only what the last one names is read, as PowerPoint shows it.

use super::Compound;
use crate::{
    formats::{flow::Flow, package::damaged},
    wire::Sink,
};
use isnad_model::Problem;
use std::collections::{BTreeMap, BTreeSet};

/// Numbers of records ([MS-PPT] 2.13.24).
mod kind {
    pub(super) const DOCUMENT: u16 = 0x03E8;
    pub(super) const SLIDE: u16 = 0x03EE;
    pub(super) const NOTES: u16 = 0x03F0;
    pub(super) const NOTES_ATOM: u16 = 0x03F1;
    pub(super) const SLIDE_PERSIST: u16 = 0x03F3;
    pub(super) const SLIDE_SHOW: u16 = 0x03F9;
    pub(super) const TEXT_CHARS: u16 = 0x0FA0;
    pub(super) const TEXT_BYTES: u16 = 0x0FA8;
    pub(super) const SLIDE_LIST: u16 = 0x0FF0;
    pub(super) const USER_EDIT: u16 = 0x0FF5;
    pub(super) const PERSIST: u16 = 0x1772;
    pub(super) const ENCRYPTION: u16 = 0x2F14;
}

/// Edits that were saved one after another.
const EDITS_MAX: usize = 100_000;
/// Containers within containers.
const DEPTH_MAX: usize = 64;

/// Reads every slide that the last version names.
pub(super) fn read(file: &mut Compound<'_>, sink: &mut Sink<'_>) {
    let Some((stream, is_whole)) = file.stream("PowerPoint Document") else {
        return sink.problem(damaged("PowerPoint Document"));
    };
    let (user, _) = file.stream("Current User").unwrap_or_default();
    let Some(deck) = u32_at(&user, 16).and_then(|edit| Deck::new(&stream, edit)) else {
        return sink.problem(damaged("Current User"));
    };
    if deck.is_encrypted {
        return sink.problem(Problem::new("document-encrypted-unopened"));
    }
    let mut flow = Flow::new(sink);
    let is_sound = deck.tell(&mut flow);
    flow.finish();
    if !(is_sound && is_whole) {
        sink.problem(damaged("PowerPoint Document"));
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// A record: its kind, its instance, whether it contains others, and its body.
#[derive(Clone, Copy)]
struct Record<'b> {
    kind: u16,
    instance: u16,
    is_container: bool,
    body: &'b [u8],
}

impl<'b> Record<'b> {
    fn at(bytes: &'b [u8], at: usize) -> Option<Self> {
        let (head, kind, length) = (u16_at(bytes, at)?, u16_at(bytes, at + 2)?, u32_at(bytes, at + 4)?);
        let start = at.checked_add(8)?;
        let body = bytes.get(start..start.saturating_add(length as usize).min(bytes.len()))?;
        Some(Self { kind, instance: head >> 4, is_container: head & 0xF == 0xF, body })
    }

    /// The records that lie in this one.
    fn inside(self) -> impl Iterator<Item = Record<'b>> {
        let mut at = 0;
        std::iter::from_fn(move || {
            let record = Record::at(self.body, at).filter(|_| self.is_container)?;
            at += 8 + record.body.len();
            Some(record)
        })
    }

    /// Hands over every record within, however deep.
    fn each(self, depth: usize, take: &mut dyn FnMut(Record<'b>)) {
        for record in self.inside() {
            take(record);
            if record.is_container && depth > 0 {
                record.each(depth - 1, take);
            }
        }
    }

    /// The letters of a record of text.
    fn letters(self) -> Option<String> {
        match self.kind {
            kind::TEXT_CHARS => {
                let units = self.body.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
                Some(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
            }
            // The lower halves of letters of Unicode.
            kind::TEXT_BYTES => Some(self.body.iter().map(|byte| char::from(*byte)).collect()),
            _ => None,
        }
    }
}

/// The presentation as its last version is.
struct Deck<'b> {
    stream: &'b [u8],
    /// Where each object lies that the presentation refers to by a number.
    places: BTreeMap<u32, u32>,
    document: u32,
    is_encrypted: bool,
}

impl<'b> Deck<'b> {
    /// Follows the edits from the last to the first (2.1.2).
    fn new(stream: &'b [u8], last: u32) -> Option<Self> {
        let mut deck = Self { stream, places: BTreeMap::new(), document: 0, is_encrypted: false };
        let (mut edit, mut seen) = (last, BTreeSet::new());
        while seen.len() < EDITS_MAX && seen.insert(edit) {
            let record = Record::at(stream, edit as usize).filter(|r| r.kind == kind::USER_EDIT);
            let Some(record) = record else { break };
            if seen.len() == 1 {
                deck.document = u32_at(record.body, 16)?;
            }
            // A later place of the same object was found before.
            if let Some(directory) = u32_at(record.body, 12).and_then(|at| Record::at(stream, at as usize)) {
                deck.take_places(directory);
            }
            edit = u32_at(record.body, 8).unwrap_or(0);
            if edit == 0 {
                break;
            }
        }
        deck.places.values().for_each(|at| {
            deck.is_encrypted |= Record::at(stream, *at as usize).is_some_and(|r| r.kind == kind::ENCRYPTION);
        });
        (deck.document > 0).then_some(deck)
    }

    fn take_places(&mut self, directory: Record<'_>) {
        if directory.kind != kind::PERSIST {
            return;
        }
        let mut at = 0;
        while let Some(head) = u32_at(directory.body, at) {
            let (first, n) = (head & 0xF_FFFF, head >> 20);
            for step in 0..n {
                let Some(place) = u32_at(directory.body, at + 4 + 4 * step as usize) else { return };
                self.places.entry(first + step).or_insert(place);
            }
            at += 4 + 4 * n as usize;
        }
    }

    fn object(&self, number: u32) -> Option<Record<'b>> {
        Record::at(self.stream, *self.places.get(&number)? as usize)
    }

    /// Sets down every slide; false if one of them is not there.
    fn tell(&self, flow: &mut Flow<'_, '_>) -> bool {
        let document = self.object(self.document).filter(|record| record.kind == kind::DOCUMENT);
        let Some(document) = document else { return false };
        let list =
            |instance| document.inside().find(|r| r.kind == kind::SLIDE_LIST && r.instance == instance);
        let notes = list(2).map(|list| self.notes(list)).unwrap_or_default();
        let Some(slides) = list(0) else { return true };
        let mut is_sound = true;
        let mut number = 0;
        let mut notes_of = None;
        // The words of a slide's outline follow the record that names it.
        for record in slides.inside() {
            if record.kind == kind::SLIDE_PERSIST {
                self.end_slide(notes_of, &notes, flow);
                number += 1;
                flow.page();
                notes_of = u32_at(record.body, 12);
                match u32_at(record.body, 0).and_then(|id| self.object(id)) {
                    Some(slide) if slide.kind == kind::SLIDE => self.shapes(slide, number, flow),
                    _ => is_sound = false,
                }
            } else if let Some(letters) = record.letters() {
                push(&letters, flow);
            }
        }
        self.end_slide(notes_of, &notes, flow);
        is_sound
    }

    fn end_slide(&self, slide: Option<u32>, notes: &BTreeMap<u32, Record<'b>>, flow: &mut Flow<'_, '_>) {
        if let Some(notes) = slide.and_then(|id| notes.get(&id)) {
            flow.part();
            self.shapes(*notes, 0, flow);
        }
    }

    /// The notes, by the number of the slide that they belong to.
    fn notes(&self, list: Record<'b>) -> BTreeMap<u32, Record<'b>> {
        let named = list.inside().filter(|record| record.kind == kind::SLIDE_PERSIST);
        let objects = named.filter_map(|record| self.object(u32_at(record.body, 0)?));
        let notes = objects.filter(|record| record.kind == kind::NOTES);
        notes
            .filter_map(|record| {
                let atom = record.inside().find(|inner| inner.kind == kind::NOTES_ATOM)?;
                Some((u32_at(atom.body, 0)?, record))
            })
            .collect()
    }

    /// The words of the shapes of a slide, or of notes if the number is 0.
    fn shapes(&self, slide: Record<'b>, number: u32, flow: &mut Flow<'_, '_>) {
        slide.each(DEPTH_MAX, &mut |record| {
            if let Some(letters) = record.letters() {
                push(&letters, flow);
            }
            // Bit 2 of its flags (2.6.6).
            let is_hidden = record.kind == kind::SLIDE_SHOW
                && u16_at(record.body, 10).is_some_and(|flags| flags & 4 != 0);
            if is_hidden && number > 0 {
                flow.sink.metadatum("ppt.hiddenSlide", &number.to_string());
            }
        });
    }
}

/// Sets down letters in which a return ends a paragraph and a vertical tab a line.
fn push(letters: &str, flow: &mut Flow<'_, '_>) {
    for paragraph in letters.split('\r') {
        for (line, at) in paragraph.split('\u{B}').zip(0..) {
            if at > 0 {
                flow.line_break();
            }
            flow.push(line);
        }
        flow.paragraph_end();
    }
}
