//! What a command answered, with helpers that say everything when an expectation fails.

use std::{os::unix::process::ExitStatusExt, process::Command};

use serde_json::Value;

/// The answer of a command.
#[derive(Debug, Clone)]
pub struct Output {
    /// Exit code; `None` if a signal ended it.
    pub code: Option<i32>,
    /// The signal that ended it.
    pub signal: Option<i32>,
    /// Standard output as bytes.
    pub bytes: Vec<u8>,
    /// Standard output as text.
    pub stdout: String,
    /// Standard error as text.
    pub stderr: String,
}

impl From<std::process::Output> for Output {
    fn from(output: std::process::Output) -> Self {
        Self {
            code: output.status.code(),
            signal: output.status.signal(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
            bytes: output.stdout,
        }
    }
}

impl Output {
    /// Runs a command to its end.
    pub fn of(command: &mut Command) -> Self {
        command.output().expect("the program starts").into()
    }

    /// Asserts the exit code.
    #[track_caller]
    pub fn expect(self, code: i32) -> Self {
        assert!(
            self.code == Some(code),
            "expected exit code {code}, not {:?} (signal {:?})\n--- stdout\n{}\n--- stderr\n{}",
            self.code,
            self.signal,
            self.stdout,
            self.stderr
        );
        self
    }

    /// Every line of standard output as JSON.
    #[track_caller]
    pub fn lines(&self) -> Vec<Value> {
        let parse = |line: &str| serde_json::from_str(line).unwrap_or_else(|_| panic!("no JSON: {line:?}"));
        self.stdout.lines().map(parse).collect()
    }

    /// The first line of JSON.
    #[track_caller]
    pub fn first(&self) -> Value {
        self.lines().into_iter().next().unwrap_or_else(|| panic!("no output; stderr: {}", self.stderr))
    }

    /// The last line of JSON.
    #[track_caller]
    pub fn last(&self) -> Value {
        self.lines().pop().unwrap_or_else(|| panic!("no output; stderr: {}", self.stderr))
    }

    /// Standard output with what differs from run to run masked: ids, hashes, times, sizes of ciphertext.
    pub fn masked(&self) -> String {
        mask(&self.stdout)
    }
}

/// Masks ids, hashes and times.
pub fn mask(text: &str) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || "-:.+/=".contains(c);
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = match is_word(first) {
            true => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            false => first.len_utf8(),
        };
        masked.push_str(mask_word(&rest[..end]));
        rest = &rest[end..];
    }
    masked
}

fn mask_word(word: &str) -> &str {
    let tail = word.get(2..).unwrap_or_default();
    let is_id = tail.len() == 16 && tail.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let is_hex = |text: &str| text.len() >= 24 && text.bytes().all(|b| b.is_ascii_hexdigit());
    let bytes = word.as_bytes();
    match word {
        _ if is_id && word.starts_with("I-") => "[ITEM]",
        _ if is_id && word.starts_with("A-") => "[ACCESSION]",
        _ if word.strip_prefix("isnad/").is_some_and(is_hex) => "[ORIGIN]",
        _ if is_hex(word) => "[HASH]",
        _ if word.len() == 44 && word.ends_with('=') => "[ROOT]",
        _ if word.len() == 24 && bytes[10] == b'T' && word.ends_with('Z') => "[TIME]",
        _ => word,
    }
}
