//! Which letters a glyph stands for.
//!
//! What the file says (ToUnicode, or the glyph's name) comes first. Where it says nothing, or only what cannot be a
//! letter, the embedded font is asked: its table from letters to glyphs read backwards, and its glyphs' names.
//! What nobody can know is told apart from what is blank, so that a lost digit is seen to be lost.

pub(super) mod shapes;
mod witness;

use super::fonts::{Fonts, Mapped};
use hayro::hayro_interpret::{
    font::{Glyph, GlyphIdentifier, OutlineFontData, OutlineGlyph},
    hayro_cmap::BfString,
    kurbo::Shape,
};
use skrifa::{FontRef, GlyphNames, MetadataProvider, raw::ps::agl};
use std::collections::HashMap;
pub(super) use witness::Accord;

/// What stands where a glyph has ink that is no letter anybody can know.
pub(super) const UNKNOWN: &str = "\u{FFFD}";

/// What a glyph stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Letters {
    /// These letters, in reading order; or a space.
    Known(String),
    /// Ink without a letter.
    Unknown,
    /// A stroke that stretches a word to the width of its line.
    Stretch,
    /// No ink and no letter.
    Nothing,
}

/// A glyph, its code, and what the map of its font says: fonts may share a program and have maps of their own.
type Asked = (GlyphIdentifier, u32, Option<String>);

/// Letters of the glyphs met so far.
pub(super) struct Alphabet<'p> {
    fonts: &'p Fonts<'p>,
    /// Letters by glyph of embedded fonts.
    backwards: HashMap<u128, HashMap<u32, String>>,
    /// For a glyph and its code what file and picture say together.
    weighed: HashMap<Asked, (Letters, Accord)>,
}

impl<'p> Alphabet<'p> {
    pub(super) fn new(fonts: &'p Fonts<'p>) -> Self {
        Self { fonts, backwards: HashMap::new(), weighed: HashMap::new() }
    }

    /// The letters of a glyph as it was painted, and whether all that speaks of it agrees.
    pub(super) fn letters(&mut self, glyph: &Glyph<'_>) -> (Letters, Accord) {
        let said = match glyph.as_unicode() {
            Some(BfString::Char(c)) => letters_of(c.encode_utf8(&mut [0; 4])),
            Some(BfString::String(s)) => letters_of(&s),
            None => None,
        };
        let Glyph::Outline(outline) = glyph else {
            return (known_or(said, Letters::Unknown), Accord::Agree);
        };
        let key = (outline.identifier(), outline.char_code(), said.clone());
        if let Some(weighed) = self.weighed.get(&key) {
            return weighed.clone();
        }
        let said = self.said(said, outline);
        let mut weighed = witness::weigh(said, shapes::letters_of_picture(&outline.outline()));
        if weighed.1 == Accord::Agree && self.is_another_digit(&weighed.0, outline) {
            weighed.1 = Accord::DigitsDiffer;
        }
        self.weighed.insert(key, weighed.clone());
        weighed
    }

    /// What the file says of a glyph, and where it says nothing its font.
    fn said(&mut self, said: Option<String>, outline: &OutlineGlyph) -> Letters {
        match said {
            Some(letters) if !may_be_assumed(&letters, outline.char_code()) => known(letters),
            said => {
                let asked = self.ask(outline, said.is_some());
                asked.unwrap_or_else(|| known_or(said, Letters::Unknown))
            }
        }
    }

    /// Whether the font's own table gives a glyph another digit than the one that was read.
    fn is_another_digit(&mut self, read: &Letters, glyph: &OutlineGlyph) -> bool {
        let Letters::Known(read) = read else { return false };
        let Some(own) = glyph.font_data().and_then(|font| self.by_font(&font, glyph)) else { return false };
        let value = |text: &str| match isnad_text::digits::to_ascii(text).as_bytes() {
            [digit @ b'0'..=b'9'] => Some(*digit),
            _ => None,
        };
        (value(read).is_some() || value(&own).is_some()) && value(read) != value(&own)
    }

    /// The letters that an embedded font's own tables give a glyph.
    fn by_font(&mut self, font: &OutlineFontData, glyph: &OutlineGlyph) -> Option<String> {
        let letters = self.backwards.entry(font.cache_key).or_insert_with(|| read_backwards(font));
        letters.get(&glyph.glyph_id().to_u32()).cloned()
    }

