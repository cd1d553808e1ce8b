//! The segments of a JPEG (ISO/IEC 10918-1 Annex B, JFIF, Exif): what stands before, among and after the pixels.

use super::{Picture, notes_of_blocks};
use crate::formats::{
    Source,
    meta::{Notes, bytes_at, c2pa, exif, exif::Block, icc, iptc, size_of, text_of, xmp},
};
use std::io::{self, SeekFrom};

const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const XMP_MORE: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
const ICC: &[u8] = b"ICC_PROFILE\0";
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";
/// Blocks that are put together from segments, all of them: a store of provenance is the largest.
const HELD_BYTES_MAX: usize = 80 << 20;
/// Comments that anybody wrote are few.
const COMMENTS_MAX: usize = 200;

/// Where a segment's content lies.
#[derive(Debug, Clone, Copy)]
struct Segment {
    mark: u8,
    at: u64,
    length: usize,
}

/// What the walk over the file brought.
#[derive(Default)]
struct Walk {
    segments: Vec<Segment>,
    /// Width and height, from the frame's header.
    size: Option<(u32, u32)>,
    /// Behind the mark of the end.
    end: Option<u64>,
}

/// Reads everything but the pixels.
pub(super) fn read(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> Picture {
    let mut walk = Walk::default();
    // A walk that breaks off has no end, and that is said.
    let _broken_off = walk.go(source);
    let mut picture = Picture { size: walk.size, is_whole: walk.end.is_some(), ..Picture::default() };
    let mut gathered = Gathered::default();
    for segment in &walk.segments {
        // The walk passed over it, so it is there.
        let Ok(content) = bytes_at(source, segment.at, segment.length) else { continue };
        if segment.mark == 0xE1 && content.starts_with(EXIF) && !gathered.has_exif {
            gathered.has_exif = true;
            let (start, length) = (segment.at + EXIF.len() as u64, (segment.length - EXIF.len()) as u64);
            let found = exif::read(notes, source, start, length);
            picture.thumbnail = exif::thumbnail(source, start, length, found.next);
            picture.orientation = found.orientation;
            notes_of_blocks(found.blocks, notes);
            continue;
        }
        gathered.take(segment.mark, content, notes);
    }
    gathered.tell(notes);
    if let Some(end) = walk.end {
        // Telephones put a short film there, and people put what is not to be seen.
        let behind = size_of(source).saturating_sub(end);
        if behind > 0 {
            notes.number("jpeg.BytesBehindEnd", behind);
        }
    }
    picture
}

impl Walk {
    fn go(&mut self, source: &mut dyn Source) -> io::Result<()> {
        source.seek(SeekFrom::Start(2))?;
        let mut at = 2;
        loop {
            let (mark, passed) = mark(source)?;
            at += passed;
            match mark {
                // Restart marks within the pixels, and one that means nothing.
                0x01 | 0xD0..=0xD8 => continue,
                0xD9 => {
                    self.end = Some(at);
                    return Ok(());
                }
                _ => {}
            }
            let mut length = [0; 2];
            source.read_exact(&mut length)?;
            let length = u16::from_be_bytes(length).checked_sub(2).ok_or(io::ErrorKind::InvalidData)?;
            let segment = Segment { mark, at: at + 2, length: length.into() };
            at += 2 + u64::from(length);
            if is_frame(mark) {
                let mut head = [0; 5];
                source.read_exact(&mut head)?;
                source.seek_relative(i64::from(length) - 5)?;
                let side = |at: usize| u32::from(u16::from_be_bytes([head[at], head[at + 1]]));
                // The first frame is the picture; a hierarchical JPEG would have more.
                self.size = self.size.or(Some((side(3), side(1))).filter(|(w, h)| w * h > 0));
                continue;
            }
            source.seek_relative(length.into())?;
            if matches!(mark, 0xE1 | 0xE2 | 0xEB | 0xED | 0xFE) {
                self.segments.push(segment);
            }
        }
    }
}

/// `SOF0` to `SOF15` without the tables that stand among them.
fn is_frame(mark: u8) -> bool {
    matches!(mark, 0xC0..=0xCF) && !matches!(mark, 0xC4 | 0xC8 | 0xCC)
}

/// The next mark and how far it was, over pixels if need be: among them 0xFF is followed by zero.
fn mark(source: &mut dyn Source) -> io::Result<(u8, u64)> {
    let mut passed = 0;
    let mut is_marked = false;
    loop {
        let piece = source.fill_buf()?;
        if piece.is_empty() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let mut found = None;
        let mut read = piece.len();
        for (byte, n) in piece.iter().zip(1..) {
            if is_marked && !matches!(byte, 0 | 0xFF) {
                (found, read) = (Some(*byte), n);
                break;
            }
            is_marked = *byte == 0xFF;
        }
        source.consume(read);
        passed += read as u64;
        if let Some(mark) = found {
            return Ok((mark, passed));
        }
    }
}

/// What is spread over several segments.
#[derive(Default)]
struct Gathered {
    has_exif: bool,
    photoshop: Vec<u8>,
    icc: Vec<(u8, Vec<u8>)>,
    /// The name of the packet that the first one points to, and the pieces of packets by name and place.
    extended: Option<String>,
    more: Vec<(Vec<u8>, u32, Vec<u8>)>,
    /// Boxes of JUMBF by their number and the place of the piece.
    boxes: Vec<(u16, u32, Vec<u8>)>,
    n_comments: usize,
    held_bytes: usize,
}

impl Gathered {
    fn take(&mut self, mark: u8, content: Vec<u8>, notes: &mut Notes<'_, '_>) {
        self.held_bytes += content.len();
        match mark {
            _ if self.held_bytes > HELD_BYTES_MAX => notes.too_much("JPEG"),
            0xE1 => {
                if let Some(packet) = content.strip_prefix(XMP) {
                    self.extended = xmp::read(packet, notes).or(self.extended.take());
                } else if let Some((name, rest)) =
                    content.strip_prefix(XMP_MORE).and_then(|rest| rest.split_at_checked(32))
                    && let Some((numbers, piece)) = rest.split_first_chunk::<8>()
                {
                    let at = u32::from_be_bytes([numbers[4], numbers[5], numbers[6], numbers[7]]);
                    self.more.push((name.to_vec(), at, piece.to_vec()));
                }
            }
            0xE2 => {
                if let Some([number, _, rest @ ..]) = content.strip_prefix(ICC) {
                    self.icc.push((*number, rest.to_vec()));
                }
            }
            0xEB => {
                if let Some(([b'J', b'P', a, b, place @ ..], rest)) = content.split_first_chunk::<8>() {
                    self.boxes.push((
                        u16::from_be_bytes([*a, *b]),
                        u32::from_be_bytes(*place),
                        rest.to_vec(),
                    ));
                }
            }
            0xED => self.photoshop.extend(content.strip_prefix(PHOTOSHOP).unwrap_or_default()),
            0xFE if self.n_comments < COMMENTS_MAX => {
                self.n_comments += 1;
                notes.say("jpeg.Comment", &text_of(&content));
            }
            0xFE => notes.too_much("JPEG"),
            _ => {}
        }
    }

    fn tell(mut self, notes: &mut Notes<'_, '_>) {
        if !self.photoshop.is_empty() {
            iptc::resources(&self.photoshop, notes);
        }
        if !self.icc.is_empty() {
            self.icc.sort_by_key(|(number, _)| *number);
            icc::read(&self.icc.into_iter().flat_map(|(_, piece)| piece).collect::<Vec<_>>(), notes);
        }
        if let Some(name) = &self.extended {
            self.more.retain(|(other, _, _)| other.as_slice() == name.as_bytes());
            self.more.sort_by_key(|(_, at, _)| *at);
            let packet: Vec<u8> = self.more.iter().flat_map(|(_, _, piece)| piece).copied().collect();
            if packet.len() as u64 > xmp::PACKET_BYTES_MAX {
                notes.too_much("XMP");
            } else {
                xmp::read(&packet, notes);
            }
        }
        let store = joined(self.boxes);
        if !store.is_empty() {
            notes_of_blocks(vec![(Block::C2pa, store)], notes);
        }
    }
}

/// Boxes of JUMBF put together again (ISO/IEC 19566-5 Annex D): each further piece repeats the box's header.
fn joined(mut boxes: Vec<(u16, u32, Vec<u8>)>) -> Vec<u8> {
    boxes.sort_by_key(|(number, place, _)| (*number, *place));
    let mut store = Vec::new();
    let mut last = None;
    for (number, _, piece) in &boxes {
        let is_long = piece.starts_with(&[0, 0, 0, 1]);
        let header = if is_long { 16 } else { 8 };
        match last == Some(*number) {
            true => store.extend(piece.get(header..).unwrap_or_default()),
            false => store.extend(piece),
        }
        last = Some(*number);
        if store.len() as u64 > c2pa::STORE_BYTES_MAX {
            break;
        }
    }
    store
}
