//! Pages of every packing: drawn as they were, counted, and refused where they lie.

use crate::formats::make::{Block, Field, bytes, drawn, long, picture, short, text, told, zlib};
use isnad_model::Arg;

const PACKING: u16 = 0x0103;
const MEANING: u16 = 0x0106;

/// How a page of 16 × 16 pixels is stored.
struct Sheet {
    packing: u16,
    meaning: u16,
    bits: u16,
    samples: u16,
    content: Vec<u8>,
    more: Vec<Field>,
}

fn gray(packing: u16, content: Vec<u8>) -> Sheet {
    Sheet { packing, meaning: 1, bits: 8, samples: 1, content, more: Vec::new() }
}

fn fax(packing: u16, content: Vec<u8>) -> Sheet {
    Sheet { packing, meaning: 0, bits: 1, samples: 1, content, more: Vec::new() }
}

fn put(block: &mut Block, sheet: Sheet) -> u32 {
    let at = block.put(&sheet.content);
    let mut fields = vec![
        short(0x0100, &[16]),
        short(0x0101, &[16]),
        short(0x0102, &vec![sheet.bits; sheet.samples.into()]),
        short(PACKING, &[sheet.packing]),
        short(MEANING, &[sheet.meaning]),
        long(0x0111, &[at]),
        short(0x0115, &[sheet.samples]),
        short(0x0116, &[16]),
        long(0x0117, &[sheet.content.len() as u32]),
    ];
    fields.extend(sheet.more);
    block.directory(&fields)
}

fn file(sheets: Vec<Sheet>, is_big: bool) -> Vec<u8> {
    let mut block = Block::new(is_big);
    let mut last = None;
    for sheet in sheets {
        let at = put(&mut block, sheet);
        match last {
            None => block.first(at),
            Some(last) => block.next(last, at),
        }
        last = Some(at);
    }
    block.out
}

/// Eight rows of black, eight of white.
fn rows(black: &[u8], white: &[u8]) -> Vec<u8> {
    [black.repeat(8), white.repeat(8)].concat()
}

fn lzw(bytes: &[u8]) -> Vec<u8> {
    weezl::encode::Encoder::with_tiff_size_switch(weezl::BitOrder::Msb, 8).encode(bytes).expect("memory")
}

/// Bits written as ones and zeros.
fn bits(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(|b| *b != b' ').map(|b| b - b'0').collect();
    digits.chunks(8).map(|byte| byte.iter().enumerate().map(|(n, bit)| bit << (7 - n)).sum()).collect()
}

/// Whether a page is black above and white below.
fn check(sheet: Sheet, what: &str) {
    check_file(&file(vec![sheet], false), what);
}

fn check_file(file: &[u8], what: &str) {
    let told = told(file);
    assert_eq!(told.media_type, "image/tiff", "{what}");
    told.is(&[("image.Width", "16"), ("image.Height", "16"), ("image.Pages", "1")]);
    let page = drawn(file, 1).unwrap_or_else(|problem| panic!("{what}: {problem:?}")).into_luma8();
    for (x, y, pixel) in page.enumerate_pixels() {
        // A JPEG is black and white about so.
        assert!(if y < 8 { pixel.0[0] < 40 } else { pixel.0[0] > 215 }, "{what}: {} at {x}, {y}", pixel.0[0]);
    }
}

#[test]
fn every_packing() {
    let plain = rows(&[0; 16], &[255; 16]);
    check(gray(1, plain.clone()), "plain");
    check(gray(5, lzw(&plain)), "LZW");
    check(gray(8, zlib(&plain)), "Deflate");
    check(gray(0x80B2, zlib(&plain)), "old Deflate");
    check(gray(0x8005, [[0x81, 0, 0x81, 255].as_slice()].concat()), "PackBits");
    check(gray(7, picture(image::ImageFormat::Jpeg, 16, 16)), "JPEG");
    // T.4: white runs of 0 and 16, black runs of 16; each line begins with its end-of-line.
    let eol = "000000000001";
    let black = format!("{eol} 00110101 0000010111");
    let white = format!("{eol} 101010");
    check(fax(3, bits(&(black.repeat(8) + &white.repeat(8)))), "fax 3");
    // Without ends of lines, each in bytes of its own.
    let line = |text: &str| bits(text);
    check(fax(2, rows(&line("00110101 0000010111"), &line("101010"))), "Huffman");
    // T.6: a black line by runs, seven like it, a white one by runs, seven like it.
    let same_black = "1 1".repeat(7);
    check(
        fax(
            4,
            bits(&format!("001 00110101 0000010111 {same_black} 001 101010 0000110111 {}", "1".repeat(7))),
        ),
        "fax 4",
    );
}

