//! Prints what is taken out of the files named on the command line: `cargo run --example members -- FILES`. With
//! `--into FOLDER` the members are written there, under numbers.
//!
//! The child is this same program.

use std::{
    fs::File,
    io::{Read, Write},
    ops::ControlFlow,
    path::PathBuf,
};

fn main() -> std::process::ExitCode {
    let mut arguments: Vec<_> = std::env::args_os().skip(1).collect();
    if arguments.first().is_some_and(|first| first == "worker") {
        return isnad_extract::worker::main();
    }
    let into = (arguments.first().is_some_and(|first| first == "--into") && arguments.len() > 1)
        .then(|| PathBuf::from(arguments.drain(..2).nth(1).expect("a folder")));
    let program = std::env::current_exe().expect("a program knows its name");
    let reader = isnad_extract::Reader::start(isnad_extract::Config::new(program)).expect("a child");
    let mut out = std::io::stdout().lock();
    let mut number = 0;
    for path in arguments {
        let file = File::open(&path).expect("a file");
        let budget = reader.budget(file.metadata().expect("a size").len());
        let problems = reader.unpack_file(file, &budget, &mut |mut member| {
            let mut content = Vec::new();
            let outcome = member.read_to_end(&mut content);
            number += 1;
            if let Some(folder) = &into {
                std::fs::write(folder.join(format!("{number:06}")), &content).expect("room");
            }
            let line = writeln!(out, "{number:06} {} {} {outcome:?}", member.label, content.len());
            if line.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        if writeln!(out, "{} {problems:?}", path.display()).is_err() {
            return std::process::ExitCode::FAILURE;
        }
    }
    std::process::ExitCode::SUCCESS
}
