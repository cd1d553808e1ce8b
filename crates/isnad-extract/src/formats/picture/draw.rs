//! A smaller, upright copy of a picture, without metadata.

use super::tiff;
use crate::{
    formats::{Source, png},
    identify::{BMP, GIF, JPEG, PNG, TIFF, WEBP},
};
use image::{
    DynamicImage, ImageDecoder, ImageResult, Limits,
    codecs::{bmp::BmpDecoder, gif::GifDecoder, jpeg::JpegDecoder, png::PngDecoder, webp::WebPDecoder},
    metadata::Orientation,
};
use isnad_model::Problem;

/// The largest picture that is decoded. Cameras make 100 megapixels; bombs claim thousands.
const MEGAPIXELS_MAX: u64 = 200;
/// The pixels of one picture in memory. The sandbox allows a little more than this and its smaller copy.
const PIXEL_BYTES_MAX: u64 = 640 << 20;

/// Draws a picture, or the page of one with many pages, from 1.
pub(crate) fn draw(
    source: &mut dyn Source,
    media_type: &str,
    page: u32,
    width_max: u32,
) -> Result<Vec<u8>, Problem> {
    let (image, orientation) = match media_type {
        TIFF => tiff::decode(source, page)?,
        _ if page == 1 => decode(source, media_type)?,
        _ => return Err(absent(page, 1)),
    };
    let mut image = shrink(image, orientation, width_max);
    image.apply_orientation(orientation);
    // The eye does not see more, and the file halves.
    let image = match image.color().has_alpha() {
        true => DynamicImage::ImageRgba8(image.into_rgba8()),
        false => DynamicImage::ImageRgb8(image.into_rgb8()),
    };
    png(&image)
}

/// There is no such page.
pub(super) fn absent(page: u32, pages: u64) -> Problem {
    Problem::new("page-absent").number("page", page.into()).number("pages", pages)
}

/// Refuses what would not fit, before a byte of it is decoded.
pub(super) fn fits(width: u32, height: u32, bytes: u64) -> Result<(), Problem> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels <= MEGAPIXELS_MAX * 1_000_000 && bytes <= PIXEL_BYTES_MAX {
        return Ok(());
    }
    Err(Problem::new("image-too-large")
        .number("width", width.into())
        .number("height", height.into())
        .number("megapixels_max", MEGAPIXELS_MAX))
}

/// Width and height, as the decoder understands the headers.
pub(super) fn dimensions(source: &mut dyn Source, media_type: &str) -> Option<(u32, u32)> {
    decoder(source, media_type)?.ok().map(|decoder| decoder.dimensions())
}

fn decode(source: &mut dyn Source, media_type: &str) -> Result<(DynamicImage, Orientation), Problem> {
    let damaged = || Problem::new("image-damaged");
    let mut decoder = decoder(source, media_type).ok_or_else(damaged)?.map_err(|_| damaged())?;
    let (width, height) = decoder.dimensions();
    fits(width, height, decoder.total_bytes())?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Ok((DynamicImage::from_decoder(decoder).map_err(|_| damaged())?, orientation))
}

fn decoder<'s>(
    source: &'s mut dyn Source,
    media_type: &str,
) -> Option<ImageResult<Box<dyn ImageDecoder + 's>>> {
    source.rewind().ok()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(PIXEL_BYTES_MAX);
    let decoder = match media_type {
        BMP => BmpDecoder::new(source).map(|d| Box::new(d) as _),
        GIF => GifDecoder::new(source).map(|d| Box::new(d) as _),
        JPEG => JpegDecoder::new(source).map(|d| Box::new(d) as _),
        PNG => PngDecoder::with_limits(source, limits.clone()).map(|d| Box::new(d) as _),
        WEBP => WebPDecoder::new(source).map(|d| Box::new(d) as _),
        _ => return None,
    };
    Some(
        decoder
            .and_then(|mut decoder: Box<dyn ImageDecoder + 's>| decoder.set_limits(limits).map(|()| decoder)),
    )
}

/// Shrinks before turning, so that only the small copy is held twice.
fn shrink(image: DynamicImage, orientation: Orientation, width_max: u32) -> DynamicImage {
    let lies_on_its_side = matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    let width = if lies_on_its_side { image.height() } else { image.width() };
    if width <= width_max {
        return image;
    }
    // The other side may be a strip of any length; it is bounded too.
    match lies_on_its_side {
        true => image.thumbnail(width_max * 4, width_max),
        false => image.thumbnail(width_max, width_max * 4),
    }
}
