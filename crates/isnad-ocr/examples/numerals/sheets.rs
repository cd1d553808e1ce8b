//! Glyphs with the class that each is, from sheets with known content.

use std::{collections::HashMap, fs, path::Path};

use isnad_ocr::{
    Picture,
    numerals::{self, CLASSES, Class, Glyph},
};

use crate::Outcome;

/// A glyph, and the class that it is.
pub struct Sample {
    pub glyph: Glyph,
    pub class: usize,
}

/// Something drawn on a sheet.
struct Drawn {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
    label: char,
}

/// The glyphs of all sheets in a folder.
pub fn samples(folder: &str) -> Outcome<Vec<Sample>> {
    let mut sheets: Vec<_> = fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    sheets.retain(|path| path.extension().is_some_and(|end| end == "pgm"));
    sheets.sort();
    let half = sheets.len().div_ceil(2);
    let (one, two) = sheets.split_at(half);
    let load = |paths: &[std::path::PathBuf]| -> Result<Vec<Sample>, String> {
        let mut all = Vec::new();
        for path in paths {
            all.extend(sheet(path).map_err(|e| format!("{}: {e}", path.display()))?);
        }
        Ok(all)
    };
    let (one, two) = std::thread::scope(|scope| {
        let other = scope.spawn(|| load(two));
        (load(one), other.join())
    });
    let mut all = one?;
    all.extend(two.map_err(|_| "a thread ended")??);
    Ok(all)
}

fn sheet(path: &Path) -> Outcome<Vec<Sample>> {
    let picture = Picture::from_pgm(&fs::read(path)?).ok_or("no PGM")?;
    let text = fs::read_to_string(path.with_extension("txt"))?;
    let (degrees, middle, drawn) = labels(&text).ok_or("labels")?;
    let (sin, cos) = degrees.to_radians().sin_cos();
    // Pillow turns against the clock, in a picture whose rows go down.
    let back = |(x, y): (f64, f64)| {
        let (x, y) = (x - middle.0, y - middle.1);
        (middle.0 + x * cos - y * sin, middle.1 + x * sin + y * cos)
    };
    let mut out = Vec::new();
    let mut cells: HashMap<usize, Vec<usize>> = HashMap::new();
    for placed in numerals::of_page(&picture) {
        let (left, right) = (back(placed.left), back(placed.right));
        let Some((class, cell)) = class(&drawn, left, right) else { continue };
        if class < 20 {
            cells.entry(cell).or_default().push(out.len());
        }
        out.push(Sample { glyph: placed.glyph, class });
    }
    // A numeral in several pieces: neither of them is one.
    for pieces in cells.values() {
        let size = |at: &usize| out[*at].glyph.traits[0].max(out[*at].glyph.traits[1]);
        let large = pieces.iter().map(size).fold(0.0, f32::max);
        let broken: Vec<usize> = pieces.iter().filter(|at| size(at) > large * 0.25).copied().collect();
        if broken.len() > 1 {
            broken.iter().for_each(|at| out[*at].class = CLASSES - 1);
        }
    }
    Ok(out)
}

fn labels(text: &str) -> Option<(f64, (f64, f64), Vec<Drawn>)> {
    let mut lines = text.lines();
    let head: Vec<f64> = lines.next()?.split(' ').skip(1).map(|n| n.parse().ok()).collect::<Option<_>>()?;
    let drawn = lines.map(|line| {
        let mut fields = line.splitn(5, ' ');
        let mut number = || fields.next()?.parse::<f64>().ok();
        let (left, top, right, bottom) = (number()?, number()?, number()?, number()?);
        Some(Drawn { left, top, right, bottom, label: fields.next()?.chars().next()? })
    });
    Some((*head.first()?, (*head.get(1)?, *head.get(2)?), drawn.collect::<Option<_>>()?))
}

/// What a blob is that reaches from one point to another, and in which of the things drawn; nothing where nothing was.
fn class(drawn: &[Drawn], left: (f64, f64), right: (f64, f64)) -> Option<(usize, usize)> {
    let (x, y) = ((left.0 + right.0) / 2.0, (left.1 + right.1) / 2.0);
    let row = drawn.iter().enumerate().filter(|(_, d)| (d.top..d.bottom).contains(&y));
    let in_number = |(_, d): &(usize, &Drawn)| !matches!(d.label, 'A' | 'L');
    let held = row.clone().filter(in_number).filter(|(_, d)| {
        let middle = (d.left + d.right) / 2.0;
        left.0 < middle && middle < right.0
    });
    if held.count() > 1 {
        return Some((CLASSES - 1, usize::MAX));
    }
    let (cell, Drawn { label, .. }) = row.clone().find(|(_, d)| (d.left..d.right).contains(&x))?;
    let label = *label;
    let digit = |zero: char| (label as usize).wrapping_sub(zero as usize);
    let class = match label {
        '٠'..='٩' => digit('٠'),
        '۰'..='۹' => digit('۰'),
        '0'..='9' => 10 + digit('0'),
        'A' => 25,
        'L' => 26,
        sign => (20..25).find(|at| Class::of(*at) == Class::Sign(sign))?,
    };
    Some((class, cell))
}
