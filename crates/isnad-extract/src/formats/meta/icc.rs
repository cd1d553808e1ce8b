//! ICC profiles (ICC.1): which one it is, and the device that it is for.

use super::{Notes, text_of};
use encoding_rs::UTF_16BE;

/// Profiles of printers have a megabyte or two.
pub(crate) const PROFILE_BYTES_MAX: u64 = 16 << 20;
const TAGS_MAX: usize = 256;

/// Says description, device and copyright of a profile.
pub(crate) fn read(profile: &[u8], notes: &mut Notes<'_, '_>) {
    let Some(tags) = tags(profile) else { return notes.damaged("ICC") };
    for (signature, field) in [
        (b"desc", "icc.Description"),
        (b"dmnd", "icc.Manufacturer"),
        (b"dmdd", "icc.Model"),
        (b"cprt", "icc.Copyright"),
    ] {
        let Some((_, at, length)) = tags.iter().find(|(known, _, _)| known == signature) else { continue };
        match at.checked_add(*length).and_then(|end| profile.get(*at..end)).and_then(text) {
            Some(text) => notes.say(field, &text),
            None => notes.damaged("ICC"),
        }
    }
}

/// The table of tags behind the header of 128 bytes.
fn tags(profile: &[u8]) -> Option<Vec<([u8; 4], usize, usize)>> {
    if profile.get(36..40)? != b"acsp" {
        return None;
    }
    let (count, rows) = profile.get(128..)?.split_first_chunk::<4>()?;
    let count = u32::from_be_bytes(*count) as usize;
    let rows = rows.as_chunks::<12>().0.iter().take(count.min(TAGS_MAX));
    let number = |row: &[u8; 12], at: usize| {
        u32::from_be_bytes([row[at], row[at + 1], row[at + 2], row[at + 3]]) as usize
    };
    Some(rows.map(|row| ([row[0], row[1], row[2], row[3]], number(row, 4), number(row, 8))).collect())
}

/// `desc` of version 2, `mluc` of version 4 (its first language), or plain `text`.
fn text(value: &[u8]) -> Option<String> {
    let number =
        |at: usize| value.get(at..at + 4)?.first_chunk::<4>().map(|b| u32::from_be_bytes(*b) as usize);
    match value.get(..4)? {
        b"desc" => Some(text_of(value.get(12..)?.get(..number(8)?)?)),
        b"text" => Some(text_of(value.get(8..)?)),
        b"mluc" if number(8)? > 0 => {
            let (length, at) = (number(20)?, number(24)?);
            Some(UTF_16BE.decode(value.get(at..)?.get(..length)?).0.into_owned())
        }
        b"mluc" => Some(String::new()),
        _ => None,
    }
}
