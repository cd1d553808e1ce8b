//! The index: opened, written, searched, compared.

use std::{
    ops::Range,
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
};

use isnad_access::Grant;
use isnad_crypto::{
    Secret,
    hash::{Hash, Sha},
};
use isnad_model::{
    ItemId,
    search::{IndexDoc, Query, Results, Within},
};
use tantivy::{
    IndexReader, IndexWriter, ReloadPolicy, SegmentReader, TantivyDocument, Term,
    directory::{Directory, RamDirectory},
    indexer::IndexWriterOptions,
};

use crate::{
    EncryptedDirectory, IndexError,
    analyze::tokenizers,
    schema::{Fields, KEY_HIGH, KEY_LOW, Key, SCHEMA_VERSION, all_stored, schema, stored},
    search,
};

/// Memory for each of the two threads that index; a segment is written out when it is used up.
const THREAD_BYTES: usize = 64 << 20;
const N_THREADS: usize = 2;
/// Opened blocks of stored text kept by one reader.
const STORE_BLOCKS: usize = 16;

/// A search index. It can be shared between threads: many search while one writes.
pub struct Index {
    inner: tantivy::Index,
    fields: Fields,
    reader: IndexReader,
    /// Made at the first write: it starts threads, and most runs of the program only search.
    writer: Mutex<Option<IndexWriter>>,
}

impl Index {
    /// Opens the index in a folder, sealed under a secret, or begins one there.
    ///
    /// # Errors
    /// [`IndexError::Damaged`] and [`IndexError::Outdated`] are mended by removing the folder, opening again
    /// and writing everything again.
    pub fn open_or_create(dir: &Path, secret: &Secret) -> Result<Self, IndexError> {
        Self::open(EncryptedDirectory::open(dir, secret)?)
    }

    /// An index that is gone with the process.
    pub fn in_memory() -> Result<Self, IndexError> {
        Self::open(RamDirectory::create())
    }

    fn open(directory: impl Directory) -> Result<Self, IndexError> {
        let (schema, fields) = schema();
        let mut inner = tantivy::Index::open_or_create(directory, schema)?;
        inner.set_tokenizers(tokenizers());
        let reader = inner
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(STORE_BLOCKS)
            .try_into()?;
        let this = Self { inner, fields, reader, writer: Mutex::default() };
        this.marker()?;
        Ok(this)
    }

    /// Adds documents and commits them together with the number of ledger entries that the index reflects.
    ///
    /// All or nothing: after an error, or a crash, the index is as it was after the write before.
    /// It does not look for what is there already; whoever gives a page again names it to [`Index::replace`].
    pub fn write(
        &self,
        docs: impl IntoIterator<Item = IndexDoc>,
        progress_marker: u64,
    ) -> Result<(), IndexError> {
        self.replace(&[], docs, progress_marker)
    }

    /// [`Index::write`], once the pages named (an item, and a page or 0) are taken out.
    ///
    /// # Errors
    /// As there.
    pub fn replace(
        &self,
        gone: &[(ItemId, u32)],
        docs: impl IntoIterator<Item = IndexDoc>,
        progress_marker: u64,
    ) -> Result<(), IndexError> {
        self.change(Some(progress_marker), |writer| {
            for (item, page) in gone {
                let key = Key::new(*item, *page).to_bytes();
                writer.delete_term(Term::from_field_bytes(self.fields.page, &key));
            }
            for doc in docs {
                writer.add_document(self.fields.document(&doc))?;
            }
            Ok(())
        })
    }

    /// Takes all pages of some items out; the marker stays.
    pub fn remove_items(&self, items: &[ItemId]) -> Result<(), IndexError> {
        self.change(self.marker()?, |writer| {
            for item in items {
                writer.delete_term(Term::from_field_bytes(self.fields.item, &item.0));
            }
            Ok(())
        })
    }

    /// Takes everything of one accession, or of one register, out; the marker stays.
    pub fn forget(&self, accession: &str) -> Result<(), IndexError> {
        self.change(self.marker()?, |writer| {
            writer.delete_term(Term::from_field_text(self.fields.accession, accession));
            Ok(())
        })
    }

    /// Empties the index, and forgets the marker.
    pub fn clear(&self) -> Result<(), IndexError> {
        self.change(None, |writer| writer.delete_all_documents().map(|_| ()))
    }

    /// The number of ledger entries that the index reflects; `None` for one that was never written.
    pub fn marker(&self) -> Result<Option<u64>, IndexError> {
        let Some(payload) = self.inner.load_metas()?.payload else { return Ok(None) };
        let marker = payload.strip_prefix(&version()).ok_or(IndexError::Outdated)?;
        marker.parse().map(Some).map_err(|_| IndexError::Damaged)
    }

