use super::unpack;
use crate::{
    identify::{BZIP2, GZIP, XZ, ZSTD, identify},
    unpack::testing::{Gathered, crc32, gather, squeeze, tar},
};
use isnad_model::reading::Kind;
use proptest::prelude::*;
use std::io::{BufReader, Cursor};

const ALL: [&str; 4] = [GZIP, BZIP2, XZ, ZSTD];

/// Unpacks through a small buffer, so that everything happens at its edges.
fn members(media_type: &str, bytes: &[u8]) -> (Vec<Gathered>, Vec<&'static str>) {
    gather(|sink| unpack(media_type, &mut BufReader::with_capacity(5, Cursor::new(bytes)), sink))
}

fn pairs(members: &[Gathered]) -> Vec<(&str, &[u8])> {
    members.iter().map(Gathered::pair).collect()
}

#[test]
fn one_member_comes_out_as_it_went_in() {
    for media_type in ALL {
        let squeezed = squeeze(media_type, b"some words");
        assert_eq!(identify(&squeezed, squeezed.len() as u64), (Kind::Container, media_type));
        let (found, codes) = members(media_type, &squeezed);
        assert_eq!((pairs(&found), codes), (vec![("", &b"some words"[..])], vec![]), "{media_type}");
        let empty = squeeze(media_type, b"");
        assert_eq!(pairs(&members(media_type, &empty).0), [("", &b""[..])], "{media_type}");
    }
}

#[test]
fn a_tar_within_is_opened_in_the_same_go() {
    let inner = tar(&[("a.txt", b"first"), ("b/c.txt", &[7; 5_000])]);
    for media_type in ALL {
        let (found, codes) = members(media_type, &squeeze(media_type, &inner));
        assert_eq!(
            (pairs(&found), codes),
            (vec![("a.txt", &b"first"[..]), ("b/c.txt", &[7; 5_000])], vec![])
        );
    }
}

#[test]
fn streams_under_one_another_are_one_file() {
    for media_type in ALL {
        let twice = [squeeze(media_type, b"some "), squeeze(media_type, b"words")].concat();
        let (found, codes) = members(media_type, &twice);
        assert_eq!((pairs(&found), codes), (vec![("", &b"some words"[..])], vec![]), "{media_type}");
    }
}

#[test]
fn the_name_and_the_time_that_gzip_carries() {
    let mut out = flate2::GzBuilder::new()
        .filename("r\u{e9}union.txt".chars().map(|c| c as u8).collect::<Vec<_>>())
        .mtime(1_537_794_000)
        .write(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut out, b"words").expect("memory");
    let (found, _) = members(GZIP, &out.finish().expect("memory"));
    assert_eq!((found[0].name.as_str(), found[0].modified.as_str()), ("réunion.txt", "2018-09-24T13:00:00Z"));
}

#[test]
fn damage_is_said_of_the_member() {
    let words: Vec<u8> = (0..20_000u32).map(|n| ((n * n) >> 7) as u8).collect();
    let check = |media_type: &str, bytes: &[u8]| {
        let (found, codes) = members(media_type, bytes);
        let contents: Vec<_> = found.into_iter().map(|member| member.content).collect();
        assert_eq!((contents, codes), (vec![Err("member-damaged")], vec![]), "{media_type}");
    };
    for media_type in ALL {
        let squeezed = squeeze(media_type, &words);
        check(media_type, &squeezed[..squeezed.len() * 2 / 3]);
        check(media_type, &squeezed[..7]);
        let mut flipped = squeezed.clone();
        let middle = flipped.len() / 2;
        flipped[middle] ^= 0x10;
        check(media_type, &flipped);
    }
}

#[test]
fn what_stands_behind_is_named() {
    for media_type in [GZIP, ZSTD] {
        let squeezed = squeeze(media_type, b"words");
        let check = |behind: &[u8], expect: &[&str]| {
            let (found, codes) = members(media_type, &[&squeezed[..], behind].concat());
            assert_eq!(
                (pairs(&found), codes.as_slice()),
                (vec![("", &b"words"[..])], expect),
                "{media_type}"
            );
        };
        check(&[0; 100], &[]);
        check(b"hidden", &["container-trailing-bytes"]);
    }
}

#[test]
fn a_frame_to_be_skipped_is_skipped() {
    let skipped = [&[0x50, 0x2A, 0x4D, 0x18, 4, 0, 0, 0][..], b"note"].concat();
    let frames = [skipped.clone(), squeeze(ZSTD, b"words"), skipped].concat();
    assert_eq!(pairs(&members(ZSTD, &frames).0), [("", &b"words"[..])]);
}

#[test]
fn a_dictionary_that_does_not_fit_is_not_made() {
    // The block header of this xz file asks for a dictionary of 1.5 GiB.
    let mut squeezed = squeeze(XZ, b"words");
    squeezed[16] = 39;
    let crc = crc32(&squeezed[12..20]);
    squeezed[20..24].copy_from_slice(&crc.to_le_bytes());
    let (found, codes) = members(XZ, &squeezed);
    assert_eq!((found[0].content.clone(), codes), (Err("reader-out-of-memory"), vec![]));
}

proptest! {
    #[test]
    fn any_bytes_come_out_as_they_went_in(bytes in prop::collection::vec(any::<u8>(), 0..3_000), which in 0..4usize) {
        let (found, codes) = members(ALL[which], &squeeze(ALL[which], &bytes));
        prop_assert_eq!(pairs(&found), vec![("", bytes.as_slice())]);
        prop_assert_eq!(codes, Vec::<&str>::new());
    }
}
