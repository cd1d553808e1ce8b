//! A member of a container, as its content passes by.

use crate::{Budget, process::Process, wire::Reply};
use isnad_model::Problem;
use std::{
    io::{self, Read},
    ops::ControlFlow,
};

/// A member of a container: its name is a label, its content a stream.
///
/// A member that cannot be taken out is one whose reading fails, at its start (encrypted, a link) or on the way
/// (damaged); [`problem_of`] gives the reason. What was read before the failure is not the member.
pub struct Member<'a> {
    /// The name as the container holds it.
    pub name: &'a [u8],
    /// The name as text: UTF-8, or else the likeliest old encoding. Never a path to write to.
    pub label: &'a str,
    /// The size as the container states it, which may be a lie.
    pub size: Option<u64>,
    /// The time of the last change as the container states it, in ISO 8601; a ZIP has no time zone.
    pub modified: Option<&'a str>,
    pub(crate) content: &'a mut dyn Read,
}

impl Read for Member<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        self.content.read(buf)
    }
}

impl std::fmt::Debug for Member<'_> {
    /// Without the name: names stay out of logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Member").field("size", &self.size).finish_non_exhaustive()
    }
}

/// The reason why a member could not be read, if the error is one of ours and not the caller's own.
pub fn problem_of(error: &io::Error) -> Option<&Problem> {
    error.get_ref()?.downcast_ref()
}

/// Hands over the members that a child streams, counting what they unfold into.
///
/// Whether the answer came to its end: a child that was cut short still has to say what is no answer to the next
/// question.
pub(crate) fn deliver(
    process: &mut Process,
    budget: &Budget,
    problems: &mut Vec<Problem>,
    each: &mut dyn FnMut(Member<'_>) -> ControlFlow<()>,
) -> bool {
    let mut members = 0;
    let mut name = Vec::new();
    let mut words = (String::new(), String::new());
    loop {
        let stated = match process.reply_soon() {
            Ok(Reply::Done) => return true,
            // A child that was taken over must not fill the parent with problems either.
            Ok(Reply::Problem(problem)) if problems.len() < PROBLEMS_MAX => {
                problems.push(problem);
                continue;
            }
            Ok(Reply::Member(head)) => {
                head.name.clone_into(&mut name);
                head.label.clone_into(&mut words.0);
                head.modified.clone_into(&mut words.1);
                head.size
            }
            _ => {
                problems.push(process.cause_of_death());
                return false;
            }
        };
        members += 1;
        let room = if members > budget.limits.members_max { Err(too_many(budget)) } else { budget.member() };
        if let Err(problem) = room {
            problems.push(problem);
            return false;
        }
        let mut content = Content::new(process, budget);
        let flow = each(Member {
            name: &name,
            label: &words.0,
            size: stated,
            modified: Some(words.1.as_str()).filter(|m| !m.is_empty()),
            content: &mut content,
        });
        if flow.is_break() {
            return false;
        }
        content.pass_over();
        if let Some(Over::All(problem)) = content.over {
            problems.push(problem);
            return false;
        }
    }
}

/// A child that says more is mad; those of ours say at the end how many they left out.
pub(crate) const PROBLEMS_MAX: usize = 100;

fn too_many(budget: &Budget) -> Problem {
    Problem::new("container-too-many-members").number("count_max", budget.limits.members_max)
}

/// The content of one member, frame by frame.
struct Content<'p> {
    process: &'p mut Process,
    budget: &'p Budget,
    piece: Vec<u8>,
    at: usize,
    over: Option<Over>,
}

/// How a member ended.
enum Over {
    Whole,
    /// It cannot be taken out; the next one may.
    Refused(Problem),
    /// Nor can anything after it.
    All(Problem),
}

impl<'p> Content<'p> {
    fn new(process: &'p mut Process, budget: &'p Budget) -> Self {
        Self { process, budget, piece: Vec::new(), at: 0, over: None }
    }

    /// The next piece, or how the member ended.
    fn advance(&mut self) {
        self.at = 0;
        self.piece.clear();
        self.over = match self.process.reply_soon() {
            // An empty piece would let a child keep us busy without spending anything.
            Ok(Reply::Data(data)) if !data.is_empty() => {
                self.piece.extend_from_slice(data);
                self.budget.spend(data.len() as u64).err().map(Over::All)
            }
            Ok(Reply::End) => Some(Over::Whole),
            Ok(Reply::Problem(problem)) => Some(Over::Refused(problem)),
            _ => Some(Over::All(self.process.cause_of_death())),
        };
    }

    fn pass_over(&mut self) {
        while self.over.is_none() {
            self.advance();
        }
    }
}

impl Read for Content<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        while self.at == self.piece.len() && !buf.is_empty() {
            match &self.over {
                None => self.advance(),
                Some(Over::Whole) => return Ok(0),
                Some(Over::Refused(problem) | Over::All(problem)) => {
                    return Err(io::Error::other(problem.clone()));
                }
            }
        }
        let n = buf.len().min(self.piece.len() - self.at);
        buf[..n].copy_from_slice(&self.piece[self.at..self.at + n]);
        self.at += n;
        Ok(n)
    }
}
