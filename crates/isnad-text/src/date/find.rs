//! Dates within other words.

use std::ops::Range;

use super::{
    Order, Read,
    lex::{self, Kind, Word},
    phrase::Phrase,
};
use crate::fold::is_mark;

/// The dates in a text, with their places in it, in order; for suggestions that a person looks at.
///
/// It is the reader of [`super::read`], which here takes fewer forms: a number alone is no year, and a date needs
/// its year, or the name of its month beside its day. Impossible dates are not found.
pub fn find_in(text: &str) -> Vec<(Range<usize>, Read)> {
    let (items, folded) = lex::items(text);
    let mut found = Vec::new();
    let mut phrase = Phrase::new(&items, Order::DayFirst, true);
    while phrase.at < items.len() {
        let start = phrase.at;
        let read = if begins(items[start].kind) { phrase.read() } else { Ok(None) };
        // A bracket or a full stop behind it was passed over in search of more.
        while phrase.at > start && is_silent(items[phrase.at - 1].kind) {
            phrase.at -= 1;
        }
        match read {
            Ok(Some(date)) if date.is_strong && phrase.at > start => {
                let place = items[start].place.start..items[phrase.at - 1].place.end;
                let mut raw = folded.raw_range(place);
                let marks = text[raw.end..].chars().take_while(|c| is_mark(*c));
                raw.end += marks.map(char::len_utf8).sum::<usize>();
                found.push((raw, date.into_read()));
            }
            // What is left of an impossible date is no date either: the February of "31 February 2013".
            Err(_) => phrase.at = phrase.at.max(start + 1),
            Ok(_) => phrase.at = start + 1,
        }
    }
    found
}

/// Whether a date can begin so.
fn begins(kind: Kind) -> bool {
    match kind {
        Kind::Number(_, digits) => digits <= 4,
        Kind::Word(word, _) => !matches!(
            word,
            Word::Fill
                | Word::And
                | Word::Or
                | Word::To
                | Word::Ordinal
                | Word::Hour
                | Word::Am
                | Word::Pm
                | Word::Night
                | Word::Utc
                | Word::Agrees
                | Word::Islamic
                | Word::Gregorian
                | Word::At
                | Word::Unsure
                | Word::LastCentury
                | Word::Decades
                | Word::OfDay
                | Word::OfMonth
        ),
        _ => false,
    }
}

fn is_silent(kind: Kind) -> bool {
    matches!(kind, Kind::Soft | Kind::Dot | Kind::Colon)
}
