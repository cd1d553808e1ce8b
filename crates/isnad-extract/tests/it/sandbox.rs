//! What a taken-over child could still do: nothing.

use super::{config, reader};
use isnad_extract::{Config, Reader, Sandbox};
use std::process::Command;

fn attempts(how: &str) -> Vec<String> {
    let out = Command::new(env!("CARGO_BIN_EXE_isnad-probe")).arg(how).output().expect("the probe runs");
    assert!(out.status.success(), "the probe ended with {:?}", out.status);
    String::from_utf8(out.stdout).expect("lines").lines().map(str::to_owned).collect()
}

#[test]
fn every_way_out_is_closed() {
    let attempts = attempts("escape");
    assert!(attempts.len() > 30, "only {} ways were tried", attempts.len());
    let open: Vec<_> = attempts.iter().filter(|line| !line.starts_with("denied: ")).collect();
    assert!(open.is_empty(), "{open:#?}");
}

#[test]
fn the_same_ways_are_open_without_it() {
    let attempts = attempts("escape-without-sandbox");
    let closed: Vec<_> = attempts.iter().filter(|line| !line.starts_with("open: ")).collect();
    assert!(closed.is_empty(), "{closed:#?}");
}

#[test]
fn a_reader_knows_its_sandbox() {
    assert_eq!(reader().sandbox(), &Sandbox::Enforced);
}

#[test]
fn without_a_sandbox_nothing_is_read() {
    let mut reader = Reader::start(config("no-sandbox")).expect("a child");
    assert_eq!(reader.sandbox(), &Sandbox::Missing("no such layer".into()));
    let answer = reader.read(b"some words");
    assert_eq!(answer.media_type, "text/plain");
    assert!(answer.reading.pages.is_empty());
    assert_eq!(answer.reading.problems[0].code, "sandbox-missing");
    let file = isnad_extract::memfd(&mut &b"some words"[..]).expect("memory");
    assert_eq!(reader.read_file(file).reading.problems[0].code, "sandbox-missing");
}

#[test]
fn a_program_that_is_not_there() {
    let error = Reader::start(Config::new("/nowhere/isnad")).err().expect("no reader");
    assert_eq!(error.code, "reader-not-started");
}
