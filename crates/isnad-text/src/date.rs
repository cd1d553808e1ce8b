//! Dates as people write them, in Arabic, English and French, and how they are kept: as EDTF.
//!
//! Words are never corrected. What can be read in two ways is read in one and told as a [`Doubt`] with the other;
//! a day that does not exist is refused. The rules and their sources: `docs/methodology/dates-and-names.md`.

mod around;
mod atom;
mod calendar;
mod edtf;
mod find;
mod hour;
mod lex;
mod numeric;
mod phrase;
mod shape;
mod span;

pub use crate::doubt::Doubt;
pub use calendar::{Weekday, civil, ordinal};
pub use edtf::{Edtf, NotEdtf, Precision};
pub use find::find_in;

/// Which of two numbers is the day, where nothing else tells: 3/4/2013.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The first: the third of April.
    #[default]
    DayFirst,
    /// The second: the fourth of March.
    MonthFirst,
}

/// The calendar that the words were written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Calendar {
    /// The one of EDTF.
    #[default]
    Gregorian,
    /// The Islamic one, turned into Gregorian days by the tabular calendar; the sighted moon may differ by a day or two.
    Hijri,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The date, Gregorian.
    pub edtf: Edtf,
    /// The calendar of the words.
    pub calendar: Calendar,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
    /// The weekday that was written, true or not.
    pub weekday: Option<Weekday>,
    /// The time of day that was written: `21:22`, `02:30:00`, with `Z` or an offset where that was written.
    pub time: Option<String>,
}

/// Why words give no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}", self.code())]
pub enum Refused {
    /// They are no date in a form that is known.
    Unreadable,
    /// The month has no such day, in that year.
    NoSuchDay,
    /// The year has no such month.
    NoSuchMonth,
    /// The day has no such hour or minute.
    NoSuchTime,
    /// Two names of the month are written, and they are of two months.
    MonthsDiffer,
    /// The name is shared by two months: تشرين alone.
    MonthUnclear,
    /// The end lies before the beginning.
    EndsBeforeStart,
    /// An Islamic date without its year is no Gregorian day.
    HijriWithoutYear,
}

impl Refused {
    /// Its stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "date-unreadable",
            Self::NoSuchDay => "date-no-such-day",
            Self::NoSuchMonth => "date-no-such-month",
            Self::NoSuchTime => "date-no-such-time",
            Self::MonthsDiffer => "date-months-differ",
            Self::MonthUnclear => "date-month-unclear",
            Self::EndsBeforeStart => "date-ends-before-start",
            Self::HijriWithoutYear => "date-hijri-without-year",
        }
    }
}

/// Reads the words of one date, all of them.
///
/// # Errors
/// Where they are no date, or a part of it does not exist.
pub fn read(words: &str, order: Order) -> Result<Read, Refused> {
    let (items, folded) = lex::items(words);
    if let Some(read) = written_as_edtf(&folded.text)? {
        return Ok(read);
    }
    let mut phrase = phrase::Phrase::new(&items, order, false);
    let found = phrase.read()?.ok_or(Refused::Unreadable)?;
    phrase.skip_trailing();
    if phrase.at < items.len() {
        return Err(Refused::Unreadable);
    }
    Ok(found.into_read())
}

/// EDTF itself, in digits of any kind. Years of four digits alone, so that 0013 is told and not taken.
fn written_as_edtf(folded: &str) -> Result<Option<Read>, Refused> {
    // Folded letters are small, and EDTF has one letter, the X.
    let Ok(edtf) = folded.trim().to_ascii_uppercase().parse::<Edtf>() else { return Ok(None) };
    let doubts = shape::doubts_of_year(&edtf);
    Ok(Some(Read { edtf, calendar: Calendar::Gregorian, doubts, weekday: None, time: None }))
}

#[cfg(test)]
mod tests;
