//! From glyphs at places to a text in reading order, every word with its place.
//!
//! Glyphs become *atoms*: what stands together without a space. Ruled lines make tables, white space makes columns
//! and tables without rules, and what is left is read line by line. A line from left to right is what a person
//! sees; what a person *reads* is found by [`order`]. `docs/methodology/pdf-text.md` says all rules and where they
//! come from.

mod atoms;
mod cut;
mod grid;
mod lines;
mod marks;
mod order;
mod table;
mod write;

use super::{
    paint::{Placed, into_frame},
    rules::Rule,
};
use atoms::Atom;
use hayro::kurbo::{Affine, Rect};
use isnad_model::reading::Page;
use order::Base;
use std::collections::BTreeMap;
use write::Writer;

/// A page in reading order.
pub(super) struct Laid {
    pub(super) page: Page,
    /// Words that stand wholly beside the page.
    pub(super) outside: u64,
}

/// Reads a page: its glyphs, its ruled lines, and its width and height in the same units.
pub(super) fn page(glyphs: Vec<Placed>, rules: &[Rule], size: (f64, f64)) -> Laid {
    let rtl = Count::of(glyphs.iter().map(|glyph| glyph.text.as_str())).is_arabic();
    let mut by_turn: BTreeMap<u16, Vec<Placed>> = BTreeMap::new();
    for glyph in glyphs {
        by_turn.entry(glyph.turn).or_default().push(glyph);
    }
    let mut writer = Writer::new(size);
    // Upright text first, and then what is written along the margins.
    for (turn, glyphs) in by_turn {
        let frame = into_frame(turn);
        let rules = in_frame(rules, turn, frame);
        let runs_tell = order::runs_tell(glyphs.iter().map(|glyph| (glyph.run, glyph.text.as_str())));
        let sheet = Sheet { atoms: atoms::atoms(glyphs, &rules), rules, rtl, runs_tell };
        writer.turn_to(frame.inverse());
        sheet.write(&mut writer);
    }
    writer.finish()
}

/// Atoms and rules of one direction of writing, in its own frame.
struct Sheet {
    atoms: Vec<Atom>,
    rules: Vec<Rule>,
    /// Whether the page as a whole is read from the right.
    rtl: bool,
    /// See [`order::runs_tell`].
    runs_tell: bool,
}

impl Sheet {
    fn write(&self, writer: &mut Writer) {
        for block in cut::blocks(self) {
            match block {
                Block::Lines(atoms) => lines::write(self, &atoms, writer),
                Block::Table(rows) => {
                    rows.iter().for_each(|row| lines::write_row(self, row, writer));
                }
            }
        }
    }

    fn base(&self, rtl: bool, after_arabic: bool) -> Base {
        Base { rtl, after_arabic, runs_tell: self.runs_tell }
    }

    /// Whether these atoms are read from the right, or the page if they do not tell.
    fn is_rtl(&self, atoms: &[usize]) -> bool {
        let clusters = atoms.iter().flat_map(|at| &self.atoms[*at].clusters);
        let count = Count::of(clusters.map(|cluster| cluster.text.as_str()));
        if count.right + count.latin == 0 { self.rtl } else { count.is_arabic() }
    }
}

/// A part of the page that is read before the next one.
enum Block {
    /// Atoms that are read line by line.
    Lines(Vec<usize>),
    /// Rows of cells, each in reading order.
    Table(Vec<Vec<Vec<usize>>>),
}

/// How much of each direction there is.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    right: usize,
    latin: usize,
}

impl Count {
    fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut count = Self::default();
        for text in texts {
            match order::strong(text) {
                Some(true) => count.right += 1,
                Some(false) => count.latin += 1,
                None => {}
            }
        }
        count
    }

    /// An Arabic text may quote a long Latin name; a Latin one rarely quotes a third of itself in Arabic.
    fn is_arabic(self) -> bool {
        self.right > 0 && self.right * 3 >= self.latin
    }
}

/// The rules as they lie in the frame of lines that are turned so; none if these lean.
fn in_frame(rules: &[Rule], turn: u16, frame: Affine) -> Vec<Rule> {
    if !turn.is_multiple_of(90) {
        return Vec::new();
    }
    let turned = |rule: &Rule| Rule {
        area: frame.transform_rect_bbox(rule.area),
        across: rule.across != (turn % 180 == 90),
    };
    rules.iter().map(turned).collect()
}

/// The part of a page that something covers, in the frame of its lines.
fn around(rects: impl IntoIterator<Item = Rect>) -> Option<Rect> {
    rects.into_iter().reduce(|all, next| all.union(next))
}

#[cfg(test)]
mod tests;
