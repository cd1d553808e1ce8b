//! The maps from codes to letters of a document's fonts, read again.
//!
//! The engine gives the letters of a glyph but not where it has them from. Two things go wrong for want of that: a
//! map with one entry that it cannot read counts for nothing, although the other entries are sound (a mapping to no
//! letter, `<>`, is common for vowel signs); and a code that the map of a simple font does not have is looked up in
//! the standard encoding, which for a font with an order of its own gives letters that were never there.

use super::objects;
use hayro::{
    hayro_interpret::{
        font::OutlineFontData,
        hayro_cmap::{BfString, CMap},
    },
    hayro_syntax::{
        Pdf,
        object::{Array, Dict, Name, Stream},
    },
};
use std::{
    cell::{OnceCell, RefCell},
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};

/// The fonts of a document, read when they are first asked for.
pub(super) struct Fonts<'p> {
    pdf: &'p Pdf,
    fonts: OnceCell<HashMap<u64, Vec<Font>>>,
    /// Which embedded program a font of the engine is.
    programs: RefCell<HashMap<u128, u64>>,
}

struct Font {
    letters: Option<CMap>,
    /// Whether its codes have names of their own, so that the engine need not assume any.
    has_encoding: bool,
    is_simple: bool,
}

/// What a document says of a code.
pub(super) enum Mapped {
    /// Its map says these letters.
    To(String),
    /// Its map does not have the code, and nothing else names it.
    Nothing,
    /// There is nothing to add.
    AsTheEngineSays,
}

impl<'p> Fonts<'p> {
    pub(super) fn new(pdf: &'p Pdf) -> Self {
        Self { pdf, fonts: OnceCell::new(), programs: RefCell::default() }
    }

    /// What the document says of a code of a font.
    pub(super) fn map(&self, font: &OutlineFontData, code: u32) -> Mapped {
        let program = *self
            .programs
            .borrow_mut()
            .entry(font.cache_key)
            .or_insert_with(|| fingerprint((*font.data).as_ref()));
        let fonts = self.fonts.get_or_init(|| fonts(self.pdf));
        let Some(fonts) = fonts.get(&program) else { return Mapped::AsTheEngineSays };
        let lookup = |font: &Font| match font.letters.as_ref()?.lookup_bf_string(code)? {
            BfString::Char(c) => Some(c.to_string()),
            BfString::String(s) => Some(s),
        };
        if let Some(letters) = fonts.iter().find_map(lookup) {
            return Mapped::To(letters);
        }
        let names_nothing = |font: &Font| font.is_simple && font.letters.is_some() && !font.has_encoding;
        if fonts.iter().all(names_nothing) { Mapped::Nothing } else { Mapped::AsTheEngineSays }
    }
}

fn fingerprint(program: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    program.hash(&mut hasher);
    hasher.finish()
}

/// Every font with a program of its own, by that program.
fn fonts(pdf: &Pdf) -> HashMap<u64, Vec<Font>> {
    let mut programs = HashMap::new();
    let mut fonts: HashMap<u64, Vec<Font>> = HashMap::new();
    for dictionary in objects(pdf) {
        let subtype = dictionary.get::<Name<'_>>("Subtype");
        let is_simple = match subtype.as_deref() {
            Some(b"Type0") => false,
            Some(b"TrueType" | b"OpenType") => true,
            _ => continue,
        };
        let Some(program) = program(&dictionary, is_simple, &mut programs) else { continue };
        let map: Option<Stream<'_>> = dictionary.get("ToUnicode");
        let letters = map.and_then(|map| {
            let text = map.decoded_data().ok()?;
            CMap::parse(&with_nothing_named(&text), |_| None)
        });
        let has_encoding = dictionary.contains_key("Encoding");
        fonts.entry(program).or_default().push(Font { letters, has_encoding, is_simple });
    }
    fonts
}

/// The fingerprint of a font's program; one that several fonts share is unpacked once.
fn program(font: &Dict<'_>, is_simple: bool, known: &mut HashMap<(u32, i32), u64>) -> Option<u64> {
    let descriptor: Dict<'_> = match is_simple {
        true => font.get("FontDescriptor")?,
        false => {
            font.get::<Array<'_>>("DescendantFonts")?.iter::<Dict<'_>>().next()?.get("FontDescriptor")?
        }
    };
    let key = ["FontFile2", "FontFile3", "FontFile"].into_iter().find(|key| descriptor.contains_key(key))?;
    let place = descriptor.get_ref(key).map(|place| (place.obj_number, place.gen_number));
    if let Some(found) = place.and_then(|place| known.get(&place)) {
        return Some(*found);
    }
    let stream: Stream<'_> = descriptor.get(key)?;
    let print = fingerprint(&stream.decoded_data().ok()?);
    known.extend(place.map(|place| (place, print)));
    Some(print)
}

/// A map in which a code without letters, `<>`, has a letter that is not seen.
fn with_nothing_named(map: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(map.len());
    for (at, byte) in map.iter().enumerate() {
        let is_alone = at == 0 || map[at - 1] != b'<';
        out.push(*byte);
        if *byte == b'<' && is_alone && map[at + 1..].iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'>')
        {
            out.extend(b"200B");
        }
    }
    out
}

#[cfg(test)]
mod tests;
