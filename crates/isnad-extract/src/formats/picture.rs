//! Pictures: their size, what the camera wrote into them, and a copy to look at.

use super::{Gray, Source, png};
use crate::{
    identify::{JPEG, PNG},
    wire::Sink,
};
use exif::{Exif, In, Tag};
use image::{
    DynamicImage, ImageDecoder, Limits,
    codecs::{jpeg::JpegDecoder, png::PngDecoder},
    metadata::Orientation,
};
use isnad_model::Problem;
use std::io;

/// The largest picture that is decoded. Cameras make 100 megapixels; bombs claim thousands.
const MEGAPIXELS_MAX: u64 = 200;
/// The pixels of one picture in memory. The sandbox allows a little more than this and its smaller copy.
const PIXEL_BYTES_MAX: u64 = 640 << 20;

/// Reads dimensions and EXIF.
pub(crate) fn read(source: &mut dyn Source, media_type: &str, sink: &mut Sink<'_>) {
    sink.tool("image", "");
    let damaged = match dimensions(source, media_type) {
        Some(Ok((width, height))) => {
            sink.metadatum("image.Width", &width.to_string());
            sink.metadatum("image.Height", &height.to_string());
            !reaches_its_end(source, media_type).unwrap_or(false)
        }
        Some(Err(_)) => true,
        // Other kinds are kept and described by their EXIF; drawing them is for a later reader.
        None => false,
    };
    if damaged {
        sink.problem(Problem::new("image-damaged"));
    }
    match exif_of(source) {
        Ok((exif, whole)) => {
            describe(&exif, sink);
            if !whole {
                sink.problem(Problem::new("exif-damaged"));
            }
        }
        Err(exif::Error::NotFound(_) | exif::Error::BlankValue(_) | exif::Error::Io(_)) => {}
        // A kind of picture that has no place for EXIF is said in the same words as a broken place.
        Err(_) if damaged || !matches!(media_type, JPEG | PNG) => {}
        Err(_) => sink.problem(Problem::new("exif-damaged")),
    }
}

/// Whether a picture was cut off, without decoding it: the mark of the end must come after the pixels begin.
///
/// What comes after that mark is left alone, since telephones put short films there.
fn reaches_its_end(source: &mut dyn Source, media_type: &str) -> io::Result<bool> {
    source.rewind()?;
    match media_type {
        JPEG => {
            pass_jpeg_headers(source)?;
            // Within the pixels, 0xFF is followed by other bytes only.
            holds(source, *b"\xFF\xD9")
        }
        _ => holds(source, *b"IEND"),
    }
}

/// Goes to the first byte of the pixels, past the small picture that cameras put among the headers.
fn pass_jpeg_headers(source: &mut dyn Source) -> io::Result<()> {
    let mut mark = [0; 2];
    source.read_exact(&mut mark)?;
    loop {
        source.read_exact(&mut mark)?;
        let mut length = [0; 2];
        source.read_exact(&mut length)?;
        source.seek_relative(i64::from(u16::from_be_bytes(length)) - 2)?;
        if mark[0] != 0xFF || mark[1] == 0xDA {
            return Ok(());
        }
    }
}

/// Whether the bytes come anywhere in what is left.
fn holds<const N: usize>(source: &mut dyn Source, bytes: [u8; N]) -> io::Result<bool> {
    let mut last = [0; N];
    loop {
        let piece = source.fill_buf()?;
        if piece.is_empty() {
            return Ok(false);
        }
        for byte in piece {
            last.rotate_left(1);
            last[N - 1] = *byte;
            if last == bytes {
                return Ok(true);
            }
        }
        let read = piece.len();
        source.consume(read);
    }
}

fn dimensions(source: &mut dyn Source, media_type: &str) -> Option<Result<(u32, u32), Problem>> {
    let _at = source.rewind();
    Some(decoder(source, media_type)?.map(|decoder| decoder.dimensions()))
}

fn decoder<'s>(
    source: &'s mut dyn Source,
    media_type: &str,
) -> Option<Result<Box<dyn ImageDecoder + 's>, Problem>> {
    let damaged = |_| Problem::new("image-damaged");
    let mut limits = Limits::default();
    limits.max_alloc = Some(PIXEL_BYTES_MAX);
    match media_type {
        JPEG => Some(JpegDecoder::new(source).map(|d| Box::new(d) as _).map_err(damaged)),
        PNG => Some(PngDecoder::with_limits(source, limits).map(|d| Box::new(d) as _).map_err(damaged)),
        _ => None,
    }
}

/// The EXIF block, and whether all of it could be read.
fn exif_of(source: &mut dyn Source) -> Result<(Exif, bool), exif::Error> {
    source.rewind()?;
    let mut whole = true;
    let mut source = source;
    let exif = exif::Reader::new()
        .continue_on_error(true)
        .read_from_container(&mut source)
        .or_else(|e| e.distill_partial_result(|_| whole = false))?;
    Ok((exif, whole))
}

