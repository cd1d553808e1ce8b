//! JSON: one object a line, one after another, in a list.

use super::take;
use isnad_model::table::NoteKind;

#[test]
fn objects_become_rows_under_the_union_of_their_keys() {
    let columns = ["name", "born.year", "also", "n"];
    let rows = [["أحمد", "1975", "", ""], ["ليلى", "", "a | b", "12345678901234567890123"]];
    let first = "{\"name\":\"أحمد\",\"born\":{\"year\":1975}}";
    let second =
        "{\"name\":\"\\u0644\\u064a\\u0644\\u0649\",\"also\":[\"a\",\"b\"],\"n\":12345678901234567890123}";
    for text in [
        format!("{first}\n{second}\n"),
        format!("\u{feff}{first}\r\n\r\n{second}"),
        format!("[{first},\n {second}]"),
        format!("[{first},{second}]\n"),
        format!("{}\n{second}", first.replace(',', ",\n  ")),
    ] {
        let taken = take(text.as_bytes());
        assert_eq!(taken.columns, columns, "{text}");
        let grid: Vec<Vec<&str>> =
            taken.grid().into_iter().map(|row| [row, vec![""; 4]].concat()[..4].to_vec()).collect();
        assert_eq!(grid, rows, "{text}");
        assert_eq!(taken.codes(), [""; 0], "{text}");
        assert_eq!(taken.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 2]);
    }
}

#[test]
fn a_damaged_value_costs_no_other() {
    let taken = take(b"{\"a\":1}\n{\"a\":\"open}\n{\"a\":3}\n[4, 5]\n");
    assert_eq!(taken.grid(), [["1"], ["3"], ["4 | 5"]]);
    assert_eq!(taken.codes(), ["json-value-damaged", "json-not-an-object"]);
    let taken = take(b"[\n{\"a\":1},\n{\"a\":\"open},\n{\"a\":3},\n{\"a\":4}\n]");
    assert_eq!(taken.grid().first(), Some(&vec!["1"]));
    assert!(taken.grid().contains(&vec!["4"]), "{taken:?}");
    assert!(taken.codes().contains(&"json-value-damaged"));
    let taken = take(b"{\"a\":1}\n{\"a\":\"\xE1\"}\n");
    assert_eq!(taken.grid(), [["1"], ["ل"]]);
    assert_eq!(taken.notes(), [(2, 0, NoteKind::Encoding)]);
}

#[test]
fn a_key_that_comes_late_becomes_a_column_at_the_end() {
    let mut text = "{\"a\":1}\n".repeat(1_000);
    text.push_str("{\"b\":2,\"a\":3}\n");
    let taken = take(text.as_bytes());
    assert_eq!(taken.columns, ["a", "b"]);
    assert_eq!(taken.rows.last().expect("a row").cells, ["3", "2"]);
    assert_eq!(taken.codes(), ["json-key-later"]);
}
