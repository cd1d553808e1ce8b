//! The readers, one module a format. They run in the child only.
//!
//! A reader takes a source that can be sought and says what it finds, piece by piece. It never fails: what it
//! cannot read is a problem beside what it could.

mod clothes;
mod codepage;
mod crc;
mod flow;
pub(crate) mod mail;
pub(crate) mod mapi;
mod marks;
mod markup;
pub(crate) mod media;
mod meta;
mod odf;
pub(crate) mod ole;
mod ooxml;
pub(crate) mod openpgp;
mod package;
pub(crate) mod pdf;
mod picture;
mod proofmode;
pub(crate) mod pst;
mod rows;
mod rtf;
mod sheets;
pub(crate) mod text;
pub(crate) mod tnef;
mod xml;

use crate::{
    cut::Cut,
    identify::{self, HEAD_BYTES, OLE, PDF, ZIP, identify},
    wire::{PIECE_MAX, PIXELS_MAX, Reply, Sink},
};
use isnad_model::{Problem, reading::Kind};
pub use pdf::shape_numbers;
pub(crate) use rows::rows;
use std::io::{self, BufRead, Cursor, Read, Seek, SeekFrom};
use text::refine;

/// A file, or bytes in memory.
pub(crate) trait Source: BufRead + Seek {}

impl<T: BufRead + Seek> Source for T {}

/// Whether pages of a file of this type can be drawn.
///
/// Other pictures are kept and described: drawing them needs a decoder that is not part of the program.
pub fn is_drawable(media_type: &str) -> bool {
    media_type == PDF || picture::DRAWABLE.contains(&media_type)
}

/// What a file is, by its first bytes and, for a ZIP, by the names in its directory.
pub(crate) fn kind_of(source: &mut dyn Source) -> io::Result<(Kind, &'static str)> {
    let size = source.seek(SeekFrom::End(0))?;
    source.rewind()?;
    let mut head = Vec::new();
    source.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    source.rewind()?;
    let (kind, media_type) = media::look_inside(source, identify(&head, size));
    source.rewind()?;
    let found = match (kind, media_type) {
        (_, ZIP) => clothes::document(source).map(|media_type| (clothes::kind(media_type), media_type)),
        (_, OLE) => ole::kind_of(source),
        (Kind::Text, _) => refine::refine(source),
        // A page that a browser saved has the headers of a letter, and nobody wrote it to anybody.
        (Kind::Mail, _) => refine::refine(source).filter(|(_, media_type)| *media_type == refine::MHTML),
        _ => None,
    };
    source.rewind()?;
    Ok(found.unwrap_or((kind, media_type)))
}

/// Reads text and metadata.
pub(crate) fn read(source: &mut dyn Source, password: Option<&str>, sink: &mut Sink<'_>) {
    let Ok((kind, media_type)) = kind_of(source) else {
        sink.tool("reader", "");
        return sink.send(Reply::Kind(Kind::Other, identify::UNKNOWN));
    };
    read_as(kind, media_type, source, password, sink);
}

/// Reads what is known to be of a type.
pub(crate) fn read_as(
    kind: Kind,
    media_type: &'static str,
    source: &mut dyn Source,
    password: Option<&str>,
    sink: &mut Sink<'_>,
) {
    sink.send(Reply::Kind(kind, media_type));
    match (kind, media_type) {
        (Kind::Text, refine::HTML | "application/xhtml+xml") => markup::html::read(source, sink),
        (Kind::Text, _) | (_, refine::CSV | refine::TSV) => text::read(source, sink),
        (_, PDF) => pdf::read(source, password, sink),
        (_, ole::ENCRYPTED) => read_locked(source, password, sink),
        (Kind::Document | Kind::Table, _) if read_document(media_type, source, sink) => {}
        (Kind::Image, _) => picture::read(source, media_type, sink),
        (_, mail::MESSAGE) => mail::read(source, sink),
        (_, mapi::MSG) => ole::msg::read(source, sink),
        (_, tnef::TNEF) => tnef::read(source, sink),
        (Kind::Document | Kind::Table | Kind::Mail, _) => {
            sink.tool("reader", "");
            sink.problem(Problem::new("document-not-read").text("media_type", media_type));
        }
        (Kind::Audio | Kind::Video, _) => media::read(source, media_type, sink),
        (Kind::Container, _) => {
            match media_type {
                ZIP => proofmode::read(source, sink),
                pst::PST => return pst::read(source, sink),
                _ => sink.tool("reader", ""),
            }
            sink.send(Reply::HasMembers);
        }
        (Kind::Other | Kind::Record, _) => sink.tool("reader", ""),
    }
}

/// Whether a password that somebody knows can open a locked file of this type here.
pub fn takes_password(media_type: &str) -> bool {
    matches!(media_type, PDF | ZIP | identify::SEVEN_ZIP | ole::ENCRYPTED)
}

/// Reads what lies in an encrypted package. Without its password nobody knows what that is.
fn read_locked(source: &mut dyn Source, password: Option<&str>, sink: &mut Sink<'_>) {
    sink.tool("reader", "");
    let Some(password) = password else { return sink.problem(Problem::new("document-encrypted")) };
    let Some(mut file) = ole::Compound::open(source) else {
        return sink.problem(package::damaged("compound file"));
    };
    let document = match ole::locked::open(&mut file, password) {
        Ok(document) => document,
        Err(problem) => return sink.problem(problem),
    };
    let mut document = Cursor::new(document);
    match kind_of(&mut document) {
        Ok((Kind::Document, media_type)) if sink.rows().is_some() => {
            sink.problem(Problem::new("document-not-read").text("media_type", media_type));
        }
        Ok((Kind::Document | Kind::Table, media_type)) if read_document(media_type, &mut document, sink) => {}
        _ => sink.problem(package::damaged("EncryptedPackage")),
    }
}

