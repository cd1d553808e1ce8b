//! The readers of one worker: while one streams the members of a container, others read each of them.

use isnad_extract::Reader;

use crate::Archive;

/// Readers that wait for work. They are kept, since starting one costs as much as reading a dozen letters.
pub(super) struct Readers<'w> {
    archive: &'w Archive,
    idle: Vec<Reader>,
    /// None can be started here: files are kept and not read.
    none: bool,
}

impl<'w> Readers<'w> {
    pub(super) fn new(archive: &'w Archive) -> Self {
        Self { archive, idle: Vec::new(), none: false }
    }

    pub(super) fn take(&mut self) -> Option<Reader> {
        if self.idle.is_empty() && !self.none {
            let started = self.archive.start_reader();
            self.none = started.is_none();
            return started;
        }
        self.idle.pop()
    }

    pub(super) fn give_back(&mut self, reader: Reader) {
        self.idle.push(reader);
    }

    /// Lets a reader do something, if there is one.
    pub(super) fn with<T>(&mut self, work: impl FnOnce(&mut Reader) -> T) -> Option<T> {
        let mut reader = self.take()?;
        let done = work(&mut reader);
        self.give_back(reader);
        Some(done)
    }
}
