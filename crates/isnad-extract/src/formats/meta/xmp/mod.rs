//! XMP (ISO 16684-1): RDF flattened to one value a line, under the usual prefix of its namespace.
//!
//! - a simple property: `xmp.dc:format`;
//! - an array: the same field once an item, `xmp.dc:subject`; of languages, `xmp.dc:title[ar]`;
//! - a structure: `xmp.xmpMM:DerivedFrom/stRef:documentID`, and in an array `xmp.xmpMM:History[2]/stEvt:action`.
//!
//! Entities of the document's own are not followed, since they unfold like bombs.

mod names;

use super::{Notes, moment::Moment};
use encoding_rs::{UTF_16BE, UTF_16LE};
use names::{Names, RDF, XML};
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesRef, BytesStart, Event},
};
use std::borrow::Cow;

/// The largest packet. Adobe's own guidance is to stay under some megabytes.
pub(crate) const PACKET_BYTES_MAX: u64 = 16 << 20;
/// Histories of much-edited pictures have hundreds of steps.
const FIELDS_MAX: usize = 5_000;
const DEPTH_MAX: usize = 64;
const NAME_BYTES_MAX: usize = 256;
/// Signs without a space among them: a picture or a table in base 64, and no words.
const UNBROKEN_MAX: usize = 1_024;

/// The times that are compared with others, the event's first.
const TIMES: [&str; 5] = [
    "exif:DateTimeOriginal",
    "photoshop:DateCreated",
    "xmp:CreateDate",
    "exif:DateTimeDigitized",
    "xmp:ModifyDate",
];

/// Reads a packet. Gives the name of the extended packet that it points to, if it does.
pub(crate) fn read(packet: &[u8], notes: &mut Notes<'_, '_>) -> Option<String> {
    let text = decode(packet);
    let mut flat = Flat::default();
    if flat.walk(&text).is_none() {
        notes.damaged("XMP");
    }
    if flat.is_too_much {
        notes.too_much("XMP");
    }
    flat.tell(notes);
    flat.extended
}

/// Packets are UTF-8, but may be UTF-16 as well.
fn decode(packet: &[u8]) -> Cow<'_, str> {
    match packet {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => UTF_16LE.decode(packet).0,
        [0xFE, 0xFF, ..] | [0, b'<', ..] => UTF_16BE.decode(packet).0,
        // Some writers end the packet with zeros.
        _ => String::from_utf8_lossy(packet.trim_ascii_end().strip_suffix(b"\0").unwrap_or(packet)),
    }
}

/// What an open element is.
enum Frame {
    /// Not within RDF.
    Outside,
    /// `rdf:RDF`.
    Rdf,
    /// A description: its children are properties.
    Node(String),
    /// A property or an item: its own path, that of its parts, and its text so far.
    Property { path: String, parts: String, text: String, is_structured: bool },
    /// `rdf:Bag`, `rdf:Seq`, `rdf:Alt` with the number of items so far.
    Array(String, usize),
}

#[derive(Default)]
struct Flat {
    names: Names,
    open: Vec<Frame>,
    fields: Vec<(String, String)>,
    is_too_much: bool,
    extended: Option<String>,
}

