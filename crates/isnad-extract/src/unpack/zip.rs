//! ZIP: members in the order of its directory, two of the same name kept apart.
//!
//! When the directory is damaged or cut off, the members are taken from the front for as long as their own headers
//! can be followed, and the container is marked.

use super::{begin, damaged, finish, send_content};
use crate::{
    formats::Source,
    names,
    wire::{Head, Sink},
};
use isnad_model::Problem;
use std::io::Read;
use zip::{
    CompressionMethod, ZipReadOptions,
    read::{Config, ZipFileEntry, read_zipfile_from_stream},
    unstable::read::ZipIterable,
};

/// What a ZIP turns out to be.
pub(crate) enum Inside {
    /// Files that someone put together.
    Members,
    /// One document in the clothes of a ZIP.
    Document(&'static str),
}

/// Members by which a document is known, with its media type.
const DOCUMENTS: &[(&str, &str)] = &[
    ("word/document.xml", crate::formats::DOCX),
    ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
];

/// OpenDocument and EPUB name themselves in their first member.
const SELF_NAMED: &[&str] = &[
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation",
    "application/epub+zip",
];

/// Where the first names of a ZIP are looked for when its directory is lost.
const FRONT_BYTES: u64 = 64 << 10;

/// Looks whether the ZIP is a document.
pub(crate) fn inside(source: &mut dyn Source) -> Inside {
    let Ok(mut zip) = ZipIterable::try_new(&mut *source, Config::default()) else {
        return inside_without_directory(source);
    };
    let Ok(entries) = zip.files() else { return Inside::Members };
    let mut first = None;
    let mut document = None;
    let mut is_package = false;
    for entry in entries.flatten() {
        is_package |= entry.name_raw() == b"[Content_Types].xml";
        document = document.or_else(|| {
            DOCUMENTS.iter().find(|(name, _)| name.as_bytes() == entry.name_raw()).map(|(_, m)| *m)
        });
        if is_package && let Some(media_type) = document {
            return Inside::Document(media_type);
        }
        first.get_or_insert(entry);
    }
    first.and_then(|entry| self_named(entry, source)).map_or(Inside::Members, Inside::Document)
}

/// A document that was cut off is known by the names at its front, where its writers put them.
fn inside_without_directory(source: &mut dyn Source) -> Inside {
    let mut front = Vec::new();
    let _unread = source.rewind().and_then(|()| source.take(FRONT_BYTES).read_to_end(&mut front));
    let holds = |name: &str| front.windows(name.len()).any(|w| w == name.as_bytes());
    match DOCUMENTS.iter().find(|(name, _)| holds(name)) {
        Some((_, media_type)) if holds("[Content_Types].xml") => Inside::Document(media_type),
        _ => Inside::Members,
    }
}

fn self_named(entry: ZipFileEntry<'_>, source: &mut dyn Source) -> Option<&'static str> {
    if entry.name_raw() != b"mimetype" {
        return None;
    }
    let mut source = source;
    let mut said = String::new();
    let file = entry.with_reader(&mut source, ZipReadOptions::new()).ok()?;
    file.take(100).read_to_string(&mut said).ok()?;
    SELF_NAMED.iter().find(|known| **known == said.trim()).copied()
}

/// Streams every member.
pub(crate) fn unpack(source: &mut dyn Source, password: Option<&str>, sink: &mut Sink<'_>) {
    match follow_directory(source, password, sink) {
        Directory::Whole => {}
        Directory::Broken => sink.problem(damaged()),
        Directory::Lost => {
            sink.problem(damaged());
            salvage(source, sink);
        }
    }
}

/// How far the directory of a ZIP led.
enum Directory {
    Whole,
    Broken,
    Lost,
}

/// Goes through the directory without holding it: a million members must fit in the sandbox.
fn follow_directory(source: &mut dyn Source, password: Option<&str>, sink: &mut Sink<'_>) -> Directory {
    let Ok(mut zip) = ZipIterable::try_new(source, Config::default()) else { return Directory::Lost };
    let Ok(directory) = zip.files() else { return Directory::Lost };
    let stated = directory.len();
    let mut found = 0;
    while let Some(Ok(entry)) = directory.next() {
        found += 1;
        member(entry, *directory.reader_mut(), password, sink);
    }
    match found {
        _ if found == stated => Directory::Whole,
        0 => Directory::Lost,
        _ => Directory::Broken,
    }
}

fn member(entry: ZipFileEntry<'_>, mut source: &mut dyn Source, password: Option<&str>, sink: &mut Sink<'_>) {
    // A folder has a name that ends so and no content; with content it is a file that hides.
    if entry.is_dir() && entry.size() == 0 {
        return;
    }
    let size = entry.size();
    // A password that opens nothing shows at the end at the latest, where the checksum does not hold.
    let is_locked = entry.encrypted();
    let unsound = |problem: Problem| match problem.code {
        "member-damaged" if is_locked => Problem::new("password-wrong"),
        _ => problem,
    };
    let begun = begin_zip(&entry, sink).and_then(|()| refusal(&entry, password.is_some()));
    let options = ZipReadOptions::new().password(password.map(str::as_bytes));
    let outcome = begun.and_then(|()| match entry.with_reader(&mut source, options) {
        Ok(mut file) => send_content(&mut file, Some(size), sink),
        Err(_) => Err(Problem::new("member-damaged")),
    });
    finish(outcome.map_err(unsound), sink);
}

fn begin_zip(entry: &ZipFileEntry<'_>, sink: &mut Sink<'_>) -> Result<(), Problem> {
    // The reader knows the flag for UTF-8, and that code page 437 is meant without it.
    let label = names::label(entry.name_raw(), || entry.name().map(Into::into).unwrap_or_default());
    let modified = entry.last_modified().filter(zip::DateTime::is_valid);
    let modified = modified.map(|t| {
        let date = format!("{:04}-{:02}-{:02}", t.year(), t.month(), t.day());
        format!("{date}T{:02}:{:02}:{:02}", t.hour(), t.minute(), t.second())
    });
    let modified = modified.unwrap_or_default();
    begin(
        &Head { name: entry.name_raw(), label: &label, size: Some(entry.size()), modified: &modified },
        sink,
    )
}

/// Why a member is not to be taken out, as its header says.
fn refusal(entry: &ZipFileEntry<'_>, has_password: bool) -> Result<(), Problem> {
    if entry.encrypted() && !has_password {
        return Err(Problem::new("member-encrypted"));
    }
    if entry.is_symlink() {
        return Err(Problem::new("member-not-a-file").text("reason", "symlink"));
    }
    match entry.compression() {
        CompressionMethod::Stored
        | CompressionMethod::Deflated
        | CompressionMethod::Deflate64
        | CompressionMethod::Bzip2
        | CompressionMethod::Lzma
        | CompressionMethod::Ppmd
        | CompressionMethod::Xz => Ok(()),
        method => Err(Problem::new("member-method-unknown").text("reason", method.to_string())),
    }
}

/// Follows the members' own headers from the front of a ZIP that has lost its directory.
fn salvage(source: &mut dyn Source, sink: &mut Sink<'_>) {
    if source.rewind().is_err() {
        return;
    }
    let mut source = source;
    while let Ok(Some(mut file)) = read_zipfile_from_stream(&mut source) {
        if file.is_dir() && file.size() == 0 {
            continue;
        }
        let begun = begin_zip(&file.entry(), sink).and_then(|()| refusal(&file.entry(), false));
        let size = file.size();
        finish(begun.and_then(|()| send_content(&mut file, Some(size), sink)), sink);
    }
}

/// The members of a document that are wanted, by name, and whether the ZIP was whole.
///
/// A larger one is cut at `bytes_max`, and then not whole. Of a ZIP without its directory the first members are
/// found by their own headers.
pub(crate) fn parts(
    source: &mut dyn Source,
    bytes_max: u64,
    wanted: &dyn Fn(&str) -> bool,
) -> (Vec<(String, Vec<u8>)>, bool) {
    let mut parts = Vec::new();
    let mut whole = true;
    let mut take = |name: &[u8], content: &mut dyn Read| {
        let Some(name) = std::str::from_utf8(name).ok().filter(|name| wanted(name)) else { return true };
        let mut bytes = Vec::new();
        let read = content.take(bytes_max + 1).read_to_end(&mut bytes);
        let sound = read.is_ok() && bytes.len() as u64 <= bytes_max;
        bytes.truncate(bytes_max as usize);
        parts.push((name.to_owned(), bytes));
        sound
    };
    let Ok(mut zip) = ZipIterable::try_new(&mut *source, Config::default()) else {
        let _at = source.rewind();
        let mut source = source;
        while let Ok(Some(mut file)) = read_zipfile_from_stream(&mut source) {
            let name = file.name_raw().to_vec();
            take(&name, &mut file);
        }
        return (parts, false);
    };
    let Ok(directory) = zip.files() else { return (parts, false) };
    while let Some(entry) = directory.next() {
        let Ok(entry) = entry else { return (parts, false) };
        let name = entry.name_raw().to_vec();
        // A picture in the document that cannot be unpacked takes nothing from its words.
        whole &= match entry.with_reader(directory.reader_mut(), ZipReadOptions::new()) {
            Ok(mut file) => take(&name, &mut file),
            Err(_) => !std::str::from_utf8(&name).is_ok_and(wanted),
        };
    }
    (parts, whole)
}
