//! The schema that holds here: what the program brings, and what the organisation laid over it.

use std::sync::Arc;

use isnad_access::{Grant, Role};
use isnad_ledger::body::{Body, SchemaAdopted};
use isnad_model::Problem;
use isnad_schema::{Fault, Schema};

use crate::{Archive, Result};

impl Archive {
    /// The schema as it is now.
    pub fn schema(&self) -> Arc<Schema> {
        self.schema.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    /// Lays an organisation's own kinds, properties and words over the schema; they replace those adopted before.
    ///
    /// # Errors
    /// The faults of the files; nothing is written then. `not-allowed` for all but keepers.
    pub fn adopt_schema(
        &self,
        grant: &Grant,
        files: Vec<(String, String)>,
    ) -> Result<std::result::Result<(), Vec<Fault>>> {
        if grant.role() != Role::Keeper {
            return Err(Problem::new("not-allowed"));
        }
        if let Err(faults) = Schema::builtin().overlaid(&files) {
            return Ok(Err(faults));
        }
        let adopted = SchemaAdopted { by: grant.principal().0.into(), files };
        self.append(vec![Body::SchemaAdopted(adopted)], Vec::new())?;
        self.refresh_schema()?;
        Ok(Ok(()))
    }

    /// The files that were adopted last.
    pub(crate) fn adopted_schema(&self) -> Result<Vec<(String, String)>> {
        self.query(|db| {
            let mut statement = db.prepare("SELECT name, text FROM schema_file ORDER BY name")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect()
        })
    }

    /// What is the matter with the files that were adopted, where this version of the program cannot read them: their
    /// claims are all there, and shown without their words.
    pub fn schema_doubt(&self) -> Result<Option<Problem>> {
        let faults = Schema::builtin().overlaid(&self.adopted_schema()?).err().unwrap_or_default();
        let problem = |first: &Fault| {
            Problem::new("schema-not-read").text("file", &*first.file).number("faults", faults.len() as u64)
        };
        Ok(faults.first().map(problem))
    }

    /// Reads the schema anew after an adoption. An overlay that a later version of the program no longer understands is
    /// left out, and [`Archive::schema_doubt`] says so.
    pub(crate) fn refresh_schema(&self) -> Result<()> {
        let files = self.adopted_schema()?;
        let schema = Schema::builtin().overlaid(&files).unwrap_or_else(|_| Schema::builtin().clone());
        *self.schema.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(schema);
        Ok(())
    }
}
