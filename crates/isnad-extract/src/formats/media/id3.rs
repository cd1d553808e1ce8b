//! ID3 before and behind an MP3: version 2 (id3.org, 2.2 to 2.4) and version 1.

use crate::formats::{
    Source,
    meta::{Notes, bytes_at, c2pa, size_of, text_of, xmp},
};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Covers of albums have a megabyte or two.
const TAG_BYTES_MAX: u64 = 64 << 20;
const FRAMES_MAX: usize = 2_000;

/// Reads the tag at the start of a file. Gives the place behind it.
pub(super) fn read(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> u64 {
    let Ok(head) = bytes_at(source, 0, 10) else { return 0 };
    let [b'I', b'D', b'3', version, _, flags, size @ ..] = &head[..] else { return 0 };
    let size = synchsafe(size);
    let footer = if flags & 0x10 != 0 { 10 } else { 0 };
    if size > TAG_BYTES_MAX {
        notes.too_much("ID3");
        return 10 + size + footer;
    }
    let length = size.min(size_of(source).saturating_sub(10));
    let tag = bytes_at(source, 10, length as usize).unwrap_or_default();
    // Versions 2.2 and 2.3 hide what looks like sound in the whole tag at once, 2.4 in each frame.
    let tag = if flags & 0x80 != 0 && *version < 4 { resynchronized(&tag) } else { tag };
    frames(&tag, *version, flags & 0x40 != 0, notes);
    if length < size {
        notes.damaged("ID3");
    }
    10 + size + footer
}

/// Reads the 128 bytes at the end of a file. Gives the place before them, or the end.
pub(super) fn read_old(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> u64 {
    let size = size_of(source);
    let Some(at) = size.checked_sub(128) else { return size };
    let tag = bytes_at(source, at, 128).unwrap_or_default();
    if !tag.starts_with(b"TAG") {
        return size;
    }
    for (field, range) in
        [("title", 3..33), ("artist", 33..63), ("album", 63..93), ("year", 93..97), ("comment", 97..127)]
    {
        notes.say(&format!("id3v1.{field}"), &text_of(&tag[range]));
    }
    at
}

fn frames(tag: &[u8], version: u8, has_more_head: bool, notes: &mut Notes<'_, '_>) {
    let mut rest = tag;
    if has_more_head && version > 2 {
        let size = rest.get(..4).map(|size| if version == 4 { synchsafe(size) } else { plain(size) + 4 });
        rest = size.and_then(|size| rest.get(size as usize..)).unwrap_or_default();
    }
    let mut n = 0;
    while let Some((id, flags, content, after)) = frame(rest, version) {
        rest = after;
        n += 1;
        if n > FRAMES_MAX {
            return notes.too_much("ID3");
        }
        // Packed or encrypted frames are left alone.
        let is_plain = if version == 4 { flags & 0x0C == 0 } else { flags & 0xC0 == 0 };
        match (version, is_plain) {
            (4, true) if flags & 2 != 0 => say(id, &resynchronized(content), notes),
            (_, true) => say(id, content, notes),
            _ => {}
        }
    }
    // What is left is padding, all zeros.
    if rest.first().is_some_and(|byte| *byte != 0) {
        notes.damaged("ID3");
    }
}

fn frame(tag: &[u8], version: u8) -> Option<(&str, u8, &[u8], &[u8])> {
    let (id_width, head) = if version == 2 { (3, 6) } else { (4, 10) };
    let id = std::str::from_utf8(tag.get(..id_width)?).ok()?;
    if !id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
        return None;
    }
    let size = tag.get(id_width..id_width + if version == 2 { 3 } else { 4 })?;
    let size = if version == 4 { synchsafe(size) } else { plain(size) };
    let flags = if version == 2 { 0 } else { *tag.get(9)? };
    let (content, after) = tag.get(head..)?.split_at_checked(usize::try_from(size).ok()?)?;
    Some((id, flags, content, after))
}

fn say(id: &str, content: &[u8], notes: &mut Notes<'_, '_>) {
    match id {
        "TXXX" | "TXX" => {
            let texts = texts(content);
            if let [name, values @ ..] = &texts[..] {
                let value = values.join("; ");
                notes.say(&format!("id3.TXXX:{name}"), &value);
                if name.to_ascii_lowercase().starts_with("location") {
                    super::place(&value, notes);
                }
            }
        }
        // The time of recording and others, in ISO 8601.
        _ if id.starts_with('T') => notes.time(&format!("id3.{id}"), &texts(content).join("; ")),
        "COMM" | "COM" | "USLT" | "ULT" => {
            // Encoding, language, a short name, the text.
            let [encoding, _, _, _, rest @ ..] = content else { return };
            let text = texts(&[&[*encoding], rest].concat());
            notes.say(&format!("id3.{id}"), text.get(1..).unwrap_or_default().join("; ").trim());
        }
        "PRIV" => {
            if let Some(packet) = content.strip_prefix(b"XMP\0") {
                xmp::read(packet, notes);
            }
        }
        "APIC" | "PIC" => notes.say(&format!("id3.{id}"), &format!("({} bytes)", content.len())),
        "GEOB" | "GEO" => {
            const C2PA: &[u8] = b"c2pa";
            let head = &content[..content.len().min(128)];
            // The kind of object, a file name and a description, each with its zero, and then the object.
            let parts: Vec<&[u8]> =
                content.get(1..).unwrap_or_default().splitn(4, |byte| *byte == 0).collect();
            match parts[..] {
                [_, _, _, store] if head.windows(C2PA.len()).any(|w| w == C2PA) => c2pa::read(store, notes),
                _ => notes.say(&format!("id3.{id}"), &format!("({} bytes)", content.len())),
            }
        }
        _ if id.starts_with('W') && id != "WXXX" && id != "WXX" => {
            notes.say(&format!("id3.{id}"), &text_of(content))
        }
        _ => {}
    }
}

/// The texts of a frame: its first byte is their encoding, and zeros part them.
fn texts(content: &[u8]) -> Vec<String> {
    let Some((encoding, rest)) = content.split_first() else { return Vec::new() };
    let text = match encoding {
        0 => crate::names::label(rest, || WINDOWS_1252.decode(rest).0.into_owned()),
        1 => marked(rest),
        2 => decode(UTF_16BE, rest),
        _ => decode(UTF_8, rest),
    };
    let text = text.trim_end_matches('\0');
    // Every text of UTF-16 may begin with the mark of its order again.
    text.split('\0').map(|text| text.trim_start_matches('\u{FEFF}').to_owned()).collect()
}

fn marked(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => decode(UTF_16BE, rest),
        [0xFF, 0xFE, rest @ ..] => decode(UTF_16LE, rest),
        _ => decode(UTF_16LE, bytes),
    }
}

fn decode(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// Numbers of seven bits a byte, so that none looks like the start of a frame of sound.
fn synchsafe(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |sum, byte| (sum << 7) | u64::from(byte & 0x7F))
}

fn plain(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}

/// Takes out the zeros that were put behind 0xFF.
fn resynchronized(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut last = 0;
    for byte in bytes {
        if !(last == 0xFF && *byte == 0) {
            out.push(*byte);
        }
        last = *byte;
    }
    out
}
