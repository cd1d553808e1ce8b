//! What a query of the archive gives is sealed, or there is a reason why not; and nothing closed leaks by the way.

use std::collections::{BTreeMap, BTreeSet};

use isnad_access::{Grant, Role, release};
use isnad_engine::{Archive, NewRecord};
use isnad_model::{
    AccessionId, ItemId, PrincipalId, Sensitivity,
    claim::{ClaimId, Meaning, Said, Source, Subject, Value},
    search::Query,
};

use super::{code::sources, text};
use crate::support::{archive, open};

/// Public functions of `Archive` whose answer is not sealed, each with the reason.
const OPEN: [(&str, &str); 49] = [
    ("add_principal", "an id, to a keeper"),
    ("adopt_schema", "faults of files that the asker gave, to a keeper"),
    ("backup", "counts; what is copied is encrypted"),
    ("claim", "asks the grant for the claim and all that is beside it"),
    ("claim_isnad", "asks the grant for the claim, and releases the item by it"),
    ("claims_in", "asks the grant inside the query"),
    ("clock_doubt", "a problem of the clock"),
    ("collate", "whether it was recorded, to whoever may write it"),
    ("create", "the archive itself, and the grant of its founder"),
    ("dataset_of", "asks the grant"),
    ("digests", "hashes over everything"),
    ("export_item", "whether there was something; it asks the grant itself, and records the copy"),
    ("forecast", "names that the asker gave; counts"),
    ("forget_derived", "nothing"),
    ("import", "counts and cells, to whoever may see the item and take in"),
    ("index_now", "nothing; for benchmarks"),
    ("intake", "names that the giver gave; counts"),
    ("is_begun_in", "whether a folder is unfinished"),
    ("is_in", "whether a folder is an archive"),
    ("links_to", "asks the grant inside the query"),
    ("mended", "counts"),
    ("n_waiting_numbers", "a count, of what the grant covers"),
    ("new_record", "chance"),
    ("open", "the archive itself, and the grant of whoever opened it"),
    ("pictures_waiting", "counts over everything"),
    ("principal", "whoever asks, by their own grant"),
    ("principals", "people, to a keeper only"),
    ("propose_map", "headings, to whoever may see the item"),
    ("read_pictures", "counts of what the grant covers"),
    ("rebuild", "hashes over everything"),
    ("record", "asks the grant for the record and inside the query for its claims"),
    ("record_counts", "asks the grant inside the query, so that no count holds what is closed"),
    ("record_line", "asks the grant"),
    ("record_of", "asks the grant for each claim on the way"),
    ("records", "asks the grant inside the query, so that no count holds what is closed"),
    ("reported", "nothing"),
    ("restore", "the archive itself, and the grant of whoever opened it"),
    ("say", "an id of chance, to whoever may see what is spoken of"),
    ("schema", "kinds and words, which everybody who signs in may read"),
    ("schema_doubt", "a problem of files that a keeper adopted"),
    ("search", "asks the grant inside the query, so that no count holds what is closed"),
    ("search_within", "asks the grant inside the query, so that no count holds what is closed"),
    ("settle", "nothing"),
    ("sign_in", "a grant"),
    ("status", "counts over everything, the archive's own name"),
    ("transcribe", "whether it was recorded, to whoever may write it"),
    ("unlock", "problems and counts, to whoever may see the item and take in"),
    ("verify", "counts and files; the names in it are sealed one by one, and `released` asks the grant"),
    ("waiting_numbers", "asks the grant inside the query, so that no count holds what is closed"),
];

/// The public functions in `impl Archive`, with their signatures on one line.
fn functions() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for path in sources("isnad-engine") {
        let source = text(&path);
        for block in source.split("\nimpl Archive {").skip(1) {
            let block = block.split("\n}\n").next().unwrap_or_default();
            for function in block.split("\n    pub fn ").skip(1) {
                let signature = function.split(" {\n").next().unwrap_or_default();
                let name = signature.split(['(', '<']).next().unwrap_or_default();
                let in_one_line = signature.split_whitespace().collect::<Vec<_>>().join(" ");
                found.insert(name.to_owned(), in_one_line);
            }
        }
    }
    found
}

