//! The committer: gathers what workers bring and appends it, a batch at a time.

use std::{collections::HashMap, sync::mpsc::Receiver};

use isnad_crypto::hash::{Fixity, Hash};
use isnad_ledger::body::{
    AccessionClosed, Body, Derivation, ItemKept, ItemRefused, Object, Opened, StoredId, StoredMetadatum,
    StoredPage,
};
use isnad_model::{
    ItemId, Problem,
    intake::{Count, Report},
    reading::{Method, Reading},
};

use super::{
    accession::Accession,
    batch::Batch,
    draft::{Draft, Outcome},
};
use crate::{
    Archive,
    error::{Result, of_fault, of_io, to_stored},
    reading::{stored_page, unread},
};

/// Text up to this size lies in the entry itself; longer text gets an object of its own.
const INLINE_TEXT_MAX: usize = 64 << 10;

pub struct Committer<'c> {
    archive: &'c Archive,
    accession: &'c Accession,
    batch: Batch,
    /// Items whose bytes another worker is still bringing.
    waiting: HashMap<Hash, Vec<Draft>>,
    n_resumed: u64,
    /// Whether this run added anything.
    appended: bool,
    /// Who unlocked what is taken in: goes before the first item, in the same act, so that nothing that was locked is
    /// ever there without it.
    unlocked_by: Option<Body>,
}

impl<'c> Committer<'c> {
    pub fn new(archive: &'c Archive, accession: &'c Accession) -> Self {
        Self {
            archive,
            accession,
            batch: Batch::default(),
            waiting: HashMap::new(),
            n_resumed: 0,
            appended: false,
            unlocked_by: None,
        }
    }

    /// Takes in what somebody unlocked, and says so before the first of it.
    pub fn of_unlocked(archive: &'c Archive, accession: &'c Accession, by: Body) -> Self {
        Self { unlocked_by: Some(by), ..Self::new(archive, accession) }
    }

    /// Commits until the workers have ended.
    pub fn run(&mut self, outcomes: &Receiver<Outcome>, after_each: &mut dyn FnMut()) -> Result<()> {
        while let Ok(outcome) = outcomes.recv() {
            match outcome {
                Outcome::Kept(draft) => self.keep(*draft)?,
                Outcome::Refused(path, problem) => self.refuse(path, problem),
                Outcome::Unpacked(item, reading) => {
                    self.reading(item, Method::Members, reading, Vec::new())?;
                }
                Outcome::Resumed => self.n_resumed += 1,
                Outcome::Failed(problem) => return Err(problem),
            }
            if self.batch.is_full() {
                self.flush()?;
            }
            after_each();
        }
        self.flush()
    }

    fn flush(&mut self) -> Result<()> {
        let batch = std::mem::take(&mut self.batch);
        if !batch.bodies.is_empty() {
            self.archive.append(batch.bodies, batch.objects)?;
            self.appended = true;
        }
        Ok(())
    }

    fn keep(&mut self, mut draft: Draft) -> Result<()> {
        let hash = draft.fixed.sha256;
        let (object, incoming, duplicate) = match draft.object.take() {
            Some(incoming) => {
                let object = Object { address: incoming.address.into(), key: incoming.key.to_text() };
                (object, Some(incoming), false)
            }
            None => match self.held(&hash)? {
                Some(object) => (object, None, true),
                None => {
                    self.waiting.entry(hash).or_default().push(draft);
                    return Ok(());
                }
            },
        };
        self.record(draft, object, incoming, duplicate)?;
        for waiting in self.waiting.remove(&hash).unwrap_or_default() {
            self.keep(waiting)?;
        }
        Ok(())
    }

    /// The object that holds these bytes, in this batch or before.
    fn held(&self, hash: &Hash) -> Result<Option<Object>> {
        match self.batch.by_bytes.get(hash) {
            Some(object) => Ok(Some(object.clone())),
            None => self.archive.object_of(hash),
        }
    }

    fn record(
        &mut self,
        draft: Draft,
        object: Object,
        incoming: Option<isnad_store_local::vault::Incoming>,
        duplicate: bool,
    ) -> Result<()> {
        let kept_type = draft.media_type.clone();
        let kept = ItemKept {
            id: draft.id.0.into(),
            accession: self.accession.id.0.into(),
            path: draft.path,
            size: draft.fixed.size_bytes,
            sha256: draft.fixed.sha256.into(),
            blake3: draft.fixed.blake3.into(),
            object,
            kind: draft.kind.code().into(),
            media_type: draft.media_type,
            modified: draft.modified,
            parent: draft.parent.map(|id| id.0.into()),
            sensitivity: self.accession.sensitivity.code().into(),
            duplicate,
        };
        self.say_who_unlocked();
        self.batch.keep(kept, incoming);
        match draft.reading {
            Some(reading) => {
                let unread = unread(&kept_type, &reading);
                self.reading(draft.id, Method::Text, reading, unread)
            }
            None => Ok(()),
        }
    }

