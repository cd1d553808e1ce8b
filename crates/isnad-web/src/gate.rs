//! The archive behind its lock: opened by the first sign-in, closed when the last session ends.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, Weak},
    time::Duration,
};

use isnad_access::Grant;
use isnad_engine::{Archive, World};
use isnad_model::{Problem, Sensitive};

use crate::state::{Clock, held};

/// Attempts that may be made at once, and how long it takes to earn one back.
const ATTEMPTS_MAX: u32 = 8;
const ATTEMPT_EVERY: Duration = Duration::from_secs(5);

/// The way in.
pub(crate) struct Gate {
    dir: PathBuf,
    clock: Clock,
    world: World,
    open: Mutex<Option<Arc<Archive>>>,
    /// The archive that was closed last: a taking-in that still runs keeps it alive, and the folder is then
    /// in use, so the next sign-in must find it again instead of opening it a second time.
    leaving: Mutex<Weak<Archive>>,
    attempts: Mutex<Attempts>,
    /// One passphrase at a time: each costs memory and seconds, on purpose.
    turn: tokio::sync::Mutex<()>,
}

/// Why somebody did not get in.
#[derive(Debug)]
pub(crate) enum Refused {
    /// A wrong name or a wrong passphrase; which of the two is not said.
    Wrong,
    /// Too many attempts.
    TooMany,
    /// The archive itself could not be opened.
    Problem(Problem),
}

impl Gate {
    pub fn new(dir: PathBuf, clock: Clock, world: World) -> Self {
        let attempts = Mutex::new(Attempts { left: ATTEMPTS_MAX, since: clock.now() });
        Self {
            dir,
            clock,
            world,
            open: Mutex::default(),
            leaving: Mutex::default(),
            attempts,
            turn: tokio::sync::Mutex::default(),
        }
    }

    /// The archive, if somebody has opened it.
    pub fn archive(&self) -> Option<Arc<Archive>> {
        held(&self.open).clone()
    }

    /// Keeps the archive open. Said again once there is a session, in case the last one ended in between.
    pub fn hold(&self, archive: Arc<Archive>) {
        *held(&self.open) = Some(archive);
    }

    /// Forgets the archive and with it the keys in memory.
    pub fn lock(&self) {
        if let Some(archive) = held(&self.open).take() {
            *held(&self.leaving) = Arc::downgrade(&archive);
        }
    }

    /// Lets somebody in by name and passphrase, opening the archive if it is closed.
    pub async fn sign_in(
        &self,
        name: String,
        passphrase: Sensitive<String>,
    ) -> Result<(Arc<Archive>, Grant), Refused> {
        if !held(&self.attempts).take(self.clock.now()) {
            return Err(Refused::TooMany);
        }
        let _turn = self.turn.lock().await;
        let known = self.archive().or_else(|| held(&self.leaving).upgrade());
        let (dir, world) = (self.dir.clone(), self.world.clone());
        let entered = tokio::task::spawn_blocking(move || match known {
            Some(archive) => archive.sign_in(&name, &passphrase).map(|grant| (archive, grant)),
            None => Archive::open(&dir, Some(&name), &passphrase, world)
                .map(|(archive, grant)| (Arc::new(archive), grant)),
        });
        let (archive, grant) =
            entered.await.map_err(|_| Refused::Problem(Problem::new("internal")))?.map_err(reason)?;
        self.hold(archive.clone());
        held(&self.attempts).give_back();
        Ok((archive, grant))
    }
}

fn reason(problem: Problem) -> Refused {
    match problem.code {
        "wrong-passphrase" => Refused::Wrong,
        _ => Refused::Problem(problem),
    }
}

/// A bucket of attempts that fills up slowly; one for the whole process, since everybody is on this machine.
struct Attempts {
    left: u32,
    since: Duration,
}

impl Attempts {
    fn take(&mut self, now: Duration) -> bool {
        let earned = (now.saturating_sub(self.since).as_secs() / ATTEMPT_EVERY.as_secs()) as u32;
        if earned > 0 {
            self.left = self.left.saturating_add(earned).min(ATTEMPTS_MAX);
            self.since = now;
        }
        let allowed = self.left > 0;
        self.left = self.left.saturating_sub(1);
        allowed
    }

    /// A good attempt costs nothing.
    fn give_back(&mut self) {
        self.left = (self.left + 1).min(ATTEMPTS_MAX);
    }
}
