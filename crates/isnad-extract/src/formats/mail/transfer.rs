//! Transfer encodings (RFC 2045 §6): bodies made of bytes that mail could carry, back into bytes.
//!
//! Damage is passed over and counted: half a photograph says more than none. Pieces are given out as they come, so
//! that an attachment is never held a second time.

/// How a body was made fit for mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Transfer {
    /// 7bit, 8bit, binary: as it is.
    Identity,
    Base64,
    QuotedPrintable,
    /// `begin 644 name` … `end`, from before there was MIME.
    Uuencode,
    /// Named, and nobody knows how.
    Unknown,
}

/// Pieces are about this long.
const PIECE: usize = 64 << 10;

impl Transfer {
    /// By the value of `Content-Transfer-Encoding`.
    pub(crate) fn named(value: Option<&str>) -> Self {
        let value = value.unwrap_or_default();
        // Comments and parameters have no meaning here, and occur.
        let name = value.split([';', '(']).next().unwrap_or_default().trim();
        match name.to_ascii_lowercase().as_str() {
            "" | "7bit" | "7-bit" | "8bit" | "8-bit" | "binary" => Self::Identity,
            "base64" => Self::Base64,
            "quoted-printable" => Self::QuotedPrintable,
            "x-uuencode" | "x-uue" | "uuencode" => Self::Uuencode,
            _ => Self::Unknown,
        }
    }

    /// Gives the bytes to `out` piece by piece; returns how many places were damaged.
    pub(crate) fn decode(self, body: &[u8], out: &mut dyn FnMut(&[u8])) -> u64 {
        match self {
            Self::Identity | Self::Unknown => {
                body.chunks(PIECE).for_each(out);
                0
            }
            Self::Base64 => base64(body, out),
            Self::QuotedPrintable => quoted_printable(body, out),
            Self::Uuencode => uuencode(body, out),
        }
    }

    /// All bytes at once, and the number of damaged places.
    pub(crate) fn bytes(self, body: &[u8]) -> (Vec<u8>, u64) {
        let mut bytes = Vec::new();
        let damaged = self.decode(body, &mut |piece| bytes.extend_from_slice(piece));
        (bytes, damaged)
    }
}

/// Gathers bytes into pieces.
struct Pieces<'o> {
    piece: Vec<u8>,
    out: &'o mut dyn FnMut(&[u8]),
}

impl<'o> Pieces<'o> {
    fn new(body: &[u8], out: &'o mut dyn FnMut(&[u8])) -> Self {
        Self { piece: Vec::with_capacity(PIECE.min(body.len() + 3)), out }
    }

    fn push(&mut self, bytes: &[u8]) {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            (self.out)(&self.piece);
            self.piece.clear();
        }
    }

    fn end(self) {
        if !self.piece.is_empty() {
            (self.out)(&self.piece);
        }
    }
}

const NO_DIGIT: u8 = 0xFF;

/// The value of each base64 digit.
static DIGITS: [u8; 256] = {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut digits = [NO_DIGIT; 256];
    let mut n = 0;
    while n < 64 {
        digits[alphabet[n] as usize] = n as u8;
        n += 1;
    }
    digits
};

/// Base64; returns how many bytes were no digits, with one more for a last group that is not whole.
pub(crate) fn base64(body: &[u8], out: &mut dyn FnMut(&[u8])) -> u64 {
    let mut pieces = Pieces::new(body, out);
    let (mut group, mut n, mut damaged) = (0u32, 0u8, 0u64);
    for byte in body {
        let digit = DIGITS[usize::from(*byte)];
        if digit != NO_DIGIT {
            group = group << 6 | u32::from(digit);
            n += 1;
            if n == 4 {
                pieces.push(&group.to_be_bytes()[1..]);
                (group, n) = (0, 0);
            }
            continue;
        }
        match byte {
            // Padding ends a group, and another text may follow: some programs encode in pieces.
            b'=' => damaged += u64::from(end_of_group(&mut group, &mut n, &mut pieces)),
            b' ' | b'\t' | b'\r' | b'\n' => {}
            _ => damaged += 1,
        }
    }
    damaged += u64::from(end_of_group(&mut group, &mut n, &mut pieces));
    pieces.end();
    damaged
}

/// Writes what a group that is not full holds; says whether a digit was left over.
fn end_of_group(group: &mut u32, n: &mut u8, pieces: &mut Pieces<'_>) -> bool {
    match n {
        2 => pieces.push(&[(*group >> 4) as u8]),
        3 => pieces.push(&[(*group >> 10) as u8, (*group >> 2) as u8]),
        _ => {}
    }
    let left_over = *n == 1;
    (*group, *n) = (0, 0);
    left_over
}

/// Quoted-printable; returns how many `=` stood before no digits. Those are kept as they are.
fn quoted_printable(body: &[u8], out: &mut dyn FnMut(&[u8])) -> u64 {
    let mut pieces = Pieces::new(body, out);
    let mut damaged = 0;
    for line in body.split_inclusive(|b| *b == b'\n') {
        let (text, ending) = line.split_at(super::fields::trim_end(line).len());
        // White space at the end of a line was added on the way (RFC 2045 §6.7, rule 3).
        let text = text.trim_ascii_end();
        let (text, soft) = text.strip_suffix(b"=").map_or((text, false), |text| (text, true));
        damaged += line_of_quoted_printable(text, &mut pieces);
        if !soft {
            pieces.push(ending);
        }
    }
    pieces.end();
    damaged
}

fn line_of_quoted_printable(mut text: &[u8], pieces: &mut Pieces<'_>) -> u64 {
    let mut damaged = 0;
    while let Some(at) = memchr::memchr(b'=', text) {
        pieces.push(&text[..at]);
        match (text.get(at + 1).copied().and_then(hex), text.get(at + 2).copied().and_then(hex)) {
            (Some(high), Some(low)) => {
                pieces.push(&[high << 4 | low]);
                text = &text[at + 3..];
            }
            _ => {
                damaged += 1;
                pieces.push(b"=");
                text = &text[at + 1..];
            }
        }
    }
    pieces.push(text);
    damaged
}

/// Uuencode (POSIX.1-2017, `uuencode`); returns how many lines were shorter than they say.
fn uuencode(body: &[u8], out: &mut dyn FnMut(&[u8])) -> u64 {
    let mut pieces = Pieces::new(body, out);
    let mut damaged = 0;
    let mut lines = body.split(|b| *b == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    if !lines.by_ref().any(|line| line.starts_with(b"begin ")) {
        damaged += 1;
    }
    for line in lines {
        if line == b"end" {
            break;
        }
        let value = |byte: Option<&u8>| byte.map_or(0, |b| b.wrapping_sub(b' ') & 0x3F);
        let length = usize::from(value(line.first()));
        if length == 0 {
            continue;
        }
        let mut bytes = Vec::with_capacity(length + 2);
        for group in line[1..].chunks(4).take(length.div_ceil(3)) {
            let [a, b, c, d] = [0, 1, 2, 3].map(|n| value(group.get(n)));
            bytes.extend([a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d]);
        }
        damaged += u64::from(bytes.len() < length);
        bytes.truncate(length);
        pieces.push(&bytes);
    }
    pieces.end();
    damaged
}

/// The value of a hexadecimal digit.
pub(crate) fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

#[cfg(test)]
mod tests;
