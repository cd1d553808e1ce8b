//! Small shapes that several pages share: addresses, page links, marked text.

use std::{fmt::Write, ops::Range};

/// A text made safe for the query of an address.
pub(crate) fn encode(text: &str) -> String {
    percent(text, b"/")
}

/// A text for the extended form of a header's value (RFC 5987 §3.2).
pub(crate) fn encode_header(text: &str) -> String {
    percent(text, b"")
}

fn percent(text: &str, also_plain: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || also_plain.contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// An address of ours to go back to, or home: a link from elsewhere must not lead elsewhere.
///
/// Browsers read `//host` and `/\host` as another host, and drop tabs and line breaks before they look.
pub(crate) fn safe_path(path: &str) -> &str {
    let ours = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(char::is_control);
    if ours { path } else { "/" }
}

/// The last part of a path: what a file is called.
pub(crate) fn file_name(path: &str) -> &str {
    path.trim_end_matches('/').rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or(path)
}

/// A piece of text, marked or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub text: String,
    pub marked: bool,
}

/// Cuts a text at its marks. A mark that does not fit the text is left out rather than trusted.
pub(crate) fn pieces(text: &str, marks: impl IntoIterator<Item = Range<usize>>) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut at = 0;
    let mut push = |text: &str, marked| {
        if !text.is_empty() {
            out.push(Piece { text: text.to_owned(), marked });
        }
    };
    for mark in marks {
        if mark.start < at {
            continue;
        }
        let (Some(before), Some(inside)) = (text.get(at..mark.start), text.get(mark.clone())) else {
            continue;
        };
        push(before, false);
        push(inside, true);
        at = mark.end;
    }
    push(text.get(at..).unwrap_or_default(), false);
    out
}

/// Links to the pages of a long list: nothing is cut off, it goes on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Pager {
    pub links: Vec<PageLink>,
    pub previous: Option<String>,
    pub next: Option<String>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PageLink {
    pub page: u64,
    pub address: String,
    pub current: bool,
    /// Pages are left out before this one.
    pub gap: bool,
}

impl Pager {
    /// Links for a list of `total` lines, `per_page` on each page; none where one page holds all.
    pub fn new(total: u64, per_page: u64, page: u64, address: impl Fn(u64) -> String) -> Self {
        let n_pages = total.div_ceil(per_page);
        if n_pages <= 1 && page <= 1 {
            return Self::default();
        }
        let near = page.saturating_sub(2)..=page + 2;
        let mut links: Vec<PageLink> = Vec::new();
        for n in std::iter::once(1).chain(near.filter(|n| *n > 1 && *n < n_pages)).chain([n_pages]) {
            let last = links.last().map_or(0, |link| link.page);
            if n > last {
                links.push(PageLink { page: n, address: address(n), current: n == page, gap: n > last + 1 });
            }
        }
        Self {
            links,
            previous: (page > 1).then(|| address((page - 1).min(n_pages.max(1)))),
            next: (page < n_pages).then(|| address(page + 1)),
        }
    }
}

/// A page number from a query: from 1, and the first where it is none.
pub(crate) fn page_number(text: &str) -> u64 {
    text.parse().unwrap_or(1).clamp(1, u64::from(u32::MAX))
}
