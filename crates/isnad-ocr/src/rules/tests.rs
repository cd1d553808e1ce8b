use super::*;

/// A grid of two cells with a letter in each, and an underlined one.
fn form() -> Picture {
    let mut page = Picture::blank(400, 200);
    for y in [20, 21, 100, 101, 180, 181] {
        page.row_mut(y)[20..380].fill(0);
    }
    for y in 20..182 {
        for x in [20, 200, 378] {
            page.row_mut(y)[x..x + 2].fill(0);
        }
    }
    for y in 50..70 {
        page.row_mut(y)[80..92].fill(0);
        page.row_mut(y)[280..292].fill(0);
    }
    page
}

#[test]
fn a_grid_goes_and_letters_stay() {
    let mut page = form();
    let rules = find(&page, 128, 20);
    assert_eq!((rules.level.len(), rules.upright.len()), (3, 3));
    rules.erase(&mut page);
    let left = blobs(&page, 128);
    let rects: Vec<Rect> = left.iter().map(|blob| blob.rect).collect();
    let letter = |left| Rect { left, top: 50, right: left + 12, bottom: 70 };
    assert_eq!(rects, [letter(80), letter(280)]);
}

#[test]
fn a_block_of_ink_is_no_rule() {
    let mut page = Picture::blank(400, 200);
    for y in 50..150 {
        page.row_mut(y)[50..350].fill(0);
    }
    let rules = find(&page, 128, 20);
    assert!(rules.level.is_empty() && rules.upright.is_empty());
}

#[test]
fn a_rule_with_a_hole_of_noise_is_one_rule() {
    let mut page = Picture::blank(400, 60);
    page.row_mut(30)[10..390].fill(0);
    page.row_mut(30)[200..202].fill(WHITE);
    assert_eq!(find(&page, 128, 20).level.len(), 1);
}
