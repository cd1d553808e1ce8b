//! Taking in: what is found is hashed, encrypted, read in the sandbox and recorded, or refused with a reason.
//!
//! A walker finds files, workers read them, and the calling thread commits what they bring in batches, so that
//! one fsync serves a thousand files.
//! What is committed stays; a run that is cut off goes on where it stopped when the same paths are given again.

mod accession;
mod batch;
mod commit;
mod draft;
mod forecast;
mod reported;
mod resume;
mod unlock;
mod walk;
mod work;

use std::{
    io::Read,
    path::PathBuf,
    sync::{
        atomic::{AtomicBool, AtomicU64, Ordering},
        mpsc,
    },
};

pub use self::unlock::Unlocked;

use isnad_access::Grant;
use isnad_model::{
    Problem,
    intake::{Progress, Provenance, Report},
};

use crate::{Archive, error::Result};

/// What to take in.
pub enum Source<'a> {
    /// A file or a folder (walked).
    Path(PathBuf),
    /// An upload: its name and its bytes as a stream, taken in without touching the disk in clear.
    Stream {
        /// The name it came with.
        name: String,
        /// Its bytes.
        bytes: Box<dyn Read + Send + 'a>,
    },
    /// Uploads that arrive one after the other; the next is asked for when the last was read to its end.
    Streams(Uploads<'a>),
}

/// Names and bytes, as they arrive.
pub type Uploads<'a> = Box<dyn Iterator<Item = (String, Box<dyn Read + Send>)> + Send + 'a>;

/// One accession to be: its provenance and its sources.
pub struct IntakeRequest<'a> {
    /// Asked once.
    pub provenance: Provenance,
    /// Everything that came with it.
    pub sources: Vec<Source<'a>>,
}

/// Counters that workers raise and the progress shows.
#[derive(Default)]
struct Counters {
    n_done: AtomicU64,
    n_found: AtomicU64,
    bytes_done: AtomicU64,
    bytes_found: AtomicU64,
    /// Set when the committer gave up, so that workers stop early.
    stop: AtomicBool,
}

impl Counters {
    fn progress(&self) -> Progress {
        Progress {
            n_done: self.n_done.load(Ordering::Relaxed),
            n_found: self.n_found.load(Ordering::Relaxed),
            bytes_done: self.bytes_done.load(Ordering::Relaxed),
            bytes_found: self.bytes_found.load(Ordering::Relaxed),
        }
    }

    fn found(&self, n: u64, bytes: u64) {
        self.n_found.fetch_add(n, Ordering::Relaxed);
        self.bytes_found.fetch_add(bytes, Ordering::Relaxed);
    }

    fn done(&self, n: u64, bytes: u64) {
        self.n_done.fetch_add(n, Ordering::Relaxed);
        self.bytes_done.fetch_add(bytes, Ordering::Relaxed);
    }
}

/// Workers that read and encrypt; more than the cores of a laptop only makes the disk jump.
const WORKERS_MAX: usize = 4;

impl Archive {
    /// Takes material in and gives the completeness report of its accession.
    ///
    /// # Errors
    /// A problem of the archive itself (full disk, failing disk, no right to take in). A problem of one file is
    /// in the report.
    pub fn intake(
        &self,
        grant: &Grant,
        request: IntakeRequest<'_>,
        progress: &dyn Fn(Progress),
    ) -> Result<Report> {
        if !grant.role().may_take_in() {
            return Err(Problem::new("not-allowed"));
        }
        let _one_at_a_time = self.intake.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        self.forget_taken_on();
        let counters = Counters::default();
        let accession = self.open_accession(grant, &request)?;
        let mut commit = commit::Committer::new(self, &accession);
        let n_workers = std::thread::available_parallelism().map_or(1, |n| n.get().min(WORKERS_MAX));
        let outcome = std::thread::scope(|scope| {
            let (job_out, job_in) = mpsc::sync_channel(256);
            let (outcome_out, outcome_in) = mpsc::sync_channel(256);
            let jobs = std::sync::Arc::new(std::sync::Mutex::new(job_in));
            scope.spawn(|| walk::walk(self.layout.root(), request.sources, &counters, job_out));
            for _ in 0..n_workers {
                let (jobs, out) = (jobs.clone(), outcome_out.clone());
                let (accession, counters) = (&accession, &counters);
                scope.spawn(move || work::Worker::new(self, accession, counters, out).run(&jobs));
            }
            drop(outcome_out);
            drop(jobs);
            let result = commit.run(&outcome_in, &mut || progress(counters.progress()));
            counters.stop.store(true, Ordering::Relaxed);
            // Workers that wait to hand something over are let go by the closed channel.
            drop(outcome_in);
            result
        });
        outcome?;
        let report = commit.close()?;
        progress(counters.progress());
        Ok(report)
    }
}
