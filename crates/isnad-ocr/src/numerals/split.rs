//! Numerals that touch: in heavy or narrow fonts, and on worn pages, several are one blob.
//!
//! A blob that looks like several numerals is cut where its columns hold little ink, and the cuts are kept that make
//! the parts the likeliest numerals. Where no cutting makes all parts numerals, the blob stays whole, and doubtful.

use super::{
    glyph::{glyph, glyphs},
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
/// A part is at least this wide, in heights of the blob.
const NARROW: f32 = 0.12;

/// What stands on a line, with how likely each class is.
pub fn marks(net: &Net, sheet: &Sheet, line: &Line) -> Vec<Mark> {
    let own: Vec<&Blob> = line.blobs.iter().map(|at| &sheet.blobs[*at]).collect();
    let whole = glyphs(&sheet.page, &own, sheet.layout.letter);
    let mut out = Vec::with_capacity(own.len());
    for (at, glyph) in whole.iter().enumerate() {
        let likely = net.likely(glyph);
        let blob = line.blobs[at];
        let parts = if likely[CLASSES - 1] >= SEVERAL { parts(net, sheet, &own, at) } else { Vec::new() };
        if parts.is_empty() {
            out.push(Mark { blob, piece: None, rect: own[at].rect, likely });
        }
        out.extend(parts.into_iter().map(|(rect, likely)| Mark { blob, piece: None, rect, likely }));
    }
    out.sort_by_key(|mark| (mark.rect.left, mark.rect.top));
    join(net, sheet, &own, &line.blobs, out)
}

/// Puts pieces together that are one numeral: where a stroke is thin, a worn page breaks it.
fn join(net: &Net, sheet: &Sheet, own: &[&Blob], numbers: &[usize], marks: Vec<Mark>) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::with_capacity(marks.len());
    for mark in marks {
        let Some(last) = out.last().filter(|last| is_piece(last) && is_piece(&mark) && is_close(last, &mark))
        else {
            out.push(mark);
            continue;
        };
        let place = |blob: usize| numbers.iter().position(|number| *number == blob);
        let both = place(last.blob).zip(place(mark.blob)).filter(|(one, two)| one != two);
        match both.and_then(|(one, two)| read_joined(net, sheet, own, one, two)) {
            Some((rect, likely)) if numeral(&likely) >= PART => {
                // The second piece stays with the first one, so that both are taken out of the line for letters.
                let (blob, piece) = (last.blob, mark.blob);
                out.pop();
                out.push(Mark { blob, piece: Some(piece), rect, likely });
            }
            _ => out.push(mark),
        }
    }
    out
}

fn is_piece(mark: &Mark) -> bool {
    mark.piece.is_none() && mark.likely[CLASSES - 1] >= SEVERAL
}

fn is_close(one: &Mark, two: &Mark) -> bool {
    let paper = two.rect.left.saturating_sub(one.rect.right);
    let high = one.rect.join(two.rect).height();
    paper * 8 <= high && one.rect.join(two.rect).width() <= high * 5 / 4
}

fn read_joined(net: &Net, sheet: &Sheet, own: &[&Blob], one: usize, two: usize) -> Option<Part> {
    let mut runs: Vec<Run> = own[one].runs.iter().chain(&own[two].runs).copied().collect();
    runs.sort_unstable_by_key(|run| (run.y, run.start));
    let rect = own[one].rect.join(own[two].rect);
    let whole = Blob { rect, area: own[one].area + own[two].area, runs };
    let mut line: Vec<&Blob> = own.to_vec();
    line[one] = &whole;
    line.remove(two);
    line.sort_by_key(|blob| (blob.rect.left, blob.rect.top));
    let place = line.iter().position(|blob| std::ptr::eq(*blob, &whole))?;
    Some((rect, net.likely(&glyph(&sheet.page, &line, place, sheet.layout.letter))))
}

/// A part of a blob, and how likely it is of each class.
type Part = (Rect, [f32; CLASSES]);

/// The parts that a blob is best cut into; none where it should not be cut.
fn parts(net: &Net, sheet: &Sheet, own: &[&Blob], at: usize) -> Vec<Part> {
    let columns = columns(own[at]);
    let edges: Vec<u32> = [0].into_iter().chain(cuts(&columns)).chain([columns.len() as u32]).collect();
    let narrow = (own[at].rect.height() as f32 * NARROW) as u32;
    // For each edge the best way to get there: how likely, from which edge, and the part between.
    let mut best: Vec<Option<(f32, usize, Part)>> = vec![None; edges.len()];
    for to in 1..edges.len() {
        for from in 0..to {
            let before = if from == 0 { Some(1.0) } else { best[from].map(|(likely, ..)| likely) };
            let is_all = from == 0 && to + 1 == edges.len();
            let Some(before) = before.filter(|_| edges[to] - edges[from] > narrow && !is_all) else {
                continue;
            };
            let Some(part) = read(net, sheet, own, at, edges[from]..edges[to]) else { continue };
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

fn read(net: &Net, sheet: &Sheet, own: &[&Blob], at: usize, columns: std::ops::Range<u32>) -> Option<Part> {
    let left = own[at].rect.left;
    let part = clipped(own[at], left + columns.start, left + columns.end)?;
    let mut line = own.to_vec();
    line[at] = &part;
    // The order of left edges may change by the cut.
    line.sort_by_key(|blob| (blob.rect.left, blob.rect.top));
    let place = line.iter().position(|blob| std::ptr::eq(*blob, &part))?;
    Some((part.rect, net.likely(&glyph(&sheet.page, &line, place, sheet.layout.letter))))
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
