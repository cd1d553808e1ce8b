//! What persons said of the words of an item: all of it, newest first, or of one word from the beginning.

use std::collections::BTreeMap;

use isnad_access::Sealed;
use isnad_model::{
    ItemId,
    reading::Page,
    view::{History, Said},
};
use isnad_store_sqlite::sql::params;

use crate::{Archive, Result, reading::Vouched};

impl Archive {
    /// How many words of an item were held against the picture, and those from `offset`, newest first.
    pub fn said_of_item(&self, id: ItemId, offset: u64, limit: u64) -> Result<Option<Sealed<History>>> {
        let Some(label) = self.label_of_item(id)? else { return Ok(None) };
        let total: i64 = self.query(|db| {
            db.prepare_cached("SELECT count(*) FROM collation WHERE item = ?")?
                .query_row([id.0.as_slice()], |row| row.get(0))
        })?;
        let ask = "SELECT entry FROM collation WHERE item = ? ORDER BY entry DESC LIMIT ? OFFSET ?";
        let mut entries = self.entries(ask, params![id.0.as_slice(), limit as i64, offset as i64])?;
        entries.reverse();
        let mut said = self.told(id, self.vouched(&entries)?)?;
        said.reverse();
        Ok(Some(Sealed::new(label, History { n_said: total as u64, said })))
    }

    /// Everything that was said of one word of a reading, oldest first.
    pub fn said_of_word(
        &self,
        id: ItemId,
        reading: u64,
        page: u32,
        word: (u32, u32),
    ) -> Result<Option<Sealed<Vec<Said>>>> {
        let Some(label) = self.label_of_item(id)? else { return Ok(None) };
        let ask = "SELECT entry FROM collation WHERE item = ? AND page = ? AND reading = ? ORDER BY entry";
        let entries = self.entries(ask, params![id.0.as_slice(), page, reading as i64])?;
        let mut vouched = self.vouched(&entries)?;
        vouched.retain(|said| (said.start, said.end) == word);
        Ok(Some(Sealed::new(label, self.told(id, vouched)?)))
    }

    fn told(&self, id: ItemId, vouched: Vec<Vouched>) -> Result<Vec<Said>> {
        let mut pages: BTreeMap<(u64, u32), Option<Page>> = BTreeMap::new();
        let mut told = Vec::with_capacity(vouched.len());
        for said in vouched {
            let key = (said.reading, said.page);
            if let std::collections::btree_map::Entry::Vacant(place) = pages.entry(key) {
                let readings = self.page_readings(id, said.page)?;
                let read = readings.into_iter().find(|(stored, _)| stored.entry == said.reading);
                place.insert(read.map(|(_, read)| read.raw));
            }
            let raw = pages.get(&key).and_then(Option::as_ref);
            let was = raw.and_then(|page| page.text.get(said.start as usize..said.end as usize));
            told.push(Said {
                vouch: self.vouch(&said)?,
                reading: said.reading,
                page: said.page,
                word: (said.start, said.end),
                was: was.unwrap_or_default().to_owned(),
                text: said.text,
            });
        }
        Ok(told)
    }
}
