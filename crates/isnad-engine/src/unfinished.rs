//! Making an archive takes many steps, and may be cut off between any two of them.
//!
//! So the first step leaves a note in the folder, `unfinished`, and the last one takes it away, after the marker
//! was written. A folder with the note and without a marker holds nothing but what this program made and nobody
//! was ever told of: it may be cleared, and the same command begins again. A folder with a marker is an archive
//! and is left alone, whatever else lies in it; so is a folder that has neither, since it may be an archive that
//! lost its marker.

use std::{fs, io, path::Path};

use isnad_model::Problem;
use isnad_store_local::{
    Layout,
    durable::{self, Named},
    lock::Lock,
};

use crate::error::{Result, of_fault};

/// What a person reads who looks into the folder.
const NOTE: &str = "# An archive or a backup was begun here and is not finished.\n\
     # Give the same command again: it clears what was begun, or goes on with it.\n";

/// What a folder is to somebody who wants to make something in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// Empty, or not there.
    Free,
    /// Something was begun here and cut off.
    Begun,
    /// Something else is here, perhaps an archive.
    Taken,
}

impl Ground {
    /// Looks at a folder, and changes nothing.
    pub fn of(layout: &Layout) -> Result<Self> {
        let names = match names(layout.root()) {
            Ok(names) => names,
            Err(fault) if fault.source.kind() == io::ErrorKind::NotFound => return Ok(Self::Free),
            Err(fault) => return Err(of_fault(fault)),
        };
        let has = |name: &str| names.iter().any(|found| found.to_str() == Some(name));
        Ok(match (names.is_empty(), has("isnad.toml"), has("unfinished")) {
            (true, ..) => Self::Free,
            (_, false, true) => Self::Begun,
            // The note itself was being written; a lock may have come before it.
            (_, false, false) if names.iter().all(|name| name == "unfinished.new" || name == "lock") => {
                Self::Begun
            }
            _ => Self::Taken,
        })
    }
}

/// Makes a folder ready for a new archive: takes its lock, clears what was begun, and leaves the note.
///
/// # Errors
/// `folder-not-empty` if there is something else in it, `archive-in-use` while another process makes one there,
/// `unfinished-with-others` if files of somebody else lie among what was begun.
pub fn begin(layout: &Layout) -> Result<Lock> {
    let folder = || layout.root().display().to_string();
    if Ground::of(layout)? == Ground::Taken {
        return Err(Problem::new("folder-not-empty").text("folder", folder()));
    }
    durable::create_folder(layout.root()).map_err(of_fault)?;
    let lock = take_lock(layout)?;
    // Looked at again under the lock: another process may have finished an archive here in between.
    match Ground::of(layout)? {
        Ground::Taken => return Err(Problem::new("folder-not-empty").text("folder", folder())),
        Ground::Free | Ground::Begun => clear(layout)?,
    }
    note(layout)?;
    Ok(lock)
}

/// Leaves the note.
pub fn note(layout: &Layout) -> Result<()> {
    durable::replace(&layout.unfinished(), NOTE.as_bytes()).map_err(of_fault)
}

/// Takes the note away: the marker is in place.
pub fn end(layout: &Layout) -> Result<()> {
    if layout.unfinished().exists() {
        durable::remove(&layout.unfinished()).map_err(of_fault)?;
        durable::sync_folder(layout.root()).map_err(of_fault)?;
    }
    Ok(())
}

/// The lock of an archive's folder.
pub fn take_lock(layout: &Layout) -> Result<Lock> {
    let lock = Lock::take(&layout.lock()).map_err(of_fault)?;
    lock.map_err(|process| Problem::new("archive-in-use").text("process", process.to_string()))
}

/// Removes what was begun, the note excepted, so that a cut in the middle of it leaves the same kind of folder.
fn clear(layout: &Layout) -> Result<()> {
    for folder in [layout.root().to_owned(), layout.ledger(), layout.vault(), layout.keyring()] {
        only_ours(layout, &folder)?;
    }
    for folder in [layout.derived(), layout.keyring(), layout.ledger(), layout.vault()] {
        durable::remove_folder(&folder).map_err(of_fault)?;
    }
    for file in [layout.marker(), layout.unfinished()] {
        durable::remove(&file.with_extension("new")).map_err(of_fault)?;
    }
    Ok(())
}

/// Refuses to clear a folder in which somebody put something.
fn only_ours(layout: &Layout, folder: &Path) -> Result<()> {
    let names = match names(folder) {
        Err(fault) if fault.source.kind() == io::ErrorKind::NotFound => return Ok(()),
        names => names.map_err(of_fault)?,
    };
    let known = layout.names_in(folder);
    let is_ours = |name: &str| {
        let stem = name.strip_suffix(".new").unwrap_or(name);
        known.iter().any(|known| *known == name || known.split('.').next() == Some(stem))
    };
    match names.into_iter().find(|name| !name.to_str().is_some_and(is_ours)) {
        None => Ok(()),
        Some(other) => Err(Problem::new("unfinished-with-others")
            .text("folder", layout.root().display().to_string())
            .text("file", folder.join(other).display().to_string())),
    }
}

fn names(folder: &Path) -> isnad_store_local::Result<Vec<std::ffi::OsString>> {
    let inside = fs::read_dir(folder).named("list", folder)?;
    inside.map(|entry| Ok(entry.named("list", folder)?.file_name())).collect()
}
