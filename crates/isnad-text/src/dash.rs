//! The tatweel as a dash: «٩ ـ ١٥ أيلول».
//!
//! An Arabic keyboard has it at hand, and between numbers nobody means to stretch a letter. Folding takes every tatweel
//! away, so it is told apart before.

use std::borrow::Cow;

/// A dash of two bytes, as the tatweel has, so that places stay where they are: the Armenian hyphen.
pub(crate) const DASH: char = '\u{58A}';

/// The text with [`DASH`] for each tatweel that stretches no letter.
pub(crate) fn with_dashes(text: &str) -> Cow<'_, str> {
    const TATWEEL: char = '\u{640}';
    if !text.contains(TATWEEL) {
        return Cow::Borrowed(text);
    }
    let mut is_behind_letter = false;
    let told = text.chars().map(|c| {
        let stretches = crate::fold::is_mark(c) || crate::fold::is_invisible(c);
        if c == TATWEEL && !is_behind_letter {
            return DASH;
        }
        is_behind_letter = c.is_alphabetic() && c != TATWEEL || (stretches && is_behind_letter);
        c
    });
    Cow::Owned(told.collect())
}
