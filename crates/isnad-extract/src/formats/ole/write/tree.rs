//! The directory of a compound file: its entries, and the trees by which their names are found ([MS-CFB] 2.6).

use super::{Data, MINI_BELOW, Storage};

pub(super) const NOTHING: u32 = 0xFFFF_FFFF;
/// Units of UTF-16 in a name, without the one that ends it.
const NAME_MAX: usize = 31;

struct Entry {
    name: Vec<u16>,
    kind: u8,
    is_red: bool,
    left: u32,
    right: u32,
    child: u32,
    class: [u8; 16],
    start: u32,
    size: u64,
}

/// All entries, and what is in the streams in the order of their entries.
pub(super) struct Directory<'s> {
    entries: Vec<Entry>,
    pub(super) data: Vec<&'s Data>,
    /// Entries that another one of the same name hides, and that are therefore not there.
    pub(super) n_hidden: usize,
}

/// A storage or a stream that waits for its place.
enum Child<'s> {
    Storage(&'s Storage),
    Stream(&'s str, &'s Data),
}

impl Child<'_> {
    fn name(&self) -> Vec<u16> {
        let name = match self {
            Self::Storage(storage) => &storage.name,
            Self::Stream(name, _) => *name,
        };
        name.encode_utf16().take(NAME_MAX).collect()
    }
}

impl<'s> Directory<'s> {
    pub(super) fn of(root: &'s Storage) -> Self {
        let mut directory = Self { entries: Vec::new(), data: Vec::new(), n_hidden: 0 };
        let name = "Root Entry".encode_utf16().collect();
        directory.entries.push(Entry::new(name, 5, root.class));
        let mut waiting = vec![(0, root)];
        while let Some((at, storage)) = waiting.pop() {
            let streams = storage.streams.iter().map(|(name, data)| Child::Stream(name, data));
            let mut children: Vec<_> = storage
                .storages
                .iter()
                .map(Child::Storage)
                .chain(streams)
                .map(|c| (key(c.name()), c))
                .collect();
            children.sort_by(|a, b| a.0.cmp(&b.0));
            // Two of one name would hide one another.
            let n = children.len();
            children.dedup_by(|a, b| a.0 == b.0);
            directory.n_hidden += n - children.len();
            let first = directory.entries.len() as u32;
            for (_, child) in &children {
                directory.push(child);
            }
            let inner = children.iter().zip(first..).filter_map(|((_, child), at)| match child {
                Child::Storage(storage) => Some((at, *storage)),
                Child::Stream(..) => None,
            });
            waiting.extend(inner);
            let n = children.len() as u32;
            // In a tree of middles only the last row can have gaps; its entries are the red ones.
            let last_row = if (n + 1).is_power_of_two() { u32::MAX } else { n.max(1).ilog2() };
            directory.entries[at as usize].child = directory.tree(first, n, 0, last_row);
        }
        directory
    }

    fn push(&mut self, child: &Child<'s>) {
        let (kind, class, size) = match child {
            Child::Storage(storage) => (1, storage.class, 0),
            Child::Stream(_, data) => (2, [0; 16], data.size()),
        };
        let mut entry = Entry::new(child.name(), kind, class);
        entry.size = size;
        self.entries.push(entry);
        if let Child::Stream(_, data) = child {
            self.data.push(data);
        }
    }

    /// Makes a tree of entries that lie in order; gives its top. It is as deep as the logarithm of their number.
    fn tree(&mut self, first: u32, n: u32, depth: u32, last_row: u32) -> u32 {
        if n == 0 {
            return NOTHING;
        }
        let middle = n / 2;
        let left = self.tree(first, middle, depth + 1, last_row);
        let right = self.tree(first + middle + 1, n - middle - 1, depth + 1, last_row);
        let entry = &mut self.entries[(first + middle) as usize];
        (entry.left, entry.right, entry.is_red) = (left, right, depth == last_row);
        first + middle
    }

    pub(super) fn n_entries(&self) -> usize {
        self.entries.len()
    }

    /// Says where the small sectors and the streams begin.
    pub(super) fn start(&mut self, mini: u32, mini_size: u64, small: &[(u64, u64)], large: &[(u64, u64)]) {
        if let Some(root) = self.entries.first_mut() {
            (root.start, root.size) = (mini, mini_size);
        }
        let (mut small, mut large) = (small.iter(), large.iter());
        for entry in self.entries.iter_mut().filter(|entry| entry.kind == 2 && entry.size > 0) {
            let place = if entry.size < MINI_BELOW { small.next() } else { large.next() };
            entry.start = place.map_or(super::END, |(first, _)| *first as u32);
        }
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        self.entries.iter().flat_map(Entry::bytes).collect()
    }
}

/// Names are ordered by their length and then as capital letters.
fn key(name: Vec<u16>) -> (usize, Vec<u16>) {
    let upper = char::decode_utf16(name.iter().copied()).flat_map(|letter| {
        let letter = letter.unwrap_or(char::REPLACEMENT_CHARACTER);
        let mut upper = letter.to_uppercase();
        // Letters that become two stay as they are.
        match (upper.next(), upper.next()) {
            (Some(one), None) => one.encode_utf16(&mut [0; 2]).to_vec(),
            _ => letter.encode_utf16(&mut [0; 2]).to_vec(),
        }
    });
    (name.len(), upper.collect())
}

impl Entry {
    fn new(name: Vec<u16>, kind: u8, class: [u8; 16]) -> Self {
        let start = if kind == 2 { super::END } else { 0 };
        let (left, right, child) = (NOTHING, NOTHING, NOTHING);
        Self { name, kind, is_red: false, left, right, child, class, start, size: 0 }
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes: Vec<u8> = self.name.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        bytes.resize(64, 0);
        bytes.extend((self.name.len() as u16 * 2 + 2).to_le_bytes());
        bytes.extend([self.kind, u8::from(!self.is_red)]);
        bytes.extend([self.left, self.right, self.child].into_iter().flat_map(u32::to_le_bytes));
        bytes.extend(self.class);
        // State bits and times, of which there are none.
        bytes.resize(116, 0);
        bytes.extend(self.start.to_le_bytes());
        bytes.extend(self.size.to_le_bytes());
        bytes
    }
}
