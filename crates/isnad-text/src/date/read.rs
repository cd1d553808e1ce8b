//! From words to a date.

use super::{
    day::{Day, length, weekday},
    edtf::{Edtf, Part},
    months,
};
use crate::{digits::to_ascii, fold::fold};

/// Which of two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The first: 3/4/2013 is the third of April.
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
    /// What is doubtful about it.
    pub doubts: Vec<Doubt>,
}

/// What is doubtful about a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Day and month may be the other way round: the other date.
    DayOrMonth(Edtf),
    /// The year had two digits.
    ShortYear,
    /// The day of the week that was written is not that of the date.
    Weekday,
    /// It was written in the Hijri calendar and may be a day off: months began when the moon was seen.
    Hijri,
}

impl Doubt {
    /// The stable code; words are `doubt-CODE`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::DayOrMonth(_) => "day-or-month",
            Self::ShortYear => "short-year",
            Self::Weekday => "weekday",
            Self::Hijri => "hijri",
        }
    }

    /// The other reading, where there is one.
    pub fn about(&self) -> String {
        match self {
            Self::DayOrMonth(other) => other.to_string(),
            _ => String::new(),
        }
    }
}

/// Why nothing was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// There is no date in the words, or something that is none.
    Unreadable,
    /// The month has no such day.
    NoSuchDay,
    /// The year has no such month.
    NoSuchMonth,
}

impl Refused {
    /// The stable code; words are `doubt-CODE`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "date-unreadable",
            Self::NoSuchDay => "date-no-such-day",
            Self::NoSuchMonth => "date-no-such-month",
        }
    }
}

/// The longest words that are looked at, in bytes: a date with its day of the week, not a text with one in it.
const WORDS_MAX: usize = 200;

/// Reads a date. All of the words must belong to it.
///
/// # Errors
/// Where they are no date, or one that does not exist.
pub fn read(words: &str, order: Order) -> Result<Read, Refused> {
    if words.len() > WORDS_MAX {
        return Err(Refused::Unreadable);
    }
    let plain = to_ascii(words.trim());
    if let Ok(edtf) = plain.parse() {
        return Ok(Read { edtf, doubts: Vec::new() });
    }
    let folded = fold(&plain);
    let tokens = tokens(&folded);
    let mut reader = Reader { order, doubts: Vec::new() };
    let edtf = reader.whole(&tokens)?;
    Ok(Read { edtf, doubts: reader.doubts })
}

