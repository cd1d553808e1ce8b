//! XLS of Excel 5 to 2003: records of bytes in one stream ([MS-XLS]).

mod cells;
mod strings;

use super::{Book, grid::Grid, number};
use crate::{
    formats::{codepage, ole::Compound, package::damaged},
    wire::Sink,
};
use cells::Cells;
use encoding_rs::{Encoding, WINDOWS_1252};
use isnad_model::Problem;
use std::collections::BTreeMap;
use strings::{Run, u16_at, u32_at};

/// Numbers of records ([MS-XLS] 2.3).
mod kind {
    pub(super) const FORMULA: u16 = 0x06;
    pub(super) const END: u16 = 0x0A;
    pub(super) const NOTE: u16 = 0x1C;
    pub(super) const FORMAT_OLD: u16 = 0x1E;
    pub(super) const DATE_1904: u16 = 0x22;
    pub(super) const PASSWORD: u16 = 0x2F;
    pub(super) const CONTINUED: u16 = 0x3C;
    pub(super) const CODE_PAGE: u16 = 0x42;
    pub(super) const OBJECT: u16 = 0x5D;
    pub(super) const COLUMN: u16 = 0x7D;
    pub(super) const SHEET: u16 = 0x85;
    pub(super) const MANY_RK: u16 = 0xBD;
    pub(super) const RICH_STRING: u16 = 0xD6;
    pub(super) const XF: u16 = 0xE0;
    pub(super) const MERGED: u16 = 0xE5;
    pub(super) const STRINGS: u16 = 0xFC;
    pub(super) const SHARED_STRING: u16 = 0xFD;
    pub(super) const TEXT_BOX: u16 = 0x1B6;
    pub(super) const NUMBER: u16 = 0x203;
    pub(super) const LABEL: u16 = 0x204;
    pub(super) const BOOL_OR_ERROR: u16 = 0x205;
    pub(super) const STRING: u16 = 0x207;
    pub(super) const ROW: u16 = 0x208;
    pub(super) const RK: u16 = 0x27E;
    pub(super) const FORMAT: u16 = 0x41E;
    pub(super) const BEGIN: u16 = 0x809;
}

/// Reads every sheet as a page.
pub(in crate::formats) fn read(file: &mut Compound<'_>, sink: &mut Sink<'_>) {
    let Some((stream, is_whole)) = file.stream("Workbook").or_else(|| file.stream("Book")) else {
        return sink.problem(damaged("Workbook"));
    };
    let mut workbook = Workbook::new();
    workbook.globals(&stream);
    if workbook.is_encrypted {
        return sink.problem(Problem::new("document-encrypted-unopened"));
    }
    let mut grid = Grid::new("xls", sink);
    for sheet in std::mem::take(&mut workbook.sheets) {
        if !grid.sheet(&sheet.name, sheet.is_hidden) {
            continue;
        }
        let mut cells = Cells::new(&mut workbook, &mut grid);
        let is_sound = cells.read(&stream, sheet.place);
        cells.finish();
        if !is_sound {
            grid.problem(damaged(&sheet.name));
        }
    }
    grid.finish();
    if !is_whole || workbook.book.has_lost_strings {
        sink.problem(damaged("Workbook"));
    }
}

/// What the sheets have in common.
struct Workbook {
    book: Book,
    sheets: Vec<Sheet>,
    /// Excel 97 and later writes letters in Unicode; before, in the code page.
    is_unicode: bool,
    page: &'static Encoding,
    is_encrypted: bool,
}

struct Sheet {
    name: String,
    is_hidden: bool,
    place: usize,
}

/// Goes through records until one says that it is enough. False if the stream ended within a record.
fn records<'b>(stream: &'b [u8], start: usize, each: &mut dyn FnMut(u16, &'b [u8], usize) -> bool) -> bool {
    let mut at = start;
    while let (Some(kind), Some(length)) = (u16_at(stream, at), u16_at(stream, at + 2)) {
        let next = at + 4 + usize::from(length);
        let Some(body) = stream.get(at + 4..next) else { return false };
        if !each(kind, body, next) {
            return true;
        }
        at = next;
    }
    false
}

impl Workbook {
    fn new() -> Self {
        let (book, sheets) = (Book::default(), Vec::new());
        Self { book, sheets, is_unicode: true, page: WINDOWS_1252, is_encrypted: false }
    }

    fn globals(&mut self, stream: &[u8]) {
        let mut formats = BTreeMap::new();
        let mut looks = Vec::new();
        records(stream, 0, &mut |kind, body, next| {
            match kind {
                kind::BEGIN => self.is_unicode = u16_at(body, 0) == Some(0x600),
                kind::CODE_PAGE => self.page = page(u16_at(body, 0).unwrap_or(0)),
                kind::DATE_1904 => self.book.is_1904 = u16_at(body, 0) == Some(1),
                kind::PASSWORD => self.is_encrypted = true,
                kind::FORMAT | kind::FORMAT_OLD => {
                    let code = match self.is_unicode {
                        true => self.long_string(&body[2.min(body.len())..]),
                        false => self.short_string(&body[2.min(body.len())..]),
                    };
                    formats.insert(u16_at(body, 0).unwrap_or(0), number::shape(&code));
                }
                kind::XF => looks.push(u16_at(body, 2).unwrap_or(0)),
                kind::SHEET => {
                    let name = self.short_string(&body[6.min(body.len())..]);
                    let is_hidden = body.get(4).is_some_and(|state| state & 3 != 0);
                    let place = u32_at(body, 0).unwrap_or(u32::MAX) as usize;
                    self.sheets.push(Sheet { name, is_hidden, place });
                }
                kind::STRINGS => strings::shared(&continued(stream, body, next), &mut self.book.strings),
                _ => {}
            }
            kind != kind::END
        });
        let shape = |look: u16| formats.get(&look).copied().unwrap_or_else(|| number::built_in(look));
        self.book.shapes = looks.into_iter().map(shape).collect();
    }

    /// A string with its length in one byte (2.5.240).
    fn short_string(&self, body: &[u8]) -> String {
        self.string(body, 1)
    }

    /// A string with its length in two bytes (2.5.294).
    fn long_string(&self, body: &[u8]) -> String {
        self.string(body, 2)
    }

    fn string(&self, body: &[u8], length_bytes: usize) -> String {
        let length = match length_bytes {
            1 => body.first().copied().map(usize::from),
            _ => u16_at(body, 0).map(usize::from),
        };
        let rest = body.get(length_bytes..).unwrap_or_default();
        let length = length.unwrap_or(0);
        match self.is_unicode {
            true => {
                let mut out = String::new();
                Run::new(vec![rest]).letters_with_flag(length, &mut out);
                out
            }
            false => {
                let (text, _) = self.page.decode_without_bom_handling(&rest[..length.min(rest.len())]);
                text.into_owned()
            }
        }
    }
}

/// A record with those that continue it.
fn continued<'b>(stream: &'b [u8], body: &'b [u8], next: usize) -> Vec<&'b [u8]> {
    let mut parts = vec![body];
    records(stream, next, &mut |kind, body, _| {
        let goes_on = kind == kind::CONTINUED;
        if goes_on {
            parts.push(body);
        }
        goes_on
    });
    parts
}

fn page(number: u16) -> &'static Encoding {
    match number {
        // Macintosh and Windows as the first versions named them.
        0x8000 => encoding_rs::MACINTOSH,
        0x8001 => WINDOWS_1252,
        number => codepage::encoding(number.into()).unwrap_or(WINDOWS_1252),
    }
}
