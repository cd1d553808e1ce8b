//! AMR, as telephones record calls and voices (RFC 4867 §5): frames of a fiftieth of a second.

use super::{duration, track};
use crate::formats::{Source, meta::Notes};
use std::io::SeekFrom;

/// Bytes of a frame behind its first, by its kind; nothing for kinds that are not used.
const NARROW: [Option<u8>; 16] = sizes([12, 13, 15, 17, 19, 20, 26, 31, 5], 8);
const WIDE: [Option<u8>; 16] = sizes([17, 23, 32, 36, 40, 46, 50, 58, 60], 9);

const fn sizes(speech: [u8; 9], comfort_noise: usize) -> [Option<u8>; 16] {
    let mut sizes = [None; 16];
    let mut n = 0;
    while n < speech.len() {
        sizes[n] = Some(speech[n]);
        n += 1;
    }
    // Comfort noise of the wide kind follows its nine of speech.
    if comfort_noise == 9 {
        sizes[9] = Some(5);
    }
    // Nothing was sent, and lost.
    sizes[15] = Some(0);
    sizes[14] = if comfort_noise == 9 { Some(0) } else { None };
    sizes
}

/// Counts the frames. False if the file ends within one.
pub(super) fn read(source: &mut dyn Source, is_wide: bool, notes: &mut Notes<'_, '_>) -> bool {
    let (head, sizes, codec, rate) =
        if is_wide { (9, WIDE, "AMR-WB", 16_000) } else { (6, NARROW, "AMR", 8_000) };
    track("sound", codec, &format!("{rate} Hz, 1 channels"), notes);
    let (n, is_whole) = frames(source, head, sizes);
    duration(n as f64 / 50.0, notes);
    is_whole
}

fn frames(source: &mut dyn Source, head: u64, sizes: [Option<u8>; 16]) -> (u64, bool) {
    let mut n = 0;
    if source.seek(SeekFrom::Start(head)).is_err() {
        return (n, false);
    }
    let mut frame = [0; 60];
    loop {
        let mut kind = [0];
        if source.read_exact(&mut kind).is_err() {
            return (n, n > 0);
        }
        let Some(size) = sizes[usize::from(kind[0] >> 3 & 15)] else { return (n, false) };
        if source.read_exact(&mut frame[..size.into()]).is_err() {
            return (n, false);
        }
        n += 1;
    }
}
