//! One page of a TIFF: how its pixels are laid out and packed.

use crate::formats::meta::ifd::{Directory, Tiff};

/// How the pixels of a strip are packed (TIFF 6.0 §§ 4, 9, 10, 11, 13, 22; Technical Note 2 for JPEG).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    Plain,
    /// Modified Huffman: fax lines that begin at whole bytes.
    Huffman,
    /// ITU-T T.4; true for two dimensions.
    Fax3(bool),
    /// ITU-T T.6.
    Fax4,
    Lzw,
    Jpeg,
    /// One JPEG somewhere in the file, as the sixth version had it.
    OldJpeg,
    Deflate,
    PackBits,
}

/// What numbers of a pixel mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    WhiteIsZero,
    BlackIsZero,
    Rgb,
    Palette,
    Cmyk,
    /// Only as JPEG turns it into RGB by itself.
    YCbCr,
}

/// The layout of one page.
#[derive(Debug, Clone)]
pub(super) struct Page {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) orientation: u8,
    pub(super) bits: u16,
    pub(super) samples: u16,
    pub(super) packing: Result<Packing, u64>,
    pub(super) meaning: Result<Meaning, u64>,
    /// Whether neighbors are written as differences.
    pub(super) is_difference: bool,
    /// Whether the lowest bit comes first.
    pub(super) is_reversed: bool,
    is_planar: bool,
    is_integer: bool,
    /// The size of a strip or tile.
    pub(super) chunk: (u32, u32),
    /// Where each strip or tile lies, and how long it is.
    pub(super) chunks: Vec<(u64, u64)>,
    pub(super) palette: Vec<u16>,
    pub(super) tables: Vec<u8>,
}

impl Page {
    /// Reads the directory at a place; nothing where it describes no picture.
    pub(super) fn read(tiff: &mut Tiff<'_>, at: u64) -> Option<Self> {
        let directory = tiff.directory(at)?;
        let mut fields = Fields { tiff, directory };
        let width = u32::try_from(fields.first(0x0100)?).ok().filter(|n| *n > 0)?;
        let height = u32::try_from(fields.first(0x0101)?).ok().filter(|n| *n > 0)?;
        let bits = fields.all(0x0102).unwrap_or_else(|| vec![1]);
        let packing = packing(&mut fields);
        let tile = fields.first(0x0142).zip(fields.first(0x0143));
        let rows = fields.first(0x0116).filter(|rows| *rows > 0).unwrap_or(u64::MAX).min(height.into());
        let chunk = tile.unwrap_or((width.into(), rows));
        let side = |n| u32::try_from(n).ok().filter(|n| *n > 0);
        let chunk = (side(chunk.0)?, side(chunk.1)?);
        let (places, lengths) = if tile.is_some() { (0x0144, 0x0145) } else { (0x0111, 0x0117) };
        let chunks = match packing {
            Ok(Packing::OldJpeg) => fields.first(0x0201).zip(fields.first(0x0202)).into_iter().collect(),
            _ => fields.chunks(places, lengths),
        };
        // Photoshop writes no more than these; a page whose samples differ in width is not drawn.
        let is_even = bits.iter().all(|n| *n == bits[0]);
        Some(Self {
            width,
            height,
            orientation: fields.first(0x0112).and_then(|n| u8::try_from(n).ok()).unwrap_or(1),
            bits: if is_even { bits[0] as u16 } else { 0 },
            samples: fields.first(0x0115).map_or(1, |n| n.min(64) as u16),
            packing,
            meaning: meaning(fields.first(0x0106).unwrap_or(0)),
            is_difference: fields.first(0x013D) == Some(2),
            is_reversed: fields.first(0x010A) == Some(2),
            is_planar: fields.first(0x011C) == Some(2),
            is_integer: fields.first(0x0153).is_none_or(|format| matches!(format, 1 | 4)),
            chunk,
            chunks,
            palette: fields.all(0x0140).unwrap_or_default().into_iter().map(|n| n as u16).collect(),
            tables: fields.raw(0x015B),
        })
    }

