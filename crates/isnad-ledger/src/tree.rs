//! The Merkle tree of RFC 9162 §2.1 (the same as RFC 6962's) over SHA-256: roots, proofs and their checks.
//!
//! A proof is built from the hashes of *complete* subtrees, which never change once their leaves are there.
//! Whoever stores them (tiles, memory) hands them in as a function from [`NodeId`] to hash.
//! What such a function gives is not trusted: a proof is worth what its check against a signed root says.

mod verify;

pub use isnad_crypto::hash::Hash;
pub use verify::{verify_consistency, verify_inclusion};

use isnad_crypto::hash::sha256;

/// A complete subtree: the `index`-th one, from 0, of those with `2^level` leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId {
    /// Height: 0 is a leaf.
    pub level: u8,
    /// Place among the complete subtrees of this height.
    pub index: u64,
}

/// Why there is no proof.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unprovable<E> {
    /// The leaf or the older tree is not within the tree, or the older tree is empty and binds nothing.
    #[error("nothing to prove: outside of the tree")]
    OutsideTree,
    /// A stored hash could not be read.
    #[error(transparent)]
    Store(#[from] E),
}

/// A proof that does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the Merkle proof does not hold")]
pub struct BadProof;

/// The hash of a leaf. The first byte keeps leaves and nodes apart, so that neither can pose as the other.
pub fn leaf_hash(data: &[u8]) -> Hash {
    sha256(&[&[0], data])
}

/// The hash of a node over its two children.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    sha256(&[&[1], left, right])
}

/// The root over these leaf hashes; of no leaves it is the hash of nothing.
pub fn root(leaves: &[Hash]) -> Hash {
    let mut frontier = Frontier::default();
    leaves.iter().for_each(|leaf| frontier.push(*leaf));
    frontier.root()
}

/// The root of the tree with `size` leaves, out of the fewest stored nodes.
///
/// It believes them; whoever doubts the store pushes every leaf through a [`Frontier`] instead.
pub fn root_from_nodes<E>(size: u64, mut node: impl FnMut(NodeId) -> Result<Hash, E>) -> Result<Hash, E> {
    range_root(0, size, &mut node)
}

/// The sibling hashes from leaf `index` up to the root of the tree with `size` leaves.
pub fn inclusion_proof<E>(
    index: u64,
    size: u64,
    mut node: impl FnMut(NodeId) -> Result<Hash, E>,
) -> Result<Vec<Hash>, Unprovable<E>> {
    if index >= size {
        return Err(Unprovable::OutsideTree);
    }
    let (mut begin, mut end) = (0, size);
    let mut siblings = Vec::new();
    while end - begin > 1 {
        let middle = begin + left_size(end - begin);
        if index < middle {
            siblings.push((middle, end));
            end = middle;
        } else {
            siblings.push((begin, middle));
            begin = middle;
        }
    }
    roots_upward(&siblings, &mut node)
}

/// The hashes that show that the tree of `old` leaves is the beginning of the tree of `new` leaves.
pub fn consistency_proof<E>(
    old: u64,
    new: u64,
    mut node: impl FnMut(NodeId) -> Result<Hash, E>,
) -> Result<Vec<Hash>, Unprovable<E>> {
    if old == new {
        return Ok(Vec::new());
    }
    if old == 0 || old > new {
        return Err(Unprovable::OutsideTree);
    }
    let (mut begin, mut end) = (0, new);
    let mut parts = Vec::new();
    while end != old {
        let middle = begin + left_size(end - begin);
        if old <= middle {
            parts.push((middle, end));
            end = middle;
        } else {
            parts.push((begin, middle));
            begin = middle;
        }
    }
    // Where the old tree is a whole left part of the new one, its root is the one that the checker holds.
    if begin != 0 {
        parts.push((begin, end));
    }
    roots_upward(&parts, &mut node)
}

fn roots_upward<E>(
    ranges: &[(u64, u64)],
    node: &mut impl FnMut(NodeId) -> Result<Hash, E>,
) -> Result<Vec<Hash>, Unprovable<E>> {
    ranges.iter().rev().map(|(begin, end)| Ok(range_root(*begin, *end, node)?)).collect()
}

/// How many leaves go left: the greatest power of two below `n`, for `n` of at least 2.
fn left_size(n: u64) -> u64 {
    1 << (n - 1).ilog2()
}

/// The root over the leaves of a range that RFC 9162 splits at; its start is aligned to its length.
fn range_root<E>(begin: u64, end: u64, node: &mut impl FnMut(NodeId) -> Result<Hash, E>) -> Result<Hash, E> {
    let peaks = peaks(begin, end).map(node).collect::<Result<Vec<_>, E>>()?;
    Ok(fold_peaks(&peaks))
}

/// The complete subtrees of a range, from left (largest) to right.
fn peaks(begin: u64, end: u64) -> impl Iterator<Item = NodeId> {
    let mut at = begin;
    std::iter::from_fn(move || {
        let level = (end - at).checked_ilog2()?;
        let id = NodeId { level: level as u8, index: at >> level };
        at += 1 << level;
        Some(id)
    })
}

fn fold_peaks(peaks: &[Hash]) -> Hash {
    let above = peaks.iter().rev().copied().reduce(|right, left| node_hash(&left, &right));
    above.unwrap_or_else(|| sha256(&[]))
}

/// The right edge of a growing tree: all that is needed to append and to know the root.
///
/// It holds one hash for each complete subtree, that is one for each 1 in the binary size.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

impl Frontier {
    /// From stored parts; nothing where the number of peaks does not fit the size.
    pub fn from_parts(size: u64, peaks: Vec<Hash>) -> Option<Self> {
        (size.count_ones() as usize == peaks.len()).then_some(Self { size, peaks })
    }

    /// From the stored nodes of a tree with `size` leaves.
    pub fn from_nodes<E>(size: u64, node: impl FnMut(NodeId) -> Result<Hash, E>) -> Result<Self, E> {
        Ok(Self { size, peaks: peaks(0, size).map(node).collect::<Result<_, E>>()? })
    }

    /// Number of leaves, and the peaks from left to right.
    pub fn parts(&self) -> (u64, &[Hash]) {
        (self.size, &self.peaks)
    }

    /// Number of leaves.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root over all leaves.
    pub fn root(&self) -> Hash {
        fold_peaks(&self.peaks)
    }

    /// Appends a leaf hash.
    pub fn push(&mut self, leaf: Hash) {
        self.push_each(leaf, |_, _| ());
    }

    /// Appends a leaf hash and names each node that it completes, the leaf itself first.
    pub fn push_each(&mut self, leaf: Hash, mut completed: impl FnMut(NodeId, Hash)) {
        let mut node = leaf;
        completed(NodeId { level: 0, index: self.size }, node);
        // Every 1 at the end of the binary size is a subtree that waits for its right half.
        for level in 1..=self.size.trailing_ones() as u8 {
            let Some(left) = self.peaks.pop() else { break };
            node = node_hash(&left, &node);
            completed(NodeId { level, index: self.size >> level }, node);
        }
        self.peaks.push(node);
        self.size += 1;
    }
}

#[cfg(test)]
pub(crate) mod tests;
