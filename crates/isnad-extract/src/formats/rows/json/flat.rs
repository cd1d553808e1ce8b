//! An object as fields: `{"a": {"b": 1}}` is `a.b`, and what is in a list stands side by side.
//!
//! Numbers stay the digits that they are in the file: an identity number of twenty digits is none to calculate with.

use serde::de::IgnoredAny;

/// What stands between the values of a list.
pub(super) const BETWEEN: &str = " | ";

/// A value with the path to it; without one, the whole is no object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) key: Option<String>,
    pub(super) value: String,
}

/// The fields of a value in their order; nothing if it is no JSON, or too deep (128 levels).
pub(super) fn flatten(text: &str) -> Option<Vec<Field>> {
    let text = text.trim();
    serde_json::from_str::<IgnoredAny>(text).ok()?;
    let mut walk = Walk { text, at: 0, fields: Vec::new() };
    if text.starts_with('{') {
        walk.object("");
        return Some(walk.fields);
    }
    let value = walk.words();
    Some(vec![Field { key: None, value }])
}

/// Goes through what is known to be sound.
struct Walk<'t> {
    text: &'t str,
    at: usize,
    fields: Vec<Field>,
}

impl<'t> Walk<'t> {
    /// The byte that comes next, spaces passed over; zero at the end.
    fn peek(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = bytes.get(self.at) {
            self.at += 1;
        }
        bytes.get(self.at).copied().unwrap_or(0)
    }

    /// Whether this byte comes next, which is then passed over.
    fn pass(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == byte;
        self.at += usize::from(is_next);
        is_next
    }

    fn object(&mut self, path: &str) {
        self.pass(b'{');
        let before = self.fields.len();
        while !matches!(self.peek(), b'}' | 0) {
            let key = self.words();
            self.pass(b':');
            let path = if path.is_empty() { key } else { format!("{path}.{key}") };
            match self.peek() {
                b'{' => self.object(&path),
                _ => {
                    let value = self.words();
                    self.fields.push(Field { key: Some(path), value });
                }
            }
            self.pass(b',');
        }
        self.pass(b'}');
        if self.fields.len() == before && !path.is_empty() {
            self.fields.push(Field { key: Some(path.to_owned()), value: String::new() });
        }
    }

    /// A value as words: a string without its marks, a list with its values side by side, an object as it stands.
    fn words(&mut self) -> String {
        match self.peek() {
            b'"' => string(self.raw()),
            b'[' => self.list(),
            _ => match self.raw() {
                "null" => String::new(),
                raw => raw.to_owned(),
            },
        }
    }

    fn list(&mut self) -> String {
        self.pass(b'[');
        let mut words = String::new();
        let mut is_first = true;
        while !matches!(self.peek(), b']' | 0) {
            if !is_first {
                words.push_str(BETWEEN);
            }
            is_first = false;
            match self.peek() {
                b'[' => words.push_str(self.raw()),
                _ => words.push_str(&self.words()),
            }
            self.pass(b',');
        }
        self.pass(b']');
        words
    }

    /// A value as it stands in the file.
    fn raw(&mut self) -> &'t str {
        self.peek();
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut depth = 0usize;
        while let Some(byte) = bytes.get(self.at) {
            match byte {
                b'"' => self.pass_string(),
                b'{' | b'[' => (depth, self.at) = (depth + 1, self.at + 1),
                b'}' | b']' | b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' if depth == 0 => break,
                b'}' | b']' => (depth, self.at) = (depth - 1, self.at + 1),
                _ => self.at += 1,
            }
            if depth == 0 && matches!(byte, b'"' | b'}' | b']') {
                break;
            }
        }
        // A byte that is not known here is not passed over for ever.
        if self.at == start {
            self.at += usize::from(self.at < bytes.len());
        }
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn pass_string(&mut self) {
        let bytes = self.text.as_bytes();
        self.at += 1;
        while let Some(length) = memchr::memchr2(b'"', b'\\', bytes.get(self.at..).unwrap_or_default()) {
            self.at += length;
            if bytes[self.at] == b'"' {
                self.at += 1;
                return;
            }
            self.at += 2;
        }
        self.at = bytes.len();
    }
}

/// The letters of a string. One with half a pair of UTF-16 stays as it stands.
fn string(raw: &str) -> String {
    let inner = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')).unwrap_or(raw);
    if !inner.contains('\\') {
        return inner.to_owned();
    }
    serde_json::from_str(raw).unwrap_or_else(|_| inner.to_owned())
}

#[cfg(test)]
mod tests;
