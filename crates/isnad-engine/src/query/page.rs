//! One page of an item, in every reading, and the numbers that wait for a person.

use isnad_access::{Grant, Sealed};
use isnad_model::{
    ItemId, Label, Problem,
    reading::{Method, Word},
    view::{PageReading, PageView, WaitingNumber, WordState, WordView},
};
use isnad_store_sqlite::sql::{OptionalExtension, params, params_from_iter};

use super::rows;
use crate::{
    Archive, Result,
    reading::{PageRead, Stored, Vouched, best, is_number},
    views::name_of,
};

/// Where a number stands in the queue: reading, page, and first byte of the word.
pub type NumberKey = (u64, u32, u32);

impl Archive {
    /// One page of an item, from 1; nothing where there is no such item or page.
    pub fn page(&self, id: ItemId, number: u32) -> Result<Option<Sealed<PageView>>> {
        let Some(label) = self.label_of_item(id)? else { return Ok(None) };
        let (n_pages, waits) = self.query(|db| {
            let n_pages: Option<u32> = db
                .prepare_cached("SELECT max(first_page + n_pages - 1) FROM reading WHERE item = ?")?
                .query_row([id.0.as_slice()], |row| row.get(0))?;
            let last_unread: Option<u32> = db
                .prepare_cached("SELECT max(page) FROM unread WHERE item = ?")?
                .query_row([id.0.as_slice()], |row| row.get(0))?;
            let waits = db
                .prepare_cached("SELECT 1 FROM unread WHERE item = ? AND page = ?")?
                .exists(params![id.0.as_slice(), number])?;
            Ok((n_pages.max(last_unread).unwrap_or(0).max(1), waits))
        })?;
        if number == 0 || number > n_pages {
            return Ok(None);
        }
        let readings = self.page_readings(id, number)?;
        let best = best(&readings).unwrap_or(0);
        let readings = readings
            .into_iter()
            .map(|(stored, read)| self.page_reading(&stored, &read))
            .collect::<Result<_>>()?;
        Ok(Some(Sealed::new(label, PageView { number, n_pages, readings, best, waits })))
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
            text: read.page.text.clone(),
            words: self.words(stored.method(), read)?,
        })
    }

    fn words(&self, method: Method, read: &PageRead) -> Result<Vec<WordView>> {
        let raw = read.raw.words.iter();
        raw.zip(read.shown.iter()).map(|(word, shown)| self.word(method, read, word, *shown)).collect()
    }

    fn word(&self, method: Method, read: &PageRead, word: &Word, shown: (u32, u32)) -> Result<WordView> {
        let of = |text: &str, from: u32, to: u32| {
            text.get(from as usize..to as usize).unwrap_or_default().to_owned()
        };
        let was = of(&read.raw.text, word.start, word.end);
        let said = read.collations.iter().find(|said| (said.start, said.end) == (word.start, word.end));
        let state = match said {
            Some(said) => self.state(said, &was)?,
            None if method == Method::Ocr && is_number(&was, read.doubtful.contains(&word.start)) => {
                WordState::Unverified
            }
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
        let (by, entry) = (self.name_of_principal(&said.by)?, said.entry);
        Ok(match &said.text {
            None => WordState::Unreadable { by, entry },
            Some(text) if text == was => WordState::Confirmed { by, entry },
            Some(_) => WordState::Corrected { was: was.to_owned(), by, entry },
        })
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

    /// How many numbers wait that the grant may see, and the first ones after `after`, at most `limit`.
    pub fn waiting_numbers(
        &self,
        grant: &Grant,
        after: Option<NumberKey>,
        limit: u32,
    ) -> Result<(u64, Vec<WaitingNumber>)> {
        let labels: Vec<&str> = grant.labels().map(Label::code).collect();
        let marks = vec!["?"; labels.len()].join(", ");
        let from = format!("FROM number n JOIN item i ON i.id = n.item WHERE i.sensitivity IN ({marks})");
        let total: i64 = self.query(|db| {
            db.prepare_cached(&format!("SELECT count(*) {from}"))?
                .query_row(params_from_iter(&labels), |row| row.get(0))
        })?;
        let (reading, page, start) =
            after.map_or((-1, 0, 0), |(reading, page, start)| (reading as i64, page, start));
        let found: Vec<(u64, u32, u32, ItemId, Vec<u8>)> = self.query(|db| {
            let mut statement = db.prepare_cached(&format!(
                "SELECT n.reading, n.page, n.start, n.item, i.path {from} \
                 AND (n.reading, n.page, n.start) > ({reading}, {page}, {start}) \
                 ORDER BY n.reading, n.page, n.start LIMIT {limit}"
            ))?;
            let rows = statement.query_map(params_from_iter(&labels), |row| {
                let reading: i64 = row.get(0)?;
                Ok((reading as u64, row.get(1)?, row.get(2)?, ItemId(row.get(3)?), row.get(4)?))
            })?;
            rows.collect()
        })?;
        let mut numbers = Vec::new();
        let mut open: Option<((u64, u32), PageRead)> = None;
        for (reading, page, start, item, path) in found {
            if open.as_ref().is_none_or(|(key, _)| *key != (reading, page)) {
                let readings = self.page_readings(item, page)?;
                let read = readings.into_iter().find(|(stored, _)| stored.entry == reading);
                open = Some(((reading, page), read.ok_or_else(|| Problem::new("views-damaged"))?.1));
            }
            let Some((_, read)) = &open else { continue };
            let words = read.raw.words.iter().zip(&read.shown);
            for (word, shown) in words.filter(|(word, _)| word.start == start) {
                let word = self.word(Method::Ocr, read, word, *shown)?;
                numbers.push(WaitingNumber { item, name: name_of(&path), page, reading, word });
            }
        }
        Ok((total as u64, numbers))
    }
}
