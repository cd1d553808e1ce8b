//! Old documents, made record by record.

use std::io::{Cursor, Write};

/// A compound file of these streams.
pub fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a compound file");
    for (name, bytes) in streams {
        file.create_stream(format!("/{name}")).and_then(|mut s| s.write_all(bytes)).expect("a stream");
    }
    file.flush().expect("a whole file");
    file.into_inner().into_inner()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A property set with a title, an author and the time of making, in windows-1256.
fn summary() -> Vec<u8> {
    let text = |words: &str| {
        let mut bytes = encoding_rs::WINDOWS_1256.encode(words).0.into_owned();
        bytes.push(0);
        let length = bytes.len() as u32;
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        [30u32.to_le_bytes().as_slice(), &length.to_le_bytes(), &bytes].concat()
    };
    // 24 September 2018, 13:00 UTC, in tenths of microseconds from 1601.
    let ticks = (1_537_794_000u64 + 11_644_473_600) * 10_000_000;
    let values = [
        (1u32, [2u32.to_le_bytes(), 1256u32.to_le_bytes()].concat()),
        (2, text("شهادة")),
        (4, text("L. Writer")),
        (12, [64u32.to_le_bytes().as_slice(), &ticks.to_le_bytes()].concat()),
    ];
    let (mut table, mut body) = (Vec::new(), Vec::new());
    for (id, value) in &values {
        let place = 8 + 8 * values.len() + body.len();
        table.extend([*id, place as u32].into_iter().flat_map(u32::to_le_bytes));
        body.extend(value);
    }
    let size = (8 + table.len() + body.len()) as u32;
    let head =
        [&[0xFE, 0xFF, 0, 0, 5, 1, 2, 0][..], &[0; 16], &1u32.to_le_bytes(), &[7; 16], &48u32.to_le_bytes()];
    [head.concat(), size.to_le_bytes().to_vec(), 4u32.to_le_bytes().to_vec(), table, body].concat()
}

/// A document of Word 97 whose text lies in two pieces, one of wide letters and one of narrow ones.
pub fn doc(wide: &str, narrow: &str) -> Vec<u8> {
    let (first, second) = (utf16(wide), encoding_rs::WINDOWS_1252.encode(narrow).0.into_owned());
    let units = first.len() as u32 / 2;
    let all = units + second.len() as u32;
    let mut document = vec![0; 0x400];
    let mut put = |at: usize, bytes: &[u8]| document[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &0xA5ECu16.to_le_bytes());
    put(2, &0xC1u16.to_le_bytes());
    put(6, &0x0401u16.to_le_bytes());
    put(10, &0x200u16.to_le_bytes());
    put(0x4C, &all.to_le_bytes());
    let mut clx = vec![2];
    clx.extend(28u32.to_le_bytes());
    clx.extend([0, units, all].into_iter().flat_map(u32::to_le_bytes));
    for place in [0x400, ((0x400 + first.len() as u32) * 2) | 0x4000_0000] {
        clx.extend([0, 0]);
        clx.extend(place.to_le_bytes());
        clx.extend([0, 0]);
    }
    put(0x1A2, &0u32.to_le_bytes());
    put(0x1A6, &(clx.len() as u32).to_le_bytes());
    document.extend(first);
    document.extend(second);
    compound(&[("1Table", &clx), ("\u{5}SummaryInformation", &summary()), ("WordDocument", &document)])
}

fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes(), &(body.len() as u16).to_le_bytes(), body].concat()
}

