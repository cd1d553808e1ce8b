//! Writes a workbook of a million cells, to measure how it is read: `cargo run --release --example table -- FILE`.
//!
//! Names are shared strings, and each row has a date, numbers, a formula and a text of its own.

use std::{fs::File, io::BufWriter, io::Write};
use zip::{ZipWriter, write::SimpleFileOptions};

const ROWS: u32 = 100_000;
const NAMES: u32 = 20_000;

const TYPES: &str = "<Types/>";
const WORKBOOK: &str = "<workbook><sheets><sheet name=\"one\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>";
const LINKS: &str = "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
    <Relationship Id=\"b\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>\
    <Relationship Id=\"c\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>";
const STYLES: &str = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";

fn main() -> std::io::Result<()> {
    let path = std::env::args_os().nth(1).ok_or(std::io::ErrorKind::InvalidInput)?;
    let mut zip = ZipWriter::new(BufWriter::new(File::create(path)?));
    let options = SimpleFileOptions::default();
    for (name, part) in [
        ("[Content_Types].xml", TYPES),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
        ("xl/styles.xml", STYLES),
    ] {
        zip.start_file(name, options)?;
        zip.write_all(part.as_bytes())?;
    }
    zip.start_file("xl/sharedStrings.xml", options)?;
    zip.write_all(b"<sst>")?;
    for name in 0..NAMES {
        write!(zip, "<si><t>أحمد عبد الله {name}</t></si>")?;
    }
    zip.write_all(b"</sst>")?;
    zip.start_file("xl/worksheets/sheet1.xml", options)?;
    zip.write_all(b"<worksheet><sheetData>")?;
    for row in 1..=ROWS {
        write!(zip, "<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>{}</v></c>", row * 7919 % NAMES)?;
        write!(zip, "<c r=\"B{row}\" s=\"1\"><v>{}</v></c>", 40_000 + row % 3_000)?;
        for column in ["C", "D", "E", "F", "G", "H"] {
            write!(zip, "<c r=\"{column}{row}\"><v>{}.25</v></c>", row.wrapping_mul(2_654_435_761))?;
        }
        write!(zip, "<c r=\"I{row}\"><f>C{row}*2</f><v>{row}</v></c>")?;
        write!(zip, "<c r=\"J{row}\" t=\"inlineStr\"><is><t>ملاحظة {row}</t></is></c></row>")?;
    }
    zip.write_all(b"</sheetData></worksheet>")?;
    zip.finish()?.flush()
}
