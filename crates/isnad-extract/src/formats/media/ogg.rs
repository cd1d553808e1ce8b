//! Ogg (RFC 3533) with Vorbis, Opus (RFC 7845), FLAC, Speex or Theora.

use super::{duration, track, vorbis};
use crate::formats::{
    Source,
    meta::{Notes, bytes_at, size_of},
};

/// Headers are at the front: those of each stream and the comments, which may hold a cover.
const PAGES_MAX: usize = 2_000;
const PACKET_BYTES_MAX: usize = 16 << 20;
/// A page has at most 65,307 bytes.
const TAIL_BYTES: u64 = 128 << 10;

/// A page: which stream, where that stream has come to, and its packets' pieces.
struct Page {
    stream: u32,
    granule: u64,
    is_first: bool,
    /// The lengths of its pieces; one of 255 goes on in the next.
    laces: Vec<u8>,
    at: u64,
    end: u64,
}

/// A stream by its first packet.
struct Stream {
    number: u32,
    /// Samples in a second that its places are counted in.
    rate: f64,
    /// Places before the sound begins.
    before: u64,
    comments: Option<Vec<u8>>,
    mark: &'static [u8],
}

/// Reads the headers and the last page. False if it was cut off.
pub(super) fn read(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> bool {
    let mut streams: Vec<Stream> = Vec::new();
    let mut at = 0;
    let mut is_whole = true;
    for _ in 0..PAGES_MAX {
        let Some(page) = page(source, at) else {
            is_whole = at >= size_of(source);
            break;
        };
        at = page.end;
        let Ok(content) = bytes_at(source, page.at, (page.end - page.at) as usize) else {
            is_whole = false;
            break;
        };
        if page.is_first {
            streams.extend(begin(&content, page.stream, notes));
        } else if let Some(stream) = streams.iter_mut().find(|stream| stream.number == page.stream) {
            take(stream, &page, &content, notes);
        }
        if streams.iter().all(|stream| stream.comments.is_none()) {
            break;
        }
    }
    let last = last_granule(source, &streams);
    if let Some((stream, granule)) = last {
        duration(granule.saturating_sub(stream.before) as f64 / stream.rate, notes);
    }
    is_whole && last.is_some()
}

fn page(source: &mut dyn Source, at: u64) -> Option<Page> {
    let head = bytes_at(source, at, 27).ok()?;
    if !head.starts_with(b"OggS") {
        return None;
    }
    let laces = bytes_at(source, at + 27, head[26].into()).ok()?;
    let start = at + 27 + laces.len() as u64;
    let length: u64 = laces.iter().map(|lace| u64::from(*lace)).sum();
    Some(Page {
        stream: u32::from_le_bytes(*head[14..18].first_chunk()?),
        granule: u64::from_le_bytes(*head[6..14].first_chunk()?),
        is_first: head[5] & 2 != 0,
        laces,
        at: start,
        end: start + length,
    })
}

fn begin(packet: &[u8], number: u32, notes: &mut Notes<'_, '_>) -> Option<Stream> {
    let long = |at: usize| packet.get(at..at + 4)?.first_chunk::<4>().map(|b| u32::from_le_bytes(*b));
    let short = |at: usize| packet.get(at..at + 2)?.first_chunk::<2>().map(|b| u16::from_le_bytes(*b));
    let sound = |codec: &str, rate: u32, channels: u32, notes: &mut Notes<'_, '_>| {
        track("sound", codec, &format!("{rate} Hz, {channels} channels"), notes);
    };
    let (mark, rate, before): (&'static [u8], u32, u64) = match packet {
        [1, b'v', b'o', b'r', b'b', b'i', b's', ..] => {
            sound("Vorbis", long(12)?, u32::from(*packet.get(11)?), notes);
            (b"\x03vorbis", long(12)?, 0)
        }
        // Whatever was recorded, places are counted at 48 kHz.
        _ if packet.starts_with(b"OpusHead") => {
            sound("Opus", long(12)?, u32::from(*packet.get(9)?), notes);
            (b"OpusTags", 48_000, short(10)?.into())
        }
        _ if packet.starts_with(b"Speex   ") => {
            sound("Speex", long(36)?, long(48)?, notes);
            (b"", long(36)?, 0)
        }
        _ if packet.starts_with(b"\x7FFLAC") => {
            let rate = u32::from_be_bytes([0, *packet.get(27)?, *packet.get(28)?, *packet.get(29)?]) >> 4;
            sound("FLAC", rate, u32::from(packet.get(29)? >> 1 & 7) + 1, notes);
            (b"", rate, 0)
        }
        _ if packet.starts_with(b"\x80theora") => {
            let side = |at: usize| {
                Some(u32::from_be_bytes([0, *packet.get(at)?, *packet.get(at + 1)?, *packet.get(at + 2)?]))
            };
            let (width, height) = (side(14)?, side(17)?);
            notes.number("media.Width", width);
            notes.number("media.Height", height);
            track("video", "Theora", &format!("{width} × {height}"), notes);
            return None;
        }
        _ => return None,
    };
    let stream = Stream { number, rate: rate.into(), before, comments: Some(Vec::new()), mark };
    (rate > 0).then_some(stream)
}

/// Gathers the second packet, which holds the comments.
fn take(stream: &mut Stream, page: &Page, content: &[u8], notes: &mut Notes<'_, '_>) {
    let Some(mut packet) = stream.comments.take() else { return };
    let whole = page.laces.iter().position(|lace| *lace < 255);
    let laces = &page.laces[..whole.map_or(page.laces.len(), |at| at + 1)];
    let length: usize = laces.iter().map(|lace| usize::from(*lace)).sum();
    packet.extend_from_slice(&content[..length.min(content.len())]);
    if packet.len() > PACKET_BYTES_MAX {
        notes.too_much("Vorbis");
    } else if whole.is_none() {
        stream.comments = Some(packet);
    } else {
        // FLAC puts the head of its own block before the comments.
        let block = if stream.mark.is_empty() && packet.first() == Some(&0x84) {
            packet.get(4..)
        } else {
            packet.strip_prefix(stream.mark)
        };
        match block {
            Some(block) => vorbis::read(block, notes),
            None => notes.damaged("Vorbis"),
        }
    }
}

/// Where the sound has come to on the last page.
fn last_granule<'s>(source: &mut dyn Source, streams: &'s [Stream]) -> Option<(&'s Stream, u64)> {
    let size = size_of(source);
    let start = size.saturating_sub(TAIL_BYTES);
    let tail = bytes_at(source, start, (size - start) as usize).ok()?;
    let places =
        tail.windows(4).enumerate().rev().filter(|(_, w)| w == b"OggS").map(|(at, _)| start + at as u64);
    for at in places {
        let Some(page) = page(source, at) else { continue };
        let stream = streams.iter().find(|stream| stream.number == page.stream);
        // A page on which no packet ends has no place.
        if let Some(stream) = stream.filter(|_| page.granule != u64::MAX) {
            return Some((stream, page.granule));
        }
    }
    None
}
