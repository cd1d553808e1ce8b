//! Taking the members out of a container, one level deep, in the child.
//!
//! The child streams and counts nothing: the limits are the parent's, who also does not believe stated sizes.

mod mbox;
mod message;
mod pieces;
mod sevenz;
mod squeezed;
pub(crate) mod tar;
#[cfg(test)]
pub(crate) mod testing;
pub(crate) mod time;
#[cfg(test)]
mod trees;
pub(crate) mod zip;

pub(crate) use pieces::Pieces;

use crate::{
    formats::{Source, kind_of, mail::MESSAGE, mapi::MSG, ole::msg, pdf, pst, tnef},
    identify::{BZIP2, GZIP, MAILBOX, PDF, SEVEN_ZIP, TAR, XZ, ZIP, ZSTD},
    names::NAME_BYTES_MAX,
    wire::{Head, PIECE_MAX, Reply, Sink, tool},
};
use isnad_model::{Problem, reading::Kind};
use std::io::Read;

/// Streams the members of a container, or what came with a message.
pub(crate) fn unpack(source: &mut dyn Source, password: Option<&str>, sink: &mut Sink<'_>) {
    match kind_of(source) {
        Ok((kind, media_type)) => unpack_as(kind, media_type, source, password, sink),
        Err(_) => sink.problem(damaged()),
    }
}

/// Streams the members of what is known to be of a type.
pub(crate) fn unpack_as(
    kind: Kind,
    media_type: &str,
    source: &mut dyn Source,
    password: Option<&str>,
    sink: &mut Sink<'_>,
) {
    match (kind, media_type) {
        // A document is asked for only by someone who knows that it is a ZIP within.
        (_, TAR) => tar::unpack(source, sink),
        (_, SEVEN_ZIP) => sevenz::unpack(source, password, sink),
        (_, media_type @ (GZIP | BZIP2 | XZ | ZSTD)) => squeezed::unpack(media_type, source, sink),
        (_, MAILBOX) => mbox::unpack(source, sink),
        (_, MESSAGE) => message::unpack(source, sink),
        (_, PDF) => pdf::unpack(source, password, sink),
        (_, MSG) => msg::unpack(source, sink),
        (_, tnef::TNEF) => tnef::unpack(source, sink),
        (_, pst::PST) => pst::unpack(source, sink),
        (kind, media_type)
            if media_type == ZIP
                || (kind == Kind::Document && media_type.starts_with("application/vnd.")) =>
        {
            zip::unpack(source, password, sink);
        }
        (Kind::Container, media_type) => {
            sink.problem(Problem::new("container-not-read").text("media_type", media_type));
        }
        _ => sink.problem(damaged()),
    }
}

/// The tool that readings of members are recorded under.
pub fn unpacker() -> String {
    tool(UNPACK)
}

/// The tool that copies without a lock are recorded under.
pub fn opener() -> String {
    tool("opened")
}

/// Whether a recorded tool, of whatever version, took members out.
pub fn is_unpacker(tool: &str) -> bool {
    tool.strip_prefix("isnad-extract/").and_then(|name| name.split(' ').next()) == Some(UNPACK)
}

const UNPACK: &str = "unpack";

/// The container itself is at fault, and members may be missing.
fn damaged() -> Problem {
    Problem::new("container-damaged")
}

/// Says that a member begins. A name beyond every use is cut here, and then refused with its member.
pub(crate) fn begin(head: &Head<'_>, sink: &mut Sink<'_>) -> Result<(), Problem> {
    let raw = &head.name[..head.name.len().min(NAME_BYTES_MAX)];
    let label = &head.label[..head.label.floor_char_boundary(NAME_BYTES_MAX)];
    sink.send(Reply::Member(Head { name: raw, label, ..*head }));
    if head.name.len() > NAME_BYTES_MAX {
        let longest = NAME_BYTES_MAX as u64;
        return Err(Problem::new("member-name-too-long").number("bytes_max", longest));
    }
    Ok(())
}

/// Sends a member's content, and says whether it was whole.
pub(crate) fn send_content(
    content: &mut dyn Read,
    stated: Option<u64>,
    sink: &mut Sink<'_>,
) -> Result<(), Problem> {
    let damaged = || Problem::new("member-damaged");
    let mut piece =
        vec![0; PIECE_MAX.min(stated.map_or(PIECE_MAX, |s| s.clamp(1, PIECE_MAX as u64) as usize))];
    let mut sent = 0;
    loop {
        match content.read(&mut piece) {
            Ok(0) => break,
            Ok(n) => {
                sent += n as u64;
                sink.send(Reply::Data(&piece[..n]));
            }
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => return Err(damaged()),
        }
    }
    // A cut-off container ends a member early without any error.
    if stated.is_none_or(|s| s == sent) { Ok(()) } else { Err(damaged()) }
}

/// Problems of one kind are named one by one up to this number.
const NAMED_MAX: usize = 20;

/// Says the first of many problems, and how many more there are.
pub(crate) fn tell_some(problems: Vec<Problem>, sink: &mut Sink<'_>) {
    let more = problems.len().saturating_sub(NAMED_MAX) as u64;
    problems.into_iter().take(NAMED_MAX).for_each(|problem| sink.problem(problem));
    if more > 0 {
        sink.problem(Problem::new("problems-more").number("count", more));
    }
}

/// Says how a member ended.
pub(crate) fn finish(outcome: Result<(), Problem>, sink: &mut Sink<'_>) {
    match outcome {
        Ok(()) => sink.send(Reply::End),
        Err(problem) => sink.problem(problem),
    }
}
