//! Atoms: glyphs that stand together without a space.

use super::marks;
use crate::formats::pdf::{outline::Side, paint::Placed, rules::Rule};
use hayro::kurbo::Rect;

/// Baselines nearer than this part of the font's height are one.
const SAME_BASELINE: f64 = 0.1;
/// A gap wider than this part of the font's height separates words …
const WORD_GAP: f64 = 0.15;
/// … or as this one if a line has several that are alike and few wider ones: programs that set lines to one width
/// press the spaces of a line together, all by as much …
const WORD_GAP_PRESSED: f64 = 0.1;
/// … within this part of the height …
const ALIKE: f64 = 0.01;
/// … unless the file paints its spaces; then letters may be spread, and only a wide gap is one.
const WORD_GAP_BESIDE_SPACES: f64 = 0.3;
/// A file paints its spaces if there is one to so many letters.
const LETTERS_TO_A_SPACE: usize = 30;
/// A space that was painted takes at least this part of the font's height.
const SPACE_MIN: f64 = 0.04;
/// The same letter painted again within this part of its height is a bold face made by hand.
const PAINTED_TWICE: f64 = 0.12;

/// A glyph with the marks on it: what is never taken apart or turned round.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    /// Its letters in reading order, each with its marks in canonical order.
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) end: f64,
    pub(super) run: u32,
    pub(super) side: Option<Side>,
}

/// Clusters of one baseline without a space between them, from left to right.
#[derive(Debug, Clone)]
pub(super) struct Atom {
    pub(super) clusters: Vec<Cluster>,
    pub(super) x: f64,
    pub(super) end: f64,
    /// The baseline.
    pub(super) y: f64,
    pub(super) size: f64,
    /// Which row of glyphs it was part of: the next atom of the same row comes after a space.
    pub(super) row: usize,
    /// The space that was painted to its right, if one was.
    pub(super) space: Option<Space>,
}

/// A space that was painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Space {
    pub(super) run: u32,
    /// Whether it may stand inside a number.
    pub(super) no_break: bool,
}

impl Atom {
    /// The box that its letters fill on the line, with room for ascenders and descenders.
    pub(super) fn area(&self) -> Rect {
        Rect::new(self.x, self.y - self.size * 0.8, self.end, self.y + self.size * 0.25)
    }

    /// The band that is its own even where lines stand close.
    pub(super) fn band(&self) -> Rect {
        Rect::new(self.x, self.y - self.size * 0.65, self.end, self.y + self.size * 0.1)
    }
}

/// Glyphs of one baseline, from left to right; spaces are among them.
pub(super) struct Row {
    pub(super) y: f64,
    pub(super) glyphs: Vec<Placed>,
}

/// The atoms of a page. A rule down the page parts them as a space does.
pub(super) fn atoms(glyphs: Vec<Placed>, rules: &[Rule]) -> Vec<Atom> {
    let (signs, bases): (Vec<_>, Vec<_>) = glyphs.into_iter().partition(marks::may_be_mark);
    let mut rows = rows(bases);
    marks::give(signs, &mut rows);
    let all = || rows.iter().flat_map(|row| &row.glyphs);
    let spaces = all().filter(|glyph| is_blank(&glyph.text)).count();
    let letters = all().count() - spaces;
    let gap = match spaces * LETTERS_TO_A_SPACE > letters {
        true => WORD_GAP_BESIDE_SPACES,
        false => WORD_GAP,
    };
    let mut walls: Vec<Rect> = rules.iter().filter(|rule| !rule.across).map(|rule| rule.area).collect();
    walls.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let mut out = Vec::new();
    for (number, row) in rows.into_iter().enumerate() {
        let gap = if gap == WORD_GAP && has_pressed_spaces(&row) { WORD_GAP_PRESSED } else { gap };
        part(row, number, gap, &walls, &mut out);
    }
    out
}

