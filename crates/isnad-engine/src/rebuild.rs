//! Derived state: brought up to date after each append and on opening, made again whole on demand.

use isnad_crypto::hash::hex;
use isnad_ledger::{
    act::Act,
    body::{Body, Register, StoredRow},
    entry::Salted,
};
use isnad_model::Problem;
use isnad_schema::Schema;
use isnad_store_local::acts::{Frames, Met, Place};
use isnad_store_sqlite::sql::OptionalExtension;

use crate::{Archive, Result, error::of_fault, views, writer::read_payload};

/// What a rebuild made, so that two archives, or the same one before and after, can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebuilt {
    /// Entries read.
    pub n_entries: u64,
    /// Digest over all rows of the views, hexadecimal.
    pub views: String,
    /// Digest over all documents of the index, hexadecimal.
    pub index: String,
}

impl Archive {
    /// Writes the rows of an act.
    pub(crate) fn project(&self, act: &Act, place: Place, bodies: &[Option<Body>]) -> Result<()> {
        let schema = self.schema();
        self.views
            .transaction(|tx| {
                Ok(views::project(tx, act, place, bodies, &Beside { archive: self, schema: &schema })?)
            })
            .map_err(|_| Problem::new("views-damaged"))
    }

    /// Brings views and index to the end of the ledger.
    pub(crate) fn catch_up(&self) -> Result<()> {
        self.refresh_schema()?;
        let size = self.writer().size();
        let (known, offset) = self.projected()?;
        if known > size {
            // The views are ahead of the ledger: they belong to a future that did not happen.
            self.rebuild()?;
            return Ok(());
        }
        if known < size {
            self.project_from(offset)?;
        }
        if self.index_marker()? > size {
            self.index.clear().map_err(|_| Problem::new("index-damaged"))?;
        }
        self.index_up_to_date()
    }

    /// Throws derived state away and makes it again from the ledger.
    pub fn rebuild(&self) -> Result<Rebuilt> {
        self.clear_views()?;
        self.index.clear().map_err(|_| Problem::new("index-damaged"))?;
        self.project_from(0)?;
        self.index_up_to_date()?;
        self.digests()
    }

    fn clear_views(&self) -> Result<()> {
        let cleared = self.views.transaction(|tx| {
            let tables: Vec<String> = tx
                .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")?
                .query_map([], |row| row.get(0))?
                .collect::<std::result::Result<_, _>>()?;
            for table in tables {
                tx.execute_batch(&format!("DROP TABLE \"{table}\""))?;
            }
            Ok(tx.execute_batch(views::SCHEMA)?)
        });
        cleared.map_err(|_| Problem::new("views-damaged"))?;
        self.refresh_schema()
    }

    /// Brings the index to the end of the ledger now, as an intake does when it closes.
    #[cfg(feature = "bench")]
    pub fn index_now(&self) -> Result<()> {
        self.index_up_to_date()
    }

    /// The digests of the derived state as it is.
    pub fn digests(&self) -> Result<Rebuilt> {
        let views = self.views.with(isnad_store_sqlite::digest).map_err(|_| Problem::new("views-damaged"))?;
        let index = self.index.digest().map_err(|_| Problem::new("index-damaged"))?;
        Ok(Rebuilt { n_entries: self.writer().size(), views: hex(&views), index: hex(&index) })
    }

    /// Entries in the views, and the offset of the first act behind them.
    fn projected(&self) -> Result<(u64, u64)> {
        let last: Option<(i64, i64)> = self.query(|db| {
            db.query_row("SELECT first + n, offset + size FROM act ORDER BY first DESC LIMIT 1", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()
        })?;
        Ok(last.map_or((0, 0), |(size, offset)| (size as u64, offset as u64)))
    }

    fn project_from(&self, offset: u64) -> Result<()> {
        let mut frames = Frames::open(&self.layout.acts(), offset).map_err(of_fault)?;
        let mut pending: Vec<(Act, Place, Vec<Option<Body>>)> = Vec::new();
        let mut n_pending = 0;
        while let Some(met) = frames.next_met().map_err(of_fault)? {
            let Met::Act(place, bytes) = met else { return Err(Problem::new("ledger-altered")) };
            let act = Act::decode(&bytes).map_err(|_| Problem::new("ledger-altered"))?;
            let bodies = self.bodies(&act)?;
            n_pending += bodies.len();
            // What comes after an adoption is named by the schema that it adopted, as it was then.
            let adopts = bodies.iter().flatten().any(|body| matches!(body, Body::SchemaAdopted(_)));
            pending.push((act, place, bodies));
            if n_pending >= 16_384 || adopts {
                self.project_all(&mut pending)?;
                n_pending = 0;
            }
            if adopts {
                self.refresh_schema()?;
            }
        }
        self.project_all(&mut pending)
    }

    fn project_all(&self, pending: &mut Vec<(Act, Place, Vec<Option<Body>>)>) -> Result<()> {
        let acts = std::mem::take(pending);
        let schema = self.schema();
        self.views
            .transaction(|tx| {
                let beside = Beside { archive: self, schema: &schema };
                acts.iter().try_for_each(|(act, place, bodies)| {
                    Ok(views::project(tx, act, *place, bodies, &beside)?)
                })
            })
            .map_err(|_| Problem::new("views-damaged"))
    }

    /// Opens an act's payload: its bodies in order, an erased one as `None`.
    pub(crate) fn bodies(&self, act: &Act) -> Result<Vec<Option<Body>>> {
        let salted = read_payload(self.vault(), self.writer().keyring(), act)?;
        salted.into_iter().map(decode).collect()
    }

    pub(crate) fn index_marker(&self) -> Result<u64> {
        Ok(self.index.marker().map_err(|_| Problem::new("index-damaged"))?.unwrap_or(0))
    }
}

/// What the projector asks this archive for.
struct Beside<'a> {
    archive: &'a Archive,
    schema: &'a Schema,
}

impl views::Beside for Beside<'_> {
    fn schema(&self) -> &Schema {
        self.schema
    }

    /// Rows that cannot be read leave none behind: checking the archive names their object.
    fn rows<'a>(&'a self, register: &'a Register) -> Box<dyn Iterator<Item = (u64, StoredRow)> + 'a> {
        let mut first = 0;
        let blocks = self.archive.register_rows(register).zip(&register.blocks);
        Box::new(blocks.flat_map(move |(rows, block)| {
            let numbers = first..;
            first += u64::from(block.n_rows);
            numbers.zip(rows.unwrap_or_default())
        }))
    }
}

fn decode(salted: Option<Salted>) -> Result<Option<Body>> {
    salted.map(|salted| Body::decode(&salted.body).map_err(|_| Problem::new("entry-unknown"))).transpose()
}
