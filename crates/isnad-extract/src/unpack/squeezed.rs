//! One file made small: gzip, bzip2, xz, Zstandard. A tar within is opened in the same go, so that a `.tar.gz` is one
//! container and not two.

mod decoder;

use super::{begin, damaged, finish, send_content, tar};
use crate::{
    formats::Source,
    identify::is_tar,
    names,
    wire::{Head, Sink, tool},
};
use decoder::Decoder;
use isnad_model::Problem;
use std::io::{self, Read};

/// Dictionaries that are larger do not fit into the sandbox beside the rest.
pub(super) const DICTIONARY_KIB_MAX: usize = 512 << 10;

/// Streams the one member, or those of a tar.
///
/// A member without a name gets one from that of the container, which only the parent knows.
pub(crate) fn unpack(media_type: &str, source: &mut dyn Source, sink: &mut Sink<'_>) {
    let Some(mut decoder) = Decoder::new(media_type, source) else { return sink.problem(damaged()) };
    let mut head = Vec::new();
    let failed = (&mut decoder).take(1024).read_to_end(&mut head).err();
    let is_too_large = failed.as_ref().is_some_and(|error| error.kind() == io::ErrorKind::OutOfMemory);
    let (name, modified) = decoder.named();
    let mut content = Again { head: &head, failed, rest: &mut decoder };
    if is_tar(&head) {
        tar::unpack(&mut content, sink);
    } else {
        let label = names::label(&name, || encoding_rs::mem::decode_latin1(&name).into_owned());
        let begun = begin(&Head { name: &name, label: &label, size: None, modified: &modified }, sink);
        let outcome = begun.and_then(|()| send_content(&mut content, None, sink));
        finish(
            outcome.map_err(|problem| if is_too_large { too_large_a_dictionary() } else { problem }),
            sink,
        );
    }
    if decoder.has_more() {
        sink.problem(Problem::new("container-trailing-bytes"));
    }
}

pub(super) fn too_large_a_dictionary() -> Problem {
    let megabytes_max = DICTIONARY_KIB_MAX as u64 >> 10;
    Problem::new("reader-out-of-memory").text("tool", tool("unpack")).number("megabytes_max", megabytes_max)
}

/// What was read to look at it, and then the rest; a failure comes where it came.
struct Again<'a, R> {
    head: &'a [u8],
    failed: Option<io::Error>,
    rest: &'a mut R,
}

impl<R: Read> Read for Again<'_, R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        match self.head.read(buf)? {
            0 if buf.is_empty() => Ok(0),
            0 => match self.failed.take() {
                Some(error) => Err(error),
                None => self.rest.read(buf),
            },
            n => Ok(n),
        }
    }
}

#[cfg(test)]
mod tests;
