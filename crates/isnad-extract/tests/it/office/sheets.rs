//! Workbooks and books, made part by part.

use super::zip;

/// A workbook of these sheets in XML, with shared strings, a date (style 1) and a number of eleven digits (style 2).
pub fn xlsx(sheets: &[(&str, &str)], more: &[(&str, &str)]) -> Vec<u8> {
    let listed: String = sheets
        .iter()
        .zip(1..)
        .map(|((name, _), n)| {
            let state = if name.starts_with("hidden") { "state=\"hidden\"" } else { "" };
            format!("<sheet name=\"{name}\" sheetId=\"{n}\" {state} r:id=\"rId{n}\"/>")
        })
        .collect();
    let targets: String = (1..=sheets.len())
        .map(|n| {
            format!("<Relationship Id=\"rId{n}\" Type=\"x/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")
        })
        .collect();
    let mut members: Vec<(String, String)> = vec![
        ("[Content_Types].xml".into(), "<Types/>".into()),
        ("xl/workbook.xml".into(), format!("<workbook><workbookPr/><sheets>{listed}</sheets></workbook>")),
        (
            "xl/_rels/workbook.xml.rels".into(),
            format!(
                "<Relationships>{targets}\
                 <Relationship Id=\"rS\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>\
                 <Relationship Id=\"rT\" Type=\"x/styles\" Target=\"/xl/styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml".into(),
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"00000000000\"/></numFmts><cellXfs>\
             <xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
                .into(),
        ),
        (
            "xl/sharedStrings.xml".into(),
            "<sst><si><t>الاسم</t></si><si><r><t>أحمد </t></r><r><t>عبد الله</t></r><rPh><t>no</t></rPh></si>\
             <si><t>a_x000D_b</t></si></sst>"
                .into(),
        ),
    ];
    for ((_, xml), n) in sheets.iter().zip(1..) {
        members.push((format!("xl/worksheets/sheet{n}.xml"), format!("<worksheet>{xml}</worksheet>")));
    }
    members.extend(more.iter().map(|(name, xml)| ((*name).to_owned(), (*xml).to_owned())));
    let members: Vec<_> = members.iter().map(|(name, xml)| (name.as_str(), xml.as_bytes())).collect();
    zip(&members)
}

/// A record of XLSB.
fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let mut out = match kind {
        0..128 => vec![kind as u8],
        _ => vec![kind as u8 | 0x80, (kind >> 7) as u8],
    };
    let mut length = body.len();
    while length >= 0x80 {
        out.push(length as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
    out.extend(body);
    out
}

fn text(words: &str) -> Vec<u8> {
    let units: Vec<u16> = words.encode_utf16().collect();
    [(units.len() as u32).to_le_bytes().to_vec(), units.iter().flat_map(|unit| unit.to_le_bytes()).collect()]
        .concat()
}

fn numbers(values: &[u32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

/// A workbook in records: a shared string, a date, numbers, a formula, and a second sheet that is hidden.
pub fn xlsb() -> Vec<u8> {
    let sheet =
        |state, id: &str, name: &str| record(156, &[numbers(&[state, 1]), text(id), text(name)].concat());
    let workbook =
        [record(153, &numbers(&[0, 0])), sheet(0, "rId1", "الأسماء"), sheet(1, "rId2", "two")].concat();
    let cell =
        |kind, column, style, rest: &[u8]| record(kind, &[&numbers(&[column, style])[..], rest].concat());
    let row = |n| record(0, &[numbers(&[n, 0]), vec![0; 9]].concat());
    let first = [
        row(0),
        cell(7, 0, 0, &numbers(&[0])),
        cell(6, 1, 0, &text("inline")),
        row(4),
        cell(5, 0, 1, &43_367f64.to_le_bytes()),
        cell(2, 1, 0, &(((123_450u32 << 2) | 3).to_le_bytes())),
        cell(9, 2, 0, &[&5.5f64.to_le_bytes()[..], &[0; 4]].concat()),
        cell(3, 3, 0, &[7]),
        cell(4, 4, 0, &[1]),
        record(176, &numbers(&[4, 4, 0, 1])),
    ]
    .concat();
    let second = [row(1_048_575), cell(6, 16_383, 0, &text("far away"))].concat();
    let strings = record(19, &[vec![0], text("الاسم")].concat());
    let xf =
        |format: u16| record(47, &[0xFFFFu16.to_le_bytes(), format.to_le_bytes(), [0; 2], [0; 2]].concat());
    let styles = [record(617, &numbers(&[2])), xf(0), xf(14), record(618, &[])].concat();
    let relations = "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.bin\"/>\
        <Relationship Id=\"rId2\" Type=\"x/worksheet\" Target=\"worksheets/sheet2.bin\"/>\
        <Relationship Id=\"rS\" Type=\"x/sharedStrings\" Target=\"sharedStrings.bin\"/>\
        <Relationship Id=\"rT\" Type=\"x/styles\" Target=\"styles.bin\"/></Relationships>";
    let root = "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>";
    let types = "<Types><Override PartName=\"/xl/workbook.bin\" \
        ContentType=\"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/></Types>";
    zip(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.bin", &workbook),
        ("xl/_rels/workbook.bin.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.bin", &first),
        ("xl/worksheets/sheet2.bin", &second),
        ("xl/sharedStrings.bin", &strings),
        ("xl/styles.bin", &styles),
    ])
}

/// A document of OpenDocument: `kind` is the end of its media type, `content` what its `office:body` holds.
pub fn odf(kind: &str, styles: &str, content: &str) -> Vec<u8> {
    let mimetype = format!("application/vnd.oasis.opendocument.{kind}");
    let content = format!(
        "<office:document-content xmlns:office=\"o\"><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body>{content}</office:body></office:document-content>"
    );
    let meta = "<office:document-meta><office:meta><dc:title>شهادة</dc:title><meta:generator>G/1</meta:generator>\
        <meta:user-defined meta:name=\"Case\">17</meta:user-defined></office:meta></office:document-meta>";
    zip(&[
        ("mimetype", mimetype.as_bytes()),
        ("content.xml", content.as_bytes()),
        ("meta.xml", meta.as_bytes()),
    ])
}

/// A book of two chapters.
pub fn epub() -> Vec<u8> {
    let container = "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>";
    let book = "<package><metadata><dc:title>شهادات</dc:title><dc:creator>L. Writer</dc:creator>\
        <meta property=\"dcterms:modified\">2018-09-24T10:00:00Z</meta></metadata><manifest>\
        <item id=\"b\" href=\"two.xhtml\" media-type=\"application/xhtml+xml\"/>\
        <item id=\"a\" href=\"chapter%20one.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>\
        <spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>";
    zip(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container.as_bytes()),
        ("OEBPS/book.opf", book.as_bytes()),
        (
            "OEBPS/two.xhtml",
            "<html><head><title/></head><body><p>second&nbsp;chapter</p></body></html>".as_bytes(),
        ),
        ("OEBPS/chapter one.xhtml", "<html><body><h1>الفصل الأول</h1><p>words</p></body></html>".as_bytes()),
    ])
}
