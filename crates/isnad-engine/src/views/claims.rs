//! Rows of claims: records, what is said of them, what is said of what is said, and tables taken in whole.

use isnad_ledger::{
    body::{
        Claims, Register, RowsRefused, SchemaAdopted, StoredClaim, StoredMeaning, StoredRow, StoredSource,
        StoredSubject,
    },
    canonical,
};
use isnad_model::Sensitivity;
use isnad_schema::Schema;
use isnad_store_sqlite::sql::{Connection, OptionalExtension, params};

use super::Rows;
use crate::claims::{naming, stored};

/// How a record answers a claim that it names: as a record that is about it.
pub const ABOUT: &str = "about";

pub(super) fn project(tx: &Connection, entry: i64, at: i64, b: &Claims, schema: &Schema) -> Rows<()> {
    tx.prepare_cached("INSERT INTO batch VALUES (?, ?, ?, ?)")?.execute(params![
        entry,
        b.batch.as_slice(),
        b.by.as_slice(),
        at
    ])?;
    for record in &b.records {
        begin(tx, entry, at, record.id.as_slice(), &record.kind, &record.sensitivity)?;
    }
    let mut touched = Vec::new();
    for (n, claim) in b.claims.iter().enumerate() {
        let record = project_claim(tx, (entry, n as i64), claim)?;
        touched.extend(record.filter(|record| !touched.contains(record)));
    }
    for record in touched {
        rename(tx, record, entry, schema)?;
    }
    Ok(())
}

/// A record begins; one that is there already stays as it began.
fn begin(tx: &Connection, entry: i64, at: i64, id: &[u8], kind: &str, sensitivity: &str) -> Rows<()> {
    tx.prepare_cached(
        "INSERT INTO record (id, kind, sensitivity, entry, at, title, title_sensitivity, changed) \
         VALUES (?1, ?2, ?3, ?4, ?5, '', ?3, ?4) ON CONFLICT (id) DO NOTHING",
    )?
    .execute(params![id, kind, sensitivity, entry, at])?;
    Ok(())
}

/// The number of the record that a claim is about, where it is about one.
fn project_claim(tx: &Connection, (entry, n): (i64, i64), claim: &StoredClaim) -> Rows<Option<i64>> {
    let body = canonical::encode(claim);
    let record = match &claim.subject {
        StoredSubject::Record(id) => {
            let Some(record) = number(tx, id.as_slice())? else { return Ok(None) };
            tx.prepare_cached("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?)")?.execute(params![
                record,
                entry,
                n,
                claim.property,
                claim.sensitivity,
                body
            ])?;
            record
        }
        StoredSubject::Claim(batch, about) => {
            tx.prepare_cached("INSERT INTO remark VALUES (?, ?, ?, ?, ?, ?, ?)")?.execute(params![
                batch.as_slice(),
                *about as i64,
                entry,
                n,
                claim.property,
                claim.sensitivity,
                body
            ])?;
            0
        }
    };
    if let Some(relation) = &claim.relation {
        answer(tx, (relation.batch.as_slice(), relation.n), &relation.how, record, (entry, n))?;
    }
    if let StoredMeaning::Claim(batch, about) = &claim.meaning {
        answer(tx, (batch.as_slice(), *about), ABOUT, record, (entry, n))?;
    }
    if let StoredMeaning::Record(target) | StoredMeaning::Place(Some(target)) = &claim.meaning {
        tx.prepare_cached("INSERT INTO link VALUES (?, ?, ?, ?, ?)")?.execute(params![
            target.as_slice(),
            record,
            claim.property,
            entry,
            n
        ])?;
    }
    if let StoredSource::Item(item, locator) = &claim.source {
        tx.prepare_cached("INSERT INTO cited VALUES (?, ?, ?, ?)")?.execute(params![
            item.as_slice(),
            locator.page.unwrap_or(0),
            entry,
            n
        ])?;
    }
    Ok((record != 0).then_some(record))
}

fn answer(tx: &Connection, about: (&[u8], u64), how: &str, record: i64, (entry, n): (i64, i64)) -> Rows<()> {
    tx.prepare_cached("INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?)")?.execute(params![
        about.0,
        about.1 as i64,
        how,
        record,
        entry,
        n
    ])?;
    Ok(())
}

/// The number of a record.
fn number(tx: &Connection, id: &[u8]) -> Rows<Option<i64>> {
    tx.prepare_cached("SELECT n FROM record WHERE id = ?")?.query_row([id], |row| row.get(0)).optional()
}

