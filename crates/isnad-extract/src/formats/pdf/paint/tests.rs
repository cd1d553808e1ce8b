use super::{is_mark, turn_of};
use hayro::kurbo::Vec2;

#[test]
fn lines_that_are_nearly_straight_are_straight() {
    let check = |x: f64, y: f64, expect: u16| assert_eq!(turn_of(Vec2::new(x, y)), expect, "{x} {y}");
    check(0.0, -1.0, 0);
    check(0.1, -1.0, 0);
    check(-0.1, -1.0, 0);
    check(1.0, 0.0, 90);
    check(0.0, 1.0, 180);
    check(-1.0, 0.05, 270);
    check(1.0, -1.0, 45);
    check(f64::NAN, 1.0, 0);
}

#[test]
fn marks_are_told_from_letters() {
    let check = |text: &str, expect| assert_eq!(is_mark(text), expect, "{text:?}");
    check("\u{64E}", true);
    check("\u{651}\u{650}", true);
    check("\u{5B8}", true);
    check("\u{301}", true);
    check("ب\u{64E}", false);
    check("ـ", false);
    check("", false);
}
