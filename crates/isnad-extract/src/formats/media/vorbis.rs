//! The comments of Vorbis, which FLAC and Opus share: `TITLE=…`.

use crate::formats::meta::Notes;

const COMMENTS_MAX: usize = 2_000;

/// Says each comment: `vorbis.TITLE`.
pub(super) fn read(block: &[u8], notes: &mut Notes<'_, '_>) {
    if comments(block, notes).is_none() {
        notes.damaged("Vorbis");
    }
}

fn comments(block: &[u8], notes: &mut Notes<'_, '_>) -> Option<()> {
    let (vendor, mut rest) = text(block)?;
    notes.say("vorbis.vendor", &vendor);
    let (count, after) = rest.split_first_chunk::<4>()?;
    rest = after;
    for n in 0..u32::from_le_bytes(*count) as usize {
        if n == COMMENTS_MAX {
            notes.too_much("Vorbis");
            return Some(());
        }
        let (comment, after) = text(rest)?;
        rest = after;
        let (name, value) = comment.split_once('=')?;
        let name = name.to_ascii_uppercase();
        match name.as_str() {
            "METADATA_BLOCK_PICTURE" | "COVERART" => {
                notes.say(&format!("vorbis.{name}"), &format!("({} signs of base 64)", value.len()));
            }
            _ => super::tag("vorbis", &name, value, notes),
        }
    }
    Some(())
}

/// A length of four bytes and so much UTF-8.
fn text(block: &[u8]) -> Option<(String, &[u8])> {
    let (length, rest) = block.split_first_chunk::<4>()?;
    let (text, after) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    Some((String::from_utf8_lossy(text).into_owned(), after))
}
