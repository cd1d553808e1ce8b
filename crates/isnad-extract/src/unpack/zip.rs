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
use zip::{
    CompressionMethod, ZipReadOptions,
    read::{Config, ZipFileEntry, read_zipfile_from_stream},
    unstable::read::ZipIterable,
};

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
