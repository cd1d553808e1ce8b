//! What came with a message, as members; a message within it is one of them, byte for byte.

use super::{begin, finish};
use crate::{
    formats::{
        Source,
        mail::{self, Role, parts::Part, transfer::Transfer},
        whole,
    },
    wire::{Head, Reply, Sink},
};
use isnad_model::Problem;

/// Streams every part that is not the words of the message itself.
pub(crate) fn unpack(source: &mut dyn Source, sink: &mut Sink<'_>) {
    let Ok(bytes) = whole(source) else { return sink.problem(Problem::new("mail-cut-off")) };
    let mut damaged = Vec::new();
    let walked = mail::parts::walk(mail::without_preface(&bytes), &mut |part| {
        if part.role() == Role::Member {
            damaged.extend(member(&part, sink));
        }
    });
    super::tell_some(damaged, sink);
    mail::structure(walked, sink);
}

/// Streams one part. Damage is said of the message: what could be decoded of the part is kept, and not refused.
fn member(part: &Part<'_>, sink: &mut Sink<'_>) -> Option<Problem> {
    let name = part.member_name();
    let modified =
        part.disposition.get("modification-date").and_then(mail::date::iso8601).unwrap_or_default();
    let head = Head { name: name.as_bytes(), label: &name, size: None, modified: &modified };
    let mut damaged = 0;
    let outcome = begin(&head, sink).map(|()| {
        damaged = part.transfer.decode(part.body, &mut |piece| sink.send(Reply::Data(piece)));
    });
    finish(outcome, sink);
    if part.transfer == Transfer::Unknown {
        return Some(Problem::new("mail-encoding-unknown").text("part", name));
    }
    (damaged > 0).then(|| Problem::new("mail-part-damaged").text("part", name).number("count", damaged))
}

#[cfg(test)]
mod tests;
