//! Who may depend on whom: `cargo metadata` against the tables in `ARCHITECTURE.md`.

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use serde_json::Value;

use super::{root, table, words};

/// What each crate of the workspace depends on to run (not to test or build).
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let cargo = std::env::var_os("CARGO").unwrap_or("cargo".into());
    let call = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo starts");
    assert!(call.status.success(), "{}", String::from_utf8_lossy(&call.stderr));
    let metadata: Value = serde_json::from_slice(&call.stdout).expect("metadata is JSON");
    let name = |value: &Value| value["name"].as_str().expect("a name").to_owned();
    let of_package = |package: &Value| {
        let all = package["dependencies"].as_array().expect("a list");
        (name(package), all.iter().filter(|dependency| dependency["kind"].is_null()).map(name).collect())
    };
    metadata["packages"].as_array().expect("a list").iter().map(of_package).collect()
}

/// The floor of each crate of the program, and the crates that only tests and chores use.
fn floors() -> (BTreeMap<String, u32>, BTreeSet<String>) {
    let (mut floors, mut for_tests) = (BTreeMap::new(), BTreeSet::new());
    for row in table("ARCHITECTURE.md", "| floor |") {
        for name in words(&row[2]) {
            match row[0].parse() {
                Ok(floor) => assert_eq!(floors.insert(name, floor), None),
                Err(_) => assert!(for_tests.insert(name)),
            }
        }
    }
    (floors, for_tests)
}

/// The crates of the program on a floor of this number or lower.
pub fn crates_up_to(floor: u32) -> Vec<String> {
    floors().0.into_iter().filter(|(_, own)| *own <= floor).map(|(name, _)| name).collect()
}

#[test]
fn every_crate_has_its_floor() {
    let (floors, for_tests) = floors();
    let named: BTreeSet<String> = floors.into_keys().chain(for_tests).collect();
    let members: BTreeSet<String> = dependencies().into_keys().collect();
    assert_eq!(named, members);
}

#[test]
fn arrows_go_down_only() {
    let (floors, _) = floors();
    for (name, dependencies) in dependencies() {
        let Some(floor) = floors.get(&name) else { continue };
        for below in dependencies.iter().filter_map(|name| floors.get_key_value(name)) {
            assert!(below.1 < floor, "{name} on floor {floor} depends on {} on floor {}", below.0, below.1);
        }
    }
}

#[test]
fn nothing_for_tests_is_part_of_the_program() {
    let (floors, for_tests) = floors();
    for (name, dependencies) in dependencies().into_iter().filter(|(name, _)| floors.contains_key(name)) {
        let wrong: Vec<&String> = dependencies.intersection(&for_tests).collect();
        assert_eq!(wrong, Vec::<&String>::new(), "{name}");
    }
}

#[test]
fn each_engine_is_named_by_one_crate() {
    let (floors, _) = floors();
    let all = dependencies();
    for row in table("ARCHITECTURE.md", "| crate | the libraries") {
        for library in words(&row[1]) {
            let names = |(name, of): &(&String, &BTreeSet<String>)| {
                floors.contains_key(*name) && of.contains(&library)
            };
            let namers: Vec<&String> = all.iter().filter(names).map(|(name, _)| name).collect();
            assert_eq!(namers, [&row[0]], "{library}");
        }
    }
}

/// A library that several crates name is one that may run through the house; these are all of them.
#[test]
fn every_other_library_is_a_common_tool() {
    const COMMON: [&str; 11] = [
        "base64",
        "hayro-interpret",
        "hayro-syntax",
        "jiff",
        "libc",
        "minicbor",
        "rand",
        "serde",
        "serde_json",
        "thiserror",
        "tokio",
    ];
    let (floors, _) = floors();
    let engines: BTreeSet<String> =
        table("ARCHITECTURE.md", "| crate | the libraries").iter().flat_map(|row| words(&row[1])).collect();
    let foreign: BTreeSet<String> = dependencies()
        .into_iter()
        .filter(|(name, _)| floors.contains_key(name))
        .flat_map(|(_, dependencies)| dependencies)
        .filter(|name| !floors.contains_key(name) && !engines.contains(name))
        .collect();
    let unplaced: Vec<&String> = foreign.iter().filter(|name| !COMMON.contains(&name.as_str())).collect();
    assert_eq!(unplaced, Vec::<&String>::new(), "give it a crate of its own in ARCHITECTURE.md");
}

#[test]
fn only_the_engine_knows_the_stores() {
    let all = dependencies();
    for store in ["isnad-store-local", "isnad-store-sqlite", "isnad-index-tantivy"] {
        let namers: Vec<&String> =
            all.iter().filter(|(_, of)| of.contains(store)).map(|(name, _)| name).collect();
        assert_eq!(namers, ["isnad-engine"], "{store}");
    }
}
