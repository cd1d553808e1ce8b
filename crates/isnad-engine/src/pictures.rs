//! Reading pages from their pictures: what waits is drawn, read and recorded, a page at a time.
//!
//! Workers draw and read, one a core; the calling thread records what they bring, a few pages to an act. What is
//! recorded waits no more, so a run that is cut off goes on with the rest. A page that cannot be drawn or read gets
//! a reading that says so, and the queue goes on.

mod plain;
mod queue;
mod work;

use std::{
    collections::VecDeque,
    sync::{
        Mutex, PoisonError, TryLockError,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError},
    },
    time::Duration,
};

use isnad_access::Grant;
use isnad_ledger::body::{Body, Derivation, StoredPage};
use isnad_model::{
    AccessionId, ItemId, Problem,
    pictures::{Progress, Report},
    reading::{Method, Word},
};
use isnad_ocr::Reading;

use crate::{Archive, Result, World, error::to_stored, reading::is_number};
use plain::Plain;
use work::{Outcome, Worker};

/// Which pages to read.
#[derive(Debug, Clone, Default)]
pub struct PicturesRequest {
    /// Only pages of these items; all where there are none.
    pub items: Vec<ItemId>,
    /// Only pages of this accession.
    pub accession: Option<AccessionId>,
    /// Pages that a machine has read before as well, unless a person has held a word of them against the picture.
    pub again: bool,
    /// At most so many pages.
    pub limit: Option<u64>,
}

/// A page in the queue.
type Waiting = (ItemId, u32);

/// So many pages are recorded at once, and sooner where they come slowly.
const BATCH: usize = 16;
const BATCH_WAIT: Duration = Duration::from_secs(3);
/// The index is brought up to date after so many pages, so that what is read is soon found.
const INDEX_EVERY: u64 = 128;

impl Archive {
    /// How many pages a request would read.
    ///
    /// # Errors
    /// `not-allowed` for those who only read, `item-absent` where an item is not there or not open to them.
    pub fn pictures_waiting(&self, grant: &Grant, request: &PicturesRequest) -> Result<u64> {
        self.may_read_pictures(grant, request)?;
        self.count_waiting(grant, request)
    }

    /// Reads pages from their pictures until none is left or `stop` says so, and tells how it went.
    ///
    /// # Errors
    /// `not-allowed`, `item-absent`, `ocr-running` while another run is at work, `ocr-missing` and the like where this machine
    /// cannot read pictures, and problems of the archive itself. What is wrong with a page stands in its reading.
    pub fn read_pictures(
        &self,
        grant: &Grant,
        request: &PicturesRequest,
        stop: &AtomicBool,
        progress: &dyn Fn(Progress),
    ) -> Result<Report> {
        self.may_read_pictures(grant, request)?;
        let _one_at_a_time = match self.reading_pictures.try_lock() {
            Ok(lock) => lock,
            // A run that broke is over; it holds nothing up.
            Err(TryLockError::Poisoned(broken)) => broken.into_inner(),
            Err(TryLockError::WouldBlock) => return Err(Problem::new("ocr-running")),
        };
        let queue = self.waiting(grant, request)?;
        if queue.is_empty() {
            return Ok(Report::default());
        }
        let ocr = work::start(&self.world)?;
        let mut recorder = Recorder::new(self, ocr.tool(), queue.len() as u64, progress);
        progress(recorder.progress());
        let jobs = Jobs { queue: Mutex::new(queue.into()), stop: AtomicBool::new(false), asked: stop };
        let plain = Plain::new(self);
        let n_workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let recorded = std::thread::scope(|scope| {
            let (out, outcomes) = mpsc::sync_channel(n_workers);
            for _ in 0..n_workers {
                let worker = Worker { archive: self, ocr: &ocr, plain: &plain, out: out.clone() };
                let jobs = &jobs;
                scope.spawn(move || worker.run(jobs));
            }
            drop(out);
            let recorded = recorder.run(&outcomes);
            jobs.stop.store(true, Ordering::Relaxed);
            // Workers that wait to hand something over are let go by the closed channel.
            drop(outcomes);
            recorded
        });
        recorded?;
        self.index_up_to_date()?;
        self.settle()?;
        let mut report = recorder.report;
        report.n_left = self.count_waiting(grant, &PicturesRequest { again: false, ..request.clone() })?;
        Ok(report)
    }

