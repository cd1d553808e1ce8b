//! 7z: blocks one after the other, and in each its files in one stream; nothing is held but a block's dictionary.

use super::{
    begin, damaged, finish, send_content,
    squeezed::{DICTIONARY_KIB_MAX, too_large_a_dictionary},
    time::of_windows,
};
use crate::{
    formats::Source,
    wire::{Head, Sink},
};
use isnad_model::Problem;
use sevenz_rust2::{Archive, ArchiveEntry, BlockDecoder, Error, Password};
use std::io::Read;

/// The type bits of a Unix mode, and those of a link; they stand in the upper half of the attributes.
const TYPE_BITS: u32 = 0o170_000;
const LINK_BITS: u32 = 0o120_000;
/// The lower half says that the upper one holds a Unix mode.
const HAS_UNIX_MODE: u32 = 0x8000;

/// Streams every file. Of an encrypted one without its password the name is given, and the reason.
pub(crate) fn unpack(mut source: &mut dyn Source, password: Option<&str>, sink: &mut Sink<'_>) {
    let key = password.map_or_else(Password::empty, Password::new);
    let archive = match Archive::read_with_memory_limit(&mut source, &key, DICTIONARY_KIB_MAX) {
        Ok(archive) => archive,
        Err(error) => return sink.problem(unopened(error, source)),
    };
    for block in 0..archive.blocks.len() {
        unpack_block(&archive, block, &key, source, sink);
    }
    let in_no_block = archive.files.iter().zip(&archive.stream_map.file_block_index);
    for (file, _) in in_no_block.filter(|(_, block)| block.is_none()) {
        member(file, &mut std::io::empty(), "member-damaged", sink);
    }
}

/// Why the list of files cannot be read. An encrypted one looks like noise to a wrong password.
fn unopened(error: Error, mut source: &mut dyn Source) -> Problem {
    if matches!(error, Error::PasswordRequired) {
        return Problem::new("container-encrypted");
    }
    match Archive::read_with_memory_limit(&mut source, &Password::empty(), DICTIONARY_KIB_MAX) {
        Err(Error::PasswordRequired) => Problem::new("password-wrong"),
        _ => match reason(&error, false) {
            Some(problem) => problem,
            None => damaged(),
        },
    }
}

fn unpack_block(
    archive: &Archive,
    block: usize,
    key: &Password,
    mut source: &mut dyn Source,
    sink: &mut Sink<'_>,
) {
    let mut done = 0;
    let decoder =
        BlockDecoder::new_with_memory_limit(1, DICTIONARY_KIB_MAX, block, archive, key, &mut source);
    let first = archive.stream_map.block_first_file_index.get(block).copied().unwrap_or(usize::MAX);
    let files =
        archive.files.get(first..).map_or(&[][..], |files| &files[..decoder.entry_count().min(files.len())]);
    let is_encrypted = archive.is_file_encrypted(first);
    // A wrong password makes noise, which nothing but the checksum tells from a damaged file.
    let broken = if is_encrypted { "password-wrong" } else { "member-damaged" };
    let failed = if is_encrypted && key.is_empty() {
        Some(Problem::new("member-encrypted"))
    } else {
        let decoded = decoder.for_each_entries(&mut |file, content| {
            done += 1;
            Ok(member(file, content, broken, sink))
        });
        match decoded {
            Ok(_) => Some(Problem::new(broken)),
            Err(error) => Some(reason(&error, is_encrypted).unwrap_or(Problem::new(broken))),
        }
    };
    // Where a block breaks, nobody can know where its next file begins.
    for file in files.iter().skip(done) {
        if let Some(problem) = &failed {
            refuse(file, problem.clone(), sink);
        }
    }
}

/// Streams a file; false if the block is broken here.
fn member(file: &ArchiveEntry, content: &mut dyn Read, broken: &'static str, sink: &mut Sink<'_>) -> bool {
    if file.is_directory && !file.has_stream {
        return true;
    }
    if let Err(problem) = kind(file) {
        refuse(file, problem, sink);
        return true;
    }
    let outcome = begin_file(file, sink)
        .and_then(|()| send_content(content, Some(file.size), sink).map_err(|_| Problem::new(broken)));
    let is_sound = outcome.is_ok();
    finish(outcome, sink);
    is_sound
}

fn refuse(file: &ArchiveEntry, problem: Problem, sink: &mut Sink<'_>) {
    if file.is_directory && !file.has_stream {
        return;
    }
    let outcome = begin_file(file, sink).and(Err(problem));
    finish(outcome, sink);
}

fn begin_file(file: &ArchiveEntry, sink: &mut Sink<'_>) -> Result<(), Problem> {
    let modified = Some(file.last_modified_date).filter(|_| file.has_last_modified_date);
    let modified = modified.and_then(|time| of_windows(time.into())).unwrap_or_default();
    let name = file.name.as_str();
    begin(&Head { name: name.as_bytes(), label: name, size: Some(file.size), modified: &modified }, sink)
}

/// Links are named, never followed; what marks a file as deleted is no file.
fn kind(file: &ArchiveEntry) -> Result<(), Problem> {
    let attributes = file.windows_attributes;
    let is_unix = file.has_windows_attributes && attributes & HAS_UNIX_MODE != 0;
    let reason = match file.is_anti_item {
        true => "anti-item",
        false if is_unix && attributes >> 16 & TYPE_BITS == LINK_BITS => "symlink",
        false => return Ok(()),
    };
    Err(Problem::new("member-not-a-file").text("reason", reason))
}

/// What the library says, where it is more than that the bytes are damaged.
fn reason(error: &Error, is_encrypted: bool) -> Option<Problem> {
    match error {
        Error::PasswordRequired => Some(Problem::new("member-encrypted")),
        Error::MaybeBadPassword(_) if is_encrypted => Some(Problem::new("password-wrong")),
        Error::UnsupportedCompressionMethod(method) => {
            Some(Problem::new("member-method-unknown").text("reason", method))
        }
        Error::MaxMemLimited { .. } => Some(too_large_a_dictionary()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