/// A number with its count of digits, a word, or a mark between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'a> {
    Number(u32, usize),
    Word(&'a str),
    Mark(char),
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |c: char| match first {
            _ if first.is_ascii_digit() => c.is_ascii_digit(),
            _ if first.is_alphabetic() => c.is_alphabetic(),
            _ => false,
        };
        let end = rest.find(|c| !same(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let (token, behind) = rest.split_at(end);
        if first.is_ascii_digit() {
            // A number of ten digits and more is none of a date's.
            tokens.push(Token::Number(token.parse().unwrap_or(u32::MAX), token.len()));
        } else if first.is_alphabetic() {
            tokens.push(Token::Word(token));
        } else if !first.is_whitespace() && !crate::fold::is_invisible(first) {
            tokens.push(Token::Mark(first));
        }
        rest = behind;
    }
    tokens
}

/// Words that stand before a date; folded.
const ABOUT: [&str; 9] =
    ["حوالي", "نحو", "قرابه", "around", "about", "circa", "vers", "environ", "approximately"];
const BEFORE: [&str; 5] = ["قبل", "before", "avant", "until", "حتي"];
const AFTER: [&str; 5] = ["بعد", "after", "apres", "since", "منذ"];
const BETWEEN: [&str; 4] = ["بين", "between", "entre", "from"];
const AND: [&str; 7] = ["و", "and", "et", "to", "a", "الي", "au"];
const PART_OF: [&str; 15] = [
    "منتصف",
    "اوايل",
    "اوائل",
    "مطلع",
    "اواخر",
    "نهايه",
    "بدايه",
    "mid",
    "early",
    "late",
    "end",
    "debut",
    "mi",
    "fin",
    "beginning",
];
/// Words that say nothing of the date.
const IDLE: [&str; 17] = [
    "في",
    "يوم",
    "تاريخ",
    "بتاريخ",
    "عام",
    "سنه",
    "شهر",
    "من",
    "on",
    "the",
    "of",
    "in",
    "le",
    "du",
    "de",
    "en",
    "م",
];
const ORDINAL: [&str; 5] = ["st", "nd", "rd", "th", "er"];
const LUNAR: [&str; 3] = ["ه", "هـ", "ah"];

struct Reader {
    order: Order,
    doubts: Vec<Doubt>,
}

impl Reader {
    fn whole(&mut self, tokens: &[Token<'_>]) -> Result<Edtf, Refused> {
        let is = |token: Option<&Token<'_>>, words: &[&str]| matches!(token, Some(Token::Word(word)) if words.contains(word));
        let first = tokens.first();
        let rest = tokens.get(1..).unwrap_or_default();
        if is(first, &BEFORE) {
            return Ok(Edtf::Span(None, Some(self.part(rest)?)));
        }
        if is(first, &AFTER) {
            return Ok(Edtf::Span(Some(self.part(rest)?), None));
        }
        if is(first, &ABOUT) || is(first, &PART_OF) {
            let rest = rest.strip_prefix(&[Token::Mark('-')]).unwrap_or(rest);
            return Ok(Edtf::Date(Part { mark: Some('~'), ..self.part(rest)? }));
        }
        let within = if is(first, &BETWEEN) { rest } else { tokens };
        match self.part(within) {
            Ok(part) if within.len() == tokens.len() => Ok(Edtf::Date(part)),
            Ok(_) => Err(Refused::Unreadable),
            Err(refused) => self.span(within).unwrap_or(Err(refused)),
        }
    }

    /// Two dates with a word or a line between; the first may leave out what the second says.
    fn span(&mut self, tokens: &[Token<'_>]) -> Option<Result<Edtf, Refused>> {
        let between = |token: &Token<'_>| match token {
            Token::Word(word) => AND.contains(word),
            Token::Mark(mark) => ['-', '–', '—', '/', '‑'].contains(mark),
            Token::Number(..) => false,
        };
        for at in (1..tokens.len().saturating_sub(1)).filter(|at| between(&tokens[*at])) {
            let (from, to) = (&tokens[..at], &tokens[at + 1..]);
            let kept = self.doubts.len();
            let Ok(last) = self.part(to) else {
                self.doubts.truncate(kept);
                continue;
            };
            // "9–15 September 2018": the first is a day of the same month.
            let first = match from {
                [Token::Number(day, len)] if *len <= 2 => {
                    last.day.and_then(|_| Part::known(year_of(&last)?, month_of(&last), Some(*day)))
                }
                _ => self.without_year(from, &last).or_else(|| self.part(from).ok()),
            };
            let Some(first) = first else {
                self.doubts.truncate(kept);
                continue;
            };
            let span = Edtf::Span(Some(first), Some(last));
            return Some(match (span.earliest(), span.latest()) {
                (Some(a), Some(b)) if a > b => Err(Refused::Unreadable),
                _ => Ok(span),
            });
        }
        None
    }

    /// "3 May – 5 June 2013": the year stands once.
    fn without_year(&mut self, tokens: &[Token<'_>], last: &Part) -> Option<Part> {
        let mut whole = tokens.to_vec();
        whole.push(Token::Number(u32::try_from(year_of(last)?).ok()?, 4));
        self.part(&whole).ok()
    }

    /// One date.
    fn part(&mut self, tokens: &[Token<'_>]) -> Result<Part, Refused> {
        let mut weekday_said = None;
        let mut lunar = false;
        let mut kept = Vec::with_capacity(tokens.len());
        for token in tokens {
            match token {
                Token::Word(word) if LUNAR.contains(word) => lunar = true,
                Token::Word(word) if IDLE.contains(word) || ORDINAL.contains(word) => {}
                Token::Word(word) => match months::weekday(word) {
                    // "mar" is a day in French and a month in English: it is a day only before a number.
                    Some(day) if kept.is_empty() && months::gregorian(&[word]).is_none() => {
                        weekday_said = Some(day)
                    }
                    _ => kept.push(*token),
                },
                Token::Mark(',' | '،' | '(' | ')') => {}
                _ => kept.push(*token),
            }
        }
        let part = if kept.iter().any(|token| matches!(token, Token::Word(_))) {
            self.named(&kept, lunar)?
        } else {
            self.numbers(&kept, lunar)?
        };
        if let (Some(said), Some(_)) = (weekday_said, part.day)
            && let Some(day) = Edtf::Date(part).earliest()
            && year_of(&part).is_some()
            && weekday(day) != said
        {
            self.doubts.push(Doubt::Weekday);
        }
        Ok(part)
    }

    /// A date with the name of its month.
    fn named(&mut self, tokens: &[Token<'_>], lunar: bool) -> Result<Part, Refused> {
        let mut numbers = Vec::new();
        let mut words: Vec<&str> = Vec::new();
        let mut before_month = 0;
        for token in tokens {
            match token {
                Token::Word(word) => words.push(word),
                Token::Number(n, len) => {
                    if words.is_empty() {
                        before_month += 1;
                    }
                    numbers.push((*n, *len));
                }
                Token::Mark('.' | '/' | '-' | '\'' | '’') => {}
                Token::Mark(_) => return Err(Refused::Unreadable),
            }
        }
        let gregorian = months::gregorian(&words).filter(|(month, n)| all_same(*month, &words[*n..]));
        let (month, is_lunar) = match (gregorian, months::hijri(&words)) {
            (Some((month, _)), _) => (month, false),
            (None, Some((month, n))) if n == words.len() => (month, true),
            _ => return Err(Refused::Unreadable),
        };
        let (year, day) = match numbers[..] {
            [(year, 3..)] => (Some(year), None),
            [(day, 1 | 2)] => (None, Some(day)),
            [(day, 1 | 2), (year, 3..)] => (Some(year), Some(day)),
            // "2013 March 5", and "March 5, 2013" is the case above.
            [(year, 3..), (day, 1 | 2)] => (Some(year), Some(day)),
            [(day, 1 | 2), (year, 2)] if before_month == 1 => {
                self.doubts.push(Doubt::ShortYear);
                (Some(century(year)), Some(day))
            }
            _ => return Err(Refused::Unreadable),
        };
        if is_lunar || lunar && year.is_some_and(|year| year < 1_700) {
            return self.hijri(year.ok_or(Refused::Unreadable)?, month, day);
        }
        match year {
            Some(year) => known(year, month, day),
            None => yearless(month, day.ok_or(Refused::Unreadable)?),
        }
    }

    /// A date in numbers alone.
    fn numbers(&mut self, tokens: &[Token<'_>], lunar: bool) -> Result<Part, Refused> {
        let mut numbers = Vec::new();
        for token in tokens {
            match token {
                Token::Number(n, len) => numbers.push((*n, *len)),
                Token::Mark('.' | '/' | '-' | '\\' | '٫' | '–') => {}
                _ => return Err(Refused::Unreadable),
            }
        }
        let (year, month, day, is_sure) = match numbers[..] {
            [(year, 4)] if lunar => return self.hijri(year, 1, None),
            [(year, 4)] => return known_year(year),
            [(month, 1 | 2), (year, 4)] => return known(year, month, None),
            [(year, 4), (month, 1 | 2)] => return known(year, month, None),
            [(year, 4), (month, 1 | 2), (day, 1 | 2)] => (year, month, day, true),
            [(a, 1 | 2), (b, 1 | 2), (year, len)] if len == 4 || len == 2 => {
                let year = if len == 2 {
                    self.doubts.push(Doubt::ShortYear);
                    century(year)
                } else {
                    year
                };
                match self.order {
                    Order::DayFirst => (year, b, a, false),
                    Order::MonthFirst => (year, a, b, false),
                }
            }
            _ => return Err(Refused::Unreadable),
        };
        if lunar || year < 1_500 && year > 1_200 {
            return self.hijri(year, month, Some(day));
        }
        if !is_sure && month > 12 && day <= 12 {
            // Only the other way round is a date.
            return known(year, day, Some(month));
        }
        let part = known(year, month, Some(day))?;
        if !is_sure
            && month != day
            && let Ok(other) = known(year, day, Some(month))
        {
            self.doubts.push(Doubt::DayOrMonth(Edtf::Date(other)));
        }
        Ok(part)
    }

    /// A date of the tabular Islamic calendar (leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of thirty), whose
    /// first day is 16 July 622 of the Julian one. Source: Reingold and Dershowitz, "Calendrical Calculations".
    fn hijri(&mut self, year: u32, month: u32, day: Option<u32>) -> Result<Part, Refused> {
        if !(1..=12).contains(&month) {
            return Err(Refused::NoSuchMonth);
        }
        if day.is_some_and(|day| !(1..=30).contains(&day)) {
            return Err(Refused::NoSuchDay);
        }
        if !(1..=9_000).contains(&year) {
            return Err(Refused::Unreadable);
        }
        self.doubts.push(Doubt::Hijri);
        let (year, month) = (year as i32, month as i32);
        // Days since 1970 of the day before the first of Muharram of year 1.
        const EPOCH: i32 = -492_149;
        let of = day.unwrap_or(15) as i32;
        let days = EPOCH + (year - 1) * 354 + (3 + 11 * year) / 30 + 29 * (month - 1) + month / 2 + of;
        let at = Day::of_epoch(days);
        let part = match day {
            Some(_) => Part::known(at.year, Some(at.month), Some(at.day)),
            None => Part::known(at.year, Some(at.month), None),
        };
        part.map(|part| Part { mark: Some('~'), ..part }).ok_or(Refused::Unreadable)
    }
}

/// Whether further words name the same month in its other name: «أيلول/سبتمبر».
fn all_same(month: u32, words: &[&str]) -> bool {
    words.is_empty() || months::gregorian(words).is_some_and(|(other, n)| other == month && n == words.len())
}

/// Two digits: the century that lies nearer to the events of which people speak.
fn century(year: u32) -> u32 {
    if year < 50 { 2_000 + year } else { 1_900 + year }
}

fn known_year(year: u32) -> Result<Part, Refused> {
    Part::known(year as i32, None, None).ok_or(Refused::Unreadable)
}

fn known(year: u32, month: u32, day: Option<u32>) -> Result<Part, Refused> {
    if !(1..=12).contains(&month) {
        return Err(Refused::NoSuchMonth);
    }
    let year = i32::try_from(year).ok().filter(|year| *year <= 9_999).ok_or(Refused::Unreadable)?;
    if day.is_some_and(|day| day == 0 || day > length(year, month)) {
        return Err(Refused::NoSuchDay);
    }
    Part::known(year, Some(month), day).ok_or(Refused::Unreadable)
}

fn yearless(month: u32, day: u32) -> Result<Part, Refused> {
    // The 29th of February is one of some year.
    if day == 0 || day > length(2000, month) {
        return Err(Refused::NoSuchDay);
    }
    let part = Part::known(2000, Some(month), Some(day)).ok_or(Refused::Unreadable)?;
    Ok(Part { year: [None; 4], ..part })
}

fn year_of(part: &Part) -> Option<i32> {
    part.year.iter().try_fold(0, |sum, digit| Some(sum * 10 + i32::from((*digit)?)))
}

fn month_of(part: &Part) -> Option<u32> {
    let [tens, ones] = part.month?;
    Some(u32::from(tens?) * 10 + u32::from(ones?))
}
