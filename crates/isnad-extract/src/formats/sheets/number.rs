//! Numbers of a table as a person can check them: dates in ISO 8601, leading zeros kept, no digit made up.

/// What the format of a cell makes of its number (ECMA-376 part 1, 18.8.31).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// The number itself, whatever decorates it on the screen: percent, currency, thousands.
    Plain,
    /// A date, a time of day, or both.
    Moment { date: bool, time: bool },
    /// Hours or minutes that go on past a day: `[h]:mm`.
    Elapsed,
    /// At least so many digits: `00000` is how people keep the zeros of a number that names somebody.
    Padded(usize),
}

const DATE: Shape = Shape::Moment { date: true, time: false };
const TIME: Shape = Shape::Moment { date: false, time: true };
const BOTH: Shape = Shape::Moment { date: true, time: true };

/// The formats that a file does not spell out (18.8.30), with those of East Asia and Thailand.
pub(super) fn built_in(id: u16) -> Shape {
    match id {
        14..=17 | 27..=31 | 34..=36 | 50..=54 | 57 | 58 | 71..=74 | 81 => DATE,
        18..=21 | 32 | 33 | 45 | 47 | 55 | 56 | 75..=76 | 78..=80 => TIME,
        22 | 77 => BOTH,
        46 => Shape::Elapsed,
        _ => Shape::Plain,
    }
}

/// The shape that a format code gives to a positive number.
pub(super) fn shape(code: &str) -> Shape {
    let mut found = Found::default();
    let mut rest = code.chars();
    while let Some(c) = rest.next() {
        match c {
            ';' => break,
            '"' => _ = rest.by_ref().find(|c| *c == '"'),
            // An escaped letter, the width of one, or one that fills the cell.
            '\\' | '_' | '*' => _ = rest.next(),
            '[' => {
                let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                let inside = inside.to_ascii_lowercase();
                let is_one_letter = |letter: char| !inside.is_empty() && inside.chars().all(|c| c == letter);
                found.is_elapsed |= ['h', 'm', 's'].into_iter().any(is_one_letter);
                found.is_other = true;
            }
            _ => found.letter(c, &mut rest),
        }
    }
    found.shape(code)
}

#[derive(Default)]
struct Found {
    date: bool,
    time: bool,
    month_or_minute: bool,
    is_elapsed: bool,
    zeros: usize,
    is_other: bool,
}

impl Found {
    fn letter(&mut self, c: char, rest: &mut std::str::Chars<'_>) {
        match c.to_ascii_lowercase() {
            'g' if rest.as_str().get(..6).is_some_and(|r| r.eq_ignore_ascii_case("eneral")) => {
                rest.nth(5);
                self.is_other = true;
            }
            'y' | 'd' | 'b' => self.date = true,
            'h' | 's' => self.time = true,
            'm' => self.month_or_minute = true,
            // 1E+05 is a number; `e` alone is the year of an era.
            'e' if rest.as_str().starts_with(['+', '-']) => self.is_other = true,
            'e' if self.zeros == 0 && !self.is_other => self.date = true,
            '0' => self.zeros += 1,
            _ => self.is_other = true,
        }
    }

    fn shape(&self, code: &str) -> Shape {
        if self.is_elapsed {
            return Shape::Elapsed;
        }
        // Minutes stand beside hours or seconds, months alone or beside days.
        let date = self.date || (self.month_or_minute && !self.time);
        match (date || self.time, self.zeros) {
            (true, 0) => Shape::Moment { date, time: self.time },
            // `mm:ss.0` has a zero for the tenths.
            (true, _) if self.time => Shape::Moment { date, time: true },
            (false, zeros @ 2..) if !self.is_other && code.starts_with('0') => Shape::Padded(zeros),
            _ => Shape::Plain,
        }
    }
}

/// A number as text.
pub(super) fn show(value: f64, shape: Shape, is_1904: bool) -> String {
    match shape {
        Shape::Plain => plain(value),
        Shape::Padded(digits) if value >= 0.0 && value.fract() == 0.0 && value < 1e15 => {
            format!("{value:0digits$.0}")
        }
        Shape::Padded(_) => plain(value),
        Shape::Elapsed => elapsed(value).unwrap_or_else(|| plain(value)),
        Shape::Moment { date, time } => moment(value, date, time, is_1904).unwrap_or_else(|| plain(value)),
    }
}

/// Whole numbers exactly, others with the fifteen digits that every spreadsheet program shows and keeps.
pub(super) fn plain(value: f64) -> String {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value == 0.0 {
        return "0".into();
    }
    if value.fract() == 0.0 && value.abs() < EXACT {
        return format!("{value:.0}");
    }
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    match rounded.abs() {
        1e-9..1e21 => format!("{rounded}"),
        _ => format!("{rounded:E}"),
    }
}

const MILLISECONDS_OF_DAY: i64 = 86_400_000;

fn milliseconds(value: f64) -> Option<i64> {
    // 31 December 9999 is day 2,958,465; what lies beyond is no date.
    let is_date = (0.0..2_958_466.0).contains(&value);
    is_date.then(|| (value * MILLISECONDS_OF_DAY as f64).round() as i64)
}

fn elapsed(value: f64) -> Option<String> {
    let all = milliseconds(value.abs())?;
    let sign = if value < 0.0 { "-" } else { "" };
    let (hours, rest) = (all / 3_600_000, all % 3_600_000);
    Some(format!("{sign}{hours:02}:{:02}:{:02}{}", rest / 60_000, rest / 1000 % 60, fraction(rest)))
}

fn moment(value: f64, date: bool, time: bool, is_1904: bool) -> Option<String> {
    let all = milliseconds(value)?;
    let (days, rest) = (all / MILLISECONDS_OF_DAY, all % MILLISECONDS_OF_DAY);
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60);
    let clock = format!("{hour:02}:{minute:02}:{second:02}{}", fraction(rest));
    let is_time_alone = days == 0 && !is_1904 && (rest > 0 || !date);
    if is_time_alone || (days == 0 && !date) {
        return Some(clock);
    }
    let day = day(days, is_1904);
    // What the format hides is in the file all the same.
    Some(if time || rest > 0 { format!("{day}T{clock}") } else { day })
}

fn fraction(milliseconds: i64) -> String {
    match milliseconds % 1000 {
        0 => String::new(),
        rest => format!(".{rest:03}"),
    }
}

/// The day of a serial number. Day 60 is 29 February 1900, which never was, and is written all the same.
fn day(days: i64, is_1904: bool) -> String {
    const FROM_1970_TO_1900: i64 = -25_569;
    let days = match days {
        _ if is_1904 => days + 1_462,
        60 => return "1900-02-29".into(),
        ..60 => days + 1,
        _ => days,
    };
    date(days + FROM_1970_TO_1900)
}

/// A day counted from 1 January 1970, in ISO 8601.
pub(in crate::formats) fn date(days: i64) -> String {
    // Days are counted from 1 March of the year 0, so that the leap day is the last one of its year.
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    format!("{:04}-{month:02}-{day:02}", era * 400 + year)
}

#[cfg(test)]
mod tests;
