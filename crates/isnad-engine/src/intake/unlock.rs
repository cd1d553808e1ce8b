//! A password that comes later: what was kept locked is read, and what is inside is taken in.
//!
//! The items belong to the accession that the container came with; it is closed once more, with the count as it is
//! then. A member that was refused as locked is refused no more once it is kept: see `views`.
//! The password goes to the one child that opens the file and is stored nowhere. The reading says that one was given,
//! and a custody entry says who gave it.

use std::{fs::File, io, sync::mpsc};

use isnad_access::{Grant, Sealed, release};
use isnad_crypto::Password;
use isnad_extract::Reader;
use isnad_ledger::body::{Body, Custody};
use isnad_model::{
    ItemId, Problem,
    reading::{Kind, Method, Reading},
};

use super::{
    Counters,
    accession::Accession,
    commit,
    work::{Locked, Unlocking, Worker},
};
use crate::{Archive, error::Result, query::Held, reading::unread};

/// Among the settings of a reading: somebody knew the password.
const PASSWORD_GIVEN: &str = "password=given";

/// What a password opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unlocked {
    /// Members that are items now and were none before, with all that is inside them.
    pub n_taken_in: u64,
    /// Whether something stayed locked: another password may open it.
    pub is_partly_locked: bool,
}

impl Archive {
    /// Reads a locked document, or takes in what a locked container holds; `None` where there is no such item for
    /// this grant.
    ///
    /// # Errors
    /// `password-wrong` when it opens nothing, `not-locked` when there is nothing to open, `not-allowed`; nothing is
    /// recorded then.
    pub fn unlock(&self, grant: &Grant, id: ItemId, password: &Password) -> Result<Option<Unlocked>> {
        let held = self.held(id)?.and_then(|held| release(Sealed::new(held.sensitivity, held), grant));
        let Some(held) = held else { return Ok(None) };
        if !grant.role().may_take_in() {
            return Err(Problem::new("not-allowed"));
        }
        let _one_at_a_time = self.intake.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        self.forget_taken_on();
        match held.line.kind {
            Kind::Container => self.unlock_members(grant, &held, password).map(Some),
            _ => self.unlock_words(grant, &held, password).map(Some),
        }
    }

    fn unlock_words(&self, grant: &Grant, held: &Held, password: &Password) -> Result<Unlocked> {
        if !self.is_locked_document(held.line.id)? {
            return Err(Problem::new("not-locked"));
        }
        let reader = self.start_reader().ok_or_else(|| Problem::new("not-read"))?;
        let file = self.plain_of(held).map_err(|_| Problem::new("object-altered"))?;
        let answer = reader.read_locked(file, Some(password.expose()));
        let mut reading = answer.reading;
        let says = |code| reading.problems.iter().find(|problem| problem.code == code);
        if let Some(wrong) = says("password-wrong") {
            return Err(wrong.clone());
        }
        // Of some formats no reader takes a password: they stay locked whatever is given.
        if says("document-encrypted").or_else(|| says("document-encrypted-unopened")).is_some() {
            return Err(Problem::new("document-not-read").text("media_type", &*held.line.media_type));
        }
        // A reader that died or could not begin opened nothing; recorded, it would count as unlocked for ever.
        let is_empty = reading.pages.is_empty() && reading.metadata.is_empty() && !answer.has_members;
        if let Some(why) = reading.problems.first().filter(|_| is_empty) {
            return Err(why.clone());
        }
        add_setting(&mut reading, PASSWORD_GIVEN);
        let copy = self.opened_copy(&reader, held, password);
        let accession = self.accession_again(held.accession)?;
        let mut commit = commit::Committer::of_unlocked(self, &accession, opened(grant, held));
        // What it carries comes first: if this is cut off, the document is still locked and is unlocked once more.
        let unlocking = match answer.has_members {
            true => Some(self.take_members(held, password, &accession, &mut commit)?),
            false => None,
        };
        if unlocking.is_some() {
            add_setting(&mut reading, crate::views::MEMBERS_FOLLOW);
        }
        let unread = unread(&held.line.media_type, &reading);
        match copy {
            Some(Ok(copy)) => commit.opened_copy(held.line.id, grant.principal().0.into(), &copy)?,
            Some(Err(why)) => reading.problems.push(why),
            None => {}
        }
        commit.opened(held.line.id, Method::Text, reading, unread)?;
        let mut unlocked = Unlocked { n_taken_in: 0, is_partly_locked: false };
        if let Some(unlocking) = unlocking {
            unlocked = Unlocked { n_taken_in: unlocking.n_new, is_partly_locked: unlocking.was_wrong };
            commit.reading(held.line.id, Method::Members, members_of(unlocking.problems), Vec::new())?;
        }
        commit.settle()?;
        Ok(unlocked)
    }

