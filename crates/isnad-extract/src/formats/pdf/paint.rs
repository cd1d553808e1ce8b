//! A sheet of paper that notes which glyph is painted where, and which lines are ruled.

use super::{
    fonts::Fonts,
    letters::{Accord, Alphabet, Letters, UNKNOWN, looks_like_letters},
    marked::Marked,
    outline::{Ink, Inks, Side},
    rules::Rules,
    text_string,
};
use hayro::{
    hayro_interpret::{
        BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
        font::{Glyph, GlyphRun},
        hayro_cmap::WritingMode,
    },
    hayro_syntax::object::{self, Dict},
    kurbo::{Affine, BezPath, Point, Rect, Vec2},
};
use unicode_bidi::{BidiClass, bidi_class};

/// A glyph that was painted, in the frame of its own line: `x` grows along the line, `y` downwards.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    /// What it stands for: a letter, or several for a ligature, in reading order.
    pub(super) text: String,
    pub(super) x: f64,
    /// The line on which it stands.
    pub(super) y: f64,
    pub(super) width: f64,
    /// The height of the font in the same units.
    pub(super) size: f64,
    /// How far the line is turned clockwise on the page, in degrees; see [`turn_of`].
    pub(super) turn: u16,
    /// Which showing of text it was part of. Programs that shape text show what runs one way at a time.
    pub(super) run: u32,
    /// Which way a bracket opens on paper, whatever the file calls it.
    pub(super) side: Option<Side>,
    /// Whether it is drawn like a vowel sign: off the line, and the pen does not move on behind it.
    pub(super) like_mark: bool,
}

/// What was painted on a page.
pub(super) struct Paper<'p> {
    pub(super) found: Vec<Placed>,
    pub(super) rules: Rules,
    /// Glyphs whose letter the file does not tell.
    pub(super) unmapped: u64,
    /// Glyphs that are drawn as other letters than the file says.
    pub(super) letters_differ: u64,
    /// Glyphs of which the file, its fonts and their pictures say different digits.
    pub(super) digits_differ: u64,
    /// Letters that take part in the text and are not to be seen.
    pub(super) invisible: u64,
    /// Glyphs past [`GLYPHS_MAX`], which were not read.
    pub(super) too_many: u64,
    /// Where pictures lie, in the page's own units.
    pub(super) pictures: Vec<Rect>,
    pub(super) marked: Marked,
    letters: Alphabet<'p>,
    inks: Inks,
    run: u32,
    /// What is further away than this from the corner of the page is nowhere.
    reach: f64,
}

/// The glyphs of one page that are read. A page of newsprint has 30,000.
pub(super) const GLYPHS_MAX: usize = 400_000;
/// Pictures of one page that are noted; only their common area matters.
const PICTURES_MAX: usize = 1_000;
/// Glyph space has a thousand units to the height of the font.
const UNITS_PER_EM: f64 = 1000.0;
/// Ten thousand times the largest page (ISO 32000-2, annex C).
const FAR: f64 = 1e7;
/// A line that leans less than this is not turned.
const LEANING: f64 = 12.0;

