//! Learns to read numerals, and counts how well: `numerals learn WEIGHTS FOLDER [EPOCHS]`, `numerals count WEIGHTS FOLDER`,
//! with sheets that `benches/ocr/sheets.py` has drawn into the folder.
#![expect(clippy::print_stdout, reason = "a developer's tool")]

mod gradient;
mod learn;
mod sheets;

use std::{error::Error, fs};

use isnad_ocr::numerals::{CLASSES, Class, Net};

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["learn", weights, folder] => learn::learn(weights, folder, 8),
        ["learn", weights, folder, epochs] => learn::learn(weights, folder, epochs.parse()?),
        ["count", weights, folder] => count(weights, folder),
        _ => Err("numerals learn|count WEIGHTS FOLDER".into()),
    }
}

/// How many glyphs of each class are read as which.
fn count(weights: &str, folder: &str) -> Outcome<()> {
    let net = Net::read(&fs::read(weights)?).ok_or("shape")?;
    let mut table = vec![[0u32; CLASSES]; CLASSES];
    for sample in sheets::samples(folder)? {
        let likely = net.likely(&sample.glyph);
        let best = (0..CLASSES).max_by(|a, b| likely[*a].total_cmp(&likely[*b])).unwrap_or(0);
        table[sample.class][best] += 1;
    }
    for (class, row) in table.iter().enumerate() {
        let all: u32 = row.iter().sum();
        let wrong: Vec<String> = (0..CLASSES)
            .filter(|at| *at != class && row[*at] > 0)
            .map(|at| format!("{:?} {}", Class::of(at), row[at]))
            .collect();
        println!("{:?}: {} of {all}; {}", Class::of(class), row[class], wrong.join(", "));
    }
    Ok(())
}