    fn may_read_pictures(&self, grant: &Grant, request: &PicturesRequest) -> Result<()> {
        if !grant.role().may_take_in() {
            return Err(Problem::new("not-allowed"));
        }
        for id in &request.items {
            // What is denied and what is not there look the same.
            if !self.label_of_item(*id)?.is_some_and(|label| grant.covers(label)) {
                return Err(Problem::new("item-absent").text("id", id.to_string()));
            }
        }
        Ok(())
    }
}

/// What this machine reads pictures with, and its models: `tesseract 5.3.0 (ara, eng, fra)`.
///
/// # Errors
/// `ocr-missing`, `ocr-language-missing`, `sandbox-missing` and the like.
pub fn ocr_here(world: &World) -> Result<String> {
    let ocr = work::start(world)?;
    Ok(format!("{} ({})", ocr.tool(), ocr.models().join(", ")))
}

/// What is still to be done, for all workers.
struct Jobs<'s> {
    queue: Mutex<VecDeque<Waiting>>,
    /// The recorder gave up.
    stop: AtomicBool,
    /// Somebody asked for an end.
    asked: &'s AtomicBool,
}

impl Jobs<'_> {
    fn next(&self) -> Option<Waiting> {
        if self.stop.load(Ordering::Relaxed) || self.asked.load(Ordering::Relaxed) {
            return None;
        }
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }
}

/// Records what workers bring.
struct Recorder<'a> {
    archive: &'a Archive,
    tool: String,
    n_pages: u64,
    report: Report,
    batch: Vec<Body>,
    n_unindexed: u64,
    progress: &'a dyn Fn(Progress),
}

impl<'a> Recorder<'a> {
    fn new(archive: &'a Archive, tool: String, n_pages: u64, progress: &'a dyn Fn(Progress)) -> Self {
        Self {
            archive,
            tool,
            n_pages,
            report: Report::default(),
            batch: Vec::new(),
            n_unindexed: 0,
            progress,
        }
    }

    fn progress(&self) -> Progress {
        let Report { n_pages, n_failed, .. } = self.report;
        Progress { n_done: n_pages, n_pages: self.n_pages, n_failed }
    }

    fn run(&mut self, outcomes: &Receiver<Outcome>) -> Result<()> {
        loop {
            match outcomes.recv_timeout(BATCH_WAIT) {
                Ok(Outcome::Failed(problem)) => {
                    self.flush()?;
                    return Err(problem);
                }
                Ok(Outcome::Read(waiting, read)) => {
                    self.take(waiting, read);
                    (self.progress)(self.progress());
                    if self.batch.len() >= BATCH {
                        self.flush()?;
                    }
                }
                Err(RecvTimeoutError::Timeout) => self.flush()?,
                Err(RecvTimeoutError::Disconnected) => return self.flush(),
            }
        }
    }

    fn flush(&mut self) -> Result<()> {
        if self.batch.is_empty() {
            return Ok(());
        }
        self.n_unindexed += self.batch.len() as u64;
        self.archive.append(std::mem::take(&mut self.batch), Vec::new())?;
        if self.n_unindexed >= INDEX_EVERY {
            self.archive.index_up_to_date()?;
            self.n_unindexed = 0;
        }
        Ok(())
    }

    fn take(&mut self, (item, page): Waiting, read: Result<Reading>) {
        self.report.n_pages += 1;
        let (stored, settings, problems) = match read {
            Ok(reading) => {
                self.report.n_read += 1;
                let stored = StoredPage {
                    words: reading.page.words.iter().flat_map(|word| word.pack()).collect(),
                    text: reading.page.text,
                    doubtful: reading.doubtful,
                };
                (stored, reading.settings, reading.problems)
            }
            Err(problem) => {
                self.report.n_failed += 1;
                let blank = StoredPage { text: String::new(), words: Vec::new(), doubtful: Vec::new() };
                (blank, String::new(), vec![problem])
            }
        };
        self.report.n_numbers += numbers(&stored);
        self.batch.push(Body::Derivation(Derivation {
            item: item.0.into(),
            method: Method::Ocr.code().into(),
            tool: self.tool.clone(),
            settings,
            first_page: page,
            n_pages: 1,
            pages: Some(vec![stored]),
            object: None,
            unread: Vec::new(),
            metadata: Vec::new(),
            problems: problems.iter().map(to_stored).collect(),
            by: None,
        }));
    }
}

/// How many words of a page wait for a person.
fn numbers(page: &StoredPage) -> u64 {
    let words = Word::unpack(&page.words, &page.text).unwrap_or_default();
    let text = |word: &Word| &page.text[word.start as usize..word.end as usize];
    words.iter().filter(|word| is_number(text(word), page.doubtful.contains(&word.start))).count() as u64
}
