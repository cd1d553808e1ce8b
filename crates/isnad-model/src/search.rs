//! Searching: the question and the answer, independent of the engine.

use crate::{
    ItemId, RecordId,
    reading::{Kind, Metadatum},
};

/// What is asked. Filters narrow; an empty query with filters lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The words as typed; "double quotes" or «guillemets» make a phrase.
    pub text: String,
    /// Any of the words instead of all of them.
    pub any: bool,
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only this accession, by its id.
    pub accession: Option<String>,
    /// Only this media type.
    pub media_type: Option<String>,
    /// Only the pages of this item.
    pub item: Option<ItemId>,
    /// First hit to return, from 0.
    pub offset: usize,
    /// Hits to return; `None` means all of them.
    pub limit: Option<usize>,
}

/// A piece of text around a hit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippet {
    /// The raw text of the piece.
    pub text: String,
    /// Byte ranges in `text` to mark, sorted, not overlapping.
    pub marks: Vec<(usize, usize)>,
    /// Whether text was left out before and after it.
    pub cut: (bool, bool),
}

/// One hit: a page of an item, or its name; or a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The item; for a record ([`Kind::Record`]) its id's bytes: see [`Hit::record`].
    pub item: ItemId,
    /// Its kind.
    pub kind: Kind,
    /// Its original path, made printable.
    pub name: String,
    /// The same path byte for byte, as it was received. The index does not know it; the engine fills it in.
    pub path_bytes: Vec<u8>,
    /// The accession's id, printed.
    pub accession: String,
    /// Media type.
    pub media_type: String,
    /// Page from 1; 0 where the name or metadata matched and the item has no text.
    pub page: u32,
    /// Relevance; higher is better; comparable within one answer only.
    pub score: f32,
    /// Text around the first matches.
    pub snippet: Snippet,
    /// Which words of the text answered the query: (word as typed, word as found).
    pub why: Vec<(String, String)>,
    /// What the file says of itself that answered it: the field's own name, and its value around the words. At most
    /// eight of them; the item's page shows all.
    pub told: Vec<(String, Snippet)>,
}

impl Hit {
    /// The record, where the hit is one.
    pub fn record(&self) -> Option<RecordId> {
        (self.kind == Kind::Record).then_some(RecordId(self.item.0))
    }
}

/// One value of a facet and how many hits it has, counted exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// The code or id.
    pub value: String,
    /// Hits.
    pub n_hits: u64,
}

/// The answer. Every number in it is exact and counts only what the asker may see.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Results {
    /// All hits (pages), not only those returned.
    pub n_hits: u64,
    /// Hits from `offset`, best first.
    pub hits: Vec<Hit>,
    /// By kind.
    pub kinds: Vec<FacetValue>,
    /// By accession id.
    pub accessions: Vec<FacetValue>,
    /// By media type.
    pub media_types: Vec<FacetValue>,
}

/// What the index is given for one page of an item. An item without text gives one with page 0.
///
/// A record is given as [`Kind::Record`], with its id's bytes as `item`, its kind as `media_type`, the register that it
/// began with, or nothing, as `accession`, and what is said of it as `told`; instead of pages it has labels, each with
/// what is said under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexDoc {
    /// The item.
    pub item: ItemId,
    /// Its kind.
    pub kind: Kind,
    /// Label code (see [`crate::Sensitivity::code`]); the permission filter works on this term.
    pub label: &'static str,
    /// Original name (path within the accession); searchable, shown as the hit's name.
    pub name: String,
    /// Accession id, printed.
    pub accession: String,
    /// Media type.
    pub media_type: String,
    /// Page from 1, or 0.
    pub page: u32,
    /// The raw text of the page.
    pub text: String,
    /// What the file says of itself and is searched, in its order; with the first page, or where there is none.
    pub told: Vec<Metadatum>,
}

/// Where the words of a query stand within one item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Within {
    /// Every page that is a hit, in their order; 0 where the item has no text and its name, or what the file says of itself, is the hit.
    pub pages: Vec<u32>,
    /// Those of them that were asked for, with what stands there.
    pub shown: Vec<PageHits>,
}

/// A page that is a hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageHits {
    /// The page.
    pub page: u32,
    /// How many places of its text answer the query, counted exactly; none where only the item's name does, or
    /// what the file says of itself.
    pub n_marks: u64,
    /// Text around the first of them.
    pub snippet: Snippet,
}
