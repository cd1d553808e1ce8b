use super::unpack;
use crate::unpack::testing::{Gathered, gather};
use isnad_testkit::make::assemble_pdf;
use std::io::{Cursor, Write};

/// A document of these objects; the first is its catalog.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let objects: Vec<Vec<u8>> = objects.iter().map(|object| object.as_bytes().to_vec()).collect();
    pdf_of(&objects)
}

fn pdf_of(objects: &[Vec<u8>]) -> Vec<u8> {
    assemble_pdf(objects, "")
}

const PAGES: &str = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const PAGE: &str = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>";

fn file(more: &str, content: &str) -> String {
    format!("<< /Type /EmbeddedFile /Length {} {more} >>\nstream\n{content}\nendstream", content.len())
}

fn members(pdf: &[u8]) -> (Vec<Gathered>, Vec<&'static str>) {
    gather(|sink| unpack(&mut Cursor::new(pdf), None, sink))
}

#[track_caller]
fn check(objects: &[&str], expect: &[(&str, Result<&str, &'static str>)], problems: &[&str]) {
    let (found, codes) = members(&pdf(objects));
    let found: Vec<_> = found
        .iter()
        .map(|m| (m.name.as_str(), m.content.as_deref().map(|c| String::from_utf8_lossy(c)).map_err(|e| *e)))
        .collect();
    let found: Vec<_> = found.iter().map(|(name, c)| (*name, c.as_deref().map_err(|e| *e))).collect();
    assert_eq!((found.as_slice(), codes.as_slice()), (expect, problems));
}

const CATALOG: &str = "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 4 0 R >> >>";

#[test]
fn files_come_from_a_list_a_paper_clip_and_from_nowhere() {
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Annots [<< /Subtype /FileAttachment \
                /FS << /Type /Filespec /F (clip.txt) /EF << /F 7 0 R >> >> >>] >>";
    check(
        &[
            CATALOG,
            PAGES,
            page,
            "<< /Names [(a) << /F (a.txt) /UF <FEFF06230628002E007400780074> /EF << /F 5 0 R /UF 5 0 R >> >> \
             (b) 6 0 R] >>",
            &file("", "listed"),
            "<< /Type /Filespec /UF (b.txt) /EF << /F 8 0 R >> >>",
            &file("", "clipped"),
            &file("/Params << /Size 6 /ModDate (D:20180924130000Z) >>", "second"),
            &file("", "orphan"),
        ],
        &[
            ("clip.txt", Ok("clipped")),
            ("أب.txt", Ok("listed")),
            ("b.txt", Ok("second")),
            ("object-9", Ok("orphan")),
        ],
        &[],
    );
}

#[test]
fn a_file_that_is_named_twice_comes_once_and_one_that_is_another_comes_too() {
    check(
        &[
            CATALOG,
            PAGES,
            PAGE,
            "<< /Names [(a) 5 0 R (a) 5 0 R (b) << /F (b.txt) /EF << /F 6 0 R >> >> \
             (c) << /F (a.txt) /EF << /F 7 0 R >> >>] >>",
            "<< /F (a.txt) /EF << /F 6 0 R >> >>",
            &file("", "one"),
            &file("", "other"),
        ],
        &[("b.txt", Ok("one")), ("a.txt", Ok("other"))],
        &[],
    );
}

#[test]
fn lists_that_run_in_circles_and_files_that_are_not_there_are_no_end() {
    check(
        &[
            CATALOG,
            PAGES,
            PAGE,
            "<< /Kids [4 0 R 5 0 R 4 0 R] /Names [(x) 99 0 R (y) << /EF 4 0 R >> (z) << /EF << >> >>] >>",
            "<< /Kids [4 0 R] /Names [(gone) << /F (gone.txt) /EF << /F 77 0 R >> >> \
             (none) << /F (none.txt) /EF << /F (no stream) >> >>] >>",
        ],
        &[("gone.txt", Err("member-damaged")), ("none.txt", Err("member-damaged"))],
        &[],
    );
}

#[test]
fn what_is_said_of_the_length_is_compared() {
    check(
        &[
            CATALOG,
            PAGES,
            PAGE,
            "<< /Names [(a) << /F (a.txt) /EF << /F 5 0 R >> >>] >>",
            &file("/Params << /Size 700 >>", "short"),
        ],
        &[("a.txt", Ok("short"))],
        &["pdf-attachment-differs"],
    );
}

#[test]
fn a_file_that_was_made_small_is_unfolded_and_one_that_was_cut_off_is_refused() {
    let squeezed = |cut: usize| {
        let mut out = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        out.write_all(&b"words and words ".repeat(5_000)).expect("memory");
        let mut bytes = out.finish().expect("memory");
        bytes.truncate(bytes.len() - cut);
        let head =
            format!("<< /Type /EmbeddedFile /Filter /FlateDecode /Length {} >>\nstream\n", bytes.len());
        let stream = [head.as_bytes(), &bytes, b"\nendstream"].concat();
        let list = b"<< /Names [(a) << /F (a.txt) /EF << /F 5 0 R >> >>] >>".to_vec();
        members(&pdf_of(&[CATALOG.into(), PAGES.into(), PAGE.into(), list, stream])).0.remove(0).content
    };
    assert_eq!(squeezed(0).map(|content| content.len()), Ok(80_000));
    assert_eq!(squeezed(40), Err("member-damaged"));
}

#[test]
fn objects_within_objects_are_no_end() {
    let deep = format!("{}<< /F (deep.txt) /EF << /F 5 0 R >> >>{}", "[".repeat(400), "]".repeat(400));
    let shallow = format!("{}<< /F (b.txt) /EF << /F 5 0 R >> >>{}", "[".repeat(20), "]".repeat(20));
    // What lies too deep to be found by its name is still there.
    check(&[CATALOG, PAGES, PAGE, &deep, &file("", "x")], &[("object-5", Ok("x"))], &[]);
    check(&[CATALOG, PAGES, PAGE, &shallow, &file("", "x")], &[("b.txt", Ok("x"))], &[]);
}
