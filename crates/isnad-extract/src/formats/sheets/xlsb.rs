//! XLSB: the parts of a workbook as records of bytes ([MS-XLSB]).

use super::{
    Book, Strings, bool_word, error_word,
    grid::{Grid, address},
    number::{self, Shape},
    office::{self, Comment, Flavor, Sheet, Stated},
    rk,
};
use crate::{
    formats::{Source, ooxml::Link, xml::Damaged},
    wire::Sink,
};
use std::{
    collections::BTreeMap,
    io::{BufRead, Read},
};

/// Reads every sheet as a page.
pub(in crate::formats) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    office::read::<Records>(source, sink);
}

struct Records;

/// The longest record. A string of a cell has 32,767 characters, and a drawing may have some more.
const RECORD_BYTES_MAX: u32 = 16 << 20;

/// Goes through the records of a part ([MS-XLSB] 2.1.4).
fn records(part: &mut dyn BufRead, each: &mut dyn FnMut(u32, Fields<'_>)) -> Result<(), Damaged> {
    let mut body = Vec::new();
    while !part.fill_buf().map_err(|_| Damaged)?.is_empty() {
        let kind = variable(part, 2)?;
        let length = variable(part, 4)?;
        if length > RECORD_BYTES_MAX {
            return Err(Damaged);
        }
        body.clear();
        let read = part.take(length.into()).read_to_end(&mut body).map_err(|_| Damaged)?;
        if read as u64 != u64::from(length) {
            return Err(Damaged);
        }
        each(kind, Fields(&body));
    }
    Ok(())
}

/// A number of at most so many bytes with seven bits each; the kinds of records keep their marking bit.
fn variable(part: &mut dyn BufRead, bytes_max: u32) -> Result<u32, Damaged> {
    let mut value = 0;
    for at in 0..bytes_max {
        let mut byte = [0];
        part.read_exact(&mut byte).map_err(|_| Damaged)?;
        value |= u32::from(byte[0] & 0x7F) << (7 * at);
        if byte[0] & 0x80 == 0 {
            break;
        }
    }
    Ok(value)
}

/// Takes a record apart; what is not there is zero.
#[derive(Clone, Copy)]
struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut taken = [0; N];
        let n = N.min(self.0.len());
        taken[..n].copy_from_slice(&self.0[..n]);
        self.0 = &self.0[n..];
        taken
    }

    fn u16(&mut self) -> u16 {
        u16::from_le_bytes(self.bytes())
    }

    fn u32(&mut self) -> u32 {
        u32::from_le_bytes(self.bytes())
    }

    fn f64(&mut self) -> f64 {
        f64::from_le_bytes(self.bytes())
    }

    /// A length and that many units of UTF-16 (2.5.169).
    fn text(&mut self) -> String {
        let length = (self.u32() as usize).min(self.0.len() / 2);
        let (units, rest) = self.0.split_at(2 * length);
        self.0 = rest;
        let units = units.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    }
}

/// Numbers of records ([MS-XLSB] 2.3), in seven bits a byte as [`variable`] gives them.
mod kind {
    pub(super) const ROW: u32 = 0;
    pub(super) const CELL_RK: u32 = 2;
    pub(super) const CELL_BOOL: u32 = 4;
    pub(super) const CELL_REAL: u32 = 5;
    pub(super) const CELL_STRING: u32 = 6;
    pub(super) const CELL_SHARED: u32 = 7;
    pub(super) const FORMULA_STRING: u32 = 8;
    pub(super) const FORMULA_NUMBER: u32 = 9;
    pub(super) const FORMULA_BOOL: u32 = 10;
    pub(super) const FORMULA_ERROR: u32 = 11;
    pub(super) const SHARED_STRING: u32 = 19;
    pub(super) const FORMAT: u32 = 44;
    pub(super) const XF: u32 = 47;
    pub(super) const COLUMN: u32 = 60;
    pub(super) const CELL_RICH: u32 = 62;
    pub(super) const BOOK: u32 = 153;
    pub(super) const SHEET: u32 = 156;
    pub(super) const MERGED: u32 = 176;
    pub(super) const LINK: u32 = 494;
    pub(super) const CELL_XFS: u32 = 617;
    pub(super) const CELL_XFS_END: u32 = 618;
    pub(super) const AUTHOR: u32 = 632;
    pub(super) const COMMENT: u32 = 635;
    pub(super) const COMMENT_TEXT: u32 = 637;
}

impl Flavor for Records {
    const STANDARD: &'static str = "xlsb";
    const MAIN: &'static str = "xl/workbook.bin";