/// Reads a document or table of these formats; false if it is none of them.
fn read_document(media_type: &str, source: &mut dyn Source, sink: &mut Sink<'_>) -> bool {
    use clothes::Format;
    match clothes::format_of(media_type) {
        Some(Format::Word) => ooxml::word::read(source, sink),
        Some(Format::Slides) => ooxml::slides::read(source, sink),
        Some(Format::Sheets) => sheets::xlsx::read(source, sink),
        Some(Format::Odf) => odf::text::read(odf::Document::package(source), sink),
        Some(Format::OdfSheets) => sheets::ods::read(odf::Document::package(source), sink),
        Some(Format::Epub) => markup::epub::read(source, sink),
        Some(Format::BinarySheets) => sheets::xlsb::read(source, sink),
        None if media_type == identify::RTF => rtf::read(source, sink),
        None if media_type == refine::MHTML => markup::mhtml::read(source, sink),
        None if media_type.ends_with("-flat-xml") => match media_type.contains("spreadsheet") {
            true => sheets::ods::read(odf::Document::flat(source), sink),
            false => odf::text::read(odf::Document::flat(source), sink),
        },
        None => return ole::read(media_type, source, sink),
    }
    true
}

/// Draws a page as PNG.
pub(crate) fn page_image(source: &mut dyn Source, page: u32, width_max: u32, sink: &mut Sink<'_>) {
    match drawn(source, page, width_max) {
        Ok(png) => send(&png, sink),
        Err(problem) => sink.problem(problem),
    }
}

/// Draws a page, turns it or cuts pieces out of it, each as PNG.
pub(crate) fn cut(source: &mut dyn Source, cut: &Cut, sink: &mut Sink<'_>) {
    match drawn(source, cut.page, cut.width_max).and_then(|png| cut.pieces(&png)) {
        Ok(pieces) => pieces.iter().for_each(|piece| send(piece, sink)),
        Err(problem) => sink.problem(problem),
    }
}

/// A copy of a locked document without its lock.
pub(crate) fn opened(source: &mut dyn Source, password: Option<&str>, sink: &mut Sink<'_>) {
    let media_type = kind_of(source).map_or(identify::UNKNOWN, |(_, media_type)| media_type);
    match media_type {
        PDF => pdf::opened(source, password, sink),
        _ => sink.problem(Problem::new("document-not-read").text("media_type", media_type)),
    }
}

/// A picture in shades of gray, row by row from the top; 0 is black.
pub(crate) struct Gray {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) pixels: Vec<u8>,
}

/// Draws a page in shades of gray, so that the parent need not decode anything: a page of a document so many pixels
/// to the inch, a picture in its own size, and neither with more than [`PIXELS_MAX`] pixels.
pub(crate) fn page_pixels(source: &mut dyn Source, page: u32, dpi: u32, sink: &mut Sink<'_>) {
    let dpi = dpi.clamp(1, 1200);
    let media_type = kind_of(source).map_or(identify::UNKNOWN, |(_, media_type)| media_type);
    let drawn = match media_type {
        PDF => pdf::gray(source, page, dpi, PIXELS_MAX),
        _ if is_drawable(media_type) => picture::gray(source, media_type, page, PIXELS_MAX),
        _ => Err(Problem::new("page-not-drawable").text("media_type", media_type)),
    };
    match drawn {
        Ok(Gray { width, height, pixels }) => {
            sink.send(Reply::Size(width, height));
            pixels.chunks(PIECE_MAX).for_each(|piece| sink.send(Reply::Data(piece)));
            sink.send(Reply::End);
        }
        Err(problem) => sink.problem(problem),
    }
}

fn send(png: &[u8], sink: &mut Sink<'_>) {
    png.chunks(PIECE_MAX).for_each(|piece| sink.send(Reply::Data(piece)));
    sink.send(Reply::End);
}

/// A page as PNG.
fn drawn(source: &mut dyn Source, page: u32, width_max: u32) -> Result<Vec<u8>, Problem> {
    let width_max = width_max.clamp(1, 4096);
    let media_type = kind_of(source).map_or(identify::UNKNOWN, |(_, media_type)| media_type);
    match media_type {
        PDF => pdf::draw(source, page, width_max),
        _ if is_drawable(media_type) => picture::draw(source, media_type, page, width_max),
        _ => Err(Problem::new("page-not-drawable").text("media_type", media_type)),
    }
}

/// All bytes of a source.
pub(crate) fn whole(source: &mut dyn Source) -> io::Result<Vec<u8>> {
    let size = source.seek(SeekFrom::End(0))?;
    source.rewind()?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    source.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Encodes pixels as PNG, with nothing else in the file.
pub(crate) fn png(image: &image::DynamicImage) -> Result<Vec<u8>, Problem> {
    let mut png = Cursor::new(Vec::new());
    match image.write_to(&mut png, image::ImageFormat::Png) {
        Ok(()) => Ok(png.into_inner()),
        Err(_) => Err(Problem::new("page-not-drawable")),
    }
}

#[cfg(test)]
mod make;
#[cfg(test)]
mod tests;
