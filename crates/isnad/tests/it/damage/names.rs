//! What lives in a damaged object is named, for whoever may know it.

use std::path::{Path, PathBuf};

use isnad_access::Role;
use isnad_engine::{Layout, verify_folder};
use isnad_model::{
    Sensitive,
    view::{Holds, ItemName, VerifyReport},
};
use isnad_testkit::{Env, Output, folder};

use super::sample::{Sample, files_in};
use crate::support::{archive, open, text, verify};

/// Damages the objects one at a time and gives all reports.
fn each_damaged(folder: &Path, look: impl Fn(&Path) -> VerifyReport) -> Vec<VerifyReport> {
    let objects = files_in(&folder.join("vault/objects"));
    let damaged = objects.into_iter().map(|object| {
        let whole = std::fs::read(&object).expect("an object");
        std::fs::write(&object, "something else").expect("a file to damage");
        let report = look(folder);
        std::fs::write(&object, whole).expect("the file is mended");
        report
    });
    damaged.collect()
}

fn names(report: &VerifyReport) -> Vec<&ItemName> {
    let holds = report.findings.iter().flat_map(|finding| match &finding.holds {
        Holds::Items(items) => items.as_slice(),
        _ => &[],
    });
    holds.collect()
}

#[test]
fn every_item_that_lives_in_a_damaged_object_is_named() {
    let sample = Sample::make();
    let copy = sample.copy("named");
    let reports = each_damaged(&copy, |folder| verify(folder).unwrap());
    let mut found: Vec<Vec<&str>> = reports
        .iter()
        .map(|report| names(report).into_iter().map(|item| item.path.as_str()).collect())
        .collect();
    found.sort();
    // The same bytes came twice, and live in one object.
    assert_eq!(found, [vec!["first/a.txt"], vec!["first/b.txt", "second/again.txt"]]);
    std::fs::remove_file(&files_in(&copy.join("vault/objects"))[0]).unwrap();
    assert!(!names(&verify(&copy).unwrap()).is_empty(), "one that is gone is named too");
}

#[test]
fn the_text_that_was_read_from_an_item_is_named_by_the_item() {
    let env = archive();
    env.write("in/طويل.txt", "كتب أحمد إلى أهله. ".repeat(4000));
    env.run(&["intake", "in"]).expect(0);
    let reports = each_damaged(&env.archive(), |folder| verify(folder).unwrap());
    let mut found: Vec<(bool, &str)> =
        reports.iter().flat_map(names).map(|item| (item.is_text, item.path.as_str())).collect();
    found.sort_unstable();
    assert_eq!(found, [(false, "in/طويل.txt"), (true, "in/طويل.txt")]);
}

#[test]
fn the_command_says_it_with_path_and_id() {
    let env = one_item();
    let id = text(&env.run(&["search", "", "--json"]).expect(0).lines()[1], "id").to_owned();
    let object = files_in(&env.path("archive/vault/objects")).remove(0);
    std::fs::write(&object, "something else").unwrap();

    let said = env.run(&["verify"]).expect(3).stdout;
    assert!(said.contains(&format!("It holds “in/a.txt”, item {id}.")), "{said}");
    let problem = env.run(&["verify", "--json"]).expect(3).last()["problems"][0].clone();
    let expect = serde_json::json!([{"id": id, "path": "in/a.txt", "text": false}]);
    assert_eq!(problem["items"], expect, "{problem}");
    assert!(text(&problem, "message").contains(&id), "{problem}");

    let sealed = env.run(&["verify", "--seals-only"]).expect(3).stdout;
    assert!(sealed.contains("without the passphrase") && !sealed.contains("a.txt"), "{sealed}");
    let problem = env.run(&["verify", "--seals-only", "--json"]).expect(3).last()["problems"][0].clone();
    assert_eq!(problem["items"], serde_json::Value::Null, "{problem}");
}

#[test]
fn a_name_that_is_no_text_is_given_byte_for_byte() {
    use std::os::unix::ffi::OsStrExt;
    let env = archive();
    let name = PathBuf::from("in").join(std::ffi::OsStr::from_bytes(b"\xC7\xE1.txt"));
    env.write(name, "a");
    env.run(&["intake", "in"]).expect(0);
    std::fs::write(&files_in(&env.path("archive/vault/objects"))[0], "something else").unwrap();
    let items = env.run(&["verify", "--json"]).expect(3).last()["problems"][0]["items"].clone();
    assert_eq!(text(&items[0], "path"), "in/\u{FFFD}\u{FFFD}.txt");
    assert_eq!(text(&items[0], "path_bytes"), "696e2fc7e12e747874");
}

#[test]
fn a_name_is_told_only_to_those_who_may_see_the_item() {
    let env = archive();
    env.write("open/a.txt", "open");
    env.write("sealed/b.txt", "sealed");
    env.run(&["intake", "open", "--sensitivity", "internal"]).expect(0);
    env.run(&["intake", "sealed", "--sensitivity", "sealed"]).expect(0);
    let words = Sensitive::new("elf-ziegel-lampe".to_owned());
    let people = [("Member", Role::Member), ("Reader", Role::Reader)];
    {
        let (archive, grant) = open(&env.archive()).unwrap();
        for (name, role) in people {
            archive.add_principal(&grant, name, role, &words).unwrap();
        }
    }
    for (name, _) in people {
        let reports = each_damaged(&env.archive(), |folder| {
            verify_folder(&Layout::new(folder), Some((name, &words)), &|_, _| ()).unwrap()
        });
        let seen: Vec<_> = reports.iter().flat_map(names).map(|item| item.path.as_str()).collect();
        assert_eq!(seen, ["open/a.txt"], "{name}");
        let closed = reports.iter().flat_map(|report| &report.findings);
        assert_eq!(closed.filter(|finding| finding.holds == Holds::Closed).count(), 1, "{name}");
    }
    let said = as_reader(&env, &words);
    assert!(!said.stdout.contains("b.txt") && said.stdout.contains("not open to your role"), "{said:?}");
}

/// What the command says to the reader when everything in the vault is damaged.
fn as_reader(env: &Env, words: &Sensitive<String>) -> Output {
    for path in folder::files(&env.path("archive/vault/objects")).into_keys() {
        std::fs::write(env.path("archive/vault/objects").join(path), "something else").expect("damage");
    }
    env.write("passphrase", words.expose());
    env.run(&["--as", "Reader", "verify"]).expect(3)
}

fn one_item() -> Env {
    let env = archive();
    env.write("in/a.txt", "a");
    env.run(&["intake", "in"]).expect(0);
    env
}
