//! A table on its way to the parent: rows in blocks, and what is wrong with them beside.

mod look;

use crate::wire::{
    PIECE_MAX, Reply, Sink,
    rows::{HEAD, write_head},
};
use isnad_model::{Problem, table::NoteKind};
use std::collections::BTreeMap;

/// Bytes of one row. A register with a testimony in each row stays far under it.
pub(super) const ROW_BYTES_MAX: usize = 8 << 20;
/// Columns of a row (ECMA-376-1 §18.3.1.13 and every program).
pub(in crate::formats) const COLUMNS_MAX: u32 = 16_384;
/// Empty rows in a run that are delivered one by one.
const EMPTY_ROWS_MAX: usize = 1_000;
/// Problems of one kind that are told one by one, where the rows themselves show all of them.
const TOLD_MAX: u64 = 100;
/// The problems that rows show: by their notes, or by how many cells they have.
const SHOWN: &[&str] = &[
    "cell-controls",
    "cell-direction",
    "cell-error",
    "cell-formula",
    "cell-number-rounded",
    "cell-too-long",
    "row-encoding",
    "row-quote-open",
    "row-too-wide",
    "row-width",
];

/// The rows of a file.
pub(in crate::formats) struct Table<'s, 'o> {
    pub(in crate::formats) sink: &'s mut Sink<'o>,
    block: Vec<u8>,
    /// The row that is being written: where it begins in the block, and what goes before its cells.
    start: usize,
    place: Place,
    is_hidden: bool,
    /// Cells that are written, and all that there were.
    n_cells: u32,
    n_all: u32,
    notes: Vec<(u32, NoteKind)>,
    /// Where the last cell ends that holds something, and how many cells there are up to it.
    filled: (usize, u32),
    /// How many cells the first row of the sheet has.
    width: Option<u32>,
    /// Whether fewer cells than in the first row are worth telling: a spreadsheet leaves empty ones out.
    is_exact: bool,
    /// Empty rows that are delivered if another row follows.
    empty: Vec<(Place, u32)>,
    n_empty: u64,
    left: u64,
    told: BTreeMap<&'static str, u64>,
}

/// Where a row stands: its number and its line, both from 1.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::formats) struct Place {
    pub(in crate::formats) number: u64,
    pub(in crate::formats) line: u64,
}

impl<'s, 'o> Table<'s, 'o> {
    pub(in crate::formats) fn new(sink: &'s mut Sink<'o>, rows_max: Option<u64>, is_exact: bool) -> Self {
        Self {
            sink,
            block: Vec::with_capacity(PIECE_MAX + (64 << 10)),
            start: 0,
            place: Place::default(),
            is_hidden: false,
            n_cells: 0,
            n_all: 0,
            notes: Vec::new(),
            filled: (0, 0),
            width: None,
            is_exact,
            empty: Vec::new(),
            n_empty: 0,
            left: rows_max.unwrap_or(u64::MAX),
            told: BTreeMap::new(),
        }
    }

    /// Begins a sheet.
    pub(in crate::formats) fn sheet(&mut self, index: u32, is_hidden: bool, name: &str) {
        self.end_sheet();
        self.sink.send(Reply::Sheet(index, is_hidden, &name[..name.floor_char_boundary(1_000)]));
    }

