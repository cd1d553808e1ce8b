use super::*;
use proptest::prelude::*;

fn settings() -> impl Strategy<Value = RowSettings> {
    let words = || proptest::option::of(".{0,40}");
    (words(), proptest::option::of(any::<u8>()), words(), proptest::option::of(0..u64::MAX)).prop_map(
        |(encoding, delimiter, sheet, rows_max)| RowSettings { encoding, delimiter, sheet, rows_max },
    )
}

proptest! {
    #[test]
    fn settings_go_there_and_back(settings in settings()) {
        let wanted = Wanted(settings);
        prop_assert_eq!(Wanted::of_numbers(&wanted.to_numbers()), Some(wanted.clone()));
        let mut bytes = Vec::new();
        wanted.write(&mut bytes).expect("memory");
        prop_assert_eq!(Wanted::read(&mut bytes.as_slice()).ok(), Some(wanted));
    }

    #[test]
    fn any_numbers_are_settings_or_none(numbers in proptest::collection::vec(any::<u64>(), 0..12)) {
        let _no_panic = Wanted::of_numbers(&numbers);
    }
}

#[test]
fn only_a_block_of_one_row_names_columns() {
    let names = Row { cells: vec!["a".into()], ..Row::default() };
    let mut end = RowsEnd::default();
    assert_eq!(taken(vec![names], Some(0), &mut end), RowEvent::Columns(vec!["a".into()]));
    let rows = vec![Row { number: 1, ..Row::default() }; 3];
    let event = taken(rows.clone(), Some(2), &mut end);
    assert_eq!((event, end.n_rows), (RowEvent::Rows(rows[..2].to_vec()), 2));
}
