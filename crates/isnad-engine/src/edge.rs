//! Hash tiles on the disk, and the right edge of the tree that they end in.
//!
//! Full tiles lie as C2SP tlog-tiles name them; what is not yet a full tile lies in one small file, `ledger/edge`.
//! Both follow from the acts: they are checked against the signed root on opening, and made again if they differ.

use isnad_crypto::hash::Hash;
use isnad_ledger::{
    canonical,
    tile::{Layer, Tile, WIDTH},
    tree::Frontier,
};
use isnad_store_local::{Layout, Result, durable};
use minicbor::{Decode, Encode, bytes::ByteArray};

/// The tree's right edge: the peaks, and for each level of tiles the hashes that do not fill one yet.
#[derive(Debug, Clone, Default)]
pub struct Edge {
    frontier: Frontier,
    partial: Vec<Vec<Hash>>,
    full: Vec<(Tile, Vec<u8>)>,
}

#[derive(Encode, Decode, PartialEq, Eq)]
struct Stored {
    #[n(0)]
    size: u64,
    #[n(1)]
    peaks: Vec<ByteArray<32>>,
    #[n(2)]
    partial: Vec<Vec<ByteArray<32>>>,
}

impl Edge {
    /// Entries in the tree.
    pub fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// The root.
    pub fn root(&self) -> Hash {
        self.frontier.root()
    }

    /// Appends leaf hashes; tiles that fill up wait for [`Edge::write`].
    pub fn push(&mut self, leaves: &[Hash]) {
        let Self { frontier, partial, full } = self;
        for leaf in leaves {
            frontier.push_each(*leaf, |id, hash| {
                if id.level % 8 != 0 {
                    return;
                }
                let level = usize::from(id.level / 8);
                if partial.len() <= level {
                    partial.push(Vec::new());
                }
                partial[level].push(hash);
                if partial[level].len() == usize::from(WIDTH) {
                    let tile = Tile {
                        layer: Layer::Hashes(id.level / 8),
                        index: id.index / u64::from(WIDTH),
                        width: WIDTH,
                    };
                    full.push((tile, partial[level].concat()));
                    partial[level].clear();
                }
            });
        }
    }

    /// Writes the tiles that filled up, and the edge.
    pub fn write(&mut self, layout: &Layout) -> Result<()> {
        for (tile, bytes) in self.full.drain(..) {
            let path = layout.ledger().join(tile.path());
            durable::create_folder(path.parent().unwrap_or(&path))?;
            durable::replace_unsynced(&path, &bytes, false)?;
        }
        durable::replace_unsynced(&layout.ledger().join("edge"), &self.bytes(), false)
    }

    /// Tiles that filled up since the last write, for comparing with those on the disk.
    pub fn take_full(&mut self) -> Vec<(Tile, Vec<u8>)> {
        std::mem::take(&mut self.full)
    }

    /// The bytes of `ledger/edge`.
    pub fn bytes(&self) -> Vec<u8> {
        let (size, peaks) = self.frontier.parts();
        canonical::encode(&Stored {
            size,
            peaks: peaks.iter().map(|hash| ByteArray::from(*hash)).collect(),
            partial: self
                .partial
                .iter()
                .map(|level| level.iter().map(|h| ByteArray::from(*h)).collect())
                .collect(),
        })
    }

    /// Reads the edge back, if it is there and of the right shape; whether it is *true* the root must say.
    pub fn read(layout: &Layout) -> Option<Self> {
        let bytes = durable::read_if_there(&layout.ledger().join("edge")).ok()??;
        let stored: Stored = canonical::decode(&bytes).ok()?;
        let frontier = Frontier::from_parts(stored.size, stored.peaks.iter().map(|hash| **hash).collect())?;
        let partial: Vec<Vec<Hash>> =
            stored.partial.iter().map(|level| level.iter().map(|hash| **hash).collect()).collect();
        let fits = partial
            .iter()
            .enumerate()
            .all(|(level, hashes)| hashes.len() as u64 == (stored.size >> (8 * level)) % u64::from(WIDTH));
        fits.then_some(Self { frontier, partial, full: Vec::new() })
    }

    /// The hashes of a tile, full or partial, for proofs.
    pub fn tile(&self, layout: &Layout, tile: Tile) -> Result<Vec<u8>> {
        let Layer::Hashes(level) = tile.layer else { return Ok(Vec::new()) };
        if tile.is_full() {
            return durable::read(&layout.ledger().join(tile.path()));
        }
        Ok(self.partial.get(usize::from(level)).map(|hashes| hashes.concat()).unwrap_or_default())
    }
}
