//! Numerals that touch: in heavy or narrow fonts, and on worn pages, several are one blob.
//!
//! A blob that looks like several numerals is cut where its columns hold little ink, and the cuts are kept that make
//! the parts the likeliest numerals. Where no cutting makes all parts numerals, the blob stays whole, and doubtful.

use super::{
    glyph::{Measure, glyph, glyphs},
    mark::Mark,
    net::{CLASSES, Class, Net},
};
use crate::{
    ink::{Blob, Rect, Run},
    layout::Line,
    sheet::Sheet,
};

/// A blob that is as likely as this several numerals, or a piece of one, is tried.
const SEVERAL: f32 = 0.3;
/// Every part must be as likely as this the same numeral.
const PART: f32 = 0.6;
/// A blob is cut at so many places at the most.
const CUTS: usize = 12;
/// So many blobs of a page are cut or joined; a page of ten thousand numerals has fewer that need it. What is left whole
/// is doubtful, so none is passed over.
const TRIES: usize = 3_000;
/// What stands so many blobs away tells nothing of one.
const NEAR: usize = 24;
/// A part is at least this wide, in heights of the blob.
const NARROW: f32 = 0.12;

/// Looks at the lines of one page.
pub struct Looker<'s> {
    net: &'s Net,
    sheet: &'s Sheet,
    /// How many blobs may still be cut or joined on this page: a page of noise is all pieces.
    left: usize,
}

/// A line: its blobs in the order of left edges, and what they are measured by.
struct Row<'s> {
    own: Vec<&'s Blob>,
    measure: Measure,
}

impl<'s> Looker<'s> {
    /// Begins a page.
    pub fn new(net: &'s Net, sheet: &'s Sheet) -> Self {
        Self { net, sheet, left: TRIES }
    }

    /// What stands on a line, with how likely each class is.
    pub fn line(&mut self, line: &Line) -> Vec<Mark> {
        let own: Vec<&Blob> = line.blobs.iter().map(|at| &self.sheet.blobs[*at]).collect();
        let measure = Measure::of(&own, self.sheet.page.height(), self.sheet.layout.letter);
        let row = Row { own, measure };
        let mut out = Vec::with_capacity(row.own.len());
        for (at, glyph) in glyphs(&self.sheet.page, &row.own, &row.measure).iter().enumerate() {
            let likely = self.net.likely(glyph);
            let parts = if likely[CLASSES - 1] >= SEVERAL { self.parts(&row, at) } else { Vec::new() };
            if parts.is_empty() {
                out.push((at, Mark { blob: line.blobs[at], piece: None, rect: row.own[at].rect, likely }));
            }
            let mark = |(rect, likely)| Mark { blob: line.blobs[at], piece: None, rect, likely };
            out.extend(parts.into_iter().map(|part| (at, mark(part))));
        }
        out.sort_by_key(|(_, mark)| (mark.rect.left, mark.rect.top));
        self.join(&row, out)
    }

    /// Puts pieces together that are one numeral: where a stroke is thin, a worn page breaks it.
    fn join(&mut self, row: &Row<'_>, marks: Vec<(usize, Mark)>) -> Vec<Mark> {
        let mut out: Vec<(usize, Mark)> = Vec::with_capacity(marks.len());
        for (at, mark) in marks {
            let last = out.last().filter(|(one, last)| *one != at && is_joint(last, &mark)).copied();
            let joined = last.and_then(|(one, last)| Some((last, self.joined(row, one, at)?)));
            match joined {
                Some((last, (rect, likely))) if numeral(&likely) >= PART => {
                    // The second piece stays with the first one, so that both are taken out of the line for letters.
                    out.pop();
                    out.push((at, Mark { blob: last.blob, piece: Some(mark.blob), rect, likely }));
                }
                _ => out.push((at, mark)),
            }
        }
        out.into_iter().map(|(_, mark)| mark).collect()
    }

    /// Two blobs read as one.
    fn joined(&mut self, row: &Row<'_>, one: usize, two: usize) -> Option<Part> {
        self.left = self.left.checked_sub(1)?;
        let (first, second) = (row.own[one], row.own[two]);
        let mut runs: Vec<Run> = first.runs.iter().chain(&second.runs).copied().collect();
        runs.sort_unstable_by_key(|run| (run.y, run.start));
        let whole = Blob { rect: first.rect.join(second.rect), area: first.area + second.area, runs };
        Some(self.read(row, &whole, [one, two]))
    }

