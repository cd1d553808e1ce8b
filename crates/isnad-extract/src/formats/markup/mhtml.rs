//! MHTML: a page saved with its frames and pictures as one message (RFC 2557).
//!
//! Each part that is HTML or plain text becomes a page. Pictures and styles are kept with the file and not read.

use super::{html, page};
use crate::{
    formats::{Source, flow::Flow, package::damaged, text::encoding, whole},
    wire::Sink,
};
use encoding_rs::Encoding;
use isnad_model::Problem;

/// The most that is read. The page of a news site with its pictures has some ten megabytes.
const BYTES_MAX: usize = 256 << 20;
/// Frames within frames of parts.
const DEPTH_MAX: usize = 8;

/// Fields of the header that say where a page came from and when.
const FIELDS: &[&str] = &["From", "Subject", "Date", "Snapshot-Content-Location", "Content-Location"];

/// Reads every frame as a page.
pub(in crate::formats) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    sink.tool("mhtml", "");
    let mut message = whole(source).unwrap_or_default();
    if message.len() > BYTES_MAX {
        message.truncate(BYTES_MAX);
        sink.problem(damaged("mhtml"));
    }
    let part = Part::new(&message);
    for field in FIELDS {
        sink.metadatum(&format!("mhtml.{field}"), &part.header(field).unwrap_or_default());
    }
    let mut flow = Flow::new(sink);
    let is_whole = pages(&part, DEPTH_MAX, &mut flow);
    flow.finish();
    if !is_whole {
        sink.problem(damaged("mhtml"));
    }
}

/// Whether the head is that of a saved page and not of a letter: it has been sent to nobody.
pub(in crate::formats) fn looks_like_mhtml(head: &[u8]) -> bool {
    let part = Part::new(head);
    let is_of_pages = part.header("Content-Type").is_some_and(|kind| {
        let kind = kind.to_ascii_lowercase();
        kind.starts_with("multipart/related") && kind.contains("text/html")
    });
    let letter = ["To", "Cc", "Bcc", "Received", "Message-ID", "Delivered-To", "Return-Path"];
    is_of_pages && part.header("MIME-Version").is_some() && letter.iter().all(|f| part.header(f).is_none())
}

/// Reads the pages of a part; false if it was cut off.
fn pages(part: &Part<'_>, depth: usize, flow: &mut Flow<'_, '_>) -> bool {
    let kind = part.header("Content-Type").unwrap_or_else(|| "text/plain".into());
    let is = |name: &str| kind.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    if is("multipart/") {
        let Some(boundary) = parameter(&kind, "boundary").filter(|b| !b.is_empty()) else { return false };
        let (parts, is_closed) = split(part.body, &boundary);
        // One after another, so that each is read although one before it was damaged.
        let sound =
            depth > 0 && parts.iter().map(|p| pages(&Part::new(p), depth - 1, flow)).fold(true, |a, b| a & b);
        return sound && is_closed;
    }
    if !is("text/html") && !is("text/plain") && !is("application/xhtml+xml") {
        return true;
    }
    let bytes = part.content();
    let stated = parameter(&kind, "charset").and_then(|label| Encoding::for_label(label.as_bytes()));
    let guess = encoding::guess(&bytes, false);
    let encoding = stated.or_else(|| html::stated(&bytes)).filter(|_| !guess.is_certain());
    let (text, encoding, is_damaged) = encoding.unwrap_or(guess.encoding).decode(&bytes);
    flow.page();
    if is_damaged {
        let lost = text.matches('\u{FFFD}').count() as u64;
        let name = encoding.name().to_ascii_lowercase();
        flow.sink.problem(Problem::new("text-bytes-damaged").text("encoding", name).number("count", lost));
    }
    match is("text/plain") {
        true => flow.push(&text),
        false => _ = page::read(&mut text.as_bytes(), "html", flow),
    }
    true
}

/// A part: its header and its body.
struct Part<'m> {
    head: &'m [u8],
    body: &'m [u8],
}

impl<'m> Part<'m> {
    fn new(bytes: &'m [u8]) -> Self {
        let blank =
            |sep: &[u8]| bytes.windows(sep.len()).position(|w| w == sep).map(|at| (at, at + sep.len()));
        let (end, start) = match (blank(b"\r\n\r\n"), blank(b"\n\n")) {
            (Some(a), Some(b)) => a.min(b),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => (bytes.len(), bytes.len()),
        };
        Self { head: &bytes[..end], body: &bytes[start..] }
    }

    /// The value of a field, its lines joined (RFC 5322, 2.2.3).
    fn header(&self, name: &str) -> Option<String> {
        let head = String::from_utf8_lossy(self.head);
        let mut value: Option<String> = None;
        for line in head.lines() {
            if line.starts_with([' ', '\t']) {
                if let Some(value) = &mut value {
                    value.push_str(line.trim_end());
                }
                continue;
            }
            if value.is_some() {
                break;
            }
            let own = line.split_once(':').filter(|(own, _)| own.eq_ignore_ascii_case(name));
            value = own.map(|(_, value)| value.trim().to_owned());
        }
        value
    }

    /// The body without its transfer encoding (RFC 2045, 6).
    fn content(&self) -> Vec<u8> {
        let encoding = self.header("Content-Transfer-Encoding").unwrap_or_default().to_ascii_lowercase();
        match encoding.as_str() {
            "base64" => base64(self.body),
            "quoted-printable" => quoted_printable(self.body),
            _ => self.body.to_vec(),
        }
    }
}

/// A parameter of a field: `boundary="x"`.
fn parameter(value: &str, name: &str) -> Option<String> {
    value.split(';').skip(1).find_map(|part| {
        let (own, value) = part.split_once('=')?;
        own.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_owned())
    })
}

/// The parts between boundaries, and whether the last boundary came (RFC 2046, 5.1.1).
fn split<'m>(body: &'m [u8], boundary: &str) -> (Vec<&'m [u8]>, bool) {
    let mark = [b"--", boundary.as_bytes()].concat();
    let (mut parts, mut start, mut at) = (Vec::new(), None, 0);
    for line in body.split_inclusive(|b| *b == b'\n') {
        if let Some(rest) = line.strip_prefix(mark.as_slice()) {
            parts.extend(start.map(|start| &body[start..at]));
            if rest.starts_with(b"--") {
                return (parts, true);
            }
            start = Some(at + line.len());
        }
        at += line.len();
    }
    parts.extend(start.map(|start| &body[start..]));
    (parts, false)
}

fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'=' {
            out.push(*first);
            continue;
        }
        if let Some(next) = after.strip_prefix(b"\r\n").or(after.strip_prefix(b"\n")) {
            rest = next;
            continue;
        }
        let digits = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match digits.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                rest = &after[2..];
            }
            None => out.push(b'='),
        }
    }
    out
}

fn base64(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut n) = (0u32, 0);
    for byte in body {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(six);
        n += 6;
        if n >= 8 {
            n -= 8;
            out.push((bits >> n) as u8);
            bits &= (1 << n) - 1;
        }
    }
    out
}
