//! MP3 and AAC without a container: duration by their frames, and the tags before and behind them.

use super::{
    duration, id3,
    mpeg_frame::{self, Frame},
    track,
};
use crate::formats::{
    Source,
    meta::{Notes, bytes_at, size_of},
};

/// Frames that are counted one by one: a day of sound. The rest is reckoned.
const FRAMES_MAX: u64 = 4_000_000;
/// How far the first frame may be from where it should be.
const SEARCH_BYTES: usize = 64 << 10;

/// Reads an MP3. False if it was cut off.
pub(super) fn mp3(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> bool {
    let start = id3::read(source, notes);
    let end = id3::read_old(source, notes);
    let Some((at, frame)) = first(source, start, end, mpeg_frame::mp3) else { return false };
    let layer = frame.layer.unwrap_or(3);
    track(
        "sound",
        &format!("MPEG layer {layer}"),
        &format!("{} Hz, {} channels", frame.rate, frame.channels),
        notes,
    );
    let head = bytes_at(source, at, frame.length.min(192)).unwrap_or_default();
    let Some(frames) = stated_frames(&head, frame) else {
        return count(source, at, end, mpeg_frame::mp3, notes);
    };
    notes.say("media.DurationBy", "table of frames");
    duration(frames as f64 * f64::from(frame.samples) / f64::from(frame.rate), notes);
    true
}

/// Reads AAC in ADTS. False if it was cut off.
pub(super) fn adts(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> bool {
    let start = id3::read(source, notes);
    let end = size_of(source);
    let Some((at, frame)) = first(source, start, end, mpeg_frame::adts) else { return false };
    track("sound", "AAC", &format!("{} Hz, {} channels", frame.rate, frame.channels), notes);
    count(source, at, end, mpeg_frame::adts, notes)
}

/// The first frame that another one follows.
fn first(
    source: &mut dyn Source,
    start: u64,
    end: u64,
    frame: fn(&[u8]) -> Option<Frame>,
) -> Option<(u64, Frame)> {
    let length = usize::try_from(end.saturating_sub(start)).ok()?.min(SEARCH_BYTES);
    let head = bytes_at(source, start, length).ok()?;
    let begins = |at: usize| {
        let found = frame(&head[at..])?;
        let next = at + found.length;
        let is_followed = head.get(next..).is_none_or(|next| next.is_empty() || frame(next).is_some());
        is_followed.then_some((start + at as u64, found))
    };
    (0..head.len()).find_map(begins)
}

/// The number of frames in the table of Xing, LAME or Fraunhofer that the first frame holds.
fn stated_frames(head: &[u8], frame: Frame) -> Option<u32> {
    let number = |at: usize| head.get(at..at + 4)?.first_chunk::<4>().map(|b| u32::from_be_bytes(*b));
    let table = head.get(frame.table_at..frame.table_at + 4)?;
    let frames = match table {
        b"Xing" | b"Info" if number(frame.table_at + 4)? & 1 == 1 => number(frame.table_at + 8)?,
        _ if head.get(36..40) == Some(b"VBRI") => number(50)?,
        _ => return None,
    };
    Some(frames).filter(|n| *n > 0)
}

/// Goes from frame to frame. False if the last one is not whole.
fn count(
    source: &mut dyn Source,
    start: u64,
    end: u64,
    frame: fn(&[u8]) -> Option<Frame>,
    notes: &mut Notes<'_, '_>,
) -> bool {
    let (mut at, mut n, mut seconds) = (start, 0, 0.0);
    let mut is_whole = true;
    while n < FRAMES_MAX {
        let Some(found) = bytes_at(source, at, 7).ok().and_then(|head| frame(&head)) else { break };
        let next = at + found.length as u64;
        if next > end {
            is_whole = false;
            break;
        }
        seconds += f64::from(found.samples) / f64::from(found.rate);
        (at, n) = (next, n + 1);
    }
    if n == FRAMES_MAX {
        seconds *= (end - start) as f64 / (at - start) as f64;
        notes.say("media.DurationBy", "estimate");
    } else {
        notes.say("media.DurationBy", "count of frames");
    }
    duration(seconds, notes);
    is_whole
}
