//! The numbers that a machine read from a picture and nobody has held against it yet.

use isnad_access::Grant;
use isnad_model::{ItemId, Problem, reading::Method, view::WaitingNumber};
use isnad_store_sqlite::sql::{Row, Value, params_from_iter};

use crate::{Archive, Result, reading::PageRead, views::name_of};

/// Where a number stands in the queue: reading, page, and first byte of the word.
pub type NumberKey = (u64, u32, u32);

/// A row of the queue.
type Queued = (u64, u32, u32, ItemId, Vec<u8>);

impl Archive {
    /// How many numbers wait that the grant may see, in the whole archive or in one item.
    pub fn n_waiting_numbers(&self, grant: &Grant, item: Option<ItemId>) -> Result<u64> {
        let total: i64 = match item {
            None => {
                let (marks, labels) = covered(grant, 0);
                let ask = format!("SELECT coalesce(sum(n), 0) FROM waiting WHERE sensitivity IN ({marks})");
                self.query(|db| {
                    db.prepare_cached(&ask)?.query_row(params_from_iter(labels), |row| row.get(0))
                })?
            }
            Some(item) => {
                if !self.label_of_item(item)?.is_some_and(|label| grant.covers(label)) {
                    return Ok(0);
                }
                self.query(|db| {
                    db.prepare_cached("SELECT count(*) FROM number WHERE item = ?")?
                        .query_row([item.0.as_slice()], |row| row.get(0))
                })?
            }
        };
        Ok(total as u64)
    }

    /// The numbers behind `after` that wait and that the grant may see, at most `limit`, reading by reading: one page
    /// is done in a row.
    pub fn waiting_numbers(
        &self,
        grant: &Grant,
        item: Option<ItemId>,
        after: Option<NumberKey>,
        limit: u32,
    ) -> Result<Vec<WaitingNumber>> {
        let mut numbers = Vec::new();
        let mut open: Option<((u64, u32), PageRead)> = None;
        for (reading, page, start, item, path) in self.queued(grant, item, after, limit)? {
            if open.as_ref().is_none_or(|(key, _)| *key != (reading, page)) {
                let readings = self.page_readings(item, page)?;
                let read = readings.into_iter().find(|(stored, _)| stored.entry == reading);
                open = Some(((reading, page), read.ok_or_else(|| Problem::new("views-damaged"))?.1));
            }
            let Some((_, read)) = &open else { continue };
            let words = read.raw.words.iter().zip(&read.shown);
            for (word, shown) in words.filter(|(word, _)| word.start == start) {
                let word = self.word(Method::Ocr, read, word, *shown)?;
                numbers.push(WaitingNumber { item, name: name_of(&path), page, reading, word });
            }
        }
        Ok(numbers)
    }

    fn queued(
        &self,
        grant: &Grant,
        item: Option<ItemId>,
        after: Option<NumberKey>,
        limit: u32,
    ) -> Result<Vec<Queued>> {
        let (reading, page, start) =
            after.map_or((-1, 0, 0), |(reading, page, start)| (reading as i64, page, start));
        let mut given: Vec<Value> =
            [reading, page.into(), start.into(), limit.into()].into_iter().map(Value::Integer).collect();
        given.push(item.map_or(Value::Null, |item| Value::Blob(item.0.to_vec())));
        let (marks, labels) = covered(grant, given.len());
        given.extend(labels);
        let of_item = if item.is_some() { "n.item = ?5" } else { "?5 IS NULL" };
        let ask = format!(
            "SELECT n.reading, n.page, n.start, n.item, i.path FROM number n JOIN item i ON i.id = n.item \
             WHERE (n.reading, n.page, n.start) > (?1, ?2, ?3) AND {of_item} AND i.sensitivity IN ({marks}) \
             ORDER BY n.reading, n.page, n.start LIMIT ?4"
        );
        let queued = |row: &Row<'_>| {
            let reading: i64 = row.get(0)?;
            Ok((reading as u64, row.get(1)?, row.get(2)?, ItemId(row.get(3)?), row.get(4)?))
        };
        self.query(|db| db.prepare_cached(&ask)?.query_map(params_from_iter(given), queued)?.collect())
    }
}

/// The labels that a grant covers, as parameters behind some others, and their marks.
fn covered(grant: &Grant, n_before: usize) -> (String, Vec<Value>) {
    let labels: Vec<Value> = grant.labels().map(|label| Value::Text(label.code().to_owned())).collect();
    let marks: Vec<String> = (1..=labels.len()).map(|n| format!("?{}", n_before + n)).collect();
    (marks.join(", "), labels)
}
