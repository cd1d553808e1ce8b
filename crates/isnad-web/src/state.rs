//! What all requests share.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use isnad_engine::{Verified, World};
use isnad_model::Millis;

use crate::{draft::Drafts, drawn::Drawn, gate::Gate, pictures::Pictures, session::Sessions};

/// A clock that only goes forward: time since some moment before the first request.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Duration + Send + Sync>);

impl Clock {
    /// A clock of the caller's, for tests.
    pub fn new(now: impl Fn() -> Duration + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The machine's clock; setting it back does not lengthen a session.
    pub fn machine() -> Self {
        #[expect(clippy::disallowed_methods, reason = "idle sessions end by a clock, and this face owns it")]
        let start = std::time::Instant::now();
        Self::new(move || start.elapsed())
    }

    pub(crate) fn now(&self) -> Duration {
        (self.0)()
    }
}

/// How the pages are served.
#[derive(Clone)]
pub struct Options {
    /// Host names to answer to, besides the loopback ones; without a port.
    pub hosts: Vec<String>,
    /// Whether browsers reach us by https, so that cookies may insist on it.
    pub https: bool,
    /// How long a session lives without a request.
    pub idle: Duration,
    /// The clock for idle sessions and sign-in attempts.
    pub clock: Clock,
    /// What an archive is opened with.
    pub world: World,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            hosts: Vec::new(),
            https: false,
            idle: Duration::from_secs(15 * 60),
            clock: Clock::machine(),
            world: World::real(),
        }
    }
}

/// Shared by all requests; cheap to clone.
#[derive(Clone)]
pub struct AppState(Arc<Shared>);

/// The parts of the state. Locks are held for a moment only, never across an `await`.
pub struct Shared {
    pub(crate) options: Options,
    pub(crate) gate: Gate,
    pub(crate) sessions: Sessions,
    pub(crate) drafts: Drafts,
    pub(crate) verification: Mutex<Verification>,
    /// Whether the last recorded verification was in order; for the mark at the head of every page.
    pub(crate) seal: Mutex<Option<bool>>,
    /// Pictures of pages and words that were drawn lately.
    pub(crate) drawn: Drawn,
    /// Pages that are being read from their pictures.
    pub(crate) pictures: Pictures,
}

/// Where a verification asked for in the browser stands.
#[derive(Debug, Clone, Default)]
pub(crate) enum Verification {
    /// None was asked for since the program started.
    #[default]
    Idle,
    /// Under way: bytes done, of.
    Running { done: u64, of: u64 },
    /// Ended with a report, at a time. Each visitor is shown the names that they may see.
    Done(Arc<Verified>, Millis),
    /// Could not be carried out.
    Failed(isnad_model::Problem),
}

impl AppState {
    /// A locked archive with nobody signed in.
    pub fn new(dir: PathBuf, options: Options) -> Self {
        Self(Arc::new(Shared {
            gate: Gate::new(dir, options.clock.clone(), options.world.clone()),
            sessions: Sessions::new(options.idle),
            drafts: Drafts::new(),
            options,
            verification: Mutex::default(),
            seal: Mutex::default(),
            drawn: Drawn::default(),
            pictures: Pictures::default(),
        }))
    }

    /// Ends idle sessions, once a minute; when nobody is left the archive's keys leave memory.
    pub(crate) async fn sweep_for_ever(self) {
        let mut minutes = tokio::time::interval(Duration::from_secs(60));
        loop {
            minutes.tick().await;
            self.sweep();
        }
    }

    /// Ends idle sessions now.
    pub(crate) fn sweep(&self) {
        self.sessions.sweep(self.now());
        if self.sessions.is_empty() {
            self.gate.lock();
            self.drawn.forget();
            *held(&self.verification) = Verification::Idle;
        }
    }

    pub(crate) fn now(&self) -> Duration {
        self.options.clock.now()
    }
}

impl std::ops::Deref for AppState {
    type Target = Shared;
    fn deref(&self) -> &Shared {
        &self.0
    }
}

/// Takes a lock. What it guards stays whole even if its last holder panicked.
pub(crate) fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
