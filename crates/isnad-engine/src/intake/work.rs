//! A worker: hashes, encrypts and reads one thing after the other, containers and messages to their depth.

pub mod members;
mod readers;
mod store;

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
    sync::{Mutex, PoisonError, atomic::Ordering, mpsc},
};

use isnad_extract::{Answer, Budget, identify, problem_of};
use isnad_model::{
    ItemId, Problem,
    reading::{Kind, Reading},
};
use rand::{RngCore, rngs::OsRng};

pub use self::members::{Locked, Unlocking};
use self::{
    members::{Content, Opening},
    readers::Readers,
    store::{Bytes, Stored, Trouble},
};
use super::{
    Counters,
    accession::Accession,
    draft::{Draft, Outcome},
    walk::Job,
};
use crate::{Archive, error::of_source};

/// Files up to this size are read into memory once and hashed, encrypted and read from there.
pub const SMALL_MAX: usize = 8 << 20;

/// Nobody listens any more: stop quietly.
struct Gone;

pub struct Worker<'w> {
    archive: &'w Archive,
    accession: &'w Accession,
    counters: &'w Counters,
    out: mpsc::SyncSender<Outcome>,
    readers: Readers<'w>,
    /// Items that this worker handed over as new.
    n_new: u64,
    /// A password did not open something.
    was_wrong: bool,
}

/// A thing on its way in.
struct Arriving {
    path: Vec<u8>,
    modified: Option<i64>,
    parent: Option<ItemId>,
    depth: u64,
    budget: Option<Budget>,
}

impl Arriving {
    /// Something that a person gave, in no container.
    fn outermost(path: Vec<u8>, modified: Option<i64>) -> Self {
        Self { path, modified, parent: None, depth: 0, budget: None }
    }
}

impl<'w> Worker<'w> {
    pub fn new(
        archive: &'w Archive,
        accession: &'w Accession,
        counters: &'w Counters,
        out: mpsc::SyncSender<Outcome>,
    ) -> Self {
        // Readers are started by the thread that works: a child dies with the thread that started it.
        let readers = Readers::new(archive);
        Self { archive, accession, counters, out, readers, n_new: 0, was_wrong: false }
    }

    /// Works until there are no more jobs.
    pub fn run(mut self, jobs: &Mutex<mpsc::Receiver<Job<'_>>>) {
        loop {
            let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(job) = job else { return };
            if self.counters.stop.load(Ordering::Relaxed) || self.job(job).is_err() {
                return;
            }
        }
    }

    fn job(&mut self, job: Job<'_>) -> Result<(), Gone> {
        match job {
            Job::Refused { path, problem } => self.refuse(path, problem, 0),
            Job::Stream { path, mut bytes } => {
                self.take_in(Arriving::outermost(path, None), &mut bytes, None)
            }
            Job::File { path, at, size, modified } => self.file(path, &at, size, modified),
        }
    }

    fn file(&mut self, path: Vec<u8>, at: &Path, size: u64, modified: Option<i64>) -> Result<(), Gone> {
        if let Some(before) = self.accession.before.take(&path, Some(size), modified) {
            self.counters.done(1, size);
            if before.half_unpacked {
                let id = before.id;
                let opening = Opening { id, path: &path, size, depth: 0, budget: None, password: None };
                self.unpack(&opening, Content::File(File::open(at)))?;
            }
            return self.send(Outcome::Resumed);
        }
        match File::open(at) {
            Ok(mut file) => self.take_in(Arriving::outermost(path, modified), &mut file, Some(at)),
            Err(error) => self.refuse(path, of_source(&error, &at.display().to_string()), size),
        }
    }

    /// Takes in one stream. `at` is where it lies on the disk, for a large container that is best read in place.
    fn take_in(&mut self, arriving: Arriving, from: &mut dyn Read, at: Option<&Path>) -> Result<(), Gone> {
        let mut head = Vec::new();
        if let Err(error) = from.take(SMALL_MAX as u64 + 1).read_to_end(&mut head) {
            return self.refuse(arriving.path, read_problem(&error), head.len() as u64);
        }
        let bytes = if head.len() <= SMALL_MAX { Bytes::Small(&head) } else { Bytes::Large(&head, from) };
        let stored = match self.store(bytes) {
            Ok(stored) => stored,
            Err(Trouble::Source(problem)) => {
                return self.refuse(arriving.path, problem, head.len() as u64);
            }
            Err(Trouble::Archive(problem)) => return self.send(Outcome::Failed(problem)),
        };
        let size = stored.0.size_bytes;
        let is_small = size <= SMALL_MAX as u64;
        if self.accession.exact
            && let Some(before) = self.accession.before.take_exact(&arriving.path, &stored.0.sha256)
        {
            if before.half_unpacked {
                let content = self.content(is_small.then_some(&*head), &stored, at);
                let (id, path) = (before.id, &arriving.path);
                let (depth, budget) = (arriving.depth, arriving.budget);
                self.unpack(&Opening { id, path, size, depth, budget, password: None }, content)?;
            }
            return self.send(Outcome::Resumed);
        }
        let answer = if is_small { self.read(&head) } else { self.read_large(&head, &stored, at) };
        let has_members = answer.kind == Kind::Container || answer.has_members;
        let content = has_members.then(|| self.content(is_small.then_some(&*head), &stored, at));
        let (id, path) = (fresh_id(), arriving.path.clone());
        self.n_new += 1;
        self.send(Outcome::Kept(Box::new(Draft {
            id,
            path: arriving.path,
            fixed: stored.0,
            object: stored.1,
            modified: arriving.modified,
            parent: arriving.parent,
            kind: answer.kind,
            reading: worth_keeping(&answer),
            media_type: answer.media_type,
        })))?;
        if let Some(content) = content {
            let (depth, budget) = (arriving.depth, arriving.budget);
            self.unpack(&Opening { id, path: &path, size, depth, budget, password: None }, content)?;
        }
        self.counters.done(1, size);
        Ok(())
    }

