//! The order in which the words of a line are read, from where they stand.
//!
//! What stands on a line from left to right is the *visual* order; what is read is found by undoing the
//! bidirectional algorithm (UAX #9). In an Arabic line words follow each other from the right; Latin words side by
//! side, and numbers that follow one (W7), run from the left within it.

/// Which way the letters of a word run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Arabic.
    Left,
    /// Latin.
    Right,
    /// Digits, or signs alone.
    None,
}

/// The way of a word: that of its first letter.
pub fn way(word: &str) -> Way {
    let letter = word.chars().find(|c| c.is_alphabetic());
    match letter {
        Some(c) if is_arabic(c) => Way::Left,
        Some(_) => Way::Right,
        None => Way::None,
    }
}

/// Letters that run from the right: Hebrew, Arabic with its presentation forms, Syriac.
fn is_arabic(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Whether words of these ways are an Arabic text: it may quote a long Latin name, and a Latin one rarely quotes a
/// third of itself in Arabic. Without letters, `otherwise`.
pub fn is_right_to_left(ways: &[Way], otherwise: bool) -> bool {
    let count = |way| ways.iter().filter(|other| **other == way).count();
    let (arabic, latin) = (count(Way::Left), count(Way::Right));
    if arabic + latin == 0 { otherwise } else { arabic > 0 && arabic * 3 >= latin }
}

/// The order of reading: for each word to be read its place in `ways`, which are those of the words from left to
/// right.
pub fn reading(ways: &[Way], right_to_left: bool) -> Vec<usize> {
    let mut order = Vec::with_capacity(ways.len());
    let mut at = 0;
    // From the left, turning what runs the other way; a line from the right is turned as a whole at the end.
    while at < ways.len() {
        let end = if right_to_left { end_of_latin(ways, at) } else { end_of_arabic(ways, at) };
        let run = at..end;
        order.extend(run.rev());
        at = end;
    }
    if right_to_left {
        order.reverse();
    }
    order
}

/// In an Arabic line, a run that begins with a Latin word and goes on over Latin words and numbers.
fn end_of_latin(ways: &[Way], start: usize) -> usize {
    if ways[start] != Way::Right {
        return start + 1;
    }
    start + ways[start..].iter().take_while(|way| **way != Way::Left).count()
}

/// In a Latin line, a run of Arabic words with the numbers between them.
fn end_of_arabic(ways: &[Way], start: usize) -> usize {
    if ways[start] != Way::Left {
        return start + 1;
    }
    let run = ways[start..].iter().take_while(|way| **way != Way::Right);
    let last = run.enumerate().filter(|(_, way)| **way == Way::Left).last();
    start + last.map_or(1, |(at, _)| at + 1)
}

/// A number as it is read, from what stands from left to right. Slashes, colons and stops keep the parts of a number
/// in their order; a hyphen does not between Arabic-Indic numerals, nor after an Arabic word (UAX #9, W2 and W4).
pub fn number(shown: &str, after_arabic: bool) -> String {
    let is_arabic = shown.chars().any(|c| ('\u{660}'..='\u{669}').contains(&c));
    if after_arabic || is_arabic {
        return shown.rsplit('-').collect::<Vec<_>>().join("-");
    }
    shown.to_owned()
}

#[cfg(test)]
mod tests;
