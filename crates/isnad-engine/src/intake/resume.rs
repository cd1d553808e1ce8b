//! What an earlier, cut-off run of the same accession already brought.

use std::{
    collections::{HashMap, HashSet},
    sync::Mutex,
};

use isnad_crypto::hash::Hash;
use isnad_model::ItemId;

/// An item kept before.
#[derive(Debug, Clone, Copy)]
pub struct Kept {
    /// Its id.
    pub id: ItemId,
    /// SHA-256 of its bytes.
    pub sha256: Hash,
    /// Its size in bytes.
    pub size: u64,
    /// Its file time.
    pub modified: Option<i64>,
    /// Not all of its members were recorded when the run ended.
    pub half_unpacked: bool,
}

/// Everything kept and refused before, each to be met again once.
#[derive(Debug, Default)]
pub struct Before {
    kept: Mutex<HashMap<Vec<u8>, Vec<Kept>>>,
    refused: HashSet<Vec<u8>>,
}

impl Before {
    /// From the views.
    pub fn new(kept: HashMap<Vec<u8>, Vec<Kept>>, refused: HashSet<Vec<u8>>) -> Self {
        Self { kept: Mutex::new(kept), refused }
    }

    /// The item that was kept from this path, if size and time are still the same.
    pub fn take(&self, path: &[u8], size: Option<u64>, modified: Option<i64>) -> Option<Kept> {
        let mut kept = self.kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let same = kept.get_mut(path)?;
        let place =
            same.iter().position(|k| size.is_none_or(|size| size == k.size) && k.modified == modified)?;
        Some(same.remove(place))
    }

    /// The item that was kept from this path with these very bytes.
    pub fn take_exact(&self, path: &[u8], sha256: &Hash) -> Option<Kept> {
        let mut kept = self.kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let same = kept.get_mut(path)?;
        let place = same.iter().position(|k| k.sha256 == *sha256)?;
        Some(same.remove(place))
    }

    /// Whether anything was kept from this path and not met again yet.
    pub fn holds(&self, path: &[u8]) -> bool {
        let kept = self.kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        kept.get(path).is_some_and(|same| !same.is_empty())
    }

    /// Whether this path was refused before; it is then not counted twice.
    pub fn refused(&self, path: &[u8]) -> bool {
        self.refused.contains(path)
    }
}
