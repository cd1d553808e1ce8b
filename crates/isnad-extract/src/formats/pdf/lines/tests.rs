use super::{super::glyphs::Placed, text};
use proptest::prelude::*;

/// Glyphs side by side from left to right, half as wide as high; a space leaves a gap.
fn line(glyphs: &[&str], y: f64) -> Vec<Placed> {
    let places = glyphs.iter().zip(0..).filter(|(glyph, _)| **glyph != " ");
    places.map(|(glyph, i)| placed(glyph, f64::from(i) * 5.0, y)).collect()
}

fn placed(text: &str, x: f64, y: f64) -> Placed {
    Placed { text: text.to_owned(), x, y, width: 5.0, size: 10.0, turns: 0 }
}

/// Every character of `seen` is a glyph.
fn check(seen: &str, expect: &str) {
    let glyphs: Vec<String> = seen.chars().map(String::from).collect();
    let glyphs: Vec<&str> = glyphs.iter().map(String::as_str).collect();
    assert_eq!(text(line(&glyphs, 0.0)).trim_end(), expect, "seen from left to right: {seen}");
}

#[test]
fn what_is_seen_is_read() {
    check("Paris 2018", "Paris 2018");
    check("دمحأ", "أحمد");
    check("٢٠١٢ ماع", "عام ٢٠١٢");
    check("2012 ماع", "عام 2012");
    check("06/07/2012 موي", "يوم 06/07/2012");
    check("٪٩٠ يف", "في ٩٠٪");
    // A Latin name in an Arabic line stays whole, its comma and space too.
    check("ةنيدم يف Paris, France لصو", "وصل Paris, France في مدينة");
    check("Resolution 2118 رارقلا", "القرار Resolution 2118");
    // Two numbers side by side are read from the right.
    check("20 10 ماقرألا", "الأرقام 10 20");
    // An Arabic name in a Latin line.
    check("the witness دمحأ came to the ministry", "the witness أحمد came to the ministry");
    check("the witness يلع دمحأ came to the ministry", "the witness أحمد علي came to the ministry");
}

#[test]
fn brackets_are_as_they_are_meant() {
    check("(يلع) دمحأ", "أحمد (علي)");
    check(")يلع( دمحأ", "أحمد (علي)");
    // One that ends what an earlier line began, and one that tells nothing.
    check("(دمحأ", "أحمد)");
    check("دمحأ (", "( أحمد");
}

#[test]
fn a_ligature_is_one_glyph() {
    assert_eq!(text(line(&["د", "لا", "ب", "ل", "ا"], 0.0)), "البلاد\n");
}

#[test]
fn vowel_signs_stay_with_their_letter() {
    let mut glyphs = line(&["د", "م", "ح", "أ"], 0.0);
    glyphs.push(Placed { width: 1.0, ..placed("\u{64E}", 12.0, -6.0) });
    assert_eq!(text(glyphs), "أح\u{64E}مد\n");
}

#[test]
fn old_forms_of_signs_become_plain_ones() {
    let check = |form: &str, expect: &str| {
        let glyphs = vec![placed("ب", 0.0, 0.0), Placed { width: 1.0, ..placed(form, 2.0, -3.0) }];
        assert_eq!(text(glyphs), format!("ب{expect}\n"), "{}", form.escape_unicode());
    };
    check("\u{FC62}", "\u{651}\u{650}");
    check("\u{FE70}", "\u{64B}");
    check("\u{FE7C}", "\u{651}");
    check("\u{FE7E}", "\u{652}");
    check(" \u{651}", "\u{651}");
}

#[test]
fn a_face_made_bold_by_hand_is_read_once() {
    let mut glyphs = line(&["a", "a", "b"], 0.0);
    glyphs.extend(line(&["a", "a", "b"], 0.0).into_iter().map(|g| Placed { x: g.x + 0.4, ..g }));
    assert_eq!(text(glyphs), "aab\n");
}

#[test]
fn numbers_alone_go_the_way_of_their_page() {
    let mut glyphs = line(&["د", "م", "ح", "أ"], 0.0);
    glyphs.extend(line(&[".", "2", "0", "1", "1"], 20.0));
    assert_eq!(text(glyphs), "أحمد\n2011.\n");
    assert_eq!(text(line(&[".", "2", "0", "1", "1"], 0.0)), ".2011\n");
}

#[test]
fn lines_come_from_the_top_and_turned_ones_last() {
    let mut glyphs = line(&["b"], 20.0);
    glyphs.extend(line(&["a"], 0.0));
    glyphs.push(Placed { turns: 1, ..placed("t", 0.0, 0.0) });
    assert_eq!(text(glyphs), "a\nb\nt\n");
}

proptest! {
    /// No letter is lost or made, wherever glyphs stand.
    #[test]
    fn every_letter_stays(glyphs in proptest::collection::vec(("[a-dأ-دء-ي٠-٩0-9]", -50.0..50.0f64, -50.0..50.0f64), 0..60)) {
        let mut expect: Vec<char> = glyphs.iter().flat_map(|(g, ..)| g.chars()).collect();
        // Far enough apart that none of them is another one painted twice.
        let placed = glyphs.iter().enumerate().map(|(i, (g, x, y))| placed(g, x + 1000.0 * i as f64, *y)).collect();
        let mut found: Vec<char> = text(placed).chars().filter(|c| !c.is_whitespace()).collect();
        expect.sort_unstable();
        found.sort_unstable();
        prop_assert_eq!(found, expect);
    }

    /// Nothing that stands anywhere makes the reader panic.
    #[test]
    fn nothing_panics(glyphs in proptest::collection::vec((".{0,3}", any::<f64>(), any::<f64>(), any::<f64>()), 0..40)) {
        let placed = glyphs.into_iter()
            .map(|(text, x, y, width)| Placed { text, x, y, width, size: 10.0, turns: 0 })
            .collect();
        let _read = text(placed);
    }
}