    /// Records what was read of an item.
    pub fn reading(
        &mut self,
        item: ItemId,
        method: Method,
        reading: Reading,
        unread: Vec<u32>,
    ) -> Result<()> {
        let n_pages = reading.pages.len() as u32;
        let pages: Vec<StoredPage> = reading.pages.into_iter().map(stored_page).collect();
        let size: usize = pages.iter().map(|page| page.text.len() + page.words.len()).sum();
        let (pages, object) = match (n_pages, size) {
            (0, _) => (None, None),
            (_, ..=INLINE_TEXT_MAX) => (Some(pages), None),
            _ => (None, Some(self.pages_object(&pages)?)),
        };
        let weight = if pages.is_some() { size } else { 0 };
        let stored = Derivation {
            item: item.0.into(),
            method: method.code().into(),
            tool: reading.tool,
            settings: reading.settings,
            first_page: 1,
            n_pages,
            pages,
            object,
            unread,
            metadata: reading
                .metadata
                .into_iter()
                .map(|m| StoredMetadatum { name: m.name, value: m.value })
                .collect(),
            problems: reading.problems.iter().map(to_stored).collect(),
            by: None,
        };
        self.batch.push(Body::Derivation(stored), weight);
        Ok(())
    }

    fn pages_object(&mut self, pages: &Vec<StoredPage>) -> Result<Object> {
        self.object_of(&isnad_ledger::canonical::encode(pages))
    }

    /// Seals bytes in an object of their own.
    fn object_of(&mut self, bytes: &[u8]) -> Result<Object> {
        let mut writing = self.archive.vault().begin().map_err(of_fault)?;
        std::io::Write::write_all(&mut writing, bytes).map_err(|error| of_io(&error, "vault"))?;
        let incoming = writing.finish().map_err(of_fault)?;
        let object = Object { address: incoming.address.into(), key: incoming.key.to_text() };
        self.batch.objects.push(incoming);
        Ok(object)
    }

    /// Records a copy without the lock; its pages are drawn from it.
    pub fn opened_copy(&mut self, item: ItemId, by: StoredId, copy: &[u8]) -> Result<()> {
        self.say_who_unlocked();
        let fixed = Fixity::of(copy);
        let object = self.object_of(copy)?;
        let opened = Opened {
            item: item.0.into(),
            tool: isnad_extract::opener(),
            size: fixed.size_bytes,
            sha256: fixed.sha256.into(),
            object,
            by,
        };
        self.batch.push(Body::Opened(opened), 0);
        Ok(())
    }

    fn refuse(&mut self, path: Vec<u8>, problem: Problem) {
        let weight = path.len();
        let refused =
            ItemRefused { accession: self.accession.id.0.into(), path, problem: to_stored(&problem) };
        self.batch.push(Body::ItemRefused(refused), weight);
    }

    fn say_who_unlocked(&mut self) {
        if let Some(by) = self.unlocked_by.take() {
            self.batch.push(by, 0);
        }
    }

    /// Records what was read of something locked, and who opened it, if nothing has said so yet.
    pub fn opened(&mut self, item: ItemId, method: Method, reading: Reading, unread: Vec<u32>) -> Result<()> {
        self.say_who_unlocked();
        self.reading(item, method, reading, unread)
    }

    /// Closes an accession to which something was added after it had been closed, and lets search find it.
    pub fn settle(mut self) -> Result<()> {
        self.refuse_waiting();
        self.flush()?;
        let id = self.accession.id;
        if self.archive.accession_view(id)?.is_some_and(|view| !view.closed) {
            self.append_closing()?;
        }
        self.archive.index_up_to_date()?;
        self.archive.settle()
    }

    /// The bytes that these waited for never came: their bringer was refused while reading. Nobody holds them.
    fn refuse_waiting(&mut self) {
        for (_, drafts) in std::mem::take(&mut self.waiting) {
            for draft in drafts {
                self.refuse(draft.path, Problem::new("read-again"));
            }
        }
    }

    fn append_closing(&self) -> Result<Count> {
        let count = self.archive.count_of(self.accession.id)?;
        let closed = AccessionClosed {
            id: self.accession.id.0.into(),
            received: count.received,
            kept: count.kept,
            duplicates: count.duplicates,
            refused: count.refused,
        };
        self.archive.append(vec![Body::AccessionClosed(closed)], Vec::new())?;
        Ok(count)
    }

    /// Closes the accession. The report is taken from the rows and not from memory, so that it tells of the whole
    /// accession, whatever runs it took.
    pub fn close(mut self) -> Result<Report> {
        self.refuse_waiting();
        self.flush()?;
        let count = match self.appended || !self.accession.closed {
            true => self.append_closing()?,
            false => self.archive.count_of(self.accession.id)?,
        };
        self.archive.index_up_to_date()?;
        self.archive.settle()?;
        Ok(Report {
            accession: self.accession.id,
            count,
            n_resumed: self.n_resumed,
            refused: self.archive.refused_in(self.accession.id)?,
            unread: self.archive.unread_in(self.accession.id)?,
        })
    }
}
