//! Compound files, written ([MS-CFB]): for what lies within another file in the form of a storage and is to be a file
//! of its own.
//!
//! The same content gives the same bytes: no times are written, and names come in the order of the format. Large
//! streams are fetched while they are written, so that a letter with a film is never held as a whole.

mod tree;

use tree::{Directory, NOTHING};

const SECTOR: u64 = 512;
const MINI_SECTOR: u64 = 64;
/// Streams below this size lie in small sectors.
const MINI_BELOW: u64 = 4096;
/// Numbers to a sector of a table.
const NUMBERS: u64 = SECTOR / 4;
/// Parts of the table that the header names.
const IN_HEADER: u64 = 109;
const END: u32 = 0xFFFF_FFFE;
const TABLE: u32 = 0xFFFF_FFFD;
const TABLE_OF_TABLES: u32 = 0xFFFF_FFFC;

/// A storage with what is in it.
#[derive(Debug, Default)]
pub(in crate::formats) struct Storage {
    pub(in crate::formats) name: String,
    /// The class of the object that it belongs to.
    pub(in crate::formats) class: [u8; 16],
    pub(in crate::formats) streams: Vec<(String, Data)>,
    pub(in crate::formats) storages: Vec<Storage>,
}

impl Storage {
    /// An empty one.
    pub(in crate::formats) fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Puts a stream into it.
    pub(in crate::formats) fn put(&mut self, name: impl Into<String>, bytes: Vec<u8>) {
        self.streams.push((name.into(), Data::Bytes(bytes)));
    }
}

/// What is in a stream.
#[derive(Debug)]
pub(in crate::formats) enum Data {
    Bytes(Vec<u8>),
    /// So many bytes, to be fetched by a key when they are written.
    Elsewhere {
        key: u64,
        size: u64,
    },
}

impl Data {
    fn size(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::Elsewhere { size, .. } => *size,
        }
    }
}

/// Hands over the bytes of a key, piece by piece.
pub(in crate::formats) type Fetch<'f> = dyn FnMut(u64, &mut dyn FnMut(&[u8])) + 'f;

/// Writes a storage as a compound file, piece by piece. Gives how many entries were left out, since another one beside
/// them has the same name, which hides them.
pub(in crate::formats) fn write(root: &Storage, fetch: &mut Fetch<'_>, out: &mut dyn FnMut(&[u8])) -> usize {
    let mut directory = Directory::of(root);
    let plan = Plan::of(&mut directory);
    out(&plan.header());
    plan.table(out);
    plan.table_of_tables(out);
    padded(&directory.bytes(), SECTOR, out);
    let mut numbers = Vec::new();
    plan.mini_chains.iter().for_each(|(first, n)| chain(*first, *n, &mut |next| numbers.push(next)));
    numbers.resize(numbers.len().next_multiple_of(NUMBERS as usize), NOTHING);
    numbers.iter().for_each(|number| out(&number.to_le_bytes()));
    let mut written = 0;
    for data in directory.data.iter().filter(|data| is_mini(data)) {
        written += copy(data, MINI_SECTOR, fetch, out);
    }
    fill(written, SECTOR, out);
    for data in directory.data.iter().filter(|data| data.size() >= MINI_BELOW) {
        copy(data, SECTOR, fetch, out);
    }
    directory.n_hidden
}

fn is_mini(data: &Data) -> bool {
    (1..MINI_BELOW).contains(&data.size())
}

/// Writes a stream and fills its last sector; gives how many bytes that were. A source that gives more or fewer bytes
/// than it said must not move what comes after.
fn copy(data: &Data, sector: u64, fetch: &mut Fetch<'_>, out: &mut dyn FnMut(&[u8])) -> u64 {
    let mut left = data.size();
    let mut bounded = |piece: &[u8]| {
        let piece = &piece[..piece.len().min(usize::try_from(left).unwrap_or(usize::MAX))];
        left -= piece.len() as u64;
        out(piece);
    };
    match data {
        Data::Bytes(bytes) => bounded(bytes),
        Data::Elsewhere { key, .. } => fetch(*key, &mut bounded),
    }
    let size = data.size().next_multiple_of(sector);
    zeros(left + size - data.size(), out);
    size
}

fn padded(bytes: &[u8], sector: u64, out: &mut dyn FnMut(&[u8])) {
    out(bytes);
    fill(bytes.len() as u64, sector, out);
}

fn fill(written: u64, sector: u64, out: &mut dyn FnMut(&[u8])) {
    zeros(written.next_multiple_of(sector) - written, out);
}

fn zeros(mut n: u64, out: &mut dyn FnMut(&[u8])) {
    while n > 0 {
        let piece = n.min(SECTOR);
        out(&[0; SECTOR as usize][..piece as usize]);
        n -= piece;
    }
}

