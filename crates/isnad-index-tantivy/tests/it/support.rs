//! Small corpora, and the people who search them.

use isnad_access::{Grant, Role};
use isnad_index_tantivy::Index;
use isnad_model::{
    ItemId, PrincipalId,
    reading::Kind,
    search::{IndexDoc, Query, Results},
};

pub fn item(number: u64) -> ItemId {
    let mut id = [0; 10];
    id[2..].copy_from_slice(&number.to_be_bytes());
    ItemId(id)
}

pub fn grant(role: Role) -> Grant {
    Grant::new(PrincipalId([7; 10]), role)
}

/// A page with a text, of an item of its own.
pub fn page(number: u64, text: &str) -> IndexDoc {
    IndexDoc {
        item: item(number),
        kind: Kind::Text,
        label: "internal",
        name: format!("{number}.txt"),
        accession: "A-1".to_owned(),
        media_type: "text/plain".to_owned(),
        page: 1,
        text: text.to_owned(),
        told: Vec::new(),
    }
}

/// An index of one page for each text; its items are numbered from 0.
pub fn index_of(texts: &[&str]) -> Index {
    let index = Index::in_memory().unwrap();
    index.write(texts.iter().enumerate().map(|(n, text)| page(n as u64, text)), 1).unwrap();
    index
}

pub fn ask(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}

pub fn ask_any(text: &str) -> Query {
    Query { any: true, ..ask(text) }
}

pub fn search(index: &Index, query: &Query) -> Results {
    index.search(&grant(Role::Keeper), query).unwrap()
}

/// Numbers of the items found, in order of number.
pub fn numbers(index: &Index, query: &Query) -> Vec<u64> {
    let results = search(index, query);
    let mut found: Vec<u64> = results
        .hits
        .iter()
        .map(|hit| hit.item.0[2..].iter().fold(0, |sum, byte| (sum << 8) | u64::from(*byte)))
        .collect();
    assert_eq!(results.n_hits, found.len() as u64, "the count is the number of hits");
    found.sort_unstable();
    found
}
