//! Pictures of pages and of words, drawn in the sandbox.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    io::Read,
};

use isnad_access::Sealed;
use isnad_extract::{Cut, Reader};
use isnad_ledger::body::Object;
use isnad_model::{ItemId, Problem, reading::Area};
use isnad_store_sqlite::sql::OptionalExtension;

use super::item::{Held, RECHECK_MAX};
use crate::{Archive, Result};

/// How wide a page is drawn, in pixels, before words are cut out of it: a word of ten points is then some 40 high.
const WORD_PAGE_WIDTH: u32 = 2400;

/// Pictures of words as PNG, each under the first byte of its word in the text as it was read.
pub type WordImages = BTreeMap<u32, Vec<u8>>;

/// What a reader is handed.
enum Plain {
    Memory(Vec<u8>),
    File(File),
}

impl Archive {
    /// A picture of a page, drawn in the sandbox: PNG, at most `width_max` pixels wide. Pages count from 1.
    pub fn page_image(&self, id: ItemId, page: u32, width_max: u32) -> Result<Option<Sealed<Vec<u8>>>> {
        let Some((held, mut reader)) = self.drawable(id)? else { return Ok(None) };
        let drawn = match self.plain(&held)? {
            Plain::Memory(bytes) => reader.page_image(&bytes, page, width_max),
            Plain::File(file) => reader.page_image_of_file(file, page, width_max),
        };
        // A page that cannot be drawn is no failure of the archive: the page shows the text alone.
        Ok(drawn.ok().map(|picture| Sealed::new(held.sensitivity, picture)))
    }

    /// The same, turned clockwise by so many quarters.
    pub fn page_image_turned(
        &self,
        id: ItemId,
        page: u32,
        width_max: u32,
        turn: u8,
    ) -> Result<Option<Sealed<Vec<u8>>>> {
        if turn.is_multiple_of(4) {
            return self.page_image(id, page, width_max);
        }
        let cut = Cut { page, width_max, turn, areas: Vec::new() };
        let pieces = self.pieces(id, &cut)?;
        Ok(pieces.and_then(|(held, mut pages)| Some(Sealed::new(held.sensitivity, pages.pop()?))))
    }

    /// Pictures of words of a reading, each gray and with hardly any of the page around it: what is asked for is
    /// named by the first bytes of words, so that nobody gets at the rest of a veiled page this way.
    ///
    /// The page is drawn once for all of them.
    pub fn word_images(
        &self,
        id: ItemId,
        reading: u64,
        page: u32,
        words: &BTreeSet<u32>,
        turn: u8,
    ) -> Result<Option<Sealed<WordImages>>> {
        let readings = self.page_readings(id, page)?;
        let Some((_, read)) = readings.into_iter().find(|(stored, _)| stored.entry == reading) else {
            return Ok(None);
        };
        let wanted = read.raw.words.iter().filter(|word| words.contains(&word.start));
        let (starts, areas): (Vec<u32>, Vec<Area>) = wanted.map(|word| (word.start, word.area)).unzip();
        if areas.is_empty() {
            return Ok(None);
        }
        let pieces = self.pieces(id, &Cut { page, width_max: WORD_PAGE_WIDTH, turn, areas })?;
        Ok(pieces
            .map(|(held, pieces)| Sealed::new(held.sensitivity, starts.into_iter().zip(pieces).collect())))
    }

    fn pieces(&self, id: ItemId, cut: &Cut) -> Result<Option<(Held, Vec<Vec<u8>>)>> {
        let Some((held, mut reader)) = self.drawable(id)? else { return Ok(None) };
        let drawn = match self.plain(&held)? {
            Plain::Memory(bytes) => reader.cut(&bytes, cut),
            Plain::File(file) => reader.cut_of_file(file, cut),
        };
        Ok(drawn.ok().map(|pieces| (held, pieces)))
    }

    fn drawable(&self, id: ItemId) -> Result<Option<(Held, Reader)>> {
        let Some(held) = self.held(id)? else { return Ok(None) };
        let reader = isnad_extract::is_drawable(&held.line.media_type).then(|| self.start_reader()).flatten();
        Ok(reader.map(|reader| (held, reader)))
    }

    /// What an item's pages are drawn from: its bytes, or where these are locked the copy without the lock that was
    /// made when somebody knew the password.
    pub(crate) fn drawn_from(&self, item: ItemId) -> Result<Option<(Object, u64)>> {
        self.query(|db| {
            db.prepare_cached(
                "SELECT o.address, o.key, o.size FROM opened o WHERE o.item = ?1 \
                 UNION ALL SELECT i.address, i.key, i.size FROM item i WHERE i.id = ?1 LIMIT 1",
            )?
            .query_row([item.0.as_slice()], |row| {
                let object = Object { address: row.get::<_, [u8; 32]>(0)?.into(), key: row.get(1)? };
                Ok((object, row.get::<_, i64>(2)? as u64))
            })
            .optional()
        })
    }

    fn plain(&self, held: &Held) -> Result<Plain> {
        let altered = |_| Problem::new("object-altered");
        let (object, size) = self.drawn_from(held.line.id)?.ok_or_else(|| Problem::new("object-altered"))?;
        let mut bytes = self.open_object(&object).map_err(altered)?;
        if size > RECHECK_MAX {
            return isnad_extract::memfd(&mut bytes).map(Plain::File).map_err(altered);
        }
        let mut plain = Vec::new();
        bytes.read_to_end(&mut plain).map_err(altered)?;
        Ok(Plain::Memory(plain))
    }
}
