use super::*;
use crate::{
    ink::{blobs, threshold},
    layout::layout,
};

/// Two lines; the second has a wide gap, and a tail of the first hangs into it.
fn page() -> Picture {
    let mut page = Picture::blank(600, 200);
    let mut letter = |x: usize, y: usize, height: usize| {
        for row in y..y + height {
            page.row_mut(row)[x..x + 14].fill(0);
        }
    };
    (0..20).for_each(|n| letter(30 + n * 20, 40, 20));
    letter(450, 40, 44);
    (0..5).for_each(|n| letter(30 + n * 20, 80, 20));
    (0..3).for_each(|n| letter(500 + n * 20, 80, 20));
    page
}

#[test]
fn a_strip_holds_its_own_line_and_finds_back() {
    let page = page();
    let blobs = blobs(&page, threshold(&page));
    let layout = layout(&blobs, page.height());
    assert_eq!(layout.lines.len(), 2);
    let cutter = Cutter::new(&page, &blobs, &layout);
    let strip = cutter.cut(1, &layout.lines[1], |_| false);
    let picture = &strip.picture;
    assert!(picture.width() < 500, "the gap is narrow: {}", picture.width());
    let dark: Vec<usize> =
        (0..picture.width()).filter(|x| (0..picture.height()).any(|y| picture.at(*x, y) < 128)).collect();
    assert_eq!(dark.len(), 8 * 14, "the tail of the line above is not on it");
    for x in dark {
        let column = strip.back(x as u32) as usize;
        assert!((80..100).any(|y| page.at(column, y) < 128), "column {x} was {column}");
        assert_eq!(strip.forth(column as u32), Some(x as u32), "and comes back");
    }
}

#[test]
fn what_is_left_out_leaves_paper() {
    let page = page();
    let blobs = blobs(&page, threshold(&page));
    let layout = layout(&blobs, page.height());
    let strip = Cutter::new(&page, &blobs, &layout).cut(0, &layout.lines[0], |_| true);
    assert!(strip.picture.shades().iter().all(|shade| *shade == WHITE));
}
