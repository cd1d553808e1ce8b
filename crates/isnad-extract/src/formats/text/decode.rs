//! Bytes of any encoding as a stream of UTF-8.

use crate::formats::Source;
use encoding_rs::{CoderResult, Decoder, Encoding};
use std::io::{self, Read};

/// How much is decoded at once.
const PIECE: usize = 64 << 10;

/// A source whose bytes come out as UTF-8, without their byte order mark.
pub(in crate::formats) struct Decoded<'s> {
    source: &'s mut dyn Source,
    decoder: Decoder,
    text: String,
    at: usize,
    lost: u64,
    is_over: bool,
}

impl<'s> Decoded<'s> {
    pub(in crate::formats) fn new(source: &'s mut dyn Source, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        Self { source, decoder, text: String::with_capacity(PIECE), at: 0, lost: 0, is_over: false }
    }

    /// How many places were no text and became U+FFFD.
    pub(in crate::formats) fn lost(&self) -> u64 {
        self.lost
    }

    fn refill(&mut self) -> io::Result<()> {
        self.text.clear();
        self.at = 0;
        while self.text.is_empty() && !self.is_over {
            let bytes = self.source.fill_buf()?;
            let last = bytes.is_empty();
            let (result, read, bad) = self.decoder.decode_to_string(bytes, &mut self.text, last);
            self.source.consume(read);
            if bad {
                self.lost += self.text.matches('\u{FFFD}').count() as u64;
            }
            self.is_over = last && result == CoderResult::InputEmpty;
        }
        Ok(())
    }
}

impl Read for Decoded<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if self.at == self.text.len() {
            self.refill()?;
        }
        let n = buf.len().min(self.text.len() - self.at);
        buf[..n].copy_from_slice(&self.text.as_bytes()[self.at..self.at + n]);
        self.at += n;
        Ok(n)
    }
}
