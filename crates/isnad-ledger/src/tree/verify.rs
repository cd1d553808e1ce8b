//! Checking proofs: RFC 9162 §2.1.3.2 and §2.1.4.2, step by step, with nothing left over at the end.

use super::{BadProof, Hash, node_hash};

/// Checks that `leaf` is the leaf `index` of the tree with `size` leaves and this root.
pub fn verify_inclusion(
    leaf: &Hash,
    index: u64,
    size: u64,
    path: &[Hash],
    root: &Hash,
) -> Result<(), BadProof> {
    if index >= size {
        return Err(BadProof);
    }
    let mut climb = Climb { at: index, last: size - 1 };
    let mut hash = *leaf;
    for sibling in path {
        hash = match climb.step()? {
            Side::Left => node_hash(sibling, &hash),
            Side::Right => node_hash(&hash, sibling),
        };
    }
    (climb.is_at_root() && hash == *root).then_some(()).ok_or(BadProof)
}

/// Checks that the tree with `old` leaves and `old_root` is the beginning of the one with `new` leaves.
///
/// From the empty tree nothing follows, so a proof that starts there is refused; two trees of the same size
/// need no hashes, and any are refused.
pub fn verify_consistency(
    old: u64,
    new: u64,
    path: &[Hash],
    old_root: &Hash,
    new_root: &Hash,
) -> Result<(), BadProof> {
    if old == new {
        return (path.is_empty() && old_root == new_root).then_some(()).ok_or(BadProof);
    }
    if old == 0 || old > new {
        return Err(BadProof);
    }
    // A complete old tree is itself the first node; otherwise the path begins with the last part of it.
    let (start, rest) =
        if old.is_power_of_two() { (old_root, path) } else { path.split_first().ok_or(BadProof)? };
    let skip = (old - 1).trailing_ones();
    let mut climb = Climb { at: (old - 1) >> skip, last: (new - 1) >> skip };
    let (mut old_hash, mut new_hash) = (*start, *start);
    for sibling in rest {
        match climb.step()? {
            Side::Left => {
                old_hash = node_hash(sibling, &old_hash);
                new_hash = node_hash(sibling, &new_hash);
            }
            Side::Right => new_hash = node_hash(&new_hash, sibling),
        }
    }
    (climb.is_at_root() && old_hash == *old_root && new_hash == *new_root).then_some(()).ok_or(BadProof)
}

/// On which side of our node its sibling stands.
enum Side {
    Left,
    Right,
}

/// The way up: the place of our node among those of its level, and the place of the last one there.
struct Climb {
    at: u64,
    last: u64,
}

impl Climb {
    fn is_at_root(&self) -> bool {
        self.last == 0
    }

    /// Goes up by one hash; refuses hashes beyond the root.
    fn step(&mut self) -> Result<Side, BadProof> {
        if self.is_at_root() {
            return Err(BadProof);
        }
        let side = if self.at & 1 == 1 || self.at == self.last {
            // A last node without a right sibling stands for itself on the levels above, until it is one.
            let skip = self.at.trailing_zeros();
            self.at >>= skip;
            self.last >>= skip;
            Side::Left
        } else {
            Side::Right
        };
        self.at >>= 1;
        self.last >>= 1;
        Ok(side)
    }
}
