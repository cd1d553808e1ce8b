//! HTML and XHTML: the words as they are read, addresses of links after their words, title and `meta` as metadata.

use super::page;
use crate::{
    formats::{
        Source,
        flow::Flow,
        package::damaged,
        text::{
            decode::Decoded,
            encoding::{self, Guess},
        },
    },
    wire::Sink,
};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, X_USER_DEFINED};
use isnad_model::Problem;
use std::io::Read;

/// How many bytes the encoding is guessed from when the page does not say it.
const GUESS_BYTES: u64 = 1 << 20;
/// Where a page says its encoding: browsers look no further than this.
const STATED_BYTES: usize = 1024;

/// Reads a page.
pub(in crate::formats) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    let Ok(guess) = encoding::guess_of(source, GUESS_BYTES) else { return sink.tool("html", "") };
    let mut head = Vec::new();
    let _unread = (&mut *source).take(STATED_BYTES as u64).read_to_end(&mut head);
    let _rewound = source.rewind();
    let stated = stated(&head).filter(|_| !guess.is_certain());
    let (encoding, settings) = match stated {
        Some(encoding) => (encoding, format!("encoding={} confidence=stated", lower(encoding))),
        None => (guess.encoding, guess.settings()),
    };
    sink.tool("html", &settings);
    let mut flow = Flow::new(sink);
    flow.page();
    let mut decoded = Decoded::new(source, encoding);
    let is_whole = page::read(&mut decoded, "html", &mut flow);
    let lost = decoded.lost();
    flow.finish();
    report(is_whole, lost, stated.is_none().then_some(&guess), encoding, sink);
}

fn report(
    is_whole: bool,
    lost: u64,
    guess: Option<&Guess>,
    encoding: &'static Encoding,
    sink: &mut Sink<'_>,
) {
    if !is_whole {
        sink.problem(damaged("html"));
    }
    if lost > 0 {
        sink.problem(
            Problem::new("text-bytes-damaged").text("encoding", lower(encoding)).number("count", lost),
        );
    }
    if guess.is_some_and(Guess::is_doubtful) {
        sink.problem(Problem::new("encoding-guessed").text("encoding", lower(encoding)));
    }
}

fn lower(encoding: &'static Encoding) -> String {
    encoding.name().to_ascii_lowercase()
}

/// The encoding that a page or an XML declaration states (HTML, 13.2.3.2).
pub(super) fn stated(head: &[u8]) -> Option<&'static Encoding> {
    let head = &head[..head.len().min(STATED_BYTES)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let declared = head.starts_with("<?xml").then(|| value_after(&head, "encoding")).flatten();
    let in_meta =
        || head.split("<meta").skip(1).find_map(|rest| value_after(rest.split('>').next()?, "charset"));
    let encoding = Encoding::for_label(declared.or_else(in_meta)?.as_bytes())?;
    // Whoever can read this line knows that it is not in UTF-16.
    match encoding {
        _ if encoding == UTF_16LE || encoding == UTF_16BE => Some(UTF_8),
        _ if encoding == X_USER_DEFINED => None,
        _ => Some(encoding),
    }
}

/// What stands after a name and an equals sign, with or without quotes.
fn value_after<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let rest = &text[text.find(name)? + name.len()..];
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let rest = rest.trim_start_matches(['"', '\'']);
    let end = rest.find(|c: char| c.is_whitespace() || "\"';>?".contains(c)).unwrap_or(rest.len());
    Some(&rest[..end])
}

/// Whether the beginning of a text is that of a page.
pub(in crate::formats) fn looks_like_html(head: &str) -> Option<&'static str> {
    let mut rest = head.trim_start_matches(['\u{FEFF}', ' ', '\t', '\n', '\r']);
    let mut is_xml = false;
    // Declarations and comments may come first.
    loop {
        let (end, is_declaration) = match rest {
            _ if rest.starts_with("<!--") => ("-->", false),
            _ if rest.starts_with("<?xml") => ("?>", true),
            _ if rest.starts_with("<?") => ("?>", false),
            _ => break,
        };
        is_xml |= is_declaration;
        rest = rest[rest.find(end)? + end.len()..].trim_start();
    }
    let head: String = rest.chars().take(200).collect::<String>().to_ascii_lowercase();
    let begins = |name: &str| {
        head.strip_prefix(name)
            .is_some_and(|r| r.starts_with(|c: char| c.is_whitespace() || ">/".contains(c)))
    };
    let is_html = begins("<!doctype html") || begins("<html");
    let is_fragment =
        ["<head", "<body", "<table", "<div", "<p", "<h1", "<title", "<meta"].into_iter().any(begins);
    match (is_html, is_fragment, is_xml) {
        (true, _, true) => Some("application/xhtml+xml"),
        (true, ..) | (_, true, false) => Some("text/html"),
        _ => None,
    }
}
