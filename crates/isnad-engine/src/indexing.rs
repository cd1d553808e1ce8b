//! From bodies to index documents: one a page, in its best reading, or one without text for an item that has none.
//!
//! The same code runs after an intake, after a page was read from its picture or corrected, and on a rebuild.

use std::collections::BTreeSet;

use isnad_ledger::body::Body;
use isnad_model::{ItemId, Problem, search::IndexDoc};
use isnad_store_local::acts::Place;
use isnad_store_sqlite::sql::params;

use crate::{Archive, Result, reading::Stored, views};

/// Documents gathered before one commit of the index: bounded by their text.
const BATCH_BYTES: usize = 32 << 20;

/// What the index is to be given in one commit.
#[derive(Default)]
struct Batch {
    docs: Vec<IndexDoc>,
    bytes: usize,
    /// Items of which the index may already hold pages, and that are given anew.
    again: BTreeSet<ItemId>,
}

impl Batch {
    fn push(&mut self, doc: IndexDoc) {
        self.bytes += doc.text.len() + doc.name.len() + 200;
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
            self.gather(first, &self.bodies(&act)?, &mut batch)?;
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

    /// Takes the documents of an act's own items, and notes the items of acts before that it says more of.
    fn gather(&self, first: u64, bodies: &[Option<Body>], batch: &mut Batch) -> Result<()> {
        let entries = || (first..).zip(bodies).filter_map(|(entry, body)| Some((entry, body.as_ref()?)));
        let kept = entries().filter_map(|(_, body)| match body {
            Body::ItemKept(kept) => Some((ItemId(*kept.id), kept)),
            _ => None,
        });
        let kept: std::collections::BTreeMap<_, _> = kept.collect();
        let mut has_text = BTreeSet::new();
        for (entry, body) in entries() {
            if let Body::Collation(collation) = body {
                batch.again.insert(ItemId(*collation.item));
            }
            let Some(stored) = Stored::of(entry, body) else { continue };
            if stored.derivation.n_pages == 0 {
                continue;
            }
            let item = ItemId(*stored.derivation.item);
            match kept.get(&item) {
                Some(kept) if has_text.insert(item) => {
                    let doc = views::document(kept);
                    for (page, read) in stored.numbers().zip(self.pages(&stored)?) {
                        batch.push(IndexDoc { page, text: read.text, ..doc.clone() });
                    }
                }
                _ => {
                    batch.again.insert(item);
                }
            }
        }
        kept.iter()
            .filter(|(id, _)| !has_text.contains(id))
            .for_each(|(_, kept)| batch.push(views::document(kept)));
        Ok(())
    }

    /// Gives a batch to the index. Items that are given anew may be many and long, so they go in pieces; until the
    /// last piece the index says that it reflects no more than before, and a run that is cut off begins again.
    fn give(&self, batch: Batch, reached: u64) -> Result<()> {
        let before = self.index_marker()?;
        let mut piece = Batch::default();
        let mut gone = Vec::new();
        batch.docs.into_iter().filter(|doc| !batch.again.contains(&doc.item)).for_each(|doc| piece.push(doc));
        for item in batch.again {
            let docs = self.documents_of(item)?;
            gone.push((item, 0));
            gone.extend(docs.iter().map(|doc| (item, doc.page)));
            docs.into_iter().for_each(|doc| piece.push(doc));
            if piece.bytes >= BATCH_BYTES {
                self.replace(&std::mem::take(&mut gone), std::mem::take(&mut piece).docs, before)?;
            }
        }
        self.replace(&gone, piece.docs, reached)
    }

    fn replace(&self, gone: &[(ItemId, u32)], docs: Vec<IndexDoc>, reached: u64) -> Result<()> {
        self.index.replace(gone, docs, reached).map_err(|_| Problem::new("index-damaged"))
    }

    /// Every document of an item: its pages in their best reading, and one for its name where no first page has it.
    fn documents_of(&self, item: ItemId) -> Result<Vec<IndexDoc>> {
        let Some(doc) = self.query(|db| views::item_document(db, &item.0))? else { return Ok(Vec::new()) };
        let pages = self.best_pages(item)?;
        let is_named = pages.iter().any(|read| read.number == 1);
        let nameless = (!is_named).then(|| doc.clone());
        let pages = pages.into_iter();
        let pages = pages.map(|read| IndexDoc { page: read.number, text: read.page.text, ..doc.clone() });
        Ok(nameless.into_iter().chain(pages).collect())
    }
}
