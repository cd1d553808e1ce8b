//! From rows to the values that pages show.

use isnad_ledger::{body::StoredProblem, canonical};
use isnad_model::{
    AccessionId, ItemId, Millis, Problem, Sensitivity,
    intake::{Count, Provenance},
    reading::Kind,
    view::{AccessionView, ItemLine},
};
use isnad_store_sqlite::sql::{Error, Row};

use crate::{error::from_stored, views::name_of};

/// Columns of [`accession`].
pub const ACCESSION: &str = "a.id, a.entry, a.at, a.from_whom, a.received_when, a.received_where, a.how, a.authority, \
     a.notes, a.sensitivity, a.closed, a.kept, a.duplicates, a.refused, coalesce(p.name, '') \
     FROM accession a LEFT JOIN principal p ON p.id = a.by";

/// An accession.
pub fn accession(row: &Row<'_>) -> Result<AccessionView, Error> {
    let (kept, refused): (i64, i64) = (row.get(11)?, row.get(13)?);
    Ok(AccessionView {
        id: AccessionId(row.get(0)?),
        entry: row.get::<_, i64>(1)? as u64,
        opened_at: Millis(row.get(2)?),
        provenance: Provenance {
            from_whom: row.get(3)?,
            when: row.get(4)?,
            where_: row.get(5)?,
            how: row.get(6)?,
            authority: row.get(7)?,
            notes: row.get(8)?,
            sensitivity: sensitivity(&row.get::<_, String>(9)?),
        },
        closed: row.get(10)?,
        count: Count {
            received: (kept + refused) as u64,
            kept: kept as u64,
            duplicates: row.get::<_, i64>(12)? as u64,
            refused: refused as u64,
        },
        by: row.get(14)?,
    })
}

/// Columns of [`line`].
pub const LINE: &str = "id, path, kind, media_type, size";

/// An item in a list.
pub fn line(row: &Row<'_>) -> Result<ItemLine, Error> {
    let path_bytes: Vec<u8> = row.get(1)?;
    Ok(ItemLine {
        id: ItemId(row.get(0)?),
        path: name_of(&path_bytes),
        path_bytes,
        kind: Kind::from_code(&row.get::<_, String>(2)?).unwrap_or(Kind::Other),
        media_type: row.get(3)?,
        size_bytes: row.get::<_, i64>(4)? as u64,
    })
}

/// A label from its code; one that is not known is the most closed.
pub fn sensitivity(code: &str) -> Sensitivity {
    Sensitivity::from_code(code).unwrap_or(Sensitivity::Sealed)
}

/// A stored problem.
pub fn problem(bytes: &[u8]) -> Problem {
    canonical::decode::<StoredProblem>(bytes).map_or(Problem::new("entry-unknown"), from_stored)
}

/// Stored problems of a reading.
pub fn problems(bytes: &[u8]) -> Vec<Problem> {
    let stored = canonical::decode::<Vec<StoredProblem>>(bytes).unwrap_or_default();
    stored.into_iter().map(from_stored).collect()
}

/// Readings `r` whose problems still stand: nothing that was read since tells otherwise.
///
/// Of the item's own words, and of its members, the newest reading says how it is. A page that was read from its
/// picture has problems of its own: they are gone when it is read again, and a page that another reading of its
/// picture or a person gives in full was never lost.
pub const STANDING_PROBLEMS: &str = "r.problems IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reading other \
     WHERE other.item = r.item AND other.entry <> r.entry AND CASE r.method \
     WHEN 'ocr' THEN other.first_page = r.first_page AND (other.method = 'person' \
     OR other.method = 'ocr' AND (other.entry > r.entry OR other.problems IS NULL)) \
     ELSE other.method = r.method AND other.entry > r.entry END)";
