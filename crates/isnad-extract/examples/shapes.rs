//! Makes the table of `src/formats/pdf/letters/shapes.txt` anew:
//! `benches/pdf-text/shapes/letters FONT… | cargo run -p isnad-extract --example shapes`.
//!
//! It takes lines of a font file, the number of a glyph and its letters, and writes for every set of letters the
//! numbers of the pictures that stand for them, if all of them are Arabic or digits.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    io::{self, BufRead as _, Write as _},
    process::ExitCode,
};

fn main() -> ExitCode {
    let mut fonts: BTreeMap<String, (Vec<u32>, Vec<String>)> = BTreeMap::new();
    for line in io::stdin().lock().lines() {
        let line = line.expect("lines of text");
        let mut fields = line.split('\t');
        let (Some(path), Some(glyph), Some(letters)) = (fields.next(), fields.next(), fields.next()) else {
            return ExitCode::from(2);
        };
        let (glyphs, all) = fonts.entry(path.to_owned()).or_default();
        glyphs.push(glyph.parse().expect("a number"));
        all.push(letters.to_owned());
    }
    let mut pictures: BTreeMap<u64, BTreeSet<String>> = BTreeMap::new();
    for (path, (glyphs, letters)) in fonts {
        let numbers = isnad_extract::shape_numbers(&std::fs::read(path).expect("a font file"), &glyphs);
        for (number, letters) in numbers.into_iter().zip(letters) {
            number.map(|number| pictures.entry(number).or_default().insert(letters));
        }
    }
    let mut lines: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for (number, letters) in pictures.into_iter().filter(|(_, letters)| letters.iter().all(|l| is_told(l))) {
        let common: Vec<String> =
            letters.into_iter().filter(|letters| letters.chars().all(is_common)).collect();
        if !common.is_empty() {
            lines.entry(common.join("|")).or_default().push(number);
        }
    }
    let mut out =
        String::from("# Letters and the pictures that stand for them; see shapes.rs. Made, not written.\n");
    for (letters, numbers) in lines {
        out.push_str(&letters);
        for number in numbers {
            let _ = write!(out, " {}", base36(number));
        }
        out.push('\n');
    }
    match io::stdout().write_all(out.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Arabic letters, their marks and digits, and European digits. Latin letters have one picture with Greek ones.
fn is_told(letters: &str) -> bool {
    let is_arabic = |c: char| matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}');
    letters.chars().all(is_arabic) || letters.len() == 1 && letters.chars().all(|c| c.is_ascii_digit())
}

/// What Arabic, Persian, Kurdish and Urdu are written with, and the letters without dots that others are drawn from.
fn is_common(c: char) -> bool {
    let is_letter =
        matches!(c, '\u{621}'..='\u{655}' | '\u{66E}'..='\u{671}') && !matches!(c, '\u{63B}'..='\u{63F}');
    let is_digit = matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}');
    is_letter || is_digit || "پچڈڑژڕڡکگںھۀہۃیێېےەڤڵۆ".contains(c) || "،؛؟٪٫٬۔".contains(c)
}

fn base36(mut number: u64) -> String {
    let mut digits = Vec::new();
    while number > 0 || digits.is_empty() {
        digits.push(char::from_digit((number % 36) as u32, 36).unwrap_or('0'));
        number /= 36;
    }
    digits.iter().rev().collect()
}
