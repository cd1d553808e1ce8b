//! A sheet as a page: rows as lines, cells by tabs, whatever stands beside the cells after them.
//!
//! Cells come one after another and go at once, so that a sheet costs no memory, however large it says it is.

use super::{Book, lines::Lines};
use crate::wire::{PIECE_MAX, Sink};
use isnad_model::{Problem, table::NoteKind};

/// Empty rows in a run that are shown as empty lines.
const EMPTY_ROWS_MAX: u32 = 1_000;
/// Columns of a sheet (ECMA-376-1 §18.3.1.13 and every program); a cell beyond them says something untrue.
const COLUMNS_MAX: u32 = 16_384;
/// Rows of a sheet (ECMA-376-1 §18.3.1.73 and every program).
const ROWS_MAX: u32 = 1_048_576;
/// Tabs and line breaks of empty cells in all sheets of a file.
const EMPTY_BYTES_MAX: u64 = 16 << 20;
/// Bytes that repeated cells may unfold into.
const REPEATED_BYTES_MAX: u64 = 32 << 20;
/// Ranges that are named one by one.
const MERGED_MAX: usize = 100;

/// The sheets of a file, one page each.
pub(super) struct Grid<'s, 'o> {
    out: Out<'s, 'o>,
    /// What the names of metadata begin with: `xlsx`.
    standard: &'static str,
    text: String,
    name: String,
    sheet: u32,
    /// The row that is being written, from 0; nothing before the first one.
    row: Option<u32>,
    /// The last cell that was written in it.
    column: Option<u32>,
    empty_left: u64,
    repeated_left: u64,
    /// Places where empty or repeated cells were left out.
    shortened: u64,
    facts: Facts,
}

/// Where cells go: onto a page, or into the rows of an import.
enum Out<'s, 'o> {
    Page(&'s mut Sink<'o>),
    Rows(Box<Lines<'s, 'o>>),
}

/// What a sheet holds besides its values.
#[derive(Default)]
struct Facts {
    formulas: u64,
    hidden_rows: u64,
    hidden_columns: u64,
    merged: Vec<String>,
    n_merged: u64,
    beside: Vec<String>,
}

impl<'s, 'o> Grid<'s, 'o> {
    pub(super) fn new(standard: &'static str, sink: &'s mut Sink<'o>) -> Self {
        let wanted = sink.rows().cloned();
        let out = match &wanted {
            Some(settings) => Out::Rows(Box::new(Lines::new(sink, settings))),
            None => Out::Page(sink),
        };
        Self {
            out,
            standard,
            text: String::new(),
            name: String::new(),
            sheet: 0,
            row: None,
            column: None,
            empty_left: EMPTY_BYTES_MAX,
            repeated_left: REPEATED_BYTES_MAX,
            shortened: 0,
            facts: Facts::default(),
        }
    }

