//! Reads pictures (binary PGM) and prints what stands on them: `page [--words] FILE…`. For looking at one page at a time.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a developer's tool")]

use isnad_model::Problem;
use isnad_ocr::{Call, Ocr, Picture, Places, Reading, Run};
use std::{
    io::Write,
    process::{Command, Stdio},
};

struct Plainly;

impl Run for Plainly {
    fn run(&self, call: &Call, input: &[u8]) -> Result<Vec<u8>, Problem> {
        let failed = |_| Problem::new("reader-crashed");
        let mut child = Command::new(&call.program)
            .args(&call.args)
            .env_clear()
            .envs(call.env.iter().cloned())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(failed)?;
        let input = input.to_vec();
        let mut stdin = child.stdin.take().ok_or(Problem::new("reader-crashed"))?;
        let writer = std::thread::spawn(move || _ = stdin.write_all(&input));
        let output = child.wait_with_output().map_err(failed)?;
        _ = writer.join();
        Ok(output.stdout)
    }
}

fn main() -> Result<(), String> {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    let as_words = files.first().is_some_and(|first| first == "--words");
    files.drain(..usize::from(as_words));
    let ocr = Ocr::start(Plainly, &Places::default()).map_err(|p| format!("{p:?}"))?;
    for file in files {
        let picture = Picture::from_pgm(&std::fs::read(&file).map_err(|e| e.to_string())?).ok_or("no PGM")?;
        let reading = ocr.read(&picture).map_err(|p| format!("{p:?}"))?;
        if as_words {
            words(&file, &reading);
        } else {
            println!("{}", reading.page.text);
        }
        eprintln!("{} {:?}", reading.settings, reading.problems);
    }
    Ok(())
}

/// A line a word: the file, the place in ten-thousandths of the picture, whether it waits for a person, its letters.
fn words(file: &str, reading: &Reading) {
    for word in &reading.page.words {
        let text = &reading.page.text[word.start as usize..word.end as usize];
        let waits = text.chars().any(char::is_numeric) || reading.doubtful.contains(&word.start);
        let area = word.area;
        println!("{file}\t{}\t{}\t{}\t{}\t{waits}\t{text}", area.left, area.top, area.width, area.height);
    }
}
