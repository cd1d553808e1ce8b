//! Folding: one form for the many ways in which the same letters are typed, printed or extracted.
//!
//! أحمد, أَحمد, أحـمد, احمد and the presentation forms of a PDF are one word to whoever searches.
//! Folding works character by character and before words are split, because a mark or a direction control
//! in the middle of a word must not end it.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// A folded text that remembers where each of its characters came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For every raw character that left something: where that begins in `text`, and its raw range.
    places: Vec<(usize, Range<usize>)>,
}

impl Folded {
    /// The raw bytes that a range of folded bytes came from, widened to whole raw characters.
    ///
    /// A range outside the text gives the empty range at its end.
    pub fn raw_range(&self, folded: Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.places.partition_point(|(start, _)| *start <= byte).checked_sub(1);
        let end_of_text = self.places.last().map_or(0, |(_, raw)| raw.end);
        if folded.is_empty() || folded.end > self.text.len() {
            return end_of_text..end_of_text;
        }
        match (at(folded.start), at(folded.end - 1)) {
            (Some(first), Some(last)) => self.places[first].1.start..self.places[last].1.end,
            _ => end_of_text..end_of_text,
        }
    }
}

/// Folds a text for comparing.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut |folded| out.push(folded));
    }
    out
}

/// Folds a text and keeps the way back to the raw bytes.
pub fn folded(text: &str) -> Folded {
    let mut out = Folded::default();
    for (at, c) in text.char_indices() {
        let before = out.text.len();
        fold_char(c, &mut |folded| out.text.push(folded));
        if out.text.len() > before {
            out.places.push((before, at..at + c.len_utf8()));
        }
    }
    out
}

/// Gives the folded characters of one character: none, one, or several.
pub fn fold_char(c: char, out: &mut impl FnMut(char)) {
    match c {
        '\0'..='\u{7F}' => out(c.to_ascii_lowercase()),
        '\u{621}'..='\u{64A}' | '\u{660}'..='\u{6D5}' | '\u{6EE}'..='\u{6FC}' if !is_mark(c) => {
            out(arabic(c))
        }
        _ if is_mark(c) || is_invisible(c) => {}
        '\u{FB00}'..='\u{FB06}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => presentation(c, out),
        'ß' | 'ẞ' => "ss".chars().for_each(out),
        '\u{C0}'..='\u{24F}' | '\u{370}'..='\u{3FF}' | '\u{1E00}'..='\u{1FFF}' | '\u{212A}' | '\u{212B}' => {
            latin(c, out);
        }
        _ => c.to_lowercase().filter(|lower| !is_mark(*lower)).for_each(out),
    }
}

/// Marks on letters and the tatweel: they say how a word is read or stretched, not which word it is.
pub fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}'           // Latin accents, where they stand alone
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' // tashkeel, superscript alef
        | '\u{640}'                     // tatweel
        | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E8}' | '\u{6EA}'..='\u{6ED}' // Quranic marks
        | '\u{8CA}'..='\u{8E1}' | '\u{8E3}'..='\u{8FF}')
}

/// Characters that are not seen: direction controls, joiners, soft hyphens, variation selectors, and the
/// half rings and apostrophe letters of transliteration, which some write and most leave out.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{2BB}' | '\u{2BC}' | '\u{2BE}' | '\u{2BF}')
}

/// Arabic letters that are typed for one another, Persian and Urdu twins, and digits.
fn arabic(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' | '\u{672}' | '\u{673}' | '\u{675}' => 'ا',
        'ى' | 'ئ' | 'ی' | 'ې' | 'ے' | 'ۓ' | '\u{678}' | '\u{6CE}' | '\u{6CD}' => 'ي',
        'ؤ' | '\u{676}' | '\u{677}' | 'ۆ' | 'ۇ' | 'ۋ' => 'و',
        'ة' | 'ه' | '\u{6BE}' | '\u{6C0}'..='\u{6C3}' | '\u{6D5}' => 'ه',
        'ک' | '\u{6AA}' => 'ك',
        '\u{660}'..='\u{669}' => digit(c as u32 - 0x660),
        '\u{6F0}'..='\u{6F9}' => digit(c as u32 - 0x6F0),
        other => other,
    }
}

fn digit(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}

/// A presentation form stands for the letters that it draws.
///
/// Marks drawn alone decompose into a space and the mark; that space was never in the text.
/// The spaces inside ﷺ, which draws a whole sentence, do part words.
fn presentation(c: char, out: &mut impl FnMut(char)) {
    for (place, plain) in std::iter::once(c).nfkc().enumerate() {
        let again_itself = plain == c;
        if again_itself {
            out(c);
        } else if place > 0 || plain != ' ' {
            fold_char(plain, out);
        }
    }
}

/// Latin and Greek letters without case and accents; ligature letters as the letters they join.
fn latin(c: char, out: &mut impl FnMut(char)) {
    for base in c.to_lowercase().nfd().filter(|part| !is_mark(*part)) {
        match base {
            'œ' => "oe".chars().for_each(&mut *out),
            'æ' => "ae".chars().for_each(&mut *out),
            'þ' => "th".chars().for_each(&mut *out),
            'ø' => out('o'),
            'đ' | 'ð' => out('d'),
            'ł' => out('l'),
            'ı' => out('i'),
            'ħ' => out('h'),
            'ς' => out('σ'),
            other => out(other),
        }
    }
}
