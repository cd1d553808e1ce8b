//! The file information block: where everything is ([MS-DOC] 2.5).

/// What the beginning of the document says.
pub(super) struct Fib {
    pub(super) is_encrypted: bool,
    /// The stream with the tables; none before Word 97.
    pub(super) table: Option<&'static str>,
    pub(super) language: u16,
    /// Where the text lies if it is in one piece.
    text: (u32, u32),
    is_in_pieces: bool,
    /// Where each part of the text ends: the text itself, notes, headers, remarks, end notes, boxes.
    part_ends: Vec<u32>,
    clx: (u32, u32),
    pub(super) letters: (u32, u32),
    pub(super) paragraphs: (u32, u32),
}

/// A run of text that lies together.
pub(super) struct Piece {
    /// The first byte in the stream.
    pub(super) place: u32,
    /// How many letters.
    pub(super) length: u32,
    /// Whether a letter has two bytes.
    pub(super) is_wide: bool,
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

impl Fib {
    /// Nothing if this is no document of Word.
    pub(super) fn new(document: &[u8]) -> Option<Self> {
        const WORD_97: u16 = 0xC1;
        let (magic, version, flags) = (u16_at(document, 0)?, u16_at(document, 2)?, u16_at(document, 10)?);
        if !matches!(magic, 0xA5EC | 0xA5DC) {
            return None;
        }
        let is_new = version >= WORD_97;
        let pair = |at| Some((u32_at(document, at)?, u32_at(document, at + 4)?));
        // The lengths of the parts, and the tables, have other places before Word 97 (its own specification).
        let (lengths, clx, letters, paragraphs) = match is_new {
            true => (0x4C, pair(0x1A2)?, pair(0xFA)?, pair(0x102)?),
            false => (0x34, pair(0x160)?, pair(0xB8)?, pair(0xC0)?),
        };
        let mut part_ends = Vec::new();
        let mut end = 0u32;
        for part in 0..8 {
            end = end.saturating_add(u32_at(document, lengths + 4 * part)?);
            part_ends.push(end);
        }
        let name = if flags & 0x200 == 0 { "0Table" } else { "1Table" };
        Some(Self {
            is_encrypted: flags & 0x100 != 0,
            table: is_new.then_some(name),
            language: u16_at(document, 6)?,
            text: (u32_at(document, 0x18)?, u32_at(document, 0x1C)?),
            is_in_pieces: is_new || flags & 4 != 0,
            part_ends,
            clx,
            letters: if is_new { letters } else { (0, 0) },
            paragraphs: if is_new { paragraphs } else { (0, 0) },
        })
    }

    /// Whether another part of the text begins at this letter.
    pub(super) fn begins_part(&self, letter: u32) -> bool {
        letter > 0 && self.part_ends.contains(&letter)
    }

    /// The pieces in the order of the text (2.8.35 and 2.9.38).
    pub(super) fn pieces(&self, table: &[u8]) -> Option<Vec<Piece>> {
        if !self.is_in_pieces {
            let (start, end) = self.text;
            return Some(vec![Piece { place: start, length: end.checked_sub(start)?, is_wide: false }]);
        }
        let (start, length) = (self.clx.0 as usize, self.clx.1 as usize);
        let mut clx = table.get(start..start.checked_add(length)?.min(table.len()))?;
        // Properties that pieces refer to come first.
        while let [1, low, high, rest @ ..] = clx {
            clx = rest.get(usize::from(u16::from_le_bytes([*low, *high]))..)?;
        }
        let [2, rest @ ..] = clx else { return None };
        let plc = rest.get(4..)?;
        let length = (u32_at(rest, 0)? as usize).min(plc.len());
        let n = length.checked_sub(4)? / 12;
        let piece = |at: usize| {
            let (first, last) = (u32_at(plc, 4 * at)?, u32_at(plc, 4 * at + 4)?);
            let place = u32_at(plc, 4 * (n + 1) + 8 * at + 2)?;
            let is_wide = self.table.is_some() && place & 0x4000_0000 == 0;
            let place = match (self.table, is_wide) {
                (Some(_), true) => place,
                (Some(_), false) => (place & 0x3FFF_FFFF) / 2,
                (None, _) => place,
            };
            Some(Piece { place, length: last.checked_sub(first)?, is_wide })
        };
        // Pieces that go back are no text.
        (0..n).map(piece).collect()
    }
}
