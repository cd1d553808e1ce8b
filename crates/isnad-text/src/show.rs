//! Making a name from outside safe to look at.
//!
//! A direction control can make `gpj.exe` read as `exe.jpg`, and a line break can forge a line of a list;
//! a reader must see that such a character is there.

use std::fmt::Write;

/// Whether a text has characters that [`show`] would write out.
pub fn has_controls(text: &str) -> bool {
    text.chars().any(is_control)
}

/// A text of somebody else for a terminal: what could steer the terminal or turn the line is written as a mark.
///
/// Joiners and the marks of a single letter's direction stay, since Persian words and mixed lines need them, and
/// no name is at stake.
pub fn tame(text: &str) -> String {
    let is_harmless = |c: char| matches!(c, '\u{AD}' | '\u{61C}' | '\u{200C}'..='\u{200F}');
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match is_control(c) && !is_harmless(c) {
            // Writing to a string cannot fail.
            true => _ = write!(out, "[U+{:04X}]", c as u32),
            false => out.push(c),
        }
        out
    })
}

/// A text with every control character written as a visible mark such as `[U+202E]`.
pub fn show(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_control(c) {
            // Writing to a string cannot fail.
            let _ = write!(out, "[U+{:04X}]", c as u32);
        } else {
            out.push(c);
        }
    }
    out
}

/// Controls, direction controls, invisible separators and tags.
///
/// The zero-width joiner and non-joiner are among them: names that differ only by one look the same.
pub fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}
