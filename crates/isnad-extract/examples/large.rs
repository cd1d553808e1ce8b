//! Makes a mailbox of 100,000 letters and a workbook of a million cells in a folder, for measuring:
//! `cargo run --release -p isnad-extract --example large -- FOLDER`. What `docs/benchmarks.md` says of them was read
//! with the examples `read` and `members`.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};
use zip::{ZipWriter, write::SimpleFileOptions};

const LETTERS: u32 = 100_000;
const ROWS: u32 = 50_000;
const COLUMNS: u32 = 20;

fn main() -> io::Result<()> {
    let folder = PathBuf::from(std::env::args_os().nth(1).expect("a folder"));
    mailbox(&folder.join("letters.mbox"))?;
    workbook(&folder.join("cells.xlsx"))
}

/// Every tenth letter has an attachment of some kilobytes.
fn mailbox(path: &Path) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    for n in 0..LETTERS {
        write!(
            out,
            "From a@example.org Mon Oct  1 10:00:00 2018\nMessage-ID: <{n}@example.org>\nFrom: أحمد <a@example.org>\n\
             To: committee@example.org\nSubject: =?utf-8?B?2KfZhNmC2KfYptmF2Kk=?= {n}\nDate: Mon, 1 Oct 2018 10:00:00 +0300\n\
             Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n"
        )?;
        for line in 0..10 {
            writeln!(out, "وصلت القائمة {n} من العائلات إلى اللجنة، السطر {line}")?;
        }
        if n % 10 == 0 {
            let lines = "c29tZSBieXRlcyBvZiBhIHBpY3R1cmUgdGhhdCBzb21lYm9keSBzZW50\n".repeat(100);
            write!(
                out,
                "--b\nContent-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\n{lines}"
            )?;
        }
        out.write_all(b"--b--\n\n")?;
    }
    out.flush()
}

/// Numbers, dates, and texts that are shared.
fn workbook(path: &Path) -> io::Result<()> {
    let mut zip = ZipWriter::new(BufWriter::new(File::create(path)?));
    let mut part = |name: &str, content: &str| {
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(content.as_bytes())
    };
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    part(
        "[Content_Types].xml",
        "<Types><Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>",
    )?;
    part(
        "_rels/.rels",
        &format!(
            "<Relationships><Relationship Id='r' Type='{office}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
        ),
    )?;
    part(
        "xl/workbook.xml",
        "<workbook xmlns:r='r'><sheets><sheet name='names' sheetId='1' r:id='s'/></sheets></workbook>",
    )?;
    part(
        "xl/_rels/workbook.xml.rels",
        &format!(
            "<Relationships><Relationship Id='s' Type='{office}/worksheet' Target='worksheets/sheet1.xml'/>\
             <Relationship Id='t' Type='{office}/sharedStrings' Target='sharedStrings.xml'/></Relationships>"
        ),
    )?;
    let strings: String = (0..100_000).map(|n| format!("<si><t>اسم من القائمة {n}</t></si>")).collect();
    part("xl/sharedStrings.xml", &format!("<sst>{strings}</sst>"))?;
    let mut sheet = String::from("<worksheet><sheetData>");
    for row in 1..=ROWS {
        sheet.push_str(&format!("<row r='{row}'>"));
        for column in 0..COLUMNS {
            let name = char::from(b'A' + column as u8);
            let n = row * COLUMNS + column;
            let cell = match column % 2 {
                0 => format!("<c r='{name}{row}' t='s'><v>{}</v></c>", n % 100_000),
                _ => format!("<c r='{name}{row}'><v>{n}</v></c>"),
            };
            sheet.push_str(&cell);
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    part("xl/worksheets/sheet1.xml", &sheet)?;
    zip.finish()?.flush()
}
