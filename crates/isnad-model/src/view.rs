//! What a page shows: plain values that the engine fills and the faces draw.

use crate::{
    AccessionId, ItemId, Millis, PrincipalId, Problem, Sensitivity,
    intake::{Count, Provenance, Refusal},
    reading::{Kind, Metadatum, Method},
};

mod page;
mod record;

pub use page::{History, ItemHead, PageReading, PageView, Said, Vouch, WaitingNumber, WordState, WordView};
pub use record::{ClaimView, LinkView, RecordLine, RecordView, Remark};

/// A principal as pages show them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrincipalView {
    /// Its id.
    pub id: PrincipalId,
    /// The name it chose.
    pub name: String,
    /// Whether it keeps the archive (sees sealed material, adds people).
    pub keeper: bool,
}

/// An accession in a list or on its own page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessionView {
    /// Its id.
    pub id: AccessionId,
    /// What was said when it came in.
    pub provenance: Provenance,
    /// When it was opened, by the machine's clock.
    pub opened_at: Millis,
    /// Whether it was finished; an unfinished one goes on when the same paths are taken in again.
    pub closed: bool,
    /// The count so far.
    pub count: Count,
    /// Who took it in.
    pub by: String,
    /// The ledger entry that opened it.
    pub entry: u64,
}

/// One reading of an item (a derivation), without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingView {
    /// How it was read.
    pub method: Method,
    /// Tool and version.
    pub tool: String,
    /// Settings.
    pub settings: String,
    /// The number of its first page.
    pub first_page: u32,
    /// How many pages it has.
    pub n_pages: u32,
    /// Who read it, where a person did.
    pub by: Option<String>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// The ledger entry.
    pub entry: u64,
}

/// An item in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemLine {
    /// Its id.
    pub id: ItemId,
    /// Path within its accession, made printable; members after `!/`.
    pub path: String,
    /// The same path byte for byte, as it was received.
    pub path_bytes: Vec<u8>,
    /// Kind.
    pub kind: Kind,
    /// Media type by content.
    pub media_type: String,
    /// Size in bytes.
    pub size_bytes: u64,
}

/// One knot of the isnad: a hand or a step that the item passed through, or a seal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knot {
    /// Stable code; words are `knot-CODE` (who) and `knot-CODE-how`.
    pub code: &'static str,
    /// Arguments for the words.
    pub args: Vec<(&'static str, crate::Arg)>,
    /// When, where a clock said so.
    pub at: Option<Millis>,
    /// A hash or a number to show left to right, whole.
    pub mono: Option<String>,
    /// Whether this is the seal at the end.
    pub seal: bool,
    /// Whether this step was checked just now and is in order; `None` where nothing can be checked.
    pub ok: Option<bool>,
}

/// Everything about one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemView {
    /// The line of lists.
    pub line: ItemLine,
    /// Its label.
    pub sensitivity: Sensitivity,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// BLAKE3 of its bytes, hexadecimal.
    pub blake3: String,
    /// Name as received, byte for byte where it was not text, with controls shown; for a tool-tip.
    pub original_name: String,
    /// File time as received, if any.
    pub modified_at: Option<Millis>,
    /// Its accession.
    pub accession: AccessionView,
    /// The container it came in.
    pub parent: Option<ItemLine>,
    /// Members, of a container or of a message.
    pub members: Vec<ItemLine>,
    /// Whether it, or something in it, is locked by a password that nobody has given yet.
    pub is_locked: bool,
    /// Readings, newest last.
    pub readings: Vec<ReadingView>,
    /// Metadata of the newest reading of the item itself.
    pub metadata: Vec<Metadatum>,
    /// From the hand it came from down to the sealed bytes.
    pub isnad: Vec<Knot>,
    /// Index of the ledger entry that keeps it.
    pub entry: u64,
}

/// An item that has the same bytes as another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameBytes {
    /// Its id.
    pub id: ItemId,
    /// Its accession.
    pub accession: AccessionId,
    /// Path within its accession, made printable.
    pub path: String,
}

