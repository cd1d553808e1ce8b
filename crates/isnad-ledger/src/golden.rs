//! Frozen samples of stored forms: hexadecimal, 32 bytes to a line, added and never edited.

use std::path::PathBuf;

use isnad_crypto::hash::{hex, unhex};

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../testdata/golden/ledger").join(name)
}

/// The bytes of a frozen sample.
pub fn frozen(name: &str) -> Vec<u8> {
    let text = std::fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let byte = |pair: &[u8]| unhex::<1>(std::str::from_utf8(pair).unwrap()).unwrap()[0];
    text.lines().flat_map(|line| line.as_bytes().chunks(2).map(byte)).collect()
}

/// Writes a new sample; one that is there stays as it is.
pub fn freeze(name: &str, bytes: &[u8]) {
    let path = path(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    if !path.exists() {
        let lines: Vec<String> = bytes.chunks(32).map(|line| hex(line) + "\n").collect();
        std::fs::write(&path, lines.concat()).unwrap();
    }
    assert_eq!(frozen(name), bytes, "{name} is frozen with other bytes");
}