    /// Searches what the grant covers; nothing else is found or counted.
    pub fn search(&self, grant: &Grant, query: &Query) -> Result<Results, IndexError> {
        search::search(&self.reader.searcher(), &self.fields, grant, query)
    }

    /// Where the words of a query stand within the item that it names, page by page. Every page that is a hit is
    /// told; those of `window`, counted among them, with their marks.
    pub fn within(&self, grant: &Grant, query: &Query, window: Range<usize>) -> Result<Within, IndexError> {
        search::within(&self.reader.searcher(), &self.fields, grant, query, window)
    }

    /// A hash over all documents, the same for the same documents in whatever order they were written.
    pub fn digest(&self) -> Result<Hash, IndexError> {
        let mut rows: Vec<(Key, Hash)> = Vec::new();
        for segment in self.reader.searcher().segment_readers() {
            self.digest_segment(segment, &mut rows)?;
        }
        rows.sort_unstable();
        let mut whole = Sha::default();
        for (key, hash) in rows {
            whole.update(&key.high.to_be_bytes());
            whole.update(&key.low.to_be_bytes());
            whole.update(&hash);
        }
        Ok(whole.finish())
    }

    fn digest_segment(&self, segment: &SegmentReader, rows: &mut Vec<(Key, Hash)>) -> Result<(), IndexError> {
        let (high, low) = (segment.fast_fields().u64(KEY_HIGH)?, segment.fast_fields().u64(KEY_LOW)?);
        let store = segment.get_store_reader(STORE_BLOCKS)?;
        let docs = store.iter::<TantivyDocument>(segment.alive_bitset());
        for (id, doc) in segment.doc_ids_alive().zip(docs) {
            let doc = doc?;
            let mut hash = Sha::default();
            let f = &self.fields;
            for field in [f.kind, f.label, f.accession, f.media_type, f.name, f.text] {
                let value = stored(&doc, field);
                hash.update(&(value.len() as u64).to_be_bytes());
                hash.update(value.as_bytes());
            }
            for field in [f.told_name, f.told_value] {
                for value in all_stored(&doc, field) {
                    hash.update(&(value.len() as u64).to_be_bytes());
                    hash.update(value.as_bytes());
                }
            }
            let key = high.first(id).zip(low.first(id)).ok_or(IndexError::Damaged)?;
            rows.push((Key { high: key.0, low: key.1 }, hash.finish()));
        }
        Ok(())
    }

    /// Makes a change and commits it; takes it back if it fails.
    fn change(
        &self,
        marker: Option<u64>,
        change: impl FnOnce(&IndexWriter) -> tantivy::Result<()>,
    ) -> Result<(), IndexError> {
        let mut slot = self.lock_writer();
        // A writer that failed is dropped with what it had not committed; the next write makes another.
        let mut writer = match slot.take() {
            Some(writer) => writer,
            None => self.new_writer()?,
        };
        change(&writer)?;
        let mut commit = writer.prepare_commit()?;
        if let Some(marker) = marker {
            commit.set_payload(&format!("{}{marker}", version()));
        }
        commit.commit()?;
        *slot = Some(writer);
        drop(slot);
        Ok(self.reader.reload()?)
    }

    /// A writer in a folder without remains: one that was killed leaves files that no commit knows, and a new one
    /// would find the names that it needs taken.
    fn new_writer(&self) -> Result<IndexWriter, IndexError> {
        let writer: IndexWriter = self.inner.writer_with_options(writer_options())?;
        writer.garbage_collect_files().wait()?;
        Ok(writer)
    }

    fn lock_writer(&self) -> MutexGuard<'_, Option<IndexWriter>> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Segments that are being merged are finished first: what is half merged would have to be merged again, and whoever
/// opens the folder next must not find somebody still at work in it.
impl Drop for Index {
    fn drop(&mut self) {
        if let Some(writer) = self.lock_writer().take() {
            // A merge that failed leaves the segments that it began with.
            let _unmerged = writer.wait_merging_threads();
        }
    }
}

fn writer_options() -> IndexWriterOptions {
    IndexWriterOptions::builder()
        .num_worker_threads(N_THREADS)
        .memory_budget_per_thread(THREAD_BYTES)
        .num_merge_threads(1)
        .build()
}

/// Stands before the marker: words are found only if they were analyzed as queries are.
fn version() -> String {
    format!("{}.{SCHEMA_VERSION} ", isnad_text::ANALYSIS_VERSION)
}
