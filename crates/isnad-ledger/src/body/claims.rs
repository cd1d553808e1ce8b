//! What is said about anyone: claims made one by one, registers taken in whole, and the schema that describes them.

use minicbor::{Decode, Encode, bytes::ByteArray};

use super::{Object, StoredId};
use crate::canonical;

/// See [`super::Body::Claims`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Claims {
    /// The batch; a claim's id is the batch and its place in `claims`.
    #[n(0)]
    pub batch: StoredId,
    /// Who wrote them down.
    #[n(1)]
    pub by: StoredId,
    /// Records that begin with this batch.
    #[n(2)]
    pub records: Vec<StoredRecord>,
    /// The claims, in order.
    #[n(3)]
    pub claims: Vec<StoredClaim>,
}

/// A record that begins.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct StoredRecord {
    /// Its id.
    #[n(0)]
    pub id: StoredId,
    /// Its kind, by its id in the schema.
    #[n(1)]
    pub kind: String,
    /// Sensitivity code.
    #[n(2)]
    pub sensitivity: String,
}

/// What a claim is about, as stored.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum StoredSubject {
    /// A record.
    #[n(0)]
    Record(#[n(0)] StoredId),
    /// A claim: its batch, and its number in it.
    #[n(1)]
    Claim(#[n(0)] StoredId, #[n(1)] u64),
}

/// A claim as stored. Codes and not numbers name polarity, wording, relation and origin: a reader of the bytes needs no table.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct StoredClaim {
    /// About what.
    #[n(0)]
    pub subject: StoredSubject,
    /// The property, by its id in the schema.
    #[n(1)]
    pub property: String,
    /// The original wording.
    #[n(2)]
    pub raw: String,
    /// Its language (BCP 47), where known.
    #[n(3)]
    pub lang: Option<String>,
    /// What it means.
    #[n(4)]
    pub meaning: StoredMeaning,
    /// `asserts` or `denies`.
    #[n(5)]
    pub polarity: String,
    /// Where it is said.
    #[n(6)]
    pub source: StoredSource,
    /// By whom, where it is a record.
    #[n(7)]
    pub speaker: Option<StoredId>,
    /// `quoted` or `paraphrased`.
    #[n(8)]
    pub wording: String,
    /// When it was said, EDTF.
    #[n(9)]
    pub said_on: Option<String>,
    /// When it held.
    #[n(10)]
    pub valid: Option<StoredValid>,
    /// Reliability of the source, `A` to `F`.
    #[n(11)]
    pub grade_source: Option<String>,
    /// Credibility of the information, 1 to 6.
    #[n(12)]
    pub grade_information: Option<u8>,
    /// Sensitivity code.
    #[n(13)]
    pub sensitivity: String,
    /// What it does to an earlier claim.
    #[n(14)]
    pub relation: Option<StoredRelation>,
    /// `person`, `import`, `ocr` or `suggestion`.
    #[n(15)]
    pub origin: String,
    /// A word of the recorder's.
    #[n(16)]
    pub note: Option<String>,
}

