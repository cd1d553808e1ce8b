//! A small log of fixed entries and a fixed key, as files: what we write today must be read for ever.

use std::{collections::BTreeMap, path::PathBuf};

use isnad_crypto::{Secret, hash::hex};

use crate::{
    checkpoint::Checkpoint,
    note::{NoteSigner, VerifyKey},
    proof::LogProof,
    tile::{Layer, Tile, TileReader, WIDTH, encode_bundle, tiles_of},
    tree::{Hash, NodeId, inclusion_proof, leaf_hash, root, root_from_nodes},
};

const ORIGIN: &str = "archive.example/log";
const SIZE: u64 = 600;
const PROVED: u64 = 299;

fn entry(index: u64) -> Vec<u8> {
    format!("entry {index}\n").into_bytes()
}

/// The bytes of a tile, straight from the definition.
fn tile_bytes(tile: Tile) -> Vec<u8> {
    let places = (0..u64::from(tile.width)).map(|place| tile.index * u64::from(WIDTH) + place);
    match tile.layer {
        Layer::Entries => {
            let entries: Vec<Vec<u8>> = places.map(entry).collect();
            encode_bundle(entries.iter().map(Vec::as_slice)).unwrap()
        }
        Layer::Hashes(level) => {
            let leaves = 256u64.pow(u32::from(level));
            let subtree = |place| (place * leaves..(place + 1) * leaves).map(|i| leaf_hash(&entry(i)));
            places.flat_map(|place| root(&subtree(place).collect::<Vec<Hash>>())).collect()
        }
    }
}

/// Names and texts of all golden files; bytes are in hexadecimal, 32 to a line.
fn files() -> BTreeMap<String, String> {
    let signer = NoteSigner::new(ORIGIN, &Secret([0x42; 32])).unwrap();
    let mut reader = TileReader::new(SIZE, |tile| Ok::<_, ()>(tile_bytes(tile)));
    let mut node = |id: NodeId| reader.node(id);
    let root = root_from_nodes(SIZE, &mut node).unwrap();
    let checkpoint = Checkpoint::new(ORIGIN, SIZE, root).sign(&signer).unwrap().to_string();
    let path = inclusion_proof(PROVED, SIZE, &mut node).unwrap();
    let proof = LogProof { extra: None, index: PROVED, path, checkpoint: checkpoint.clone() };
    let mut files = BTreeMap::from([
        ("log/key.vkey".to_owned(), format!("{}\n", signer.key())),
        ("log/checkpoint".to_owned(), checkpoint),
        (format!("log/{PROVED}.tlog-proof"), proof.to_string()),
    ]);
    for tile in tiles_of(SIZE) {
        let lines: Vec<String> = tile_bytes(tile).chunks(32).map(|line| hex(line) + "\n").collect();
        files.insert(format!("log/{}.hex", tile.path()), lines.concat());
    }
    files
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../testdata/golden/ledger/v1")
}

#[test]
fn written_as_ever() {
    for (name, expected) in files() {
        let golden = std::fs::read_to_string(folder().join(&name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(golden, expected, "{name}");
    }
}

/// With the files alone: key and entry in, verdict out.
#[test]
fn read_as_ever() {
    let read = |name: &str| std::fs::read_to_string(folder().join(name)).unwrap();
    let key: VerifyKey = read("log/key.vkey").trim_end().parse().unwrap();
    let proof = LogProof::parse(&read(&format!("log/{PROVED}.tlog-proof"))).unwrap();
    let checkpoint = proof.verify(&leaf_hash(&entry(PROVED)), ORIGIN, std::slice::from_ref(&key)).unwrap();
    assert_eq!(Checkpoint::verify(read("log/checkpoint").as_bytes(), ORIGIN, &[key]), Ok(checkpoint));
}

/// Makes the files of a new version. It never changes one that is there.
#[test]
#[ignore = "run by hand when a format gets a new version"]
fn write_golden() {
    for (name, text) in files() {
        let path = folder().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        if !path.exists() {
            std::fs::write(&path, text).unwrap();
        }
        assert!(path.exists());
    }
}
