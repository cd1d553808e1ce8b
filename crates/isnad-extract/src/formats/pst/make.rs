//! Mailboxes of Outlook, made here node by node in each of their layouts.

use super::{code::Code, file::Layout};
use crate::formats::{crc, mapi::kind, mapi::make::Props};
use std::io::Write;

/// A mailbox that grows.
pub(crate) struct Maker {
    pub(super) layout: Layout,
    code: Code,
    pub(crate) out: Vec<u8>,
    /// Number, place, stored bytes.
    blocks: Vec<(u64, u64, u16)>,
    pub(crate) nodes: Vec<(u32, u64, u64, u32)>,
    next: u64,
}

/// What came with a letter: its properties, and a letter that it is.
#[derive(Default)]
pub(crate) struct Attached {
    pub(crate) props: Props,
    pub(crate) letter: Option<Letter>,
}

/// A letter to be put into a mailbox.
#[derive(Default)]
pub(crate) struct Letter {
    pub(crate) props: Props,
    pub(crate) recipients: Vec<Props>,
    pub(crate) attached: Vec<Attached>,
}

type Within = Vec<(u32, u64, u64)>;

/// A mailbox as Outlook makes it since 2003.
pub(crate) fn unicode() -> Maker {
    Maker::new(Layout::Unicode, Code::Permuted)
}

impl Maker {
    pub(super) fn new(layout: Layout, code: Code) -> Self {
        Self { layout, code, out: vec![0; 1024], blocks: Vec::new(), nodes: Vec::new(), next: 1 }
    }

    fn number(&self, number: u64) -> Vec<u8> {
        number.to_le_bytes()[..self.layout.number_bytes()].to_vec()
    }

    /// Most bytes in a block.
    fn block_max(&self) -> usize {
        match self.layout {
            Layout::Ansi => 8180,
            Layout::Unicode => 8176,
            Layout::Large => 65_512,
        }
    }

    fn block(&mut self, bytes: &[u8], leads_on: bool) -> u64 {
        let id = self.next << 2 | u64::from(leads_on) << 1;
        self.next += 1;
        let mut stored = bytes.to_vec();
        if !leads_on {
            self.code.encode(&mut stored, id);
        }
        let unfolded = stored.len() as u16;
        if self.layout == Layout::Large && !leads_on && stored.len() > 600 {
            let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
            packer.write_all(&stored).expect("memory");
            let packed = packer.finish().expect("memory");
            if packed.len() < stored.len() {
                stored = packed;
            }
        }
        let (size, sum) = ((stored.len() as u16).to_le_bytes(), crc::of(&stored).to_le_bytes());
        let number = self.number(id);
        let foot = match self.layout {
            Layout::Ansi => [&size[..], &[0; 2], &number, &sum].concat(),
            Layout::Unicode => [&size[..], &[0; 2], &sum, &number].concat(),
            Layout::Large => {
                [&size[..], &[0; 2], &sum, &number, &[2, 0], &unfolded.to_le_bytes(), &[0; 4]].concat()
            }
        };
        let step = if self.layout == Layout::Large { 512 } else { 64 };
        let at = self.align(step);
        self.blocks.push((id, at, stored.len() as u16));
        stored.resize((stored.len() + foot.len()).next_multiple_of(step) - foot.len(), 0xAA);
        self.out.extend(stored);
        self.out.extend(foot);
        id
    }

    fn align(&mut self, step: usize) -> u64 {
        self.out.resize(self.out.len().next_multiple_of(step), 0);
        self.out.len() as u64
    }

    /// A tree of data.
    pub(crate) fn data(&mut self, bytes: &[u8]) -> u64 {
        if bytes.len() <= self.block_max() {
            return self.block(bytes, false);
        }
        let ids: Vec<u64> = bytes.chunks(self.block_max()).map(|piece| self.block(piece, false)).collect();
        let lists: Vec<u64> = ids.chunks(3).map(|ids| self.leading(1, ids, bytes.len())).collect();
        match lists[..] {
            [one] => one,
            _ => self.leading(2, &lists, bytes.len()),
        }
    }

