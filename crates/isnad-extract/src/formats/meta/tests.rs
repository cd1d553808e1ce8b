//! Exif as cameras, telephones and programs write it, and as nobody should.

use crate::formats::make::{
    Block, Told, bytes, drawn, long, octets, photograph, picture, rational, short, text, told,
};

const DATE: u16 = 0x9003;

/// What a good telephone writes.
fn block(is_big: bool) -> Block {
    let mut block = Block::new(is_big);
    let interop = block.directory(&[text(1, "R98")]);
    let gps = block.directory(&[
        text(1, "S"),
        rational(2, &[33, 1, 30, 1, 36, 1]),
        text(3, "W"),
        rational(4, &[36, 1, 18, 1, 0, 1]),
        octets(5, &[1]),
        rational(6, &[4251, 10]),
        rational(7, &[7, 1, 20, 1, 26, 1]),
        rational(11, &[25, 10]),
        text(16, "T"),
        rational(17, &[1234, 10]),
        bytes(0x1B, b"ASCII\0\0\0GPS"),
        text(0x1D, "2013:05:01"),
        rational(0x1F, &[5, 1]),
    ]);
    let exif = block.directory(&[
        text(DATE, "2013:05:01 10:20:30"),
        text(0x9011, "+03:00"),
        bytes(0x927C, &[7; 300]),
        bytes(0x9286, b"UNICODE\0\x06\x34\x06\x47\x06\x27\x06\x2F\x06\x29"),
        text(0x9291, "123"),
        long(0xA005, &[interop]),
        text(0xA431, "BODY-7"),
        text(0xA435, "LENS-9"),
    ]);
    let small = picture(image::ImageFormat::Jpeg, 16, 12);
    let small_at = block.put(&small);
    let thumbnail = block.directory(&[long(0x0201, &[small_at]), long(0x0202, &[small.len() as u32])]);
    let main = block.directory(&[
        text(0x010F, "Acme"),
        short(0x0112, &[6]),
        text(0x013B, "سامي"),
        octets(0x9C9B, &[0x34, 6, 0x47, 6, 0, 0]),
        long(0x8769, &[exif]),
        long(0x8825, &[gps]),
        text(0xC62F, "DNG-1"),
    ]);
    block.first(main);
    block.next(main, thumbnail);
    block
}

#[test]
fn every_directory_is_read_in_both_orders_of_bytes() {
    for is_big in [false, true] {
        told(&photograph(&block(is_big).out)).is(&[
            ("exif.Make", "Acme"),
            ("exif.Artist", "سامي"),
            ("exif.XPTitle", "شه"),
            ("exif.CameraSerialNumber", "DNG-1"),
            ("exif.BodySerialNumber", "BODY-7"),
            ("exif.LensSerialNumber", "LENS-9"),
            ("exif.DateTimeOriginal", "2013:05:01 10:20:30"),
            ("exif.OffsetTimeOriginal", "+03:00"),
            ("exif.SubSecTimeOriginal", "123"),
            ("exif.UserComment", "شهادة"),
            ("exif.MakerNote", "(300 bytes)"),
            ("exif.InteroperabilityIndex", "R98"),
            ("exif.GPSProcessingMethod", "GPS"),
            ("exif.GPSPosition", "-33.510000, -36.300000"),
            ("gps.altitude", "-425.1 m"),
            ("gps.direction", "123.4° from true north"),
            ("gps.accuracy", "5.0 m"),
            ("gps.dilution", "2.5"),
            ("gps.time", "2013-05-01T07:20:26Z"),
            ("time.zone", "+03:00"),
            ("time.clockMinusGPS", "+03:00:04"),
            ("image.Orientation", "6"),
            (
                "exif.Thumbnail",
                &format!("JPEG, 16 × 12, {} bytes", picture(image::ImageFormat::Jpeg, 16, 12).len()),
            ),
        ]);
    }
}

/// The answer about a photograph with these fields of the Exif directory.
fn with(fields: &[crate::formats::make::Field]) -> Told {
    let mut block = Block::new(false);
    let exif = block.directory(fields);
    let main = block.directory(&[long(0x8769, &[exif])]);
    block.first(main);
    told(&photograph(&block.out))
}

#[test]
fn comments_in_every_encoding() {
    let check =
        |raw: &[u8], expect: &str| assert_eq!(with(&[bytes(0x9286, raw)]).value("exif.UserComment"), expect);
    check(b"ASCII\0\0\0seen at noon\0", "seen at noon");
    check(b"UNICODE\0\x34\x06\x47\x06\x27\x06", "شها");
    check(b"UNICODE\0\x06\x34\x06\x47\x06\x27", "شها");
    check(b"\0\0\0\0\0\0\0\0plain", "plain");
    check("شهادة بلا علامة".as_bytes(), "شهادة بلا علامة");
    check(b"ASCII\0\0\0      \0\0", "");
    check(&[b"ASCII\0\0\0", &encoding_rs::WINDOWS_1256.encode("شهادة").0[..]].concat(), "شهادة");
}

#[test]
fn doubts_about_the_clock_are_problems_of_the_file() {
    let check = |date, codes: &[&str]| assert_eq!(with(&[text(DATE, date)]).codes(), codes, "{date}");
    check("2013:05:01 10:20:30", &[]);
    check("0000:00:00 00:00:00", &[]);
    check("    :  :     :  :  ", &[]);
    check("1980:01:01 00:03:12", &["clock-default"]);
    assert_eq!(with(&[text(DATE, "2013:05:01 10:20:30")]).value("time.zone"), "unknown");
    assert_eq!(with(&[text(DATE, "0000:00:00 00:00:00")]).value("time.zone"), "");
}

