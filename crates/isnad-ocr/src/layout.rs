//! Lines of writing: which blobs of ink are one line, and in which order lines are read.
//!
//! Lines are found here and not by the program that reads letters, since that program loses lines, splits the rows
//! of a register into columns, and gives up on a grid. What is found is checked by nobody later, so every blob that
//! may be writing comes into some line.

use crate::ink::{Blob, Rect};

/// A blob lower than this part of the usual height of letters is a dot, a mark or a sign.
const SMALL: f32 = 0.45;
/// A blob higher than this many letters is a picture, a stamp or a frame.
const HUGE: u32 = 7;
/// Letters are at least so many pixels high; what is lower cannot be read by anybody.
const LETTER_MIN: u32 = 6;
/// A band of this many times the usual height holds several lines.
const TALL: f32 = 1.7;
/// A gap this many letters wide goes from the top of a block to its bottom where it parts two columns.
const GUTTER: f32 = 1.2;

/// A line of writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The blobs that it is made of, in the order of their left edges.
    pub blobs: Vec<usize>,
    /// Where it stands.
    pub rect: Rect,
    /// The block it belongs to; blocks are parted by an empty line in the text.
    pub block: usize,
}

/// Lines in the order of reading.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// The usual height of letters in pixels; 0 where there are none.
    pub letter: u32,
    /// The lines.
    pub lines: Vec<Line>,
}

/// The usual height of letters: half of the ink belongs to blobs that are lower.
pub fn letter_height<'b>(blobs: impl IntoIterator<Item = &'b Blob>, page_height: usize) -> u32 {
    let mut heights: Vec<(u32, u64)> = blobs
        .into_iter()
        .filter(|blob| blob.rect.height() >= LETTER_MIN && (blob.rect.height() as usize) < page_height / 8)
        .map(|blob| (blob.rect.height(), u64::from(blob.area)))
        .collect();
    heights.sort_unstable();
    let half = heights.iter().map(|(_, area)| area).sum::<u64>() / 2;
    let mut reached = 0;
    let middle = heights.iter().find(|(_, area)| {
        reached += area;
        reached > half
    });
    middle.map_or(0, |(height, _)| *height)
}

/// Finds the lines among the blobs of a page.
pub fn layout(blobs: &[Blob], page_height: usize) -> Layout {
    let letter = letter_height(blobs, page_height);
    if letter == 0 {
        return Layout::default();
    }
    let finder = Finder { blobs, letter };
    let writing: Vec<usize> = (0..blobs.len()).filter(|at| finder.is_writing(*at)).collect();
    let mut lines = Vec::new();
    finder.block(writing, 0, &mut lines);
    let mut block = 0;
    let mut out: Vec<Line> = Vec::new();
    for (rect, mut members, begins) in lines {
        block += usize::from(begins && !out.is_empty());
        members.sort_by_key(|at| (blobs[*at].rect.left, blobs[*at].rect.top));
        out.push(Line { blobs: members, rect, block });
    }
    Layout { letter, lines: out }
}

struct Finder<'b> {
    blobs: &'b [Blob],
    letter: u32,
}

/// A line in the making: where it stands, its blobs, and whether a block begins with it.
type Found = (Rect, Vec<usize>, bool);

/// Rows from one to before another.
type Band = std::ops::Range<u32>;

