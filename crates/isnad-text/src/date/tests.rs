use proptest::prelude::*;

use super::*;

#[test]
fn the_list_of_words_is_sound() {
    assert_eq!(lex::faults(), Vec::<String>::new());
}

/// What the second and third column of `tables/dates.tsv` say.
fn told(written: &str, order: Order) -> String {
    let read = match read(written, order) {
        Ok(read) => read,
        Err(refused) => return format!("! {}", refused.code()),
    };
    let mut beside: Vec<String> = Vec::new();
    beside.extend((read.calendar == Calendar::Hijri).then(|| "hijri".to_owned()));
    beside.extend(read.weekday.map(|day| day.code().to_owned()));
    beside.extend(read.time.map(|time| format!("at:{time}")));
    for doubt in &read.doubts {
        let about = Some(doubt.about()).filter(|about| !about.is_empty());
        let code = doubt.code().trim_start_matches("date-");
        beside.push(about.map_or(code.to_owned(), |about| format!("{code}={about}")));
    }
    format!("{}\t{}", read.edtf, beside.join(" ")).trim_end().to_owned()
}

#[test]
fn dates_are_read_as_the_table_says() {
    let table = include_str!("../../tables/dates.tsv");
    let mut faults = Vec::new();
    let mut n_rows = 0;
    for (number, line) in
        table.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty())
    {
        let (written, expect) = line.split_once('\t').unwrap();
        let (expect, order) = match expect.strip_suffix("month-first") {
            Some(expect) => (expect.trim_end(), Order::MonthFirst),
            None => (expect, Order::DayFirst),
        };
        n_rows += 1;
        let told = told(written, order);
        if told != expect {
            faults.push(format!("{}: {written}\n    is  {told}\n    not {expect}", number + 1));
        }
    }
    assert!(faults.is_empty(), "{} of {n_rows}\n{}", faults.len(), faults.join("\n"));
    assert!(n_rows >= 350, "{n_rows} rows");
}

fn check_found(text: &str, expect: &[(&str, &str)]) {
    let found: Vec<(&str, String)> =
        find_in(text).into_iter().map(|(place, read)| (&text[place], read.edtf.to_string())).collect();
    let expect: Vec<(&str, String)> =
        expect.iter().map(|(words, edtf)| (*words, (*edtf).to_owned())).collect();
    assert_eq!(found, expect, "find_in({text:?})");
}

#[test]
fn dates_are_found_among_other_words() {
    check_found(
        "اعتُقل يوم الجمعة ٦ تموز ٢٠١٢ من منزله، وأُفرج عنه في ١٥ أيلول ٢٠١٣.",
        &[("الجمعة ٦ تموز ٢٠١٢", "2012-07-06"), ("في ١٥ أيلول ٢٠١٣", "2013-09-15")],
    );
    check_found(
        "بين ٩ و١٥ أيلول ٢٠١٨ زار الوفد المدينة",
        &[("بين ٩ و١٥ أيلول ٢٠١٨", "2018-09-09/2018-09-15")],
    );
    check_found("وقع ذلك في ٤ شباط. ٢٠١٨ ليلاً", &[("في ٤ شباط. ٢٠١٨ ليلاً", "2018-02-04")]);
    check_found("He was seen on 15 March 2013. 34 others were not.", &[("15 March 2013", "2013-03-15")]);
    check_found("She left (July 6-8, 2012) and came back.", &[("July 6-8, 2012", "2012-07-06/2012-07-08")]);
    check_found("Arrêté le 1er mai 2013 à 21h30 à la gare.", &[("1er mai 2013 à 21h30", "2013-05-01")]);
    check_found(
        "In 2013 the unit moved; since March 2014 it is here.",
        &[("In 2013", "2013"), ("since March 2014", "2014-03/..")],
    );
    check_found("about 2013 people may 34 go, 12/3 of it, 5 to 8, tel. 2013-44-55", &[]);
    check_found("on 31 February 2013 and on 1 March 2013", &[("1 March 2013", "2013-03-01")]);
    check_found(
        "زيارة ٩ ـ ١٥ أيلول/سبتمبر ٢٠١٨ إلى المدينة",
        &[("٩ ـ ١٥ أيلول/سبتمبر ٢٠١٨", "2018-09-09/2018-09-15")],
    );
    check_found("in December he may march", &[]);
    check_found("", &[]);
}

#[test]
fn days_are_counted_as_the_calendar_has_them() {
    for (day, number) in
        [((1970, 1, 1), 0), ((2000, 3, 1), 11017), ((1969, 12, 31), -1), ((2018, 9, 15), 17789)]
    {
        assert_eq!((ordinal(day), civil(number)), (number, day));
    }
    assert_eq!(Weekday::of(ordinal((2018, 9, 10))), Weekday::Monday);
    // The epoch of the civil tabular calendar, and new years of it as published.
    let new_years =
        [(1, (622, 7, 19)), (1400, (1979, 11, 21)), (1434, (2012, 11, 15)), (1445, (2023, 7, 19))];
    for (year, day) in new_years {
        assert_eq!(civil(calendar::hijri((year, 1, 1))), day, "{year}");
    }
}

fn edtf(text: &str) -> Edtf {
    text.parse().unwrap_or_else(|_| panic!("{text}"))
}

