//! A line cut out of its page: its own ink on white paper, with wide gaps made narrow.

use crate::{
    ink::{Blob, Rect},
    layout::{Layout, Line},
    picture::{Picture, WHITE},
};

/// Paper around a line, in letters.
const MARGIN: f32 = 0.3;
/// The least paper around a line in pixels.
const MARGIN_MIN: u32 = 3;
/// A line that is high by its own ink gets less paper, as long as it is higher than so many letters: the program
/// brings every line to one height, so that paper makes letters small.
const HIGH: f32 = 2.4;
/// A gap wider than this many letters is made this wide: a register has much paper between its columns.
const GAP: f32 = 2.0;
/// The soft edge of a letter in pixels.
const EDGE: u32 = 1;

/// A line as a picture, and the way back from its columns to those of the page.
#[derive(Debug, Clone)]
pub struct Strip {
    /// The picture.
    pub picture: Picture,
    /// Pieces of the page from left to right: first column in the strip, first column on the page, columns.
    pieces: Vec<(u32, u32, u32)>,
}

/// Cuts lines out of a page.
pub struct Cutter<'p> {
    page: &'p Picture,
    blobs: &'p [Blob],
    margin: u32,
    /// The height that a line with its paper should not exceed.
    high: u32,
    gap: u32,
    /// For each blob the line that it is part of.
    line_of: Vec<u32>,
    /// Blobs by the band of rows in which they begin, so that strangers are found without looking at all.
    shelves: Vec<Vec<u32>>,
    shelf: u32,
}

const NO_LINE: u32 = u32::MAX;

impl<'p> Cutter<'p> {
    /// Gets ready to cut the lines of a layout.
    pub fn new(page: &'p Picture, blobs: &'p [Blob], layout: &Layout) -> Self {
        let mut line_of = vec![NO_LINE; blobs.len()];
        for (number, line) in (0u32..).zip(&layout.lines) {
            line.blobs.iter().for_each(|at| line_of[*at] = number);
        }
        let shelf = (layout.letter * 2).max(1);
        let mut shelves = vec![Vec::new(); page.height() / shelf as usize + 1];
        for (at, blob) in (0u32..).zip(blobs) {
            for place in blob.rect.top / shelf..=(blob.rect.bottom - 1) / shelf {
                shelves[place as usize].push(at);
            }
        }
        let margin = (layout.letter as f32 * MARGIN) as u32 + MARGIN_MIN;
        let high = (layout.letter as f32 * HIGH) as u32;
        let gap = (layout.letter as f32 * GAP) as u32;
        Self { page, blobs, margin, high, gap, line_of, shelves, shelf }
    }

    /// Cuts out a line without some of its blobs, which leave white paper.
    pub fn cut(&self, number: usize, line: &Line, without: impl Fn(usize) -> bool) -> Strip {
        let rect = self.with_margin(line.rect);
        let mut whole = Picture::blank(rect.width() as usize, rect.height() as usize);
        for y in rect.top..rect.bottom {
            let from = &self.page.row(y as usize)[rect.left as usize..rect.right as usize];
            whole.row_mut((y - rect.top) as usize).copy_from_slice(from);
        }
        let is_stranger = |at: usize| self.line_of[at] != number as u32 || without(at);
        self.near(rect).filter(|at| is_stranger(*at)).for_each(|at| erase(&mut whole, rect, &self.blobs[at]));
        let own: Vec<Rect> =
            line.blobs.iter().filter(|at| !without(**at)).map(|at| self.blobs[*at].rect).collect();
        self.narrow(&whole, rect, &own)
    }

    fn with_margin(&self, rect: Rect) -> Rect {
        let above = (self.high.saturating_sub(rect.height()) / 2).clamp(MARGIN_MIN, self.margin);
        Rect {
            left: rect.left.saturating_sub(self.margin),
            top: rect.top.saturating_sub(above),
            right: (rect.right + self.margin).min(self.page.width() as u32),
            bottom: (rect.bottom + above).min(self.page.height() as u32),
        }
    }

    /// Blobs that share rows and columns with a rectangle; some of them twice.
    fn near(&self, rect: Rect) -> impl Iterator<Item = usize> {
        let shelves =
            &self.shelves[(rect.top / self.shelf) as usize..=((rect.bottom - 1) / self.shelf) as usize];
        let all = shelves.iter().flatten().map(|at| *at as usize);
        all.filter(move |at| {
            let other = &self.blobs[*at].rect;
            other.common_width(&rect) > 0 && other.common_height(&rect) > 0
        })
    }

    /// Takes the pieces of a line that hold ink, with little paper between them.
    fn narrow(&self, whole: &Picture, rect: Rect, own: &[Rect]) -> Strip {
        let mut pieces: Vec<(u32, u32)> = Vec::new();
        let mut sorted: Vec<(u32, u32)> = own.iter().map(|r| (r.left, r.right)).collect();
        sorted.sort_unstable();
        let half = self.gap / 2;
        for (left, right) in sorted {
            let (from, to) = (left.saturating_sub(half).max(rect.left), (right + half).min(rect.right));
            match pieces.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => pieces.push((from, to)),
            }
        }
        let width: u32 = pieces.iter().map(|(from, to)| to - from).sum();
        let mut picture = Picture::blank(width as usize, whole.height());
        let mut places = Vec::new();
        let mut at = 0;
        for (from, to) in pieces {
            let columns = (from - rect.left) as usize..(to - rect.left) as usize;
            for y in 0..whole.height() {
                let piece = &whole.row(y)[columns.clone()];
                picture.row_mut(y)[at as usize..][..piece.len()].copy_from_slice(piece);
            }
            places.push((at, from, to - from));
            at += to - from;
        }
        Strip { picture, pieces: places }
    }
}

impl Strip {
    /// The column of the strip that a column of the page has become; nothing where it was left out.
    pub fn forth(&self, x: u32) -> Option<u32> {
        let at = self.pieces.partition_point(|(_, from, _)| *from <= x);
        let (start, from, columns) = *self.pieces.get(at.checked_sub(1)?)?;
        (x < from + columns).then_some(start + x - from)
    }

    /// The column of the page that a column of the strip was.
    pub fn back(&self, x: u32) -> u32 {
        let at = self.pieces.partition_point(|(start, ..)| *start <= x);
        match at.checked_sub(1).and_then(|at| self.pieces.get(at)) {
            Some((start, from, columns)) => from + (x - start).min(*columns),
            None => 0,
        }
    }
}

/// Whitens a blob and its soft edge.
fn erase(whole: &mut Picture, rect: Rect, blob: &Blob) {
    for run in &blob.runs {
        let left = run.start.saturating_sub(EDGE).clamp(rect.left, rect.right) - rect.left;
        let right = (run.end + EDGE).clamp(rect.left, rect.right) - rect.left;
        for y in run.y.saturating_sub(EDGE)..=run.y + EDGE {
            if (rect.top..rect.bottom).contains(&y) {
                whole.row_mut((y - rect.top) as usize)[left as usize..right as usize].fill(WHITE);
            }
        }
    }
}

#[cfg(test)]
mod tests;
