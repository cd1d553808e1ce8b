//! FLAC (RFC 9639): the blocks before the sound.

use super::{duration, track, vorbis};
use crate::formats::{
    Source,
    meta::{Notes, bytes_at},
};

const BLOCKS_MAX: usize = 1_000;
const COMMENT_BYTES_MAX: u32 = 16 << 20;

/// Reads the blocks. False if the sound is not reached.
pub(super) fn read(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> bool {
    let mut at = 4;
    for _ in 0..BLOCKS_MAX {
        let Ok(head) = bytes_at(source, at, 4) else { return false };
        let length = u32::from_be_bytes([0, head[1], head[2], head[3]]);
        at += 4;
        match head[0] & 0x7F {
            0 => match bytes_at(source, at, 34) {
                Ok(info) => stream(&info, notes),
                Err(_) => return false,
            },
            4 if length <= COMMENT_BYTES_MAX => match bytes_at(source, at, length as usize) {
                Ok(block) => vorbis::read(&block, notes),
                Err(_) => return false,
            },
            6 => notes.say("flac.Picture", &format!("({length} bytes)")),
            _ => {}
        }
        at += u64::from(length);
        if head[0] & 0x80 != 0 {
            return bytes_at(source, at, 2).is_ok_and(|sync| sync[0] == 0xFF && sync[1] & 0xFE == 0xF8);
        }
    }
    false
}

/// `STREAMINFO`: twenty bits of rate, three of channels, five of width, thirty-six of samples, from the tenth byte.
fn stream(info: &[u8], notes: &mut Notes<'_, '_>) {
    let bits = info[10..18].iter().fold(0u64, |sum, byte| (sum << 8) | u64::from(*byte));
    let (rate, channels, width) = (bits >> 44, (bits >> 41 & 7) + 1, (bits >> 36 & 31) + 1);
    let samples = bits & 0xF_FFFF_FFFF;
    track("sound", "FLAC", &format!("{rate} Hz, {channels} channels, {width} bits"), notes);
    if rate > 0 {
        duration(samples as f64 / rate as f64, notes);
    }
}
