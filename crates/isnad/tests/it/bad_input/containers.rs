//! Containers that are deep, cut off, empty, or name places outside.

use isnad_testkit::make;

use crate::support::{archive, counts, paths};

/// Containers are opened to this depth.
const DEPTH_MAX: usize = 8;

#[test]
fn zip_in_zip_is_opened_to_its_depth() {
    let env = archive();
    env.write("in/deep.zip", make::nested_zip(DEPTH_MAX, "the core"));
    let output = env.run(&["intake", "in", "--json"]).expect(0);
    assert_eq!(counts(&output.last()), [9, 9, 0, 0], "{}", output.stdout);
    assert_eq!(env.run(&["search", "core", "--json"]).expect(0).first()["total"], 1);
}

#[test]
fn deeper_ones_are_kept_closed_and_named() {
    let env = archive();
    env.write("in/deeper.zip", make::nested_zip(DEPTH_MAX + 3, "the core"));
    let output = env.run(&["intake", "in", "--json"]).expect(0);
    assert_eq!(counts(&output.last()), [9, 9, 0, 0]);
    assert!(output.stdout.contains("container-too-deep"), "{}", output.stdout);
    env.run(&["verify"]).expect(0);
}

#[test]
fn damaged_files_are_kept_and_named() {
    let env = archive();
    let whole = make::zip(&[("a.txt", &[b'a'; 4000]), ("b.txt", b"second")]);
    env.write("in/cut.zip", &whole[..whole.len() / 2]);
    env.write("in/cut.tar", &make::tar(&[("a.txt", &[b'a'; 4000])])[..700]);
    env.write("in/cut.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog");
    env.write("in/empty.txt", "");
    env.write("in/empty.zip", make::zip(&[]));
    env.write("in/not-a.zip", "PK\u{3}\u{4} but no more");
    let output = env.run(&["intake", "in", "--json"]);
    let [received, kept, ..] = counts(&output.last());
    assert!(received >= 6 && kept >= 6, "{}", output.stdout);
    let named =
        |file: &str| output.stdout.lines().any(|line| line.contains("\"unread\"") && line.contains(file));
    for file in ["cut.zip", "cut.tar", "cut.pdf"] {
        assert!(named(file), "{file} in {}", output.stdout);
    }
    let kept = paths(&env, &env.archive());
    for file in ["in/cut.zip", "in/cut.tar", "in/cut.pdf", "in/empty.txt", "in/empty.zip", "in/not-a.zip"] {
        assert!(kept.iter().any(|path| path == file), "{file} in {kept:?}");
    }
    env.run(&["verify"]).expect(0);
}

#[test]
fn names_that_lead_outside_write_nothing_outside() {
    let env = archive();
    let names = ["../../outside.txt", "/tmp/isnad-outside.txt", "a/../../../b.txt", "..\\..\\c.txt"];
    let members: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, b"out of bounds".as_slice())).collect();
    env.write("in/evil.zip", make::zip(&members));
    env.write("in/evil.tar", make::tar(&members));
    let before = std::fs::read_dir(env.path("")).unwrap().count();
    let output = env.run(&["intake", "in", "--json"]);
    let [received, kept, _, refused] = counts(&output.last());
    assert_eq!((received, kept + refused), (10, 10), "each is accounted for: {}", output.stdout);
    assert_eq!(std::fs::read_dir(env.path("")).unwrap().count(), before);
    assert!(!std::path::Path::new("/tmp/isnad-outside.txt").exists());
    env.run(&["verify"]).expect(0);
}

#[test]
fn members_that_are_no_files_are_refused() {
    let env = archive();
    let tar = tar_with_links();
    env.write("in/links.tar", &tar);
    let output = env.run(&["intake", "in", "--json"]).expect(4);
    assert_eq!(counts(&output.last()), [4, 2, 0, 2], "{}", output.stdout);
    env.run(&["verify"]).expect(0);
}

/// A tar with a file, a symbolic link and a device, made of raw headers.
fn tar_with_links() -> Vec<u8> {
    let plain = make::tar(&[("a.txt", b"plain")]);
    let special = |name: &str, kind: u8, target: &str| {
        let mut block = make::tar(&[(name, b"")])[..512].to_vec();
        block[156] = kind;
        block[157..157 + target.len()].copy_from_slice(target.as_bytes());
        block[148..156].fill(b' ');
        let sum: u32 = block.iter().map(|byte| u32::from(*byte)).sum();
        block[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        block
    };
    [special("link", b'2', "/etc/passwd"), special("device", b'3', ""), plain].concat()
}
