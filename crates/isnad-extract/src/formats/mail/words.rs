//! Encoded words (RFC 2047): `=?windows-1256?B?4c7Q?=`.
//!
//! Decoded wherever they stand, as every mail program does, although the rule forbids some places. Neighbors of one
//! encoding are joined before they are decoded: careless programs cut a letter in two between them.

use super::{charset, transfer};

/// One encoded word.
struct Word<'t> {
    charset: &'t str,
    is_base64: bool,
    text: &'t str,
}

/// Words of one charset and encoding, side by side.
#[derive(Default)]
struct Run<'t> {
    charset: &'t str,
    bytes: Vec<u8>,
}

impl Run<'_> {
    fn flush(&mut self, out: &mut String) {
        if !self.bytes.is_empty() {
            out.push_str(&charset::decode(&self.bytes, Some(self.charset)).text);
            self.bytes.clear();
        }
    }
}

/// The text with its encoded words decoded; what only looks like one stays.
pub(crate) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut run = Run::default();
    while let Some(start) = rest.find("=?") {
        let (before, from) = rest.split_at(start);
        // Space between two encoded words is there for the sake of the line's length.
        let joins = !run.bytes.is_empty() && before.trim().is_empty();
        let Some((word, behind)) = word(from) else {
            run.flush(&mut out);
            out.push_str(before);
            out.push_str("=?");
            rest = &from[2..];
            continue;
        };
        if !joins || !run.charset.eq_ignore_ascii_case(word.charset) {
            run.flush(&mut out);
            run.charset = word.charset;
        }
        if !joins {
            out.push_str(before);
        }
        bytes_of(&word, &mut run.bytes);
        rest = behind;
    }
    run.flush(&mut out);
    out.push_str(rest);
    out
}

/// The encoded word at the front, and what stands behind it.
fn word(text: &str) -> Option<(Word<'_>, &str)> {
    let (charset, rest) = text.strip_prefix("=?")?.split_once('?')?;
    // RFC 2231 adds a language.
    let charset = charset.split('*').next().unwrap_or(charset);
    let (encoding, rest) = rest.split_once('?')?;
    let (text, behind) = rest.split_once("?=")?;
    let is_name = !charset.is_empty() && charset.len() <= 64 && charset.bytes().all(|b| b.is_ascii_graphic());
    let is_base64 = match encoding {
        "B" | "b" => true,
        "Q" | "q" => false,
        _ => return None,
    };
    is_name.then_some((Word { charset, is_base64, text }, behind))
}

fn bytes_of(word: &Word<'_>, out: &mut Vec<u8>) {
    if word.is_base64 {
        transfer::base64(word.text.as_bytes(), &mut |piece| out.extend_from_slice(piece));
        return;
    }
    let mut bytes = word.text.bytes();
    while let Some(byte) = bytes.next() {
        let mut ahead = bytes.clone();
        match (byte, ahead.next().and_then(transfer::hex), ahead.next().and_then(transfer::hex)) {
            (b'=', Some(high), Some(low)) => {
                out.push(high << 4 | low);
                bytes = ahead;
            }
            (b'_', ..) => out.push(b' '),
            (byte, ..) => out.push(byte),
        }
    }
}

#[cfg(test)]
mod tests;
