//! The plain bytes of the item whose pages are being read, in memory and shared by all workers.
//!
//! A scan of five hundred pages is decrypted once and not five hundred times; what is kept at once is one item.

use std::{
    fs::File,
    io,
    sync::{Arc, Mutex, PoisonError},
};

use isnad_model::{ItemId, Problem};

use crate::{Archive, Result};

/// The item at hand.
pub(super) struct Plain<'a> {
    archive: &'a Archive,
    at_hand: Mutex<Option<(ItemId, Arc<File>)>>,
}

impl<'a> Plain<'a> {
    pub(super) fn new(archive: &'a Archive) -> Self {
        Self { archive, at_hand: Mutex::default() }
    }

    /// The bytes of an item, as a file with a position of its own.
    ///
    /// # Errors
    /// `object-altered` where its bytes are not there or not the same.
    pub(super) fn of(&self, item: ItemId) -> Result<File> {
        let file = self.shared(item)?;
        own(&file).map_err(|_| Problem::new("object-altered"))
    }

    fn shared(&self, item: ItemId) -> Result<Arc<File>> {
        let mut at_hand = self.at_hand.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((id, file)) = &*at_hand
            && *id == item
        {
            return Ok(Arc::clone(file));
        }
        // The bytes of the item before go first, so that two large ones are not held at once.
        *at_hand = None;
        let altered = || Problem::new("object-altered");
        let (object, _) = self.archive.drawn_from(item)?.ok_or_else(altered)?;
        let mut bytes = self.archive.open_object(&object).map_err(|_| altered())?;
        let file = Arc::new(isnad_extract::memfd(&mut bytes).map_err(|_| altered())?);
        *at_hand = Some((item, Arc::clone(&file)));
        Ok(file)
    }
}

/// The same bytes under a descriptor with a position of its own: children read the file at the same time.
#[cfg(target_os = "linux")]
fn own(file: &File) -> io::Result<File> {
    use std::os::fd::AsRawFd;
    File::open(format!("/proc/self/fd/{}", file.as_raw_fd()))
}

/// Elsewhere there is no reader of files yet.
#[cfg(not(target_os = "linux"))]
fn own(file: &File) -> io::Result<File> {
    file.try_clone()
}
