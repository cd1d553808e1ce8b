//! Whether the report of the last intake reached anybody.
//!
//! A run that is cut off after its accession was closed, and before its report was given, looks to its caller
//! like any other that was cut off: the same command is given again, and must not take everything in twice.
//! The reminder is only a hint among the derived files; without it the same files come in again as duplicates.

use isnad_model::AccessionId;
use isnad_store_local::durable;

use crate::{
    Archive,
    error::{Result, of_fault},
};

impl Archive {
    /// The accession whose report was not given yet.
    pub(super) fn unreported(&self) -> Option<AccessionId> {
        let hint = durable::read_if_there(&self.reminder()).ok()??;
        hint.try_into().ok().map(AccessionId)
    }

    /// Remembers that an accession is being taken in and nobody has its report.
    pub(super) fn remind(&self, accession: AccessionId) -> Result<()> {
        durable::replace(&self.reminder(), &accession.0).map_err(of_fault)
    }

    /// The report of the last intake was given: the same sources would be another delivery.
    pub fn reported(&self) -> Result<()> {
        durable::remove(&self.reminder()).map_err(of_fault)
    }

    fn reminder(&self) -> std::path::PathBuf {
        self.layout.derived().join("unreported")
    }
}
