use super::make::{agile, standard};
use crate::{
    formats::read,
    wire::{Reply, Sink},
};
use isnad_crypto::office::Digest;
use std::io::{Cursor, Write};

const PASSWORD: &str = "كلمة السر 1";

/// A document of one paragraph, and a picture's worth of bytes that fill several pieces.
fn document() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        (
            "[Content_Types].xml",
            "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>",
        ),
        (
            "word/document.xml",
            "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>وصلت القائمة</w:t></w:r></w:p></w:body></w:document>",
        ),
    ];
    for (name, content) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(content.as_bytes()).expect("content");
    }
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file("word/media/a.bin", stored).expect("a part");
    zip.write_all(&[1; 10_000]).expect("content");
    zip.finish().expect("a zip").into_inner()
}

fn told(bytes: &[u8], password: Option<&str>) -> (String, Vec<&'static str>) {
    let (mut pages, mut codes) = (String::new(), Vec::new());
    let mut send = |reply: Reply<'_>| match reply {
        Reply::Text(text) => pages.push_str(text),
        Reply::Problem(problem) => codes.push(problem.code),
        _ => {}
    };
    read(&mut Cursor::new(bytes), password, &mut Sink::new(&mut send));
    (pages, codes)
}

#[test]
fn the_password_opens_a_document_and_no_other_does() {
    let locked = [
        standard(&document(), PASSWORD),
        agile(&document(), PASSWORD, Digest::Sha1, "SHA1"),
        agile(&document(), PASSWORD, Digest::Sha256, "SHA256"),
        agile(&document(), PASSWORD, Digest::Sha384, "SHA384"),
        agile(&document(), PASSWORD, Digest::Sha512, "SHA512"),
    ];
    for bytes in locked {
        assert_eq!(told(&bytes, Some(PASSWORD)), ("وصلت القائمة\n".to_owned(), vec![]));
        assert_eq!(told(&bytes, Some("another")), (String::new(), vec!["password-wrong"]));
        assert_eq!(told(&bytes, None), (String::new(), vec!["document-encrypted"]));
    }
}

#[test]
fn a_way_that_is_not_known_and_a_file_that_was_cut_off() {
    let unknown = agile(&document(), PASSWORD, Digest::Sha512, "WHIRLPOOL");
    assert_eq!(told(&unknown, Some(PASSWORD)).1, ["document-encrypted-unopened"]);
    let whole = agile(&document(), PASSWORD, Digest::Sha512, "SHA512");
    for length in (0..whole.len()).step_by(301) {
        told(&whole[..length], Some(PASSWORD));
    }
    // So many rounds would hold a reader up for hours.
    let xml = b"spinCount='100'";
    let at = memchr::memmem::find(&whole, xml).expect("the rounds");
    let mut slow = whole;
    slow[at..at + xml.len()].copy_from_slice(b"spinCount=99e99");
    assert_ne!(told(&slow, Some(PASSWORD)).1, [""; 0]);
}

#[test]
fn a_key_of_a_length_that_the_cipher_has_not_takes_no_memory() {
    let whole = agile(&document(), PASSWORD, Digest::Sha512, "SHA512");
    let stated = b"saltSize='16' blockSize='16' keyBits='256'";
    for bits in ["99999999999999", "264", "8", "-1"] {
        let lie = format!("{:<1$}", format!("keyBits='{bits}'"), stated.len());
        let mut bytes = whole.clone();
        while let Some(at) = memchr::memmem::find(&bytes, stated) {
            bytes[at..at + stated.len()].copy_from_slice(lie.as_bytes());
        }
        assert_eq!(told(&bytes, Some(PASSWORD)), (String::new(), vec!["document-damaged"]), "{bits}");
    }
}
