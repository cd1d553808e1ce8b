//! For benchmarks and tests only: entries without files to take in, and readings without a machine that reads.

use isnad_access::Grant;
use isnad_ledger::body::{Body, Derivation, ItemKept, StoredPage};
use isnad_model::{
    ItemId, Problem,
    reading::{Method, Page},
};
use isnad_store_sqlite::sql::OptionalExtension;

use crate::{Archive, Result, error::to_stored, reading::stored_page};

/// Words of the synthetic texts; which ones a text has follows from its number.
const WORDS: [&str; 16] = [
    "أحمد",
    "محضر",
    "لقاء",
    "الفرع",
    "شهادة",
    "دمشق",
    "وفاة",
    "عائلة",
    "باريس",
    "معتقل",
    "صورة",
    "قائمة",
    "توثيق",
    "محكمة",
    "تجميد",
    "سجل",
];

/// Appends `n` entries, half of them items and half readings with a text of forty words, in acts of `batch`.
///
/// All items share the object of the first item that the archive holds, which must be there.
pub fn fill(archive: &Archive, _grant: &Grant, n: u64, batch: usize) -> Result<()> {
    let template = template(archive)?;
    let mut bodies = Vec::with_capacity(batch);
    for number in 0..n / 2 {
        let mut kept = template.clone();
        let mut id = [0; 10];
        id[..8].copy_from_slice(&number.to_be_bytes());
        id[9] = 1;
        kept.id = id.into();
        kept.path = format!("{}/{number}.txt", number / 1000).into_bytes();
        bodies.push(Body::ItemKept(kept));
        bodies.push(Body::Derivation(reading(id, number)));
        if bodies.len() >= batch {
            archive.append(std::mem::take(&mut bodies), Vec::new())?;
        }
    }
    archive.append(bodies, Vec::new())?;
    archive.settle()
}

/// Appends readings of pages of an item as a machine gives them, one a page from `first_page` on, each an entry of
/// its own; all of them in one act.
pub fn read_by_machine(archive: &Archive, item: ItemId, first_page: u32, pages: Vec<Page>) -> Result<()> {
    let of_page = |(number, page): (u32, Page)| {
        Body::Derivation(Derivation {
            item: item.0.into(),
            method: Method::Ocr.code().into(),
            tool: "bench-reader 1.0".into(),
            settings: "languages=ara+eng".into(),
            first_page: number,
            pages: Some(vec![stored_page(page)]),
            ..reading(item.0, 0)
        })
    };
    archive.append((first_page..).zip(pages).map(of_page).collect(), Vec::new())?;
    archive.index_up_to_date()
}

/// Appends the reading of a page that a machine could not draw.
pub fn failed_by_machine(archive: &Archive, item: ItemId, page: u32) -> Result<()> {
    let failed = Body::Derivation(Derivation {
        item: item.0.into(),
        method: Method::Ocr.code().into(),
        first_page: page,
        pages: Some(vec![StoredPage { text: String::new(), words: Vec::new(), doubtful: Vec::new() }]),
        problems: vec![to_stored(&Problem::new("page-not-drawable").number("page", page.into()))],
        ..reading(item.0, 0)
    });
    archive.append(vec![failed], Vec::new())?;
    archive.index_up_to_date()
}

fn reading(id: [u8; 10], number: u64) -> Derivation {
    let words =
        (0..40u64).map(|place| WORDS[((number >> (place % 16)) + place * 7 + number * place) as usize % 16]);
    let text = format!("{} {number}", words.collect::<Vec<_>>().join(" "));
    Derivation {
        item: id.into(),
        method: "text".into(),
        tool: "bench".into(),
        settings: String::new(),
        first_page: 1,
        n_pages: 1,
        pages: Some(vec![StoredPage { text, words: Vec::new(), doubtful: Vec::new() }]),
        object: None,
        unread: Vec::new(),
        metadata: Vec::new(),
        problems: Vec::new(),
        by: None,
    }
}

fn template(archive: &Archive) -> Result<ItemKept> {
    let entry: Option<i64> =
        archive.query(|db| db.query_row("SELECT min(entry) FROM item", [], |row| row.get(0)).optional())?;
    let missing = || Problem::new("item-absent");
    match archive.body(entry.ok_or_else(missing)? as u64)? {
        Some(Body::ItemKept(kept)) => Ok(ItemKept { duplicate: true, kind: "text".into(), ..kept }),
        _ => Err(missing()),
    }
}