#[test]
fn every_query_of_the_archive_is_sealed_or_says_why_not() {
    let functions = functions();
    assert!(functions.len() > OPEN.len() + 5, "{:?}", functions.keys());
    let is_sealed =
        |signature: &str| signature.rsplit_once(" -> ").is_some_and(|(_, answer)| answer.contains("Sealed<"));
    let bare: BTreeSet<&str> = functions
        .iter()
        .filter(|(_, signature)| !is_sealed(signature))
        .map(|(name, _)| name.as_str())
        .collect();
    let listed: BTreeSet<&str> = OPEN.iter().map(|(name, _)| *name).collect();
    assert_eq!(bare, listed, "seal what a new function gives, or list it here with the reason");
    assert_eq!(listed.len(), OPEN.len(), "none is listed twice");
}

/// A word that stands in every closed name, text, provenance and refusal, and nowhere else.
const CLOSED: &str = "sealedcanary";

#[test]
fn nothing_closed_reaches_a_lower_role() {
    let env = archive();
    env.write("open/same.txt", "the same bytes in both");
    env.write(format!("shut/{CLOSED}.txt"), format!("{CLOSED} wrote this"));
    env.write(format!("shut/copy of {CLOSED}.txt"), "the same bytes in both");
    env.write(format!("shut/{CLOSED}.zip"), &isnad_testkit::make::zip(&[("a", &[b'x'; 900])])[..60]);
    std::os::unix::fs::symlink("x", env.path(format!("shut/link to {CLOSED}"))).unwrap();
    env.run(&["intake", "open", "--sensitivity", "internal"]).expect(0);
    env.run(&["intake", "shut", "--sensitivity", "sealed", "--from", CLOSED, "--notes", CLOSED]).expect(4);
    let (archive, keeper) = open(&env.archive()).unwrap();
    for role in Role::ALL {
        let grant = Grant::new(PrincipalId([1; 10]), role);
        let seen = everything(&archive, &keeper, &grant);
        assert_eq!(seen.contains(CLOSED), role == Role::Keeper, "{role:?} sees {seen}");
        assert!(seen.contains("open/same.txt"), "{role:?}");
    }
}

/// All that the queries of an archive give to a grant, asked with the ids that a keeper knows.
fn everything(archive: &Archive, keeper: &Grant, grant: &Grant) -> String {
    let all = archive.search(keeper, &Query::default()).expect("a list");
    let items: BTreeSet<ItemId> = all.hits.iter().map(|hit| hit.item).collect();
    let accessions: BTreeSet<AccessionId> =
        all.hits.iter().map(|hit| hit.accession.parse().expect("an id")).collect();
    let mut seen = Vec::new();
    for query in ["", CLOSED, "same bytes", "copy"] {
        let query = Query { text: query.to_owned(), ..Query::default() };
        seen.push(format!("{:?}", archive.search(grant, &query).expect("an answer")));
    }
    let list = archive.accessions().expect("a list");
    seen.extend(list.into_iter().map(|sealed| format!("{:?}", release(sealed, grant))));
    for id in accessions {
        let accession = archive.accession(id).expect("an answer").and_then(|sealed| release(sealed, grant));
        seen.push(format!("{accession:?}"));
        seen.push(format!("{:?}", release(archive.items(id, 0, 100).expect("items"), grant)));
        seen.push(format!("{:?}", release(archive.refusals(id).expect("refusals"), grant)));
        seen.push(format!("{:?}", release(archive.unread(id).expect("problems"), grant)));
    }
    for id in items {
        let item = archive.item(id).expect("an answer").and_then(|sealed| release(sealed, grant));
        seen.push(format!("{item:?}"));
        let text = archive.item_text(id).expect("an answer").and_then(|sealed| release(sealed, grant));
        seen.push(format!("{text:?}"));
        let same = archive.same_bytes(id).expect("an answer");
        seen.extend(same.into_iter().map(|sealed| format!("{:?}", release(sealed, grant))));
    }
    for index in 0..archive.status().expect("a status").n_entries {
        let entry = archive.entry(index).expect("an answer").and_then(|sealed| release(sealed, grant));
        seen.push(format!("{entry:?}"));
    }
    seen.push(format!("{:?}", archive.status().expect("a status")));
    seen.push(format!("{:?}", archive.verify(&|_, _| ()).expect("a report").released(grant)));
    seen.join("\n")
}

