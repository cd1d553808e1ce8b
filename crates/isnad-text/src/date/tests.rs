use proptest::prelude::*;

use super::*;

/// `written → EDTF`, `→ EDTF | doubt`, or `→ !code`; a line each, `#` begins a remark.
const TABLE: &str = include_str!("../../tables/dates.tsv");

#[test]
fn every_date_of_the_table_is_read_as_it_says() {
    let rows: Vec<_> = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert!(rows.len() >= 150, "{}", rows.len());
    let mut wrong = Vec::new();
    for row in rows {
        let (written, expected) = row.split_once('\t').expect("two columns");
        let got = match read(written, Order::DayFirst) {
            Ok(read) => {
                let doubts: String = read.doubts.iter().map(|doubt| format!(" | {}", doubt.code())).collect();
                format!("{}{doubts}", read.edtf)
            }
            Err(refused) => format!("!{}", refused.code()),
        };
        if got != expected.trim() {
            wrong.push(format!("{written}: {got}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_other_order_is_for_those_who_ask_for_it() {
    let read = read("3/4/2013", Order::MonthFirst).expect("a date");
    assert_eq!(read.edtf.to_string(), "2013-03-04");
    assert_eq!(read.doubts.first().map(Doubt::about).as_deref(), Some("2013-04-03"));
}

#[test]
fn dates_that_can_both_be_so() {
    let check = |a: &str, b: &str, expect: bool| {
        let (a, b): (Edtf, Edtf) = (a.parse().expect("a date"), b.parse().expect("a date"));
        assert_eq!(a.may_be_same(&b), expect, "{a} {b}");
        assert_eq!(b.may_be_same(&a), expect, "{b} {a}");
    };
    check("2013", "2013-05-03", true);
    check("2013-05", "2013-05-03", true);
    check("2013-05", "2013-06-03", false);
    check("2013-02-28", "2013-03-01", false);
    check("../2013", "2012-01-01", true);
    check("../2013", "2014", false);
    check("2013-05-01/2013-05-09", "2013-05-09", true);
    check("201X", "2015-07-01", true);
    check("2013-05~", "2013-06-10", true);
    check("XXXX-11-15", "2018-11-15", true);
}

#[test]
fn what_is_no_day_is_no_date() {
    for text in [
        "2012-02-31",
        "2013-02-29",
        "2018-04-31",
        "2018-13",
        "2018-00",
        "2018-01-00",
        "+123",
        "20180",
        "2018-1",
        "2018-XX-32",
        "2018/",
        "../..",
        "2018/2017",
        "2018-09-1X~~",
        "",
        "/",
        "١٢٣٤",
    ] {
        let text: &str = text;
        if text == "2018/" {
            // An open end is one.
            assert!(text.parse::<Edtf>().is_ok());
        } else {
            assert!(text.parse::<Edtf>().is_err(), "{text}");
        }
    }
}

#[test]
fn days_are_counted_from_the_beginning_of_1970() {
    let days = |year, month, day| Day { year, month, day }.since_epoch();
    assert_eq!((days(1970, 1, 1), days(2000, 3, 1), days(1969, 12, 31)), (0, 11_017, -1));
    // Monday 10 September 2018, Sunday 17 May 2020.
    assert_eq!((weekday(days(2018, 9, 10)), weekday(days(2020, 5, 17))), (0, 6));
}

proptest! {
    #[test]
    fn a_day_comes_back(days in -700_000..700_000i32) {
        prop_assert_eq!(Day::of_epoch(days).since_epoch(), days);
    }

    #[test]
    fn what_is_printed_is_read_again(text in "[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[~?%]?(/(\\.\\.|[0-9]{4}))?") {
        if let Ok(edtf) = text.parse::<Edtf>() {
            prop_assert_eq!(edtf.to_string().parse::<Edtf>(), Ok(edtf));
            prop_assert_eq!(read(&edtf.to_string(), Order::DayFirst).map(|read| read.edtf), Ok(edtf));
        }
    }

    #[test]
    fn no_words_break_it(text in "\\PC{0,220}") {
        let _whatever = read(&text, Order::DayFirst);
    }

    /// Whatever is read, all its days exist.
    #[test]
    fn numbers_give_days_that_exist(a in 0..40u32, b in 0..40u32, year in 1800..2100u32) {
        if let Ok(read) = read(&format!("{a}/{b}/{year}"), Order::DayFirst) {
            let day = read.edtf.earliest().expect("a day");
            let Edtf::Date(part) = read.edtf else { panic!("a span") };
            let at = Day::of_epoch(day);
            prop_assert_eq!(Some(part), edtf_of(at));
        }
    }
}

fn edtf_of(day: Day) -> Option<edtf::Part> {
    edtf::Part::known(day.year, Some(day.month), Some(day.day))
}
