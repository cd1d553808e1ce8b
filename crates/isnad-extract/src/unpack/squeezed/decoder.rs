//! The four decoders behind one face. Each takes several streams one after the other, as its own program does.

use super::DICTIONARY_KIB_MAX;
use crate::{
    formats::Source,
    identify::{BZIP2, GZIP, XZ, ZSTD},
    unpack::time::iso8601,
};
use bzip2::bufread::MultiBzDecoder;
use flate2::bufread::GzDecoder;
use lzma_rust2::XzReader;
use ruzstd::decoding::{
    BlockDecodingStrategy, FrameDecoder,
    errors::{FrameDecoderError, ReadFrameHeaderError},
};
use std::io::{self, Read};

pub(super) enum Decoder<'s> {
    Gzip(Box<Gzip<'s>>),
    Bzip2(MultiBzDecoder<&'s mut dyn Source>),
    Xz(Box<XzReader<&'s mut dyn Source>>),
    Zstandard(Box<Zstandard<'s>>),
}

impl<'s> Decoder<'s> {
    pub(super) fn new(media_type: &str, source: &'s mut dyn Source) -> Option<Self> {
        Some(match media_type {
            GZIP => Self::Gzip(Box::new(Gzip {
                stream: Some(GzDecoder::new(source)),
                named: None,
                has_more: false,
            })),
            BZIP2 => Self::Bzip2(MultiBzDecoder::new(source)),
            XZ => Self::Xz(Box::new(XzReader::new_mem_limit(source, true, DICTIONARY_KIB_MAX as u32))),
            ZSTD => Self::Zstandard(Box::new(Zstandard::new(source))),
            _ => return None,
        })
    }

    /// The name that the first stream carries, and when the file inside was changed; known once it has been read from.
    pub(super) fn named(&self) -> (Vec<u8>, String) {
        match self {
            Self::Gzip(gzip) => gzip.named.clone().unwrap_or_default(),
            _ => Default::default(),
        }
    }

    /// Whether bytes stand behind the last stream that are neither another one nor filling.
    pub(super) fn has_more(&self) -> bool {
        match self {
            Self::Gzip(gzip) => gzip.has_more,
            Self::Zstandard(frames) => frames.has_more,
            Self::Bzip2(_) | Self::Xz(_) => false,
        }
    }
}

impl Read for Decoder<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Gzip(decoder) => decoder.read(buf),
            Self::Bzip2(decoder) => decoder.read(buf),
            Self::Xz(decoder) => decoder.read(buf),
            Self::Zstandard(decoder) => decoder.read(buf),
        }
    }
}

/// gzip (RFC 1952).
pub(super) struct Gzip<'s> {
    stream: Option<GzDecoder<&'s mut dyn Source>>,
    named: Option<(Vec<u8>, String)>,
    has_more: bool,
}

impl Read for Gzip<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        while let Some(stream) = &mut self.stream {
            let n = stream.read(buf)?;
            if self.named.is_none()
                && let Some(header) = stream.header()
            {
                // A time of zero is none (§2.3.1).
                let modified = Some(header.mtime()).filter(|t| *t > 0).and_then(|t| iso8601(t.into()));
                self.named =
                    Some((header.filename().unwrap_or_default().to_vec(), modified.unwrap_or_default()));
            }
            if n > 0 || buf.is_empty() {
                return Ok(n);
            }
            self.next()?;
        }
        Ok(0)
    }
}

impl Gzip<'_> {
    /// Another stream may follow; zeros fill a tape, and anything else is not ours.
    fn next(&mut self) -> io::Result<()> {
        let Some(source) = self.stream.take().map(GzDecoder::into_inner) else { return Ok(()) };
        let ahead = source.fill_buf()?;
        if ahead.starts_with(&[0x1F]) {
            self.stream = Some(GzDecoder::new(source));
        } else {
            self.has_more = !is_filling(source)?;
        }
        Ok(())
    }
}

/// Whether all that is left is zeros.
fn is_filling(source: &mut dyn Source) -> io::Result<bool> {
    loop {
        let ahead = source.fill_buf()?;
        let n = ahead.len();
        if n == 0 || ahead.iter().any(|b| *b != 0) {
            return Ok(n == 0);
        }
        source.consume(n);
    }
}

/// Zstandard (RFC 8878): frames one after the other, those to be skipped among them.
pub(super) struct Zstandard<'s> {
    source: &'s mut dyn Source,
    frame: FrameDecoder,
    is_open: bool,
    has_begun: bool,
    has_more: bool,
}

impl<'s> Zstandard<'s> {
    fn new(source: &'s mut dyn Source) -> Self {
        Self { source, frame: FrameDecoder::new(), is_open: false, has_begun: false, has_more: false }
    }

    /// Begins the next frame; false at the end.
    fn next(&mut self) -> io::Result<bool> {
        loop {
            let ahead = self.source.fill_buf()?;
            let Some(first) = ahead.first() else { return Ok(false) };
            // The magic numbers of frames and of what is skipped begin so. A first frame that is none is an error;
            // what stands behind sound ones is not ours.
            let is_frame = *first == 0x28 || first & 0xF0 == 0x50;
            if self.has_begun && !is_frame {
                self.has_more = !is_filling(self.source)?;
                return Ok(false);
            }
            self.has_begun = true;
            self.frame.set_max_window_size((DICTIONARY_KIB_MAX as u64) << 10);
            match self.frame.init(&mut *self.source) {
                Ok(()) => {
                    self.is_open = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    io::copy(&mut (&mut *self.source).take(length.into()), &mut io::sink())?;
                }
                Err(FrameDecoderError::WindowSizeTooBig { .. }) => {
                    return Err(io::ErrorKind::OutOfMemory.into());
                }
                Err(error) => return Err(io::Error::other(error)),
            }
        }
    }

    /// A frame has come to its end: its checksum must hold, if it carries one.
    fn end(&mut self) -> io::Result<()> {
        self.is_open = false;
        match self.frame.get_checksum_from_data() {
            said if said.is_none() || said == self.frame.get_calculated_checksum() => Ok(()),
            _ => Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

impl Read for Zstandard<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.is_open && !self.next()? {
                return Ok(0);
            }
            while self.frame.can_collect() == 0 && !self.frame.is_finished() {
                let one = BlockDecodingStrategy::UptoBlocks(1);
                self.frame.decode_blocks(&mut *self.source, one).map_err(io::Error::other)?;
            }
            let n = self.frame.read(buf)?;
            if n > 0 || buf.is_empty() {
                return Ok(n);
            }
            self.end()?;
        }
    }
}
