//! Spreadsheets.

use super::{
    super::office::{compound, sheets},
    take, take_with,
};
use crate::reader;
use isnad_extract::memfd;
use isnad_model::table::{NoteKind::*, RowEvent, RowSettings};
use std::ops::ControlFlow;

const SHEET: &str = "<cols><col min=\"5\" max=\"6\" hidden=\"1\"/></cols><sheetData>\
    <row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>born</t></is></c></row>\
    <row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>27400</v></c></row>\
    <row r=\"5\"><c r=\"B5\"><f>1/0</f><v>#REF!</v></c></row>\
    <row r=\"6\"><c r=\"A6\" t=\"e\"><f>X</f><v>#REF!</v></c><c r=\"B6\"><v>1234567890123450</v></c></row>\
    <row r=\"7\"><c r=\"A7\" s=\"2\"><v>123</v></c><c r=\"B7\"><f>A1</f></c></row>\
    <row r=\"900\"><c r=\"A900\"/></row></sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>";

#[test]
fn a_workbook_in_xml_gives_rows_with_what_there_is_to_say() {
    let other = "<sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData>";
    let book = sheets::xlsx(&[("one", SHEET), ("hidden two", other)], &[]);
    let taken = take(&book);
    let expect: &[&[&str]] = &[
        &["الاسم", "born"],
        &["أحمد عبد الله", "1975-01-06"],
        &[],
        &[],
        &["", "#REF!"],
        &["#REF!", "1234567890123450"],
        &["00000000123", ""],
        &["7"],
    ];
    assert_eq!(taken.grid(), expect, "{:?}", taken.problems);
    let numbers: Vec<_> = taken.rows.iter().map(|row| (row.number, row.is_hidden)).collect();
    let expect = [1, 2, 3, 4, 5, 6, 7, 1].map(|number| (number, false));
    let expect: Vec<_> = expect.into_iter().map(|(n, _)| (n, n == 2)).collect();
    assert_eq!(numbers, expect);
    assert_eq!(taken.sheets, [("one".to_owned(), false), ("hidden two".to_owned(), true)]);
    let expect =
        [(2, 1, Date), (5, 1, Error), (5, 1, Formula), (6, 0, Error), (6, 0, Formula), (6, 1, Rounded)];
    assert_eq!(taken.notes(), [&expect[..], &[(7, 1, Formula)]].concat());
    assert!(taken.codes().contains(&"cells-merged") && taken.codes().contains(&"columns-hidden"));
    let settings = RowSettings { sheet: Some("hidden two".into()), ..RowSettings::default() };
    assert_eq!(take_with(&book, &settings).grid(), [["7"]]);
    let settings = RowSettings { sheet: Some("three".into()), ..RowSettings::default() };
    assert_eq!(take_with(&book, &settings).codes(), ["sheet-absent"]);
    let settings = RowSettings { rows_max: Some(2), ..RowSettings::default() };
    let preview = take_with(&book, &settings);
    assert_eq!((preview.rows.len(), preview.end.is_whole), (2, false));
}

#[test]
fn rows_out_of_their_order_are_read_and_told() {
    let row = |n: u32, word: &str| {
        format!("<row r=\"{n}\"><c r=\"A{n}\" t=\"inlineStr\"><is><t>{word}</t></is></c></row>")
    };
    let sheet = format!("<sheetData>{}{}{}</sheetData>", row(5, "one"), row(3, "two"), row(5, "three"));
    let taken = take(&sheets::xlsx(&[("one", &sheet)], &[]));
    let words: Vec<_> = taken.grid().into_iter().flatten().collect();
    assert_eq!(words, ["one", "two", "three"]);
    assert_eq!(
        taken.codes().iter().filter(|code| **code == "rows-repeat").count(),
        1,
        "{:?}",
        taken.problems
    );
}

#[test]
fn a_workbook_in_records_gives_rows() {
    let taken = take(&sheets::xlsb());
    let expect: &[&[&str]] =
        &[&["الاسم", "inline"], &[], &[], &[], &["2018-09-24", "1234.5", "5.5", "#DIV/0!", "TRUE"]];
    assert_eq!(taken.grid()[..5], *expect);
    assert_eq!(taken.notes(), [(5, 0, Date), (5, 2, Formula), (5, 3, Error)]);
    let last = taken.rows.last().expect("a row");
    assert_eq!((last.number, last.cells.len(), last.cells[16_383].as_str()), (1_048_576, 16_384, "far away"));
    // A thousand of the empty rows before it are rows, and the others are told.
    assert_eq!(taken.rows.len(), 1_006);
    assert!(taken.codes().contains(&"rows-empty"), "{:?}", taken.problems);
}

#[test]
fn an_old_workbook_gives_rows() {
    let taken = take(&compound::xls());
    let long = format!("أب{}", "x".repeat(38));
    assert_eq!(taken.grid()[..2], [&["الاسم", "Réunion"][..], &[&long, "2018-09-24", "00001020304"]]);
    assert_eq!(taken.sheets[1], ("two".to_owned(), true));
    assert!(taken.notes().contains(&(2, 1, Date)), "{:?}", taken.notes());
}

#[test]
fn a_sheet_of_opendocument_gives_rows() {
    let content = "<office:spreadsheet><table:table table:name=\"one\"><table:table-row>\
        <table:table-cell table:number-rows-spanned=\"2\"><text:p>الاسم</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"date\" office:date-value=\"2018-09-24\"><text:p>24/9</text:p></table:table-cell>\
        </table:table-row><table:table-row table:visibility=\"collapse\" table:number-rows-repeated=\"2\">\
        <table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"1\"/>\
        <table:table-cell table:formula=\"of:=1\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell/></table:table-row>\
        </table:table></office:spreadsheet>";
    let taken = take(&sheets::odf("spreadsheet", "", content));
    let expect: &[&[&str]] = &[&["الاسم", "2018-09-24"], &["1", "1", "1"], &["1", "1", "1"]];
    assert_eq!(taken.grid(), expect, "{:?}", taken.problems);
    assert_eq!(taken.notes(), [(1, 0, Merged), (1, 1, Date), (2, 2, Formula), (3, 2, Formula)]);
    assert_eq!(taken.rows.iter().map(|row| row.is_hidden).collect::<Vec<_>>(), [false, true, true]);
}

#[test]
fn a_locked_file_opens_with_its_password_and_never_ends_the_child() {
    let seeds = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds/encrypted");
    for seed in std::fs::read_dir(seeds).expect("seeds") {
        let bytes = std::fs::read(seed.expect("a seed").path()).expect("a seed");
        assert_eq!(take(&bytes).codes(), ["document-encrypted"]);
        let locked = |password: &str| {
            let mut codes = Vec::new();
            let file = memfd(&mut &bytes[..]).expect("memory");
            let settings = RowSettings::default();
            let end = reader().rows_locked(file, Some(password), &settings, &mut |event| {
                if let RowEvent::Problem(problem) = event {
                    codes.push(problem.code);
                }
                ControlFlow::Continue(())
            });
            assert!(end.expect("an end").is_whole);
            codes
        };
        assert_eq!(locked("another"), ["password-wrong"]);
        // What lies in the seeds are letters and no tables.
        assert_eq!(locked("كلمة السر 1"), ["document-not-read"]);
    }
}
