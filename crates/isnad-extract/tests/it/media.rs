//! Pictures, sound and film in real children: their memory, their time, their clock.

use super::{config, make, reader};
use isnad_extract::{Answer, Config, Reader, memfd};
use isnad_model::reading::Kind;

fn codes(answer: &Answer) -> Vec<&'static str> {
    answer.reading.problems.iter().map(|problem| problem.code).collect()
}

fn value<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.reading.metadata.iter().find(|m| m.name == name).map_or("", |m| &m.value)
}

fn atom(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    [&(content.len() as u32 + 8).to_be_bytes(), kind.as_slice(), content].concat()
}

/// A film that was begun at this second after 1904.
fn film(created: u32) -> Vec<u8> {
    let head = [0, created, created, 1_000, 5_000].map(u32::to_be_bytes).concat();
    let handler = atom(b"hdlr", b"\0\0\0\0\0\0\0\0vide\0\0\0\0");
    let track = atom(b"trak", &atom(b"mdia", &handler));
    let movie = atom(b"moov", &[atom(b"mvhd", &head), track].concat());
    [atom(b"ftyp", b"isom\0\0\0\0"), movie].concat()
}

/// Pages of gray one after another, each of so many pixels to a side.
fn fax(pages: u32, side: u32) -> Vec<u8> {
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    for page in 1..=pages {
        let at = out.len() as u32;
        let pixels = at + 2 + 8 * 12 + 4;
        let long = |tag: u16, value: u32| {
            [&tag.to_le_bytes()[..], &[4, 0, 1, 0, 0, 0], &value.to_le_bytes()].concat()
        };
        let fields = [
            long(0x0100, side),
            long(0x0101, side),
            long(0x0102, 8),
            long(0x0103, 1),
            long(0x0106, 1),
            long(0x0111, pixels),
            long(0x0116, side),
            long(0x0117, side * side),
        ];
        out.extend([8, 0]);
        out.extend(fields.concat());
        let next = if page == pages { 0 } else { pixels + side * side };
        out.extend(next.to_le_bytes());
        out.resize(out.len() + (side * side) as usize, page as u8);
    }
    out
}

#[test]
fn the_pages_of_a_fax_are_counted_and_drawn_one_by_one() {
    let mut reader = reader();
    let bytes = fax(3, 40);
    let answer = reader.read(&bytes);
    assert_eq!((answer.kind, answer.media_type.as_str()), (Kind::Image, "image/tiff"));
    assert_eq!((value(&answer, "image.Pages"), codes(&answer)), ("3", vec![]));
    for page in 1..=3 {
        let png = reader.page_image(&bytes, page, 40).expect("a page");
        let drawn = image::load_from_memory(&png).expect("PNG").to_luma8();
        assert!(drawn.pixels().all(|pixel| u32::from(pixel.0[0]) == page), "page {page}");
        let file = memfd(&mut &bytes[..]).expect("memory");
        assert_eq!(reader.page_image_of_file(file, page, 40).expect("a page"), png);
    }
    let problem = reader.page_image(&bytes, 4, 40).expect_err("no fourth page");
    assert_eq!(problem.code, "page-absent");
}

#[test]
fn a_large_scan_fits_into_the_sandbox() {
    // An A3 page at 600 points to the inch.
    let bytes = fax(1, 8_000);
    let file = memfd(&mut &bytes[..]).expect("memory");
    let png = reader().page_image_of_file(file, 1, 200).expect("a page");
    let drawn = image::load_from_memory(&png).expect("PNG");
    assert_eq!((drawn.width(), drawn.height()), (200, 200));
}

#[test]
fn a_directory_that_claims_thousands_of_megapixels_is_refused() {
    let mut bytes = fax(1, 16);
    for at in [10 + 8, 10 + 12 + 8] {
        bytes[at..at + 4].copy_from_slice(&100_000u32.to_le_bytes());
    }
    assert_eq!(reader().page_image(&bytes, 1, 100).expect_err("too large").code, "image-too-large");
}

#[test]
fn every_kind_of_picture_is_drawn_without_rights() {
    let mut reader = reader();
    for format in [image::ImageFormat::Bmp, image::ImageFormat::Gif, image::ImageFormat::WebP] {
        let bytes = make::picture(format);
        let answer = reader.read(&bytes);
        assert!(isnad_extract::is_drawable(&answer.media_type), "{format:?}");
        assert_eq!((value(&answer, "image.Width"), codes(&answer)), ("64", vec![]), "{format:?}");
        let png = reader.page_image(&bytes, 1, 32).expect("a picture");
        let drawn = image::load_from_memory(&png).expect("PNG").to_rgb8();
        assert!(drawn.get_pixel(4, 8).0[0] > 200 && drawn.get_pixel(28, 8).0[2] > 200, "{format:?}");
    }
}

#[test]
fn a_time_to_come_is_said_where_the_reader_knows_the_time() {
    const NOW: i64 = 1_700_000_000;
    const TO_1904: i64 = 2_082_844_800;
    let check = |created: i64, now, expect: &[&str]| {
        let mut reader = Reader::start(Config { now, ..config("worker") }).expect("a child");
        let bytes = film((created + TO_1904) as u32);
        let answer = reader.read(&bytes);
        assert_eq!(codes(&answer), expect);
        let file = memfd(&mut &bytes[..]).expect("memory");
        assert_eq!(reader.read_file(file), answer);
        assert_eq!(value(&answer, "media.Duration"), "5.000 s");
    };
    check(NOW, Some(NOW), &[]);
    check(NOW + 86_400, Some(NOW), &["time-in-the-future"]);
    check(NOW + 86_400, None, &[]);
}

#[test]
fn a_film_that_was_cut_off_is_said() {
    let whole = [film(0), atom(b"mdat", &[7; 1_000])].concat();
    let mut reader = reader();
    assert_eq!(codes(&reader.read(&whole)), [""; 0]);
    assert_eq!(codes(&reader.read(&whole[..whole.len() - 500])), ["media-damaged"]);
}
