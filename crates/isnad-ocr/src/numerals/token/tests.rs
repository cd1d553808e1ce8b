use super::*;
use crate::numerals::CLASSES;

/// A line of blobs, each 20 pixels wide and 30 high, in steps of 25; `_` is a space of another 20. `ا` and `b` stand
/// for letters, `?` for a piece of a numeral, `~` for a blob that may be ٣ or a letter.
fn line(shown: &str) -> Vec<Mark> {
    let (mut out, mut left): (Vec<Mark>, u32) = (Vec::new(), 0);
    for c in shown.chars() {
        if c == '_' {
            left += 20;
            continue;
        }
        let mut likely = [0.0; CLASSES];
        match c {
            '~' => (likely[3], likely[25]) = (0.5, 0.5),
            'ا' => likely[25] = 1.0,
            'b' => likely[26] = 1.0,
            '?' => likely[27] = 1.0,
            _ => {
                let class = |at: usize| match Class::of(at) {
                    Class::Arabic(value) => char::from_u32(0x660 + u32::from(value)) == Some(c),
                    Class::Latin(value) => char::from(b'0' + value) == c,
                    Class::Sign(sign) => sign == c,
                    _ => false,
                };
                likely[(0..CLASSES).find(|at| class(*at)).expect("a class")] = 1.0;
            }
        }
        if c == ':' {
            out.push(Mark {
                blob: out.len(),
                piece: None,
                rect: Rect { left, top: 0, right: left + 8, bottom: 8 },
                likely,
            });
        }
        out.push(Mark {
            blob: out.len(),
            piece: None,
            rect: Rect { left, top: 0, right: left + 20, bottom: 30 },
            likely,
        });
        left += 25;
    }
    out
}

/// What is sure, and behind a `?` what is not.
fn check(shown: &str, expect: &[&str]) {
    let line = line(shown);
    let found = numbers(&line, Scale::of([line.as_slice()].into_iter())).into_iter();
    let told: Vec<String> = found.map(|n| if n.is_sure { n.text } else { format!("?{}", n.text) }).collect();
    assert_eq!(told, expect, "{shown}");
}

#[test]
fn numerals_that_stand_together_are_a_number() {
    check("ااا_٣٤٥_اا", &["٣٤٥"]);
    check("٣_٤٥", &["٣", "٤٥"]);
    check("107", &["107"]);
    check("", &[]);
    check("ااا", &[]);
}

#[test]
fn signs_within_a_number_are_of_it_and_others_are_not() {
    check("١٢/٣/٢٠١٨", &["١٢/٣/٢٠١٨"]);
    check("٣٤٥.", &["٣٤٥"]);
    check("-٣٤٥", &["٣٤٥"]);
    check("١٢:٣٠", &["١٢:٣٠"]);
    check("3\u{66B}5", &["3,5"]);
    check("/", &[]);
}

#[test]
fn a_number_that_touches_a_letter_is_one_all_the_same() {
    check("اا٣٤ا", &["٣٤"]);
    check("b23b", &["23"]);
}

#[test]
fn what_could_be_letters_is_a_number_where_it_stands_alone() {
    check("ااا_١٥_ااا", &["١٥"]);
    check("ا١ا", &["?١"]);
    check("b10b", &["?10"]);
}

#[test]
fn what_may_be_a_numeral_is_told_and_is_not_sure() {
    check("~", &["?٣"]);
    check("٣~٥", &["?٣٣٥"]);
    check("٣?", &["?٣"]);
    check("?", &["?"]);
}