/// The numbers of sectors that follow one another, each naming the next.
fn chain(first: u64, n: u64, each: &mut dyn FnMut(u32)) {
    (1..n).for_each(|step| each((first + step) as u32));
    if n > 0 {
        each(END);
    }
}

/// Which sector holds what.
struct Plan {
    n_table: u64,
    n_table_of_tables: u64,
    n_directory: u64,
    n_mini_table: u64,
    /// First sector and length of the directory, the small table, the small sectors and every large stream.
    chains: Vec<(u64, u64)>,
    mini_chains: Vec<(u64, u64)>,
}

impl Plan {
    fn of(directory: &mut Directory<'_>) -> Self {
        let mut mini_chains = Vec::new();
        let mut n_mini = 0;
        for data in directory.data.iter().filter(|data| is_mini(data)) {
            let n = data.size().div_ceil(MINI_SECTOR);
            mini_chains.push((n_mini, n));
            n_mini += n;
        }
        let lengths = [
            (directory.n_entries() as u64 * 128).div_ceil(SECTOR),
            n_mini.div_ceil(NUMBERS),
            (n_mini * MINI_SECTOR).div_ceil(SECTOR),
        ];
        let large = directory.data.iter().map(|data| data.size()).filter(|size| *size >= MINI_BELOW);
        let lengths: Vec<u64> = lengths.into_iter().chain(large.map(|size| size.div_ceil(SECTOR))).collect();
        let content: u64 = lengths.iter().sum();
        let (mut n_table, mut n_table_of_tables) = (0, 0);
        // The table has a place for its own sectors, too, and so may grow a few times.
        loop {
            let n = (content + n_table + n_table_of_tables).div_ceil(NUMBERS);
            let more = n.saturating_sub(IN_HEADER).div_ceil(NUMBERS - 1);
            if (n, more) == (n_table, n_table_of_tables) {
                break;
            }
            (n_table, n_table_of_tables) = (n, more);
        }
        let mut at = n_table + n_table_of_tables;
        let mut chains = Vec::new();
        for n in &lengths {
            chains.push((at, *n));
            at += n;
        }
        let place = |(first, n): &(u64, u64)| if *n == 0 { END } else { *first as u32 };
        directory.start(place(&chains[2]), n_mini * MINI_SECTOR, &mini_chains, &chains[3..]);
        let (n_directory, n_mini_table) = (lengths[0], lengths[1]);
        Self { n_table, n_table_of_tables, n_directory, n_mini_table, chains, mini_chains }
    }

    fn header(&self) -> Vec<u8> {
        let mut head = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        head.resize(24, 0);
        // Version 3, low bytes first, sectors of 512 and 64 bytes.
        for number in [0x3E, 3, 0xFFFE, 9, 6u16] {
            head.extend(number.to_le_bytes());
        }
        head.resize(40, 0);
        let first_of = |at: usize| match self.chains[at] {
            (_, 0) => END,
            (first, _) => first as u32,
        };
        let more = if self.n_table_of_tables == 0 { END } else { self.n_table as u32 };
        debug_assert!(self.n_directory > 0, "there is a root");
        let numbers = [
            0,
            self.n_table as u32,
            first_of(0),
            0,
            MINI_BELOW as u32,
            first_of(1),
            self.n_mini_table as u32,
            more,
            self.n_table_of_tables as u32,
        ];
        let places = (0..IN_HEADER).map(|at| if at < self.n_table { at as u32 } else { NOTHING });
        head.extend(numbers.into_iter().chain(places).flat_map(u32::to_le_bytes));
        head
    }

    fn table(&self, out: &mut dyn FnMut(&[u8])) {
        let mut n = 0;
        let mut each = |number: u32| {
            n += 1;
            out(&number.to_le_bytes());
        };
        (0..self.n_table).for_each(|_| each(TABLE));
        (0..self.n_table_of_tables).for_each(|_| each(TABLE_OF_TABLES));
        self.chains.iter().for_each(|(first, n)| chain(*first, *n, &mut each));
        (n..self.n_table * NUMBERS).for_each(|_| out(&NOTHING.to_le_bytes()));
    }

    /// Where the parts of the table lie that the header has no place for.
    fn table_of_tables(&self, out: &mut dyn FnMut(&[u8])) {
        for sector in 0..self.n_table_of_tables {
            let first = IN_HEADER + sector * (NUMBERS - 1);
            for at in first..first + NUMBERS - 1 {
                out(&(if at < self.n_table { at as u32 } else { NOTHING }).to_le_bytes());
            }
            let next = sector + 1;
            let next = if next < self.n_table_of_tables { (self.n_table + next) as u32 } else { END };
            out(&next.to_le_bytes());
        }
    }
}

#[cfg(test)]
mod tests;
