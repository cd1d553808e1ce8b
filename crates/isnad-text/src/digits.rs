//! Digits for display.

/// Writes ASCII digits as Arabic-Indic ones; everything else stays.
pub fn to_arabic_indic(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '0'..='9' => char::from_u32(0x660 + (c as u32 - 0x30)).unwrap_or(c),
            other => other,
        })
        .collect()
}

/// Writes Arabic-Indic and Persian digits as ASCII ones; everything else stays.
pub fn to_ascii(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{660}'..='\u{669}' => char::from_digit(c as u32 - 0x660, 10).unwrap_or(c),
            '\u{6F0}'..='\u{6F9}' => char::from_digit(c as u32 - 0x6F0, 10).unwrap_or(c),
            other => other,
        })
        .collect()
}
