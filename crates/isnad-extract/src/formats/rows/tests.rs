//! One grid in every clothes, and grids of any cells.

use super::{super::rows as read_rows, delimited};
use crate::{
    rows::Wanted,
    wire::{Reply, Sink, rows::unpack},
};
use isnad_model::{
    Problem,
    table::{Row, RowSettings},
};
use proptest::prelude::*;
use std::io::Cursor;

/// What a reader sends: its rows, and its problems.
fn sent(read: impl FnOnce(&mut Sink<'_>)) -> (Vec<Row>, Vec<Problem>) {
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    let mut send = |reply: Reply<'_>| match reply {
        Reply::Rows(block) => rows.extend(unpack(block).expect("rows")),
        Reply::Problem(problem) => problems.push(problem),
        _ => {}
    };
    read(&mut Sink::new(&mut send));
    (rows, problems)
}

/// A grid with cells of any letters, delimiters and marks among them; no row is without words.
fn grid() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = prop_oneof![
        Just(String::new()),
        "[a-c]{1,3}",
        "[\",;|\t\r\n a]{0,6}",
        "[\u{620}-\u{64a} ]{1,8}",
        "\\PC{0,6}",
    ];
    let row = proptest::collection::vec(cell, 1..6);
    let has_words = |row: &Vec<String>| row.iter().any(|cell| !cell.is_empty());
    proptest::collection::vec(row.prop_filter("words", has_words), 1..8)
}

/// Writes a grid as RFC 4180 has it, with any delimiter and end of line.
fn written(grid: &[Vec<String>], delimiter: char, end: &str, quotes_all: bool) -> String {
    let cell = |cell: &String| {
        let must = quotes_all || cell.contains([delimiter, '"', '\r', '\n']);
        if must { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    let line =
        |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(&delimiter.to_string()) + end;
    grid.iter().map(line).collect()
}

proptest! {
    #[test]
    fn any_grid_reads_back_equal(
        grid in grid(),
        delimiter in prop_oneof![Just(','), Just(';'), Just('\t'), Just('|'), Just('^')],
        end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
        quotes_all in any::<bool>(),
    ) {
        let text = written(&grid, delimiter, end, quotes_all);
        prop_assume!(!text.starts_with(['\u{feff}']) && !text.starts_with("sep="));
        let settings = RowSettings {
            delimiter: Some(delimiter as u8),
            encoding: Some("utf-8".into()),
            ..RowSettings::default()
        };
        let (rows, _) = sent(|sink| delimited::read(&mut Cursor::new(&text), &settings, sink));
        let cells: Vec<_> = rows.iter().map(|row| row.cells.clone()).collect();
        prop_assert_eq!(cells, grid);
        let numbers: Vec<_> = rows.iter().map(|row| row.number).collect();
        prop_assert_eq!(numbers, (1..=rows.len() as u64).collect::<Vec<_>>());
    }

    #[test]
    fn any_bytes_give_rows_or_problems(bytes in proptest::collection::vec(any::<u8>(), 0..300), delimiter in any::<u8>()) {
        let delimiter = Some(delimiter);
        let settings = RowSettings { delimiter, ..RowSettings::default() };
        sent(|sink| delimited::read(&mut Cursor::new(&bytes), &settings, sink));
        let wanted = Wanted(RowSettings::default());
        sent(|sink| read_rows(&mut Cursor::new(&bytes), None, &wanted, sink));
    }
}
