//! From the bits of strips and tiles to a picture.

use super::{
    page::{Meaning, Packing, Page},
    strips,
};
use crate::formats::{meta::ifd::Tiff, picture::draw::fits};
use image::{DynamicImage, GrayImage, ImageDecoder, RgbImage, codecs::jpeg::JpegDecoder};
use isnad_model::Problem;
use std::io::Cursor;

/// What is missing from a damaged page: neither paper nor ink.
const MISSING: u8 = 0x80;

/// Decodes a page that [`Page::why_not`] has nothing against.
pub(super) fn image(tiff: &mut Tiff<'_>, page: &Page) -> Result<DynamicImage, Problem> {
    let damaged = || Problem::new("image-damaged");
    let (Ok(packing), Ok(meaning)) = (page.packing, page.meaning) else { return Err(damaged()) };
    let is_gray =
        matches!(meaning, Meaning::WhiteIsZero | Meaning::BlackIsZero) && packing != Packing::OldJpeg;
    let channels = if is_gray { 1 } else { 3 };
    let size = u64::from(page.width) * u64::from(page.height) * channels;
    fits(page.width, page.height, size)?;
    if packing == Packing::OldJpeg {
        let (at, length) = page.chunks.first().copied().ok_or_else(damaged)?;
        let bytes = tiff.bytes(at, length.min(tiff.length().saturating_sub(at))).ok_or_else(damaged)?;
        return jpeg(bytes, page.width, page.height).ok_or_else(damaged);
    }
    let mut canvas = Canvas {
        width: page.width,
        height: page.height,
        channels: channels as usize,
        bytes: vec![MISSING; size as usize],
    };
    if fill(tiff, page, packing, meaning, &mut canvas)? == 0 {
        return Err(damaged());
    }
    let (width, height, bytes) = (page.width, page.height, canvas.bytes);
    let image = match is_gray {
        true => GrayImage::from_raw(width, height, bytes).map(DynamicImage::ImageLuma8),
        false => RgbImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgb8),
    };
    image.ok_or_else(damaged)
}

/// Puts every strip or tile in its place. Gives the number of rows that were there.
fn fill(
    tiff: &mut Tiff<'_>,
    page: &Page,
    packing: Packing,
    meaning: Meaning,
    canvas: &mut Canvas,
) -> Result<u64, Problem> {
    let (chunk_width, chunk_height) = page.chunk;
    let is_tiled = chunk_width != page.width;
    let row_bytes = (u64::from(chunk_width) * u64::from(page.samples) * u64::from(page.bits)).div_ceil(8);
    // Strips may point to the same bytes over and over; together they cannot be more than the file, honestly.
    let mut budget = tiff.length().saturating_mul(2).saturating_add(1 << 20);
    let mut rows_found = 0;
    for ((at, length), n) in page.chunks.iter().zip(0u64..) {
        let (column, row) = (n % page.across(), n / page.across());
        let (x, y) = (column * u64::from(chunk_width), row * u64::from(chunk_height));
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { break };
        if y >= page.height {
            break;
        }
        // The last strip holds the rows that are left; a tile is always whole.
        let rows = if is_tiled { chunk_height } else { chunk_height.min(page.height - y) };
        let unpacked = row_bytes.saturating_mul(rows.into());
        let length = (*length).min(tiff.length().saturating_sub(*at)).min(strips::packed_max(unpacked));
        let Some(left) = budget.checked_sub(length) else { break };
        budget = left;
        let Some(packed) = tiff.bytes(*at, length) else { continue };
        let place = Place { x, y, rows };
        rows_found += match packing {
            Packing::Jpeg => tile(page, packed, meaning, place, canvas),
            _ => {
                // Packed, unpacked and drawn are in memory at once.
                fits(page.width, page.height, canvas.bytes.len() as u64 / 2 + unpacked)?;
                let bits = strips::unpack(page, packing, packed, row_bytes as usize, rows);
                spread(page, meaning, bits, row_bytes as usize, tiff.is_little(), place, canvas)
            }
        };
    }
    Ok(rows_found)
}

/// Where a chunk stands on the page, and how many rows it has.
#[derive(Debug, Clone, Copy)]
struct Place {
    x: u32,
    y: u32,
    rows: u32,
}

struct Canvas {
    width: u32,
    height: u32,
    channels: usize,
    bytes: Vec<u8>,
}

impl Canvas {
    /// The room for a row that begins at a place.
    fn row(&mut self, x: u32, y: u32) -> Option<&mut [u8]> {
        if x >= self.width || y >= self.height {
            return None;
        }
        let start = (y as usize * self.width as usize + x as usize) * self.channels;
        let end = (y as usize + 1) * self.width as usize * self.channels;
        self.bytes.get_mut(start..end)
    }
}

fn spread(
    page: &Page,
    meaning: Meaning,
    mut bits: Vec<u8>,
    row_bytes: usize,
    is_little: bool,
    place: Place,
    canvas: &mut Canvas,
) -> u64 {
    let samples = usize::from(page.samples);
    let mut rows = 0;
    for (row, y) in bits.chunks_exact_mut(row_bytes.max(1)).zip(place.y..).take(place.rows as usize) {
        if page.is_difference {
            add_up(row, samples, page.bits, is_little);
        }
        let Some(out) = canvas.row(place.x, y) else { break };
        let numbers = Numbers { row, bits: page.bits, is_little };
        let count = page.chunk.0 as usize;
        match (meaning, canvas_channels(meaning)) {
            (_, 1) => out.iter_mut().zip(0..count).for_each(|(out, x)| {
                let value = numbers.byte(x * samples);
                *out = if meaning == Meaning::WhiteIsZero { 255 - value } else { value };
            }),
            _ => out.chunks_exact_mut(3).zip(0..count).for_each(|(out, x)| {
                out.copy_from_slice(&color(page, meaning, &numbers, x * samples));
            }),
        }
        rows += 1;
    }
    rows
}

