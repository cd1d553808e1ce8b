//! How a record is called in lists: by the first of its kind's title properties of which something stands.

use isnad_model::{
    Sensitivity,
    claim::{Polarity, Relation, Said},
};

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

#[cfg(test)]
mod tests;
