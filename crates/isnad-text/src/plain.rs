//! The letters that presentation forms draw, and marks in one order.
//!
//! A font has a picture for the beginning, the middle and the end of a word, and old programs wrote down which
//! picture they painted instead of which letter they meant. Whoever reads such a text back wants the letters.

use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

/// A text with the presentation forms of Arabic, Hebrew and Latin ligatures replaced by the letters they draw,
/// and with the marks of each letter in canonical order (Unicode Standard, 3.11).
///
/// Everything else stays: ½ and ² are no presentation forms.
pub fn plain(text: &str) -> String {
    let mut letters: Vec<char> = Vec::with_capacity(text.len());
    for c in text.chars() {
        if !is_form(c) {
            letters.push(c);
            continue;
        }
        // A mark drawn alone is written as a space or a stroke with the mark, and only the mark was meant.
        let drawn: Vec<char> = std::iter::once(c).nfkc().collect();
        match drawn.split_first() {
            Some((' ' | '\u{640}', marks)) if !marks.is_empty() => letters.extend(marks),
            _ => letters.extend(drawn),
        }
    }
    // A stable sort of each run of marks is the canonical ordering algorithm.
    letters
        .chunk_by_mut(|_, next| canonical_combining_class(*next) != 0)
        .for_each(|cluster| cluster.sort_by_key(|c| canonical_combining_class(*c)));
    letters.into_iter().collect()
}

/// Alphabetic presentation forms; of the Arabic ones not the ornate brackets, which draw nothing but themselves.
fn is_form(c: char) -> bool {
    matches!(c, '\u{FB00}'..='\u{FB4F}' | '\u{FB50}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDFC}' | '\u{FE70}'..='\u{FEFC}')
}
