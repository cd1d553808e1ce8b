//! Small files of every kind, made here byte by byte.

mod locked;

use isnad_testkit::make::assemble_pdf;
pub use locked::{locked_pdf, locked_zip};

use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

pub fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        // A folder is what ends so.
        match name.ends_with('/') {
            true => zip.add_directory(*name, SimpleFileOptions::default()).expect("a folder"),
            false => {
                zip.start_file(*name, SimpleFileOptions::default()).expect("a member");
                zip.write_all(bytes).expect("content");
            }
        }
    }
    zip.finish().expect("a zip").into_inner()
}

pub fn docx(document: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let open = r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>"#;
    let document = format!("{open}{document}</w:body></w:document>");
    let mut members: Vec<(&str, &[u8])> =
        vec![("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())];
    members.extend(others.iter().map(|(name, xml)| (*name, xml.as_bytes())));
    zip(&members)
}

/// A tar member by its parts; the name goes in raw, so that no library makes it harmless.
pub fn tar(members: &[(&str, tar::EntryType, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, kind, bytes) in members {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_entry_type(*kind);
        header.set_mode(0o644);
        header.set_mtime(1_537_794_000);
        if name.len() <= 100 {
            header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        } else {
            let mut long = tar::Header::new_gnu();
            long.set_size(name.len() as u64 + 1);
            long.set_entry_type(tar::EntryType::GNULongName);
            long.as_old_mut().name[..13].copy_from_slice(b"././@LongLink");
            long.set_cksum();
            tar.append(&long, [name.as_bytes(), b"\0"].concat().as_slice()).expect("a long name");
        }
        header.set_cksum();
        tar.append(&header, *bytes).expect("a member");
    }
    tar.into_inner().expect("a tar")
}

/// gzip, without a name.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    out.write_all(bytes).expect("content");
    out.finish().expect("a gzip")
}

/// xz.
pub fn xz(bytes: &[u8]) -> Vec<u8> {
    let mut out =
        lzma_rust2::XzWriter::new(Vec::new(), lzma_rust2::XzOptions::with_preset(1)).expect("options");
    out.write_all(bytes).expect("content");
    out.finish().expect("an xz")
}

/// 7z, perhaps encrypted.
pub fn sevenz(members: &[(&str, &[u8])], password: Option<&str>) -> Vec<u8> {
    use sevenz_rust2::{ArchiveEntry, ArchiveWriter, encoder_options as options};
    let mut writer = ArchiveWriter::new(Cursor::new(Vec::new())).expect("memory");
    let lock = password.map(|password| options::AesEncoderOptions::new(password.into()).into());
    let lzma = options::Lzma2Options::from_level(1).into();
    writer.set_content_methods(lock.into_iter().chain([lzma]).collect()).set_encrypt_header(false);
    for (name, bytes) in members {
        writer.push_archive_entry(ArchiveEntry::new_file(name), Some(*bytes)).expect("a member");
    }
    writer.finish().expect("a 7z").into_inner()
}

/// A PDF whose pages hold lines of glyphs as they stand on paper from left to right.
///
/// Every glyph is half as wide as it is high, and knows its letters by a ToUnicode map.
pub fn pdf(pages: &[&[&[&str]]]) -> Vec<u8> {
    let mut glyphs: Vec<&str> = pages.iter().flat_map(|p| p.iter()).flat_map(|l| l.iter()).copied().collect();
    glyphs.sort_unstable();
    glyphs.dedup();
    // A Latin letter keeps its own code, so that the font can also draw it.
    let code = |glyph: &str| match glyph.as_bytes() {
        [ascii] => usize::from(*ascii),
        _ => 128 + glyphs.iter().position(|known| *known == glyph).expect("listed"),
    };
    let map: String = glyphs
        .iter()
        .map(|glyph| {
            let units: String = glyph.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
            format!("<{:02X}> <{units}>\n", code(glyph))
        })
        .collect();
    let cmap = format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n\
         1 begincodespacerange <00> <FF> endcodespacerange\n{} beginbfchar\n{map}endbfchar\n\
         endcmap end end",
        glyphs.len()
    );
    let widths = "500 ".repeat(255);
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        format!(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 1 /LastChar 255 \
             /Widths [{widths}] /ToUnicode 4 0 R >>"
        ),
        stream(&cmap),
        "<< /Title <FEFF063406470627062F0629> /Author (A. Clerk) /CreationDate (D:20180924130000+02'00') >>"
            .to_owned(),
    ];
    let mut kids = String::new();
    for page in pages {
        let mut content = String::from("BT /F 20 Tf\n");
        for (line, row) in page.iter().zip(0..) {
            let codes: String = line.iter().map(|glyph| format!("{:02X}", code(glyph))).collect();
            content.push_str(&format!("1 0 0 1 50 {} Tm <{codes}> Tj\n", 700 - 40 * row));
        }
        content.push_str("ET");
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {} 0 R \
             /Resources << /Font << /F 3 0 R >> >> >>",
            objects.len() + 2
        ));
        kids.push_str(&format!("{} 0 R ", objects.len()));
        objects.push(stream(&content));
    }
    objects[1] = format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len());
    assemble(&objects)
}