/// Every named field of the picture itself as it stands, and where it was taken in degrees.
fn describe(exif: &Exif, sink: &mut Sink<'_>) {
    let primary = exif.fields().filter(|field| field.ifd_num == In::PRIMARY);
    for field in primary {
        // The maker's own block is thousands of bytes that only the maker understands.
        if field.tag.description().is_none() || field.tag == Tag::MakerNote {
            continue;
        }
        sink.metadatum(&format!("exif.{}", field.tag), &value(field));
    }
    if let Some(position) = position(exif) {
        sink.metadatum("exif.GPSPosition", &position);
    }
}

fn value(field: &exif::Field) -> String {
    match &field.value {
        exif::Value::Ascii(lines) => {
            let lines: Vec<_> = lines.iter().map(|line| String::from_utf8_lossy(line)).collect();
            lines.join("\n")
        }
        other => other.display_as(field.tag).to_string(),
    }
}

/// Latitude and longitude in decimal degrees, for a map.
fn position(exif: &Exif) -> Option<String> {
    let degrees = |tag, side, minus| {
        let parts = match &exif.get_field(tag, In::PRIMARY)?.value {
            exif::Value::Rational(parts) if parts.len() == 3 => parts,
            _ => return None,
        };
        let value = parts[0].to_f64() + parts[1].to_f64() / 60.0 + parts[2].to_f64() / 3600.0;
        let is_minus = match &exif.get_field(side, In::PRIMARY)?.value {
            exif::Value::Ascii(letters) => letters.first()?.first() == Some(&minus),
            _ => return None,
        };
        value.is_finite().then_some(if is_minus { -value } else { value })
    };
    let latitude = degrees(Tag::GPSLatitude, Tag::GPSLatitudeRef, b'S')?;
    let longitude = degrees(Tag::GPSLongitude, Tag::GPSLongitudeRef, b'W')?;
    Some(format!("{latitude:.6}, {longitude:.6}"))
}

/// A smaller, upright copy without metadata.
pub(crate) fn draw(source: &mut dyn Source, media_type: &str, width_max: u32) -> Result<Vec<u8>, Problem> {
    let image = upright(source, media_type, |_| width_max)?;
    // The eye does not see more, and the file halves.
    let image = match image.color().has_alpha() {
        true => DynamicImage::ImageRgba8(image.into_rgba8()),
        false => DynamicImage::ImageRgb8(image.into_rgb8()),
    };
    png(&image)
}

/// An upright copy in shades of gray, in its own size or with at most so many pixels.
pub(crate) fn gray(source: &mut dyn Source, media_type: &str, pixels_max: u64) -> Result<Gray, Problem> {
    let width_max = |(width, height): (u32, u32)| {
        let pixels = u64::from(width) * u64::from(height);
        let shrink = (pixels_max as f64 / pixels.max(1) as f64).sqrt().min(1.0);
        ((f64::from(width) * shrink) as u32).max(1)
    };
    let image = upright(source, media_type, width_max)?;
    // Ink on a page that was left clear is ink on white.
    let image = match image.color().has_alpha() {
        true => on_white(&image),
        false => image.into_luma8(),
    };
    Ok(Gray { width: image.width(), height: image.height(), pixels: image.into_raw() })
}

fn on_white(image: &DynamicImage) -> image::GrayImage {
    let pixels = image.to_luma_alpha8();
    image::GrayImage::from_fn(pixels.width(), pixels.height(), |x, y| {
        let [shade, alpha] = pixels.get_pixel(x, y).0.map(u32::from);
        image::Luma([((shade * alpha + 255 * (255 - alpha) + 127) / 255) as u8])
    })
}

/// Decodes a picture that is not too large, no wider than what is made of its upright width and height.
fn upright(
    source: &mut dyn Source,
    media_type: &str,
    width_max: impl Fn((u32, u32)) -> u32,
) -> Result<DynamicImage, Problem> {
    let damaged = || Problem::new("image-damaged");
    source.rewind().map_err(|_| damaged())?;
    let mut decoder = decoder(source, media_type).ok_or_else(damaged)??;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MEGAPIXELS_MAX * 1_000_000 || decoder.total_bytes() > PIXEL_BYTES_MAX {
        return Err(Problem::new("image-too-large")
            .number("width", width.into())
            .number("height", height.into())
            .number("megapixels_max", MEGAPIXELS_MAX));
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(decoder).map_err(|_| damaged())?;
    let size = if lies_on_its_side(orientation) { (height, width) } else { (width, height) };
    let mut image = shrink(image, orientation, width_max(size));
    image.apply_orientation(orientation);
    Ok(image)
}

fn lies_on_its_side(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

/// Shrinks before turning, so that only the small copy is held twice.
fn shrink(image: DynamicImage, orientation: Orientation, width_max: u32) -> DynamicImage {
    let lies_on_its_side = lies_on_its_side(orientation);
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
