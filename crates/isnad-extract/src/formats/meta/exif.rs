//! Exif (CIPA DC-008, JEITA CP-3451): every field of every directory, in words.
//!
//! The maker's own block is thousands of bytes that only the maker understands: its size is said, no more.

mod text;

use super::{
    Notes, Source,
    ifd::{Directory, Entry, Tiff},
    moment::Moment,
    position, text_of,
};
use exif::{Context, Tag, Value};
use isnad_model::Problem;

const EXIF_DIRECTORY: u16 = 0x8769;
const GPS_DIRECTORY: u16 = 0x8825;
const INTEROP_DIRECTORY: u16 = 0xA005;
const THUMBNAIL_AT: u16 = 0x0201;
const THUMBNAIL_LENGTH: u16 = 0x0202;
const ORIENTATION: u16 = 0x0112;

/// Longer values are told by their size: they are tables and pictures, and no words.
const VALUE_BYTES_MAX: u64 = 64 << 10;
/// The largest thumbnail: Exif keeps all of its block within 64 KiB, and others are not much more generous.
const THUMBNAIL_BYTES_MAX: u64 = 4 << 20;

/// Where other standards keep their blocks in a directory of TIFF.
const BLOCKS: [(u16, Block); 5] = [
    (0x02BC, Block::Xmp),
    (0x83BB, Block::Iptc),
    (0x8649, Block::Photoshop),
    (0x8773, Block::Icc),
    (0xCD41, Block::C2pa),
];

/// Places of pixels, and what other readers tell: structure of the file, and nothing that it says of itself.
const STRUCTURE: &[u16] = &[
    0x0111,
    0x0117,
    0x0120,
    0x0121,
    0x0140,
    0x0144,
    0x0145,
    0x014A,
    0x015B,
    0x0201,
    0x0202,
    0x0207,
    0x0208,
    0x0209,
    EXIF_DIRECTORY,
    GPS_DIRECTORY,
    INTEROP_DIRECTORY,
    0xC4A5,
    0xEA1C,
];

/// Names that the library does not know: TIFF 6.0 and its supplements, DNG, and what Windows writes.
const NAMES: &[(u16, &str)] = &[
    (0x00FE, "NewSubfileType"),
    (0x010D, "DocumentName"),
    (0x011D, "PageName"),
    (0x0129, "PageNumber"),
    (0x013C, "HostComputer"),
    (0x4746, "Rating"),
    (0x800D, "ImageID"),
    (0x9C9B, "XPTitle"),
    (0x9C9C, "XPComment"),
    (0x9C9D, "XPAuthor"),
    (0x9C9E, "XPKeywords"),
    (0x9C9F, "XPSubject"),
    (0xC614, "UniqueCameraModel"),
    (0xC62F, "CameraSerialNumber"),
];

/// The times of Exif, the event's first, each with its offset and its parts of a second.
const TIMES: [(Tag, Tag, &str); 3] = [
    (Tag::DateTimeOriginal, Tag::OffsetTimeOriginal, "exif.DateTimeOriginal"),
    (Tag::DateTimeDigitized, Tag::OffsetTimeDigitized, "exif.DateTimeDigitized"),
    (Tag::DateTime, Tag::OffsetTime, "exif.DateTime"),
];

/// A block of another standard within a directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Block {
    Xmp,
    Iptc,
    Photoshop,
    Icc,
    C2pa,
}

/// What a block of Exif holds for other readers.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// From 1 to 8, as TIFF counts.
    pub(crate) orientation: Option<u8>,
    /// The small picture, as a JPEG.
    pub(crate) thumbnail: Option<Vec<u8>>,
    /// Blocks of other standards.
    pub(crate) blocks: Vec<(Block, Vec<u8>)>,
    /// Where the directory after the first stands: the thumbnail's in Exif, the second page's in TIFF.
    pub(crate) next: u64,
}

/// Reads a block of TIFF: the first directory, and those that it points to.
pub(crate) fn read(notes: &mut Notes<'_, '_>, source: &mut dyn Source, start: u64, length: u64) -> Found {
    let mut found = Found::default();
    let mut fields = Fields::default();
    let is_whole = match Tiff::open(source, start, length) {
        Some((mut tiff, first)) => fields.gather(&mut tiff, first, &mut found),
        None => false,
    };
    fields.tell(notes);
    if !is_whole {
        notes.once(Problem::new("exif-damaged"), "EXIF");
    }
    found
}

