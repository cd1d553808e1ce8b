//! An archive whose making was cut off: the same command starts over, and touches nothing else.

use std::path::Path;

use isnad_testkit::{Env, Output, faults, faults::Fault, folder};

use crate::support::{archive, env, holds, is_clean_failure, paths};

/// Cuts a command off at every n-th change below `folder`, until it runs to its end, and looks each time.
fn cut_everywhere(env: &Env, folder: &Path, args: &[&str], step: usize, look: impl Fn(u64)) {
    for n in (1..).step_by(step) {
        _ = std::fs::remove_dir_all(folder);
        let mut command = env.command_on(folder, args);
        faults::inject(&mut command, folder, &env.path("report"), Fault::KillAfter, n);
        if Output::of(&mut command).signal.is_none() {
            assert!(n > 20, "it was cut off at {n} places");
            return;
        }
        look(n);
    }
}

#[test]
fn a_making_that_is_killed_anywhere_is_made_again() {
    let env = env();
    let (init, begun) = (["init", "--weak-passphrase-cost"], env.path("begun"));
    cut_everywhere(&env, &begun, &init, 1, |n| {
        let status = env.run_on(&begun, &["status"]);
        if status.code != Some(0) {
            let after = format!("a kill at change {n} of init");
            is_clean_failure(&status, &after);
            assert_ne!(status.code, Some(6), "after {after} the passphrase is right: {}", status.stderr);
            env.run_on(&begun, &init).expect(0);
        }
        holds(&begun, "making it again");
        assert!(!begun.join("unfinished").exists());
    });
    env.run_on(&begun, &init).expect(1);
}

#[test]
fn a_restoring_that_is_killed_anywhere_is_done_again() {
    let env = archive();
    (0..4).for_each(|n| _ = env.write(format!("in/{n}.txt"), format!("text {n}")));
    env.run(&["intake", "in"]).expect(0);
    env.run(&["backup", "safe"]).expect(0);
    let expect = paths(&env, &env.archive());
    let (restore, back) = (["restore", "safe"], env.path("back"));
    cut_everywhere(&env, &back, &restore, 3, |n| {
        let again = env.run_on(&back, &restore);
        let after = format!("a kill at change {n} of restore");
        match again.code {
            // The marker was there already: it is an archive, and left alone.
            Some(1) => is_clean_failure(&again, &after),
            code => assert_eq!(code, Some(0), "after {after}: {}", again.stderr),
        }
        holds(&back, &after);
        assert_eq!(paths(&env, &back), expect, "after {after}");
    });
}

#[test]
fn what_could_be_an_archive_is_never_cleared() {
    let env = archive();
    env.write("in/a.txt", "a");
    env.run(&["intake", "in"]).expect(0);
    let whole = folder::files(&env.archive());
    let untouched = |why: &str| {
        for command in [&["init", "--weak-passphrase-cost"][..], &["restore", "safe"]] {
            let before = folder::files(&env.archive());
            is_clean_failure(&env.run(command).expect(1), why);
            assert!(folder::files(&env.archive()) == before, "{why}: nothing is touched");
        }
    };
    env.run(&["backup", "safe"]).expect(0);
    untouched("an archive");
    env.write("archive/unfinished", "");
    untouched("an archive with a note");
    env.run(&["status"]).expect(0);
    assert!(!env.path("archive/unfinished").exists(), "the note is taken away");
    std::fs::remove_file(env.path("archive/isnad.toml")).unwrap();
    untouched("an archive without its marker");
    assert!(whole.len() > 10);
}

#[test]
fn files_of_somebody_else_are_not_cleared_with_the_rest() {
    let env = env();
    let init = ["init", "--weak-passphrase-cost"];
    for file in ["begun/letter.txt", "begun/keyring/letter.txt", "begun/vault/letter.txt"] {
        env.write("begun/unfinished", "");
        env.write("begun/ledger/devices", "half");
        env.write(file, "mine");
        let said = env.run_on(&env.path("begun"), &init).expect(1);
        is_clean_failure(&said, file);
        assert!(said.stderr.contains("letter.txt"), "{}", said.stderr);
        assert_eq!(std::fs::read_to_string(env.path(file)).unwrap(), "mine");
        assert!(env.path("begun/ledger/devices").exists(), "nothing was deleted");
        std::fs::remove_file(env.path(file)).unwrap();
    }
    let said = env.run_on(&env.path("begun"), &init).expect(0);
    assert!(said.stderr.contains("starts over"), "{}", said.stderr);
}

#[test]
fn the_command_says_what_an_unfinished_folder_is() {
    let env = env();
    env.write("archive/unfinished", "");
    for command in [&["status"][..], &["verify"], &["verify", "--seals-only"], &["serve"]] {
        let said = env.run(command).expect(1);
        is_clean_failure(&said, "an unfinished making");
        assert!(said.stderr.contains("begun and not finished"), "{}", said.stderr);
    }
    env.run(&["init", "--weak-passphrase-cost"]).expect(0);
    env.run(&["status"]).expect(0);
}
