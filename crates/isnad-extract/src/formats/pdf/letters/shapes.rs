//! Which letters a picture stands for, where it is the picture of a glyph of a published font, point for point.
//!
//! Whoever makes a PDF of a font keeps the points of its glyphs, whatever becomes of their names and of the map to
//! letters. So the points are the best witness there is: of 144 font files that come with free systems, `shapes.txt` holds a
//! number for the outline of every Arabic letter, vowel sign and digit with the letters that it stands for. It was
//! made from the fonts' own tables by `benches/pdf-text/shapes`; a picture that fonts use for several letters has
//! all of them.

use hayro::kurbo::{BezPath, PathEl, Point};
use skrifa::{DrawMemory, Font, GlyphId, PathSink, ScalerFont};
use std::{collections::HashMap, sync::LazyLock};

/// Outlines are compared in thousandths of the font's height.
const UNITS_PER_EM: f32 = 1000.0;

/// The letters of a picture, the likeliest first; none if no font of the table has it.
pub(super) fn letters_of_picture(outline: &BezPath) -> &'static [&'static str] {
    let mut shape = Shape::default();
    for part in outline.elements() {
        match *part {
            PathEl::MoveTo(to) => shape.note(0, &[to]),
            PathEl::LineTo(to) => shape.note(1, &[to]),
            PathEl::QuadTo(control, to) => shape.note(2, &[control, to]),
            PathEl::CurveTo(one, other, to) => shape.note(3, &[one, other, to]),
            PathEl::ClosePath => shape.note(4, &[]),
        }
    }
    shape.number().and_then(|number| TABLE.get(&number)).map_or(&[], |letters| letters.as_slice())
}

/// The numbers of a font's glyphs, as the table has them; none for a glyph without ink.
///
/// For the tool that makes the table; the program asks for the letters of a picture.
pub fn shape_numbers(font: &[u8], glyphs: &[u32]) -> Vec<Option<u64>> {
    let Some(font) = Font::new(font.to_vec(), 0) else { return vec![None; glyphs.len()] };
    let scaler = ScalerFont::unhinted(font, Some(UNITS_PER_EM));
    let number = |glyph: &u32| {
        let mut shape = Shape::default();
        scaler.outline(GlyphId::new(*glyph))?.draw(DrawMemory::Scratch, &mut shape).ok()?;
        shape.number()
    };
    glyphs.iter().map(number).collect()
}

/// The outline as a number: FNV-1a over its parts and their points.
struct Shape {
    number: u64,
    is_empty: bool,
}

impl Default for Shape {
    fn default() -> Self {
        Self { number: 0xCBF2_9CE4_8422_2325, is_empty: true }
    }
}

impl Shape {
    fn note(&mut self, part: u8, points: &[Point]) {
        // What comes before the pen is set down leaves no ink, and the engine leaves it out.
        if self.is_empty && part != 0 {
            return;
        }
        self.is_empty = false;
        self.byte(part);
        for point in points {
            for value in [point.x, point.y] {
                (value.round() as i32).to_le_bytes().into_iter().for_each(|byte| self.byte(byte));
            }
        }
    }

    fn byte(&mut self, byte: u8) {
        self.number = (self.number ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
    }

    /// 48 bits are enough: by chance one picture in a thousand million would be taken for another.
    fn number(self) -> Option<u64> {
        (!self.is_empty).then_some(self.number >> 16)
    }
}

impl PathSink for Shape {
    fn move_to(&mut self, x: f32, y: f32) {
        self.note(0, &[point(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.note(1, &[point(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.note(2, &[point(cx, cy), point(x, y)]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.note(3, &[point(cx0, cy0), point(cx1, cy1), point(x, y)]);
    }

    fn close(&mut self) {
        self.note(4, &[]);
    }
}

fn point(x: f32, y: f32) -> Point {
    Point::new(f64::from(x), f64::from(y))
}

/// Lines of letters, with bars between alternatives, and the numbers of their pictures.
static TABLE: LazyLock<HashMap<u64, Vec<&'static str>>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for line in include_str!("shapes.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split_ascii_whitespace();
        let Some(letters) = fields.next() else { continue };
        let letters: Vec<&'static str> = letters.split('|').collect();
        let numbers = fields.filter_map(|number| u64::from_str_radix(number, 36).ok());
        table.extend(numbers.map(|number| (number, letters.clone())));
    }
    table
});

#[cfg(test)]
mod tests;