/// The small picture of the directory after the first one.
pub(crate) fn thumbnail(source: &mut dyn Source, start: u64, length: u64, at: u64) -> Option<Vec<u8>> {
    let (mut tiff, _) = Tiff::open(source, start, length)?;
    let directory = tiff.directory(at)?;
    let place = directory.find(THUMBNAIL_AT).and_then(|entry| tiff.first(entry))?;
    let size = directory.find(THUMBNAIL_LENGTH).and_then(|entry| tiff.first(entry))?;
    // Some cameras state more than there is; a JPEG knows its own end.
    let size = size.min(length.saturating_sub(place)).min(THUMBNAIL_BYTES_MAX);
    tiff.bytes(place, size).filter(|bytes| bytes.starts_with(b"\xFF\xD8"))
}

/// All fields in the order in which they stand.
#[derive(Default)]
struct Fields(Vec<(Tag, Value, bool)>);

impl Fields {
    /// Reads the directories; false if one is damaged.
    fn gather(&mut self, tiff: &mut Tiff<'_>, first: u64, found: &mut Found) -> bool {
        let Some(main) = tiff.directory(first) else { return false };
        found.next = main.next;
        found.orientation =
            main.find(ORIENTATION).and_then(|e| tiff.first(e)).and_then(|n| u8::try_from(n).ok());
        for (tag, block) in BLOCKS {
            let raw = main.find(tag).and_then(|entry| tiff.raw(entry));
            found.blocks.extend(raw.map(|raw| (block, raw)));
        }
        let mut is_whole = self.take(tiff, &main, Context::Tiff);
        let mut holder = main;
        for (pointer, context) in [
            (EXIF_DIRECTORY, Context::Exif),
            (GPS_DIRECTORY, Context::Gps),
            (INTEROP_DIRECTORY, Context::Interop),
        ] {
            let Some(entry) = holder.find(pointer) else { continue };
            let Some(directory) = tiff.first(entry).and_then(|at| tiff.directory(at)) else {
                is_whole = false;
                continue;
            };
            is_whole &= self.take(tiff, &directory, context);
            // The pointer to interoperability stands in the Exif directory; that to GPS in the first.
            if context == Context::Exif {
                holder.entries.extend(directory.entries.iter().filter(|e| e.tag == INTEROP_DIRECTORY));
            }
        }
        if found.thumbnail.is_none() && found.next != 0 {
            is_whole &= tiff.directory(found.next).is_some();
        }
        is_whole
    }

    fn take(&mut self, tiff: &mut Tiff<'_>, directory: &Directory, context: Context) -> bool {
        let mut is_whole = directory.is_whole;
        for entry in &directory.entries {
            let is_block = context == Context::Tiff && BLOCKS.iter().any(|(tag, _)| *tag == entry.tag);
            if is_block || (context != Context::Gps && STRUCTURE.contains(&entry.tag)) || entry.count == 0 {
                continue;
            }
            let tag = Tag(context, entry.tag);
            if name_of(tag).is_none() {
                continue;
            }
            match value_of(tiff, *entry, tag) {
                Some((value, is_size)) => self.0.push((tag, value, is_size)),
                None => is_whole = false,
            }
        }
        is_whole
    }

    fn find(&self, tag: Tag) -> Option<&Value> {
        self.0.iter().find(|(known, _, _)| *known == tag).map(|(_, value, _)| value)
    }

    fn text(&self, tag: Tag) -> Option<String> {
        match self.find(tag)? {
            Value::Ascii(lines) => Some(text_of(lines.first()?)),
            _ => None,
        }
    }

    fn tell(&self, notes: &mut Notes<'_, '_>) {
        for (tag, value, is_size) in &self.0 {
            let Some(name) = name_of(*tag) else { continue };
            let words = if *is_size { size_words(value) } else { text::words(*tag, value) };
            notes.say(&format!("exif.{name}"), &words);
        }
        for (tag, offset, field) in TIMES {
            let Some(moment) = self.text(tag).and_then(|text| Moment::read(&text)) else { continue };
            let offset = self.text(offset).unwrap_or_default();
            notes.times.add(field, moment.with_offset(&offset));
        }
        position::tell(&|tag| self.find(tag), notes);
    }
}

/// A value, or its size where it is no text.
fn value_of(tiff: &mut Tiff<'_>, entry: Entry, tag: Tag) -> Option<(Value, bool)> {
    let size = entry.bytes();
    if size > VALUE_BYTES_MAX || tag == Tag::MakerNote {
        return Some((Value::Long(vec![u32::try_from(size).unwrap_or(u32::MAX)]), true));
    }
    tiff.value(entry).map(|value| (value, false))
}

fn size_words(value: &Value) -> String {
    format!("({} bytes)", value.get_uint(0).unwrap_or(0))
}

/// The name of a field, if it has one.
pub(crate) fn name_of(tag: Tag) -> Option<String> {
    if tag.description().is_some() {
        return Some(tag.to_string());
    }
    let known =
        (tag.context() == Context::Tiff).then(|| NAMES.iter().find(|(number, _)| *number == tag.number()));
    known.flatten().map(|(_, name)| (*name).to_owned())
}
