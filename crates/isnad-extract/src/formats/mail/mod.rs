//! Messages: who wrote to whom, when and about what, and their words. What came with them are members, and are
//! taken out by `unpack::message`.
//!
//! This is a reader of our own because evidence must lose nothing: a part ends at its boundary and nowhere else,
//! headers in raw windows-1256 are read, and damage in an encoding costs the damaged place alone.

mod body;
pub(crate) mod charset;
pub(crate) mod date;
pub(crate) mod fields;
pub(crate) mod html;
mod leaf;
mod params;
pub(crate) mod parts;
pub(crate) mod told;
pub(crate) mod transfer;
mod words;

pub(crate) use body::Body;
pub(crate) use leaf::Role;

use super::{Source, whole};
use crate::{
    identify::mail::is_from_line,
    wire::{Reply, Sink},
};
use isnad_model::Problem;
use parts::{DEPTH_MAX, walk};

/// The media type of a message.
pub(crate) const MESSAGE: &str = "message/rfc822";

/// Reads a message as one page: its header as people read it, then its words.
///
/// A second page holds the words of its HTML side that the plain one does not have.
pub(crate) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    sink.tool("mail", "");
    let Ok(bytes) = whole(source) else { return sink.problem(Problem::new("mail-cut-off")) };
    let message = without_preface(&bytes);
    let mut body = Body::default();
    let mut members = 0u64;
    let walked = walk(message, &mut |part| match part.role() {
        Role::Member => {
            members += 1;
            body.sealed |= part.is_sealed();
        }
        role => body.part(&part, role),
    });
    let (top, _) = fields::Header::split(message, &|_| false);
    told::metadata(&top, sink);
    let mut text = told::head(&top);
    text.push_str(&body.text());
    sink.tool("mail", &body.settings());
    sink.page(&text);
    if let Some(more) = body.only_in_html(&text) {
        sink.page(&more);
    }
    body.problems(&top, sink);
    structure(walked, sink);
    if members > 0 {
        sink.send(Reply::HasMembers);
    }
}

/// What is wrong with the message as a whole.
pub(crate) fn structure(walked: parts::Walked, sink: &mut Sink<'_>) {
    if walked.is_cut_off {
        sink.problem(Problem::new("mail-cut-off"));
    }
    if walked.is_too_deep {
        sink.problem(Problem::new("mail-too-deep").number("depth_max", DEPTH_MAX as u64));
    }
}

/// A message without what a program put before its first field: a byte order mark, the line of a mailbox.
pub(crate) fn without_preface(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let end = memchr::memchr(b'\n', bytes).map_or(bytes.len(), |n| n + 1);
    if is_from_line(fields::trim_end(&bytes[..end])) { &bytes[end..] } else { bytes }
}

#[cfg(test)]
mod tests;
