//! From bodies to index documents: one a page, in its best reading, or one without text for an item that has none.
//!
//! The same code runs after an intake, after a page was read from its picture or corrected, and on a rebuild.

mod records;
mod told;

use std::collections::{BTreeMap, BTreeSet};

use isnad_ledger::body::{Body, StoredSubject};
use isnad_model::{ItemId, Problem, RecordId, search::IndexDoc};
use isnad_store_local::acts::Place;
use isnad_store_sqlite::sql::params;

use crate::{
    Archive, Result,
    reading::{PageRead, Stored},
    views,
};

/// Documents gathered before one commit of the index: bounded by their text.
const BATCH_BYTES: usize = 32 << 20;
/// Up to so many pages of one item are opened one by one; for more of them the whole item is.
const ONE_BY_ONE_MAX: usize = 4;

/// What the index is to be given in one commit.
#[derive(Default)]
struct Batch {
    docs: Vec<IndexDoc>,
    bytes: usize,
    /// Pages that the index may already hold, and that are given anew.
    again: BTreeMap<ItemId, BTreeSet<u32>>,
    /// Records of which something was said, to be given anew.
    records: BTreeSet<RecordId>,
}

impl Batch {
    fn push(&mut self, doc: IndexDoc) {
        let told = doc.told.iter().map(|told| told.name.len() + told.value.len()).sum::<usize>();
        self.bytes += doc.text.len() + doc.name.len() + told + 200;
        self.docs.push(doc);
    }
}

impl Archive {
    /// Gives the index what it does not have yet.
    pub(crate) fn index_up_to_date(&self) -> Result<()> {
        let _one_at_a_time = self.indexing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let from = self.index_marker()?;
        if from == self.writer().size() {
            return Ok(());
        }
        let mut batch = Batch::default();
        let mut reached = from;
        for place in self.places_from(from)? {
            let act = self.writer().act(place)?;
            let first = act.header.first;
            let bodies = self.bodies(&act)?;
            self.gather(first, &bodies, &mut batch)?;
            self.gather_said(first, &bodies, &mut batch)?;
            reached = first + act.len() as u64;
            if batch.bytes >= BATCH_BYTES {
                self.give(std::mem::take(&mut batch), reached)?;
            }
        }
        self.give(batch, reached)
    }

    fn places_from(&self, entry: u64) -> Result<Vec<Place>> {
        self.query(|db| {
            let mut statement = db.prepare("SELECT offset, size FROM act WHERE first >= ? ORDER BY first")?;
            let rows = statement.query_map(params![entry as i64], |row| {
                Ok(Place { offset: row.get::<_, i64>(0)? as u64, size: row.get::<_, i64>(1)? as usize })
            })?;
            rows.collect()
        })
    }

    /// Takes the documents of an act's own items, and notes the pages of acts before that it says more of.
    fn gather(&self, first: u64, bodies: &[Option<Body>], batch: &mut Batch) -> Result<()> {
        let entries = || (first..).zip(bodies).filter_map(|(entry, body)| Some((entry, body.as_ref()?)));
        let kept = entries().filter_map(|(_, body)| match body {
            Body::ItemKept(kept) => Some((ItemId(*kept.id), kept)),
            _ => None,
        });
        let kept: std::collections::BTreeMap<_, _> = kept.collect();
        let mut has_text = BTreeSet::new();
        let mut newest = BTreeMap::new();
        let mut docs = Vec::new();
        for (entry, body) in entries() {
            if let Body::Collation(collation) = body {
                batch.again.entry(ItemId(*collation.item)).or_default().insert(collation.page);
            }
            let Some(stored) = Stored::of(entry, body) else { continue };
            let item = ItemId(*stored.derivation.item);
            if stored.describes() {
                newest.insert(item, told::searched(&stored.derivation.metadata));
                // What is told stands with the first page, or where there is none.
                if !kept.contains_key(&item) {
                    batch.again.entry(item).or_default().insert(1);
                }
            }
            if stored.derivation.n_pages == 0 {
                continue;
            }
            match kept.get(&item) {
                Some(kept) if has_text.insert(item) => {
                    let doc = views::document(kept);
                    for (page, read) in stored.numbers().zip(self.pages(&stored)?) {
                        docs.push(IndexDoc { page, text: read.text, ..doc.clone() });
                    }
                }
                _ => batch.again.entry(item).or_default().extend(stored.numbers()),
            }
        }
        docs.extend(
            kept.iter().filter(|(id, _)| !has_text.contains(id)).map(|(_, kept)| views::document(kept)),
        );
        for mut doc in docs {
            if is_first(doc.page) {
                doc.told = newest.get(&doc.item).cloned().unwrap_or_default();
            }
            batch.push(doc);
        }
        Ok(())
    }