#[test]
fn bounds_are_the_days_that_a_date_can_be() {
    let table = [
        ("2018-09-15", Some("2018-09-15"), Some("2018-09-15")),
        ("2018-02", Some("2018-02-01"), Some("2018-02-28")),
        ("2018", Some("2018-01-01"), Some("2018-12-31")),
        ("201X", Some("2010-01-01"), Some("2019-12-31")),
        ("2018-09-XX", Some("2018-09-01"), Some("2018-09-30")),
        ("2018-XX-31", Some("2018-01-31"), Some("2018-12-31")),
        ("201X-02-29", Some("2012-02-29"), Some("2016-02-29")),
        ("2013-21", Some("2013-03-01"), Some("2013-06-30")),
        ("2013-24", Some("2013-01-01"), Some("2014-02-28")),
        ("XXXX-11-15", None, None),
        ("2013/..", Some("2013-01-01"), None),
        ("../2013", None, Some("2013-12-31")),
        ("/2013", None, Some("2013-12-31")),
        ("2013~/2014-03", Some("2013-01-01"), Some("2014-03-31")),
    ];
    for (date, first, last) in table {
        let day = |text: Option<&str>| text.and_then(|text| edtf(text).earliest());
        assert_eq!((edtf(date).earliest(), edtf(date).latest()), (day(first), day(last)), "{date}");
    }
}

#[test]
fn two_dates_may_be_one_where_a_day_is_in_both() {
    let table = [
        ("2013", "2013-03", true),
        ("2013-03", "2013-04", false),
        ("XXXX-11-15", "2017-11-15", true),
        ("XXXX-11-15", "2017-11-16", false),
        ("XXXX-11-15", "2017", true),
        ("XXXX-11-15", "2017-10", false),
        ("201X", "2013-03-01", true),
        ("201X", "2021", false),
        ("2018-09-XX", "XXXX-09-31", false),
        ("2013/..", "2020-01-01", true),
        ("2013/..", "2012-12-31", false),
        ("../2013", "2013-06", true),
        ("../2013", "2014", false),
        ("2013-21", "2013-04-05", true),
        ("2013-21", "2013-10", false),
        ("2013-03-01/2013-03-10", "2013-03-10/2013-04", true),
        ("2013~", "2013", true),
        ("2XXX-02-29", "XXX1-02-29", false),
    ];
    for (a, b, expect) in table {
        let b = b.parse::<Edtf>();
        // XXXX-09-31 is no date at all.
        let Ok(b) = b else { continue };
        assert_eq!((edtf(a).may_be_same(&b), b.may_be_same(&edtf(a))), (expect, expect), "{a} {b}");
    }
}

#[test]
fn long_hostile_texts_are_read_in_one_pass() {
    for piece in [
        "1/",
        "from ",
        "بين ",
        "و",
        "March ",
        "1 ",
        "about mid ",
        "12:",
        "2013-",
        "the ",
        ". ",
        "في ",
        "ك 2 ",
    ] {
        let text = piece.repeat(60_000 / piece.len());
        assert!(read(&text, Order::DayFirst).is_err(), "{piece}");
        let found = find_in(&text);
        assert!(found.iter().all(|(place, _)| place.end <= text.len()), "{piece}");
    }
}

/// Text made of the words of dates, which goes deeper than chance does.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("٣"),
        Just("15"),
        Just("2013"),
        Just("1434"),
        Just("31"),
        Just("00"),
        Just("/"),
        Just("-"),
        Just("."),
        Just(":"),
        Just("آذار"),
        Just("February"),
        Just("رمضان"),
        Just("mi"),
        Just("avant"),
        Just("بين"),
        Just("و"),
        Just("au"),
        Just("هـ"),
        Just("monday"),
        Just("X"),
        Just("?"),
        Just("~"),
        Just("الموافق"),
        Just("T"),
        Just("pm"),
        Just(","),
        Just("("),
        Just("since"),
        Just("from"),
        Just("1980s"),
        Just("summer"),
        Just("\u{200f}"),
    ];
    let space = prop_oneof![Just(" "), Just("")];
    proptest::collection::vec((word, space), 0..12)
        .prop_map(|all| all.into_iter().map(|(word, space)| format!("{word}{space}")).collect())
}

proptest! {
    #[test]
    fn what_is_printed_is_read_again_as_the_same(text in words()) {
        if let Ok(read) = read(&text, Order::DayFirst) {
            let printed = read.edtf.to_string();
            prop_assert_eq!(printed.parse::<Edtf>().ok(), Some(read.edtf.clone()));
            prop_assert!(read.edtf.may_be_same(&read.edtf));
            if let (Some(first), Some(last)) = (read.edtf.earliest(), read.edtf.latest()) {
                prop_assert!(first <= last);
            }
            for doubt in read.doubts {
                prop_assert!(crate::doubt::CODES.iter().any(|(code, _)| *code == doubt.code()), "{}", doubt.code());
            }
        }
    }

    #[test]
    fn no_text_is_a_fault(text in "\\PC{0,40}") {
        let _ = read(&text, Order::MonthFirst);
        let _ = text.parse::<Edtf>();
        for (place, _) in find_in(&text) {
            prop_assert!(text.get(place).is_some());
        }
    }

    #[test]
    fn days_and_their_numbers_are_one(number in -800_000..800_000i32) {
        prop_assert_eq!(ordinal(civil(number)), number);
    }
}
