//! Searching inside one item: its pages in their order, with what stands on each.

use isnad_access::Role;
use isnad_index_tantivy::{Index, marks};
use isnad_model::search::{IndexDoc, Query, Within};

use crate::support::{ask, grant, item, page};

/// Two documents with the same words, the second one sealed.
fn two_documents() -> Index {
    let index = Index::in_memory().unwrap();
    let texts = ["قال أحمد", "لا شيء", "أحمد ثم أحمد ثم وأحمد", "محضر ٢١٥", "احمد في الفرع ٢١٥"];
    let pages = |number, label| {
        let numbered = texts.iter().zip(1..);
        numbered.map(move |(text, n)| IndexDoc {
            page: n,
            label,
            name: "سجل.pdf".into(),
            ..page(number, text)
        })
    };
    // Written from the last to the first: the order is that of the pages all the same.
    let mut all: Vec<_> = pages(1, "internal").chain(pages(2, "sealed")).collect();
    all.reverse();
    index.write(all, 1).unwrap();
    index
}

fn within(index: &Index, role: Role, number: u64, text: &str, window: std::ops::Range<usize>) -> Within {
    let query = Query { item: Some(item(number)), ..ask(text) };
    index.within(&grant(role), &query, window).unwrap()
}

#[test]
fn every_page_is_told_and_its_places_are_counted() {
    let index = two_documents();
    let check = |text: &str, pages: &[u32], marks: &[u64]| {
        let found = within(&index, Role::Reader, 1, text, 0..50);
        assert_eq!(found.pages, pages, "{text}");
        assert_eq!(found.shown.iter().map(|hits| hits.n_marks).collect::<Vec<_>>(), marks, "{text}");
        assert!(found.shown.iter().map(|hits| hits.page).eq(pages.iter().copied()), "{text}");
    };
    check("احمد", &[1, 3, 5], &[1, 3, 1]);
    check("احمد ٢١٥", &[5], &[2]);
    check("«ثم أحمد»", &[3], &[1]);
    check("غائب", &[], &[]);
    // The words of the name are those of the first page, which has no place for them in its text.
    check("سجل", &[1], &[0]);
    let second = within(&index, Role::Reader, 1, "احمد", 1..2);
    assert_eq!((second.pages, second.shown.len(), second.shown[0].page), (vec![1, 3, 5], 1, 3));
    assert_eq!(second.shown[0].snippet.marks.len(), 3);
}

#[test]
fn a_closed_item_has_no_pages() {
    let index = two_documents();
    assert_eq!(within(&index, Role::Member, 2, "احمد", 0..50), Within::default());
    assert_eq!(within(&index, Role::Keeper, 2, "احمد", 0..50).pages, [1, 3, 5]);
    assert_eq!(within(&index, Role::Keeper, 3, "احمد", 0..50), Within::default());
}

#[test]
fn what_a_page_marks_is_what_was_counted() {
    let check = |query: &str, text: &str, expect: &[&str]| {
        let found: Vec<&str> = marks(query, text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expect, "{query:?} in {text:?}");
    };
    check("احمد", "قال أَحـمد وأحمد", &["أَحـمد", "وأحمد"]);
    check("«في دمشق»", "في حلب، ثم في دمشق", &["في دمشق"]);
    check("عبدالله", "عبد الله", &["عبد الله"]);
    check("", "قال", &[]);
}
