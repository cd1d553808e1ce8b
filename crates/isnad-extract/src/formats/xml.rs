//! XML as a run of openings, closings and text.
//!
//! No document type is read and no entity of a document's own is followed, since these unfold like bombs.
//! Names are told without their prefix: a prefix is the writer's choice, and within one part of a document the
//! names that matter here are told apart by themselves.

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesRef, BytesStart, Event},
};
use std::{borrow::Cow, io::BufRead};

/// Elements within elements. Real documents stay under a hundred.
const DEPTH_MAX: usize = 4096;

/// The part is no well-formed XML from here on, or was cut off here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Damaged;

/// What comes next in a part.
pub(super) enum Node<'a> {
    /// An element begins.
    Open(Tag<'a>),
    /// An element of this name ends; an empty one does so at once.
    Close(&'a str),
    /// Words, with their references resolved. One text may come in several pieces.
    Text(Cow<'a, str>),
}

/// The opening of an element.
pub(super) struct Tag<'a>(&'a BytesStart<'a>);

impl Tag<'_> {
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// Whether the name has this prefix, where two standards have an element of the same name.
    pub(super) fn is_of(&self, prefix: &str) -> bool {
        self.0.name().prefix().is_some_and(|own| own.into_inner() == prefix)
    }

    /// The value of an attribute, by its name without a prefix.
    pub(super) fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        // Checked for doubles, each attribute would be compared with all before it.
        let found = self.0.attributes().with_checks(false).flatten().find(|a| {
            let local = a.key.local_name();
            local.into_inner() == name
        })?;
        Some(found.normalized_value(XmlVersion::Implicit1_0).unwrap_or(found.value))
    }

    /// The value of an attribute that has a prefix, where another of the same name has none: `r:id` beside `id`.
    pub(super) fn get_prefixed(&self, name: &str) -> Option<Cow<'_, str>> {
        let found = self
            .0
            .attributes()
            .with_checks(false)
            .flatten()
            .find(|a| a.key.prefix().is_some() && a.key.local_name().into_inner() == name)?;
        Some(found.normalized_value(XmlVersion::Implicit1_0).unwrap_or(found.value))
    }

    /// Hands over every attribute, by its name without a prefix; the quick way for what there are millions of.
    pub(super) fn each(&self, mut take: impl FnMut(&str, &str)) {
        for attribute in self.0.attributes().with_checks(false).flatten() {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or(attribute.value);
            take(attribute.key.local_name().into_inner(), &value);
        }
    }

    /// A number in an attribute.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether an attribute says yes; `absent` is what its absence says.
    pub(super) fn flag(&self, name: &str, absent: bool) -> bool {
        self.get(name).map_or(absent, |value| !matches!(value.trim(), "0" | "false" | "off" | "none"))
    }
}

/// Goes through a part, and says whether it was sound to its end. What came before a fault was handed over.
pub(super) fn walk(part: &mut dyn BufRead, each: &mut dyn FnMut(Node<'_>)) -> Result<(), Damaged> {
    let mut reader = Reader::from_reader(part);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.allow_dangling_amp = true;
    let mut buffer = Vec::new();
    let mut depth = 0usize;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| Damaged)? {
            Event::Start(_) if depth == DEPTH_MAX => return Err(Damaged),
            Event::Start(tag) => {
                depth += 1;
                each(Node::Open(Tag(&tag)));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                each(Node::Close(end.local_name().into_inner()));
            }
            Event::Text(text) => each(Node::Text(text.xml10_content())),
            Event::CData(text) => each(Node::Text(text.xml10_content())),
            Event::GeneralRef(reference) => each(Node::Text(resolve(&reference))),
            Event::Eof => return if depth == 0 { Ok(()) } else { Err(Damaged) },
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// `&amp;` and `&#1593;`; a document's own entities are shown as they stand.
fn resolve(reference: &BytesRef<'_>) -> Cow<'static, str> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Cow::Owned(c.to_string());
    }
    let name = reference.xml10_content();
    match quick_xml::escape::resolve_xml_entity(&name) {
        Some(known) => Cow::Borrowed(known),
        None => Cow::Owned(format!("&{name};")),
    }
}
