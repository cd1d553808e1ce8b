use proptest::prelude::*;

use super::*;
use crate::Schema;

fn cells(row: &str) -> Vec<String> {
    row.split('|').map(str::to_owned).collect()
}

/// A table as lines of cells, the headings first.
fn made(table: &[&str]) -> Made {
    let mut thesaurus = Thesaurus::new(&cells(table[0])).expect("headings");
    for (row, line) in (2..).zip(&table[1..]) {
        thesaurus.row(row, &cells(line));
    }
    let label = Label { ar: "طرق".to_owned(), en: "Methods".to_owned(), fr: "Méthodes".to_owned() };
    thesaurus.finish("methods", &label)
}

fn vocabulary(made: &Made) -> crate::Vocabulary {
    let files = [("methods.toml".to_owned(), made.file.clone())];
    let schema =
        Schema::builtin().overlaid(&files).unwrap_or_else(|faults| panic!("{faults:?}\n{}", made.file));
    schema.vocabulary("methods").expect("the vocabulary").clone()
}

fn told(made: &Made) -> Vec<(&str, u64, &str)> {
    made.told.iter().map(|told| (told.code, told.row, &*told.about)).collect()
}

#[test]
fn columns_stand_in_any_order_and_pairs_of_digits_are_steps() {
    let made = made(&[
        "French|Remark|CODE|Arabic|Spanish|English",
        "Coups|x|010000000000|ضرب|Golpes|Blows",
        "Coups de bâton||010100000000|ضرب بالعصا||Blows \"with\" a stick",
        "Aux pieds||010102000000|فلقة||On the soles",
        "Froid||020000000000|برد||Cold",
    ]);
    assert_eq!(told(&made), [("column-unused", 0, "Remark")]);
    assert_eq!((made.received, made.kept), (4, 4));
    let vocabulary = vocabulary(&made);
    let parents: Vec<_> = vocabulary.terms.iter().map(|term| term.parent.as_deref()).collect();
    assert_eq!(parents, [None, Some("010000000000"), Some("010100000000"), None]);
    assert_eq!(vocabulary.find("golpes").map(|term| &*term.label.ar), Some("ضرب"));
    assert_eq!(vocabulary.terms[1].label.en, "Blows \"with\" a stick");
    assert_eq!(vocabulary.terms[2].outside.get("huridocs").map(String::as_str), Some("010102000000"));
}

#[test]
fn what_is_missing_is_lent_and_told() {
    let made = made(&["code|en|fr|ar", "01|Cold||", "02||Chaud|", "03|||ظلام"]);
    let lent = ["ar", "fr"].map(|lang| ("label-lent", 2, lang));
    assert_eq!(told(&made)[..2], lent);
    assert_eq!(made.told.len(), 6);
    let vocabulary = vocabulary(&made);
    let labels: Vec<_> =
        vocabulary.terms.iter().map(|it| [&*it.label.ar, &*it.label.en, &*it.label.fr]).collect();
    let expect = [
        ["Cold [en]", "Cold", "Cold [en]"],
        ["Chaud [fr]", "Chaud [fr]", "Chaud"],
        ["ظلام", "ظلام [ar]", "ظلام [ar]"],
    ];
    assert_eq!(labels, expect);
}

#[test]
fn rows_that_are_no_terms_are_refused_by_name() {
    let made =
        made(&["code|english", "|Nothing", "01|", "01|Cold", "01|Heat", "a b|Two", "|", "02|\tWet \n cloth"]);
    let expect = [
        ("row-without-code", 2, "Nothing"),
        ("row-without-words", 3, "01"),
        ("code-twice", 5, "01"),
        ("code-unfit", 6, "a b"),
    ];
    let refused: Vec<_> = made.told.iter().filter(|told| told.is_refusal()).cloned().collect();
    assert_eq!(refused.iter().map(|it| (it.code, it.row, &*it.about)).collect::<Vec<_>>(), expect);
    assert_eq!((made.received, made.kept, refused.len()), (6, 2, 4));
    assert_eq!(vocabulary(&made).terms[1].label.en, "Wet cloth");
}

#[test]
fn codes_are_read_as_people_and_spreadsheets_leave_them() {
    let check = |codes: &[&str], expect: &[(&str, Option<&str>)], tell: &[&str]| {
        let mut table = vec!["code|english|french|arabic".to_owned()];
        table.extend(codes.iter().map(|code| format!("{code}|{code}w|{code}m|{code}ك")));
        let made = made(&table.iter().map(String::as_str).collect::<Vec<_>>());
        let vocabulary = vocabulary(&made);
        let got: Vec<_> = vocabulary.terms.iter().map(|it| (&*it.code, it.parent.as_deref())).collect();
        assert_eq!(got, expect, "{codes:?}");
        assert_eq!(made.told.iter().map(|told| told.code).collect::<Vec<_>>(), tell, "{codes:?}");
    };
    check(
        &["01 00", "01.02", "٠١٠٣"],
        &[("0100", None), ("0102", Some("0100")), ("0103", Some("0100"))],
        &[],
    );
    check(&["10000", "10200"], &[("010000", None), ("010200", Some("010000"))], &["zero-lost", "zero-lost"]);
    check(&["1", "2"], &[("1", None), ("2", None)], &[]);
    check(&["1", "10"], &[("01", None), ("10", None)], &["zero-lost"]);
    check(&["0000", "0100"], &[("0000", None), ("0100", None)], &[]);
    check(&["010000", "010203"], &[("010000", None), ("010203", Some("010000"))], &["parent-skipped"]);
    check(&["0102"], &[("0102", None)], &["parent-skipped"]);
    check(&["A", "A-1"], &[("A", None), ("A-1", None)], &[]);
    check(&["1000", "1010"], &[("1000", None), ("1010", Some("1000"))], &[]);
}

#[test]
fn a_table_of_something_else_is_refused() {
    let check = |headings: &str, code: &str, about: &str| {
        let unfit = Thesaurus::new(&cells(headings)).expect_err(headings);
        assert_eq!((unfit.code, &*unfit.about), (code, about), "{headings}");
    };
    check("", "thesaurus-no-code", "");
    check("name|english", "thesaurus-no-code", "");
    // The number of the list stands behind the code, and would be read as a step.
    check("vocab_number|english", "thesaurus-no-code", "");
    check("code|spanish", "thesaurus-no-words", "");
    check("code|English|anglais", "thesaurus-column-twice", "anglais");
    for headings in ["vocab_number|huri_code|english", "الرمز|العربية", "Code|Anglais|Français"]
    {
        assert!(Thesaurus::new(&cells(headings)).is_ok(), "{headings}");
    }
}

proptest! {
    /// Whatever a table holds, every row is counted once and the file is one that we read.
    #[test]
    fn every_row_is_kept_or_refused(rows in prop::collection::vec(prop::collection::vec("[0-9٠-٩ .ab\"\\\\\n\u{0}-\u{1f}é ك]{0,6}", 0..5), 0..30)) {
        let mut thesaurus = Thesaurus::new(&cells("code|english|arabic|french")).expect("headings");
        for (n, row) in (2..).zip(&rows) {
            thesaurus.row(n, row);
        }
        let made = thesaurus.finish("methods", &Label { ar: "أ".into(), en: "a".into(), fr: "a".into() });
        let refused = made.told.iter().filter(|told| told.is_refusal()).count() as u64;
        prop_assert_eq!(made.received, made.kept + refused);
        prop_assert_eq!(vocabulary(&made).terms.len() as u64, made.kept);
    }
}
