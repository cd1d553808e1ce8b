mod vectors;

use std::convert::Infallible;

use proptest::prelude::*;

use super::*;

/// The definition of RFC 9162 §2.1.1, word for word; slow.
fn naive_root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => sha256(&[]),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
            node_hash(&naive_root(left), &naive_root(right))
        }
    }
}

/// Leaves that all differ.
pub(crate) fn leaves(n: u64) -> Vec<Hash> {
    (0..n).map(|i| leaf_hash(&i.to_be_bytes())).collect()
}

/// Stored nodes, as proofs want them.
pub(crate) fn node_of(leaves: &[Hash]) -> impl FnMut(NodeId) -> Result<Hash, Infallible> {
    |id| {
        let begin = (id.index << id.level) as usize;
        Ok(naive_root(&leaves[begin..begin + (1 << id.level)]))
    }
}

#[test]
fn known_roots() {
    let hex = isnad_crypto::hash::hex;
    let leaves: Vec<Hash> = [
        vec![],
        vec![0x00],
        vec![0x10],
        vec![0x20, 0x21],
        vec![0x30, 0x31],
        vec![0x40, 0x41, 0x42, 0x43],
        (0x50..0x58).collect(),
        (0x60..0x70).collect(),
    ]
    .iter()
    .map(|data: &Vec<u8>| leaf_hash(data))
    .collect();
    // The test tree that Certificate Transparency's implementations share.
    assert_eq!(hex(&root(&[])), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_eq!(hex(&root(&leaves[..1])), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    assert_eq!(hex(&root(&leaves[..2])), "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    assert_eq!(hex(&root(&leaves[..3])), "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
    assert_eq!(hex(&root(&leaves)), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

#[test]
fn frontier_equals_the_definition() {
    let all = leaves(300);
    let mut frontier = Frontier::default();
    for n in 0..=all.len() {
        let node = node_of(&all);
        assert_eq!(frontier.root(), naive_root(&all[..n]), "size {n}");
        assert_eq!(Frontier::from_nodes(n as u64, node).unwrap(), frontier, "size {n}");
        assert_eq!(root_from_nodes(n as u64, node_of(&all)).unwrap(), frontier.root(), "size {n}");
        let (size, peaks) = frontier.parts();
        assert_eq!(Frontier::from_parts(size, peaks.to_vec()).as_ref(), Some(&frontier));
        assert_eq!(Frontier::from_parts(size, [peaks, &[[0; 32]]].concat()), None);
        if let Some(leaf) = all.get(n) {
            frontier.push(*leaf);
        }
    }
}

#[test]
fn each_completed_node_is_named_once() {
    let all = leaves(130);
    let mut frontier = Frontier::default();
    let mut named = Vec::new();
    for leaf in &all {
        frontier.push_each(*leaf, |id, hash| named.push((id, hash)));
    }
    let n_expected: u64 = (0..8).map(|level| 130 >> level).sum();
    assert_eq!(named.len() as u64, n_expected);
    for (id, hash) in named {
        assert_eq!(Ok(hash), node_of(&all)(id), "{id:?}");
    }
}

#[test]
fn every_leaf_of_every_small_tree_is_proved() {
    for size in [1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33, 100, 127, 128, 129, 255, 256, 257, 300] {
        let all = leaves(size);
        let root = root(&all);
        for index in 0..size {
            let path = inclusion_proof(index, size, node_of(&all)).unwrap();
            let leaf = &all[index as usize];
            assert_eq!(verify_inclusion(leaf, index, size, &path, &root), Ok(()), "{index} of {size}");
            assert!(verify_inclusion(leaf, index + 1, size, &path, &root).is_err());
            assert!(verify_inclusion(leaf, index + size, size, &path, &root).is_err());
            let longer = [path.as_slice(), &[root]].concat();
            assert!(verify_inclusion(leaf, index, size, &longer, &root).is_err());
            if let Some((_, shorter)) = path.split_last() {
                assert!(verify_inclusion(leaf, index, size, shorter, &root).is_err());
            }
        }
        assert_eq!(inclusion_proof(size, size, node_of(&all)), Err(Unprovable::OutsideTree));
    }
}

#[test]
fn every_small_tree_is_consistent_with_its_beginnings() {
    let all = leaves(130);
    let roots: Vec<Hash> = (0..=all.len()).map(|n| root(&all[..n])).collect();
    for new in 0..=130usize {
        for old in 1..=new {
            let path = consistency_proof(old as u64, new as u64, node_of(&all)).unwrap();
            let check = |old_root, new_root, path: &[Hash]| {
                verify_consistency(old as u64, new as u64, path, old_root, new_root)
            };
            assert_eq!(check(&roots[old], &roots[new], &path), Ok(()), "{old} in {new}");
            assert!(check(&roots[old - 1], &roots[new], &path).is_err(), "{old} in {new}");
            assert!(check(&roots[old], &roots[new - 1], &path).is_err() || old == new, "{old} in {new}");
            let longer = [path.as_slice(), &[roots[old]]].concat();
            assert!(check(&roots[old], &roots[new], &longer).is_err(), "{old} in {new}");
            if let Some((_, shorter)) = path.split_last() {
                assert!(check(&roots[old], &roots[new], shorter).is_err(), "{old} in {new}");
            }
        }
    }
    assert_eq!(consistency_proof(0, 5, node_of(&all)), Err(Unprovable::OutsideTree));
    assert_eq!(consistency_proof(6, 5, node_of(&all)), Err(Unprovable::OutsideTree));
    assert_eq!(consistency_proof(0, 0, node_of(&all)), Ok(vec![]));
}

proptest! {
    #[test]
    fn one_changed_bit_breaks_inclusion(size in 2u64..300, index: prop::sample::Index, bit: prop::sample::Index) {
        let all = leaves(size);
        let index = index.index(size as usize);
        let path = inclusion_proof(index as u64, size, node_of(&all)).unwrap();
        // Leaf, path and root in a row, so that the bit may fall into any of them.
        let mut hashes = [&[all[index]], path.as_slice(), &[root(&all)]].concat();
        let bit = bit.index(hashes.len() * 256);
        hashes[bit / 256][bit / 8 % 32] ^= 1 << (bit % 8);
        let (leaf, rest) = hashes.split_first().unwrap();
        let (root, path) = rest.split_last().unwrap();
        prop_assert_eq!(verify_inclusion(leaf, index as u64, size, path, root), Err(BadProof));
    }

    #[test]
    fn one_changed_bit_breaks_consistency(new in 2u64..300, old: prop::sample::Index, bit: prop::sample::Index) {
        let all = leaves(new);
        let old = old.index(new as usize - 1) + 1;
        let path = consistency_proof(old as u64, new, node_of(&all)).unwrap();
        let mut hashes = [&[root(&all[..old])], path.as_slice(), &[root(&all)]].concat();
        let bit = bit.index(hashes.len() * 256);
        hashes[bit / 256][bit / 8 % 32] ^= 1 << (bit % 8);
        let (old_root, rest) = hashes.split_first().unwrap();
        let (new_root, path) = rest.split_last().unwrap();
        prop_assert_eq!(verify_consistency(old as u64, new, path, old_root, new_root), Err(BadProof));
    }

    #[test]
    fn numbers_at_the_edge_do_not_overflow(index: u64, size: u64, n in 0usize..70) {
        let path = vec![[7; 32]; n];
        prop_assert!(verify_inclusion(&[1; 32], index, size, &path, &[2; 32]).is_err());
        prop_assert!(verify_consistency(index, size, &path, &[1; 32], &[2; 32]).is_err());
        let asked = inclusion_proof(index, size, |_| Ok::<_, Infallible>([3; 32]));
        prop_assert_eq!(asked.is_ok(), index < size);
    }
}
