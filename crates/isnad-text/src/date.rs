//! Dates as people write them.

use std::{fmt, str::FromStr};

/// A date as EDTF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edtf(String, i32, i32);

/// Not EDTF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a date")]
pub struct NotEdtf;

/// Which of two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The first.
    #[default]
    DayFirst,
    /// The second.
    MonthFirst,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The date.
    pub edtf: Edtf,
    /// What is doubtful.
    pub doubts: Vec<Doubt>,
}

/// A doubt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt;

impl Doubt {
    /// Its code.
    pub fn code(&self) -> &'static str {
        "date-doubt"
    }
    /// What it is about.
    pub fn about(&self) -> String {
        String::new()
    }
}

/// Why nothing was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused;

impl Refused {
    /// Its code.
    pub fn code(self) -> &'static str {
        "date-unreadable"
    }
}

fn days(y: i32, m: i32, d: i32) -> i32 {
    let y = if m <= 2 { y - 1 } else { y };
    let era = y.div_euclid(400);
    let yoe = y - era * 400;
    let doy = (153 * (m + if m > 2 { -3 } else { 9 }) + 2) / 5 + d - 1;
    era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
}

impl FromStr for Edtf {
    type Err = NotEdtf;
    fn from_str(text: &str) -> Result<Self, NotEdtf> {
        let parts: Vec<&str> = text.split('-').collect();
        let number =
            |part: &str, len| (part.len() == len).then(|| part.parse::<i32>().ok()).flatten().ok_or(NotEdtf);
        let y = number(parts.first().ok_or(NotEdtf)?, 4)?;
        let (from, to) = match parts.len() {
            1 => (days(y, 1, 1), days(y, 12, 31)),
            2 => {
                let m = number(parts[1], 2)?;
                if !(1..=12).contains(&m) {
                    return Err(NotEdtf);
                }
                (days(y, m, 1), if m == 12 { days(y, 12, 31) } else { days(y, m + 1, 1) - 1 })
            }
            3 => {
                let (m, d) = (number(parts[1], 2)?, number(parts[2], 2)?);
                if !(1..=12).contains(&m) || !(1..=31).contains(&d) {
                    return Err(NotEdtf);
                }
                (days(y, m, d), days(y, m, d))
            }
            _ => return Err(NotEdtf),
        };
        Ok(Self(text.to_owned(), from, to))
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Edtf {
    /// First day.
    pub fn earliest(&self) -> Option<i32> {
        Some(self.1)
    }
    /// Last day.
    pub fn latest(&self) -> Option<i32> {
        Some(self.2)
    }
    /// Whether both can be so.
    pub fn may_be_same(&self, other: &Self) -> bool {
        self.1 <= other.2 && other.1 <= self.2
    }
}

/// Reads words.
///
/// # Errors
/// Where there is no date.
pub fn read(words: &str, _: Order) -> Result<Read, Refused> {
    words.trim().parse().map(|edtf| Read { edtf, doubts: Vec::new() }).map_err(|_| Refused)
}
