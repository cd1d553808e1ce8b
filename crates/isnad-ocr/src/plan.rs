//! Who reads what on a line: numerals our own recognizer, Arabic and Latin words each the program with their model.

use crate::{
    numerals::{self, CLASSES, Class, Marks, Net, Number, Scale},
    sheet::Sheet,
};

/// Paper between two words is wider than this many letters; what is parted more finely does no harm here.
const WORD_GAP: f32 = 0.3;
/// A word is Latin when so much more of its ink looks Latin than Arabic.
const LATIN: f32 = 1.5;
/// What is lower than so many letters is a dot, a mark or a sign.
const LOW: f32 = 0.4;
/// A line is Latin when that is true for this part of its letters; numbers in it are left to the Latin model.
const LATIN_LINE: f32 = 0.6;

/// A page of ten thousand words has fewer blobs.
const CROWD: usize = 80_000;

/// What is on a page.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// For each line numbers, and what may be one.
    pub numbers: Vec<Vec<Number>>,
    /// For each blob who reads it.
    readers: Vec<Reader>,
}

/// Who reads a blob.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The Arabic model.
    Arabic,
    /// The Latin models.
    Latin,
    /// Our recognizer of numerals.
    Numerals,
}

impl Plan {
    /// Looks at all lines of a sheet. Without a Latin model everything but numbers is for the Arabic one.
    pub fn of(sheet: &Sheet, net: &Net, has_latin: bool) -> Self {
        if sheet.blobs.len() > CROWD {
            return Self::crowded(sheet);
        }
        let lines = numerals::marks(net, sheet);
        let scale = Scale::of(lines.iter().map(Vec::as_slice));
        let mut plan = Self { numbers: Vec::new(), readers: vec![Reader::Arabic; sheet.blobs.len()] };
        for line in &lines {
            plan.line(line, sheet.layout.letter as f32, scale, has_latin);
        }
        plan
    }

    /// A page of noise, or a picture: letters are looked for, and any word may be a number.
    fn crowded(sheet: &Sheet) -> Self {
        let readers = vec![Reader::Arabic; sheet.blobs.len()];
        let all = sheet.layout.lines.iter().map(|line| vec![Number::anywhere(line.rect)]);
        Self { numbers: all.collect(), readers }
    }

    fn line(&mut self, marks: &Marks, letter: f32, scale: Scale, has_latin: bool) {
        let mut numbers = numerals::numbers(marks, scale);
        if has_latin {
            let is_latin_line = latin_words(marks, letter, &mut self.readers);
            for number in &mut numbers {
                let in_latin = number.blobs.iter().any(|at| self.readers[*at] == Reader::Latin);
                number.is_sure &= number.is_arabic || !(is_latin_line || in_latin);
            }
        }
        let sure = numbers.iter().filter(|number| number.is_sure);
        sure.flat_map(|number| &number.blobs).for_each(|at| self.readers[*at] = Reader::Numerals);
        self.numbers.push(numbers);
    }

    /// Whether a blob is for this reader.
    pub fn is_for(&self, blob: usize, reader: Reader) -> bool {
        self.readers[blob] == reader
    }
}

/// Gives the blobs of Latin words to the Latin models, and tells whether the line as a whole is Latin.
fn latin_words(marks: &Marks, letter: f32, readers: &mut [Reader]) -> bool {
    let (mut latin, mut arabic) = (0.0, 0.0);
    let mut start = 0;
    while start < marks.len() {
        let end = end_of_word(marks, start, letter);
        let word = Ink::of(&marks[start..end]);
        let is_seen = marks[start..end]
            .iter()
            .any(|mark| mark.likely[26] > 0.5 && mark.rect.height() as f32 > letter * LOW);
        if is_seen && word.latin + word.latin_numerals > LATIN * word.arabic {
            marks[start..end].iter().for_each(|mark| readers[mark.blob] = Reader::Latin);
            latin += word.latin;
        } else {
            arabic += word.arabic;
        }
        start = end;
    }
    let is_latin = latin > 0.0 && latin > LATIN_LINE * (latin + arabic);
    if is_latin {
        let others = marks.iter().filter(|mark| Ink::of_one(&mark.likely).arabic <= 0.5);
        others.for_each(|mark| readers[mark.blob] = Reader::Latin);
    }
    is_latin
}

fn end_of_word(marks: &Marks, start: usize, letter: f32) -> usize {
    let mut right = marks[start].rect.right;
    let rest = &marks[start + 1..];
    let n = rest.iter().take_while(|mark| {
        let goes_on = mark.rect.left as f32 <= right as f32 + letter * WORD_GAP;
        right = right.max(mark.rect.right);
        goes_on
    });
    start + 1 + n.count()
}

/// How much ink of each kind there is, by the area that it stands on.
#[derive(Debug, Clone, Copy, Default)]
struct Ink {
    arabic: f32,
    latin: f32,
    latin_numerals: f32,
}

impl Ink {
    fn of_one(likely: &[f32; CLASSES]) -> Self {
        let mut ink = Self::default();
        for (at, likely) in likely.iter().enumerate() {
            match Class::of(at) {
                Class::Arabic(_) | Class::ArabicInk => ink.arabic += likely,
                Class::LatinInk => ink.latin += likely,
                Class::Latin(_) => ink.latin_numerals += likely,
                Class::Sign(_) | Class::Broken => {}
            }
        }
        ink
    }

    fn of(marks: &Marks) -> Self {
        marks.iter().fold(Self::default(), |sum, mark| {
            let (one, weight) = (Self::of_one(&mark.likely), (mark.rect.height() * mark.rect.width()) as f32);
            Self {
                arabic: sum.arabic + one.arabic * weight,
                latin: sum.latin + one.latin * weight,
                latin_numerals: sum.latin_numerals + one.latin_numerals * weight,
            }
        })
    }
}

#[cfg(test)]
mod tests;
