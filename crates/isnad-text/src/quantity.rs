//! Quantities as people write them: exact, at least, at most, between.

use crate::{Doubt, digits::to_ascii, fold::fold};

/// A quantity, in decimal digits so that nothing is rounded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// At least; equal to `max` where the number is exact.
    pub min: Option<String>,
    /// At most.
    pub max: Option<String>,
    /// What is doubtful: a mark in it may part thousands or decimals, as in 1.234.
    pub doubts: Vec<Doubt>,
}

/// Words, folded, after which a number is the least.
const LEAST: [&str; 10] = [
    "اكثر من",
    "ما لا يقل عن",
    "علي الاقل",
    "فوق",
    "at least",
    "more than",
    "over",
    "au moins",
    "plus de",
    ">",
];
/// Words after which it is the most.
const MOST: [&str; 9] =
    ["اقل من", "لا يزيد عن", "حتي", "at most", "less than", "up to", "au plus", "moins de", "<"];
/// Words between the two ends of a span.
const AND: [&str; 8] = [" و ", " و", " and ", " et ", " to ", " الي ", "–", "-"];
/// Words before a span.
const BETWEEN: [&str; 3] = ["بين ", "between ", "entre "];
/// The longest words that are looked at, in bytes.
const WORDS_MAX: usize = 200;

/// Reads a quantity. Nothing but the number, the words around it and one unit may stand there.
pub fn read(words: &str) -> Option<Quantity> {
    if words.len() > WORDS_MAX {
        return None;
    }
    let text = fold(&to_ascii(words));
    let text = text.trim();
    let after = |list: &[&str]| list.iter().find_map(|word| text.strip_prefix(&fold(word))).map(str::trim);
    if let Some(rest) = after(&LEAST) {
        let (number, is_ambiguous) = number(rest)?;
        return Some(Quantity { min: Some(number), max: None, doubts: doubts(is_ambiguous, words) });
    }
    if let Some(rest) = after(&MOST) {
        let (number, is_ambiguous) = number(rest)?;
        return Some(Quantity { min: None, max: Some(number), doubts: doubts(is_ambiguous, words) });
    }
    let within = after(&BETWEEN).unwrap_or(text);
    if let Some((number, is_ambiguous)) = number(within) {
        let doubts = doubts(is_ambiguous, words);
        return Some(Quantity { min: Some(number.clone()), max: Some(number), doubts });
    }
    // "12 and 3" are two numbers, unless "between" stands before them.
    let parting = if within.len() == text.len() { &AND[4..] } else { &AND };
    parting.iter().find_map(|word| {
        let (from, to) = within.split_once(word)?;
        let ((min, a), (max, b)) = (number(from.trim())?, number(to.trim())?);
        Some(Quantity { min: Some(min), max: Some(max), doubts: doubts(a || b, words) })
    })
}

fn doubts(is_ambiguous: bool, words: &str) -> Vec<Doubt> {
    if is_ambiguous { vec![Doubt::new("quantity-separator", words.trim())] } else { Vec::new() }
}

/// A number with its marks taken out, and whether one of them could be taken in two ways.
fn number(text: &str) -> Option<(String, bool)> {
    let end = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    // "34 persons" has a unit; "34 persons and 5 dogs" is no quantity.
    if unit.split_whitespace().count() > 2 || unit.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let digits = digits.trim();
    let marks: Vec<char> = digits.chars().filter(|c| !c.is_ascii_digit()).collect();
    let plain = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || !digits.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let groups: Vec<&str> = digits.split(|c: char| !c.is_ascii_digit()).collect();
    let grouped = groups.first().is_some_and(|first| (1..=3).contains(&first.len()))
        && groups.iter().skip(1).all(|group| group.len() == 3);
    match marks[..] {
        [] => Some((digits.to_owned(), false)),
        ['٫'] => Some((digits.replace('٫', "."), false)),
        // One point or comma before three digits: thousands, as a rule, but it may be decimals.
        ['.' | ','] if grouped => Some((plain(digits), true)),
        ['.' | ','] => Some((digits.replace(',', "."), false)),
        _ if grouped
            && marks.iter().all(|mark| [',', '.', '٬', ' ', '\u{a0}', '\u{202f}', '\''].contains(mark)) =>
        {
            Some((plain(digits), false))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
