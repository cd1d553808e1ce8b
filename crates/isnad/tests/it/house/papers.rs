//! Documents that say what is there, and commands in them that work.

use std::{collections::BTreeSet, process::Command};

use super::{files, root, table, text, words};

/// Lines of code blocks in a document that begin with a command.
fn commands(document: &str) -> Vec<String> {
    let (mut inside, mut found) = (false, Vec::new());
    for line in text(document).lines() {
        if line.starts_with("```") {
            inside = !inside;
        } else if inside {
            found.push(line.trim().to_owned());
        }
    }
    found.retain(|line| line.starts_with("cargo ") || line.starts_with("isnad "));
    found
}

#[test]
fn every_command_in_the_documents_exists() {
    let chores = text("xtask/src/main.rs");
    let documents = [
        "README.md",
        "CONTRIBUTING.md",
        "docs/user/ar/index.md",
        "docs/user/en/index.md",
        "docs/user/fr/index.md",
    ];
    for document in documents {
        let commands = commands(document);
        assert!(!commands.is_empty(), "{document} shows no command");
        for command in commands {
            let isnad = command.strip_prefix("isnad ").or(command.strip_prefix("cargo run --release -- "));
            if let Some(rest) = isnad {
                let known = Command::new(env!("CARGO_BIN_EXE_isnad"))
                    .args(verb(rest))
                    .arg("--help")
                    .output()
                    .unwrap();
                assert!(known.status.success(), "{document}: {command}");
            } else if let Some(rest) = command.strip_prefix("cargo xtask ") {
                let chore = format!("\"{}\"", rest.split(' ').next().unwrap());
                assert!(chores.contains(&chore), "{document}: {command}");
            }
        }
    }
}

/// The verb of a call, and the one under it.
fn verb(call: &str) -> Vec<&str> {
    let mut words = call.split(' ').peekable();
    while words.next_if_eq(&"-C").is_some() {
        let _folder = words.next();
    }
    let first: Vec<&str> = words.by_ref().take(1).collect();
    let second = words.next_if(|_| first == ["item"]);
    first.into_iter().chain(second).collect()
}

#[test]
fn the_readme_names_two_commands() {
    assert_eq!(commands("README.md")[..2], ["cargo run --release -- demo", "cargo xtask test"]);
}

#[test]
fn the_ci_runs_the_second_command_and_nothing_else() {
    let script = text(".ci/run");
    let own: Vec<&str> = script.lines().filter(|line| line.contains("cargo")).collect();
    assert_eq!(own, ["exec cargo xtask test"]);
}

#[test]
fn every_decision_is_in_the_index() {
    let index = text("docs/decisions/README.md");
    let decisions: Vec<String> =
        files("docs/decisions").into_iter().filter(|path| !path.ends_with("README.md")).collect();
    assert!(!decisions.is_empty());
    for path in decisions {
        let name = path.rsplit('/').next().unwrap();
        assert!(index.contains(&format!("]({name})")), "{name} is not linked from docs/decisions/README.md");
    }
}

#[test]
fn every_format_has_a_document_and_a_frozen_sample() {
    let rows = table("docs/formats/README.md", "| format |");
    let linked: BTreeSet<String> = rows.iter().filter_map(|row| linked(&row[0])).collect();
    let there: BTreeSet<String> = files("docs/formats")
        .iter()
        .filter_map(|path| path.strip_prefix("docs/formats/").filter(|name| *name != "README.md"))
        .map(str::to_owned)
        .collect();
    assert_eq!(linked, there);
    for row in rows {
        // A derived format has no sample: a file of another version is made again.
        for sample in words(&row[2]).iter().filter(|sample| !sample.starts_with("none")) {
            let path = sample.trim_matches('`');
            assert!(root().join("testdata").join(path).exists(), "{}: testdata/{path}", row[0]);
        }
    }
}

fn linked(cell: &str) -> Option<String> {
    Some(cell.split_once("](")?.1.split_once(')')?.0.to_owned())
}

/// Links between our own documents lead somewhere.
#[test]
fn every_link_between_documents_leads_somewhere() {
    let mut documents: Vec<String> = files("docs").into_iter().filter(|path| path.ends_with(".md")).collect();
    documents.extend(["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md"].map(String::from));
    let mut broken = Vec::new();
    for document in documents {
        let folder = root().join(&document).parent().unwrap().to_owned();
        for part in text(&document).split("](").skip(1) {
            let target = part.split(')').next().unwrap();
            let path = target.split('#').next().unwrap();
            let is_ours = !path.is_empty() && !target.contains("://");
            if is_ours && !folder.join(path).exists() {
                broken.push(format!("{document}: {target}"));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

/// The invariants name their tests, and the tests are there.
#[test]
fn every_test_that_the_architecture_names_exists() {
    let architecture = text("ARCHITECTURE.md");
    let sources: String =
        files("crates").iter().filter(|path| path.ends_with(".rs")).map(|path| text(path)).collect();
    let code = architecture.split('`').skip(1).step_by(2);
    let tests: Vec<&str> = code
        .filter_map(|code| {
            code.strip_prefix("house::").or_else(|| code.split_once(": ").map(|(_, test)| test))
        })
        .filter_map(|path| path.rsplit("::").next())
        .filter(|name| name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'))
        .collect();
    assert!(tests.len() >= 10, "{tests:?}");
    for test in tests {
        assert!(sources.contains(&format!("fn {test}()")), "{test}");
    }
}
