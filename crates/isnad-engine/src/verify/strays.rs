//! Files in the archive's folder that no act refers to: worth knowing, and no harm to any evidence.

use std::{
    fs::{self, DirEntry},
    path::Path,
};

use isnad_model::{
    Problem,
    view::{Gravity, VerifyReport},
};
use isnad_store_local::Layout;

use super::{find, referred::Referred};

/// Whether objects may be on their way in while the check runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Incoming {
    /// Nobody takes anything in: what lies there was left behind.
    Idle,
    /// Somebody may be: what lies there is nobody's business.
    Busy,
}

/// Notes every file that is not of the archive's own layout, or that no act refers to.
pub fn check(layout: &Layout, referred: &Referred, incoming: Incoming, report: &mut VerifyReport) {
    for folder in [layout.root().to_owned(), layout.ledger(), layout.vault(), layout.keyring()] {
        let known = layout.names_in(&folder);
        for entry in inside(&folder) {
            if !entry.file_name().to_str().is_some_and(|name| known.contains(&name)) {
                note(layout, &entry.path(), "file-unknown", report);
            }
        }
    }
    if let Some(tiles) = &referred.tiles {
        below(&layout.ledger().join("tile"), &mut |path| {
            let name = path.strip_prefix(layout.ledger()).ok().and_then(Path::to_str);
            if !name.is_some_and(|name| tiles.contains(name)) {
                note(layout, path, "file-unknown", report);
            }
        });
    }
    // Of an act that cannot be read nobody knows which payload is its own.
    let code = if referred.lacks_acts { "file-unclaimed" } else { "file-unknown" };
    below(&layout.payloads(), &mut |path| {
        let first = path.file_stem().and_then(|name| name.to_str()?.parse().ok());
        if !first.is_some_and(|first| referred.acts.contains(&first) && layout.payload(first) == *path) {
            note(layout, path, code, report);
        }
    });
    if incoming == Incoming::Idle {
        below(&layout.incoming(), &mut |path| note(layout, path, "write-left", report));
    }
}

/// Notes one. What a cut-off write leaves beside its file has a name of its own.
fn note(layout: &Layout, path: &Path, code: &'static str, report: &mut VerifyReport) {
    let is_write_left = path.extension().is_some_and(|ending| ending == "new");
    let code = if is_write_left { "write-left" } else { code };
    find(report, Gravity::Note, Problem::new(code), layout.relative(path));
}

/// All files below a folder, links not followed.
fn below(folder: &Path, look: &mut dyn FnMut(&Path)) {
    for entry in inside(folder) {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => below(&entry.path(), look),
            _ => look(&entry.path()),
        }
    }
}

/// What lies in a folder, in the order of names. One that cannot be listed was named where it was needed.
fn inside(folder: &Path) -> Vec<DirEntry> {
    let mut inside: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().collect();
    inside.sort_by_key(DirEntry::file_name);
    inside
}
