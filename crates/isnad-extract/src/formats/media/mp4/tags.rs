//! What people, telephones and programs wrote into a film: user data, keys with values, and iTunes' list.

use crate::formats::{
    media::{
        bmff::{Atom, Boxes, find, number},
        place,
    },
    meta::{Notes, moment::Moment, position, text_of, xmp},
};
use encoding_rs::UTF_16BE;

/// Longer values are covers and tables.
const VALUE_BYTES_MAX: u64 = 64 << 10;
const KEYS_MAX: usize = 2_000;

/// Texts of 3GPP: a language and a text (TS 26.244 §8).
const THREE_GPP: [&[u8; 4]; 9] =
    [b"titl", b"auth", b"dscp", b"gnre", b"cprt", b"perf", b"albm", b"kywd", b"clsf"];

/// Reads the lists of a movie.
pub(super) fn read(boxes: &mut Boxes<'_>, movie: &[Atom], notes: &mut Notes<'_, '_>) {
    if let Some(meta) = find(movie, b"meta") {
        list(boxes, meta, notes);
    }
    let Some(data) = find(movie, b"udta") else { return };
    for atom in boxes.inside(data) {
        match &atom.kind {
            b"meta" => list(boxes, atom, notes),
            b"XMP_" if atom.length() <= xmp::PACKET_BYTES_MAX => {
                xmp::read(&boxes.content(atom, xmp::PACKET_BYTES_MAX), notes);
            }
            b"loci" => location(&boxes.content(atom, 1_024), notes),
            kind if THREE_GPP.contains(&kind) => {
                let content = boxes.content(atom, VALUE_BYTES_MAX);
                let text = content.get(6..).map(unicode).unwrap_or_default();
                notes.say(&format!("mp4.{}", name(kind)), &text);
            }
            [0xA9, ..] => {
                // A length, a language, and the text; there may be one for each language.
                let content = boxes.content(atom, VALUE_BYTES_MAX);
                let text = number(&content, 0, 2).and_then(|length| content.get(4..)?.get(..length as usize));
                value(&name(&atom.kind), &text.map(text_of).unwrap_or_default(), notes);
            }
            _ => {}
        }
    }
}

/// A box of metadata: keys and their values, or four letters and theirs.
fn list(boxes: &mut Boxes<'_>, meta: Atom, notes: &mut Notes<'_, '_>) {
    // QuickTime leaves out the four bytes of version and flags.
    let is_quicktime = boxes.content(meta, 8).get(4..8) == Some(b"hdlr");
    let inside = boxes.within(meta.at + if is_quicktime { 0 } else { 4 }, meta.end);
    let keys = find(&inside, b"keys").map(|atom| keys(boxes, atom)).unwrap_or_default();
    let Some(values) = find(&inside, b"ilst") else { return };
    for (atom, n) in boxes.inside(values).into_iter().zip(0..) {
        if n == KEYS_MAX {
            return notes.too_much("MP4");
        }
        let key = (u32::from_be_bytes(atom.kind) as usize).checked_sub(1).and_then(|n| keys.get(n));
        let parts = boxes.inside(atom);
        let field = match (key, &atom.kind) {
            (Some(key), _) => key.clone(),
            // A name in reverse, as on the net, with the word itself.
            (None, b"----") => {
                let mut part = |kind| find(&parts, kind).map(|atom| boxes.content(atom, 256));
                let (mean, word) = (part(b"mean").unwrap_or_default(), part(b"name").unwrap_or_default());
                let text = |bytes: &[u8]| bytes.get(4..).map(text_of).unwrap_or_default();
                format!("{}:{}", text(&mean), text(&word))
            }
            (None, kind) => name(kind),
        };
        for part in parts.iter().filter(|part| &part.kind == b"data") {
            if let Some(text) = data(boxes, *part) {
                value(&field, &text, notes);
            }
        }
    }
}

