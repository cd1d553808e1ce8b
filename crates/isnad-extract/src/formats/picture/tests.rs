//! Pictures of every kind: what their blocks say, and what becomes of damaged ones.

use crate::{
    formats::make::{Block, atom, chunk, drawn, full, jpeg, packet, picture, png, store, text, told, zlib},
    is_drawable,
};
use image::ImageFormat;

fn icc() -> Vec<u8> {
    let mut profile = vec![0; 128];
    profile[36..40].copy_from_slice(b"acsp");
    let text: Vec<u8> = "Acme RGB".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let value = [
        b"mluc\0\0\0\0",
        &[0, 0, 0, 1, 0, 0, 0, 12][..],
        b"enUS",
        &(text.len() as u32).to_be_bytes(),
        &28u32.to_be_bytes(),
        &text,
    ]
    .concat();
    profile.extend(1u32.to_be_bytes());
    profile.extend([b"desc", &144u32.to_be_bytes()[..], &(value.len() as u32).to_be_bytes()].concat());
    profile.extend(value);
    profile
}

fn exif() -> Vec<u8> {
    let mut block = Block::new(false);
    let main = block.directory(&[text(0x010F, "Acme")]);
    block.first(main);
    block.out
}

#[test]
fn what_can_be_drawn_is_drawn() {
    for format in [ImageFormat::Bmp, ImageFormat::Gif, ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP]
    {
        let bytes = picture(format, 64, 48);
        let told = told(&bytes);
        assert!(is_drawable(&told.media_type), "{}", told.media_type);
        told.is(&[("image.Width", "64"), ("image.Height", "48")]);
        let drawn = drawn(&bytes, 1).expect("a picture").into_luma8();
        assert_eq!(drawn.dimensions(), (64, 48), "{format:?}");
        assert!(drawn.get_pixel(5, 5).0[0] < 60 && drawn.get_pixel(5, 40).0[0] > 200, "{format:?}");
        let problem = self::drawn(&bytes, 2).expect_err("no second page");
        assert_eq!(problem.code, "page-absent", "{format:?}");
    }
}

#[test]
fn what_stands_in_a_jpeg() {
    let mut bytes = jpeg(&[
        (0xFE, "شهادة".as_bytes().to_vec()),
        (0xE2, [b"ICC_PROFILE\0\x02\x02", &icc()[100..]].concat()),
        (0xE2, [b"ICC_PROFILE\0\x01\x02", &icc()[..100]].concat()),
    ]);
    bytes.extend([7; 1_000]);
    told(&bytes).is(&[
        ("jpeg.Comment", "شهادة"),
        ("icc.Description", "Acme RGB"),
        ("jpeg.BytesBehindEnd", "1000"),
    ]);
}

#[test]
fn what_stands_in_a_png() {
    let raw = |name: &str, bytes: &[u8]| {
        let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let text = format!("\n{name}\n{:8}\n{digits}\n", bytes.len());
        [b"Raw profile type ", name.as_bytes(), &[0, 0], &zlib(text.as_bytes())].concat()
    };
    let bytes = png(&[
        (b"tEXt", b"Author\0R\xE9mi".to_vec()),
        (b"zTXt", [b"Comment\0\0", &zlib(b"packed")[..]].concat()),
        (b"iTXt", [b"Title\0\0\0ar\0\0", "شهادة".as_bytes()].concat()),
        (b"iTXt", [b"Description\0\x01\0\0\0", &zlib("وصف".as_bytes())[..]].concat()),
        (b"iTXt", [b"XML:com.adobe.xmp\0\0\0\0\0", packet("<dc:format>f</dc:format>").as_bytes()].concat()),
        (b"tEXt", b"Creation Time\x002013-05-01T10:20:30+03:00".to_vec()),
        (b"tIME", vec![0x07, 0xDD, 5, 2, 10, 20, 30]),
        (b"iCCP", [b"name\0\0", &zlib(&icc())[..]].concat()),
        (b"zTXt", raw("exif", &[b"Exif\0\0", &exif()[..]].concat())),
        (b"acTL", vec![0, 0, 0, 3, 0, 0, 0, 0]),
    ]);
    told(&bytes).is(&[
        ("png.Author", "Rémi"),
        ("png.Comment", "packed"),
        ("png.Title", "شهادة"),
        ("png.Description", "وصف"),
        ("xmp.dc:format", "f"),
        ("png.Creation Time", "2013-05-01T10:20:30+03:00"),
        ("png.ModificationTime", "2013-05-02T10:20:30Z"),
        ("icc.Description", "Acme RGB"),
        ("exif.Make", "Acme"),
        ("image.Frames", "3"),
        ("time.zone", "+03:00"),
    ]);
    told(&png(&[(b"eXIf", exif())])).is(&[("exif.Make", "Acme")]);
}

