//! What was true once, put back.

use isnad_testkit::{folder, make};

use super::sample::Sample;
use crate::support::{altered, archive, is_clean_failure, verify};

#[test]
fn an_older_checkpoint_is_known_by_the_keyring() {
    let env = archive();
    let old = std::fs::read(env.path("archive/ledger/checkpoint")).unwrap();
    env.write("in/a.txt", "a");
    env.run(&["intake", "in"]).expect(0);
    std::fs::write(env.path("archive/ledger/checkpoint"), old).unwrap();
    assert!(altered(&verify(&env.archive()).unwrap()).contains(&"ledger-rolled-back"));
    let output = env.run(&["status"]).expect(3);
    is_clean_failure(&output, "an older checkpoint");
}

#[test]
fn a_whole_older_ledger_is_known_by_the_keyring() {
    let env = archive();
    for part in ["ledger", "vault"] {
        folder::copy(&env.path("archive").join(part), &env.path("old").join(part));
    }
    env.write("in/a.zip", make::zip(&[("a.txt", b"a")]));
    env.run(&["intake", "in"]).expect(0);
    for part in ["ledger", "vault"] {
        folder::reset(&env.path("old").join(part), &env.path("archive").join(part));
    }
    assert!(altered(&verify(&env.archive()).unwrap()).contains(&"ledger-rolled-back"));
    // Nothing is written to it, or two histories would be signed.
    let before = folder::files(&env.path("archive/ledger"));
    env.write("in/b.txt", "b");
    env.run(&["intake", "in"]).expect(3);
    assert!(folder::files(&env.path("archive/ledger")) == before);
}

#[test]
fn an_older_keyring_lacks_keys() {
    let env = archive();
    folder::copy(&env.path("archive/keyring"), &env.path("old"));
    env.write("in/a.txt", "a");
    env.run(&["intake", "in"]).expect(0);
    folder::reset(&env.path("old"), &env.path("archive/keyring"));
    assert!(altered(&verify(&env.archive()).unwrap()).contains(&"key-missing"));
}

#[test]
fn the_keyring_of_another_archive_is_noticed() {
    let sample = Sample::make();
    let other = Sample::make();
    let codes =
        sample.damaged(|archive| folder::reset(&other.whole().join("keyring"), &archive.join("keyring")));
    assert!(!codes.is_empty(), "another archive's keyring");
}
