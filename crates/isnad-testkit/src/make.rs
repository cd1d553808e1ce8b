//! Containers made byte by byte: names go in raw, so that no library makes them harmless.

mod pdf;

pub use pdf::{assemble_pdf, locked_pdf, page_with, pdf};

use std::io::{Cursor, Write};

use base64::{Engine, engine::general_purpose::STANDARD};
use zip::{ZipWriter, write::SimpleFileOptions};

/// A zip file.
pub fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a member");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A zip file within a zip file, `depth` of them, around a text.
pub fn nested_zip(depth: usize, text: &str) -> Vec<u8> {
    (1..depth).fold(zip(&[("core.txt", text.as_bytes())]), |inner, level| {
        zip(&[(format!("level-{level}.zip").as_str(), inner.as_slice())])
    })
}

/// A zip file whose members are locked, each with a password of its own; one without is open.
pub fn locked_zip(members: &[(&str, &[u8], Option<&str>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes, password) in members {
        let options = SimpleFileOptions::default();
        let options = match password {
            Some(password) => options.with_aes_encryption(zip::AesMode::Aes256, password),
            None => options,
        };
        zip.start_file(*name, options).expect("a member");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A tar file.
pub fn tar(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(1_537_794_000);
        assert!(name.len() <= 100, "a short name");
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_cksum();
        tar.append(&header, *bytes).expect("a member");
    }
    tar.into_inner().expect("a tar")
}

/// gzip, without a name.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(bytes).expect("its bytes");
    gzip.finish().expect("a gzip")
}

/// A letter with a text and what is attached to it, in Base64.
pub fn letter(subject: &str, text: &str, attached: &[(&str, &[u8])]) -> Vec<u8> {
    let boundary = "=_a_boundary_that_occurs_nowhere_else";
    let mut letter = format!(
        "From: Ahmad <ahmad@example.org>\r\nTo: committee@example.org\r\nMessage-ID: <{subject}@example.org>\r\n\
         Date: Mon, 1 Oct 2018 10:00:00 +0300\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n\
         --{boundary}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    );
    for (name, bytes) in attached {
        letter.push_str(&format!(
            "--{boundary}\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\
             Content-Disposition: attachment; filename=\"{name}\"\r\n\r\n"
        ));
        for line in STANDARD.encode(bytes).as_bytes().chunks(76) {
            letter.push_str(std::str::from_utf8(line).expect("ASCII"));
            letter.push_str("\r\n");
        }
    }
    letter.push_str(&format!("--{boundary}--\r\n"));
    letter.into_bytes()
}

/// A mailbox of letters, as RFC 4155 says.
pub fn mailbox(letters: &[Vec<u8>]) -> Vec<u8> {
    let parts = letters
        .iter()
        .flat_map(|letter| [b"From ahmad@example.org Mon Oct  1 10:00:00 2018\n".as_slice(), letter, b"\n"]);
    parts.collect::<Vec<_>>().concat()
}
