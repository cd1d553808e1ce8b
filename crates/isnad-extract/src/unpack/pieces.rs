//! Content on its way out, in pieces of a good size.

use crate::wire::{PIECE_MAX, Reply, Sink};

/// Gathers small pieces and parts large ones.
pub(crate) struct Pieces<'p, 'o> {
    sink: &'p mut Sink<'o>,
    waiting: Vec<u8>,
}

impl<'p, 'o> Pieces<'p, 'o> {
    pub(crate) fn new(sink: &'p mut Sink<'o>) -> Self {
        Self { sink, waiting: Vec::new() }
    }

    pub(crate) fn push(&mut self, bytes: &[u8]) {
        for piece in bytes.chunks(PIECE_MAX / 2) {
            if self.waiting.len() + piece.len() > PIECE_MAX / 2 {
                self.send();
            }
            self.waiting.extend_from_slice(piece);
        }
    }

    /// Sends what waits.
    pub(crate) fn end(mut self) {
        self.send();
    }

    fn send(&mut self) {
        if !self.waiting.is_empty() {
            self.sink.send(Reply::Data(&self.waiting));
            self.waiting.clear();
        }
    }
}
