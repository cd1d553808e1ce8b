//! Cells as rows of a table, for imports.

use super::grid::{address, place};
use crate::{
    formats::{
        package::damaged,
        rows::{COLUMNS_MAX, Place, Table},
    },
    wire::Sink,
};
use isnad_model::{
    Problem,
    table::{NoteKind, RowSettings},
};
use std::collections::{BTreeMap, VecDeque};

/// Runs of hidden rows that are remembered until their cells come: as many as a sheet has rows.
const HIDDEN_MAX: usize = 1 << 20;

/// The sheets of a file as rows.
pub(super) struct Lines<'s, 'o> {
    pub(super) table: Table<'s, 'o>,
    wanted: Option<String>,
    has_wanted: bool,
    index: u32,
    name: String,
    /// Whether the sheet is not the one that is wanted.
    is_passed: bool,
    /// The row that is being written, from 0, and the column that comes next in it.
    row: Option<u32>,
    column: u32,
    /// What was said of cells that have not come yet, in their order.
    marks: VecDeque<(u32, u32, NoteKind)>,
    /// The first of a run of hidden rows, and how many there are.
    hidden: BTreeMap<u32, u32>,
    hidden_columns: u64,
}

impl<'s, 'o> Lines<'s, 'o> {
    pub(super) fn new(sink: &'s mut Sink<'o>, settings: &RowSettings) -> Self {
        Self {
            table: Table::new(sink, settings.rows_max, false),
            wanted: settings.sheet.clone(),
            has_wanted: false,
            index: 0,
            name: String::new(),
            is_passed: true,
            row: None,
            column: 0,
            marks: VecDeque::new(),
            hidden: BTreeMap::new(),
            hidden_columns: 0,
        }
    }

    /// Begins a sheet, and says whether it is wanted.
    pub(super) fn sheet(&mut self, name: &str, is_hidden: bool) -> bool {
        self.end_sheet();
        self.is_passed = self.wanted.as_ref().is_some_and(|wanted| wanted != name);
        name.clone_into(&mut self.name);
        if !self.is_passed {
            self.has_wanted = true;
            self.table.sheet(self.index, is_hidden, name);
        }
        self.index += 1;
        !self.is_passed
    }

    /// Says something about a cell that is about to come.
    pub(super) fn mark(&mut self, row: u32, column: u32, kind: NoteKind) {
        if !self.is_passed {
            self.marks.push_back((row, column, kind));
        }
    }

    pub(super) fn cell(&mut self, row: u32, column: u32, value: &str) {
        if self.is_passed {
            return;
        }
        self.lone_marks((row, column));
        let is_marked = self.marks.front().is_some_and(|mark| (mark.0, mark.1) == (row, column));
        if !value.is_empty() || is_marked {
            self.put(row, column, value);
            self.notes(row, column);
        }
    }

    /// What was said of cells before this one that hold nothing: a formula that gave nothing is a formula.
    fn lone_marks(&mut self, before: (u32, u32)) {
        while let Some((row, column, kind)) =
            self.marks.pop_front_if(|(row, column, _)| (*row, *column) < before)
        {
            if kind == NoteKind::Formula {
                self.put(row, column, "");
                self.table.note(kind);
            }
        }
    }

    fn notes(&mut self, row: u32, column: u32) {
        while let Some((_, at, kind)) = self.marks.pop_front_if(|mark| (mark.0, mark.1) == (row, column)) {
            if at < COLUMNS_MAX {
                self.table.note(kind);
            }
        }
    }

    fn put(&mut self, row: u32, column: u32, value: &str) {
        if self.row != Some(row) {
            self.next_row(row);
        }
        if column < self.column {
            // Out of its order, it stands where it came, and not over another.
            self.table.tell(damaged(&address(row, column)));
        }
        while self.column < column.min(COLUMNS_MAX) {
            self.table.cell("");
            self.column += 1;
        }
        self.column = self.column.saturating_add(1);
        if column < COLUMNS_MAX {
            self.table.cell(value);
        } else {
            self.table.more_cells(column.saturating_add(1));
        }
    }

    fn next_row(&mut self, row: u32) {
        let next = self.row.map_or(0, |row| row.saturating_add(1));
        if self.row.is_some() {
            self.table.end();
        }
        if row > next {
            self.table.empty_rows(u64::from(next) + 1, u64::from(row - next));
        }
        (self.row, self.column) = (Some(row), 0);
        let number = u64::from(row) + 1;
        if row < next {
            self.table.tell(Problem::new("rows-repeat").number("row", number));
        }
        let run = self.hidden.range(..=row).next_back();
        let is_hidden = run.is_some_and(|(first, count)| row - first < *count);
        self.table.begin(Place { number, line: number }, is_hidden);
    }

    pub(super) fn hidden_rows(&mut self, first: u32, count: u32) {
        if !self.is_passed && count > 0 && self.hidden.len() < HIDDEN_MAX {
            self.hidden.insert(first, count);
        }
    }

    pub(super) fn hidden_columns(&mut self, count: u32) {
        self.hidden_columns += u64::from(count);
    }

    /// Cells that are shown as one: `A1:C1`.
    pub(super) fn merged(&mut self, range: &str) {
        if self.is_passed {
            return;
        }
        if let Some((row, column)) = range.split(':').next().and_then(place) {
            // Where ranges come after all cells, nothing awaits the mark, and the problem tells of it.
            self.mark(row, column, NoteKind::Merged);
        }
        let problem = Problem::new("cells-merged").text("range", range);
        self.table.tell(problem.text("sheet", self.name.as_str()));
    }

    fn end_sheet(&mut self) {
        if !self.is_passed {
            self.lone_marks((u32::MAX, u32::MAX));
            if self.row.take().is_some() {
                self.table.end();
            }
            if self.hidden_columns > 0 {
                let problem = Problem::new("columns-hidden").number("count", self.hidden_columns);
                self.table.tell(problem.text("sheet", self.name.as_str()));
            }
        }
        self.marks.clear();
        self.hidden.clear();
        (self.row, self.column, self.hidden_columns) = (None, 0, 0);
    }

    pub(super) fn finish(mut self) {
        self.end_sheet();
        if let Some(wanted) = self.wanted.take().filter(|_| !self.has_wanted) {
            self.table.tell(Problem::new("sheet-absent").text("sheet", wanted));
        }
        self.table.finish();
    }
}
