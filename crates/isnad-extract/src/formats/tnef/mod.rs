//! TNEF, the `winmail.dat` in which Outlook sends what mail itself has no words for ([MS-OXTNEF]): old attributes and
//! properties of one letter, one after another.

mod list;
mod members;

pub(crate) use members::unpack;

use super::{
    Source,
    mapi::{self, Bag, Letter, kind, tags},
    package::damaged,
    whole,
};
use crate::wire::Sink;
use list::{Cursor, object, properties};

/// The media type of such a file.
pub(crate) const TNEF: &str = "application/ms-tnef";

/// Attributes by their numbers (2.1.3.2).
mod attribute {
    pub(super) const FROM: u32 = 0x0000_8000;
    pub(super) const SUBJECT: u32 = 0x0001_8004;
    pub(super) const MESSAGE_ID: u32 = 0x0001_8009;
    pub(super) const ATTACH_TITLE: u32 = 0x0001_8010;
    pub(super) const BODY: u32 = 0x0002_800C;
    pub(super) const DATE_SENT: u32 = 0x0003_8005;
    pub(super) const DATE_RECEIVED: u32 = 0x0003_8006;
    pub(super) const ATTACH_MODIFIED: u32 = 0x0003_8013;
    pub(super) const ATTACH_DATA: u32 = 0x0006_800F;
    pub(super) const ATTACH_BEGINS: u32 = 0x0006_9002;
    pub(super) const PROPERTIES: u32 = 0x0006_9003;
    pub(super) const RECIPIENTS: u32 = 0x0006_9004;
    pub(super) const ATTACH_PROPERTIES: u32 = 0x0006_9005;
    pub(super) const CODE_PAGE: u32 = 0x0006_9007;
    pub(super) const MESSAGE_CLASS: u32 = 0x0007_8008;
}

/// Reads the letter as one page.
pub(in crate::formats) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    sink.tool("tnef", "");
    match whole(source) {
        Ok(bytes) => mapi::tell(&Parsed::of(&bytes).letter, "tnef", sink),
        Err(_) => sink.problem(damaged("tnef")),
    }
}

/// A letter, and the content of what came with it.
#[derive(Default)]
struct Parsed<'b> {
    letter: Letter,
    content: Vec<Content<'b>>,
}

/// The content of an attachment.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Content<'b> {
    Absent,
    File(&'b [u8]),
    /// A letter within, in this same form.
    Letter(&'b [u8]),
}

impl<'b> Parsed<'b> {
    fn of(bytes: &'b [u8]) -> Self {
        let mut parsed = Self::default();
        // The signature, and a number that nobody uses any more.
        let mut cursor = Cursor::new(bytes.get(6..).unwrap_or_default());
        // Old attributes count where no property says the same.
        let (mut old, mut old_of_parts) = (Vec::new(), Vec::new());
        while !cursor.is_at_end() {
            let Some((level, number, data, is_sound)) = attribute_at(&mut cursor) else {
                parsed.letter.lost.push("tnef".to_owned());
                break;
            };
            if !is_sound {
                parsed.letter.lost.push(format!("{number:08X}"));
            }
            match (level, number) {
                (1, attribute::PROPERTIES) => parsed.properties(data),
                (1, attribute::RECIPIENTS) => parsed.recipients(data),
                (1, _) => old.push((number, data)),
                (2, attribute::ATTACH_BEGINS) => {
                    parsed.letter.attachments.push(Bag::default());
                    parsed.content.push(Content::Absent);
                }
                (2, attribute::ATTACH_PROPERTIES) => parsed.attachment(data),
                (2, attribute::ATTACH_DATA) => match parsed.content.last_mut() {
                    Some(last) if *last == Content::Absent => *last = Content::File(data),
                    // A property may have said the same.
                    Some(Content::File(known)) if *known == data => {}
                    _ => parsed.letter.lost.push("attAttachData".to_owned()),
                },
                (2, _) => old_of_parts.push((parsed.content.len(), number, data)),
                _ => {
                    parsed.letter.lost.push("tnef".to_owned());
                    break;
                }
            }
        }
        old.into_iter().for_each(|(number, data)| old_attribute(&mut parsed.letter.own, number, data));
        for (place, number, data) in old_of_parts {
            if let Some(bag) = place.checked_sub(1).and_then(|at| parsed.letter.attachments.get_mut(at)) {
                old_attribute(bag, number, data);
            }
        }
        parsed.letter.settle_encoding();
        parsed
    }

    fn properties(&mut self, data: &'b [u8]) {
        let (own, _, is_whole) = properties(&mut Cursor::new(data));
        self.letter.own.take_in(own);
        self.sound(is_whole, "attMsgProps");
    }

    fn recipients(&mut self, data: &'b [u8]) {
        let mut cursor = Cursor::new(data);
        let n = cursor.u32().unwrap_or(0);
        let mut is_whole = true;
        for _ in 0..n {
            if cursor.is_at_end() || !is_whole {
                is_whole = false;
                break;
            }
            let (row, _, row_is_whole) = properties(&mut cursor);
            is_whole = row_is_whole;
            self.letter.recipients.push(row);
        }
        self.sound(is_whole, "attRecipTable");
    }

    fn attachment(&mut self, data: &'b [u8]) {
        let (bag, content, is_whole) = properties(&mut Cursor::new(data));
        if let (Some(known), Some(last)) = (self.letter.attachments.last_mut(), self.content.last_mut()) {
            known.take_in(bag);
            // What a property holds is more exact than the old attribute, which repeats it.
            match content {
                Some((kind::OBJECT, bytes)) => *last = object(bytes),
                Some((_, bytes)) => *last = Content::File(bytes),
                None => {}
            }
        }
        self.sound(is_whole, "attAttachment");
    }

    fn sound(&mut self, is_sound: bool, name: &str) {
        if !is_sound {
            self.letter.lost.push(name.to_owned());
        }
    }
}

/// The next attribute: level, number, content, and whether its sum holds. One that was cut off gives what there is.
fn attribute_at<'b>(cursor: &mut Cursor<'b>) -> Option<(u8, u32, &'b [u8], bool)> {
    let (level, number, length) = (cursor.u8()?, cursor.u32()?, cursor.u32()? as usize);
    let data = cursor.up_to(length);
    let sum = data.iter().fold(0u16, |sum, byte| sum.wrapping_add((*byte).into()));
    let is_sound = data.len() == length && cursor.u16() == Some(sum);
    Some((level, number, data, is_sound))
}