    /// What the document and the font themselves say; nothing if there is no reason to doubt the engine.
    fn ask(&mut self, glyph: &OutlineGlyph, is_said: bool) -> Option<Letters> {
        let font = glyph.font_data();
        if let Some(font) = &font {
            match self.fonts.map(font, glyph.char_code()) {
                Mapped::To(letters) => return letters_of(&letters).map(known),
                Mapped::Nothing => {}
                Mapped::AsTheEngineSays => {
                    if is_said {
                        return None;
                    }
                }
            }
        } else if is_said {
            return None;
        }
        let by_glyph = font.and_then(|font| self.by_font(&font, glyph));
        Some(by_glyph.map_or_else(|| by_picture(glyph), Letters::Known))
    }
}

fn known(letters: String) -> Letters {
    if letters.is_empty() { Letters::Nothing } else { Letters::Known(letters) }
}

fn known_or(said: Option<String>, otherwise: Letters) -> Letters {
    said.map_or(otherwise, known)
}

/// Whether the engine may have taken a letter from the standard encoding for want of a better one.
fn may_be_assumed(letters: &str, code: u32) -> bool {
    code < 256 && letters.chars().all(|c| c < '\u{2200}' && !matches!(c, '\u{590}'..='\u{8FF}'))
}

/// Whether a glyph for which the file has no letters looks as if it had some: ink that takes room on its line.
pub(super) fn looks_like_letters(glyph: &Glyph<'_>) -> bool {
    matches!(glyph, Glyph::Outline(outline)
        if outline.advance_width().is_some_and(|advance| advance > 0.0) && by_picture(outline) == Letters::Unknown)
}

/// What the picture tells of a glyph that nothing else tells of.
fn by_picture(glyph: &OutlineGlyph) -> Letters {
    let ink = glyph.outline().bounding_box();
    let advance = f64::from(glyph.advance_width().unwrap_or(0.0));
    // A bar along the foot of the line, as long as its place or longer, is the stroke that stretches Arabic words.
    let is_bar = ink.height() < 250.0 && ink.y0 > -120.0 && ink.y1 < 300.0;
    let fills = advance > 0.0 && ink.width() >= advance * 0.95;
    match ink.area() > 0.0 {
        true if is_bar && fills => Letters::Stretch,
        true => Letters::Unknown,
        // A blank that takes room parts words, whatever it is called.
        false if advance > 0.0 => Letters::Known(" ".into()),
        false => Letters::Nothing,
    }
}

/// What a mapping to Unicode means: `None` if it cannot be meant, empty if it is nothing to be read.
pub(super) fn letters_of(mapped: &str) -> Option<String> {
    if mapped.is_empty() || mapped.chars().any(is_no_letter) {
        return None;
    }
    let read = |c: char| match c {
        c if is_formatting(c) => None,
        // A soft hyphen that is painted is a hyphen.
        '\u{AD}' => Some('-'),
        // A space that does not break belongs to the number or the name in which it stands, and is kept.
        '\u{A0}' | '\u{202F}' => Some(c),
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    };
    Some(isnad_text::plain(&mapped.chars().filter_map(read).collect::<String>()))
}

/// Some programs map what they cannot name to U+0000, to U+FFFD or to an area that is nobody's.
fn is_no_letter(c: char) -> bool {
    let is_private = matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
    let is_non_character = matches!(c, '\u{FDD0}'..='\u{FDEF}') || c as u32 & 0xFFFE == 0xFFFE;
    is_private || is_non_character || c == '\u{FFFD}' || c.is_control() && !c.is_whitespace()
}

/// Direction controls, joiners and the like: the places of the glyphs say what these were for.
fn is_formatting(c: char) -> bool {
    matches!(c,
        '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
        | '\u{FE00}'..='\u{FE0F}')
}

/// Letters by glyph: from the font's names for its glyphs, and better from its table of letters.
fn read_backwards(font: &OutlineFontData) -> HashMap<u32, String> {
    let mut letters = HashMap::new();
    let Ok(font) = FontRef::new((*font.data).as_ref()) else { return letters };
    for (glyph, name) in GlyphNames::new(&font).iter().filter(|(_, name)| !name.is_synthesized()) {
        let named: String = agl::name_to_chars(name.as_str()).collect();
        if let Some(meant) = letters_of(&named).filter(|meant| !meant.is_empty()) {
            letters.insert(glyph.to_u32(), meant);
        }
    }
    // Of several letters with one picture the first is the plainest: A before А and Α, ي before ی.
    let mut mapped: Vec<(u32, u32)> =
        font.charmap().mappings().map(|(letter, glyph)| (letter, glyph.to_u32())).collect();
    mapped.sort_unstable();
    for (letter, glyph) in mapped.into_iter().rev() {
        let meant = char::from_u32(letter).and_then(|c| letters_of(c.encode_utf8(&mut [0; 4])));
        if let Some(meant) = meant.filter(|meant| !meant.is_empty()) {
            letters.insert(glyph, meant);
        }
    }
    letters
}

#[cfg(test)]
mod tests;
