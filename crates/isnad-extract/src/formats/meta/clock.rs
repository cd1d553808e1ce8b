//! What the times that a file carries give away about the clock that wrote them.
//!
//! A camera's clock is set by hand, shows the time of some place, and mostly does not say which. A satellite's time
//! is UTC. Where both stand in one file, their difference is the clock's place and its fault together. Nothing is
//! corrected here: the times stay as they were written, and the doubts stand beside them.

use super::moment::{Moment, offset_text};
use isnad_model::Problem;
use std::collections::HashSet;

/// How far a clock may be off before it is worth a word. A satellite fix may also be some minutes old.
const DRIFT_MAX: i64 = 15 * 60;
/// Civil time is at most 12 hours behind UTC and 14 ahead (IANA time zone database: Etc/GMT+12, Pacific/Kiritimati).
const OFFSETS: std::ops::RangeInclusive<i64> = -12 * 3_600..=14 * 3_600;
/// All zones in use are whole quarters of an hour from UTC (Nepal +05:45, Chatham +12:45).
const QUARTER: i64 = 15 * 60;

/// The times that one file carries.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Times {
    /// What clocks showed, each with the field that says so, the time of the event itself first.
    shown: Vec<(String, Moment)>,
    /// The satellites' time, in seconds of UTC from 1970.
    pub(crate) gps: Option<i64>,
}

/// What is to be said about them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Doubts {
    /// `time.zone` and the like.
    pub(crate) metadata: Vec<(&'static str, String)>,
    pub(crate) problems: Vec<Problem>,
}

impl Times {
    /// Adds what a clock showed.
    pub(crate) fn add(&mut self, field: impl Into<String>, moment: Moment) {
        self.shown.push((field.into(), moment));
    }

    /// Compares them with each other, and with the time at which they are read if that is known (seconds of UTC).
    pub(crate) fn doubts(&self, now: Option<i64>) -> Doubts {
        let mut doubts = Doubts::default();
        let Some((field, first)) = self.event() else { return doubts };
        doubts.metadata.push(("time.zone", self.zone(*first)));
        if let Some(gps) = self.gps {
            let difference = first.shown - gps;
            doubts.metadata.push(("time.clockMinusGPS", offset_text(difference)));
            if is_apart(*first, difference) {
                let problem = said("clock-and-gps-apart", field, *first);
                doubts.problems.push(problem.text("gps", Moment::utc(gps).text()));
            }
        }
        let mut seen = HashSet::new();
        // Several fields mostly show the same time, and one doubt is enough for them all.
        for (field, moment) in self.shown.iter().filter(|(_, moment)| seen.insert(moment.shown)) {
            if is_default(*moment) {
                doubts.problems.push(said("clock-default", field, *moment));
            } else if now.is_some_and(|now| earliest(*moment) > now + DRIFT_MAX) {
                doubts.problems.push(said("time-in-the-future", field, *moment));
            }
        }
        doubts
    }

    /// The time of the event: the first one that was set at all.
    fn event(&self) -> Option<&(String, Moment)> {
        self.shown.iter().find(|(_, moment)| !is_default(*moment)).or(self.shown.first())
    }

    /// Where the clock stood: as its own field says, or as another field says that shows the same time.
    fn zone(&self, first: Moment) -> String {
        let same = self.shown.iter().filter(|(_, other)| other.shown == first.shown);
        let offset = first.offset.or_else(|| same.filter_map(|(_, other)| other.offset).next());
        offset.map_or_else(|| "unknown".to_owned(), |minutes| offset_text(i64::from(minutes) * 60))
    }
}

fn said(code: &'static str, field: &str, moment: Moment) -> Problem {
    Problem::new(code).text("field", field).text("time", moment.text())
}

/// Whether no honest clock differs so from UTC: not where it says that it stands, or nowhere on Earth.
fn is_apart(moment: Moment, difference: i64) -> bool {
    if let Some(minutes) = moment.offset {
        return (difference - i64::from(minutes) * 60).abs() > DRIFT_MAX;
    }
    let quarter = (difference + QUARTER / 2).div_euclid(QUARTER) * QUARTER;
    let nearest = quarter.clamp(*OFFSETS.start(), *OFFSETS.end());
    (difference - nearest).abs() > DRIFT_MAX
}

/// Whether the clock was never set.
///
/// Clocks that lost their power begin at the epoch of their system: 1970 in POSIX, 1980 in FAT (ECMA-107) and in
/// GPS, whose first day is the sixth of January. Both are before digital cameras; their whole first days are meant.
/// Others begin at the first second of some year, mostly of 2000, and a picture of just that second is rare.
fn is_default(moment: Moment) -> bool {
    match moment.date() {
        (1970, 1, 1) | (1980, 1, 1 | 6) => true,
        (1990.., 1, 1) => moment.shown.rem_euclid(86_400) == 0,
        _ => false,
    }
}

/// The earliest instant that a clock's reading can mean.
fn earliest(moment: Moment) -> i64 {
    moment.instant().unwrap_or(moment.shown - OFFSETS.end())
}

#[cfg(test)]
mod tests;