fn shorts(values: &[u16]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

/// A cell's row, column and format.
fn place(row: u16, column: u16, look: u16, rest: &[u8]) -> Vec<u8> {
    [&shorts(&[row, column, look])[..], rest].concat()
}

/// A workbook of Excel 97: strings that are shared and go on over a record's end, a date, a formula, a number of
/// eleven digits, a cell far away; the second sheet is hidden.
pub fn xls() -> Vec<u8> {
    const LONG: usize = 40;
    let strings = ["الاسم", "Réunion"];
    let mut table = [3u32.to_le_bytes(), 3u32.to_le_bytes()].concat();
    for string in strings {
        table.extend((string.encode_utf16().count() as u16).to_le_bytes());
        table.push(1);
        table.extend(utf16(string));
    }
    // The third is cut after its first wide letters and goes on with narrow ones.
    table.extend((LONG as u16).to_le_bytes());
    table.push(1);
    table.extend(utf16("أب"));
    let rest = [&[0][..], "x".repeat(LONG - 2).as_bytes()].concat();
    let begin = |kind: u16| record(0x809, &shorts(&[0x600, kind, 0, 0, 0, 0, 0, 0]));
    let look = |format: u16| record(0xE0, &shorts(&[0, format, 0, 0, 0, 0, 0, 0, 0, 0]));
    let format = record(0x41E, &[&shorts(&[164, 11])[..], &[0], b"00000000000"].concat());
    let sheet = |at: u32, hidden: u8, name: &str| {
        let name = [&[name.encode_utf16().count() as u8, 1][..], &utf16(name)].concat();
        record(0x85, &[&at.to_le_bytes()[..], &[hidden, 0], &name].concat())
    };
    let first = [
        begin(0x10),
        record(0xFD, &place(0, 0, 0, &0u32.to_le_bytes())),
        record(0xFD, &place(0, 1, 0, &1u32.to_le_bytes())),
        record(0xFD, &place(1, 0, 0, &2u32.to_le_bytes())),
        record(0x203, &place(1, 1, 1, &43_367f64.to_le_bytes())),
        record(0x203, &place(1, 2, 2, &1_020_304f64.to_le_bytes())),
        // 1,234.5 as an RK number in hundredths, twice.
        record(0xBD, &[&shorts(&[2, 0])[..], &rk(123_450, 0), &rk(-7, 0), &shorts(&[1])].concat()),
        record(6, &place(3, 0, 0, &[&5.5f64.to_le_bytes()[..], &[0; 8]].concat())),
        record(6, &place(3, 1, 0, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0])),
        record(0x207, &[&shorts(&[2])[..], &[1], &utf16("أب")].concat()),
        record(0x205, &place(3, 2, 0, &[7, 1])),
        record(0x205, &place(3, 3, 0, &[1, 0])),
        record(0x203, &place(65_535, 255, 0, &9f64.to_le_bytes())),
        record(0xE5, &shorts(&[1, 0, 0, 0, 2])),
        record(0x0A, &[]),
    ]
    .concat();
    let second = [
        begin(0x10),
        record(0x204, &place(0, 0, 0, &[&shorts(&[6])[..], &[0], b"hidden"].concat())),
        record(0x0A, &[]),
    ]
    .concat();
    let globals = |at: [u32; 2]| {
        [
            begin(5),
            record(0x42, &shorts(&[1200])),
            format.clone(),
            look(0),
            look(14),
            look(164),
            sheet(at[0], 0, "الأسماء"),
            sheet(at[1], 1, "two"),
            record(0xFC, &table),
            record(0x3C, &rest),
            record(0x0A, &[]),
        ]
        .concat()
    };
    let length = globals([0, 0]).len() as u32;
    let stream = [globals([length, length + first.len() as u32]), first, second].concat();
    compound(&[("Workbook", &stream), ("\u{5}SummaryInformation", &summary())])
}

fn rk(hundredths: i32, look: u16) -> Vec<u8> {
    [&look.to_le_bytes()[..], &((hundredths << 2) as u32 | 3).to_le_bytes()].concat()
}

fn atom(head: u16, kind: u16, body: &[u8]) -> Vec<u8> {
    [&head.to_le_bytes()[..], &kind.to_le_bytes(), &(body.len() as u32).to_le_bytes(), body].concat()
}

/// A presentation of one slide, with words in its outline and in a shape, that was saved twice.
pub fn ppt() -> Vec<u8> {
    let words = |text: &str| atom(0, 0x0FA0, &utf16(text));
    let numbers = |values: &[u32]| values.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<_>>();
    let old_slide = atom(0xF, 0x03EE, &atom(0xF, 0xF00D, &words("an older version")));
    let slide = atom(0xF, 0x03EE, &atom(0xF, 0xF00D, &atom(0, 0x0FA8, b"a shape\x0Btwo lines")));
    let listed = [atom(0, 0x03F3, &numbers(&[2, 0, 0, 256, 0])), words("الشريحة الأولى\rslide one")].concat();
    let document = atom(0xF, 0x03E8, &atom(0xF, 0x0FF0, &listed));
    let mut stream = Vec::new();
    let mut add = |bytes: &[u8]| {
        let at = stream.len() as u32;
        stream.extend(bytes);
        at
    };
    let (at_document, at_old, at_new) = (add(&document), add(&old_slide), add(&slide));
    let first = add(&atom(0, 0x1772, &numbers(&[(2 << 20) | 1, at_document, at_old])));
    let edit = |last, directory| atom(0, 0x0FF5, &numbers(&[256, 0, last, directory, 1, 3, 0]));
    let first_edit = add(&edit(0, first));
    let second = add(&atom(0, 0x1772, &numbers(&[(1 << 20) | 2, at_new])));
    let second_edit = add(&edit(first_edit, second));
    let user = atom(0, 0x0FF6, &numbers(&[20, 0xE391_C05F, second_edit, 0, 0]));
    compound(&[("PowerPoint Document", &stream), ("Current User", &user)])
}
