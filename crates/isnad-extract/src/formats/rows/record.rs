//! One record of a text with delimiters (RFC 4180 and its kin), found in bytes that are ASCII where it matters.

use super::table::{COLUMNS_MAX, ROW_BYTES_MAX};

/// How far the closing mark of a cell is looked for. A cell of a spreadsheet has 32,767 letters.
const QUOTED_MAX: usize = 1 << 20;
/// The same, once marks that open nothing have cost a great deal.
const QUOTED_MAX_WHEN_MANY: usize = 4 << 10;
const LOST_MAX: usize = 64 << 20;

/// A cell of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Two marks within it stand for one.
    pub(super) has_pairs: bool,
    /// It has a quotation mark that neither opens nor closes it.
    pub(super) is_odd: bool,
}

/// The records of a text.
pub(super) struct Records {
    delimiter: u8,
    /// Bytes that were looked through for closing marks in vain.
    lost: usize,
    /// The cells of the record that was found last, no more than a row may have.
    pub(super) cells: Vec<Cell>,
    /// How many there were.
    pub(super) n_cells: u32,
    /// How many line breaks were in it, its last one included.
    pub(super) n_lines: u64,
}

/// What a look at the bytes gave.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A record; so many bytes are used up, the line break after it included.
    Record(usize),
    /// Its end is not in sight yet.
    More,
}

/// Where a quoted cell ends.
enum Quoted {
    /// After these bytes, with the text between; the place is that of the delimiter or line break.
    Closed {
        cell: Cell,
        next: usize,
        lines: u64,
    },
    Open,
    More,
}

impl Records {
    pub(super) fn new(delimiter: u8) -> Self {
        Self { delimiter, lost: 0, cells: Vec::new(), n_cells: 0, n_lines: 0 }
    }

    /// Finds the record that begins here; `is_all` says that no bytes follow these.
    pub(super) fn find(&mut self, bytes: &[u8], is_all: bool) -> Found {
        self.cells.clear();
        (self.n_cells, self.n_lines) = (0, 0);
        let mut at = 0;
        loop {
            let (cell, next) = match self.cell(bytes, at, is_all) {
                Some(found) => found,
                None => return Found::More,
            };
            self.n_cells += 1;
            if self.n_cells <= COLUMNS_MAX {
                self.cells.push(cell);
            }
            match bytes.get(next) {
                Some(byte) if *byte == self.delimiter => at = next + 1,
                Some(b'\r') if next + 1 == bytes.len() && !is_all => return Found::More,
                Some(byte) => {
                    self.n_lines += 1;
                    let is_pair = *byte == b'\r' && bytes.get(next + 1) == Some(&b'\n');
                    return Found::Record(next + 1 + usize::from(is_pair));
                }
                None => return Found::Record(next),
            }
        }
    }

    /// The cell that begins here, and where its delimiter or line break stands.
    fn cell(&mut self, bytes: &[u8], at: usize, is_all: bool) -> Option<(Cell, usize)> {
        let mut is_odd = false;
        if bytes.get(at) == Some(&b'"') {
            match self.quoted(bytes, at + 1, is_all) {
                Quoted::Closed { cell, next, lines } => {
                    self.n_lines += lines;
                    return Some((cell, next));
                }
                Quoted::More => return None,
                Quoted::Open => is_odd = true,
            }
        }
        let found = memchr::memchr3(self.delimiter, b'\n', b'\r', &bytes[at..]);
        let end = match found {
            Some(length) => at + length,
            None if is_all => bytes.len(),
            None => return None,
        };
        Some((Cell { start: at, end, has_pairs: false, is_odd }, end))
    }

    /// Looks for the end of a cell whose opening mark stands before `start`.
    ///
    /// A mark closes the cell where a delimiter or a line break follows it. One that nothing of the kind follows is
    /// part of the text, unless the cell has reached another line by then: then its opening mark opened nothing, and
    /// the rows that follow are not swallowed.
    fn quoted(&mut self, bytes: &[u8], start: usize, is_all: bool) -> Quoted {
        let longest = if self.lost > LOST_MAX { QUOTED_MAX_WHEN_MANY } else { QUOTED_MAX };
        let (mut at, mut has_pairs, mut is_odd, mut line_at) = (start, false, false, start);
        let mut lines = 0;
        loop {
            let window = &bytes[..bytes.len().min(start + longest)];
            let Some(mark) = memchr::memchr(b'"', &window[at..]).map(|length| at + length) else {
                if window.len() == bytes.len() && !is_all && bytes.len() - start < longest {
                    return Quoted::More;
                }
                return self.give_up(window.len() - start);
            };
            lines += breaks(&bytes[line_at..mark]);
            line_at = mark;
            if is_odd && lines > 0 {
                return self.give_up(mark - start);
            }
            match self.after(bytes, mark + 1, is_all) {
                None => return Quoted::More,
                Some(After::Mark) => (at, has_pairs) = (mark + 2, true),
                Some(After::End(next)) => {
                    return Quoted::Closed {
                        cell: Cell { start, end: mark, has_pairs, is_odd },
                        next,
                        lines,
                    };
                }
                Some(After::Text) if lines > 0 => return self.give_up(mark - start),
                Some(After::Text) => (at, is_odd) = (mark + 1, true),
            }
            line_at = line_at.max(at);
        }
    }

    fn give_up(&mut self, bytes: usize) -> Quoted {
        self.lost = self.lost.saturating_add(bytes);
        Quoted::Open
    }

    /// What stands after a mark.
    fn after(&self, bytes: &[u8], at: usize, is_all: bool) -> Option<After> {
        let is_end = |byte: u8| byte == self.delimiter || matches!(byte, b'\n' | b'\r');
        let mut next = at;
        loop {
            match bytes.get(next) {
                Some(b'"') if next == at => return Some(After::Mark),
                Some(byte) if is_end(*byte) => return Some(After::End(next)),
                // Some programs write spaces between a mark and the delimiter.
                Some(b' ') if next - at < 64 => next += 1,
                Some(_) => return Some(After::Text),
                None if is_all => return Some(After::End(next)),
                None => return None,
            }
        }
    }
}

enum After {
    Mark,
    End(usize),
    Text,
}

/// Line breaks of any kind.
fn breaks(bytes: &[u8]) -> u64 {
    let mut n = 0;
    let mut at = 0;
    while let Some(length) = memchr::memchr2(b'\n', b'\r', &bytes[at..]) {
        let is_pair = bytes[at + length] == b'\r' && bytes.get(at + length + 1) == Some(&b'\n');
        at += length + 1 + usize::from(is_pair);
        n += 1;
    }
    n
}

/// The longest record that is looked at as a whole.
pub(super) const RECORD_BYTES_MAX: usize = ROW_BYTES_MAX;

#[cfg(test)]
mod tests;
