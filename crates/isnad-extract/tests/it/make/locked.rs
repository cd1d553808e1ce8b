//! Files behind a password.

use isnad_testkit::make;
use std::io::{Cursor, Write};
use zip::{AesMode, ZipWriter, unstable::write::FileOptionsExt, write::SimpleFileOptions};

/// A ZIP whose members are locked, with AES or in the old way.
pub fn locked_zip(members: &[(&str, &[u8])], password: &str, aes: bool) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let options = SimpleFileOptions::default();
        let options = match aes {
            true => options.with_aes_encryption(AesMode::Aes256, password),
            false => options.with_deprecated_encryption(password.as_bytes()).expect("a password"),
        };
        zip.start_file(*name, options).expect("a member");
        zip.write_all(bytes).expect("content");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A PDF of one page behind a password.
pub fn locked_pdf(password: &str) -> Vec<u8> {
    let page = make::page_with(b"BT /F 20 Tf 1 0 0 1 10 90 Tm (Damascus) Tj ET", None);
    make::locked_pdf(password, &page)
}
