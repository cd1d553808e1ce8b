//! Records: what is said of one, and lists of them.
//!
//! A record is made of claims with labels of their own, so its questions take the grant: what the asker may not see is
//! not read into the answer, and no count tells of it.

use std::collections::{BTreeMap, HashMap};

use isnad_access::Grant;
use isnad_ledger::{body::StoredClaim, canonical};
use isnad_model::{
    BatchId, ItemId, Millis, PrincipalId, RecordId, Sensitivity,
    claim::{Claim, ClaimId, Meaning, Relation, Source, Subject},
    view::{ClaimView, LinkView, RecordLine, RecordView, Remark},
};
use isnad_store_sqlite::sql::{Connection, Error, OptionalExtension, Row, params};

use super::rows;
use crate::{Archive, Result, claims::stored, views::ABOUT};

/// Columns of [`line`].
const LINE: &str = "r.id, r.kind, r.sensitivity, r.at, r.title, r.title_sensitivity, r.n, r.entry";

/// A record as its row says, with its number and its entry.
struct Held {
    line: RecordLine,
    n: i64,
    entry: u64,
}

fn line(row: &Row<'_>, grant: &Grant) -> std::result::Result<Held, Error> {
    let title_label = rows::sensitivity(&row.get::<_, String>(5)?);
    Ok(Held {
        line: RecordLine {
            id: RecordId(row.get(0)?),
            kind: row.get(1)?,
            sensitivity: rows::sensitivity(&row.get::<_, String>(2)?),
            at: Millis(row.get(3)?),
            title_sensitivity: title_label,
            title: if grant.covers(title_label) { row.get(4)? } else { String::new() },
        },
        n: row.get(6)?,
        entry: row.get::<_, i64>(7)? as u64,
    })
}

/// The labels that a grant covers, as a list for SQL; their codes are words of ours.
fn labels(grant: &Grant) -> String {
    grant.labels().map(|label| format!("'{}'", label.code())).collect::<Vec<_>>().join(", ")
}

impl Archive {
    /// Records of a kind, newest first: how many there are, and those from `offset`.
    pub fn records(
        &self,
        grant: &Grant,
        kind: Option<&str>,
        offset: u64,
        limit: u64,
    ) -> Result<(u64, Vec<RecordLine>)> {
        let within = format!("r.sensitivity IN ({}) AND (?1 IS NULL OR r.kind = ?1)", labels(grant));
        self.query(|db| {
            let total: i64 = db
                .prepare_cached(&format!("SELECT count(*) FROM record r WHERE {within}"))?
                .query_row(params![kind], |row| row.get(0))?;
            let sql =
                format!("SELECT {LINE} FROM record r WHERE {within} ORDER BY r.n DESC LIMIT ?2 OFFSET ?3");
            let mut statement = db.prepare_cached(&sql)?;
            let lines =
                statement.query_map(params![kind, limit as i64, offset as i64], |row| line(row, grant))?;
            let lines = lines.map(|row| row.map(|row| row.line)).collect::<std::result::Result<_, _>>()?;
            Ok((total as u64, lines))
        })
    }