    /// Says what the columns are called, where no row of the file does.
    pub(super) fn columns<'n>(&mut self, names: impl ExactSizeIterator<Item = &'n str>) {
        self.flush();
        // Objects need not have all fields, and none has more than there are columns.
        self.width = Some(u32::MAX);
        let mut row = vec![0; HEAD];
        write_head(&mut row, 0, 0, false, names.len() as u32, 0);
        for name in names {
            row.extend_from_slice(&(name.len() as u32).to_le_bytes());
            row.extend_from_slice(name.as_bytes());
        }
        self.sink.send(Reply::Rows(&row));
    }

    /// Whether there are as many rows as are wanted.
    pub(in crate::formats) fn is_full(&self) -> bool {
        self.left == 0
    }

    /// Begins a row.
    pub(in crate::formats) fn begin(&mut self, place: Place, is_hidden: bool) {
        self.start = self.block.len();
        self.block.resize(self.start + HEAD, 0);
        self.filled = (self.block.len(), 0);
        (self.place, self.is_hidden) = (place, is_hidden);
        (self.n_cells, self.n_all) = (0, 0);
        self.notes.clear();
    }

    /// The next cell of the row.
    pub(in crate::formats) fn cell(&mut self, text: &str) {
        self.n_all = self.n_all.saturating_add(1);
        if self.n_cells == COLUMNS_MAX {
            return;
        }
        self.n_cells += 1;
        let room = ROW_BYTES_MAX.saturating_sub(self.block.len() - self.start);
        let kept = &text[..text.floor_char_boundary(room)];
        self.block.extend_from_slice(&(kept.len() as u32).to_le_bytes());
        self.block.extend_from_slice(kept.as_bytes());
        if kept.len() < text.len() {
            self.note(NoteKind::Shortened);
        }
        if !kept.is_empty() {
            self.filled = (self.block.len(), self.n_cells);
            self.look_at(kept);
        }
    }

    fn look_at(&mut self, text: &str) {
        let seen = look::over(text.as_bytes());
        if seen.controls {
            self.note(NoteKind::Control);
        }
        if seen.directions {
            self.note(NoteKind::Direction);
        }
        if seen.lost {
            self.note(NoteKind::Encoding);
        }
        match text.as_bytes()[0] {
            b'#' if look::is_error(text) => self.note(NoteKind::Error),
            b'0'..=b'9' | b'-' if look::is_rounded(text) => self.note(NoteKind::Rounded),
            _ => {}
        }
    }

    /// Says something about the cell that came last.
    pub(in crate::formats) fn note(&mut self, kind: NoteKind) {
        self.notes.push((self.n_cells.saturating_sub(1), kind));
    }

    /// How many cells the row has in all, those included that were left out since no row may have so many.
    pub(in crate::formats) fn more_cells(&mut self, n_cells: u32) {
        self.n_all = self.n_all.max(n_cells);
    }

    /// Ends the row.
    pub(in crate::formats) fn end(&mut self) {
        let is_empty = self.filled.1 == 0 && self.notes.is_empty() && self.n_all <= COLUMNS_MAX;
        if is_empty {
            self.block.truncate(self.start);
            return self.put_off(self.place, self.n_cells);
        }
        if self.n_empty > 0 {
            self.deliver_empty();
        }
        if self.left == 0 {
            return self.block.truncate(self.start);
        }
        if !self.is_exact && self.notes.last().is_none_or(|(column, _)| *column < self.filled.1) {
            self.block.truncate(self.filled.0);
            self.n_cells = self.filled.1;
            if self.n_all <= COLUMNS_MAX {
                self.n_all = self.n_cells;
            }
        }
        self.tell_of_row();
        for (column, kind) in &self.notes {
            self.block.extend_from_slice(&column.to_le_bytes());
            self.block.push(kind.to_u8());
        }
        let (Place { number, line }, n_notes) = (self.place, self.notes.len() as u32);
        let head = &mut self.block[self.start..];
        write_head(head, number, line, self.is_hidden, self.n_cells, n_notes);
        self.left -= 1;
        if self.block.len() >= PIECE_MAX || self.left == 0 {
            self.flush();
        }
    }

    fn tell_of_row(&mut self) {
        let (row, n_cells) = (self.place.number, self.n_all);
        let width = *self.width.get_or_insert(n_cells);
        if n_cells > width || (self.is_exact && n_cells < width) {
            let problem = Problem::new("row-width").number("row", row).number("count", n_cells.into());
            self.tell(problem.number("columns", width.into()));
        }
        if n_cells > COLUMNS_MAX {
            let problem = Problem::new("row-too-wide").number("row", row).number("count", n_cells.into());
            self.tell(problem.number("count_max", COLUMNS_MAX.into()));
        }
        for at in 0..self.notes.len() {
            let (column, kind) = self.notes[at];
            if let Some(code) = look::code(kind) {
                let column = u64::from(column) + 1;
                self.tell(Problem::new(code).number("row", row).number("column", column));
            }
        }
    }

    /// An empty row, which is delivered only if another one follows.
    fn put_off(&mut self, place: Place, n_cells: u32) {
        self.n_empty += 1;
        if self.empty.len() < EMPTY_ROWS_MAX {
            self.empty.push((place, n_cells));
        }
    }

    /// Rows of a spreadsheet that hold nothing and so are not in its file.
    pub(in crate::formats) fn empty_rows(&mut self, first: u64, count: u64) {
        for number in (first..first.saturating_add(count)).take(EMPTY_ROWS_MAX - self.empty.len()) {
            self.empty.push((Place { number, line: number }, 0));
        }
        self.n_empty += count;
    }

    /// Puts the empty rows that were put off before the row that is being written.
    fn deliver_empty(&mut self) {
        let row = self.block.split_off(self.start);
        let empty = std::mem::take(&mut self.empty);
        for (Place { number, line }, n_cells) in &empty {
            if self.left == 0 {
                break;
            }
            self.left -= 1;
            let at = self.block.len();
            // The length of each cell is zero.
            self.block.resize(at + HEAD + 4 * *n_cells as usize, 0);
            write_head(&mut self.block[at..], *number, *line, false, *n_cells, 0);
            if self.block.len() >= PIECE_MAX {
                self.flush();
            }
        }
        if self.n_empty > empty.len() as u64 {
            let first = empty.last().map_or(0, |(place, _)| place.number) + 1;
            self.tell_of_empty(first, self.n_empty - empty.len() as u64);
        }
        self.n_empty = 0;
        if self.left == 0 {
            self.flush();
        }
        let moved = self.start;
        self.start = self.block.len();
        self.filled.0 = self.filled.0 - moved + self.start;
        self.block.extend_from_slice(&row);
    }

    fn tell_of_empty(&mut self, row: u64, count: u64) {
        self.tell(Problem::new("rows-empty").number("row", row).number("count", count));
    }

    /// Tells a problem, one of many of its kind perhaps. What no row shows is told each time.
    pub(in crate::formats) fn tell(&mut self, problem: Problem) {
        if !SHOWN.contains(&problem.code) {
            return self.sink.problem(problem);
        }
        let n = self.told.entry(problem.code).or_default();
        *n += 1;
        if *n <= TOLD_MAX {
            self.sink.problem(problem);
        }
    }

    fn flush(&mut self) {
        if !self.block.is_empty() {
            self.sink.send(Reply::Rows(&self.block));
            self.block.clear();
            // One row of eight MiB must not hold its memory for all that come after it.
            self.block.shrink_to(PIECE_MAX + (64 << 10));
        }
    }

    fn end_sheet(&mut self) {
        self.flush();
        if self.n_empty > 0 {
            let first = self.empty.first().map_or(0, |(place, _)| place.number);
            let count = self.n_empty;
            self.tell_of_empty(first, count);
        }
        self.empty.clear();
        (self.n_empty, self.width) = (0, None);
    }

    /// Ends the table.
    pub(in crate::formats) fn finish(mut self) {
        self.end_sheet();
        for (code, n) in &self.told {
            if *n > TOLD_MAX {
                let problem = Problem::new("rows-problems-more").text("reason", *code);
                self.sink.problem(problem.number("count", *n - TOLD_MAX));
            }
        }
    }
}
