//! Chores of the workspace, as `cargo xtask CHORE`. Nothing of this is part of the program.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a developer's tool, which speaks English to a terminal"
)]

mod demo;
mod lint;
mod prepare;
mod suite;

use std::{path::PathBuf, process::ExitCode};

const USAGE: &str = "\
cargo xtask CHORE

  test           gets what the tests need, then checks everything and runs all tests
  prepare        gets what the tests need, and names what could not be got
  lint           checks what clippy cannot
  demo-sources   makes the made part of demo/sources; with --check, compares only";

fn main() -> ExitCode {
    let done = match std::env::args().nth(1).as_deref() {
        Some("test") => suite::run(),
        Some("prepare") => {
            prepare::prepare();
            Ok(())
        }
        Some("lint") => lint::run(),
        Some("demo-sources") => demo::run(),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of the workspace.
fn root() -> PathBuf {
    let xtask = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().map(PathBuf::from).unwrap_or(xtask)
}