fn rows(mut bases: Vec<Placed>) -> Vec<Row> {
    // The sort is stable, so glyphs of one place stay in the order of painting.
    bases.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Row> = Vec::new();
    for glyph in bases {
        match rows.last_mut().filter(|row| glyph.y - row.y <= glyph.size * SAME_BASELINE) {
            Some(row) => row.glyphs.push(glyph),
            None => rows.push(Row { y: glyph.y, glyphs: vec![glyph] }),
        }
    }
    for row in &mut rows {
        // Of two that begin at one place the shorter one stands before the other: an alef without room on its lam. A
        // space that has no room is the one at the end of a line from the right.
        let width = |glyph: &Placed| if is_blank(&glyph.text) { -1.0 } else { glyph.width };
        row.glyphs.sort_by(|a, b| a.x.total_cmp(&b.x).then(width(a).total_cmp(&width(b))));
        row.glyphs.dedup_by(|next, kept| {
            next.text == kept.text
                && !is_blank(&next.text)
                && next.x - kept.x < (next.size * PAINTED_TWICE).min(next.width * 0.5)
        });
    }
    rows
}

/// Parts a row at its spaces, gaps and walls.
fn part(row: Row, number: usize, gap: f64, walls: &[Rect], out: &mut Vec<Atom>) {
    let mut open: Option<Atom> = None;
    let mut space: Option<(f64, Space)> = None;
    for glyph in row.glyphs {
        if is_blank(&glyph.text) {
            let no_break = glyph.text.contains(['\u{A0}', '\u{202F}']);
            space.get_or_insert((glyph.x, Space { run: glyph.run, no_break }));
            continue;
        }
        // Kerning draws letters over a space; but one that takes no room at all parts nothing.
        let space_here = space.take().filter(|(from, _)| glyph.x - from > glyph.size * SPACE_MIN);
        let apart = |atom: &Atom| {
            glyph.x - atom.end > glyph.size.min(atom.size) * gap
                || wall_between(atom.end, glyph.x, glyph.y, glyph.size, walls)
        };
        if let Some(atom) = &mut open
            && (space_here.is_some() || apart(atom))
        {
            atom.space = space_here.map(|(_, space)| space);
            out.extend(open.take());
        }
        let atom = open.get_or_insert_with(|| Atom {
            clusters: Vec::new(),
            x: glyph.x,
            end: glyph.x,
            y: glyph.y,
            size: glyph.size,
            row: number,
            space: None,
        });
        let end = glyph.x + glyph.width;
        atom.end = atom.end.max(end);
        atom.size = atom.size.max(glyph.size);
        atom.clusters.push(Cluster { text: glyph.text, x: glyph.x, end, run: glyph.run, side: glyph.side });
    }
    out.extend(open);
}

/// Whether the gaps between the words of a row are narrower than [`WORD_GAP`].
fn has_pressed_spaces(row: &Row) -> bool {
    let (mut narrow, mut wide, mut end) = (Vec::new(), 0, f64::INFINITY);
    for glyph in &row.glyphs {
        let gap = (glyph.x - end) / glyph.size;
        match gap {
            WORD_GAP_PRESSED..WORD_GAP => narrow.push(gap),
            WORD_GAP.. => wide += 1,
            _ => {}
        }
        end = if end.is_finite() { end.max(glyph.x + glyph.width) } else { glyph.x + glyph.width };
    }
    narrow.sort_by(f64::total_cmp);
    let are_alike = narrow.first().zip(narrow.last()).is_some_and(|(first, last)| last - first < ALIKE);
    are_alike && narrow.len() > 1 && narrow.len() >= wide
}

/// Whether a rule goes down the page between two letters of a line.
fn wall_between(from: f64, to: f64, y: f64, size: f64, walls: &[Rect]) -> bool {
    let first = walls.partition_point(|wall| wall.x1 < from - size * 0.2);
    let near = walls[first..].iter().take(WALLS_SEEN).take_while(|wall| wall.x0 <= to + size * 0.2);
    let middle = y - size * 0.3;
    let mut near = near.filter(|wall| wall.y0 <= middle && middle <= wall.y1);
    near.any(|wall| (from.min(to) - size * 0.2..=to.max(from) + size * 0.2).contains(&wall.center().x))
}

/// Rules that are looked at between two letters; a drawing may have thousands in one place.
const WALLS_SEEN: usize = 64;

/// Whether a glyph is a space. One that only stretches a word has no letters and is none.
pub(super) fn is_blank(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_whitespace)
}
