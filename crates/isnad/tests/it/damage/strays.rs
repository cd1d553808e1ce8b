//! Files that no act refers to: noted, never blamed, and never called worthless where that is not known.

use std::path::Path;

use isnad_model::view::{Gravity, VerifyReport};
use isnad_testkit::folder;

use super::sample::{Sample, files_in};
use crate::support::{altered, archive, open, verify};

/// The notes of a report: code and file.
fn notes(report: &VerifyReport) -> Vec<(&str, &str)> {
    let notes = report.findings.iter().filter(|finding| finding.gravity == Gravity::Note);
    let mut notes: Vec<_> = notes.map(|finding| (finding.problem.code, finding.file.as_str())).collect();
    notes.sort_unstable();
    notes
}

fn put(archive: &Path, files: &[&str]) {
    for file in files {
        let path = archive.join(file);
        std::fs::create_dir_all(path.parent().expect("a folder above")).expect("folders");
        std::fs::write(path, "who put me here").expect("a stranger");
    }
}

#[test]
fn an_archive_that_works_has_none() {
    let env = archive();
    (0..300).for_each(|n| _ = env.write(format!("in/{n}.txt"), format!("{n}")));
    env.run(&["intake", "in"]).expect(0);
    env.run(&["rebuild"]).expect(0);
    assert_eq!(notes(&verify(&env.archive()).unwrap()), []);
    let restored = env.path("restored");
    env.run(&["backup", "safe"]).expect(0);
    env.run_on(&restored, &["restore", "safe"]).expect(0);
    assert_eq!(notes(&verify(&restored).unwrap()), []);
    let sealed = env.run_on(&env.path("safe"), &["verify", "--seals-only", "--json"]).expect(0).last();
    assert_eq!(sealed["problems"], serde_json::json!([]), "a backup without its keyring");
}

#[test]
fn each_is_noted_wherever_it_lies() {
    let sample = Sample::make();
    let copy = sample.copy("stranger");
    let files = [
        "README.txt",
        "keyring/keys (1)",
        "ledger/acts.bak",
        "ledger/tile/0/000",
        "vault/notes.txt",
        "vault/objects/ab/stranger",
        "vault/payloads/00000000/000000009999.age",
        "vault/payloads/00000001/000000000000.age",
        "vault/payloads/stranger",
    ];
    put(&copy, &files);
    put(&copy, &["ledger/checkpoint.new", "vault/incoming/0123", "vault/payloads/00000000/000000009999.new"]);
    let report = verify(&copy).unwrap();
    assert_eq!(altered(&report), [] as [&str; 0]);
    let expect: Vec<_> = files
        .iter()
        .map(|file| ("file-unknown", *file))
        .chain([
            ("write-left", "ledger/checkpoint.new"),
            ("write-left", "vault/incoming/0123"),
            ("write-left", "vault/payloads/00000000/000000009999.new"),
        ])
        .collect();
    assert_eq!(notes(&report), expect);
    let said = sample.env.run_on(&copy, &["verify", "--seals-only"]).expect(0).stdout;
    assert!(files.iter().all(|file| said.contains(file)), "without the passphrase too: {said}");
}

#[test]
fn what_may_be_evidence_is_not_called_a_stranger() {
    let sample = Sample::make();
    let copy = sample.copy("torn");
    // The last act that brought something is cut away: its payload and its object belong to nothing now.
    let acts = copy.join("ledger/acts");
    let bytes = std::fs::read(&acts).unwrap();
    std::fs::write(&acts, &bytes[..bytes.len() / 3]).unwrap();
    let report = verify(&copy).unwrap();
    assert!(!report.ok());
    let found = notes(&report);
    assert!(found.iter().any(|(_, file)| file.starts_with("vault/objects/")), "{found:?}");
    assert!(found.iter().any(|(_, file)| file.starts_with("vault/payloads/")), "{found:?}");
    assert!(found.iter().all(|(code, _)| *code == "file-unclaimed"), "{found:?}");

    let copy = sample.copy("unread");
    for payload in files_in(&copy.join("vault/payloads")) {
        std::fs::write(payload, "").unwrap();
    }
    let report = verify(&copy).unwrap();
    let codes: Vec<_> = notes(&report).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["file-unclaimed"; 2], "no payload says whose objects these are");
}

#[test]
fn what_is_on_its_way_is_not_left_behind() {
    let sample = Sample::make();
    let copy = sample.copy("open");
    let held = open(&copy).unwrap();
    put(&copy, &["vault/incoming/0123"]);
    assert_eq!(notes(&verify(&copy).unwrap()), [], "while another holds the archive");
    let (archive, grant) = held;
    let report = archive.verify(&|_, _| ()).unwrap().released(&grant);
    assert_eq!(notes(&report), [("write-left", "vault/incoming/0123")], "nobody takes anything in");
    drop(archive);
    assert!(folder::files(&copy).contains_key(Path::new("vault/incoming/0123")), "a check removes nothing");
}
