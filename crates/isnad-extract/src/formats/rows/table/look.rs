//! What the text of a cell says by itself.

use isnad_model::table::NoteKind;

/// The problem that a note is, if it is one. A date is as it should be, and what is said of a row is said once.
pub(super) fn code(kind: NoteKind) -> Option<&'static str> {
    Some(match kind {
        NoteKind::Formula => "cell-formula",
        NoteKind::Error => "cell-error",
        NoteKind::Rounded => "cell-number-rounded",
        NoteKind::Control => "cell-controls",
        NoteKind::Direction => "cell-direction",
        NoteKind::Quote => "row-quote-open",
        NoteKind::Shortened => "cell-too-long",
        NoteKind::Encoding => "row-encoding",
        NoteKind::Date | NoteKind::Merged => return None,
    })
}

/// What a text holds that cannot be seen, or was lost.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    /// Control characters: C0 and C1 without tab and line breaks.
    pub(super) controls: bool,
    /// Characters that turn the direction of text (Unicode annex 9, 2).
    pub(super) directions: bool,
    /// The letter that stands for bytes that were none (U+FFFD).
    pub(super) lost: bool,
}

/// Looks over a text in UTF-8.
pub(super) fn over(text: &[u8]) -> Seen {
    let mut seen = Seen::default();
    for (at, byte) in text.iter().enumerate() {
        let next = |n: usize| text.get(at + n).copied().unwrap_or(0);
        match byte {
            b'\t' | b'\n' | b'\r' => {}
            0..0x20 | 0x7F => seen.controls = true,
            0xC2 => seen.controls |= (0x80..0xA0).contains(&next(1)),
            0xD8 => seen.directions |= next(1) == 0x9C,
            0xE2 => {
                seen.directions |= match next(1) {
                    0x80 => matches!(next(2), 0x8E | 0x8F | 0xAA..=0xAE),
                    0x81 => matches!(next(2), 0xA6..=0xA9),
                    _ => false,
                };
            }
            0xEF => seen.lost |= (next(1), next(2)) == (0xBF, 0xBD),
            _ => {}
        }
    }
    seen
}

/// Whether it is the word of a spreadsheet for an error (ECMA-376-1 §18.17.3).
pub(super) fn is_error(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "#NULL!",
        "#DIV/0!",
        "#VALUE!",
        "#REF!",
        "#NAME?",
        "#NUM!",
        "#N/A",
        "#GETTING_DATA",
        "#SPILL!",
        "#CALC!",
    ];
    WORDS.contains(&text)
}

/// Whether it is a number whose last digits a spreadsheet has lost.
///
/// A spreadsheet keeps fifteen digits of a number and makes zeros of the rest; a long number that is saved as it is
/// shown is `1.23457E+11`.
pub(super) fn is_rounded(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
    if digits.len() >= 16 && digits.iter().all(u8::is_ascii_digit) {
        let lost = &digits[15..];
        return digits[0] != b'0' && lost.iter().all(|digit| *digit == b'0');
    }
    let Some((kept, power)) = text.split_once(['E', 'e']) else { return false };
    let has_power = power.trim_start_matches('+').parse::<u32>().is_ok_and(|power| power >= 11);
    let digits =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-'));
    has_power && !kept.is_empty() && digits(kept) && kept.len() <= 24
}

#[cfg(test)]
mod tests;
