//! A page of an item: its readings side by side, word by word.

use crate::{
    ItemId, Millis,
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
    /// Whether the file's own text is there and not to be trusted.
    pub doubtful: bool,
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
    /// A number that a machine read from a picture, and nobody looked yet.
    Unverified,
    /// Somebody looked, and it says the same.
    Confirmed(Vouch),
    /// Somebody looked, and it says something else than was read.
    Corrected {
        /// What was read.
        was: String,
        /// Who said so.
        vouch: Vouch,
    },
    /// Somebody looked, and nobody can tell.
    Unreadable(Vouch),
}

impl WordState {
    /// Who looked last, if somebody did.
    pub fn vouch(&self) -> Option<&Vouch> {
        match self {
            Self::Read | Self::Unverified => None,
            Self::Confirmed(vouch) | Self::Corrected { vouch, .. } | Self::Unreadable(vouch) => Some(vouch),
        }
    }
}

/// Who held a word against the picture, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vouch {
    /// Who.
    pub by: String,
    /// When, by the machine's clock.
    pub at: Millis,
    /// The entry of the collation.
    pub entry: u64,
}

/// What somebody said of a word, in the history of an item or of the word itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who, when, and under which entry.
    pub vouch: Vouch,
    /// The entry of the reading.
    pub reading: u64,
    /// The page, from 1.
    pub page: u32,
    /// The word's bytes in the text as it was read.
    pub word: (u32, u32),
    /// What was read.
    pub was: String,
    /// What stands on the picture, as they saw it; nothing where nobody can tell.
    pub text: Option<String>,
}

/// What persons said of the words of an item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// How often anything was said.
    pub n_said: u64,
    /// A part of it, newest first.
    pub said: Vec<Said>,
}

/// As much of an item as stands over each of its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemHead {
    /// The line of lists.
    pub line: crate::view::ItemLine,
    /// Its label.
    pub sensitivity: crate::Sensitivity,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// Index of the ledger entry that keeps it.
    pub entry: u64,
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