#[test]
fn a_clock_far_from_the_satellites() {
    let mut block = Block::new(false);
    let gps = block.directory(&[rational(7, &[7, 1, 20, 1, 26, 1]), text(0x1D, "2013:05:01")]);
    let exif = block.directory(&[text(DATE, "2011:05:01 10:20:30")]);
    let main = block.directory(&[long(0x8769, &[exif]), long(0x8825, &[gps])]);
    block.first(main);
    assert_eq!(told(&photograph(&block.out)).codes(), ["clock-and-gps-apart"]);
}

#[test]
fn places_that_are_none() {
    let check = |latitude: &[u32], side| {
        let mut block = Block::new(false);
        let gps = block.directory(&[
            text(1, side),
            rational(2, latitude),
            text(3, "E"),
            rational(4, &[36, 1, 18, 1, 0, 0]),
        ]);
        let main = block.directory(&[long(0x8825, &[gps])]);
        block.first(main);
        told(&photograph(&block.out)).value("exif.GPSPosition").to_owned()
    };
    assert_eq!(check(&[33, 1, 30, 1, 0, 0], "N"), "33.500000, 36.300000");
    assert_eq!(check(&[91, 1, 0, 1, 0, 1], "N"), "");
    assert_eq!(check(&[0, 0, 0, 0, 0, 0], "N"), "");
    assert_eq!(check(&[33, 1, 30, 1, 0, 1], ""), "");
}

#[test]
fn lies_in_directories_are_said_and_end() {
    let check = |out: Vec<u8>, what: &str| {
        let told = told(&photograph(&out));
        assert_eq!(told.codes(), ["exif-damaged"], "{what}: {:?}", told.metadata);
    };
    check(b"no block of TIFF".to_vec(), "no header");
    check(b"II*\0\xFF\xFF\xFF\x7F".to_vec(), "a first directory outside");
    check(b"II*\0\x08\0\0\0\xFF\xFF".to_vec(), "more entries than there is room");
    let mut outside = Block::new(false);
    let main = outside.directory(&[long(0x8769, &[60_000]), text(0x010F, "Acme")]);
    outside.first(main);
    check(outside.out, "a directory outside");
    let mut huge = Block::new(false);
    let main = huge.directory(&[text(0x010F, "Acme Cameras")]);
    huge.first(main);
    let count = main as usize + 2 + 4;
    huge.out[count..count + 4].copy_from_slice(&0x7000u32.to_le_bytes());
    check(huge.out, "a value that is longer than the block");
}

#[test]
fn a_directory_that_points_to_itself_ends() {
    let mut block = Block::new(false);
    // The first directory is put where its own pointer says.
    let main = block.directory(&[short(0x0112, &[1]), long(0x8769, &[8])]);
    assert_eq!(main, 8);
    block.first(main);
    block.next(main, main);
    assert_eq!(told(&photograph(&block.out)).value("image.Orientation"), "1");
}

#[test]
fn a_thumbnail_of_another_shape_is_said() {
    let check = |width, height, expect: &[&str]| {
        let mut block = Block::new(false);
        let small = picture(image::ImageFormat::Jpeg, width, height);
        let at = block.put(&small);
        let thumbnail = block.directory(&[long(0x0201, &[at]), long(0x0202, &[small.len() as u32])]);
        let main = block.directory(&[text(0x010F, "Acme")]);
        block.first(main);
        block.next(main, thumbnail);
        assert_eq!(told(&photograph(&block.out)).codes(), expect, "{width} × {height}");
    };
    // The picture measures 64 × 48.
    check(160, 120, &[]);
    check(120, 160, &[]);
    check(160, 117, &[]);
    check(160, 90, &["thumbnail-differs"]);
    check(120, 120, &["thumbnail-differs"]);
}

#[test]
fn black_bars_are_no_other_shape() {
    // DCF: a picture of 3 : 2 within 160 × 120.
    let pixels = image::GrayImage::from_fn(160, 120, |_, y| {
        image::Luma([if (7..113).contains(&y) { 200 } else { 0 }])
    });
    let mut small = std::io::Cursor::new(Vec::new());
    image::DynamicImage::ImageLuma8(pixels)
        .write_to(&mut small, image::ImageFormat::Jpeg)
        .expect("a picture");
    let mut block = Block::new(false);
    let at = block.put(small.get_ref());
    let thumbnail = block.directory(&[long(0x0201, &[at]), long(0x0202, &[small.get_ref().len() as u32])]);
    let main = block.directory(&[text(0x010F, "Acme")]);
    block.first(main);
    block.next(main, thumbnail);
    let jpeg = picture(image::ImageFormat::Jpeg, 96, 64);
    let exif = [b"Exif\0\0", &block.out[..]].concat();
    let head = [b"\xFF\xE1", &(exif.len() as u16 + 2).to_be_bytes()[..], &exif].concat();
    let told = told(&[&jpeg[..2], &head, &jpeg[2..]].concat());
    assert_eq!(told.codes(), [""; 0]);
}

#[test]
fn a_picture_on_its_side_is_drawn_upright() {
    let drawn = drawn(&photograph(&block(false).out), 1).expect("a picture");
    assert_eq!((drawn.width(), drawn.height()), (48, 64));
}