fn canvas_channels(meaning: Meaning) -> usize {
    if matches!(meaning, Meaning::WhiteIsZero | Meaning::BlackIsZero) { 1 } else { 3 }
}

fn color(page: &Page, meaning: Meaning, numbers: &Numbers<'_>, at: usize) -> [u8; 3] {
    match meaning {
        Meaning::Palette => {
            // All reds, then all greens, then all blues, in sixteen bits.
            let n = page.palette.len() / 3;
            let index = usize::from(numbers.raw(at));
            [0, 1, 2]
                .map(|part| page.palette.get(part * n + index).map_or(MISSING, |value| (value >> 8) as u8))
        }
        Meaning::Cmyk => {
            let black = 255 - u16::from(numbers.byte(at + 3));
            [0, 1, 2].map(|part| ((255 - u16::from(numbers.byte(at + part))) * black / 255) as u8)
        }
        _ => [0, 1, 2].map(|part| numbers.byte(at + part)),
    }
}

/// The numbers of one row.
struct Numbers<'r> {
    row: &'r [u8],
    bits: u16,
    is_little: bool,
}

impl Numbers<'_> {
    fn raw(&self, n: usize) -> u16 {
        let byte = |at: usize| self.row.get(at).copied().unwrap_or(0);
        match usize::from(self.bits) {
            16 if self.is_little => u16::from_le_bytes([byte(n * 2), byte(n * 2 + 1)]),
            16 => u16::from_be_bytes([byte(n * 2), byte(n * 2 + 1)]),
            8 => byte(n).into(),
            bits => {
                let at = n * bits;
                (u16::from(byte(at / 8)) >> (8 - bits - at % 8)) & ((1 << bits) - 1)
            }
        }
    }

    /// The number as a part of 255.
    fn byte(&self, n: usize) -> u8 {
        let raw = self.raw(n);
        match self.bits {
            16 => (raw >> 8) as u8,
            8 => raw as u8,
            bits => (raw * 255 / ((1 << bits) - 1)) as u8,
        }
    }
}

/// Undoes the writing of neighbors as differences (TIFF 6.0 §14); defined for whole bytes.
fn add_up(row: &mut [u8], samples: usize, bits: u16, is_little: bool) {
    match bits {
        8 => (samples..row.len()).for_each(|at| row[at] = row[at].wrapping_add(row[at - samples])),
        16 => {
            let read = |row: &[u8], n: usize| match is_little {
                true => u16::from_le_bytes([row[n * 2], row[n * 2 + 1]]),
                false => u16::from_be_bytes([row[n * 2], row[n * 2 + 1]]),
            };
            for n in samples..row.len() / 2 {
                let sum = read(row, n).wrapping_add(read(row, n - samples));
                let bytes = if is_little { sum.to_le_bytes() } else { sum.to_be_bytes() };
                row[n * 2..n * 2 + 2].copy_from_slice(&bytes);
            }
        }
        _ => {}
    }
}

/// A strip or tile that is a JPEG. The tables that all share are put in front of it.
fn tile(page: &Page, packed: Vec<u8>, meaning: Meaning, place: Place, canvas: &mut Canvas) -> u64 {
    let tables = page.tables.get(2..page.tables.len().saturating_sub(2)).unwrap_or_default();
    // Without Adobe's mark three components are taken for YCbCr, which here is said by the directory.
    let mark: &[u8] =
        if meaning == Meaning::Rgb { b"\xFF\xEE\x00\x0EAdobe\x00\x64\x00\x00\x00\x00\x00" } else { b"" };
    let bytes = [b"\xFF\xD8", mark, tables, packed.get(2..).unwrap_or_default()].concat();
    let Some(image) = jpeg(bytes, page.chunk.0, page.chunk.1) else { return 0 };
    let (width, height) = (image.width() as usize, image.height().min(place.rows));
    let pixels =
        if canvas.channels == 1 { image.into_luma8().into_raw() } else { image.into_rgb8().into_raw() };
    let mut rows = 0;
    for (row, y) in pixels.chunks_exact(width * canvas.channels).zip(place.y..).take(height as usize) {
        let Some(out) = canvas.row(place.x, y) else { break };
        let n = out.len().min(row.len());
        out[..n].copy_from_slice(&row[..n]);
        rows += 1;
    }
    rows
}

/// Decodes a JPEG that is no larger than it should be.
fn jpeg(bytes: Vec<u8>, width: u32, height: u32) -> Option<DynamicImage> {
    let decoder = JpegDecoder::new(Cursor::new(bytes)).ok()?;
    let (own_width, own_height) = decoder.dimensions();
    // The last strip may be padded to whole blocks.
    let is_expected = own_width <= width.next_multiple_of(16) && own_height <= height.next_multiple_of(16);
    is_expected.then(|| DynamicImage::from_decoder(decoder).ok()).flatten()
}