    fn sink(&mut self) -> &mut Sink<'o> {
        match &mut self.out {
            Out::Page(sink) => sink,
            Out::Rows(lines) => lines.table.sink,
        }
    }

    pub(super) fn problem(&mut self, problem: Problem) {
        self.sink().problem(problem);
    }

    /// Whether nothing but rows is wanted.
    pub(super) fn is_of_rows(&self) -> bool {
        matches!(self.out, Out::Rows(_))
    }

    /// Begins a sheet, and says whether its cells are wanted.
    pub(super) fn sheet(&mut self, name: &str, is_hidden: bool) -> bool {
        if let Out::Rows(lines) = &mut self.out {
            return lines.sheet(name, is_hidden);
        }
        self.end_sheet();
        self.sheet += 1;
        name.clone_into(&mut self.name);
        let numbered = format!("{}: {name}", self.sheet);
        self.say("sheet", &numbered);
        if is_hidden {
            self.say("hiddenSheet", &numbered);
        }
        self.sink().page("");
        true
    }

    /// A cell with its place, from 0. Cells come row by row; an empty one may be left out.
    pub(super) fn cell(&mut self, row: u32, column: u32, value: &str) {
        if let Out::Rows(lines) = &mut self.out {
            return lines.cell(row, column, value);
        }
        if value.is_empty() {
            return;
        }
        if self.row != Some(row) {
            self.next_row(row);
        }
        let tabs = match self.column {
            None => column,
            // Out of its order, it stands where it came, and not over another.
            Some(last) => column.saturating_sub(last).max(1),
        };
        let tabs = self.afford(tabs, COLUMNS_MAX);
        self.text.extend(std::iter::repeat_n('\t', tabs as usize));
        self.push(value);
        self.column = Some(column);
        self.flush();
    }

    /// A cell that holds a number, in the format of this number.
    pub(super) fn number(&mut self, row: u32, column: u32, value: f64, style: usize, book: &Book) {
        let shown = book.number(value, style);
        // A time of day alone begins with its hours.
        if book.is_moment(style) && shown.as_bytes().get(4) == Some(&b'-') {
            self.mark(row, column, NoteKind::Date);
        }
        self.cell(row, column, &shown);
    }

    /// A cell that names a string which others may name too.
    pub(super) fn shared(&mut self, row: u32, column: u32, number: usize, book: &mut Book) {
        if book.strings.get(number).is_none() {
            self.mark(row, column, NoteKind::Shortened);
        }
        self.cell(row, column, book.string(number));
    }

    /// Something to say to whoever takes rows about the cell that comes next.
    pub(super) fn mark(&mut self, row: u32, column: u32, kind: NoteKind) {
        if let Out::Rows(lines) = &mut self.out {
            lines.mark(row, column, kind);
        }
    }

    fn next_row(&mut self, row: u32) {
        let next = self.row.map_or(0, |row| row.saturating_add(1));
        if self.row.is_some() {
            self.text.push('\n');
        }
        let empty = self.afford(row.saturating_sub(next), EMPTY_ROWS_MAX);
        self.text.extend(std::iter::repeat_n('\n', empty as usize));
        (self.row, self.column) = (Some(row), None);
    }

    /// How many empty cells or rows are shown of so many.
    fn afford(&mut self, empty: u32, at_most: u32) -> u32 {
        if empty <= at_most && u64::from(empty) <= self.empty_left {
            self.empty_left -= u64::from(empty);
            return empty;
        }
        self.shortened += 1;
        1
    }

    /// Whether a cell or row that a file states once may be written so many times more.
    pub(super) fn afford_repeats(&mut self, bytes: usize, times: u32) -> bool {
        let all = (bytes as u64 + 1).saturating_mul(times.into());
        let can = all <= self.repeated_left;
        if can {
            self.repeated_left -= all;
        } else {
            self.shortened += 1;
        }
        can
    }

    /// The same for a whole row. Rows go at once and cost no memory, and who takes them counts what a file unfolds into.
    pub(super) fn afford_rows(&mut self, bytes: usize, times: u32) -> bool {
        if !self.is_of_rows() {
            return self.afford_repeats(bytes, times);
        }
        let can = times < ROWS_MAX;
        self.shortened += u64::from(!can);
        can
    }

    /// A row begins. What repeated cells of an import may unfold into is measured row by row.
    pub(super) fn row_begins(&mut self) {
        if self.is_of_rows() {
            self.repeated_left = REPEATED_BYTES_MAX;
        }
    }

    /// Line breaks and tabs within a cell would look like the end of it.
    fn push(&mut self, value: &str) {
        let mut rest = value;
        while let Some(at) = rest.find(['\n', '\r', '\t']) {
            self.text.push_str(&rest[..at]);
            self.text.push(' ');
            let pair = if rest[at..].starts_with("\r\n") { 2 } else { 1 };
            rest = &rest[at + pair..];
        }
        self.text.push_str(rest);
    }

    fn flush(&mut self) {
        if self.text.len() > PIECE_MAX / 2 {
            self.send();
        }
    }

    fn send(&mut self) {
        if let Out::Page(sink) = &mut self.out {
            sink.text(&self.text);
        }
        self.text.clear();
    }

    /// The cell that comes next is computed.
    pub(super) fn formula(&mut self, row: u32, column: u32) {
        self.facts.formulas += 1;
        self.mark(row, column, NoteKind::Formula);
    }

    /// So many rows from this one on, from 0, are hidden.
    pub(super) fn hidden_rows(&mut self, first: u32, n: u32) {
        self.facts.hidden_rows += u64::from(n);
        if let Out::Rows(lines) = &mut self.out {
            lines.hidden_rows(first, n);
        }
    }

    pub(super) fn hidden_columns(&mut self, n: u32) {
        if let Out::Rows(lines) = &mut self.out {
            lines.hidden_columns(n);
        }
        self.facts.hidden_columns += u64::from(n);
    }

    /// Cells that are shown as one: `A1:C1`.
    pub(super) fn merged(&mut self, range: &str) {
        if let Out::Rows(lines) = &mut self.out {
            return lines.merged(range);
        }
        self.facts.n_merged += 1;
        if self.facts.merged.len() < MERGED_MAX {
            self.facts.merged.push(range.to_owned());
        }
    }

    /// A remark on a cell: `said` is who, when and what for the metadata, `words` is for the page.
    pub(super) fn comment(&mut self, cell: &str, said: &str, words: &str) {
        let value = format!("{}!{cell}: {said}", self.name);
        self.say("comment", &value);
        self.beside(cell, words);
    }

    /// Words that belong to a cell and stand after all rows.
    pub(super) fn beside(&mut self, cell: &str, words: &str) {
        let words = words.trim();
        if !words.is_empty() && !self.is_of_rows() {
            self.facts.beside.push(if cell.is_empty() {
                words.to_owned()
            } else {
                format!("{cell}\t{words}")
            });
        }
    }

    fn end_sheet(&mut self) {
        if self.row.take().is_some() {
            self.text.push('\n');
        }
        let facts = std::mem::take(&mut self.facts);
        if !facts.beside.is_empty() && self.sheet > 0 {
            self.text.push('\n');
        }
        for line in &facts.beside {
            self.text.push_str(line);
            self.text.push('\n');
        }
        self.send();
        self.column = None;
        for (field, n) in [
            ("formulas", facts.formulas),
            ("hiddenRows", facts.hidden_rows),
            ("hiddenColumns", facts.hidden_columns),
        ] {
            if n > 0 {
                let value = format!("{}: {n}", self.name);
                self.say(field, &value);
            }
        }
        if facts.n_merged > 0 {
            let rest = facts.n_merged - facts.merged.len() as u64;
            let more = if rest > 0 { format!(" +{rest}") } else { String::new() };
            let value = format!("{}: {}{more}", self.name, facts.merged.join(" "));
            self.say("mergedCells", &value);
        }
    }

    fn say(&mut self, field: &str, value: &str) {
        let name = format!("{}.{field}", self.standard);
        if let Out::Page(sink) = &mut self.out {
            sink.metadatum(&name, value);
        }
    }

    /// Ends the last sheet, and says whether anything was left out.
    pub(super) fn finish(mut self) {
        if let Out::Page(_) = self.out {
            self.end_sheet();
        }
        if self.shortened > 0 {
            let problem = Problem::new("table-shortened").number("count", self.shortened);
            self.problem(problem);
        }
        if let Out::Rows(lines) = self.out {
            lines.finish();
        }
    }
}

/// The name of a cell whose row and column count from 0: `B3`.
pub(super) fn address(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = u64::from(column) + 1;
    while left > 0 {
        left -= 1;
        letters.push(b'A' + (left % 26) as u8);
        left /= 26;
    }
    let letters: String = letters.iter().rev().map(|letter| char::from(*letter)).collect();
    format!("{letters}{}", u64::from(row) + 1)
}

/// The row and column of a cell's name, from 0.
pub(super) fn place(address: &str) -> Option<(u32, u32)> {
    let (mut row, mut column) = (0u32, 0u32);
    for byte in address.bytes() {
        match byte {
            b'$' => {}
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                let letter = u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                column = column.checked_mul(26)?.checked_add(letter)?;
            }
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?,
            _ => return None,
        }
    }
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests;
