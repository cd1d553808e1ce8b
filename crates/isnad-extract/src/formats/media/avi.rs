//! AVI (Microsoft RIFF, OpenDML): size, duration, streams, and what the camera wrote.

use super::{
    duration,
    riff::{self, Chunk},
    track, wav,
};
use crate::formats::{
    Source,
    meta::{Notes, bytes_at, c2pa, moment::Moment, size_of, text_of, xmp},
};

/// Lists of headers: a film has a few streams.
const LISTS_MAX: usize = 100;

/// Reads everything but the sound and the pictures. False if it was cut off.
pub(super) fn read(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> bool {
    let size = size_of(source);
    let (top, is_whole) = riff::chunks(source, 12, size);
    let mut has_film = false;
    for chunk in &top {
        match (&chunk.id, list_name(source, *chunk)) {
            (b"LIST", Some(name)) if &name == b"hdrl" => headers(source, *chunk, notes),
            (b"LIST", Some(name)) if &name == b"INFO" => wav::info(source, *chunk, notes),
            (b"LIST", Some(name)) if &name == b"movi" => has_film = true,
            (b"IDIT", _) => date(source, *chunk, notes),
            (b"_PMX", _) if chunk.length <= xmp::PACKET_BYTES_MAX => {
                xmp::read(&bytes_at(source, chunk.at, chunk.length as usize).unwrap_or_default(), notes);
            }
            (b"C2PA", _) if chunk.length <= c2pa::STORE_BYTES_MAX => {
                c2pa::read(&bytes_at(source, chunk.at, chunk.length as usize).unwrap_or_default(), notes);
            }
            _ => {}
        }
    }
    is_whole && has_film
}

/// The name of a list, and nothing for other chunks.
fn list_name(source: &mut dyn Source, chunk: Chunk) -> Option<[u8; 4]> {
    (&chunk.id == b"LIST").then(|| bytes_at(source, chunk.at, 4).ok()?.first_chunk().copied()).flatten()
}

fn inside(source: &mut dyn Source, list: Chunk) -> Vec<Chunk> {
    let end = list.at.saturating_add(list.length).min(size_of(source));
    riff::chunks(source, list.at + 4, end).0
}

fn headers(source: &mut dyn Source, list: Chunk, notes: &mut Notes<'_, '_>) {
    let mut seconds = 0.0f64;
    for chunk in inside(source, list).into_iter().take(LISTS_MAX) {
        match (&chunk.id, list_name(source, chunk)) {
            (b"avih", _) => {
                let head = bytes_at(source, chunk.at, 40).unwrap_or_default();
                notes.number("media.Width", long(&head, 32).unwrap_or(0));
                notes.number("media.Height", long(&head, 36).unwrap_or(0));
                seconds =
                    f64::from(long(&head, 0).unwrap_or(0)) * f64::from(long(&head, 16).unwrap_or(0)) / 1e6;
            }
            (b"LIST", Some(name)) if &name == b"strl" => seconds = seconds.max(stream(source, chunk, notes)),
            (b"IDIT", _) => date(source, chunk, notes),
            _ => {}
        }
    }
    duration(seconds, notes);
}

/// One stream; gives how long it lasts.
fn stream(source: &mut dyn Source, list: Chunk, notes: &mut Notes<'_, '_>) -> f64 {
    let chunks = inside(source, list);
    let mut content = |id: &[u8; 4], length: usize| {
        let chunk = chunks.iter().find(|chunk| &chunk.id == id)?;
        bytes_at(source, chunk.at, length.min(chunk.length as usize)).ok()
    };
    let (Some(head), format) = (content(b"strh", 48), content(b"strf", 40).unwrap_or_default()) else {
        return 0.0;
    };
    match head.get(..4) {
        Some(b"vids") => {
            let size = long(&format, 4)
                .zip(long(&format, 8))
                .map(|(w, h)| format!("{w} × {}", (h as i32).unsigned_abs()));
            let codec = format.get(16..20).unwrap_or_default().escape_ascii().to_string();
            track("video", &codec, &size.unwrap_or_default(), notes);
        }
        Some(b"auds") => wav::sound(&format, notes),
        _ => {}
    }
    let number = |at| f64::from(long(&head, at).unwrap_or(0));
    let (scale, rate, length) = (number(20), number(24), number(32));
    if rate > 0.0 { length * scale / rate } else { 0.0 }
}

fn date(source: &mut dyn Source, chunk: Chunk, notes: &mut Notes<'_, '_>) {
    let text = text_of(&bytes_at(source, chunk.at, chunk.length.min(64) as usize).unwrap_or_default());
    notes.say("avi.IDIT", &text);
    if let Some(moment) = Moment::read_ctime(&text).or_else(|| Moment::read(&text)) {
        notes.times.add("avi.IDIT", moment);
    }
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.first_chunk::<4>().map(|b| u32::from_le_bytes(*b))
}
