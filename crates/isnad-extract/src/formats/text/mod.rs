//! Text in any encoding, tables of delimited fields included, as one page.

pub(super) mod decode;
pub(crate) mod encoding;
pub(super) mod refine;
pub(super) mod table;
pub(crate) mod utf32;

use super::Source;
use crate::wire::Sink;
use encoding::Guess;
use encoding_rs::{CoderResult, Decoder};
use isnad_model::Problem;
use std::io::Read;

/// How many bytes the encoding is guessed from. A register names its people long before this.
const GUESS_BYTES: u64 = 1 << 20;
/// How many bytes show whether a text is a table.
const HEAD_BYTES: u64 = 64 << 10;

/// Reads a text of any length in pieces.
pub(crate) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    if let Some(order) = head(source, HEAD_BYTES).as_deref().and_then(utf32::order) {
        let (lost, encoding) = utf32::read(source, order, sink);
        if lost > 0 {
            sink.problem(Problem::new("text-bytes-damaged").text("encoding", encoding).number("count", lost));
        }
        return;
    }
    let guess = match encoding::guess_of(source, GUESS_BYTES) {
        Ok(guess) => guess,
        Err(_) => return sink.tool("text", ""),
    };
    let settings = match delimiter(source, &guess) {
        Some(delimiter) => format!("{} delimiter={}", guess.settings(), table::name(delimiter)),
        None => guess.settings(),
    };
    sink.tool("text", &settings);
    sink.page("");
    let damaged = decode(source, &guess, sink);
    if damaged > 0 {
        let encoding = guess.name();
        sink.problem(Problem::new("text-bytes-damaged").text("encoding", encoding).number("count", damaged));
    }
    if guess.is_doubtful() {
        sink.problem(Problem::new("encoding-guessed").text("encoding", guess.name()));
    }
}

/// The first bytes of a source, which goes back to its beginning.
fn head(source: &mut dyn Source, bytes_max: u64) -> Option<Vec<u8>> {
    source.rewind().ok()?;
    let mut head = Vec::new();
    (&mut *source).take(bytes_max).read_to_end(&mut head).ok()?;
    source.rewind().ok()?;
    Some(head)
}

/// The sign between the fields, if the text is a table.
fn delimiter(source: &mut dyn Source, guess: &Guess) -> Option<char> {
    let head = head(source, HEAD_BYTES)?;
    let (text, _) = guess.encoding.decode_with_bom_removal(&head);
    table::delimiter(&text, head.len() as u64 == HEAD_BYTES)
}

/// Sends the decoded text; returns how many places were no text and became U+FFFD.
fn decode(source: &mut dyn Source, guess: &Guess, sink: &mut Sink<'_>) -> u64 {
    let mut decoder = guess.encoding.new_decoder_with_bom_removal();
    let mut text = String::with_capacity(64 << 10);
    let mut damaged = 0;
    loop {
        let (used, last) = match source.fill_buf() {
            Ok(bytes) => {
                damaged += push(&mut decoder, bytes, &mut text, sink);
                (bytes.len(), bytes.is_empty())
            }
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(_) => (0, true),
        };
        source.consume(used);
        if last {
            sink.text(&text);
            return damaged;
        }
    }
}

/// Decodes one piece; an empty one is the end.
fn push(decoder: &mut Decoder, mut bytes: &[u8], text: &mut String, sink: &mut Sink<'_>) -> u64 {
    let last = bytes.is_empty();
    let mut damaged = 0;
    loop {
        let before = text.len();
        let (result, read, bad) = decoder.decode_to_string(bytes, text, last);
        if bad {
            damaged += text[before..].matches('\u{FFFD}').count() as u64;
        }
        bytes = &bytes[read..];
        match result {
            CoderResult::InputEmpty => return damaged,
            CoderResult::OutputFull => {
                sink.text(text);
                text.clear();
            }
        }
    }
}
