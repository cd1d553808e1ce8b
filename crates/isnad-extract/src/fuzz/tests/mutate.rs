//! Changes of bytes that parsers have trouble with, in an order that a number decides.

/// Numbers on the edges of what lengths and counts can be.
const EDGES: [u64; 14] = [
    0,
    1,
    0x7F,
    0x80,
    0xFF,
    0x100,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x10000,
    0x7FFF_FFFF,
    0x8000_0000,
    0xFFFF_FFFF,
    u64::MAX,
];

/// Numbers one after another (xorshift64*, Vigna 2016).
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// Below a number, which is not 0.
    pub(super) fn below(&mut self, n: usize) -> usize {
        (self.next() >> 11) as usize % n.max(1)
    }
}

/// Changes a seed in some places; `other` is another seed to take a piece from.
pub(super) fn mutate(seed: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..1 + chance.below(6) {
        change(&mut bytes, other, chance);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    let n = bytes.len();
    let at = chance.below(n + 1);
    let longest = 1 << chance.below(10);
    let length = 1 + chance.below(longest);
    let end = (at + length).min(n);
    match chance.below(10) {
        0 if at < n => bytes[at] ^= 1 << chance.below(8),
        1 if at < n => bytes[at] = chance.below(256) as u8,
        2 | 3 => {
            // A number on the edge, in either order, where there may be a length.
            let edge = EDGES[chance.below(EDGES.len())].to_le_bytes();
            let width = [1, 2, 4, 8][chance.below(4)];
            let mut edge = edge[..width].to_vec();
            if chance.below(2) == 1 {
                edge.reverse();
            }
            bytes.iter_mut().skip(at).zip(edge).for_each(|(byte, new)| *byte = new);
        }
        4 => {
            // A number that is one more or less.
            if let Some(byte) = bytes.get_mut(at) {
                *byte = byte.wrapping_add(if chance.below(2) == 1 { 1 } else { 255 });
            }
        }
        5 => drop(bytes.drain(at..end)),
        6 => {
            let piece = bytes[at..end].to_vec();
            bytes.splice(at..at, piece.iter().copied().cycle().take(piece.len() * (1 + chance.below(3))));
        }
        7 => {
            let from = chance.below(other.len() + 1);
            let piece = &other[from..(from + length).min(other.len())];
            bytes.splice(at..end, piece.iter().copied());
        }
        // Rarely: what is cut off short ends most readers at once.
        8 if chance.below(8) == 0 => bytes.truncate(at),
        _ => {
            let target = chance.below(n + 1);
            let piece = bytes[at..end].to_vec();
            bytes.splice(target..target, piece);
        }
    }
    bytes.truncate(1 << 20);
}
