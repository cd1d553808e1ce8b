//! Pages of PDF files made by hand, one rule each.

use super::{make, reader};
use isnad_model::{Arg, reading::Reading};

fn read(content: &str) -> Reading {
    reader().read(&make::pdf_page(content)).reading
}

/// What is read of text shown so, and the problems that are told.
fn check(shown: &str, expect: &str, problems: &[&str]) {
    let reading = read(&format!("BT /F 20 Tf 1 0 0 1 50 700 Tm {shown} ET"));
    let codes: Vec<&str> = reading.problems.iter().map(|problem| problem.code).collect();
    assert_eq!((reading.pages[0].text.as_str(), codes.as_slice()), (expect, problems), "{shown}");
}

#[test]
fn the_text_of_marked_content_replaces_its_glyphs() {
    check("/Span << /ActualText (whole) >> BDC (x) Tj EMC", "whole\n", &[]);
    check("/Span << /ActualText <FEFF06440627> >> BDC (x) Tj EMC", "لا\n", &[]);
    check("/Artifact BMC (running head) Tj EMC", "running head\n", &[]);
    // Nobody ended it, and more is ended than began.
    check("/Span << /ActualText (open) >> BDC (x) Tj", "open\n", &[]);
    check("EMC EMC (x) Tj", "x\n", &[]);
}

#[test]
fn digits_that_are_not_those_painted_are_told() {
    check("/Span << /ActualText (0) >> BDC (5) Tj EMC", "0\n", &["pdf-page-doubtful"]);
    let reading = read("BT /F 20 Tf 50 700 Td /Span << /ActualText (0) >> BDC (5) Tj EMC ET");
    let expect = [("reason", Arg::Text("digits-differ".into())), ("page", Arg::Number(1))];
    assert_eq!(reading.problems[0].args, expect);
}

#[test]
fn turned_lines_are_read() {
    check("0 1 -1 0 100 100 Tm (up the side) Tj", "up the side\n", &[]);
    check("-1 0 0 -1 300 300 Tm (head over) Tj", "head over\n", &[]);
}

#[test]
fn text_beside_the_page_is_told() {
    check("1 0 0 1 5000 700 Tm (hidden) Tj", "hidden\n", &["pdf-page-doubtful"]);
}

#[test]
fn every_word_has_its_place_on_the_page() {
    let page = read("BT /F 20 Tf 1 0 0 1 300 400 Tm (two words) Tj ET").pages.remove(0);
    let words: Vec<&str> =
        page.words.iter().map(|word| &page.text[word.start as usize..word.end as usize]).collect();
    assert_eq!(words, ["two", "words"]);
    let area = page.words[0].area;
    assert_eq!(area.left, 5000);
    assert!(area.top < 5000 && area.top + area.height > 5000, "{area:?}");
}

#[test]
fn impossible_places_are_no_end() {
    check(
        "99999999999 0 0 99999999999 99999999999 99999999999 Tm (x) Tj 1 0 0 1 50 700 Tm (seen) Tj",
        "seen\n",
        &[],
    );
    check("0 0 0 0 0 0 Tm (x) Tj 1 0 0 1 50 700 Tm (seen) Tj", "seen\n", &[]);
}

#[test]
fn the_description_is_as_the_file_says_it() {
    let reading = read("");
    let value = |name: &str| reading.metadata.iter().find(|m| m.name == name).map(|m| m.value.as_str());
    assert_eq!(value("pdf.Producer"), Some("A Press"));
    assert_eq!(value("pdf.Company"), Some("Ours"));
    assert_eq!(value("pdf.CreationDate"), Some("2018-09-24"));
    assert_eq!(value("pdf.PageCount"), Some("1"));
}
