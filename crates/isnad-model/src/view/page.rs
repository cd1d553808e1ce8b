//! A page of an item: its readings side by side, word by word.

use crate::{
    ItemId,
    reading::{Area, Method},
};

/// One page of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageView {
    /// Its number, from 1.
    pub number: u32,
    /// How many pages the item has, as far as is known.
    pub n_pages: u32,
    /// Every reading of it, oldest first.
    pub readings: Vec<PageReading>,
    /// The place in `readings` of the one that is searched and shown first.
    pub best: usize,
    /// Whether its text must still be read from the picture.
    pub waits: bool,
}

/// One reading of one page, with what persons said of its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageReading {
    /// Its entry in the ledger.
    pub entry: u64,
    /// How it was read.
    pub method: Method,
    /// Tool and version.
    pub tool: String,
    /// Settings.
    pub settings: String,
    /// Who read it, where a person did.
    pub by: Option<String>,
    /// The text, with every collation applied.
    pub text: String,
    /// The words with places, in the order of the text; empty where no places are known.
    pub words: Vec<WordView>,
}

/// A word of a reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordView {
    /// What it says now.
    pub text: String,
    /// Its bytes in the text as it is shown.
    pub shown: (u32, u32),
    /// Its bytes in the text as it was read, which name it in a collation.
    pub read: (u32, u32),
    /// Where it stands on the picture.
    pub area: Area,
    /// How sure the tool is, from 0 to 100.
    pub confidence: Option<u8>,
    /// Whether a person vouches for it.
    pub state: WordState,
}

/// Whether a person vouches for a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordState {
    /// Nobody looked, and nobody must: it is no number that a machine read from a picture.
    Read,
    /// A number that a machine read from a picture, or a word that it says may be one, and nobody looked yet.
    Unverified,
    /// Somebody looked, and it says the same.
    Confirmed {
        /// Who.
        by: String,
        /// The entry of the collation.
        entry: u64,
    },
    /// Somebody looked, and it says something else than was read.
    Corrected {
        /// What was read.
        was: String,
        /// Who.
        by: String,
        /// The entry of the collation.
        entry: u64,
    },
    /// Somebody looked, and nobody can tell.
    Unreadable {
        /// Who.
        by: String,
        /// The entry of the collation.
        entry: u64,
    },
}

/// A number that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingNumber {
    /// The item.
    pub item: ItemId,
    /// Its name as people see it.
    pub name: String,
    /// The page, from 1.
    pub page: u32,
    /// The entry of the reading.
    pub reading: u64,
    /// The word, in the text as it was read.
    pub word: WordView,
}
