//! Rows of registers: a table that was taken in whole lies in the vault, block by block, and each of its cells is a claim.

use std::io::Read;

use isnad_access::Grant;
use isnad_describe::map::Map;
use isnad_ledger::{
    body::{Object, Register, StoredRow},
    canonical,
};
use isnad_model::{
    BatchId, ItemId, Millis, PrincipalId, Problem, RecordId, Sensitivity,
    claim::{Claim, ClaimId, Locator, Origin, Said, Source, Subject},
};
use isnad_schema::Schema;
use isnad_store_sqlite::sql::{OptionalExtension, params};

use super::closest;
use crate::{Archive, Result, query::rows};

/// A register as the views know it: what a claim of it needs besides its row.
pub(crate) struct Known {
    entry: u64,
    batch: BatchId,
    by: PrincipalId,
    at: Millis,
    item: ItemId,
    sheet: Option<String>,
    sensitivity: Sensitivity,
    map: Option<Map>,
    columns: Vec<String>,
}

impl Known {
    /// What a row says, as claims.
    fn claims(&self, schema: &Schema, n: u64, row: &StoredRow) -> Vec<Claim> {
        let Some(map) = &self.map else { return Vec::new() };
        let bound = map.bind(schema, &self.columns);
        let claims = bound.says(&row.cells).map(|(at, property, value, _)| {
            let locator = Locator {
                sheet: self.sheet.clone(),
                row: Some(row.number),
                column: Some(at as u32 + 1),
                quote: Some(value.raw.clone()),
                ..Locator::default()
            };
            let source = Source::Item(self.item, Box::new(locator));
            let subject = Subject::Record(RecordId(*row.record));
            let said = Said::new(subject, &*property.id, value, source);
            Claim {
                id: ClaimId { batch: self.batch, n: n * self.columns.len() as u64 + at as u64 },
                said: Said {
                    origin: Origin::Import,
                    sensitivity: closest(property, self.sensitivity),
                    ..said
                },
                by: self.by,
                at: self.at,
                entry: self.entry,
            }
        });
        claims.collect()
    }
}

const KNOWN: &str = "SELECT g.entry, g.batch, b.by, b.at, g.item, g.sheet, g.sensitivity, g.map, g.columns \
     FROM register g JOIN batch b ON b.entry = g.entry";

impl Archive {
    fn known(&self, by: &str, key: &dyn isnad_store_sqlite::sql::ToSql) -> Result<Option<Known>> {
        self.query(|db| {
            db.prepare_cached(&format!("{KNOWN} WHERE {by} = ?"))?
                .query_row([key], |row| {
                    Ok(Known {
                        entry: row.get::<_, i64>(0)? as u64,
                        batch: BatchId(row.get(1)?),
                        by: PrincipalId(row.get(2)?),
                        at: Millis(row.get(3)?),
                        item: ItemId(row.get(4)?),
                        sheet: row.get(5)?,
                        sensitivity: rows::sensitivity(&row.get::<_, String>(6)?),
                        // A map that this version does not understand leaves the rows as they are: nothing is lost.
                        map: Map::parse(&row.get::<_, String>(7)?).ok(),
                        columns: canonical::decode(&row.get::<_, Vec<u8>>(8)?).unwrap_or_default(),
                    })
                })
                .optional()
        })
    }

    /// What registers say of a record, for those who may see it.
    pub(crate) fn register_claims(&self, grant: &Grant, record: i64) -> Result<Vec<Claim>> {
        let mut claims = self.register_claims_of_all(record)?;
        claims.retain(|claim| grant.covers(claim.said.sensitivity));
        Ok(claims)
    }

    /// What registers say of a record, whoever may see it: for the index, which filters by label itself.
    pub(crate) fn register_claims_of_all(&self, record: i64) -> Result<Vec<Claim>> {
        let places: Vec<(i64, i64)> = self.query(|db| {
            let mut statement = db
                .prepare_cached("SELECT entry, row FROM register_row WHERE record = ? ORDER BY entry, row")?;
            statement.query_map([record], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
        })?;
        let schema = self.schema();
        let mut claims = Vec::new();
        for (entry, n) in places {
            let Some(known) = self.known("g.entry", &entry)? else { continue };
            if let Some(row) = self.register_row(known.entry, n as u64)? {
                claims.extend(known.claims(&schema, n as u64, &row));
            }
        }
        Ok(claims)
    }

    /// The claim of one cell.
    pub(crate) fn register_claim(&self, grant: &Grant, id: ClaimId) -> Result<Option<Claim>> {
        let Some(known) = self.known("g.batch", &id.batch.0.as_slice())? else { return Ok(None) };
        let n_columns = known.columns.len() as u64;
        if n_columns == 0 || !grant.covers(known.sensitivity) {
            return Ok(None);
        }
        let n = id.n / n_columns;
        let Some(row) = self.register_row(known.entry, n)? else { return Ok(None) };
        let claims = known.claims(&self.schema(), n, &row).into_iter();
        Ok(claims.into_iter().find(|claim| claim.id == id && grant.covers(claim.said.sensitivity)))
    }

    /// A row of a register, from 0.
    fn register_row(&self, entry: u64, n: u64) -> Result<Option<StoredRow>> {
        let block: Option<(i64, Object)> = self.query(|db| {
            db.prepare_cached(
                "SELECT first, address, key FROM register_block WHERE entry = ?1 AND first <= ?2 \
                 AND ?2 < first + n_rows ORDER BY first DESC LIMIT 1",
            )?
            .query_row(params![entry as i64, n as i64], |row| {
                Ok((row.get(0)?, Object { address: row.get::<_, [u8; 32]>(1)?.into(), key: row.get(2)? }))
            })
            .optional()
        })?;
        let Some((first, object)) = block else { return Ok(None) };
        let bytes = self.block(&object)?;
        Ok(StoredRow::nth(&bytes, n - first as u64))
    }

    /// The bytes of a block of rows.
    pub(crate) fn block(&self, object: &Object) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = self.open_object(object).and_then(|mut reader| reader.read_to_end(&mut bytes));
        read.map_err(|_| Problem::new("object-altered"))?;
        Ok(bytes)
    }

    /// The rows of a register in order, block by block; the first that cannot be read ends it and is told.
    pub(crate) fn register_rows<'a>(
        &'a self,
        register: &'a Register,
    ) -> impl Iterator<Item = Result<Vec<StoredRow>>> + 'a {
        register.blocks.iter().map(|block| {
            let bytes = self.block(&block.object)?;
            StoredRow::decode_block(&bytes).map_err(|_| Problem::new("object-altered"))
        })
    }
}
