//! The fields of a header (RFC 5322 §2.2), as they stand and as text.

use super::words;
use crate::{formats::text::encoding, identify::mail::field_name};
use encoding_rs::Encoding;
use std::borrow::Cow;

/// The encoding of a header's raw bytes is guessed from this many of them.
const GUESS_BYTES: usize = 64 << 10;

/// One field: its name, and all behind the colon with its folds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Field<'m> {
    pub(crate) name: &'m [u8],
    pub(crate) raw: &'m [u8],
}

impl Field<'_> {
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name.as_bytes())
    }
}

/// The header of a message or of one of its parts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Header<'m> {
    bytes: &'m [u8],
    /// What bytes that are no UTF-8 are read as. RFC 6532 allows UTF-8 alone; old programs sent what they had.
    fallback: Option<&'static Encoding>,
}

impl<'m> Header<'m> {
    /// Parts a header from the body behind it; gives the place where the body begins.
    ///
    /// A line that is no field ends a header too, and belongs to the body.
    pub(crate) fn split(bytes: &'m [u8], ends_here: &dyn Fn(&[u8]) -> bool) -> (Self, usize) {
        let mut at = 0;
        let (mut end, mut body) = (bytes.len(), bytes.len());
        while at < bytes.len() {
            let line_end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |n| at + n + 1);
            let line = trim_end(&bytes[at..line_end]);
            let is_fold = at > 0 && matches!(line.first(), Some(b' ' | b'\t'));
            if line.is_empty() {
                (end, body) = (at, line_end);
                break;
            }
            // What a mailbox did to a dividing line of another one (`>From `) is passed over.
            if ends_here(line) || !(is_fold || field_name(line).is_some() || line.starts_with(b">From ")) {
                (end, body) = (at, at);
                break;
            }
            at = line_end;
        }
        (Self::new(&bytes[..end]), body)
    }

    fn new(bytes: &'m [u8]) -> Self {
        let fallback = std::str::from_utf8(bytes).is_err().then(|| {
            let guess = encoding::guess(&bytes[..bytes.len().min(GUESS_BYTES)], true);
            guess.encoding
        });
        // UTF-8 with a few bad bytes is guessed to be UTF-8 by nobody; its fields are asked one by one.
        Self { bytes, fallback }
    }

    /// The encoding that some of the fields are in, if it is not UTF-8.
    pub(crate) fn fallback(&self) -> Option<&'static Encoding> {
        self.fallback
    }

    /// Every field in order.
    pub(crate) fn fields(&self) -> impl Iterator<Item = Field<'m>> + use<'m> {
        let bytes = self.bytes;
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < bytes.len() {
                let start = at;
                at = end_of_field(bytes, at);
                let field = &bytes[start..at];
                if let Some(name) = field_name(field)
                    && let Some(colon) = memchr::memchr(b':', field)
                {
                    return Some(Field { name, raw: trim_end(&field[colon + 1..]) });
                }
            }
            None
        })
    }

    /// The first field of a name.
    pub(crate) fn find(&self, name: &str) -> Option<Field<'m>> {
        self.fields().find(|field| field.is(name))
    }

    /// A field without its folds, encoded words (RFC 2047) as they stand.
    pub(crate) fn plain(&self, field: Field<'m>) -> String {
        let text: Cow<'_, str> = match (std::str::from_utf8(field.raw), self.fallback) {
            (Ok(text), _) => text.into(),
            (Err(_), Some(encoding)) => encoding.decode_without_bom_handling(field.raw).0,
            (Err(_), None) => String::from_utf8_lossy(field.raw),
        };
        // Unfolding takes away the line break alone; what a field was filled up with says nothing.
        text.replace(['\r', '\n'], "").trim().to_owned()
    }

    /// A field as people read it.
    pub(crate) fn text(&self, field: Field<'m>) -> String {
        words::decode(&self.plain(field))
    }
}

/// Where the field that begins at `at` ends: before the next line that is not folded.
fn end_of_field(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |n| at + n + 1);
        if !matches!(bytes.get(at), Some(b' ' | b'\t')) {
            return at;
        }
    }
}

/// A line without its line break.
pub(crate) fn trim_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}
