//! What a PDF says about itself: its information dictionary and its XMP packet.

use super::{objects, text_string};
use crate::wire::Sink;
use hayro::hayro_syntax::{
    Pdf,
    metadata::Metadata,
    object::{DateTime, Dict, Object, Stream, String as PdfString},
};
use isnad_model::Problem;
use quick_xml::{
    events::{BytesRef, BytesStart, Event},
    reader::Reader,
};

/// Sends every field.
pub(super) fn describe(pdf: &Pdf, sink: &mut Sink<'_>) {
    let known = pdf.metadata();
    match information(pdf, known) {
        Some(dictionary) => fields(&dictionary, sink),
        None => known_fields(known, sink),
    }
    sink.metadatum("pdf.PageCount", &pdf.pages().len().to_string());
    if let Some(packet) = packet(pdf)
        && xmp(&packet, sink).is_err()
    {
        sink.problem(Problem::new("pdf-metadata-damaged"));
    }
}

/// The dictionary that the trailer names. The engine gives what it read out of it and not the dictionary itself,
/// so the object with just these values is looked for; it alone has the zones of dates, and fields of one's own.
fn information<'p>(pdf: &'p Pdf, known: &Metadata) -> Option<Dict<'p>> {
    if *known == Metadata::default() {
        return None;
    }
    let bytes = |dictionary: &Dict<'_>, key: &str| {
        dictionary.get::<PdfString<'_>>(key.as_bytes()).map(|value| Box::from(value.as_bytes()))
    };
    let is_it = |dictionary: &Dict<'_>| {
        bytes(dictionary, "Title") == known.title
            && bytes(dictionary, "Author") == known.author
            && bytes(dictionary, "Subject") == known.subject
            && bytes(dictionary, "Creator") == known.creator
            && bytes(dictionary, "Producer") == known.producer
            && dictionary.contains_key("CreationDate") == known.creation_date.is_some()
    };
    objects(pdf).find(is_it)
}

fn fields(dictionary: &Dict<'_>, sink: &mut Sink<'_>) {
    for key in dictionary.keys() {
        let Some(value) = dictionary.get::<Object<'_>>(key.as_ref()) else { continue };
        let value = match value {
            Object::String(text) if key.as_str().ends_with("Date") => {
                date(text.as_bytes()).unwrap_or_else(|| text_string(text.as_bytes()))
            }
            Object::String(text) => text_string(text.as_bytes()),
            Object::Name(name) => name.as_str().to_owned(),
            _ => continue,
        };
        sink.metadatum(&format!("pdf.{}", key.as_str()), &value);
    }
}

/// What the engine read, where the dictionary was not found. Its dates do not tell a zone that is not said from UTC.
fn known_fields(known: &Metadata, sink: &mut Sink<'_>) {
    let texts = [
        ("pdf.Title", &known.title),
        ("pdf.Author", &known.author),
        ("pdf.Subject", &known.subject),
        ("pdf.Keywords", &known.keywords),
        ("pdf.Creator", &known.creator),
        ("pdf.Producer", &known.producer),
    ];
    for (name, value) in texts {
        if let Some(bytes) = value {
            sink.metadatum(name, &text_string(bytes));
        }
    }
    let dates = [("pdf.CreationDate", &known.creation_date), ("pdf.ModDate", &known.modification_date)];
    for (name, value) in dates {
        if let Some(DateTime { year, month, day, hour, minute, second, .. }) = value {
            let value = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
            sink.metadatum(name, &value);
        }
    }
}

/// A date of ISO 32000-2, 7.9.4, as ISO 8601, as far as it goes: a zone or a second that is not said is not made up.
pub(super) fn date(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?.trim();
    let text = text.strip_prefix("D:").unwrap_or(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count().min(14);
    let (said, zone) = text.split_at(digits);
    if digits < 4 || digits % 2 == 1 {
        return None;
    }
    let mut iso = said[..4].to_owned();
    for (mark, at) in ["-", "-", "T", ":", ":"].into_iter().zip((4..digits).step_by(2)) {
        iso.push_str(mark);
        iso.push_str(&said[at..at + 2]);
    }
    let offset: String = zone.chars().filter(char::is_ascii_digit).collect();
    match (zone.chars().next(), offset.len()) {
        _ if digits < 12 => {}
        (Some('Z'), _) => iso.push('Z'),
        (Some(sign @ ('+' | '-')), 2 | 4) => {
            let (hours, minutes) = offset.split_at(2);
            let minutes = if minutes.is_empty() { "00" } else { minutes };
            iso.push_str(&format!("{sign}{hours}:{minutes}"));
        }
        (None, _) => {}
        _ => return None,
    }
    Some(iso)
}

fn packet(pdf: &Pdf) -> Option<Vec<u8>> {
    let xref = pdf.xref();
    let catalog: Dict<'_> = xref.get(xref.root_id())?;
    let stream: Stream<'_> = catalog.get("Metadata")?;
    Some(stream.decoded_data().ok()?.into_owned())
}

/// The values of an XMP packet (ISO 16684-1), each under the name of the property that it stands in.
fn xmp(packet: &[u8], sink: &mut Sink<'_>) -> Result<(), quick_xml::Error> {
    let mut reader = Reader::from_reader(packet);
    let mut open: Vec<String> = Vec::new();
    let mut value = String::new();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Start(element) => {
                attributes(&element, sink);
                open.push(element.name().as_ref().to_owned());
                value.clear();
            }
            Event::Empty(element) => attributes(&element, sink),
            Event::Text(text) => value.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) => value.push_str(&resolve(&reference)),
            Event::End(_) => {
                // A list has its items one by one; they are values of the property around it.
                if let Some(property) = open.iter().rev().find(|name| is_property(name)) {
                    sink.metadatum(&property.replacen(':', ".", 1), &value);
                }
                value.clear();
                open.pop();
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// `&amp;` and `&#1593;`; entities of the packet's own are not followed, since they unfold like bombs.
fn resolve(reference: &BytesRef<'_>) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(c)) => c.to_string(),
        _ => {
            let name = reference.xml10_content();
            quick_xml::escape::resolve_xml_entity(&name).unwrap_or_default().to_owned()
        }
    }
}

fn attributes(element: &BytesStart<'_>, sink: &mut Sink<'_>) {
    for attribute in element.attributes().with_checks(false).flatten() {
        let name = attribute.key.as_ref();
        if is_property(name) {
            let raw = &attribute.value;
            let value = quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_string(), |v| v.into_owned());
            sink.metadatum(&name.replacen(':', ".", 1), &value);
        }
    }
}

/// Names with a prefix that are not of the packet's own frame.
fn is_property(name: &str) -> bool {
    name.split_once(':').is_some_and(|(prefix, _)| !matches!(prefix, "rdf" | "x" | "xml" | "xmlns"))
}

#[cfg(test)]
mod tests;
