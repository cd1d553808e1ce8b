//! What an old document says about itself: property sets ([MS-OLEPS], [MS-DOC] 2.9.3).

use super::Compound;
use crate::{
    formats::{codepage, sheets::date},
    wire::Sink,
};
use encoding_rs::{Encoding, WINDOWS_1252};

/// Names of `\x05SummaryInformation`, by number.
const SUMMARY: &[(u32, &str)] = &[
    (2, "Title"),
    (3, "Subject"),
    (4, "Author"),
    (5, "Keywords"),
    (6, "Comments"),
    (7, "Template"),
    (8, "LastAuthor"),
    (9, "RevNumber"),
    (11, "LastPrinted"),
    (12, "CreateDtm"),
    (13, "LastSaveDtm"),
    (14, "PageCount"),
    (15, "WordCount"),
    (16, "CharCount"),
    (18, "AppName"),
    (19, "DocSecurity"),
];
/// Names of `\x05DocumentSummaryInformation`.
const DOCUMENT: &[(u32, &str)] = &[
    (2, "Category"),
    (14, "Manager"),
    (15, "Company"),
    (26, "ContentType"),
    (27, "ContentStatus"),
    (28, "Language"),
];

/// Properties of one set. More are made by nobody.
const PROPERTIES_MAX: u32 = 10_000;

/// Tells every property that has a name.
pub(super) fn read(file: &mut Compound<'_>, sink: &mut Sink<'_>) {
    for (stream, standard, names) in [
        ("\u{5}SummaryInformation", "summary", SUMMARY),
        ("\u{5}DocumentSummaryInformation", "docsummary", DOCUMENT),
    ] {
        if let Some((bytes, _)) = file.stream(stream) {
            for section in sections(&bytes) {
                Set::new(&bytes, section).tell(standard, names, sink);
            }
        }
    }
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// Where the sections of a stream begin; there are one or two.
fn sections(bytes: &[u8]) -> Vec<usize> {
    let n = u32_at(bytes, 24).unwrap_or(0).min(2) as usize;
    (0..n).filter_map(|at| u32_at(bytes, 28 + 20 * at + 16)).map(|start| start as usize).collect()
}

/// One set of properties.
struct Set<'b> {
    bytes: &'b [u8],
    /// Numbers with the places of their values.
    places: Vec<(u32, usize)>,
    encoding: &'static Encoding,
}

impl<'b> Set<'b> {
    fn new(bytes: &'b [u8], start: usize) -> Self {
        let n = u32_at(bytes, start.saturating_add(4)).unwrap_or(0).min(PROPERTIES_MAX) as usize;
        let place = |at: usize| {
            let row = start.checked_add(8 + 8 * at)?;
            Some((u32_at(bytes, row)?, start.checked_add(u32_at(bytes, row + 4)? as usize)?))
        };
        let places: Vec<_> = (0..n).map_while(place).collect();
        let mut set = Self { bytes, places, encoding: WINDOWS_1252 };
        let page = set.places.iter().find(|(id, _)| *id == 1).and_then(|(_, at)| u32_at(bytes, at + 4));
        // The number is signed and has 16 bits, so that UTF-8 is -535.
        set.encoding = page.and_then(|page| codepage::encoding(page & 0xFFFF)).unwrap_or(WINDOWS_1252);
        set
    }

    fn tell(&self, standard: &str, names: &[(u32, &str)], sink: &mut Sink<'_>) {
        let given = self.given_names();
        for (id, at) in &self.places {
            let known = names.iter().find(|(known, _)| known == id).map(|(_, name)| (*name).to_owned());
            let own = given.iter().find(|(known, _)| known == id).map(|(_, name)| format!("custom.{name}"));
            // A set has names of its own or common ones.
            let name = if given.is_empty() { known } else { own };
            if let (Some(name), Some(value)) = (name, self.value(*at)) {
                sink.metadatum(&format!("{standard}.{name}"), &value);
            }
        }
    }

    /// Names that somebody gave (2.16).
    fn given_names(&self) -> Vec<(u32, String)> {
        let Some((_, at)) = self.places.iter().find(|(id, _)| *id == 0) else { return Vec::new() };
        let mut at = *at;
        let n = u32_at(self.bytes, at).unwrap_or(0).min(PROPERTIES_MAX);
        at += 4;
        let mut names = Vec::new();
        for _ in 0..n {
            let (Some(id), Some(length)) = (u32_at(self.bytes, at), u32_at(self.bytes, at + 4)) else {
                break;
            };
            let Some(name) = self.bytes.get(at + 8..(at + 8).saturating_add(length as usize)) else { break };
            names.push((id, self.text(name)));
            at += 8 + length as usize;
        }
        names
    }

    fn text(&self, bytes: &[u8]) -> String {
        let (text, _) = self.encoding.decode_without_bom_handling(bytes);
        text.trim_end_matches('\0').to_owned()
    }

    /// A value with its type (2.15).
    fn value(&self, at: usize) -> Option<String> {
        let kind = u32_at(self.bytes, at)? & 0xFFFF;
        let body = self.bytes.get(at + 4..)?;
        let length = || u32_at(body, 0).map(|n| n as usize);
        match kind {
            2 => Some((u32_at(body, 0)? as u16 as i16).to_string()),
            3 => Some((u32_at(body, 0)? as i32).to_string()),
            5 => Some(f64::from_le_bytes(body.get(..8)?.try_into().ok()?).to_string()),
            11 => Some((u32_at(body, 0)? as u16 != 0).to_string()),
            30 => Some(self.text(body.get(4..4usize.checked_add(length()?)?)?)),
            31 => {
                let bytes = body.get(4..length()?.checked_mul(2)?.checked_add(4)?)?;
                let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
                let text: String = char::decode_utf16(units).filter_map(Result::ok).collect();
                Some(text.trim_end_matches('\0').to_owned())
            }
            64 => filetime(u64::from_le_bytes(body.get(..8)?.try_into().ok()?)),
            _ => None,
        }
    }
}

/// A moment counted in tenths of microseconds from 1601, in UTC.
fn filetime(ticks: u64) -> Option<String> {
    const SECONDS_FROM_1601: i64 = 11_644_473_600;
    let seconds = i64::try_from(ticks / 10_000_000).ok()? - SECONDS_FROM_1601;
    // Before 1970 it is a duration in the clothes of a moment, or nothing at all.
    let day = date(Some(seconds / 86_400).filter(|_| seconds > 0)?);
    let of_day = seconds % 86_400;
    Some(format!("{day}T{:02}:{:02}:{:02}Z", of_day / 3600, of_day / 60 % 60, of_day % 60))
}
