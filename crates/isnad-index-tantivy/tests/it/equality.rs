//! Answers agree with a plain reading of every page; an index made again is equal to the first.

use isnad_crypto::Secret;
use isnad_index_tantivy::{Index, IndexError};
use isnad_model::{
    reading::Kind,
    search::{IndexDoc, Query},
};
use isnad_text::{fold, light, tokens};
use proptest::prelude::*;

use crate::support::{ask, ask_any, item, numbers, page, search};

const WORDS: [&str; 10] =
    ["معتقل", "المعتقلين", "شاهد", "والشاهد", "محكمة", "أحمد", "اَحمد", "12000", "قانون", "العدالة"];

fn any_text() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&WORDS[..]), 0..6).prop_map(|words| words.join(" "))
}

/// The numbers of texts that have all words (or any) by their stems, read without an index.
fn by_hand(texts: &[String], words: &[&str], any: bool) -> Vec<u64> {
    let has =
        |text: &str, word: &str| tokens(text).iter().any(|token| light(&token.text) == light(&fold(word)));
    let is_hit = |text: &str| {
        if any { words.iter().any(|word| has(text, word)) } else { words.iter().all(|word| has(text, word)) }
    };
    (0..texts.len()).filter(|n| is_hit(&texts[*n])).map(|n| n as u64).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn counts_are_those_of_reading_every_page(
        texts in proptest::collection::vec(any_text(), 1..40),
        words in proptest::collection::vec(proptest::sample::select(&WORDS[..]), 1..4),
        kinds in proptest::collection::vec(0..5usize, 40),
    ) {
        let index = Index::in_memory().unwrap();
        let doc = |(n, text): (usize, &String)| {
            IndexDoc { kind: Kind::ALL[kinds[n]], name: String::new(), ..page(n as u64, text) }
        };
        // In two writes, so that there is more than one segment.
        let (first, second) = texts.split_at(texts.len() / 2);
        index.write(first.iter().enumerate().map(doc), 1).unwrap();
        index.write(second.iter().enumerate().map(|(n, t)| doc((n + first.len(), t))), 2).unwrap();
        let query = words.join(" ");
        prop_assert_eq!(numbers(&index, &ask(&query)), by_hand(&texts, &words, false));
        let expect = by_hand(&texts, &words, true);
        prop_assert_eq!(&numbers(&index, &ask_any(&query)), &expect);
        for facet in search(&index, &ask_any(&query)).kinds {
            let of_kind = |n: &&u64| Kind::ALL[kinds[**n as usize]].code() == facet.value;
            prop_assert_eq!(facet.n_hits, expect.iter().filter(of_kind).count() as u64);
        }
        let some = search(&index, &Query { limit: Some(3), ..ask_any(&query) });
        prop_assert_eq!(some.n_hits, expect.len() as u64);
        prop_assert_eq!(&some.hits[..], &search(&index, &ask_any(&query)).hits[..some.hits.len()]);
    }
}

#[test]
fn an_index_made_again_in_another_order_is_equal() {
    let folder = tempfile::tempdir().unwrap();
    let live = Index::open_or_create(folder.path(), &Secret([5; 32])).unwrap();
    assert_eq!(live.marker().unwrap(), None);
    for batch in 0..5u64 {
        live.write((0..20).map(|n| page(batch * 20 + n, WORDS[n as usize % 10])), batch + 1).unwrap();
    }
    live.replace(&[(item(7), 1)], [page(7, "نص قديم")], 5).unwrap();
    live.replace(&[(item(7), 1)], [page(7, WORDS[7])], 5).unwrap();
    live.remove_items(&[item(3), item(50)]).unwrap();
    assert_eq!(live.marker().unwrap(), Some(5));
    let again = Index::in_memory().unwrap();
    let kept = (0..100u64).rev().filter(|n| *n != 3 && *n != 50);
    again.write(kept.map(|n| page(n, WORDS[n as usize % 20 % 10])), 5).unwrap();
    assert_eq!(live.digest().unwrap(), again.digest().unwrap());
    again.remove_items(&[item(4)]).unwrap();
    assert_ne!(live.digest().unwrap(), again.digest().unwrap());
    let before = live.digest().unwrap();
    drop(live);
    let reopened = Index::open_or_create(folder.path(), &Secret([5; 32])).unwrap();
    assert_eq!((reopened.digest().unwrap(), reopened.marker().unwrap()), (before, Some(5)));
    reopened.clear().unwrap();
    assert_eq!((search(&reopened, &ask("")).n_hits, reopened.marker().unwrap()), (0, None));
    let empty = Index::in_memory().unwrap();
    assert_eq!(reopened.digest().unwrap(), empty.digest().unwrap());
}

#[test]
fn another_secret_does_not_open_it() {
    let folder = tempfile::tempdir().unwrap();
    Index::open_or_create(folder.path(), &Secret([5; 32])).unwrap().write([page(1, "نص")], 1).unwrap();
    let other = Index::open_or_create(folder.path(), &Secret([6; 32]));
    assert!(matches!(other, Err(IndexError::Damaged)));
}
