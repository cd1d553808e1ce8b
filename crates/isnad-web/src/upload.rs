//! From the parts of a form, which arrive when they arrive, to readers that the engine can wait on.
//!
//! Nothing is kept: a few pieces of each file are in memory at any time, and the engine's pace is the
//! browser's.

use std::io::{self, Read};

use axum::body::Bytes;
use axum::extract::multipart::Field;
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Pieces that may wait between the network and the engine.
const PIECES_WAITING_MAX: usize = 16;

/// A part of the upload, in the order of arrival. A channel that closes before `End` was cut off.
enum Part {
    File { name: String, pieces: Receiver<Piece> },
    End,
}

enum Piece {
    Bytes(Bytes),
    End,
}

/// The network's side.
pub(crate) struct Intake(Sender<Part>);

/// The engine's side: the files, one after the other.
pub(crate) struct Files {
    parts: Receiver<Part>,
    over: bool,
}

/// Both sides of an upload.
pub(crate) fn bridge() -> (Intake, Files) {
    let (sender, parts) = channel(1);
    (Intake(sender), Files { parts, over: false })
}

/// The engine no longer listens: it failed, and says why elsewhere.
#[derive(Debug)]
pub(crate) struct Deaf;

impl Intake {
    /// Passes a file on, piece by piece. An engine that has seen enough of it may stop reading.
    pub async fn file(&self, mut field: Field<'_>) -> Result<(), Deaf> {
        let name = field.file_name().unwrap_or_default().to_owned();
        let (sender, pieces) = channel(PIECES_WAITING_MAX);
        self.0.send(Part::File { name, pieces }).await.map_err(|_| Deaf)?;
        loop {
            let piece = match field.chunk().await {
                Ok(Some(bytes)) => Piece::Bytes(bytes),
                Ok(None) => Piece::End,
                // The sender is dropped without an end, which the reader takes for what it is.
                Err(_) => return Err(Deaf),
            };
            let ended = matches!(piece, Piece::End);
            if sender.send(piece).await.is_err() || ended {
                return Ok(());
            }
        }
    }

    /// Says that there are no more.
    pub async fn end(self) {
        // An engine that no longer listens needs no end.
        self.0.send(Part::End).await.ok();
    }
}

/// Whether a field holds a chosen file. A browser sends one empty nameless part where none was chosen.
pub(crate) fn is_file(field: &Field<'_>) -> bool {
    field.file_name().is_some_and(|name| !name.is_empty())
}

impl Iterator for Files {
    type Item = (String, Box<dyn Read + Send>);

    /// Waits for the next file. Called only from threads that may block.
    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        match self.parts.blocking_recv() {
            Some(Part::File { name, pieces }) => {
                Some((name, Box::new(Pipe { pieces, rest: Bytes::new(), over: false })))
            }
            Some(Part::End) => {
                self.over = true;
                None
            }
            None => {
                // Cut off between two files: what else was meant to come is unknown, and that it did not come
                // must be seen in the count.
                self.over = true;
                Some(("…".to_owned(), Box::new(CutOff)))
            }
        }
    }
}

/// A file as it arrives.
struct Pipe {
    pieces: Receiver<Piece>,
    rest: Bytes,
    over: bool,
}

impl Read for Pipe {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.rest.is_empty() && !self.over {
            match self.pieces.blocking_recv() {
                Some(Piece::Bytes(bytes)) => self.rest = bytes,
                Some(Piece::End) => self.over = true,
                None => return Err(io::ErrorKind::ConnectionAborted.into()),
            }
        }
        let n = self.rest.len().min(buffer.len());
        buffer[..n].copy_from_slice(&self.rest.split_to(n));
        Ok(n)
    }
}

/// A file that was announced and did not come.
struct CutOff;

impl Read for CutOff {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::ErrorKind::ConnectionAborted.into())
    }
}
