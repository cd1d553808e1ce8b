//! Every failure of a command says what happened and what to do next, in each language.

use std::process::Command;

use isnad_testkit::{Env, Output};

use crate::support::{archive, env, is_clean_failure};

/// Runs a command in three languages and checks that each failure speaks its own.
pub fn fails_in_words(code: i32, mut command: impl FnMut() -> Command) {
    let said = ["ar", "en", "fr"].map(|lang| {
        let output = Output::of(command().env("ISNAD_LANG", lang)).expect(code);
        is_clean_failure(&output, lang);
        assert_eq!(is_arabic(&output.stderr), lang == "ar", "{}", output.stderr);
        output.stderr
    });
    assert!(said[1] != said[2], "English and French differ: {}", said[1]);
}

fn is_arabic(text: &str) -> bool {
    text.chars().filter(|c| ('\u{621}'..='\u{64A}').contains(c)).count() > 10
}

fn on_empty(code: i32, args: &[&str]) {
    let env = env();
    fails_in_words(code, || env.command(args));
}

fn on_archive(code: i32, prepare: impl Fn(&Env), args: &[&str]) {
    let env = archive();
    prepare(&env);
    fails_in_words(code, || env.command(args));
    env.run(&["verify"]).expect(0);
}

#[test]
fn no_archive_is_said() {
    for args in [&["status"][..], &["verify"], &["intake", "."], &["rebuild"], &["backup", "x"], &["serve"]] {
        on_empty(1, args);
    }
}

#[test]
fn nothing_to_restore_is_said() {
    on_empty(1, &["restore", "nowhere"]);
}

#[test]
fn an_archive_is_not_made_twice() {
    on_archive(1, |_| (), &["init", "--weak-passphrase-cost"]);
}

#[test]
fn an_item_that_is_not_there_is_said() {
    on_archive(1, |_| (), &["item", "show", "I-0000000000000000"]);
    on_archive(1, |_| (), &["item", "export", "no id at all"]);
}

#[test]
fn a_file_that_is_there_is_not_written_over() {
    let env = archive();
    env.write("in/a.txt", "a");
    env.write("there", "mine");
    env.run(&["intake", "in"]).expect(0);
    let id = env.run(&["search", "--json", ""]).expect(0).lines()[1]["id"].as_str().unwrap().to_owned();
    fails_in_words(1, || env.command(&["item", "export", &id, "-o", "there"]));
    assert_eq!(std::fs::read(env.path("there")).unwrap(), b"mine");
}

#[test]
fn pages_are_served_to_this_machine_only() {
    on_archive(1, |_| (), &["serve", "--listen", "0.0.0.0:0"]);
}

#[test]
fn a_passphrase_that_is_missing_wrong_or_unreadable_is_said() {
    let env = archive();
    env.write("wrong", "guess");
    fails_in_words(6, || {
        let mut command = env.command(&["status"]);
        command.env("ISNAD_PASSPHRASE_FILE", env.path("wrong"));
        command
    });
    fails_in_words(6, || {
        let mut command = env.command(&["verify"]);
        command.env("ISNAD_PASSPHRASE_FILE", env.path("wrong"));
        command
    });
    fails_in_words(6, || {
        let mut command = env.command(&["status"]);
        command.env_remove("ISNAD_PASSPHRASE_FILE");
        command
    });
    fails_in_words(1, || {
        let mut command = env.command(&["status"]);
        command.env("ISNAD_PASSPHRASE_FILE", env.path("nowhere"));
        command
    });
    env.run(&["verify"]).expect(0);
}

#[test]
fn an_empty_passphrase_makes_no_archive() {
    let env = env();
    env.write("passphrase", "\n");
    fails_in_words(1, || env.command(&["init", "--weak-passphrase-cost"]));
    assert!(!env.path("archive/isnad.toml").exists(), "nothing half-made");
}
