//! The table that tesseract answers with: a line a box, and the words among them.

/// A word as the program gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The how-manieth picture it is on, from 0.
    pub picture: usize,
    /// Its left edge in pixels of the picture.
    pub left: u32,
    /// Its width in pixels.
    pub width: u32,
    /// How sure the program is, from 0 to 100.
    pub confidence: f32,
    /// Its letters, without marks of direction.
    pub text: String,
}

/// The words of an answer. A row that is not of the table is passed over: it is a message that strayed in.
pub fn words(answer: &str) -> Vec<Found> {
    answer.lines().filter_map(word).collect()
}

/// `level page block paragraph line word left top width height confidence text`; a word has level 5.
fn word(row: &str) -> Option<Found> {
    let mut fields = row.splitn(12, '\t');
    let mut number = || fields.next()?.parse::<u32>().ok();
    let (level, page) = (number()?, number()?);
    let (_block, _paragraph, _line, _word) = (number()?, number()?, number()?, number()?);
    let (left, _top, width, _height) = (number()?, number()?, number()?, number()?);
    let confidence: f32 = fields.next()?.parse().ok()?;
    let text: String = fields.next()?.chars().filter(|c| !is_direction(*c)).collect();
    let text = text.trim();
    let is_word = level == 5 && !text.is_empty();
    is_word.then(|| Found {
        picture: (page as usize).saturating_sub(1),
        left,
        width,
        confidence: confidence.clamp(0.0, 100.0),
        text: text.to_owned(),
    })
}

/// Marks that the program adds to make its lines look right; words are put in order here.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests;
