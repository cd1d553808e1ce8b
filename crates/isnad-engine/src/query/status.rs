//! Numbers over the whole archive, and searching.

use base64::{Engine, engine::general_purpose::STANDARD};
use isnad_access::Grant;
use isnad_ledger::body::{Body, FixityCheck};
use isnad_model::{
    AccessionId, Millis, Problem, RecordId,
    intake::Count,
    search::{Query, Results},
    view::{Gravity, Status},
};
use isnad_store_sqlite::sql::{Connection, Error, OptionalExtension};

use super::rows::{self, STANDING_PROBLEMS};
use crate::{
    Archive, Result,
    verify::{self, Incoming, Verified},
};

impl Archive {
    /// Numbers for the home page and `isnad status`.
    pub fn status(&self) -> Result<Status> {
        let (n_entries, root) = {
            let writer = self.writer();
            (writer.size(), STANDARD.encode(writer.edge().root()))
        };
        let origin = self.marker.origin();
        self.query(|db| {
            // Whole tables are not counted while somebody waits for a page: sums are kept where they grow.
            let (kept, duplicates, refused, n_unfinished, size_bytes): (i64, i64, i64, i64, i64) = db.query_row(
                "SELECT total(kept), total(duplicates), total(refused), total(NOT closed), total(size) FROM accession",
                [],
                |row| {
                    let sum = |place| Ok::<_, Error>(whole(row.get(place)?));
                    Ok((sum(0)?, sum(1)?, sum(2)?, sum(3)?, sum(4)?))
                },
            )?;
            let n_unread: i64 = db.query_row(
                &format!("SELECT count(DISTINCT r.item) FROM reading r WHERE {STANDING_PROBLEMS}"),
                [],
                |row| row.get(0),
            )?;
            let n_pages_waiting: i64 = db.query_row("SELECT count(*) FROM unread", [], |row| row.get(0))?;
            let n_numbers_waiting: i64 =
                db.query_row("SELECT total(n) FROM waiting", [], |row| Ok(whole(row.get(0)?)))?;
            let last_at: Option<i64> = db
                .query_row("SELECT at FROM act ORDER BY first DESC LIMIT 1", [], |row| row.get(0))
                .optional()?;
            let verified: Option<(i64, bool)> = db
                .query_row("SELECT at, ok FROM fixity ORDER BY entry DESC LIMIT 1", [], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .optional()?;
            let name: String = db
                .query_row("SELECT name FROM archive", [], |row| row.get(0))
                .optional()?
                .unwrap_or_default();
            Ok(Status {
                name,
                origin,
                count: Count {
                    received: (kept + refused) as u64,
                    kept: kept as u64,
                    duplicates: duplicates as u64,
                    refused: refused as u64,
                },
                n_entries,
                n_objects: (kept - duplicates) as u64,
                size_bytes: size_bytes as u64,
                n_unread: n_unread as u64,
                n_pages_waiting: n_pages_waiting as u64,
                n_numbers_waiting: n_numbers_waiting as u64,
                n_unfinished: n_unfinished as u64,
                last_at: last_at.map(Millis),
                verified: verified.map(|(at, ok)| (Millis(at), ok)),
                root,
            })
        })
    }

    /// Searches; counts and facets hold only what the grant covers.
    pub fn search(&self, grant: &Grant, query: &Query) -> Result<Results> {
        let found = self.index.search(grant, query).map_err(|_| Problem::new("index-damaged"))?;
        self.with_received_names(grant, found)
    }

    /// Gives hits their names as they were received: the index holds what people see and search.
    fn with_received_names(&self, grant: &Grant, mut found: Results) -> Result<Results> {
        self.query(|db| {
            let mut statement = db.prepare_cached("SELECT path FROM item WHERE id = ?")?;
            for hit in &mut found.hits {
                if let Some(record) = hit.record() {
                    hit.name = name_of_record(db, grant, record)?;
                    continue;
                }
                let path = statement.query_row([hit.item.0.as_slice()], |row| row.get(0)).optional()?;
                hit.path_bytes = path.unwrap_or_default();
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Checks everything again and records the outcome in the ledger. `progress(done, of)` counts bytes.
    pub fn verify(&self, progress: &(dyn Fn(u64, u64) + Sync)) -> Result<Verified> {
        let mut verified = Verified::default();
        {
            // The writer is held: nothing may be appended between reading the acts and reading the checkpoint.
            let writer = self.writer();
            // An intake that runs meanwhile has its objects on their way; without one, what is there was left.
            let intake = self.intake.try_lock();
            let incoming = if intake.is_ok() { Incoming::Idle } else { Incoming::Busy };
            verify::check(&self.layout, Some(writer.keyring()), incoming, &mut verified, progress)?;
        }
        let report = verified.report();
        let altered = report.findings.iter().filter(|f| f.gravity == Gravity::Altered).count();
        let check = FixityCheck {
            ok: report.ok(),
            entries: report.n_entries,
            objects: report.n_objects,
            altered: altered as u64,
        };
        self.append(vec![Body::FixityCheck(check)], Vec::new())?;
        self.index_up_to_date()?;
        Ok(verified)
    }

    pub(crate) fn count_of(&self, id: AccessionId) -> Result<Count> {
        let found = self.accession_view(id)?;
        Ok(found.map(|view| view.count).unwrap_or_default())
    }
}

/// SQLite's `total` is a float; our counts are exact in one up to 2⁵³.
fn whole(total: f64) -> i64 {
    total as i64
}

/// How a record is called, for those who may know it: the words that answered may stand under another label.
fn name_of_record(db: &Connection, grant: &Grant, id: RecordId) -> std::result::Result<String, Error> {
    let found: Option<(String, String)> = db
        .prepare_cached("SELECT title, title_sensitivity FROM record WHERE id = ?")?
        .query_row([id.0.as_slice()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let may_know = found.filter(|(_, label)| grant.covers(rows::sensitivity(label)));
    Ok(may_know.map(|(title, _)| title).unwrap_or_default())
}
