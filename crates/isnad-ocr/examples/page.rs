//! Reads pictures (binary PGM) and prints what stands on them: `page FILE…`. For looking at one page at a time.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a developer's tool")]

use isnad_model::Problem;
use isnad_ocr::{Call, Ocr, Picture, Places, Run};
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

fn pgm(bytes: &[u8]) -> Option<Picture> {
    let mut fields = bytes.splitn(4, |b| b.is_ascii_whitespace());
    let mut text = || std::str::from_utf8(fields.next()?).ok();
    let (magic, width, height) = (text()?, text()?.parse().ok()?, text()?.parse().ok()?);
    let rest = fields.next()?.strip_prefix(b"255\n")?;
    (magic == "P5").then(|| Picture::new(width, height, rest.to_vec()))?
}

fn main() -> Result<(), String> {
    let ocr = Ocr::start(Plainly, &Places::default()).map_err(|p| format!("{p:?}"))?;
    for file in std::env::args().skip(1) {
        let picture = pgm(&std::fs::read(&file).map_err(|e| e.to_string())?).ok_or("no PGM")?;
        let reading = ocr.read(&picture).map_err(|p| format!("{p:?}"))?;
        println!("{}", reading.page.text);
        eprintln!("{} {:?}", reading.settings, reading.problems);
    }
    Ok(())
}
