//! Pictures: their size, what the camera wrote into them, and a copy to look at.
//!
//! Metadata is read by seeking, whatever the size of the file; pixels are decoded only to be drawn.

mod draw;
mod gif;
mod heif;
mod jpeg;
mod png;
mod thumbnail;
mod tiff;
mod webp;

use super::{
    Source,
    meta::{Notes, c2pa, exif::Block, icc, iptc, xmp},
};
use crate::{
    identify::{AVIF, BMP, GIF, HEIC, HEIF, JPEG, PNG, TIFF, WEBP},
    wire::Sink,
};
use isnad_model::Problem;

pub(crate) use draw::{draw, gray};

/// The pictures that can be drawn.
pub(crate) const DRAWABLE: [&str; 6] = [BMP, GIF, JPEG, PNG, TIFF, WEBP];

/// What the headers of one picture say.
#[derive(Debug, Default)]
struct Picture {
    /// Width and height as stored, not as turned.
    size: Option<(u32, u32)>,
    /// Whether the file reaches its end.
    is_whole: bool,
    /// From 1 to 8, as Exif counts.
    orientation: Option<u8>,
    /// Pictures of a moving one.
    frames: Option<u64>,
    /// Pictures one after another, as in a fax.
    pages: Option<u64>,
    /// The small picture within, as a JPEG.
    thumbnail: Option<Vec<u8>>,
}

/// Reads dimensions and everything that the picture says of itself.
pub(crate) fn read(source: &mut dyn Source, media_type: &str, sink: &mut Sink<'_>) {
    sink.tool("image", "");
    let mut notes = Notes::new(sink);
    let picture = match media_type {
        JPEG => Some(jpeg::read(source, &mut notes)),
        PNG => Some(png::read(source, &mut notes)),
        WEBP => Some(webp::read(source, &mut notes)),
        GIF => Some(gif::read(source, &mut notes)),
        HEIC | HEIF | AVIF => Some(heif::read(source, &mut notes)),
        TIFF => Some(tiff::read(source, &mut notes)),
        BMP => Some(Picture { is_whole: true, ..Picture::default() }),
        _ => None,
    };
    if let Some(mut picture) = picture {
        // Formats whose headers say it in several ways are left to the decoder.
        picture.size = picture.size.or_else(|| draw::dimensions(source, media_type));
        tell(&picture, media_type, &mut notes);
    }
    if !DRAWABLE.contains(&media_type) {
        notes.sink.problem(Problem::new("image-not-drawable").text("media_type", media_type));
    }
    c2pa::finish(source, &mut notes);
    notes.finish();
}

fn tell(picture: &Picture, media_type: &str, notes: &mut Notes<'_, '_>) {
    if let Some((width, height)) = picture.size {
        notes.number("image.Width", width);
        notes.number("image.Height", height);
    }
    let numbers = [
        ("image.Orientation", picture.orientation.map(u64::from)),
        ("image.Frames", picture.frames),
        ("image.Pages", picture.pages),
    ];
    for (field, value) in numbers {
        value.into_iter().for_each(|value| notes.number(field, value));
    }
    let is_drawable = DRAWABLE.contains(&media_type);
    if !picture.is_whole || (picture.size.is_none() && is_drawable) {
        notes.sink.problem(Problem::new("image-damaged"));
    }
    if let Some(small) = &picture.thumbnail {
        thumbnail::tell(small, picture.size, notes);
    }
}

/// Hands blocks of other standards to their readers.
fn notes_of_blocks(blocks: Vec<(Block, Vec<u8>)>, notes: &mut Notes<'_, '_>) {
    for (kind, block) in blocks {
        match kind {
            Block::Xmp => _ = xmp::read(&block, notes),
            Block::Iptc => iptc::read(&block, notes),
            Block::Photoshop => iptc::resources(&block, notes),
            Block::Icc => icc::read(&block, notes),
            Block::C2pa => c2pa::read(&block, notes),
        }
    }
}

#[cfg(test)]
mod tests;
