//! The one program: the command line, the pages, and the child that reads hostile files.

mod cli;
mod commands;
mod exit;
mod received;
mod settings;
mod ui;

use std::process::ExitCode;

fn main() -> ExitCode {
    // The child comes first: nothing else of this program may run in it, and it takes no other arguments.
    if std::env::args_os().nth(1).is_some_and(|argument| argument == "worker") {
        return isnad_extract::worker::main();
    }
    let settings = settings::Settings::read();
    match cli::parse(&settings) {
        Ok(call) => commands::run(call, settings),
        Err(code) => code,
    }
}
