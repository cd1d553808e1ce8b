//! The vectors of transparency-dev/merkle, which the crate `sigstore-merkle` brings along.
//!
//! `cargo xtask test` fetches the crate and names the folder in `ISNAD_MERKLE_VECTORS`; it is not a dependency,
//! because building it would build a library in C.

use std::path::{Path, PathBuf};

use isnad_crypto::hash::sha256;
use serde_json::Value;

use crate::{
    checkpoint,
    tree::{Hash, verify_consistency, verify_inclusion},
};

#[test]
fn inclusion() {
    check("inclusion", 98, |case| {
        let (root, leaf) = (hash(&case["root"])?, hash(&case["leafHash"])?);
        let (index, size) = (case["leafIdx"].as_u64()?, case["treeSize"].as_u64()?);
        verify_inclusion(&leaf, index, size, &hashes(&case["proof"])?, &root).ok()
    });
}

#[test]
fn consistency() {
    check("consistency", 97, |case| {
        let (old_root, new_root) = (placeholder(&case["root1"])?, placeholder(&case["root2"])?);
        let (old, new) = (case["size1"].as_u64()?, case["size2"].as_u64()?);
        verify_consistency(old, new, &hashes(&case["proof"])?, &old_root, &new_root).ok()
    });
}

/// Runs every file of a kind. `verdict` gives nothing where the proof, or its spelling, is refused.
fn check(kind: &str, n_expected: usize, verdict: impl Fn(&Value) -> Option<()>) {
    let Some(folder) = std::env::var_os("ISNAD_MERKLE_VECTORS") else {
        println!(
            "skipped: ISNAD_MERKLE_VECTORS names no folder with the vectors of {kind}; cargo xtask test sets it"
        );
        return;
    };
    let folder = PathBuf::from(folder).join(kind);
    let mut files = Vec::new();
    walk(&folder, &mut files);
    // A case that cannot be read would look like a refusal, so the fields are checked apart.
    for file in &files {
        let case: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        let is_refused = case["wantErr"].as_bool().unwrap();
        assert_eq!(verdict(&case).is_none(), is_refused, "{}: {}", file.display(), case["desc"]);
    }
    assert_eq!(files.len(), n_expected, "files of {kind}");
}

fn hash(value: &Value) -> Option<Hash> {
    checkpoint::hash(value.as_str().unwrap())
}

/// Some roots are the words "don't care": any hash may stand there, the same for the same words.
fn placeholder(value: &Value) -> Option<Hash> {
    hash(value).or_else(|| Some(sha256(&[value.as_str().unwrap().as_bytes()])))
}

fn hashes(value: &Value) -> Option<Vec<Hash>> {
    value.as_array().map_or(Some(Vec::new()), |all| all.iter().map(hash).collect())
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path, files) } else { files.push(path) }
    }
}
