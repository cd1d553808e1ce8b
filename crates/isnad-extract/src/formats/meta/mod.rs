//! What standards of metadata say, whichever kind of file carries them.
//!
//! Field names carry their standard: `exif.`, `xmp.`, `iptc.`, `icc.`, `c2pa.`. Values are given as they stand.

pub(crate) mod c2pa;
pub(crate) mod clock;
pub(crate) mod exif;
pub(crate) mod icc;
pub(crate) mod ifd;
pub(crate) mod iptc;
mod jumbf;
pub(crate) mod moment;
pub(crate) mod position;
pub(crate) mod xmp;

use super::Source;
use crate::wire::Sink;
use clock::Times;
use isnad_model::Problem;
use moment::Moment;
use std::io::{self, Read, SeekFrom};

/// Where readers put what a file says of itself: the answer, and the times in it to be compared at the end.
pub(crate) struct Notes<'n, 'o> {
    pub(crate) sink: &'n mut Sink<'o>,
    pub(crate) times: Times,
    /// The mark of provenance that was read, to be held against the file.
    pub(crate) store: Option<Vec<u8>>,
    /// There is another one, so that nobody knows which of them is meant.
    pub(crate) has_stores: bool,
    /// The place that was said last.
    pub(crate) place: Option<String>,
    /// What was said already about a part of the file, so that a thousand faults are one problem.
    said: Vec<(&'static str, &'static str)>,
}

impl<'n, 'o> Notes<'n, 'o> {
    pub(crate) fn new(sink: &'n mut Sink<'o>) -> Self {
        Self { sink, times: Times::default(), store: None, has_stores: false, place: None, said: Vec::new() }
    }

    /// A value as it stands.
    pub(crate) fn say(&mut self, field: &str, value: &str) {
        self.sink.metadatum(field, value);
    }

    /// A number.
    pub(crate) fn number(&mut self, field: &str, value: impl std::fmt::Display) {
        self.sink.metadatum(field, &value.to_string());
    }

    /// A value that is also a clock's reading, if it is one.
    pub(crate) fn time(&mut self, field: &str, value: &str) {
        self.say(field, value);
        if let Some(moment) = Moment::read(value) {
            self.times.add(field, moment);
        }
    }

    /// A part of the metadata that is not whole: `XMP`, `IPTC`, `ID3`.
    pub(crate) fn damaged(&mut self, part: &'static str) {
        self.once(Problem::new("metadata-damaged").text("part", part), part);
    }

    /// A part of the metadata that is larger than anybody would write it; the rest of it was not read.
    pub(crate) fn too_much(&mut self, part: &'static str) {
        self.once(Problem::new("metadata-too-much").text("part", part), part);
    }

    fn once(&mut self, problem: Problem, part: &'static str) {
        if !self.said.contains(&(problem.code, part)) {
            self.said.push((problem.code, part));
            self.sink.problem(problem);
        }
    }

    /// Compares the times; the last thing to do.
    pub(crate) fn finish(self) {
        let doubts = self.times.doubts(self.sink.now());
        doubts.metadata.iter().for_each(|(field, value)| self.sink.metadatum(field, value));
        doubts.problems.into_iter().for_each(|problem| self.sink.problem(problem));
    }
}

/// So many bytes from a place in the file; an error if they are not all there.
pub(crate) fn bytes_at(source: &mut dyn Source, at: u64, length: usize) -> io::Result<Vec<u8>> {
    source.seek(SeekFrom::Start(at))?;
    let mut bytes = Vec::new();
    // What is not there is not made room for: a stated length is a stranger's word.
    source.take(length as u64).read_to_end(&mut bytes)?;
    if bytes.len() == length { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

/// The size of a file.
pub(crate) fn size_of(source: &mut dyn Source) -> u64 {
    source.seek(SeekFrom::End(0)).unwrap_or(0)
}

/// Text of a standard that knows no encoding but ASCII: UTF-8 where it is that, else as older programs wrote it.
pub(crate) fn text_of(raw: &[u8]) -> String {
    let raw = raw.split(|byte| *byte == 0).next().unwrap_or_default();
    crate::names::label(raw, || encoding_rs::WINDOWS_1252.decode(raw).0.into_owned())
}

/// Unpacks zlib up to a limit; `None` where it does not unpack, and whether it ended within the limit.
pub(crate) fn inflate(packed: &[u8], bytes_max: u64) -> Option<(Vec<u8>, bool)> {
    let mut bytes = Vec::new();
    let read = flate2::read::ZlibDecoder::new(packed).take(bytes_max + 1).read_to_end(&mut bytes);
    let is_whole = bytes.len() as u64 <= bytes_max;
    bytes.truncate(bytes_max as usize);
    (read.is_ok() || !bytes.is_empty()).then_some((bytes, is_whole && read.is_ok()))
}

#[cfg(test)]
mod tests;
