use isnad_testkit::{Env, folder};

use crate::support::{archive, counts, holds, number, paths, text};

fn filled() -> Env {
    let env = archive();
    env.write("in/a.txt", "first");
    env.write("in/b.txt", "second");
    env.run(&["intake", "in"]).expect(0);
    env
}

#[test]
fn a_restored_archive_holds_the_same_under_a_new_device_epoch() {
    let env = filled();
    env.run(&["backup", "safe", "--json"]).expect(0);
    let restored = env.path("restored");
    let entries = number(&env.run(&["status", "--json"]).expect(0).last(), "entries");
    let said = env.run_on(&restored, &["restore", "safe", "--json"]).expect(0).last();
    assert_eq!(
        (number(&said, "kept"), number(&said, "entries")),
        (2, entries + 1),
        "the new epoch is an entry"
    );
    assert_eq!(paths(&env, &restored), paths(&env, &env.archive()));
    holds(&restored, "restore");
    let devices = std::fs::read_to_string(restored.join("ledger/devices")).unwrap();
    assert_eq!(devices.lines().count(), 2, "the old device and the new one");

    // Both go on, and neither can pass for the other.
    env.write("more/c.txt", "third");
    assert_eq!(counts(&env.run_on(&restored, &["intake", "more", "--json"]).expect(0).last()), [1, 1, 0, 0]);
    holds(&restored, "an intake after restore");
}

#[test]
fn a_second_backup_copies_what_is_new() {
    let env = filled();
    env.run(&["backup", "safe"]).expect(0);
    env.write("more/c.txt", "third");
    env.run(&["intake", "more"]).expect(0);
    let second = env.run(&["backup", "safe", "--json"]).expect(0).last();
    assert!(number(&second, "same") >= 3, "objects and marker are there already: {second}");
    env.run_on(&env.path("restored"), &["restore", "safe"]).expect(0);
    assert_eq!(paths(&env, &env.path("restored")).len(), 3);
}

#[test]
fn the_keyring_goes_its_own_way() {
    let env = filled();
    env.run(&["backup", "safe", "--keyring", "other/keys"]).expect(0);
    assert!(!env.path("safe/keyring").exists() && env.path("other/keys/slots").exists());
    // Nobody opens what lies in the backup without the keyring.
    env.run_on(&env.path("lost"), &["restore", "safe"]).expect(1);
    env.run_on(&env.path("restored"), &["restore", "safe", "--keyring", "other/keys"]).expect(0);
}

#[test]
fn a_backup_of_another_archive_is_not_written_over() {
    let env = filled();
    env.run(&["backup", "safe"]).expect(0);
    let before = folder::files(&env.path("safe"));
    let other = env.path("other");
    env.run_on(&other, &["init", "--weak-passphrase-cost"]).expect(0);
    env.run_on(&other, &["backup", "safe"]).expect(1);
    assert!(folder::files(&env.path("safe")) == before, "the backup is as it was");
}

#[test]
fn derived_state_is_made_again_and_is_the_same() {
    let env = filled();
    let said = env.run(&["rebuild", "--json"]).expect(0).last();
    assert_eq!(said["same"], true);
    assert_eq!((text(&said, "views").len(), text(&said, "index").len()), (64, 64));
    assert!(number(&said, "entries") > 0);
}
