//! PDF files that are meant to hang, swell or crash whoever reads them. Each ends with words or with a problem.

use super::reader;
use isnad_extract::memfd;
use isnad_model::reading::Reading;
use isnad_testkit::make;

const CATALOG: &str = "<< /Type /Catalog /Pages 2 0 R >>";
const PAGES: &str = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const FONT: &str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
const WORDS: &str = "BT /F 20 Tf 1 0 0 1 50 100 Tm (still here) Tj ET\n";

fn page(more: &str) -> String {
    format!("<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> {more} >>")
}

/// A document of one page: what its dictionary says besides, what is painted on it, and objects from 6 on.
fn document(more: &str, content: &str, others: &[(&str, Option<&[u8]>)]) -> Vec<u8> {
    let page = page(more);
    let mut objects = vec![
        (CATALOG, None),
        (PAGES, None),
        (page.as_str(), None),
        ("<< /Length LENGTH >>", Some(content.as_bytes())),
        (FONT, None),
    ];
    objects.extend(others);
    make::pdf(&objects)
}

fn read(pdf: &[u8]) -> Reading {
    reader().read(pdf).reading
}

/// What is read of the first page, and the codes of what is told.
fn outcome(pdf: &[u8]) -> (Option<String>, Vec<&'static str>) {
    let reading = read(pdf);
    let text = reading.pages.first().map(|page| page.text.trim().to_owned());
    (text, reading.problems.iter().map(|problem| problem.code).collect())
}

const BOX: &str = "/MediaBox [0 0 600 800]";

#[track_caller]
fn reads_on(pdf: &[u8]) {
    assert_eq!(outcome(pdf), (Some("still here".to_owned()), vec![]));
}

#[test]
fn trees_of_pages_that_run_in_circles_end() {
    let around = [
        "<< /Type /Pages /Kids [2 0 R 3 0 R 6 0 R] /Count 3 >>",
        "<< /Type /Pages /Kids [2 0 R] /Count 1 >>",
    ];
    let page = page(BOX);
    let pdf = make::pdf(&[
        (CATALOG, None),
        (around[0], None),
        (&page, None),
        ("<< /Length LENGTH >>", Some(WORDS.as_bytes())),
        (FONT, None),
        (around[1], None),
    ]);
    let reading = read(&pdf);
    assert!(!reading.pages.is_empty() || !reading.problems.is_empty(), "{reading:?}");
    assert!(reading.pages.len() < 100, "no page comes again and again");
    // A tree that holds nothing but itself.
    let pdf = make::pdf(&[(CATALOG, None), ("<< /Type /Pages /Kids [2 0 R] /Count 1000000000 >>", None)]);
    assert_eq!(read(&pdf).problems.first().map(|problem| problem.code), Some("pdf-damaged"));
}

#[test]
fn a_table_of_places_that_lies_is_mended() {
    let sound = document(BOX, WORDS, &[]);
    let at = sound.windows(9).rposition(|part| part == b"startxref").expect("the end");
    let mut nowhere = sound[..at].to_vec();
    nowhere.extend(b"startxref\n99999999\n%%EOF\n");
    reads_on(&nowhere);
    reads_on(&sound[..at]);
    // Every place in it is wrong.
    let places = String::from_utf8_lossy(&sound[at.saturating_sub(400)..]).replace(" 00000 n", "7 0000 n");
    reads_on(&[&sound[..at.saturating_sub(400)], places.as_bytes()].concat());
}

#[test]
fn pages_of_impossible_sizes_are_read_and_not_drawn_beyond_reason() {
    for size in [
        "[0 0 -600 -800]",
        "[600 800 0 0]",
        "[0 0 0 0]",
        "[0 0 99999999999 99999999999]",
        "[0 0 99999999999999999999999999999999999 99999999999999999999999999999999999]",
        "[0 0]",
        "(none)",
    ] {
        let pdf = document(&format!("/MediaBox {size}"), WORDS, &[]);
        let reading = read(&pdf);
        let has_words = reading.pages.first().is_some_and(|page| page.text.contains("still here"));
        assert!(has_words, "{size}: {:?} {:?}", reading.pages, reading.problems);
        let drawn = reader().page_image(&pdf, 1, 300);
        assert!(drawn.is_ok() || drawn.is_err_and(|problem| problem.code == "page-not-drawable"), "{size}");
        let file = memfd(&mut pdf.as_slice()).expect("memory");
        if let Ok(pixels) = reader().page_pixels_of_file(file, 1, 1200) {
            assert!(u64::from(pixels.width) * u64::from(pixels.height) <= 24_000_000, "{size}");
        }
    }
}

#[test]
fn numbers_that_are_none_are_told() {
    // A PDF has no exponents (7.3.3).
    let (text, problems) = outcome(&document("/MediaBox [0 0 1e38 1e38]", WORDS, &[]));
    assert_eq!((text, problems), (None, vec!["pdf-damaged"]));
}

