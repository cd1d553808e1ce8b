//! What was read out of a file: its type, its text page by page, its metadata.

use crate::Problem;

/// What kind of thing a file is, by its content and never by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Plain text in any encoding, CSV included.
    Text,
    /// A document with pages or paragraphs: PDF, DOCX.
    Document,
    /// A picture.
    Image,
    /// A container with members: zip, tar.
    Container,
    /// Anything else: kept whole, not read.
    Other,
}

impl Kind {
    /// All kinds, in the order of facets.
    pub const ALL: [Self; 5] = [Self::Document, Self::Text, Self::Image, Self::Container, Self::Other];

    /// The stable code, used in formats, facets and message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Document => "document",
            Self::Image => "image",
            Self::Container => "container",
            Self::Other => "other",
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
    /// The field's own name with its standard: `exif.DateTimeOriginal`, `docx.creator`, `pdf.Title`.
    pub name: String,
    /// The value as text.
    pub value: String,
}

/// What a tool read out of one file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The tool and its version: `isnad-extract/pdf 0.1.0`.
    pub tool: String,
    /// Settings that changed the result: `encoding=windows-1256 confidence=likely`.
    pub settings: String,
    /// The raw text, one string a page; a text file has one page; nothing where there is no text.
    pub pages: Vec<String>,
    /// Metadata, in the order found.
    pub metadata: Vec<Metadatum>,
    /// What could not be read; the file itself is kept all the same.
    pub problems: Vec<Problem>,
}
