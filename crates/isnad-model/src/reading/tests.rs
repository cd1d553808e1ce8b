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

#[test]
fn an_area_turns_with_its_page() {
    let area = Area { left: 1000, top: 200, width: 3000, height: 400 };
    assert_eq!(area.turned(1), Area { left: 9400, top: 1000, width: 400, height: 3000 });
    assert_eq!(area.turned(2), Area { left: 6000, top: 9400, width: 3000, height: 400 });
    assert_eq!(area.turned(3), Area { left: 200, top: 6000, width: 400, height: 3000 });
    for quarters in 0..8 {
        assert_eq!(area.turned(quarters).turned(4 - quarters % 4), area);
    }
    // One that reaches over the edge, as no reader should say, is no panic.
    let wide = Area { left: 9000, top: 9000, width: u16::MAX, height: u16::MAX };
    assert_eq!(wide.turned(2).left, 0);
}
