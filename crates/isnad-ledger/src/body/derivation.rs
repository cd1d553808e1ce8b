//! What was read out of an item, and what a person said of it.

use minicbor::{Decode, Encode, bytes::ByteArray};

use super::{Object, StoredId, StoredMetadatum, StoredProblem};

/// A page as stored.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct StoredPage {
    /// Its raw text.
    #[n(0)]
    pub text: String,
    /// Its words, packed (`isnad_model::reading::Word::pack`); empty where no places are known.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub words: Vec<u8>,
    /// Words without a digit that may be a number all the same, each named by its first byte in the text.
    #[n(2)]
    pub doubtful: Vec<u32>,
}

/// See [`super::Body::Derivation`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Derivation {
    /// The item.
    #[n(0)]
    pub item: StoredId,
    /// How it was read: `text` (what the file itself holds), `ocr`, `person`, or `members` (taken out of it).
    #[n(1)]
    pub method: String,
    /// Tool and version.
    #[n(2)]
    pub tool: String,
    /// Settings: model, languages, encoding.
    #[n(3)]
    pub settings: String,
    /// The number of the first page that was read, from 1.
    #[n(4)]
    pub first_page: u32,
    /// How many pages were read, one after the other.
    #[n(5)]
    pub n_pages: u32,
    /// The pages, where they are short.
    #[n(6)]
    pub pages: Option<Vec<StoredPage>>,
    /// The object that holds the pages (CBOR array of pages), where they are long.
    #[n(7)]
    pub object: Option<Object>,
    /// Pages whose text must be read from their picture: the file holds none, or none to be trusted.
    #[n(8)]
    pub unread: Vec<u32>,
    /// Metadata in the order found.
    #[n(9)]
    pub metadata: Vec<StoredMetadatum>,
    /// What could not be read.
    #[n(10)]
    pub problems: Vec<StoredProblem>,
    /// Who read it, where a person did.
    #[n(11)]
    pub by: Option<StoredId>,
}

/// See [`super::Body::Collation`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Collation {
    /// The item.
    #[n(0)]
    pub item: StoredId,
    /// The entry of the reading that was held against the picture.
    #[n(1)]
    pub reading: u64,
    /// The page, from 1.
    #[n(2)]
    pub page: u32,
    /// The word's first byte in the text of that page in that reading.
    #[n(3)]
    pub start: u32,
    /// The byte behind its last one.
    #[n(4)]
    pub end: u32,
    /// What stands on the picture; nothing where nobody can tell.
    #[n(5)]
    pub text: Option<String>,
    /// Who looked.
    #[n(6)]
    pub by: StoredId,
}

/// See [`super::Body::Opened`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Opened {
    /// The item.
    #[n(0)]
    pub item: StoredId,
    /// Tool and version that made the copy.
    #[n(1)]
    pub tool: String,
    /// Size of the copy in bytes.
    #[n(2)]
    pub size: u64,
    /// SHA-256 of the copy.
    #[n(3)]
    pub sha256: ByteArray<32>,
    /// The object that holds the copy.
    #[n(4)]
    pub object: Object,
    /// Who knew the password.
    #[n(5)]
    pub by: StoredId,
}
