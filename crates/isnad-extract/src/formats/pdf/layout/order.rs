//! From what is seen on a line to what is read.
//!
//! The bidirectional algorithm (UAX #9) puts letters in the order in which they are seen; here it is undone. In a line
//! from the right everything is read from the right but what that algorithm runs from the left: numbers, and Latin
//! with the numbers in it. Where two texts look the same, the runs in which the file shows its glyphs decide, since
//! whoever shapes text shows only what runs one way at a time; and where these say nothing, the likelier text.

use super::atoms::{Cluster, Space};
use crate::formats::pdf::outline::Side;
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};
use unicode_bidi::{BidiClass, bidi_class};

/// What stands on a line, from left to right.
#[derive(Debug, Clone)]
pub(super) enum Piece<'l> {
    /// A cluster, and the atom that it is of.
    Glyph(&'l Cluster, usize),
    /// A space, as it was painted, if it was.
    Space(Option<Space>),
}

/// What a piece does to the direction of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Hebrew and the like.
    Right,
    /// Arabic, after which European digits behave as Arabic ones (W2).
    Arabic,
    Left,
    /// European digits.
    European,
    /// Arabic-Indic and Persian digits.
    Indic,
    /// A sign that parts digits of one number: `.`, `,`, `/`, `:` (W4).
    Separator,
    /// A plus or a minus, which does so between European digits only (W4).
    Sign,
    /// A sign beside a number: `%`, `$` (W5).
    Beside,
    Neutral,
}

use Class::{Arabic, Beside, European, Indic, Left, Neutral, Right, Separator, Sign};

impl Class {
    fn of(piece: &Piece<'_>) -> Self {
        match piece {
            Piece::Glyph(cluster, _) => Self::of_text(&cluster.text),
            Piece::Space(Some(Space { no_break: true, .. })) => Separator,
            Piece::Space(_) => Neutral,
        }
    }

    /// A cluster of several letters is as its strong ones are; without any, as its first letter.
    fn of_text(text: &str) -> Self {
        let one = |c| match bidi_class(c) {
            BidiClass::R => Right,
            BidiClass::AL => Arabic,
            BidiClass::L => Left,
            // Persian digits are European ones for the algorithm. Fonts share pictures between them and the
            // Arabic-Indic ones, so that one number may come with both; they are taken together.
            BidiClass::EN if matches!(c, '\u{6F0}'..='\u{6F9}') => Indic,
            BidiClass::EN => European,
            BidiClass::AN => Indic,
            BidiClass::CS => Separator,
            BidiClass::ES => Sign,
            BidiClass::ET => Beside,
            _ => Neutral,
        };
        let strong = text.chars().map(one).find(|class| matches!(class, Right | Arabic | Left));
        strong.or_else(|| text.chars().map(one).next()).unwrap_or(Neutral)
    }

    fn runs_left(self) -> bool {
        matches!(self, Right | Arabic)
    }

    fn is_digit(self) -> bool {
        matches!(self, European | Indic)
    }
}

/// Whether a text has letters from the right (`true`) or from the left (`false`), if it has letters.
///
/// The stroke that stretches Arabic words stands beside both.
pub(super) fn strong(text: &str) -> Option<bool> {
    match Class::of_text(text) {
        Right | Arabic => (text != "\u{640}").then_some(true),
        Left => Some(false),
        _ => None,
    }
}

/// Whether what is shown at once runs one way: no run has letters from the right beside digits or Latin.
pub(super) fn runs_tell<'t>(shown: impl IntoIterator<Item = (u32, &'t str)>) -> bool {
    let mut runs: HashMap<u32, (bool, bool)> = HashMap::new();
    for (run, text) in shown {
        let class = Class::of_text(text);
        let (right, left) = runs.entry(run).or_default();
        *right |= class.runs_left();
        *left |= class == Left || class.is_digit();
    }
    !runs.values().any(|(right, left)| *right && *left)
}

/// Which way a line is read, and what came before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Base {
    pub(super) rtl: bool,
    /// Whether the line goes on from one whose last letter was Arabic, so that W2 reaches into it.
    pub(super) after_arabic: bool,
    /// Whether what is shown at once runs one way; some programs show a whole line at once.
    pub(super) runs_tell: bool,
}

/// The places of the pieces in the order in which they are read; `true` where the piece runs from the right, so
/// that a bracket is the other one of its pair.
pub(super) fn reading_order(pieces: &[Piece<'_>], base: Base) -> Vec<(usize, bool)> {
    let line = Line::new(pieces, base.runs_tell);
    let mut out = Vec::with_capacity(pieces.len());
    match base.rtl {
        true => line.read_from_right(0..pieces.len(), base.after_arabic, &mut out),
        false => line.read_from_left(&mut out),
    }
    out
}

struct Line<'l> {
    pieces: &'l [Piece<'l>],
    classes: Vec<Class>,
    /// For each piece the first class to the right of it that runs from the right.
    to_the_right: Vec<Option<Class>>,
    runs_tell: bool,
    /// The runs that show letters from the right.
    runs_of_arabic: HashSet<u32>,
}

