//! Numbers: digits, groups and the decimal mark.

use crate::{Digits, Lang, Locale};

/// A count, in the digits of the locale, with its groups of three.
///
/// A space would let the groups change places in right-to-left text, so Arabic-Indic digits are grouped by
/// U+066C, which belongs to the number.
pub fn number(locale: impl Into<Locale>, n: u64) -> String {
    let locale = locale.into();
    let plain = n.to_string();
    let mut out = String::with_capacity(plain.len() * 3);
    for (place, digit) in plain.chars().enumerate() {
        if place > 0 && (plain.len() - place).is_multiple_of(3) {
            out.push(group_mark(locale));
        }
        out.push(digit);
    }
    digits(locale, &out)
}

/// A text with its digits written in the style of the locale.
pub(crate) fn digits(locale: Locale, text: &str) -> String {
    match locale.digits {
        Digits::Latin => text.to_owned(),
        Digits::Arabic => text.chars().map(arabic_indic).collect(),
    }
}

/// A number of tenths, with its decimal mark: 42 is written 4.2; a whole number stands without one.
pub(crate) fn tenths(locale: Locale, tenths: u64) -> String {
    let whole = number(locale, tenths / 10);
    match tenths % 10 {
        0 => whole,
        rest => format!("{whole}{}{}", decimal_mark(locale), digits(locale, &rest.to_string())),
    }
}

fn arabic_indic(c: char) -> char {
    match c {
        '0'..='9' => char::from_u32('٠' as u32 + (c as u32 - '0' as u32)).unwrap_or(c),
        _ => c,
    }
}

const fn group_mark(locale: Locale) -> char {
    match (locale.lang, locale.digits) {
        (_, Digits::Arabic) => '\u{066C}',
        (Lang::Fr, Digits::Latin) => '\u{202F}',
        (Lang::Ar | Lang::En, Digits::Latin) => ',',
    }
}

const fn decimal_mark(locale: Locale) -> char {
    match (locale.lang, locale.digits) {
        (_, Digits::Arabic) => '\u{066B}',
        (Lang::Fr, Digits::Latin) => ',',
        (Lang::Ar | Lang::En, Digits::Latin) => '.',
    }
}
