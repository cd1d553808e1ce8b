//! Readings opened: from the ledger and its objects, no more of them than is asked for.

use std::{collections::BTreeMap, io::Read};

use isnad_ledger::{
    body::{Body, Object, StoredPage},
    canonical,
};
use isnad_model::{ItemId, Millis, Problem, reading::Page};
use isnad_store_sqlite::sql::{Params, params};

use super::{PageRead, Stored, Vouched, best, collated, opened};
use crate::{Archive, Result, writer::read_payload};

/// How much of a long object is opened before its page is looked for the first time.
const FIRST_PIECE: u64 = 256 << 10;

/// A body with its entry and the claimed time of its act.
pub(crate) struct Entered {
    pub entry: u64,
    pub at: Millis,
    pub body: Body,
}

impl Archive {
    /// The readings that some entries hold, oldest first, from the ledger itself.
    fn stored(&self, entries: &[u64]) -> Result<Vec<Stored>> {
        let bodies = self.entered(entries)?;
        Ok(bodies.iter().filter_map(|entered| Stored::of(entered.entry, &entered.body)).collect())
    }

    /// All readings of an item, oldest first.
    pub(crate) fn readings(&self, id: ItemId) -> Result<Vec<Stored>> {
        let ask = "SELECT entry FROM reading WHERE item = ? ORDER BY entry";
        self.stored(&self.entries(ask, params![id.0.as_slice()])?)
    }

    /// Those of a method that says what the file tells of itself, newest first, one at a time.
    pub(crate) fn newest_description(&self, id: ItemId) -> Result<Option<Stored>> {
        let ask =
            "SELECT entry FROM reading WHERE item = ? AND method IN ('text', 'members') ORDER BY entry DESC";
        for entry in self.entries(ask, params![id.0.as_slice()])? {
            let described = self.stored(&[entry])?.into_iter().find(Stored::describes);
            if described.is_some() {
                return Ok(described);
            }
        }
        Ok(None)
    }

    /// What persons said of words of an item's pages, or of one page, oldest first.
    fn collations(&self, id: ItemId, page: Option<u32>) -> Result<Vec<Vouched>> {
        let entries = match page {
            None => {
                let ask = "SELECT entry FROM collation WHERE item = ? ORDER BY entry";
                self.entries(ask, params![id.0.as_slice()])?
            }
            Some(page) => {
                let ask = "SELECT entry FROM collation WHERE item = ? AND page = ? ORDER BY entry";
                self.entries(ask, params![id.0.as_slice(), page])?
            }
        };
        self.vouched(&entries)
    }

    /// The collations that some entries hold, in their order.
    pub(crate) fn vouched(&self, entries: &[u64]) -> Result<Vec<Vouched>> {
        let vouched = self.entered(entries)?.into_iter().filter_map(|entered| match entered.body {
            Body::Collation(c) => Some(Vouched {
                entry: entered.entry,
                at: entered.at,
                reading: c.reading,
                page: c.page,
                start: c.start,
                end: c.end,
                text: c.text,
                by: *c.by,
            }),
            _ => None,
        });
        Ok(vouched.collect())
    }

    pub(crate) fn entries(&self, ask: &str, given: impl Params) -> Result<Vec<u64>> {
        self.query(|db| {
            let mut statement = db.prepare_cached(ask)?;
            statement.query_map(given, |row| Ok(row.get::<_, i64>(0)? as u64))?.collect()
        })
    }

    /// The bodies of entries in rising order. An act that holds several of them is opened once, and of what it
    /// holds only those are decoded.
    fn entered(&self, entries: &[u64]) -> Result<Vec<Entered>> {
        let mut found = Vec::new();
        let mut open = None;
        for entry in entries {
            let is_open = |(first, _, bodies): &(u64, _, Vec<_>)| {
                (*first..*first + bodies.len() as u64).contains(entry)
            };
            if !open.as_ref().is_some_and(is_open) {
                let Some((act, _)) = self.act_of(*entry)? else { continue };
                let bodies = read_payload(self.vault(), self.writer().keyring(), &act)?;
                open = Some((act.header.first, Millis(act.header.at), bodies));
            }
            let Some((first, at, bodies)) = &open else { continue };
            let Some(Some(salted)) = bodies.get((*entry - *first) as usize) else { continue };
            let body = Body::decode(&salted.body).map_err(|_| Problem::new("entry-unknown"))?;
            found.push(Entered { entry: *entry, at: *at, body });
        }
        Ok(found)
    }

    /// The pages of a reading, wherever they lie, as they were read.
    pub(crate) fn pages(&self, stored: &Stored) -> Result<Vec<Page>> {
        Ok(self.stored_pages(stored)?.into_iter().map(opened).collect())
    }

