//! Opening an accession, or finding the one that was cut off.

use std::collections::{HashMap, HashSet};

use isnad_access::Grant;
use isnad_ledger::{
    body::{AccessionOpened, Body},
    canonical,
};
use isnad_model::{AccessionId, ItemId, Problem, Sensitivity};
use isnad_store_sqlite::sql::params;
use minicbor::bytes::ByteVec;
use rand::{RngCore, rngs::OsRng};

use super::{IntakeRequest, Source, resume::Before};
use crate::{Archive, error::Result, query::rows};

/// The accession that an intake writes to.
pub struct Accession {
    /// Its id.
    pub id: AccessionId,
    /// Label of its items.
    pub sensitivity: Sensitivity,
    /// Its count is sealed, and only its report was never given.
    pub closed: bool,
    /// What an earlier run already brought.
    pub before: Before,
    /// What was brought before is known by its bytes and not by size and time: members that share a name may now
    /// come in another order, since some of them were locked.
    pub exact: bool,
}

impl Archive {
    pub(super) fn open_accession(&self, grant: &Grant, request: &IntakeRequest<'_>) -> Result<Accession> {
        let sources = named(&request.sources);
        if !sources.is_empty()
            && let Some(accession) = self.unfinished(grant, &canonical::encode(&sources))?
        {
            self.remind(accession.id)?;
            return Ok(accession);
        }
        let mut id = [0; 10];
        OsRng.fill_bytes(&mut id);
        let (provenance, is_named) = (request.provenance.clone(), !sources.is_empty());
        let opened = AccessionOpened {
            id: id.into(),
            from_whom: provenance.from_whom,
            when: provenance.when,
            where_: provenance.where_,
            how: provenance.how,
            authority: provenance.authority,
            notes: provenance.notes,
            sensitivity: provenance.sensitivity.code().into(),
            by: grant.principal().0.into(),
            sources,
        };
        self.append(vec![Body::AccessionOpened(opened)], Vec::new())?;
        if is_named {
            self.remind(AccessionId(id))?;
        }
        Ok(Accession {
            id: AccessionId(id),
            sensitivity: provenance.sensitivity,
            closed: false,
            before: Before::default(),
            exact: false,
        })
    }

    /// An accession that was there, for what came with it and could not be opened then.
    pub(super) fn accession_again(&self, id: AccessionId) -> Result<Accession> {
        let view = self.accession_view(id)?.ok_or_else(|| Problem::new("views-damaged"))?;
        let closings: i64 = self.query(|db| {
            db.query_row("SELECT closings FROM accession WHERE id = ?", [id.0.as_slice()], |row| row.get(0))
        })?;
        if closings == 0 {
            // An intake that was cut off goes on first: closing this now would call it complete.
            return Err(Problem::new("accession-unfinished"));
        }
        Ok(Accession {
            id,
            sensitivity: view.provenance.sensitivity,
            closed: view.closed,
            before: self.before(&id.0)?,
            exact: true,
        })
    }

    /// Whether an intake of the same sources was cut off, so that the next one goes on with it.
    pub(super) fn is_unfinished(&self, grant: &Grant, sources: &Vec<ByteVec>) -> Result<bool> {
        Ok(!sources.is_empty() && self.unfinished(grant, &canonical::encode(sources))?.is_some())
    }

    /// The accession of the same sources that was begun and not closed, or not reported.
    ///
    /// One that somebody else began under a label that the grant does not cover is not gone on with: its report
    /// would tell what was in it.
    fn unfinished(&self, grant: &Grant, sources: &[u8]) -> Result<Option<Accession>> {
        let unreported = self.unreported().map(|id| id.0.to_vec());
        let found: Vec<([u8; 10], String, bool, [u8; 10])> = self.query(|db| {
            let mut statement = db.prepare(
                "SELECT id, sensitivity, closed, by FROM accession \
                 WHERE sources = ? AND (closed = 0 OR id = ?) ORDER BY entry DESC",
            )?;
            let rows = statement.query_map(params![sources, unreported], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })?;
            rows.collect()
        })?;
        let may_go_on = |(_, label, _, by): &([u8; 10], String, bool, [u8; 10])| {
            *by == grant.principal().0 || grant.covers(rows::sensitivity(label))
        };
        let Some((id, sensitivity, closed, _)) = found.into_iter().find(may_go_on) else { return Ok(None) };
        Ok(Some(Accession {
            id: AccessionId(id),
            sensitivity: Sensitivity::from_code(&sensitivity).unwrap_or_default(),
            closed,
            before: self.before(&id)?,
            exact: false,
        }))
    }

    fn before(&self, accession: &[u8; 10]) -> Result<Before> {
        self.query(|db| {
            let mut kept = HashMap::new();
            let mut rows = db.prepare(
                "SELECT path, id, size, modified, sha256, \
                 (kind = 'container' OR EXISTS (SELECT 1 FROM reading WHERE item = item.id AND members_follow)) \
                 AND NOT EXISTS (SELECT 1 FROM reading WHERE item = item.id AND method = 'members') \
                 FROM item WHERE accession = ?",
            )?;
            let mut rows = rows.query([accession.as_slice()])?;
            while let Some(row) = rows.next()? {
                let (path, id): (Vec<u8>, [u8; 10]) = (row.get(0)?, row.get(1)?);
                let before = super::resume::Kept {
                    id: ItemId(id),
                    size: row.get::<_, i64>(2)? as u64,
                    modified: row.get(3)?,
                    sha256: row.get(4)?,
                    half_unpacked: row.get(5)?,
                };
                // Two members of one container may share a name; they are told apart by their order.
                kept.entry(path).or_insert_with(Vec::new).push(before);
            }
            let mut refused = HashSet::new();
            let mut rows = db.prepare("SELECT path FROM refusal WHERE accession = ?")?;
            let mut rows = rows.query([accession.as_slice()])?;
            while let Some(row) = rows.next()? {
                refused.insert(row.get(0)?);
            }
            Ok(Before::new(kept, refused))
        })
    }
}

pub fn named(sources: &[Source<'_>]) -> Vec<ByteVec> {
    use std::os::unix::ffi::OsStrExt;
    let bytes = |source: &Source<'_>| match source {
        Source::Path(path) => {
            let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            let path = path.canonicalize().unwrap_or(path);
            Some(ByteVec::from(path.as_os_str().as_bytes().to_vec()))
        }
        Source::Stream { .. } | Source::Streams(_) => None,
    };
    sources.iter().filter_map(bytes).collect()
}
