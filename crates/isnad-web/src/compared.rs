//! Two readings of a page, word against word.

use isnad_text::{
    align::{TooLong, align},
    fold,
};

/// What became of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Compared {
    /// The lines of both readings.
    pub sides: [Vec<Vec<Part>>; 2],
    pub differences: Vec<Difference>,
    /// Words that stand in both, and those of them that are written otherwise.
    pub n_same: u64,
    pub n_spelt: u64,
}

/// Words of a line that fared alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub text: String,
    pub what: What,
}

/// How words fared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// They stand in the other reading too.
    Same,
    /// They do, with other marks, letters of the same sound, or digits of the other kind.
    Spelt,
    /// They stand here alone.
    Only,
    /// Here something is missing that the other reading has.
    Gap,
}

/// A place where the readings differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    pub sides: [String; 2],
    /// Whether a number is among the words: there a difference weighs most.
    pub number: bool,
}

/// A word of a text and the line that it stands in.
struct Word<'t> {
    text: &'t str,
    line: usize,
}

impl Compared {
    /// Compares two texts.
    pub fn new(a: &str, b: &str) -> Result<Self, TooLong> {
        let texts = [words(a), words(b)];
        let folded =
            texts.each_ref().map(|words| words.iter().map(|word| fold(word.text)).collect::<Vec<_>>());
        let mut compared = Self::default();
        let mut reached = [0, 0];
        let ends = [texts[0].len(), texts[1].len()];
        let pairs = align(&folded[0], &folded[1])?.into_iter().map(|(x, y)| ([x, y], true));
        for (at, is_pair) in pairs.chain([(ends, false)]) {
            compared.differ(&texts, reached, at);
            if is_pair {
                compared.agree(&texts, at);
                reached = at.map(|place| place + 1);
            }
        }
        Ok(compared)
    }

    /// The words between two pairs: those of either reading stand there alone.
    fn differ(&mut self, texts: &[Vec<Word<'_>>; 2], from: [usize; 2], to: [usize; 2]) {
        if from == to {
            return;
        }
        let mut sides = [String::new(), String::new()];
        for side in 0..2 {
            let alone = &texts[side][from[side]..to[side]];
            alone.iter().for_each(|word| self.push(side, word.line, word.text, What::Only));
            if alone.is_empty() {
                let next = texts[side].get(from[side]).or(texts[side].last());
                self.push(side, next.map_or(0, |word| word.line), "", What::Gap);
            }
            sides[side] = alone.iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
        }
        let number = sides.iter().any(|words| words.chars().any(char::is_numeric));
        self.differences.push(Difference { sides, number });
    }

    fn agree(&mut self, texts: &[Vec<Word<'_>>; 2], at: [usize; 2]) {
        let words = [&texts[0][at[0]], &texts[1][at[1]]];
        let is_spelt = words[0].text != words[1].text;
        self.n_same += 1;
        self.n_spelt += u64::from(is_spelt);
        let what = if is_spelt { What::Spelt } else { What::Same };
        for (side, word) in words.into_iter().enumerate() {
            self.push(side, word.line, word.text, what);
        }
    }

    fn push(&mut self, side: usize, line: usize, text: &str, what: What) {
        let lines = &mut self.sides[side];
        if lines.len() <= line {
            lines.resize(line + 1, Vec::new());
        }
        match lines[line].last_mut().filter(|part| part.what == what) {
            Some(part) if what == What::Gap => debug_assert!(part.text.is_empty(), "a gap has no words"),
            Some(part) => {
                part.text.push(' ');
                part.text.push_str(text);
            }
            None => lines[line].push(Part { text: text.to_owned(), what }),
        }
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).enumerate();
    lines.flat_map(|(line, words)| words.split_whitespace().map(move |text| Word { text, line })).collect()
}