impl<'l> Line<'l> {
    fn new(pieces: &'l [Piece<'l>], runs_tell: bool) -> Self {
        let classes: Vec<Class> = pieces.iter().map(Class::of).collect();
        let mut to_the_right = vec![None; classes.len()];
        let mut last = None;
        for (at, class) in classes.iter().enumerate().rev() {
            to_the_right[at] = last;
            last = Some(*class).filter(|class| class.runs_left()).or(last);
        }
        let mut line = Self { pieces, classes, to_the_right, runs_tell, runs_of_arabic: HashSet::new() };
        line.runs_of_arabic = (0..pieces.len())
            .filter(|at| line.classes[*at].runs_left())
            .filter_map(|at| line.run(at))
            .collect();
        line
    }

    /// A line from the right: its spans from the left are turned back.
    fn read_from_right(&self, range: Range<usize>, after_arabic: bool, out: &mut Vec<(usize, bool)>) {
        let spans = self.spans(range.clone(), after_arabic);
        let mut end = range.end;
        for span in spans.into_iter().rev() {
            out.extend((span.end..end).rev().map(|at| (at, true)));
            out.extend(span.clone().map(|at| (at, false)));
            end = span.start;
        }
        out.extend((range.start..end).rev().map(|at| (at, true)));
    }

    /// A line from the left: only its runs of letters from the right are turned, with what lies between these.
    fn read_from_left(&self, out: &mut Vec<(usize, bool)>) {
        let mut at = 0;
        while at < self.classes.len() {
            if !self.classes[at].runs_left() {
                out.push((at, false));
                at += 1;
                continue;
            }
            let mut end = at + 1;
            for next in at + 1..self.classes.len() {
                match self.classes[next] {
                    Left => break,
                    class if class.runs_left() => end = next + 1,
                    _ => {}
                }
            }
            self.read_from_right(at..end, true, out);
            at = end;
        }
    }

    /// What runs from the left in a line from the right, in order.
    fn spans(&self, range: Range<usize>, after_arabic: bool) -> Vec<Range<usize>> {
        let mut spans: Vec<Range<usize>> = Vec::new();
        let mut at = range.start;
        while at < range.end {
            if self.ends_stretch(at) {
                if self.classes[at] == Indic {
                    spans.push(at..at + 1);
                }
                at += 1;
                continue;
            }
            let end = (at..range.end).find(|at| self.ends_stretch(*at)).unwrap_or(range.end);
            // What comes before a stretch is read to the right of it.
            let before = self.to_the_right[end - 1];
            let arabic_digits = before.map_or(after_arabic, |class| class == Arabic);
            self.stretch(at..end, arabic_digits, &mut spans);
            at = end;
        }
        self.join(spans)
    }

    /// Letters from the right and Arabic-Indic digits part what may run from the left together.
    fn ends_stretch(&self, at: usize) -> bool {
        self.classes[at].runs_left() || self.classes[at] == Indic
    }

    /// A stretch without letters from the right: one span if it has Latin in it, otherwise one for each number.
    fn stretch(&self, range: Range<usize>, arabic_digits: bool, spans: &mut Vec<Range<usize>>) {
        let is_strong = |at: &usize| matches!(self.classes[*at], Left | European);
        let lefts = range.clone().filter(|at| self.classes[*at] == Left);
        let (Some(first), Some(last)) = (lefts.clone().min(), lefts.max()) else {
            let is_number = |at: &usize| {
                let beside = || self.is_beside_number(*at) || self.is_sign_within_number(*at);
                self.classes[*at] == European || !arabic_digits && beside()
            };
            spans.extend(range.filter(is_number).map(|at| at..at + 1));
            return;
        };
        let start = range.clone().find(is_strong).unwrap_or(first);
        let mut end = last + 1;
        while let Some(next) = (end..range.end).find(|at| self.classes[*at] == European)
            && self.goes_on(first, end, next)
        {
            end = (next..range.end).find(|at| self.classes[*at] != European).unwrap_or(range.end);
        }
        spans.push(self.with_brackets(start..end, &range));
        spans.extend((end..range.end).filter(|at| self.classes[*at] == European).map(|at| at..at + 1));
    }

    /// Whether Latin that began at `first` and reaches to `end` goes on into the number at `next`.
    ///
    /// It does for the algorithm if it was written before the number, and does not if after; both look the same.
    fn goes_on(&self, first: usize, end: usize, next: usize) -> bool {
        let between = end..next;
        if between.clone().any(|at| self.is_shown_with_arabic(at)) {
            return false;
        }
        let is_shown_with = |at: usize, near: usize| self.run(at).is_some() && self.run(at) == self.run(near);
        if !between.is_empty()
            && between.clone().all(|at| is_shown_with(at, end - 1) || is_shown_with(at, next))
        {
            return true;
        }
        // Nothing tells. After a space, a second number is no part of the Latin, and neither is the
        // number of which that is the unit.
        let only_spaces = !between.is_empty() && between.clone().all(|at| self.is_space(at));
        let after_number = self.classes[end - 1] == European;
        !(only_spaces && (after_number || self.is_unit(first..end)))
    }

    fn is_space(&self, at: usize) -> bool {
        matches!(self.pieces.get(at), Some(Piece::Space(_)))
    }

    /// Whether all of it is one symbol of a unit.
    fn is_unit(&self, range: Range<usize>) -> bool {
        let text = |at| match &self.pieces[at] {
            Piece::Glyph(cluster, _) => cluster.text.as_str(),
            Piece::Space(_) => " ",
        };
        range.len() <= UNIT_MAX && UNITS.contains(&range.map(text).collect::<String>().as_str())
    }

    /// Signs such as `%` that touch European digits.
    fn is_beside_number(&self, at: usize) -> bool {
        let passed = |step: &usize| self.classes.get(*step) == Some(&Beside);
        let before = (0..at).rev().take(SIGNS_SEEN).find(|step| !passed(step));
        let after = (at + 1..self.classes.len()).take(SIGNS_SEEN).find(|step| !passed(step));
        let touches = [before, after].into_iter().flatten().any(|step| self.classes[step] == European);
        self.classes[at] == Beside && touches
    }

    /// A plus or minus between European digits.
    fn is_sign_within_number(&self, at: usize) -> bool {
        let is_digit = |at: usize| self.classes.get(at) == Some(&European);
        self.classes[at] == Sign && at > 0 && is_digit(at - 1) && is_digit(at + 1)
    }

    fn run(&self, at: usize) -> Option<u32> {
        match self.pieces.get(at).filter(|_| self.runs_tell)? {
            Piece::Glyph(cluster, _) => Some(cluster.run),
            Piece::Space(space) => space.map(|space| space.run),
        }
    }

    /// Whether a space or sign was shown together with letters from the right.
    fn is_shown_with_arabic(&self, at: usize) -> bool {
        let is_weak = !matches!(self.classes[at], Left | European);
        is_weak && self.run(at).is_some_and(|run| self.runs_of_arabic.contains(&run))
    }

    /// A bracket whose partner is in the span belongs to it (N0).
    fn with_brackets(&self, span: Range<usize>, within: &Range<usize>) -> Range<usize> {
        let mut open = 0;
        let mut unopened = 0;
        for at in span.clone() {
            match self.side(at) {
                Some(Side::Right) => open += 1,
                Some(Side::Left) if open > 0 => open -= 1,
                Some(Side::Left) => unopened += 1,
                None => {}
            }
        }
        let Range { mut start, mut end } = span;
        if open > 0 && end < within.end && self.side(end) == Some(Side::Left) {
            end += 1;
        }
        if unopened > 0 && start > within.start && self.side(start - 1) == Some(Side::Right) {
            start -= 1;
        }
        start..end
    }

    fn side(&self, at: usize) -> Option<Side> {
        match self.pieces.get(at)? {
            Piece::Glyph(cluster, _) => cluster.side,
            Piece::Space(_) => None,
        }
    }

    /// Joins spans that touch, and digits with the sign between them that makes them one number.
    fn join(&self, spans: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let mut joined: Vec<Range<usize>> = Vec::with_capacity(spans.len());
        for span in spans {
            let goes_on = joined.last().is_some_and(|last| {
                last.end == span.start || span.start == last.end + 1 && self.is_one_number(last.end)
            });
            match joined.last_mut().filter(|_| goes_on) {
                Some(last) => last.end = span.end,
                None => joined.push(span),
            }
        }
        joined
    }

    /// Whether the piece parts the digits of one number.
    fn is_one_number(&self, at: usize) -> bool {
        let (Some(before), Some(after)) = (at.checked_sub(1), self.classes.get(at + 1)) else { return false };
        let kind = self.classes[before];
        if !kind.is_digit() || kind != *after {
            return false;
        }
        match self.classes[at] {
            Separator => true,
            // 2011-2018 is one thing in a Latin line and two in an Arabic one, unless it was shown as one.
            _ => {
                self.run(at).is_some()
                    && self.run(before) == self.run(at)
                    && self.run(at + 1) == self.run(at)
                    && !self.is_shown_with_arabic(at)
            }
        }
    }
}

/// Units that are written behind a number: of the SI and those accepted beside it (SI Brochure, 9th edition, tables 2,
/// 4, 7 and 8), with the prefixes in common use, and of information (IEC 80000-13).
const UNITS: [&str; 37] = [
    "m", "km", "dm", "cm", "mm", "g", "kg", "mg", "t", "s", "ms", "h", "min", "d", "l", "L", "ml", "mL",
    "ha", "A", "V", "W", "kW", "MW", "Hz", "kHz", "MHz", "GHz", "Pa", "kPa", "J", "kJ", "MB", "GB", "TB",
    "kB", "KB",
];
const UNIT_MAX: usize = 3;
/// Signs in a row beside a number that are looked over.
const SIGNS_SEEN: usize = 8;
