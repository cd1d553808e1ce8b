//! Taking the light out of a picture: what is left is ink on white paper.
//!
//! The paper is the brightest there is around a place, smoothed; each shade is told as a part of it. Shadows of a
//! hand, a yellowed sheet and a lamp at one side go; ink stays as dark as it was against its paper.

use crate::picture::{Picture, WHITE};

/// The paper is looked at in squares of this side, in pixels of a page of 250 to the inch.
const SQUARE: usize = 8;
/// Squares to each side in which some paper is to be seen: wider than a heavy stroke, narrower than a shadow.
const REACH: usize = 3;
/// Paper is never darker than this; a black picture is black, and not paper in the dark.
const PAPER_MIN: u32 = 64;

/// The picture with its paper made white.
pub fn level(picture: &Picture) -> Picture {
    let paper = paper(picture);
    picture.map(|x, y, shade| {
        let paper = between(&paper, x, y).max(PAPER_MIN);
        (u32::from(shade) * u32::from(WHITE) / paper).min(u32::from(WHITE)) as u8
    })
}

/// The shade of the paper, a pixel a square.
fn paper(picture: &Picture) -> Picture {
    // A single bright pixel is noise, so squares are means of small ones before the brightest is looked for.
    let small = picture.shrunk(SQUARE / 2);
    let brightest = widest(&small.shrunk_to_brightest(), REACH);
    smooth(&brightest, REACH)
}

impl Picture {
    /// Half the sides; each pixel is the brightest of the four that it stands for.
    fn shrunk_to_brightest(&self) -> Self {
        let (width, height) = (self.width().div_ceil(2), self.height().div_ceil(2));
        Self::blank(width, height).map(|x, y, _| {
            let ys = (y * 2)..(y * 2 + 2).min(self.height());
            let xs = (x * 2)..(x * 2 + 2).min(self.width());
            ys.flat_map(|y| self.row(y)[xs.clone()].iter()).copied().max().unwrap_or(WHITE)
        })
    }
}

/// The brightest within `reach` to each side.
fn widest(picture: &Picture, reach: usize) -> Picture {
    let along = |get: &dyn Fn(usize) -> u8, length: usize, at: usize| {
        (at.saturating_sub(reach)..(at + reach + 1).min(length)).map(get).max().unwrap_or(WHITE)
    };
    let (width, height) = (picture.width(), picture.height());
    let across = picture.map(|x, y, _| along(&|x| picture.at(x, y), width, x));
    across.map(|x, y, _| along(&|y| across.at(x, y), height, y))
}

/// The mean within `reach` to each side.
fn smooth(picture: &Picture, reach: usize) -> Picture {
    let along = |get: &dyn Fn(usize) -> u8, length: usize, at: usize| {
        let range = at.saturating_sub(reach)..(at + reach + 1).min(length);
        let n = range.len() as u32;
        (range.map(|at| u32::from(get(at))).sum::<u32>() / n) as u8
    };
    let (width, height) = (picture.width(), picture.height());
    let across = picture.map(|x, y, _| along(&|x| picture.at(x, y), width, x));
    across.map(|x, y, _| along(&|y| across.at(x, y), height, y))
}

/// The shade of the paper at a pixel of the page, between the middles of squares.
fn between(paper: &Picture, x: usize, y: usize) -> u32 {
    let place = |at: usize, size: usize| {
        let from_middle = (2 * at + 1).saturating_sub(SQUARE);
        let first = (from_middle / (2 * SQUARE)).min(size - 1);
        (first, (first + 1).min(size - 1), (from_middle % (2 * SQUARE)) as u32)
    };
    let whole = 2 * SQUARE as u32;
    let (left, right, x_part) = place(x, paper.width());
    let (top, low, y_part) = place(y, paper.height());
    let across =
        |y: usize| u32::from(paper.at(left, y)) * (whole - x_part) + u32::from(paper.at(right, y)) * x_part;
    (across(top) * (whole - y_part) + across(low) * y_part) / (whole * whole)
}

#[cfg(test)]
mod tests;
