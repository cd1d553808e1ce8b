//! CSV and its kin.

use super::{Taken, take, take_with};
use isnad_model::table::{NoteKind, RowSettings};

fn check(text: &str, expect: &[&[&str]]) -> Taken {
    let taken = take(text.as_bytes());
    assert_eq!(taken.grid(), expect, "{text:?}: {:?}", taken.problems);
    assert!(taken.end.is_whole);
    taken
}

#[test]
fn delimiters_quotes_and_ends_of_lines() {
    let rows: &[&[&str]] = &[&["name", "born"], &["أحمد", "1975"], &["ليلى", "1980"]];
    for text in [
        "name,born\nأحمد,1975\nليلى,1980\n",
        "name;born\r\nأحمد;1975\r\nليلى;1980",
        "\u{feff}name\tborn\rأحمد\t1975\rليلى\t1980\r",
        "name|born\r\nأحمد|1975\nليلى|1980\r",
        "\"name\",\"born\"\n\"أحمد\" ,1975\n\"ليلى\",\"1980\"",
    ] {
        let taken = check(text, rows);
        assert_eq!(taken.codes(), [""; 0], "{text}");
    }
    let taken = check(
        "a,b\n\"one\ntwo, \"\"three\"\"\",x\n4,5\n",
        &[&["a", "b"], &["one\ntwo, \"three\"", "x"], &["4", "5"]],
    );
    let lines: Vec<_> = taken.rows.iter().map(|row| (row.number, row.line)).collect();
    assert_eq!(lines, [(1, 1), (2, 2), (3, 4)]);
    let taken = check("sep=;\na;b\n1;2\n", &[&["a", "b"], &["1", "2"]]);
    assert_eq!(taken.rows[0].number, 2);
}

#[test]
fn a_mark_that_opens_nothing_swallows_no_row() {
    let taken =
        check("a,b\n\"open,1\nx,2\n\"y\",3\n", &[&["a", "b"], &["\"open", "1"], &["x", "2"], &["y", "3"]]);
    assert_eq!(taken.codes(), ["row-quote-open"]);
    assert_eq!(taken.notes(), [(2, 0, NoteKind::Quote)]);
    let taken = check("a,b\n\"he said \"no\" to me\",1\n", &[&["a", "b"], &["he said \"no\" to me", "1"]]);
    assert_eq!(taken.codes(), ["row-quote-open"]);
}

#[test]
fn what_is_wrong_with_a_row_is_told_with_its_number() {
    let taken = check(
        "a,b,c\n1,2\n\n1,2,3,4\n,,\n\n",
        &[&["a", "b", "c"], &["1", "2"], &[""], &["1", "2", "3", "4"]],
    );
    assert_eq!(taken.codes(), ["row-width", "row-width", "rows-empty"]);
    let numbers: Vec<_> = taken.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
    let taken = check(
        "a,b\n=1+1,#REF!\n1.23457E+11,1234567890123450\n\0,\u{202e}x\n",
        &[&["a", "b"], &["=1+1", "#REF!"], &["1.23457E+11", "1234567890123450"], &["\0", "\u{202e}x"]],
    );
    use NoteKind::{Control, Direction, Error, Formula, Rounded};
    let expect = [
        (2, 0, Formula),
        (2, 1, Error),
        (3, 0, Rounded),
        (3, 1, Rounded),
        (4, 0, Control),
        (4, 1, Direction),
    ];
    assert_eq!(taken.notes(), expect);
}

#[test]
fn lines_in_another_encoding_are_read_in_theirs() {
    let arabic = |text: &str| encoding(text);
    let text = [&"a,b\nأحمد,1\n".repeat(3).into_bytes()[..], &arabic("ليلى"), b",2\n"].concat();
    let taken = take(&text);
    assert_eq!(taken.rows.last().expect("a row").cells, ["ليلى", "2"], "{:?}", taken.end);
    assert!(taken.codes().contains(&"row-encoding"), "{:?}", taken.problems);
}

#[test]
fn one_damaged_byte_costs_no_sound_cell_beside_it() {
    let mut text = "الاسم,المدينة,ملاحظة\nليلى,دمشق,شهدت ذلك\n".repeat(3).into_bytes();
    // The last letter of the last row loses its second byte.
    text.truncate(text.len() - 2);
    text.extend(b"\n");
    let taken = take(&text);
    let last = taken.rows.last().expect("a row");
    assert_eq!(last.cells[..2], ["ليلى", "دمشق"]);
    assert!(last.cells[2].starts_with("شهدت ذل"), "{:?}", last.cells);
    assert_eq!(taken.notes(), [(6, 2, NoteKind::Encoding)]);
}

/// Letters of the table of windows-1256 that the test needs.
fn encoding(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| match c {
            'ل' => 0xE1,
            'ي' => 0xED,
            'ى' => 0xEC,
            _ => b'?',
        })
        .collect()
}

#[test]
fn settings_are_followed() {
    let settings = RowSettings { delimiter: Some(b';'), rows_max: Some(2), ..RowSettings::default() };
    let taken = take_with(b"a,b;c\n1,2;3\n4,5;6\n", &settings);
    assert_eq!(taken.grid(), [["a,b", "c"], ["1,2", "3"]]);
    assert!(!taken.end.is_whole);
    let settings = RowSettings { encoding: Some("windows-1256".into()), ..RowSettings::default() };
    let taken = take_with(b"a,b\n\xE1,1\n", &settings);
    assert_eq!(taken.grid(), [["a", "b"], ["ل", "1"]]);
}
