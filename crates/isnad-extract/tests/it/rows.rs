//! Rows of tables out of real children.

use super::reader;
use isnad_extract::memfd;
use isnad_model::{
    Problem,
    table::{NoteKind, Row, RowEvent, RowSettings, RowsEnd},
};
use std::ops::ControlFlow;

mod clothes;
mod delimited;
mod hostile;
mod json;
mod sheets;

/// Everything that came out of a file.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    pub(crate) sheets: Vec<(String, bool)>,
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Row>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) end: RowsEnd,
}

impl Taken {
    pub(crate) fn grid(&self) -> Vec<Vec<&str>> {
        self.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
    }

    pub(crate) fn codes(&self) -> Vec<&'static str> {
        self.problems.iter().map(|problem| problem.code).collect()
    }

    /// What is said of cells: the row, the column from 0, what.
    pub(crate) fn notes(&self) -> Vec<(u64, u32, NoteKind)> {
        let notes = |row: &Row| row.notes.iter().map(|n| (row.number, n.column, n.kind)).collect::<Vec<_>>();
        self.rows.iter().flat_map(notes).collect()
    }
}

pub(crate) fn take_with(bytes: &[u8], settings: &RowSettings) -> Taken {
    let mut taken = Taken::default();
    let file = memfd(&mut &bytes[..]).expect("memory");
    let end = reader().rows(file, settings, &mut |event| {
        match event {
            RowEvent::Sheet { name, hidden, .. } => taken.sheets.push((name, hidden)),
            RowEvent::Columns(columns) => taken.columns = columns,
            RowEvent::Rows(rows) => taken.rows.extend(rows),
            RowEvent::Problem(problem) => taken.problems.push(problem),
        }
        ControlFlow::Continue(())
    });
    taken.end = end.expect("an end");
    taken
}

pub(crate) fn take(bytes: &[u8]) -> Taken {
    take_with(bytes, &RowSettings::default())
}
