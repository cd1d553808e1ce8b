//! tar: POSIX, GNU and the old kind, members in their order.

use super::{begin, damaged, finish, send_content};
use crate::{
    names,
    unpack::time::iso8601,
    wire::{Head, Sink},
};
use isnad_model::Problem;
use std::io::Read;
use tar::{Archive, EntryType};

/// Streams every member.
pub(crate) fn unpack(source: &mut dyn Read, sink: &mut Sink<'_>) {
    let mut archive = Archive::new(source);
    // Blocks of zeros end an archive, but what someone appended after them is also theirs to show.
    archive.set_ignore_zeros(true);
    let Ok(entries) = archive.entries() else { return sink.problem(damaged()) };
    for entry in entries {
        match entry {
            Ok(entry) => member(entry, sink),
            // Without this header nobody knows where the next one is.
            Err(_) => return sink.problem(damaged()),
        }
    }
}

fn member<R: Read>(mut entry: tar::Entry<'_, R>, sink: &mut Sink<'_>) {
    let kind = entry.header().entry_type();
    let is_folder = kind.is_dir() && entry.size() == 0;
    // Headers of headers were already applied to the members that they speak of.
    if is_folder || kind.is_pax_global_extensions() || kind.is_pax_local_extensions() {
        return;
    }
    let name = entry.path_bytes().into_owned();
    let label = names::label(&name, || String::from_utf8_lossy(&name).into_owned());
    let modified = entry.header().mtime().ok().and_then(iso8601).unwrap_or_default();
    let size = entry.size();
    let begun = begin(&Head { name: &name, label: &label, size: Some(size), modified: &modified }, sink)
        .and_then(|()| refusal(kind));
    let outcome = begun.and_then(|()| send_content(&mut entry, Some(size), sink));
    finish(outcome, sink);
}

/// Links and devices point out of the container or at the machine; they are named, never followed.
fn refusal(kind: EntryType) -> Result<(), Problem> {
    let reason = match kind {
        EntryType::Regular | EntryType::Continuous | EntryType::GNUSparse | EntryType::Directory => {
            return Ok(());
        }
        EntryType::Symlink => "symlink",
        EntryType::Link => "hardlink",
        EntryType::Char | EntryType::Block => "device",
        EntryType::Fifo => "fifo",
        _ => "unknown",
    };
    Err(Problem::new("member-not-a-file").text("reason", reason))
}
