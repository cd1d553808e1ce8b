//! The header of a letter: as it came over the network, and from its properties where it lacks a field.

use super::{Bag, Letter, tags};
use crate::{formats::mail::fields::Header, identify::mail::field_name, wire::Sink};
use isnad_model::Problem;
use std::collections::HashSet;

/// How many bytes of header are looked through for names of recipients: all of it, for some thousands of them.
const LOOKED_THROUGH_MAX: usize = 256 << 20;
/// Recipients that are told one by one.
const RECIPIENTS_MAX: usize = 1000;

/// What letters that never left the house have as the kind of their addresses: names of a directory, no addresses.
const DIRECTORY: &str = "/o=";

/// A header with every field that people read over a letter. A draft, or what was sent within one house, has no other
/// than its properties.
pub(super) fn header(letter: &Letter) -> String {
    let own = &letter.own;
    let came = own.text(tags::TRANSPORT_HEADERS).unwrap_or_default();
    let mut header = first_block(&came).replace("\r\n", "\n");
    let (known, _) = Header::split(header.as_bytes(), &|_| false);
    let missing: Vec<String> = from_properties(letter)
        .into_iter()
        .filter(|(name, value)| !value.trim().is_empty() && known.find(name).is_none())
        .map(|(name, value)| format!("{name}: {}\n", on_one_line(&value)))
        .collect();
    if !header.is_empty() && !header.ends_with('\n') {
        header.push('\n');
    }
    header.extend(missing);
    header
}

/// The header of the letter itself, without a program's own line before it and those of its parts behind it.
fn first_block(came: &str) -> &str {
    let is_field = |line: &str| field_name(line.trim_end().as_bytes()).is_some();
    let skipped = came.split_inclusive('\n').take_while(|line| !is_field(line)).map(str::len).sum();
    let came = came.get(skipped..).unwrap_or_default();
    let end = came.find("\r\n\r\n").or_else(|| came.find("\n\n")).unwrap_or(came.len());
    &came[..end]
}

fn on_one_line(value: &str) -> String {
    value.split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn from_properties(letter: &Letter) -> Vec<(&'static str, String)> {
    let own = &letter.own;
    let text = |tag| own.text(tag).unwrap_or_default();
    let first =
        |tags: &[u16]| tags.iter().filter_map(|tag| own.text(*tag)).find(|text| !text.trim().is_empty());
    let person = |name, addresses: &[u16]| named(&text(name), &first(addresses).unwrap_or_default());
    let sender = person(tags::SENDER_NAME, &[tags::SENDER_SMTP, tags::SENDER_EMAIL]);
    let from =
        person(tags::SENT_REPRESENTING_NAME, &[tags::SENT_REPRESENTING_SMTP, tags::SENT_REPRESENTING_EMAIL]);
    let from = if from.is_empty() { sender.clone() } else { from };
    let sender = if sender == from { String::new() } else { sender };
    let to = |kind, shown| match listed(letter, kind) {
        list if list.is_empty() => text(shown),
        list => list,
    };
    let subject = first(&[tags::SUBJECT])
        .unwrap_or_else(|| text(tags::SUBJECT_PREFIX) + &text(tags::NORMALIZED_SUBJECT));
    let date = own.time(tags::CLIENT_SUBMIT_TIME).or_else(|| own.time(tags::DELIVERY_TIME));
    vec![
        ("From", from),
        ("Sender", sender),
        ("Reply-To", text(tags::REPLY_RECIPIENT_NAMES)),
        ("To", to(1, tags::DISPLAY_TO)),
        ("Cc", to(2, tags::DISPLAY_CC)),
        ("Bcc", to(3, tags::DISPLAY_BCC)),
        ("Subject", subject),
        ("Date", date.unwrap_or_default()),
        ("Message-ID", text(tags::MESSAGE_ID)),
        ("In-Reply-To", text(tags::IN_REPLY_TO)),
        ("References", text(tags::REFERENCES)),
    ]
}

/// Recipients of a kind, as a header lists them.
fn listed(letter: &Letter, kind: u32) -> String {
    let of_kind = letter.recipients.iter().filter(|bag| kind_of(bag) == kind);
    let list: Vec<_> = of_kind.take(RECIPIENTS_MAX).map(recipient).filter(|who| !who.is_empty()).collect();
    list.join(", ")
}

/// To, copy or blind copy; the upper bits say what became of the sending.
fn kind_of(recipient: &Bag) -> u32 {
    recipient.number(tags::RECIPIENT_TYPE).unwrap_or(1) & 0xF
}

fn recipient(bag: &Bag) -> String {
    let text = |tag| bag.text(tag).filter(|text| !text.trim().is_empty());
    let address = text(tags::SMTP_ADDRESS).or_else(|| text(tags::EMAIL_ADDRESS)).unwrap_or_default();
    named(&text(tags::DISPLAY_NAME).unwrap_or_default(), &address)
}

fn named(name: &str, address: &str) -> String {
    let (name, address) = (name.trim().trim_matches('\''), address.trim());
    match (name.is_empty(), address.is_empty() || name == address) {
        (_, true) => name.to_owned(),
        (true, false) => address.to_owned(),
        (false, false) => format!("{name} <{address}>"),
    }
}

/// What the properties say beyond the header.
pub(super) fn metadata(letter: &Letter, header: &str, sink: &mut Sink<'_>) {
    let own = &letter.own;
    for (tag, name) in tags::TEXTS {
        tell(name, own.text(*tag), sink);
    }
    for (tag, name) in tags::TIMES {
        tell(name, own.time(*tag), sink);
    }
    for (tag, name) in tags::NUMBERS {
        tell(name, own.number(*tag).map(|number| number.to_string()), sink);
    }
    for (tag, name) in tags::CARD {
        tell(name, own.text(*tag), sink);
    }
    tell("MessageFlags", own.number(tags::MESSAGE_FLAGS).map(flags), sink);
    // Recipients that the header does not show, whoever was written in later.
    let shown = header.to_lowercase();
    let mut shown = Shown::of(&shown);
    let mut left_out = 0;
    for (place, bag) in letter.recipients.iter().filter(|bag| !shown.has(bag)).enumerate() {
        let kind = ["From", "To", "Cc", "Bcc"].get(kind_of(bag) as usize).copied().unwrap_or("Other");
        match place < RECIPIENTS_MAX {
            true => tell("Recipient", Some(format!("{kind}: {}", recipient(bag))), sink),
            false => left_out += 1,
        }
    }
    if left_out > 0 {
        let problem = Problem::new("mail-fields-too-many").number("count", left_out);
        sink.problem(problem.number("count_max", RECIPIENTS_MAX as u64));
    }
    // A letter whose subject was changed after it came.
    let (came, _) = Header::split(header.as_bytes(), &|_| false);
    let came = came.find("Subject").map(|field| came.text(field)).unwrap_or_default();
    tell("Subject", own.text(tags::SUBJECT).filter(|subject| on_one_line(subject) != came), sink);
}

/// The header that a letter shows, in small letters.
struct Shown<'h> {
    header: &'h str,
    /// What could be an address.
    words: HashSet<&'h str>,
    /// How many bytes may still be looked through for names. When they are spent, recipients count as not shown, and are
    /// told: rather twice than never.
    left: usize,
}

