//! Rows of readings: what was read, what must still be read from a picture, and which numbers nobody vouches for.

use isnad_ledger::{body::Collation, canonical};
use isnad_model::reading::{Kind, Method, Word};
use isnad_store_sqlite::sql::{Connection, OptionalExtension, params};

use super::{MEMBERS_FOLLOW, Rows};
use crate::reading::Stored;

pub(super) fn project(tx: &Connection, stored: &Stored) -> Rows<()> {
    let b = &stored.derivation;
    let (entry, item) = (stored.entry as i64, b.item.as_slice());
    tx.prepare_cached("INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?.execute(params![
        entry,
        item,
        b.method,
        b.tool,
        b.settings,
        b.first_page,
        b.n_pages,
        (!b.problems.is_empty()).then(|| canonical::encode(&b.problems)),
        b.by.as_ref().map(|id| id.as_slice()),
        b.settings.split(' ').any(|setting| setting == MEMBERS_FOLLOW)
    ])?;
    match stored.method() {
        Method::Text => project_unread(tx, entry, stored),
        Method::Ocr | Method::Person => project_read(tx, stored),
        Method::Members => Ok(()),
    }
}

/// More pictures than any file of this world holds: a child that was taken over may claim billions.
const PICTURES_MAX: u32 = 1 << 20;

/// What the file itself does not tell waits for its picture to be read: pages of a document, and pictures whole.
fn project_unread(tx: &Connection, entry: i64, stored: &Stored) -> Rows<()> {
    let b = &stored.derivation;
    let mut pages = b.unread.clone();
    if b.n_pages == 0 && is_picture(tx, b.item.as_slice())? {
        let said = b.metadata.iter().find(|m| m.name == "image.Pages").and_then(|m| m.value.parse().ok());
        pages.extend(1..=said.unwrap_or(1).min(PICTURES_MAX));
    }
    for page in pages {
        tx.prepare_cached("INSERT OR REPLACE INTO unread VALUES (?, ?, ?)")?.execute(params![
            b.item.as_slice(),
            page,
            entry
        ])?;
    }
    Ok(())
}

fn is_picture(tx: &Connection, item: &[u8]) -> Rows<bool> {
    let kind: Option<String> = tx
        .prepare_cached("SELECT kind FROM item WHERE id = ?")?
        .query_row([item], |row| row.get(0))
        .optional()?;
    Ok(kind.as_deref() == Some(Kind::Image.code()))
}

/// A page that was read from its picture waits no more; the numbers of the newest machine's reading wait for a person.
fn project_read(tx: &Connection, stored: &Stored) -> Rows<()> {
    let b = &stored.derivation;
    let item = b.item.as_slice();
    let mut n_gone = 0;
    for page in stored.numbers() {
        tx.prepare_cached("DELETE FROM unread WHERE item = ? AND page = ?")?.execute(params![item, page])?;
        n_gone += tx
            .prepare_cached("DELETE FROM number WHERE item = ? AND page = ?")?
            .execute(params![item, page])?;
    }
    let n_new = if stored.method() == Method::Ocr { project_numbers(tx, stored)? } else { 0 };
    count_waiting(tx, item, n_new as i64 - n_gone as i64)
}

fn project_numbers(tx: &Connection, stored: &Stored) -> Rows<usize> {
    let b = &stored.derivation;
    let item = b.item.as_slice();
    let mut n_new = 0;
    // A machine reads page by page, and what it reads stands in the body itself.
    for (page, read) in stored.numbers().zip(b.pages.iter().flatten()) {
        for word in Word::unpack(&read.words, &read.text).unwrap_or_default() {
            let text = &read.text[word.start as usize..word.end as usize];
            if text.chars().any(char::is_numeric) {
                n_new += tx
                    .prepare_cached("INSERT OR IGNORE INTO number VALUES (?, ?, ?, ?, ?)")?
                    .execute(params![stored.entry as i64, page, word.start, word.end, item])?;
            }
        }
    }
    Ok(n_new)
}

/// Keeps the count of the waiting numbers under the label of their item.
fn count_waiting(tx: &Connection, item: &[u8], change: i64) -> Rows<()> {
    if change != 0 {
        tx.prepare_cached(
            "INSERT INTO waiting SELECT sensitivity, ?2 FROM item WHERE id = ?1 \
             ON CONFLICT (sensitivity) DO UPDATE SET n = n + excluded.n",
        )?
        .execute(params![item, change])?;
    }
    Ok(())
}

pub(super) fn project_collation(tx: &Connection, entry: i64, b: &Collation) -> Rows<()> {
    let reading = b.reading as i64;
    tx.prepare_cached("INSERT INTO collation VALUES (?, ?, ?, ?)")?.execute(params![
        entry,
        b.item.as_slice(),
        reading,
        b.page
    ])?;
    let n_gone = tx
        .prepare_cached("DELETE FROM number WHERE reading = ? AND page = ? AND start = ?")?
        .execute(params![reading, b.page, b.start])?;
    count_waiting(tx, b.item.as_slice(), -(n_gone as i64))
}
