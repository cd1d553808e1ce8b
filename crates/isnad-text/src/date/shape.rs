//! From a date as it was written to what it means.

use super::{
    Calendar, Doubt, Refused, Weekday,
    atom::{Atom, Third},
    calendar::{Ymd, civil, days_in_hijri_month, days_in_month, hijri},
    edtf::{Digits, Edtf, End, Point, Shape},
};

/// The first and the last part of a date, and what was said beside it.
#[derive(Debug, Clone)]
pub(super) struct Meant {
    pub from: End,
    /// The same as `from`, unless it is an interval.
    pub to: End,
    pub calendar: Calendar,
    pub doubts: Vec<Doubt>,
    pub weekday: Option<Weekday>,
    pub time: Option<String>,
}

impl Meant {
    /// What a date means.
    ///
    /// # Errors
    /// Where a part of it does not exist.
    pub fn of(atom: &Atom) -> Result<Self, Refused> {
        let mut doubts = atom.doubts.clone();
        let inferred;
        let atom = match hijri_year_of(atom)? {
            Some(year) => {
                doubts.push(Doubt::new("date-year-inferred", year.to_string()));
                inferred = Atom { year: Some(year), ..atom.clone() };
                &inferred
            }
            None => atom,
        };
        let (from, to) = if atom.is_hijri {
            let written = hijri_as_written(atom)?;
            doubts.push(Doubt::new("date-hijri-approximate", written));
            if atom.is_ambiguous {
                let turned = Atom { day: atom.month, month: atom.day, ..atom.clone() };
                let other = islamic(&turned)?.0;
                doubts.extend(
                    one(other)
                        .and_then(Edtf::checked)
                        .map(|it| Doubt::new("date-day-or-month", it.to_string())),
                );
            }
            islamic(atom)?
        } else {
            gregorian(atom, &mut doubts)?
        };
        let weekday = atom.weekday.and_then(|number| Weekday::from_number(u8::try_from(number).ok()?));
        let calendar = if atom.is_hijri { Calendar::Hijri } else { Calendar::Gregorian };
        let mut meant = Self { from, to, calendar, doubts, weekday, time: atom.time.clone() };
        meant.check_weekday();
        Ok(meant)
    }

    pub fn shape(&self) -> Shape {
        match (&self.from, &self.to) {
            (End::At(from), to) if self.from == *to => Shape::One(from.clone()),
            (from, to) => Shape::Interval(from.clone(), to.clone()),
        }
    }

    /// This as the beginning and the other as the end.
    pub fn and(mut self, other: Self) -> Self {
        for doubt in other.doubts {
            if !self.doubts.contains(&doubt) {
                self.doubts.push(doubt);
            }
        }
        Self { to: other.to, weekday: self.weekday.or(other.weekday), time: self.time.or(other.time), ..self }
    }

    fn check_weekday(&mut self) {
        let Some(said) = self.weekday else { return };
        let bounds = match &self.from {
            End::At(point) if self.from == self.to => point.bounds(),
            _ => None,
        };
        if let Some((first, last)) = bounds.filter(|(first, last)| first == last) {
            let is = Weekday::of(first);
            if is != said && last == first {
                self.doubts.push(Doubt::new("date-weekday-differs", is.code()));
            }
        }
    }
}

fn gregorian(atom: &Atom, doubts: &mut Vec<Doubt>) -> Result<(End, End), Refused> {
    let with = |year: Digits<4>, month: Option<Digits<2>>, day| Point {
        year,
        month,
        day,
        uncertain: atom.is_uncertain,
        approximate: atom.is_approximate,
    };
    if let Some(decade) = atom.decade {
        let mut year = four(decade * 10);
        year[3] = None;
        return Ok(thirds_of_decade(atom, decade, doubts).unwrap_or_else(|| same(with(year, None, None))));
    }
    let year = atom.year.map(|year| full_year(year, atom.is_short));
    let digits = year.map_or([None; 4], four);
    if let Some(season) = atom.season {
        return Ok(same(with(digits, Some(two(u32::from(season))), None)));
    }
    check(year, atom.month, atom.day)?;
    if let Some(third) = atom.third {
        doubts.push(Doubt::new("date-vague", ""));
        return third_of(third, year, atom.month, atom.day);
    }
    let point = with(digits, atom.month.map(two), atom.day.map(two));
    tell(atom, &point, doubts);
    Ok(same(point))
}

