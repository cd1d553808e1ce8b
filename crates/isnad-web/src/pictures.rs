//! Pages are read from their pictures while people work: one run at a time, in a thread of its own.
//!
//! Only the process that serves the archive can write to it, so the reading happens here. What is read is recorded
//! page by page; a run that is stopped, or cut off with the program, goes on with the rest when it is asked for
//! again. It outlives pages and sessions, as a taking-in does, and holds the archive open until it is done. Signing
//! out as the last one says that the keys are to leave memory, so it stops the run.

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use isnad_access::Grant;
use isnad_engine::{Archive, PicturesRequest};
use isnad_model::{
    Problem,
    pictures::{Progress, Report},
};

use crate::state::{Clock, held};

/// Pages that somebody asked for.
pub(crate) struct Order {
    pub archive: Arc<Archive>,
    pub grant: Grant,
    pub request: PicturesRequest,
}

/// The run of this server, if there is one, and what became of the last.
#[derive(Default)]
pub(crate) struct Pictures {
    work: Mutex<Work>,
    stop: AtomicBool,
}

#[derive(Default)]
struct Work {
    running: Option<Running>,
    /// Asked for meanwhile.
    later: VecDeque<Order>,
    last: Option<Ended>,
}

#[derive(Clone)]
struct Running {
    grant: Grant,
    progress: Progress,
    since: Duration,
}

/// What became of a run.
#[derive(Debug, Clone)]
pub(crate) struct Ended {
    grant: Grant,
    /// Pages that were read and recorded before it ended, whatever ended it.
    pub report: Report,
    /// Why nothing could be read any more.
    pub problem: Option<Problem>,
    /// Somebody asked for the end.
    pub stopped: bool,
}

impl Ended {
    /// What became of a run that may be known to those who see what this grant covers.
    pub const fn of(grant: Grant, report: Report, problem: Option<Problem>, stopped: bool) -> Self {
        Self { grant, report, problem, stopped }
    }
}

/// Where things stand, as far as somebody may know.
#[derive(Debug, Clone)]
pub(crate) enum Stand {
    /// Nothing was asked for since the program started.
    Idle,
    /// Pages are being read that this person may not even know of.
    Elsewhere,
    /// Under way.
    Running(Far),
    /// The last run ended.
    Ended(Ended),
}

/// How far a run has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Far {
    /// Pages done, of how many, and failed.
    pub progress: Progress,
    /// Pace, as soon as there is one.
    pub pace: Option<Pace>,
    /// Runs that were asked for meanwhile.
    pub n_later: u64,
    /// It ends after the pages at hand.
    pub stopping: bool,
}

/// How fast it goes, and how long it will take at that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pace {
    /// Pages in an hour, at least one.
    pub per_hour: u64,
    /// Whole seconds left.
    pub seconds_left: u64,
}

impl Pictures {
    /// Has pages read: now, or after those that are being read. Gives whether a run must be started for it, by
    /// [`Pictures::run`] in a thread that may block.
    pub fn ask(&self, order: Order) -> bool {
        let mut work = held(&self.work);
        let is_first = work.running.is_none();
        if is_first {
            self.stop.store(false, Ordering::Relaxed);
            work.last = None;
            // Taken at once, so that the next one who asks waits behind it.
            work.running = Some(Running {
                grant: order.grant.clone(),
                progress: Progress::default(),
                since: Duration::ZERO,
            });
        }
        work.later.push_back(order);
        is_first
    }

    /// Reads what was asked for until nothing is left, nothing can be read, or somebody stops it.
    pub fn run(&self, clock: &Clock) {
        let mut sum = Report::default();
        while let Some(Order { archive, grant, request }) = self.next(clock, sum) {
            match archive.read_pictures(&grant, &request, &self.stop, &|progress| self.note(progress)) {
                Ok(report) => sum = added(sum, report),
                Err(problem) => {
                    sum = added(sum, self.noted());
                    return end(&mut held(&self.work), sum, Some(problem), false);
                }
            }
        }
    }

