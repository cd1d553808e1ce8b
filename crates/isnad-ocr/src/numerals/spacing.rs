//! How numerals and words are laid out on a page: where a number ends and another one begins.

use super::mark::{Mark, Marks};

/// What is farther apart than this many heights tells nothing of how numerals are laid out.
const FAR: f32 = 1.8;
/// So many pairs of numerals tell how they are laid out.
const ENOUGH: usize = 8;
/// Distances are even where this part of them ...
const MOST: f32 = 0.5;
/// ... differs by no more than this part from the usual one.
const EVEN: f32 = 0.12;
/// A space makes an even distance so many times as long, with so much paper in heights.
const EVEN_SPACE: f32 = 1.32;
const EVEN_PAPER: f32 = 0.3;
/// A space adds so much paper in heights to what is between close numerals.
const CLOSE_SPACE: f32 = 0.25;
/// Where a page has too few numerals to tell, middles and edges are so far apart.
const UNKNOWN: (f32, f32) = (1.1, 0.45);
/// Between two words there is at least so much paper in heights, where a page has too few to tell.
const WORD_GAP: f32 = 0.4;

/// How numerals are laid out on a page: Arabic-Indic ones, and Latin ones, which are often of another font.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    arabic: Spread,
    latin: Spread,
    /// Between two words there is at least so much paper in heights.
    pub space: f32,
}

/// How numerals of one script are laid out.
#[derive(Debug, Clone, Copy)]
pub struct Spread {
    /// The height of numerals in pixels; 0 where there are none.
    height: f32,
    spacing: Spacing,
}

/// Where a number ends and another one begins, in heights of numerals.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Spacing {
    /// Each numeral has as much room as any other; the middles of two in one number are not farther apart.
    Even { middles: f32 },
    /// Each has as much room as it needs; there is not more paper between two in one number.
    Close { paper: f32 },
    /// Too few to tell.
    Unknown,
}

impl Spacing {
    fn of(pairs: &mut [(f32, f32)]) -> Self {
        if pairs.len() < ENOUGH {
            return Self::Unknown;
        }
        // Spaces are the minority, so that two fifths of all distances surely are within numbers.
        pairs.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let within = pairs.len() * 2 / 5;
        let usual = pairs[within].0;
        let even = pairs.iter().filter(|pair| (pair.0 / usual - 1.0).abs() < EVEN).count();
        if even as f32 >= pairs.len() as f32 * MOST {
            return Self::Even { middles: usual * EVEN_SPACE };
        }
        pairs.sort_unstable_by(|a, b| a.1.total_cmp(&b.1));
        Self::Close { paper: pairs[within].1.max(0.0) + CLOSE_SPACE }
    }

    /// Whether there is a space between two blobs whose middles and edges are so far apart.
    fn is_space(self, middles: f32, paper: f32) -> bool {
        match self {
            Self::Even { middles: most } => middles > most && paper > EVEN_PAPER,
            Self::Close { paper: most } => paper > most,
            Self::Unknown => middles > UNKNOWN.0 && paper > UNKNOWN.1,
        }
    }
}

impl Scale {
    /// Measures the lines of a page.
    pub fn of<'m>(lines: impl Iterator<Item = &'m Marks> + Clone) -> Self {
        let arabic = Spread::of(lines.clone(), true);
        let mut gaps: Vec<f32> = lines.clone().flat_map(|line| letter_gaps(line, arabic.height)).collect();
        Self { arabic, latin: Spread::of(lines, false), space: word_space(&mut gaps) }
    }

    /// How the numerals of a script are laid out.
    pub fn spread(&self, is_arabic: bool) -> Spread {
        if is_arabic { self.arabic } else { self.latin }
    }
}

