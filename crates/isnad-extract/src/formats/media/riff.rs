//! RIFF: a name in four letters, a length, a content, and so on. WebP, AVI and WAV are made so.

use crate::formats::{Source, meta::bytes_at};

/// Top-level chunks and those of headers; the pieces of a film lie within one chunk and are not listed.
const CHUNKS_MAX: usize = 100_000;

/// A chunk, and where its content lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Chunk {
    pub(crate) id: [u8; 4],
    pub(crate) at: u64,
    /// As stated; the file may be shorter.
    pub(crate) length: u64,
}

/// The chunks between two places, and whether the last one ends within.
pub(crate) fn chunks(source: &mut dyn Source, from: u64, to: u64) -> (Vec<Chunk>, bool) {
    let mut chunks = Vec::new();
    let mut at = from;
    while at + 8 <= to {
        let Ok(head) = bytes_at(source, at, 8) else { return (chunks, false) };
        let (Some(id), Some(length)) = (head.first_chunk::<4>(), head.last_chunk::<4>()) else { break };
        let chunk = Chunk { id: *id, at: at + 8, length: u32::from_le_bytes(*length).into() };
        let end = chunk.at + chunk.length;
        chunks.push(chunk);
        if end > to || chunks.len() == CHUNKS_MAX {
            return (chunks, false);
        }
        // Contents are made even.
        at = end + chunk.length % 2;
    }
    (chunks, true)
}
