//! The small picture that a camera puts beside the large one. Programs that cut the large one sometimes forget it.
//!
//! A camera makes both from the same pixels, so they have the same shape (Exif: "thumbnail", CIPA DC-008 §4.5.5).
//! DCF (JEITA CP-3461 §3.3.5) fixes the small one at 160 × 120 whatever the shape of the large one, and fills the
//! rest with black bars; so bars are looked for before a difference is said. A picture that was turned without its
//! thumbnail has the same shape on its side, and is no difference.

use super::draw::fits;
use crate::formats::meta::Notes;
use image::{GrayImage, ImageDecoder, codecs::jpeg::JpegDecoder};
use isnad_model::Problem;
use std::io::Cursor;

/// How much shapes may differ: a thumbnail of 120 lines that was rounded by a line or two is within it.
const RATIO_MAX: f64 = 1.06;
/// Black, as JPEG leaves it.
const BLACK_MAX: u8 = 40;

/// Says how large the thumbnail is, and whether it shows another picture.
pub(super) fn tell(small: &[u8], large: Option<(u32, u32)>, notes: &mut Notes<'_, '_>) {
    let Some(gray) = decode(small) else { return notes.damaged("thumbnail") };
    let (width, height) = gray.dimensions();
    notes.say("exif.Thumbnail", &format!("JPEG, {width} × {height}, {} bytes", small.len()));
    let Some((large_width, large_height)) = large.filter(|(w, h)| *w > 0 && *h > 0) else { return };
    let shape = f64::from(large_width) / f64::from(large_height);
    let own = f64::from(width) / f64::from(height);
    let alike = |other: f64| (own / other).max(other / own) <= RATIO_MAX;
    if !alike(shape) && !alike(1.0 / shape) && !has_bars(&gray, shape) && !has_bars(&gray, 1.0 / shape) {
        notes.sink.problem(
            Problem::new("thumbnail-differs")
                .number("width", width.into())
                .number("height", height.into())
                .number("large_width", large_width.into())
                .number("large_height", large_height.into()),
        );
    }
}

fn decode(small: &[u8]) -> Option<GrayImage> {
    let decoder = JpegDecoder::new(Cursor::new(small)).ok()?;
    let (width, height) = decoder.dimensions();
    // A thumbnail of a hundred megapixels is none.
    fits(width, height, decoder.total_bytes().saturating_mul(16)).ok()?;
    Some(image::DynamicImage::from_decoder(decoder).ok()?.into_luma8())
}

/// Whether all that lies outside a picture of this shape, put in the middle, is black.
fn has_bars(gray: &GrayImage, shape: f64) -> bool {
    let (width, height) = gray.dimensions();
    let (w, h) = (f64::from(width), f64::from(height));
    let (inner_width, inner_height) = if w / h > shape { (h * shape, h) } else { (w, w / shape) };
    // A line of blocks where black meets the picture belongs to both.
    let bar = |outer: f64, inner: f64| (((outer - inner) / 2.0) as u32).saturating_sub(2);
    let (left, top) = (bar(w, inner_width), bar(h, inner_height));
    let is_outside = |x: u32, y: u32| x < left || x >= width - left || y < top || y >= height - top;
    let mut outside =
        gray.enumerate_pixels().filter(|(x, y, _)| is_outside(*x, *y)).map(|(_, _, pixel)| pixel.0[0]);
    (left > 0 || top > 0) && outside.all(|gray| gray <= BLACK_MAX)
}
