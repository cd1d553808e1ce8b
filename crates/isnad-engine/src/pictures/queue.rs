//! Which pages wait: those that a request asks for and that a grant covers, in the order in which they came in.

use isnad_access::Grant;
use isnad_model::{ItemId, Label};
use isnad_store_sqlite::sql::{Value, params_from_iter};

use super::{PicturesRequest, Waiting};
use crate::{Archive, Result};

impl Archive {
    pub(super) fn waiting(&self, grant: &Grant, request: &PicturesRequest) -> Result<Vec<Waiting>> {
        let (from, values) = asked(grant, request);
        let limit = request.limit.map_or(-1, |limit| i64::try_from(limit).unwrap_or(i64::MAX));
        self.query(|db| {
            let sql = format!("SELECT w.item, w.page {from} ORDER BY w.entry, w.page LIMIT {limit}");
            let mut statement = db.prepare(&sql)?;
            let rows = statement
                .query_map(params_from_iter(&values), |row| Ok((ItemId(row.get(0)?), row.get(1)?)))?;
            rows.collect()
        })
    }

    pub(super) fn count_waiting(&self, grant: &Grant, request: &PicturesRequest) -> Result<u64> {
        let (from, values) = asked(grant, request);
        let total: i64 = self.query(|db| {
            db.prepare(&format!("SELECT count(*) {from}"))?
                .query_row(params_from_iter(&values), |row| row.get(0))
        })?;
        Ok(total as u64)
    }
}

/// Pages that wait, `w`, with their items, `i`; and the values of its parameters.
///
/// A page that a person has held against its picture is not read again: what the person said is of one reading,
/// and a newer reading would be shown before it.
fn asked(grant: &Grant, request: &PicturesRequest) -> (String, Vec<Value>) {
    let read_before = "UNION SELECT r.item, r.first_page, min(r.entry) FROM reading r WHERE r.method = 'ocr' \
         AND NOT EXISTS (SELECT 1 FROM collation c WHERE c.item = r.item AND c.page = r.first_page) \
         GROUP BY r.item, r.first_page";
    let pages = if request.again { read_before } else { "" };
    let labels: Vec<Value> = grant.labels().map(|label: Label| label.code().to_owned().into()).collect();
    let mut sql = format!(
        "FROM (SELECT item, page, entry FROM unread {pages}) w JOIN item i ON i.id = w.item \
         WHERE i.sensitivity IN ({})",
        marks(labels.len())
    );
    let mut values = labels;
    if !request.items.is_empty() {
        sql.push_str(&format!(" AND i.id IN ({})", marks(request.items.len())));
        values.extend(request.items.iter().map(|id| Value::Blob(id.0.to_vec())));
    }
    if let Some(accession) = request.accession {
        sql.push_str(" AND i.accession = ?");
        values.push(Value::Blob(accession.0.to_vec()));
    }
    (sql, values)
}

fn marks(n: usize) -> String {
    vec!["?"; n].join(", ")
}
