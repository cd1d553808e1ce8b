//! The words of a message, out of the parts that hold them.

use super::{
    charset::{self, Decoded},
    fields::Header,
    html,
    leaf::Role,
    parts::Part,
    transfer::Transfer,
};
use crate::wire::Sink;
use encoding_rs::Encoding;
use isnad_model::Problem;
use std::collections::HashSet;

/// Everything that was found on the way through the parts.
#[derive(Default)]
pub(crate) struct Body {
    pieces: Vec<Piece>,
    /// Names of encodings, in the order met.
    encodings: Vec<String>,
    guessed: Option<String>,
    damaged_letters: u64,
    damaged_encoding: String,
    damaged_parts: Vec<(String, u64)>,
    unknown: Option<String>,
    /// The words are inside an encrypted part.
    pub(crate) sealed: bool,
}

/// A part that is words.
struct Piece {
    choice: Option<u32>,
    is_html: bool,
    text: String,
}

impl Body {
    /// Takes a part that is words.
    pub(super) fn part(&mut self, part: &Part<'_>, role: Role) {
        let (bytes, damaged) = part.transfer.bytes(part.body);
        if damaged > 0 {
            self.damaged_parts.push((part.number.clone(), damaged));
        }
        if part.transfer == Transfer::Unknown {
            self.unknown.get_or_insert_with(|| part.number.clone());
        }
        let is_html = role == Role::Html;
        let said = part.content.get("charset").map(str::to_owned);
        let said = said.or_else(|| is_html.then(|| charset_of_page(&bytes)).flatten());
        let decoded = charset::decode(&bytes, said.as_deref());
        self.letters(&decoded);
        let text = if is_html { html::text(&decoded.text) } else { decoded.text.replace("\r\n", "\n") };
        self.pieces.push(Piece { choice: part.choice, is_html, text });
    }

    /// Takes a form of the words that stands beside others; the first one that says anything is the text.
    pub(crate) fn words(&mut self, text: String) {
        let is_beside = self.pieces.iter().any(|piece| !piece.text.trim().is_empty());
        self.pieces.push(Piece { choice: Some(0), is_html: is_beside, text });
    }

    /// Takes a page of the web as such a form.
    pub(crate) fn page(&mut self, page: &str) {
        self.words(html::text(page));
    }

    /// Takes a page in bytes, whose encoding stands elsewhere or in itself.
    pub(crate) fn page_in_bytes(&mut self, bytes: &[u8], encoding: Option<&'static Encoding>) {
        let said = encoding.map(|encoding| encoding.name().to_owned()).or_else(|| charset_of_page(bytes));
        let decoded = charset::decode(bytes, said.as_deref());
        self.letters(&decoded);
        self.page(&decoded.text);
    }

    fn letters(&mut self, decoded: &Decoded) {
        let name = decoded.encoding.name().to_ascii_lowercase();
        if decoded.damaged > 0 {
            self.damaged_letters += decoded.damaged;
            self.damaged_encoding.clone_from(&name);
        }
        if decoded.is_guess {
            self.guessed.get_or_insert_with(|| name.clone());
        }
        if !self.encodings.contains(&name) {
            self.encodings.push(name);
        }
    }

    /// The words in order. Of a choice the plain side is taken, if it says anything.
    pub(crate) fn text(&self) -> String {
        let plain: HashSet<u32> = self
            .pieces
            .iter()
            .filter(|p| !p.is_html && !p.text.trim().is_empty())
            .filter_map(|p| p.choice)
            .collect();
        let taken =
            self.pieces.iter().filter(|p| !p.is_html || !p.choice.is_some_and(|c| plain.contains(&c)));
        joined(taken)
    }

    /// The words of HTML sides that `told` lacks: what a plain side hides from those who read that one.
    pub(crate) fn only_in_html(&self, told: &str) -> Option<String> {
        let known: HashSet<&str> = words(told).collect();
        let text = joined(self.pieces.iter().filter(|p| p.is_html));
        let says_more = words(&text).any(|word| !known.contains(word));
        says_more.then_some(text)
    }

    /// What the text was read as.
    pub(crate) fn settings(&self) -> String {
        if self.encodings.is_empty() {
            String::new()
        } else {
            format!("encoding={}", self.encodings.join(","))
        }
    }

    /// What could not be read.
    pub(crate) fn problems(&self, header: &Header<'_>, sink: &mut Sink<'_>) {
        let in_header = header.fallback().map(|encoding| encoding.name().to_ascii_lowercase());
        if let Some(encoding) = self.guessed.as_ref().or(in_header.as_ref()) {
            sink.problem(Problem::new("encoding-guessed").text("encoding", encoding));
        }
        if self.damaged_letters > 0 {
            let problem = Problem::new("text-bytes-damaged").text("encoding", &self.damaged_encoding);
            sink.problem(problem.number("count", self.damaged_letters));
        }
        for (part, count) in self.damaged_parts.iter().take(100) {
            sink.problem(Problem::new("mail-part-damaged").text("part", part).number("count", *count));
        }
        if let Some(part) = &self.unknown {
            sink.problem(Problem::new("mail-encoding-unknown").text("part", part));
        }
        if self.sealed {
            sink.problem(Problem::new("mail-encrypted"));
        }
    }
}

/// Texts under one another; each ends its line.
fn joined<'p>(pieces: impl Iterator<Item = &'p Piece>) -> String {
    let mut text = String::new();
    for piece in pieces.filter(|piece| !piece.text.trim().is_empty()) {
        text.push_str(&piece.text);
        if !text.ends_with('\n') {
            text.push('\n');
        }
    }
    text
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The encoding that a page of the web names within itself (HTML Living Standard, §13.2.3.2).
fn charset_of_page(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let (_, said) = head.split_once("charset=")?;
    let name: String = said
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c))
        .collect();
    (!name.is_empty()).then_some(name)
}