impl<'h> Shown<'h> {
    fn of(header: &'h str) -> Self {
        let is_between = |c: char| c.is_whitespace() || "<>,;:\"()[]".contains(c);
        Self { header, words: header.split(is_between).collect(), left: LOOKED_THROUGH_MAX }
    }

    fn has(&mut self, recipient: &Bag) -> bool {
        let names = [tags::SMTP_ADDRESS, tags::EMAIL_ADDRESS, tags::DISPLAY_NAME];
        let names =
            names.iter().filter_map(|tag| recipient.text(*tag)).map(|text| text.trim().to_lowercase());
        let names: Vec<String> =
            names.filter(|text| !text.is_empty() && !text.starts_with(DIRECTORY)).collect();
        names.iter().any(|name| self.words.contains(name.as_str()) || self.holds(name))
    }

    fn holds(&mut self, name: &str) -> bool {
        let Some(left) = self.left.checked_sub(self.header.len()) else { return false };
        self.left = left;
        self.header.contains(name)
    }
}

fn tell(name: &str, value: Option<String>, sink: &mut Sink<'_>) {
    if let Some(value) = value {
        sink.metadatum(&format!("mapi.{name}"), &value);
    }
}

/// The flags of a letter ([MS-OXCMSG] 2.2.1.6) that say something of its life.
fn flags(bits: u32) -> String {
    let known =
        [(0x1, "read"), (0x2, "unmodified"), (0x8, "unsent"), (0x20, "from-me"), (0x40, "associated")];
    let mut words: Vec<_> = known.iter().filter(|(bit, _)| bits & bit != 0).map(|(_, word)| *word).collect();
    if bits & 1 == 0 {
        words.insert(0, "unread");
    }
    words.join(" ")
}

/// The lines of a card.
pub(super) fn card(own: &Bag) -> String {
    let lines = tags::CARD.iter().filter_map(|(tag, name)| {
        let value = own.text(*tag).filter(|value| !value.trim().is_empty())?;
        Some(format!("{name}: {}\n", on_one_line(&value)))
    });
    let mut lines: String = lines.collect();
    if !lines.is_empty() {
        lines.push('\n');
    }
    lines
}
