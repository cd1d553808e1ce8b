use super::{super::paint::Placed, Marked};

fn placed(text: &str, x: f64) -> Placed {
    Placed {
        text: text.into(),
        x,
        y: 0.0,
        width: 5.0,
        size: 10.0,
        turn: 0,
        run: 0,
        side: None,
        like_mark: false,
    }
}

/// What is left of glyphs side by side that the file gives a text for, and how often digits differ.
fn check(actual: &str, painted: &[&str], expect: &[(&str, f64, f64)], differ: u64) {
    let mut marked = Marked::default();
    marked.begin(None);
    marked.begin(Some(actual.into()));
    for (text, x) in painted.iter().zip(0..) {
        assert_eq!(marked.keep(placed(text, f64::from(x) * 5.0)), None);
    }
    let found: Vec<_> = marked.end();
    let found: Vec<_> = found.iter().map(|glyph| (glyph.text.as_str(), glyph.x, glyph.width)).collect();
    assert_eq!(found, expect, "{actual}");
    assert_eq!(marked.digits_differ, differ, "{actual}");
    assert!(marked.end().is_empty());
    assert!(marked.keep(placed("a", 0.0)).is_some());
}

#[test]
fn the_text_of_the_file_replaces_its_glyphs() {
    check("لا", &["\u{FFFD}"], &[("لا", 0.0, 5.0)], 0);
    check("efficace", &["e", "ffi", "cace"], &[("efficace", 0.0, 15.0)], 0);
    check("\u{FEFB}", &["x"], &[("لا", 0.0, 5.0)], 0);
}

#[test]
fn an_empty_text_hides_no_letters() {
    let mut marked = Marked::default();
    marked.begin(Some(String::new()));
    assert!(marked.keep(placed("a", 0.0)).is_some());
    assert!(marked.end().is_empty());
    check(" ", &["a"], &[("a", 0.0, 5.0)], 0);
}

#[test]
fn a_soft_hyphen_that_is_painted_is_a_hyphen() {
    check("\u{AD}", &["-"], &[("-", 0.0, 5.0)], 0);
}

#[test]
fn digits_that_differ_are_counted() {
    check("12", &["1", "2"], &[("12", 0.0, 10.0)], 0);
    // The order in which they are painted may be another one, and so may be the script.
    check("١٢", &["2", "1"], &[("١٢", 0.0, 10.0)], 0);
    check("0", &["5"], &[("0", 0.0, 5.0)], 1);
    check("nobody", &["5"], &[("nobody", 0.0, 5.0)], 1);
}

#[test]
fn the_outermost_text_counts_and_what_nobody_ended_ends_with_the_page() {
    let mut marked = Marked::default();
    marked.begin(Some("outer".into()));
    marked.begin(Some("inner".into()));
    assert_eq!(marked.keep(placed("x", 0.0)), None);
    assert!(marked.end().is_empty());
    marked.begin(None);
    let found = marked.end_all();
    assert_eq!(found[0].text, "outer");
    // More ends than beginnings are no matter.
    assert!(marked.end().is_empty() && marked.end().is_empty());
}