/// Doubts that have another reading.
fn tell(atom: &Atom, point: &Point, doubts: &mut Vec<Doubt>) {
    let mut other = |code, point: Point| {
        if let Some(edtf) = Edtf::one(point) {
            doubts.push(Doubt::new(code, edtf.to_string()));
        }
    };
    if atom.is_short {
        let mut turned = point.clone();
        let is_recent = point.year[0] == Some(2);
        (turned.year[0], turned.year[1]) = if is_recent { (Some(1), Some(9)) } else { (Some(2), Some(0)) };
        other("date-two-digit-year", turned);
    }
    if atom.is_ambiguous {
        other("date-day-or-month", Point { month: point.day, day: point.month, ..point.clone() });
    }
    if let (true, Some(day)) = (atom.day_or_year, atom.day) {
        other("date-day-or-year", Point { year: four(full_year(day, true)), day: None, ..point.clone() });
    }
    if let Some(edtf) = Edtf::one(point.clone()) {
        doubts.extend(doubts_of_year(&edtf));
    }
}

/// A year that few mean: long ago, to come, or of the Islamic calendar.
pub(super) fn doubts_of_year(edtf: &Edtf) -> Vec<Doubt> {
    let years = edtf.points().filter_map(|point| {
        let [a, b, c, d] = point.year.map(|digit| digit.map(u32::from));
        Some((point, a? * 1000 + b? * 100 + c? * 10 + d?))
    });
    let doubtful = years.filter(|(_, year)| !(1800..=2100).contains(year)).map(|(point, year)| {
        let number = |digits: Digits<2>| Some(u32::from(digits[0]?) * 10 + u32::from(digits[1]?));
        let atom = Atom {
            year: Some(year),
            month: point.month.and_then(number),
            day: point.day.and_then(number),
            ..Atom::default()
        };
        let islamic = (1300..=1500).contains(&year).then(|| islamic(&atom).ok()).flatten();
        match islamic.and_then(|(from, to)| {
            Edtf::checked(if from == to { one(from)? } else { Shape::Interval(from, to) })
        }) {
            Some(edtf) => Doubt::new("date-maybe-hijri", edtf.to_string()),
            None => Doubt::new("date-far-year", year.to_string()),
        }
    });
    doubtful.collect()
}

fn one(end: End) -> Option<Shape> {
    match end {
        End::At(point) => Some(Shape::One(point)),
        End::Open | End::Unknown => None,
    }
}

/// 69 to 99 are of the twentieth century, 00 to 68 of this one (POSIX.1-2017, strptime, %y).
fn full_year(year: u32, is_short: bool) -> u32 {
    match (is_short, year) {
        (true, 69..) => 1900 + year,
        (true, _) => 2000 + year,
        (false, year) => year,
    }
}

fn check(year: Option<u32>, month: Option<u32>, day: Option<u32>) -> Result<(), Refused> {
    let Some(month) = month else {
        return if day.is_some() { Err(Refused::Unreadable) } else { Ok(()) };
    };
    let month =
        u8::try_from(month).ok().filter(|month| (1..=12).contains(month)).ok_or(Refused::NoSuchMonth)?;
    // Without a year it may be a leap year.
    let n_days = days_in_month(year.map_or(Ok(2000), i32::try_from).unwrap_or(2000), month);
    match day {
        Some(day) if !(1..=u32::from(n_days)).contains(&day) => Err(Refused::NoSuchDay),
        _ => Ok(()),
    }
}

/// Early, middle and late: thirds of a month (1–10, 11–20, 21 to its end) or of a year (four months each).
fn third_of(
    third: Third,
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
) -> Result<(End, End), Refused> {
    let digits = year.map_or([None; 4], four);
    let end = |month: u32, day: Option<u32>| {
        let (month, day) = (Some(two(month)), day.map(two));
        End::At(Point { year: digits, month, day, uncertain: false, approximate: true })
    };
    match (month, day) {
        (_, Some(_)) => Err(Refused::Unreadable),
        (None, None) => {
            year.ok_or(Refused::Unreadable)?;
            let first = match third {
                Third::Early => 1,
                Third::Mid => 5,
                Third::Late => 9,
            };
            Ok((end(first, None), end(first + 3, None)))
        }
        (Some(month), None) => {
            let year = year.map_or(Ok(2000), i32::try_from).unwrap_or(2000);
            let n_days = days_in_month(year, u8::try_from(month).unwrap_or(0));
            let (first, last) = match third {
                Third::Early => (1, 10),
                Third::Mid => (11, 20),
                Third::Late => (21, u32::from(n_days)),
            };
            Ok((end(month, Some(first)), end(month, Some(last))))
        }
    }
}