#[test]
fn what_stands_in_a_webp() {
    let plain = picture(ImageFormat::WebP, 64, 48);
    let mut extended = chunk(b"VP8X", &[0x2C, 0, 0, 0, 63, 0, 0, 47, 0, 0]);
    extended.extend(chunk(b"ICCP", &icc()));
    extended.extend_from_slice(&plain[12..]);
    extended.extend(chunk(b"EXIF", &[b"Exif\0\0", &exif()[..]].concat()));
    extended.extend(chunk(b"XMP ", packet("<dc:format>f</dc:format>").as_bytes()));
    let bytes = chunk(b"RIFF", &[b"WEBP", &extended[..]].concat());
    told(&bytes).is(&[
        ("image.Width", "64"),
        ("image.Height", "48"),
        ("icc.Description", "Acme RGB"),
        ("exif.Make", "Acme"),
        ("xmp.dc:format", "f"),
    ]);
}

#[test]
fn what_stands_in_a_gif() {
    let plain = picture(ImageFormat::Gif, 64, 48);
    let packet = packet("<dc:format>f</dc:format>");
    let tail: Vec<u8> = std::iter::once(1).chain((0..=255).rev()).chain([0]).collect();
    let colors = if plain[10] & 0x80 == 0 { 0 } else { 3 << ((plain[10] & 7) + 1) };
    let (head, rest) = plain.split_at(13 + colors);
    let frame = &rest[..rest.len() - 1];
    let comment = [b"!\xFE", &[12][..], "شهادة!!".as_bytes(), &[0]].concat();
    let bytes =
        [head, &comment, b"!\xFF\x0BXMP DataXMP", packet.as_bytes(), &tail, frame, frame, b";"].concat();
    told(&bytes).is(&[("image.Frames", "2"), ("gif.Comment", "شهادة!!"), ("xmp.dc:format", "f")]);
    assert!(drawn(&bytes, 1).is_ok());
}

/// A HEIC of one tile, which holds Exif and XMP as items.
fn heic() -> Vec<u8> {
    let infe = |id: u16, kind: &[u8; 4], rest: &[u8]| {
        atom(b"infe", &[&[2, 0, 0, 0], &id.to_be_bytes()[..], &[0, 0], kind, b"\0", rest].concat())
    };
    let infos =
        [infe(1, b"hvc1", b""), infe(2, b"Exif", b""), infe(3, b"mime", b"application/rdf+xml\0")].concat();
    let iinf = full(b"iinf", &[&3u16.to_be_bytes()[..], &infos].concat());
    let exif = [&[0, 0, 0, 6], &b"Exif\0\0"[..], &exif()].concat();
    let xmp = packet("<dc:format>f</dc:format>");
    let data = [&exif, xmp.as_bytes()].concat();
    let ispe = full(b"ispe", &[4032u32.to_be_bytes(), 3024u32.to_be_bytes()].concat());
    let properties = [ispe, atom(b"irot", &[1]), atom(b"colr", &[b"prof", &icc()[..]].concat())].concat();
    let ipma = full(b"ipma", &[&1u32.to_be_bytes()[..], &1u16.to_be_bytes(), &[3, 0x81, 0x82, 3]].concat());
    let iprp = atom(b"iprp", &[atom(b"ipco", &properties), ipma].concat());
    let extent = |id: u16, at: u32, length: usize| {
        [&id.to_be_bytes()[..], &[0, 1, 0, 0, 0, 1], &at.to_be_bytes(), &(length as u32).to_be_bytes()]
            .concat()
    };
    // Version 1, four bytes for places and lengths, both items within the box of data.
    let iloc = atom(
        b"iloc",
        &[
            &[1, 0, 0, 0, 0x44, 0, 0, 2][..],
            &extent(2, 0, exif.len()),
            &extent(3, exif.len() as u32, xmp.len()),
        ]
        .concat(),
    );
    let meta = [full(b"pitm", &[0, 1]), iinf, iprp, iloc, atom(b"idat", &data)].concat();
    [atom(b"ftyp", b"mif1\0\0\0\0mif1heic"), full(b"meta", &meta)].concat()
}

