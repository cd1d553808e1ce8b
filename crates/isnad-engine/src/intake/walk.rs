//! Finding files: folders in the order of their names, links never followed.

use std::{
    fs,
    io::Read,
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
    sync::{atomic::Ordering, mpsc::SyncSender},
};

use isnad_model::Problem;

use super::{Counters, Source};

/// One thing found.
pub enum Job<'a> {
    /// A file to read: its path as recorded, where it lies, size and time.
    File { path: Vec<u8>, at: PathBuf, size: u64, modified: Option<i64> },
    /// A stream to read.
    Stream { path: Vec<u8>, bytes: Box<dyn Read + Send + 'a> },
    /// Something that is not taken in.
    Refused { path: Vec<u8>, problem: Problem },
}

/// Walks all sources and hands out jobs until the receiver is gone.
pub fn walk<'a>(archive: &Path, sources: Vec<Source<'a>>, counters: &Counters, out: SyncSender<Job<'a>>) {
    let archive = archive.canonicalize().unwrap_or_else(|_| archive.to_owned());
    let mut walker = Walker { archive, counters, out: &out };
    for source in sources {
        let go_on = match source {
            Source::Stream { name, bytes } => {
                counters.found(1, 0);
                out.send(Job::Stream { path: name.into_bytes(), bytes }).is_ok()
            }
            Source::Streams(mut uploads) => uploads.all(|(name, bytes)| {
                counters.found(1, 0);
                out.send(Job::Stream { path: name.into_bytes(), bytes }).is_ok()
            }),
            Source::Path(path) => {
                // A path such as `..` has no last name of its own; the folder that it leads to has.
                let named = path.canonicalize().unwrap_or_else(|_| path.clone());
                let name = named.file_name().map_or_else(|| b".".to_vec(), |n| n.as_bytes().to_vec());
                walker.visit(&path, name, true)
            }
        };
        if !go_on {
            return;
        }
    }
}

struct Walker<'w, 'a> {
    archive: PathBuf,
    counters: &'w Counters,
    out: &'w SyncSender<Job<'a>>,
}

impl Walker<'_, '_> {
    /// Visits a path; false when nobody listens any more. A link is followed only where a person named it.
    fn visit(&mut self, at: &Path, path: Vec<u8>, named: bool) -> bool {
        if self.counters.stop.load(Ordering::Relaxed) {
            return false;
        }
        let metadata = if named { fs::metadata(at) } else { fs::symlink_metadata(at) };
        let metadata = match metadata {
            Ok(metadata) => metadata,
            Err(error) => {
                return self.refuse(path, crate::error::of_source(&error, &at.display().to_string()));
            }
        };
        // Below the archive's own folder nothing is visited, so only what a person named can lie inside it.
        if (named || metadata.is_dir()) && at.canonicalize().is_ok_and(|at| at.starts_with(&self.archive)) {
            return self.refuse(path, Problem::new("own-archive"));
        }
        if metadata.is_dir() {
            return self.visit_folder(at, &path);
        }
        if metadata.is_symlink() {
            return self.refuse(path, Problem::new("is-link"));
        }
        if !metadata.is_file() {
            return self.refuse(path, Problem::new("not-a-file"));
        }
        self.counters.found(1, metadata.len());
        let modified = metadata.modified().ok().and_then(millis);
        self.out
            .send(super::walk::Job::File { path, at: at.to_owned(), size: metadata.len(), modified })
            .is_ok()
    }

    fn visit_folder(&mut self, at: &Path, path: &[u8]) -> bool {
        let listed = fs::read_dir(at).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
        let mut inside = match listed {
            Ok(inside) => inside,
            Err(error) => {
                let problem = crate::error::of_source(&error, &at.display().to_string());
                return self.refuse(path.to_vec(), problem);
            }
        };
        inside.sort_by_key(fs::DirEntry::file_name);
        inside.into_iter().all(|entry| {
            let path = [path, b"/", entry.file_name().as_bytes()].concat();
            self.visit(&entry.path(), path, false)
        })
    }

    fn refuse(&self, path: Vec<u8>, problem: Problem) -> bool {
        self.counters.found(1, 0);
        self.out.send(Job::Refused { path, problem }).is_ok()
    }
}

fn millis(time: std::time::SystemTime) -> Option<i64> {
    match time.duration_since(std::time::UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_millis()).ok(),
        Err(before) => i64::try_from(before.duration().as_millis()).ok().map(|ms| -ms),
    }
}
