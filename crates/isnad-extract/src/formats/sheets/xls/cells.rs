//! One sheet: its cells, and what stands beside them.

use super::{Workbook, continued, kind, records, strings::Run, u16_at, u32_at};
use crate::formats::{
    marks::said,
    sheets::{
        bool_word, error_word,
        grid::{Grid, address},
        rk,
    },
};
use std::collections::BTreeMap;

/// A sheet while it is read.
pub(super) struct Cells<'c, 's, 'o> {
    workbook: &'c mut Workbook,
    grid: &'c mut Grid<'s, 'o>,
    /// The cell whose formula gave a string, which comes in a record of its own.
    awaited: Option<(u32, u32)>,
    /// The number of the last object, and the words of each.
    object: u16,
    boxes: BTreeMap<u16, String>,
    notes: Vec<(u32, u32, u16, String)>,
    depth: usize,
}

impl<'c, 's, 'o> Cells<'c, 's, 'o> {
    pub(super) fn new(workbook: &'c mut Workbook, grid: &'c mut Grid<'s, 'o>) -> Self {
        Self { workbook, grid, awaited: None, object: 0, boxes: BTreeMap::new(), notes: Vec::new(), depth: 0 }
    }

    /// Reads the records of the sheet that begins here; false if it does not, or was cut off.
    pub(super) fn read(&mut self, stream: &[u8], start: usize) -> bool {
        if u16_at(stream, start) != Some(kind::BEGIN) {
            return false;
        }
        records(stream, start, &mut |kind, body, next| {
            match kind {
                kind::BEGIN => self.depth += 1,
                kind::END => self.depth = self.depth.saturating_sub(1),
                // A chart within the sheet has records of its own.
                _ if self.depth > 1 => {}
                kind::TEXT_BOX => self.text_box(&continued(stream, body, next)),
                _ => self.record(kind, body),
            }
            self.depth > 0
        })
    }

    fn record(&mut self, kind: u16, body: &[u8]) {
        let at = |place| u16_at(body, place).unwrap_or(0);
        let (row, column, look) = (u32::from(at(0)), u32::from(at(2)), usize::from(at(4)));
        match kind {
            kind::SHARED_STRING => {
                let number = u32_at(body, 6).unwrap_or(u32::MAX) as usize;
                self.grid.shared(row, column, number, &mut self.workbook.book);
            }
            kind::LABEL | kind::RICH_STRING => {
                let text = self.workbook.long_string(body.get(6..).unwrap_or_default());
                self.grid.cell(row, column, &text);
            }
            kind::NUMBER => self.number(row, column, look, body.get(6..14)),
            kind::RK => {
                let value = rk(u32_at(body, 6).unwrap_or(0));
                self.grid.number(row, column, value, look, &self.workbook.book);
            }
            kind::MANY_RK => {
                let cells = body.get(4..body.len().saturating_sub(2)).unwrap_or_default();
                for (cell, column) in cells.chunks_exact(6).zip(column..) {
                    let (look, bits) = (u16_at(cell, 0).unwrap_or(0), u32_at(cell, 2).unwrap_or(0));
                    self.grid.number(row, column, rk(bits), look.into(), &self.workbook.book);
                }
            }
            kind::BOOL_OR_ERROR => {
                let (value, is_error) = (body.get(6).copied().unwrap_or(0), body.get(7) == Some(&1));
                self.grid.cell(row, column, if is_error { error_word(value) } else { bool_word(value != 0) });
            }
            kind::FORMULA => self.formula(row, column, look, body),
            kind::STRING => {
                if let Some((row, column)) = self.awaited.take() {
                    let text = self.workbook.long_string(body);
                    self.grid.cell(row, column, &text);
                }
            }
            kind::ROW => {
                self.grid.hidden_rows(row, u32::from(body.get(12).is_some_and(|flags| flags & 0x20 != 0)))
            }
            kind::COLUMN if at(8) & 1 == 1 => {
                let (first, last) = (row, column.min(255));
                self.grid.hidden_columns((last + 1).saturating_sub(first));
            }
            kind::MERGED => {
                for range in body.get(2..).unwrap_or_default().chunks_exact(8) {
                    let side = |place| u32::from(u16_at(range, place).unwrap_or(0));
                    let (first, last) = (address(side(0), side(4)), address(side(2), side(6)));
                    self.grid.merged(&format!("{first}:{last}"));
                }
            }
            kind::OBJECT => self.object = at(6),
            kind::NOTE if self.workbook.is_unicode => {
                let who = self.workbook.long_string(body.get(8..).unwrap_or_default());
                self.notes.push((row, column, at(6), who));
            }
            // The words themselves, in the code page.
            kind::NOTE => {
                let (text, _) =
                    self.workbook.page.decode_without_bom_handling(body.get(6..).unwrap_or_default());
                let words = text.into_owned();
                self.grid.comment(&address(row, column), &words, &words);
            }
            _ => {}
        }
    }

    fn number(&mut self, row: u32, column: u32, look: usize, bytes: Option<&[u8]>) {
        if let Some(Ok(bytes)) = bytes.map(TryInto::try_into) {
            let value = f64::from_le_bytes(bytes);
            self.grid.number(row, column, value, look, &self.workbook.book);
        }
    }

    /// A formula with what it gave when it was last computed (2.4.127).
    fn formula(&mut self, row: u32, column: u32, look: usize, body: &[u8]) {
        self.grid.formula(row, column);
        self.awaited = None;
        let Some(result) = body.get(6..14) else { return };
        match (&result[6..], result[0]) {
            ([0xFF, 0xFF], 0) => self.awaited = Some((row, column)),
            ([0xFF, 0xFF], 1) => self.grid.cell(row, column, bool_word(result[2] != 0)),
            ([0xFF, 0xFF], 2) => self.grid.cell(row, column, error_word(result[2])),
            ([0xFF, 0xFF], _) => {}
            _ => self.number(row, column, look, Some(result)),
        }
    }

    /// The words of an object come in the record that continues it.
    fn text_box(&mut self, pieces: &[&[u8]]) {
        let length = pieces.first().and_then(|body| u16_at(body, 10)).unwrap_or(0);
        let mut words = String::new();
        Run::new(pieces.get(1..).unwrap_or_default().to_vec()).letters_with_flag(length.into(), &mut words);
        self.boxes.insert(self.object, words);
    }

    /// Sets down the remarks, and then the words of boxes that remark on no cell.
    pub(super) fn finish(mut self) {
        for (row, column, object, who) in std::mem::take(&mut self.notes) {
            let words = self.boxes.remove(&object).unwrap_or_default().replace('\n', " ");
            self.grid.comment(&address(row, column), &said(&who, "", &words), &words);
        }
        for words in self.boxes.values() {
            words.lines().for_each(|line| self.grid.beside("", line));
        }
    }
}
