//! What is read where the file says one thing of a glyph and its picture another.
//!
//! Programs that shape text tell the letters of a cluster and not of a glyph, and of a glyph that comes again only
//! those of the first time. So a map may give ك the letters of لك, and the lam beside it none. A picture that is, point
//! for point, one of a published font is the better witness, except that letters may be drawn in parts: a bare stem
//! whose dots are glyphs of their own is what the file says.

use super::Letters;
use unicode_bidi::{BidiClass, bidi_class};

/// How the file and the picture of a glyph agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::formats::pdf) enum Accord {
    /// They say the same, or only one of them says anything.
    Agree,
    /// The picture is of none of the letters that the file says.
    LettersDiffer,
    /// One of them is a digit, and the other is not, or is another one.
    DigitsDiffer,
}

/// The stroke that stretches words (tatweel).
const STRETCH: &str = "\u{640}";

/// The letters of a glyph of which the file says so much, and whose picture is one of these; the likeliest first.
pub(super) fn weigh(said: Letters, drawn: &[&str]) -> (Letters, Accord) {
    let Some(first) = drawn.first() else { return (said, Accord::Agree) };
    // A stroke that stretches words is no letter, whatever the file calls it.
    let drawn_first = || match *first {
        STRETCH => Letters::Stretch,
        first => Letters::Known(first.to_owned()),
    };
    let text = match &said {
        Letters::Known(text) => text.as_str(),
        Letters::Nothing if *first == STRETCH => return (said, Accord::Agree),
        Letters::Unknown | Letters::Nothing => return (drawn_first(), Accord::Agree),
        Letters::Stretch => return (said, Accord::Agree),
    };
    if let Some(same) = drawn.iter().find(|drawn| is_same(text, drawn)) {
        // Vowel signs are glyphs of their own where the picture has none.
        let has_too_many = bare(same) == *same && bare(text) != text;
        return (if has_too_many { Letters::Known((*same).to_owned()) } else { said }, Accord::Agree);
    }
    let accord = match () {
        () if [text, first].iter().any(|text| text.chars().any(char::is_numeric)) => Accord::DigitsDiffer,
        () if *first == STRETCH || text.trim().is_empty() => Accord::Agree,
        () if text.chars().any(|c| first.contains(c)) => Accord::Agree,
        () => Accord::LettersDiffer,
    };
    (drawn_first(), accord)
}

/// Whether a file may say so of a glyph that is drawn so.
fn is_same(said: &str, drawn: &str) -> bool {
    let (a, b) = (bare(said), bare(drawn));
    if a.is_empty() || b.is_empty() {
        return said == drawn;
    }
    let digit = |c: char| isnad_text::digits::to_ascii(c.encode_utf8(&mut [0; 4])).chars().next();
    let is_one = |said: char, drawn: char| {
        said == drawn
            || STEMS.contains(drawn) && stem(said) == stem(drawn)
            || said.is_numeric() && drawn.is_numeric() && digit(said) == digit(drawn)
    };
    a.chars().count() == b.chars().count()
        && a.chars().zip(b.chars()).all(|(said, drawn)| is_one(said, drawn))
}

/// A text without vowel signs.
fn bare(text: &str) -> String {
    text.chars().filter(|c| bidi_class(*c) != BidiClass::NSM).collect()
}

/// Letters that are drawn without dots and without hamza, and may be a part of others.
const STEMS: &str = "اوٮںىهحدرسصطعڡٯ";

/// What is left of an Arabic letter whose dots or hamza are drawn apart (Unicode Standard, 9.2, and the letters
/// without dots of its Arabic block). In the middle of a word the teeth of ب, ن and ي are one.
fn stem(letter: char) -> char {
    match letter {
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ب' | 'ت' | 'ث' | 'پ' | 'ن' | 'ں' | 'ئ' | 'ي' | 'ی' | 'ى' => 'ٮ',
        'ة' => 'ه',
        'ج' | 'خ' | 'چ' => 'ح',
        'ذ' => 'د',
        'ز' | 'ژ' => 'ر',
        'ش' => 'س',
        'ض' => 'ص',
        'ظ' => 'ط',
        'غ' => 'ع',
        'ف' | 'ق' | 'ٯ' => 'ڡ',
        other => other,
    }
}

#[cfg(test)]
mod tests;
