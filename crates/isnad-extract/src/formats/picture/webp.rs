//! The chunks of a WebP (RFC 9649).

use super::{Picture, notes_of_blocks};
use crate::formats::{
    Source,
    media::riff,
    meta::{Notes, bytes_at, c2pa, exif, exif::Block, icc, size_of, xmp},
};

/// Reads everything but the pixels.
pub(super) fn read(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> Picture {
    let size = size_of(source);
    let (chunks, is_whole) = riff::chunks(source, 12, size);
    let mut picture = Picture { is_whole, ..Picture::default() };
    let mut frames = 0;
    for chunk in chunks {
        let mut take = |max: u64| {
            (chunk.length <= max).then(|| bytes_at(source, chunk.at, chunk.length as usize).ok()).flatten()
        };
        match &chunk.id {
            b"VP8X" => picture.size = take(64).and_then(|b| Some((side(&b, 4)?, side(&b, 7)?))),
            b"ANMF" => frames += 1,
            b"ICCP" => match take(icc::PROFILE_BYTES_MAX) {
                Some(profile) => icc::read(&profile, notes),
                None => notes.too_much("ICC"),
            },
            b"XMP " => match take(xmp::PACKET_BYTES_MAX) {
                Some(packet) => _ = xmp::read(&packet, notes),
                None => notes.too_much("XMP"),
            },
            b"C2PA" => match take(c2pa::STORE_BYTES_MAX) {
                Some(store) => notes_of_blocks(vec![(Block::C2pa, store)], notes),
                None => notes.too_much("C2PA"),
            },
            b"EXIF" => {
                // Some programs put the mark of JPEG before the block.
                let is_marked = bytes_at(source, chunk.at, 6).is_ok_and(|head| head == b"Exif\0\0");
                let skip = if is_marked { 6 } else { 0 };
                let (at, length) = (chunk.at + skip, chunk.length.saturating_sub(skip));
                let found = exif::read(notes, source, at, length);
                picture.thumbnail = exif::thumbnail(source, at, length, found.next);
                picture.orientation = found.orientation;
            }
            _ => {}
        }
    }
    picture.frames = (frames > 0).then_some(frames);
    picture
}

/// Sides are written less one, in three bytes.
fn side(bytes: &[u8], at: usize) -> Option<u32> {
    let [a, b, c] = *bytes.get(at..at + 3)?.first_chunk::<3>()?;
    Some(u32::from_le_bytes([a, b, c, 0]) + 1)
}
