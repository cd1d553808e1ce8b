//! What the tests share: the program under test, and looks into an archive from within this process.

use std::path::Path;

use isnad_crypto::passphrase::Cost;
use isnad_engine::{Archive, Layout, World, verify_folder};
use isnad_model::{
    Arg, Sensitive,
    view::{Gravity, VerifyReport},
};
use isnad_testkit::{Env, Output, PASSPHRASE};
use serde_json::Value;

/// An environment for the program.
pub fn env() -> Env {
    Env::new(env!("CARGO_BIN_EXE_isnad"))
}

/// An environment with an archive in it.
pub fn archive() -> Env {
    env().with_archive()
}

/// The passphrase of every archive here.
pub fn secret() -> Sensitive<String> {
    Sensitive::new(PASSPHRASE.to_owned())
}

/// The real clock, the program itself as reader, a cheap passphrase.
pub fn world() -> World {
    World { reader: Some(env!("CARGO_BIN_EXE_isnad").into()), cost: Cost::TEST, ..World::real() }
}

/// Opens an archive in this process.
///
/// A child that another test starts at this moment holds a copy of every lock until it becomes another program,
/// so a lock that we let go ourselves may be held a little longer.
pub fn open(folder: &Path) -> isnad_engine::Result<(Archive, isnad_access::Grant)> {
    let own = ("process", Arg::Text(std::process::id().to_string()));
    loop {
        match Archive::open(folder, None, &secret(), world()) {
            Err(problem) if problem.code == "archive-in-use" && problem.args.contains(&own) => {
                std::thread::yield_now();
            }
            opened => return opened,
        }
    }
}

/// Verifies with the passphrase, in this process.
pub fn verify(folder: &Path) -> isnad_engine::Result<VerifyReport> {
    verify_folder(&Layout::new(folder), Some(("", &secret())), &|_, _| ())
}

/// The codes of findings that say that something was altered.
pub fn altered(report: &VerifyReport) -> Vec<&'static str> {
    let altered = report.findings.iter().filter(|finding| finding.gravity == Gravity::Altered);
    altered.map(|finding| finding.problem.code).collect()
}

/// Asserts that an archive holds, and gives how many entries it has.
#[track_caller]
pub fn holds(folder: &Path, after: &str) -> u64 {
    let report = verify(folder).unwrap_or_else(|problem| panic!("after {after}: verify says {problem:?}"));
    assert!(report.ok(), "after {after}: {:?}", report.findings);
    report.n_entries
}

/// The paths of all items, sorted; a path that was kept twice is there twice.
#[track_caller]
pub fn paths(env: &Env, archive: &Path) -> Vec<String> {
    let output = env.run_on(archive, &["search", "--json", ""]).expect(0);
    let mut paths: Vec<String> = output.lines()[1..].iter().map(|hit| text(hit, "path").to_owned()).collect();
    paths.sort_unstable();
    paths
}

/// A field that must be text.
#[track_caller]
pub fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap_or_else(|| panic!("{field} is no text in {value}"))
}

/// A field that must be a number.
#[track_caller]
pub fn number(value: &Value, field: &str) -> u64 {
    value[field].as_u64().unwrap_or_else(|| panic!("{field} is no number in {value}"))
}

/// The four counts of a report: received, kept, duplicates, refused. They must add up.
#[track_caller]
pub fn counts(value: &Value) -> [u64; 4] {
    let counts = ["received", "kept", "duplicates", "refused"].map(|field| number(value, field));
    let [received, kept, duplicates, refused] = counts;
    assert_eq!(received, kept + refused, "received = kept + refused");
    assert!(duplicates <= kept, "duplicates are among the kept");
    counts
}

/// Asserts that an answer is a clean failure: a sentence and what to do, and no innards of the program.
#[track_caller]
pub fn is_clean_failure(output: &Output, after: &str) {
    let said = &output.stderr;
    assert!(output.code.is_some_and(|code| (1..=6).contains(&code)), "after {after}: {output:?}");
    assert!(said.lines().count() >= 2, "after {after}: a sentence and what to do next: {said:?}");
    for innards in ["panicked", "RUST_BACKTRACE", "⟦", "no words for yet"] {
        assert!(!said.contains(innards), "after {after}: {said}");
    }
}
