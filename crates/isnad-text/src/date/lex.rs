//! From text to the words, numbers and signs of dates.

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use crate::{
    dash::{DASH, with_dashes},
    fold::{Folded, fold, folded},
    lexicon::phrases,
};

/// No meaning has more words.
const MAX_WORDS: usize = 4;

/// What a piece of text says in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number, and how many digits it was written with.
    Number(u32, usize),
    /// A word of the list, with its number.
    Word(Word, u16),
    /// `/`
    Slash,
    /// Dashes of every length.
    Dash,
    /// `.`
    Dot,
    /// Commas, apostrophes, brackets, quotation marks.
    Soft,
    Colon,
    Plus,
    /// Whatever has no place in a date.
    Other,
}

/// Meanings of words: the first column of `data/dates.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Word {
    Month,
    Unclear,
    Hijri,
    Islamic,
    Gregorian,
    Agrees,
    Weekday,
    Season,
    Decade,
    LastCentury,
    Decades,
    Early,
    Mid,
    Late,
    Around,
    Unsure,
    Between,
    And,
    Or,
    From,
    To,
    Before,
    After,
    Since,
    Until,
    Year,
    OfMonth,
    OfDay,
    In,
    Fill,
    Ordinal,
    Day,
    At,
    Hour,
    Am,
    Pm,
    Night,
    Utc,
}

/// A piece with its place in the folded text.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub kind: Kind,
    pub place: Range<usize>,
    /// Whether white space stands before it.
    pub spaced: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Number(u32, usize),
    Letters,
    Sign(char),
}

struct Raw {
    token: Token,
    place: Range<usize>,
    spaced: bool,
}

/// The pieces of a text, and the folded text that their places are in.
pub(super) fn items(text: &str) -> (Vec<Item>, Folded) {
    let folded = folded(&with_dashes(text));
    let raw = tokens(&folded.text);
    let mut items = Vec::with_capacity(raw.len());
    let mut at = 0;
    let mut key = String::new();
    while let Some(first) = raw.get(at) {
        let (found, n, cut) = match first.token {
            Token::Number(value, digits) => (Some(Kind::Number(value, digits)), 1, 0),
            Token::Sign(sign) => (Some(self::sign(sign)), 1, 0),
            Token::Letters => word(&folded.text, &raw[at..], &mut key),
        };
        let place = first.place.start..raw[at + n - 1].place.end;
        let kind = found.unwrap_or(Kind::Other);
        if cut > 0 && folded.text[place.clone()].starts_with('و') {
            let and = Kind::Word(Word::And, 0);
            items.push(Item { kind: and, place: place.start..place.start + cut, spaced: first.spaced });
            items.push(Item { kind, place: place.start + cut..place.end, spaced: false });
        } else {
            items.push(Item { kind, place, spaced: first.spaced });
        }
        at += n;
    }
    (items, folded)
}

fn tokens(text: &str) -> Vec<Raw> {
    let mut out: Vec<Raw> = Vec::new();
    let mut spaced = false;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            spaced = true;
            continue;
        }
        let place = at..at + c.len_utf8();
        let token = match c.to_digit(10) {
            Some(digit) => Token::Number(digit, 1),
            None if c.is_alphabetic() => Token::Letters,
            None => Token::Sign(c),
        };
        match (out.last_mut().filter(|_| !spaced), token) {
            (Some(Raw { token: Token::Number(value, n), place, .. }), Token::Number(digit, _)) => {
                // So long a number is no date; it only must not overflow.
                *value = value.saturating_mul(10).saturating_add(digit);
                *n += 1;
                place.end = at + 1;
            }
            (Some(Raw { token: Token::Letters, place: word, .. }), Token::Letters) => word.end = place.end,
            _ => out.push(Raw { token, place, spaced }),
        }
        spaced = false;
    }
    out
}

fn sign(sign: char) -> Kind {
    match sign {
        '/' | '\u{2044}' | '\\' => Kind::Slash,
        '-' | '_' | DASH | '\u{2010}'..='\u{2015}' | '\u{2212}' => Kind::Dash,
        '.' | '\u{6D4}' => Kind::Dot,
        ':' => Kind::Colon,
        '+' => Kind::Plus,
        '~' | '±' | '≈' => Kind::Word(Word::Around, 0),
        '?' | '؟' => Kind::Word(Word::Unsure, 0),
        '&' => Kind::Word(Word::And, 0),
        ',' | '،' | '\'' | '’' | '(' | ')' | '[' | ']' | '«' | '»' | '"' | '“' | '”' => Kind::Soft,
        _ => Kind::Other,
    }
}

