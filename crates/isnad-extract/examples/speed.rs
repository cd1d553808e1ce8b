//! Measures how many small texts one long-lived child reads in a second: `cargo run --release --example speed`.
//!
//! The child is this same program.

use std::{io::Write, time::Instant};

const FILES: u32 = 20_000;

#[expect(clippy::disallowed_methods, reason = "a measurement measures")]
fn main() -> std::process::ExitCode {
    if std::env::args().nth(1).as_deref() == Some("worker") {
        return isnad_extract::worker::main();
    }
    let program = std::env::current_exe().expect("a program knows its name");
    let mut reader = isnad_extract::Reader::start(isnad_extract::Config::new(program)).expect("a child");
    let text = "وصل أحمد عبد الله إلى باريس وسلّم رسالة العائلات إلى الوزارة.\n".repeat(16);
    let started = Instant::now();
    let mut bytes = 0;
    for number in 0..FILES {
        let answer = reader.read(format!("{number}\n{text}").as_bytes());
        bytes += answer.reading.pages.first().map_or(0, |page| page.text.len());
    }
    let seconds = started.elapsed().as_secs_f64();
    let line =
        format!("{:.0} files/s, {:.1} MB/s\n", f64::from(FILES) / seconds, bytes as f64 / 1e6 / seconds);
    match std::io::stdout().write_all(line.as_bytes()) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(_) => std::process::ExitCode::FAILURE,
    }
}
