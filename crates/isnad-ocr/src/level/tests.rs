use super::*;

/// Ink of one darkness on paper that grows darker to the right.
fn shaded() -> Picture {
    Picture::blank(400, 200).map(|x, y, _| {
        let paper = 250 - x / 4;
        let is_ink = x % 40 < 4 && y % 30 < 12;
        (if is_ink { paper / 4 } else { paper }) as u8
    })
}

#[test]
fn paper_becomes_white_and_ink_stays_dark() {
    let leveled = level(&shaded());
    for y in 0..200 {
        for x in 0..400 {
            let shade = leveled.at(x, y);
            match x % 40 < 4 && y % 30 < 12 {
                true => assert!(shade < 90, "ink at {x} {y} is {shade}"),
                false => assert!(shade > 215, "paper at {x} {y} is {shade}"),
            }
        }
    }
}

#[test]
fn a_black_picture_stays_black() {
    let black = Picture::blank(50, 50).map(|_, _, _| 0);
    assert_eq!(level(&black), black);
}

#[test]
fn pictures_smaller_than_a_square_are_no_trouble() {
    for (width, height) in [(1, 1), (1, 40), (40, 1), (9, 7)] {
        let picture = Picture::blank(width, height);
        assert_eq!(level(&picture), picture);
    }
}
