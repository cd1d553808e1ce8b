use isnad_model::claim::{Meaning, Quantity};
use isnad_schema::Schema;

use super::*;

/// What words under a property of a person mean, and what is doubtful.
fn check(property: &str, words: &str, expect: Meaning, doubts: &[&str]) {
    let schema = Schema::builtin();
    let property = schema.kind("person").and_then(|kind| kind.property(property)).expect("a property");
    let (value, found) = understand(schema, property, words, &Manner::default());
    assert_eq!(value.meaning, expect, "{words}");
    assert_eq!(found.iter().map(|doubt| doubt.code.as_str()).collect::<Vec<_>>(), doubts, "{words}");
    assert_eq!(value.raw, words.trim(), "the words stay");
}

#[test]
fn words_are_understood_as_their_property_says() {
    check("name", " سليم العلي ", Meaning::Name(Vec::new()), &[]);
    check("birth-date", "٣ آذار ١٩٨٧", Meaning::Date(Some("1987-03-03".into())), &[]);
    check("birth-date", "3/4/1987", Meaning::Date(Some("1987-04-03".into())), &["date-day-or-month"]);
    check("birth-date", "٣٠/٢/٢٠١٢", Meaning::Date(None), &["date-no-such-day"]);
    check("sex", "ذكر", Meaning::Term("male".into()), &[]);
    check("sex", "Homme", Meaning::Term("male".into()), &[]);
    check("sex", "?", Meaning::Text, &["term-unknown"]);
    check("birth-place", "حماة", Meaning::Place(None), &[]);
    check("registry-number", "12/4", Meaning::Identifier(Some("registry".into())), &[]);
}

#[test]
fn numbers_flags_and_points() {
    let quantity = |min: &str, max: Option<&str>| Quantity {
        min: Some(min.into()),
        max: max.map(Into::into),
        unit: None,
    };
    let read = quantity::read("أكثر من ٣٤").expect("a quantity");
    assert_eq!((read.min, read.max), (quantity("34", None).min, None));
    assert_eq!((flag("نعم"), flag("لا"), flag("Oui"), flag("perhaps")), (Some(true), Some(false), Some(true), None));
    assert_eq!(point("33.5138, 36.2765"), Some((33_513_800, 36_276_500)));
    assert_eq!(point("91, 0"), None);
    assert_eq!(point("33.5"), None);
    assert_eq!(point("33.5, x"), None);
}
