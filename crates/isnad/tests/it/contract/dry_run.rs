//! A dry run tells what an intake does, and does nothing.

use isnad_testkit::{Env, folder, make};
use serde_json::Value;

use crate::support::{archive, counts, number, text};

/// Something of everything: duplicates, containers in containers, what is refused, what cannot be read.
fn mixed() -> Env {
    let env = archive();
    env.write("before/held.txt", "held already");
    env.run(&["intake", "before"]).expect(0);
    env.write("in/held again.txt", "held already");
    env.write("in/twice/1.txt", "twice");
    env.write("in/twice/2.txt", "twice");
    let inner = make::zip(&[("deep.txt", b"deep"), ("held.txt", b"held already")]);
    env.write("in/outer.zip", make::zip(&[("inner.zip", &inner), ("رسالة.txt", "كتب أحمد".as_bytes())]));
    env.write("in/cut.zip", &make::zip(&[("a.txt", &[b'x'; 900])])[..60]);
    env.write("in/large.bin", vec![7; 9_000_000]);
    env.write("in/empty", "");
    std::os::unix::fs::symlink("empty", env.path("in/link")).expect("a link");
    env
}

/// The lines of a kind: path and code, sorted.
fn told(lines: &[Value], field: &str) -> Vec<(String, String)> {
    let of_kind = lines.iter().filter(|line| line[field].is_string());
    let mut told: Vec<_> =
        of_kind.map(|line| (text(line, field).to_owned(), text(line, "code").to_owned())).collect();
    told.sort();
    told
}

#[test]
fn tells_what_the_intake_then_does() {
    let env = mixed();
    let dry = env.run(&["intake", "in", "nowhere", "--dry-run", "--json"]).expect(4).lines();
    let wet = env.run(&["intake", "in", "nowhere", "--json"]).expect(4).lines();
    let (dry_end, wet_end) = (&dry[dry.len() - 1], &wet[wet.len() - 1]);
    assert_eq!(counts(dry_end), counts(wet_end));
    assert_eq!(told(&dry, "refused"), told(&wet, "refused"));
    assert_eq!(told(&dry, "unread"), told(&wet, "unread"));
    assert!(!told(&dry, "unread").is_empty() && told(&dry, "refused").len() >= 2, "{dry:?}");
    let types: u64 =
        dry.iter().filter(|line| line["media_type"].is_string()).map(|line| number(line, "items")).sum();
    assert_eq!(types, number(dry_end, "kept"));
    let status = env.run(&["status", "--json"]).expect(0).last();
    // What was held before is twelve bytes.
    assert_eq!(number(dry_end, "bytes") + 12, number(&status, "bytes"));
    assert!(number(dry_end, "new_bytes") < number(dry_end, "bytes"));
}

#[test]
fn writes_nothing() {
    let env = mixed();
    let ground = || {
        let mut files = folder::files(&env.archive());
        files.retain(|path, _| !path.starts_with("derived") && !path.ends_with("lock"));
        files
    };
    let (before, sources) = (ground(), folder::files(&env.path("in")));
    env.run(&["intake", "in", "--dry-run"]).expect(4);
    assert!(ground() == before && folder::files(&env.path("in")) == sources);
    assert_eq!(number(&env.run(&["status", "--json"]).expect(0).last(), "unfinished"), 0);
}

#[test]
fn a_person_is_told_in_three_languages() {
    let env = mixed();
    for lang in ["ar", "en", "fr"] {
        let said = env.run(&["--lang", lang, "intake", "in", "--dry-run"]).expect(4);
        assert!(said.stdout.contains("in/link") && !said.stdout.contains('⟦'), "{}", said.stdout);
        assert!(!said.stderr.is_empty() && !said.stderr.contains('⟦'), "that nothing was written: {said:?}");
    }
}
