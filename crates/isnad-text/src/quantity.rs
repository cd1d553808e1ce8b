//! Quantities as people write them: "34", «أكثر من ١٦٬٠٠٠», "between fifty and sixty", "une centaine".
//!
//! What is no number stays none: of "dozens" no bound is made up. Rules: `docs/methodology/dates-and-names.md`.

mod figure;
mod lex;
mod spelled;

pub use crate::doubt::Doubt;

use figure::Figure;
use lex::{Item, Kind};

/// A number, or what it lies between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// At least so many: a decimal number with `.`, none where nothing bounds it.
    ///
    /// "More than 30" gives 30: the number that was written.
    pub min: Option<String>,
    /// At most so many.
    pub max: Option<String>,
    /// It was said to be about so many.
    pub approximate: bool,
    /// What stands behind the number, as written: "persons", «قتيلاً».
    pub unit_words: String,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
}

/// Reads the words of one quantity, all of them; `None` if they are none.
pub fn read(words: &str) -> Option<Quantity> {
    let (items, folded) = lex::items(words);
    let mut reader = Reader { items: &items, at: 0, doubts: Vec::new(), is_approximate: false };
    let (min, max) = reader.bounds()?;
    let rest = items.get(reader.at..).unwrap_or_default();
    // A second number is a second quantity, and which of them is meant nobody knows.
    if rest.iter().any(|item| item.kind.is_number()) {
        return None;
    }
    let unit_words = rest.first().map_or("", |first| {
        let place = folded.raw_range(first.place.start..folded.text.len());
        words.get(place.start..).unwrap_or_default()
    });
    let unit_words = unit_words.trim_matches(|c: char| c.is_whitespace() || ".,،؛;()".contains(c)).to_owned();
    let Reader { doubts, is_approximate: approximate, .. } = reader;
    Some(Quantity { min, max, approximate, unit_words, doubts })
}

struct Reader<'a> {
    items: &'a [Item],
    at: usize,
    doubts: Vec<Doubt>,
    is_approximate: bool,
}

type Bounds = (Option<String>, Option<String>);

impl Reader<'_> {
    fn kind(&self) -> Option<&Kind> {
        self.items.get(self.at).map(|item| &item.kind)
    }

    fn bounds(&mut self) -> Option<Bounds> {
        let relation = self.before();
        if self.is_vague() {
            return Some((None, None));
        }
        let start = self.at;
        let mut first = self.number(false)?;
        let mut second = self.second(relation.as_ref());
        if second.is_none() && relation == Some(Kind::Between) {
            // «بين خمسة وعشرين» are two numbers, not 25.
            self.at = start;
            first = self.number(true)?;
            second = Some(self.second(relation.as_ref())?);
        }
        if let Some(second) = second {
            // In "2 to 3 million" both are millions.
            if first.scale == 1 && second.scale > 1 && first.value() < second.before_scale() {
                self.doubts.push(Doubt::new("quantity-scale", first.to_string()));
                first = first.times(second.scale)?;
            }
            let is_ordered = first.value() <= second.value();
            return is_ordered.then(|| (Some(first.to_string()), Some(second.to_string())));
        }
        let number = Some(first.to_string());
        Some(match self.after(relation)? {
            Some(Kind::AtLeast) => (number, None),
            Some(Kind::AtMost) => (None, number),
            _ => (number.clone(), number),
        })
    }

    /// "about", "at least", "between"; the last but "about".
    fn before(&mut self) -> Option<Kind> {
        let mut relation = None;
        for _ in 0..5 {
            match self.kind() {
                Some(Kind::Around) => self.is_approximate = true,
                // The French à, folded, is the English article: "a hundred".
                Some(Kind::Fill | Kind::To) => {}
                Some(kind @ (Kind::AtLeast | Kind::AtMost | Kind::Between | Kind::From))
                    if relation.is_none() =>
                {
                    relation = Some(kind.clone());
                }
                Some(Kind::OrMore) if relation.is_none() => relation = Some(Kind::AtLeast),
                _ => break,
            }
            self.at += 1;
        }
        relation
    }

    /// "dozens", "several", and "thousands" without a number.
    fn is_vague(&mut self) -> bool {
        let Some(item) = self.items.get(self.at) else { return false };
        if !matches!(item.kind, Kind::Vague | Kind::Scales(_)) {
            return false;
        }
        self.doubts.push(Doubt::new("quantity-vague", item.words.clone()));
        self.is_approximate = true;
        while matches!(self.kind(), Some(Kind::Vague | Kind::Scales(_) | Kind::Fill)) {
            self.at += 1;
        }
        true
    }

    fn second(&mut self, relation: Option<&Kind>) -> Option<Figure> {
        let start = self.at;
        let joins = match self.kind()? {
            Kind::Dash | Kind::To => true,
            Kind::And => relation == Some(&Kind::Between),
            _ => false,
        };
        self.at += 1;
        let second = joins.then(|| self.number(false)).flatten();
        if second.is_none() {
            self.at = start;
        }
        second
    }

    /// "or more", "at least", "about" behind the number; `None` if it goes against what stands before.
    fn after(&mut self, mut relation: Option<Kind>) -> Option<Option<Kind>> {
        for _ in 0..3 {
            let said = match self.kind() {
                Some(Kind::Around) => {
                    self.is_approximate = true;
                    self.at += 1;
                    continue;
                }
                Some(Kind::AtLeast | Kind::OrMore) => Kind::AtLeast,
                Some(Kind::AtMost | Kind::OrLess) => Kind::AtMost,
                _ => break,
            };
            if relation.as_ref().is_some_and(|before| *before != said) {
                return None;
            }
            relation = Some(said);
            self.at += 1;
        }
        match relation {
            Some(Kind::Between | Kind::From) => None,
            relation => Some(relation),
        }
    }
}

#[cfg(test)]
mod tests;
