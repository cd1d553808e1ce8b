use proptest::prelude::*;

use super::*;
use crate::golden::{freeze, frozen};

const CONTENT: &[u8] = "أحمد".as_bytes();

fn framed(content: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    put(content, &mut bytes);
    bytes
}

#[test]
fn the_frame_is_frozen() {
    let golden = frozen("v1/frame.hex");
    assert_eq!(framed(CONTENT), golden);
    assert_eq!(get(&golden), Found::Whole(CONTENT));
}

#[test]
fn a_cut_frame_is_torn_and_a_changed_one_damaged() {
    let golden = frozen("v1/frame.hex");
    for size in 0..golden.len() {
        assert_eq!(get(&golden[..size]), Found::Torn, "{size} bytes");
    }
    for at in 0..golden.len() {
        for bit in 0..8 {
            let mut changed = golden.clone();
            changed[at] ^= 1 << bit;
            assert_eq!(get(&changed), Found::Damaged, "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn a_head_that_announces_too_much_is_damaged() {
    let length = (CONTENT_MAX as u32 + 1).to_be_bytes();
    let head = [MAGIC.as_slice(), &length, &crc32c::crc32c(&length).to_be_bytes()].concat();
    assert_eq!(get(&head), Found::Damaged);
}

proptest! {
    #[test]
    fn what_was_put_is_found(content in proptest::collection::vec(any::<u8>(), 0..300), behind in any::<[u8; 5]>()) {
        let bytes = [framed(&content), behind.to_vec()].concat();
        prop_assert_eq!(get(&bytes), Found::Whole(content.as_slice()));
    }

    #[test]
    fn any_bytes_are_looked_at_without_harm(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
        if let Found::Whole(content) = get(&bytes) {
            prop_assert_eq!(&framed(content), &bytes[..content.len() + OVERHEAD_BYTES]);
        }
    }
}

#[test]
#[ignore = "run by hand when a format gets a new version"]
fn write_golden() {
    freeze("v1/frame.hex", &framed(CONTENT));
}
