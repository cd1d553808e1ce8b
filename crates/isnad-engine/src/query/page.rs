//! One page of an item, in every reading.

use isnad_access::Sealed;
use isnad_model::{
    ItemId, Label,
    reading::{Method, Word},
    view::{PageReading, PageView, Vouch, WordState, WordView},
};
use isnad_store_sqlite::sql::{OptionalExtension, params};

use super::rows;
use crate::{
    Archive, Result,
    reading::{PageRead, Stored, Vouched, best},
};

impl Archive {
    /// One page of an item, from 1; nothing where there is no such item or page.
    pub fn page(&self, id: ItemId, number: u32) -> Result<Option<Sealed<PageView>>> {
        let Some(label) = self.label_of_item(id)? else { return Ok(None) };
        let n_pages = self.n_pages(id)?;
        if number == 0 || number > n_pages {
            return Ok(None);
        }
        let waits = self.query(|db| {
            db.prepare_cached("SELECT 1 FROM unread WHERE item = ? AND page = ?")?
                .exists(params![id.0.as_slice(), number])
        })?;
        let readings = self.page_readings(id, number)?;
        let best = best(&readings).unwrap_or(0);
        let readings = readings
            .into_iter()
            .map(|(stored, read)| self.page_reading(&stored, &read))
            .collect::<Result<_>>()?;
        Ok(Some(Sealed::new(label, PageView { number, n_pages, readings, best, waits })))
    }

    /// How many pages an item has, as far as is known; at least one.
    pub(crate) fn n_pages(&self, id: ItemId) -> Result<u32> {
        self.query(|db| {
            let n_pages: Option<u32> = db
                .prepare_cached("SELECT max(first_page + n_pages - 1) FROM reading WHERE item = ?")?
                .query_row([id.0.as_slice()], |row| row.get(0))?;
            let last_unread: Option<u32> = db
                .prepare_cached("SELECT max(page) FROM unread WHERE item = ?")?
                .query_row([id.0.as_slice()], |row| row.get(0))?;
            Ok(n_pages.max(last_unread).unwrap_or(0).max(1))
        })
    }

    pub(crate) fn label_of_item(&self, id: ItemId) -> Result<Option<Label>> {
        let code: Option<String> = self.query(|db| {
            db.prepare_cached("SELECT sensitivity FROM item WHERE id = ?")?
                .query_row([id.0.as_slice()], |row| row.get(0))
                .optional()
        })?;
        Ok(code.map(|code| rows::sensitivity(&code)))
    }

    fn page_reading(&self, stored: &Stored, read: &PageRead) -> Result<PageReading> {
        let derivation = &stored.derivation;
        let by = match &derivation.by {
            Some(id) => Some(self.name_of_principal(id)?),
            None => None,
        };
        Ok(PageReading {
            entry: stored.entry,
            method: stored.method(),
            tool: derivation.tool.clone(),
            settings: derivation.settings.clone(),
            by,
            doubtful: stored.is_unread(read.number) && !read.raw.text.trim().is_empty(),
            text: read.page.text.clone(),
            words: self.words(stored.method(), read)?,
        })
    }

    fn words(&self, method: Method, read: &PageRead) -> Result<Vec<WordView>> {
        let raw = read.raw.words.iter();
        raw.zip(read.shown.iter()).map(|(word, shown)| self.word(method, read, word, *shown)).collect()
    }

    pub(super) fn word(
        &self,
        method: Method,
        read: &PageRead,
        word: &Word,
        shown: (u32, u32),
    ) -> Result<WordView> {
        let of = |text: &str, from: u32, to: u32| {
            text.get(from as usize..to as usize).unwrap_or_default().to_owned()
        };
        let was = of(&read.raw.text, word.start, word.end);
        let place = |said: &Vouched| (said.start, said.end);
        let said = read.collations.binary_search_by_key(&(word.start, word.end), place);
        let said = said.ok().and_then(|at| read.collations.get(at));
        let state = match said {
            Some(said) => self.state(said, &was)?,
            None if method == Method::Ocr && was.chars().any(char::is_numeric) => WordState::Unverified,
            None => WordState::Read,
        };
        Ok(WordView {
            text: of(&read.page.text, shown.0, shown.1),
            shown,
            read: (word.start, word.end),
            area: word.area,
            confidence: word.confidence,
            state,
        })
    }

    fn state(&self, said: &Vouched, was: &str) -> Result<WordState> {
        let vouch = self.vouch(said)?;
        Ok(match &said.text {
            None => WordState::Unreadable(vouch),
            Some(text) if text == was => WordState::Confirmed(vouch),
            Some(_) => WordState::Corrected { was: was.to_owned(), vouch },
        })
    }

    pub(super) fn vouch(&self, said: &Vouched) -> Result<Vouch> {
        Ok(Vouch { by: self.name_of_principal(&said.by)?, at: said.at, entry: said.entry })
    }

    fn name_of_principal(&self, id: &[u8; 10]) -> Result<String> {
        self.query(|db| {
            let name: Option<String> = db
                .prepare_cached("SELECT name FROM principal WHERE id = ?")?
                .query_row([id.as_slice()], |row| row.get(0))
                .optional()?;
            Ok(name.unwrap_or_default())
        })
    }
}
