//! The readers, one module a format. They run in the child only.
//!
//! A reader takes a source that can be sought and says what it finds, piece by piece. It never fails: what it
//! cannot read is a problem beside what it could.

mod docx;
pub(crate) mod mail;
mod pdf;
mod picture;
pub(crate) mod text;

use crate::{
    identify::{self, HEAD_BYTES, JPEG, PDF, PNG, ZIP, identify},
    unpack::zip::{self, Inside},
    wire::{PIECE_MAX, Reply, Sink},
};
use isnad_model::{Problem, reading::Kind};
use std::io::{self, BufRead, Cursor, Read, Seek, SeekFrom};

/// The media type of a DOCX.
pub(crate) const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// A file, or bytes in memory.
pub(crate) trait Source: BufRead + Seek {}

impl<T: BufRead + Seek> Source for T {}

/// What a file is, by its first bytes and, for a ZIP, by the names in its directory.
pub(crate) fn kind_of(source: &mut dyn Source) -> io::Result<(Kind, &'static str)> {
    let size = source.seek(SeekFrom::End(0))?;
    source.rewind()?;
    let mut head = Vec::new();
    source.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    source.rewind()?;
    let (kind, media_type) = identify(&head, size);
    if media_type != ZIP {
        return Ok((kind, media_type));
    }
    let inside = zip::inside(source);
    source.rewind()?;
    Ok(match inside {
        Inside::Members => (kind, media_type),
        Inside::Document(media_type) => (Kind::Document, media_type),
    })
}

/// Reads text and metadata.
pub(crate) fn read(source: &mut dyn Source, password: Option<&str>, sink: &mut Sink<'_>) {
    let Ok((kind, media_type)) = kind_of(source) else {
        sink.tool("reader", "");
        return sink.send(Reply::Kind(Kind::Other, identify::UNKNOWN));
    };
    sink.send(Reply::Kind(kind, media_type));
    match (kind, media_type) {
        (Kind::Text, _) => text::read(source, sink),
        (_, PDF) => pdf::read(source, password, sink),
        (_, DOCX) => docx::read(source, sink),
        (Kind::Image, _) => picture::read(source, media_type, sink),
        (_, mail::MESSAGE) => mail::read(source, sink),
        (Kind::Document | Kind::Table | Kind::Mail, _) => {
            sink.tool("reader", "");
            sink.problem(Problem::new("document-not-read").text("media_type", media_type));
        }
        (Kind::Container, _) => {
            sink.tool("reader", "");
            sink.send(Reply::HasMembers);
        }
        (Kind::Audio | Kind::Video | Kind::Other, _) => sink.tool("reader", ""),
    }
}

/// Draws a page as PNG.
pub(crate) fn page_image(source: &mut dyn Source, page: u32, width_max: u32, sink: &mut Sink<'_>) {
    let width_max = width_max.clamp(1, 4096);
    let media_type = kind_of(source).map_or(identify::UNKNOWN, |(_, media_type)| media_type);
    let drawn = match media_type {
        PDF => pdf::draw(source, page, width_max),
        JPEG | PNG if page == 1 => picture::draw(source, media_type, width_max),
        JPEG | PNG => Err(Problem::new("page-absent").number("page", page.into()).number("pages", 1)),
        _ => Err(Problem::new("page-not-drawable").text("media_type", media_type)),
    };
    match drawn {
        Ok(png) => {
            png.chunks(PIECE_MAX).for_each(|piece| sink.send(Reply::Data(piece)));
            sink.send(Reply::End);
        }
        Err(problem) => sink.problem(problem),
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
fn png(image: &image::DynamicImage) -> Result<Vec<u8>, Problem> {
    let mut png = Cursor::new(Vec::new());
    match image.write_to(&mut png, image::ImageFormat::Png) {
        Ok(()) => Ok(png.into_inner()),
        Err(_) => Err(Problem::new("page-not-drawable")),
    }
}

#[cfg(test)]
mod tests;
