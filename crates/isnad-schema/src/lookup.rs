//! What a reader asks of a schema: which property is meant, and how a thing is called in a language. What the schema
//! does not know goes by its id, so that nothing that was said is left out.

use crate::{Property, Schema};

/// The kind whose properties every record has: its state, who works on it, what colleagues say.
pub const EVERY_RECORD: &str = "record";
/// The kind whose properties a claim has: its state, its grade, what colleagues say.
pub const EVERY_CLAIM: &str = "claim";

impl Schema {
    /// A property of records of a kind: its own, or one that every record has. [`EVERY_CLAIM`] gives those of claims.
    pub fn property(&self, kind: &str, id: &str) -> Option<&Property> {
        let of = |kind: &str| self.kind(kind).and_then(|kind| kind.property(id));
        of(kind).or_else(|| if kind == EVERY_CLAIM { None } else { of(EVERY_RECORD) })
    }

    /// The words for a kind, in the language of this code.
    pub fn kind_label<'a>(&'a self, id: &'a str, lang: &str) -> &'a str {
        self.kind(id).map_or(id, |kind| kind.label.get(lang))
    }

    /// The words for a property of [`Schema::property`].
    pub fn property_label<'a>(&'a self, kind: &str, id: &'a str, lang: &str) -> &'a str {
        self.property(kind, id).map_or(id, |property| property.label.get(lang))
    }

    /// The words for a term of a property's vocabulary.
    pub fn term_label<'a>(&'a self, property: &Property, code: &'a str, lang: &str) -> &'a str {
        let vocabulary = property.vocabulary.as_deref().and_then(|id| self.vocabulary(id));
        vocabulary.and_then(|vocabulary| vocabulary.term(code)).map_or(code, |term| term.label.get(lang))
    }
}
