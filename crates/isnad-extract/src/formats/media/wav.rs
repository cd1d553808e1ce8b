//! WAV and its large forms (RFC 2361, EBU Tech 3285 and 3306), and the lists that AVI has too.

use super::{
    duration, id3,
    riff::{self, Chunk},
    track,
};
use crate::formats::{
    Source,
    meta::{Notes, bytes_at, c2pa, moment::Moment, size_of, text_of, xmp},
};
use std::io::Cursor;

const TEXT_BYTES_MAX: u64 = 64 << 10;
const TEXTS_MAX: usize = 500;
const TAG_BYTES_MAX: u64 = 16 << 20;

/// Reads everything but the sound. False if it was cut off.
pub(super) fn read(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> bool {
    let size = size_of(source);
    let is_large = bytes_at(source, 0, 4).is_ok_and(|head| head == b"RF64");
    let (chunks, mut is_whole) = riff::chunks(source, 12, size);
    let (mut bytes_a_second, mut sound, mut large) = (0, None, None);
    for chunk in chunks {
        let mut take =
            |max: u64| bytes_at(source, chunk.at, chunk.length.min(max) as usize).unwrap_or_default();
        match &chunk.id {
            b"fmt " => {
                let format = take(40);
                bytes_a_second = long(&format, 8).unwrap_or(0);
                self::sound(&format, notes);
            }
            b"ds64" => {
                large = take(24).get(8..16).and_then(|b| b.first_chunk()).map(|b| u64::from_le_bytes(*b))
            }
            b"data" => sound = Some(chunk),
            b"bext" => broadcast(&take(602), notes),
            b"LIST" if take(4) == b"INFO" => info(source, chunk, notes),
            b"_PMX" if chunk.length <= xmp::PACKET_BYTES_MAX => {
                _ = xmp::read(&take(xmp::PACKET_BYTES_MAX), notes)
            }
            b"C2PA" if chunk.length <= c2pa::STORE_BYTES_MAX => {
                c2pa::read(&take(c2pa::STORE_BYTES_MAX), notes)
            }
            b"id3 " | b"ID3 " => _ = id3::read(&mut Cursor::new(take(TAG_BYTES_MAX)), notes),
            _ => {}
        }
    }
    let Some(chunk) = sound else { return false };
    let there = size.saturating_sub(chunk.at);
    let stated = match large {
        Some(length) if is_large => {
            is_whole = length <= there;
            length
        }
        _ => chunk.length,
    };
    if bytes_a_second > 0 {
        // A recorder that lost its power leaves zero or all ones; what is there is what counts.
        let length = if stated == 0 { there } else { stated.min(there) };
        duration(length as f64 / f64::from(bytes_a_second), notes);
    }
    is_whole && stated > 0
}

/// The format of sound: how it is coded, channels, rate.
pub(super) fn sound(format: &[u8], notes: &mut Notes<'_, '_>) {
    let (Some(tag), Some(channels), Some(rate)) = (short(format, 0), short(format, 2), long(format, 4))
    else {
        return;
    };
    let codec = match tag {
        1 => "PCM".to_owned(),
        3 => "PCM float".to_owned(),
        6 => "A-law".to_owned(),
        7 => "µ-law".to_owned(),
        0x55 => "MP3".to_owned(),
        0xFF => "AAC".to_owned(),
        other => format!("0x{other:04X}"),
    };
    track("sound", &codec, &format!("{rate} Hz, {channels} channels"), notes);
}

/// `INFO`: four letters and a text, as in `riff.ICRD`.
pub(super) fn info(source: &mut dyn Source, list: Chunk, notes: &mut Notes<'_, '_>) {
    let end = list.at.saturating_add(list.length).min(size_of(source));
    for (chunk, n) in riff::chunks(source, list.at + 4, end).0.into_iter().zip(0..) {
        if n == TEXTS_MAX {
            return notes.too_much("RIFF");
        }
        let text = text_of(
            &bytes_at(source, chunk.at, chunk.length.min(TEXT_BYTES_MAX) as usize).unwrap_or_default(),
        );
        let name: String = chunk.id.escape_ascii().to_string();
        notes.time(&format!("riff.{name}"), &text);
    }
}

/// The broadcast extension (EBU Tech 3285): fixed fields, each with its width.
fn broadcast(block: &[u8], notes: &mut Notes<'_, '_>) {
    let text = |from: usize, to: usize| block.get(from..to).map(text_of).unwrap_or_default();
    let (date, time) = (text(320, 330), text(330, 338));
    for (field, value) in [
        ("bext.Description", text(0, 256)),
        ("bext.Originator", text(256, 288)),
        ("bext.OriginatorReference", text(288, 320)),
        ("bext.OriginationDate", date.clone()),
        ("bext.OriginationTime", time.clone()),
    ] {
        notes.say(field, &value);
    }
    if let Some(moment) = Moment::read(&format!("{date} {}", time.replace(['.', '_', ' '], ":"))) {
        notes.times.add("bext.OriginationTime", moment);
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.first_chunk::<2>().map(|b| u16::from_le_bytes(*b))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.first_chunk::<4>().map(|b| u32::from_le_bytes(*b))
}
