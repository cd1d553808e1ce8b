//! Every parser by name, to be given bytes that mean it ill: by the tests of this crate, and by the programs in `fuzz`.
//!
//! A parser is called for what its target says, whatever the bytes look like, so that a change in the first bytes does
//! not lead past it.

use crate::{
    formats::{self, Source, openpgp},
    identify,
    rows::Wanted,
    unpack,
    wire::{self, Reply, Sink, Task},
};
use isnad_model::{reading::Kind, table::RowSettings};
use std::io::{Cursor, Write};

/// What is done with the bytes.
#[derive(Clone, Copy)]
enum Way {
    /// They are a file of this type: read, unpacked, drawn.
    File(Kind, &'static str),
    /// They are the parts of a document, each behind a line `@@NAME`, which is put in the clothes of a ZIP.
    Parts(&'static str),
    /// They are in a segment of a JPEG with this mark, behind these bytes.
    Segment(u8, &'static [u8]),
    /// They are a table, whose rows are wanted.
    Rows,
    Plain(fn(&[u8])),
}

/// The names of all targets.
pub fn targets() -> impl Iterator<Item = &'static str> {
    TARGETS.iter().map(|(name, _)| *name)
}

const TARGETS: &[(&str, Way)] = &[
    ("identify", Way::Plain(identified)),
    ("wire", Way::Plain(frames)),
    ("rtf", Way::File(Kind::Document, identify::RTF)),
    ("doc", Way::File(Kind::Document, "application/msword")),
    ("xls", Way::File(Kind::Table, "application/vnd.ms-excel")),
    ("ppt", Way::File(Kind::Document, "application/vnd.ms-powerpoint")),
    ("encrypted", Way::File(Kind::Document, "application/encrypted")),
    ("msg", Way::File(Kind::Mail, formats::mapi::MSG)),
    ("pst", Way::File(Kind::Container, formats::pst::PST)),
    ("tnef", Way::File(Kind::Mail, formats::tnef::TNEF)),
    ("mail", Way::File(Kind::Mail, formats::mail::MESSAGE)),
    ("mbox", Way::File(Kind::Container, identify::MAILBOX)),
    ("mhtml", Way::File(Kind::Document, "multipart/related")),
    ("html", Way::File(Kind::Text, "text/html")),
    ("text", Way::File(Kind::Text, "text/plain")),
    ("rows", Way::Rows),
    ("docx", Way::Parts("application/vnd.openxmlformats-officedocument.wordprocessingml.document")),
    ("pptx", Way::Parts("application/vnd.openxmlformats-officedocument.presentationml.presentation")),
    ("xlsx", Way::Parts("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
    ("xlsb", Way::Parts("application/vnd.ms-excel.sheet.binary.macroEnabled.12")),
    ("odt", Way::Parts("application/vnd.oasis.opendocument.text")),
    ("ods", Way::Parts("application/vnd.oasis.opendocument.spreadsheet")),
    ("epub", Way::Parts("application/epub+zip")),
    ("pdf", Way::File(Kind::Document, identify::PDF)),
    ("jpeg", Way::File(Kind::Image, identify::JPEG)),
    ("png", Way::File(Kind::Image, identify::PNG)),
    ("gif", Way::File(Kind::Image, identify::GIF)),
    ("webp", Way::File(Kind::Image, identify::WEBP)),
    ("heif", Way::File(Kind::Image, identify::HEIC)),
    ("tiff", Way::File(Kind::Image, identify::TIFF)),
    ("exif", Way::Segment(0xE1, b"Exif\0\0")),
    ("xmp", Way::Segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0")),
    ("iptc", Way::Segment(0xED, b"Photoshop 3.0\08BIM\x04\x04\0\0")),
    ("jumbf", Way::Segment(0xEB, b"JP\0\x01\0\0\0\x01")),
    ("mp4", Way::File(Kind::Video, identify::media::MP4)),
    ("matroska", Way::File(Kind::Video, identify::media::MATROSKA)),
    ("avi", Way::File(Kind::Video, identify::media::AVI)),
    ("wav", Way::File(Kind::Audio, identify::media::WAVE)),
    ("flac", Way::File(Kind::Audio, identify::media::FLAC)),
    ("ogg", Way::File(Kind::Audio, identify::media::OGG_AUDIO)),
    ("mp3", Way::File(Kind::Audio, identify::media::MP3)),
    ("amr", Way::File(Kind::Audio, identify::media::AMR)),
    ("zip", Way::File(Kind::Container, identify::ZIP)),
    ("tar", Way::File(Kind::Container, identify::TAR)),
    ("sevenz", Way::File(Kind::Container, identify::SEVEN_ZIP)),
    ("gzip", Way::File(Kind::Container, identify::GZIP)),
    ("openpgp", Way::Plain(signed)),
];

/// Gives bytes to a target. An unknown name does nothing.
pub fn run(target: &str, bytes: &[u8]) {
    let Some((_, way)) = TARGETS.iter().find(|(name, _)| *name == target) else { return };
    match *way {
        Way::File(kind, media_type) => file(kind, media_type, &mut Cursor::new(bytes)),
        Way::Parts(media_type) => {
            let kind = if media_type.contains("sheet") { Kind::Table } else { Kind::Document };
            file(kind, media_type, &mut Cursor::new(package(bytes)));
        }
        Way::Segment(mark, before) => {
            file(Kind::Image, identify::JPEG, &mut Cursor::new(jpeg(mark, before, bytes)))
        }
        Way::Rows => rows(bytes),
        Way::Plain(run) => run(bytes),
    }
}

/// The rows of a text, as what it is and with a delimiter.
fn rows(bytes: &[u8]) {
    let mut scratch = Vec::new();
    let mut pass = |reply: Reply<'_>| {
        if let Reply::Rows(block) = reply {
            assert!(wire::rows::unpack(block).is_ok(), "what is sent can be taken");
        }
        let _never_fails = reply.write(&mut std::io::sink(), &mut scratch);
    };
    for delimiter in [None, Some(b';')] {
        let wanted = Wanted(RowSettings { delimiter, ..RowSettings::default() });
        formats::rows(&mut Cursor::new(bytes), None, &wanted, &mut Sink::new(&mut pass));
    }
}

/// Reads, unpacks and draws. What is told must keep to the protocol, and is otherwise of no interest.
fn file(kind: Kind, media_type: &'static str, source: &mut dyn Source) {
    let mut scratch = Vec::new();
    let mut pass = |reply: Reply<'_>| {
        // Everything that is said must fit into its frame.
        let _never_fails = reply.write(&mut std::io::sink(), &mut scratch);
    };
    // The seeds that are locked are locked by it.
    let password = Some("كلمة السر 1");
    formats::read_as(kind, media_type, source, password, &mut Sink::new(&mut pass).at(Some(1_800_000_000)));
    if kind == Kind::Table {
        let mut rows = Sink::new(&mut pass);
        formats::read_as(kind, media_type, source, password, &mut rows.for_rows(&RowSettings::default()));
    }
    if matches!(kind, Kind::Container | Kind::Mail) {
        unpack::unpack_as(kind, media_type, source, password, &mut Sink::new(&mut pass));
    }
    if kind == Kind::Image {
        formats::page_image(source, 1, 64, &mut Sink::new(&mut pass));
    }
}

fn identified(bytes: &[u8]) {
    identify::identify(bytes, bytes.len() as u64);
    let _kind = formats::kind_of(&mut Cursor::new(bytes));
}

/// Keys and signatures, each held against each.
fn signed(bytes: &[u8]) {
    let (keys, signatures) = (openpgp::keys(bytes).all, openpgp::signatures(bytes).all);
    // The checks themselves cost time; what an input has more of is of the same kind.
    for key in keys.iter().take(4) {
        for signature in signatures.iter().take(4) {
            let _verdict = key.is_of(signature) && signature.is_about(&[0; 32]);
            let _verdict = signature.verify(key, &[0; 32]);
        }
    }
}

/// What a child that was taken over may send its parent, and the other way round.
fn frames(bytes: &[u8]) {
    let mut input = bytes;
    let mut payload = Vec::new();
    while Reply::read(&mut input, &mut payload).is_ok() {}
    let _task = Task::read(&mut &bytes[..]);
}

/// A ZIP, not packed, of parts that stand behind lines with their names.
fn package(bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut rest = bytes;
    while let Some(named) = rest.strip_prefix(b"@@") {
        let line = memchr::memchr(b'\n', named).unwrap_or(named.len());
        let content = named.get(line + 1..).unwrap_or_default();
        let end = memchr::memmem::find(content, b"\n@@").unwrap_or(content.len());
        let name = String::from_utf8_lossy(&named[..line]);
        if zip.start_file(&*name, stored).is_ok() {
            let _memory = zip.write_all(&content[..end]);
        }
        rest = content.get(end + 1..).unwrap_or_default();
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// A JPEG with one segment.
fn jpeg(mark: u8, before: &[u8], bytes: &[u8]) -> Vec<u8> {
    let content = [before, &bytes[..bytes.len().min(60_000)]].concat();
    let length = (content.len() as u16 + 2).to_be_bytes();
    [&[0xFF, 0xD8, 0xFF, mark][..], &length, &content, &[0xFF, 0xD9]].concat()
}

#[cfg(test)]
mod tests;
