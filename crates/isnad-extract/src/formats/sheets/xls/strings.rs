//! Strings that go on over the ends of records ([MS-XLS] 2.4.265 and 2.5.293).

use crate::formats::sheets::Strings;

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// Bytes in several pieces, from the front.
pub(super) struct Run<'b> {
    pieces: Vec<&'b [u8]>,
    piece: usize,
    at: usize,
}

impl<'b> Run<'b> {
    pub(super) fn new(pieces: Vec<&'b [u8]>) -> Self {
        Self { pieces, piece: 0, at: 0 }
    }

    /// What is left of the piece that it stands in; nothing at the end.
    fn rest(&mut self) -> Option<&'b [u8]> {
        loop {
            let rest = self.pieces.get(self.piece)?.get(self.at..).unwrap_or_default();
            if !rest.is_empty() {
                return Some(rest);
            }
            self.piece += 1;
            self.at = 0;
        }
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.rest()?.first()?;
        self.at += 1;
        Some(byte)
    }

    fn number(&mut self, bytes: u32) -> Option<u32> {
        let mut value = 0;
        for at in 0..bytes {
            value |= u32::from(self.byte()?) << (8 * at);
        }
        Some(value)
    }

    fn pass_over(&mut self, mut bytes: u64) -> Option<()> {
        while bytes > 0 {
            let n = (self.rest()?.len() as u64).min(bytes);
            self.at += n as usize;
            bytes -= n;
        }
        Some(())
    }

    /// Letters after the byte that says how wide they are. A piece that continues them begins with such a byte.
    pub(super) fn letters_with_flag(&mut self, length: usize, out: &mut String) -> Option<()> {
        let is_wide = self.byte()? & 1 == 1;
        self.letters(length, is_wide, out)
    }

    fn letters(&mut self, mut length: usize, mut is_wide: bool, out: &mut String) -> Option<()> {
        let mut units = Vec::new();
        while length > 0 {
            let before = self.piece;
            let rest = self.rest()?;
            if self.piece != before {
                is_wide = self.byte()? & 1 == 1;
                continue;
            }
            let width = if is_wide { 2 } else { 1 };
            let n = (rest.len() / width).min(length);
            if n == 0 {
                // Half a letter: the pieces do not fit together.
                return None;
            }
            match is_wide {
                true => {
                    let pairs = rest[..2 * n].chunks_exact(2);
                    units.extend(pairs.map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
                }
                // Narrow letters are the first 256 of Unicode.
                false => units.extend(rest[..n].iter().map(|byte| u16::from(*byte))),
            }
            self.at += n * width;
            length -= n;
        }
        out.extend(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
        Some(())
    }
}

/// Takes in the table of shared strings, as far as it goes.
pub(super) fn shared(pieces: &[&[u8]], strings: &mut Strings) {
    let mut run = Run::new(pieces.to_vec());
    let _passed = run.number(4);
    let n = run.number(4).unwrap_or(0);
    let mut text = String::new();
    for _ in 0..n {
        text.clear();
        if one(&mut run, &mut text).is_none() {
            return;
        }
        strings.push(&text);
        strings.end_one();
    }
}

fn one(run: &mut Run<'_>, out: &mut String) -> Option<()> {
    let length = run.number(2)? as usize;
    let flags = run.byte()?;
    let formats = if flags & 8 != 0 { run.number(2)? } else { 0 };
    let phonetic = if flags & 4 != 0 { run.number(4)? } else { 0 };
    run.letters(length, flags & 1 == 1, out)?;
    run.pass_over(4 * u64::from(formats) + u64::from(phonetic))
}
