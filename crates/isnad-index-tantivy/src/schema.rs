//! The fields of the index, and how a document of ours becomes one of tantivy's.
//!
//! `page` is the key again as one term, so that a page that was read anew can replace the one before.
//! `fold`, `light` and `shape` hold the same words in three forms and store nothing; `name` and `text` are
//! stored and not indexed; what the file says of itself stands in the fields of `told`, apart from the text, so that it
//! can weigh less and a hit can say where it is one; the rest are exact values. The key of a document (item and page) is two numbers,
//! which sort as the item's id and then its page do.

use isnad_model::{ItemId, reading::Metadatum, search::IndexDoc};
use tantivy::{
    TantivyDocument,
    schema::{
        FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions, Value,
    },
};

use crate::analyze::Form;

/// Changes with the fields, so that an index made before is made again.
pub(crate) const SCHEMA_VERSION: u32 = 3;

/// All fields.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    pub item: Field,
    pub page: Field,
    pub key_high: Field,
    pub key_low: Field,
    pub kind: Field,
    pub label: Field,
    pub accession: Field,
    pub media_type: Field,
    pub name: Field,
    pub text: Field,
    pub fold: Field,
    pub light: Field,
    pub shape: Field,
    pub told_name: Field,
    pub told_value: Field,
    pub told_fold: Field,
    pub told_light: Field,
}

/// Names of the fields that a collector opens by name.
pub(crate) const KEY_HIGH: &str = "key_high";
pub(crate) const KEY_LOW: &str = "key_low";
pub(crate) const KIND: &str = "kind";
pub(crate) const ACCESSION: &str = "accession";
pub(crate) const MEDIA_TYPE: &str = "media_type";

/// The schema and its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let exact = || {
        let whole = TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false);
        TextOptions::default().set_indexing_options(whole).set_stored()
    };
    let facet = || exact().set_fast("raw");
    let words = |form: Form, option| {
        let indexing = TextFieldIndexing::default().set_tokenizer(form.name()).set_index_option(option);
        TextOptions::default().set_indexing_options(indexing)
    };
    let mut builder = Schema::builder();
    let fields = Fields {
        item: builder.add_bytes_field("item", INDEXED),
        page: builder.add_bytes_field("page", INDEXED),
        key_high: builder.add_u64_field(KEY_HIGH, FAST),
        key_low: builder.add_u64_field(KEY_LOW, FAST),
        kind: builder.add_text_field(KIND, facet()),
        label: builder.add_text_field("label", exact()),
        accession: builder.add_text_field(ACCESSION, facet()),
        media_type: builder.add_text_field(MEDIA_TYPE, facet()),
        name: builder.add_text_field("name", STORED),
        text: builder.add_text_field("text", STORED),
        fold: builder.add_text_field("fold", words(Form::Fold, IndexRecordOption::WithFreqsAndPositions)),
        light: builder.add_text_field("light", words(Form::Light, IndexRecordOption::WithFreqs)),
        shape: builder.add_text_field("shape", words(Form::Shape, IndexRecordOption::WithFreqs)),
        told_name: builder.add_text_field("told_name", STORED),
        told_value: builder.add_text_field("told_value", STORED),
        told_fold: builder
            .add_text_field("told_fold", words(Form::Fold, IndexRecordOption::WithFreqsAndPositions)),
        told_light: builder.add_text_field("told_light", words(Form::Light, IndexRecordOption::WithFreqs)),
    };
    (builder.build(), fields)
}

/// Item and page as two numbers in the order of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key {
    pub high: u64,
    pub low: u64,
}

impl Key {
    pub(crate) fn new(item: ItemId, page: u32) -> Self {
        let [a, b, c, d, e, f, g, h, i, j] = item.0;
        let tail = u64::from(u16::from_be_bytes([i, j]));
        Self { high: u64::from_be_bytes([a, b, c, d, e, f, g, h]), low: (tail << 32) | u64::from(page) }
    }

    pub(crate) fn item(self) -> ItemId {
        let [a, b, c, d, e, f, g, h] = self.high.to_be_bytes();
        let [.., i, j] = ((self.low >> 32) as u16).to_be_bytes();
        ItemId([a, b, c, d, e, f, g, h, i, j])
    }

    pub(crate) fn page(self) -> u32 {
        self.low as u32
    }

    pub(crate) fn to_bytes(self) -> [u8; 16] {
        (u128::from(self.high) << 64 | u128::from(self.low)).to_be_bytes()
    }
}

impl Fields {
    /// A document of tantivy's.
    ///
    /// The words of an item's name stand before those of its first page (page 1, or 0 where there is no
    /// text): on every page they would make each page a hit for the name, and counts would say little.
    pub(crate) fn document(&self, doc: &IndexDoc) -> TantivyDocument {
        let key = Key::new(doc.item, doc.page);
        let mut out = TantivyDocument::new();
        out.add_bytes(self.item, &doc.item.0);
        out.add_bytes(self.page, &key.to_bytes());
        out.add_u64(self.key_high, key.high);
        out.add_u64(self.key_low, key.low);
        out.add_text(self.kind, doc.kind.code());
        out.add_text(self.label, doc.label);
        out.add_text(self.accession, &doc.accession);
        out.add_text(self.media_type, &doc.media_type);
        out.add_text(self.name, &doc.name);
        out.add_text(self.text, &doc.text);
        for field in [self.fold, self.light, self.shape] {
            if has_name(doc.page) {
                out.add_text(field, &doc.name);
            }
            out.add_text(field, &doc.text);
        }
        // Each value is one of its own: a phrase does not run from one into the next.
        for Metadatum { name, value } in &doc.told {
            out.add_text(self.told_name, name);
            out.add_text(self.told_value, value);
            out.add_text(self.told_fold, value);
            out.add_text(self.told_light, value);
        }
        out
    }
}

/// Whether the words of the name are among those of this page.
pub(crate) fn has_name(page: u32) -> bool {
    page <= 1
}

/// A stored text.
pub(crate) fn stored(doc: &TantivyDocument, field: Field) -> &str {
    doc.get_first(field).and_then(|value| value.as_str()).unwrap_or_default()
}

/// All stored texts of a field, in their order.
pub(crate) fn all_stored(doc: &TantivyDocument, field: Field) -> impl Iterator<Item = &str> {
    doc.get_all(field).map(|value| value.as_str().unwrap_or_default())
}
