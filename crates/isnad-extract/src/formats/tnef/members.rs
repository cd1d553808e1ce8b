//! What came with a letter in TNEF, byte for byte; a letter within is again such a file.

use super::{Content, Parsed};
use crate::{
    formats::{
        Source,
        mapi::{self, tags},
        package::damaged,
        whole,
    },
    unpack::{Pieces, begin, finish},
    wire::{Head, Sink},
};
use isnad_model::Problem;

/// Streams every attachment.
pub(crate) fn unpack(source: &mut dyn Source, sink: &mut Sink<'_>) {
    let Ok(bytes) = whole(source) else { return sink.problem(damaged("tnef")) };
    let parsed = Parsed::of(&bytes);
    for (place, (bag, content)) in (1..).zip(parsed.letter.attachments.iter().zip(&parsed.content)) {
        let ending = if matches!(content, Content::Letter(_)) { ".tnef" } else { "" };
        let name = mapi::member_name(bag, place, ending);
        let modified = bag.time(tags::LAST_MODIFICATION_TIME).unwrap_or_default();
        let head = Head { name: name.as_bytes(), label: &name, size: None, modified: &modified };
        let outcome = begin(&head, sink).and_then(|()| match content {
            Content::File(bytes) | Content::Letter(bytes) => {
                let mut pieces = Pieces::new(sink);
                pieces.push(bytes);
                pieces.end();
                Ok(())
            }
            Content::Absent if mapi::is_elsewhere(bag) => {
                Err(Problem::new("member-not-a-file").text("reason", "reference"))
            }
            Content::Absent => Err(Problem::new("member-damaged")),
        });
        finish(outcome, sink);
    }
    parsed.letter.lost.iter().take(20).for_each(|part| sink.problem(damaged(part)));
}
