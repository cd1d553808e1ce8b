//! Which days a date can be.

use super::{
    calendar::{days_in_month, ordinal},
    edtf::{Digits, Edtf, End, Point, Precision, Shape},
};

impl Edtf {
    /// The first day that it can be, counted from 1970-01-01 as 0; none where it has no beginning or no year.
    ///
    /// `~` and `?` do not widen it: how far "about" reaches is not for a program to say.
    pub fn earliest(&self) -> Option<i32> {
        match &self.0 {
            Shape::One(point) | Shape::Interval(End::At(point), _) => point.bounds().map(|(first, _)| first),
            Shape::Interval(End::Open | End::Unknown, _) => None,
        }
    }

    /// The last day that it can be, counted from 1970-01-01 as 0; none where it has no end or no year.
    pub fn latest(&self) -> Option<i32> {
        match &self.0 {
            Shape::One(point) | Shape::Interval(_, End::At(point)) => point.bounds().map(|(_, last)| last),
            Shape::Interval(_, End::Open | End::Unknown) => None,
        }
    }

    /// Whether some day can be both.
    ///
    /// An open end reaches as far as wanted, and so does one that is not told. Dates with missing digits are
    /// compared digit by digit: `XXXX-11-15` can be `2017-11-15`, and never `2017-11-16`. Where only one side
    /// is exact, an approximate or uncertain date is taken as it stands.
    pub fn may_be_same(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Shape::One(a), Shape::One(b)) => a.meets(b),
            _ => {
                let begins_before_end = |a: &Self, b: &Self| match (a.earliest(), b.latest()) {
                    (Some(first), Some(last)) => first <= last,
                    _ => true,
                };
                begins_before_end(self, other) && begins_before_end(other, self)
            }
        }
    }
}

impl Point {
    /// Whether there is such a day, month or year.
    pub(super) fn exists(&self) -> bool {
        match (&self.month, &self.day) {
            (None, None) => true,
            (None, Some(_)) => false,
            (Some(_), None) => self.months().next().is_some(),
            (Some(_), Some(_)) => {
                let (from, to) = self.years();
                (from..=to).any(|year| self.days_of(year).next().is_some())
            }
        }
    }

    pub(super) fn precision(&self) -> Precision {
        let known = |digits: &[Option<u8>]| digits.iter().all(Option::is_some);
        match (&self.month, &self.day) {
            _ if !known(&self.year) => Precision::Partial,
            (None, _) => Precision::Year,
            (Some(month), None) if known(month) && month[0] == Some(2) => Precision::Season,
            (Some(month), None) if known(month) => Precision::Month,
            (Some(month), Some(day)) if known(month) && known(day) => Precision::Day,
            _ => Precision::Partial,
        }
    }

    /// Its first and last day; none without the first digit of the year.
    pub(super) fn bounds(&self) -> Option<(i32, i32)> {
        self.year[0]?;
        let (from, to) = self.years();
        if self.day.is_some() {
            // Not every year has 29 February.
            let first = (from..=to).find_map(|year| self.days_of(year).next());
            let last = (from..=to).rev().find_map(|year| self.days_of(year).last());
            return first.zip(last);
        }
        let spans = || self.months().map(reach);
        let (first, last) = match self.month {
            None => (1, 12),
            Some(_) => (spans().map(|span| span.0).min()?, spans().map(|span| span.1).max()?),
        };
        let (to, last) = if last > 12 { (to + 1, last - 12) } else { (to, last) };
        Some((ordinal((from, first, 1)), ordinal((to, last, days_in_month(to, last)))))
    }

    /// The first and the last year that it can be.
    fn years(&self) -> (i32, i32) {
        let with = |x: u8| self.year.iter().fold(0, |sum, digit| sum * 10 + i32::from(digit.unwrap_or(x)));
        (with(0), with(9))
    }

    /// The months that it can be, and the seasons if it says one.
    fn months(&self) -> impl Iterator<Item = u8> + use<> {
        let is_season = self.is_season();
        let fits = move |m: &u8| if is_season { (21..=24).contains(m) } else { (1..=12).contains(m) };
        self.month.map(range).into_iter().flatten().filter(fits)
    }

    fn is_season(&self) -> bool {
        self.day.is_none() && self.month.is_some_and(|month| month[0] == Some(2))
    }

    /// The days that it can be in one year, in order.
    fn days_of(&self, year: i32) -> impl Iterator<Item = i32> {
        let months = self.months().filter(move |_| self.has_year(year));
        months.flat_map(move |month| {
            let days = self.day.map(range).into_iter().flatten();
            days.filter(move |day| (1..=days_in_month(year, month)).contains(day))
                .map(move |day| ordinal((year, month, day)))
        })
    }

    fn has_year(&self, year: i32) -> bool {
        let digits = [year / 1000, year / 100 % 10, year / 10 % 10, year % 10];
        self.year.iter().zip(digits).all(|(own, digit)| own.is_none_or(|own| i32::from(own) == digit))
    }

    /// Whether some day can be both.
    fn meets(&self, other: &Self) -> bool {
        if self.is_season() || other.is_season() {
            return match (self.bounds(), other.bounds()) {
                (Some(a), Some(b)) => a.0 <= b.1 && b.0 <= a.1,
                _ => true,
            };
        }
        let common = || {
            Some(Self {
                year: both(self.year, other.year)?,
                month: either(self.month, other.month)?,
                day: either(self.day, other.day)?,
                uncertain: false,
                approximate: false,
            })
        };
        common().is_some_and(|it| it.month.is_none() || it.exists())
    }
}

/// The digits that agree with both, unless two known ones differ.
fn both<const N: usize>(a: Digits<N>, b: Digits<N>) -> Option<Digits<N>> {
    let differ = a.iter().zip(&b).any(|(a, b)| a.is_some() && b.is_some() && a != b);
    let mut digits = a;
    for (digit, other) in digits.iter_mut().zip(b) {
        *digit = digit.or(other);
    }
    (!differ).then_some(digits)
}

/// As [`both`], of parts that may not be there: what is not said agrees with everything.
fn either(a: Option<Digits<2>>, b: Option<Digits<2>>) -> Option<Option<Digits<2>>> {
    match (a, b) {
        (Some(a), Some(b)) => both(a, b).map(Some),
        (a, b) => Some(a.or(b)),
    }
}

/// The first and last month of a month or season, in the north; above 12 is the next year.
///
/// They overlap, since the spring of one ends with May and that of another on 21 June. The winter of a year is that
/// in which it begins and that in which it ends.
fn reach(month: u8) -> (u8, u8) {
    match month {
        21 => (3, 6),
        22 => (6, 9),
        23 => (9, 12),
        24 => (1, 14),
        month => (month, month),
    }
}

/// The numbers that two digits can be, in order.
fn range([tens, ones]: Digits<2>) -> impl Iterator<Item = u8> {
    let span = |digit: Option<u8>| digit.map_or(0..=9, |digit| digit..=digit);
    span(tens).flat_map(move |ten| span(ones).map(move |one| ten * 10 + one))
}
