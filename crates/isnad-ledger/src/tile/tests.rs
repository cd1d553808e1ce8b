use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::tree::{self, Frontier, Hash, tests::leaves};

/// A log's files in memory: what an engine does when it appends.
#[derive(Default)]
struct Files {
    hashes: BTreeMap<(u8, u64), Vec<u8>>,
    frontier: Frontier,
}

impl Files {
    fn append(&mut self, leaf: Hash) {
        let Self { hashes, frontier } = self;
        frontier.push_each(leaf, |id, hash| {
            if let Some(slot) = Slot::of(id) {
                let tile = hashes.entry((slot.tile_level, slot.tile_index)).or_default();
                assert_eq!(tile.len(), usize::from(slot.offset) * 32);
                tile.extend_from_slice(&hash);
            }
        });
    }

    fn read(&self, tile: Tile) -> Result<Vec<u8>, &'static str> {
        let Layer::Hashes(level) = tile.layer else { return Err("no hashes") };
        self.hashes.get(&(level, tile.index)).cloned().ok_or("no such tile")
    }
}

#[test]
fn paths() {
    let check = |layer, index, width, path: &str| {
        let tile = Tile { layer, index, width };
        assert_eq!(tile.path(), path);
        assert_eq!(Tile::from_path(path), Some(tile));
    };
    check(Layer::Hashes(0), 0, 256, "tile/0/000");
    check(Layer::Hashes(0), 1_234_067, 256, "tile/0/x001/x234/067");
    check(Layer::Hashes(1), 999, 1, "tile/1/999.p/1");
    check(Layer::Hashes(63), 1000, 255, "tile/63/x001/000.p/255");
    check(Layer::Entries, 5, 256, "tile/entries/005");
    check(Layer::Entries, u64::MAX, 17, "tile/entries/x018/x446/x744/x073/x709/x551/615.p/17");
}

#[test]
fn other_spellings_are_refused() {
    for path in [
        "",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/0000",
        "tile/00/000",
        "tile/64/000",
        "tile/+1/000",
        "tile/-1/000",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/x001",
        "tile/0/x001/x002",
        "tile/0/001.p/0",
        "tile/0/001.p/01",
        "tile/0/001.p/256",
        "tile/0/001.p/",
        "tile/0/001.p/+1",
        "tile/0/001/",
        "tile/data/001",
        "/tile/0/001",
        "tile/0/x099/x446/x744/x073/x709/x551/615",
        "tile/entries/../../../etc/passwd",
    ] {
        assert_eq!(Tile::from_path(path), None, "{path}");
    }
}

/// The example of the specification.
#[test]
fn tiles_of_seventy_thousand() {
    let of = |layer| tiles_of(70_000).filter(|tile| tile.layer == layer).collect::<Vec<_>>();
    let widths = |layer| (of(layer).len(), of(layer).last().map(|tile| tile.width));
    assert_eq!(widths(Layer::Entries), (274, Some(112)));
    assert_eq!(widths(Layer::Hashes(0)), (274, Some(112)));
    assert_eq!(widths(Layer::Hashes(1)), (2, Some(17)));
    assert_eq!(widths(Layer::Hashes(2)), (1, Some(1)));
    assert_eq!(widths(Layer::Hashes(3)), (0, None));
    let paths: Vec<String> = tiles_of(256).map(|tile| tile.path()).collect();
    assert_eq!(paths, ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]);
}