/// The longest meaning that begins here: what, of how many tokens, and how many bytes of a written-on particle.
fn word(text: &str, raw: &[Raw], key: &mut String) -> (Option<Kind>, usize, usize) {
    let first = &text[raw[0].place.clone()];
    if let Some((kind, n)) = longest(text, raw, 0, key) {
        return (Some(kind), n, 0);
    }
    // و "and", ب "in", ل "of" and ف "so" are written together with the word after them.
    let particle = ['و', 'ب', 'ل', 'ف'].into_iter().find(|c| first.starts_with(*c));
    let found = particle.and_then(|c| Some((longest(text, raw, c.len_utf8(), key)?, c.len_utf8())));
    match found {
        Some(((kind, n), cut)) => (Some(kind), n, cut),
        None => (None, 1, 0),
    }
}

fn longest(text: &str, raw: &[Raw], cut: usize, key: &mut String) -> Option<(Kind, usize)> {
    key.clear();
    key.push_str(&text[raw[0].place.start + cut..raw[0].place.end]);
    let mut found = MEANINGS.get(key.as_str()).map(|kind| (*kind, 1));
    let mut words = 1;
    for (n, next) in raw.iter().enumerate().skip(1) {
        // Words may be joined: "mid-march", "peut-être", "l'année", "A.D."
        if matches!(next.token, Token::Sign('-' | '\'' | '’' | '.'))
            && !matches!(raw[n - 1].token, Token::Sign(_))
        {
            continue;
        }
        if words == MAX_WORDS || matches!(next.token, Token::Sign(_)) {
            break;
        }
        key.push(' ');
        key.push_str(&text[next.place.clone()]);
        words += 1;
        if let Some(kind) = MEANINGS.get(key.as_str()) {
            found = Some((*kind, n + 1));
        }
    }
    found
}

/// The list of words.
const WORDS: &str = include_str!("../../data/dates.tsv");

static MEANINGS: LazyLock<HashMap<String, Kind>> = LazyLock::new(|| {
    let known = phrases(WORDS).filter_map(|(meaning, phrase)| {
        let (name, number) = meaning.split_once(' ').unwrap_or((meaning, "0"));
        Some((key_of(phrase), Kind::Word(named(name)?, number.parse().unwrap_or(0))))
    });
    known.collect()
});

/// The words of a phrase as they are looked up.
fn key_of(phrase: &str) -> String {
    let text = fold(phrase);
    let words = tokens(&text);
    let words = words.iter().filter(|raw| !matches!(raw.token, Token::Sign(_)));
    words.map(|raw| &text[raw.place.clone()]).collect::<Vec<_>>().join(" ")
}

fn named(name: &str) -> Option<Word> {
    Some(match name {
        "month" => Word::Month,
        "unclear" => Word::Unclear,
        "hijri" => Word::Hijri,
        "islamic" => Word::Islamic,
        "gregorian" => Word::Gregorian,
        "agrees" => Word::Agrees,
        "weekday" => Word::Weekday,
        "season" => Word::Season,
        "decade" => Word::Decade,
        "lastcentury" => Word::LastCentury,
        "decades" => Word::Decades,
        "early" => Word::Early,
        "mid" => Word::Mid,
        "late" => Word::Late,
        "around" => Word::Around,
        "unsure" => Word::Unsure,
        "between" => Word::Between,
        "and" => Word::And,
        "or" => Word::Or,
        "from" => Word::From,
        "to" => Word::To,
        "before" => Word::Before,
        "after" => Word::After,
        "since" => Word::Since,
        "until" => Word::Until,
        "yearword" => Word::Year,
        "monthword" => Word::OfMonth,
        "dayword" => Word::OfDay,
        "in" => Word::In,
        "fill" => Word::Fill,
        "ordinal" => Word::Ordinal,
        "day" => Word::Day,
        "at" => Word::At,
        "hour" => Word::Hour,
        "am" => Word::Am,
        "pm" => Word::Pm,
        "night" => Word::Night,
        "utc" => Word::Utc,
        _ => return None,
    })
}

/// What is wrong with the list of words.
#[cfg(test)]
pub(super) fn faults() -> Vec<String> {
    crate::lexicon::faults(
        WORDS,
        |meaning| named(meaning.split(' ').next().unwrap_or_default()).is_some(),
        key_of,
    )
}