    /// Where members can be read from: memory, the disk that it came from, or the sealed object.
    fn content<'h>(&self, small: Option<&'h [u8]>, stored: &Stored, at: Option<&Path>) -> Content<'h> {
        match (small, at) {
            (Some(bytes), _) => Content::Memory(bytes),
            (None, Some(at)) => Content::File(File::open(at)),
            (None, None) => Content::File(self.archive.plain_in_memory(&stored.0.sha256, stored.1.as_ref())),
        }
    }

    fn read(&mut self, bytes: &[u8]) -> Answer {
        self.readers.with(|reader| reader.read(bytes)).unwrap_or_else(|| unread(bytes, bytes.len() as u64))
    }

    /// Reads a large file from the sealed object, so that what is read is what was kept.
    fn read_large(&mut self, head: &[u8], stored: &Stored, at: Option<&Path>) -> Answer {
        let (fixed, object) = stored;
        let answer = unread(head, fixed.size_bytes);
        if answer.kind == Kind::Other {
            return answer;
        }
        // What is read of a film is its headers; they are not worth gigabytes of memory.
        let is_read_in_place = matches!(answer.kind, Kind::Container | Kind::Audio | Kind::Video);
        let file = match at.filter(|_| is_read_in_place) {
            Some(at) => File::open(at),
            None => self.archive.plain_in_memory(&fixed.sha256, object.as_ref()),
        };
        match file {
            Ok(file) => self.readers.with(|reader| reader.read_file(file)).unwrap_or(answer),
            Err(error) => with_problem(answer, read_problem(&error)),
        }
    }

    fn refuse(&mut self, path: Vec<u8>, problem: Problem, bytes: u64) -> Result<(), Gone> {
        self.counters.done(1, bytes);
        let before = &self.accession.before;
        // What another password opened before is kept, and this one need not open it again.
        if self.accession.exact && !before.refused(&path) && before.holds(&path) {
            return self.send(Outcome::Resumed);
        }
        self.was_wrong |= problem.code == "password-wrong";
        if before.refused(&path) {
            return self.send(Outcome::Resumed);
        }
        self.send(Outcome::Refused(path, problem))
    }

    fn send(&self, outcome: Outcome) -> Result<(), Gone> {
        self.out.send(outcome).map_err(|_| Gone)
    }
}

pub fn read_problem(error: &io::Error) -> Problem {
    problem_of(error).cloned().unwrap_or_else(|| of_source(error, ""))
}

/// What was read, if there is anything to say. A container says what it is when its members have been taken out,
/// and before only what it says of itself.
fn worth_keeping(answer: &Answer) -> Option<Reading> {
    let mut reading = answer.reading.clone();
    let is_silent = reading.pages.is_empty() && reading.metadata.is_empty() && reading.problems.is_empty();
    let is_container = answer.kind == Kind::Container;
    if is_container && reading.metadata.is_empty() || is_silent && !answer.has_members {
        return None;
    }
    if is_container {
        reading.problems.clear();
    }
    if is_container || answer.has_members {
        announce_members(&mut reading);
    }
    Some(reading)
}

/// Writes into a reading that members follow, so that a run that is cut off between them knows.
fn announce_members(reading: &mut Reading) {
    let space = if reading.settings.is_empty() { "" } else { " " };
    reading.settings = format!("{}{space}{}", reading.settings, crate::views::MEMBERS_FOLLOW);
}

pub fn unread(head: &[u8], size: u64) -> Answer {
    let (kind, media_type) = identify(head, size);
    Answer { kind, media_type: media_type.to_owned(), reading: Reading::default(), has_members: false }
}

pub fn with_problem(mut answer: Answer, problem: Problem) -> Answer {
    answer.reading.problems.push(problem);
    answer
}

fn fresh_id() -> ItemId {
    let mut id = [0; 10];
    OsRng.fill_bytes(&mut id);
    ItemId(id)
}
