//! Rows of claims: records, what is said of them, what is said of what is said, and tables taken in whole.

use isnad_describe::resolve::{self, Lot, Status};
use isnad_ledger::{
    body::{
        Claims, Register, RowsRefused, SchemaAdopted, StoredClaim, StoredMeaning, StoredRow, StoredSource,
        StoredSubject,
    },
    canonical,
};
use isnad_model::{
    BatchId,
    claim::{ClaimId, Relation, Said},
};
use isnad_schema::Schema;
use isnad_store_sqlite::sql::{Connection, OptionalExtension, params};

use super::Rows;
use crate::{
    claims::{naming, stored},
    query::rows,
};

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
            // A word on a claim may change what its record is called, and says nothing else of it.
            let said_of =
                record_of(tx, batch.as_slice(), *about)?.filter(|_| claim.property == resolve::STATUS);
            return Ok(said_of);
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
    match &claim.subject {
        StoredSubject::Record(_) => Ok(Some(record)),
        // A word on a claim may change what its record is called.
        StoredSubject::Claim(batch, about) if claim.property == resolve::STATUS => {
            record_of(tx, batch.as_slice(), *about)
        }
        StoredSubject::Claim(..) => Ok(None),
    }
}

/// The number of the record that a claim is about; none where it stands in a register, whose rows are named as they come.
fn record_of(tx: &Connection, batch: &[u8], n: u64) -> Rows<Option<i64>> {
    tx.prepare_cached(
        "SELECT c.record FROM batch b JOIN claim c ON c.entry = b.entry AND c.n = ? WHERE b.id = ?",
    )?
    .query_row(params![n as i64, batch], |row| row.get(0))
    .optional()
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
    let mut was_named = false;
    for property in schema.kind(&kind).map_or(&[][..], |kind| &kind.title) {
        let (claims, lots): (Vec<Said>, Vec<Lot>) = claims_of(tx, record, property)?.into_iter().unzip();
        let standing = resolve::standing(&lots);
        was_named |= !lots.is_empty();
        let of = |(said, lot): (Said, Lot)| standing.contains(&lot.id).then_some(said);
        let mut standing: Vec<Said> = claims.into_iter().zip(lots).filter_map(of).collect();
        standing.reverse();
        if let Some((title, said)) = naming::name(&standing) {
            let closer = said.max(rows::sensitivity(&label));
            tx.prepare_cached("UPDATE record SET title = ?, title_sensitivity = ? WHERE n = ?")?
                .execute(params![title, closer.code(), record])?;
            return Ok(());
        }
    }
    // Every name was taken back. One that a register gives stays: its row was not.
    let sql = "UPDATE record SET title = '' WHERE n = ?1 AND NOT EXISTS (SELECT 1 FROM register_row WHERE record = ?1)";
    if was_named {
        tx.prepare_cached(sql)?.execute([record])?;
    }
    Ok(())
}

/// What is said of one property of a record, oldest first, with what decides whether it stands.
fn claims_of(tx: &Connection, record: i64, property: &str) -> Rows<Vec<(Said, Lot)>> {
    let mut statement = tx.prepare_cached(
        "SELECT b.id, c.n, c.body FROM claim c JOIN batch b ON b.entry = c.entry \
         WHERE c.record = ? AND c.property = ? ORDER BY c.entry, c.n",
    )?;
    let claims: Vec<([u8; 10], i64, Vec<u8>)> = statement
        .query_map(params![record, property], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    let mut all = Vec::new();
    for (batch, n, body) in claims {
        let Ok(claim) = canonical::decode::<StoredClaim>(&body) else { continue };
        let said = stored::read(&claim);
        let id = ClaimId { batch: BatchId(batch), n: n as u64 };
        let relation = said.relation.map(|(how, _)| how);
        let lot = Lot { id, relation, is_marked: is_marked(tx, id)?, answered: answers_to(tx, id)? };
        all.push((said, lot));
    }
    Ok(all)
}

/// Whether the newest word on a claim is that it was withdrawn.
fn is_marked(tx: &Connection, id: ClaimId) -> Rows<bool> {
    let body: Option<Vec<u8>> = tx
        .prepare_cached(
            "SELECT body FROM remark WHERE batch = ? AND about = ? AND property = ? ORDER BY entry DESC, n DESC LIMIT 1",
        )?
        .query_row(params![id.batch.0.as_slice(), id.n as i64, resolve::STATUS], |row| row.get(0))
        .optional()?;
    let said = body.and_then(|body| canonical::decode::<StoredClaim>(&body).ok());
    Ok(said.is_some_and(|said| Status::of(&stored::read(&said)) == Status::Withdrawn))
}

fn answers_to(tx: &Connection, id: ClaimId) -> Rows<Vec<(Relation, ClaimId)>> {
    let mut statement = tx.prepare_cached(
        "SELECT a.how, b.id, a.n FROM answer a JOIN batch b ON b.entry = a.entry WHERE a.batch = ? AND a.about = ?",
    )?;
    let rows = statement.query_map(params![id.batch.0.as_slice(), id.n as i64], |row| {
        let by = ClaimId { batch: BatchId(row.get(1)?), n: row.get::<_, i64>(2)? as u64 };
        Ok(Relation::from_code(&row.get::<_, String>(0)?).map(|how| (how, by)))
    })?;
    rows.filter_map(Result::transpose).collect()
}

/// A table taken in whole. `rows` gives its rows in order, each with its number from 0; `titles`, the columns that name a record.
/// A record that the table names anew is called as the newest row says.
pub(super) fn project_register(
    tx: &Connection,
    (entry, at): (i64, i64),
    b: &Register,
    names: &naming::Columns,
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
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?4) ON CONFLICT (id) DO UPDATE SET changed = excluded.changed, \
         title = iif(excluded.title = '', title, excluded.title), \
         title_sensitivity = iif(excluded.title = '', title_sensitivity, excluded.title_sensitivity) RETURNING n",
    )?;
    let mut link = tx.prepare_cached("INSERT INTO register_row VALUES (?, ?, ?)")?;
    for (n, row) in rows {
        let (title, label) = names.name(&row.cells).unwrap_or(("", names.label));
        let record: i64 = new.query_row(
            params![row.record.as_slice(), b.kind, b.sensitivity, entry, at, title, label.code()],
            |row| row.get(0),
        )?;
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
