//! Archives of other versions, and one that is in use.

use isnad_testkit::folder;

use super::languages::fails_in_words;
use crate::support::{archive, open};

#[test]
fn newer_and_older_formats_are_named_and_left_alone() {
    for format in ["2", "4000000000", "0"] {
        let env = archive();
        let marker = env.path("archive/isnad.toml");
        let text =
            std::fs::read_to_string(&marker).unwrap().replace("format = 1", &format!("format = {format}"));
        std::fs::write(&marker, text).unwrap();
        let before = folder::files(&env.archive());
        for args in [&["status"][..], &["verify"], &["intake", "passphrase"], &["rebuild"]] {
            fails_in_words(1, || env.command(args));
        }
        assert!(folder::files(&env.archive()) == before, "format {format}: nothing was changed");
    }
}

#[test]
fn an_archive_in_use_is_said_with_who_uses_it() {
    let env = archive();
    let held = open(&env.archive()).unwrap();
    fails_in_words(6, || env.command(&["status"]));
    fails_in_words(6, || env.command(&["intake", "passphrase"]));
    let said = env.run(&["status"]).expect(6).stderr;
    assert!(said.contains(&std::process::id().to_string()), "{said}");
    // Checking takes nothing from whoever works.
    env.run(&["verify"]).expect(0);
    drop(held);
    env.run(&["status"]).expect(0);
}

#[test]
fn two_intakes_at_once_leave_one_archive() {
    let env = archive();
    (0..50).for_each(|n| _ = env.write(format!("in/{n}.txt"), format!("text {n}")));
    let mut both: Vec<_> = (0..2).map(|_| env.command(&["intake", "in", "--json"])).collect();
    let children: Vec<_> = both
        .iter_mut()
        .map(|c| c.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().unwrap())
        .collect();
    let codes: Vec<_> = children.into_iter().map(|mut child| child.wait().unwrap().code().unwrap()).collect();
    assert!(codes.contains(&0) && codes.iter().all(|code| [0, 6].contains(code)), "{codes:?}");
    env.run(&["verify"]).expect(0);
}