    /// How many records of each kind there are, by the kind's id.
    pub fn record_counts(&self, grant: &Grant) -> Result<Vec<(String, u64)>> {
        let sql = format!(
            "SELECT kind, count(*) FROM record WHERE sensitivity IN ({}) GROUP BY kind ORDER BY kind",
            labels(grant)
        );
        self.query(|db| {
            let mut statement = db.prepare_cached(&sql)?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as u64)))?;
            rows.collect()
        })
    }

    /// One record in a line; `None` where there is none for this grant.
    pub fn record_line(&self, grant: &Grant, id: RecordId) -> Result<Option<RecordLine>> {
        Ok(self.record_row(grant, id)?.map(|row| row.line))
    }

    fn record_row(&self, grant: &Grant, id: RecordId) -> Result<Option<Held>> {
        let found = self.query(|db| record_row(db, grant, id))?;
        Ok(found.filter(|row| grant.covers(row.line.sensitivity)))
    }

    /// A record with every claim about it that this grant may see; `None` where there is none.
    pub fn record(&self, grant: &Grant, id: RecordId) -> Result<Option<RecordView>> {
        let Some(row) = self.record_row(grant, id)? else { return Ok(None) };
        let sql = format!(
            "SELECT b.id, c.n, b.by, b.at, c.entry, c.body FROM claim c JOIN batch b ON b.entry = c.entry \
             WHERE c.record = ? AND c.sensitivity IN ({}) ORDER BY c.entry, c.n",
            labels(grant)
        );
        let mut claims: Vec<Claim> = self.query(|db| {
            let mut statement = db.prepare_cached(&sql)?;
            let claims = statement.query_map([row.n], claim)?;
            claims.filter_map(std::result::Result::transpose).collect()
        })?;
        claims.extend(self.register_claims(grant, row.n)?);
        claims.sort_by_key(|claim| (claim.entry, claim.id.n));
        let claims = Shown::new(self, grant).views(claims)?;
        Ok(Some(RecordView { line: row.line, entry: row.entry, claims }))
    }

    /// One claim, wherever it stands; `None` where there is none for this grant.
    pub fn claim(&self, grant: &Grant, id: ClaimId) -> Result<Option<ClaimView>> {
        match self.bare_claim(grant, id)? {
            Some(claim) => Ok(Shown::new(self, grant).views(vec![claim])?.pop()),
            None => Ok(None),
        }
    }

    fn bare_claim(&self, grant: &Grant, id: ClaimId) -> Result<Option<Claim>> {
        if !self.label_of_claim(id)?.is_some_and(|label| grant.covers(label)) {
            return Ok(None);
        }
        let sql = "SELECT b.id, c.n, b.by, b.at, c.entry, c.body FROM batch b JOIN claim c ON c.entry = b.entry \
             WHERE b.id = ?1 AND c.n = ?2 UNION ALL SELECT b.id, m.n, b.by, b.at, m.entry, m.body FROM batch b \
             JOIN remark m ON m.entry = b.entry WHERE b.id = ?1 AND m.n = ?2";
        let found = self.query(|db| {
            db.prepare_cached(sql)?.query_row(params![id.batch.0.as_slice(), id.n as i64], claim).optional()
        })?;
        match found.flatten() {
            Some(claim) => Ok(Some(claim)),
            None => self.register_claim(grant, id),
        }
    }

    /// Records that name a record, with what they say of it.
    pub fn links_to(&self, grant: &Grant, id: RecordId, limit: u64) -> Result<Vec<LinkView>> {
        let sql = format!(
            "SELECT {LINE}, l.property, b.id, l.n FROM link l JOIN record r ON r.n = l.record \
             JOIN batch b ON b.entry = l.entry JOIN claim c ON c.record = l.record AND c.entry = l.entry AND c.n = l.n \
             WHERE l.target = ?1 AND r.sensitivity IN ({0}) AND c.sensitivity IN ({0}) ORDER BY l.property, l.entry, l.n LIMIT ?2",
            labels(grant)
        );
        self.query(|db| {
            let mut statement = db.prepare_cached(&sql)?;
            let rows = statement.query_map(params![id.0.as_slice(), limit as i64], |row| {
                Ok(LinkView {
                    from: line(row, grant)?.line,
                    property: row.get(8)?,
                    claim: ClaimId { batch: BatchId(row.get(9)?), n: row.get::<_, i64>(10)? as u64 },
                })
            })?;
            rows.collect()
        })
    }

    /// Claims that are said in an item, page by page; what may not be seen is left out.
    pub fn claims_in(&self, grant: &Grant, item: ItemId, limit: u64) -> Result<Vec<ClaimView>> {
        let sql = format!(
            "SELECT b.id, c.n, b.by, b.at, c.entry, c.body FROM cited s JOIN batch b ON b.entry = s.entry \
             JOIN claim c ON c.entry = s.entry AND c.n = s.n JOIN record r ON r.n = c.record \
             WHERE s.item = ?1 AND c.sensitivity IN ({0}) AND r.sensitivity IN ({0}) ORDER BY s.page, s.entry, s.n LIMIT ?2",
            labels(grant)
        );
        let claims: Vec<Claim> = self.query(|db| {
            let mut statement = db.prepare_cached(&sql)?;
            let claims = statement.query_map(params![item.0.as_slice(), limit as i64], claim)?;
            claims.filter_map(std::result::Result::transpose).collect()
        })?;
        Shown::new(self, grant).views(claims)
    }
}

