//! XLSX, XLSB, XLS, ODS and CSV: every number right, in its row and column.

use super::{
    codes, compound, pages, read, says,
    sheets::{odf, xlsb, xlsx},
    values,
};
use isnad_model::reading::Kind;

#[test]
fn an_xlsx_is_read_row_by_row() {
    let first = "<cols><col min=\"3\" max=\"4\" hidden=\"1\"/></cols><sheetData>\
        <row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>in line &amp; more</t></is></c></row>\
        <row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" s=\"1\"><v>43367</v></c><c r=\"C3\" s=\"2\"><v>1020304</v></c>\
        <c r=\"D3\"><v>0.30000000000000004</v></c><c r=\"E3\"><f>D3*2</f><v>963911234567</v></c><c r=\"F3\" t=\"b\"><v>1</v></c>\
        <c r=\"G3\" t=\"e\"><v>#N/A</v></c><c r=\"H3\" t=\"s\"><v>2</v></c><c r=\"I3\" t=\"str\"><f>x</f><v>نص</v></c></row>\
        <row><c><v>1</v></c><c><v>2</v></c></row></sheetData>\
        <mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells><hyperlinks><hyperlink ref=\"A3\" r:id=\"rL\"/></hyperlinks>";
    let second = "<sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData>";
    let beside = "<Relationships><Relationship Id=\"rL\" Type=\"x/hyperlink\" Target=\"https://example.org/\" TargetMode=\"External\"/>\
        <Relationship Id=\"rC\" Type=\"x/comments\" Target=\"../comments1.xml\"/></Relationships>";
    let comments = "<comments><authors><author>R. Reader</author></authors><commentList><comment ref=\"B3\" authorId=\"0\">\
        <text><r><t>see </t></r><r><t>page 4</t></r></text></comment></commentList></comments>";
    let bytes = xlsx(
        &[("الأسماء", first), ("hidden two", second)],
        &[("xl/worksheets/_rels/sheet1.xml.rels", beside), ("xl/comments1.xml", comments)],
    );
    let answer = read(&bytes);
    assert_eq!(answer.kind, Kind::Table);
    let expect = "الاسم\t\tin line & more\n\n\
        أحمد عبد الله\t2018-09-24\t00001020304\t0.3\t963911234567\tTRUE\t#N/A\ta b\tنص\n1\t2\n\n\
        A3\t<https://example.org/>\nB3\tsee page 4\n";
    assert_eq!(pages(&answer), [expect, "7\n"]);
    says(
        &answer,
        &[
            ("xlsx.hiddenSheet", "2: hidden two"),
            ("xlsx.formulas", "الأسماء: 2"),
            ("xlsx.hiddenRows", "الأسماء: 1"),
            ("xlsx.hiddenColumns", "الأسماء: 2"),
            ("xlsx.mergedCells", "الأسماء: A1:B1"),
            ("xlsx.comment", "الأسماء!B3: R. Reader: see page 4"),
        ],
    );
    assert_eq!(values(&answer, "xlsx.sheet"), ["1: الأسماء", "2: hidden two"]);
    assert!(codes(&answer).is_empty(), "{:?}", answer.reading.problems);
}

#[test]
fn an_xlsb_is_read_like_an_xlsx() {
    let answer = read(&xlsb());
    assert_eq!(answer.media_type, "application/vnd.ms-excel.sheet.binary.macroEnabled.12");
    let far = format!("\n{}far away\n", "\t".repeat(16_383));
    assert_eq!(pages(&answer), ["الاسم\tinline\n\n\n\n2018-09-24\t1234.5\t5.5\t#DIV/0!\tTRUE\n", &far]);
    says(
        &answer,
        &[
            ("xlsb.hiddenSheet", "2: two"),
            ("xlsb.formulas", "الأسماء: 1"),
            ("xlsb.mergedCells", "الأسماء: A5:B5"),
        ],
    );
    assert_eq!(codes(&answer), ["table-shortened"]);
}

