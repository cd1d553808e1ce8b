//! IPTC-IIM (Information Interchange Model 4.2) and the resource blocks of Photoshop that mostly carry it.

use super::{Notes, moment::Moment};
use encoding_rs::{UTF_8, WINDOWS_1252};

/// The resource that holds IIM (Adobe Photoshop File Formats Specification, image resource 0x0404).
const IIM: u16 = 0x0404;
const FIELDS_MAX: usize = 2_000;
/// Says that what follows is UTF-8 (IIM 1:90, by ISO 2022).
const UTF8: &[u8] = b"\x1B%G";

/// The data sets of record 2 by their numbers (IIM 4.2, chapter 6).
const NAMES: &[(u8, &str)] = &[
    (3, "ObjectTypeReference"),
    (4, "ObjectAttributeReference"),
    (5, "ObjectName"),
    (7, "EditStatus"),
    (8, "EditorialUpdate"),
    (10, "Urgency"),
    (12, "SubjectReference"),
    (15, "Category"),
    (20, "SupplementalCategory"),
    (22, "FixtureIdentifier"),
    (25, "Keywords"),
    (26, "ContentLocationCode"),
    (27, "ContentLocationName"),
    (30, "ReleaseDate"),
    (35, "ReleaseTime"),
    (37, "ExpirationDate"),
    (38, "ExpirationTime"),
    (40, "SpecialInstructions"),
    (42, "ActionAdvised"),
    (45, "ReferenceService"),
    (47, "ReferenceDate"),
    (50, "ReferenceNumber"),
    (55, "DateCreated"),
    (60, "TimeCreated"),
    (62, "DigitalCreationDate"),
    (63, "DigitalCreationTime"),
    (65, "OriginatingProgram"),
    (70, "ProgramVersion"),
    (75, "ObjectCycle"),
    (80, "Byline"),
    (85, "BylineTitle"),
    (90, "City"),
    (92, "Sublocation"),
    (95, "ProvinceState"),
    (100, "CountryCode"),
    (101, "Country"),
    (103, "OriginalTransmissionReference"),
    (105, "Headline"),
    (110, "Credit"),
    (115, "Source"),
    (116, "CopyrightNotice"),
    (118, "Contact"),
    (120, "Caption"),
    (121, "LocalCaption"),
    (122, "Writer"),
    (130, "ImageType"),
    (131, "ImageOrientation"),
    (135, "LanguageIdentifier"),
];

/// Reads resource blocks: `8BIM`, a number, a name, a length, and the content.
pub(crate) fn resources(block: &[u8], notes: &mut Notes<'_, '_>) {
    let mut rest = block;
    while let Some((number, content, after)) = resource(rest) {
        if number == IIM {
            read(content, notes);
        }
        rest = after;
    }
    if rest.iter().any(|byte| *byte != 0) {
        notes.damaged("Photoshop");
    }
}

fn resource(block: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let rest = block.strip_prefix(b"8BIM")?;
    let (number, rest) = rest.split_first_chunk::<2>()?;
    // The name has its length before it and is made even with it.
    let name = usize::from(*rest.first()?) + 1;
    let rest = rest.get(name.next_multiple_of(2)..)?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let length = u32::from_be_bytes(*length) as usize;
    let (content, after) = rest.split_at_checked(length)?;
    let padding = usize::from(length % 2 == 1 && !after.is_empty());
    Some((u16::from_be_bytes(*number), content, &after[padding..]))
}

/// Reads data sets: `0x1C`, record, number, length, value.
pub(crate) fn read(block: &[u8], notes: &mut Notes<'_, '_>) {
    let mut rest = block;
    let mut is_utf8 = false;
    let mut n = 0;
    let mut dates = Dates::default();
    while let Some((record, number, value, after)) = data_set(rest) {
        rest = after;
        match (record, number) {
            (1, 90) => is_utf8 = value == UTF8,
            (2, 1..) => {
                let text = text_of(value, is_utf8);
                let name = NAMES.iter().find(|(known, _)| *known == number);
                let field =
                    name.map_or_else(|| format!("iptc.2:{number}"), |(_, name)| format!("iptc.{name}"));
                notes.say(&field, &text);
                dates.take(number, text);
                n += 1;
            }
            _ => {}
        }
        if n == FIELDS_MAX {
            return notes.too_much("IPTC");
        }
    }
    // The block is made even with zeros.
    if rest.iter().any(|byte| *byte != 0) {
        notes.damaged("IPTC");
    }
    dates.tell(notes);
}

fn data_set(block: &[u8]) -> Option<(u8, u8, &[u8], &[u8])> {
    let (head, rest) = block.split_first_chunk::<5>()?;
    let [0x1C, record, number, high, low] = *head else { return None };
    let stated = usize::from(u16::from_be_bytes([high, low]));
    // With the highest bit set, the rest is how many bytes the length has.
    let (length, rest) = if stated & 0x8000 == 0 {
        (stated, rest)
    } else {
        let (length, rest) =
            rest.split_at_checked(stated & 0x7FFF).filter(|(length, _)| length.len() <= 4)?;
        (length.iter().fold(0, |sum, byte| (sum << 8) | usize::from(*byte)), rest)
    };
    let (value, after) = rest.split_at_checked(length)?;
    Some((record, number, value, after))
}

/// UTF-8 where the block says so or where it is that all the same; else as older programs wrote.
fn text_of(value: &[u8], is_utf8: bool) -> String {
    match is_utf8 {
        true => UTF_8.decode(value).0.into_owned(),
        false => crate::names::label(value, || WINDOWS_1252.decode(value).0.into_owned()),
    }
}

/// Date and time stand in fields of their own: `20130501` and `102030+0300`.
#[derive(Default)]
struct Dates([String; 4]);

impl Dates {
    fn take(&mut self, number: u8, text: String) {
        match number {
            55 => self.0[0] = text,
            60 => self.0[1] = text,
            62 => self.0[2] = text,
            63 => self.0[3] = text,
            _ => {}
        }
    }

    fn tell(&self, notes: &mut Notes<'_, '_>) {
        let [date, time, digital_date, digital_time] = &self.0;
        for (field, date, time) in
            [("iptc.DateCreated", date, time), ("iptc.DigitalCreationDate", digital_date, digital_time)]
        {
            if let Some(moment) = Moment::read(&format!("{date}T{time}")) {
                notes.times.add(field, moment);
            }
        }
    }
}

#[cfg(test)]
mod tests;