    /// The next of what was asked for. Where there is none the run ends, under the same lock: whoever asks later
    /// starts another one.
    fn next(&self, clock: &Clock, sum: Report) -> Option<Order> {
        let mut work = held(&self.work);
        let is_stopped = self.stop.load(Ordering::Relaxed);
        let Some(order) = work.later.pop_front().filter(|_| !is_stopped) else {
            end(&mut work, sum, None, is_stopped);
            return None;
        };
        // Counts are of all that this run reads: they are for those who may know of all of it.
        let before = work.running.take().map(|running| running.grant);
        let grant =
            before.filter(|before| covers(before, &order.grant)).unwrap_or_else(|| order.grant.clone());
        work.running = Some(Running { grant, progress: Progress::default(), since: clock.now() });
        Some(order)
    }

    fn note(&self, progress: Progress) {
        if let Some(running) = &mut held(&self.work).running {
            running.progress = progress;
        }
    }

    /// What a run that was cut short had done.
    fn noted(&self) -> Report {
        let progress = held(&self.work).running.as_ref().map(|running| running.progress).unwrap_or_default();
        let Progress { n_done, n_failed, .. } = progress;
        Report { n_pages: n_done, n_read: n_done - n_failed, n_failed, ..Report::default() }
    }

    /// Ends after the pages at hand, which are recorded.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
        held(&self.work).later.clear();
    }

    /// A run that ended against all expectation must not be said to go on for ever.
    pub fn broke(&self) {
        end(&mut held(&self.work), Report::default(), Some(Problem::new("internal")), false);
    }

    /// Where it stands, for somebody. Whoever sees less than the one who asked learns no counts.
    pub fn stand(&self, grant: &Grant, clock: &Clock) -> Stand {
        let work = held(&self.work);
        let may_know = |asker: &Grant| covers(grant, asker);
        match (&work.running, &work.last) {
            (Some(running), _) if may_know(&running.grant) => Stand::Running(Far {
                progress: running.progress,
                pace: pace(running.progress, clock.now().saturating_sub(running.since)),
                n_later: work.later.len() as u64,
                stopping: self.stop.load(Ordering::Relaxed),
            }),
            (Some(_), _) => Stand::Elsewhere,
            (None, Some(ended)) if may_know(&ended.grant) => Stand::Ended(ended.clone()),
            (None, _) => Stand::Idle,
        }
    }
}

/// Whether somebody sees all that somebody else sees.
fn covers(grant: &Grant, other: &Grant) -> bool {
    other.labels().all(|label| grant.covers(label))
}

fn end(work: &mut Work, report: Report, problem: Option<Problem>, stopped: bool) {
    work.later.clear();
    if let Some(Running { grant, .. }) = work.running.take() {
        work.last = Some(Ended::of(grant, report, problem, stopped));
    }
}

fn added(sum: Report, more: Report) -> Report {
    Report {
        n_pages: sum.n_pages + more.n_pages,
        n_read: sum.n_read + more.n_read,
        n_failed: sum.n_failed + more.n_failed,
        // What waits is counted when somebody looks.
        n_left: 0,
        n_numbers: sum.n_numbers + more.n_numbers,
    }
}

/// The pace of a run that has read something for a while.
fn pace(Progress { n_done, n_pages, .. }: Progress, since: Duration) -> Option<Pace> {
    /// Before that a pace is a guess.
    const SETTLED: Duration = Duration::from_secs(4);
    if n_done == 0 || since < SETTLED {
        return None;
    }
    let seconds = since.as_secs();
    let per_hour = (n_done * 3600 / seconds).max(1);
    Some(Pace { per_hour, seconds_left: n_pages.saturating_sub(n_done) * seconds / n_done })
}

#[cfg(test)]
mod tests;