/// A piece of a body's notation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notation {
    /// Brackets, numbers, names of ours: it reads from left to right.
    Structure(String),
    /// Text from outside, which has a direction of its own.
    Text(String),
    /// A key, which is not shown.
    Withheld,
}

/// One ledger entry, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryView {
    /// Index in the log, from 0.
    pub index: u64,
    /// Kind code (`item-kept`); words are `entry-CODE`.
    pub kind: String,
    /// Claimed time of the act.
    pub at: Millis,
    /// Printed id of the device key that signed.
    pub device: String,
    /// Signature of the act, hexadecimal.
    pub signature: String,
    /// The leaf as it stands in the log, hexadecimal.
    pub leaf: String,
    /// Leaf hash, hexadecimal.
    pub leaf_hash: String,
    /// Inclusion proof, from the leaf up, hexadecimal.
    pub proof: Vec<String>,
    /// The checkpoint that the proof leads to, whole.
    pub checkpoint: String,
    /// The body in diagnostic notation (RFC 8949 §8), or nothing where it was erased.
    pub body: Option<Vec<Notation>>,
    /// Whether signature, commitment and proof were checked just now and hold.
    pub ok: bool,
}

/// Numbers for the home page and `isnad status`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Status {
    /// The archive's own name.
    pub name: String,
    /// Archive id (the log's origin line).
    pub origin: String,
    /// Over all accessions.
    pub count: Count,
    /// Entries sealed.
    pub n_entries: u64,
    /// Distinct objects in the vault.
    pub n_objects: u64,
    /// Bytes of the items as received.
    pub size_bytes: u64,
    /// Items kept whose content could not be fully read.
    pub n_unread: u64,
    /// Pages whose text must still be read from their picture.
    pub n_pages_waiting: u64,
    /// Numbers that a machine read from a picture and nobody has held against it yet.
    pub n_numbers_waiting: u64,
    /// Accessions begun and not finished.
    pub n_unfinished: u64,
    /// Claimed time of the newest act.
    pub last_at: Option<Millis>,
    /// The last whole verification, if one was recorded: time and whether it was in order.
    pub verified: Option<(Millis, bool)>,
    /// Root of the newest checkpoint, base 64.
    pub root: String,
}

/// How grave a finding of a verification is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// Worth knowing; evidence is whole.
    Note,
    /// Evidence, ledger or keyring was altered, damaged or is missing.
    Altered,
}

/// One finding of `verify`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How grave.
    pub gravity: Gravity,
    /// What is wrong; words are `problem-CODE` (what), `problem-CODE-means`, `problem-CODE-next`.
    pub problem: Problem,
    /// The file, relative to the archive, or empty.
    pub file: String,
    /// Which items live in that file, where it is an object of the vault.
    pub holds: Holds,
}

/// An item by what a person knows it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemName {
    /// Its id.
    pub id: ItemId,
    /// Path within its accession, made printable.
    pub path: String,
    /// The same path byte for byte, as it was received.
    pub path_bytes: Vec<u8>,
    /// Whether the object holds the text that was read from the item, and not its bytes.
    pub is_text: bool,
}

/// Which items live in the object that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Holds {
    /// The finding is about no object of the vault.
    #[default]
    NoObject,
    /// That is not known: the ledger's contents were not opened.
    Unknown,
    /// None that is open to whoever asked.
    Closed,
    /// These, in the order in which they came.
    Items(Vec<ItemName>),
}

/// The outcome of `verify`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VerifyReport {
    /// Entries checked.
    pub n_entries: u64,
    /// Acts (signatures) checked.
    pub n_acts: u64,
    /// Vault objects hashed again.
    pub n_objects: u64,
    /// Bytes hashed again.
    pub size_bytes: u64,
    /// Whether the keyring was unlocked, so that contents were checked too and not only seals.
    pub unlocked: bool,
    /// All findings.
    pub findings: Vec<Finding>,
}

impl VerifyReport {
    /// Whether no finding says that something was altered.
    pub fn ok(&self) -> bool {
        self.findings.iter().all(|f| f.gravity < Gravity::Altered)
    }
}

/// An accession's refusals, for its page.
pub type Refusals = Vec<Refusal>;
