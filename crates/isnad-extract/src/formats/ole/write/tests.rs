use super::*;
use crate::formats::ole::{Compound, compound::ROOT};
use proptest::prelude::*;
use std::io::{Cursor, Read};

/// Bytes that are told apart from zeros and from one another.
fn filled(size: usize, salt: u8) -> Vec<u8> {
    (0..size).map(|n| (n as u8).wrapping_mul(7).wrapping_add(salt) | 1).collect()
}

fn written(root: &Storage, elsewhere: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut fetch = |key: u64, out: &mut dyn FnMut(&[u8])| elsewhere[key as usize].chunks(1000).for_each(out);
    write(root, &mut fetch, &mut |piece| bytes.extend_from_slice(piece));
    bytes
}

/// What another reader of the format finds: every stream by its path.
fn by_another_reader(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut file = cfb::CompoundFile::open_strict(Cursor::new(bytes)).expect("a sound compound file");
    let paths: Vec<_> = file.walk().filter(|e| e.is_stream()).map(|e| e.path().to_owned()).collect();
    let mut found = Vec::new();
    for path in paths {
        let mut content = Vec::new();
        file.open_stream(&path).and_then(|mut s| s.read_to_end(&mut content)).expect("a stream");
        found.push((path.to_string_lossy().into_owned(), content));
    }
    found.sort();
    found
}

#[test]
fn of_two_of_one_name_the_second_is_counted() {
    let mut root = Storage::named("");
    root.put("One", filled(10, 1));
    root.put("ONE", filled(10, 2));
    let mut inner = Storage::named("inner");
    inner.put("Two", filled(5000, 3));
    inner.put("Two", filled(5000, 4));
    root.storages.push(inner);
    let mut bytes = Vec::new();
    assert_eq!(write(&root, &mut |_, _| {}, &mut |piece| bytes.extend_from_slice(piece)), 2);
    assert_eq!(by_another_reader(&bytes).len(), 2);
}

proptest! {
    #[test]
    fn another_reader_and_ours_find_what_was_written(
        sizes in proptest::collection::vec(prop_oneof![0usize..200, 4000usize..4200, 10_000usize..12_000], 0..20),
        inner in proptest::collection::vec(0usize..5000, 0..40),
    ) {
        let mut root = Storage::named("");
        let mut expect = Vec::new();
        for (n, size) in sizes.iter().enumerate() {
            root.put(format!("stream {n}"), filled(*size, n as u8));
            expect.push((format!("/stream {n}"), filled(*size, n as u8)));
        }
        let mut deeper = Storage::named("a storage");
        for (n, size) in inner.iter().enumerate() {
            deeper.put(format!("الملف {n}"), filled(*size, 100 + n as u8));
            expect.push((format!("/a storage/الملف {n}"), filled(*size, 100 + n as u8)));
        }
        root.storages.push(deeper);
        expect.sort();
        let bytes = written(&root, &[]);
        prop_assert_eq!(by_another_reader(&bytes), expect);
        let mut source = Cursor::new(&bytes[..]);
        let mut file = Compound::open(&mut source).expect("a compound file");
        for (n, size) in sizes.iter().enumerate() {
            let stream = file.find(ROOT, &format!("Stream {n}")).expect("a stream");
            prop_assert_eq!(file.read(stream), (filled(*size, n as u8), true));
        }
    }
}

#[test]
fn a_table_that_outgrows_the_header_and_a_source_that_lies() {
    // 109 parts of the table reach 7 MiB; this needs one more, and a second table of tables is not far.
    let large = filled(17 << 20, 3);
    let mut root = Storage::named("");
    let elsewhere = |key: u64, size: u64| Data::Elsewhere { key, size };
    root.streams.push(("large".to_owned(), elsewhere(0, large.len() as u64)));
    root.streams.push(("too short".to_owned(), elsewhere(1, 6000)));
    root.streams.push(("too long".to_owned(), elsewhere(2, 10)));
    let bytes = written(&root, &[large.clone(), filled(5000, 1), filled(5000, 2)]);
    let short = [filled(5000, 1), vec![0; 1000]].concat();
    let expect = [("/large", large), ("/too long", filled(10, 2)), ("/too short", short)];
    let found = by_another_reader(&bytes);
    assert_eq!(found.len(), 3);
    for ((name, content), (path, expect)) in found.iter().zip(expect) {
        assert_eq!((name.as_str(), content == &expect), (path, true));
    }
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let make = || {
        let mut root = Storage::named("");
        root.put("b", filled(100, 1));
        root.put("a", filled(9000, 2));
        root
    };
    assert_eq!(written(&make(), &[]), written(&make(), &[]));
}