    fn leading(&mut self, level: u8, ids: &[u64], total: usize) -> u64 {
        let head =
            [&[1, level][..], &(ids.len() as u16).to_le_bytes(), &(total as u32).to_le_bytes()].concat();
        let ids = ids.iter().flat_map(|id| self.number(*id)).collect::<Vec<_>>();
        self.block(&[head, ids].concat(), true)
    }

    /// Nodes within a node; in two levels where there are some.
    fn within(&mut self, nodes: &Within) -> u64 {
        if nodes.is_empty() {
            return 0;
        }
        let pad: &[u8] = if self.layout == Layout::Ansi { &[] } else { &[0; 4] };
        let list = |level: u8, n: usize| [&[2, level][..], &(n as u16).to_le_bytes(), pad].concat();
        let leaves: Vec<(u32, u64)> = nodes
            .chunks(2)
            .map(|few| {
                let rows = few.iter().flat_map(|(id, data, sub)| {
                    [self.number((*id).into()), self.number(*data), self.number(*sub)].concat()
                });
                let rows: Vec<u8> = rows.collect();
                (few[0].0, self.block(&[list(0, few.len()), rows].concat(), true))
            })
            .collect();
        if let [(_, one)] = leaves[..] {
            return one;
        }
        let rows =
            leaves.iter().flat_map(|(id, leaf)| [self.number((*id).into()), self.number(*leaf)].concat());
        let rows: Vec<u8> = rows.collect();
        self.block(&[list(1, leaves.len()), rows].concat(), true)
    }

    /// A heap of things; the first one is number 0x20.
    fn heap(&self, kind: u8, things: &[Vec<u8>]) -> Vec<u8> {
        let mut heap = vec![0, 0, 0xEC, kind, 0x20, 0, 0, 0, 0, 0, 0, 0];
        let mut places = vec![heap.len() as u16];
        for thing in things {
            heap.extend(thing);
            places.push(heap.len() as u16);
        }
        heap.resize(heap.len().next_multiple_of(2), 0);
        let map = heap.len() as u16;
        heap[..2].copy_from_slice(&map.to_le_bytes());
        heap.extend((things.len() as u16).to_le_bytes());
        heap.extend([0; 2]);
        heap.extend(places.iter().flat_map(|place| place.to_le_bytes()));
        assert!(heap.len() <= self.block_max(), "a heap of one block");
        heap
    }

    /// A node of properties with the nodes within it.
    fn properties(&mut self, props: &Props, objects: &[(u16, u32)], mut within: Within) -> (u64, u64) {
        let mut rows = std::collections::BTreeMap::new();
        let mut things = vec![Vec::new(), Vec::new()];
        let mut put = |thing: Vec<u8>| {
            things.push(thing);
            (things.len() as u32) << 5
        };
        for (tag, kind, value) in &props.numbers {
            let is_long = matches!(*kind, 0x14 | kind::TIME);
            let stored = if is_long { put(value.to_le_bytes().to_vec()) } else { *value as u32 };
            rows.insert(*tag, (*kind, stored));
        }
        for (tag, node) in objects {
            rows.insert(*tag, (kind::OBJECT, put([node.to_le_bytes(), [0; 4]].concat())));
        }
        for (tag, kind, bytes) in &props.streams {
            let stored = match bytes.len() {
                0 => 0,
                1..=3000 => put(bytes.clone()),
                _ => {
                    let node = 0x3F | (within.len() as u32 + 0x400) << 5;
                    within.push((node, self.data(bytes), 0));
                    node
                }
            };
            rows.insert(*tag, (*kind, stored));
        }
        let row = |(tag, (kind, stored)): (&u16, &(u16, u32))| {
            [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &stored.to_le_bytes()].concat()
        };
        things[1] = rows.iter().flat_map(row).collect();
        things[0] = vec![0xB5, 2, 6, 0, if rows.is_empty() { 0 } else { 0x40 }, 0, 0, 0];
        let heap = self.heap(0xBC, &things);
        within.sort_unstable();
        (self.data(&heap), self.within(&within))
    }

