//! Digits in two scripts, as strokes on a grid of 8 × 16, and the few letters that say «drawing».

use super::canvas::{Canvas, Point};

/// Which digits a hand wrote on a card.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// 0 1 2 3
    Western,
    /// ٠ ١ ٢ ٣
    ArabicIndic,
}

impl Script {
    /// A number as text, in this script's digits.
    pub fn text(self, number: u32) -> String {
        let western = number.to_string();
        match self {
            Self::Western => western,
            Self::ArabicIndic => western.chars().map(arabic_indic).collect(),
        }
    }

    fn strokes(self, digit: usize) -> &'static [&'static [Point]] {
        match self {
            Self::Western => WESTERN[digit],
            Self::ArabicIndic => ARABIC_INDIC[digit],
        }
    }
}

fn arabic_indic(digit: char) -> char {
    digit.to_digit(10).and_then(|value| char::from_u32('٠' as u32 + value)).unwrap_or(digit)
}

/// Writes a number with its upper left corner at a point; `unit` is the size of one step of the grid.
pub fn write_number(canvas: &mut Canvas, (left, top): Point, number: u32, script: Script, unit: i64) {
    for (place, digit) in number.to_string().bytes().enumerate() {
        let left = left + place as i64 * 12 * unit;
        for line in script.strokes(usize::from(digit - b'0')) {
            let points: Vec<Point> = line.iter().map(|(x, y)| (left + x * unit, top + y * unit)).collect();
            canvas.polyline(&points, unit, 40);
        }
    }
}

/// Writes «DRAWING» in small squares: nobody may take such a picture for a photograph.
pub fn write_drawing(canvas: &mut Canvas, (left, top): Point) {
    for (place, letter) in DRAWING.iter().enumerate() {
        for (row, bits) in letter.iter().enumerate() {
            for column in 0..5 {
                if bits & (0b1_0000 >> column) != 0 {
                    let x = left + (place * 12 + column * 2) as i64;
                    let y = top + (row * 2) as i64;
                    canvas.rectangle((x, y), (x + 2, y + 2), 110);
                }
            }
        }
    }
}

const WESTERN: [&[&[Point]]; 10] = [
    &[&[(0, 0), (8, 0), (8, 16), (0, 16), (0, 0)]],
    &[&[(5, 0), (5, 16)]],
    &[&[(0, 0), (8, 0), (8, 8), (0, 8), (0, 16), (8, 16)]],
    &[&[(0, 0), (8, 0), (8, 16), (0, 16)], &[(1, 8), (8, 8)]],
    &[&[(0, 0), (0, 8), (8, 8)], &[(8, 0), (8, 16)]],
    &[&[(8, 0), (0, 0), (0, 8), (8, 8), (8, 16), (0, 16)]],
    &[&[(8, 0), (0, 0), (0, 16), (8, 16), (8, 8), (0, 8)]],
    &[&[(0, 0), (8, 0), (4, 16)]],
    &[&[(0, 0), (8, 0), (8, 16), (0, 16), (0, 0)], &[(0, 8), (8, 8)]],
    &[&[(8, 8), (0, 8), (0, 0), (8, 0), (8, 16), (0, 16)]],
];

const ARABIC_INDIC: [&[&[Point]]; 10] = [
    &[&[(3, 9), (5, 9), (5, 7), (3, 7), (3, 9)]],
    &[&[(3, 0), (4, 5), (4, 16)]],
    &[&[(1, 0), (2, 6), (2, 16)], &[(1, 0), (3, 4), (6, 4), (8, 0)]],
    &[&[(0, 0), (1, 6), (1, 16)], &[(0, 0), (2, 4), (4, 0), (6, 4), (8, 0)]],
    &[&[(7, 0), (2, 3), (6, 7), (1, 11), (2, 15), (7, 16)]],
    &[&[(4, 2), (7, 7), (7, 11), (4, 14), (1, 11), (1, 7), (4, 2)]],
    &[&[(1, 2), (6, 0), (6, 16)]],
    &[&[(0, 0), (4, 16), (8, 0)]],
    &[&[(0, 16), (4, 0), (8, 16)]],
    &[&[(6, 16), (6, 2), (4, 0), (2, 2), (2, 5), (4, 7), (6, 5)]],
];

/// Five columns and seven rows each: D R A W I N G.
const DRAWING: [[u8; 7]; 7] = [
    [0b11110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b11110],
    [0b11110, 0b10001, 0b10001, 0b11110, 0b10100, 0b10010, 0b10001],
    [0b01110, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001],
    [0b10001, 0b10001, 0b10001, 0b10101, 0b10101, 0b11011, 0b10001],
    [0b01110, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
    [0b10001, 0b11001, 0b10101, 0b10101, 0b10011, 0b10001, 0b10001],
    [0b01111, 0b10000, 0b10000, 0b10111, 0b10001, 0b10001, 0b01110],
];