#[test]
fn growing_names_the_changed_tiles() {
    let check = |old, new, expected: &[&str]| {
        let paths: Vec<String> = tiles_between(old, new).map(|tile| tile.path()).collect();
        assert_eq!(paths, expected, "{old} to {new}");
    };
    check(0, 0, &[]);
    check(5, 5, &[]);
    check(0, 1, &["tile/entries/000.p/1", "tile/0/000.p/1"]);
    check(255, 256, &["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]);
    check(256, 257, &["tile/entries/001.p/1", "tile/0/001.p/1"]);
    check(
        250,
        600,
        &[
            "tile/entries/000",
            "tile/entries/001",
            "tile/entries/002.p/88",
            "tile/0/000",
            "tile/0/001",
            "tile/0/002.p/88",
            "tile/1/000.p/2",
        ],
    );
}

#[test]
fn proofs_out_of_tiles() {
    const SIZE: u64 = 70_000;
    let all = leaves(SIZE);
    let mut files = Files::default();
    all.iter().for_each(|leaf| files.append(*leaf));
    for size in [1, 2, 255, 256, 257, 511, 65_536, 65_537, SIZE] {
        let root = tree::root(&all[..size as usize]);
        let mut reader = TileReader::new(size, |tile| files.read(tile));
        assert_eq!(tree::root_from_nodes(size, |id| reader.node(id)), Ok(root), "size {size}");
        for index in [0, size / 3, size / 2, size - 1] {
            let path = tree::inclusion_proof(index, size, |id| reader.node(id)).unwrap();
            assert_eq!(tree::verify_inclusion(&all[index as usize], index, size, &path, &root), Ok(()));
        }
        for old in [1, size / 3, size / 2, size].into_iter().filter(|old| *old > 0) {
            let old_root = tree::root(&all[..old as usize]);
            let path = tree::consistency_proof(old, size, |id| reader.node(id)).unwrap();
            assert_eq!(tree::verify_consistency(old, size, &path, &old_root, &root), Ok(()));
        }
    }
}

#[test]
fn nodes_that_are_not_there() {
    let mut reader = TileReader::new(300, |tile: Tile| Ok::<_, ()>(vec![0; usize::from(tile.width) * 32]));
    assert!(reader.node(NodeId { level: 0, index: 299 }).is_ok());
    assert!(reader.node(NodeId { level: 8, index: 0 }).is_ok());
    for (level, index) in [(0, 300), (1, 150), (8, 1), (9, 0), (64, 0), (255, 0), (7, u64::MAX)] {
        assert_eq!(reader.node(NodeId { level, index }), Err(TileError::OutsideTree), "{level} {index}");
    }
}

#[test]
fn tiles_of_the_wrong_size_are_refused() {
    let id = NodeId { level: 0, index: 0 };
    for n_bytes in [0, 31, 33, 32 * 43, 32 * 44 + 1, 32 * 257] {
        let mut reader = TileReader::new(44, |_| Ok::<_, ()>(vec![0; n_bytes]));
        assert!(matches!(reader.node(id), Err(TileError::WrongSize(_))), "{n_bytes} bytes");
    }
    // A fuller tile than asked for begins with the same hashes.
    for n_bytes in [32 * 44, 32 * 45, 32 * 256] {
        let mut reader = TileReader::new(44, |_| Ok::<_, ()>(vec![0; n_bytes]));
        assert_eq!(reader.node(id), Ok([0; 32]), "{n_bytes} bytes");
    }
}

#[test]
fn bundles_that_are_cut_off() {
    let bundle = encode_bundle([b"one".as_slice(), b"", b"three"]).unwrap();
    assert_eq!(decode_bundle(&bundle).unwrap(), [b"one".as_slice(), b"", b"three"]);
    for (cut, n_expected) in [(0, Some(0)), (5, Some(1)), (7, Some(2)), (14, Some(3))] {
        assert_eq!(decode_bundle(&bundle[..cut]).ok().map(|entries| entries.len()), n_expected, "at {cut}");
    }
    for cut in [1, 4, 6, 8, 13] {
        assert_eq!(decode_bundle(&bundle[..cut]), Err(BadBundle::CutOff), "at {cut}");
    }
    let long = vec![0; ENTRY_BYTES_MAX + 1];
    assert!(encode_bundle([&long[1..]]).is_ok());
    assert_eq!(encode_bundle([long.as_slice()]), Err(BadBundle::EntryTooLong));
}

proptest! {
    #[test]
    fn growing_step_by_step_names_every_tile(sizes in prop::collection::vec(0u64..200_000, 1..6)) {
        let mut sizes = sizes;
        sizes.sort_unstable();
        let mut old = 0;
        let mut have = BTreeMap::new();
        for new in sizes {
            for tile in tiles_between(old, new) {
                // Never a tile that is there already.
                prop_assert_ne!(have.insert((tile.layer, tile.index), tile.width), Some(tile.width));
            }
            old = new;
        }
        let expected: BTreeMap<_, _> = tiles_of(old).map(|tile| ((tile.layer, tile.index), tile.width)).collect();
        prop_assert_eq!(have, expected);
    }

    #[test]
    fn paths_are_read_back(level in 0u8..64, index: u64, width in 1u16..=256) {
        let tile = Tile { layer: Layer::Hashes(level), index, width };
        prop_assert_eq!(Tile::from_path(&tile.path()), Some(tile));
    }

    #[test]
    fn any_path_that_is_read_prints_the_same(path in "tile/(entries|[0-9]{1,2})/(x[0-9]{3}/){0,2}[0-9]{3}(.p/[0-9]{1,3})?") {
        if let Some(tile) = Tile::from_path(&path) {
            prop_assert_eq!(tile.path(), path);
        }
    }

    #[test]
    fn bundles_are_read_back(entries: Vec<Vec<u8>>) {
        let bundle = encode_bundle(entries.iter().map(Vec::as_slice)).unwrap();
        prop_assert_eq!(decode_bundle(&bundle).unwrap(), entries);
    }
}