/// A claim that is closed, on a record that is open; a record that is closed, and names an open one.
#[test]
fn no_closed_claim_reaches_a_lower_role() {
    let env = archive();
    let (archive, keeper) = open(&env.archive()).unwrap();
    let [person, hidden] = [archive.new_record(), archive.new_record()];
    let begin = |id, sensitivity| NewRecord { id, kind: "person".to_owned(), sensitivity };
    let said = |id, property: &str, raw: &str, meaning, sensitivity| {
        let value = Value { raw: raw.to_owned(), lang: None, meaning };
        Said { sensitivity, ..Said::new(Subject::Record(id), property, value, Source::Own) }
    };
    let name = || Meaning::Name(Vec::new());
    let claims = vec![
        said(person, "name", "open name", name(), Sensitivity::Internal),
        said(person, "alias", CLOSED, name(), Sensitivity::Sealed),
        said(hidden, "name", CLOSED, name(), Sensitivity::Sealed),
    ];
    let begun = vec![begin(person, Sensitivity::Internal), begin(hidden, Sensitivity::Sealed)];
    let batch = archive.say(&keeper, begun, claims).unwrap();
    let remark = Said::new(
        Subject::Claim(ClaimId { batch, n: 0 }),
        "comment",
        Value::text(format!("{CLOSED} said so")),
        Source::Own,
    );
    let remark = Said { sensitivity: Sensitivity::Sealed, ..remark };
    let remarked = archive.say(&keeper, Vec::new(), vec![remark]).unwrap();
    for role in Role::ALL {
        let grant = Grant::new(PrincipalId([1; 10]), role);
        let mut seen = Vec::new();
        seen.push(format!("{:?}", archive.record(&grant, person).unwrap()));
        seen.push(format!("{:?}", archive.record(&grant, hidden).unwrap()));
        seen.push(format!("{:?}", archive.records(&grant, None, 0, 100).unwrap()));
        seen.push(format!("{:?}", archive.links_to(&grant, person, 100).unwrap()));
        for id in [
            ClaimId { batch, n: 0 },
            ClaimId { batch, n: 1 },
            ClaimId { batch, n: 2 },
            ClaimId { batch: remarked, n: 0 },
        ] {
            seen.push(format!(
                "{:?} {:?}",
                archive.claim(&grant, id).unwrap(),
                archive.claim_isnad(&grant, id).unwrap()
            ));
        }
        for query in ["", CLOSED, "open"] {
            let query = Query { text: query.to_owned(), ..Query::default() };
            seen.push(format!("{:?}", archive.search(&grant, &query).unwrap()));
        }
        for entry in 0..20 {
            let entry = archive.entry(entry).unwrap().and_then(|sealed| release(sealed, &grant));
            seen.push(format!("{entry:?}"));
        }
        let seen = seen.join("\n");
        assert_eq!(seen.contains(CLOSED), role == Role::Keeper, "{role:?} sees {seen}");
        assert!(seen.contains("open name"), "{role:?}");
        let n = archive.records(&grant, None, 0, 100).unwrap().0;
        assert_eq!(n, if role == Role::Keeper { 2 } else { 1 }, "counts tell nothing of what is closed");
    }
}
