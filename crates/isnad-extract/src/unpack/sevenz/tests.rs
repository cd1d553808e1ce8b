use super::unpack;
use crate::unpack::testing::{Gathered, crc32, gather};
use sevenz_rust2::{
    ArchiveEntry, ArchiveWriter, EncoderConfiguration, EncoderMethod, SourceReader,
    encoder_options::{AesEncoderOptions, Lzma2Options},
};
use std::io::Cursor;

const PASSWORD: &str = "كلمة-olive-3";

/// Two solid blocks of two files each and an empty file, perhaps encrypted.
fn archive(password: Option<&str>, hides_names: bool) -> Vec<u8> {
    let mut writer = ArchiveWriter::new(Cursor::new(Vec::new())).expect("memory");
    let aes = password.map(|password| AesEncoderOptions::new(password.into()).into());
    let lzma: EncoderConfiguration = Lzma2Options::from_level(1).into();
    let methods = aes.into_iter().chain([lzma]).collect();
    writer.set_content_methods(methods).set_encrypt_header(hides_names);
    for block in 0..2 {
        let names = ["a", "b"].map(|name| format!("{name}{block}.txt"));
        let bodies = [&b"first words"[..], &[7; 50_000]];
        let entries = names.iter().map(|name| ArchiveEntry::new_file(name)).collect();
        writer.push_archive_entries(entries, bodies.map(SourceReader::new).into()).expect("a block");
    }
    writer.push_archive_entry(ArchiveEntry::new_file("empty.txt"), None::<&[u8]>).expect("an empty file");
    writer.push_archive_entry(ArchiveEntry::new_directory("folder"), None::<&[u8]>).expect("a folder");
    writer.finish().expect("memory").into_inner()
}

fn members(bytes: &[u8], password: Option<&str>) -> (Vec<Gathered>, Vec<&'static str>) {
    gather(|sink| unpack(&mut Cursor::new(bytes), password, sink))
}

/// Each member as its name and its length, or why it is not there.
fn lines(found: &[Gathered]) -> Vec<(&str, Result<usize, &str>)> {
    found.iter().map(|m| (m.name.as_str(), m.content.as_ref().map(Vec::len).map_err(|code| *code))).collect()
}

const WHOLE: [(&str, Result<usize, &str>); 5] = [
    ("a0.txt", Ok(11)),
    ("b0.txt", Ok(50_000)),
    ("a1.txt", Ok(11)),
    ("b1.txt", Ok(50_000)),
    ("empty.txt", Ok(0)),
];

#[test]
fn files_of_solid_blocks_in_order() {
    let bytes = archive(None, false);
    let (found, codes) = members(&bytes, None);
    assert_eq!((lines(&found), codes), (WHOLE.to_vec(), vec![]));
    assert_eq!(found[0].pair().1, b"first words");
    // A password that is not needed does no harm.
    assert_eq!(lines(&members(&bytes, Some("any")).0), WHOLE);
}

#[test]
fn encrypted_files_are_named_and_open_with_their_password() {
    let bytes = archive(Some(PASSWORD), false);
    let refused = |code: &'static str| -> Vec<(&str, Result<usize, &str>)> {
        WHOLE.iter().map(|(name, size)| (*name, if *size == Ok(0) { Ok(0) } else { Err(code) })).collect()
    };
    assert_eq!(lines(&members(&bytes, None).0), refused("member-encrypted"));
    assert_eq!(lines(&members(&bytes, Some("wrong")).0), refused("password-wrong"));
    let (found, codes) = members(&bytes, Some(PASSWORD));
    assert_eq!((lines(&found), codes), (WHOLE.to_vec(), vec![]));
}

#[test]
fn hidden_names_show_with_the_password() {
    let bytes = archive(Some(PASSWORD), true);
    let check = |password, expect: &[&str]| {
        let (found, codes) = members(&bytes, password);
        assert_eq!((found.len(), codes.as_slice()), (if expect.is_empty() { 5 } else { 0 }, expect));
    };
    check(None, &["container-encrypted"]);
    check(Some("wrong"), &["password-wrong"]);
    check(Some(PASSWORD), &[]);
}

#[test]
fn a_broken_block_costs_its_own_files() {
    let mut bytes = archive(None, false);
    // Within the first block, which begins behind the signature.
    bytes[60] ^= 0xFF;
    let (found, _) = members(&bytes, None);
    let found = lines(&found);
    assert_eq!(found.len(), 5, "every file is named: {found:?}");
    assert!(found[..2].iter().any(|(_, content)| *content == Err("member-damaged")), "{found:?}");
    assert_eq!(found[2..], WHOLE[2..]);
}

#[test]
fn cut_off_ones_are_said_to_be() {
    let bytes = archive(None, false);
    let (found, codes) = members(&bytes[..bytes.len() / 2], None);
    assert_eq!((found.len(), codes), (0, vec!["container-damaged"]));
}

#[test]
fn a_method_that_is_unknown_is_named() {
    assert_eq!(EncoderMethod::ID_LZMA2, [0x21]);
    let mut writer = ArchiveWriter::new(Cursor::new(Vec::new())).expect("memory");
    writer.set_content_methods(vec![EncoderMethod::COPY.into()]);
    writer.push_archive_entry(ArchiveEntry::new_file("a.txt"), Some(&b"words"[..])).expect("a file");
    let mut bytes = writer.finish().expect("memory").into_inner();
    // One coder with an id of one byte, 0: made into one that nobody has.
    let coder = bytes.windows(3).rposition(|w| w == [1, 1, 0]).expect("the coder") + 2;
    bytes[coder] = 0x77;
    let length = bytes.len() as u64 - 37;
    let header = bytes[37..].to_vec();
    assert_eq!(u64::from_le_bytes(bytes[20..28].try_into().expect("eight")), length);
    bytes[28..32].copy_from_slice(&crc32(&header).to_le_bytes());
    let start = crc32(&bytes[12..32]);
    bytes[8..12].copy_from_slice(&start.to_le_bytes());
    assert_eq!(lines(&members(&bytes, None).0), [("a.txt", Err("member-method-unknown"))]);
}
