//! Ruled lines: forms and registers stand in grids of them, and a letter that touches one is read as something else.
//!
//! A rule is ink that runs straight on for much longer than a letter is high, and is thin. Rules are painted over
//! before anything is read; where one crosses a letter a few of its pixels go with it.

use crate::{
    ink::{Blob, Rect, blobs},
    picture::{Picture, WHITE},
};

/// A rule is this many times as long as letters are high.
const LENGTH: u32 = 6;
/// A rule is at least this many times as long as it is thick.
const SLENDER: u32 = 12;
/// A rule is broken by noise for no more than this many pixels.
const BREAK: usize = 2;
/// Around a rule its soft edge is painted over as well, this many pixels wide.
const EDGE: u32 = 2;

/// Rules that were found.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// Level ones.
    pub level: Vec<Rect>,
    /// Upright ones.
    pub upright: Vec<Rect>,
}

/// Finds the rules of a leveled picture, in which letters are about `letter` pixels high.
pub fn find(picture: &Picture, threshold: u8, letter: u32) -> Rules {
    let length = (letter * LENGTH).max(24) as usize;
    let mut across = Picture::blank(picture.width(), picture.height());
    for y in 0..picture.height() {
        mark_long(picture.row(y), threshold, length, across.row_mut(y));
    }
    let mut rules = Rules { level: thin(&blobs(&across, 0), Rect::width, Rect::height), ..Rules::default() };
    // Columns are looked at as rows of the picture laid on its side.
    let side = laid_on_its_side(picture);
    let mut down = Picture::blank(side.width(), side.height());
    for y in 0..side.height() {
        mark_long(side.row(y), threshold, length, down.row_mut(y));
    }
    let upright = thin(&blobs(&down, 0), Rect::width, Rect::height);
    rules.upright.extend(upright.into_iter().map(|rect| Rect {
        left: rect.top,
        top: rect.left,
        right: rect.bottom,
        bottom: rect.right,
    }));
    rules
}

/// Blackens what belongs to a long run of ink.
fn mark_long(row: &[u8], threshold: u8, length: usize, out: &mut [u8]) {
    let (mut start, mut end) = (0, 0);
    let mut flush = |start: usize, end: usize| {
        if end - start >= length {
            out[start..end].fill(0);
        }
    };
    for (x, shade) in row.iter().enumerate() {
        if *shade > threshold {
            continue;
        }
        if x > end + BREAK {
            flush(start, end);
            start = x;
        }
        end = x + 1;
    }
    flush(start, end);
}

fn thin(marked: &[Blob], length: fn(&Rect) -> u32, thickness: fn(&Rect) -> u32) -> Vec<Rect> {
    let rects = marked.iter().map(|blob| blob.rect);
    rects.filter(|rect| length(rect) >= thickness(rect) * SLENDER).collect()
}

fn laid_on_its_side(picture: &Picture) -> Picture {
    const TILE: usize = 32;
    let (width, height) = (picture.width(), picture.height());
    let mut shades = vec![WHITE; width * height];
    // In tiles, so that neither side runs through memory with a stride for long.
    for top in (0..height).step_by(TILE) {
        for left in (0..width).step_by(TILE) {
            for y in top..(top + TILE).min(height) {
                for (x, shade) in picture.row(y)[left..(left + TILE).min(width)].iter().enumerate() {
                    shades[(left + x) * height + y] = *shade;
                }
            }
        }
    }
    Picture::new(height, width, shades).unwrap_or_else(|| Picture::blank(height, width))
}

impl Rules {
    /// Paints over all of them.
    pub fn erase(&self, picture: &mut Picture) {
        let (width, height) = (picture.width() as u32, picture.height() as u32);
        for rect in self.level.iter().chain(&self.upright) {
            let columns = rect.left.saturating_sub(EDGE) as usize..(rect.right + EDGE).min(width) as usize;
            for y in rect.top.saturating_sub(EDGE)..(rect.bottom + EDGE).min(height) {
                picture.row_mut(y as usize)[columns.clone()].fill(WHITE);
            }
        }
    }
}

#[cfg(test)]
mod tests;
