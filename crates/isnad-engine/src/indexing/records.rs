//! From claims to index documents: a record is found by everything that is said of it.
//!
//! A record has one document for each label among its claims, so that a search never tells of words that the asker may
//! not see. What is said stands among what the index calls told, each value with its property.

use std::collections::BTreeMap;

use isnad_describe::map::{Bound, Map};
use isnad_ledger::{
    body::{Register, StoredClaim, StoredRow},
    canonical,
};
use isnad_model::{
    ItemId, RecordId, Sensitivity,
    reading::{Kind, Metadatum},
    search::IndexDoc,
};
use isnad_store_sqlite::sql::{OptionalExtension, params};

use super::Batch;
use crate::{
    Archive, Result,
    claims::{closest, naming::Columns, stored},
    query::rows,
};

/// Stands before the heading of a column that no property was chosen for.
pub(crate) const COLUMN: &str = "=";

/// The number of the document for a label: where an item would have its page.
fn number(label: Sensitivity) -> u32 {
    Sensitivity::ALL.iter().position(|it| *it == label).map_or(0, |at| at as u32)
}

/// The keys that the documents of a record may have.
pub(super) fn keys(record: RecordId) -> impl Iterator<Item = (ItemId, u32)> {
    Sensitivity::ALL.into_iter().map(move |label| (ItemId(record.0), number(label)))
}

impl Archive {
    /// The documents of a record as it is now.
    pub(super) fn documents_of_record(&self, id: RecordId) -> Result<Vec<IndexDoc>> {
        let row: Option<(i64, String, String, String, String)> = self.query(|db| {
            db.prepare_cached(
                "SELECT n, kind, sensitivity, title, title_sensitivity FROM record WHERE id = ?",
            )?
            .query_row([id.0.as_slice()], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
            })
            .optional()
        })?;
        let Some((n, kind, label, title, title_label)) = row else { return Ok(Vec::new()) };
        let (label, title_label) = (rows::sensitivity(&label), rows::sensitivity(&title_label));
        let mut told: BTreeMap<Sensitivity, Vec<Metadatum>> = BTreeMap::new();
        told.entry(label).or_default();
        told.entry(title_label).or_default();
        let claims: Vec<StoredClaim> = self.query(|db| {
            let mut statement =
                db.prepare_cached("SELECT body FROM claim WHERE record = ? ORDER BY entry, n")?;
            let bodies = statement.query_map([n], |row| row.get::<_, Vec<u8>>(0))?;
            bodies.filter_map(|body| body.map(|body| canonical::decode(&body).ok()).transpose()).collect()
        })?;
        for claim in &claims {
            let said = stored::read(claim);
            let value = Metadatum { name: said.property, value: said.value.raw };
            told.entry(said.sensitivity.max(label)).or_default().push(value);
        }
        for claim in self.register_claims_of_all(n)? {
            let value = Metadatum { name: claim.said.property, value: claim.said.value.raw };
            told.entry(claim.said.sensitivity.max(label)).or_default().push(value);
        }
        let docs = told.into_iter().map(|(of, told)| {
            let name = if of == title_label { title.clone() } else { String::new() };
            document(id, &kind, of, name, String::new(), told)
        });
        Ok(docs.collect())
    }

    /// The documents of a register, block by block, for records that nothing else is said of yet.
    pub(super) fn documents_of_register(
        &self,
        register: &Register,
        give: &mut dyn FnMut(&mut Batch) -> Result<()>,
    ) -> Result<()> {
        let schema = self.schema();
        let Ok(map) = Map::parse(&register.map) else { return Ok(()) };
        let bound = map.bind(&schema, &register.columns);
        let batch_id = isnad_model::BatchId(*register.batch).to_string();
        let names = Columns::of(&bound, register);
        let mut batch = Batch::default();
        for rows in self.register_rows(register) {
            // A block that cannot be read is told by checking the archive; the others are searched.
            for row in rows.unwrap_or_default() {
                for doc in row_documents(register, &bound, &names, &batch_id, &row) {
                    batch.push(doc);
                }
                if batch.bytes >= super::BATCH_BYTES {
                    give(&mut batch)?;
                }
            }
        }
        give(&mut batch)
    }

    /// The record that a claim is about, where the claim stands by itself and not in a register.
    pub(super) fn record_with(&self, batch: &[u8; 10], n: u64) -> Result<Option<RecordId>> {
        self.query(|db| {
            db.prepare_cached(
                "SELECT r.id FROM batch b JOIN claim c ON c.entry = b.entry AND c.n = ? \
                 JOIN record r ON r.n = c.record WHERE b.id = ?",
            )?
            .query_row(params![n as i64, batch.as_slice()], |row| row.get(0).map(RecordId))
            .optional()
        })
    }

    /// Whether a table comes for the first time, so that its rows begin records of which nothing else was said before.
    pub(super) fn is_first_of_dataset(&self, entry: u64, dataset: &str) -> Result<bool> {
        self.query(|db| {
            db.prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM register WHERE dataset = ? AND entry < ?)")?
                .query_row(params![dataset, entry as i64], |row| row.get(0))
        })
    }
}

fn row_documents(
    register: &Register,
    bound: &Bound<'_>,
    names: &Columns,
    batch: &str,
    row: &StoredRow,
) -> Vec<IndexDoc> {
    let label = names.label;
    let (title, title_label) = names.name(&row.cells).unwrap_or(("", label));
    let mut told: BTreeMap<Sensitivity, Vec<Metadatum>> = BTreeMap::new();
    told.entry(label).or_default();
    told.entry(title_label).or_default();
    let said = |at: usize| bound.columns.iter().find(|(column, ..)| *column == at);
    for (at, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let (name, of) = match said(at) {
            Some((_, property, _)) => (property.id.clone(), closest(property, label)),
            None => (format!("{COLUMN}{}", register.columns.get(at).map_or("", String::as_str)), label),
        };
        told.entry(of).or_default().push(Metadatum { name, value: cell.clone() });
    }
    let id = RecordId(*row.record);
    let docs = told.into_iter().map(|(of, told)| {
        let name = if of == title_label { title.to_owned() } else { String::new() };
        document(id, &register.kind, of, name, batch.to_owned(), told)
    });
    docs.collect()
}

fn document(
    id: RecordId,
    kind: &str,
    label: Sensitivity,
    name: String,
    batch: String,
    told: Vec<Metadatum>,
) -> IndexDoc {
    IndexDoc {
        item: ItemId(id.0),
        kind: Kind::Record,
        label: label.code(),
        name,
        accession: batch,
        media_type: kind.to_owned(),
        page: number(label),
        text: String::new(),
        told,
    }
}
