//! tantivy's locks, held in memory: a lock file would outlive a process that was killed.

use std::{
    collections::HashSet,
    path::PathBuf,
    sync::{Arc, Condvar, Mutex, PoisonError},
};

use tantivy::directory::Lock;

/// The locks that are held on one directory.
#[derive(Default)]
pub(super) struct Locks {
    held: Mutex<HashSet<PathBuf>>,
    freed: Condvar,
}

/// A lock that is held until this is dropped.
pub(super) struct Held {
    locks: Arc<Locks>,
    name: PathBuf,
}

impl Locks {
    /// Takes a lock; one that does not wait is refused while somebody holds it.
    pub(super) fn acquire(locks: &Arc<Self>, lock: &Lock) -> Option<Held> {
        let mut held = locks.held.lock().unwrap_or_else(PoisonError::into_inner);
        while held.contains(&lock.filepath) {
            if !lock.is_blocking {
                return None;
            }
            held = locks.freed.wait(held).unwrap_or_else(PoisonError::into_inner);
        }
        held.insert(lock.filepath.clone());
        Some(Held { locks: Arc::clone(locks), name: lock.filepath.clone() })
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.locks.held.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.name);
        self.locks.freed.notify_all();
    }
}
