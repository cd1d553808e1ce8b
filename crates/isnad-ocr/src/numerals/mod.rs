//! Numerals, read by a small recognizer of our own.
//!
//! The Arabic model of the program that reads letters knows two of the ten Arabic-Indic numerals, so that numbers come
//! out as letters, or not at all. Numerals do not join: each is one blob of ink. [`glyph`] brings a blob to one size
//! and says how it stands on its line, [`net`] says what it is, [`split`] cuts numerals that touch and joins broken ones,
//! [`spacing`] finds out how a page lays its numerals out, and [`token`] puts those that stand together into numbers. What may be a numeral and is not surely one is told, so that a person looks at it.
//!
//! The weights are learned from sheets that `benches/ocr/sheets.py` draws; `examples/numerals.rs` learns them.

mod glyph;
mod mark;
mod net;
mod spacing;
mod split;
mod token;

pub use glyph::{Glyph, SIDE, TRAITS};
pub use net::{CLASSES, Class, HIDDEN, Net, Pass, SIZES};

pub(crate) use mark::{Mark, Marks};
pub(crate) use spacing::Scale;
pub(crate) use token::{Number, numbers};

use glyph::Measure;
use split::Looker;

use crate::{ink::Blob, picture::Picture, sheet::Sheet};

/// A glyph and where it stands on its picture.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The glyph.
    pub glyph: Glyph,
    /// The middle of its left edge, in pixels of the picture as it was.
    pub left: (f64, f64),
    /// The middle of its right edge.
    pub right: (f64, f64),
}

/// All glyphs on the lines of a picture, for learning.
pub fn of_page(picture: &Picture) -> Vec<Placed> {
    let sheet = Sheet::prepare(picture);
    let lines = sheet.layout.lines.iter();
    let of_line = lines.flat_map(|line| {
        let own: Vec<&Blob> = line.blobs.iter().map(|at| &sheet.blobs[*at]).collect();
        let measure = Measure::of(&own, sheet.page.height(), sheet.layout.letter);
        let glyphs = glyph::glyphs(&sheet.page, &own, &measure);
        line.blobs.iter().zip(glyphs)
    });
    let place = |(at, glyph): (&usize, Glyph)| {
        let rect = sheet.blobs[*at].rect;
        let row = f64::from(rect.middle_y2()) / 2.0;
        let back = |x: u32| sheet.turn.back((f64::from(x), row));
        Placed { glyph, left: back(rect.left), right: back(rect.right) }
    };
    of_line.map(place).collect()
}

impl Net {
    /// The one that was learned from many Arabic and Latin fonts.
    pub fn own() -> Self {
        const WEIGHTS: &[u8] = include_bytes!("weights.bin");
        Self::read(WEIGHTS).unwrap_or_else(|| unreachable!("a test reads the weights"))
    }
}

/// What stands on each line of a sheet, with how likely each class is. Blobs of several numerals come in parts.
pub(crate) fn marks(net: &Net, sheet: &Sheet) -> Vec<Vec<Mark>> {
    let mut looker = Looker::new(net, sheet);
    sheet.layout.lines.iter().map(|line| looker.line(line)).collect()
}
