//! A time as a file writes it: what the clock showed, and how far it stood from UTC if the file says so.

/// A clock's reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    /// What the clock showed, as seconds from 1970-01-01 00:00:00 of that same clock.
    pub(crate) shown: i64,
    /// Minutes that the clock is ahead of UTC, where the file says so.
    pub(crate) offset: Option<i32>,
}

/// Seconds from 1904-01-01, where the times of QuickTime and MP4 begin (ISO/IEC 14496-12 §8.2.2), to 1970-01-01.
const SECONDS_TO_1904: i64 = 2_082_844_800;
/// The largest offsets of civil time, in minutes: RFC 3339 writes up to a day, places use −12:00 to +14:00.
const OFFSET_MAX: i32 = 24 * 60 - 1;

impl Moment {
    /// Exif (`2013:05:01 10:20:30`), ISO 8601 in full (`2013-05-01T10:20:30.25+02:00`) and its basic form.
    ///
    /// Nothing for a date without a time, for blanks and for dates that no calendar has.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0');
        let mut digits = [0; 14];
        let mut n = 0;
        let mut rest = text;
        // Years have four digits, all else two; the signs between differ from one standard to the next.
        while n < digits.len() {
            let c = rest.chars().next()?;
            match c.to_digit(10) {
                Some(digit) => {
                    digits[n] = i64::from(digit);
                    n += 1;
                }
                None if matches!(c, ':' | '-' | 'T' | ' ' | '/') && n.is_multiple_of(2) => {}
                None => return None,
            }
            rest = &rest[c.len_utf8()..];
            // XMP may leave the seconds out.
            if n == 12 && !rest.starts_with(|c: char| c == ':' || c.is_ascii_digit()) {
                break;
            }
        }
        let number =
            |range: std::ops::Range<usize>| digits[range].iter().fold(0, |sum, digit| sum * 10 + digit);
        let day = days_of(number(0..4), number(4..6), number(6..8))?;
        let (hour, minute, second) = (number(8..10), number(10..12), number(12..14));
        // A leap second is a time that was.
        let is_time = hour < 24 && minute < 60 && second <= 60;
        let rest = rest.trim_start_matches(|c: char| c == '.' || c == ',' || c.is_ascii_digit());
        is_time.then(|| Self {
            shown: day * 86_400 + hour * 3_600 + minute * 60 + second,
            offset: offset_of(rest.trim_start()),
        })
    }

    /// C's way, which AVI uses: `Wed May 01 10:20:30 2013`.
    pub(crate) fn read_ctime(text: &str) -> Option<Self> {
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let words: Vec<&str> = text.trim_matches(['\0', '\n', ' ']).split_whitespace().collect();
        let [_, month, day, time, year] = words[..] else { return None };
        let month = MONTHS.iter().position(|name| name.eq_ignore_ascii_case(month))? + 1;
        Self::read(&format!("{year}-{month:02}-{day:0>2} {time}"))
    }

    /// The same reading, of a clock that is so far from UTC; as it was if that text is no offset.
    pub(crate) fn with_offset(self, text: &str) -> Self {
        Self { offset: offset_of(text.trim()).or(self.offset), ..self }
    }

    /// Seconds of UTC from 1904; nothing for zero, which is how a film says that it does not know.
    pub(crate) fn since_1904(seconds: u64) -> Option<Self> {
        let shown = i64::try_from(seconds).ok().filter(|s| *s != 0)?.checked_sub(SECONDS_TO_1904)?;
        Some(Self { shown, offset: Some(0) })
    }

    /// Seconds of UTC from 1970.
    pub(crate) fn utc(shown: i64) -> Self {
        Self { shown, offset: Some(0) }
    }

    /// The instant in seconds of UTC from 1970, where the offset is known.
    pub(crate) fn instant(self) -> Option<i64> {
        Some(self.shown - i64::from(self.offset?) * 60)
    }

    /// ISO 8601, with the offset where it is known.
    pub(crate) fn text(self) -> String {
        let (days, second) = (self.shown.div_euclid(86_400), self.shown.rem_euclid(86_400));
        let (year, month, day) = date_of(days);
        let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
        let zone = match self.offset {
            Some(0) => "Z".to_owned(),
            Some(minutes) => offset_text(i64::from(minutes) * 60),
            None => String::new(),
        };
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{zone}")
    }

    /// Year, month and day that the clock showed.
    pub(crate) fn date(self) -> (i64, i64, i64) {
        date_of(self.shown.div_euclid(86_400))
    }
}

/// `+03:00`, with seconds where there are any.
pub(crate) fn offset_text(seconds: i64) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.abs();
    let text = format!("{sign}{:02}:{:02}", seconds / 3_600, seconds / 60 % 60);
    match seconds % 60 {
        0 => text,
        rest => format!("{text}:{rest:02}"),
    }
}

/// `Z`, `+02:00`, `+0200` and `+02` in minutes.
fn offset_of(text: &str) -> Option<i32> {
    if text.starts_with(['Z', 'z']) {
        return Some(0);
    }
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' | '\u{2212}' => -1,
        _ => return None,
    };
    let digits: Vec<i32> =
        text.chars().skip(1).filter(|c| *c != ':').map_while(|c| c.to_digit(10)).map(|d| d as i32).collect();
    let minutes = match digits[..] {
        [a, b] => (a * 10 + b) * 60,
        [a, b, c, d] => (a * 10 + b) * 60 + c * 10 + d,
        _ => return None,
    };
    (minutes <= OFFSET_MAX).then_some(sign * minutes)
}

/// Days from 1970-01-01 of the Gregorian calendar, as Howard Hinnant's `days_from_civil` counts them.
pub(crate) fn days_of(year: i64, month: i64, day: i64) -> Option<i64> {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => return None,
    };
    if year == 0 || !(1..=last).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

fn date_of(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests;