    /// A table of rows, which have the columns of the first.
    fn table(&mut self, rows: &[(u32, Props)]) -> u64 {
        let mut columns = vec![(0x67F2u16, kind::LONG)];
        if let Some((_, first)) = rows.first() {
            columns.extend(first.numbers.iter().map(|(tag, kind, _)| (*tag, *kind)));
            columns.extend(first.streams.iter().map(|(tag, kind, _)| (*tag, *kind)));
        }
        let (n, bits) = (columns.len(), columns.len() * 4);
        let width = bits + n.div_ceil(8);
        let mut head = vec![0x7C, n as u8];
        head.extend([bits, bits, bits, width].iter().flat_map(|end| (*end as u16).to_le_bytes()));
        let index: Vec<u8> = rows
            .iter()
            .zip(0u32..)
            .flat_map(|((id, _), at)| [id.to_le_bytes(), at.to_le_bytes()].concat())
            .collect();
        let mut things = vec![Vec::new(), vec![0xB5, 4, 4, 0, 0x60, 0, 0, 0], index, Vec::new()];
        let mut matrix = Vec::new();
        for (id, props) in rows {
            let mut row = id.to_le_bytes().to_vec();
            row.extend(props.numbers.iter().flat_map(|(_, _, value)| (*value as u32).to_le_bytes()));
            for (_, _, bytes) in &props.streams {
                things.push(bytes.clone());
                row.extend(((things.len() as u32) << 5).to_le_bytes());
            }
            row.resize(bits, 0);
            row.resize(width, 0xFF);
            matrix.extend(row);
        }
        things[3] = matrix;
        let numbers = if rows.is_empty() { [0x40, 0, 0] } else { [0x40u32, 0x80, 0] };
        if rows.is_empty() {
            things[1][4] = 0;
        }
        head.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
        for (at, (tag, kind)) in columns.iter().enumerate() {
            head.extend([kind.to_le_bytes(), tag.to_le_bytes()].concat());
            head.extend((4 * at as u16).to_le_bytes());
            head.extend([4, at as u8]);
        }
        things[0] = head;
        let heap = self.heap(0x7C, &things);
        self.data(&heap)
    }

    fn letter_node(&mut self, letter: &Letter) -> (u64, u64) {
        let mut within = Within::new();
        if !letter.recipients.is_empty() {
            let rows: Vec<_> =
                letter.recipients.iter().cloned().zip(1..).map(|(props, id)| (id, props)).collect();
            within.push((0x692, self.table(&rows), 0));
        }
        for (attached, at) in letter.attached.iter().zip(0x401u32..) {
            let (mut objects, mut inner) = (Vec::new(), Within::new());
            if let Some(letter) = &attached.letter {
                let node = 0x04 | 0x500 << 5;
                let (data, sub) = self.letter_node(letter);
                inner.push((node, data, sub));
                objects.push((0x3701, node));
            }
            let (data, sub) = self.properties(&attached.props, &objects, inner);
            within.push((at << 5 | 0x05, data, sub));
        }
        self.properties(&letter.props, &[], within)
    }

    /// Puts a letter into a folder; its number.
    pub(crate) fn letter(&mut self, place: u32, folder: u32, letter: &Letter) -> u32 {
        let (data, sub) = self.letter_node(letter);
        let id = place << 5 | 0x04;
        self.nodes.push((id, data, sub, folder));
        id
    }

    /// Puts a node of properties there.
    pub(crate) fn node(&mut self, id: u32, parent: u32, props: &Props) {
        let (data, sub) = self.properties(props, &[], Within::new());
        self.nodes.push((id, data, sub, parent));
    }

    /// Puts a folder there that lists these letters; its number.
    pub(crate) fn folder(&mut self, place: u32, parent: u32, name: &str, letters: &[u32]) -> u32 {
        let id = place << 5 | 0x02;
        self.node(id, if parent == 0 { id } else { parent }, &Props::default().text(0x3001, name));
        let rows: Vec<_> = letters.iter().map(|id| (*id, Props::default())).collect();
        let data = self.table(&rows);
        self.nodes.push((place << 5 | 0x0E, data, 0, 0));
        id
    }

