//! `Content-Type` and `Content-Disposition`: a value and its parameters (RFC 2045 §5.1, RFC 2183, RFC 2231).

use super::{charset, transfer::hex, words};

/// A value with parameters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Params {
    /// The value in lower case: `multipart/mixed`, `attachment`.
    pub(crate) value: String,
    /// Names in lower case, each with its text decoded.
    params: Vec<(String, String)>,
}

impl Params {
    /// Reads a field that was unfolded; encoded words stand as they came.
    pub(crate) fn parse(field: &str) -> Self {
        let mut pieces = pieces(field).into_iter();
        let value = pieces.next().unwrap_or_default().0;
        let params = pieces.filter_map(|(piece, is_quoted)| {
            let (name, text) = piece.split_once('=')?;
            Some(Segment::new(name.trim(), text, is_quoted))
        });
        Self { value: value.trim().to_ascii_lowercase(), params: join(params.collect()) }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str())
    }

    /// The two halves of a media type.
    pub(crate) fn types(&self) -> (&str, &str) {
        self.value.split_once('/').map_or((self.value.as_str(), ""), |(a, b)| (a.trim(), b.trim()))
    }
}

/// Cuts at semicolons that are neither quoted nor in a comment. Quotes are taken off, comments left out.
fn pieces(field: &str) -> Vec<(String, bool)> {
    let mut pieces = vec![(String::new(), false)];
    let (mut quoted, mut depth) = (false, 0usize);
    let mut chars = field.chars().peekable();
    while let Some(c) = chars.next() {
        let (piece, is_quoted) = match pieces.last_mut() {
            Some(last) => (&mut last.0, &mut last.1),
            None => break,
        };
        match c {
            // Only these two are quoted in earnest: a path of Windows is full of other ones.
            '\\' if quoted && matches!(chars.peek(), Some('"' | '\\')) => piece.extend(chars.next()),
            '"' if depth == 0 => {
                quoted = !quoted;
                // What stands between the quotes is kept to the last space, and none around them is.
                if !std::mem::replace(is_quoted, true) {
                    piece.truncate(piece.trim_end().len());
                }
            }
            _ if quoted => piece.push(c),
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            _ if depth > 0 => {}
            ';' => pieces.push((String::new(), false)),
            _ if *is_quoted && c.is_whitespace() => {}
            _ => piece.push(c),
        }
    }
    pieces
}

/// A parameter, or one of the segments that it was cut into.
struct Segment {
    name: String,
    /// Its number, if the parameter was cut.
    index: Option<u32>,
    /// Its text is percent-encoded; that of the first segment begins with a charset and a language.
    is_encoded: bool,
    text: String,
}

impl Segment {
    fn new(name: &str, text: &str, is_quoted: bool) -> Self {
        let text = if is_quoted { text } else { text.trim() };
        let (bare, is_encoded) = name.strip_suffix('*').map_or((name, false), |bare| (bare, true));
        let (bare, index) = match bare.rsplit_once('*').map(|(bare, n)| (bare, n.parse().ok())) {
            Some((bare, Some(index))) => (bare, Some(index)),
            _ => (bare, None),
        };
        Self { name: bare.to_ascii_lowercase(), index, is_encoded, text: text.to_owned() }
    }
}

/// Puts the segments of each parameter together, in the order of their numbers.
fn join(mut segments: Vec<Segment>) -> Vec<(String, String)> {
    segments.sort_by(|a, b| (&a.name, a.index).cmp(&(&b.name, b.index)));
    let params = segments.chunk_by(|a, b| a.name == b.name);
    params.map(|parts| (parts[0].name.clone(), text_of(parts))).collect()
}

/// The text of one parameter. Beside an encoded one a plain one is there for old programs, and says less.
fn text_of(parts: &[Segment]) -> String {
    let cut: Vec<&Segment> = parts.iter().filter(|s| s.index.is_some()).collect();
    if !cut.is_empty() {
        return decoded(&cut);
    }
    match parts.iter().find(|s| s.is_encoded) {
        Some(whole) => decoded(&[whole]),
        None => words::decode(&parts[0].text),
    }
}

fn decoded(segments: &[&Segment]) -> String {
    let mut charset = None;
    let mut bytes = Vec::new();
    for (segment, n) in segments.iter().zip(0..) {
        let mut text = segment.text.as_str();
        if !segment.is_encoded {
            bytes.extend_from_slice(text.as_bytes());
            continue;
        }
        if n == 0
            && let [name, _, rest] = text.splitn(3, '\'').collect::<Vec<_>>()[..]
        {
            charset = Some(name).filter(|name| !name.is_empty());
            text = rest;
        }
        percent(text.as_bytes(), &mut bytes);
    }
    charset::decode(&bytes, charset).text
}

fn percent(mut text: &[u8], out: &mut Vec<u8>) {
    while let Some((byte, rest)) = text.split_first() {
        text = rest;
        match (byte, rest.first().copied().and_then(hex), rest.get(1).copied().and_then(hex)) {
            (b'%', Some(high), Some(low)) => {
                out.push(high << 4 | low);
                text = &rest[2..];
            }
            _ => out.push(*byte),
        }
    }
}

#[cfg(test)]
mod tests;
