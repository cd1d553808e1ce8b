//! Tables: XLSX, XLSB, ODS and XLS, one page a sheet.
//!
//! They are read here and not by a library, because the libraries that read all four lay a sheet out in memory as
//! wide and as long as it says it is, give nothing of a file that was cut off, and do not tell what is hidden.
//! Every reader here goes through its sheet once and hands each cell over as it comes.

mod grid;
mod lines;
mod number;
pub(super) mod ods;
mod office;
pub(super) mod xls;
pub(super) mod xlsb;
pub(super) mod xlsx;

pub(super) use number::date;

use number::Shape;

/// What is kept of the strings that cells share. A table of a million names has some twenty megabytes.
const STRINGS_BYTES_MAX: usize = 256 << 20;

/// The strings that cells name by number, one after another in one piece of memory.
#[derive(Default)]
struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// Adds to the string that is being read. What has no room is lost, and a cell that names it says so.
    fn push(&mut self, piece: &str) {
        if self.text.len() + piece.len() <= STRINGS_BYTES_MAX {
            self.text.push_str(piece);
        }
    }

    fn end_one(&mut self) {
        if self.text.len() < STRINGS_BYTES_MAX - u16::MAX as usize {
            self.ends.push(self.text.len() as u32);
        }
    }

    fn get(&self, number: usize) -> Option<&str> {
        let start = match number.checked_sub(1) {
            None => 0,
            Some(before) => *self.ends.get(before)?,
        };
        self.text.get(start as usize..*self.ends.get(number)? as usize)
    }
}

/// What the cells of every sheet refer to.
#[derive(Default)]
struct Book {
    strings: Strings,
    /// The shape of each cell format, by its number.
    shapes: Vec<Shape>,
    is_1904: bool,
    /// Whether a cell named a string that is not there.
    has_lost_strings: bool,
}

impl Book {
    fn number(&self, value: f64, style: usize) -> String {
        number::show(value, self.shapes.get(style).copied().unwrap_or(Shape::Plain), self.is_1904)
    }

    fn is_plain(&self, style: usize) -> bool {
        matches!(self.shapes.get(style), None | Some(Shape::Plain))
    }

    fn is_moment(&self, style: usize) -> bool {
        matches!(self.shapes.get(style), Some(Shape::Moment { date: true, .. }))
    }

    fn string(&mut self, number: usize) -> &str {
        if self.strings.get(number).is_none() {
            self.has_lost_strings = true;
        }
        self.strings.get(number).unwrap_or_default()
    }
}

/// The word for an error that a formula ended in, by the code of the binary formats ([MS-XLS] 2.5.10).
fn error_word(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2B => "#GETTING_DATA",
        _ => "#N/A",
    }
}

fn bool_word(value: bool) -> &'static str {
    if value { "TRUE" } else { "FALSE" }
}

/// A number in the 30 bits of an RK value ([MS-XLS] 2.5.217, [MS-XLSB] 2.5.122).
fn rk(bits: u32) -> f64 {
    let number = match bits & 2 {
        0 => f64::from_bits(u64::from(bits & !3) << 32),
        _ => f64::from((bits as i32) >> 2),
    };
    if bits & 1 == 1 { number / 100.0 } else { number }
}
