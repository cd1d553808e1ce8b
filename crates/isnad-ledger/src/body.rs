//! Bodies of entries: the only things that change what is true. Frozen once written: new meaning, new variant.

use isnad_crypto::hash::Hash;
use minicbor::{Decode, Encode, bytes::ByteArray};

use crate::canonical;

/// An id of ten bytes, as stored.
pub type StoredId = ByteArray<10>;

/// What an entry says. The number of a variant is its kind code and never changes.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Body {
    /// The archive began.
    #[n(0)]
    ArchiveCreated(#[n(0)] ArchiveCreated),
    /// Somebody may act here.
    #[n(1)]
    PrincipalAdded(#[n(0)] PrincipalAdded),
    /// A device key took over: the first one, or the one after a restored backup.
    #[n(2)]
    DeviceEpoch(#[n(0)] DeviceEpoch),
    /// Material began to come in.
    #[n(3)]
    AccessionOpened(#[n(0)] AccessionOpened),
    /// A thing was kept.
    #[n(4)]
    ItemKept(#[n(0)] ItemKept),
    /// A thing was not kept, and why.
    #[n(5)]
    ItemRefused(#[n(0)] ItemRefused),
    /// Text and metadata were read out of an item. Written no more: [`Body::Derivation`] says it with places.
    #[n(6)]
    Reading(#[n(0)] Reading),
    /// The accession is complete; the count is proved.
    #[n(7)]
    AccessionClosed(#[n(0)] AccessionClosed),
    /// Something happened to an item's custody.
    #[n(8)]
    Custody(#[n(0)] Custody),
    /// The whole archive was checked.
    #[n(9)]
    FixityCheck(#[n(0)] FixityCheck),
    /// Text with the places of its words and metadata were read out of an item, or its members out of a container
    /// (PREMIS: derivation).
    #[n(10)]
    Derivation(#[n(0)] Derivation),
    /// A person held a word of a reading against the picture.
    #[n(11)]
    Collation(#[n(0)] Collation),
    /// A copy of a locked item was made without its lock.
    #[n(12)]
    Opened(#[n(0)] Opened),
    /// Claims were made, and records begun.
    #[n(13)]
    Claims(#[n(0)] Claims),
    /// A table was taken in whole: every cell of it is a claim, and one signature covers them all.
    #[n(14)]
    Register(#[n(0)] Register),
    /// Rows of a register were not kept, and why.
    #[n(15)]
    RowsRefused(#[n(0)] RowsRefused),
    /// The organisation's own kinds, properties and words.
    #[n(16)]
    SchemaAdopted(#[n(0)] SchemaAdopted),
}

impl Body {
    /// The kind code that stands in the leaf.
    pub const fn kind(&self) -> u8 {
        match self {
            Self::ArchiveCreated(_) => 0,
            Self::PrincipalAdded(_) => 1,
            Self::DeviceEpoch(_) => 2,
            Self::AccessionOpened(_) => 3,
            Self::ItemKept(_) => 4,
            Self::ItemRefused(_) => 5,
            Self::Reading(_) => 6,
            Self::AccessionClosed(_) => 7,
            Self::Custody(_) => 8,
            Self::FixityCheck(_) => 9,
            Self::Derivation(_) => 10,
            Self::Collation(_) => 11,
            Self::Opened(_) => 12,
            Self::Claims(_) => 13,
            Self::Register(_) => 14,
            Self::RowsRefused(_) => 15,
            Self::SchemaAdopted(_) => 16,
        }
    }

    /// The stored bytes.
    pub fn encode(&self) -> Vec<u8> {
        canonical::encode(self)
    }

    /// Reads stored bytes; another version or a second encoding is refused.
    pub fn decode(bytes: &[u8]) -> Result<Self, canonical::NotCanonical> {
        canonical::decode(bytes)
    }
}

/// The code of a kind, for message keys (`entry-CODE`) and JSON.
pub const fn kind_code(kind: u8) -> &'static str {
    match kind {
        0 => "archive-created",
        1 => "principal-added",
        2 => "device-epoch",
        3 => "accession-opened",
        4 => "item-kept",
        5 => "item-refused",
        6 => "reading",
        7 => "accession-closed",
        8 => "custody",
        9 => "fixity-check",
        10 => "derivation",
        11 => "collation",
        12 => "opened",
        13 => "claims",
        14 => "register",
        15 => "rows-refused",
        16 => "schema-adopted",
        _ => "unknown",
    }
}

/// See [`Body::ArchiveCreated`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ArchiveCreated {
    /// The archive's own name.
    #[n(0)]
    pub name: String,
    /// The archive's public key; the log's origin is made from it.
    #[n(1)]
    pub public: ByteArray<32>,
}

/// See [`Body::PrincipalAdded`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct PrincipalAdded {
    /// Its id.
    #[n(0)]
    pub id: StoredId,
    /// The name it signs in with.
    #[n(1)]
    pub name: String,
    /// Role code.
    #[n(2)]
    pub role: String,
    /// Who added it; nobody for the first.
    #[n(3)]
    pub by: Option<StoredId>,
}

/// See [`Body::DeviceEpoch`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct DeviceEpoch {
    /// From 1.
    #[n(0)]
    pub epoch: u32,
    /// The device's public key.
    #[n(1)]
    pub public: ByteArray<32>,
    /// `first` or `restored`.
    #[n(2)]
    pub reason: String,
}

/// See [`Body::AccessionOpened`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct AccessionOpened {
    /// Its id.
    #[n(0)]
    pub id: StoredId,
    /// From whom.
    #[n(1)]
    pub from_whom: String,
    /// When it was received, in words.
    #[n(2)]
    pub when: String,
    /// Where.
    #[n(3)]
    pub where_: String,
    /// How.
    #[n(4)]
    pub how: String,
    /// On whose authority.
    #[n(5)]
    pub authority: String,
    /// Custody notes.
    #[n(6)]
    pub notes: String,
    /// Sensitivity code.
    #[n(7)]
    pub sensitivity: String,
    /// Who took it in.
    #[n(8)]
    pub by: StoredId,
    /// The paths named, as bytes; empty for an upload.
    #[n(9)]
    pub sources: Vec<minicbor::bytes::ByteVec>,
}

/// Where the bytes of an item lie and with which key they open.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Object {
    /// The address in the vault: SHA-256 of the age file.
    #[n(0)]
    pub address: ByteArray<32>,
    /// The object's own age identity, printed.
    #[n(1)]
    pub key: String,
}

/// See [`Body::ItemKept`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ItemKept {
    /// Its id.
    #[n(0)]
    pub id: StoredId,
    /// Its accession.
    #[n(1)]
    pub accession: StoredId,
    /// Path as received, byte for byte; members after `!/`.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub path: Vec<u8>,
    /// Size in bytes.
    #[n(3)]
    pub size: u64,
    /// SHA-256 of the bytes.
    #[n(4)]
    pub sha256: ByteArray<32>,
    /// BLAKE3 of the bytes.
    #[n(5)]
    pub blake3: ByteArray<32>,
    /// The object that holds the bytes.
    #[n(6)]
    pub object: Object,
    /// Kind code.
    #[n(7)]
    pub kind: String,
    /// Media type by content.
    #[n(8)]
    pub media_type: String,
    /// File time as received, in milliseconds since 1970.
    #[n(9)]
    pub modified: Option<i64>,
    /// The container it was in.
    #[n(10)]
    pub parent: Option<StoredId>,
    /// Sensitivity code.
    #[n(11)]
    pub sensitivity: String,
    /// Whether the archive already held the bytes.
    #[n(12)]
    pub duplicate: bool,
}

impl ItemKept {
    /// The address of the object.
    pub fn address(&self) -> Hash {
        *self.object.address
    }
}

/// A problem as stored.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct StoredProblem {
    /// Its code.
    #[n(0)]
    pub code: String,
    /// Its arguments.
    #[n(1)]
    pub args: Vec<StoredArg>,
}

/// An argument as stored: one of the two values is there.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct StoredArg {
    /// Name.
    #[n(0)]
    pub name: String,
    /// Text.
    #[n(1)]
    pub text: Option<String>,
    /// Count.
    #[n(2)]
    pub number: Option<u64>,
}

/// See [`Body::ItemRefused`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ItemRefused {
    /// Its accession.
    #[n(0)]
    pub accession: StoredId,
    /// Path as received, byte for byte.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub path: Vec<u8>,
    /// Why.
    #[n(2)]
    pub problem: StoredProblem,
}

/// A metadata value as stored.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct StoredMetadatum {
    /// Field name.
    #[n(0)]
    pub name: String,
    /// Value.
    #[n(1)]
    pub value: String,
}

/// See [`Body::Reading`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Reading {
    /// The item.
    #[n(0)]
    pub item: StoredId,
    /// Tool and version.
    #[n(1)]
    pub tool: String,
    /// Settings.
    #[n(2)]
    pub settings: String,
    /// Number of pages with text.
    #[n(3)]
    pub n_pages: u32,
    /// The text page by page, where it is short.
    #[n(4)]
    pub pages: Option<Vec<String>>,
    /// The object that holds the text page by page (CBOR array of strings), where it is long.
    #[n(5)]
    pub object: Option<Object>,
    /// Metadata in the order found.
    #[n(6)]
    pub metadata: Vec<StoredMetadatum>,
    /// What could not be read.
    #[n(7)]
    pub problems: Vec<StoredProblem>,
}

/// See [`Body::AccessionClosed`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct AccessionClosed {
    /// Its id.
    #[n(0)]
    pub id: StoredId,
    /// Things found.
    #[n(1)]
    pub received: u64,
    /// Things kept.
    #[n(2)]
    pub kept: u64,
    /// Of these, already held.
    #[n(3)]
    pub duplicates: u64,
    /// Things refused.
    #[n(4)]
    pub refused: u64,
}

/// See [`Body::Custody`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Custody {
    /// The item.
    #[n(0)]
    pub item: StoredId,
    /// PREMIS event type code: `dissemination`.
    #[n(1)]
    pub event: String,
    /// Who did it.
    #[n(2)]
    pub by: StoredId,
}

/// See [`Body::FixityCheck`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct FixityCheck {
    /// Whether nothing was altered.
    #[n(0)]
    pub ok: bool,
    /// Entries checked.
    #[n(1)]
    pub entries: u64,
    /// Objects checked.
    #[n(2)]
    pub objects: u64,
    /// Findings that say altered.
    #[n(3)]
    pub altered: u64,
}

mod claims;
mod derivation;

pub use claims::{
    Claims, RefusedRow, Register, RegisterBlock, RowsRefused, SchemaAdopted, StoredClaim, StoredLocator,
    StoredMeaning, StoredQuantity, StoredRecord, StoredRelation, StoredRow, StoredSource, StoredSubject,
    StoredValid,
};
pub use derivation::{Collation, Derivation, Opened, StoredPage};

#[cfg(test)]
mod tests;
