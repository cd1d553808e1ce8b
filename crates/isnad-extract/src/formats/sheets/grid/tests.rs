use super::{Grid, address, place};
use crate::wire::{Reply, Sink};
use proptest::prelude::*;

/// The text of a sheet of these cells, and the codes of its problems.
fn sheet(cells: &[(u32, u32, &str)]) -> (String, Vec<&'static str>) {
    let (mut text, mut codes) = (String::new(), Vec::new());
    let mut send = |reply: Reply<'_>| match reply {
        Reply::Text(piece) => text.push_str(piece),
        Reply::Problem(problem) => codes.push(problem.code),
        _ => {}
    };
    let mut sink = Sink::new(&mut send);
    let mut grid = Grid::new("xlsx", &mut sink);
    grid.sheet("one", false);
    cells.iter().for_each(|(row, column, value)| grid.cell(*row, *column, value));
    grid.finish();
    (text, codes)
}

#[test]
fn cells_stand_in_their_columns() {
    let check = |cells: &[(u32, u32, &str)], expect: &str| assert_eq!(sheet(cells), (expect.into(), vec![]));
    check(&[], "");
    check(&[(0, 0, "a"), (0, 1, "b"), (1, 0, "c")], "a\tb\nc\n");
    check(&[(0, 2, "c"), (0, 3, "d")], "\t\tc\td\n");
    check(&[(2, 0, "a"), (4, 1, "b")], "\n\na\n\n\tb\n");
    check(&[(0, 0, "two\r\nlines"), (0, 1, "a\tb")], "two lines\ta b\n");
    check(&[(0, 0, ""), (0, 1, "b"), (0, 2, "")], "\tb\n");
}

#[test]
fn cells_out_of_order_are_not_lost() {
    assert_eq!(sheet(&[(0, 3, "d"), (0, 0, "a"), (5, 0, "b"), (2, 0, "c")]).0.split_whitespace().count(), 4);
}

#[test]
fn empty_space_does_not_swell() {
    let (text, codes) = sheet(&[(0, 0, "first"), (1_048_575, 16_383, "last")]);
    assert!(text.len() < 20_000, "{}", text.len());
    assert!(text.starts_with("first\n\n\t") && text.ends_with("\tlast\n"));
    assert_eq!(codes, ["table-shortened"]);
    let far: Vec<_> = (0..5_000).map(|row| (row, 16_383, "x")).collect();
    let (text, codes) = sheet(&far);
    assert!(text.len() < 17 << 20, "{}", text.len());
    assert_eq!((text.matches('x').count(), codes), (5_000, vec!["table-shortened"]));
}

#[test]
fn names_of_cells() {
    let check = |name: &str, expect| assert_eq!(place(name), expect, "{name}");
    check("A1", Some((0, 0)));
    check("$B$3", Some((2, 1)));
    check("XFD1048576", Some((1_048_575, 16_383)));
    for wrong in ["", "A", "1", "A0", "1A", "A1B", "ZZZZZZZZZ1", "A99999999999", "ب1"] {
        check(wrong, None);
    }
}

proptest! {
    #[test]
    fn every_place_has_its_own_name(row in 0u32..2_000_000, column in 0u32..100_000) {
        prop_assert_eq!(place(&address(row, column)), Some((row, column)));
    }

    #[test]
    fn no_cell_is_lost(cells in prop::collection::vec((0u32..3_000, 0u32..300), 0..60)) {
        let cells: Vec<_> = cells.into_iter().map(|(row, column)| (row, column, "x")).collect();
        prop_assert_eq!(sheet(&cells).0.matches('x').count(), cells.len());
    }
}
