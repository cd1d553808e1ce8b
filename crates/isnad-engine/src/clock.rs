//! Instants read from files.

/// Milliseconds since 1970 of an ISO 8601 time; one without a zone is taken as UTC, which the page says.
pub fn iso_millis(text: &str) -> Option<i64> {
    if let Ok(at) = text.parse::<jiff::Timestamp>() {
        return Some(at.as_millisecond());
    }
    let civil: jiff::civil::DateTime = text.parse().ok()?;
    Some(civil.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_millisecond())
}
