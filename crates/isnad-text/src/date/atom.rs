//! One date within a phrase: its day, month and year, in whichever order they stand.

use super::{
    Doubt, Refused,
    lex::{Kind, Word},
    phrase::Phrase,
};

/// A part of a year, month or decade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Third {
    Early,
    Mid,
    Late,
}

/// A date as it was written, not yet looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Atom {
    pub year: Option<u32>,
    /// The year was written with two digits.
    pub is_short: bool,
    /// The year without its last digit.
    pub decade: Option<u32>,
    pub season: Option<u16>,
    pub month: Option<u32>,
    pub day: Option<u32>,
    pub is_hijri: bool,
    pub third: Option<Third>,
    pub is_approximate: bool,
    pub is_uncertain: bool,
    pub weekday: Option<u16>,
    pub time: Option<String>,
    pub doubts: Vec<Doubt>,
    /// Day and month could be exchanged.
    pub is_ambiguous: bool,
    /// The day could be a year of two digits.
    pub day_or_year: bool,
    /// The month was told by its name.
    pub is_named: bool,
    /// A word said that the year is one.
    pub is_year_said: bool,
}

impl Atom {
    /// Nothing but the number of a day.
    pub fn is_bare_day(&self) -> bool {
        self.day.is_some() && self.month.is_none() && self.year.is_none()
    }
}

