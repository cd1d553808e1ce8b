//! How a record is called in lists: by the first of its kind's title properties of which something stands.

use isnad_describe::map::Bound;
use isnad_ledger::body::Register;
use isnad_model::{
    Sensitivity,
    claim::{Polarity, Relation, Said},
};

use super::closest;
use crate::query::rows;

/// The name that stands among claims of one property, newest first, and how closed it is.
///
/// A list needs one name and shows it to whoever may see the record, so the most open claim goes first, and of
/// those the newest. Which of several names is right is not decided here: the record's page shows them all.
pub fn name(claims: &[Said]) -> Option<(String, Sensitivity)> {
    let stands = |said: &&Said| {
        let taken_back = matches!(said.relation, Some((Relation::Withdraws, _)));
        said.polarity == Polarity::Asserts && !taken_back && !said.value.raw.trim().is_empty()
    };
    let said = claims.iter().filter(stands).min_by_key(|said| said.sensitivity)?;
    Some((said.value.raw.trim().to_owned(), said.sensitivity))
}

/// The columns of a register that name its records, best first, each with its label.
#[derive(Debug, Default)]
pub struct Columns {
    columns: Vec<(usize, Sensitivity)>,
    /// The label of the register.
    pub label: Sensitivity,
}

impl Columns {
    /// Those of a map whose columns were found.
    pub fn of(bound: &Bound<'_>, register: &Register) -> Self {
        let label = rows::sensitivity(&register.sensitivity);
        let of = |at: &usize| {
            let said = bound.columns.iter().find(|(column, ..)| column == at);
            (*at, said.map_or(label, |(_, property, _)| closest(property, label)))
        };
        Self { columns: bound.titles.iter().map(of).collect(), label }
    }

    /// The name that a row gives, and how closed it is.
    pub fn name<'a>(&self, cells: &'a [String]) -> Option<(&'a str, Sensitivity)> {
        let named = |(at, label): &(usize, Sensitivity)| Some((cells.get(*at)?.trim(), *label));
        self.columns.iter().filter_map(named).find(|(cell, _)| !cell.is_empty())
    }
}

#[cfg(test)]
mod tests;
