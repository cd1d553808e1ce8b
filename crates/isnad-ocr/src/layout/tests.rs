use super::*;
use crate::{
    ink::{blobs, threshold},
    picture::Picture,
};

/// Letters of 20 by 14 pixels at places, with a dot above each.
fn page(size: (usize, usize), letters: &[(usize, usize)]) -> Picture {
    let mut page = Picture::blank(size.0, size.1);
    for (x, y) in letters {
        for row in *y..y + 20 {
            page.row_mut(row)[*x..x + 14].fill(0);
        }
        for row in y - 9..y - 5 {
            page.row_mut(row)[x + 5..x + 9].fill(0);
        }
    }
    page
}

fn found(page: &Picture) -> Vec<(Rect, usize, usize)> {
    let blobs = blobs(page, threshold(page));
    let layout = layout(&blobs, page.height());
    layout.lines.iter().map(|line| (line.rect, line.blobs.len(), line.block)).collect()
}

fn row(y: usize, from: usize, n: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n).map(move |at| (from + at * 20, y))
}

#[test]
fn rows_of_letters_are_lines_with_their_dots() {
    let letters: Vec<_> = [40, 85, 200].into_iter().flat_map(|y| row(y, 30, 10)).collect();
    let lines = found(&page((400, 300), &letters));
    let tops: Vec<_> = lines.iter().map(|(rect, n, block)| (rect.top, *n, *block)).collect();
    assert_eq!(tops, [(31, 20, 0), (76, 20, 0), (191, 20, 1)]);
}

#[test]
fn a_full_stop_stays_with_its_short_line() {
    let letters: Vec<_> = row(40, 30, 30).chain(row(90, 570, 3)).collect();
    let mut page = page((700, 300), &letters);
    // It stands on the line, left of its last letter, below a letter of the line above.
    for y in 108..113 {
        page.row_mut(y)[555..560].fill(0);
    }
    let lines = found(&page);
    assert_eq!(lines.iter().map(|(_, n, _)| *n).collect::<Vec<_>>(), [60, 7]);
}

#[test]
fn the_columns_of_a_register_stay_in_one_row() {
    let letters: Vec<_> = [40, 90]
        .into_iter()
        .flat_map(|y| row(y, 30, 4).chain(row(y, 300, 4)).chain(row(y, 700, 2)))
        .collect();
    let lines = found(&page((900, 200), &letters));
    assert_eq!(lines.iter().map(|(_, n, _)| *n).collect::<Vec<_>>(), [20, 20]);
}

#[test]
fn columns_whose_lines_do_not_lie_level_are_read_one_after_the_other() {
    let right = (0..8).flat_map(|n| row(40 + n * 40, 500, 10));
    let left = (0..8).flat_map(|n| row(60 + n * 40, 30, 10));
    let lines = found(&page((800, 420), &right.chain(left).collect::<Vec<_>>()));
    assert_eq!(lines.len(), 16);
    assert!(lines[..8].iter().all(|(rect, ..)| rect.left >= 500), "the right column comes first");
    assert_eq!(lines[8].2, lines[7].2 + 1, "a block begins");
}

#[test]
fn paper_and_pictures_have_no_lines() {
    assert!(found(&Picture::blank(100, 100)).is_empty());
    let black = Picture::blank(500, 500).map(|_, _, _| 0);
    assert!(found(&black).is_empty());
}
