//! Numerals that stand together are a number.

use super::{
    mark::{Mark, Marks, SURE},
    net::Class,
    spacing::Scale,
};
use crate::ink::Rect;

/// A blob that is less likely than this to be part of a number is not looked at as one.
const MAYBE: f32 = 0.3;
/// The same beside a numeral, without a space between them: numbers hold no letters.
const BESIDE_ONE: f32 = 0.05;
/// What is as likely as this a numeral is no letter.
const CLEAR: f32 = 0.9;
/// Between a numeral and a sign there is no more paper than this in heights.
const SIGN_GAP: f32 = 0.6;
/// The middle of a sign is no farther from that of a numeral beside it, in heights.
const SIGN_REACH: f32 = 1.2;
/// A letter's dots and marks stand between it and the next one in the order of left edges; never so many.
const BESIDE: usize = 32;

/// A number, or what may be one.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Its blobs, by their place among those of the page, from left to right.
    pub blobs: Vec<usize>,
    /// Where it stands.
    pub rect: Rect,
    /// Its numerals from left to right; in what is not sure, as far as they can be told.
    pub text: String,
    /// Whether its numerals are Arabic-Indic rather than Latin.
    pub is_arabic: bool,
    /// How sure the least sure of them is, from 0 to 1.
    pub sure: f32,
    /// Whether it is a number without doubt, so that no letters are looked for here.
    pub is_sure: bool,
}

impl Number {
    /// What may be a number somewhere within a rectangle, where nobody could look more closely.
    pub fn anywhere(rect: Rect) -> Self {
        Self { blobs: Vec::new(), rect, text: String::new(), is_arabic: true, sure: 0.0, is_sure: false }
    }
}

/// The numbers on a line.
pub fn numbers(marks: &Marks, scale: Scale) -> Vec<Number> {
    let heights = [false, true].map(|is_arabic| scale.spread(is_arabic).height(marks, is_arabic));
    let line = Line { marks, scale, heights };
    let (mut found, mut run) = (Vec::new(), 0..0);
    for at in 0..marks.len() {
        let belongs = line.belongs(at);
        if belongs && !run.is_empty() && !line.is_apart(run.end - 1, at) {
            run.end = at + 1;
            continue;
        }
        let ended = std::mem::replace(&mut run, at..at + usize::from(belongs));
        found.extend(line.number(ended));
    }
    found.extend(line.number(run));
    found
}

struct Line<'m> {
    marks: &'m Marks,
    scale: Scale,
    /// Of Latin numerals, and of Arabic-Indic ones.
    heights: [f32; 2],
}

