//! Days as numbers: the proleptic Gregorian calendar, and the tabular Islamic one.
//!
//! Day 0 is 1970-01-01. Gregorian days are counted by whole 400-year cycles, as Reingold and Dershowitz describe
//! (*Calendrical Calculations*, 4th edition, chapter 2); the Islamic calendar is their arithmetical one (chapter 7):
//! months of 30 and 29 days by turns, and in each cycle of 30 years eleven with a 355th day.

/// Days from 0001-01-01 to 1970-01-01.
const UNIX: i32 = 719_162;
/// 1 Muharram of year 1, which is 19 July 622 (16 July of the Julian calendar): the civil epoch.
const HIJRA: i32 = 227_014 - UNIX;

/// A day of some calendar: year, month from 1, day from 1.
pub type Ymd = (i32, u8, u8);

/// Whether a Gregorian year has 366 days.
pub fn is_leap(year: i32) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

/// Days of a Gregorian month, from 1; of a month that does not exist, none.
pub fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 => 28 + u8::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// The number of a Gregorian day that exists.
pub fn ordinal((year, month, day): Ymd) -> i32 {
    let before = year - 1;
    let leaps = before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
    let months: i32 = (1..month).map(|m| i32::from(days_in_month(year, m))).sum();
    before * 365 + leaps + months + i32::from(day) - 1 - UNIX
}

/// The Gregorian day of a number.
pub fn civil(ordinal: i32) -> Ymd {
    let day = i64::from(ordinal) + i64::from(UNIX);
    // By the mean length of a year it may be one too early; so it begins one later and goes back.
    let mut year = i32::try_from(day.div_euclid(146_097) * 400 + day.rem_euclid(146_097) * 400 / 146_097 + 2)
        .unwrap_or(i32::MAX);
    while self::ordinal((year, 1, 1)) > ordinal {
        year -= 1;
    }
    let mut rest = ordinal - self::ordinal((year, 1, 1));
    let mut month = 1;
    while rest >= i32::from(days_in_month(year, month)) {
        rest -= i32::from(days_in_month(year, month));
        month += 1;
    }
    (year, month, u8::try_from(rest + 1).unwrap_or(u8::MAX))
}

/// Days of a month of the tabular Islamic calendar.
pub fn days_in_hijri_month(year: i32, month: u8) -> u8 {
    match month {
        12 if is_hijri_leap(year) => 30,
        1..=12 => 30 - u8::from(month.is_multiple_of(2)),
        _ => 0,
    }
}

fn is_hijri_leap(year: i32) -> bool {
    (14 + 11 * year).rem_euclid(30) < 11
}

/// The number of a day of the tabular Islamic calendar.
pub fn hijri((year, month, day): Ymd) -> i32 {
    let months = i32::from(month) - 1;
    let leaps = (3 + 11 * year).div_euclid(30);
    HIJRA + (year - 1) * 354 + leaps + 29 * months + (months + 1) / 2 + i32::from(day) - 1
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weekday {
    /// الاثنين
    Monday,
    /// الثلاثاء
    Tuesday,
    /// الأربعاء
    Wednesday,
    /// الخميس
    Thursday,
    /// الجمعة
    Friday,
    /// السبت
    Saturday,
    /// الأحد
    Sunday,
}

impl Weekday {
    const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The weekday of a day.
    pub fn of(ordinal: i32) -> Self {
        // Day 0 was a Thursday.
        Self::from_number((i64::from(ordinal) + 3).rem_euclid(7) as u8 + 1).unwrap_or(Self::Monday)
    }

    /// From its number in ISO 8601: Monday is 1.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number.checked_sub(1)?)).copied()
    }

    /// Its stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Monday => "monday",
            Self::Tuesday => "tuesday",
            Self::Wednesday => "wednesday",
            Self::Thursday => "thursday",
            Self::Friday => "friday",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
        }
    }
}
