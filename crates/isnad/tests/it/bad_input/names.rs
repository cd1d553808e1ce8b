//! Names as they come: long, turning, not UTF-8.

use std::{ffi::OsStr, os::unix::ffi::OsStrExt};

use isnad_testkit::{Env, make};

use crate::support::{archive, counts, paths, text};

#[test]
fn names_that_turn_the_line_are_kept_and_shown_harmless() {
    let env = archive();
    let name = "photo\u{202E}gpj.exe";
    env.write(format!("in/{name}"), "turning");
    env.run(&["intake", "in"]).expect(0);
    assert_eq!(paths(&env, &env.archive()), [format!("in/{name}")], "a program gets the name that it was");
    let (id, json) = only(&env, name);
    for said in [env.run(&["search", "turning"]), env.run(&["item", "show", &id])] {
        let person = said.expect(0).stdout;
        assert!(person.contains("in/photo[U+202E]gpj.exe"), "what turns is seen: {person:?}");
        assert!(!person.contains('\u{202E}'), "a person's terminal is not turned: {person:?}");
    }
    assert!(json.contains("photo\\u202egpj.exe"), "nor by JSON: {json:?}");
}

/// The id of the one item, and what the program says of it in JSON, in which it has this name.
fn only(env: &Env, name: &str) -> (String, String) {
    let hit = env.run(&["search", "", "--json"]).expect(0).lines()[1].clone();
    assert_eq!(text(&hit, "name"), name);
    let id = text(&hit, "id").to_owned();
    let shown = env.run(&["item", "show", &id, "--json"]).expect(0);
    assert_eq!(text(&shown.first(), "path"), format!("in/{name}"));
    (id, shown.stdout)
}

#[test]
fn what_is_written_in_a_file_does_not_steer_the_terminal() {
    let env = archive();
    env.write("in/a.txt", "colors \u{9b}31m and \u{202E}turned می\u{200C}خواهم");
    env.run(&["intake", "in"]).expect(0);
    let said = env.run(&["search", "colors"]).expect(0).stdout;
    assert!(!said.contains(['\u{9b}', '\u{202E}']), "{said:?}");
    assert!(said.contains("می\u{200C}خواهم"), "words stay as they are: {said:?}");
}

#[test]
fn controls_of_the_terminal_are_not_sent_to_it() {
    let env = archive();
    env.write("in/a\u{1b}[31mred\u{7}.txt", "colors");
    std::os::unix::fs::symlink("x", env.path("in/\u{1b}[2Jlink")).unwrap();
    let intake = env.run(&["intake", "in"]).expect(4).stdout;
    let search = env.run(&["search", "colors"]).expect(0).stdout;
    for said in [intake, search] {
        assert!(!said.contains('\u{1b}') && !said.contains('\u{7}'), "{said:?}");
    }
}

#[test]
fn names_that_are_not_utf_8_are_kept_byte_for_byte() {
    let env = archive();
    std::fs::create_dir(env.path("in")).unwrap();
    let name = OsStr::from_bytes(b"\xD1\xD3\xC7\xE1\xC9.txt");
    std::fs::write(env.path("in").join(name), "in windows-1256").unwrap();
    std::os::unix::fs::symlink("x", env.path("in").join(OsStr::from_bytes(b"\xC7"))).unwrap();
    let report = env.run(&["intake", "in", "--json"]).expect(4);
    assert_eq!(counts(&report.last()), [2, 1, 0, 1]);
    let refused = report.first();
    assert_eq!((text(&refused, "refused"), text(&refused, "refused_bytes")), ("in/\u{FFFD}", "696e2fc7"));
    let hit = env.run(&["search", "", "--json"]).expect(0).lines()[1].clone();
    assert_eq!(text(&hit, "name"), format!("{}.txt", "\u{FFFD}".repeat(5)));
    assert_eq!(text(&hit, "name_bytes"), "d1d3c7e1c92e747874");
    assert_eq!(text(&hit, "path_bytes"), "696e2fd1d3c7e1c92e747874");
    let shown = env.run(&["item", "show", text(&hit, "id"), "--json"]).expect(0).last();
    assert_eq!(text(&shown, "path_bytes"), "696e2fd1d3c7e1c92e747874");
    // The same bytes in the same accession, run again: the name still means the same file.
    env.run(&["verify"]).expect(0);
}

#[test]
fn names_of_four_thousand_bytes_in_a_zip() {
    let env = archive();
    let long = format!("{}.txt", "n".repeat(3996));
    let arabic = format!("{}.txt", "ن".repeat(1998));
    env.write("in/long.zip", make::zip(&[(&long, b"first"), (&arabic, b"second")]));
    let output = env.run(&["intake", "in", "--json"]).expect(0);
    assert_eq!(counts(&output.last()), [3, 3, 0, 0]);
    assert_eq!(paths(&env, &env.archive())[1].len(), "in/long.zip!/".len() + 4000);
    env.run(&["verify"]).expect(0);
}

#[test]
fn deep_folders_with_long_names() {
    let env = archive();
    let deep: String = (0..14).map(|n| format!("{n:0>200}/")).collect();
    env.write(format!("in/{deep}a.txt"), "far down");
    assert_eq!(counts(&env.run(&["intake", "in", "--json"]).expect(0).last()), [1, 1, 0, 0]);
    assert_eq!(env.run(&["search", "far", "--json"]).expect(0).first()["total"], 1);
}

#[test]
fn a_name_that_looks_like_an_option_is_a_name() {
    let env = archive();
    env.write("in/--json", "dashes");
    env.write("-x", "dash");
    assert_eq!(counts(&env.run(&["intake", "--json", "--", "in", "-x"]).expect(0).last()), [2, 2, 0, 0]);
}
