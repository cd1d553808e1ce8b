//! Containers made byte by byte: names go in raw, so that no library makes them harmless.

use std::io::{Cursor, Write};

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