/// What a value means, as stored.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum StoredMeaning {
    /// Words.
    #[n(0)]
    Text,
    /// A personal name, and its parts where somebody told them apart.
    #[n(1)]
    Name(#[n(0)] Vec<(String, String)>),
    /// A date as EDTF.
    #[n(2)]
    Date(#[n(0)] Option<String>),
    /// A quantity: at least, at most, unit.
    #[n(3)]
    Quantity(#[n(0)] Option<StoredQuantity>),
    /// A place, and its record.
    #[n(4)]
    Place(#[n(0)] Option<StoredId>),
    /// A number or mark that others gave, and its scheme.
    #[n(5)]
    Identifier(#[n(0)] Option<String>),
    /// A record.
    #[n(6)]
    Record(#[n(0)] StoredId),
    /// A claim: its batch, and its number in it.
    #[n(7)]
    Claim(#[n(0)] StoredId, #[n(1)] u64),
    /// An item.
    #[n(8)]
    Item(#[n(0)] StoredId),
    /// A word of a vocabulary.
    #[n(9)]
    Term(#[n(0)] String),
    /// Yes or no.
    #[n(10)]
    Flag(#[n(0)] bool),
    /// Latitude and longitude in millionths of a degree.
    #[n(11)]
    Point(#[n(0)] i32, #[n(1)] i32),
    /// An address on the web.
    #[n(12)]
    Url,
}

/// A quantity as stored, in decimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct StoredQuantity {
    /// At least.
    #[n(0)]
    pub min: Option<String>,
    /// At most.
    #[n(1)]
    pub max: Option<String>,
    /// Unit code.
    #[n(2)]
    pub unit: Option<String>,
}

/// Where a claim is said, as stored.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum StoredSource {
    /// In an item, at a place.
    #[n(0)]
    Item(#[n(0)] StoredId, #[n(1)] StoredLocator),
    /// In a claim: its batch, and its number in it.
    #[n(1)]
    Claim(#[n(0)] StoredId, #[n(1)] u64),
    /// By the one who wrote it down.
    #[n(2)]
    Own,
}

/// The place in an item, as stored.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct StoredLocator {
    /// Page, from 1.
    #[n(0)]
    pub page: Option<u32>,
    /// Line, from 1.
    #[n(1)]
    pub line: Option<u32>,
    /// The entry of the reading whose bytes `words` counts.
    #[n(2)]
    pub reading: Option<u64>,
    /// Bytes of the page's text in that reading: first, and behind the last.
    #[n(3)]
    pub words: Option<(u32, u32)>,
    /// A box on the page's picture in ten-thousandths of its sides: left, top, width, height.
    #[n(4)]
    pub area: Option<(u16, u16, u16, u16)>,
    /// Times in a recording in milliseconds.
    #[n(5)]
    pub time_ms: Option<(u64, u64)>,
    /// Sheet of a workbook.
    #[n(6)]
    pub sheet: Option<String>,
    /// Row of a table, from 1.
    #[n(7)]
    pub row: Option<u64>,
    /// Column of a table, from 1.
    #[n(8)]
    pub column: Option<u32>,
    /// The words that stand there.
    #[n(9)]
    pub quote: Option<String>,
}

/// When a claim holds, as stored.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct StoredValid {
    /// First date, EDTF.
    #[n(0)]
    pub first: Option<String>,
    /// Whether it is exact.
    #[n(1)]
    pub first_precise: bool,
    /// Last date, EDTF.
    #[n(2)]
    pub last: Option<String>,
    /// Whether it is exact.
    #[n(3)]
    pub last_precise: bool,
    /// Whether it began then.
    #[n(4)]
    pub starting: bool,
    /// Whether it ended then.
    #[n(5)]
    pub ending: bool,
}

/// What a claim does to an earlier one, as stored.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct StoredRelation {
    /// `supersedes`, `corrects`, `withdraws` or `replies-to`.
    #[n(0)]
    pub how: String,
    /// The earlier claim's batch.
    #[n(1)]
    pub batch: StoredId,
    /// Its number in it.
    #[n(2)]
    pub n: u64,
}

/// See [`super::Body::Register`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Register {
    /// The batch; the claim of a cell is the batch and `row × columns + column`, both from 0.
    #[n(0)]
    pub batch: StoredId,
    /// Who took it in.
    #[n(1)]
    pub by: StoredId,
    /// The item that holds the table.
    #[n(2)]
    pub item: StoredId,
    /// The sheet of it.
    #[n(3)]
    pub sheet: Option<String>,
    /// The name under which the same register is known when it comes again.
    #[n(4)]
    pub dataset: String,
    /// The kind of record that a row describes.
    #[n(5)]
    pub kind: String,
    /// Sensitivity code of the records and their claims.
    #[n(6)]
    pub sensitivity: String,
    /// What each column says, in TOML.
    #[n(7)]
    pub map: String,
    /// The columns as the table names them.
    #[n(8)]
    pub columns: Vec<String>,
    /// Rows of the table.
    #[n(9)]
    pub received: u64,
    /// Rows kept in this batch.
    #[n(10)]
    pub kept: u64,
    /// Rows that said word for word what the archive held already.
    #[n(11)]
    pub known: u64,
    /// Rows refused.
    #[n(12)]
    pub refused: u64,
    /// What ids of records are derived with, together with the key cells of a row; one for each dataset.
    #[n(13)]
    pub id_salt: ByteArray<32>,
    /// What the salts of the rows are derived with.
    #[n(14)]
    pub row_salt: ByteArray<32>,
    /// The Merkle root (RFC 6962) over the salted commitments of the kept rows.
    #[n(15)]
    pub root: ByteArray<32>,
    /// The rows, in blocks that open one by one.
    #[n(16)]
    pub blocks: Vec<RegisterBlock>,
}

/// Some rows of a register, one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct RegisterBlock {
    /// The object that holds them: a CBOR array of [`StoredRow`]s.
    #[n(0)]
    pub object: Object,
    /// How many.
    #[n(1)]
    pub n_rows: u32,
}

/// A row of a register as stored.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct StoredRow {
    /// Its number in the table, from 1, as a reader of the file counts it.
    #[n(0)]
    pub number: u64,
    /// The record that it describes.
    #[n(1)]
    pub record: StoredId,
    /// The cells as they stand; an empty one says nothing.
    #[n(2)]
    pub cells: Vec<String>,
}

/// See [`super::Body::RowsRefused`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct RowsRefused {
    /// The batch of the register.
    #[n(0)]
    pub batch: StoredId,
    /// Each row, and why.
    #[n(1)]
    pub rows: Vec<RefusedRow>,
}

/// A row that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct RefusedRow {
    /// Its number in the table, from 1.
    #[n(0)]
    pub number: u64,
    /// Why.
    #[n(1)]
    pub problem: super::StoredProblem,
    /// Its cells as they stand.
    #[n(2)]
    pub cells: Vec<String>,
}

/// See [`super::Body::SchemaAdopted`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct SchemaAdopted {
    /// Who adopted it.
    #[n(0)]
    pub by: StoredId,
    /// The files, each with its name and its text; they replace those adopted before.
    #[n(1)]
    pub files: Vec<(String, String)>,
}

impl StoredRow {
    /// The stored bytes of a block of rows.
    pub fn encode_block(rows: &[Self]) -> Vec<u8> {
        canonical::encode(&rows)
    }

    /// All rows of a block.
    ///
    /// # Errors
    /// Where the bytes are not such a block.
    pub fn decode_block(bytes: &[u8]) -> Result<Vec<Self>, canonical::NotCanonical> {
        canonical::decode(bytes)
    }

    /// One row of a block, from 0, without reading those before it.
    pub fn nth(block: &[u8], n: u64) -> Option<Self> {
        let mut decoder = minicbor::Decoder::new(block);
        let len = decoder.array().ok()??;
        if n >= len {
            return None;
        }
        (0..n).try_for_each(|_| decoder.skip()).ok()?;
        decoder.decode().ok()
    }
}
