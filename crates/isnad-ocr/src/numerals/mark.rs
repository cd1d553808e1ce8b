//! What stands on a line, as far as numbers are concerned.

use super::net::{CLASSES, Class};
use crate::ink::Rect;

/// What is as likely as this a numeral, whichever, is one.
pub const SURE: f32 = 0.7;
/// What is lower than so many heights is a dot or a mark.
const LOW: f32 = 0.45;

/// A blob, or a part of one that holds several numerals, with how likely each class is.
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    /// The blob, by its place among those of the page.
    pub blob: usize,
    /// Another blob that is a piece of the same numeral.
    pub piece: Option<usize>,
    /// Where it stands.
    pub rect: Rect,
    /// How likely it is of each class.
    pub likely: [f32; CLASSES],
}

/// What stands on a line, in the order of left edges.
pub type Marks = [Mark];

impl Mark {
    /// Its middle column.
    pub fn middle(&self) -> f32 {
        self.rect.middle_x2() as f32 / 2.0
    }

    /// Whether it is a numeral, whichever.
    pub fn is_numeral(&self) -> bool {
        self.likely[..20].iter().sum::<f32>() >= SURE
    }

    /// Whether it is a letter, where numerals are so high, and not a dot or a mark.
    pub fn is_letter(&self, height: f32) -> bool {
        !self.is_numeral() && self.rect.height() as f32 > height * LOW
    }

    /// Whether it is Arabic-Indic rather than Latin, if it is a numeral.
    pub fn is_arabic(&self) -> bool {
        self.likely[..10].iter().sum::<f32>() >= self.likely[10..20].iter().sum()
    }

    /// How likely it is a numeral, a sign of a number or a piece of one.
    pub fn number(&self) -> f32 {
        let is_letter = |at: &usize| matches!(Class::of(*at), Class::ArabicInk | Class::LatinInk);
        1.0 - (0..CLASSES).filter(is_letter).map(|at| self.likely[at]).sum::<f32>()
    }

    /// The likeliest class but letters, among those of a script where that is known, and how likely that is.
    pub fn best(&self, is_arabic: Option<bool>) -> (Class, f32) {
        let fits = |class: Class| match class {
            Class::Arabic(_) => is_arabic != Some(false),
            Class::Latin(_) => is_arabic != Some(true),
            Class::Sign(_) | Class::Broken => true,
            Class::ArabicInk | Class::LatinInk => false,
        };
        let all = (0..CLASSES).map(|at| (Class::of(at), self.likely[at])).filter(|(class, _)| fits(*class));
        all.max_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or((Class::Broken, 0.0))
    }

    /// Whether its shape is that of a letter as well: ١ of an alef, ٥ of a ha, ٠ of a dot, 0 and 1 of O, I and l.
    pub fn looks_like_a_letter(&self) -> bool {
        matches!(self.best(None).0, Class::Arabic(0 | 1 | 5) | Class::Latin(0 | 1) | Class::Broken)
    }
}
