//! Pictures that were drawn lately: the next word of a page need not draw it again.
//!
//! They are in memory only, under one bound for all, and gone when the archive is locked. Whoever asks has been
//! let in before: the store itself knows nobody.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Mutex,
};

use axum::body::Bytes;
use isnad_model::ItemId;

use crate::state::held;

/// About thirty pages, or ten thousand words.
const BYTES_MAX: usize = 32 << 20;

/// What a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Shows {
    /// A page, so many pixels wide.
    Page { item: ItemId, page: u32, width: u32, turn: u8 },
    /// A word, by its first byte in a reading.
    Word { item: ItemId, reading: u64, page: u32, start: u32, turn: u8 },
}

/// The pictures.
#[derive(Default)]
pub(crate) struct Drawn(Mutex<Shelf>);

#[derive(Default)]
struct Shelf {
    pictures: HashMap<Shows, (u64, Bytes)>,
    /// When each was last asked for, oldest first.
    turns: BTreeMap<u64, Shows>,
    turn: u64,
    n_bytes: usize,
}

impl Drawn {
    /// A picture, if it is still there.
    pub fn find(&self, shows: Shows) -> Option<Bytes> {
        held(&self.0).touch(shows)
    }

    /// Keeps a picture, in the place of those that nobody asked for longest.
    pub fn keep(&self, shows: Shows, picture: Bytes) {
        held(&self.0).put(shows, picture, BYTES_MAX);
    }

    /// Forgets all of them.
    pub fn forget(&self) {
        *held(&self.0) = Shelf::default();
    }
}

impl Shelf {
    fn touch(&mut self, shows: Shows) -> Option<Bytes> {
        let (turn, picture) = self.pictures.get_mut(&shows)?;
        self.turns.remove(turn);
        self.turn += 1;
        *turn = self.turn;
        self.turns.insert(self.turn, shows);
        Some(picture.clone())
    }

    fn put(&mut self, shows: Shows, picture: Bytes, bytes_max: usize) {
        if self.touch(shows).is_some() || picture.len() > bytes_max {
            return;
        }
        self.turn += 1;
        self.n_bytes += picture.len();
        self.turns.insert(self.turn, shows);
        self.pictures.insert(shows, (self.turn, picture));
        while self.n_bytes > bytes_max {
            let Some((_, oldest)) = self.turns.pop_first() else { break };
            self.n_bytes -= self.pictures.remove(&oldest).map_or(0, |(_, picture)| picture.len());
        }
    }
}

#[cfg(test)]
mod tests;
