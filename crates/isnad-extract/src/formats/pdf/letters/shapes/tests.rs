use super::{TABLE, letters_of_picture, shape_numbers};
use hayro::kurbo::BezPath;

#[test]
fn every_line_of_the_table_is_sound() {
    let lines = include_str!("../shapes.txt").lines().filter(|line| !line.starts_with('#'));
    let mut count = 0;
    for line in lines {
        let mut fields = line.split_ascii_whitespace();
        let letters: Vec<&str> = fields.next().expect("letters").split('|').collect();
        assert!(letters.iter().all(|letters| !letters.is_empty()), "{line}");
        for number in fields {
            let number = u64::from_str_radix(number, 36).expect("a number");
            assert_eq!(TABLE.get(&number), Some(&letters), "{number} stands in one line alone");
            count += 1;
        }
    }
    assert!(count > 30_000, "{count}");
}

#[test]
fn every_digit_and_letter_has_a_picture() {
    let all = |letters: &str| TABLE.values().any(|found| found.contains(&letters));
    for letter in "0123456789٠١٢٣٤٥٦٧٨٩ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي".chars()
    {
        assert!(all(&letter.to_string()), "{letter}");
    }
    assert!(all("لا"));
}

#[test]
fn a_picture_that_no_font_has_says_nothing() {
    assert!(letters_of_picture(&BezPath::new()).is_empty());
    let mut square = BezPath::new();
    square.move_to((0.0, 0.0));
    square.line_to((10.0, 0.0));
    square.line_to((10.0, 10.0));
    square.close_path();
    assert!(letters_of_picture(&square).is_empty());
    // What is no number at all, and no font.
    square.move_to((f64::NAN, f64::INFINITY));
    assert!(letters_of_picture(&square).is_empty());
    assert_eq!(shape_numbers(b"no font", &[0, 1]), [None, None]);
}
