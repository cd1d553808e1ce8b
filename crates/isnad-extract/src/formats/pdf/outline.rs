//! What the picture of a glyph tells: where its ink is, and which way a bracket opens.
//!
//! In a line that runs from the right, the bracket that opens looks like the one that closes in a Latin line. Some
//! programs write down the bracket that was meant, others the one that is seen, and one program does both in one
//! file. The picture cannot lie: the middle of a bracket that is open to the right lies left of its ends.

use hayro::{
    hayro_interpret::font::{GlyphIdentifier, OutlineGlyph},
    kurbo::{BezPath, PathEl, Point, Shape, flatten},
};
use std::collections::HashMap;

/// Which way a bracket is open on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Like `(`.
    Right,
    /// Like `)`.
    Left,
}

/// The pairs whose pictures are mirrored in a line from the right (Bidi_Mirrored, UAX #9), as far as text has them.
const PAIRS: [(char, char); 6] = [('(', ')'), ('[', ']'), ('{', '}'), ('«', '»'), ('‹', '›'), ('<', '>')];

impl Side {
    pub(super) fn other(self) -> Self {
        match self {
            Self::Right => Self::Left,
            Self::Left => Self::Right,
        }
    }

    /// Whether a text is one bracket.
    pub(super) fn is_asked_of(text: &str) -> bool {
        let mut letters = text.chars();
        matches!((letters.next(), letters.next()), (Some(c), None) if Self::of(c).is_some())
    }

    /// How a bracket looks in a Latin line.
    pub(super) fn of(bracket: char) -> Option<Self> {
        PAIRS.iter().find_map(|(right, left)| match bracket {
            c if c == *right => Some(Self::Right),
            c if c == *left => Some(Self::Left),
            _ => None,
        })
    }

    /// The bracket of the same pair that looks so in a Latin line.
    pub(super) fn bracket_like(self, bracket: char) -> char {
        let pair = PAIRS.iter().find(|(right, left)| bracket == *right || bracket == *left);
        pair.map_or(bracket, |(right, left)| if self == Self::Right { *right } else { *left })
    }
}

/// Where a glyph has ink, in a thousandth of the font's height, and which way it is open.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Ink {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) side: Option<Side>,
    /// Whether all of it lies above the letters or below their line, as that of a vowel sign does.
    pub(super) off_line: bool,
}

/// Letters have ink between the line and this height.
const LOW: f64 = 300.0;

/// The ink of the glyphs met so far.
#[derive(Default)]
pub(super) struct Inks(HashMap<GlyphIdentifier, Ink>);

impl Inks {
    pub(super) fn of(&mut self, glyph: &OutlineGlyph) -> Ink {
        *self.0.entry(glyph.identifier()).or_insert_with(|| ink(&glyph.outline()))
    }
}

fn ink(outline: &BezPath) -> Ink {
    let bounds = outline.bounding_box();
    let off_line = bounds.area() > 0.0 && (bounds.y0 > LOW || bounds.y1 < 0.0);
    Ink { left: bounds.x0, right: bounds.x1, side: side(outline), off_line }
}

/// Compares the middle third of the picture's height with the thirds above and below.
fn side(outline: &BezPath) -> Option<Side> {
    let bounds = outline.bounding_box();
    let third = bounds.height() / 3.0;
    let (mut middle, mut ends) = (Mean::default(), Mean::default());
    let mut note = |point: Point| {
        let is_middle = (bounds.y0 + third..bounds.y1 - third).contains(&point.y);
        if is_middle { &mut middle } else { &mut ends }.add(point.x);
    };
    // Long strokes have few corners, so points are taken along them.
    let mut last = Point::ZERO;
    let mut start = Point::ZERO;
    flatten(outline, 5.0, |part| {
        let to = match part {
            PathEl::MoveTo(to) => {
                (last, start) = (to, to);
                return;
            }
            PathEl::ClosePath => start,
            PathEl::LineTo(to) | PathEl::QuadTo(_, to) | PathEl::CurveTo(_, _, to) => to,
        };
        let steps = (last.distance(to) / 20.0).clamp(1.0, 100.0) as u32;
        (0..steps).for_each(|step| note(last.lerp(to, (f64::from(step) + 0.5) / f64::from(steps))));
        last = to;
    });
    let lean = ends.value()? - middle.value()?;
    let clear = bounds.width() * 0.05;
    if lean > clear {
        Some(Side::Right)
    } else if lean < -clear {
        Some(Side::Left)
    } else {
        None
    }
}

#[derive(Default)]
struct Mean {
    sum: f64,
    count: u32,
}

impl Mean {
    fn add(&mut self, value: f64) {
        self.sum += value;
        self.count += 1;
    }

    fn value(&self) -> Option<f64> {
        (self.count > 0).then(|| self.sum / f64::from(self.count))
    }
}

#[cfg(test)]
mod tests;
