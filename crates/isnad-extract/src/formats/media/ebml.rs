//! EBML (RFC 8794): elements with numbers for names, as Matroska and WebM are made of.

use crate::formats::{Source, meta::bytes_at};

/// Elements that are looked at in one file.
const ELEMENTS_MAX: u32 = 1_000_000;

/// An element, and where its content lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) id: u32,
    pub(super) at: u64,
    /// The end; nothing where the writer did not know it, as in a recording that goes on.
    pub(super) end: Option<u64>,
}

/// A walk over the elements of one file.
pub(super) struct Elements<'s> {
    pub(super) source: &'s mut dyn Source,
    left: u32,
    pub(super) is_damaged: bool,
    pub(super) is_too_much: bool,
}

impl<'s> Elements<'s> {
    pub(super) fn new(source: &'s mut dyn Source) -> Self {
        Self { source, left: ELEMENTS_MAX, is_damaged: false, is_too_much: false }
    }

    /// The element at a place. One that ends outside is cut there.
    pub(super) fn next(&mut self, at: u64, to: u64) -> Option<Element> {
        if at >= to {
            return None;
        }
        if self.left == 0 {
            self.is_too_much = true;
            return None;
        }
        self.left -= 1;
        let head = bytes_at(self.source, at, (to - at).min(12) as usize).ok()?;
        let Some((id, id_width, size, size_width)) = heads(&head) else {
            self.is_damaged = true;
            return None;
        };
        let content = at + id_width + size_width;
        let end = match size {
            None => None,
            Some(size) => {
                let end = content.saturating_add(size);
                self.is_damaged |= end > to;
                Some(end.min(to))
            }
        };
        Some(Element { id, at: content, end })
    }

    /// All elements within one whose end is known, or up to a place.
    pub(super) fn within(&mut self, from: u64, to: u64) -> Vec<Element> {
        let mut elements = Vec::new();
        let mut at = from;
        while let Some(element) = self.next(at, to) {
            at = element.end.unwrap_or(to);
            elements.push(element);
        }
        elements
    }

    pub(super) fn inside(&mut self, element: Element, to: u64) -> Vec<Element> {
        self.within(element.at, element.end.unwrap_or(to))
    }

    pub(super) fn content(&mut self, element: Element, bytes_max: u64) -> Vec<u8> {
        let length = element.end.unwrap_or(element.at) - element.at;
        bytes_at(self.source, element.at, length.min(bytes_max) as usize).unwrap_or_default()
    }

    pub(super) fn number(&mut self, element: Element) -> u64 {
        self.content(element, 8).iter().fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
    }

    pub(super) fn float(&mut self, element: Element) -> f64 {
        let bytes = self.content(element, 8);
        match bytes.len() {
            4 => bytes.first_chunk().map_or(0.0, |b| f32::from_be_bytes(*b).into()),
            _ => bytes.first_chunk().map_or(0.0, |b| f64::from_be_bytes(*b)),
        }
    }

    pub(super) fn text(&mut self, element: Element, bytes_max: u64) -> String {
        let bytes = self.content(element, bytes_max);
        String::from_utf8_lossy(bytes.split(|byte| *byte == 0).next().unwrap_or_default()).into_owned()
    }
}

/// A name with its marker and a size without, each with its width.
fn heads(head: &[u8]) -> Option<(u32, u64, Option<u64>, u64)> {
    let id_width = head.first()?.leading_zeros() as usize + 1;
    let id = head.get(..id_width).filter(|id| id.len() <= 4)?;
    let id = id.iter().fold(0, |sum, byte| (sum << 8) | u32::from(*byte));
    let rest = head.get(id_width..)?;
    let width = rest.first()?.leading_zeros() as usize + 1;
    let bytes = rest.get(..width).filter(|bytes| bytes.len() <= 8)?;
    let raw = bytes.iter().fold(0, |sum, byte| (sum << 8) | u64::from(*byte));
    let mask = (1 << (7 * width)) - 1;
    // All ones say that the size is not known.
    let size = Some(raw & mask).filter(|size| *size != mask);
    Some((id, id_width as u64, size, width as u64))
}
