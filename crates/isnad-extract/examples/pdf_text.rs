//! Measures how well PDFs are read: `cargo run --example pdf_text -- FOLDER [--show] [--exact]`.
//!
//! The folder holds pairs: `NAME.pdf`, and `NAME.txt` with what is to be read. For every pair it prints the errors
//! in folded characters and words in percent, the numbers that are right and in their order, and the same for
//! poppler's `pdftotext` where that is installed. `--show` prints the words that differ; `--exact` folds nothing but
//! vowel signs, so that a lost hamza counts. The child is this program.

use isnad_extract::{Config, Reader, worker};
use std::{
    fmt::Write as _,
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|first| first == "worker") {
        return worker::main();
    }
    let Some(folder) = arguments.first() else { return ExitCode::from(2) };
    let show = arguments.iter().any(|argument| argument == "--show");
    let program = std::env::current_exe().expect("a program knows its name");
    let reader = Reader::start(Config::new(program)).expect("a child");
    let mut out = String::from("characters % / words % / numbers: ours, then pdftotext\n");
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for pdf in pdfs(Path::new(folder)) {
        let expect = fs::read_to_string(pdf.with_extension("txt")).expect("what is to be read");
        let reading = reader.read_file(File::open(&pdf).expect("a file")).reading;
        let text: String = reading.pages.iter().map(|page| page.text.as_str()).collect();
        let score = Score::of(&expect, &text);
        let name = pdf.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let _ = write!(out, "{name:44} {score}");
        if let Some(peer) = pdftotext(&pdf) {
            let score = Score::of(&expect, &peer);
            let _ = write!(out, "   | {score}");
            theirs.push(score);
        }
        let problems: Vec<String> =
            reading.problems.iter().map(|p| format!(" {}{:?}", p.code, p.args)).collect();
        let _ = writeln!(out, "{}", problems.concat());
        if show {
            differences(&expect, &text, &mut out);
        }
        ours.push(score);
    }
    summary("ours", &ours, &mut out);
    summary("pdftotext", &theirs, &mut out);
    match std::io::stdout().write_all(out.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn pdfs(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut pdfs: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    pdfs.retain(|path| path.extension().is_some_and(|ending| ending == "pdf"));
    pdfs.sort();
    pdfs
}

fn pdftotext(pdf: &Path) -> Option<String> {
    let output = Command::new("pdftotext").arg(pdf).arg("-").output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// How a text compares with what was to be read.
struct Score {
    letters: (usize, usize),
    words: (usize, usize),
    numbers: (usize, usize),
}

impl Score {
    fn of(expect: &str, found: &str) -> Self {
        let (a, b) = (words(expect), words(found));
        let letters = |words: &[String]| words.concat().chars().collect::<Vec<_>>();
        let (x, y) = (letters(&a), letters(&b));
        let (m, n) = (numbers(expect), numbers(found));
        let right = m.len().max(n.len()) - distance(&m, &n).min(m.len().max(n.len()));
        Self {
            letters: (distance(&x, &y), x.len()),
            words: (distance(&a, &b), a.len()),
            numbers: (right.min(m.len()), m.len()),
        }
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let percent = |(wrong, all): (usize, usize)| 100.0 * wrong as f64 / all.max(1) as f64;
        let (right, all) = self.numbers;
        write!(f, "{:6.2} {:6.2} {right:4}/{all:<4}", percent(self.letters), percent(self.words))
    }
}

fn summary(name: &str, scores: &[Score], out: &mut String) {
    if scores.is_empty() {
        return;
    }
    let sum = |of: fn(&Score) -> (usize, usize)| {
        scores.iter().map(of).fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1))
    };
    let all = Score { letters: sum(|s| s.letters), words: sum(|s| s.words), numbers: sum(|s| s.numbers) };
    let over = scores.iter().filter(|s| s.words.0 as f64 > 0.002 * s.words.1 as f64).count();
    let _ = writeln!(out, "{name:44} {all}   over 0.2 % of words: {over} of {}", scores.len());
}

fn words(text: &str) -> Vec<String> {
    if std::env::args().any(|argument| argument == "--exact") {
        let plain = isnad_text::plain(text);
        let bare: String =
            plain.chars().filter(|c| !matches!(c, '\u{64B}'..='\u{652}' | '\u{670}')).collect();
        return bare
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(str::to_owned)
            .collect();
    }
    isnad_text::tokens(text).into_iter().map(|token| token.text).collect()
}

/// Digits with the signs inside one number, in ASCII.
fn numbers(text: &str) -> Vec<String> {
    let text = isnad_text::digits::to_ascii(text);
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | ':' | '٫' | '٬' | '-');
    let parts =
        text.split(|c: char| !is_part(c)).map(|part| part.trim_matches(|c: char| !c.is_ascii_digit()));
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The least number of changes from one to the other, looked for in a band that widens until it is wide enough.
fn distance<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    let mut band = a.len().abs_diff(b.len()) + 16;
    loop {
        let found = within(a, b, band);
        if found <= band || band > a.len().max(b.len()) {
            return found;
        }
        band *= 4;
    }
}

fn within<T: PartialEq>(a: &[T], b: &[T], band: usize) -> usize {
    const FAR: usize = usize::MAX / 2;
    let mut row: Vec<usize> = (0..=b.len()).map(|j| if j <= band { j } else { FAR }).collect();
    for i in 1..=a.len() {
        let (from, to) = (i.saturating_sub(band).max(1), (i + band).min(b.len()));
        let mut corner = row[from - 1];
        row[from - 1] = if from == 1 && i <= band { i } else { FAR };
        for j in from..=to {
            let change = corner + usize::from(a[i - 1] != b[j - 1]);
            corner = row[j];
            row[j] = change.min(row[j] + 1).min(row[j - 1] + 1);
        }
        if to < b.len() {
            row[to + 1] = FAR;
        }
    }
    row[b.len()]
}

/// The stretches of words that differ, by the longest common sequence in small windows.
fn differences(expect: &str, found: &str, out: &mut String) {
    let (a, b) = (words(expect), words(found));
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
            continue;
        }
        // The nearest place from which three words agree again.
        let agree = |x: usize, y: usize| {
            (0..3).all(|k| a.get(x + k) == b.get(y + k)) && (x < a.len() || y >= b.len())
        };
        let next = (0..400).flat_map(|sum| (0..=sum).map(move |x| (x, sum - x)));
        let (x, y) = next
            .map(|(x, y)| (i + x, j + y))
            .filter(|(x, y)| *x <= a.len() && *y <= b.len())
            .find(|(x, y)| agree(*x, *y))
            .unwrap_or((a.len(), b.len()));
        let _ = writeln!(out, "    - {}\n    + {}", a[i..x].join(" "), b[j..y].join(" "));
        (i, j) = (x.max(i), y.max(j));
    }
}
