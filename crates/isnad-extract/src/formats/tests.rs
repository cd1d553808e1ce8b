//! No bytes make a reader panic: sound files with bytes changed, cut and doubled, in this very process.

#[path = "../../tests/it/office/compound.rs"]
mod compound;
mod media;
#[path = "../../tests/it/office/sheets.rs"]
mod sheets;

use super::{page_image, read};
use crate::{
    unpack::unpack,
    wire::{Reply, Sink},
};
use proptest::{prelude::*, test_runner::RngSeed};
use std::io::{Cursor, Write};

/// Does everything that a child does with a file; returns how much it had to say.
fn everything(bytes: &[u8]) -> u64 {
    let mut weight = 0;
    let mut send = |reply: Reply<'_>| weight += reply.weight();
    let mut sink = Sink::new(&mut send);
    let source = &mut Cursor::new(bytes);
    read(source, None, &mut sink);
    read(source, Some("password"), &mut sink);
    unpack(source, Some("password"), &mut sink);
    unpack(source, None, &mut sink);
    page_image(source, 1, 40, &mut sink);
    weight
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a member");
        zip.write_all(bytes).expect("content");
    }
    zip.finish().expect("a zip").into_inner()
}

fn docx() -> Vec<u8> {
    let document = "<w:document><w:body><w:p><w:r><w:t>شهادة &amp; &#65;</w:t></w:r></w:p><w:tbl><w:tr><w:tc>\
        <w:p/></w:tc></w:tr></w:tbl><w:del><w:delText>x</w:delText></w:del></w:body></w:document>";
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
        ("docProps/core.xml", b"<p><dc:creator>A</dc:creator></p>"),
    ])
}

fn picture(format: image::ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(24, 16).write_to(&mut out, format).expect("a picture");
    out.into_inner()
}

fn tar() -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    let mut header = tar::Header::new_gnu();
    header.set_size(5);
    header.set_mtime(1_537_794_000);
    tar.append_data(&mut header, "folder/ملف.txt", &b"words"[..]).expect("a member");
    tar.into_inner().expect("a tar")
}

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n\
    4 0 obj<</Length 46>>stream\nBT /F 20 Tf 1 0 0 1 10 90 Tm (Damascus) Tj ET \nendstream endobj\n\
    5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n\
    6 0 obj<</Title(A)/CreationDate(D:20180924130000+02'00')>>endobj\n\
    trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\n%%EOF\n";

/// Runs a reader over so many damaged copies of a sound file.
fn mutate(name: &str, sound: &[u8], cases: u32) {
    assert!(everything(sound) > 64, "the sound {name} is read");
    let change = (any::<prop::sample::Index>(), any::<u8>(), 0..4u8);
    // The seed is fixed, so that a failure on one machine is a failure on all.
    let config = ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(20180924),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(changes in prop::collection::vec(change, 1..8))| {
        let mut bytes = sound.to_vec();
        for (at, value, how) in changes {
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = value,
                1 => bytes[at] ^= 1 << (value % 8),
                2 => bytes.truncate(at.max(bytes.len() * 9 / 10)),
                _ => bytes.insert(at, value),
            }
        }
        everything(&bytes);
    });
}

#[test]
fn damaged_zips() {
    mutate("zip", &zip(&[("a.txt", b"some words"), ("b/c.txt", &[7; 300])]), 2_000);
}

#[test]
fn damaged_tars() {
    mutate("tar", &tar(), 2_000);
}

#[test]
fn damaged_documents() {
    mutate("docx", &docx(), 2_000);
}

#[test]
fn damaged_packages() {
    let rows = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c s=\"1\"><f>1</f><v>43367</v></c></row></sheetData>";
    mutate("xlsx", &sheets::xlsx(&[("one", rows)], &[]), 1_000);
    mutate("xlsb", &sheets::xlsb(), 500);
    let table = "<office:spreadsheet><table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"9\">\
        <table:table-cell table:number-columns-repeated=\"7\"><text:p>a</text:p></table:table-cell></table:table-row>\
        </table:table></office:spreadsheet>";
    mutate("ods", &sheets::odf("spreadsheet", "", table), 1_000);
    let text = "<office:text><text:tracked-changes><text:changed-region text:id=\"c\"><text:deletion><text:p>x</text:p>\
        </text:deletion></text:changed-region></text:tracked-changes><text:p>a<text:change text:change-id=\"c\"/>\
        <text:note><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p></office:text>";
    mutate("odt", &sheets::odf("text", "", text), 1_000);
    mutate("epub", &sheets::epub(), 1_000);
}

