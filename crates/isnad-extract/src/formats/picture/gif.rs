//! The blocks of a GIF (GIF89a): frames are counted, comments read.

use super::{Picture, notes_of_blocks};
use crate::formats::{
    Source,
    meta::{Notes, c2pa, exif::Block, text_of, xmp},
};
use std::io::{self, Read, SeekFrom};

const COMMENTS_MAX: usize = 200;

/// Reads everything but the pixels.
pub(super) fn read(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> Picture {
    let mut picture = Picture::default();
    let mut frames = 0;
    picture.is_whole = walk(source, &mut picture, &mut frames, notes).is_ok();
    picture.frames = Some(frames);
    picture
}

fn walk(
    source: &mut dyn Source,
    picture: &mut Picture,
    frames: &mut u64,
    notes: &mut Notes<'_, '_>,
) -> io::Result<()> {
    source.seek(SeekFrom::Start(6))?;
    let head: [u8; 7] = take(source)?;
    let side = |a: u8, b: u8| u32::from(u16::from_le_bytes([a, b]));
    picture.size = Some((side(head[0], head[1]), side(head[2], head[3])));
    pass_colors(source, head[4])?;
    let mut n_comments = 0;
    loop {
        match take::<1>(source)? {
            [0x2C] => {
                let frame: [u8; 9] = take(source)?;
                pass_colors(source, frame[8])?;
                take::<1>(source)?;
                blocks(source, 0)?;
                *frames += 1;
            }
            [0x21] => match take::<1>(source)? {
                [0xFE] if n_comments < COMMENTS_MAX => {
                    n_comments += 1;
                    let text = blocks(source, 64 << 10)?;
                    notes.say("gif.Comment", &text_of(&text.content));
                }
                [0xFF] => application(source, notes)?,
                _ => _ = blocks(source, 0)?,
            },
            [0x3B] => return Ok(()),
            // Zeros between blocks are harmless and common.
            [0] => {}
            _ => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

/// A block of a program: XMP, marks of provenance, or how often the film is shown.
fn application(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> io::Result<()> {
    let [length] = take::<1>(source)?;
    let mut name = vec![0; length.into()];
    source.read_exact(&mut name)?;
    match name.get(..8) {
        Some(b"XMP Data") => {
            let packet = blocks(source, xmp::PACKET_BYTES_MAX)?;
            if packet.is_cut {
                notes.too_much("XMP");
            }
            // The packet stands there plain; its own letters are taken for lengths, and a tail of all numbers
            // brings every reader to the end (XMP specification part 3, §1.1.2).
            let end = packet.plain.iter().rposition(|byte| *byte == b'>').map_or(0, |at| at + 1);
            xmp::read(&packet.plain[..end], notes);
        }
        Some(b"C2PA_GIF") => {
            let store = blocks(source, c2pa::STORE_BYTES_MAX)?;
            notes_of_blocks(vec![(Block::C2pa, store.content)], notes);
        }
        _ => _ = blocks(source, 0)?,
    }
    Ok(())
}

fn take<const N: usize>(source: &mut dyn Source) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    source.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Passes over a table of colors, if the flags say that there is one.
fn pass_colors(source: &mut dyn Source, flags: u8) -> io::Result<()> {
    match flags & 0x80 {
        0 => Ok(()),
        _ => source.seek_relative(3 << ((flags & 7) + 1)),
    }
}

/// A run of sub-blocks: their content, and the same with their lengths.
#[derive(Default)]
struct Blocks {
    content: Vec<u8>,
    plain: Vec<u8>,
    is_cut: bool,
}

/// Reads sub-blocks to their end, and keeps so many bytes of them.
fn blocks(source: &mut dyn Source, bytes_max: u64) -> io::Result<Blocks> {
    let mut all = Blocks::default();
    loop {
        let [length] = take::<1>(source)?;
        if length == 0 {
            return Ok(all);
        }
        if all.plain.len() as u64 >= bytes_max {
            all.is_cut = bytes_max > 0;
            source.seek_relative(length.into())?;
            continue;
        }
        all.plain.push(length);
        let read = (&mut *source).take(length.into()).read_to_end(&mut all.content)?;
        all.plain.extend_from_slice(&all.content[all.content.len() - read..]);
        if read < length.into() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
}
