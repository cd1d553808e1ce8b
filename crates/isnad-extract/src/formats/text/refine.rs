//! What a text is besides text: a page, a table, a flat document, JSON.
//!
//! Its first 64 KiB decide, and by what they say, never by the name of the file.

use super::{encoding, table};
use crate::formats::{Source, markup::html, markup::mhtml, odf};
use isnad_model::reading::Kind;
use serde::de::IgnoredAny;
use std::io::Read;

/// How many bytes decide.
const HEAD_BYTES: u64 = 64 << 10;

pub(in crate::formats) const HTML: &str = "text/html";
pub(in crate::formats) const MHTML: &str = "multipart/related";
pub(in crate::formats) const CSV: &str = "text/csv";
pub(in crate::formats) const JSON: &str = "application/json";
pub(in crate::formats) const TSV: &str = "text/tab-separated-values";

/// OpenDocument in one file, by the type that it states in itself.
const FLAT: &[(&str, Kind, &str)] = &[
    ("text", Kind::Document, "application/vnd.oasis.opendocument.text-flat-xml"),
    ("spreadsheet", Kind::Table, "application/vnd.oasis.opendocument.spreadsheet-flat-xml"),
    ("presentation", Kind::Document, "application/vnd.oasis.opendocument.presentation-flat-xml"),
    ("graphics", Kind::Document, "application/vnd.oasis.opendocument.graphics-flat-xml"),
];

/// A more exact type for a text, if its beginning shows one.
pub(in crate::formats) fn refine(source: &mut dyn Source) -> Option<(Kind, &'static str)> {
    source.rewind().ok()?;
    let mut head = Vec::new();
    (&mut *source).take(HEAD_BYTES).read_to_end(&mut head).ok()?;
    let is_cut = head.len() as u64 == HEAD_BYTES;
    let (text, _) = encoding::guess(&head, is_cut).encoding.decode_with_bom_removal(&head);
    if let Some(stated) = odf::flat_media_type(&text) {
        let kind = stated.strip_prefix("application/vnd.oasis.opendocument.")?;
        let found = FLAT.iter().find(|(known, ..)| kind.split('-').next() == Some(known));
        return found.map(|(_, kind, media_type)| (*kind, *media_type));
    }
    if mhtml::looks_like_mhtml(&head) {
        return Some((Kind::Document, MHTML));
    }
    if let Some(media_type) = html::looks_like_html(&text) {
        return Some((Kind::Text, media_type));
    }
    if is_json(&text, is_cut) {
        return Some((Kind::Text, JSON));
    }
    table::delimiter(&text, is_cut).map(|delimiter| (Kind::Table, if delimiter == '\t' { TSV } else { CSV }))
}

/// Whether a text is an object or a list of JSON, or several, one a line (RFC 8259).
fn is_json(text: &str, is_cut: bool) -> bool {
    if !text.trim_start().starts_with(['{', '[']) {
        return false;
    }
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    values.all(|value| value.is_ok()) || (is_cut && ends_within(text))
}

/// Whether the only fault of JSON is that it was cut off.
fn ends_within(text: &str) -> bool {
    let values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    values.filter_map(Result::err).next().is_some_and(|error| error.is_eof())
}
