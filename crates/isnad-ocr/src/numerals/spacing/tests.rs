use super::*;
use crate::{ink::Rect, numerals::CLASSES};

/// A line of ٣ at these columns, each so wide and 30 high.
fn numerals(places: &[(u32, u32)]) -> Vec<Mark> {
    let mut likely = [0.0; CLASSES];
    likely[3] = 1.0;
    let mark = |(left, width): &(u32, u32)| {
        let rect = Rect { left: *left, top: 0, right: left + width, bottom: 30 };
        Mark { blob: 0, piece: None, rect, likely }
    };
    places.iter().map(mark).collect()
}

/// Whether there is a space between the last two.
fn is_space(line: &[(u32, u32)]) -> bool {
    let line = numerals(line);
    let spread = Scale::of([line.as_slice()].into_iter()).spread(true);
    let [.., left, right] = line.as_slice() else { panic!("two numerals") };
    spread.is_space(left, right, spread.height(&line, true))
}

/// Numerals from `left` on in even steps, of one width.
fn even(left: u32, n: u32, step: u32) -> Vec<(u32, u32)> {
    (0..n).map(|at| (left + at * step, 12)).collect()
}

#[test]
fn even_numerals_are_parted_by_their_middles() {
    let line = |last: u32| [even(0, 12, 26), vec![(11 * 26 + last, 12)]].concat();
    assert!(!is_space(&line(26)));
    assert!(!is_space(&line(30)), "a little out of step");
    assert!(is_space(&line(38)));
}

#[test]
fn close_numerals_are_parted_by_their_paper() {
    let mut left = 0;
    let widths = [4, 20, 8, 24, 4, 16, 24, 6, 22, 4, 18];
    let mut line: Vec<(u32, u32)> = Vec::new();
    for width in widths {
        line.push((left, width));
        left += width + 3;
    }
    let line = |paper: u32| [line.clone(), vec![(left - 3 + paper, 20)]].concat();
    assert!(!is_space(&line(3)));
    assert!(!is_space(&line(6)));
    assert!(is_space(&line(14)));
}

#[test]
fn too_few_numerals_are_taken_as_usual_ones() {
    assert!(!is_space(&[(0, 12), (26, 12)]));
    assert!(is_space(&[(0, 12), (50, 12)]));
}

#[test]
fn words_are_parted_where_gaps_fall_into_two_kinds() {
    let mut gaps: Vec<f32> = (0..60).map(|n| if n % 3 == 0 { 0.6 } else { 0.1 + 0.002 * n as f32 }).collect();
    let space = word_space(&mut gaps);
    assert!((0.2..0.6).contains(&space), "{space}");
    assert_eq!(word_space(&mut [0.1, 0.6]), WORD_GAP);
    assert_eq!(word_space(&mut []), WORD_GAP);
}
