//! Bodies in diagnostic notation (RFC 8949 §8, with the byte strings of RFC 8610 §G.2), for people.
//!
//! Text from outside stands in pieces of its own, so that a page can give each its own direction: Arabic between
//! brackets and commas would else turn the brackets and commas around it, and nobody could tell the fields apart.

use isnad_model::view::Notation;
use minicbor::{data::Token, decode::Tokenizer};

/// The notation of some CBOR, one element a line. What is not CBOR ends in `…`.
pub fn diagnostic(bytes: &[u8]) -> Vec<Notation> {
    let mut out = Out::default();
    for token in Tokenizer::new(bytes) {
        match token {
            Ok(token) => out.token(&token),
            Err(_) => {
                out.structure("…");
                break;
            }
        }
    }
    out.pieces
}

/// A container, or a tag, that is not closed yet.
struct Open {
    /// Items still to come; more than there can be where the length is not stated.
    left: u64,
    n_done: u64,
    is_map: bool,
    close: &'static str,
}

#[derive(Default)]
struct Out {
    pieces: Vec<Notation>,
    open: Vec<Open>,
}

impl Out {
    fn token(&mut self, token: &Token<'_>) {
        if let Token::Break = token {
            self.close();
            return self.done();
        }
        self.before();
        match *token {
            Token::Array(n) => return self.begin("[", n, false, "]"),
            Token::Map(n) => return self.begin("{", n.saturating_mul(2), true, "}"),
            Token::BeginArray => return self.begin("[_", u64::MAX, false, "]"),
            Token::BeginMap => return self.begin("{_", u64::MAX, true, "}"),
            Token::BeginBytes | Token::BeginString => return self.begin("(_", u64::MAX, false, ")"),
            Token::Tag(tag) => return self.begin(&format!("{}(", tag.as_u64()), 1, false, ")"),
            Token::String(text) => self.text("\"", text),
            Token::Bytes(bytes) => match readable(bytes) {
                Some(text) => self.text("'", text),
                None => self.structure(&format!("h'{}'", isnad_crypto::hash::hex(bytes))),
            },
            _ => self.structure(&token.to_string()),
        }
        self.done();
    }

    /// What parts an item from the one before it.
    fn before(&mut self) {
        let depth = self.open.len();
        let Some(open) = self.open.last() else { return };
        match (open.is_map && open.n_done % 2 == 1, open.n_done) {
            (true, _) => self.structure(": "),
            (false, 0) => self.line(depth, ""),
            (false, _) => self.line(depth, ","),
        }
    }

    fn begin(&mut self, bracket: &str, left: u64, is_map: bool, close: &'static str) {
        self.structure(bracket);
        self.open.push(Open { left, n_done: 0, is_map, close });
        if left == 0 {
            self.close();
            self.done();
        }
    }

    /// An item is complete, and with it perhaps the containers around it.
    fn done(&mut self) {
        while let Some(open) = self.open.last_mut() {
            open.n_done += 1;
            if open.left != u64::MAX {
                open.left -= 1;
            }
            if open.left > 0 {
                return;
            }
            self.close();
        }
    }

    fn close(&mut self) {
        let Some(open) = self.open.pop() else { return };
        if open.n_done > 0 {
            self.line(self.open.len(), "");
        }
        self.structure(open.close);
    }

    fn line(&mut self, depth: usize, before: &str) {
        // Canonical bodies are three deep; a hostile one is not given a page of spaces.
        self.structure(&format!("{before}\n{}", "  ".repeat(depth.min(16))));
    }

    fn structure(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(Notation::Structure(last)) => last.push_str(text),
            _ => self.pieces.push(Notation::Structure(text.to_owned())),
        }
    }

    fn text(&mut self, quote: &str, text: &str) {
        self.structure(quote);
        if !text.is_empty() {
            self.pieces.push(Notation::Text(escaped(text, quote)));
        }
        self.structure(quote);
    }
}

/// Bytes that a person reads: a path, most often. Hashes and keys hardly ever are.
fn readable(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    (!text.is_empty() && !text.chars().any(char::is_control)).then_some(text)
}

/// As JSON writes a string: what could end it, break the line or turn it is spelled out.
fn escaped(text: &str, quote: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if quote.contains(c) || c == '\\' {
            out.push('\\');
            out.push(c);
        } else if c.is_control() || is_mark(c) {
            c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04x}")));
        } else {
            out.push(c);
        }
    }
    out
}

/// Marks of direction, and separators that break a line.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests;