#[test]
fn a_heic_is_described_and_not_drawn() {
    let told = told(&heic());
    assert_eq!(told.media_type, "image/heic");
    assert_eq!(told.codes(), ["image-not-drawable"]);
    assert!(!is_drawable("image/heic"));
    for (field, value) in [
        ("image.Width", "4032"),
        ("image.Height", "3024"),
        ("image.Rotation", "90"),
        ("icc.Description", "Acme RGB"),
        ("exif.Make", "Acme"),
        ("xmp.dc:format", "f"),
        ("heif.Items", "1"),
    ] {
        assert_eq!(told.value(field), value, "{field} of {:#?}", told.metadata);
    }
    assert_eq!(drawn(&heic(), 1).expect_err("not here").code, "page-not-drawable");
}

#[test]
fn what_was_cut_off_is_said_once() {
    let check = |bytes: Vec<u8>| {
        let told = told(&bytes[..bytes.len() - 20]);
        let damaged = told.codes().iter().filter(|code| **code == "image-damaged").count();
        assert_eq!(damaged, 1, "{}: {:?}", told.media_type, told.problems);
    };
    check(picture(ImageFormat::Jpeg, 64, 48));
    check(picture(ImageFormat::Png, 64, 48));
    check(picture(ImageFormat::Gif, 64, 48));
    check(picture(ImageFormat::WebP, 64, 48));
    check(heic());
}

#[test]
fn bombs_are_problems() {
    let check = |bytes: Vec<u8>, expect: &[&str]| assert_eq!(told(&bytes).codes(), expect);
    let zeros = zlib(&vec![b'a'; 64 << 20]);
    check(png(&[(b"zTXt", [b"Comment\0\0", &zeros[..]].concat())]), &["metadata-too-much"]);
    check(png(&[(b"iTXt", [b"Comment\0\x01\0\0\0", &zeros[..]].concat())]), &["metadata-too-much"]);
    check(png(&[(b"iCCP", [b"name\0\0", &zeros[..]].concat())]), &["metadata-too-much"]);
    check(png(&[(b"iTXt", b"no end of the name".to_vec())]), &["metadata-damaged"]);
    // A chunk that states gigabytes.
    let mut lie = png(&[(b"tEXt", b"Author\0A".to_vec())]);
    lie[33..37].copy_from_slice(&0x7FFF_FFFFu32.to_be_bytes());
    check(lie, &["image-damaged"]);
    check(png(&vec![(b"tEXt", b"Author\0A".to_vec()); 3_000]), &["metadata-too-much"]);
    check(jpeg(&vec![(0xFE, b"A".to_vec()); 500]), &["metadata-too-much"]);
    check(jpeg(&[(0xEB, [b"JP", &[0, 1, 0, 0, 0, 1][..], &store()[..40]].concat())]), &["metadata-damaged"]);
}

#[test]
fn kinds_that_nobody_here_draws() {
    for (head, media_type) in [
        (b"\0\0\0\x0CjP  \r\n\x87\n\0\0\0\x14ftypjp2 \0\0\0\0jp2 ".as_slice(), "image/jp2"),
        (b"8BPS\0\x01\0\0\0\0\0\0\0\x03\0\0", "image/vnd.adobe.photoshop"),
    ] {
        let told = told(head);
        assert_eq!((told.media_type.as_str(), told.codes()), (media_type, vec!["image-not-drawable"]));
    }
}
