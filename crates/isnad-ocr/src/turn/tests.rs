use super::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn every_point_finds_back(
        width in 1usize..5000, height in 1usize..5000, degrees in -20.0..20.0f64, x in 0.0..1.0f64, y in 0.0..1.0f64,
    ) {
        let turn = Turn::new((width, height), degrees);
        let point = (x * width as f64, y * height as f64);
        let turned = turn.forth(point);
        let back = turn.back(turned);
        prop_assert!((back.0 - point.0).abs() < 1e-6 && (back.1 - point.1).abs() < 1e-6);
        // And it has stayed on the paper.
        let size = turn.size();
        prop_assert!((-1.0..=size.0 as f64 + 1.0).contains(&turned.0));
        prop_assert!((-1.0..=size.1 as f64 + 1.0).contains(&turned.1));
    }
}

#[test]
fn a_turn_is_clockwise() {
    // A quarter turn takes what is on the right to the bottom.
    let turn = Turn::new((100, 100), 90.0);
    let (x, y) = turn.forth((100.0, 50.0));
    assert!((x - 50.0).abs() < 1e-9 && (y - 100.0).abs() < 1e-9, "{x} {y}");
}

#[test]
fn a_picture_is_turned_with_its_points() {
    let mut picture = Picture::blank(200, 120);
    for y in 58..62 {
        picture.row_mut(y)[150..154].fill(0);
    }
    let turn = Turn::new((200, 120), 5.0);
    let turned = turn.apply(&picture);
    let (x, y) = turn.forth((152.0, 60.0));
    assert!(turned.at(x as usize, y as usize) < 40);
    assert_eq!(turned.at(0, 0), WHITE);
    assert_eq!((turned.width(), turned.height()), turn.size());
}

#[test]
fn no_turn_changes_nothing() {
    let picture = Picture::new(3, 2, vec![1, 2, 3, 4, 5, 6]).expect("whole");
    assert_eq!(Turn::new((3, 2), 0.0).apply(&picture), picture);
}
