use super::*;
use proptest::prelude::*;

/// All records of a text: the cells as they stand, whether odd, and the line breaks.
fn all(text: &[u8]) -> Vec<(Vec<(String, bool)>, u64)> {
    let mut records = Records::new(b',');
    let (mut rest, mut found) = (text, Vec::new());
    while !rest.is_empty() {
        let Found::Record(used) = records.find(rest, true) else { panic!("all bytes are there") };
        assert!(used > 0, "{rest:?}");
        let cell =
            |cell: &Cell| (String::from_utf8_lossy(&rest[cell.start..cell.end]).into_owned(), cell.is_odd);
        found.push((records.cells.iter().map(cell).collect(), records.n_lines));
        rest = &rest[used..];
    }
    found
}

#[test]
fn records_are_found() {
    let check = |text: &str, expect: &[&[&str]]| {
        let found = all(text.as_bytes());
        let cells: Vec<Vec<&str>> =
            found.iter().map(|(cells, _)| cells.iter().map(|(cell, _)| cell.as_str()).collect()).collect();
        assert_eq!(cells, expect, "{text:?}");
    };
    check("a,b\r\nc", &[&["a", "b"], &["c"]]);
    check("a,\n\n,", &[&["a", ""], &[""], &["", ""]]);
    check("\"a,b\"  ,c\n", &[&["a,b", "c"]]);
    check("\"a\r\nb\",c\n", &[&["a\r\nb", "c"]]);
    check("x\"y\",z\n", &[&["x\"y\"", "z"]]);
    check("\"\",\"\"\"\"\n", &[&["", "\"\""]]);
    // A mark that opens nothing: before another line, at the end, and before much text without any.
    check("\"a,1\nb \"c\",2\n", &[&["\"a", "1"], &["b \"c\"", "2"]]);
    check("\"a,1\nb,2\n", &[&["\"a", "1"], &["b", "2"]]);
    let far = format!("\"a,1\n{}\"b\",2\n", "x\n".repeat(QUOTED_MAX));
    assert_eq!(all(far.as_bytes()).len(), QUOTED_MAX + 2);
}

#[test]
fn lines_within_cells_are_counted() {
    let found = all(b"\"a\r\nb\nc\",\"d\re\"\r\nf\n");
    assert_eq!(found.iter().map(|(_, lines)| *lines).collect::<Vec<_>>(), [4, 1]);
}

#[test]
fn many_marks_that_open_nothing_cost_no_square() {
    let text = format!("\"{}\n", "a".repeat(QUOTED_MAX)).repeat(80);
    assert_eq!(all(text.as_bytes()).len(), 80);
    let mut records = Records::new(b',');
    records.lost = LOST_MAX + 1;
    let long = format!("\"{}\"\n", "a\n".repeat(QUOTED_MAX_WHEN_MANY));
    assert_eq!(records.find(long.as_bytes(), true), Found::Record(3));
}

proptest! {
    #[test]
    fn a_part_says_the_same_as_the_whole_or_asks_for_more(text in "[a,\" \n\r]{0,40}", cut in 0usize..40) {
        let text = text.as_bytes();
        if let Some(part) = text.get(..cut).filter(|part| !part.is_empty()) {
            let (mut some, mut whole) = (Records::new(b','), Records::new(b','));
            if let Found::Record(used) = some.find(part, false) {
                prop_assert_eq!(whole.find(text, true), Found::Record(used));
                prop_assert_eq!((&some.cells, some.n_lines), (&whole.cells, whole.n_lines));
            }
        }
    }

    #[test]
    fn any_bytes_are_used_up(text in proptest::collection::vec(any::<u8>(), 0..200)) {
        all(&text);
    }
}