/// A PDF of one page with this content; its font `F` is Helvetica, with the codes of Latin letters.
pub fn pdf_page(content: &str) -> Vec<u8> {
    assemble(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 6 0 R \
         /Resources << /Font << /F 3 0 R >> >> >>"
            .to_owned(),
        "<< /Producer (A Press) /CreationDate (D:20180924) /Company (Ours) >>".to_owned(),
        stream(content),
    ])
}

fn stream(content: &str) -> String {
    format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len())
}

fn assemble(objects: &[String]) -> Vec<u8> {
    let objects: Vec<Vec<u8>> = objects.iter().map(|object| object.clone().into_bytes()).collect();
    assemble_pdf(&objects, "/Info 5 0 R")
}

/// Four times two pixels: red on the left, blue on the right.
pub fn picture(format: image::ImageFormat) -> Vec<u8> {
    let pixels =
        image::RgbImage::from_fn(64, 32, |x, _| image::Rgb(if x < 32 { [255, 0, 0] } else { [0, 0, 255] }));
    let mut out = Cursor::new(Vec::new());
    image::DynamicImage::ImageRgb8(pixels).write_to(&mut out, format).expect("a picture");
    out.into_inner()
}

/// A photograph that lies on its side, taken in Damascus.
pub fn photograph() -> Vec<u8> {
    use exif::{Field, In, Rational, Tag, Value};
    let text =
        |tag, words: &str| Field { tag, ifd_num: In::PRIMARY, value: Value::Ascii(vec![words.into()]) };
    let degrees = |tag, d, m| Field {
        tag,
        ifd_num: In::PRIMARY,
        value: Value::Rational(vec![
            Rational { num: d, denom: 1 },
            Rational { num: m, denom: 1 },
            Rational { num: 0, denom: 1 },
        ]),
    };
    let fields = [
        text(Tag::Make, "Acme"),
        text(Tag::DateTimeOriginal, "2013:05:01 10:20:30"),
        Field { tag: Tag::Orientation, ifd_num: In::PRIMARY, value: Value::Short(vec![6]) },
        text(Tag::GPSLatitudeRef, "N"),
        degrees(Tag::GPSLatitude, 33, 30),
        text(Tag::GPSLongitudeRef, "E"),
        degrees(Tag::GPSLongitude, 36, 18),
    ];
    let mut writer = exif::experimental::Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut tiff = Cursor::new(Vec::new());
    writer.write(&mut tiff, false).expect("exif");
    let tiff = tiff.into_inner();
    let jpeg = picture(image::ImageFormat::Jpeg);
    let length = (tiff.len() as u16 + 8).to_be_bytes();
    [&jpeg[..2], b"\xFF\xE1", &length, b"Exif\0\0", &tiff, &jpeg[2..]].concat()
}
