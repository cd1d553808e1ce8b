//! Rows of a table on the wire.
//!
//! A block is a run of rows; a row is `number u64, line u64, hidden u8, cells u32, notes u32`, then each cell as
//! `length u32` and UTF-8, then each note as `column u32, kind u8`.

use super::{Fields, void};
use isnad_model::table::{Note, NoteKind, Row};
use std::io;

/// The bytes of a row before its cells.
pub(crate) const HEAD: usize = 25;

/// Writes what stands before the cells over the first [`HEAD`] bytes of a row.
pub(crate) fn write_head(
    head: &mut [u8],
    number: u64,
    line: u64,
    is_hidden: bool,
    n_cells: u32,
    n_notes: u32,
) {
    head[..8].copy_from_slice(&number.to_le_bytes());
    head[8..16].copy_from_slice(&line.to_le_bytes());
    head[16] = is_hidden.into();
    head[17..21].copy_from_slice(&n_cells.to_le_bytes());
    head[21..HEAD].copy_from_slice(&n_notes.to_le_bytes());
}

/// Takes a block apart. Anything that is not as it should be makes the whole of it void.
pub(crate) fn unpack(block: &[u8]) -> io::Result<Vec<Row>> {
    let mut fields = Fields(block);
    let mut rows = Vec::new();
    while !fields.0.is_empty() {
        let (number, line, is_hidden) = (fields.u64()?, fields.u64()?, fields.take(1)?[0] == 1);
        let (n_cells, n_notes) = (fields.u32()? as usize, fields.u32()? as usize);
        // Each cell and each note has some bytes, so that a lie about their number reserves nothing.
        if n_cells > fields.0.len() / 4 || n_notes > fields.0.len() / 5 {
            return Err(void());
        }
        let cells = (0..n_cells).map(|_| fields.text().map(str::to_owned)).collect::<io::Result<_>>()?;
        let notes = (0..n_notes).map(|_| note(&mut fields)).collect::<io::Result<_>>()?;
        rows.push(Row { number, line, is_hidden, cells, notes });
    }
    Ok(rows)
}

fn note(fields: &mut Fields<'_>) -> io::Result<Note> {
    let column = fields.u32()?;
    let kind = NoteKind::from_u8(fields.take(1)?[0]).ok_or_else(void)?;
    Ok(Note { column, kind })
}

#[cfg(test)]
mod tests;