    fn stored_pages(&self, stored: &Stored) -> Result<Vec<StoredPage>> {
        let pages = match (&stored.derivation.pages, &stored.derivation.object) {
            (Some(pages), _) => pages.clone(),
            (None, Some(object)) => self.pages_of(object, stored.is_plain)?,
            (None, None) => Vec::new(),
        };
        Ok(pages)
    }

    fn pages_of(&self, object: &Object, is_plain: bool) -> Result<Vec<StoredPage>> {
        let mut bytes = Vec::new();
        let mut from = self.open_object(object).map_err(|_| altered())?;
        from.read_to_end(&mut bytes).map_err(|_| altered())?;
        if !is_plain {
            return canonical::decode(&bytes).map_err(|_| altered());
        }
        let texts: Vec<String> = canonical::decode(&bytes).map_err(|_| altered())?;
        Ok(texts.into_iter().map(placeless).collect())
    }

    /// One page of a reading, as it was read.
    fn stored_page(&self, stored: &Stored, number: u32) -> Result<Option<StoredPage>> {
        let Some(place) = number.checked_sub(stored.derivation.first_page) else { return Ok(None) };
        let page = match (&stored.derivation.pages, &stored.derivation.object) {
            (Some(pages), _) => pages.get(place as usize).cloned(),
            (None, Some(object)) => self.page_of_object(object, stored.is_plain, place as usize)?,
            (None, None) => None,
        };
        Ok(page)
    }

    /// Opens a long object up to the end of one page, and no further than twice that.
    fn page_of_object(&self, object: &Object, is_plain: bool, place: usize) -> Result<Option<StoredPage>> {
        let mut from = self.open_object(object).map_err(|_| altered())?;
        let mut bytes = Vec::new();
        loop {
            let more = (bytes.len() as u64).max(FIRST_PIECE);
            let n_read = (&mut from).take(more).read_to_end(&mut bytes).map_err(|_| altered())?;
            let page = match is_plain {
                true => canonical::nth(&bytes, place).map(|text: Option<String>| text.map(placeless)),
                false => canonical::nth(&bytes, place),
            };
            match page {
                Ok(page) => return Ok(page),
                Err(_) if n_read == 0 => return Err(altered()),
                Err(_) => {}
            }
        }
    }

    /// Every reading of one page, oldest first, with what persons said of its words. Readings of other pages are
    /// left alone: a long document is read from its pictures page by page.
    pub(crate) fn page_readings(&self, id: ItemId, number: u32) -> Result<Vec<(Stored, PageRead)>> {
        let ask = "SELECT entry FROM reading WHERE item = ?1 AND first_page <= ?2 AND ?2 < first_page + n_pages \
                   ORDER BY entry";
        let readings = self.stored(&self.entries(ask, params![id.0.as_slice(), number])?)?;
        let collations = self.collations(id, Some(number))?;
        let mut found = Vec::new();
        for stored in readings {
            if let Some(raw) = self.stored_page(&stored, number)? {
                let read = collated(stored.entry, number, raw, &collations);
                found.push((stored, read));
            }
        }
        Ok(found)
    }

    /// One page in its best reading.
    pub(crate) fn best_page(&self, id: ItemId, number: u32) -> Result<Option<PageRead>> {
        let mut readings = self.page_readings(id, number)?;
        Ok(best(&readings).map(|at| readings.swap_remove(at).1))
    }

    /// The pages of an item in their order, each in its best reading, with what persons said of its words.
    pub(crate) fn best_pages(&self, id: ItemId) -> Result<Vec<PageRead>> {
        let readings = self.readings(id)?;
        let mut collations: BTreeMap<(u64, u32), Vec<Vouched>> = BTreeMap::new();
        for said in self.collations(id, None)? {
            collations.entry((said.reading, said.page)).or_default().push(said);
        }
        let mut best: BTreeMap<u32, (u8, u64, StoredPage)> = BTreeMap::new();
        for stored in &readings {
            for (number, page) in stored.numbers().zip(self.stored_pages(stored)?) {
                let rank = stored.rank(number, &page.text);
                // Of two that rank the same the newer one goes before.
                if best.get(&number).is_none_or(|(before, ..)| *before <= rank) {
                    best.insert(number, (rank, stored.entry, page));
                }
            }
        }
        let pages = best.into_iter();
        let said = |entry, number| collations.get(&(entry, number)).map_or(&[][..], Vec::as_slice);
        Ok(pages
            .map(|(number, (_, entry, page))| collated(entry, number, page, said(entry, number)))
            .collect())
    }
}

pub(super) fn placeless(text: String) -> StoredPage {
    StoredPage { text, words: Vec::new(), doubtful: Vec::new() }
}

fn altered() -> Problem {
    Problem::new("object-altered")
}
