//! Instants as a person writes them, in the calendar and clock of this machine.

use isnad_model::{Arg, Millis};
use jiff::{Timestamp, Zoned, tz::TimeZone};

use crate::{Locale, Medium, number, t_args};

/// The day: ٩ أيلول/سبتمبر ٢٠٢٤ · 9 September 2024 · 9 septembre 2024.
pub fn date(locale: impl Into<Locale>, at: Millis) -> String {
    let locale = locale.into().plain();
    zoned(at, &TimeZone::system()).map_or_else(|| out_of_range(locale, at), |when| day(locale, &when))
}

/// The day and the minute, with the distance from UTC: a time without it proves little.
pub fn date_time(locale: impl Into<Locale>, at: Millis) -> String {
    date_time_in(locale.into(), at, &TimeZone::system())
}

/// A month of a year, for the head of a calendar.
pub fn month(locale: impl Into<Locale>, year_number: i16, month: i8) -> String {
    let locale = locale.into().plain();
    t_args(
        locale,
        "date-month",
        &[("month", Arg::Text(month_name(locale, month))), ("year", Arg::Text(year(locale, year_number)))],
    )
}

/// The instant for machines and tool-tips: 2024-09-09T10:02:00Z.
pub fn iso(at: Millis) -> String {
    Timestamp::from_millisecond(at.0).map_or_else(|_| format!("{} ms", at.0), |instant| instant.to_string())
}

pub(crate) fn date_time_in(locale: Locale, at: Millis, zone: &TimeZone) -> String {
    // The parts of a date stand bare in any medium: isolates would hide from the line which way it runs, and an
    // Arabic date would begin with its year. Only the offset, Latin in every language, keeps its own direction.
    let isolate = |text: String| match locale.medium {
        Medium::Page => format!("\u{2066}{text}\u{2069}"),
        Medium::Plain => text,
    };
    let offset_of = |when: &Zoned| isolate(offset(when));
    let locale = locale.plain();
    let Some(when) = zoned(at, zone) else { return out_of_range(locale, at) };
    let clock = format!("{:02}:{:02}", when.hour(), when.minute());
    t_args(
        locale,
        "date-time",
        &[
            ("day", Arg::Text(day(locale, &when))),
            ("clock", Arg::Text(number::digits(locale, &clock))),
            ("offset", Arg::Text(offset_of(&when))),
        ],
    )
}

fn zoned(at: Millis, zone: &TimeZone) -> Option<Zoned> {
    Timestamp::from_millisecond(at.0).ok().map(|instant| instant.to_zoned(zone.clone()))
}

fn day(locale: Locale, when: &Zoned) -> String {
    // A year carries no group mark, so it goes in as text.
    t_args(
        locale,
        "date-day",
        &[
            ("day", Arg::Number(u64::from(when.day().unsigned_abs()))),
            ("month", Arg::Text(month_name(locale, when.month()))),
            ("year", Arg::Text(year(locale, when.year()))),
        ],
    )
}

fn month_name(locale: Locale, month: i8) -> String {
    t_args(locale, &format!("month-{month}"), &[])
}

fn year(locale: Locale, year: i16) -> String {
    number::digits(locale, &year.to_string())
}

/// `UTC`, `UTC+3`, `UTC+5:30`.
fn offset(when: &Zoned) -> String {
    let minutes = when.offset().seconds() / 60;
    if minutes == 0 {
        return "UTC".to_owned();
    }
    let sign = if minutes < 0 { '-' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

/// A clock may claim anything; what no calendar holds is shown as the number that it is.
fn out_of_range(locale: Locale, at: Millis) -> String {
    t_args(locale, "date-out-of-range", &[("millis", Arg::Text(at.0.to_string()))])
}
