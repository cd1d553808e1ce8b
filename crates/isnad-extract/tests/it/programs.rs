//! Foreign programs without rights: what one could still do if it were taken over, and what becomes of it.

use super::config;
use isnad_extract::program::Program;
use isnad_model::Problem;
use std::{path::PathBuf, time::Duration};

fn program(path: &str, args: &[&str], reads: &[PathBuf]) -> Program {
    Program {
        path: path.into(),
        args: args.iter().map(Into::into).collect(),
        env: Vec::new(),
        reads: reads.to_vec(),
        memory_max: 1 << 30,
        timeout: Duration::from_secs(20),
        answer_max: 1 << 20,
    }
}

fn run(program: &Program, input: &[u8]) -> Result<String, Problem> {
    program.run(&config("worker"), input).map(|answer| String::from_utf8(answer).expect("lines"))
}

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn a_program_that_was_taken_over_can_only_compute() {
    let (granted, other) = (folder("granted"), folder("other"));
    for folder in [&granted, &other] {
        std::fs::write(folder.join("file"), "x").expect("a file");
    }
    let [granted_file, forbidden] = [&granted, &other].map(|f| f.join("file").display().to_string());
    let probe = env!("CARGO_BIN_EXE_isnad-probe");
    let tried = run(&program(probe, &["foreign", &granted_file, &forbidden], &[granted]), &[]);
    let tried = tried.expect("the probe runs");
    assert!(tried.lines().count() > 20, "{tried}");
    let open: Vec<&str> = tried.lines().filter(|line| line.starts_with("open: ")).collect();
    assert_eq!(open, ["open: read what is granted", "open: list what is granted"]);
    assert!(std::path::Path::new(&granted_file).exists());
}

#[test]
fn a_program_answers_with_all_that_it_was_given() {
    let input: Vec<u8> = (0..300_000u32).map(|n| b'a' + (n % 26) as u8).collect();
    let answer = run(&program("/bin/cat", &[], &[]), &input).expect("an answer");
    assert!(answer.as_bytes() == input);
}

#[test]
fn what_becomes_of_bad_programs() {
    let check = |program: Program, expect: &str| {
        let code = run(&program, b"words").err().map_or("", |problem| problem.code);
        assert_eq!(code, expect, "{program:?}");
    };
    check(program("/nowhere/tesseract", &[], &[]), "reader-not-started");
    check(program("/bin/false", &[], &[]), "reader-crashed");
    let short = Duration::from_millis(300);
    let hangs = program(env!("CARGO_BIN_EXE_isnad-probe"), &["silent"], &[]);
    check(Program { timeout: short, ..hangs }, "reader-too-slow");
    let swells = program("/bin/cat", &[], &[]);
    check(Program { answer_max: 3, ..swells }, "reader-answer-too-long");
}

#[test]
fn a_program_that_reads_nothing_is_no_trouble() {
    assert_eq!(run(&program("/bin/true", &[], &[]), &vec![0; 1 << 20]).expect("an answer"), "");
}
