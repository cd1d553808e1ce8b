//! Members: what a container holds and what came with a message, each taken in as an item of its own.

use std::{fs::File, io, ops::ControlFlow};

use isnad_extract::{Budget, Member, Reader};
use isnad_model::{ItemId, Problem, reading::Reading};

use super::{Arriving, Gone, Worker, read_problem};
use crate::intake::draft::Outcome;

/// Containers within containers are opened to this depth; deeper ones are kept closed, and said so.
pub const DEPTH_MAX: u64 = 8;

/// An item whose members are to be taken out.
pub(super) struct Opening<'o> {
    pub(super) id: ItemId,
    /// Its path; members stand behind it after `!/`.
    pub(super) path: &'o [u8],
    pub(super) size: u64,
    pub(super) depth: u64,
    /// What is left to the outermost container that it lies in.
    pub(super) budget: Option<Budget>,
    /// What opens it, if it is locked and somebody knows.
    pub(super) password: Option<&'o str>,
}

/// A locked item that is there, and what opens it.
pub struct Locked<'l> {
    pub id: ItemId,
    pub path: &'l [u8],
    pub size: u64,
    pub depth: u64,
    pub file: io::Result<File>,
    pub password: &'l str,
}

/// What came of a password.
pub struct Unlocking {
    pub problems: Vec<Problem>,
    /// Members that were not there before.
    pub n_new: u64,
    /// It opened nothing, or not everything.
    pub was_wrong: bool,
}

/// Where its bytes are.
pub(super) enum Content<'b> {
    Memory(&'b [u8]),
    File(io::Result<File>),
}

impl Worker<'_> {
    /// Takes the members in, each as an item with its path, and then records that it is done.
    pub(super) fn unpack(&mut self, opening: &Opening<'_>, content: Content<'_>) -> Result<(), Gone> {
        let mut reading = Reading { tool: isnad_extract::unpacker(), ..Reading::default() };
        if opening.depth >= DEPTH_MAX {
            reading.problems.push(Problem::new("container-too-deep").number("depth_max", DEPTH_MAX));
        } else if let Some(mut reader) = self.readers.take() {
            let unpacked = self.members(opening, content, &mut reader);
            self.readers.give_back(reader);
            reading.problems = unpacked?;
        } else {
            reading.problems.push(Problem::new("not-read"));
        }
        self.send(Outcome::Unpacked(opening.id, reading))
    }

    /// Takes members out with a password. What is wrong with the whole comes back: whether the reading that says
    /// so is worth keeping is for the caller to say.
    pub fn unlock(mut self, locked: Locked<'_>) -> Unlocking {
        let opening = Opening {
            id: locked.id,
            path: locked.path,
            size: locked.size,
            depth: locked.depth,
            budget: None,
            password: Some(locked.password),
        };
        let problems = match self.readers.take() {
            // Nobody listens any more where the archive itself failed, and then the caller knows it.
            Some(mut reader) => {
                self.members(&opening, Content::File(locked.file), &mut reader).unwrap_or_default()
            }
            None => vec![Problem::new("not-read")],
        };
        let was_wrong = self.was_wrong || problems.iter().any(|problem| problem.code == "password-wrong");
        Unlocking { problems, n_new: self.n_new, was_wrong }
    }

    /// The container's own reader streams its members while another one reads each of them.
    fn members(
        &mut self,
        opening: &Opening<'_>,
        content: Content<'_>,
        reader: &mut Reader,
    ) -> Result<Vec<Problem>, Gone> {
        let budget = opening.budget.clone().unwrap_or_else(|| reader.budget(opening.size));
        let mut gone = false;
        let mut each = |member: Member<'_>| {
            self.counters.found(1, member.size.unwrap_or(0));
            match self.member(opening, &budget, member) {
                Ok(()) => ControlFlow::Continue(()),
                Err(Gone) => {
                    gone = true;
                    ControlFlow::Break(())
                }
            }
        };
        let problems = match content {
            Content::Memory(bytes) => reader.unpack(bytes, &budget, &mut each),
            Content::File(Ok(file)) => reader.unpack_locked(file, opening.password, &budget, &mut each),
            Content::File(Err(error)) => vec![read_problem(&error)],
        };
        if gone { Err(Gone) } else { Ok(problems) }
    }

    fn member(&mut self, of: &Opening<'_>, budget: &Budget, mut member: Member<'_>) -> Result<(), Gone> {
        let name = if member.name.is_empty() { unsqueezed(of.path) } else { member.name.to_vec() };
        let path = [of.path, b"!/", &name].concat();
        let modified = member.modified.and_then(crate::clock::iso_millis);
        let depth = of.depth + 1;
        let exact = self.accession.exact;
        let before = if exact { None } else { self.accession.before.take(&path, None, modified) };
        if let Some(before) = before {
            self.counters.done(1, before.size);
            if before.half_unpacked {
                let again = Content::File(isnad_extract::memfd(&mut member));
                let budget = Some(budget.clone());
                let (id, size) = (before.id, before.size);
                let opening = Opening { id, path: &path, size, depth, budget, password: None };
                self.unpack(&opening, again)?;
            }
            return self.send(Outcome::Resumed);
        }
        let arriving = Arriving { path, modified, parent: Some(of.id), depth, budget: Some(budget.clone()) };
        self.take_in(arriving, &mut member, None)
    }
}

/// Endings by which programs mark a file that they made small, and what stood there before.
const SQUEEZED: [(&[u8], &[u8]); 9] = [
    (b".tgz", b".tar"),
    (b".tbz2", b".tar"),
    (b".txz", b".tar"),
    (b".svgz", b".svg"),
    (b".gz", b""),
    (b".bz2", b""),
    (b".xz", b""),
    (b".zst", b""),
    (b".zstd", b""),
];

/// The name of the one file within, where the container does not carry it: its own name without the last ending.
pub fn unsqueezed(path: &[u8]) -> Vec<u8> {
    let name = path.rsplit(|b| *b == b'/').next().unwrap_or(path);
    let known = SQUEEZED.iter().find_map(|(ending, before)| {
        let (stem, found) = name.split_at_checked(name.len().checked_sub(ending.len())?)?;
        (!stem.is_empty() && found.eq_ignore_ascii_case(ending)).then(|| [stem, before].concat())
    });
    known.unwrap_or_else(|| b"content".to_vec())
}

#[cfg(test)]
mod tests;
