//! Tracked changes: what was deleted is told once at the front, and its place is marked in the text (part 3, 5.5).

use crate::{
    formats::{flow::Flow, marks::Marks, xml::Tag},
    wire::Sink,
};
use std::collections::BTreeMap;

/// Who said something, and when.
#[derive(Default)]
pub(super) struct Said {
    pub(super) who: String,
    pub(super) when: String,
    /// The element whose words come next.
    saying: &'static str,
}

impl Said {
    pub(super) fn begin(&mut self, name: &str) {
        self.saying = match name {
            "creator" => "creator",
            "date" => "date",
            _ => "",
        };
    }

    /// Takes words that are a name or a time; false if they are others.
    pub(super) fn takes(&mut self, text: &str) -> bool {
        match self.saying {
            "creator" => self.who.push_str(text),
            "date" => self.when.push_str(text),
            _ => return false,
        }
        true
    }
}

/// The changes that the document tells of.
#[derive(Default)]
pub(super) struct Changes {
    pub(super) said: Said,
    id: String,
    kind: Option<Kind>,
    words: String,
    regions: BTreeMap<String, Region>,
    /// Insertions whose words come now.
    open: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Inserted,
    Deleted,
}

struct Region {
    kind: Kind,
    said: Said,
    words: String,
}

impl Changes {
    pub(super) fn open(&mut self, tag: &Tag<'_>, flow: &mut Flow<'_, '_>, marks: &mut Marks) {
        let id = || tag.get("change-id").unwrap_or_default().into_owned();
        match tag.name() {
            "changed-region" => {
                self.id = tag.get("id").unwrap_or_default().into_owned();
                (self.said, self.kind) = (Said::default(), None);
                self.words.clear();
            }
            "insertion" => self.kind = Some(Kind::Inserted),
            "deletion" => {
                self.kind = Some(Kind::Deleted);
                flow.aside_open();
            }
            "change" => {
                let region = self.regions.get(&id());
                if let Some(region) = region.filter(|region| region.kind == Kind::Deleted) {
                    flow.aside_open();
                    flow.push(&region.words);
                    flow.aside_close("[-", "-]");
                    marks.add("odf.deleted", &region.said.who, &region.said.when, &region.words, flow.sink);
                }
            }
            "change-start" => self.open.push(id()),
            "change-end" => {
                let id = id();
                self.open.retain(|open| *open != id);
            }
            _ => {}
        }
    }

    pub(super) fn close(&mut self, name: &str, flow: &mut Flow<'_, '_>) {
        match name {
            "deletion" => self.words = flow.take_aside(),
            "changed-region" => {
                if let Some(kind) = self.kind.take() {
                    let (said, words) = (std::mem::take(&mut self.said), std::mem::take(&mut self.words));
                    self.regions.insert(std::mem::take(&mut self.id), Region { kind, said, words });
                }
            }
            _ => {}
        }
    }

    /// Takes note of words if they were inserted.
    pub(super) fn inserted(&self, words: &str, marks: &mut Marks, sink: &mut Sink<'_>) -> bool {
        let region = self.open.last().and_then(|id| self.regions.get(id));
        let Some(region) = region.filter(|region| region.kind == Kind::Inserted) else { return false };
        marks.add("odf.inserted", &region.said.who, &region.said.when, words, sink);
        true
    }
}
