//! Mailboxes (RFC 4155): messages under one another, each behind a dividing line.
//!
//! A message is taken out as it lies there, byte for byte, so that anybody can find it again in the mailbox: a `>` that
//! was put before `From ` stays, since nobody can know which program put it. What a program wrote of the length of a
//! message is not trusted.

use super::{begin, finish};
use crate::{
    formats::{
        Source,
        mail::{date, fields::trim_end},
    },
    identify::mail::{begins_message, is_from_line},
    wire::{Head, PIECE_MAX, Reply, Sink},
};
use isnad_model::Problem;
use std::io::{self, BufRead};

/// A line that is longer is no dividing line, and is passed on in pieces.
const LINE_MAX: usize = 16 << 10;

/// Streams every message.
pub(crate) fn unpack(source: &mut dyn Source, sink: &mut Sink<'_>) {
    let mut mailbox =
        Mailbox { lines: Lines::new(source), piece: Vec::new(), blank: Vec::new(), messages: 0 };
    if mailbox.follow(sink).is_err() {
        mailbox.end(sink, Err(Problem::new("member-damaged")));
        sink.problem(super::damaged());
    }
}

struct Mailbox<'s> {
    lines: Lines<'s>,
    /// Content on its way out.
    piece: Vec<u8>,
    /// An empty line, held back: before a dividing line or at the end it belongs to the mailbox.
    blank: Vec<u8>,
    messages: u64,
}

impl Mailbox<'_> {
    fn follow(&mut self, sink: &mut Sink<'_>) -> io::Result<()> {
        let mut after_blank = true;
        let mut at_start = true;
        while let Some(line) = self.lines.next()? {
            let starts_line = std::mem::replace(&mut at_start, line.is_whole);
            let text = trim_end(&line.bytes);
            if starts_line && line.is_whole && is_from_line(text) && self.divides(after_blank)? {
                self.end(sink, Ok(()));
                self.begin(text, sink);
                after_blank = false;
                continue;
            }
            after_blank = starts_line && line.is_whole && text.is_empty();
            self.content(&line.bytes, after_blank, sink);
        }
        self.end(sink, Ok(()));
        Ok(())
    }

    /// Whether a line with a date after `From ` divides, as what stands around it says.
    fn divides(&mut self, after_blank: bool) -> io::Result<bool> {
        let next = self.lines.peek()?;
        let is_field = next.is_some_and(|line| begins_message(line) && !trim_end(line).is_empty());
        let is_bare = next.is_none_or(|line| trim_end(line).is_empty());
        // Some programs leave the empty line out, some messages have no header; not both.
        Ok(is_field || (after_blank && is_bare) || self.messages == 0)
    }

    fn begin(&mut self, from_line: &[u8], sink: &mut Sink<'_>) {
        self.messages += 1;
        let name = format!("{:06}.eml", self.messages);
        let modified = date_of(from_line).unwrap_or_default();
        let head = Head { name: name.as_bytes(), label: &name, size: None, modified: &modified };
        // A name of ours is never too long.
        let _fits = begin(&head, sink);
    }

    fn content(&mut self, line: &[u8], is_blank: bool, sink: &mut Sink<'_>) {
        if self.messages == 0 {
            return;
        }
        self.piece.append(&mut self.blank);
        match is_blank {
            true => self.blank.extend_from_slice(line),
            false => self.piece.extend_from_slice(line),
        }
        if self.piece.len() >= PIECE_MAX / 2 {
            sink.send(Reply::Data(&self.piece));
            self.piece.clear();
        }
    }

    fn end(&mut self, sink: &mut Sink<'_>, outcome: Result<(), Problem>) {
        self.blank.clear();
        if self.messages == 0 {
            return;
        }
        if !self.piece.is_empty() {
            sink.send(Reply::Data(&self.piece));
            self.piece.clear();
        }
        finish(outcome, sink);
    }
}

/// When the message came, as the dividing line says: behind the sender, mostly without a zone.
fn date_of(from_line: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(from_line).ok()?;
    let (_, date) = text.strip_prefix("From ")?.split_once(' ')?;
    date::iso8601(date)
}

/// A line, or a piece of a very long one.
struct Line {
    bytes: Vec<u8>,
    /// It ends here, with its line break or with the file.
    is_whole: bool,
}

/// Lines with a look at the next one.
struct Lines<'s> {
    source: &'s mut dyn Source,
    ahead: Option<Line>,
}

impl<'s> Lines<'s> {
    fn new(source: &'s mut dyn Source) -> Self {
        Self { source, ahead: None }
    }

    fn next(&mut self) -> io::Result<Option<Line>> {
        match self.ahead.take() {
            Some(line) => Ok(Some(line)),
            None => self.read(),
        }
    }

    fn peek(&mut self) -> io::Result<Option<&[u8]>> {
        if self.ahead.is_none() {
            self.ahead = self.read()?;
        }
        Ok(self.ahead.as_ref().map(|line| line.bytes.as_slice()))
    }

    fn read(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        let read = io::Read::take(&mut *self.source, LINE_MAX as u64).read_until(b'\n', &mut bytes)?;
        let is_whole = bytes.last() == Some(&b'\n') || read < LINE_MAX;
        Ok((read > 0).then_some(Line { bytes, is_whole }))
    }
}

#[cfg(test)]
mod tests;
