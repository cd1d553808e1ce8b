use isnad_crypto::hash::hex;

use super::*;

/// The value was computed apart from this program, by the document of the format: SHA-256 over 00, the salt, and the row
/// in CBOR, with the salt SHA-256 over the register's salt and the number in eight bytes.
#[test]
fn the_leaf_of_a_row_is_what_the_document_says() {
    let row = StoredRow { number: 1, record: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].into(), cells: vec!["a".into()] };
    let leaf = leaf(&[0x32; 32], 5, &row);
    assert_eq!(hex(&leaf), "15a108aa4caf930f476ab736551c8214dcf25dd8634f7cab75a086ab26cd0bb5");
}

#[test]
fn a_row_says_the_same_in_whatever_columns_that_are_empty() {
    let texts = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let columns = texts(&["a", "b", "c"]);
    assert_eq!(says(&columns, &texts(&["1", "", " 2 "])), says(&columns, &texts(&["1", " ", "2"])));
    assert_ne!(says(&columns, &texts(&["1", "2", ""])), says(&columns, &texts(&["1", "", "2"])));
    // A cell that runs into the next is not two.
    assert_ne!(says(&columns, &texts(&["1", "b2", ""])), says(&columns, &texts(&["1b", "2", ""])));
}
