use super::{Shape, built_in, date, plain, shape, show};
use proptest::prelude::*;

#[test]
fn codes_of_formats() {
    let date = Shape::Moment { date: true, time: false };
    let time = Shape::Moment { date: false, time: true };
    let both = Shape::Moment { date: true, time: true };
    let check = |code: &str, expect| assert_eq!(shape(code), expect, "{code}");
    for code in
        ["yyyy-mm-dd", "dd/mm/yyyy;@", "[$-2010401]d\\ mmmm\\ yyyy;@", "mmm-yy", "m/d/yy", "[$-F800]dddd"]
    {
        check(code, date);
    }
    for code in ["h:mm", "h:mm:ss AM/PM", "mm:ss.0", "hh\"h\"mm"] {
        check(code, time);
    }
    for code in ["yyyy-mm-dd hh:mm", "d/m/yy h:mm"] {
        check(code, both);
    }
    for code in ["[h]:mm:ss", "[mm]:ss"] {
        check(code, Shape::Elapsed);
    }
    let plain = [
        "General",
        "0",
        "0.00",
        "#,##0.00",
        "0%",
        "0.00E+00",
        "@",
        "[Red]0.00",
        "\"day\" 0",
        "000-00",
        "# ?/?",
        "",
    ];
    for code in plain {
        check(code, Shape::Plain);
    }
    check("00000000000", Shape::Padded(11));
    check("000;-000", Shape::Padded(3));
    assert_eq!(
        (built_in(14), built_in(22), built_in(46), built_in(0)),
        (date, both, Shape::Elapsed, Shape::Plain)
    );
}

#[test]
fn numbers() {
    let check = |value, expect: &str| assert_eq!(plain(value), expect);
    check(0.0, "0");
    check(-0.0, "0");
    check(963_911_234_567.0, "963911234567");
    check(9_007_199_254_740_991.0, "9007199254740991");
    check(0.1 + 0.2, "0.3");
    check(-33.513807, "-33.513807");
    check(1234.5, "1234.5");
    check(1e300, "1E300");
    check(1.5e-12, "1.5E-12");
    let padded = |value, digits, expect: &str| assert_eq!(show(value, Shape::Padded(digits), false), expect);
    padded(1_020_304.0, 11, "00001020304");
    padded(12.5, 4, "12.5");
    padded(-7.0, 3, "-7");
}

#[test]
fn dates() {
    let both = |value, is_1904| show(value, Shape::Moment { date: true, time: true }, is_1904);
    let day = |value| show(value, Shape::Moment { date: true, time: false }, false);
    let time = |value| show(value, Shape::Moment { date: false, time: true }, false);
    assert_eq!(day(43_367.0), "2018-09-24");
    assert_eq!(day(1.0), "1900-01-01");
    assert_eq!(day(59.0), "1900-02-28");
    assert_eq!(day(60.0), "1900-02-29");
    assert_eq!(day(61.0), "1900-03-01");
    assert_eq!(day(36_585.0), "2000-02-29");
    assert_eq!(day(2_958_465.0), "9999-12-31");
    assert_eq!(day(2_958_466.0), "2958466");
    assert_eq!(day(-1.0), "-1");
    assert_eq!(day(43_367.75), "2018-09-24T18:00:00", "what the format hides is shown");
    assert_eq!(both(43_367.541666666664, false), "2018-09-24T13:00:00");
    assert_eq!(both(41_905.0, true), "2018-09-24T00:00:00");
    assert_eq!(both(43_367.000_005_787, false), "2018-09-24T00:00:00.500");
    assert_eq!(time(0.5), "12:00:00");
    assert_eq!(time(0.0), "00:00:00");
    assert_eq!(show(1.0625, Shape::Elapsed, false), "25:30:00");
}

proptest! {
    #[test]
    fn fifteen_digits_come_back(digits in 1u64..1_000_000_000_000_000, exponent in -5i32..6) {
        let value = digits as f64 * 10f64.powi(exponent);
        let again: f64 = plain(value).parse().expect("a number");
        prop_assert!((again - value).abs() <= value.abs() * 1e-14);
    }

    #[test]
    fn no_format_and_no_number_panics(code in ".{0,24}", value in any::<f64>(), is_1904 in any::<bool>()) {
        show(value, shape(&code), is_1904);
    }

    #[test]
    fn days_follow_each_other(day in -700_000i64..2_900_000) {
        prop_assert!(date(day) < date(day + 1) || date(day).starts_with('-'));
    }
}