#[test]
fn every_meaning() {
    let sheet = |meaning, bits, samples, content| Sheet {
        packing: 1,
        meaning,
        bits,
        samples,
        content,
        more: Vec::new(),
    };
    check(sheet(0, 8, 1, rows(&[255; 16], &[0; 16])), "white is zero");
    check(sheet(1, 1, 1, rows(&[0; 2], &[255; 2])), "one bit");
    check(sheet(1, 4, 1, rows(&[0; 8], &[255; 8])), "four bits");
    check(sheet(1, 16, 1, rows(&[0; 32], &[255; 32])), "sixteen bits");
    check(sheet(2, 8, 3, rows(&[0; 48], &[255; 48])), "RGB");
    check(sheet(2, 8, 4, rows(&[0; 64], &[255; 64])), "RGB and alpha");
    check(sheet(5, 8, 4, rows(&[0, 0, 0, 255].repeat(16), &[0; 64])), "CMYK");
    let mut palette = vec![0u16; 48];
    for part in 0..3 {
        palette[part * 16 + 1] = 0xFFFF;
    }
    let sheet = Sheet { more: vec![short(0x0140, &palette)], ..sheet(3, 4, 1, rows(&[0; 8], &[0x11; 8])) };
    check(sheet, "palette");
}

#[test]
fn every_arrangement() {
    let reversed = Sheet { more: vec![short(0x010A, &[2])], ..fax(1, rows(&[255, 255], &[0, 0])) };
    check(reversed, "lowest bit first");
    // Differences of neighbors: the first of each row, then none.
    let row = |first: u8| [&[first][..], &[0; 15]].concat();
    let difference = Sheet { more: vec![short(0x013D, &[2])], ..gray(8, zlib(&rows(&row(0), &row(255)))) };
    check(difference, "differences");
    let mut block = Block::new(true);
    let plain = rows(&[0; 16], &[255; 16]);
    let at = put(&mut block, gray(1, plain));
    block.first(at);
    check_file(&block.out, "the other order of bytes");
}

#[test]
fn strips_and_tiles() {
    let mut block = Block::new(false);
    let places: Vec<u32> = (0..4u8).map(|n| block.put(&[if n < 2 { 0 } else { 255 }; 64])).collect();
    let common = [short(0x0100, &[16]), short(0x0101, &[16]), short(0x0102, &[8]), short(MEANING, &[1])];
    let strips = [long(0x0111, &places), short(0x0116, &[4]), long(0x0117, &[64; 4])];
    let at = block.directory(&common.into_iter().chain(strips).collect::<Vec<_>>());
    block.first(at);
    check_file(&block.out, "four strips");

    let mut block = Block::new(false);
    let places: Vec<u32> = (0..4u8).map(|n| block.put(&[if n < 2 { 0 } else { 255 }; 64])).collect();
    let common = [short(0x0100, &[16]), short(0x0101, &[16]), short(0x0102, &[8]), short(MEANING, &[1])];
    let tiles = [short(0x0142, &[8]), short(0x0143, &[8]), long(0x0144, &places), long(0x0145, &[64; 4])];
    let at = block.directory(&common.into_iter().chain(tiles).collect::<Vec<_>>());
    block.first(at);
    check_file(&block.out, "four tiles");
}

#[test]
fn a_jpeg_whose_tables_stand_apart() {
    let whole = picture(image::ImageFormat::Jpeg, 16, 16);
    let (mut tables, mut rest) = (b"\xFF\xD8".to_vec(), b"\xFF\xD8".to_vec());
    let mut at = 2;
    while whole[at + 1] != 0xDA {
        let end = at + 2 + usize::from(u16::from_be_bytes([whole[at + 2], whole[at + 3]]));
        let to = if matches!(whole[at + 1], 0xC4 | 0xDB) { &mut tables } else { &mut rest };
        to.extend_from_slice(&whole[at..end]);
        at = end;
    }
    rest.extend_from_slice(&whole[at..]);
    tables.extend(b"\xFF\xD9");
    check(Sheet { more: vec![bytes(0x015B, &tables)], ..gray(7, rest) }, "tables apart");
}