    /// The parts that a blob is best cut into; none where it should not be cut.
    fn parts(&mut self, row: &Row<'_>, at: usize) -> Vec<Part> {
        let Some(left) = self.left.checked_sub(1) else { return Vec::new() };
        self.left = left;
        let blob = row.own[at];
        let columns = columns(blob);
        let edges: Vec<u32> = [0].into_iter().chain(cuts(&columns)).chain([columns.len() as u32]).collect();
        let narrow = (blob.rect.height() as f32 * NARROW) as u32;
        // For each edge the best way to get there: how likely, from which edge, and the part between.
        let mut best: Vec<Option<(f32, usize, Part)>> = vec![None; edges.len()];
        for to in 1..edges.len() {
            for from in 0..to {
                let before = if from == 0 { Some(1.0) } else { best[from].map(|(likely, ..)| likely) };
                let is_all = from == 0 && to + 1 == edges.len();
                let is_wide = edges[to] - edges[from] > narrow;
                let Some(before) = before.filter(|_| is_wide && !is_all) else { continue };
                let (left, right) = (blob.rect.left + edges[from], blob.rect.left + edges[to]);
                let Some(piece) = clipped(blob, left, right) else { continue };
                let part = self.read(row, &piece, [at, at]);
                let likely = before * numeral(&part.1);
                if numeral(&part.1) >= PART && best[to].is_none_or(|(most, ..)| likely > most) {
                    best[to] = Some((likely, from, part));
                }
            }
        }
        let mut out = Vec::new();
        let mut to = edges.len() - 1;
        while let Some((_, from, part)) = best[to] {
            out.push(part);
            to = from;
        }
        out.reverse();
        out
    }

    /// Reads a blob that stands in the place of one or two others.
    fn read(&self, row: &Row<'_>, blob: &Blob, instead: [usize; 2]) -> Part {
        let near = instead[0].min(instead[1]).saturating_sub(NEAR);
        let far = (instead[0].max(instead[1]) + NEAR + 1).min(row.own.len());
        let others = (near..far).filter(|at| !instead.contains(at)).map(|at| row.own[at]);
        let mut line: Vec<&Blob> = others.collect();
        let place = line
            .partition_point(|other| (other.rect.left, other.rect.top) <= (blob.rect.left, blob.rect.top));
        line.insert(place, blob);
        (blob.rect, self.net.likely(&glyph(&self.sheet.page, &line, place, &row.measure)))
    }
}

fn is_joint(one: &Mark, two: &Mark) -> bool {
    is_piece(one) && is_piece(two) && is_close(one, two)
}

fn is_piece(mark: &Mark) -> bool {
    mark.piece.is_none() && mark.likely[CLASSES - 1] >= SEVERAL
}

fn is_close(one: &Mark, two: &Mark) -> bool {
    let paper = two.rect.left.saturating_sub(one.rect.right);
    let high = one.rect.join(two.rect).height();
    paper * 8 <= high && one.rect.join(two.rect).width() <= high * 5 / 4
}

/// A part of a blob, and how likely it is of each class.
type Part = (Rect, [f32; CLASSES]);

/// How likely the likeliest numeral is, or a sign that numerals touch.
fn numeral(likely: &[f32; CLASSES]) -> f32 {
    let is_part =
        |at: &usize| matches!(Class::of(*at), Class::Arabic(_) | Class::Latin(_) | Class::Sign('/' | '-'));
    (0..CLASSES).filter(is_part).map(|at| likely[at]).fold(0.0, f32::max)
}

/// How much ink each column of a blob holds.
fn columns(blob: &Blob) -> Vec<u32> {
    let mut columns = vec![0; blob.rect.width() as usize];
    for run in &blob.runs {
        for x in run.start..run.end {
            columns[(x - blob.rect.left) as usize] += 1;
        }
    }
    columns
}

/// The columns with the least ink around them, and not too many of them, from the left.
fn cuts(columns: &[u32]) -> Vec<u32> {
    let low = columns.windows(3).enumerate().filter(|(_, three)| three[1] <= three[0] && three[1] < three[2]);
    let mut low: Vec<(u32, u32)> = low.map(|(at, three)| (three[1], at as u32 + 1)).collect();
    low.sort_unstable();
    let mut cuts: Vec<u32> = low.into_iter().take(CUTS).map(|(_, at)| at).collect();
    cuts.sort_unstable();
    cuts
}

/// The part of a blob between two columns.
fn clipped(blob: &Blob, left: u32, right: u32) -> Option<Blob> {
    let runs =
        blob.runs.iter().map(|run| Run { start: run.start.max(left), end: run.end.min(right), ..*run });
    let runs: Vec<Run> = runs.filter(|run| run.start < run.end).collect();
    let rect = |run: &Run| Rect { left: run.start, top: run.y, right: run.end, bottom: run.y + 1 };
    let whole = Rect::of(runs.iter().map(rect));
    let area = runs.iter().map(|run| run.end - run.start).sum();
    (whole != Rect::NONE).then_some(Blob { rect: whole, area, runs })
}

#[cfg(test)]
mod tests;
