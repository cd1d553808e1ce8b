//! Node hashes out of tiles, for proofs and roots.

use std::collections::HashMap;

use super::{HEIGHT, Layer, Tile, WIDTH};
use crate::tree::{self, Hash, NodeId};

/// A node that could not be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TileError<E> {
    /// The tree of this size has no such node.
    #[error("the tree has no such node")]
    OutsideTree,
    /// The bytes of this tile are not as many as its width says.
    #[error("a tile has the wrong size")]
    WrongSize(Tile),
    /// The tile could not be read.
    #[error(transparent)]
    Store(#[from] E),
}

/// Gives the nodes of the tree of one size, and reads each tile once.
///
/// `read` may give more bytes than the tile's width asks for: a fuller version of a tile begins with the same
/// hashes, and partial tiles may be deleted once it exists.
pub struct TileReader<F> {
    size: u64,
    read: F,
    tiles: HashMap<Tile, Vec<Hash>>,
}

impl<E, F: FnMut(Tile) -> Result<Vec<u8>, E>> TileReader<F> {
    /// A reader for the tree of `size` leaves.
    pub fn new(size: u64, read: F) -> Self {
        Self { size, read, tiles: HashMap::new() }
    }

    /// The hash of a node: `inclusion_proof(index, size, |id| reader.node(id))`.
    pub fn node(&mut self, id: NodeId) -> Result<Hash, TileError<E>> {
        let inner = id.level % HEIGHT;
        let first = id.index.checked_mul(1 << inner).ok_or(TileError::OutsideTree)?;
        let (index, offset) = (first / u64::from(WIDTH), (first % u64::from(WIDTH)) as usize);
        let tile = Tile::within(Layer::Hashes(id.level / HEIGHT), index, self.size);
        let hashes = self.hashes(tile.ok_or(TileError::OutsideTree)?)?;
        let below = hashes.get(offset..offset + (1 << inner)).ok_or(TileError::OutsideTree)?;
        Ok(tree::root(below))
    }

    fn hashes(&mut self, tile: Tile) -> Result<&[Hash], TileError<E>> {
        if !self.tiles.contains_key(&tile) {
            let bytes = (self.read)(tile)?;
            let (hashes, rest) = bytes.as_chunks::<32>();
            if !rest.is_empty() || !(usize::from(tile.width)..=usize::from(WIDTH)).contains(&hashes.len()) {
                return Err(TileError::WrongSize(tile));
            }
            self.tiles.insert(tile, hashes[..usize::from(tile.width)].to_vec());
        }
        Ok(self.tiles.get(&tile).map_or(&[], Vec::as_slice))
    }
}
