//! Documents that swell, nest, loop and lie.

use super::{
    codes, compound, pages, read,
    sheets::{odf, xlsx},
};
use crate::{config, make};
use isnad_extract::Reader;
use std::fmt::Write;

#[test]
fn entities_do_not_unfold() {
    let mut types = String::from("<!DOCTYPE x [<!ENTITY a0 \"lol\">");
    for n in 1..10 {
        let refers = format!("&a{};", n - 1).repeat(10);
        write!(types, "<!ENTITY a{n} \"{refers}\">").expect("memory");
    }
    let document =
        format!("{types}]><w:document><w:body><w:p><w:r><w:t>x&a9;y</w:t></w:r></w:p></w:body></w:document>");
    let bytes =
        make::zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())]);
    assert_eq!(pages(&read(&bytes)), ["x&a9;y\n"]);
}

#[test]
fn elements_within_elements_end_somewhere() {
    let deep = "<w:p>".repeat(500_000);
    let answer = read(&make::docx(&format!("<w:p><w:r><w:t>first</w:t></w:r></w:p>{deep}"), &[]));
    assert_eq!((pages(&answer), codes(&answer)), (vec!["first\n"], vec!["document-damaged"]));
    let page = format!("<html><body>first{}", "<table><tr><td>".repeat(100_000));
    assert!(pages(&read(page.as_bytes()))[0].starts_with("first"));
}

#[test]
fn cells_far_away_cost_nothing() {
    let cells: String = (0..2_000_000).step_by(40).fold(String::new(), |mut cells, column| {
        write!(cells, "<c r=\"{}1\"><v>1</v></c>", letters(column)).expect("memory");
        cells
    });
    let sheet = format!(
        "<sheetData><row r=\"1\">{cells}</row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row></sheetData>"
    );
    let config = isnad_extract::Config { memory_max: 256 << 20, ..config("worker") };
    let answer = Reader::start(config).expect("a child").read(&xlsx(&[("wide", &sheet)], &[]));
    assert_eq!(codes(&answer), ["table-shortened"]);
    let text = pages(&answer)[0];
    assert_eq!((text.matches('1').count(), text.matches('2').count()), (50_000, 1));
}

fn letters(column: u32) -> String {
    let (mut out, mut left) = (Vec::new(), column + 1);
    while left > 0 {
        left -= 1;
        out.push(b'A' + (left % 26) as u8);
        left /= 26;
    }
    out.reverse();
    String::from_utf8(out).expect("letters")
}

#[test]
fn cells_that_are_repeated_without_end_are_stopped_and_said() {
    let cell = "<table:table-cell table:number-columns-repeated=\"4000000000\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
    let rows = format!("<table:table-row table:number-rows-repeated=\"4000000000\">{cell}</table:table-row>")
        .repeat(20);
    let content = format!(
        "<office:spreadsheet><table:table table:name=\"one\">{rows}</table:table></office:spreadsheet>"
    );
    let answer = read(&odf("spreadsheet", "", &content));
    assert_eq!(codes(&answer), ["table-shortened"]);
    assert_eq!(pages(&answer)[0].matches('x').count(), 20);
}

#[test]
fn what_is_cut_off_gives_its_beginning() {
    let long = |open: &str, row: &dyn Fn(u32) -> String| {
        (0..20_000u32).fold(open.to_owned(), |mut all, n| {
            all.push_str(&row(n.wrapping_mul(2_654_435_761)));
            all
        })
    };
    let check = |bytes: Vec<u8>, first: &str| {
        let answer = read(&bytes[..bytes.len() * 2 / 3]);
        let text = pages(&answer).first().copied().unwrap_or_default();
        assert!(text.starts_with(first), "{}: {:?}", answer.media_type, text.get(..40));
        assert!(codes(&answer).contains(&"document-damaged"), "{}: {:?}", answer.media_type, codes(&answer));
    };
    let rows = long("", &|n| format!("<row><c><v>{n}</v></c></row>"));
    check(
        xlsx(
            &[(
                "one",
                &format!(
                    "<sheetData><row><c t=\"inlineStr\"><is><t>أول</t></is></c></row>{rows}</sheetData>"
                ),
            )],
            &[],
        ),
        "أول\n",
    );
    let lines = long("<office:text><text:p>أول</text:p>", &|n| format!("<text:p>{n}</text:p>"));
    check(odf("text", "", &format!("{lines}</office:text>")), "أول\n");
    let words = long("أول\r", &|n| format!("{n}\r"));
    check(compound::doc(&words, "end\r"), "أول\n");
}

#[test]
fn two_parts_of_one_name_are_said() {
    let mut bytes = make::zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", b"<w:document><w:p><w:r><w:t>one</w:t></w:r></w:p></w:document>"),
        ("word/documenu.xml", b"<w:document><w:p><w:r><w:t>two</w:t></w:r></w:p></w:document>"),
    ]);
    while let Some(at) = bytes.windows(17).position(|w| w == b"word/documenu.xml") {
        bytes[at + 12] = b't';
    }
    assert_eq!(codes(&read(&bytes)), ["document-damaged"]);
}

#[test]
fn chains_that_loop_end() {
    let mut bytes = compound::xls();
    // Every entry of the table of sectors leads to the first sector.
    let table = u32::from_le_bytes(bytes[76..80].try_into().expect("four bytes")) as usize;
    let sector = 1usize << bytes[30];
    let start = (table + 1) * sector;
    bytes[start..start + sector].chunks_exact_mut(4).for_each(|four| four.copy_from_slice(&[0, 0, 0, 0]));
    assert!(!codes(&read(&bytes)).is_empty());
}
