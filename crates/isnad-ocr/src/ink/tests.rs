use super::*;
use proptest::prelude::*;

fn picture(rows: &[&str]) -> Picture {
    let shades = rows.iter().flat_map(|row| row.bytes()).map(|b| if b == b'#' { 0 } else { WHITE }).collect();
    Picture::new(rows[0].len(), rows.len(), shades).expect("whole")
}

fn rects(rows: &[&str]) -> Vec<(u32, u32, u32, u32, u32)> {
    let found = blobs(&picture(rows), 128);
    found.iter().map(|b| (b.rect.left, b.rect.top, b.rect.right, b.rect.bottom, b.area)).collect()
}

#[test]
fn what_hangs_together_is_one_blob() {
    let check = |rows: &[&str], expect: &[(u32, u32, u32, u32, u32)]| assert_eq!(rects(rows), expect);
    check(&["...", "..."], &[]);
    check(&["#.#", "#.#"], &[(0, 0, 1, 2, 2), (2, 0, 3, 2, 2)]);
    // Corners touch.
    check(&["#..", ".#.", "..#"], &[(0, 0, 3, 3, 3)]);
    check(&["..#", ".#.", "#.."], &[(0, 0, 3, 3, 3)]);
    // Two arms that meet at the bottom only.
    check(&["#..#", "#..#", "####"], &[(0, 0, 4, 3, 8)]);
    check(&["#.#.#", "#.#.#", "..#.."], &[(0, 0, 1, 2, 2), (2, 0, 3, 3, 3), (4, 0, 5, 2, 2)]);
}

#[test]
fn the_threshold_lies_between_ink_and_paper() {
    let two = Picture::blank(10, 10).map(|x, _, _| if x < 2 { 60 } else { 230 });
    assert!((90..230).contains(&threshold(&two)));
    assert_eq!(threshold(&Picture::blank(4, 4)), 90);
}

proptest! {
    #[test]
    fn no_ink_is_lost_and_none_comes_twice(width in 1usize..40, shades in prop::collection::vec(any::<bool>(), 1..800)) {
        let height = shades.len() / width;
        prop_assume!(height > 0);
        let shades: Vec<u8> = shades[..width * height].iter().map(|ink| if *ink { 0 } else { WHITE }).collect();
        let n_ink = shades.iter().filter(|shade| **shade == 0).count();
        let page = Picture::new(width, height, shades).expect("whole");
        let found = blobs(&page, 128);
        prop_assert_eq!(found.iter().map(|blob| blob.area as usize).sum::<usize>(), n_ink);
        for blob in &found {
            for run in &blob.runs {
                prop_assert!(page.row(run.y as usize)[run.start as usize..run.end as usize].iter().all(|s| *s == 0));
                prop_assert!((blob.rect.top..blob.rect.bottom).contains(&run.y));
            }
        }
    }
}
