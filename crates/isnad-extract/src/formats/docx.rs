//! DOCX: paragraphs, tables, notes, comments, headers and footers; who wrote it and when.
//!
//! The document has no pages of its own (Word makes them when it prints), so all text is one page.
//! Text that was deleted with changes tracked is not part of the text; it is told as metadata.

use super::Source;
use crate::{unpack::zip, wire::Sink};
use isnad_model::Problem;
use quick_xml::{
    Reader,
    events::{BytesRef, Event},
};

/// The largest part that is read. A thousand-page book has three megabytes.
const PART_BYTES_MAX: u64 = 64 << 20;

/// The parts with text, in the order of their usefulness to a reader; numbered ones by their first words.
const TEXTS: &[&str] =
    &["word/document", "word/footnotes", "word/endnotes", "word/comments", "word/header", "word/footer"];
const PROPERTIES: &[&str] = &["docProps/core", "docProps/app"];

/// Reads the whole document as one page.
pub(super) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    sink.tool("docx", "");
    let (mut parts, whole) = zip::parts(source, PART_BYTES_MAX, &|name| rank(name).is_some());
    parts.sort_by_key(|(name, _)| (rank(name), name.clone()));
    if !whole || !parts.iter().any(|(name, _)| name == "word/document.xml") {
        sink.problem(Problem::new("docx-damaged").text("part", "zip"));
    }
    let mut text = String::new();
    let mut deleted = Vec::new();
    for (name, xml) in &parts {
        let sound = match PROPERTIES.iter().any(|p| name.starts_with(p)) {
            true => properties(xml, sink),
            false => part_text(xml, &mut text, &mut deleted),
        };
        if sound.is_err() {
            sink.problem(Problem::new("docx-damaged").text("part", name));
        }
    }
    deleted.iter().for_each(|words| sink.metadatum("docx.deleted", words));
    sink.page(&text);
}

/// The place of a part in the order of reading, if it is one that is read.
fn rank(name: &str) -> Option<usize> {
    let stem = name.strip_suffix(".xml")?;
    let stem = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    TEXTS.iter().chain(PROPERTIES).position(|known| *known == stem)
}

/// Adds the text of a part; what came before a fault stays.
fn part_text(xml: &[u8], out: &mut String, deleted: &mut Vec<String>) -> Result<(), quick_xml::Error> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut inside = Inside::default();
    if !out.is_empty() && !out.ends_with("\n\n") {
        out.push('\n');
    }
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Start(element) => inside.start(element.local_name().as_ref(), deleted),
            Event::End(element) => inside.end(element.local_name().as_ref(), out),
            Event::Empty(element) if inside.fallbacks == 0 => match element.local_name().as_ref() {
                "tab" => out.push('\t'),
                "br" | "cr" | "p" => out.push('\n'),
                "noBreakHyphen" => out.push('-'),
                _ => {}
            },
            Event::Text(text) => inside.text(&text.xml10_content(), out, deleted),
            Event::CData(text) => inside.text(&text.xml10_content(), out, deleted),
            Event::GeneralRef(reference) => inside.text(&resolve(&reference), out, deleted),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Where in the document the reader stands.
#[derive(Default)]
struct Inside {
    text: bool,
    deleted: bool,
    /// Older copies of a drawing's text, written a second time for older programs.
    fallbacks: usize,
}

impl Inside {
    fn start(&mut self, name: &str, deleted: &mut Vec<String>) {
        match name {
            "t" => self.text = true,
            "delText" => {
                self.deleted = true;
                deleted.push(String::new());
            }
            "Fallback" => self.fallbacks += 1,
            _ => {}
        }
    }

    fn end(&mut self, name: &str, out: &mut String) {
        match name {
            "t" => self.text = false,
            "delText" => self.deleted = false,
            "Fallback" => self.fallbacks = self.fallbacks.saturating_sub(1),
            _ if self.fallbacks > 0 => {}
            "p" => out.push('\n'),
            // The cells of a row stand on one line, so that a name and its number are found together.
            "tc" => replace_end(out, '\n', '\t'),
            "tr" => replace_end(out, '\t', '\n'),
            _ => {}
        }
    }

    fn text(&self, text: &str, out: &mut String, deleted: &mut [String]) {
        if self.fallbacks > 0 {
        } else if self.text {
            out.push_str(text);
        } else if let (true, Some(words)) = (self.deleted, deleted.last_mut()) {
            words.push_str(text);
        }
    }
}

fn replace_end(out: &mut String, old: char, new: char) {
    if out.ends_with(old) {
        out.pop();
    }
    out.push(new);
}

/// `&amp;` and `&#1593;`; a document's own entities are not followed, since they unfold like bombs.
fn resolve(reference: &BytesRef<'_>) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(c)) => c.to_string(),
        _ => {
            let name = reference.xml10_content();
            quick_xml::escape::resolve_xml_entity(&name).unwrap_or_default().to_owned()
        }
    }
}

/// Every property with a value: `docx.creator`, `docx.lastModifiedBy`, `docx.created` …
fn properties(xml: &[u8], sink: &mut Sink<'_>) -> Result<(), quick_xml::Error> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut value = String::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Start(_) => value.clear(),
            Event::Text(text) => value.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) => value.push_str(&resolve(&reference)),
            Event::End(element) => {
                sink.metadatum(&format!("docx.{}", element.local_name().as_ref()), &value);
                value.clear();
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}