    /// The whole file.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        let width = self.layout.number_bytes();
        let mut blocks = std::mem::take(&mut self.blocks);
        blocks.sort_unstable();
        let rows = blocks.iter().map(|(id, at, size)| {
            let mut row =
                [self.number(*id), self.number(*at), size.to_le_bytes().to_vec(), vec![2, 0]].concat();
            row.resize(3 * width, 0);
            (*id, row)
        });
        let rows: Vec<_> = rows.collect();
        let top_of_blocks = self.tree(0x80, rows);
        let mut nodes = std::mem::take(&mut self.nodes);
        nodes.sort_unstable();
        let rows = nodes.iter().map(|(id, data, sub, parent)| {
            let mut row = [self.number((*id).into()), self.number(*data), self.number(*sub)].concat();
            row.extend(parent.to_le_bytes());
            row.resize(4 * width, 0);
            (u64::from(*id), row)
        });
        let rows: Vec<_> = rows.collect();
        let top_of_nodes = self.tree(0x81, rows);
        let version = match self.layout {
            Layout::Ansi => 14u16,
            Layout::Unicode => 23,
            Layout::Large => 36,
        };
        let size = self.number(self.out.len() as u64);
        let (nodes, blocks, code, end) = if width == 4 { (184, 192, 461, 168) } else { (216, 232, 513, 184) };
        let tops =
            [(nodes, top_of_nodes), (blocks, top_of_blocks)].map(|(at, top)| (at + width, self.number(top)));
        let mut put = |at: usize, bytes: &[u8]| self.out[at..at + bytes.len()].copy_from_slice(bytes);
        put(0, b"!BDN");
        put(8, b"SM");
        put(10, &version.to_le_bytes());
        put(12, &19u16.to_le_bytes());
        put(end, &size);
        tops.iter().for_each(|(at, top)| put(*at, top));
        put(
            code,
            &[match self.code {
                Code::Plain => 0,
                Code::Permuted => 1,
                Code::Cyclic => 2,
            }],
        );
        self.out
    }

    /// Pages of a tree; where its top lies.
    fn tree(&mut self, kind: u8, mut rows: Vec<(u64, Vec<u8>)>) -> u64 {
        let mut level = 0;
        loop {
            let mut above = Vec::new();
            let few = if self.layout == Layout::Large { 40 } else { 7 };
            let pages: Vec<_> = if rows.is_empty() { vec![&[][..]] } else { rows.chunks(few).collect() };
            let pages: Vec<(u64, Vec<Vec<u8>>)> = pages
                .iter()
                .map(|page| {
                    (page.first().map_or(0, |row| row.0), page.iter().map(|row| row.1.clone()).collect())
                })
                .collect();
            for (first, page) in &pages {
                let at = self.page(kind, level, page);
                above.push((*first, [self.number(*first), self.number(0), self.number(at)].concat()));
            }
            if let [(_, row)] = &above[..] {
                let at = 2 * self.layout.number_bytes();
                return self.layout.number(row, at).expect("a place");
            }
            rows = above;
            level += 1;
        }
    }

    fn page(&mut self, kind: u8, level: u8, rows: &[Vec<u8>]) -> u64 {
        let entry = rows.first().map_or(24, Vec::len) as u8;
        let n = rows.len() as u8;
        let mut page: Vec<u8> = rows.concat();
        match self.layout {
            Layout::Ansi => {
                page.resize(496, 0);
                page.extend([n, 20, entry, level]);
                let sum = crc::of(&page);
                page.extend([kind, kind, 0, 0, 0, 0, 0, 0]);
                page.extend(sum.to_le_bytes());
            }
            Layout::Unicode => {
                page.resize(488, 0);
                page.extend([n, 20, entry, level, 0, 0, 0, 0]);
                let sum = crc::of(&page);
                page.extend([kind, kind, 0, 0]);
                page.extend(sum.to_le_bytes());
                page.extend([0; 8]);
            }
            Layout::Large => {
                page.resize(4056, 0);
                page.extend([n, 0, 200, 0, entry, level]);
                page.resize(4072, 0);
                let sum = crc::of(&page);
                page.extend([kind, kind, 0, 0]);
                page.extend(sum.to_le_bytes());
                page.extend([0; 16]);
            }
        }
        let at = self.align(page.len());
        self.out.extend(page);
        at
    }
}
