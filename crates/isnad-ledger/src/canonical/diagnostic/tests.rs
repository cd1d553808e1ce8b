use isnad_model::view::Notation;
use proptest::prelude::*;

use super::diagnostic;

fn plain(bytes: &[u8]) -> String {
    let pieces = diagnostic(bytes).into_iter();
    pieces.map(said).collect()
}

/// The words of a piece; keys are withheld by those who show a body, never here.
fn said(piece: Notation) -> String {
    match piece {
        Notation::Structure(text) | Notation::Text(text) => text,
        Notation::Withheld => panic!("nothing is withheld here"),
    }
}

#[test]
fn one_element_stands_on_a_line() {
    let check = |bytes: &[u8], expect: &str| assert_eq!(plain(bytes), expect);
    check(&[0x80], "[]");
    check(&[0x83, 1, 0xF6, 0x81, 0x20], "[\n  1,\n  null,\n  [\n    -1\n  ]\n]");
    check(&[0xA1, 1, 0xF5], "{\n  1: true\n}");
    check(&[0xA2, 1, 0x80, 2, 0xA0], "{\n  1: [],\n  2: {}\n}");
    check(&[0x42, 0xFF, 0], "h'ff00'");
    check(&[0x42, b'a', b'/'], "'a/'");
    check(&[0xC1, 0x05], "1(\n  5\n)");
    check(&[0x9F, 1, 0xFF], "[_\n  1\n]");
    check(&[0x82, 1], "[\n  1");
    check(&[0x82, 1, 0x1C], "[\n  1…");
    check(b"", "");
}

#[test]
fn text_stands_in_a_piece_of_its_own_and_cannot_leave_it() {
    let pieces = diagnostic(&minicbor::to_vec(("أحمد", 7, "a\"],\n\u{202E}[")).unwrap());
    let texts: Vec<_> = pieces.iter().filter(|piece| matches!(piece, Notation::Text(_))).collect();
    let text = |text: &str| Notation::Text(text.to_owned());
    assert_eq!(texts, [&text("أحمد"), &text("a\\\"],\\u000a\\u202e[")]);
    let Notation::Structure(first) = &pieces[0] else { panic!("{pieces:?}") };
    assert_eq!(first, "[\n  \"");
}

proptest! {
    #[test]
    fn no_bytes_are_too_strange(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let all = diagnostic(&bytes);
        prop_assert!(all.into_iter().map(said).all(|text| !text.is_empty()));
    }
}
