//! Accessions and what came in them.

use isnad_access::Sealed;
use isnad_model::{
    AccessionId, ItemId, Sensitivity,
    intake::{Refusal, Unread},
    view::{AccessionView, ItemLine},
};
use isnad_store_sqlite::sql::{OptionalExtension, params};

use super::rows;
use crate::{Archive, Result, views::name_of};

impl Archive {
    /// All accessions, newest first.
    pub fn accessions(&self) -> Result<Vec<Sealed<AccessionView>>> {
        self.query(|db| {
            let mut statement = db.prepare(&format!("SELECT {} ORDER BY a.entry DESC", rows::ACCESSION))?;
            let views = statement.query_map([], rows::accession)?;
            views.map(|view| view.map(|view| Sealed::new(view.provenance.sensitivity, view))).collect()
        })
    }

    /// One accession.
    pub fn accession(&self, id: AccessionId) -> Result<Option<Sealed<AccessionView>>> {
        Ok(self.accession_view(id)?.map(|view| Sealed::new(view.provenance.sensitivity, view)))
    }

    pub(crate) fn accession_view(&self, id: AccessionId) -> Result<Option<AccessionView>> {
        self.query(|db| {
            db.query_row(
                &format!("SELECT {} WHERE a.id = ?", rows::ACCESSION),
                [id.0.as_slice()],
                rows::accession,
            )
            .optional()
        })
    }

    fn label_of(&self, id: AccessionId) -> Result<Sensitivity> {
        Ok(self.accession_view(id)?.map_or(Sensitivity::Sealed, |view| view.provenance.sensitivity))
    }

    /// Everything that was refused in an accession, and why.
    pub fn refusals(&self, id: AccessionId) -> Result<Sealed<Vec<Refusal>>> {
        Ok(Sealed::new(self.label_of(id)?, self.refused_in(id)?))
    }

    pub(crate) fn refused_in(&self, id: AccessionId) -> Result<Vec<Refusal>> {
        self.query(|db| {
            let mut statement =
                db.prepare("SELECT path, problem FROM refusal WHERE accession = ? ORDER BY entry")?;
            let rows = statement.query_map([id.0.as_slice()], |row| {
                let path_bytes: Vec<u8> = row.get(0)?;
                Ok(Refusal {
                    path: name_of(&path_bytes),
                    path_bytes,
                    problem: rows::problem(&row.get::<_, Vec<u8>>(1)?),
                })
            })?;
            rows.collect()
        })
    }

    /// Items of an accession that are kept and could not be fully read, with what was the matter. A
    /// later reading that tells more takes the place of one that told less.
    pub fn unread(&self, id: AccessionId) -> Result<Sealed<Vec<Unread>>> {
        Ok(Sealed::new(self.label_of(id)?, self.unread_in(id)?))
    }

    pub(crate) fn unread_in(&self, id: AccessionId) -> Result<Vec<Unread>> {
        self.query(|db| {
            let mut statement = db.prepare(&format!(
                "SELECT i.id, i.path, r.problems FROM item i JOIN reading r ON r.item = i.id \
                 WHERE i.accession = ? AND {} ORDER BY i.entry, r.entry",
                rows::STANDING_PROBLEMS
            ))?;
            let mut rows = statement.query([id.0.as_slice()])?;
            let mut unread = Vec::new();
            while let Some(row) = rows.next()? {
                let (id, path_bytes): (_, Vec<u8>) = (ItemId(row.get(0)?), row.get(1)?);
                let path = name_of(&path_bytes);
                let problems = rows::problems(&row.get::<_, Vec<u8>>(2)?);
                unread.extend(problems.into_iter().map(|problem| Unread {
                    id,
                    path: path.clone(),
                    path_bytes: path_bytes.clone(),
                    problem,
                }));
            }
            Ok(unread)
        })
    }

    /// Items of an accession in the order received: how many there are, and those from `offset`.
    pub fn items(&self, id: AccessionId, offset: u64, limit: u64) -> Result<Sealed<(u64, Vec<ItemLine>)>> {
        let label = self.label_of(id)?;
        let found = self.query(|db| {
            let total: i64 =
                db.query_row("SELECT count(*) FROM item WHERE accession = ?", [id.0.as_slice()], |row| {
                    row.get(0)
                })?;
            let sql = format!(
                "SELECT {} FROM item WHERE accession = ? ORDER BY entry LIMIT ? OFFSET ?",
                rows::LINE
            );
            let mut statement = db.prepare_cached(&sql)?;
            let lines =
                statement.query_map(params![id.0.as_slice(), limit as i64, offset as i64], rows::line)?;
            Ok((total as u64, lines.collect::<std::result::Result<_, _>>()?))
        })?;
        Ok(Sealed::new(label, found))
    }
}
