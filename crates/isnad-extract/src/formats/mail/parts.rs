//! The parts of a message (RFC 2046 §5), each with its place in it; nothing is copied and nothing recursed into.
//!
//! A boundary is a whole line: one that is the beginning of another, or stands within a line of text, ends nothing.
//! A message inside the message is one part, whole; it becomes an item of its own and is looked into there.

use super::{
    fields::{Header, trim_end},
    params::Params,
    transfer::Transfer,
};

/// Multiparts within multiparts are followed to this depth; a deeper one is a part as it stands.
pub(crate) const DEPTH_MAX: usize = 32;

/// One part that is no multipart.
pub(crate) struct Part<'m> {
    /// Its place as IMAP counts it (RFC 9051 §6.4.5): `1.2`; `1` for a message of one part.
    pub(crate) number: String,
    pub(crate) content: Params,
    pub(crate) disposition: Params,
    pub(crate) transfer: Transfer,
    /// As it stands, in its transfer encoding.
    pub(crate) body: &'m [u8],
    /// The innermost choice that it stands in, counted through the message.
    pub(crate) choice: Option<u32>,
}

/// How the walk through a message ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Walked {
    /// The last boundary is missing.
    pub(crate) is_cut_off: bool,
    /// Some multipart lay too deep.
    pub(crate) is_too_deep: bool,
}

/// A multipart whose end has not come yet.
struct Open {
    boundary: Vec<u8>,
    number: Vec<u32>,
    children: u32,
    choice: Option<u32>,
    is_digest: bool,
}

/// A part whose end has not come yet.
struct Leaf<'m> {
    part: Part<'m>,
    start: usize,
}

struct Walk<'m, 'e> {
    message: &'m [u8],
    at: usize,
    open: Vec<Open>,
    choices: u32,
    walked: Walked,
    each: &'e mut dyn FnMut(Part<'m>),
}

/// Gives every part, in order.
pub(crate) fn walk<'m>(message: &'m [u8], each: &mut dyn FnMut(Part<'m>)) -> Walked {
    let mut walk = Walk { message, at: 0, open: Vec::new(), choices: 0, walked: Walked::default(), each };
    let mut leaf = walk.begin(Vec::new(), None, false);
    while !walk.open.is_empty() && walk.at < message.len() {
        let start = walk.at;
        let end = memchr::memchr(b'\n', &message[start..]).map_or(message.len(), |n| start + n + 1);
        walk.at = end;
        let Some((level, closes)) = walk.boundary(trim_end(&message[start..end])) else { continue };
        if let Some(leaf) = leaf.take() {
            walk.end(leaf, start);
        }
        walk.open.truncate(level + usize::from(!closes));
        leaf = if closes { None } else { walk.next_of_innermost() };
    }
    walk.walked.is_cut_off = !walk.open.is_empty();
    if let Some(leaf) = leaf {
        let end = message.len();
        let part = Part { body: &message[leaf.start.min(end)..], ..leaf.part };
        (walk.each)(part);
    }
    walk.walked
}

impl<'m> Walk<'m, '_> {
    /// Which of the open multiparts a line divides or closes, the innermost first.
    fn boundary(&self, line: &[u8]) -> Option<(usize, bool)> {
        let said = line.strip_prefix(b"--")?.trim_ascii_end();
        self.open.iter().enumerate().rev().find_map(|(level, open)| {
            match said.strip_prefix(&*open.boundary)? {
                b"" => Some((level, false)),
                b"--" => Some((level, true)),
                _ => None,
            }
        })
    }

    fn next_of_innermost(&mut self) -> Option<Leaf<'m>> {
        let open = self.open.last_mut()?;
        open.children += 1;
        let number = [open.number.as_slice(), &[open.children]].concat();
        let (choice, is_digest) = (open.choice, open.is_digest);
        self.begin(number, choice, is_digest)
    }

    /// Reads the header of a part. A multipart is opened; anything else is a leaf that ends later.
    fn begin(&mut self, number: Vec<u32>, choice: Option<u32>, in_digest: bool) -> Option<Leaf<'m>> {
        let from = &self.message[self.at..];
        let (header, body) = Header::split(from, &|line| self.boundary(line).is_some());
        self.at += body;
        let params = |name: &str| header.find(name).map(|field| Params::parse(&header.plain(field)));
        let mut content = params("Content-Type").unwrap_or_default();
        if !content.value.contains('/') {
            content.value = if in_digest { "message/rfc822" } else { "text/plain" }.into();
        }
        let boundary = content.get("boundary").unwrap_or_default().trim_end().as_bytes().to_vec();
        let (kind, subtype) = content.types();
        if kind == "multipart" && !boundary.is_empty() {
            if self.open.len() < DEPTH_MAX {
                let is_choice = subtype == "alternative";
                self.choices += u32::from(is_choice);
                let choice = if is_choice { Some(self.choices) } else { choice };
                let is_digest = subtype == "digest";
                self.open.push(Open { boundary, number, children: 0, choice, is_digest });
                return None;
            }
            self.walked.is_too_deep = true;
        }
        let transfer = header.find("Content-Transfer-Encoding").map(|field| header.plain(field));
        let part = Part {
            number: printed(&number),

            disposition: params("Content-Disposition").unwrap_or_default(),
            transfer: Transfer::named(transfer.as_deref()),
            content,
            body: &[],
            choice,
        };
        Some(Leaf { part, start: self.at })
    }

    /// A part ends before a boundary, and the line break before it belongs to the boundary.
    fn end(&mut self, leaf: Leaf<'m>, boundary: usize) {
        let body = self.message.get(leaf.start..boundary).unwrap_or_default();
        (self.each)(Part { body: trim_end(body), ..leaf.part });
    }
}

fn printed(number: &[u32]) -> String {
    match number {
        [] => "1".to_owned(),
        _ => number.iter().map(u32::to_string).collect::<Vec<_>>().join("."),
    }
}

#[cfg(test)]
mod tests;
