//! A sheet of paper that notes which glyph is painted where.

use super::lines::is_mark;
use hayro::{
    hayro_interpret::{
        BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
        font::{Glyph, GlyphRun},
        hayro_cmap::BfString,
    },
    kurbo::{Affine, BezPath, Point, Shape, Vec2},
};

/// A glyph that was painted, in the frame of its own line: `x` grows along the line, `y` downwards.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    /// What it stands for: a letter, or several for a ligature, in reading order.
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    /// The height of the font in the same units.
    pub(super) size: f64,
    /// Quarter turns of the line, so that a title along the margin does not run into the text.
    pub(super) turns: u8,
}

/// What was painted on a page.
#[derive(Debug, Default)]
pub(super) struct Glyphs {
    pub(super) found: Vec<Placed>,
    /// Glyphs whose letter the file does not tell.
    pub(super) unmapped: u64,
}

/// Glyph space has a thousand units to the height of the font.
const UNITS_PER_EM: f64 = 1000.0;

impl<'a> Device<'a> for Glyphs {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            let letters = match glyph.as_unicode() {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(s)) => s,
                None => String::new(),
            };
            // Some programs map what they cannot name to U+0000.
            let letters = letters.replace(|c: char| c.is_control(), "");
            match letters.is_empty() {
                true => self.unmapped += 1,
                false => self.found.extend(place(glyph, letters, props.transform * glyph.transform())),
            }
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

fn place(glyph: &Glyph<'_>, text: String, transform: Affine) -> Option<Placed> {
    let (left, right) = extent(glyph, &text);
    let [a, b, c, d, ..] = transform.as_coeffs();
    // The way up tells how the line is turned; the way along does not, since some programs mirror fonts.
    let turns = turns_of(Vec2::new(c, d));
    let frame = Affine::rotate(-f64::from(turns) * std::f64::consts::FRAC_PI_2);
    let from = frame * (transform * Point::new(left, 0.0));
    let to = frame * (transform * Point::new(right, 0.0));
    let size = a.hypot(b) * UNITS_PER_EM;
    // A degenerate or infinite transform paints nothing that could be read.
    let sound = [from.x, from.y, to.x, size].iter().all(|v| v.is_finite()) && size > 0.0;
    sound.then(|| Placed { text, x: from.x.min(to.x), y: from.y, width: (to.x - from.x).abs(), size, turns })
}

/// From where to where a glyph goes along its line.
///
/// A letter takes its place on the line; a vowel sign takes none, and stands where its ink is.
fn extent(glyph: &Glyph<'_>, text: &str) -> (f64, f64) {
    let advance = match glyph {
        Glyph::Outline(outline) if is_mark(text) => {
            let ink = outline.outline().bounding_box();
            return (ink.x0, ink.x1);
        }
        Glyph::Outline(outline) => outline.advance_width(),
        Glyph::Type3(drawn) => drawn.advance_width(),
    };
    (0.0, f64::from(advance.unwrap_or(500.0)))
}

/// Quarter turns, clockwise on the page, from `up` pointing to the top of the page.
fn turns_of(up: Vec2) -> u8 {
    if up.y.abs() >= up.x.abs() {
        if up.y <= 0.0 { 0 } else { 2 }
    } else if up.x > 0.0 {
        1
    } else {
        3
    }
}
