//! Children that die, hang, swell and lie; files that make them.

use super::{config, make, reader};
use isnad_extract::{Reader, memfd};
use std::{io::Read, ops::ControlFlow, time::Duration};

fn code_of(part: &str) -> (&'static str, usize) {
    let config =
        isnad_extract::Config { timeout: Duration::from_millis(400), answer_max: 1 << 20, ..config(part) };
    let mut reader = Reader::start(config).expect("a child");
    let reading = reader.read(b"a file").reading;
    assert!(reading.tool.starts_with("isnad-extract/reader "), "{part} leaves a tool: {}", reading.tool);
    (reading.problems.last().map_or("", |p| p.code), reading.problems.len())
}

#[test]
fn whatever_a_child_does_the_parent_says_one_thing_about_the_file() {
    let check = |part, expect| assert_eq!(code_of(part), (expect, 1), "{part}");
    check("hang", "reader-too-slow");
    check("wrong-frame", "reader-crashed");
    check("abort", "reader-crashed");
    check("exhausted", "reader-out-of-memory");
    check("unknown-tag", "reader-crashed");
    check("huge-frame", "reader-crashed");
    check("not-utf8", "reader-crashed");
    check("text-before-page", "reader-crashed");
    check("unknown-code", "reader-crashed");
    check("short-field", "reader-crashed");
    check("endless", "reader-answer-too-long");
    check("endless-pages", "reader-answer-too-long");
}

#[test]
fn whatever_a_child_does_to_a_container_ends() {
    let check = |part, expect: (usize, &str)| {
        let config = isnad_extract::Config { timeout: Duration::from_millis(400), ..config(part) };
        let reader = Reader::start(config).expect("a child");
        let mut members = 0;
        let file = memfd(&mut &b"any"[..]).expect("memory");
        let problems = reader.unpack_file(file, &reader.budget(3), &mut |mut member| {
            members += 1;
            let _refused = member.read_to_end(&mut Vec::new());
            ControlFlow::Continue(())
        });
        assert_eq!((members, problems.last().map_or("", |p| p.code)), expect, "{part}");
        assert!(problems.len() <= 101, "{part}");
    };
    check("unpack-empty-pieces", (1, "reader-crashed"));
    check("unpack-endless-problems", (0, "reader-crashed"));
    check("unpack-endless-members", (1, "reader-crashed"));
    check("unpack-content-of-nothing", (0, "reader-crashed"));
    check("unpack-dies-within", (1, "reader-crashed"));
    check("unpack-hangs-within", (1, "reader-too-slow"));
}

#[test]
fn a_reader_outlives_the_thread_that_started_it() {
    let started = std::thread::spawn(reader).join();
    let mut reader = started.expect("a reader");
    for words in ["first", "second"] {
        let reading = reader.read(words.as_bytes()).reading;
        assert_eq!((reading.pages, reading.problems), (vec![words.into()], vec![]));
    }
}

#[test]
fn a_child_that_never_says_hello() {
    let config = isnad_extract::Config { timeout: Duration::from_millis(100), ..config("silent") };
    assert_eq!(Reader::start(config).err().map(|p| p.code), Some("reader-too-slow"));
}

#[test]
fn the_next_file_has_a_new_child() {
    let mut reader = Reader::start(config("touchy")).expect("a child");
    for round in 0..3 {
        assert_eq!(reader.read(b"sound").reading.pages, ["sound".into()], "round {round}");
        let reading = reader.read(b"poison").reading;
        assert_eq!(reading.problems[0].code, "reader-crashed", "round {round}");
    }
}

#[test]
fn a_file_is_not_blamed_for_the_one_before_it() {
    let mut reader = Reader::start(config("weary")).expect("a child");
    for words in ["first", "second", "third"] {
        let reading = reader.read(words.as_bytes()).reading;
        assert_eq!((reading.pages, reading.problems), (vec![words.into()], vec![]));
    }
}

#[test]
fn memory_is_bounded() {
    let config = isnad_extract::Config { memory_max: 192 << 20, ..config("worker") };
    let mut reader = Reader::start(config).expect("a child");
    let swollen = [b"%PDF-1.7\n".to_vec(), vec![b' '; 256 << 20]].concat();
    let reading = reader.read(&swollen).reading;
    assert_eq!(reading.problems[0].code, "reader-out-of-memory");
    assert_eq!(reader.read(b"and on it goes").reading.pages, ["and on it goes".into()]);
}

#[test]
fn a_picture_that_claims_to_be_huge_is_refused() {
    let mut png = make::picture(image::ImageFormat::Png);
    png[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    let crc = crc(&png[12..29]);
    png[29..33].copy_from_slice(&crc.to_be_bytes());
    let problem = reader().page_image(&png, 1, 100).expect_err("too large");
    assert_eq!(problem.code, "image-too-large");
    assert!(problem.args.contains(&("megapixels_max", isnad_model::Arg::Number(200))));
}

/// The checksum of a PNG chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & 0u32.wrapping_sub(crc & 1)))
    })
}

#[test]
fn truncated_files_are_problems() {
    let check = |bytes: Vec<u8>, expect: &[&str]| {
        let cut = &bytes[..bytes.len() * 2 / 3];
        let answer = reader().read(cut);
        let codes: Vec<_> = answer.reading.problems.iter().map(|p| p.code).collect();
        assert_eq!(codes, expect, "{}", answer.media_type);
    };
    let document = "<w:p><w:r><w:t>words that come first</w:t></w:r></w:p>".repeat(3);
    let long =
        (0..400).map(|i| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", i * 7919 % 1009)).collect::<String>();
    check(make::docx(&(document + &long), &[]), &["document-damaged", "document-damaged"]);
    check(make::picture(image::ImageFormat::Png), &["image-damaged"]);
    check(make::photograph(), &["image-damaged"]);
    check(make::pdf(&[]), &["pdf-damaged"]);
}

#[test]
fn a_truncated_docx_gives_the_words_that_it_still_has() {
    let long = (0..4000)
        .map(|i| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", i * 7919 % 10_007))
        .collect::<String>();
    let bytes = make::docx(&format!("<w:p><w:r><w:t>the first words</w:t></w:r></w:p>{long}"), &[]);
    let answer = reader().read(&bytes[..bytes.len() / 2]);
    assert!(answer.media_type.ends_with("wordprocessingml.document"), "{}", answer.media_type);
    assert!(answer.reading.pages[0].text.starts_with("the first words\n"));
    assert_eq!(answer.reading.problems[0].code, "document-damaged");
}
