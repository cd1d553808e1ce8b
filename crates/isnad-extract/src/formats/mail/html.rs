//! The words of a page of the web, as a message or a document holds it.
//!
//! Tags are left out and say only where a line ends (HTML Living Standard, §15.3 on what is a block). Nothing is
//! fetched and nothing runs. What a style hides is told as well: a reader of evidence wants to know of it.

/// Elements whose content is no text.
const MUTE: &[&str] = &["script", "style"];

/// Elements that begin and end a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "title",
    "tr",
    "ul",
];

/// The longest name of a character reference, `CounterClockwiseContourIntegral`, with some room.
const REFERENCE_MAX: usize = 40;

/// The text of a page: lines end where blocks do, cells stand apart by a tab, space is made single.
pub(crate) fn text(html: &str) -> String {
    let mut out = Lines::default();
    let mut rest = html;
    while let Some(at) = memchr::memchr2(b'<', b'&', rest.as_bytes()) {
        out.words(&rest[..at]);
        rest = &rest[at..];
        rest = match rest.as_bytes()[0] {
            b'&' => reference(rest, &mut out),
            _ => markup(rest, &mut out),
        };
    }
    out.words(rest);
    out.end()
}

/// Text that is being put together.
#[derive(Default)]
struct Lines {
    text: String,
    /// Space that came and was not written yet.
    space: bool,
    /// Within `pre`, space means what it says.
    pre: usize,
}

impl Lines {
    fn words(&mut self, words: &str) {
        for c in words.chars() {
            // A hard space parts words for a reader as any other does.
            let is_space = c.is_ascii_whitespace() || c == '\u{A0}';
            if is_space && self.pre == 0 {
                self.space = true;
            } else {
                self.space();
                self.text.push(c);
            }
        }
    }

    fn space(&mut self) {
        if std::mem::take(&mut self.space) && !self.text.is_empty() && !self.text.ends_with(['\n', '\t']) {
            self.text.push(' ');
        }
    }

    fn line(&mut self) {
        self.space = false;
        self.text.truncate(self.text.trim_end_matches(['\t', ' ']).len());
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn tag(&mut self, name: &str, closes: bool) {
        match name {
            "br" => {
                self.line();
            }
            "td" | "th" if closes => {
                self.space = false;
                self.text.push('\t');
            }
            _ if BLOCKS.contains(&name) => self.line(),
            _ => {}
        }
        if name == "pre" {
            self.pre = if closes { self.pre.saturating_sub(1) } else { self.pre + 1 };
        }
    }

    fn end(mut self) -> String {
        self.line();
        self.text
    }
}

/// A tag or a comment at the front; gives what stands behind it.
fn markup<'h>(html: &'h str, out: &mut Lines) -> &'h str {
    if let Some(comment) = html.strip_prefix("<!--") {
        return comment.find("-->").map_or("", |end| &comment[end + 3..]);
    }
    let inner = &html[1..];
    let (closes, named) = inner.strip_prefix('/').map_or((false, inner), |named| (true, named));
    let is_declaration = named.starts_with(['!', '?']);
    if !is_declaration && !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
        // A sign of comparison, not markup.
        out.words("<");
        return inner;
    }
    let behind = end_of_tag(named);
    if is_declaration {
        return behind;
    }
    let length =
        named.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(named.len());
    let name = named[..length].to_ascii_lowercase();
    out.tag(&name, closes);
    match MUTE.iter().find(|mute| !closes && **mute == name) {
        Some(mute) => behind_mute(behind, mute),
        None => behind,
    }
}

/// What follows the `>` that ends a tag; one within a quoted value does not.
fn end_of_tag(tag: &str) -> &str {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in tag.bytes().enumerate() {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if byte == b'>' => return &tag[at + 1..],
            None if before == b'=' && matches!(byte, b'"' | b'\'') => quote = Some(byte),
            None => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    // A quote that nobody closed must not swallow the rest of the page.
    tag.find('>').map_or("", |at| &tag[at + 1..])
}

/// What follows the closing tag of an element without text.
fn behind_mute<'h>(html: &'h str, name: &str) -> &'h str {
    let closing = html.match_indices("</").find(|(at, _)| {
        html.as_bytes()
            .get(at + 2..at + 2 + name.len())
            .is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()))
    });
    closing.map_or("", |(at, _)| end_of_tag(&html[at + 2..]))
}

/// A character reference at the front; gives what stands behind it. One that means nothing is text.
fn reference<'h>(html: &'h str, out: &mut Lines) -> &'h str {
    let inner = &html[1..];
    let length = inner
        .bytes()
        .take(REFERENCE_MAX)
        .position(|b| !(b.is_ascii_alphanumeric() || b == b'#'))
        .unwrap_or(inner.len().min(REFERENCE_MAX));
    let (name, behind) = inner.split_at(inner.floor_char_boundary(length));
    let behind = behind.strip_prefix(';').unwrap_or(behind);
    let number = name.strip_prefix('#').map(|digits| match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => digits.parse(),
    });
    match number {
        Some(number) => match number.ok().and_then(numbered) {
            Some(c) => out.words(c.encode_utf8(&mut [0; 4])),
            None => out.words("\u{FFFD}"),
        },
        None => match quick_xml::escape::resolve_html5_entity(name) {
            Some(text) => out.words(text),
            None => {
                out.words("&");
                return inner;
            }
        },
    }
    behind
}

/// The character of a number. Those that are controls in Unicode were meant as windows-1252 (§13.2.5.80).
fn numbered(number: u32) -> Option<char> {
    match number {
        0 => None,
        0x80..0xA0 => encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[number as u8]).0.chars().next(),
        _ => char::from_u32(number),
    }
}

#[cfg(test)]
mod tests;