    fn workbook(part: &mut dyn BufRead, stated: &mut Stated) -> Result<(), Damaged> {
        records(part, &mut |kind, mut fields| match kind {
            kind::BOOK => stated.is_1904 = fields.u32() & 1 == 1,
            kind::SHEET => {
                let (state, _id) = (fields.u32(), fields.u32());
                let (link, name) = (fields.text(), fields.text());
                stated.sheets.push(Sheet { name, is_hidden: state != 0, link });
            }
            _ => {}
        })
    }

    fn strings(part: &mut dyn BufRead, strings: &mut Strings) -> Result<(), Damaged> {
        records(part, &mut |kind, mut fields| {
            if kind == kind::SHARED_STRING {
                let [_flags] = fields.bytes();
                strings.push(&fields.text());
                strings.end_one();
            }
        })
    }

    fn shapes(part: &mut dyn BufRead, shapes: &mut Vec<Shape>) -> Result<(), Damaged> {
        let mut own = BTreeMap::new();
        let mut is_of_cells = false;
        records(part, &mut |kind, mut fields| match kind {
            kind::FORMAT => {
                let id = fields.u16();
                own.insert(id, number::shape(&fields.text()));
            }
            kind::CELL_XFS => is_of_cells = true,
            kind::CELL_XFS_END => is_of_cells = false,
            kind::XF if is_of_cells => {
                let (_parent, id) = (fields.u16(), fields.u16());
                shapes.push(own.get(&id).copied().unwrap_or_else(|| number::built_in(id)));
            }
            _ => {}
        })
    }

    fn comments(part: &mut dyn BufRead, comments: &mut Vec<Comment>) -> Result<(), Damaged> {
        let mut authors = Vec::new();
        records(part, &mut |kind, mut fields| match kind {
            kind::AUTHOR => authors.push(fields.text()),
            kind::COMMENT => {
                let (author, row, _, column) = (fields.u32(), fields.u32(), fields.u32(), fields.u32());
                let who = authors.get(author as usize).cloned().unwrap_or_default();
                comments.push(Comment { cell: address(row, column), who, ..Comment::default() });
            }
            kind::COMMENT_TEXT => {
                let [_flags] = fields.bytes();
                let words = fields.text();
                comments.iter_mut().last().into_iter().for_each(|comment| comment.words.push_str(&words));
            }
            _ => {}
        })
    }

    fn sheet(
        part: &mut dyn BufRead,
        book: &mut Book,
        links: &[Link],
        grid: &mut Grid<'_, '_>,
    ) -> Result<(), Damaged> {
        let mut row = 0;
        records(part, &mut |kind, mut fields| match kind {
            kind::ROW => {
                row = fields.u32();
                let [_xf @ .., flags] = fields.bytes::<8>();
                grid.hidden_rows(row, u32::from(flags & 0x10 != 0));
            }
            kind::COLUMN => {
                let (first, last, _width, _xf) = (fields.u32(), fields.u32(), fields.u32(), fields.u32());
                if fields.u16() & 1 == 1 {
                    grid.hidden_columns(last.saturating_sub(first).saturating_add(1));
                }
            }
            kind::MERGED => {
                let [top, bottom, left, right] = [(); 4].map(|()| fields.u32());
                grid.merged(&format!("{}:{}", address(top, left), address(bottom, right)));
            }
            kind::LINK => {
                let [top, _, left, _] = [(); 4].map(|()| fields.u32());
                let id = fields.text();
                if let Some(link) = links.iter().find(|link| link.id == id) {
                    grid.beside(&address(top, left), &format!("<{}>", link.target));
                }
            }
            kind::CELL_RK..=kind::FORMULA_ERROR | kind::CELL_RICH => cell(kind, row, fields, book, grid),
            _ => {}
        })
    }
}

/// A cell with a value ([MS-XLSB] 2.5.9 and the records that begin with it).
fn cell(kind: u32, row: u32, mut fields: Fields<'_>, book: &mut Book, grid: &mut Grid<'_, '_>) {
    let (column, style) = (fields.u32(), (fields.u32() & 0x00FF_FFFF) as usize);
    if matches!(kind, kind::FORMULA_STRING..=kind::FORMULA_ERROR) {
        grid.formula(row, column);
    }
    match kind {
        kind::CELL_RK => grid.number(row, column, rk(fields.u32()), style, book),
        kind::CELL_REAL | kind::FORMULA_NUMBER => grid.number(row, column, fields.f64(), style, book),
        kind::CELL_SHARED => grid.shared(row, column, fields.u32() as usize, book),
        kind::CELL_STRING | kind::FORMULA_STRING => grid.cell(row, column, &fields.text()),
        kind::CELL_RICH => {
            let [_flags] = fields.bytes();
            grid.cell(row, column, &fields.text());
        }
        kind::CELL_BOOL | kind::FORMULA_BOOL => {
            let [value] = fields.bytes();
            grid.cell(row, column, bool_word(value != 0));
        }
        _ => {
            let [code] = fields.bytes();
            grid.cell(row, column, error_word(code));
        }
    }
}
