//! A blob of ink as the recognizer sees it.

use crate::{
    ink::{Blob, Rect},
    layout::letter_height,
    picture::Picture,
};

/// Pixels on each side of a glyph's picture.
pub const SIDE: usize = 24;
/// The glyph itself is brought to so many pixels on its longer side.
const INNER: f32 = 20.0;
/// How many numbers tell of the place of a glyph on its line.
pub const TRAITS: usize = 11;

/// A blob of ink, brought to one size.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// How dark it is from 0 to 1, row by row.
    pub picture: [f32; SIDE * SIDE],
    /// Its size, its place on the line and what stands beside it, in heights of the line's letters.
    pub traits: [f32; TRAITS],
}

/// The glyphs of blobs that stand on one line, in the order of their left edges.
pub(crate) fn glyphs(page: &Picture, own: &[&Blob], measure: &Measure) -> Vec<Glyph> {
    let sides = Sides::of(own);
    (0..own.len())
        .map(|at| Glyph { picture: portrait(page, own[at]), traits: measure.traits(own, at, &sides) })
        .collect()
}

/// One of these glyphs; `own` may be only what stands near it.
pub(crate) fn glyph(page: &Picture, own: &[&Blob], at: usize, measure: &Measure) -> Glyph {
    Glyph { picture: portrait(page, own[at]), traits: measure.traits(own, at, &Sides::of(own)) }
}

/// What the sizes and places on a line are measured by.
pub(crate) struct Measure {
    letter: f32,
    base: f32,
    page_letter: f32,
}

impl Measure {
    /// The letters' height on a line and on its page, and the row that most of them stand on.
    pub(crate) fn of(own: &[&Blob], page_height: usize, page_letter: u32) -> Self {
        let letter = letter_height(own.iter().copied(), page_height).max(1);
        let mut bottoms: Vec<u32> =
            own.iter().filter(|b| b.rect.height() * 2 >= letter).map(|b| b.rect.bottom).collect();
        if bottoms.is_empty() {
            bottoms = own.iter().map(|b| b.rect.bottom).collect();
        }
        bottoms.sort_unstable();
        let base = bottoms.get(bottoms.len() / 2).copied().unwrap_or(0);
        Self { letter: letter as f32, base: base as f32, page_letter: page_letter.max(1) as f32 }
    }

    fn traits(&self, own: &[&Blob], at: usize, sides: &Sides) -> [f32; TRAITS] {
        let rect = own[at].rect;
        let part = |pixels: f32| (pixels / self.letter).clamp(-3.0, 3.0);
        let full = (rect.width() * rect.height()).max(1) as f32;
        let (left, right) = (sides.left[at], sides.right[at]);
        let gap = |rows: Option<f32>| rows.map_or(2.0, |pixels| part(pixels).min(2.0));
        let height = |other: Option<usize>| other.map_or(0.0, |at| part(own[at].rect.height() as f32));
        [
            part(rect.height() as f32),
            part(rect.width() as f32),
            part(self.base - rect.bottom as f32),
            part(self.base - rect.middle_y2() as f32 / 2.0),
            gap(left.map(|l| rect.left as f32 - own[l].rect.right as f32)),
            gap(right.map(|r| own[r].rect.left as f32 - rect.right as f32)),
            height(left),
            height(right),
            sides.shared[at] as f32 / rect.width().max(1) as f32,
            own[at].area as f32 / full,
            (rect.height() as f32 / self.page_letter).min(3.0),
        ]
    }
}

/// For each blob of a line, the nearest one that ends to the left of it, the nearest one that begins to the right of
/// it, and how many of its columns the one above or below shares with it.
struct Sides {
    left: Vec<Option<usize>>,
    right: Vec<Option<usize>>,
    shared: Vec<u32>,
}

impl Sides {
    /// `own` is in the order of left edges.
    fn of(own: &[&Blob]) -> Self {
        let mut by_right: Vec<usize> = (0..own.len()).collect();
        by_right.sort_by_key(|at| own[*at].rect.right);
        let left = own.iter().map(|blob| {
            let n = by_right.partition_point(|at| own[*at].rect.right <= blob.rect.left);
            n.checked_sub(1).map(|n| by_right[n])
        });
        let right = own.iter().map(|blob| {
            let n = own.partition_point(|other| other.rect.left < blob.rect.right);
            (n < own.len()).then_some(n)
        });
        let (left, right) = (left.collect(), right.collect());
        Self { left, right, shared: shared(own) }
    }
}

/// How many columns each blob has in common with the one that has the most in common with it.
fn shared(own: &[&Blob]) -> Vec<u32> {
    let mut shared = vec![0u32; own.len()];
    // Those that still reach into the columns of the next one; on a line there are never many.
    let mut open: Vec<usize> = Vec::new();
    for (at, blob) in own.iter().enumerate() {
        open.retain(|other| own[*other].rect.right > blob.rect.left);
        for other in &open {
            let common = own[*other].rect.common_width(&blob.rect);
            shared[at] = shared[at].max(common);
            shared[*other] = shared[*other].max(common);
        }
        open.push(at);
    }
    shared
}

/// The ink of a blob alone, its longer side brought to [`INNER`] pixels, in the middle.
fn portrait(page: &Picture, blob: &Blob) -> [f32; SIDE * SIDE] {
    let rect = blob.rect;
    let (width, height) = (rect.width() as usize, rect.height() as usize);
    let mut ink = vec![0.0f32; width * height];
    let mut darkest = 1.0f32;
    for run in &blob.runs {
        let row = page.row(run.y as usize);
        for x in run.start..run.end {
            let dark = f32::from(255 - row[x as usize]);
            darkest = darkest.max(dark);
            ink[(run.y - rect.top) as usize * width + (x - rect.left) as usize] = dark;
        }
    }
    let scale = rect_scale(rect);
    let (left, top) =
        ((SIDE as f32 - width as f32 * scale) / 2.0, (SIDE as f32 - height as f32 * scale) / 2.0);
    let mut out = [0.0f32; SIDE * SIDE];
    spread(&ink, width, scale, (left, top), &mut out);
    out.iter_mut().for_each(|dark| *dark = (*dark / darkest).min(1.0));
    out
}

fn rect_scale(rect: Rect) -> f32 {
    INNER / rect.width().max(rect.height()).max(1) as f32
}

/// Spreads each pixel over those that its area falls on.
fn spread(ink: &[f32], width: usize, scale: f32, (left, top): (f32, f32), out: &mut [f32; SIDE * SIDE]) {
    let span = |from: f32| -> std::ops::RangeInclusive<usize> {
        let last = ((from + scale).ceil() as usize).min(SIDE).saturating_sub(1);
        from as usize..=last
    };
    let common = |from: f32, cell: usize| (from + scale).min(cell as f32 + 1.0) - from.max(cell as f32);
    for (at, dark) in ink.iter().enumerate().filter(|(_, dark)| **dark > 0.0) {
        let (x, y) = (left + (at % width) as f32 * scale, top + (at / width) as f32 * scale);
        for row in span(y) {
            let rows = common(y, row).max(0.0);
            for column in span(x) {
                out[row * SIDE + column] += dark * rows * common(x, column).max(0.0);
            }
        }
    }
}

#[cfg(test)]
mod tests;
