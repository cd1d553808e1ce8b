//! Digits: for display, and as somebody typed them.

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

/// A text typed with European digits, with its digits as `model` writes them: a keyboard has the ones or the
/// others, and the paper has its own.
///
/// Digits that are not European stay: whoever typed those meant them. A model with digits of several kinds, or
/// with none, is no model.
pub fn like(typed: &str, model: &str) -> String {
    let mut zeros = model.chars().filter_map(zero_of);
    let Some(zero) = zeros.next().filter(|zero| zeros.all(|other| other == *zero)) else {
        return typed.to_owned();
    };
    let digit = |c: char| char::from_u32(zero as u32 + c.to_digit(10)?);
    typed.chars().map(|c| digit(c).unwrap_or(c)).collect()
}

/// The zero of the kind of digits that a digit belongs to.
fn zero_of(c: char) -> Option<char> {
    ['0', '\u{660}', '\u{6F0}']
        .into_iter()
        .find(|zero| (*zero as u32..*zero as u32 + 10).contains(&(c as u32)))
}