/// Puts an old attribute among the properties that mean the same (2.1.3.3).
fn old_attribute(bag: &mut Bag, number: u32, data: &[u8]) {
    let mut text = |tag| bag.put_bytes(tag, kind::STRING8, data.to_vec());
    match number {
        attribute::SUBJECT => text(tags::SUBJECT),
        attribute::BODY => text(tags::BODY),
        attribute::MESSAGE_ID => text(tags::MESSAGE_ID),
        attribute::MESSAGE_CLASS => text(tags::MESSAGE_CLASS),
        attribute::ATTACH_TITLE => text(tags::ATTACH_FILENAME),
        attribute::DATE_SENT => time(bag, tags::CLIENT_SUBMIT_TIME, data),
        attribute::DATE_RECEIVED => time(bag, tags::DELIVERY_TIME, data),
        attribute::ATTACH_MODIFIED => time(bag, tags::LAST_MODIFICATION_TIME, data),
        attribute::FROM => from(bag, data),
        attribute::CODE_PAGE => {
            if let Some(page) = Cursor::new(data).u32() {
                bag.put_number(tags::MESSAGE_CODEPAGE, kind::LONG, page.into());
            }
        }
        _ => {}
    }
}

/// A moment in seven numbers, of which the last is the day of the week (2.1.3.3.4).
fn time(bag: &mut Bag, tag: u16, data: &[u8]) {
    let mut cursor = Cursor::new(data);
    let mut next = || cursor.u16().map(i64::from);
    let (Some(year), Some(month), Some(day)) = (next(), next(), next()) else { return };
    let (Some(hour), Some(minute), Some(second)) = (next(), next(), next()) else { return };
    if !((1..=12).contains(&month) && (1..=31).contains(&day) && hour < 24 && minute < 60 && second < 61) {
        return;
    }
    // Days are counted from 1 March, so that the leap day is the last one of its year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let days = days + (153 * month + 2) / 5 + day - 1 - 584_694;
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second;
    if let Ok(ticks) = u64::try_from(seconds.saturating_mul(10_000_000)) {
        bag.put_number(tag, kind::TIME, ticks);
    }
}

/// The sender: lengths, then a name and an address (2.1.3.3.1).
fn from(bag: &mut Bag, data: &[u8]) {
    let mut cursor = Cursor::new(data);
    let (Some(_), Some(_), Some(name), Some(address)) =
        (cursor.u16(), cursor.u16(), cursor.u16(), cursor.u16())
    else {
        return;
    };
    bag.put_bytes(tags::SENDER_NAME, kind::STRING8, cursor.up_to(name.into()).to_vec());
    let address = cursor.up_to(address.into());
    // The kind of the address stands before it.
    let at = address.iter().position(|byte| *byte == b':').map_or(0, |colon| colon + 1);
    bag.put_bytes(tags::SENDER_EMAIL, kind::STRING8, address[at..].to_vec());
}

#[cfg(test)]
mod tests;
