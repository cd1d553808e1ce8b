//! Searching inside one item.

use std::ops::Range;

use isnad_access::Grant;
use isnad_model::{
    ItemId, Problem,
    search::{Query, Within},
};

use crate::{Archive, Result};

impl Archive {
    /// The pages of an item that are hits, all of them, and what stands on those of `window`. What the grant does not
    /// cover has none.
    pub fn search_within(
        &self,
        grant: &Grant,
        item: ItemId,
        text: &str,
        window: Range<usize>,
    ) -> Result<Within> {
        if text.trim().is_empty() {
            return Ok(Within::default());
        }
        let query = Query { text: text.to_owned(), item: Some(item), ..Query::default() };
        self.index.within(grant, &query, window).map_err(|_| Problem::new("index-damaged"))
    }
}

/// The places of a text that answer a query, as the search counts them.
pub fn marks(query: &str, text: &str) -> Vec<Range<usize>> {
    isnad_index_tantivy::marks(query, text)
}
