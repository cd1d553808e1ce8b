//! What stands around the day, month and year of a date.

use super::{
    Refused,
    atom::{Atom, Third},
    lex::{Kind, Word},
    phrase::Phrase,
};

impl Phrase<'_> {
    /// What may stand before: weekday, time, "early", "about", "in the year".
    pub(super) fn before_date(&mut self, atom: &mut Atom) -> Result<(), Refused> {
        for _ in 0..8 {
            match self.kind() {
                Some(Kind::Word(Word::Weekday, number)) if atom.weekday.is_none() => {
                    atom.weekday = Some(number)
                }
                Some(Kind::Word(Word::Around, _)) => atom.is_approximate = true,
                Some(Kind::Word(Word::Unsure, _)) => atom.is_uncertain = true,
                Some(Kind::Word(Word::Early, _)) => atom.third = Some(Third::Early),
                Some(Kind::Word(Word::Mid, _)) => atom.third = Some(Third::Mid),
                Some(Kind::Word(Word::Late, _)) => atom.third = Some(Third::Late),
                Some(Kind::Word(Word::Year | Word::In, _)) => atom.is_year_said = true,
                // «يوم الأربعاء الموافق ٢١/٨/٢٠١٣»: the weekday agrees with the date, and no other calendar is meant.
                Some(Kind::Word(Word::Agrees, _)) => {
                    self.at += usize::from(self.kind_at(1) == Some(Kind::Colon));
                }
                // The part of the day is no time, and stays in the words: «فجر ٢١ آب».
                Some(Kind::Word(
                    Word::Fill | Word::OfDay | Word::OfMonth | Word::Am | Word::Pm | Word::Night,
                    _,
                ))
                | Some(Kind::Soft | Kind::Dot) => {}
                Some(Kind::Dash) if atom.third.is_some() => {}
                Some(Kind::Number(..) | Kind::Word(Word::At, _)) if atom.time.is_none() => {
                    atom.time = self.time()?;
                    if atom.time.is_none() {
                        return Ok(());
                    }
                    continue;
                }
                _ => return Ok(()),
            }
            self.at += 1;
        }
        Ok(())
    }

    /// What may stand behind: calendar, "about", weekday, time.
    pub(super) fn after_date(&mut self, atom: &mut Atom) -> Result<(), Refused> {
        for _ in 0..6 {
            let before = self.at;
            match self.kind() {
                Some(Kind::Word(Word::Islamic, _)) if atom.year.is_some() => {
                    atom.is_hijri = true;
                    self.at += 1;
                }
                Some(Kind::Word(Word::Gregorian, _)) if atom.year.is_some() => self.at += 1,
                Some(Kind::Word(Word::Around, _)) if !self.is_prose => {
                    atom.is_approximate = true;
                    self.at += 1;
                }
                Some(Kind::Word(Word::Unsure, _)) if !self.is_prose => {
                    atom.is_uncertain = true;
                    self.at += 1;
                }
                Some(Kind::Word(Word::Weekday, number)) if atom.weekday.is_none() && atom.day.is_some() => {
                    atom.weekday = Some(number);
                    self.at += 1;
                }
                Some(Kind::Word(Word::Am | Word::Pm | Word::Night, _)) if atom.day.is_some() => self.at += 1,
                Some(Kind::Soft | Kind::Dot) => self.after_soft(atom)?,
                _ if atom.time.is_none() && atom.day.is_some() && !atom.is_bare_day() => {
                    atom.time = self.time()?
                }
                _ => {}
            }
            if self.at == before {
                return Ok(());
            }
        }
        Ok(())
    }

    /// A comma or bracket, if what stands behind it belongs to the date.
    fn after_soft(&mut self, atom: &mut Atom) -> Result<(), Refused> {
        match self.kind_at(1) {
            Some(Kind::Word(Word::Islamic | Word::Gregorian, _)) if atom.year.is_some() => self.at += 1,
            Some(Kind::Word(Word::Weekday, _)) if atom.weekday.is_none() && atom.day.is_some() => {
                self.at += 1
            }
            _ if atom.time.is_none() && atom.day.is_some() && !atom.is_bare_day() => {
                atom.time = self.time()?
            }
            _ => {}
        }
        Ok(())
    }
}
