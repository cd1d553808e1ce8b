//! Properties by their numbers, and texts in bytes whose encoding the letter knows, or nobody.

use super::tags;
use crate::{
    formats::{codepage, mail::charset, text::encoding},
    unpack::time::of_windows,
};
use encoding_rs::Encoding;
use std::{borrow::Cow, collections::BTreeMap};

/// Kinds of values ([MS-OXCDATA] 2.11.1).
pub(crate) mod kind {
    pub(crate) const SHORT: u16 = 0x0002;
    pub(crate) const LONG: u16 = 0x0003;
    pub(crate) const BOOLEAN: u16 = 0x000B;
    pub(crate) const OBJECT: u16 = 0x000D;
    pub(crate) const STRING8: u16 = 0x001E;
    pub(crate) const STRING: u16 = 0x001F;
    pub(crate) const TIME: u16 = 0x0040;
    pub(crate) const GUID: u16 = 0x0048;
    pub(crate) const BINARY: u16 = 0x0102;
    pub(crate) const MANY: u16 = 0x1000;
}

/// An encoding is guessed from this many bytes.
const GUESS_BYTES: usize = 64 << 10;

#[derive(Debug)]
enum Value {
    /// A value of at most eight bytes, in the lower ones.
    Number(u64),
    Bytes(Vec<u8>),
}

/// The properties of a letter, of a recipient, or of an attachment.
#[derive(Debug, Default)]
pub(in crate::formats) struct Bag {
    values: BTreeMap<u16, (u16, Value)>,
    encoding: Option<&'static Encoding>,
    is_guess: bool,
}

impl Bag {
    /// Takes a value of at most eight bytes; the first one of a number counts.
    pub(in crate::formats) fn put_number(&mut self, tag: u16, kind: u16, value: u64) {
        self.values.entry(tag).or_insert((kind, Value::Number(value)));
    }

    /// Takes a longer value.
    pub(in crate::formats) fn put_bytes(&mut self, tag: u16, kind: u16, bytes: Vec<u8>) {
        self.values.entry(tag).or_insert((kind, Value::Bytes(bytes)));
    }

    /// Takes what another has and this one lacks.
    pub(in crate::formats) fn take_in(&mut self, other: Self) {
        other.values.into_iter().for_each(|(tag, value)| {
            self.values.entry(tag).or_insert(value);
        });
    }

    /// A whole number or a yes or no.
    pub(in crate::formats) fn number(&self, tag: u16) -> Option<u32> {
        match self.values.get(&tag)? {
            (kind::LONG, Value::Number(number)) => Some(*number as u32),
            (kind::SHORT, Value::Number(number)) => Some(u32::from(*number as u16)),
            (kind::BOOLEAN, Value::Number(number)) => Some(u32::from(*number as u8 != 0)),
            _ => None,
        }
    }

    /// A moment in ISO 8601, in UTC.
    pub(in crate::formats) fn time(&self, tag: u16) -> Option<String> {
        match self.values.get(&tag)? {
            (kind::TIME, Value::Number(ticks)) => of_windows(*ticks).filter(|_| *ticks > 0),
            _ => None,
        }
    }

    /// Bytes, or a text as it is stored.
    pub(in crate::formats) fn bytes(&self, tag: u16) -> Option<&[u8]> {
        match self.values.get(&tag)? {
            (_, Value::Bytes(bytes)) => Some(bytes),
            _ => None,
        }
    }

    /// The kind of a value.
    pub(in crate::formats) fn kind(&self, tag: u16) -> Option<u16> {
        self.values.get(&tag).map(|(kind, _)| *kind)
    }

    /// A text.
    pub(in crate::formats) fn text(&self, tag: u16) -> Option<String> {
        let (kind, Value::Bytes(bytes)) = self.values.get(&tag)? else { return None };
        let text = match *kind {
            kind::STRING => wide(bytes).into(),
            kind::STRING8 => self.narrow(bytes),
            _ => return None,
        };
        Some(text.trim_end_matches('\0').to_owned())
    }

    fn narrow<'b>(&self, bytes: &'b [u8]) -> Cow<'b, str> {
        match (std::str::from_utf8(bytes), self.encoding) {
            (Ok(text), _) if bytes.is_ascii() => text.into(),
            (_, Some(encoding)) => encoding.decode_without_bom_handling(bytes).0,
            _ => charset::decode(bytes, None).text.into(),
        }
    }

    /// The encoding of texts in bytes, and whether it is a guess: what the letter says ([MS-OXCMSG] 2.2.1.55), or
    /// what all its texts and those of its `parts` look like.
    pub(super) fn encoding_with<'b>(
        &'b self,
        parts: impl Iterator<Item = &'b Bag>,
    ) -> (Option<&'static Encoding>, bool) {
        let sample = std::iter::once(self).chain(parts).flat_map(Bag::narrow_texts);
        let sample: Vec<u8> =
            sample.flat_map(|text| [text, b"\n"]).flatten().copied().take(GUESS_BYTES).collect();
        if sample.is_ascii() {
            return (None, false);
        }
        let page = [tags::MESSAGE_CODEPAGE, tags::INTERNET_CODEPAGE];
        let page = page.iter().filter_map(|tag| self.number(*tag)).find_map(codepage::encoding);
        let language =
            || self.number(tags::MESSAGE_LOCALE).map(|language| codepage::of_language(language as u16));
        match page.or_else(|| language().and_then(codepage::encoding)) {
            Some(encoding) => (Some(encoding), false),
            None => (Some(encoding::guess(&sample, true).encoding), true),
        }
    }

    fn narrow_texts(&self) -> impl Iterator<Item = &[u8]> {
        self.values.values().filter_map(|(kind, value)| match value {
            Value::Bytes(bytes) if *kind == kind::STRING8 => Some(bytes.as_slice()),
            _ => None,
        })
    }

    pub(super) fn read_as(&mut self, encoding: Option<&'static Encoding>, is_guess: bool) {
        (self.encoding, self.is_guess) = (encoding, is_guess);
    }

    pub(super) fn is_guessed(&self) -> bool {
        self.is_guess
    }

    pub(super) fn encoding(&self) -> Option<&'static Encoding> {
        self.encoding
    }

    pub(super) fn encoding_name(&self) -> String {
        self.encoding.map_or_else(|| "utf-16le".to_owned(), |encoding| encoding.name().to_ascii_lowercase())
    }

    pub(super) fn settings(&self) -> String {
        self.encoding.map_or_else(String::new, |_| format!("encoding={}", self.encoding_name()))
    }
}

/// A text in UTF-16.
pub(in crate::formats) fn wide(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
