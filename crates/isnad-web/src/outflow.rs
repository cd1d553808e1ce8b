//! From the engine's blocking writes to the body of an answer.

use std::io::{self, Write};

use axum::body::{Body, Bytes};
use tokio::sync::mpsc::{Sender, channel};

/// Pieces that may wait for a slow browser.
const PIECES_WAITING_MAX: usize = 8;
const PIECE_BYTES: usize = 64 * 1024;

/// Where the engine writes to.
pub(crate) struct Outflow {
    pieces: Sender<io::Result<Bytes>>,
    piece: Vec<u8>,
}

/// A writer, and the body that it feeds.
pub(crate) fn outflow() -> (Outflow, Body) {
    let (pieces, mut receiver) = channel(PIECES_WAITING_MAX);
    let body = Body::from_stream(futures_util::stream::poll_fn(move |cx| receiver.poll_recv(cx)));
    (Outflow { pieces, piece: Vec::with_capacity(PIECE_BYTES) }, body)
}

impl Outflow {
    /// Breaks the answer off, so that the browser does not take what it has for the whole.
    pub fn fail(self) {
        // Nobody listens any more if this fails.
        self.pieces.blocking_send(Err(io::ErrorKind::Other.into())).ok();
    }
}

impl Write for Outflow {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE_BYTES {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE_BYTES));
        self.pieces.blocking_send(Ok(piece.into())).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}
