//! Dates in numbers: 12/3/2013, 2013-03-12, 8.2013.

use super::{
    Doubt, Order, Refused,
    atom::{Atom, is_year},
    lex::Kind,
    phrase::Phrase,
};

impl Phrase<'_> {
    /// Three or two numbers with strokes, dots or dashes.
    pub(super) fn numeric(&mut self, atom: &mut Atom) -> Result<bool, Refused> {
        let Some((a, a_digits)) = self.number() else { return Ok(false) };
        let Some(sign @ (Kind::Slash | Kind::Dash | Kind::Dot)) = self.kind_at(1) else { return Ok(false) };
        let Some(Kind::Number(b, b_digits)) = self.kind_at(2) else { return Ok(false) };
        let third = match (self.kind_at(3), self.kind_at(4)) {
            (Some(second), Some(Kind::Number(c, digits))) if second == sign => Some((c, digits)),
            _ => None,
        };
        let is_tight = !self.spaced_at(1) && !self.spaced_at(2);
        match (a_digits, b_digits, third) {
            (4, 1 | 2, Some((c, 1 | 2))) if is_year(a) => {
                (atom.year, atom.month, atom.day) = (Some(a), Some(b), Some(c));
                self.at += 5;
            }
            (1 | 2, 1 | 2, Some((c, 4))) if is_year(c) => {
                self.day_and_month(atom, a, b);
                atom.year = Some(c);
                self.at += 5;
            }
            (1 | 2, 1 | 2, Some((c, 2))) if is_tight => {
                self.day_and_month(atom, a, b);
                (atom.year, atom.is_short) = (Some(c), true);
                self.at += 5;
            }
            (1 | 2, 4, None) if is_year(b) && is_tight => {
                (atom.month, atom.year) = (Some(a), Some(b));
                self.at += 3;
            }
            (4, 1 | 2, None) if is_year(a) && is_tight => {
                (atom.year, atom.month) = (Some(a), Some(b));
                self.at += 3;
            }
            (1 | 2, 1 | 2, None) if sign == Kind::Slash => {
                self.day_and_month(atom, a, b);
                self.at += 3;
            }
            _ => return Ok(false),
        }
        if atom.year.is_some() && atom.month == Some(0) {
            (atom.month, atom.day) = (None, atom.day.filter(|day| *day != 0));
            if atom.day.is_some() {
                return Err(Refused::NoSuchMonth);
            }
            atom.doubts.push(Doubt::new("date-zeros", ""));
        } else if atom.year.is_some() && atom.day == Some(0) {
            atom.day = None;
            atom.is_ambiguous = false;
            atom.doubts.push(Doubt::new("date-zeros", ""));
        }
        Ok(true)
    }

    /// Which of two numbers is the day: by the order asked for, unless only the other gives a month.
    fn day_and_month(&self, atom: &mut Atom, a: u32, b: u32) {
        let (day, month) = match self.order {
            Order::DayFirst => (a, b),
            Order::MonthFirst => (b, a),
        };
        let can_turn = (13..=31).contains(&month) && (1..=12).contains(&day);
        if can_turn {
            atom.doubts.push(Doubt::new("date-other-order", ""));
            (atom.day, atom.month) = (Some(month), Some(day));
            return;
        }
        atom.is_ambiguous = (1..=12).contains(&day) && (1..=12).contains(&month) && day != month;
        (atom.day, atom.month) = (Some(day), Some(month));
    }
}
