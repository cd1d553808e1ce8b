use super::*;
use crate::turn::Turn;

/// Lines of strokes of many heights, as writing has them.
fn page() -> Picture {
    let mut page = Picture::blank(1600, 2000);
    for line in 0..30 {
        let base = 150 + line * 60;
        for stroke in 0..90 {
            let height = 8 + (stroke * 7 + line * 3) % 17;
            let left = 150 + stroke * 14;
            for y in base - height..base {
                page.row_mut(y)[left..left + 6 + stroke % 4].fill(0);
            }
        }
    }
    page
}

#[test]
fn a_turned_page_is_found_out_within_a_fifth_of_a_degree() {
    let page = page();
    for turned in [-9.0, -3.3, -1.2, -0.4, 0.0, 0.25, 1.2, 2.0, 5.5, 12.0] {
        let tilted = Turn::new((page.width(), page.height()), turned).apply(&page);
        let found = degrees(&tilted, 128);
        assert!((found + turned).abs() <= 0.2, "turned by {turned}, turned back by {found}");
    }
}

#[test]
fn paper_without_lines_is_left_as_it_is() {
    assert_eq!(degrees(&Picture::blank(500, 500), 128), 0.0);
    assert_eq!(degrees(&Picture::blank(1, 1), 128), 0.0);
}
