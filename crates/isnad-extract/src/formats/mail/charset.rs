//! From the bytes of a text and the name of a charset to letters.

use crate::formats::text::encoding;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// A decoded text.
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// Places that were no text, shown as U+FFFD.
    pub(crate) damaged: u64,
    /// What the text was read as.
    pub(crate) encoding: &'static Encoding,
    /// Nothing that the message says led to the encoding, or what it says is not true.
    pub(crate) is_guess: bool,
}

/// Decodes as the message says; where it says nothing, or what cannot be, the bytes themselves are asked.
pub(crate) fn decode(bytes: &[u8], charset: Option<&str>) -> Decoded {
    match charset.and_then(named) {
        // Programs say `us-ascii` without looking; the standard's own table would make it Latin.
        Some(encoding) if encoding == WINDOWS_1252 && is_ascii_name(charset) && !bytes.is_ascii() => {
            guess(bytes)
        }
        Some(encoding) if encoding == UTF_8 && is_hardly_utf8(bytes) => guess(bytes),
        Some(encoding) => with(bytes, encoding, false),
        None if bytes.is_ascii() => with(bytes, UTF_8, false),
        None => guess(bytes),
    }
}

/// The encoding of a name: those of the WHATWG list, and a few that mail programs made up.
pub(crate) fn named(charset: &str) -> Option<&'static Encoding> {
    let name = charset.trim().trim_matches(['"', '\'']).to_ascii_lowercase();
    let name = match name.as_str() {
        "cp-1256" | "win-1256" | "windows1256" | "ms-arab" => "windows-1256",
        "utf-8-mac" | "utf_8" | "unicode-1-1-utf-8" => "utf-8",
        other => other,
    };
    Encoding::for_label(name.as_bytes())
}

fn is_ascii_name(charset: Option<&str>) -> bool {
    charset.is_some_and(|name| name.to_ascii_lowercase().contains("ascii"))
}

/// Whether more of the high bytes are wrong than right: then the text is in an older encoding.
fn is_hardly_utf8(bytes: &[u8]) -> bool {
    let (mut wrong, mut right) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        wrong += usize::from(!chunk.invalid().is_empty());
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
    }
    wrong > right
}

fn guess(bytes: &[u8]) -> Decoded {
    let guess = encoding::guess(bytes, false);
    // Sound UTF-8 that nobody announced is hardly a guess.
    with(bytes, guess.encoding, guess.encoding != UTF_8)
}

fn with(bytes: &[u8], encoding: &'static Encoding, is_guess: bool) -> Decoded {
    let (text, encoding, bad) = encoding.decode(bytes);
    let damaged = if bad { text.matches('\u{FFFD}').count() as u64 } else { 0 };
    Decoded { text: text.into_owned(), damaged, encoding, is_guess }
}

#[cfg(test)]
mod tests;
