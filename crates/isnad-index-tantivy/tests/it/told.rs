//! What files say of themselves: found, told apart from their text, and never in the way of it.

use isnad_access::Role;
use isnad_index_tantivy::Index;
use isnad_model::{
    reading::Metadatum,
    search::{IndexDoc, Query},
};

use crate::support::{ask, ask_any, grant, item, numbers, page, search};

fn telling(number: u64, text: &str, told: &[(&str, &str)]) -> IndexDoc {
    let told = told.iter().map(|(name, value)| Metadatum { name: (*name).into(), value: (*value).into() });
    IndexDoc { told: told.collect(), name: String::new(), ..page(number, text) }
}

fn index() -> Index {
    let index = Index::in_memory().unwrap();
    let docs = [
        telling(0, "محضر اجتماع", &[("pdf.Author", "مازن الحلبي"), ("pdf.Title", "تقرير أحمد")]),
        telling(1, "قال مازن الحلبي", &[]),
        telling(2, "صورة", &[("exif.Make", "الحلبي"), ("exif.Artist", "مازن")]),
        IndexDoc { label: "sealed", ..telling(3, "مغلق", &[("pdf.Author", "مازن الحلبي")]) },
    ];
    index.write(docs, 1).unwrap();
    index
}

#[test]
fn words_are_found_wherever_they_stand_and_counted_exactly() {
    let index = index();
    let check = |query: Query, expect: &[u64]| assert_eq!(numbers(&index, &query), expect, "{query:?}");
    check(ask("مازن"), &[0, 1, 2, 3]);
    check(ask("احمد"), &[0]);
    check(ask("مازن الحلبي"), &[0, 1, 2, 3]);
    check(ask("محضر مازن"), &[0]);
    // A phrase stays within one value.
    check(ask("\"مازن الحلبي\""), &[0, 1, 3]);
    check(ask("\"الحلبي مازن\""), &[]);
    check(ask("مازن -تقرير"), &[1, 2, 3]);
    check(ask_any("احمد صورة"), &[0, 2]);
}

#[test]
fn text_goes_before_and_a_hit_says_which_field_answered() {
    let index = index();
    let results = search(&index, &ask("مازن"));
    assert_eq!(results.hits[0].item, item(1), "text weighs more");
    assert!(results.hits[0].told.is_empty());
    let of = |number| results.hits.iter().find(|hit| hit.item == item(number)).unwrap();
    let (field, value) = &of(0).told[0];
    assert_eq!((field.as_str(), value.text.as_str()), ("pdf.Author", "مازن الحلبي"));
    assert_eq!(value.marks, [(0, "مازن".len())]);
    assert!(of(0).snippet.marks.is_empty() && of(0).told.len() == 1);
    assert_eq!(of(2).told[0].0, "exif.Artist");
    assert_eq!(of(2).why, [("مازن".to_owned(), "مازن".to_owned())]);
}

#[test]
fn what_a_closed_file_says_of_itself_is_closed() {
    let results = index().search(&grant(Role::Member), &ask("مازن")).unwrap();
    assert_eq!(results.n_hits, 3);
    assert!(results.hits.iter().all(|hit| hit.item != item(3)));
}

#[test]
fn another_word_of_a_file_is_another_index() {
    let digest = |told: &[(&str, &str)]| {
        let index = Index::in_memory().unwrap();
        index.write([telling(1, "", told)], 1).unwrap();
        index.digest().unwrap()
    };
    let one = digest(&[("pdf.Author", "مازن")]);
    assert_eq!(one, digest(&[("pdf.Author", "مازن")]));
    for other in [&[("pdf.Author", "زياد")][..], &[("pdf.Title", "مازن")], &[]] {
        assert_ne!(one, digest(other), "{other:?}");
    }
}
