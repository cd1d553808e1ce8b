//! Claims: what is said about anyone, by whom, where, and how well.
//!
//! A record is an id and the claims about it. Nothing is overwritten: a view resolves claims and keeps what differs
//! side by side. A correction, a withdrawal and a reply are claims about claims.

use std::{fmt, str::FromStr};

use crate::{BatchId, ItemId, Millis, PrincipalId, RecordId, Sensitivity, id::NotAnId, reading::Area};

/// One claim: the batch in which it was made, and its number in it, from 0.
///
/// In an imported register the number is `row × columns + column`, so that a claim of a million rows needs no line of
/// its own anywhere.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimId {
    /// The batch.
    pub batch: BatchId,
    /// The number in it.
    pub n: u64,
}

impl fmt::Display for ClaimId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.batch, self.n)
    }
}

impl fmt::Debug for ClaimId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for ClaimId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (batch, n) = text.split_once('.').ok_or(NotAnId)?;
        // One spelling only: no sign, no zero in front.
        let parsed = n.parse::<u64>().map_err(|_| NotAnId)?;
        if parsed.to_string() != n {
            return Err(NotAnId);
        }
        Ok(Self { batch: batch.parse()?, n: parsed })
    }
}

/// What a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A record.
    Record(RecordId),
    /// Another claim: its status, its grade, a comment on it.
    Claim(ClaimId),
}

/// What is said: the words as they stand in the source, and what they were understood to mean.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Value {
    /// The original wording; never changed.
    pub raw: String,
    /// Its language (BCP 47), where known.
    pub lang: Option<String>,
    /// What it means.
    pub meaning: Meaning,
}

/// The meaning of a value. Each value carries its own type, so that a changed schema never loses a claim.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// Words.
    Text,
    /// A personal name: parts (`given`, `father`, `grandfather`, `family`, `mother`, `kunya`, …) as somebody told
    /// them apart; empty where nobody did.
    Name(Vec<(String, String)>),
    /// A date or a span of time, as EDTF (ISO 8601-2); nothing where the words could not be understood.
    Date(Option<String>),
    /// A quantity.
    Quantity(Option<Quantity>),
    /// A place: the record of it, where one was chosen.
    Place(Option<RecordId>),
    /// A number or mark that others gave: its scheme (`passport`, `branch-number`), where known.
    Identifier(Option<String>),
    /// Another record.
    Record(RecordId),
    /// Another claim.
    Claim(ClaimId),
    /// An item of the archive.
    Item(ItemId),
    /// A word of a vocabulary, by its code.
    Term(String),
    /// Yes or no.
    Flag(bool),
    /// A point on the earth (WGS 84), in millionths of a degree: latitude, longitude.
    Point(i32, i32),
    /// An address on the web.
    Url,
}

/// A number with its bounds, as decimal digits so that nothing is rounded.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// At least; equal to `max` where the number is exact.
    pub min: Option<String>,
    /// At most.
    pub max: Option<String>,
    /// Unit code, where there is one.
    pub unit: Option<String>,
}

/// Whether the source says that it is so, or that it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Polarity {
    /// It is so.
    #[default]
    Asserts,
    /// It is not so.
    Denies,
}

/// Whose words they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Wording {
    /// The speaker's own words.
    Quoted,
    /// The recorder's.
    #[default]
    Paraphrased,
}

/// How a claim came to be written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Origin {
    /// A person entered it.
    #[default]
    Person,
    /// It was imported from a table or another system.
    Import,
    /// A machine read it from a picture and a person accepted it.
    Ocr,
    /// A rule found it in a text and a person accepted it.
    Suggestion,
}

/// Where it is said.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Source {
    /// In an item of the archive, at a place.
    Item(ItemId, Box<Locator>),
    /// In another claim.
    Claim(ClaimId),
    /// Said to, or known by, the one who wrote it down; the note says how.
    Own,
}