    /// A copy without the lock, of what has pages to be drawn. The password is stored nowhere, so this is the one
    /// moment at which it can be made.
    fn opened_copy(&self, reader: &Reader, held: &Held, password: &Password) -> Option<Result<Vec<u8>>> {
        if !isnad_extract::is_drawable(&held.line.media_type) {
            return None;
        }
        let file = self.plain_of(held).map_err(|_| Problem::new("object-altered"));
        let copy = file.and_then(|file| reader.opened(file, password.expose()));
        Some(copy.map_err(|_| Problem::new("opened-copy-missing")))
    }

    fn unlock_members(&self, grant: &Grant, held: &Held, password: &Password) -> Result<Unlocked> {
        let accession = self.accession_again(held.accession)?;
        let mut commit = commit::Committer::of_unlocked(self, &accession, opened(grant, held));
        let unlocking = self.take_members(held, password, &accession, &mut commit)?;
        if unlocking.n_new == 0 && unlocking.was_wrong {
            commit.settle()?;
            return Err(Problem::new("password-wrong"));
        }
        if unlocking.n_new > 0 || !accession.closed {
            let reading = members_of(unlocking.problems);
            commit.opened(held.line.id, Method::Members, reading, Vec::new())?;
        } else if !self.was_unlocked(held.line.id)? {
            return Err(Problem::new("not-locked"));
        }
        commit.settle()?;
        Ok(Unlocked { n_taken_in: unlocking.n_new, is_partly_locked: unlocking.was_wrong })
    }

    /// Takes in what is inside, as far as the password opens it.
    fn take_members(
        &self,
        held: &Held,
        password: &Password,
        accession: &Accession,
        commit: &mut commit::Committer<'_>,
    ) -> Result<Unlocking> {
        let counters = Counters::default();
        let locked = Locked {
            id: held.line.id,
            path: &held.path,
            size: held.line.size_bytes,
            depth: self.depth_of(held)?,
            file: self.plain_of(held),
            password: password.expose(),
        };
        std::thread::scope(|scope| {
            let (out, outcomes) = mpsc::sync_channel(256);
            let counters = &counters;
            // The worker is made where it works: its readers die with the thread that starts them.
            let working = scope.spawn(move || Worker::new(self, accession, counters, out).unlock(locked));
            let result = commit.run(&outcomes, &mut || ());
            // A worker that waits to hand something over is let go by the closed channel.
            drop(outcomes);
            let unlocking = working.join().map_err(|_| Problem::new("internal"))?;
            result.map(|()| unlocking)
        })
    }

    /// The plain bytes of an item in memory that has no name on any disk.
    pub(crate) fn plain_of(&self, held: &Held) -> io::Result<File> {
        isnad_extract::memfd(&mut self.open_object(&held.object)?)
    }

    /// How many containers an item lies in.
    fn depth_of(&self, held: &Held) -> Result<u64> {
        let mut depth = 0;
        let mut parent = held.parent;
        while let Some(id) = parent {
            depth += 1;
            parent = self.held(ItemId(id))?.and_then(|held| held.parent);
        }
        Ok(depth)
    }

    /// Whether the newest reading of an item says that it is locked.
    fn is_locked_document(&self, id: ItemId) -> Result<bool> {
        let all = self.readings(id)?;
        let newest = all.iter().rev().find(|stored| stored.method() == Method::Text);
        Ok(newest
            .is_some_and(|stored| stored.derivation.problems.iter().any(|p| p.code == "document-encrypted")))
    }

    fn was_unlocked(&self, id: ItemId) -> Result<bool> {
        let all = self.readings(id)?;
        Ok(all.iter().any(|stored| stored.derivation.settings.split(' ').any(|word| word == PASSWORD_GIVEN)))
    }
}

/// Who opened it. The event is one of PREMIS.
fn opened(grant: &Grant, held: &Held) -> Body {
    let by = grant.principal().0.into();
    Body::Custody(Custody { item: held.line.id.0.into(), event: "decryption".into(), by })
}

/// The reading that says that members were taken out with a password.
fn members_of(problems: Vec<Problem>) -> Reading {
    let mut reading = Reading { tool: isnad_extract::unpacker(), problems, ..Reading::default() };
    add_setting(&mut reading, PASSWORD_GIVEN);
    reading
}

fn add_setting(reading: &mut Reading, setting: &str) {
    let space = if reading.settings.is_empty() { "" } else { " " };
    reading.settings = format!("{}{space}{setting}", reading.settings);
}