#[test]
fn forms_within_forms_and_around_themselves_end() {
    let form = |inner: &str| {
        format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Length LENGTH \
             /Resources << /XObject << /X {inner} >> >> >>"
        )
    };
    let more = format!("{BOX} /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >>");
    // Two that show each other.
    let (one, other) = (form("7 0 R"), form("6 0 R"));
    let twice: &[u8] = b"/X Do /X Do";
    let pdf = document(&more, &format!("{WORDS} /X Do"), &[(&one, Some(twice)), (&other, Some(twice))]);
    let (text, problems) = outcome(&pdf);
    assert!(text.is_some_and(|text| text.contains("still here")) || !problems.is_empty(), "{problems:?}");
    // Thirty that show the next one twice: a thousand million in the end.
    let chain: Vec<String> = (7..37).map(|next| form(&format!("{next} 0 R"))).collect();
    let others: Vec<(&str, Option<&[u8]>)> = chain.iter().map(|form| (form.as_str(), Some(twice))).collect();
    let pdf = document(&more, &format!("{WORDS} /X Do"), &others);
    let config =
        isnad_extract::Config { timeout: std::time::Duration::from_secs(2), ..super::config("worker") };
    let reading = isnad_extract::Reader::start(config).expect("a child").read(&pdf).reading;
    let has_words = reading.pages.first().is_some_and(|page| page.text.contains("still here"));
    assert!(has_words || reading.problems.iter().any(|problem| problem.code.starts_with("reader-")));
}

#[test]
fn a_page_of_more_signs_than_any_page_has_is_read_to_the_limit_and_told() {
    let line = format!("({}) Tj\n", "x".repeat(1_000));
    let content = format!("BT /F 1 Tf 1 0 0 1 10 10 Tm\n{} ET", line.repeat(401));
    let (text, problems) = outcome(&document(BOX, &content, &[]));
    assert!(text.is_some_and(|text| text.len() >= 400_000));
    assert!(problems.contains(&"pdf-page-too-full"), "{problems:?}");
}

#[test]
fn a_picture_on_a_page_that_claims_to_be_huge_costs_no_words() {
    let huge = "<< /Type /XObject /Subtype /Image /Width 1000000 /Height 1000000 /BitsPerComponent 8 \
                /ColorSpace /DeviceRGB /Length LENGTH >>";
    let more = format!("{BOX} /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >>");
    let pdf = document(&more, &format!("{WORDS} q 600 0 0 800 0 0 cm /X Do Q"), &[(huge, Some(b"few"))]);
    reads_on(&pdf);
    let drawn = reader().page_image(&pdf, 1, 300);
    assert!(drawn.is_ok() || drawn.is_err_and(|problem| problem.code != "internal"));
}

#[test]
fn a_stream_that_unfolds_without_end_is_the_end_of_its_child_alone() {
    use std::io::Write;
    let mut bomb = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let zeros = vec![b' '; 1 << 20];
    (0..400).for_each(|_| bomb.write_all(&zeros).expect("memory"));
    let bomb = bomb.finish().expect("memory");
    let page = page(BOX);
    let pdf = make::pdf(&[
        (CATALOG, None),
        (PAGES, None),
        (&page, None),
        ("<< /Length LENGTH /Filter /FlateDecode >>", Some(&bomb)),
        (FONT, None),
    ]);
    let config = isnad_extract::Config { memory_max: 192 << 20, ..super::config("worker") };
    let mut reader = isnad_extract::Reader::start(config).expect("a child");
    let reading = reader.read(&pdf).reading;
    assert!(!reading.problems.is_empty() || !reading.pages.is_empty(), "{reading:?}");
    assert_eq!(reader.read(b"and on it goes").reading.pages, ["and on it goes".into()]);
}

#[test]
fn a_thousand_files_in_a_file_come_to_the_limit_of_the_parent() {
    let specification: Vec<String> =
        (0..1_000).map(|n| format!("<< /F (f{n}.txt) /EF << /F {} 0 R >> >>", 1_006 + n)).collect();
    let mut others: Vec<(&str, Option<&[u8]>)> = specification.iter().map(|s| (s.as_str(), None)).collect();
    others.extend((0..1_000).map(|_| ("<< /Length LENGTH >>", Some(&b"words"[..]))));
    let pdf = document(BOX, WORDS, &others);
    let reader = reader();
    let mut members = 0;
    let file = memfd(&mut pdf.as_slice()).expect("memory");
    let problems = reader.unpack_file(file, &reader.budget(pdf.len() as u64), &mut |mut member| {
        let mut content = Vec::new();
        members += usize::from(std::io::Read::read_to_end(&mut member, &mut content).is_ok());
        std::ops::ControlFlow::Continue(())
    });
    assert_eq!((members, problems), (1_000, vec![]));
}
