use super::*;

const TEXT: &str = "أحمد 12";

fn word(start: u32, end: u32) -> Word {
    let area = Area { left: 1, top: 2, width: 300, height: 9_999 };
    Word { start, end, area, confidence: Some(80) }
}

#[test]
fn words_go_there_and_back() {
    let words = vec![word(0, 8), Word { confidence: None, ..word(9, 11) }];
    let packed: Vec<u8> = words.iter().flat_map(|word| word.pack()).collect();
    assert_eq!(Word::unpack(&packed, TEXT), Some(words));
}

#[test]
fn words_that_lie_about_their_place_are_refused() {
    let refused = [
        ("beyond the end", vec![word(9, 12)]),
        ("within a letter", vec![word(1, 8)]),
        ("empty", vec![word(3, 3)]),
        ("out of order", vec![word(9, 11), word(0, 8)]),
    ];
    for (what, words) in refused {
        let packed: Vec<u8> = words.iter().flat_map(|word| word.pack()).collect();
        assert_eq!(Word::unpack(&packed, TEXT), None, "{what}");
    }
    assert_eq!(Word::unpack(&[0; Word::BYTES + 1], TEXT), None, "half a word");
}
