//! Words, their boxes, and the hits among them; two readings compared.

use isnad_model::reading::{Area, Method};

use super::documents::reading;
use crate::{
    compared::{Compared, What},
    leaf::{Leaf, Look, Tally},
};

fn look(query: &str, turn: u8) -> Look<'_> {
    Look { query, hit: 1, word: None, turn }
}

#[test]
fn a_hit_lands_on_its_box_and_on_its_words() {
    let page = reading(Method::Ocr, 7);
    let leaf = Leaf::new(&page, look("«رقم ٢١٤١» احمد", 0));
    assert_eq!(leaf.n_hits, 2);
    let boxed: Vec<&str> =
        leaf.boxes.iter().filter(|b| b.classes.contains("hit")).map(|b| b.text.as_str()).collect();
    assert_eq!(boxed, ["أحمد", "رقم", "٢١٤١"], "a phrase has a box for each of its words");
    let bits = || leaf.lines.iter().flatten().flat_map(|run| &run.bits);
    let marked: String = bits().filter(|bit| bit.hit == Some(2)).map(|bit| bit.text.as_str()).collect();
    assert_eq!(marked, "رقم ٢١٤١");
    assert_eq!(
        bits().filter(|bit| bit.here && bit.begins).count(),
        1,
        "one hit is looked at, and begins once"
    );
}

#[test]
fn the_text_is_whole_whatever_is_marked() {
    let page = reading(Method::Ocr, 7);
    for query in ["", "احمد", "٢١٤١", "غائب", "<i>"] {
        let leaf = Leaf::new(&page, look(query, 0));
        let line = |runs: &Vec<crate::leaf::Run>| -> String {
            runs.iter().flat_map(|run| &run.bits).map(|bit| bit.text.as_str()).collect()
        };
        assert_eq!(leaf.lines.iter().map(line).collect::<Vec<_>>().join("\n"), page.text, "{query}");
        assert_eq!(leaf.boxes.len(), page.words.len(), "{query}");
    }
    let expect = Tally { unverified: 1, confirmed: 1, corrected: 1, unreadable: 1 };
    assert_eq!(Leaf::new(&page, look("", 0)).tally, expect);
}

#[test]
fn words_that_are_no_words_of_the_text_cost_nothing_else() {
    let mut page = reading(Method::Ocr, 7);
    page.words[1].shown = (3, 4);
    page.words[2].shown = (90_000, 90_001);
    let leaf = Leaf::new(&page, look("احمد", 0));
    let bits = leaf.lines.iter().flatten().flat_map(|run| &run.bits);
    let shown: String = bits.map(|bit| bit.text.as_str()).collect();
    assert_eq!(shown, page.text.replace('\n', ""), "the rest is still there");
}

#[test]
fn boxes_turn_with_their_page_and_their_letters_lie_down() {
    let page = reading(Method::Ocr, 7);
    let leaf = Leaf::new(&page, look("", 1));
    let first = &leaf.boxes[1];
    assert_eq!(first.area, Area { left: 300, top: 500, width: 250, height: 200 }.turned(1));
    assert_eq!((first.on_its_side, first.letters()), (true, (250, 200)));
}

/// The words of a side, each with a mark of how it fared.
fn side(compared: &Compared, at: usize) -> String {
    let mark = |what| match what {
        What::Same => "",
        What::Spelt => "~",
        What::Only => "!",
        What::Gap => "_",
    };
    let parts = compared.sides[at].iter().flatten();
    parts.map(|part| format!("{}{}", mark(part.what), part.text)).collect::<Vec<_>>().join("|")
}

#[test]
fn what_differs_is_marked_in_both_readings() {
    let check = |a: &str, b: &str, expect: [&str; 2], differences: &[(&str, &str, bool)]| {
        let compared = Compared::new(a, b).expect("short");
        assert_eq!([side(&compared, 0), side(&compared, 1)], expect, "{a:?} {b:?}");
        let found: Vec<_> = compared
            .differences
            .iter()
            .map(|d| (d.sides[0].as_str(), d.sides[1].as_str(), d.number))
            .collect();
        assert_eq!(found, differences, "{a:?} {b:?}");
    };
    check("الفرع ٢١٥ هنا", "الفرع ٢١٦ هنا", ["الفرع|!٢١٥|هنا", "الفرع|!٢١٦|هنا"], &[("٢١٥", "٢١٦", true)]);
    check("قال أحمد", "قال احمد", ["قال|~أحمد", "قال|~احمد"], &[]);
    check("رقم 215", "رقم ٢١٥", ["رقم|~215", "رقم|~٢١٥"], &[]);
    check("قال نعم ثم", "قال ثم", ["قال|!نعم|ثم", "قال|_|ثم"], &[("نعم", "", false)]);
    check("سطر\nأول", "سطر أول", ["سطر|أول", "سطر أول"], &[]);
    check("", "قال", ["_", "!قال"], &[("", "قال", false)]);
    check("", "", ["", ""], &[]);
    check("ا ب", "ت ث", ["!ا ب", "!ت ث"], &[("ا ب", "ت ث", false)]);
}
