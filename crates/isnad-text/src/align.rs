//! Two readings of one page side by side: which words stand in both, in the same order.
//!
//! The answer is a longest common subsequence, so no more words are marked as differing than must be.
//! Hirschberg's halving keeps the memory in one line (Hirschberg 1975, <https://doi.org/10.1145/360825.360861>),
//! and the lengths come 64 words at a time from bit vectors (Hyyrö 2004, "Bit-parallel LCS-length computation
//! revisited"), so that a page of ten thousand words takes milliseconds, whatever stands on it.

use std::{collections::HashMap, hash::Hash};

/// The most pairs of words that are compared, some 80,000 words against as many. It is about a second of work.
pub const PAIRS_MAX: u64 = 1 << 33;

/// The texts are so long that comparing them word by word would keep everybody waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong;

/// The places of the words that stand in both, rising in both: `(in a, in b)`.
///
/// # Errors
/// [`TooLong`] where `a.len() * b.len()`, without what is equal at both ends, is more than [`PAIRS_MAX`].
pub fn align<T: Eq + Hash>(a: &[T], b: &[T]) -> Result<Vec<(usize, usize)>, TooLong> {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a_rest, b_rest) = (&a[head..], &b[head..]);
    let tail = a_rest.iter().rev().zip(b_rest.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a_mid, b_mid) = (&a_rest[..a_rest.len() - tail], &b_rest[..b_rest.len() - tail]);
    if a_mid.len() as u64 * b_mid.len() as u64 > PAIRS_MAX {
        return Err(TooLong);
    }
    let mut pairs: Vec<_> = (0..head).map(|n| (n, n)).collect();
    let (a_mid, b_mid) = numbered(a_mid, b_mid);
    halve(&a_mid, &b_mid, (head, head), &mut pairs);
    pairs.extend((0..tail).rev().map(|n| (a.len() - 1 - n, b.len() - 1 - n)));
    Ok(pairs)
}

/// Equal words get equal numbers, from 0 without gaps.
fn numbered<T: Eq + Hash>(a: &[T], b: &[T]) -> (Vec<u32>, Vec<u32>) {
    let mut known = HashMap::new();
    let mut number = |word| {
        let next = known.len() as u32;
        *known.entry(word).or_insert(next)
    };
    (a.iter().map(&mut number).collect(), b.iter().map(&mut number).collect())
}

/// Aligns the halves of `a`, each with the part of `b` that suits both best.
fn halve(a: &[u32], b: &[u32], at: (usize, usize), pairs: &mut Vec<(usize, usize)>) {
    if a.is_empty() || b.is_empty() {
        return;
    }
    if let [word] = a {
        pairs.extend(b.iter().position(|other| other == word).map(|n| (at.0, at.1 + n)));
        return;
    }
    let (front, back) = a.split_at(a.len() / 2);
    let reversed = |part: &[u32]| part.iter().rev().copied().collect::<Vec<_>>();
    let before = lengths(front, b);
    let behind = lengths(&reversed(back), &reversed(b));
    let cut = (0..=b.len()).max_by_key(|n| before[*n] + behind[b.len() - n]).unwrap_or(0);
    halve(front, &b[..cut], at, pairs);
    halve(back, &b[cut..], (at.0 + front.len(), at.1 + cut), pairs);
}

/// For each beginning of `b`, from the empty one on: how many words it has in common with `a`, in order.
fn lengths(a: &[u32], b: &[u32]) -> Vec<u32> {
    let places = places_of(b);
    // A bit is unset where the length grows by one.
    let mut row = vec![u64::MAX; b.len().div_ceil(64)];
    let mut few = vec![0; row.len()];
    for word in a {
        match places.get(word) {
            None => {}
            Some(Places::Many(mask)) => grow(&mut row, mask),
            Some(Places::Few(places)) => {
                places.iter().for_each(|place| few[place / 64] |= 1 << (place % 64));
                grow(&mut row, &few);
                places.iter().for_each(|place| few[place / 64] = 0);
            }
        }
    }
    let mut length = 0;
    let grown = (0..b.len()).map(|place| {
        length += u32::from((row[place / 64] >> (place % 64)) & 1 == 0);
        length
    });
    std::iter::once(0).chain(grown).collect()
}

/// One step down the table: the row of lengths after one more word of `a`, which stands at the places of `mask`.
fn grow(row: &mut [u64], mask: &[u64]) {
    let mut carry = false;
    for (bits, mask) in row.iter_mut().zip(mask) {
        let (sum, over) = bits.overflowing_add(*bits & mask);
        let (sum, over_again) = sum.overflowing_add(u64::from(carry));
        carry = over || over_again;
        *bits = sum | (*bits & !mask);
    }
}

/// Where a word stands: a list, or a bit for each place where the list would be the longer one.
enum Places {
    Few(Vec<usize>),
    Many(Vec<u64>),
}

fn places_of(b: &[u32]) -> HashMap<u32, Places> {
    let mut lists: HashMap<u32, Vec<usize>> = HashMap::new();
    for (place, word) in b.iter().enumerate() {
        lists.entry(*word).or_default().push(place);
    }
    let n_bits = b.len().div_ceil(64);
    let places = |list: Vec<usize>| {
        if list.len() <= n_bits {
            return Places::Few(list);
        }
        let mut mask = vec![0; n_bits];
        list.iter().for_each(|place| mask[place / 64] |= 1 << (place % 64));
        Places::Many(mask)
    };
    lists.into_iter().map(|(word, list)| (word, places(list))).collect()
}

#[cfg(test)]
mod tests;
