//! Text in any encoding, CSV included, as one page.

pub(crate) mod encoding;

use super::Source;
use crate::wire::Sink;
use encoding::Guess;
use encoding_rs::{CoderResult, Decoder};
use isnad_model::Problem;

/// How many bytes the encoding is guessed from. A register names its people long before this.
const GUESS_BYTES: u64 = 1 << 20;

/// Reads a text of any length in pieces.
pub(crate) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    let guess = match encoding::guess_of(source, GUESS_BYTES) {
        Ok(guess) => guess,
        Err(_) => return sink.tool("text", ""),
    };
    sink.tool("text", &guess.settings());
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
