//! What may not be seen is not found, not counted, and not hinted at.

use isnad_access::Role;
use isnad_index_tantivy::Index;
use isnad_model::{
    Sensitivity,
    reading::Kind,
    search::{IndexDoc, Query},
};

use crate::support::{ask, ask_any, grant, item, page};

#[test]
fn nothing_of_a_closed_page_reaches_a_lower_role() {
    let index = Index::in_memory().unwrap();
    let pages = Sensitivity::ALL.into_iter().enumerate().map(|(n, label)| IndexDoc {
        label: label.code(),
        accession: format!("A-{}", label.code()),
        media_type: format!("x-{}/y", label.code()),
        kind: if label == Sensitivity::Sealed { Kind::Image } else { Kind::Text },
        name: format!("canary-{}.txt", label.code()),
        ..page(n as u64, "كناري canary")
    });
    index.write(pages, 1).unwrap();
    for role in Role::ALL {
        let n_seen = Sensitivity::ALL.into_iter().filter(|label| *label <= role.ceiling()).count() as u64;
        for query in [ask("canary"), ask("\"canary\""), ask_any("كناري sealed"), ask(""), ask("-absent")]
        {
            let results = index.search(&grant(role), &query).unwrap();
            assert_eq!(results.n_hits, n_seen, "{role:?} {query:?}");
            for facet in [&results.kinds, &results.accessions, &results.media_types] {
                assert_eq!(facet.iter().map(|value| value.n_hits).sum::<u64>(), n_seen);
                let names_sealed =
                    facet.iter().any(|value| value.value.contains("sealed") || value.value == "image");
                assert_eq!(names_sealed, role == Role::Keeper);
            }
            assert!(results.hits.iter().all(|hit| role == Role::Keeper || hit.item != item(3)));
        }
    }
}

#[test]
fn a_filter_that_names_a_closed_accession_finds_nothing() {
    let index = Index::in_memory().unwrap();
    index.write([IndexDoc { label: "sealed", accession: "A-9".into(), ..page(1, "سر") }], 1).unwrap();
    let query = Query { accession: Some("A-9".into()), ..ask("") };
    assert_eq!(index.search(&grant(Role::Reader), &query).unwrap(), Default::default());
    assert_eq!(index.search(&grant(Role::Keeper), &query).unwrap().n_hits, 1);
}
