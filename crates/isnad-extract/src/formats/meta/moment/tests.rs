//! Times as every standard writes them.

use super::{Moment, days_of, offset_text};
use proptest::prelude::*;

#[test]
fn times_as_they_are_written() {
    let check = |text, expect: &str| {
        assert_eq!(Moment::read(text).map(Moment::text).unwrap_or_default(), expect, "{text}");
    };
    check("2013:05:01 10:20:30", "2013-05-01T10:20:30");
    check("2013:05:01 10:20:30\0", "2013-05-01T10:20:30");
    check("2013-05-01T10:20:30.25+02:00", "2013-05-01T10:20:30+02:00");
    check("2013-05-01T10:20:30Z", "2013-05-01T10:20:30Z");
    check("2013-05-01T10:20:30-0430", "2013-05-01T10:20:30-04:30");
    check("2013-05-01T10:20+03", "2013-05-01T10:20:00+03:00");
    check("2013-05-01T10:20", "2013-05-01T10:20:00");
    check("20130501T102030+0200", "2013-05-01T10:20:30+02:00");
    check("2016-12-31 23:59:60Z", "2017-01-01T00:00:00Z");
    check("2012:02:29 00:00:00", "2012-02-29T00:00:00");
}

#[test]
fn what_is_no_time() {
    let check = |text| assert_eq!(Moment::read(text), None, "{text:?}");
    check("");
    check("0000:00:00 00:00:00");
    check("    :  :     :  :  ");
    check("2013:02:29 00:00:00");
    check("2013:13:01 00:00:00");
    check("2013:05:01 24:00:00");
    check("2013-05-01");
    check("2013-05");
    check("٢٠١٣:٠٥:٠١ ١٠:٢٠:٣٠");
    check("yesterday at noon");
}

#[test]
fn offsets() {
    let check = |text, expect| {
        let moment = Moment { shown: 0, offset: None };
        assert_eq!(moment.with_offset(text).offset, expect, "{text}");
    };
    check("+03:00", Some(180));
    check("-09:30", Some(-570));
    check("Z", Some(0));
    check("   :  ", None);
    check("+99:00", None);
    assert_eq!(offset_text(10_804), "+03:00:04");
    assert_eq!(offset_text(-5_400), "-01:30");
}

#[test]
fn films_count_from_1904() {
    let check = |seconds, expect: &str| {
        assert_eq!(Moment::since_1904(seconds).map(Moment::text).unwrap_or_default(), expect);
    };
    check(0, "");
    check(3_450_248_430, "2013-05-01T10:20:30Z");
    check(u64::MAX, "");
}

proptest! {
    #[test]
    fn a_date_is_written_as_it_was_read(days in -100_000..4_000_000i64, second in 0..86_400i64) {
        let moment = Moment::utc(days * 86_400 + second);
        let (year, month, day) = moment.date();
        prop_assert_eq!(days_of(year, month, day), Some(days));
        if (1..=9999).contains(&year) {
            prop_assert_eq!(Moment::read(&moment.text()), Some(moment));
        }
    }

    #[test]
    fn no_text_panics(text in ".{0,40}") {
        let moment = Moment::read(&text);
        prop_assert!(moment.is_none_or(|m| Moment::read(&m.text()).is_some()));
    }
}