#[test]
fn a_fax_of_three_pages() {
    let named = |name: &str| Sheet { more: vec![text(0x011D, name)], ..gray(1, rows(&[0; 16], &[255; 16])) };
    let file = file(vec![named("one"), named("two"), named("two")], false);
    let told = told(&file);
    told.is(&[("image.Pages", "3"), ("exif.PageName", "one"), ("exif.page-2.PageName", "two")]);
    assert!((1..=3).all(|page| drawn(&file, page).is_ok()));
    let problem = drawn(&file, 4).expect_err("no fourth page");
    assert_eq!(problem.code, "page-absent");
    assert!(problem.args.contains(&("pages", Arg::Number(3))), "{problem:?}");
    assert_eq!(drawn(&file, 0).expect_err("no page before the first").code, "page-absent");
}

#[test]
fn what_cannot_be_drawn_is_said_once_with_its_reason() {
    let jbig = || Sheet { packing: 34_661, ..fax(1, vec![0; 8]) };
    let file = file(vec![gray(1, vec![0; 256]), jbig(), jbig()], false);
    let told = told(&file);
    assert_eq!(told.codes(), ["image-pages-not-drawable"]);
    let args = &told.problems[0].args;
    for arg in [
        ("page", Arg::Number(2)),
        ("count", Arg::Number(2)),
        ("reason", Arg::Text("Compression 34661".into())),
    ] {
        assert!(args.contains(&arg), "{args:?}");
    }
    assert_eq!(drawn(&file, 2).expect_err("not here").code, "page-not-drawable");
    let check = |sheet: Sheet, reason: &str| {
        let told = crate::formats::make::told(&self::file(vec![sheet], false));
        assert_eq!(told.codes(), ["image-pages-not-drawable"], "{reason}");
        assert!(told.problems[0].args.contains(&("reason", Arg::Text(reason.into()))), "{:?}", told.problems);
    };
    check(Sheet { bits: 12, ..gray(1, vec![0; 384]) }, "BitsPerSample 12");
    check(Sheet { meaning: 8, ..gray(1, vec![0; 256]) }, "PhotometricInterpretation 8");
    check(Sheet { samples: 2, meaning: 2, ..gray(1, vec![0; 512]) }, "SamplesPerPixel 2");
    let planar = Sheet { meaning: 2, samples: 3, more: vec![short(0x011C, &[2])], ..gray(1, vec![0; 768]) };
    check(planar, "PlanarConfiguration 2");
    check(Sheet { bits: 16, more: vec![short(0x0153, &[3])], ..gray(1, vec![0; 512]) }, "SampleFormat");
}

#[test]
fn what_is_missing_is_neither_paper_nor_ink() {
    let file = file(vec![gray(8, zlib(&[0; 128]))], false);
    let page = drawn(&file, 1).expect("half a page").into_luma8();
    assert_eq!((page.get_pixel(3, 3).0[0], page.get_pixel(3, 12).0[0]), (0, 0x80));
}

#[test]
fn chains_that_bite_their_tails_end() {
    let mut block = Block::new(false);
    let first = put(&mut block, gray(1, vec![0; 256]));
    let second = put(&mut block, gray(1, vec![0; 256]));
    block.first(first);
    block.next(first, second);
    block.next(second, first);
    let told = told(&block.out);
    assert_eq!((told.value("image.Pages"), told.codes()), ("2", vec!["image-damaged"]));
}

#[test]
fn lies_about_size_are_refused_before_they_cost() {
    let check = |more: Vec<Field>, expect: &str| {
        let mut block = Block::new(false);
        let at = block.put(&[0; 64]);
        let mut fields = more;
        fields.extend([short(0x0102, &[8]), short(MEANING, &[1]), long(0x0111, &[at]), long(0x0117, &[64])]);
        let at = block.directory(&fields);
        block.first(at);
        assert_eq!(drawn(&block.out, 1).map(|_| "drawn").unwrap_or_else(|p| p.code), expect);
    };
    let side = |width: u32, height: u32| vec![long(0x0100, &[width]), long(0x0101, &[height])];
    check(side(65_536, 65_536), "image-too-large");
    check(side(u32::MAX, u32::MAX), "image-too-large");
    check(side(0, 5), "image-damaged");
    let tile = |n: u32| {
        side(16, 16).into_iter().chain([
            long(0x0142, &[n]),
            long(0x0143, &[n]),
            long(0x0144, &[8]),
            long(0x0145, &[64]),
        ])
    };
    check(tile(u32::MAX).collect(), "image-too-large");
    check(tile(0).collect(), "image-damaged");
    let strip = [long(0x0111, &[u32::MAX]), long(0x0117, &[u32::MAX])];
    check(strip.into_iter().chain(side(16, 16)).collect(), "image-damaged");
}
