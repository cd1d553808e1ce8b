//! Doubts about clocks, as a table.

use super::{Doubts, Times};
use crate::formats::meta::moment::Moment;

const NOW: &str = "2024-01-10T12:00:00Z";

fn instant(text: &str) -> i64 {
    Moment::read(text).and_then(Moment::instant).expect("an instant")
}

fn doubts(shown: &[&str], gps: &str) -> Doubts {
    let mut times = Times { gps: Moment::read(gps).and_then(Moment::instant), ..Times::default() };
    for text in shown {
        times.add("exif.DateTimeOriginal", Moment::read(text).expect("a time"));
    }
    times.doubts(Some(instant(NOW)))
}

fn check(shown: &[&str], gps: &str, metadata: &[(&str, &str)], codes: &[&str]) {
    let doubts = doubts(shown, gps);
    let said: Vec<_> = doubts.metadata.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(said, metadata, "{shown:?} {gps}");
    assert_eq!(doubts.problems.iter().map(|p| p.code).collect::<Vec<_>>(), codes, "{shown:?} {gps}");
}

#[test]
fn zones() {
    check(&[], "", &[], &[]);
    check(&["2013:05:01 10:20:30"], "", &[("time.zone", "unknown")], &[]);
    check(&["2013-05-01T10:20:30+03:00"], "", &[("time.zone", "+03:00")], &[]);
    // XMP repeats what Exif says, with the zone.
    check(&["2013:05:01 10:20:30", "2013-05-01T10:20:30+03:00"], "", &[("time.zone", "+03:00")], &[]);
    // Another time has a zone of its own, which proves nothing about the first.
    check(&["2013:05:01 10:20:30", "2014-05-01T10:20:30+03:00"], "", &[("time.zone", "unknown")], &[]);
}

#[test]
fn clock_and_satellites() {
    let check = |shown, gps, difference, codes: &[&str]| {
        let zone = if shown == "2013-05-01T10:20:30+03:00" { "+03:00" } else { "unknown" };
        self::check(&[shown], gps, &[("time.zone", zone), ("time.clockMinusGPS", difference)], codes);
    };
    check("2013:05:01 10:20:30", "2013-05-01T07:20:26Z", "+03:00:04", &[]);
    check("2013:05:01 10:20:30", "2013-05-01T04:35:30Z", "+05:45", &[]);
    // The far ends of civil time.
    check("2013:05:01 10:20:30", "2013-04-30T20:20:30Z", "+14:00", &[]);
    check("2013:05:01 10:20:30", "2013-04-30T20:05:30Z", "+14:15", &[]);
    check("2013:05:01 10:20:30", "2013-04-30T20:05:29Z", "+14:15:01", &["clock-and-gps-apart"]);
    check("2013:05:01 10:20:30", "2013-05-01T22:36:00Z", "-12:15:30", &["clock-and-gps-apart"]);
    check("2013:05:01 10:20:30", "2013-05-03T07:20:30Z", "-45:00", &["clock-and-gps-apart"]);
    // A clock that says where it stands is held to it.
    check("2013-05-01T10:20:30+03:00", "2013-05-01T07:30:30Z", "+02:50", &[]);
    check("2013-05-01T10:20:30+03:00", "2013-05-01T08:20:30Z", "+02:00", &["clock-and-gps-apart"]);
}

#[test]
fn clocks_that_were_never_set() {
    let zone = [("time.zone", "unknown")];
    let check = |shown, codes: &[&str]| self::check(&[shown], "", &zone, codes);
    check("1970:01:01 03:04:05", &["clock-default"]);
    check("1980:01:01 00:12:40", &["clock-default"]);
    check("1980:01:06 00:00:00", &["clock-default"]);
    check("2000:01:01 00:00:00", &["clock-default"]);
    check("2012:01:01 00:00:00", &["clock-default"]);
    check("2000:01:01 00:00:10", &[]);
    check("1980:01:02 00:00:00", &[]);
    // A scanned picture has its own old date.
    check("1965:01:01 00:00:00", &[]);
    // The event is the time that was set; the other is said all the same.
    self::check(
        &["1980:01:01 00:00:00", "2013-05-01T10:20:30Z"],
        "",
        &[("time.zone", "+00:00")],
        &["clock-default"],
    );
}

#[test]
fn times_to_come() {
    let check = |shown, codes: &[&str]| {
        assert_eq!(
            doubts(&[shown], "").problems.iter().map(|p| p.code).collect::<Vec<_>>(),
            codes,
            "{shown}"
        );
    };
    check("2024-01-10T12:15:00Z", &[]);
    check("2024-01-10T12:15:01Z", &["time-in-the-future"]);
    check("2024-01-10T15:15:00+03:00", &[]);
    // Without a zone it may already be two in the morning of the next day somewhere.
    check("2024:01:11 02:15:00", &[]);
    check("2024:01:11 02:15:01", &["time-in-the-future"]);
}

#[test]
fn without_a_clock_of_our_own_nothing_is_said_of_the_future() {
    let mut times = Times::default();
    times.add("exif.DateTime", Moment::read("2999:01:02 00:00:00").expect("a time"));
    assert_eq!(times.doubts(None).problems, []);
}

#[test]
fn a_doubt_names_the_field_and_the_time() {
    use isnad_model::Arg;
    let doubts = doubts(&["2013:05:01 10:20:30"], "2013-05-03T07:20:30Z");
    let args = &doubts.problems[0].args;
    assert!(args.contains(&("field", Arg::Text("exif.DateTimeOriginal".into()))), "{args:?}");
    assert!(args.contains(&("time", Arg::Text("2013-05-01T10:20:30".into()))), "{args:?}");
    assert!(args.contains(&("gps", Arg::Text("2013-05-03T07:20:30Z".into()))), "{args:?}");
}