impl Line<'_> {
    fn height(&self, mark: &Mark) -> f32 {
        self.heights[usize::from(mark.is_arabic())]
    }

    /// Whether a blob may be of a number.
    fn belongs(&self, at: usize) -> bool {
        let mark = &self.marks[at];
        let is_beside_one = || {
            let before = at.checked_sub(1).is_some_and(|last| self.is_next_to(last, at, last));
            before || (at + 1 < self.marks.len() && self.is_next_to(at, at + 1, at + 1))
        };
        mark.number() >= MAYBE || (mark.number() >= BESIDE_ONE && is_beside_one()) || self.is_sign(at)
    }

    /// Whether one of two blobs is a numeral, and no space parts them.
    fn is_next_to(&self, left: usize, right: usize, numeral: usize) -> bool {
        let (left, right, numeral) = (&self.marks[left], &self.marks[right], &self.marks[numeral]);
        let spread = self.scale.spread(numeral.is_arabic());
        numeral.is_numeral() && !spread.is_space(left, right, self.height(numeral))
    }

    /// Whether a space parts two blobs of numbers.
    fn is_apart(&self, left: usize, right: usize) -> bool {
        let (left, right) = (&self.marks[left], &self.marks[right]);
        let height = self.height(left);
        if left.is_numeral() && right.is_numeral() {
            return self.scale.spread(left.is_arabic()).is_space(left, right, height);
        }
        right.rect.left.saturating_sub(left.rect.right) as f32 > height * SIGN_GAP
    }

    /// Whether a blob is a small sign with numerals close on both sides.
    fn is_sign(&self, at: usize) -> bool {
        let mark = &self.marks[at];
        let height = self.heights[0].max(self.heights[1]);
        let is_beside = |other: &&Mark| other.rect.common_width(&mark.rect) == 0;
        let is_close = |other: &Mark| {
            let is_near = (other.middle() - mark.middle()).abs() < height * SIGN_REACH;
            other.is_numeral() && is_near && mark.rect.height() * 2 < other.rect.height()
        };
        let before = self.marks[..at].iter().rev().take(BESIDE).find(is_beside);
        let after = self.marks[at + 1..].iter().take(BESIDE).find(is_beside);
        before.is_some_and(is_close) && after.is_some_and(is_close)
    }

    /// What a run is. Signs at its ends are none of a number, and a run without a numeral is none.
    fn number(&self, run: std::ops::Range<usize>) -> Option<Number> {
        let marks = &self.marks[run.clone()];
        let is_numeral = |mark: &Mark| !matches!(mark.best(None).0, Class::Sign(_));
        let first = run.start + marks.iter().position(is_numeral)?;
        let end = run.start + marks.iter().rposition(is_numeral)? + 1;
        let marks = &self.marks[first..end];
        let is_clear = |mark: &Mark| mark.number() >= CLEAR;
        let clear = marks.iter().filter(|mark| is_clear(mark) && !mark.looks_like_a_letter()).count();
        let touches = self.touches_letters(first, end);
        if touches && clear == 0 && !marks.iter().all(is_clear) {
            return None;
        }
        let mut number = read(marks);
        // What could be letters by its shapes is a number only where it stands alone and looks like nothing else.
        let is_told = clear > 0 || marks.iter().all(is_clear);
        number.is_sure &= is_told && (!touches || clear > 1);
        Some(number)
    }

    /// Whether letters stand so close before or behind a run that it is of their word.
    fn touches_letters(&self, first: usize, end: usize) -> bool {
        let run = Rect::of(self.marks[first..end].iter().map(|mark| mark.rect));
        let height = self.height(&self.marks[first]);
        let before = self.marks[..first].iter().rev().take(BESIDE);
        let mut others = before.chain(self.marks[end..].iter().take(BESIDE));
        others.any(|mark| {
            let gap = mark.rect.left.max(run.left).saturating_sub(mark.rect.right.min(run.right));
            mark.is_letter(height) && (gap as f32) < height * self.scale.space
        })
    }
}

fn read(marks: &[Mark]) -> Number {
    let arabic = marks.iter().map(|mark| mark.likely[..10].iter().sum::<f32>()).sum::<f32>();
    let is_arabic = arabic >= marks.iter().map(|mark| mark.likely[10..20].iter().sum::<f32>()).sum();
    let (mut text, mut sure, mut is_sure) = (String::new(), 1.0f32, !marks.windows(2).any(is_stacked));
    let mut at = 0;
    while let Some(mark) = marks.get(at) {
        let (class, likely) = mark.best(Some(is_arabic));
        sure = sure.min(likely);
        is_sure &= matches!(class, Class::Sign(_)) || mark.number() >= SURE;
        at += 1;
        match class {
            Class::Arabic(value) => text.extend(char::from_u32(0x660 + u32::from(value))),
            Class::Latin(value) => text.push(char::from(b'0' + value)),
            Class::Sign(':') => {
                // Its two dots stand above each other.
                let is_pair = marks.get(at).is_some_and(|next| next.rect.common_width(&mark.rect) > 0);
                at += usize::from(is_pair);
                is_sure &= is_pair;
                text.push(':');
            }
            Class::Sign('\u{66B}') if !is_arabic => text.push(','),
            Class::Sign(sign) => text.push(sign),
            Class::Broken | Class::ArabicInk | Class::LatinInk => is_sure = false,
        }
    }
    let blobs = marks.iter().flat_map(|mark| [Some(mark.blob), mark.piece]).flatten().collect();
    Number { blobs, rect: Rect::of(marks.iter().map(|mark| mark.rect)), text, is_arabic, sure, is_sure }
}

/// Whether one blob stands above another, which numerals never do; only the dots of a colon.
fn is_stacked(pair: &[Mark]) -> bool {
    let (one, two) = (pair[0].rect, pair[1].rect);
    let shares_columns = one.common_width(&two) * 2 > one.width().min(two.width());
    let shares_rows = one.common_height(&two) * 2 >= one.height().min(two.height());
    shares_columns && !shares_rows && pair[0].best(None).0 != Class::Sign(':')
}

#[cfg(test)]
mod tests;
