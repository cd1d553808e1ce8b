//! Numbers in words, and numbers in digits before "thousand".

use super::{Doubt, Reader, figure::Figure, lex::Kind};

/// A number while it is put together.
#[derive(Default)]
struct Sum {
    /// What is complete: everything before the last thousand or million.
    total: u128,
    /// Below a thousand, still to be multiplied.
    current: u128,
    /// The last word that was added, to tell five-and-twenty from five and twenty.
    last: u128,
    /// The last thousand or million; the next must be smaller.
    scale: u128,
    n_words: usize,
}

impl Reader<'_> {
    /// The number here; with `stops`, no "and" is passed over.
    pub(super) fn number(&mut self, stops: bool) -> Option<Figure> {
        while matches!(self.kind(), Some(Kind::Fill | Kind::To | Kind::Around)) {
            self.is_approximate |= self.kind() == Some(&Kind::Around);
            self.at += 1;
        }
        match self.kind()?.clone() {
            Kind::Figure(figure, other) => {
                self.at += 1;
                self.doubts.extend(other.map(|other| Doubt::new("quantity-separator", other.to_string())));
                self.scaled(figure)
            }
            Kind::About(value) => {
                self.at += 1;
                self.is_approximate = true;
                Some(Figure::whole(value))
            }
            _ => self.words(stops),
        }
    }

    /// "16 thousand", "1.5 million", "2 dozen", «٣ ملايين ونصف».
    fn scaled(&mut self, mut figure: Figure) -> Option<Figure> {
        for _ in 0..2 {
            match self.kind() {
                Some(Kind::Scale(scale) | Kind::Bent(scale) | Kind::Scales(scale) | Kind::Dozen(scale)) => {
                    figure = figure.times(*scale)?;
                    self.at += 1;
                }
                _ => break,
            }
        }
        if figure.scale > 1 && self.is_half() {
            let half = figure.scale / 2;
            let scale = figure.scale;
            figure = Figure::whole(figure.integer()?.checked_add(half)?);
            figure.scale = scale;
        }
        Some(figure)
    }

    fn is_half(&mut self) -> bool {
        let n = match (self.kind(), self.items.get(self.at + 1).map(|item| &item.kind)) {
            (Some(Kind::Half), _) => 1,
            (Some(Kind::And), Some(Kind::Half)) => 2,
            _ => 0,
        };
        self.at += n;
        n > 0
    }

    /// What ألفا is, and what else it may be: two thousand before what is counted, and else one thousand.
    fn bent(&self, scale: u128, skipped: usize) -> (Kind, Option<u128>) {
        let next = self.items.get(self.at + skipped + 1);
        let is_before_counted =
            next.is_some_and(|next| next.kind == Kind::Other && next.words.starts_with(char::is_alphabetic));
        match is_before_counted {
            true => (Kind::Dual(scale * 2), Some(scale)),
            false => (Kind::Scale(scale), Some(scale * 2)),
        }
    }

    fn words(&mut self, stops: bool) -> Option<Figure> {
        let mut sum = Sum::default();
        loop {
            let is_and = sum.n_words > 0 && self.kind() == Some(&Kind::And);
            let is_dash = sum.n_words > 0 && self.kind() == Some(&Kind::Dash);
            if is_and && stops {
                break;
            }
            let skipped = usize::from(is_and || is_dash);
            let Some(item) = self.items.get(self.at + skipped) else { break };
            let (kind, other) = match item.kind {
                Kind::Bent(scale) if sum.current == 0 || is_and => self.bent(scale, skipped),
                Kind::Bent(scale) => (Kind::Scale(scale), None),
                ref kind => (kind.clone(), None),
            };
            if !sum.take(&kind, is_and) {
                break;
            }
            self.doubts.extend(other.map(|other| Doubt::new("quantity-dual", other.to_string())));
            self.at += skipped + 1;
        }
        let whole = sum.total.checked_add(sum.current)?;
        let mut figure = Figure::whole(whole);
        if sum.n_words > 0 && sum.scale > 1 {
            figure.scale = sum.scale;
            if sum.current == 0 && self.is_half() {
                figure = Figure::whole(whole.checked_add(sum.scale / 2)?);
                figure.scale = sum.scale;
            }
        }
        (sum.n_words > 0).then_some(figure)
    }
}

impl Sum {
    /// Adds a word, unless it begins another number.
    fn take(&mut self, kind: &Kind, is_and: bool) -> bool {
        let taken = match kind {
            Kind::Number(value) => self.add(*value, is_and),
            Kind::Scale(100) => self.hundred(is_and),
            Kind::Scales(100) => false,
            Kind::Dozen(value) if !is_and => self.multiply(*value),
            Kind::Scale(scale) => self.multiply(*scale),
            Kind::Scales(scale) => self.current > 0 && !is_and && self.multiply(*scale),
            Kind::Dual(value) => self.dual(*value),
            _ => false,
        };
        self.n_words += usize::from(taken);
        taken
    }

    fn add(&mut self, value: u128, is_and: bool) -> bool {
        let low = self.current % 100;
        let fits = match value {
            0 => self.n_words == 0,
            _ if self.n_words == 1 && self.current == 0 && self.total == 0 => false,
            100.. => self.current == 0,
            _ if low == 0 => true,
            1..=9 => low >= 20 && low.is_multiple_of(10) && value > 0,
            // soixante-dix, quatre-vingt-onze
            10..=19 => low == 60 || low == 80,
            // خمسة وعشرون
            _ => is_and && self.last == low && low < 10,
        };
        if fits {
            self.current += value;
            self.last = value;
        }
        fits
    }

    /// "two hundred", "cent", مئة; behind "and" it is one hundred more: «ألف ومئة».
    fn hundred(&mut self, is_and: bool) -> bool {
        let fits = if is_and { self.current == 0 } else { self.current < 20 };
        if fits {
            self.current = self.current.max(1) * 100;
            self.last = 100;
        }
        fits
    }

    fn multiply(&mut self, scale: u128) -> bool {
        let fits = self.scale == 0 || scale < self.scale;
        if fits {
            self.total += self.current.max(1) * scale;
            (self.current, self.last, self.scale) = (0, 0, scale);
        }
        fits
    }

    fn dual(&mut self, value: u128) -> bool {
        let fits = self.current == 0 && self.multiply(value / 2);
        if fits {
            self.total += value / 2;
        }
        fits
    }
}
