//! Times as containers hold them, as ISO 8601.

/// Seconds since 1970 as ISO 8601 in UTC, up to the year 9999.
pub(crate) fn iso8601(seconds: u64) -> Option<String> {
    if seconds >= 253_402_300_800 {
        return None;
    }
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    // Days are counted from 1 March of the year 0, so that the leap day is the last one of its year.
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    let year = era * 400 + year;
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"))
}

/// A time of Windows, in tenths of microseconds since 1601 in UTC; 0 is none.
pub(crate) fn of_windows(ticks: u64) -> Option<String> {
    const TO_1970: u64 = 11_644_473_600;
    iso8601((ticks / 10_000_000).checked_sub(TO_1970)?)
}

#[cfg(test)]
mod tests;
