//! Things given to an intake that are no plain files.

use std::os::unix::fs::{PermissionsExt, symlink};

use isnad_testkit::{Env, Output, skip, special};

use crate::support::{archive, counts};

/// Takes `paths` in and asserts what becomes of one of them.
#[track_caller]
fn refused(env: &Env, paths: &[&str], code: &str) -> Output {
    let args = [&["intake", "--json"], paths].concat();
    let output = env.run(&args).expect(4);
    assert!(output.stdout.contains(&format!("\"code\":\"{code}\"")), "{code} in {}", output.stdout);
    env.run(&["verify"]).expect(0);
    output
}

#[test]
fn a_missing_file_is_refused_and_the_rest_is_taken_in() {
    let env = archive();
    env.write("there.txt", "there");
    let output = refused(&env, &["nowhere.txt", "there.txt"], "file-missing");
    assert_eq!(counts(&output.last()), [2, 1, 0, 1]);
    let person =
        ["ar", "en", "fr"].map(|lang| env.run(&["--lang", lang, "intake", "gone.txt"]).expect(4).stdout);
    assert!(person.iter().all(|said| said.contains("gone.txt") && !said.contains('⟦')), "{person:?}");
    assert!(person[0] != person[1] && person[1] != person[2]);
}

#[test]
fn links_pipes_and_sockets_are_refused_without_waiting() {
    let env = archive();
    env.write("in/a.txt", "plain");
    symlink("a.txt", env.path("in/link")).unwrap();
    special::pipe(&env.path("in/pipe"));
    let _socket = std::os::unix::net::UnixListener::bind(env.path("in/socket")).unwrap();
    let output = refused(&env, &["in"], "not-a-file");
    assert_eq!(counts(&output.last()), [4, 1, 0, 3]);
    assert!(output.stdout.contains("\"code\":\"is-link\""));
}

#[test]
fn a_loop_of_links_is_refused() {
    let env = archive();
    std::fs::create_dir(env.path("in")).unwrap();
    symlink("b", env.path("in/a")).unwrap();
    symlink("a", env.path("in/b")).unwrap();
    symlink(".", env.path("in/self")).unwrap();
    assert_eq!(counts(&refused(&env, &["in"], "is-link").last()), [3, 0, 0, 3]);
    // Named by a person, a link is followed; this one leads nowhere.
    assert_eq!(counts(&env.run(&["intake", "in/a", "--json"]).expect(4).last()), [1, 0, 0, 1]);
}

#[test]
fn a_file_that_cannot_be_read_is_refused() {
    let env = archive();
    // Even root cannot read this one: nothing is mapped at the beginning of a process's memory.
    assert_eq!(counts(&env.run(&["intake", "/proc/self/mem", "--json"]).expect(4).last()), [1, 0, 0, 1]);
    env.run(&["verify"]).expect(0);
    if special::is_root() {
        return skip("a file without permission", "permission bits do not bind root");
    }
    std::fs::set_permissions(env.write("in/closed.txt", "x"), PermissionsExt::from_mode(0o000)).unwrap();
    refused(&env, &["in"], "no-permission");
}

#[test]
fn the_archive_itself_is_left_out() {
    let env = archive();
    env.write("a.txt", "beside the archive");
    let folder = env.path("").display().to_string();
    let output = refused(&env, &[&folder], "own-archive");
    // The passphrase file and the text; the archive counts as one refusal, however much lies in it.
    assert_eq!(counts(&output.last()), [3, 2, 0, 1]);
    refused(&env, &["archive"], "own-archive");
}

#[test]
fn a_folder_inside_the_archive_is_left_out_too() {
    let env = archive();
    refused(&env, &["archive/keyring"], "own-archive");
    refused(&env, &["archive/isnad.toml"], "own-archive");
}

#[test]
fn the_same_path_twice_is_received_twice() {
    let env = archive();
    env.write("a.txt", "a");
    assert_eq!(counts(&env.run(&["intake", "a.txt", "a.txt", "--json"]).expect(0).last()), [2, 2, 1, 0]);
}