impl Finder<'_> {
    fn rect(&self, at: usize) -> Rect {
        self.blobs[at].rect
    }

    fn is_writing(&self, at: usize) -> bool {
        let blob = &self.blobs[at];
        let speck = (self.letter / 12).max(1);
        blob.rect.height() < self.letter * HUGE && blob.area > speck * speck && blob.rect.height() > speck
    }

    fn is_main(&self, at: usize) -> bool {
        self.rect(at).height() as f32 >= self.letter as f32 * SMALL
    }

    /// Finds the lines of a block, which may hold columns and smaller blocks.
    fn block(&self, members: Vec<usize>, depth: u32, out: &mut Vec<Found>) {
        let (main, small): (Vec<usize>, Vec<usize>) = members.iter().partition(|at| self.is_main(**at));
        if main.is_empty() {
            if !members.is_empty() {
                out.push((Rect::of(members.iter().map(|at| self.rect(*at))), members, true));
            }
            return;
        }
        let bands = self.bands(&main);
        let mut lines: Vec<Vec<usize>> = vec![Vec::new(); bands.len()];
        for at in &main {
            lines[nearest_band(&bands, self.rect(*at))].push(*at);
        }
        for at in small {
            let line = self.line_of_mark(&bands, &lines, at);
            lines[line].push(at);
        }
        let mut last: Option<Rect> = None;
        for (line, band) in lines.into_iter().zip(&bands).filter(|(line, _)| !line.is_empty()) {
            if depth < 3
                && band.len() as f32 > self.letter as f32 * 2.0 * TALL
                && let Some((right, left)) = self.columns(&line)
            {
                self.block(right, depth + 1, out);
                self.block(left, depth + 1, out);
                last = None;
                continue;
            }
            let rect = Rect::of(line.iter().map(|at| self.rect(*at)));
            let far = |last: Rect| rect.top > last.bottom + self.letter;
            out.push((rect, line, last.is_none_or(far)));
            last = Some(rect);
        }
    }

    /// Rows that hold the bodies of letters, one band a line.
    fn bands(&self, main: &[usize]) -> Vec<Band> {
        let whole = Rect::of(main.iter().map(|at| self.rect(*at)));
        let mut ink = vec![0u32; whole.height() as usize];
        for run in main.iter().flat_map(|at| &self.blobs[*at].runs) {
            ink[(run.y - whole.top) as usize] += run.end - run.start;
        }
        let mut bands = Vec::new();
        for (start, end) in filled(&ink, 0) {
            self.part(&ink[start..end], whole.top + start as u32, &mut bands);
        }
        bands
    }

    /// Parts a band at its emptiest rows until no piece of it holds two lines.
    fn part(&self, ink: &[u32], top: u32, out: &mut Vec<Band>) {
        let valley = if ink.len() as f32 > self.letter as f32 * TALL { self.valley(ink) } else { None };
        match valley {
            Some(at) => {
                self.part(&ink[..at], top, out);
                self.part(&ink[at..], top + at as u32, out);
            }
            None => out.push(top..top + ink.len() as u32),
        }
    }

    /// The emptiest row between two full ones that are far enough from each other to be two lines.
    fn valley(&self, ink: &[u32]) -> Option<usize> {
        let reach = (self.letter / 8).max(1) as usize;
        let smooth: Vec<f32> = (0..ink.len())
            .map(|at| {
                let range = at.saturating_sub(reach)..(at + reach + 1).min(ink.len());
                let n = range.len() as f32;
                ink[range].iter().sum::<u32>() as f32 / n
            })
            .collect();
        let fullest = |rows: &mut dyn Iterator<Item = f32>| -> Vec<f32> {
            rows.scan(0.0, |fullest: &mut f32, ink| {
                *fullest = fullest.max(ink);
                Some(*fullest)
            })
            .collect()
        };
        let above = fullest(&mut smooth.iter().copied());
        let mut below = fullest(&mut smooth.iter().rev().copied());
        below.reverse();
        let (mut best, margin) = (None, (self.letter / 3) as usize);
        for at in margin..smooth.len().saturating_sub(margin) {
            let depth = smooth[at] / above[at].min(below[at]).max(1.0);
            if depth < 0.3 && best.is_none_or(|(_, least)| depth < least) {
                best = Some((at, depth));
            }
        }
        best.map(|(at, _)| at)
    }

    /// A dot or a mark belongs to the letter that it stands above or below, or else to the nearest line.
    fn line_of_mark(&self, bands: &[Band], lines: &[Vec<usize>], mark: usize) -> usize {
        let rect = self.rect(mark);
        let near = nearest_band(bands, rect);
        let candidates = near.saturating_sub(1)..(near + 2).min(bands.len());
        let distance = |line: usize| {
            let above_or_below = lines[line].iter().map(|at| self.rect(*at));
            let over = above_or_below
                .filter(|letter| letter.common_width(&rect) * 2 >= rect.width().min(letter.width()));
            let gap = |letter: Rect| rect.top.max(letter.top).saturating_sub(rect.bottom.min(letter.bottom));
            over.map(gap).min()
        };
        let own_band = |line: usize| {
            let middle = rect.middle_y2() / 2;
            bands[line].contains(&middle)
        };
        // What stands within a line is of that line, whatever hangs down to it from above.
        candidates
            .clone()
            .find(|line| own_band(*line))
            .or_else(|| {
                candidates.filter_map(|line| Some((distance(line)?, line))).min().map(|(_, line)| line)
            })
            .unwrap_or(near)
    }

    /// Two columns that a gap parts from top to bottom: the right one, and the left one.
    fn columns(&self, members: &[usize]) -> Option<(Vec<usize>, Vec<usize>)> {
        let whole = Rect::of(members.iter().map(|at| self.rect(*at)));
        let mut ink = vec![0u32; whole.width() as usize];
        for at in members {
            let rect = self.rect(*at);
            ink[(rect.left - whole.left) as usize..(rect.right - whole.left) as usize].fill(1);
        }
        let parts = filled(&ink, 0);
        let gaps = parts.windows(2).map(|pair| (pair[1].0 - pair[0].1, pair[0].1));
        let (gap, at) = gaps.max()?;
        if (gap as f32) < self.letter as f32 * GUTTER {
            return None;
        }
        let cut = whole.left + at as u32;
        Some(members.iter().partition(|at| self.rect(**at).left >= cut))
    }
}

/// Where values are greater than `empty`, as ranges from start to end.
fn filled(values: &[u32], empty: u32) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, value) in values.iter().chain([&0]).enumerate() {
        match (start, *value > empty && at < values.len()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                out.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    out
}

/// The band that a rectangle shares the most rows with, or else the nearest one.
fn nearest_band(bands: &[Band], rect: Rect) -> usize {
    let common = |band: &Band| band.end.min(rect.bottom).saturating_sub(band.start.max(rect.top));
    let away = |band: &Band| (band.start + band.end).abs_diff(rect.middle_y2());
    let best = bands
        .iter()
        .enumerate()
        .max_by(|(_, a), (_, b)| common(a).cmp(&common(b)).then(away(b).cmp(&away(a))));
    best.map_or(0, |(at, _)| at)
}

#[cfg(test)]
mod tests;
