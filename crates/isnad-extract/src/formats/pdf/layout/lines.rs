//! Lines of atoms, read one after another.

use super::{
    Count, Sheet,
    atoms::{Atom, Cluster},
    order::{self, Base, Piece},
    write::Writer,
};
use std::collections::BTreeMap;

/// Baselines nearer than this part of the line's height are one line.
const SAME_LINE: f64 = 0.35;
/// Smaller letters than this part of the line's are raised or lowered beside it: notes and formulas.
const SMALL: f64 = 0.9;
/// A gap wider than this part of the font's height separates what stands on different baselines.
const WORD_GAP: f64 = 0.15;
/// A line that ends further from the edge of its block than this part of it ends a paragraph.
const SHORT: f64 = 0.12;

/// A line stands at an edge within this part of its height.
const TOUCHES: f64 = 0.3;

/// A line of a block: its atoms from left to right.
pub(super) struct Line {
    pub(super) atoms: Vec<usize>,
    y: f64,
    size: f64,
}

/// Parts atoms into lines, from the top.
pub(super) fn lines(all: &[Atom], mut atoms: Vec<usize>) -> Vec<Line> {
    // Large letters first: they make the lines on which small ones are raised.
    atoms.sort_by(|a, b| all[*b].size.total_cmp(&all[*a].size).then(all[*a].y.total_cmp(&all[*b].y)));
    let mut lines: BTreeMap<i64, Line> = BTreeMap::new();
    for at in atoms {
        let atom = &all[at];
        let key = (atom.y * 1000.0) as i64;
        let above = lines.range_mut(..=key).next_back().filter(|(_, line)| line.takes(atom));
        let taker = match above {
            Some((key, line)) if (atom.y - line.y).abs() <= line.size * SAME_LINE => Some(*key),
            other => {
                let above = other.map(|(key, _)| *key);
                let below =
                    lines.range(key..).next().filter(|(_, line)| line.takes(atom)).map(|(key, _)| *key);
                // What is raised stands above the line that it belongs to.
                below.or(above)
            }
        };
        match taker.and_then(|key| lines.get_mut(&key)) {
            Some(line) => line.atoms.push(at),
            None => {
                lines.insert(key, Line { atoms: vec![at], y: atom.y, size: atom.size });
            }
        }
    }
    let mut lines: Vec<Line> = lines.into_values().collect();
    for line in &mut lines {
        line.atoms.sort_by(|a, b| all[*a].x.total_cmp(&all[*b].x).then(a.cmp(b)));
    }
    lines
}

impl Line {
    fn takes(&self, atom: &Atom) -> bool {
        let near = (atom.y - self.y).abs() <= self.size * SAME_LINE;
        // The middle of a small letter lies between the foot and the head of the line.
        let middle = atom.y - atom.size * 0.35;
        let raised = atom.size < self.size * SMALL
            && (self.y - self.size * 0.95..=self.y + self.size * 0.25).contains(&middle);
        near || raised
    }

    /// How far it goes from its first letter to its last.
    pub(super) fn width(&self, all: &[Atom]) -> f64 {
        let (from, to) = self.ends(all);
        to - from
    }

    fn ends(&self, all: &[Atom]) -> (f64, f64) {
        let from = self.atoms.first().map_or(0.0, |at| all[*at].x);
        (from, self.atoms.iter().map(|at| all[*at].end).fold(from, f64::max))
    }
}

/// Writes a block line by line.
pub(super) fn write(sheet: &Sheet, atoms: &[usize], writer: &mut Writer) {
    let lines = lines(&sheet.atoms, atoms.to_vec());
    let edges = lines.iter().map(|line| line.ends(&sheet.atoms));
    let (left, right) =
        edges.fold((f64::INFINITY, f64::NEG_INFINITY), |all, line| (all.0.min(line.0), all.1.max(line.1)));
    let slack = (right - left) * SHORT;
    // Lines of a paragraph fill the block up to where the next one begins.
    let is_full = |line: &Line, rtl: bool| {
        let (from, to) = line.ends(&sheet.atoms);
        if rtl { from - left <= slack } else { right - to <= slack }
    };
    let block_rtl = sheet.is_rtl(atoms);
    let mut start = 0;
    while start < lines.len() {
        let ends = (start..lines.len()).find(|at| !is_full(&lines[*at], block_rtl));
        let end = ends.map_or(lines.len(), |at| at + 1);
        write_paragraph(sheet, &lines[start..end], (left, right), block_rtl, writer);
        start = end;
    }
}

