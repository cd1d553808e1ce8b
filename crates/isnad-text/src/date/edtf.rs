//! Dates as the Extended Date/Time Format writes them (ISO 8601-2:2019, annex A; Library of Congress, EDTF).
//!
//! Of it: levels 0 and 1 without times and without years beyond four digits, and of level 2 unspecified digits
//! anywhere. One date has one spelling.

use std::{fmt, str::FromStr};

/// A date, as exact as it is known: a day, a month, a year, a part of them, or an interval.
///
/// It is written as EDTF: `2018-09-15`, `2018-09-XX`, `XXXX-11-15`, `201X`, `2013~`, `2013-21` (spring),
/// `2018-09-09/2018-09-15`, `2013-03/..`, `/2013`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Edtf(pub(super) Shape);

/// A text that is not EDTF as read here, or a day that does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date in the Extended Date/Time Format")]
pub struct NotEdtf;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    One(Point),
    Interval(End, End),
}

/// One end of an interval.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum End {
    At(Point),
    /// It goes on: `..`.
    Open,
    /// It has an end that nobody told: nothing is written.
    Unknown,
}

/// Digits from the left; `None` is an unspecified one, an X.
pub(super) type Digits<const N: usize> = [Option<u8>; N];

/// A date that is not an interval. A month of 21 to 24 is a season, and then there is no day.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Point {
    pub year: Digits<4>,
    pub month: Option<Digits<2>>,
    pub day: Option<Digits<2>>,
    /// `?`: not sure.
    pub uncertain: bool,
    /// `~`: about.
    pub approximate: bool,
}

/// How exact a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A day, all of whose digits are known.
    Day,
    /// A month.
    Month,
    /// A season of a year.
    Season,
    /// A year.
    Year,
    /// Less than a year, or digits are missing, as in `201X` and `XXXX-11-15`.
    Partial,
    /// An interval.
    Interval,
}

impl FromStr for Edtf {
    type Err = NotEdtf;

    fn from_str(text: &str) -> Result<Self, NotEdtf> {
        // No date is longer; a hostile text ends here.
        if text.len() > 40 {
            return Err(NotEdtf);
        }
        let shape = match text.split_once('/') {
            None => Shape::One(point(text)?),
            Some((from, to)) => Shape::Interval(end(from)?, end(to)?),
        };
        Self::checked(shape).ok_or(NotEdtf)
    }
}

impl Edtf {
    /// The date of a shape, unless no day can be it.
    pub(super) fn checked(shape: Shape) -> Option<Self> {
        match &shape {
            Shape::One(point) => point.exists().then_some(())?,
            Shape::Interval(End::Open | End::Unknown, End::Open | End::Unknown) => return None,
            Shape::Interval(from, to) => {
                let each = [from, to];
                let exist = each.iter().all(|end| !matches!(end, End::At(point) if !point.exists()));
                exist.then_some(())?;
                // Ends without a year cannot be put in order.
                if let (End::At(from), End::At(to)) = (from, to)
                    && let (Some((first, _)), Some((_, last))) = (from.bounds(), to.bounds())
                {
                    (first <= last).then_some(())?;
                }
            }
        }
        Some(Self(shape))
    }

    pub(super) fn one(point: Point) -> Option<Self> {
        Self::checked(Shape::One(point))
    }

    /// How exact it is.
    pub fn precision(&self) -> Precision {
        match &self.0 {
            Shape::Interval(..) => Precision::Interval,
            Shape::One(point) => point.precision(),
        }
    }

    /// Whether any part of it is marked as approximate (`~`, `%`).
    pub fn is_approximate(&self) -> bool {
        self.points().any(|point| point.approximate)
    }

    /// Whether any part of it is marked as uncertain (`?`, `%`).
    pub fn is_uncertain(&self) -> bool {
        self.points().any(|point| point.uncertain)
    }

    pub(super) fn points(&self) -> impl Iterator<Item = &Point> {
        let ends = match &self.0 {
            Shape::One(point) => [Some(point), None],
            Shape::Interval(from, to) => [from, to].map(|end| match end {
                End::At(point) => Some(point),
                End::Open | End::Unknown => None,
            }),
        };
        ends.into_iter().flatten()
    }
}

fn end(text: &str) -> Result<End, NotEdtf> {
    match text {
        "" => Ok(End::Unknown),
        ".." => Ok(End::Open),
        text => point(text).map(End::At),
    }
}

fn point(text: &str) -> Result<Point, NotEdtf> {
    let (text, uncertain, approximate) = match text.strip_suffix(['?', '~', '%']) {
        Some(rest) => (rest, text.ends_with(['?', '%']), text.ends_with(['~', '%'])),
        None => (text, false, false),
    };
    let mut parts = text.split('-');
    let year = digits(parts.next().unwrap_or_default())?;
    let month = parts.next().map(digits).transpose()?;
    let day = parts.next().map(digits).transpose()?;
    match parts.next() {
        None => Ok(Point { year, month, day, uncertain, approximate }),
        Some(_) => Err(NotEdtf),
    }
}

fn digits<const N: usize>(text: &str) -> Result<Digits<N>, NotEdtf> {
    let bytes: &[u8; N] = text.as_bytes().try_into().map_err(|_| NotEdtf)?;
    let mut digits = [None; N];
    for (digit, byte) in digits.iter_mut().zip(bytes) {
        *digit = match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'X' => None,
            _ => return Err(NotEdtf),
        };
    }
    Ok(digits)
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Shape::One(point) => point.fmt(f),
            Shape::Interval(from, to) => write!(f, "{from}/{to}"),
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(point) => point.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digit = |it: &Option<u8>| it.map_or('X', |digit| char::from(b'0' + digit));
        let all = |digits: &[Option<u8>]| digits.iter().map(digit).collect::<String>();
        f.write_str(&all(&self.year))?;
        for part in self.month.iter().chain(&self.day) {
            write!(f, "-{}", all(part))?;
        }
        f.write_str(match (self.uncertain, self.approximate) {
            (true, true) => "%",
            (true, false) => "?",
            (false, true) => "~",
            (false, false) => "",
        })
    }
}