/// The names of keys: how many, then each with its length and its space.
fn keys(boxes: &mut Boxes<'_>, atom: Atom) -> Vec<String> {
    let table = boxes.content(atom, 1 << 20);
    let mut keys = Vec::new();
    let mut at = 8;
    while let Some(key) =
        number(&table, at, 4).and_then(|length| table.get(at..)?.get(..length as usize)?.get(8..))
    {
        keys.push(text_of(key));
        at += key.len() + 8;
        if keys.len() == KEYS_MAX {
            break;
        }
    }
    keys
}

/// A value with its type (QuickTime's well-known types).
fn data(boxes: &mut Boxes<'_>, atom: Atom) -> Option<String> {
    if atom.length() > VALUE_BYTES_MAX {
        return Some(format!("({} bytes)", atom.length()));
    }
    let content = boxes.content(atom, VALUE_BYTES_MAX);
    let (kind, bytes) = (number(&content, 0, 4)?, content.get(8..)?);
    Some(match kind {
        1 => String::from_utf8_lossy(bytes).into_owned(),
        2 => UTF_16BE.decode(bytes).0.into_owned(),
        21 | 22 if (1..=8).contains(&bytes.len()) => {
            let shift = 64 - 8 * bytes.len();
            let raw = number(bytes, 0, bytes.len())?;
            if kind == 21 { ((raw << shift) as i64 >> shift).to_string() } else { raw.to_string() }
        }
        23 => f32::from_be_bytes(*bytes.first_chunk()?).to_string(),
        24 => f64::from_be_bytes(*bytes.first_chunk()?).to_string(),
        // Numbers of tracks and discs, covers.
        _ => format!("({} bytes)", bytes.len()),
    })
}

/// A value under its field; places and times are also put where others are compared with them.
fn value(field: &str, text: &str, notes: &mut Notes<'_, '_>) {
    let full = format!("mp4.{field}");
    notes.say(&full, text);
    match field {
        "©xyz" | "com.apple.quicktime.location.ISO6709" => place(text, notes),
        "©day" | "com.apple.quicktime.creationdate" => {
            if let Some(moment) = Moment::read(text) {
                notes.times.add(full, moment);
            }
        }
        _ => {}
    }
}

/// The location box of 3GPP: a name, a role, then longitude, latitude and altitude as fixed numbers.
fn location(content: &[u8], notes: &mut Notes<'_, '_>) {
    let read = || {
        let rest = content.get(6..)?;
        let (name, rest) = match rest {
            [0xFE, 0xFF, ..] => {
                let end = rest.as_chunks::<2>().0.iter().position(|unit| unit == &[0, 0])? * 2;
                (unicode(&rest[..end]), rest.get(end + 2..)?)
            }
            _ => {
                let end = rest.iter().position(|byte| *byte == 0)?;
                (text_of(&rest[..end]), rest.get(end + 1..)?)
            }
        };
        let fixed = |at| number(rest, at, 4).map(|raw| f64::from(raw as u32 as i32) / 65_536.0);
        Some((name, fixed(1)?, fixed(5)?, fixed(9)?))
    };
    let Some((name, longitude, latitude, altitude)) = read() else { return notes.damaged("MP4") };
    notes.say("mp4.loci", &name);
    if latitude.abs() <= 90.0 && longitude.abs() <= 180.0 {
        notes.say("media.GPSPosition", &position::text(latitude, longitude));
        notes.say("gps.altitude", &format!("{altitude:.1} m"));
    }
}

fn unicode(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, ..] => UTF_16BE.decode(bytes).0.trim_end_matches('\0').to_owned(),
        _ => text_of(bytes),
    }
}

/// Four letters as they are meant: the first may be the sign ©.
fn name(kind: &[u8; 4]) -> String {
    kind.iter()
        .map(|byte| if byte.is_ascii_graphic() || *byte == 0xA9 { char::from(*byte) } else { '?' })
        .collect()
}
