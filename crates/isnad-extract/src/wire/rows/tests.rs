use super::*;
use proptest::prelude::*;

/// Packs a row as a child does.
fn pack(row: &Row) -> Vec<u8> {
    let mut out = vec![0; HEAD];
    write_head(&mut out, row.number, row.line, row.is_hidden, row.cells.len() as u32, row.notes.len() as u32);
    for cell in &row.cells {
        out.extend_from_slice(&(cell.len() as u32).to_le_bytes());
        out.extend_from_slice(cell.as_bytes());
    }
    for note in &row.notes {
        out.extend_from_slice(&note.column.to_le_bytes());
        out.push(note.kind.to_u8());
    }
    out
}

fn row() -> impl Strategy<Value = Row> {
    let note = (any::<u32>(), 0u8..10)
        .prop_map(|(column, kind)| Note { column, kind: NoteKind::from_u8(kind).expect("a kind") });
    let (cells, notes) = (proptest::collection::vec(".*", 0..5), proptest::collection::vec(note, 0..5));
    (any::<u64>(), any::<u64>(), any::<bool>(), cells, notes)
        .prop_map(|(number, line, is_hidden, cells, notes)| Row { number, line, is_hidden, cells, notes })
}

proptest! {
    #[test]
    fn any_rows_go_there_and_back(rows in proptest::collection::vec(row(), 0..6), cut in 1usize..20) {
        let block: Vec<u8> = rows.iter().flat_map(pack).collect();
        prop_assert_eq!(unpack(&block).expect("rows"), rows);
        let _no_panic = unpack(&block[..block.len().saturating_sub(cut)]);
    }

    #[test]
    fn any_bytes_are_rows_or_none(block in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _no_panic = unpack(&block);
    }
}

#[test]
fn every_kind_of_note_keeps_its_number() {
    for number in 0..=u8::MAX {
        if let Some(kind) = NoteKind::from_u8(number) {
            assert_eq!(kind.to_u8(), number);
        }
    }
    assert_eq!(NoteKind::Shortened.to_u8(), 9);
}

#[test]
fn lies_about_lengths_reserve_nothing() {
    let mut block = vec![0; HEAD];
    write_head(&mut block, 1, 1, false, u32::MAX, 0);
    assert!(unpack(&block).is_err());
    write_head(&mut block, 1, 1, false, 0, u32::MAX);
    assert!(unpack(&block).is_err());
    write_head(&mut block, 1, 1, false, 1, 0);
    block.extend_from_slice(&[1, 0, 0, 0, 0xFF]);
    assert!(unpack(&block).is_err(), "no UTF-8");
}
