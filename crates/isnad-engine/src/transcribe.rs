//! Transcription: a person types what stands on a page. It becomes a reading beside the others and is the one that is
//! searched, until somebody types the page again.

use isnad_access::Grant;
use isnad_ledger::body::{Body, Derivation, StoredPage};
use isnad_model::{ItemId, Problem, reading::Method};

use crate::{Archive, Result};

/// The longest page that somebody may type: some hundred thousand letters.
const TEXT_MAX: usize = 256 << 10;

impl Archive {
    /// Records what a person typed of a page, as a reading of its own; false where there is no such page for this
    /// grant. An empty text says that there is nothing to read.
    ///
    /// # Errors
    /// `page-too-long`, `not-allowed` for those who only read.
    pub fn transcribe(&self, grant: &Grant, item: ItemId, page: u32, text: &str) -> Result<bool> {
        let label = self.label_of_item(item)?;
        if !label.is_some_and(|label| grant.covers(label)) {
            return Ok(false);
        }
        if !grant.role().may_take_in() {
            return Err(Problem::new("not-allowed"));
        }
        if !(1..=self.n_pages(item)?).contains(&page) {
            return Ok(false);
        }
        if text.len() > TEXT_MAX {
            return Err(Problem::new("page-too-long").number("bytes_max", TEXT_MAX as u64));
        }
        let text = as_typed(text);
        let reading = Derivation {
            item: item.0.into(),
            method: Method::Person.code().into(),
            tool: String::new(),
            settings: String::new(),
            first_page: page,
            n_pages: 1,
            pages: Some(vec![StoredPage { text, words: Vec::new() }]),
            object: None,
            unread: Vec::new(),
            metadata: Vec::new(),
            problems: Vec::new(),
            by: Some(grant.principal().0.into()),
        };
        self.append(vec![Body::Derivation(reading)], Vec::new())?;
        self.index_up_to_date()?;
        Ok(true)
    }
}

/// Browsers end lines as telegraphs did, and whoever types leaves blanks behind; nothing else is changed.
fn as_typed(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}
