use super::*;
use proptest::prelude::*;

#[test]
fn the_samples_of_the_specification() {
    // [MS-OXRTFCP] 3.1 and 3.2.
    let simple = b"\x2d\0\0\0\x2b\0\0\0LZFu\xf1\xc5\xc7\xa7\x03\0\x0a\0rcpg125\x42\x32\x0a\xf3 hel\x09\0 bw\x05\xb0ld}\x0a\x80\x0f\xa0";
    let expect = b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n";
    assert_eq!(unpack(simple), Some((expect.to_vec(), true)));
    let crossing = b"\x1a\0\0\0\x1c\0\0\0LZFu\xe2\xd4\x4b\x51\x41\0\x04\x20WXYZ\x0d\x6e\x7d\x01\x0e\xb0";
    assert_eq!(unpack(crossing), Some((b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}".to_vec(), true)));
}

#[test]
fn what_is_cut_off_or_altered_is_not_whole() {
    let simple = b"\x2d\0\0\0\x2b\0\0\0LZFu\xf1\xc5\xc7\xa7\x03\0\x0a\0rcpg125\x42\x32\x0a\xf3 hel\x09\0 bw\x05\xb0ld}\x0a\x80\x0f\xa0";
    let (text, is_whole) = unpack(&simple[..40]).expect("a beginning");
    assert!(text.starts_with(b"{\\rtf1\\ansi\\ansicpg1252\\pard hel") && !is_whole);
    let mut altered = simple.to_vec();
    altered[20] ^= 1;
    assert!(!unpack(&altered).expect("a text").1);
    assert_eq!(unpack(b"\x11\0\0\0\x11\0\0\0MELA\0\0\0\0{\\rtf"), Some((b"{\\rtf".to_vec(), true)));
    assert_eq!(unpack(b"short"), None);
    // The size is under no sum: one that is not of this text cuts nothing off.
    for (size, expect) in [(0u32, true), (1, true), (20, true), (1000, false)] {
        let mut lies = simple.to_vec();
        lies[4..8].copy_from_slice(&size.to_le_bytes());
        let (text, is_whole) = unpack(&lies).expect("a text");
        assert!(text.ends_with(b"pard hello world}\r\n") && is_whole == expect, "{size}");
    }
    assert_eq!(unpack(b"\x11\0\0\0\x01\0\0\0MELA\0\0\0\0{\\rtf"), Some((b"{\\rtf".to_vec(), true)));
}

proptest! {
    #[test]
    fn no_bytes_unfold_beyond_measure(content in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let bytes = [&[0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF], &b"LZFu\0\0\0\0"[..], &content].concat();
        let (text, _) = unpack(&bytes).expect("a text of some kind");
        prop_assert!(text.len() <= 9 * content.len());
    }
}
