//! Tables that mean it ill, and children that do.

use super::{super::config, super::office::sheets, Taken, take};
use isnad_extract::{Config, Limits, Reader, memfd};
use isnad_model::table::{NoteKind, RowEvent, RowSettings};
use std::{ops::ControlFlow, time::Duration};

#[test]
fn a_row_of_two_million_columns_is_told_and_bounded() {
    let text = format!("a,b\n{}\nlast,1\n", "x,".repeat(2_000_000));
    let taken = take(text.as_bytes());
    let lengths: Vec<_> = taken.rows.iter().map(|row| row.cells.len()).collect();
    assert_eq!(lengths, [2, 16_384, 2]);
    assert_eq!(taken.codes(), ["row-width", "row-too-wide"]);
    assert_eq!(taken.rows[2].cells, ["last", "1"]);
}

#[test]
fn a_cell_without_end_is_cut_and_what_follows_is_read() {
    let long = "x".repeat(20 << 20);
    for (text, lines) in
        [(format!("a,b\n{long},1\r\nlast,2\n"), 3), (format!("a,b\n\"{long},1\nlast,2\n"), 3)]
    {
        let taken = take(text.as_bytes());
        assert_eq!(taken.rows.len(), lines, "{:?}", taken.codes());
        assert_eq!((taken.rows[2].number, taken.rows[2].line), (3, 3));
        assert_eq!(taken.rows[2].cells, ["last", "2"]);
        assert!(taken.notes().contains(&(2, 0, NoteKind::Shortened)), "{:?}", taken.notes());
        assert!(taken.codes().contains(&"cell-too-long"));
    }
}

#[test]
fn a_mark_that_never_closes_swallows_nothing() {
    let rows = "one,two\n".repeat(300_000);
    let taken = take(format!("a,b\n\"open,1\n{rows}").as_bytes());
    assert_eq!(taken.rows.len(), 300_002);
    assert_eq!(taken.codes(), ["row-quote-open"]);
}

#[test]
fn many_problems_of_a_kind_are_counted_and_every_row_comes() {
    let taken = take(format!("a,b\n{}", "1\n".repeat(5_000)).as_bytes());
    assert_eq!(taken.rows.len(), 5_001);
    let told = taken.codes().iter().filter(|code| **code == "row-width").count();
    assert_eq!((told, taken.codes().last().copied()), (100, Some("rows-problems-more")));
}

#[test]
fn lines_of_nothing_are_counted() {
    let taken =
        take(format!("a,b\n{}last,1\n{}", "\n".repeat(2_000_000), "\n,,\n".repeat(100_000)).as_bytes());
    let last = taken.rows.last().expect("a row");
    assert_eq!((taken.rows.len(), last.number, last.line), (1_002, 2_000_002, 2_000_002));
    assert_eq!(taken.codes(), ["rows-empty", "rows-empty"]);
}

#[test]
fn a_workbook_that_was_cut_off_gives_its_beginning() {
    let cut = "<sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row><row r=\"4294967295\"><c r=\"ZZZZ4294967295\"><v>8</v></c>\
        <c r=\"A4294967295\"><v>9</v></c>";
    let taken = take(&sheets::xlsx(&[("one", cut)], &[]));
    assert_eq!(taken.rows[0].cells, ["7"]);
    for code in ["rows-empty", "row-too-wide", "document-damaged"] {
        assert!(taken.codes().contains(&code), "{code}: {:?}", taken.codes());
    }
}

#[test]
fn rows_and_cells_that_repeat_are_bounded() {
    let cell = "<table:table-cell table:number-columns-repeated=\"4000000000\"><text:p>words</text:p></table:table-cell>";
    let content = format!(
        "<office:spreadsheet><table:table table:name=\"one\"><table:table-row>{cell}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"4000000000\"><table:table-cell><text:p>a</text:p></table:table-cell>\
         </table:table-row><table:table-row table:number-rows-repeated=\"100000\"><table:table-cell><text:p>b</text:p>\
         </table:table-cell></table:table-row></table:table></office:spreadsheet>"
    );
    let taken = take(&sheets::odf("spreadsheet", "", &content));
    assert_eq!(taken.rows.iter().filter(|row| row.cells == ["b"]).count(), 100_000);
    assert_eq!(taken.rows[0].cells, ["words"]);
    assert_eq!(taken.notes(), [(1, 0, NoteKind::Shortened)]);
    assert!(taken.codes().contains(&"table-shortened"), "{:?}", taken.codes());
}

#[test]
fn a_file_that_is_no_table_is_said_to_be_none() {
    let taken: Taken = take(b"%PDF-1.7\n1 0 obj\n");
    assert_eq!((taken.rows.len(), taken.codes()), (0, vec!["document-not-read"]));
    let page = take(b"<!DOCTYPE html><html><body><table><tr><td>a</td></tr></table></body></html>");
    assert_eq!((page.rows.len(), page.codes()), (0, vec!["document-not-read"]));
    let settings = RowSettings { encoding: Some("no such".into()), ..RowSettings::default() };
    assert_eq!(super::take_with(b"a,b\n1,2\n3,4\n", &settings).codes(), ["encoding-unknown"]);
}

#[test]
fn whatever_a_child_does_to_a_table_ends() {
    let check = |part, expect: &str| {
        let limits = Limits { bytes_free: 1 << 20, ..Limits::default() };
        let config = Config { timeout: Duration::from_millis(400), limits, ..config(part) };
        let reader = Reader::start(config).expect("a child");
        let file = memfd(&mut &b"a,b"[..]).expect("memory");
        let mut n_rows = 0;
        let end = reader.rows(file, &RowSettings::default(), &mut |event| {
            n_rows += if let RowEvent::Rows(rows) = event { rows.len() } else { 0 };
            ControlFlow::Continue(())
        });
        assert_eq!(end.err().map_or("", |problem| problem.code), expect, "{part} after {n_rows}");
    };
    check("rows-lies", "reader-crashed");
    check("rows-page", "reader-crashed");
    check("rows-endless", "container-bomb");
    check("rows-hangs", "reader-too-slow");
}

#[test]
fn whoever_takes_rows_may_break_off() {
    let file = memfd(&mut "a,b\n1,2\n".repeat(200_000).as_bytes()).expect("memory");
    let mut n_events = 0;
    let end = super::reader().rows(file, &RowSettings::default(), &mut |event| {
        n_events += usize::from(matches!(event, RowEvent::Rows(_)));
        if n_events > 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!((n_events, end.expect("an end").is_whole), (1, false));
}
