use super::*;
use crate::ink::{blobs, threshold};
use crate::layout::layout;

/// A page with black rectangles on it.
fn page(rects: &[Rect]) -> Picture {
    let mut page = Picture::blank(400, 300);
    for rect in rects {
        for y in rect.top..rect.bottom {
            page.row_mut(y as usize)[rect.left as usize..rect.right as usize].fill(0);
        }
    }
    page
}

fn read(rects: &[Rect]) -> Vec<Glyph> {
    let page = page(rects);
    let blobs = blobs(&page, threshold(&page));
    let layout = layout(&blobs, page.height());
    assert_eq!(layout.lines.len(), 1);
    let own: Vec<&Blob> = layout.lines[0].blobs.iter().map(|at| &blobs[*at]).collect();
    glyphs(&page, &own, &Measure::of(&own, page.height(), layout.letter))
}

fn rect(left: u32, top: u32, width: u32, height: u32) -> Rect {
    Rect { left, top, right: left + width, bottom: top + height }
}

#[test]
fn a_glyph_is_brought_to_one_size() {
    let small = read(&[rect(50, 50, 5, 20)]);
    let large = read(&[rect(50, 50, 8, 32)]);
    let apart =
        small[0].picture.iter().zip(&large[0].picture).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
    assert!(apart < 0.01, "{apart}");
    let ink: f32 = small[0].picture.iter().sum();
    assert!((ink - 20.0 * 5.0).abs() < 1.0, "{ink}");
}

#[test]
fn the_place_on_the_line_is_measured_in_letters() {
    let found = read(&[rect(50, 50, 10, 20), rect(70, 50, 10, 20), rect(90, 58, 4, 4), rect(91, 66, 4, 4)]);
    assert_eq!(found[0].traits[..4], [1.0, 0.5, 0.0, 0.5]);
    assert_eq!(found[0].traits[4], 2.0, "nothing stands to the left");
    assert_eq!(found[0].traits[5], 0.5, "half a letter of paper to the right");
    assert_eq!(found[2].traits[2], 0.4, "above the line");
    assert_eq!(found[2].traits[8], 0.75, "another one stands below");
    assert_eq!(found[0].traits[8], 0.0);
}