/// Years 0–3, 4–6 and 7–9 of a decade.
fn thirds_of_decade(atom: &Atom, decade: u32, doubts: &mut Vec<Doubt>) -> Option<(End, End)> {
    let (first, last) = match atom.third? {
        Third::Early => (0, 3),
        Third::Mid => (4, 6),
        Third::Late => (7, 9),
    };
    doubts.push(Doubt::new("date-vague", ""));
    let end = |year| {
        let year = four(decade * 10 + year);
        End::At(Point { year, month: None, day: None, uncertain: atom.is_uncertain, approximate: true })
    };
    Some((end(first), end(last)))
}

/// The Gregorian days of an Islamic date, approximate.
fn islamic(atom: &Atom) -> Result<(End, End), Refused> {
    let year = atom.year.filter(|_| !atom.is_short).ok_or(Refused::HijriWithoutYear)?;
    let year = i32::try_from(year).map_err(|_| Refused::Unreadable)?;
    let part = |part: Option<u32>, max, refused| match part {
        Some(part) => {
            u8::try_from(part).ok().filter(|part| (1..=max).contains(part)).map(Some).ok_or(refused)
        }
        None => Ok(None),
    };
    let month = part(atom.month, 12, Refused::NoSuchMonth)?;
    // A sighted month has 30 days where the tabular one may have 29.
    let day = part(atom.day, 30, Refused::NoSuchDay)?;
    let (first, last): (Ymd, Ymd) = match (month, day) {
        (Some(month), Some(day)) => ((year, month, day), (year, month, day)),
        (Some(month), None) => match thirds(atom.third) {
            Some((first, last)) => {
                let last = last.min(days_in_hijri_month(year, month));
                ((year, month, first), (year, month, last))
            }
            None => ((year, month, 1), (year, month, days_in_hijri_month(year, month))),
        },
        (None, _) => ((year, 1, 1), (year, 12, days_in_hijri_month(year, 12))),
    };
    let end = |ymd: Ymd| {
        let (year, month, day) = civil(hijri(ymd));
        End::At(Point {
            year: four(u32::try_from(year).unwrap_or(0)),
            month: Some(two(month.into())),
            day: Some(two(day.into())),
            uncertain: atom.is_uncertain,
            approximate: true,
        })
    };
    Ok((end(first), end(last)))
}

/// The Islamic year in «رمضان ٢٠١٣», where the year is Gregorian: the one whose month begins in that year, if it is
/// one alone.
fn hijri_year_of(atom: &Atom) -> Result<Option<u32>, Refused> {
    let Some(year) = atom.year.filter(|year| atom.is_hijri && *year > 1600) else { return Ok(None) };
    let month = atom.month.filter(|_| atom.is_named).ok_or(Refused::HijriWithoutYear)?;
    let month = u8::try_from(month).map_err(|_| Refused::NoSuchMonth)?;
    let near = (year - 622) * 33 / 32;
    let begins_in = |hijra: &u32| {
        let day = i32::try_from(*hijra).ok().map(|hijra| civil(hijri((hijra, month, 1))).0);
        day.and_then(|day| u32::try_from(day).ok()) == Some(year)
    };
    let mut years = (near.saturating_sub(2)..=near + 2).filter(begins_in);
    match (years.next(), years.next()) {
        (Some(only), None) => Ok(Some(only)),
        _ => Err(Refused::HijriWithoutYear),
    }
}

fn thirds(third: Option<Third>) -> Option<(u8, u8)> {
    Some(match third? {
        Third::Early => (1, 10),
        Third::Mid => (11, 20),
        Third::Late => (21, 30),
    })
}

fn hijri_as_written(atom: &Atom) -> Result<String, Refused> {
    let year = atom.year.ok_or(Refused::HijriWithoutYear)?;
    let rest = atom.month.into_iter().chain(atom.day).map(|part| format!("-{part:02}"));
    Ok(format!("{year:04}{}", rest.collect::<String>()))
}

fn same(point: Point) -> (End, End) {
    (End::At(point.clone()), End::At(point))
}

fn digit(value: u32) -> Option<u8> {
    u8::try_from(value % 10).ok()
}

fn two(value: u32) -> Digits<2> {
    [digit(value / 10), digit(value)]
}

fn four(value: u32) -> Digits<4> {
    [digit(value / 1000), digit(value / 100), digit(value / 10), digit(value)]
}
