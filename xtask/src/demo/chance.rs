//! Chance that comes out the same every time: the demo archive must not change from one run to the next.

/// SplitMix64. Small, well known, and its numbers do not depend on any crate's version.
pub struct Chance(u64);

impl Chance {
    /// Begins a sequence; the same seed gives the same sequence.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from zero up to, and without, `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        // The remainder's bias is of no weight for lists of a hundred names.
        (self.next() % limit as u64) as usize
    }

    /// True in `percent` of a hundred cases.
    pub fn in_hundred(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// Any one of them, equally often.
    pub fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }

    /// One of them, the first ones more often: a few names are borne by many.
    pub fn pick_common<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        let first_of_three = (0..3).map(|_| self.below(from.len())).min().unwrap_or(0);
        from[first_of_three]
    }
}
