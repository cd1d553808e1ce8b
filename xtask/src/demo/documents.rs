//! Typed texts in the forms in which they arrive: old encodings, a word processor's file, tables.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Demo, Made};

/// The notes in old encodings and the programme of the visit.
pub fn make(demo: &Demo) -> Result<Vec<Made>, String> {
    let elysee = windows_1256(&demo.text("2018-09-11-elysee.txt")?)?;
    let ministry = utf_16(&demo.text("2018-09-12-quai-dorsay.txt")?);
    let programme = word_document(&demo.text("programme.txt")?)?;
    Ok(vec![
        Made::new("01-paris-visit/2018-09-11-elysee.txt", elysee),
        Made::new("01-paris-visit/2018-09-12-quai-dorsay.txt", ministry),
        Made::new("01-paris-visit/برنامج-الزيارة.docx", programme),
    ])
}

/// The encoding of Arabic on Windows before Unicode. It has no Arabic-Indic digits, so those are refused here.
pub fn windows_1256(text: &str) -> Result<Vec<u8>, String> {
    let lines = text.replace('\n', "\r\n");
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1256.encode(&lines);
    if lossy { Err("a text has characters that windows-1256 lacks".into()) } else { Ok(bytes.into_owned()) }
}

/// What Notepad called «Unicode»: little-endian UTF-16 with a mark at the start.
fn utf_16(text: &str) -> Vec<u8> {
    let lines = format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    lines.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A table as spreadsheets write it: UTF-8 with a mark at the start, so that they read Arabic back.
pub fn csv_with_bom(rows: &[Vec<String>]) -> Vec<u8> {
    format!("\u{FEFF}{}", csv(rows).replace('\n', "\r\n")).into_bytes()
}

/// Comma-separated lines; a value with a comma or a quote in it is quoted.
pub fn csv(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for row in rows {
        let values: Vec<String> = row.iter().map(|value| quoted(value)).collect();
        out.push_str(&values.join(","));
        out.push('\n');
    }
    out
}

fn quoted(value: &str) -> String {
    if value.contains([',', '"', '\n']) {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value.into()
    }
}

/// A zip file of named members. Dates are fixed: the same members must give the same bytes.
pub fn zip_of<'a>(members: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<Vec<u8>, String> {
    let failed = |error| format!("cannot write a zip file: {error}");
    let noon = DateTime::from_date_and_time(2018, 9, 19, 12, 0, 0).map_err(|error| error.to_string())?;
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(noon)
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(name, options).map_err(failed)?;
        writer.write_all(bytes).map_err(|error| error.to_string())?;
    }
    writer.finish().map(Cursor::into_inner).map_err(failed)
}

/// A word processor's file with headings (`# `), a table (`| a | b`) and paragraphs, written right to left.
fn word_document(text: &str) -> Result<Vec<u8>, String> {
    let mut body = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(heading) = line.strip_prefix("# ") {
            body.push_str(&paragraph(heading, true));
        } else if line.starts_with('|') {
            let mut rows = table_row(line);
            while let Some(next) = lines.next_if(|next| next.starts_with('|')) {
                rows.push_str(&table_row(next));
            }
            body.push_str(&format!("<w:tbl><w:tblPr><w:bidiVisual/>{BORDERS}</w:tblPr>{rows}</w:tbl>"));
        } else {
            body.push_str(&paragraph(line, false));
        }
    }
    let document = format!("{XML}<w:document xmlns:w=\"{WORD}/main\"><w:body>{body}</w:body></w:document>");
    zip_of([
        ("[Content_Types].xml", format!("{XML}{CONTENT_TYPES}").as_bytes()),
        ("_rels/.rels", format!("{XML}{RELATIONS}").as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ])
}

fn table_row(line: &str) -> String {
    let cells = line.trim_matches('|').split('|');
    let cells: String = cells.map(|cell| format!("<w:tc>{}</w:tc>", paragraph(cell.trim(), false))).collect();
    format!("<w:tr>{cells}</w:tr>")
}

fn paragraph(text: &str, bold: bool) -> String {
    let weight = if bold { "<w:b/><w:bCs/>" } else { "" };
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        "<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr>{weight}<w:rtl/></w:rPr>\
         <w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
    )
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006";
const CONTENT_TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Override PartName=\"/word/document.xml\" \
ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" \
Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
Target=\"word/document.xml\"/></Relationships>";
const BORDERS: &str = "<w:tblBorders><w:top w:val=\"single\" w:sz=\"4\"/><w:left w:val=\"single\" w:sz=\"4\"/>\
<w:bottom w:val=\"single\" w:sz=\"4\"/><w:right w:val=\"single\" w:sz=\"4\"/>\
<w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV w:val=\"single\" w:sz=\"4\"/></w:tblBorders>";
