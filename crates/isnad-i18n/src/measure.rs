//! Sizes and durations.

use isnad_model::Arg;

use crate::{Locale, number, t_args};

/// The units above the byte, each a thousand of the one before.
const UNITS: [&str; 4] = ["size-kilobytes", "size-megabytes", "size-gigabytes", "size-terabytes"];

/// A size: bytes below a thousand, then one decimal of the unit that fits.
pub fn size(locale: impl Into<Locale>, bytes: u64) -> String {
    let locale = locale.into();
    if bytes < 1000 {
        return t_args(locale, "size-bytes", &[("n", Arg::Number(bytes))]);
    }
    let mut tenths = bytes / 100;
    let mut unit = 0;
    while tenths >= 10_000 && unit + 1 < UNITS.len() {
        tenths /= 1000;
        unit += 1;
    }
    t_args(locale, UNITS[unit], &[("size", Arg::Text(number::tenths(locale, tenths)))])
}

/// A length of time, in the largest unit that says it well.
pub fn duration(locale: impl Into<Locale>, seconds: u64) -> String {
    let (key, n) = match seconds {
        0..60 => ("duration-seconds", seconds),
        60..3600 => ("duration-minutes", seconds / 60),
        3600..86_400 => ("duration-hours", seconds / 3600),
        _ => ("duration-days", seconds / 86_400),
    };
    t_args(locale, key, &[("n", Arg::Number(n))])
}
