//! The values of a file of JSON, one after another, however many there are and whatever is wrong with one of them.

use crate::formats::rows::{
    delimited::{Buffer, PIECE},
    record::RECORD_BYTES_MAX,
    table::Place,
};
use serde::de::IgnoredAny;
use std::io::Read;

/// Bytes that were looked through in vain before values may be no longer than [`VALUE_MAX_WHEN_MANY`].
const LOST_MAX: usize = 64 << 20;
const VALUE_MAX_WHEN_MANY: usize = 64 << 10;

/// What comes next.
pub(super) enum Next<'v> {
    Value(&'v [u8], Place),
    /// Something that is no value, or has no end.
    Damaged(Place),
    End,
}

/// How the values of a file stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// One a line, so that a damaged one costs its line.
    Lines,
    /// One after another, or in a list.
    Run,
}

pub(super) struct Values<'s> {
    source: &'s mut dyn Read,
    buffer: Buffer,
    form: Form,
    place: Place,
    /// Bytes of the value that was given last, which are used up now.
    used: usize,
    lost: usize,
}

impl<'s> Values<'s> {
    /// The number of the value before which no more could be read, where that ended it.
    pub(super) fn cut_off(&self) -> Option<u64> {
        self.buffer.is_cut.then_some(self.place.number)
    }

    pub(super) fn new(source: &'s mut dyn Read) -> Self {
        let mut buffer = Buffer::default();
        buffer.fill(source, PIECE);
        if buffer.rest().starts_with(b"\xEF\xBB\xBF") {
            buffer.start += 3;
        }
        let start = buffer.rest().trim_ascii_start();
        let line = &start[..memchr::memchr(b'\n', start).unwrap_or(start.len())];
        let is_line = start.starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(line).is_ok();
        let form = if is_line { Form::Lines } else { Form::Run };
        let is_list = start.starts_with(b"[");
        let place = Place { number: 0, line: 1 };
        let mut values = Self { source, buffer, form, place, used: 0, lost: 0 };
        if is_list {
            values.pass_spaces();
            values.pass(1);
        }
        values
    }

    pub(super) fn next(&mut self) -> Next<'_> {
        self.pass(self.used);
        self.used = 0;
        self.pass_spaces();
        if self.buffer.rest().is_empty() {
            return Next::End;
        }
        self.place.number += 1;
        let place = self.place;
        let length = match self.form {
            Form::Lines => self.line(),
            Form::Run => self.extent(),
        };
        match length {
            Some(length) => {
                self.used = length;
                Next::Value(&self.buffer.rest()[..length], place)
            }
            None => {
                self.pass_line();
                Next::Damaged(place)
            }
        }
    }

    /// The length of the line, if it is one that can be looked at as a whole.
    fn line(&mut self) -> Option<usize> {
        let mut seen = 0;
        loop {
            if let Some(length) = memchr::memchr2(b'\n', b'\r', &self.buffer.rest()[seen..]) {
                return Some(seen + length);
            }
            seen = self.buffer.rest().len();
            if self.buffer.is_all {
                return Some(seen);
            }
            if seen >= RECORD_BYTES_MAX {
                return None;
            }
            self.buffer.fill(self.source, seen.max(PIECE));
        }
    }

    /// The length of the value that begins here, if it ends.
    fn extent(&mut self) -> Option<usize> {
        let longest = if self.lost > LOST_MAX { VALUE_MAX_WHEN_MANY } else { RECORD_BYTES_MAX };
        let mut scan = Scan::default();
        loop {
            if let Some(length) = scan.go_on(self.buffer.rest()) {
                return (length > 0).then_some(length);
            }
            let seen = self.buffer.rest().len();
            if self.buffer.is_all && scan.depth == 0 && !scan.is_string {
                return (seen > 0).then_some(seen);
            }
            if self.buffer.is_all || seen >= longest {
                self.lost = self.lost.saturating_add(seen);
                return None;
            }
            self.buffer.fill(self.source, seen.max(PIECE));
        }
    }

    fn pass(&mut self, n: usize) {
        let passed = &self.buffer.rest()[..n.min(self.buffer.rest().len())];
        self.place.line += memchr::memchr_iter(b'\n', passed).count() as u64;
        self.buffer.start += passed.len();
    }

    /// Passes over what may stand between values.
    fn pass_spaces(&mut self) {
        loop {
            let is_between = |byte: &u8| {
                matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
                    || (self.form == Form::Run && matches!(byte, b',' | b']'))
            };
            let rest = self.buffer.rest();
            let n = rest.iter().position(|byte| !is_between(byte));
            let found = n.is_some();
            self.pass(n.unwrap_or(rest.len()));
            if found || self.buffer.is_all {
                return;
            }
            self.buffer.fill(self.source, PIECE);
        }
    }

    /// Goes on behind the end of this line; in a run, where an object begins a line.
    fn pass_line(&mut self) {
        loop {
            match memchr::memchr(b'\n', self.buffer.rest()) {
                Some(length) => {
                    self.pass(length + 1);
                    if self.form == Form::Lines || self.begins_object() {
                        return;
                    }
                }
                None => {
                    self.pass(self.buffer.rest().len());
                    self.buffer.release();
                    self.buffer.fill(self.source, PIECE);
                    if self.buffer.rest().is_empty() {
                        return;
                    }
                }
            }
        }
    }

    fn begins_object(&mut self) -> bool {
        if self.buffer.rest().len() < 256 {
            self.buffer.fill(self.source, PIECE);
        }
        self.buffer.rest().trim_ascii_start().starts_with(b"{")
    }
}

/// A look for the end of a value, which goes on where it was when more bytes come.
#[derive(Default)]
struct Scan {
    at: usize,
    depth: usize,
    is_string: bool,
}

impl Scan {
    /// The length of the value, once its end is in sight.
    fn go_on(&mut self, bytes: &[u8]) -> Option<usize> {
        while let Some(byte) = bytes.get(self.at) {
            if self.is_string {
                let Some(length) = memchr::memchr2(b'"', b'\\', &bytes[self.at..]) else {
                    self.at = bytes.len();
                    return None;
                };
                let at = self.at + length;
                if bytes[at] == b'\\' {
                    if at + 1 >= bytes.len() {
                        self.at = at;
                        return None;
                    }
                    self.at = at + 2;
                    continue;
                }
                (self.at, self.is_string) = (at + 1, false);
                if self.depth == 0 {
                    return Some(self.at);
                }
                continue;
            }
            match byte {
                b'"' => self.is_string = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth <= 1 => return Some(self.at + usize::from(self.depth == 1)),
                b'}' | b']' => self.depth -= 1,
                b',' | b' ' | b'\t' | b'\n' | b'\r' if self.depth == 0 => return Some(self.at),
                _ => {}
            }
            self.at += 1;
        }
        None
    }
}

#[cfg(test)]
mod tests;
