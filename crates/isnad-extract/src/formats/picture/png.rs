//! The chunks of a PNG (W3C PNG, third edition): texts, times, blocks of other standards.

use super::{Picture, notes_of_blocks};
use crate::formats::{
    Source,
    meta::{Notes, bytes_at, exif, exif::Block, icc, inflate, iptc, moment::Moment, size_of, text_of, xmp},
};
use encoding_rs::WINDOWS_1252;
use std::io::Cursor;

/// Text is text: a longer one is a block of another kind, or made to do harm.
const TEXT_BYTES_MAX: u64 = 16 << 20;
/// Chunks that are looked at. Those of the pixels may be many, and are passed over.
const CHUNKS_MAX: usize = 2_000;

/// Reads everything but the pixels.
pub(super) fn read(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> Picture {
    let mut picture = Picture::default();
    let size = size_of(source);
    let mut at = 8;
    let mut n = 0;
    while let Some((length, kind)) = bytes_at(source, at, 8).ok().and_then(|head| {
        let (length, kind) = head.split_first_chunk::<4>()?;
        Some((u64::from(u32::from_be_bytes(*length)), *kind.first_chunk::<4>()?))
    }) {
        let content = at + 8;
        // The content and the four bytes of its checksum.
        at = content + length + 4;
        if at > size {
            break;
        }
        match &kind {
            b"IDAT" | b"fdAT" | b"fcTL" => continue,
            b"IEND" => {
                picture.is_whole = true;
                if size > at {
                    notes.number("png.BytesBehindEnd", size - at);
                }
                break;
            }
            b"eXIf" => exif_of(source, content, length, &mut picture, notes),
            _ if n == CHUNKS_MAX || length > TEXT_BYTES_MAX => notes.too_much("PNG"),
            _ => {
                n += 1;
                let bytes = bytes_at(source, content, length as usize).unwrap_or_default();
                chunk(kind, &bytes, &mut picture, notes);
            }
        }
    }
    picture
}

fn exif_of(source: &mut dyn Source, at: u64, length: u64, picture: &mut Picture, notes: &mut Notes<'_, '_>) {
    let found = exif::read(notes, source, at, length);
    picture.orientation = found.orientation;
    picture.thumbnail = exif::thumbnail(source, at, length, found.next);
    notes_of_blocks(found.blocks, notes);
}

fn chunk(kind: [u8; 4], bytes: &[u8], picture: &mut Picture, notes: &mut Notes<'_, '_>) {
    let number = |at: usize| bytes.get(at..at + 4)?.first_chunk::<4>().map(|b| u32::from_be_bytes(*b));
    match &kind {
        b"IHDR" => picture.size = number(0).zip(number(4)).filter(|(w, h)| *w > 0 && *h > 0),
        b"acTL" => picture.frames = number(0).map(u64::from),
        b"tIME" => {
            if let [a, b, month, day, hour, minute, second] = bytes {
                let year = u16::from_be_bytes([*a, *b]);
                let text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z");
                if let Some(moment) = Moment::read(&text) {
                    notes.say("png.ModificationTime", &text);
                    notes.times.add("png.ModificationTime", moment);
                }
            }
        }
        b"caBX" => notes_of_blocks(vec![(Block::C2pa, bytes.to_vec())], notes),
        b"iCCP" => {
            let profile =
                keyword(bytes).and_then(|(_, rest)| inflate(rest.get(1..)?, icc::PROFILE_BYTES_MAX));
            match profile {
                Some((profile, true)) => icc::read(&profile, notes),
                Some((_, false)) => notes.too_much("ICC"),
                None => notes.damaged("ICC"),
            }
        }
        b"tEXt" => {
            let text = keyword(bytes).map(|(name, text)| (name, WINDOWS_1252.decode(text).0.into_owned()));
            said(text, picture, notes);
        }
        b"zTXt" => {
            let text = keyword(bytes).and_then(|(name, rest)| Some((name, unpacked(rest.get(1..)?, notes)?)));
            let text = text.map(|(name, text)| (name, WINDOWS_1252.decode(&text).0.into_owned()));
            said(text, picture, notes);
        }
        b"iTXt" => international(bytes, picture, notes),
        _ => {}
    }
}

/// Keyword, whether packed, method, language, translated keyword, text in UTF-8.
fn international(bytes: &[u8], picture: &mut Picture, notes: &mut Notes<'_, '_>) {
    let parts = || {
        let (name, rest) = keyword(bytes)?;
        let [is_packed, _, rest @ ..] = rest else { return None };
        let (_, rest) = cut(rest)?;
        let (_, text) = cut(rest)?;
        Some((name, *is_packed == 1, text))
    };
    let Some((name, is_packed, text)) = parts() else { return notes.damaged("PNG") };
    let text = match is_packed {
        true => unpacked(text, notes),
        false => Some(text.to_vec()),
    };
    if name == "XML:com.adobe.xmp" {
        text.inspect(|packet| _ = xmp::read(packet, notes));
        return;
    }
    said(text.map(|text| (name, String::from_utf8_lossy(&text).into_owned())), picture, notes);
}

/// A text under its keyword: `png.Author`, or the block of another standard that older programs write as a text.
fn said(text: Option<(String, String)>, picture: &mut Picture, notes: &mut Notes<'_, '_>) {
    let Some((name, text)) = text else { return notes.damaged("PNG") };
    let Some(profile) = name.strip_prefix("Raw profile type ") else {
        let field = format!("png.{name}");
        // PNG asks for RFC 1123 here, and programs write what they like.
        return notes.time(&field, &text);
    };
    let Some(bytes) = raw_profile(&text) else { return notes.damaged("PNG") };
    match profile {
        "exif" | "APP1" => match bytes.strip_prefix(b"Exif\0\0").unwrap_or(&bytes) {
            packet if packet.starts_with(b"http://ns.adobe.com/xap/1.0/\0") => {
                xmp::read(&packet[29..], notes);
            }
            block => exif_of(&mut Cursor::new(block), 0, block.len() as u64, picture, notes),
        },
        "iptc" | "8bim" if bytes.starts_with(b"8BIM") => iptc::resources(&bytes, notes),
        "iptc" => iptc::read(&bytes, notes),
        "xmp" => _ = xmp::read(&bytes, notes),
        "icc" | "icm" => icc::read(&bytes, notes),
        _ => notes.say(&format!("png.{name}"), &format!("({} bytes)", bytes.len())),
    }
}

/// ImageMagick's way: a line with the name, a line with the length, and hexadecimal digits.
fn raw_profile(text: &str) -> Option<Vec<u8>> {
    let (_, rest) = text.trim_start().split_once('\n')?;
    let (length, digits) = rest.trim_start().split_once('\n')?;
    let length: usize = length.trim().parse().ok()?;
    let digits: Vec<u8> = digits.chars().filter_map(|c| c.to_digit(16)).map(|digit| digit as u8).collect();
    let bytes: Vec<u8> = digits.as_chunks::<2>().0.iter().map(|[high, low]| (high << 4) | low).collect();
    (bytes.len() == length).then_some(bytes)
}

fn unpacked(packed: &[u8], notes: &mut Notes<'_, '_>) -> Option<Vec<u8>> {
    let (bytes, is_whole) = inflate(packed, TEXT_BYTES_MAX)?;
    if !is_whole {
        notes.too_much("PNG");
    }
    Some(bytes)
}

/// The keyword, and what follows its zero.
fn keyword(bytes: &[u8]) -> Option<(String, &[u8])> {
    let (name, rest) = cut(bytes)?;
    (1..80).contains(&name.len()).then(|| (text_of(name), rest))
}

fn cut(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = bytes.iter().position(|byte| *byte == 0)?;
    Some((&bytes[..at], &bytes[at + 1..]))
}
