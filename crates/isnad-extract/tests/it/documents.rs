//! What is read out of sound files.

use super::{make, reader};
use encoding_rs::{UTF_8, WINDOWS_1252, WINDOWS_1256};
use isnad_extract::{Answer, memfd};
use isnad_model::reading::Kind;

const NOTE: &str = "وصل أحمد عبد الله إلى باريس يوم الاثنين، وسلّم رسالة العائلات إلى الوزارة.\n";

fn value<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.reading.metadata.iter().find(|m| m.name == name).map_or("", |m| &m.value)
}

fn codes(answer: &Answer) -> Vec<&str> {
    answer.reading.problems.iter().map(|p| p.code).collect()
}

/// Reads both ways, which must agree, and gives the answer.
fn read(bytes: &[u8]) -> Answer {
    let mut reader = reader();
    let answer = reader.read(bytes);
    let file = memfd(&mut &bytes[..]).expect("memory");
    assert_eq!(reader.read_file(file), answer, "a file of its own is read alike");
    answer
}

fn utf16(text: &str, little: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|u| if little { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
}

#[test]
fn texts_in_every_encoding() {
    let french =
        "Réunion à l'hôtel de ville : les familles ont été reçues, où étaient les témoins ?\n".repeat(3);
    let check = |bytes: Vec<u8>, expect: &str, settings: &str| {
        let answer = read(&bytes);
        assert_eq!((answer.kind, answer.media_type.as_str()), (Kind::Text, "text/plain"), "{settings}");
        assert_eq!(answer.reading.pages, [expect.into()], "{settings}");
        assert_eq!(answer.reading.settings, settings);
        assert!(codes(&answer).is_empty(), "{settings}: {:?}", answer.reading.problems);
    };
    check(UTF_8.encode(NOTE).0.into_owned(), NOTE, "encoding=utf-8 confidence=certain");
    check([b"\xEF\xBB\xBF", NOTE.as_bytes()].concat(), NOTE, "encoding=utf-8 confidence=certain");
    check(utf16(&format!("\u{FEFF}{NOTE}"), true), NOTE, "encoding=utf-16le confidence=certain");
    check(utf16(&format!("\u{FEFF}{NOTE}"), false), NOTE, "encoding=utf-16be confidence=certain");
    check(utf16(NOTE, true), NOTE, "encoding=utf-16le confidence=likely");
    check(utf16(NOTE, false), NOTE, "encoding=utf-16be confidence=likely");
    check(WINDOWS_1256.encode(NOTE).0.into_owned(), NOTE, "encoding=windows-1256 confidence=likely");
    check(WINDOWS_1252.encode(&french).0.into_owned(), &french, "encoding=windows-1252 confidence=likely");
    check(
        b"name,date\nAhmad,2018-09-24\n".to_vec(),
        "name,date\nAhmad,2018-09-24\n",
        "encoding=utf-8 confidence=certain",
    );
}

#[test]
fn a_doubtful_encoding_is_said() {
    let answer = read(&WINDOWS_1256.encode("أحمد").0);
    assert_eq!(answer.reading.pages, ["أحمد".into()]);
    assert_eq!(codes(&answer), ["encoding-guessed"]);
}

#[test]
fn damaged_bytes_in_a_text_are_counted() {
    // The damage comes after the part that the encoding is guessed from.
    let bytes = [NOTE.repeat(20_000).as_bytes(), b"\xFF\xFE", NOTE.as_bytes()].concat();
    let answer = read(&bytes);
    assert_eq!(codes(&answer), ["text-bytes-damaged"]);
    assert!(answer.reading.pages[0].text.ends_with(&format!("\u{FFFD}\u{FFFD}{NOTE}")));
}

#[test]
fn a_pdf_is_read_as_a_person_reads_it() {
    let arabic = ["٢", "٠", "١", "٢", " ", "د", "م", "ح", "أ"];
    let ligature = ["د", "لا", "ب", "ل", "ا"];
    let bytes = make::pdf(&[&[&arabic, &ligature], &[&["P", "a", "r", "i", "s"]]]);
    let answer = read(&bytes);
    assert_eq!((answer.kind, answer.media_type.as_str()), (Kind::Document, "application/pdf"));
    let texts: Vec<&str> = answer.reading.pages.iter().map(|page| page.text.as_str()).collect();
    assert_eq!(texts, ["أحمد ٢٠١٢\nالبلاد\n", "Paris\n"]);
    assert_eq!(value(&answer, "pdf.Title"), "شهادة");
    assert_eq!(value(&answer, "pdf.Author"), "A. Clerk");
    assert_eq!(value(&answer, "pdf.CreationDate"), "2018-09-24T13:00:00+02:00");
    assert!(codes(&answer).is_empty(), "{:?}", answer.reading.problems);
}

#[test]
fn a_docx_is_read_with_its_tables_notes_and_changes() {
    let document = "<w:p><w:r><w:t>شهادة </w:t></w:r><w:r><w:t>أحمد &amp; &#1593;لي</w:t></w:r></w:p>\
        <w:p><w:del><w:r><w:delText>كُتب ثم حُذف</w:delText></w:r></w:del><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>الاسم</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>الرقم</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <mc:AlternateContent><mc:Choice><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Choice>\
        <mc:Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>";
    let part = |text: &str| format!("<w:x><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:x>");
    let core = "<cp:coreProperties><dc:creator>L. Writer</dc:creator>\
        <dcterms:created>2018-09-24T10:00:00Z</dcterms:created></cp:coreProperties>";
    let bytes = make::docx(
        document,
        &[
            ("word/header1.xml", &part("header")),
            ("word/footnotes.xml", &part("note")),
            ("word/comments.xml", &part("comment")),
            ("docProps/core.xml", core),
        ],
    );
    let answer = read(&bytes);
    assert_eq!(answer.kind, Kind::Document);
    assert!(answer.media_type.ends_with("wordprocessingml.document"), "{}", answer.media_type);
    let expect = "شهادة أحمد & علي\na\nb\n[-كُتب ثم حُذف-]\nالاسم\tالرقم\nbox\n\nnote\n\ncomment\n\nheader\n";
    assert_eq!(answer.reading.pages, [expect.into()]);
    assert_eq!(value(&answer, "dc.creator"), "L. Writer");
    assert_eq!(value(&answer, "dcterms.created"), "2018-09-24T10:00:00Z");
    assert_eq!(value(&answer, "docx.deleted"), "كُتب ثم حُذف");
    assert!(codes(&answer).is_empty(), "{:?}", answer.reading.problems);
}

#[test]
fn a_photograph_tells_when_and_where() {
    let answer = read(&make::photograph());
    assert_eq!((answer.kind, answer.media_type.as_str()), (Kind::Image, "image/jpeg"));
    let expect = [
        ("image.Width", "64"),
        ("image.Height", "32"),
        ("exif.Make", "Acme"),
        ("exif.DateTimeOriginal", "2013:05:01 10:20:30"),
        ("exif.GPSPosition", "33.500000, 36.300000"),
    ];
    for (name, words) in expect {
        assert_eq!(value(&answer, name), words, "{name}");
    }
    assert!(codes(&answer).is_empty(), "{:?}", answer.reading.problems);
}

#[test]
fn kinds_by_content() {
    let check = |bytes: &[u8], kind, media_type: &str| {
        let answer = read(bytes);
        assert_eq!((answer.kind, answer.media_type.as_str()), (kind, media_type));
    };
    check(b"", Kind::Other, "application/x-empty");
    check(&make::picture(image::ImageFormat::Png), Kind::Image, "image/png");
    check(b"GIF89a\x01\0\x01\0\0\0\0", Kind::Image, "image/gif");
    check(b"RIFF\x24\0\0\0WEBPVP8 ", Kind::Image, "image/webp");
    check(b"\0\0\0\x18ftypheic\0\0\0\0heicmif1", Kind::Image, "image/heic");
    check(b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", Kind::Image, "image/heic");
    check(b"\0\0\0\x14ftypmif1\0\0\0\0mif1", Kind::Image, "image/heif");
    check(b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", Kind::Image, "image/avif");
    check(b"II*\0\x08\0\0\0", Kind::Image, "image/tiff");
    check(b"MM\0+\0\x08\0\0\0\0\0\0\0\0\0\x10", Kind::Image, "image/tiff");
    check(b"\0\0\0\x18ftypisom\0\0\0\0mp42avc1", Kind::Video, "video/mp4");
    check(b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", Kind::Video, "video/quicktime");
    check(b"\0\0\0\x14ftypM4A \0\0\0\0M4A ", Kind::Audio, "audio/mp4");
    check(b"\x1A\x45\xDF\xA3\x87\x42\x82\x84webm", Kind::Video, "video/webm");
    check(b"#!AMR\n\x3C", Kind::Audio, "audio/amr");
    check(&make::zip(&[("a.txt", b"a")]), Kind::Container, "application/zip");
    check(&make::tar(&[("a", tar::EntryType::Regular, b"a")]), Kind::Container, "application/x-tar");
    check(b"BM is how this note begins, and it is no bitmap", Kind::Text, "text/plain");
    check(&[b"\x7FELF\x02\x01\x01", &[0; 60][..]].concat(), Kind::Other, "application/x-executable");
    check(&[7, 200, 13, 0, 255, 3, 0, 90, 17, 1], Kind::Other, "application/octet-stream");
    let odt =
        make::zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<x/>")]);
    check(&odt, Kind::Document, "application/vnd.oasis.opendocument.text");
}

#[test]
fn pictures_of_pages() {
    let mut reader = reader();
    let pdf = make::pdf(&[&[&["A", "h", "m", "a", "d"]]]);
    let drawn = |bytes: Result<Vec<u8>, _>| {
        image::load_from_memory(&bytes.expect("a picture")).expect("PNG").to_rgb8()
    };

    let page = drawn(reader.page_image(&pdf, 1, 300));
    assert_eq!(page.dimensions(), (300, 400));
    let dark = page.pixels().filter(|p| p.0[0] < 128).count();
    assert!(dark > 50 && dark < 6_000, "{dark} dark pixels");
    let file = memfd(&mut &pdf[..]).expect("memory");
    assert_eq!(drawn(reader.page_image_of_file(file, 1, 300)), page);

    // The photograph lies on its side: upright, red is above blue.
    let bytes = reader.page_image(&make::photograph(), 1, 16).expect("a picture");
    assert!(!bytes.windows(4).any(|w| w == b"Acme" || w == b"eXIf"), "no metadata goes along");
    let upright = drawn(Ok(bytes));
    assert_eq!(upright.dimensions(), (16, 32));
    assert!(upright.get_pixel(8, 4).0[0] > 200 && upright.get_pixel(8, 28).0[2] > 200);

    let code = |r: Result<Vec<u8>, isnad_model::Problem>| r.err().map_or("", |p| p.code);
    assert_eq!(code(reader.page_image(&pdf, 2, 300)), "page-absent");
    assert_eq!(code(reader.page_image(&pdf, 0, 300)), "page-absent");
    assert_eq!(code(reader.page_image(b"words", 1, 300)), "page-not-drawable");
}