fn record_row(db: &Connection, grant: &Grant, id: RecordId) -> std::result::Result<Option<Held>, Error> {
    db.prepare_cached(&format!("SELECT {LINE} FROM record r WHERE r.id = ?"))?
        .query_row([id.0.as_slice()], |row| line(row, grant))
        .optional()
}

/// A claim from its row: batch, number, who, when, entry, body.
fn claim(row: &Row<'_>) -> std::result::Result<Option<Claim>, Error> {
    let id = ClaimId { batch: BatchId(row.get(0)?), n: row.get::<_, i64>(1)? as u64 };
    let said = canonical::decode::<StoredClaim>(&row.get::<_, Vec<u8>>(5)?);
    let (by, at, entry) = (PrincipalId(row.get(2)?), Millis(row.get(3)?), row.get::<_, i64>(4)? as u64);
    Ok(said.ok().map(|said| Claim { id, said: stored::read(&said), by, at, entry }))
}

/// What ids stand for, looked up once each; and what stands beside claims, asked for all claims of a batch at once.
struct Shown<'a> {
    archive: &'a Archive,
    grant: &'a Grant,
    people: HashMap<PrincipalId, String>,
    records: HashMap<RecordId, Option<RecordLine>>,
    items: HashMap<ItemId, Option<(String, Sensitivity)>>,
    datasets: HashMap<BatchId, Option<String>>,
}

/// What stands beside some claims, by the claim.
#[derive(Default)]
struct Beside {
    remarks: HashMap<ClaimId, Vec<Remark>>,
    answered: HashMap<ClaimId, Vec<(Relation, ClaimId)>>,
    replies: HashMap<ClaimId, Vec<RecordLine>>,
}

impl<'a> Shown<'a> {
    fn new(archive: &'a Archive, grant: &'a Grant) -> Self {
        let (people, records, items, datasets) = Default::default();
        Self { archive, grant, people, records, items, datasets }
    }

    fn views(&mut self, claims: Vec<Claim>) -> Result<Vec<ClaimView>> {
        let mut spans: BTreeMap<BatchId, (u64, u64)> = BTreeMap::new();
        for Claim { id, .. } in &claims {
            let span = spans.entry(id.batch).or_insert((id.n, id.n));
            *span = (span.0.min(id.n), span.1.max(id.n));
        }
        let mut beside = Beside::default();
        for (batch, span) in spans {
            self.beside(batch, span, &mut beside)?;
        }
        claims.into_iter().map(|claim| self.view(claim, &mut beside)).collect()
    }

    fn view(&mut self, claim: Claim, beside: &mut Beside) -> Result<ClaimView> {
        let said = &claim.said;
        let item = match &said.source {
            Source::Item(id, _) => self.item(*id)?.map(|(path, label)| (*id, path, label)),
            _ => None,
        };
        let target = match &said.value.meaning {
            Meaning::Record(id) | Meaning::Place(Some(id)) => self.record(*id)?,
            _ => None,
        };
        Ok(ClaimView {
            by: self.person(claim.by)?,
            item,
            speaker: said.speaker.map(|id| self.record(id)).transpose()?.flatten(),
            target,
            dataset: self.dataset(claim.id.batch)?,
            remarks: beside.remarks.remove(&claim.id).unwrap_or_default(),
            answered: beside.answered.remove(&claim.id).unwrap_or_default(),
            replies: beside.replies.remove(&claim.id).unwrap_or_default(),
            claim,
        })
    }

    fn person(&mut self, id: PrincipalId) -> Result<String> {
        if let Some(name) = self.people.get(&id) {
            return Ok(name.clone());
        }
        let name: Option<String> = self.archive.query(|db| {
            db.prepare_cached("SELECT name FROM principal WHERE id = ?")?
                .query_row([id.0.as_slice()], |row| row.get(0))
                .optional()
        })?;
        Ok(self.people.entry(id).or_insert(name.unwrap_or_default()).clone())
    }

    fn record(&mut self, id: RecordId) -> Result<Option<RecordLine>> {
        if !self.records.contains_key(&id) {
            let line = self.archive.record_line(self.grant, id)?;
            self.records.insert(id, line);
        }
        Ok(self.records.get(&id).cloned().flatten())
    }

    fn item(&mut self, id: ItemId) -> Result<Option<(String, Sensitivity)>> {
        if !self.items.contains_key(&id) {
            let held = self.archive.held(id)?.filter(|held| self.grant.covers(held.sensitivity));
            self.items.insert(id, held.map(|held| (held.line.path, held.sensitivity)));
        }
        Ok(self.items.get(&id).cloned().flatten())
    }

