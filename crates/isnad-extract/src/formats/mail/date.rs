//! Dates as mail writes them (RFC 5322 §3.3 and §4.3, `asctime`), as ISO 8601 with the zone that was said.

/// A date and time in ISO 8601; without a zone where none was said, or `-0000` said that nobody knows it.
pub(crate) fn iso8601(text: &str) -> Option<String> {
    let mut date = Date::default();
    // Comments say the zone's name once more.
    let text = text.split('(').next().unwrap_or_default();
    for word in text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()) {
        date.word(word);
    }
    date.printed()
}

#[derive(Default)]
struct Date {
    year: Option<u16>,
    month: Option<u8>,
    day: Option<u8>,
    time: Option<[u8; 3]>,
    zone: Option<i16>,
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

impl Date {
    fn word(&mut self, word: &str) {
        if word.contains(':') {
            self.time = self.time.or_else(|| time(word));
        } else if word.starts_with(['+', '-']) && word.len() == 5 {
            self.zone = self.zone.or_else(|| offset(word));
        } else if let Ok(number) = word.parse::<u16>() {
            match (word.len(), self.day, self.year) {
                (1 | 2, None, _) => self.day = Some(number as u8),
                (4, _, None) => self.year = Some(number),
                // Two figures are of the last century from 50 on; three count from 1900.
                (2, _, None) => self.year = Some(number + if number < 50 { 2000 } else { 1900 }),
                (3, _, None) => self.year = Some(number + 1900),
                _ => {}
            }
        } else if let Some(month) =
            word.get(..3).and_then(|w| MONTHS.iter().position(|m| w.eq_ignore_ascii_case(m)))
        {
            self.month = self.month.or(Some(month as u8 + 1));
        } else if self.time.is_some() {
            self.zone = self.zone.or_else(|| named_zone(word));
        }
    }

    fn printed(&self) -> Option<String> {
        let (year, month, day) = (self.year?, self.month?, self.day?);
        let [hour, minute, second] = self.time?;
        let is_sound = (1..=31).contains(&day) && hour < 24 && minute < 60 && second <= 60;
        if !is_sound {
            return None;
        }
        // A leap second is not to be had in a calendar without them.
        let second = second.min(59);
        let zone = self.zone.map(|minutes| {
            let sign = if minutes < 0 { '-' } else { '+' };
            let minutes = minutes.unsigned_abs();
            format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        });
        let zone = zone.unwrap_or_default();
        Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{zone}"))
    }
}

fn time(word: &str) -> Option<[u8; 3]> {
    let mut parts = word.split(':').map(|part| part.parse::<u8>().ok());
    let time = [parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?];
    parts.next().is_none().then_some(time)
}

/// Minutes east of Greenwich.
fn offset(word: &str) -> Option<i16> {
    let (sign, digits) = word.split_at(1);
    let number: i16 = digits.parse().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let minutes = number / 100 * 60 + number % 100;
    match (sign, minutes) {
        ("-", 0) => None,
        _ if number / 100 > 23 || number % 100 > 59 => None,
        ("-", _) => Some(-minutes),
        _ => Some(minutes),
    }
}

/// The names that RFC 5322 §4.3 still knows; those of single letters are not to be trusted, as it says.
fn named_zone(word: &str) -> Option<i16> {
    let hours = match word.to_ascii_uppercase().as_str() {
        "UT" | "GMT" | "UTC" | "Z" => 0,
        "EDT" => -4,
        "EST" | "CDT" => -5,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        _ => return None,
    };
    Some(hours * 60)
}

#[cfg(test)]
mod tests;
