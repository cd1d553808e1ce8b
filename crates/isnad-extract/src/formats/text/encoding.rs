//! Which encoding a text is in, and how sure that is.

use super::utf32;
use crate::formats::Source;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::io::{self, Read};

/// An encoding with its reason.
pub(crate) struct Guess {
    pub(crate) encoding: &'static Encoding,
    confidence: Confidence,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Confidence {
    /// The file says so by its byte order mark, or it could hardly be anything else.
    Certain,
    /// Two ways of guessing agree.
    Likely,
    /// They do not, or there is too little to go by.
    Doubtful,
}

impl Guess {
    /// The encoding that somebody states.
    pub(crate) fn stated(encoding: &'static Encoding) -> Self {
        Self { encoding, confidence: Confidence::Certain }
    }

    pub(crate) fn name(&self) -> String {
        self.encoding.name().to_ascii_lowercase()
    }

    pub(crate) fn is_certain(&self) -> bool {
        self.confidence == Confidence::Certain
    }

    pub(crate) fn is_doubtful(&self) -> bool {
        self.confidence == Confidence::Doubtful
    }

    pub(crate) fn settings(&self) -> String {
        let confidence = match self.confidence {
            Confidence::Certain => "certain",
            Confidence::Likely => "likely",
            Confidence::Doubtful => "doubtful",
        };
        format!("encoding={} confidence={confidence}", self.name())
    }
}

/// Guesses from the first bytes of a source, and goes back to its beginning.
pub(crate) fn guess_of(source: &mut dyn Source, bytes_max: u64) -> io::Result<Guess> {
    source.rewind()?;
    let mut head = Vec::new();
    (&mut *source).take(bytes_max).read_to_end(&mut head)?;
    let cut = head.len() as u64 == bytes_max;
    source.rewind()?;
    Ok(guess(&head, cut))
}

/// Guesses from the first bytes; `cut` says that more follow.
pub(crate) fn guess(head: &[u8], cut: bool) -> Guess {
    let certain = |encoding| Guess { encoding, confidence: Confidence::Certain };
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return certain(encoding);
    }
    // Asked first, since Arabic in UTF-16 is also sound ASCII full of control characters.
    if let Some(encoding) = utf16_without_mark(head) {
        return Guess { encoding, confidence: Confidence::Likely };
    }
    if is_utf8(head, cut) {
        return certain(UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, !cut);
    // Asked once as from anywhere and once as from Syria. A short list of Arabic names may look Cyrillic from
    // anywhere, and a French letter is still French from Syria.
    let anywhere = detector.guess(None, Utf8Detection::Deny);
    let local = detector.guess(Some(b"sy"), Utf8Detection::Deny);
    let high = head.iter().filter(|b| !b.is_ascii()).count();
    let confidence = if anywhere == local && high >= 16 { Confidence::Likely } else { Confidence::Doubtful };
    Guess { encoding: local, confidence }
}

/// Whether bytes are text at all: in UTF-8, in UTF-16, or without the control bytes that no old text has.
pub(crate) fn looks_like_text(head: &[u8], cut: bool) -> bool {
    if utf32::order(head).is_some() {
        return true;
    }
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return encoding == UTF_8 || utf16_is_sound(head, encoding);
    }
    if utf16_without_mark(head).is_some() {
        return true;
    }
    let controls = head.iter().filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31 | 127)).count();
    if is_utf8(head, cut) {
        // A stray control byte in a log or a telex is still text; zeros are not.
        return !head.contains(&0) && controls * 100 <= head.len();
    }
    // In random bytes one in nine is such a control.
    controls == 0
}

fn is_utf8(head: &[u8], cut: bool) -> bool {
    match std::str::from_utf8(head) {
        Ok(_) => true,
        // The head may end within a character.
        Err(e) => cut && e.error_len().is_none() && e.valid_up_to() > 0,
    }
}

/// UTF-16 without a mark: nearly all units in the scripts that we meet.
///
/// Half of its bytes are the numbers of these scripts, which no other text holds.
fn utf16_without_mark(head: &[u8]) -> Option<&'static Encoding> {
    if head.len() < 4 || !head.iter().any(|b| *b < 9) {
        return None;
    }
    [UTF_16LE, UTF_16BE].into_iter().find(|encoding| utf16_is_sound(head, encoding))
}

fn utf16_is_sound(head: &[u8], encoding: &'static Encoding) -> bool {
    let units = head.chunks_exact(2).map(|pair| match encoding == UTF_16LE {
        true => u16::from_le_bytes([pair[0], pair[1]]),
        false => u16::from_be_bytes([pair[0], pair[1]]),
    });
    let (mut usual, mut spaces, mut all) = (0usize, 0usize, 0usize);
    for unit in units {
        all += 1;
        let is_space = matches!(unit, 0x20 | 0x0A | 0x0D | 0x09);
        spaces += usize::from(is_space);
        let letters = matches!(unit, 0x21..=0x7E | 0xA0..=0x17F | 0x600..=0x6FF | 0x2010..=0x2026 | 0xFEFF);
        usual += usize::from(is_space || letters || matches!(unit, 0x200B..=0x200F));
    }
    // Bytes of a Latin text read as pairs are Chinese letters, and those of pictures are anything.
    all > 0 && usual * 20 >= all * 19 && (spaces > 0 || all < 32)
}
