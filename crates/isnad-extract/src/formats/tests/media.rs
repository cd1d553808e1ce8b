//! Damaged pictures, sounds and films, and any bytes at all behind what makes them known.

use super::{everything, mutate};
use crate::formats::make::{
    Block, atom, element, jpeg, long, packet, picture, png, rational, riff, short, store, text,
};
use image::ImageFormat;
use proptest::prelude::*;

/// What readers are chosen by.
const MAGIC: &[&[u8]] = &[
    b"\xFF\xD8\xFF\xE1\x00\x40Exif\0\0II*\0\x08\0\0\0",
    b"\xFF\xD8\xFF\xE1\x00\x60http://ns.adobe.com/xap/1.0/\0",
    b"\xFF\xD8\xFF\xED\x00\x40Photoshop 3.0\x008BIM\x04\x04\0\0\0\0",
    b"\xFF\xD8\xFF\xEB\x00\x60JP\0\x01\0\0\0\x01",
    b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0",
    b"II*\0\x08\0\0\0",
    b"MM\0*\0\0\0\x08",
    b"II+\0\x08\0\0\0\x10\0\0\0\0\0\0\0",
    b"RIFF\xFF\xFF\0\0WEBPVP8X",
    b"RIFF\xFF\xFF\0\0AVI LIST",
    b"RIFF\xFF\xFF\0\0WAVEfmt ",
    b"GIF89a\x10\0\x10\0\0\0\0",
    b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0",
    b"\0\0\0\x10ftypheic\0\0\0\0",
    b"\0\0\0\x10ftypisom\0\0\0\0\0\0\x04\0moov",
    b"\x1A\x45\xDF\xA3\x80\x18\x53\x80\x67\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF",
    b"OggS\0\x02\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\x01\x1E\x01vorbis",
    b"fLaC\0\0\0\x22",
    b"ID3\x04\0\0\0\0\x04\0TIT2",
    b"ID3\x02\0\0\0\0\x04\0TT2",
    b"\xFF\xFB\x90\0",
    b"#!AMR\n",
];

proptest! {
    // What fails goes into a table as a case of its own, and not into a file of seeds.
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_of_chance_behind_a_sound_beginning(
        magic in 0..MAGIC.len(),
        bytes in prop::collection::vec(prop_oneof![Just(0u8), Just(1), Just(255), any::<u8>()], 0..1_500),
    ) {
        everything(&[MAGIC[magic], &bytes].concat());
    }
}

#[test]
fn damaged_photographs_with_everything_in_them() {
    let mut block = Block::new(false);
    let gps = block.directory(&[
        text(1, "N"),
        rational(2, &[33, 1, 30, 1, 0, 1]),
        text(3, "E"),
        rational(4, &[36, 1, 18, 1, 0, 1]),
    ]);
    let main = block.directory(&[text(0x010F, "Acme"), short(0x0112, &[6]), long(0x8825, &[gps])]);
    block.first(main);
    let photograph = jpeg(&[
        (0xE1, [b"Exif\0\0", &block.out[..]].concat()),
        (
            0xE1,
            [
                b"http://ns.adobe.com/xap/1.0/\0",
                packet("<dc:a><rdf:Seq><rdf:li>1</rdf:li></rdf:Seq></dc:a>").as_bytes(),
            ]
            .concat(),
        ),
        (0xED, [b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x08\x1C\x02\x78\0\x03abc".as_slice()].concat()),
        (0xEB, [b"JP", &[0, 1, 0, 0, 0, 1][..], &store()].concat()),
    ]);
    mutate("jpeg", &photograph, 1_500);
    mutate(
        "png",
        &png(&[(b"caBX", store()), (b"eXIf", block.out.clone()), (b"tEXt", b"Author\0A".to_vec())]),
        1_500,
    );
    mutate("webp", &picture(ImageFormat::WebP, 24, 16), 1_000);
    mutate("gif", &picture(ImageFormat::Gif, 24, 16), 1_000);
    mutate("bmp", &picture(ImageFormat::Bmp, 24, 16), 1_000);
}

#[test]
fn damaged_scans() {
    for (packing, content) in [
        (1u16, vec![0; 32]),
        (3, vec![0x00, 0x1A, 0x6A, 0x05]),
        (4, vec![0x26, 0xA0, 0xBF]),
        (5, vec![0x80, 0, 0x40]),
    ] {
        let mut block = Block::new(false);
        let at = block.put(&content);
        let page = block.directory(&[
            short(0x0100, &[16]),
            short(0x0101, &[16]),
            short(0x0102, &[1]),
            short(0x0103, &[packing]),
            short(0x0106, &[0]),
            long(0x0111, &[at]),
            long(0x0117, &[content.len() as u32]),
        ]);
        block.first(page);
        mutate("tiff", &block.out, 1_000);
    }
}

#[test]
fn damaged_recordings() {
    let track = atom(
        b"trak",
        &atom(
            b"mdia",
            &[
                atom(b"hdlr", b"\0\0\0\0\0\0\0\0vide\0\0\0\0"),
                atom(b"minf", &atom(b"stbl", &atom(b"stsd", &[0; 60]))),
            ]
            .concat(),
        ),
    );
    let movie =
        [atom(b"mvhd", &[1; 100]), track, atom(b"udta", &atom(b"\xA9xyz", b"\0\x12\0\0+33.5130+036.2920/"))]
            .concat();
    mutate("mp4", &[atom(b"ftyp", b"isom\0\0\0\0"), atom(b"moov", &movie)].concat(), 1_500);
    let info = element(&[0x15, 0x49, 0xA9, 0x66], &element(&[0x4D, 0x80], b"Acme muxer"));
    let cluster = element(&[0x1F, 0x43, 0xB6, 0x75], &element(&[0xE7], &[1]));
    let segment = element(&[0x18, 0x53, 0x80, 0x67], &[info, cluster].concat());
    mutate("webm", &[element(&[0x1A, 0x45, 0xDF, 0xA3], b""), segment].concat(), 1_500);
    mutate(
        "wav",
        &riff(
            b"WAVE",
            &[
                (b"fmt ", vec![1; 16]),
                (b"LIST", b"INFOICRD\x04\0\0\x002013".to_vec()),
                (b"data", vec![0; 80]),
            ],
        ),
        1_000,
    );
    mutate(
        "mp3",
        &[
            b"ID3\x03\0\0\0\0\0\x12TIT2\0\0\0\x08\0\0\x00a title".to_vec(),
            [&[0xFF, 0xFB, 0x90, 0][..], &[0; 413]].concat().repeat(3),
        ]
        .concat(),
        1_000,
    );
}