    /// Why the page cannot be drawn, in the field's own words; nothing if it can.
    pub(super) fn why_not(&self) -> Option<String> {
        let (packing, meaning) = match (self.packing, self.meaning) {
            (Err(number), _) => return Some(format!("Compression {number}")),
            (_, Err(number)) => return Some(format!("PhotometricInterpretation {number}")),
            (Ok(packing), Ok(meaning)) => (packing, meaning),
        };
        if matches!(packing, Packing::Jpeg | Packing::OldJpeg) {
            return (self.bits != 8).then(|| format!("JPEG, BitsPerSample {}", self.bits));
        }
        let samples = match meaning {
            Meaning::Rgb => 3,
            Meaning::Cmyk => 4,
            _ => 1,
        };
        let is_fax = matches!(packing, Packing::Huffman | Packing::Fax3(_) | Packing::Fax4);
        let is_known = match self.bits {
            1 => true,
            2 | 4 | 8 | 16 => !is_fax,
            _ => false,
        };
        match () {
            () if !is_known => Some(format!("BitsPerSample {}", self.bits)),
            () if !self.is_integer => Some("SampleFormat".into()),
            () if self.samples < samples || (is_fax && self.samples != 1) => {
                Some(format!("SamplesPerPixel {}", self.samples))
            }
            () if self.is_planar && self.samples > 1 => Some("PlanarConfiguration 2".into()),
            () if meaning == Meaning::YCbCr => Some("YCbCr".into()),
            () => None,
        }
    }

    /// Whether all strips are there, and lie within a file of that size.
    pub(super) fn lies_within(&self, size: u64) -> bool {
        let is_complete = self.packing == Ok(Packing::OldJpeg)
            || self.chunks.len() as u64 >= self.across().saturating_mul(self.down());
        is_complete
            && self.chunks.iter().all(|(at, length)| at.checked_add(*length).is_some_and(|end| end <= size))
    }

    /// Strips or tiles beside each other.
    pub(super) fn across(&self) -> u64 {
        u64::from(self.width.div_ceil(self.chunk.0))
    }

    fn down(&self) -> u64 {
        u64::from(self.height.div_ceil(self.chunk.1))
    }
}

fn packing(fields: &mut Fields<'_, '_>) -> Result<Packing, u64> {
    Ok(match fields.first(0x0103).unwrap_or(1) {
        1 => Packing::Plain,
        2 => Packing::Huffman,
        3 => Packing::Fax3(fields.first(0x0124).unwrap_or(0) & 1 == 1),
        4 => Packing::Fax4,
        5 => Packing::Lzw,
        // Without a whole JPEG somewhere its pieces cannot be put together.
        6 if fields.first(0x0201).is_some() => Packing::OldJpeg,
        7 => Packing::Jpeg,
        8 | 0x80B2 => Packing::Deflate,
        0x8005 => Packing::PackBits,
        other => return Err(other),
    })
}

fn meaning(number: u64) -> Result<Meaning, u64> {
    Ok(match number {
        0 => Meaning::WhiteIsZero,
        // A mask shows where it is one, as a black and white picture does.
        1 | 4 => Meaning::BlackIsZero,
        2 => Meaning::Rgb,
        3 => Meaning::Palette,
        5 => Meaning::Cmyk,
        6 => Meaning::YCbCr,
        other => return Err(other),
    })
}

/// The fields of one directory.
struct Fields<'t, 's> {
    tiff: &'t mut Tiff<'s>,
    directory: Directory,
}

impl Fields<'_, '_> {
    fn first(&mut self, tag: u16) -> Option<u64> {
        self.directory.find(tag).and_then(|entry| self.tiff.first(entry))
    }

    fn all(&mut self, tag: u16) -> Option<Vec<u64>> {
        self.directory.find(tag).and_then(|entry| self.tiff.numbers(entry)).filter(|all| !all.is_empty())
    }

    fn raw(&mut self, tag: u16) -> Vec<u8> {
        self.directory.find(tag).and_then(|entry| self.tiff.raw(entry)).unwrap_or_default()
    }

    /// Places with their lengths. Some writers leave the length of a single strip out.
    fn chunks(&mut self, places: u16, lengths: u16) -> Vec<(u64, u64)> {
        let places = self.all(places).unwrap_or_default();
        let lengths = self.all(lengths).unwrap_or_default();
        match (places.as_slice(), lengths.as_slice()) {
            ([at], []) => vec![(*at, self.tiff.length().saturating_sub(*at))],
            (places, lengths) => places.iter().copied().zip(lengths.iter().copied()).collect(),
        }
    }
}
