//! Where a file says that it was made, in the numbers of a map.
//!
//! `exif.GPSPosition` and `media.GPSPosition` are latitude and longitude in decimal degrees. `gps.` is computed from
//! the fields of Exif beside it: metres with their sign, degrees, seconds of UTC.

use super::{
    Notes,
    moment::{Moment, days_of},
};
use exif::{Tag, Value};

/// How a field is found by its tag.
type Find<'f> = &'f dyn Fn(Tag) -> Option<&'f Value>;

/// Says place, height, direction, accuracy and satellite time, as far as the fields go.
pub(crate) fn tell(find: Find<'_>, notes: &mut Notes<'_, '_>) {
    let latitude = degrees(find, Tag::GPSLatitude, Tag::GPSLatitudeRef, b'S', 90.0);
    let longitude = degrees(find, Tag::GPSLongitude, Tag::GPSLongitudeRef, b'W', 180.0);
    if let (Some(latitude), Some(longitude)) = (latitude, longitude) {
        notes.say("exif.GPSPosition", &text(latitude, longitude));
    }
    if let Some(height) = number(find, Tag::GPSAltitude) {
        // 1 is below sea level, and 3 below the ellipsoid (Exif 3.0).
        let is_below = matches!(find(Tag::GPSAltitudeRef).and_then(|v| v.get_uint(0)), Some(1 | 3));
        notes.say("gps.altitude", &format!("{:.1} m", if is_below { -height } else { height }));
    }
    if let Some(direction) = number(find, Tag::GPSImgDirection) {
        let north = match letter(find, Tag::GPSImgDirectionRef) {
            Some(b'M') => "° from magnetic north",
            Some(b'T') => "° from true north",
            _ => "°",
        };
        notes.say("gps.direction", &format!("{direction:.1}{north}"));
    }
    if let Some(error) = number(find, Tag::GPSHPositioningError) {
        notes.say("gps.accuracy", &format!("{error:.1} m"));
    }
    if let Some(dilution) = number(find, Tag::GPSDOP) {
        notes.say("gps.dilution", &format!("{dilution:.1}"));
    }
    if let Some(time) = time(find) {
        notes.say("gps.time", &Moment::utc(time).text());
        notes.times.gps = Some(time);
    }
}

/// Latitude and longitude as they are written for a map.
pub(crate) fn text(latitude: f64, longitude: f64) -> String {
    format!("{latitude:.6}, {longitude:.6}")
}

/// The place in ISO 6709 (`+33.5130+036.2920+690/`), as films write it: latitude, longitude, and height if it is said.
pub(crate) fn iso_6709(written: &str) -> Option<(f64, f64, Option<f64>)> {
    let written = written.trim().trim_end_matches('/');
    let written = written.split("CRS").next()?;
    let mut starts: Vec<usize> = written.match_indices(['+', '-']).map(|(at, _)| at).collect();
    starts.push(written.len());
    let part = |n: usize| written.get(*starts.get(n)?..*starts.get(n + 1)?);
    let latitude = sexagesimal(part(0)?, 2).filter(|d| d.abs() <= 90.0)?;
    let longitude = sexagesimal(part(1)?, 3).filter(|d| d.abs() <= 180.0)?;
    let height = part(2).and_then(|part| part.parse().ok()).filter(|h: &f64| h.is_finite());
    (starts.first() == Some(&0)).then_some((latitude, longitude, height))
}

/// `±DD.D`, `±DDMM.M` or `±DDMMSS.S`, told apart by the digits before the point.
fn sexagesimal(part: &str, degrees: usize) -> Option<f64> {
    let (sign, digits) = part.split_at_checked(1)?;
    if !digits.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return None;
    }
    let whole = digits.split('.').next()?.len();
    let number = |text: &str| text.parse::<f64>().ok();
    let value = match whole.checked_sub(degrees)? {
        0 => number(digits)?,
        2 => number(&digits[..degrees])? + number(&digits[degrees..])? / 60.0,
        4 => {
            let minutes = number(&digits[degrees..degrees + 2])? + number(&digits[degrees + 2..])? / 60.0;
            number(&digits[..degrees])? + minutes / 60.0
        }
        _ => return None,
    };
    Some(if sign == "-" { -value } else { value })
}

fn degrees(find: Find<'_>, tag: Tag, side: Tag, minus: u8, max: f64) -> Option<f64> {
    let Value::Rational(parts) = find(tag)? else { return None };
    let part = |n: usize, share: f64| match parts.get(n) {
        // Minutes and seconds that are not said may be written 0/0.
        Some(part) if part.denom == 0 && n > 0 => 0.0,
        Some(part) => part.to_f64() / share,
        None => 0.0,
    };
    let value = part(0, 1.0) + part(1, 60.0) + part(2, 3_600.0);
    let value = if letter(find, side)? == minus { -value } else { value };
    (value.is_finite() && value.abs() <= max).then_some(value)
}

fn letter(find: Find<'_>, tag: Tag) -> Option<u8> {
    match find(tag)? {
        Value::Ascii(lines) => lines.first()?.first().copied(),
        _ => None,
    }
}

fn number(find: Find<'_>, tag: Tag) -> Option<f64> {
    let value = match find(tag)? {
        Value::Rational(parts) => parts.first()?.to_f64(),
        Value::SRational(parts) => parts.first()?.to_f64(),
        _ => return None,
    };
    value.is_finite().then_some(value)
}

/// The satellites' date and time of day, in seconds of UTC from 1970.
fn time(find: Find<'_>) -> Option<i64> {
    let Value::Ascii(lines) = find(Tag::GPSDateStamp)? else { return None };
    let date = std::str::from_utf8(lines.first()?).ok()?;
    let mut numbers = date.split([':', '-']).map(|part| part.trim().parse::<i64>());
    let (year, month, day) = (numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?);
    let Value::Rational(parts) = find(Tag::GPSTimeStamp)? else { return None };
    let [hour, minute, second] = parts.get(..3)? else { return None };
    let seconds = hour.to_f64() * 3_600.0 + minute.to_f64() * 60.0 + second.to_f64();
    let is_time = (0.0..86_401.0).contains(&seconds) && (1970..=9999).contains(&year);
    if !is_time || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    Some(days_of(year, month, day)? * 86_400 + seconds as i64)
}

#[cfg(test)]
mod tests;
