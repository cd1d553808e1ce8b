//! Letters as Outlook and Exchange keep them: properties by number ([MS-OXCMSG], [MS-OXPROPS]).
//!
//! MSG files, mailboxes of Outlook and `winmail.dat` differ in how they store the same properties; what the
//! properties mean is here.

mod bag;
mod body;
mod fields;
mod lzfu;
pub(crate) mod tags;

pub(in crate::formats) use bag::Bag;
pub(crate) use bag::kind;
pub(in crate::formats) use lzfu::unpack as unpack_rtf;

use super::{
    mail::{Body, told},
    package::damaged,
};
use crate::wire::{Reply, Sink};
use isnad_model::Problem;

/// The media type of a letter or card that Outlook saved.
pub(crate) const MSG: &str = "application/vnd.ms-outlook";

/// A letter, or whatever else such a program keeps as one: a card, a note, a date.
#[derive(Debug, Default)]
pub(in crate::formats) struct Letter {
    pub(in crate::formats) own: Bag,
    pub(in crate::formats) recipients: Vec<Bag>,
    /// What came with it, without its content.
    pub(in crate::formats) attachments: Vec<Bag>,
    /// Names of what could not be read.
    pub(in crate::formats) lost: Vec<String>,
}

impl Letter {
    /// Chooses the encoding of texts in bytes, for the letter and all that belongs to it.
    pub(in crate::formats) fn settle_encoding(&mut self) {
        let parts = self.recipients.iter().chain(&self.attachments);
        let (encoding, is_guess) = self.own.encoding_with(parts);
        let belongings = self.recipients.iter_mut().chain(&mut self.attachments);
        belongings.chain([&mut self.own]).for_each(|bag| bag.read_as(encoding, is_guess));
    }

    /// Whether its words are in an attachment that only the recipient can open.
    fn is_sealed(&self) -> bool {
        let class = self.own.text(tags::MESSAGE_CLASS).unwrap_or_default().to_ascii_lowercase();
        let is_smime = class.starts_with("ipm.note.smime") && !class.contains("multipartsigned");
        let says = |bag: &Bag, word: &str| {
            bag.text(tags::ATTACH_MIME_TAG).is_some_and(|tag| tag.to_ascii_lowercase().contains(word))
        };
        let is_signed_only = self.attachments.iter().any(|bag| says(bag, "signed-data"));
        (is_smime && !is_signed_only) || class.contains(".rpmsg.")
    }
}

/// Tells a letter as one page: its header as people read it, then its words; what other forms of the words say
/// beyond that is a page of its own.
pub(in crate::formats) fn tell(letter: &Letter, tool: &str, sink: &mut Sink<'_>) {
    let header = fields::header(letter);
    let mut body = Body::default();
    let mut lost = letter.lost.clone();
    body::gather(&letter.own, &mut body, &mut lost);
    body.sealed = letter.is_sealed();
    let (top, _) = super::mail::fields::Header::split(header.as_bytes(), &|_| false);
    told::metadata(&top, sink);
    let mut text = told::head(&top);
    text.push_str(&fields::card(&letter.own));
    text.push_str(&body.text());
    let settings = body.settings();
    let settings = if settings.is_empty() { letter.own.settings() } else { settings };
    sink.tool(tool, &settings);
    sink.page(&text);
    if let Some(more) = body.only_in_html(&text) {
        sink.page(&more);
    }
    // After the words: a letter made to take long costs what is said about it, and not what it says.
    fields::metadata(letter, &header, sink);
    if letter.own.is_guessed() {
        sink.problem(Problem::new("encoding-guessed").text("encoding", letter.own.encoding_name()));
    }
    body.problems(&top, sink);
    lost.iter().take(100).for_each(|part| sink.problem(damaged(part)));
    if !letter.attachments.is_empty() {
        sink.send(Reply::HasMembers);
    }
}

/// The name of what came with a letter: what the sender's program gave it, else one of its place.
pub(in crate::formats) fn member_name(attachment: &Bag, place: usize, ending: &str) -> String {
    let given = [tags::ATTACH_LONG_FILENAME, tags::ATTACH_FILENAME, tags::DISPLAY_NAME];
    let given = given.iter().filter_map(|tag| attachment.text(*tag)).find(|name| !name.trim().is_empty());
    match given {
        // A letter within a letter has a subject and no file name.
        Some(name) if ends_with(&name, ending) => name,
        Some(name) => format!("{name}{ending}"),
        None => format!("part-{place}{ending}"),
    }
}

fn ends_with(name: &str, ending: &str) -> bool {
    name.to_ascii_lowercase().ends_with(ending)
}

/// Why there is nothing to take out of an attachment, as it says itself ([MS-OXCMSG] 2.2.2.9).
pub(in crate::formats) fn is_elsewhere(attachment: &Bag) -> bool {
    matches!(attachment.number(tags::ATTACH_METHOD), Some(2..=4 | 7))
}

#[cfg(test)]
pub(crate) mod make;
