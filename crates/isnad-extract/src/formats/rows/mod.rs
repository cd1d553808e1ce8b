//! Rows of tables, one after another, for imports: nothing is laid out in memory, and nothing is left out unsaid.
//!
//! Spreadsheets are read by the readers in [`sheets`](super::sheets), which hand their cells over here instead of
//! writing a page; the texts have readers of their own.

mod delimited;
mod json;
mod record;
mod table;

pub(super) use table::{COLUMNS_MAX, Place, Table};

use super::{Source, kind_of, ole, read_document, read_locked, text::refine};
use crate::{
    identify,
    rows::Wanted,
    wire::{Reply, Sink},
};
use isnad_model::{Problem, reading::Kind};
use std::io::Read;

/// Sends the rows of a table.
pub(crate) fn rows(source: &mut dyn Source, password: Option<&str>, wanted: &Wanted, sink: &mut Sink<'_>) {
    let (kind, media_type) = kind_of(source).unwrap_or((Kind::Other, identify::UNKNOWN));
    sink.send(Reply::Kind(kind, media_type));
    let settings = &wanted.0;
    match (kind, media_type) {
        (Kind::Text, refine::JSON) => json::read(source, settings, sink),
        // One damaged line makes a file no JSON, and it is one all the same.
        (Kind::Text | Kind::Other, _) | (_, refine::CSV) if json::begins(&delimited::head(source).0) => {
            json::read(source, settings, sink);
        }
        // A table of a page is laid out by its tags, which are no cells.
        (Kind::Text, refine::HTML | "application/xhtml+xml") => {
            sink.problem(Problem::new("document-not-read").text("media_type", media_type));
        }
        (Kind::Text, _) | (_, refine::CSV | refine::TSV) => delimited::read(source, settings, sink),
        // A zero byte makes a file no text, but a register in which one was lost is still a register.
        (Kind::Other, identify::UNKNOWN) if delimited::is_table(source, settings) => {
            delimited::read(source, settings, sink);
        }
        (Kind::Table, _) | (_, ole::ENCRYPTED) => {
            let mut sink = sink.for_rows(settings);
            match media_type {
                ole::ENCRYPTED => read_locked(source, password, &mut sink),
                _ if read_document(media_type, source, &mut sink) => {}
                _ => sink.problem(Problem::new("document-not-read").text("media_type", media_type)),
            }
        }
        _ => sink.problem(Problem::new("document-not-read").text("media_type", media_type)),
    }
}

/// The first bytes of a source, which goes back to its beginning.
fn head(source: &mut dyn Source, bytes_max: u64) -> Vec<u8> {
    let mut head = Vec::new();
    let _unread = source.rewind().and_then(|()| (&mut *source).take(bytes_max).read_to_end(&mut head));
    let _unread = source.rewind();
    head
}

#[cfg(test)]
mod tests;
