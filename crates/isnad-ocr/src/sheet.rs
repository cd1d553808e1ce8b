//! A page made ready for reading, and the way back from it to the picture as it was.

use isnad_model::reading::Area;

use crate::{
    ink::{Blob, Rect, blobs, threshold},
    layout::{Layout, Line, layout, letter_height},
    level::level,
    picture::Picture,
    rules, skew,
    turn::Turn,
};

/// A page made ready for reading.
pub struct Sheet {
    /// Leveled, laid straight, without rules.
    pub page: Picture,
    pub turn: Turn,
    /// The size of the picture before.
    size: (usize, usize),
    pub degrees: f64,
    pub blobs: Vec<Blob>,
    pub layout: Layout,
}

impl Sheet {
    pub fn prepare(picture: &Picture) -> Self {
        let size = (picture.width(), picture.height());
        let mut page = level(picture);
        let degrees = skew::degrees(&page, threshold(&page));
        let turn = Turn::new(size, degrees);
        if degrees != 0.0 {
            page = turn.apply(&page);
        }
        let threshold = threshold(&page);
        let letter = letter_height(&blobs(&page, threshold), page.height());
        rules::find(&page, threshold, letter).erase(&mut page);
        let blobs = blobs(&page, threshold);
        let layout = layout(&blobs, page.height());
        Self { page, turn, size, degrees, blobs, layout }
    }

    /// Where the blobs of a line stand whose middle columns are of a word.
    pub fn ink_of(&self, line: &Line, is_of_word: impl Fn(usize, u32) -> bool) -> Rect {
        let own = line.blobs.iter().map(|at| (*at, self.blobs[*at].rect));
        Rect::of(own.filter(|(at, rect)| is_of_word(*at, rect.middle_x2() / 2)).map(|(_, rect)| rect))
    }

    /// Where a rectangle of the turned page stands on the picture as it was: the smallest upright one that holds it.
    pub fn area(&self, rect: Rect) -> Area {
        let corner = |x: u32, y: u32| self.turn.back((f64::from(x), f64::from(y)));
        let corners = [
            corner(rect.left, rect.top),
            corner(rect.right, rect.top),
            corner(rect.left, rect.bottom),
            corner(rect.right, rect.bottom),
        ];
        let part = |at: f64, whole: usize| (at * Area::WHOLE / whole as f64).clamp(0.0, Area::WHOLE);
        let least = |values: [f64; 4]| values.into_iter().fold(f64::INFINITY, f64::min);
        let most = |values: [f64; 4]| values.into_iter().fold(f64::NEG_INFINITY, f64::max);
        let (xs, ys) = (corners.map(|c| part(c.0, self.size.0)), corners.map(|c| part(c.1, self.size.1)));
        let (left, top) = (least(xs).floor(), least(ys).floor());
        Area {
            left: left as u16,
            top: top as u16,
            width: (most(xs).ceil() - left) as u16,
            height: (most(ys).ceil() - top) as u16,
        }
    }
}
