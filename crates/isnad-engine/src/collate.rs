//! Collation: a person holds a word of a reading against the picture of its page.

use isnad_access::Grant;
use isnad_ledger::body::{Body, Collation};
use isnad_model::{ItemId, Problem};

use crate::{Archive, Result};

/// The longest word that somebody may type: a number or a name, not a page.
const TEXT_MAX: usize = 1 << 10;

/// One word of one reading, and what a person sees on the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collated {
    /// The item.
    pub item: ItemId,
    /// The entry of the reading.
    pub reading: u64,
    /// The page, from 1.
    pub page: u32,
    /// The word's bytes in the text as it was read.
    pub word: (u32, u32),
    /// What stands on the picture; nothing where nobody can tell.
    pub text: Option<String>,
}

impl Archive {
    /// Records what a person sees; false where there is no such item for this grant.
    ///
    /// # Errors
    /// `word-absent` where the reading has no such word, `word-too-long`, `not-allowed` for those who only read.
    pub fn collate(&self, grant: &Grant, said: &Collated) -> Result<bool> {
        let label = self.label_of_item(said.item)?;
        if !label.is_some_and(|label| grant.covers(label)) {
            return Ok(false);
        }
        if !grant.role().may_take_in() {
            return Err(Problem::new("not-allowed"));
        }
        let text = said.text.as_deref().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
        if text.as_ref().is_some_and(|text| text.len() > TEXT_MAX) {
            return Err(Problem::new("word-too-long").number("bytes_max", TEXT_MAX as u64));
        }
        let readings = self.page_readings(said.item, said.page)?;
        let read = readings.iter().find(|(stored, _)| stored.entry == said.reading);
        let has_word = |(_, read): &(_, crate::reading::PageRead)| {
            read.raw.words.iter().any(|word| (word.start, word.end) == said.word)
        };
        if !read.is_some_and(has_word) {
            return Err(Problem::new("word-absent").number("page", said.page.into()));
        }
        let collation = Collation {
            item: said.item.0.into(),
            reading: said.reading,
            page: said.page,
            start: said.word.0,
            end: said.word.1,
            // A word that was emptied is one that nobody can read.
            text: text.filter(|text| !text.is_empty()),
            by: grant.principal().0.into(),
        };
        self.append(vec![Body::Collation(collation)], Vec::new())?;
        self.index_up_to_date()?;
        Ok(true)
    }
}