#[test]
fn an_xls_is_read_through_its_records() {
    let answer = read(&compound::xls());
    assert_eq!((answer.kind, answer.media_type.as_str()), (Kind::Table, "application/vnd.ms-excel"));
    let long = format!("أب{}", "x".repeat(38));
    let far = "\t".repeat(255);
    let expect = format!(
        "الاسم\tRéunion\n{long}\t2018-09-24\t00001020304\n1234.5\t-0.07\n5.5\tأب\t#DIV/0!\tTRUE\n\n{far}9\n"
    );
    assert_eq!(pages(&answer), [expect.as_str(), "hidden\n"]);
    says(
        &answer,
        &[
            ("summary.Title", "شهادة"),
            ("xls.hiddenSheet", "2: two"),
            ("xls.formulas", "الأسماء: 2"),
            ("xls.mergedCells", "الأسماء: A1:C1"),
        ],
    );
    assert_eq!(codes(&answer), ["table-shortened"]);
}

#[test]
fn an_ods_means_its_repetitions() {
    let cell = |kind: &str, value: &str, shown: &str| {
        format!(
            "<table:table-cell office:value-type=\"{kind}\" {value}><text:p>{shown}</text:p></table:table-cell>"
        )
    };
    let content = format!(
        "<office:spreadsheet><table:table table:name=\"one\" table:style-name=\"T\"><table:table-row>{}{}{}{}{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"2\">\
         <table:table-cell table:number-columns-repeated=\"3\" office:value-type=\"float\" office:value=\"1\"><text:p>1</text:p></table:table-cell>\
         <table:table-cell table:number-columns-repeated=\"16381\"/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell/></table:table-row></table:table>\
         </office:spreadsheet>",
        cell("string", "", "الاسم"),
        cell("float", "office:value=\"1020304\"", "00001020304"),
        cell("float", "office:value=\"1234.5\"", "1 234,50 €"),
        cell("date", "office:date-value=\"2018-09-24\"", "24/9/18"),
        cell("time", "office:time-value=\"PT25H05M00S\"", "25:05"),
    );
    let styles =
        "<style:style style:name=\"T\"><style:table-properties table:display=\"false\"/></style:style>";
    let answer = read(&odf("spreadsheet", styles, &content));
    assert_eq!(answer.kind, Kind::Table);
    assert_eq!(pages(&answer), ["الاسم\t00001020304\t1234.5\t2018-09-24\t25:05:00\n1\t1\t1\n1\t1\t1\n"]);
    says(&answer, &[("ods.hiddenSheet", "1: one")]);
    assert!(codes(&answer).is_empty(), "{:?}", answer.reading.problems);
}

#[test]
fn delimited_rows_are_a_table_and_stay_as_they_are() {
    let check = |text: &str, media_type: &str, settings: &str| {
        let answer = read(text.as_bytes());
        assert_eq!((answer.kind, answer.media_type.as_str()), (Kind::Table, media_type), "{text}");
        assert_eq!(pages(&answer), [text]);
        assert_eq!(answer.reading.settings, settings);
    };
    let comma = "الاسم,التاريخ\nأحمد,2018-09-24\n\"عبد الله, فاطمة\",2013-05-01\n";
    check(comma, "text/csv", "encoding=utf-8 confidence=certain delimiter=comma");
    check("a;b\r\n1;2\r\n3;4\r\n", "text/csv", "encoding=utf-8 confidence=certain delimiter=semicolon");
    check(
        "a\tb\n1\t2\n3\t4\n",
        "text/tab-separated-values",
        "encoding=utf-8 confidence=certain delimiter=tab",
    );
    let old = encoding_rs::WINDOWS_1256.encode(&comma.repeat(3)).0.into_owned();
    let answer = read(&old);
    assert_eq!(answer.reading.settings, "encoding=windows-1256 confidence=likely delimiter=comma");
    assert_eq!(pages(&answer), [comma.repeat(3)]);
}
