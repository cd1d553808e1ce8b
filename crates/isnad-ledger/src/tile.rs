//! The tree and its entries cut into files that never change: C2SP tlog-tiles (<https://c2sp.org/tlog-tiles>).
//!
//! A hash tile holds up to 256 hashes of one level out of every eight; an entry bundle holds the entries whose
//! leaf hashes are in the tile of level 0 with the same index.

mod bundle;
mod read;

pub use bundle::{BadBundle, ENTRY_BYTES_MAX, decode_bundle, encode_bundle};
pub use read::{TileError, TileReader};

use crate::tree::NodeId;

/// Hashes in a full tile, entries in a full bundle.
pub const WIDTH: u16 = 256;
/// Levels of the tree within one tile.
pub const HEIGHT: u8 = 8;
/// The highest level of tiles that a tree counted in 64 bits can have.
const LEVEL_MAX: u8 = 7;

/// What a tile holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Layer {
    /// The entries themselves.
    Entries,
    /// Hashes of nodes at eight times this level.
    Hashes(u8),
}

/// The place of a tile, and how much of it is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tile {
    /// What it holds.
    pub layer: Layer,
    /// Which one of its layer, from 0.
    pub index: u64,
    /// How many hashes or entries: 1 to 256; less than 256 makes it a partial tile.
    pub width: u16,
}

impl Tile {
    /// The tile of `layer` with this index in the tree of `size` leaves, if there is one.
    pub fn within(layer: Layer, index: u64, size: u64) -> Option<Self> {
        let left = layer.filled(size).checked_sub(index.checked_mul(u64::from(WIDTH))?)?;
        let width = left.min(u64::from(WIDTH)) as u16;
        (width > 0).then_some(Self { layer, index, width })
    }

    /// Whether it will never grow again.
    pub fn is_full(&self) -> bool {
        self.width == WIDTH
    }

    /// The path below the log's prefix: `tile/0/x001/x234/067`, with `.p/17` where it is partial.
    pub fn path(&self) -> String {
        let layer = match self.layer {
            Layer::Entries => "entries".to_owned(),
            Layer::Hashes(level) => level.to_string(),
        };
        let mut place = format!("{:03}", self.index % 1000);
        let mut above = self.index / 1000;
        while above > 0 {
            place = format!("x{:03}/{place}", above % 1000);
            above /= 1000;
        }
        let partial = if self.is_full() { String::new() } else { format!(".p/{}", self.width) };
        format!("tile/{layer}/{place}{partial}")
    }

    /// Reads a path, in its one right spelling only.
    pub fn from_path(path: &str) -> Option<Self> {
        let (layer, place) = path.strip_prefix("tile/")?.split_once('/')?;
        let layer = match layer {
            "entries" => Layer::Entries,
            level => Layer::Hashes(level.parse().ok().filter(|level| *level < 64)?),
        };
        let (place, width) = match place.split_once(".p/") {
            Some((place, width)) => (place, width.parse().ok()?),
            None => (place, WIDTH),
        };
        let index = place.replace(['x', '/'], "").parse().ok()?;
        let tile = Self { layer, index, width };
        // Printing it again refuses every other spelling of the same numbers.
        ((1..=WIDTH).contains(&width) && tile.path() == path).then_some(tile)
    }
}

/// Where a node's hash is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The level of the tile.
    pub tile_level: u8,
    /// Which tile of its level.
    pub tile_index: u64,
    /// Which of its hashes, from 0.
    pub offset: u16,
}

impl Slot {
    /// The slot of a node that [`Frontier::push_each`](crate::tree::Frontier::push_each) names; nothing for the
    /// levels between tiles, which are not kept.
    pub fn of(id: NodeId) -> Option<Self> {
        id.level.is_multiple_of(HEIGHT).then_some(Self {
            tile_level: id.level / HEIGHT,
            tile_index: id.index / u64::from(WIDTH),
            offset: (id.index % u64::from(WIDTH)) as u16,
        })
    }
}

impl Layer {
    /// How many hashes (or entries) the whole layer holds in the tree of `size` leaves.
    fn filled(self, size: u64) -> u64 {
        match self {
            Self::Entries => size,
            Self::Hashes(level) => size.checked_shr(u32::from(level) * u32::from(HEIGHT)).unwrap_or(0),
        }
    }

    fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::Entries).chain((0..=LEVEL_MAX).map(Self::Hashes))
    }
}

/// All tiles and bundles of the tree of `size` leaves.
pub fn tiles_of(size: u64) -> impl Iterator<Item = Tile> {
    tiles_between(0, size)
}

/// The tiles and bundles that are new, or wider, when the tree grows from `old` to `new` leaves.
///
/// Write them before the checkpoint that covers them.
/// The partial tiles that they replace may be deleted afterwards.
pub fn tiles_between(old: u64, new: u64) -> impl Iterator<Item = Tile> {
    Layer::all().flat_map(move |layer| {
        let (before, after) = (layer.filled(old), layer.filled(new));
        let width = u64::from(WIDTH);
        // The first tile that changes is the partial one, or the next after the full ones.
        let changed = if before < after { before / width..after.div_ceil(width) } else { 0..0 };
        changed.filter_map(move |index| Tile::within(layer, index, new))
    })
}

#[cfg(test)]
mod tests;