    /// Notes the records that an act says something of. The rows of a table that comes for the first time go to the index
    /// at once: there may be millions.
    fn gather_said(&self, first: u64, bodies: &[Option<Body>], batch: &mut Batch) -> Result<()> {
        for (entry, body) in (first..).zip(bodies) {
            match body {
                Some(Body::Claims(claims)) => {
                    batch.records.extend(claims.records.iter().map(|record| RecordId(*record.id)));
                    for claim in &claims.claims {
                        match &claim.subject {
                            StoredSubject::Record(id) => batch.records.extend([RecordId(**id)]),
                            // A word on a claim may change what its record is called.
                            StoredSubject::Claim(of, n) => batch.records.extend(self.record_with(of, *n)?),
                        }
                    }
                }
                Some(Body::Register(register)) if self.is_first_of_dataset(entry, &register.dataset)? => {
                    // What a run that was cut off left of it goes first.
                    let mark = isnad_model::BatchId(*register.batch).to_string();
                    let before = self.index_marker()?;
                    self.index.forget(&mark).map_err(|_| Problem::new("index-damaged"))?;
                    self.documents_of_register(register, &mut |piece| {
                        self.replace(&[], std::mem::take(piece).docs, before)
                    })?;
                }
                Some(Body::Register(register)) => {
                    for rows in self.register_rows(register) {
                        batch
                            .records
                            .extend(rows.unwrap_or_default().iter().map(|row| RecordId(*row.record)));
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Gives a batch to the index. Pages that are given anew may be many and long, so they go in pieces; until the
    /// last piece, which brings the new items, the index says that it reflects no more than before, and a run that is
    /// cut off begins again.
    fn give(&self, batch: Batch, reached: u64) -> Result<()> {
        let before = self.index_marker()?;
        let mut piece = Batch::default();
        let mut gone = Vec::new();
        let is_again = |doc: &IndexDoc| {
            let pages = batch.again.get(&doc.item);
            pages.is_some_and(|pages| pages.contains(&doc.page) || is_stand_in(doc.page, pages))
        };
        let new = batch.docs.into_iter().filter(|doc| !is_again(doc)).collect::<Vec<_>>();
        for (item, pages) in &batch.again {
            let docs = self.documents_of(*item, pages)?;
            gone.extend(pages.iter().map(|page| (*item, *page)));
            gone.extend(is_stand_in(0, pages).then_some((*item, 0)));
            docs.into_iter().for_each(|doc| piece.push(doc));
            if piece.bytes >= BATCH_BYTES {
                self.replace(&std::mem::take(&mut gone), std::mem::take(&mut piece).docs, before)?;
            }
        }
        for record in &batch.records {
            gone.extend(records::keys(*record));
            self.documents_of_record(*record)?.into_iter().for_each(|doc| piece.push(doc));
            if piece.bytes >= BATCH_BYTES {
                self.replace(&std::mem::take(&mut gone), std::mem::take(&mut piece).docs, before)?;
            }
        }
        new.into_iter().for_each(|doc| piece.push(doc));
        self.replace(&gone, piece.docs, reached)
    }

    fn replace(&self, gone: &[(ItemId, u32)], docs: Vec<IndexDoc>, reached: u64) -> Result<()> {
        self.index.replace(gone, docs, reached).map_err(|_| Problem::new("index-damaged"))
    }

    /// The documents of some pages of an item, each in its best reading.
    fn documents_of(&self, item: ItemId, pages: &BTreeSet<u32>) -> Result<Vec<IndexDoc>> {
        let Some(doc) = self.query(|db| views::item_document(db, &item.0))? else { return Ok(Vec::new()) };
        let read = if pages.len() <= ONE_BY_ONE_MAX {
            let read = pages.iter().map(|page| self.best_page(item, *page));
            read.filter_map(Result::transpose).collect::<Result<Vec<_>>>()?
        } else {
            let read = self.best_pages(item)?.into_iter();
            read.filter(|read| pages.contains(&read.number)).collect()
        };
        let read = read.into_iter();
        let page = |read: PageRead| IndexDoc { page: read.number, text: read.page.text, ..doc.clone() };
        let mut docs: Vec<IndexDoc> = read.map(page).collect();
        if pages.contains(&1) {
            if !docs.iter().any(|doc| doc.page == 1) {
                docs.push(doc.clone());
            }
            let described = self.newest_description(item)?;
            let told =
                described.map(|stored| told::searched(&stored.derivation.metadata)).unwrap_or_default();
            docs.iter_mut().filter(|doc| is_first(doc.page)).for_each(|doc| doc.told.clone_from(&told));
        }
        Ok(docs)
    }
}

/// Whether a page is the first one, or stands in for it.
fn is_first(page: u32) -> bool {
    page <= 1
}

/// Whether a page is the one without text that holds an item's name as long as there is no first page.
fn is_stand_in(page: u32, pages: &BTreeSet<u32>) -> bool {
    page == 0 && pages.contains(&1)
}
