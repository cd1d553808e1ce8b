//! The crate as its callers use it, with real children.

mod containers;
mod documents;
mod hostile;
mod mail;
mod make;
mod media;
mod office;
mod passwords;
mod pdf;
mod pdf_hostile;
mod pieces;
#[cfg(target_os = "linux")]
mod programs;
mod rows;
mod sandbox;

use isnad_extract::{Config, Reader};

/// A configuration whose children play the given part; `worker` is the true one.
fn config(part: &str) -> Config {
    Config { args: vec![part.into()], ..Config::new(env!("CARGO_BIN_EXE_isnad-probe")) }
}

fn reader() -> Reader {
    Reader::start(config("worker")).expect("a child")
}