/// The parts themselves, since a changed byte of a packed one seldom gets through.
#[test]
fn damaged_parts() {
    let flat = |kind: &str, body: &str| {
        format!(
            "<office:document office:mimetype=\"application/vnd.oasis.opendocument.{kind}\">{body}</office:document>"
        )
    };
    let row = "<table:table-row table:number-rows-repeated=\"9\"><table:table-cell table:number-columns-spanned=\"2\" \
        office:value-type=\"float\" office:value=\"1.5\"/><table:table-cell office:value-type=\"time\" office:time-value=\"PT1H2M3S\"/>\
        <table:table-cell table:number-columns-repeated=\"70000\"/></table:table-row>";
    mutate("fods", flat("spreadsheet", &format!("<table:table>{row}</table:table>")).as_bytes(), 2_000);
    let body = "<office:text><text:p>a<text:a href=\"b:c\">d</text:a><draw:frame><draw:text-box><text:p>e</text:p></draw:text-box>\
        </draw:frame><office:annotation><dc:creator>f</dc:creator><text:p>g</text:p></office:annotation></text:p>\
        <table:table><table:table-row><table:table-cell><text:p>h</text:p></table:table-cell></table:table-row></table:table></office:text>";
    mutate("fodt", flat("text", body).as_bytes(), 2_000);
    mutate("html", b"<html><title>a</title><body><table><tr><td>b<td><table><tr><td>c</table><p>d<del>e</del><a href=x:y>f</a><pre>g", 2_000);
    mutate("rtf", b"{\\rtf1\\ansicpg1256{\\fonttbl{\\f1\\fcharset178 A;}}\\f1 \\'c3\\u1571?{\\footnote n}{\\field{\\*\\fldinst HYPERLINK \"x:y\"}{\\fldrslt w}}\\trowd\\intbl a\\cell\\row{\\deleted d}{\\bin3 abc}}", 4_000);
    let mhtml = b"MIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=b\n\n--b\nContent-Type: text/html\n\
        Content-Transfer-Encoding: quoted-printable\n\n<p>=D8=A3</p>\n--b--\n";
    mutate("mhtml", mhtml, 1_000);
    mutate("csv", b"a;b\n\"1\";2\n3;4\n5;6\n", 1_000);
}

#[test]
fn damaged_compound_files() {
    mutate("doc", &compound::doc("wide\ra\u{7}b\u{7}\u{13}HYPERLINK x:y\u{14}c\u{15}\r", "narrow\r"), 2_000);
    mutate("xls", &compound::xls(), 2_000);
    mutate("ppt", &compound::ppt(), 2_000);
}

#[test]
fn damaged_photographs() {
    mutate("jpeg", &picture(image::ImageFormat::Jpeg), 2_000);
    mutate("png", &picture(image::ImageFormat::Png), 2_000);
}

#[test]
fn damaged_letters() {
    let letter = "From a@b Mon Oct  1 10:00:00 2018\nFrom: =?utf-8?B?2KPYrdmF2K8=?= <a@b>\nMessage-ID: <1@b>\n\
        Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/html; charset=windows-1256\n\n\
        <p>a &amp; b</p>\n--b\nContent-Disposition: attachment; filename*0*=utf-8''%D8%B1; filename*1=.txt\n\
        Content-Transfer-Encoding: base64\n\nd29yZHM=\n--b\nContent-Transfer-Encoding: quoted-printable\n\n=D8=B1=\n\
        \n--b--\n\n";
    mutate("mailbox", letter.repeat(2).as_bytes(), 2_000);
    let (_, letter) = letter.split_once('\n').expect("a first line");
    mutate("letter", letter.as_bytes(), 2_000);
}

#[test]
fn damaged_texts() {
    mutate("text", "أحمد عبد الله، Ahmad Abdullah, 2018\n".as_bytes(), 2_000);
}

#[test]
fn damaged_pdfs() {
    mutate("pdf", PDF, 2_000);
}

proptest! {
    #[test]
    fn bytes_of_chance(bytes in prop::collection::vec(any::<u8>(), 0..2_000), magic in 0..12usize) {
        const MAGIC: [&[u8]; 12] = [
            b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xFF\xD8\xFF\xE1", b"\x89PNG\r\n\x1A\n", b"\xFF\xFE", b"GIF89a", b"II*\0", b"{\\rtf1 ",
            b"<html>", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"<office:document office:mimetype=\"x\">",
        ];
        everything(&[MAGIC[magic], &bytes].concat());
    }
}
