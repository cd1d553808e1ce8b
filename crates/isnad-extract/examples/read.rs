//! Prints what is read out of the files named on the command line: `cargo run --example read -- FILES`, with
//! `--password WORDS` before them if they are locked.
//!
//! The child is this same program.

use std::{fs::File, io::Write};

fn main() -> std::process::ExitCode {
    let mut arguments: Vec<_> = std::env::args_os().skip(1).collect();
    if arguments.first().is_some_and(|first| first == "worker") {
        return isnad_extract::worker::main();
    }
    let password = (arguments.first().is_some_and(|first| first == "--password") && arguments.len() > 1)
        .then(|| arguments.drain(..2).nth(1).expect("words").to_string_lossy().into_owned());
    let program = std::env::current_exe().expect("a program knows its name");
    let reader = isnad_extract::Reader::start(isnad_extract::Config::new(program)).expect("a child");
    for path in arguments {
        let answer = reader.read_locked(File::open(path).expect("a file"), password.as_deref());
        let reading = &answer.reading;
        let head = format!("{} {} {}\n", answer.media_type, reading.tool, reading.settings);
        let metadata: String =
            reading.metadata.iter().map(|m| format!("{}: {}\n", m.name, m.value)).collect();
        let problems: String = reading.problems.iter().map(|p| format!("{p:?}\n")).collect();
        let pages: Vec<_> = reading.pages.iter().map(|page| page.text.as_str()).collect();
        let text = pages.join("\u{C}\n");
        if std::io::stdout().write_all([head, metadata, problems, text].concat().as_bytes()).is_err() {
            return std::process::ExitCode::FAILURE;
        }
    }
    std::process::ExitCode::SUCCESS
}