impl Flat {
    /// Goes through the packet; nothing where it is not well-formed or ends too early.
    fn walk(&mut self, text: &str) -> Option<()> {
        let mut reader = Reader::from_str(text);
        loop {
            match reader.read_event().ok()? {
                Event::Start(element) => self.start(&element),
                Event::Empty(element) => {
                    self.start(&element);
                    self.end();
                }
                Event::End(_) => self.end(),
                Event::Text(text) => self.text(&text.xml10_content()),
                Event::CData(text) => self.text(&text.xml10_content()),
                Event::GeneralRef(reference) => self.text(&resolve(&reference)),
                Event::Eof => return self.open.is_empty().then_some(()),
                _ => {}
            }
            if self.is_too_much {
                return Some(());
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let name = element.name();
        if self.open.len() == DEPTH_MAX || name.as_ref().len() > NAME_BYTES_MAX {
            self.is_too_much = true;
            return;
        }
        let attributes = self.attributes(element);
        let name = self.names.name(name.as_ref());
        let frame = match self.open.last_mut() {
            None | Some(Frame::Outside) if name == (RDF, "RDF") => Frame::Rdf,
            None | Some(Frame::Outside) => Frame::Outside,
            Some(Frame::Rdf) => Frame::Node(String::new()),
            Some(Frame::Node(path)) => property(&join(path, &self.names.short(name)), None, &attributes),
            Some(Frame::Property { parts, is_structured, .. }) => {
                *is_structured = true;
                match name {
                    (RDF, "Bag" | "Seq" | "Alt") => Frame::Array(parts.clone(), 0),
                    _ => Frame::Node(parts.clone()),
                }
            }
            Some(Frame::Array(path, n)) => {
                *n += 1;
                property(path, Some(*n), &attributes)
            }
        };
        self.take(&frame, &attributes);
        self.open.push(frame);
    }

    /// Attributes with their names; those that declare prefixes are learnt first, since they hold here already.
    fn attributes(&mut self, element: &BytesStart<'_>) -> Vec<Attribute> {
        let mut attributes = Vec::new();
        // Looking for twins would take a time that grows with the square of their number.
        for attribute in element.attributes().with_checks(false).flatten() {
            let value = match attribute.normalized_value(XmlVersion::Implicit1_0) {
                Ok(value) => value.into_owned(),
                Err(_) => attribute.value.to_string(),
            };
            let key: &str = attribute.key.as_ref();
            match key.strip_prefix("xmlns") {
                _ if key.len() > NAME_BYTES_MAX => self.is_too_much = true,
                Some(prefix) if prefix.is_empty() || prefix.starts_with(':') => {
                    self.names.learn(prefix.trim_start_matches(':'), &value);
                }
                _ => attributes.push((key.to_owned(), value)),
            }
        }
        let named = attributes.into_iter().map(|(key, value)| {
            let (space, local) = self.names.name(&key);
            Attribute { space: space.to_owned(), local: local.to_owned(), value }
        });
        named.collect()
    }

    /// Properties that are written as attributes.
    fn take(&mut self, frame: &Frame, attributes: &[Attribute]) {
        let path = match frame {
            Frame::Node(path) => path,
            Frame::Property { parts, .. } => parts,
            _ => return,
        };
        for attribute in attributes {
            match (attribute.space.as_str(), attribute.local.as_str()) {
                (RDF, "resource") => self.field(path.clone(), &attribute.value),
                (RDF | XML | "", _) => {}
                (space, local) => {
                    let name = self.names.short((space, local));
                    self.field(join(path, &name), &attribute.value);
                }
            }
        }
    }

    fn text(&mut self, more: &str) {
        if let Some(Frame::Property { text, .. }) = self.open.last_mut() {
            text.push_str(more);
        }
    }

    fn end(&mut self) {
        if let Some(Frame::Property { path, text, is_structured: false, .. }) = self.open.pop() {
            self.field(path, &text);
        }
    }

    fn field(&mut self, path: String, value: &str) {
        let value = value.trim();
        if value.is_empty() || self.is_too_much {
            return;
        }
        if path == "xmpNote:HasExtendedXMP" {
            self.extended = Some(value.to_owned());
            return;
        }
        let is_unbroken = value.len() > UNBROKEN_MAX && !value.contains(' ') && value.is_ascii();
        let value =
            if is_unbroken { format!("({} signs of base 64)", value.len()) } else { value.to_owned() };
        self.fields.push((path, value));
        self.is_too_much = self.fields.len() >= FIELDS_MAX;
    }

    fn tell(&self, notes: &mut Notes<'_, '_>) {
        for (path, value) in &self.fields {
            notes.say(&format!("xmp.{path}"), value);
        }
        for time in TIMES {
            let value = self.fields.iter().find(|(path, _)| path == time);
            if let Some((path, moment)) = value.and_then(|(path, value)| Some((path, Moment::read(value)?))) {
                notes.times.add(format!("xmp.{path}"), moment);
            }
        }
    }
}

/// An attribute with the namespace that its prefix stands for.
struct Attribute {
    space: String,
    local: String,
    value: String,
}

/// The frame of a property, or of an item with its number.
fn property(path: &str, item: Option<usize>, attributes: &[Attribute]) -> Frame {
    let attribute = |space: &str, local: &str| {
        attributes.iter().find(|a| a.space == space && a.local == local).map(|a| a.value.as_str())
    };
    let parts = item.map_or_else(|| path.to_owned(), |n| format!("{path}[{n}]"));
    if attribute(RDF, "parseType") == Some("Resource") {
        return Frame::Node(parts);
    }
    let path = match attribute(XML, "lang") {
        Some(language) if language != "x-default" => format!("{path}[{language}]"),
        _ => path.to_owned(),
    };
    Frame::Property { path, parts, text: String::new(), is_structured: false }
}

/// The path of a part; the value proper of a qualified property stands under the property's own name.
fn join(path: &str, name: &str) -> String {
    match (path, name) {
        (path, "rdf:value") => path.to_owned(),
        ("", name) => name.to_owned(),
        (path, name) => format!("{path}/{name}"),
    }
}

fn resolve(reference: &BytesRef<'_>) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(c)) => c.to_string(),
        _ => {
            let name = reference.xml10_content();
            quick_xml::escape::resolve_xml_entity(&name).map_or_else(|| format!("&{name};"), str::to_owned)
        }
    }
}

#[cfg(test)]
mod tests;
