//! Marks of provenance in every kind of file that may carry one: found, read, and never called true.

use crate::formats::make::{Told, atom, chunk, jpeg, labelled, png, riff, store, told};

const EXPECT: [(&str, &str); 6] = [
    ("c2pa.present", "yes"),
    ("c2pa.grade", "unsigned"),
    ("c2pa.claim_generator", "Acme Camera/1.0"),
    ("c2pa.claim_generator_info[1]/name", "Acme"),
    ("c2pa.actions[1]/action", "c2pa.created"),
    ("c2pa.assertion", "c2pa.actions"),
];

fn check(told: &Told) {
    for (field, value) in EXPECT {
        assert_eq!(told.value(field), value, "{field} of {:#?}", told.metadata);
    }
}

#[test]
fn in_a_jpeg_over_several_segments() {
    let store = store();
    let segments: Vec<_> = store[8..]
        .chunks(100)
        .zip(1u32..)
        .map(|(piece, n)| {
            (0xEB, [b"JP", &1u16.to_be_bytes()[..], &n.to_be_bytes(), &store[..8], piece].concat())
        })
        .collect();
    assert!(segments.len() > 2);
    let told = told(&jpeg(&segments));
    check(&told);
    assert_eq!(told.codes(), [""; 0]);
}

#[test]
fn in_other_pictures_and_films() {
    check(&told(&png(&[(b"caBX", store())])));
    check(&told(&riff(b"WAVE", &[(b"fmt ", vec![1; 16]), (b"C2PA", store())])));
    let uuid =
        [0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81];
    let content = [&uuid[..], &[0; 4], b"manifest\0", &[0; 8], &store()].concat();
    let film = [atom(b"ftyp", b"isom\0\0\0\0"), atom(b"uuid", &content), atom(b"moov", b"")].concat();
    check(&told(&film));
    let webp = crate::formats::make::picture(image::ImageFormat::WebP, 8, 8);
    check(&told(&[&webp[..], &chunk(b"C2PA", &store())].concat()));
}

#[test]
fn a_store_that_is_damaged_is_present_all_the_same() {
    let check = |store: Vec<u8>| {
        let told = told(&png(&[(b"caBX", store)]));
        assert_eq!((told.value("c2pa.present"), told.codes()), ("yes", vec!["metadata-damaged"]));
    };
    let whole = store();
    check(whole[..whole.len() - 30].to_vec());
    check(b"\0\0\0\x08jumb".to_vec());
    check(vec![0xFF; 40]);
    // Boxes within boxes, deeper than anybody makes them.
    check((0..40).fold(atom(b"cbor", &[0xA0]), |inside, _| labelled("a", &inside)));
    // An array of arrays of arrays.
    let claim = labelled("c2pa.claim", &atom(b"cbor", &[0x81; 5_000]));
    check(labelled("c2pa", &labelled("urn:uuid:1", &claim)));
    // An array that states more than there is.
    let claim = labelled("c2pa.claim", &atom(b"cbor", &[0x9B, 255, 255, 255, 255, 255, 255, 255, 255, 0]));
    check(labelled("c2pa", &labelled("urn:uuid:1", &claim)));
}