    fn dataset(&mut self, batch: BatchId) -> Result<Option<String>> {
        if !self.datasets.contains_key(&batch) {
            let name = self.archive.query(|db| {
                db.prepare_cached("SELECT dataset FROM register WHERE batch = ?")?
                    .query_row([batch.0.as_slice()], |row| row.get(0))
                    .optional()
            })?;
            self.datasets.insert(batch, name);
        }
        Ok(self.datasets.get(&batch).cloned().flatten())
    }

    /// Gathers what stands beside the claims of a batch whose numbers lie in a span.
    fn beside(&mut self, batch: BatchId, (first, last): (u64, u64), beside: &mut Beside) -> Result<()> {
        let about = |n: i64| ClaimId { batch, n: n as u64 };
        let key = params![batch.0.as_slice(), first as i64, last as i64];
        let labels = labels(self.grant);
        let sql = format!(
            "SELECT b.id, m.n, b.by, b.at, m.entry, m.body, m.about FROM remark m JOIN batch b ON b.entry = m.entry \
             WHERE m.batch = ? AND m.about BETWEEN ? AND ? AND m.sensitivity IN ({labels}) ORDER BY m.entry, m.n"
        );
        let remarks: Vec<(i64, Option<Claim>)> = self.archive.query(|db| {
            let mut statement = db.prepare_cached(&sql)?;
            statement.query_map(key, |row| Ok((row.get(6)?, claim(row)?)))?.collect()
        })?;
        for (n, claim) in remarks {
            let Some(claim) = claim else { continue };
            let remark = Remark { by: self.person(claim.by)?, claim };
            beside.remarks.entry(about(n)).or_default().push(remark);
        }
        let sql = format!(
            "SELECT a.how, b.id, a.n, a.about FROM answer a JOIN batch b ON b.entry = a.entry \
             LEFT JOIN claim c ON c.record = a.record AND c.entry = a.entry AND c.n = a.n \
             WHERE a.batch = ? AND a.about BETWEEN ? AND ? AND a.how <> '{ABOUT}' \
             AND (c.sensitivity IS NULL OR c.sensitivity IN ({labels})) ORDER BY a.entry, a.n"
        );
        let answers: Vec<(String, ClaimId, i64)> = self.archive.query(|db| {
            let mut statement = db.prepare_cached(&sql)?;
            let rows = statement.query_map(key, |row| {
                let by = ClaimId { batch: BatchId(row.get(1)?), n: row.get::<_, i64>(2)? as u64 };
                Ok((row.get(0)?, by, row.get(3)?))
            })?;
            rows.collect()
        })?;
        for (how, by, n) in answers {
            let how = Relation::from_code(&how).map(|how| (how, by));
            beside.answered.entry(about(n)).or_default().extend(how);
        }
        let sql = format!(
            "SELECT DISTINCT {LINE}, a.about FROM answer a JOIN record r ON r.n = a.record \
             JOIN claim c ON c.record = a.record AND c.entry = a.entry AND c.n = a.n \
             WHERE a.batch = ? AND a.about BETWEEN ? AND ? AND a.how = '{ABOUT}' AND r.sensitivity IN ({labels}) \
             AND c.sensitivity IN ({labels}) ORDER BY r.n"
        );
        let replies: Vec<(RecordLine, i64)> = self.archive.query(|db| {
            let mut statement = db.prepare_cached(&sql)?;
            let rows = statement.query_map(key, |row| Ok((line(row, self.grant)?.line, row.get(8)?)))?;
            rows.collect()
        })?;
        for (line, n) in replies {
            beside.replies.entry(about(n)).or_default().push(line);
        }
        Ok(())
    }
}

impl Archive {
    /// The record that a claim is about, through the claims between.
    pub fn record_of(&self, grant: &Grant, id: ClaimId) -> Result<Option<RecordId>> {
        let mut id = id;
        // A remark on a remark on a remark: each is younger than what it is about, so this ends.
        loop {
            let Some(claim) = self.bare_claim(grant, id)? else { return Ok(None) };
            match claim.said.subject {
                Subject::Record(record) => return Ok(Some(record)),
                Subject::Claim(about) => id = about,
            }
        }
    }
}