impl Phrase<'_> {
    /// A date here, or nothing; then nothing is passed over.
    pub(super) fn atom(&mut self) -> Result<Option<Atom>, Refused> {
        let start = self.at;
        let mut atom = Atom::default();
        self.before_date(&mut atom)?;
        if !self.body(&mut atom)? {
            self.at = start;
            return Ok(None);
        }
        self.after_date(&mut atom)?;
        Ok(Some(atom))
    }

    /// Day, month and year.
    fn body(&mut self, atom: &mut Atom) -> Result<bool, Refused> {
        if self.numeric(atom)? {
            return Ok(true);
        }
        match self.kind() {
            Some(Kind::Number(value, digits)) => self.number_first(atom, value, digits),
            Some(Kind::Word(Word::Day, number)) => {
                self.at += 1;
                atom.day = Some(u32::from(number));
                self.joints();
                if self.month(atom)? {
                    self.year_after(atom);
                    return Ok(true);
                }
                Ok(false)
            }
            Some(Kind::Word(Word::Month | Word::Hijri | Word::Unclear, _)) => {
                self.month(atom)?;
                self.month_first(atom);
                Ok(true)
            }
            Some(Kind::Word(Word::Season, number)) => {
                self.at += 1;
                atom.season = Some(number);
                self.year_after(atom);
                Ok(atom.year.is_some())
            }
            Some(Kind::Word(Word::Decade, number)) => {
                self.at += 1;
                atom.decade = Some(u32::from(number));
                if !self.take(Word::LastCentury) {
                    atom.doubts.push(Doubt::new("date-two-digit-year", format!("{}X", number + 10)));
                }
                Ok(true)
            }
            Some(Kind::Word(Word::Decades, _)) => Ok(self.decades(atom)),
            _ => Ok(false),
        }
    }

    /// "années 1980", "années 80", "عقد 1980".
    fn decades(&mut self, atom: &mut Atom) -> bool {
        let Some(Kind::Number(value, digits)) = self.kind_at(1) else { return false };
        let decade = match digits {
            4 if value % 10 == 0 && is_year(value) => value / 10,
            2 if value % 10 == 0 => 190 + value / 10,
            _ => return false,
        };
        if digits == 2 {
            atom.doubts.push(Doubt::new("date-two-digit-year", format!("{}X", decade + 10)));
        }
        atom.decade = Some(decade);
        self.at += 2;
        true
    }

    /// A number, and perhaps a month behind it: a day, or a year.
    fn number_first(&mut self, atom: &mut Atom, value: u32, digits: usize) -> Result<bool, Refused> {
        let start = self.at;
        self.at += 1;
        if digits == 4 && is_year(value) {
            if value.is_multiple_of(10) && !self.spaced() && self.take(Word::Decades) {
                atom.decade = Some(value / 10);
                return Ok(true);
            }
            atom.year = Some(value);
            let end = self.at;
            self.joints();
            if self.month(atom)? {
                if let Some((day, 1 | 2)) = self.after_joints() {
                    atom.day = Some(day);
                    self.at += 1;
                }
            } else {
                self.at = end;
            }
            return Ok(true);
        }
        // ISO 8601-1, the basic format: 20130315. In prose it may be any number.
        if digits == 8 && !self.is_prose && (19_000_000..21_010_000).contains(&value) {
            (atom.year, atom.month, atom.day) =
                (Some(value / 10_000), Some(value / 100 % 100), Some(value % 100));
            return Ok(true);
        }
        if digits > 2 {
            self.at = start;
            return Ok(false);
        }
        atom.day = Some(value);
        if !self.spaced() {
            self.take(Word::Ordinal);
        }
        let end = self.at;
        let joint = self.kind().filter(|kind| matches!(kind, Kind::Dash | Kind::Slash));
        match joint.filter(|_| !self.spaced()) {
            Some(joint) => self.take_kind(joint),
            None => self.joints(),
        }
        if self.month(atom)? {
            self.year_after(atom);
        } else {
            self.at = end;
        }
        Ok(true)
    }

    /// "March 15, 2013", "March 2013", "March 15".
    fn month_first(&mut self, atom: &mut Atom) {
        let month_end = self.at;
        let is_dashed = self.kind() == Some(Kind::Dash) && !self.spaced() && !self.spaced_at(1);
        if is_dashed && matches!(self.kind_at(1), Some(Kind::Number(_, 1 | 2))) {
            self.at += 1;
        }
        let comma = self.kind() == Some(Kind::Soft);
        match self.after_joints() {
            Some((day, 1 | 2)) if (1..=31).contains(&day) && !comma => {
                self.at += 1;
                atom.day = Some(day);
                if !self.spaced() {
                    self.take(Word::Ordinal);
                }
                // "July 6-8, 2012": the second number is no year.
                let day_end = self.at;
                if matches!(self.kind(), Some(Kind::Dash)) {
                    return;
                }
                self.year_after(atom);
                if atom.year.is_none() {
                    self.at = day_end;
                    atom.day_or_year = !atom.is_hijri && day > 9;
                }
            }
            _ => {
                self.at = month_end;
                self.year_after(atom);
            }
        }
    }

    /// A month by its name, or two names of one month.
    pub(super) fn month(&mut self, atom: &mut Atom) -> Result<bool, Refused> {
        let Some(Kind::Word(word, number)) = self.kind() else { return Ok(false) };
        match word {
            Word::Unclear => return Err(Refused::MonthUnclear),
            Word::Month | Word::Hijri => {}
            _ => return Ok(false),
        }
        self.at += 1;
        (atom.month, atom.is_hijri, atom.is_named) = (Some(u32::from(number)), word == Word::Hijri, true);
        let is_slash = self.kind() == Some(Kind::Slash);
        if (is_slash || self.kind() == Some(Kind::Soft))
            && let Some(Kind::Word(Word::Month, other)) = self.kind_at(1)
            && (is_slash || other == number)
        {
            if other != number || word == Word::Hijri {
                return Err(Refused::MonthsDiffer);
            }
            self.at += 2;
            self.take_kind(Kind::Soft);
        }
        Ok(true)
    }

    /// The year behind a month: four digits, or two behind an apostrophe, a dash or a stroke.
    pub(super) fn year_after(&mut self, atom: &mut Atom) {
        let start = self.at;
        let joint = self.kind();
        let is_tight = !self.spaced() && !self.spaced_at(1);
        if matches!(joint, Some(Kind::Slash)) || (matches!(joint, Some(Kind::Dash)) && is_tight) {
            self.at += 1;
        }
        match self.after_joints() {
            Some((year, 4)) if is_year(year) => atom.year = Some(year),
            Some((year, 2)) if self.may_be_short_year(atom, joint, is_tight) => {
                (atom.year, atom.is_short) = (Some(year), true);
            }
            _ => {
                self.at = start;
                return;
            }
        }
        self.at += 1;
    }

    /// In prose a number behind a month may be anything: "on 5 March 13 people …".
    fn may_be_short_year(&self, atom: &Atom, joint: Option<Kind>, is_tight: bool) -> bool {
        let is_joined = is_tight && matches!(joint, Some(Kind::Dash | Kind::Slash | Kind::Soft));
        let is_range = matches!(self.kind_at(1), Some(Kind::Word(Word::Month | Word::Hijri, _)));
        !is_range && (is_joined || (!self.is_prose && (atom.day.is_some() || joint == Some(Kind::Soft))))
            || (!self.is_prose && atom.day.is_none() && matches!(self.number(), Some((32.., _))))
    }

    /// The number behind dots, commas and words that say nothing.
    fn after_joints(&mut self) -> Option<(u32, usize)> {
        self.joints();
        self.number()
    }

    pub(super) fn joints(&mut self) {
        for _ in 0..4 {
            let is_joint = |kind| {
                let silent = [Word::Fill, Word::OfMonth, Word::Year, Word::In, Word::From];
                match kind {
                    Kind::Soft | Kind::Dot => true,
                    Kind::Word(word, _) => silent.contains(&word),
                    _ => false,
                }
            };
            if !self.kind().is_some_and(is_joint) {
                return;
            }
            self.at += 1;
        }
    }
}

/// Years that people write with four digits. Others are numbers.
pub(super) fn is_year(value: u32) -> bool {
    (1000..=2999).contains(&value)
}