impl Spread {
    fn of<'m>(lines: impl Iterator<Item = &'m Marks> + Clone, is_arabic: bool) -> Self {
        let mut heights: Vec<u32> = lines.clone().flat_map(|line| high_numerals(line, is_arabic)).collect();
        let page = upper(&mut heights) as f32;
        let mut pairs: Vec<(f32, f32)> = Vec::new();
        for line in lines {
            let height = line_height(line, is_arabic, page);
            let is_own = |mark: &Mark| mark.is_numeral() && mark.is_arabic() == is_arabic;
            let both = line.windows(2).filter(|pair| pair.iter().all(is_own));
            let apart = both.map(|pair| apart(&pair[0], &pair[1], height));
            pairs.extend(apart.filter(|(middles, _)| (0.2..FAR).contains(middles)));
        }
        Self { height: page, spacing: Spacing::of(&mut pairs) }
    }

    /// The height of this script's numerals on a line.
    pub fn height(self, line: &Marks, is_arabic: bool) -> f32 {
        line_height(line, is_arabic, self.height)
    }

    /// Whether there is a space between two numerals that are `height` high.
    pub fn is_space(self, left: &Mark, right: &Mark, height: f32) -> bool {
        let (middles, paper) = apart(left, right, height);
        self.spacing.is_space(middles, paper)
    }
}

/// The paper between letters that do not join, and between words, in heights of numerals.
fn letter_gaps(line: &Marks, page: f32) -> Vec<f32> {
    let height = line_height(line, true, page);
    let mut right: Option<u32> = None;
    let mut gaps = Vec::new();
    for mark in line.iter().filter(|mark| mark.is_letter(height)) {
        if let Some(right) = right.filter(|right| *right < mark.rect.left) {
            gaps.push((mark.rect.left - right) as f32 / height);
        }
        right = right.max(Some(mark.rect.right));
    }
    gaps.retain(|gap| *gap < FAR);
    gaps
}

/// What parts the gaps within words from those between them: the value that leaves the least variance on both sides
/// (Otsu, 1979).
fn word_space(gaps: &mut [f32]) -> f32 {
    if gaps.len() < ENOUGH * 2 {
        return WORD_GAP;
    }
    gaps.sort_unstable_by(f32::total_cmp);
    let sum: f32 = gaps.iter().sum();
    let (mut low, mut best) = (0.0, (0.0, WORD_GAP));
    for (n, pair) in gaps.windows(2).enumerate() {
        low += pair[0];
        let (few, many) = ((n + 1) as f32, (gaps.len() - n - 1) as f32);
        let apart = low / few - (sum - low) / many;
        let between = few * many * apart * apart;
        if between > best.0 {
            best = (between, (pair[0] + pair[1]) / 2.0);
        }
    }
    best.1
}

/// How far apart the middles of two blobs are, and how much paper there is between them, in heights.
fn apart(left: &Mark, right: &Mark, height: f32) -> (f32, f32) {
    let paper = right.rect.left as f32 - left.rect.right as f32;
    ((right.middle() - left.middle()) / height, paper / height)
}

/// The heights of a line's numerals of a script without zeros and fives, which are low in many Arabic fonts.
fn high_numerals(line: &Marks, is_arabic: bool) -> impl Iterator<Item = u32> + '_ {
    let is_high = |mark: &&Mark| mark.is_numeral() && mark.likely[0] + mark.likely[5] < 0.5;
    let high = line.iter().filter(is_high).filter(move |mark| mark.is_arabic() == is_arabic);
    high.map(|mark| mark.rect.height())
}

/// Three quarters are not higher.
fn upper(heights: &mut [u32]) -> u32 {
    heights.sort_unstable();
    heights.get(heights.len() * 3 / 4).copied().unwrap_or(0)
}

/// The height of the numerals of a line, or else of those of the page, or else of all that stands on the line.
fn line_height(line: &Marks, is_arabic: bool, page: f32) -> f32 {
    let mut own: Vec<u32> = high_numerals(line, is_arabic).collect();
    let height = match upper(&mut own) as f32 {
        0.0 if page > 0.0 => page,
        0.0 => line.iter().map(|mark| mark.rect.height()).max().unwrap_or(0) as f32,
        height => height,
    };
    height.max(1.0)
}

#[cfg(test)]
mod tests;
