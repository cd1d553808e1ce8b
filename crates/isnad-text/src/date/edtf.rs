//! The Extended Date/Time Format, levels 0 and 1 as far as dates need them.
//!
//! Source: Library of Congress, "Extended Date/Time Format (EDTF) Specification", which became part of ISO 8601-2:2019.

use std::{fmt, str::FromStr};

use super::day::{Day, length};

/// A text that is not a date in this format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date in EDTF")]
pub struct NotEdtf;

/// A date, or a span between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// One date, known to some precision.
    Date(Part),
    /// From one to another; `None` is open.
    Span(Option<Part>, Option<Part>),
}

/// A date of which digits may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Part {
    /// The year's four digits, each 0 to 9 or unknown.
    pub year: [Option<u8>; 4],
    /// The month, where there is one: its digits.
    pub month: Option<[Option<u8>; 2]>,
    /// The day, where there is one: its digits.
    pub day: Option<[Option<u8>; 2]>,
    /// Nothing, `~` (about), `?` (doubtful) or `%` (both).
    pub mark: Option<char>,
}

impl Part {
    /// A date of which year, month and day are known, as far as they are given.
    pub fn known(year: i32, month: Option<u32>, day: Option<u32>) -> Option<Self> {
        let year = u32::try_from(year).ok().filter(|year| *year <= 9_999)?;
        let two = |n: u32| [Some((n / 10) as u8), Some((n % 10) as u8)];
        let at = |place: u32| Some((year / place % 10) as u8);
        let part = Self {
            year: [at(1_000), at(100), at(10), at(1)],
            month: month.map(two),
            day: day.map(two),
            mark: None,
        };
        part.is_possible().then_some(part)
    }

    /// Whether there is such a day. Unknown digits may be any.
    fn is_possible(&self) -> bool {
        match (self.month, self.day) {
            (None, None) => true,
            (Some(month), None) => fits(month, 1, 12),
            (None, Some(_)) => false,
            (Some(month), Some(day)) => (1..=12).filter(|it| matches(month, *it)).any(|it| {
                // A year that is not wholly known may be a leap year.
                let year = number(&self.year).unwrap_or(4);
                fits(day, 1, length(year as i32, it))
            }),
        }
    }

    fn bounds(&self) -> (i32, i32) {
        let pick = |digits: &[Option<u8>], open: u32| {
            digits.iter().fold(0, |sum, digit| sum * 10 + digit.map_or(open, u32::from))
        };
        let (first, last) = (pick(&self.year, 0) as i32, pick(&self.year, 9) as i32);
        let months = |digits: [Option<u8>; 2]| (1..=12).filter(move |it| matches(digits, *it));
        let (from, to) = match self.month {
            None => (1, 12),
            Some(digits) => (months(digits).next().unwrap_or(1), months(digits).next_back().unwrap_or(12)),
        };
        let day = |year: i32, month: u32, is_last: bool| {
            let all = 1..=length(year, month);
            let fitting = all.filter(|it| self.day.is_none_or(|digits| matches(digits, *it)));
            let day = if is_last { fitting.max() } else { fitting.min() };
            Day { year, month, day: day.unwrap_or(1) }.since_epoch()
        };
        (day(first, from, false), day(last, to, true))
    }
}

/// The number that digits say, where all of them are known.
fn number(digits: &[Option<u8>]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, digit| Some(sum * 10 + u32::from((*digit)?)))
}

fn matches(digits: [Option<u8>; 2], n: u32) -> bool {
    let is = |digit: Option<u8>, of: u32| digit.is_none_or(|digit| u32::from(digit) == of);
    is(digits[0], n / 10) && is(digits[1], n % 10)
}

fn fits(digits: [Option<u8>; 2], first: u32, last: u32) -> bool {
    (first..=last).any(|n| matches(digits, n))
}

impl Edtf {
    /// The first day on which it can be, in days since 1970; nothing where it is open.
    pub fn earliest(&self) -> Option<i32> {
        match self {
            Self::Date(part) => Some(part.bounds().0),
            Self::Span(from, _) => from.map(|part| part.bounds().0),
        }
    }

    /// The last day on which it can be.
    pub fn latest(&self) -> Option<i32> {
        match self {
            Self::Date(part) => Some(part.bounds().1),
            Self::Span(_, to) => to.map(|part| part.bounds().1),
        }
    }

    /// Whether both can be so at once. A date that is only about right may be a year off (`~`, `%`).
    pub fn may_be_same(&self, other: &Self) -> bool {
        let loose = |it: &Self| match it {
            Self::Date(part) if matches!(part.mark, Some('~' | '%')) => match (part.day, part.month) {
                (Some(_), _) => 3,
                (None, Some(_)) => 31,
                _ => 366,
            },
            _ => 0,
        };
        let slack = loose(self) + loose(other);
        let before = |a: Option<i32>, b: Option<i32>| match (a, b) {
            (Some(a), Some(b)) => a - slack <= b,
            _ => true,
        };
        before(self.earliest(), other.latest()) && before(other.earliest(), self.latest())
    }
}

impl FromStr for Part {
    type Err = NotEdtf;
    fn from_str(text: &str) -> Result<Self, NotEdtf> {
        let mark = text.chars().next_back().filter(|mark| ['~', '?', '%'].contains(mark));
        let bare = mark.map_or(text, |_| &text[..text.len() - 1]);
        let mut pieces = bare.split('-');
        let year = digits::<4>(pieces.next().ok_or(NotEdtf)?)?;
        let month = pieces.next().map(digits::<2>).transpose()?;
        let day = pieces.next().map(digits::<2>).transpose()?;
        let part = Self { year, month, day, mark };
        if pieces.next().is_some() || !part.is_possible() { Err(NotEdtf) } else { Ok(part) }
    }
}

fn digits<const N: usize>(text: &str) -> Result<[Option<u8>; N], NotEdtf> {
    let mut digits = [None; N];
    if text.len() != N {
        return Err(NotEdtf);
    }
    for (digit, byte) in digits.iter_mut().zip(text.bytes()) {
        *digit = match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'X' => None,
            _ => return Err(NotEdtf),
        };
    }
    Ok(digits)
}

impl FromStr for Edtf {
    type Err = NotEdtf;
    fn from_str(text: &str) -> Result<Self, NotEdtf> {
        let Some((from, to)) = text.split_once('/') else { return text.parse().map(Self::Date) };
        let end = |text: &str| match text {
            ".." | "" => Ok(None),
            text => text.parse().map(Some),
        };
        let (from, to) = (end(from)?, end(to)?);
        let span = Self::Span(from, to);
        match (span.earliest(), span.latest()) {
            (None, None) => Err(NotEdtf),
            (Some(first), Some(last)) if first > last => Err(NotEdtf),
            _ => Ok(span),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let write = |f: &mut fmt::Formatter<'_>, digits: &[Option<u8>]| {
            digits.iter().try_for_each(|digit| match digit {
                Some(digit) => write!(f, "{digit}"),
                None => f.write_str("X"),
            })
        };
        write(f, &self.year)?;
        for digits in [self.month, self.day].into_iter().flatten() {
            f.write_str("-")?;
            write(f, &digits)?;
        }
        self.mark.map_or(Ok(()), |mark| write!(f, "{mark}"))
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |f: &mut fmt::Formatter<'_>, part: &Option<Part>| match part {
            Some(part) => part.fmt(f),
            None => f.write_str(".."),
        };
        match self {
            Self::Date(part) => part.fmt(f),
            Self::Span(from, to) => {
                end(f, from)?;
                f.write_str("/")?;
                end(f, to)
            }
        }
    }
}