/// The place in an item. Every part is optional; a person can find the place from those that are there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Locator {
    /// Page, from 1.
    pub page: Option<u32>,
    /// Line on the page or in the text, from 1.
    pub line: Option<u32>,
    /// The reading (ledger entry) whose words `words` counts.
    pub reading: Option<u64>,
    /// Bytes of the page's text in that reading: first, and behind the last.
    pub words: Option<(u32, u32)>,
    /// A box on the picture of the page, in ten-thousandths of its sides.
    pub area: Option<Area>,
    /// Times in a recording, in milliseconds: from, to.
    pub time_ms: Option<(u64, u64)>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Row of a table, from 1, as a reader of the file counts it.
    pub row: Option<u64>,
    /// Column of a table, from 1.
    pub column: Option<u32>,
    /// The words that stand there.
    pub quote: Option<String>,
}

/// When it held, as the Security Force Monitor tells it: the first and last dates that a source gives, whether each is
/// known precisely, and whether it began or ended then rather than being seen then.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Valid {
    /// First date, EDTF.
    pub first: Option<String>,
    /// Whether `first` is exact.
    pub first_precise: bool,
    /// Last date, EDTF.
    pub last: Option<String>,
    /// Whether `last` is exact.
    pub last_precise: bool,
    /// Whether it began on `first`.
    pub starting: bool,
    /// Whether it ended on `last`.
    pub ending: bool,
}

/// A grade of the Admiralty code: the source's reliability and the information's credibility, each on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Grade {
    /// `A` (reliable) to `F` (cannot be judged).
    pub source: Option<char>,
    /// 1 (confirmed) to 6 (cannot be judged).
    pub information: Option<u8>,
}

/// What a claim does to an earlier one. The earlier one stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// The same source says it anew.
    Supersedes,
    /// It was written down wrongly.
    Corrects,
    /// The one who said it takes it back.
    Withdraws,
    /// Another party answers it.
    RepliesTo,
}

/// A claim as it is made: what a form, a selection in a document or an import says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Said {
    /// About what.
    pub subject: Subject,
    /// The property, by its id in the schema.
    pub property: String,
    /// The value.
    pub value: Value,
    /// So, or not so.
    pub polarity: Polarity,
    /// Where.
    pub source: Source,
    /// By whom, where it is a record.
    pub speaker: Option<RecordId>,
    /// Quoted or paraphrased.
    pub wording: Wording,
    /// When it was said, EDTF.
    pub said_on: Option<String>,
    /// When it held.
    pub valid: Valid,
    /// How good it is.
    pub grade: Grade,
    /// Who may see it.
    pub sensitivity: Sensitivity,
    /// What it does to an earlier claim.
    pub relation: Option<(Relation, ClaimId)>,
    /// How it came to be written down.
    pub origin: Origin,
    /// A word of the recorder's.
    pub note: Option<String>,
}

/// A claim as it stands in the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Its id.
    pub id: ClaimId,
    /// What is said.
    pub said: Said,
    /// Who wrote it down.
    pub by: PrincipalId,
    /// When, by the machine's clock.
    pub at: Millis,
    /// The ledger entry.
    pub entry: u64,
}

macro_rules! codes {
    ($name:ident { $($variant:ident => $code:literal),+ $(,)? }) => {
        impl $name {
            /// All, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code, used in formats, forms and message keys.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Reads a code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.code() == code)
            }
        }
    };
}

codes!(Polarity { Asserts => "asserts", Denies => "denies" });
codes!(Wording { Quoted => "quoted", Paraphrased => "paraphrased" });
codes!(Origin { Person => "person", Import => "import", Ocr => "ocr", Suggestion => "suggestion" });
codes!(Relation {
    Supersedes => "supersedes", Corrects => "corrects", Withdraws => "withdraws", RepliesTo => "replies-to",
});

impl Value {
    /// A value of words.
    pub fn text(raw: impl Into<String>) -> Self {
        Self { raw: raw.into(), lang: None, meaning: Meaning::Text }
    }
}

impl Said {
    /// A claim with nothing but its subject, property, value and source; the rest as a form leaves it.
    pub fn new(subject: Subject, property: impl Into<String>, value: Value, source: Source) -> Self {
        Self {
            subject,
            property: property.into(),
            value,
            polarity: Polarity::default(),
            source,
            speaker: None,
            wording: Wording::default(),
            said_on: None,
            valid: Valid::default(),
            grade: Grade::default(),
            sensitivity: Sensitivity::default(),
            relation: None,
            origin: Origin::default(),
            note: None,
        }
    }
}

#[cfg(test)]
mod tests;
