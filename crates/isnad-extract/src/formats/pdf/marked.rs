//! Marked content whose text the file says itself.
//!
//! `ActualText` (ISO 32000-2, 14.9.4) replaces what the glyphs inside would say. Browsers mark single letters so,
//! word processors whole words. It is taken at its word, with three exceptions: an empty one does not make letters
//! unread, a soft hyphen that is painted is a hyphen, and digits that differ from the ones that are painted are told.

use super::{
    letters::{UNKNOWN, letters_of},
    paint::{Placed, is_mark},
};

/// The marked content that is open, from the outermost in.
#[derive(Default)]
pub(super) struct Marked {
    /// How deep the content is that has no text of its own, or lies within one that has.
    depth_outside: usize,
    depth_inside: usize,
    actual: Option<Actual>,
    /// How often digits were painted that the text beside them does not have.
    pub(super) digits_differ: u64,
}

struct Actual {
    text: String,
    is_soft_hyphen: bool,
    painted: Vec<Placed>,
}

impl Marked {
    /// Content begins, perhaps with a text of its own.
    pub(super) fn begin(&mut self, text: Option<String>) {
        let is_soft_hyphen = text.as_deref() == Some("\u{AD}");
        match (&self.actual, text.as_deref().and_then(letters_of)) {
            (Some(_), _) => self.depth_inside += 1,
            // What stands for all of it stands for its parts too, so only the outermost text counts.
            (None, Some(text)) => {
                self.actual = Some(Actual { text, is_soft_hyphen, painted: Vec::new() });
            }
            (None, None) => self.depth_outside += 1,
        }
    }

    /// Content ends; gives what was painted in it, once, if it had a text.
    pub(super) fn end(&mut self) -> Vec<Placed> {
        if self.depth_inside > 0 {
            self.depth_inside -= 1;
        } else if let Some(actual) = self.actual.take() {
            return self.resolve(actual);
        } else {
            self.depth_outside = self.depth_outside.saturating_sub(1);
        }
        Vec::new()
    }

    /// The page ends, and with it whatever nobody ended.
    pub(super) fn end_all(&mut self) -> Vec<Placed> {
        self.depth_inside = 0;
        self.end()
    }

    /// Keeps a glyph for the text that will replace it, or gives it back.
    pub(super) fn keep(&mut self, glyph: Placed) -> Option<Placed> {
        match &mut self.actual {
            Some(actual) => {
                actual.painted.push(glyph);
                None
            }
            None => Some(glyph),
        }
    }

    fn resolve(&mut self, actual: Actual) -> Vec<Placed> {
        let Actual { text, is_soft_hyphen, painted } = actual;
        let seen: String = painted.iter().map(|glyph| glyph.text.as_str()).collect();
        let wholly_known = !seen.contains(UNKNOWN);
        if wholly_known && seen.chars().any(char::is_numeric) && digits(&seen) != digits(&text) {
            self.digits_differ += 1;
        }
        let says_nothing = text.trim().is_empty() && seen.chars().any(char::is_alphanumeric);
        if is_soft_hyphen || says_nothing {
            return painted;
        }
        // The widest glyph is the letter, or one of the letters; what else belongs to it may stand off the line.
        let is_letter = |glyph: &&Placed| !is_mark(&glyph.text) && !glyph.like_mark;
        let letters: Vec<&Placed> = painted.iter().filter(is_letter).collect();
        let widest = letters.into_iter().reduce(|a, b| if b.width > a.width { b } else { a });
        let Some(base) = widest.or(painted.first()) else { return Vec::new() };
        // A text that goes over several lines stands on the one of its widest glyph.
        let (mut from, mut to) = (base.x, base.x + base.width);
        let on_the_line = |glyph: &&Placed| {
            let is_near = glyph.turn == base.turn && (glyph.y - base.y).abs() < base.size * 0.5;
            is_near && !is_mark(&glyph.text) && !glyph.text.trim().is_empty()
        };
        for glyph in painted.iter().filter(on_the_line) {
            (from, to) = (from.min(glyph.x), to.max(glyph.x + glyph.width));
        }
        // Some programs give the sign above a letter the text of both, and the letter too.
        let like_mark = painted.iter().all(|glyph| glyph.like_mark || is_mark(&glyph.text));
        vec![Placed { text, x: from, width: to - from, like_mark, ..base.clone() }]
    }
}

/// The values of the digits of a text, whatever script and order they are in.
fn digits(text: &str) -> [u32; 10] {
    let mut counts = [0; 10];
    for c in isnad_text::digits::to_ascii(text).chars() {
        if let Some(value) = c.to_digit(10) {
            counts[value as usize] += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests;