/// Finds the name of a record among its claims again.
fn rename(tx: &Connection, record: i64, entry: i64, schema: &Schema) -> Rows<()> {
    let (kind, label): (String, String) = tx
        .prepare_cached("SELECT kind, sensitivity FROM record WHERE n = ?")?
        .query_row([record], |row| Ok((row.get(0)?, row.get(1)?)))?;
    tx.prepare_cached("UPDATE record SET changed = ? WHERE n = ?")?.execute(params![entry, record])?;
    for property in schema.kind(&kind).map_or(&[][..], |kind| &kind.title) {
        let mut statement = tx.prepare_cached(
            "SELECT body FROM claim c WHERE record = ? AND property = ? AND NOT EXISTS (SELECT 1 FROM batch b \
             JOIN answer a ON a.batch = b.id WHERE b.entry = c.entry AND a.about = c.n \
             AND a.how IN ('supersedes', 'corrects', 'withdraws')) ORDER BY entry DESC, n DESC",
        )?;
        let claims: Vec<StoredClaim> = statement
            .query_map(params![record, property], |row| row.get::<_, Vec<u8>>(0))?
            .filter_map(|body| body.map(|body| canonical::decode(&body).ok()).transpose())
            .collect::<Result<_, _>>()?;
        if let Some((title, said)) = naming::name(&claims.iter().map(stored::read).collect::<Vec<_>>()) {
            let closer = said.max(Sensitivity::from_code(&label).unwrap_or(Sensitivity::Sealed));
            tx.prepare_cached("UPDATE record SET title = ?, title_sensitivity = ? WHERE n = ?")?
                .execute(params![title, closer.code(), record])?;
            return Ok(());
        }
    }
    Ok(())
}

/// A table taken in whole. `rows` gives its rows in order, each with its number from 0; `titles`, the columns that name a record.
/// A record that the table names anew is called as the newest row says.
pub(super) fn project_register(
    tx: &Connection,
    (entry, at): (i64, i64),
    b: &Register,
    titles: &[usize],
    rows: &mut dyn Iterator<Item = (u64, StoredRow)>,
) -> Rows<()> {
    tx.prepare_cached("INSERT INTO batch VALUES (?, ?, ?, ?)")?.execute(params![
        entry,
        b.batch.as_slice(),
        b.by.as_slice(),
        at
    ])?;
    tx.prepare_cached("INSERT INTO register VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?.execute(
        params![
            entry,
            b.batch.as_slice(),
            b.item.as_slice(),
            b.sheet,
            b.dataset,
            b.kind,
            b.sensitivity,
            b.map,
            canonical::encode(&b.columns),
            b.received as i64,
            b.kept as i64,
            b.known as i64,
            b.refused as i64,
            b.id_salt.as_slice(),
            b.row_salt.as_slice()
        ],
    )?;
    let mut first = 0;
    for block in &b.blocks {
        tx.prepare_cached("INSERT INTO register_block VALUES (?, ?, ?, ?, ?)")?.execute(params![
            entry,
            first,
            block.n_rows,
            block.object.address.as_slice(),
            block.object.key
        ])?;
        first += i64::from(block.n_rows);
    }
    let mut new = tx.prepare_cached(
        "INSERT INTO record (id, kind, sensitivity, entry, at, title, title_sensitivity, changed) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?3, ?4) ON CONFLICT (id) DO UPDATE SET title = excluded.title, \
         changed = excluded.changed RETURNING n",
    )?;
    let mut link = tx.prepare_cached("INSERT INTO register_row VALUES (?, ?, ?)")?;
    for (n, row) in rows {
        let title = titles.iter().filter_map(|at| row.cells.get(*at)).find(|cell| !cell.is_empty());
        let title = title.map(String::as_str).unwrap_or_default();
        let record: i64 = new
            .query_row(params![row.record.as_slice(), b.kind, b.sensitivity, entry, at, title], |row| {
                row.get(0)
            })?;
        link.execute(params![record, entry, n as i64])?;
    }
    Ok(())
}

pub(super) fn project_refused(tx: &Connection, entry: i64, b: &RowsRefused) -> Rows<()> {
    for (n, row) in b.rows.iter().enumerate() {
        tx.prepare_cached("INSERT INTO refused_row VALUES (?, ?, ?, ?, ?, ?)")?.execute(params![
            entry,
            n as i64,
            b.batch.as_slice(),
            row.number as i64,
            canonical::encode(&row.problem),
            canonical::encode(&row.cells)
        ])?;
    }
    Ok(())
}

pub(super) fn project_schema(tx: &Connection, b: &SchemaAdopted) -> Rows<()> {
    tx.execute("DELETE FROM schema_file", [])?;
    for (name, text) in &b.files {
        tx.execute("INSERT INTO schema_file VALUES (?, ?)", params![name, text])?;
    }
    Ok(())
}
