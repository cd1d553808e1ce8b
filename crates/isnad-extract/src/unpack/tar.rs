//! tar: POSIX, GNU and the old kind, members in their order.

use super::{begin, damaged, finish, send_content};
use crate::{
    formats::Source,
    names,
    wire::{Head, Sink},
};
use isnad_model::Problem;
use tar::{Archive, EntryType};

/// Streams every member.
pub(crate) fn unpack(source: &mut dyn Source, sink: &mut Sink<'_>) {
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

fn member<R: std::io::Read>(mut entry: tar::Entry<'_, R>, sink: &mut Sink<'_>) {
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

/// Seconds since 1970 as ISO 8601 in UTC, up to the year 9999.
fn iso8601(seconds: u64) -> Option<String> {
    if seconds >= 253_402_300_800 {
        return None;
    }
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    // Days are counted from 1 March of the year 0, so that the leap day is the last one of its year.
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    let year = era * 400 + year;
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"))
}

#[cfg(test)]
mod tests {
    use super::iso8601;

    #[test]
    fn instants() {
        let check = |seconds, expect: &str| assert_eq!(iso8601(seconds).unwrap_or_default(), expect);
        check(0, "1970-01-01T00:00:00Z");
        check(951_782_400, "2000-02-29T00:00:00Z");
        check(1_537_794_000, "2018-09-24T13:00:00Z");
        check(253_402_300_799, "9999-12-31T23:59:59Z");
        check(u64::MAX, "");
    }
}