impl<'a> Device<'a> for Paper<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.run += 1;
        let vertical = matches!(run.writing_mode(), WritingMode::Vertical);
        let read: Vec<(Letters, Accord)> =
            run.glyphs().iter().map(|glyph| self.letters.letters(glyph)).collect();
        for (at, glyph) in run.glyphs().iter().enumerate() {
            if self.found.len() >= GLYPHS_MAX {
                self.too_many += 1;
                continue;
            }
            let (letters, accord) = &read[at];
            self.letters_differ += u64::from(*accord == Accord::LettersDiffer);
            self.digits_differ += u64::from(*accord == Accord::DigitsDiffer);
            let text = match letters {
                Letters::Known(text) => text.clone(),
                Letters::Unknown => UNKNOWN.into(),
                Letters::Stretch => String::new(),
                Letters::Nothing if looks_like_letters(glyph) && !has_its_letters_beside(&read, at) => {
                    UNKNOWN.into()
                }
                Letters::Nothing => continue,
            };
            self.place(glyph, text, props.transform * glyph.transform(), vertical, mode);
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.rules.path(path, props.transform, mode);
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        self.rules.rect(rect, props.transform, mode);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let pixels = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        if self.pictures.len() < PICTURES_MAX {
            self.pictures.push(props.transform.transform_rect_bbox(pixels));
        }
    }

    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        let text = properties.and_then(|known| known.get::<object::String<'_>>(b"ActualText".as_slice()));
        self.marked.begin(text.map(|text| text_string(text.as_bytes())));
    }

    fn end_marked_content(&mut self) {
        let resolved = self.marked.end();
        self.found.extend(resolved);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

impl<'p> Paper<'p> {
    /// A blank page of a document with these fonts, and of this width and height. A page may be as large as it likes,
    /// and then its words are as far away.
    pub(super) fn new(fonts: &'p Fonts<'p>, (width, height): (f64, f64)) -> Self {
        Self {
            reach: (2.0 * width.max(height)).max(FAR),
            found: Vec::new(),
            rules: Rules::default(),
            unmapped: 0,
            letters_differ: 0,
            digits_differ: 0,
            invisible: 0,
            too_many: 0,
            pictures: Vec::new(),
            marked: Marked::default(),
            letters: Alphabet::new(fonts),
            inks: Inks::default(),
            run: 0,
        }
    }

    /// The page ends, and with it whatever was left open.
    pub(super) fn finish(&mut self) {
        let resolved = self.marked.end_all();
        self.found.extend(resolved);
    }

    fn place(&mut self, glyph: &Glyph<'_>, text: String, transform: Affine, vertical: bool, mode: &DrawMode) {
        let ink = match glyph {
            Glyph::Outline(outline) if is_flat(glyph) || is_mark(&text) || Side::is_asked_of(&text) => {
                self.inks.of(outline)
            }
            _ => Ink::default(),
        };
        let Some(mut placed) = place(glyph, text, transform, vertical, ink) else { return };
        if [placed.x, placed.y, placed.width].iter().any(|value| value.abs() >= self.reach) {
            return;
        }
        placed.run = self.run;
        let is_letter = placed.text.chars().any(char::is_alphanumeric);
        self.unmapped += u64::from(placed.text == UNKNOWN);
        self.invisible += u64::from(is_letter && matches!(mode, DrawMode::Invisible));
        self.found.extend(self.marked.keep(placed));
    }
}

fn place(glyph: &Glyph<'_>, text: String, transform: Affine, vertical: bool, ink: Ink) -> Option<Placed> {
    let (left, right) = extent(glyph, &text, &ink);
    let [a, b, c, d, ..] = transform.as_coeffs();
    let size = c.hypot(d) * UNITS_PER_EM;
    // The way up tells how the line is turned; the way along does not, since some programs mirror fonts.
    let mut turn = turn_of(Vec2::new(c, d));
    let (mut from, mut to) = (Point::new(left, 0.0), Point::new(right, 0.0));
    if vertical {
        // Columns of Chinese are lines that go down: each sign is as long as the font is high.
        turn = (turn + 90) % 360;
        (from, to) = (Point::new(right / 2.0, 880.0), Point::new(right / 2.0, -120.0));
    }
    let frame = into_frame(turn);
    let (from, to) = (frame * (transform * from), frame * (transform * to));
    // A degenerate or infinite transform paints nothing that could be read.
    let sound = [from.x, from.y, to.x, size].iter().all(|v| v.is_finite()) && size > 1e-3 && size < FAR;
    let is_mirrored = a * d - b * c > 0.0;
    sound.then(|| Placed {
        text,
        x: from.x.min(to.x),
        y: from.y,
        width: (to.x - from.x).abs(),
        size,
        turn,
        run: 0,
        side: ink.side.map(|side| if is_mirrored { side.other() } else { side }),
        like_mark: is_flat(glyph) && ink.off_line,
    })
}

/// Whether the glyph before or behind has letters for this one too: of a cluster of letters that is drawn as several
/// glyphs, files say all letters of one glyph and none of the others.
fn has_its_letters_beside(read: &[(Letters, Accord)], at: usize) -> bool {
    let is_ligature = |at: usize| match read.get(at) {
        Some((Letters::Known(text), _)) => text.chars().filter(|c| c.is_alphanumeric()).count() > 1,
        _ => false,
    };
    is_ligature(at + 1) || at > 0 && is_ligature(at - 1)
}

fn is_flat(glyph: &Glyph<'_>) -> bool {
    matches!(glyph, Glyph::Outline(outline) if outline.advance_width() == Some(0.0))
}

/// From where to where a glyph goes along its line.
///
/// A letter takes its place on the line; a vowel sign takes none, and stands where its ink is.
fn extent(glyph: &Glyph<'_>, text: &str, ink: &Ink) -> (f64, f64) {
    let advance = match glyph {
        Glyph::Outline(_) if is_mark(text) || is_flat(glyph) && ink.off_line => {
            return (ink.left, ink.right);
        }
        Glyph::Outline(outline) => outline.advance_width(),
        Glyph::Type3(drawn) => drawn.advance_width(),
    };
    (0.0, f64::from(advance.unwrap_or(500.0)))
}

/// From the page into the frame of lines that are turned so.
pub(super) fn into_frame(turn: u16) -> Affine {
    match turn {
        0 => Affine::IDENTITY,
        turn => Affine::rotate(-f64::from(turn).to_radians()),
    }
}

/// Degrees, clockwise on the page, from `up` pointing to the top of the page.
///
/// Scanned pages lean, each line by a little more or less, so what is nearly straight is straight.
fn turn_of(up: Vec2) -> u16 {
    let degrees = up.x.atan2(-up.y).to_degrees().rem_euclid(360.0);
    let quarter = (degrees / 90.0).round() * 90.0;
    let turn = if (degrees - quarter).abs() < LEANING { quarter } else { degrees.round() };
    turn as u16 % 360
}

/// Vowel signs and accents that stand on a letter, and take no room of their own.
pub(super) fn is_mark(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| bidi_class(c) == BidiClass::NSM)
}

#[cfg(test)]
mod tests;
