//! From text to the numbers, words and signs of quantities.

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use super::figure::{Figure, figure};
use crate::{
    dash::{DASH, with_dashes},
    fold::{Folded, fold, folded},
    lexicon::phrases,
};

/// No meaning has more words.
const MAX_WORDS: usize = 5;
/// The mark that tells ألفاً, one thousand, from ألفا, two thousand of something.
const TANWIN: char = '\u{64B}';

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// In digits: the number, and the other number that they may be.
    Figure(Figure, Option<Figure>),
    /// Digits that are no number.
    NoFigure,
    /// A number word below a thousand.
    Number(u128),
    Scale(u128),
    /// ألفان
    Dual(u128),
    /// ألفا, without tanwin: ألفاً or the ألفان of what stands behind.
    Bent(u128),
    Scales(u128),
    Dozen(u128),
    /// "une centaine"
    About(u128),
    Half,
    Vague,
    AtLeast,
    OrMore,
    AtMost,
    OrLess,
    Between,
    From,
    To,
    And,
    Around,
    Fill,
    Dash,
    Other,
}

impl Kind {
    /// Whether it begins a number; the articles un and une, and واحد, are words as well.
    pub fn is_number(&self) -> bool {
        match self {
            Self::Figure(..) | Self::NoFigure | Self::Dual(_) | Self::Bent(_) | Self::Scale(_) => true,
            Self::Number(value) => *value != 1,
            _ => false,
        }
    }
}

pub(super) struct Item {
    pub kind: Kind,
    /// In the folded text.
    pub place: Range<usize>,
    /// The words as written.
    pub words: String,
}

/// The pieces of a text, and the folded text that their places are in.
pub(super) fn items(text: &str) -> (Vec<Item>, Folded) {
    let folded = folded(&with_dashes(text));
    let pieces = pieces(&folded.text);
    let mut items = Vec::with_capacity(pieces.len());
    let mut at = 0;
    let mut key = String::new();
    while let Some(first) = pieces.get(at) {
        let words = &folded.text[first.clone()];
        if words.starts_with(|c: char| c.is_ascii_digit()) {
            let kind = figure(words).map_or(Kind::NoFigure, |(figure, other)| Kind::Figure(figure, other));
            items.push(Item { kind, place: first.clone(), words: words.to_owned() });
            at += 1;
            continue;
        }
        let whole = longest(&folded.text, &pieces[at..], 0, &mut key);
        let cut = 'و'.len_utf8();
        let (kind, n) = match whole {
            Some(found) => found,
            None => match words
                .starts_with('و')
                .then(|| longest(&folded.text, &pieces[at..], cut, &mut key))
                .flatten()
            {
                Some(found) => {
                    let place = first.start..first.start + cut;
                    items.push(Item { kind: Kind::And, place, words: "و".to_owned() });
                    found
                }
                None => (sign(words), 1),
            },
        };
        let place = first.start..pieces[at + n - 1].end;
        let raw_place = folded.raw_range(place.clone());
        let raw = text.get(raw_place.clone()).unwrap_or_default();
        let kind = match kind {
            // Folding takes the tanwin away; it stands before the alef or behind it.
            Kind::Bent(scale) if raw.contains(TANWIN) || text[raw_place.end..].starts_with(TANWIN) => {
                Kind::Scale(scale)
            }
            kind => kind,
        };
        items.push(Item { kind, words: raw.to_owned(), place });
        at += n;
    }
    (items, folded)
}

fn sign(words: &str) -> Kind {
    match words {
        _ if words.starts_with(DASH) => Kind::Dash,
        "-" | "–" | "—" | "‑" | "‒" | "−" => Kind::Dash,
        "(" | ")" | "," | "،" | "." | "«" | "»" | "\"" | "'" | "’" => Kind::Fill,
        _ => Kind::Other,
    }
}

/// Places of numbers with their separators, of words, and of single signs.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        if c.is_ascii_digit() {
            while let Some((at, next)) = chars.peek().copied() {
                let goes_on = next.is_ascii_digit() || parts_digits(&text[at..], next);
                if !goes_on {
                    break;
                }
                chars.next();
                end = at + next.len_utf8();
            }
        } else if c.is_alphabetic() {
            while let Some((at, next)) = chars.next_if(|(_, next)| next.is_alphabetic()) {
                end = at + next.len_utf8();
            }
        }
        out.push(start..end);
    }
    out
}

/// Whether a separator stands here with digits behind it; a space only before exactly three.
fn parts_digits(text: &str, sign: char) -> bool {
    let behind = &text[sign.len_utf8()..];
    let n_digits = behind.bytes().take(4).take_while(u8::is_ascii_digit).count();
    match sign {
        '٬' | '٫' | ',' | '،' | '.' => n_digits > 0,
        ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\'' | '’' => n_digits == 3,
        _ => false,
    }
}

fn longest(text: &str, pieces: &[Range<usize>], cut: usize, key: &mut String) -> Option<(Kind, usize)> {
    key.clear();
    key.push_str(&text[pieces[0].start + cut..pieces[0].end]);
    let mut found = MEANINGS.get(key.as_str()).map(|kind| (kind.clone(), 1));
    let mut words = 1;
    for (n, place) in pieces.iter().enumerate().skip(1) {
        let next = &text[place.clone()];
        if matches!(next, "-" | "'" | "’") && text[..place.start].ends_with(char::is_alphabetic) {
            continue;
        }
        if words == MAX_WORDS || !next.starts_with(char::is_alphabetic) {
            break;
        }
        key.push(' ');
        key.push_str(next);
        words += 1;
        if let Some(kind) = MEANINGS.get(key.as_str()) {
            found = Some((kind.clone(), n + 1));
        }
    }
    found
}

/// The list of words.
const WORDS: &str = include_str!("../../data/quantities.tsv");

static MEANINGS: LazyLock<HashMap<String, Kind>> = LazyLock::new(|| {
    let known = phrases(WORDS).filter_map(|(meaning, phrase)| Some((key_of(phrase), named(meaning)?)));
    known.collect()
});

fn key_of(phrase: &str) -> String {
    fold(phrase).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn named(meaning: &str) -> Option<Kind> {
    let (name, number) = meaning.split_once(' ').unwrap_or((meaning, "0"));
    let number = number.parse().ok()?;
    Some(match name {
        "number" => Kind::Number(number),
        "scale" => Kind::Scale(number),
        "dual" => Kind::Dual(number),
        "bent" => Kind::Bent(number),
        "scales" => Kind::Scales(number),
        "dozen" => Kind::Dozen(number),
        "about" => Kind::About(number),
        "half" => Kind::Half,
        "vague" => Kind::Vague,
        "atleast" => Kind::AtLeast,
        "ormore" => Kind::OrMore,
        "atmost" => Kind::AtMost,
        "orless" => Kind::OrLess,
        "between" => Kind::Between,
        "from" => Kind::From,
        "to" => Kind::To,
        "and" => Kind::And,
        "around" => Kind::Around,
        "fill" => Kind::Fill,
        _ => return None,
    })
}

/// What is wrong with the list of words.
#[cfg(test)]
pub(super) fn faults() -> Vec<String> {
    crate::lexicon::faults(WORDS, |meaning| named(meaning).is_some(), key_of)
}
