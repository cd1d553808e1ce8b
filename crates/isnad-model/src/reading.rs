//! What was read out of a file: its type, its text page by page, its metadata.

use crate::Problem;

/// What kind of thing a file is, by its content and never by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Plain text in any encoding, HTML included.
    Text,
    /// A document with pages or paragraphs: PDF, DOCX.
    Document,
    /// A table or several: XLSX, ODS, CSV.
    Table,
    /// A message, with its attachments as members: EML, MSG.
    Mail,
    /// A picture.
    Image,
    /// Sound alone.
    Audio,
    /// Moving pictures.
    Video,
    /// A container with members: zip, tar, a mailbox.
    Container,
    /// Anything else: kept whole, not read.
    Other,
    /// No file, but a record: what is said about somebody or something. Found beside files, and never read out of one.
    Record,
}

impl Kind {
    /// All kinds, in the order of facets.
    pub const ALL: [Self; 10] = [
        Self::Record,
        Self::Document,
        Self::Text,
        Self::Table,
        Self::Mail,
        Self::Image,
        Self::Audio,
        Self::Video,
        Self::Container,
        Self::Other,
    ];

    /// The stable code, used in formats, facets and message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Document => "document",
            Self::Table => "table",
            Self::Mail => "mail",
            Self::Audio => "audio",
            Self::Video => "video",
            Self::Image => "image",
            Self::Container => "container",
            Self::Other => "other",
            Self::Record => "record",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.code() == code)
    }
}

/// One metadata value found inside a file, as the file says it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Metadatum {
    /// The field's own name with its standard: `exif.DateTimeOriginal`, `dc.creator`, `pdf.Title`.
    pub name: String,
    /// The value as text.
    pub value: String,
}

/// Where something stands on a page, in ten-thousandths of the page's width and height, from its top left corner.
///
/// A word keeps its place whatever the size at which the page is drawn; on an A4 page one part is 0.02 mm wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Area {
    /// From the left edge of the page to the left edge of the thing.
    pub left: u16,
    /// From the top edge of the page to the top edge of the thing.
    pub top: u16,
    /// To its right edge from its left one.
    pub width: u16,
    /// To its bottom edge from its top one.
    pub height: u16,
}

impl Area {
    /// Parts to the width and to the height of a page.
    pub const WHOLE: f64 = 10_000.0;

    /// Where it stands once the page is turned clockwise by so many quarters.
    pub fn turned(self, quarters: u8) -> Self {
        let Self { left, top, width, height } = self;
        let from_end =
            |start: u16, length: u16| (Self::WHOLE as u16).saturating_sub(start.saturating_add(length));
        match quarters % 4 {
            1 => Self { left: from_end(top, height), top: left, width: height, height: width },
            2 => Self { left: from_end(left, width), top: from_end(top, height), width, height },
            3 => Self { left: top, top: from_end(left, width), width: height, height: width },
            _ => self,
        }
    }
}

/// A word of a page: which bytes of the page's text it is, and where it stands on the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Word {
    /// Its first byte in the text of its page.
    pub start: u32,
    /// The byte behind its last one.
    pub end: u32,
    /// Where it stands.
    pub area: Area,
    /// How sure the tool is, from 0 to 100; nothing where a tool does not guess.
    pub confidence: Option<u8>,
}

impl Word {
    /// The size of a packed word.
    pub const BYTES: usize = 17;
    const NO_CONFIDENCE: u8 = u8::MAX;

    /// Packed: start and end as `u32`, the four sides as `u16`, confidence as `u8` (255 is none), little-endian.
    pub fn pack(self) -> [u8; Self::BYTES] {
        let Area { left, top, width, height } = self.area;
        let mut packed = [0; Self::BYTES];
        packed[..4].copy_from_slice(&self.start.to_le_bytes());
        packed[4..8].copy_from_slice(&self.end.to_le_bytes());
        for (side, at) in [left, top, width, height].into_iter().zip([8, 10, 12, 14]) {
            packed[at..at + 2].copy_from_slice(&side.to_le_bytes());
        }
        packed[16] = self.confidence.unwrap_or(Self::NO_CONFIDENCE);
        packed
    }

    /// The words that are packed in these bytes.
    ///
    /// Nothing if the length is not of whole words, or if a word does not lie within `text`, in order.
    pub fn unpack(bytes: &[u8], text: &str) -> Option<Vec<Self>> {
        let (rows, rest) = bytes.as_chunks::<{ Self::BYTES }>();
        let mut reached = 0;
        let words = rows.iter().map(|row| {
            let word = Self::of_row(row);
            let is_sound = reached <= word.start && word.start < word.end;
            reached = word.end;
            let is_within = text.get(word.start as usize..word.end as usize).is_some();
            (is_sound && is_within).then_some(word)
        });
        let words = words.collect::<Option<Vec<_>>>()?;
        rest.is_empty().then_some(words)
    }

    fn of_row(row: &[u8; Self::BYTES]) -> Self {
        let long = |at: usize| u32::from_le_bytes([row[at], row[at + 1], row[at + 2], row[at + 3]]);
        let short = |at: usize| u16::from_le_bytes([row[at], row[at + 1]]);
        Self {
            start: long(0),
            end: long(4),
            area: Area { left: short(8), top: short(10), width: short(12), height: short(14) },
            confidence: Some(row[16]).filter(|sure| *sure != Self::NO_CONFIDENCE),
        }
    }
}

/// A page as it was read: its raw text, and where each word of it stands, if that is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The raw text.
    pub text: String,
    /// Its words in the order of the text; empty for a format without places, such as plain text.
    pub words: Vec<Word>,
}

impl<T: Into<String>> From<T> for Page {
    fn from(text: T) -> Self {
        Self { text: text.into(), words: Vec::new() }
    }
}

/// How a page was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// What the file itself holds.
    Text,
    /// From the picture, by a machine.
    Ocr,
    /// From the picture, by a person.
    Person,
    /// Not read: its members were taken out.
    Members,
}

impl Method {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Text, Self::Ocr, Self::Person, Self::Members];

    /// The stable code, used in formats and message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Ocr => "ocr",
            Self::Person => "person",
            Self::Members => "members",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.code() == code)
    }
}

/// What a tool read out of one file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The tool and its version: `isnad-extract/pdf 0.1.0`.
    pub tool: String,
    /// Settings that changed the result: `encoding=windows-1256 confidence=likely`.
    pub settings: String,
    /// The pages in order; a text file has one page; nothing where there is no text.
    pub pages: Vec<Page>,
    /// Metadata, in the order found.
    pub metadata: Vec<Metadatum>,
    /// What could not be read; the file itself is kept all the same.
    pub problems: Vec<Problem>,
}

#[cfg(test)]
mod tests;
