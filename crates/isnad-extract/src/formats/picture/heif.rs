//! HEIF, HEIC and AVIF (ISO/IEC 23008-12): what stands beside the picture, which nothing here can draw.

use super::{Picture, notes_of_blocks};
use crate::formats::{
    Source,
    media::{
        bmff::{Atom, Boxes, find, number},
        uuid,
    },
    meta::{Notes, bytes_at, exif, exif::Block, icc, size_of, text_of, xmp},
};
use std::io::Cursor;

/// The tables of a picture with thousands of tiles.
const TABLE_BYTES_MAX: u64 = 4 << 20;
const ITEM_BYTES_MAX: u64 = 16 << 20;
/// A picture has some tiles; a burst has some hundred pictures.
const ITEMS_MAX: usize = 65_536;

/// An item of the file: a picture, a tile, Exif, XMP.
#[derive(Debug, Clone, Default)]
struct Item {
    id: u64,
    kind: [u8; 4],
    content_type: String,
}

/// Where an item's bytes lie: places in the file, or within the box of data.
#[derive(Debug, Clone, Default)]
struct Place {
    is_in_box: bool,
    extents: Vec<(u64, u64)>,
}

/// Reads everything but the pixels.
pub(super) fn read(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> Picture {
    let size = size_of(source);
    let mut boxes = Boxes::new(source);
    let top = boxes.within(0, size);
    let mut picture = Picture::default();
    if let Some(meta) = find(&top, b"meta") {
        let inside = boxes.within(meta.at + 4, meta.end);
        items(&mut boxes, &inside, &mut picture, notes);
    }
    uuid::read(&mut boxes, &top, notes);
    picture.is_whole = !boxes.is_damaged && find(&top, b"meta").is_some();
    picture
}

fn items(boxes: &mut Boxes<'_>, inside: &[Atom], picture: &mut Picture, notes: &mut Notes<'_, '_>) {
    let mut table = |kind: &[u8; 4]| find(inside, kind).map(|atom| boxes.content(atom, TABLE_BYTES_MAX));
    let primary = table(b"pitm").and_then(|t| number(&t, 4, if *t.first()? == 0 { 2 } else { 4 }));
    let places = table(b"iloc").and_then(|t| places(&t)).unwrap_or_default();
    let data = find(inside, b"idat");
    let items = find(inside, b"iinf").map(|atom| infos(boxes, atom)).unwrap_or_default();
    let properties = find(inside, b"iprp").map(|atom| properties(boxes, atom, primary.unwrap_or(0)));
    if let Some(properties) = properties {
        picture.size = properties.size;
        if properties.turns > 0 {
            notes.number("image.Rotation", u32::from(properties.turns) * 90);
        }
        if let Some(profile) = properties.profile {
            icc::read(&profile, notes);
        }
    }
    let pictures =
        items.iter().filter(|item| matches!(&item.kind, b"hvc1" | b"av01" | b"grid" | b"iovl" | b"jpeg"));
    notes.number("heif.Items", pictures.count());
    for item in items.iter().filter(|item| &item.kind == b"Exif" || &item.kind == b"mime") {
        let place = places.iter().find(|(id, _)| *id == item.id).map(|(_, place)| place);
        let Some(bytes) = place.and_then(|place| bytes_of(boxes, place, data)) else {
            notes.damaged(if &item.kind == b"Exif" { "EXIF" } else { "XMP" });
            continue;
        };
        if &item.kind == b"Exif" {
            exif_of(&bytes, picture, notes);
        } else if item.content_type == "application/rdf+xml" {
            xmp::read(&bytes, notes);
        }
    }
}

/// Four bytes say how far the block of TIFF is from here (ISO/IEC 23008-12 Annex A).
fn exif_of(bytes: &[u8], picture: &mut Picture, notes: &mut Notes<'_, '_>) {
    let start = number(bytes, 0, 4).and_then(|skip| skip.checked_add(4)).unwrap_or(u64::MAX);
    let length = (bytes.len() as u64).saturating_sub(start);
    let mut block = Cursor::new(bytes);
    let found = exif::read(notes, &mut block, start, length);
    picture.thumbnail = exif::thumbnail(&mut block, start, length, found.next);
    picture.orientation = found.orientation;
    notes_of_blocks(found.blocks.into_iter().filter(|(kind, _)| *kind != Block::Icc).collect(), notes);
}

/// `infe` boxes of version 2 and 3: number, protection, kind, name, content type.
fn infos(boxes: &mut Boxes<'_>, atom: Atom) -> Vec<Item> {
    let head = boxes.content(atom, 8);
    let width = if head.first() == Some(&0) { 2 } else { 4 };
    let entries = boxes.within(atom.at + 4 + width, atom.end);
    let read = |atom: &Atom| {
        let bytes = boxes.content(*atom, 4_096);
        let width = match bytes.first()? {
            2 => 2,
            3 => 4,
            _ => return None,
        };
        let kind = *bytes.get(6 + width..)?.first_chunk::<4>()?;
        let mut names = bytes.get(10 + width..)?.split(|byte| *byte == 0);
        let content_type = names.nth(1).map(text_of).unwrap_or_default();
        Some(Item { id: number(&bytes, 4, width)?, kind, content_type })
    };
    entries.iter().take(ITEMS_MAX).filter_map(read).collect()
}

/// `iloc`: for each item where its pieces lie.
fn places(table: &[u8]) -> Option<Vec<(u64, Place)>> {
    let version = *table.first()?;
    let sizes = number(table, 4, 2)?;
    let (offset, length, base) =
        ((sizes >> 12) as usize, (sizes >> 8 & 15) as usize, (sizes >> 4 & 15) as usize);
    let index = if version > 0 { (sizes & 15) as usize } else { 0 };
    let wide = if version < 2 { 2 } else { 4 };
    let mut at = 6;
    let mut take = |width: usize| {
        let value = number(table, at, width)?;
        at += width;
        Some(value)
    };
    let mut places = Vec::new();
    for _ in 0..take(wide)?.min(ITEMS_MAX as u64) {
        let id = take(wide)?;
        let method = if version > 0 { take(2)? & 15 } else { 0 };
        take(2)?;
        let base = take(base)?;
        let mut extents = Vec::new();
        let count = take(2)?;
        // Pieces that take no room in the table could be repeated for ever.
        if count > 1 && offset + length + index == 0 {
            return None;
        }
        for _ in 0..count {
            take(index)?;
            extents.push((base.checked_add(take(offset)?)?, take(length)?));
        }
        places.push((id, Place { is_in_box: method == 1, extents }));
    }
    Some(places)
}

fn bytes_of(boxes: &mut Boxes<'_>, place: &Place, data: Option<Atom>) -> Option<Vec<u8>> {
    let start = if place.is_in_box { data?.at } else { 0 };
    let mut bytes = Vec::new();
    for (offset, length) in &place.extents {
        if *length + bytes.len() as u64 > ITEM_BYTES_MAX {
            return None;
        }
        bytes.extend(bytes_at(boxes.source, start.checked_add(*offset)?, *length as usize).ok()?);
    }
    Some(bytes)
}

/// What the properties say of the picture that is shown.
#[derive(Debug, Default)]
struct Properties {
    size: Option<(u32, u32)>,
    /// Quarters counterclockwise.
    turns: u8,
    profile: Option<Vec<u8>>,
}

fn properties(boxes: &mut Boxes<'_>, atom: Atom, primary: u64) -> Properties {
    let inside = boxes.inside(atom);
    let all = find(&inside, b"ipco").map(|atom| boxes.inside(atom)).unwrap_or_default();
    let table = find(&inside, b"ipma").map(|atom| boxes.content(atom, TABLE_BYTES_MAX)).unwrap_or_default();
    let mut properties = Properties::default();
    for number_of in associated(&table, primary).unwrap_or_default() {
        let Some(atom) = number_of.checked_sub(1).and_then(|n| all.get(n)).copied() else { continue };
        match &atom.kind {
            b"ispe" => {
                let bytes = boxes.content(atom, 12);
                let side = |at| number(&bytes, at, 4).map(|n| n as u32);
                properties.size = side(4).zip(side(8));
            }
            b"irot" => properties.turns = boxes.content(atom, 1).first().map_or(0, |byte| byte & 3),
            b"colr" if atom.length() <= icc::PROFILE_BYTES_MAX => {
                let bytes = boxes.content(atom, icc::PROFILE_BYTES_MAX);
                let profile = bytes.strip_prefix(b"prof").or(bytes.strip_prefix(b"rICC"));
                properties.profile = profile.map(<[u8]>::to_vec);
            }
            _ => {}
        }
    }
    properties
}

/// `ipma`: the numbers of an item's properties.
fn associated(table: &[u8], item: u64) -> Option<Vec<usize>> {
    let (version, flags) = (*table.first()?, *table.get(3)?);
    let id_width = if version < 1 { 2 } else { 4 };
    let width = if flags & 1 == 0 { 1 } else { 2 };
    let mut at = 8;
    for _ in 0..number(table, 4, 4)? {
        let id = number(table, at, id_width)?;
        let count = usize::from(*table.get(at + id_width)?);
        at += id_width + 1;
        let rows = table.get(at..at + count * width)?;
        if id == item {
            let mask = if width == 1 { 0x7F } else { 0x7FFF };
            return Some(
                rows.chunks_exact(width)
                    .filter_map(|row| number(row, 0, width))
                    .map(|n| (n & mask) as usize)
                    .collect(),
            );
        }
        at += count * width;
    }
    None
}
