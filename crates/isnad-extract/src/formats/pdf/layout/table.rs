//! What stands beside gutters: columns of prose, a list with its numbers, or a table without rules.

use super::{Sheet, lines};
use hayro::kurbo::Rect;

/// Lines of prose hold so many words on average, also in a narrow column.
const WORDS_OF_PROSE: f64 = 3.5;
/// … there are at least so many of them …
const LINES_OF_PROSE: usize = 3;
/// … and most of them fill this part of their column.
const FULL: f64 = 0.7;
const MOST: f64 = 0.5;
/// Numbers of a list are no longer than this.
const MARKER_MAX: usize = 5;
/// Lines of one cell stand no further apart than the tightest lines of the table, with this much more.
const TIGHT: f64 = 1.3;

/// Cells by strip and column, from left to right.
pub(super) struct Table<'s> {
    sheet: &'s Sheet,
    /// For each strip its cells, and its place.
    strips: Vec<(Vec<Vec<usize>>, Rect)>,
    columns: usize,
}

impl<'s> Table<'s> {
    pub(super) fn new(sheet: &'s Sheet, gutters: &[(f64, f64)], strips: Vec<(Vec<usize>, Rect)>) -> Self {
        let columns = gutters.len() + 1;
        let cells = |atoms: Vec<usize>| {
            let mut cells = vec![Vec::new(); columns];
            for at in atoms {
                let middle = sheet.atoms[at].band().center().x;
                cells[gutters.partition_point(|gutter| gutter.0 < middle)].push(at);
            }
            cells
        };
        let strips = strips.into_iter().map(|(atoms, place)| (cells(atoms), place)).collect();
        Self { sheet, strips, columns }
    }

    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    fn column(&self, number: usize) -> Vec<usize> {
        self.strips.iter().flat_map(|(cells, _)| cells[number].iter().copied()).collect()
    }

    /// Whether every column is prose.
    pub(super) fn is_prose(&self) -> bool {
        (0..self.columns).all(|number| {
            let atoms = self.column(number);
            let words = atoms.len() as f64;
            let lines = lines::lines(&self.sheet.atoms, atoms);
            let widths: Vec<f64> = lines.iter().map(|line| line.width(&self.sheet.atoms)).collect();
            let widest = widths.iter().copied().fold(0.0, f64::max);
            let full = widths.iter().filter(|width| **width >= widest * FULL).count();
            lines.len() >= LINES_OF_PROSE
                && words / lines.len() as f64 >= WORDS_OF_PROSE
                && full as f64 >= lines.len() as f64 * MOST
        })
    }

    /// Rows of cells in reading order; nothing if this is no table.
    pub(super) fn rows(self) -> Option<Vec<Vec<Vec<usize>>>> {
        let all: Vec<usize> = (0..self.columns).flat_map(|number| self.column(number)).collect();
        let rtl = self.sheet.is_rtl(&all);
        let first = if rtl { self.columns - 1 } else { 0 };
        if self.columns == 2 && self.is_markers(first) {
            return None;
        }
        let starts = self.starts(first);
        let mut rows: Vec<Vec<Vec<usize>>> = Vec::new();
        for ((cells, _), starts) in self.strips.into_iter().zip(starts) {
            match rows.last_mut().filter(|_| !starts) {
                Some(row) => row.iter_mut().zip(cells).for_each(|(cell, more)| cell.extend(more)),
                None => rows.push(cells),
            }
        }
        let several =
            rows.iter().filter(|row| row.iter().filter(|cell| !cell.is_empty()).count() > 1).count();
        if several < 2 {
            return None;
        }
        if rtl {
            rows.iter_mut().for_each(|row| row.reverse());
        }
        Some(rows)
    }

    /// For each strip, whether a row begins with it.
    ///
    /// Lines of one cell follow closely, and beside them the first cell of the row does not begin anew.
    fn starts(&self, first: usize) -> Vec<bool> {
        let gaps: Vec<f64> = self.strips.windows(2).map(|pair| pair[1].1.y0 - pair[0].1.y1).collect();
        let tightest = gaps.iter().copied().fold(f64::INFINITY, f64::min).max(0.0);
        let size = self.strips.iter().map(|(_, place)| place.height()).fold(f64::INFINITY, f64::min);
        let is_close = |gap: &f64| *gap <= tightest * TIGHT + size * 0.1;
        let mut starts = vec![true];
        let mut has_first = self.strips.first().is_some_and(|(cells, _)| !cells[first].is_empty());
        for (at, gap) in gaps.iter().enumerate() {
            let begins = !self.strips[at + 1].0[first].is_empty();
            let goes_on = is_close(gap) && !(begins && has_first) && (begins || has_first);
            has_first = begins || has_first && goes_on;
            starts.push(!goes_on);
        }
        starts
    }

    /// Whether a column holds the numbers or dots of a list.
    fn is_markers(&self, number: usize) -> bool {
        let mut cells = self.strips.iter().map(|(cells, _)| &cells[number]).filter(|cell| !cell.is_empty());
        cells.all(|cell| {
            let text: String =
                cell.iter().flat_map(|at| &self.sheet.atoms[*at].clusters).map(|c| c.text.as_str()).collect();
            let is_dot = text.chars().all(|c| !c.is_alphanumeric());
            let is_number =
                text.contains(['.', ')', '(', '-', '–', '•']) || text.chars().all(char::is_numeric);
            text.chars().count() <= MARKER_MAX && (is_dot || is_number)
        })
    }
}