fn write_paragraph(sheet: &Sheet, lines: &[Line], edges: (f64, f64), block_rtl: bool, writer: &mut Writer) {
    let atoms: Vec<usize> = lines.iter().flat_map(|line| line.atoms.iter().copied()).collect();
    let clusters = atoms.iter().flat_map(|at| &sheet.atoms[*at].clusters);
    let count = Count::of(clusters.map(|cluster| cluster.text.as_str()));
    // A paragraph without letters from the right goes the way of its block, so that its numbers do; one that has
    // letters of both kinds begins at the edge at which its short lines stand.
    let rtl = match (count.right, count.latin) {
        (0, _) => block_rtl,
        (_, 0) => true,
        _ => begins_right(sheet, lines, edges).unwrap_or(count.is_arabic()),
    };
    for (line, number) in lines.iter().zip(0..) {
        write_one(sheet, &line.atoms, sheet.base(rtl, number > 0), writer);
        writer.end_line();
    }
}

/// Whether the short lines of a paragraph stand at the right edge (`true`) or at the left one, if that is clear.
fn begins_right(sheet: &Sheet, lines: &[Line], (left, right): (f64, f64)) -> Option<bool> {
    let slack = (right - left) * SHORT;
    let mut sides = lines.iter().filter_map(|line| {
        let (from, to) = line.ends(&sheet.atoms);
        let touches = line.size * TOUCHES;
        match (from - left <= touches, right - to <= touches) {
            (true, false) if right - to > slack => Some(false),
            (false, true) if from - left > slack => Some(true),
            _ => None,
        }
    });
    let first = sides.next()?;
    sides.all(|side| side == first).then_some(first)
}

/// Writes a row of a table: its cells in reading order, a tab between them, the lines of a cell behind one another.
pub(super) fn write_row(sheet: &Sheet, row: &[Vec<usize>], writer: &mut Writer) {
    for (cell, number) in row.iter().zip(0..) {
        if number > 0 {
            writer.tab();
        }
        let rtl = sheet.is_rtl(cell);
        for (line, number) in lines(&sheet.atoms, cell.clone()).iter().zip(0..) {
            if number > 0 {
                writer.space();
            }
            write_one(sheet, &line.atoms, sheet.base(rtl, number > 0), writer);
        }
    }
    writer.end_line();
}

fn write_one(sheet: &Sheet, atoms: &[usize], base: Base, writer: &mut Writer) {
    let pieces = pieces(&sheet.atoms, atoms);
    for (at, turned) in order::reading_order(&pieces, base) {
        match &pieces[at] {
            Piece::Glyph(cluster, atom) => writer.cluster(cluster, &sheet.atoms[*atom], turned),
            Piece::Space(_) => writer.space(),
        }
    }
}

/// What stands on a line from left to right: clusters, and the spaces between words.
///
/// A letter on a baseline of its own may stand within the atom of another, so clusters are put in order one by one.
fn pieces<'s>(all: &'s [Atom], atoms: &[usize]) -> Vec<Piece<'s>> {
    let clusters = atoms.iter().flat_map(|at| all[*at].clusters.iter().map(move |cluster| (cluster, *at)));
    let mut clusters: Vec<(&Cluster, usize)> = clusters.collect();
    clusters.sort_by(|a, b| a.0.x.total_cmp(&b.0.x));
    let mut pieces = Vec::with_capacity(clusters.len());
    let mut last: Option<(usize, f64)> = None;
    for (cluster, at) in clusters {
        if let Some((before, end)) = last.filter(|(before, _)| *before != at) {
            let (before, atom) = (&all[before], &all[at]);
            // Atoms of one row were parted because there is a space; others may touch, as a note does.
            let same_row = before.row == atom.row;
            if same_row || cluster.x - end > before.size.max(atom.size) * WORD_GAP {
                pieces.push(Piece::Space(before.space.filter(|_| same_row)));
            }
        }
        pieces.push(Piece::Glyph(cluster, at));
        let end =
            last.filter(|(before, _)| *before == at).map_or(cluster.end, |(_, end)| end.max(cluster.end));
        last = Some((at, end));
    }
    pieces
}
