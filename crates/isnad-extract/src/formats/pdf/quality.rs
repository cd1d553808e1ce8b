//! Whether a page was read well: signs by which a person is told to look at the picture.
//!
//! Nothing here changes a text. A doubt is no proof either, but each sign was measured to be rare where pages are
//! read well (`docs/methodology/pdf-text.md`): it is better to look once too often than to trust a wrong number.

use super::letters::UNKNOWN;
use std::sync::LazyLock;

/// What was noted while the page was painted.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Seen {
    /// Glyphs that were read.
    pub(super) glyphs: u64,
    /// Glyphs whose letter nobody can know.
    pub(super) unmapped: u64,
    /// Letters that are not to be seen.
    pub(super) invisible: u64,
    /// The part of the page that pictures cover, from 0 to 1.
    pub(super) covered: f64,
    /// How often digits were painted that the file's own text for them does not have.
    pub(super) digits_differ: u64,
    /// Words that stand beside the page.
    pub(super) outside: u64,
}

/// Fewer words of Arabic tell nothing about the page.
const WORDS_MIN: u32 = 30;
/// Pairs of letters that are rarer than this on average, in bits, are no Arabic. Pages of prose and of names have
/// 4.5 to 5.4, pages with letters taken for others 8 and more.
const UNLIKELY: f64 = 7.0;
/// How much likelier, in bits a pair, a page must be when it is read backwards. Pages read well are likelier by 0.3
/// to 1.1 as they stand.
const LIKELIER: f64 = 0.2;
/// Swapped lam-alefs to a hundred words.
const SWAPPED_PERCENT: u32 = 1;
/// Glyphs without a letter to a hundred.
const UNMAPPED_PERCENT: u64 = 5;
/// The part of a page that a scan covers at least.
const SCAN: f64 = 0.5;

/// Why a page is doubtful; each is one of the reasons of `problem-pdf-page-doubtful`.
pub(super) fn doubts(text: &str, seen: Seen) -> Vec<&'static str> {
    let arabic = Arabic::of(text);
    let behind = seen.invisible * 2 > seen.glyphs && seen.covered >= SCAN;
    let signs = [
        (seen.unmapped * 100 > seen.glyphs * UNMAPPED_PERCENT, "letters-unmapped"),
        (arabic.is_reversed(), "letters-reversed"),
        (arabic.is_swapped(), "lam-alef-swapped"),
        (arabic.is_unlikely(), "words-unlikely"),
        (behind, "text-behind-picture"),
        (seen.digits_differ > 0, "digits-differ"),
        (has_lost_number(text), "number-lost"),
        (seen.outside > 0, "text-outside-page"),
    ];
    signs.into_iter().filter_map(|(holds, reason)| holds.then_some(reason)).collect()
}

/// Whether a sign whose letter nobody can know is a digit, or may be one: it touches one, or stands alone.
fn has_lost_number(text: &str) -> bool {
    let is_lost = |c: char| UNKNOWN.contains(c);
    let may_be = |word: &str| {
        word.contains(UNKNOWN) && {
            let lost = word.chars().filter(|c| is_lost(*c)).count();
            lost > 1 && word.chars().all(|c| !c.is_alphabetic()) || word.chars().any(char::is_numeric)
        }
    };
    text.split_whitespace().any(may_be)
}

/// What the Arabic words of a page are like.
#[derive(Debug, Default)]
struct Arabic {
    words: u32,
    /// Words that any Arabic text has, such as من and في.
    known: u32,
    pairs: u32,
    forward: u32,
    backward: u32,
    swapped: u32,
}

impl Arabic {
    fn of(text: &str) -> Self {
        let mut all = Self::default();
        for word in text.split(|c: char| !(is_letter(c) || isnad_text::fold::is_mark(c))) {
            let raw: Vec<char> = word.chars().filter(|c| is_letter(*c)).collect();
            if raw.is_empty() {
                continue;
            }
            let folded = isnad_text::fold(word);
            all.words += 1;
            all.known += u32::from(isnad_text::words::is_function_word(&folded));
            all.swapped += u32::from(is_swapped(&raw));
            let letters: Vec<usize> = folded.chars().map(place).collect();
            // Words of two letters are mostly particles, and many of them are others backwards.
            if letters.len() > 2 {
                all.forward += bits(letters.iter().copied());
                all.backward += bits(letters.iter().rev().copied());
                all.pairs += letters.len() as u32 + 1;
            }
        }
        all
    }

    fn mean(&self, bits: u32) -> f64 {
        f64::from(bits) / f64::from(self.pairs.max(1))
    }

    fn is_enough(&self) -> bool {
        self.words >= WORDS_MIN
    }

    fn is_reversed(&self) -> bool {
        self.is_enough() && self.mean(self.forward) - self.mean(self.backward) > LIKELIER
    }

    fn is_swapped(&self) -> bool {
        self.swapped >= 2 && self.swapped * 100 >= self.words * SWAPPED_PERCENT
    }

    /// A page of names has no particles, but its letters are likely; only a page that lacks both is doubted.
    fn is_unlikely(&self) -> bool {
        self.is_enough() && self.mean(self.forward) > UNLIKELY && self.known * 20 < self.words
    }
}

/// An alef that is followed by another with lam: what becomes of الأسلحة when its ligature is read as األسلحة.
fn is_swapped(word: &[char]) -> bool {
    word.windows(3).any(|part| part[0] == 'ا' && matches!(part[1], 'ا' | 'أ' | 'إ' | 'آ') && part[2] == 'ل')
}

fn is_letter(c: char) -> bool {
    matches!(c, '\u{621}'..='\u{63F}' | '\u{641}'..='\u{64A}' | '\u{671}'..='\u{6D3}' | '\u{6FA}'..='\u{6FC}')
}

/// The letters of the table, behind the edge of a word.
const LETTERS: &str = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي";

static PAIRS: LazyLock<Vec<&'static [u8]>> = LazyLock::new(|| {
    include_str!("quality/pairs.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(str::as_bytes)
        .collect()
});

/// A folded letter's row in the table; a letter that it does not have is as an edge.
fn place(letter: char) -> usize {
    LETTERS.chars().position(|known| known == letter).map_or(0, |at| at + 1)
}

/// How rare the pairs of a word are, in bits.
fn bits(letters: impl Iterator<Item = usize>) -> u32 {
    let mut before = 0;
    let mut sum = 0;
    for letter in letters.chain([0]) {
        sum += PAIRS.get(before).and_then(|row| row.get(letter)).map_or(0, |bits| u32::from(bits - b'a'));
        before = letter;
    }
    sum
}

#[cfg(test)]
mod tests;
