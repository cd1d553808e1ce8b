use std::{fs, path::PathBuf};

use tempfile::TempDir;

use super::*;
use crate::{
    digest,
    file::{HEADER_BYTES, STORED_BYTES},
    sql::params,
};

const SCHEMA: &str = "
    CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL, body BLOB);
    CREATE INDEX item_by_name ON item (name);";
/// Words that must never be seen in a file.
const CANARY: &str = "كناري-canary-canari";

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("views")
    }

    fn open_as(&self, key: u8, version: u32) -> Result<Opened, Error> {
        Views::open(&self.path(), &Secret([key; 32]), version, SCHEMA)
    }

    fn open(&self) -> Opened {
        self.open_as(1, 1).unwrap()
    }

    /// Views with rows in several pages, settled and closed; what they hold, and the bytes of the file.
    fn filled(&self) -> (isnad_crypto::hash::Hash, Vec<u8>) {
        let views = self.open().views;
        fill(&views, 0..200);
        let held = views.with(digest).unwrap();
        drop(views);
        (held, fs::read(self.path()).unwrap())
    }
}

fn fill(views: &Views, ids: std::ops::Range<u32>) {
    views
        .transaction(|transaction| {
            let mut insert = transaction.prepare("INSERT INTO item VALUES (?1, ?2, ?3)")?;
            for id in ids {
                insert.execute(params![id, format!("{CANARY} {id}"), [id as u8; 300]])?;
            }
            Ok(())
        })
        .unwrap();
}

fn count(views: &Views) -> Result<u32, Error> {
    views.with(|connection| Ok(connection.query_row("SELECT count(*) FROM item", [], |row| row.get(0))?))
}

#[test]
fn kept_over_a_reopening() {
    let folder = Folder::new();
    let Opened { views, found } = folder.open();
    assert_eq!((found, count(&views).unwrap()), (Found::Absent, 0));
    fill(&views, 0..1000);
    views
        .transaction(|transaction| {
            transaction.execute("DELETE FROM item WHERE id >= 900", [])?;
            Ok(transaction.execute("UPDATE item SET name = 'new' WHERE id = 5", [])?)
        })
        .unwrap();
    let held = views.with(digest).unwrap();
    drop(views);
    let Opened { views, found } = folder.open();
    assert_eq!((found, count(&views).unwrap()), (Found::Kept, 900));
    assert_eq!(views.with(digest).unwrap(), held);
    let check = "PRAGMA integrity_check";
    let sound: String = views.with(|c| Ok(c.query_row(check, [], |row| row.get(0))?)).unwrap();
    assert_eq!(sound, "ok");
}

#[test]
fn shrunk_and_grown_again() {
    let folder = Folder::new();
    let views = folder.open().views;
    fill(&views, 0..500);
    let size_bytes = || fs::metadata(folder.path()).unwrap().len();
    let full = size_bytes();
    views.with(|connection| Ok(connection.execute_batch("DELETE FROM item; VACUUM;")?)).unwrap();
    assert!(size_bytes() < full / 4, "{} of {full}", size_bytes());
    fill(&views, 0..500);
    drop(views);
    let Opened { views, found } = folder.open();
    assert_eq!((found, count(&views).unwrap()), (Found::Kept, 500));
}

#[test]
fn a_failed_transaction_changes_nothing() {
    let folder = Folder::new();
    let views = folder.open().views;
    fill(&views, 0..10);
    let before = views.with(digest).unwrap();
    let failed = views.transaction(|transaction| {
        // More than SQLite's cache, so that pages are written before the end.
        transaction.execute_batch("PRAGMA cache_size = 10")?;
        let mut insert = transaction.prepare("INSERT INTO item VALUES (?1, 'x', zeroblob(2000))")?;
        for id in 10..2000 {
            insert.execute([id])?;
        }
        Ok(insert.execute([5])?)
    });
    assert!(matches!(failed, Err(Error::Sql(_))));
    assert_eq!(views.with(digest).unwrap(), before);
    drop(views);
    let Opened { views, found } = folder.open();
    assert_eq!((found, views.with(digest).unwrap()), (Found::Kept, before));
}

#[test]
fn what_is_not_trusted_is_thrown_away() {
    let check = |key, version, expected| {
        let folder = Folder::new();
        folder.filled();
        let Opened { views, found } = folder.open_as(key, version).unwrap();
        assert_eq!(found, expected);
        assert_eq!(count(&views).unwrap(), if found.is_fresh() { 0 } else { 200 });
    };
    check(1, 1, Found::Kept);
    check(2, 1, Found::Unreadable);
    check(1, 2, Found::Outdated);
}

#[test]
fn in_use_by_one_at_a_time() {
    let folder = Folder::new();
    let opened = folder.open();
    assert!(matches!(folder.open_as(1, 1), Err(Error::InUse)));
    drop(opened);
    assert!(folder.open_as(1, 1).is_ok());
}

/// What a process leaves behind that is killed: the file as it is at that moment.
#[test]
fn killed_between_settlings() {
    let (folder, other) = (Folder::new(), Folder::new());
    let found_after_kill = || {
        fs::copy(folder.path(), other.path()).unwrap();
        other.open().found
    };
    let views = folder.open().views;
    assert_eq!(found_after_kill(), Found::Unclean);
    fill(&views, 0..50);
    assert_eq!(found_after_kill(), Found::Unclean);
    views.settle().unwrap();
    assert_eq!(found_after_kill(), Found::Kept);
    assert_eq!(count(&views).unwrap(), 50);
    assert_eq!(found_after_kill(), Found::Kept);
    fill(&views, 50..51);
    assert_eq!(found_after_kill(), Found::Unclean);
    views.settle().unwrap();
    // A transaction that is open is never settled, though some of its pages may be in the file already.
    let run = |sql| views.with(|connection| Ok(connection.execute_batch(sql)?)).unwrap();
    run("PRAGMA cache_size = 1; BEGIN; UPDATE item SET body = zeroblob(9000);");
    views.settle().unwrap();
    assert_eq!(found_after_kill(), Found::Unclean);
    run("ROLLBACK");
    views.settle().unwrap();
    assert_eq!(found_after_kill(), Found::Kept);
    assert_eq!(count(&other.open().views).unwrap(), 51);
}

/// Reads everything; nothing means that the damage was noticed.
fn read_all(folder: &Folder) -> Option<isnad_crypto::hash::Hash> {
    let Opened { views, found } = folder.open();
    if found.is_fresh() { None } else { views.with(digest).ok() }
}

#[test]
fn one_changed_byte_is_noticed() {
    let folder = Folder::new();
    let (held, bytes) = folder.filled();
    assert_eq!(read_all(&folder), Some(held));
    let n_pages = (bytes.len() - HEADER_BYTES) / STORED_BYTES;
    assert!(n_pages > 5);
    let in_pages = (0..n_pages).flat_map(|page| {
        [0, 23, 24, 100, STORED_BYTES / 2, STORED_BYTES - 17, STORED_BYTES - 1]
            .map(|within| HEADER_BYTES + page * STORED_BYTES + within)
    });
    for place in (0..HEADER_BYTES).chain(in_pages) {
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        fs::write(folder.path(), &changed).unwrap();
        let verdict = read_all(&folder);
        // Not every page is read by every question; one that is not cannot give a wrong answer.
        let is_noticed = verdict.is_none() || (verdict == Some(held) && is_noticed_by_check(&bytes, place));
        assert!(is_noticed, "byte {place}");
    }
}

/// Whether SQLite's own check, which reads the pages of the indices too, meets the changed byte.
fn is_noticed_by_check(bytes: &[u8], place: usize) -> bool {
    let folder = Folder::new();
    let mut changed = bytes.to_vec();
    changed[place] ^= 1;
    fs::write(folder.path(), &changed).unwrap();
    let checked = folder.open().views.with(|connection| {
        Ok(connection.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0))?)
    });
    matches!(checked, Err(Error::Damaged))
}

#[test]
fn moved_cut_and_foreign_pages_are_noticed() {
    let folder = Folder::new();
    let (held, bytes) = folder.filled();
    let page =
        |number: usize| HEADER_BYTES + number * STORED_BYTES..HEADER_BYTES + (number + 1) * STORED_BYTES;
    let check = |what: &str, changed: &[u8]| {
        fs::write(folder.path(), changed).unwrap();
        assert_eq!(read_all(&folder), None, "{what}");
    };
    let mut moved = bytes.clone();
    moved.copy_within(page(3), page(4).start);
    moved[page(3)].copy_from_slice(&bytes[page(4)]);
    check("two pages in each other's place", &moved);
    let mut wiped = bytes.clone();
    wiped[page(0)].fill(0);
    check("a wiped page", &wiped);
    check("cut at a page", &bytes[..bytes.len() - STORED_BYTES]);
    check("cut within a page", &bytes[..bytes.len() - 1]);
    check("cut within the header", &bytes[..HEADER_BYTES / 2]);
    check("a page too many", &[bytes.as_slice(), &bytes[page(1)]].concat());
    // The same rows under the same key, but of another making of the file.
    let other = Folder::new();
    let (_, foreign) = other.filled();
    assert_eq!(foreign.len(), bytes.len());
    let mut mixed = bytes.clone();
    mixed[page(0)].copy_from_slice(&foreign[page(0)]);
    check("a page of another making", &mixed);
    fs::write(folder.path(), &bytes).unwrap();
    assert_eq!(read_all(&folder), Some(held));
}

#[test]
fn damage_met_in_use_halts_and_is_thrown_away_next_time() {
    let folder = Folder::new();
    let (_, mut bytes) = folder.filled();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(folder.path(), &bytes).unwrap();
    let Opened { views, found } = folder.open();
    assert_eq!(found, Found::Kept);
    let everything = "SELECT sum(length(name)) FROM item NOT INDEXED UNION ALL SELECT count(name) FROM item";
    let read = |views: &Views| {
        views.with(|connection| {
            connection.query_row("PRAGMA integrity_check", [], |_| Ok(()))?;
            Ok(connection.query_row(everything, [], |_| Ok(()))?)
        })
    };
    assert!(matches!(read(&views), Err(Error::Damaged)));
    assert!(matches!(count(&views), Err(Error::Damaged)));
    assert!(matches!(views.settle(), Err(Error::Damaged)));
    drop(views);
    assert_eq!(folder.open().found, Found::Unclean);
}

/// Sorting, temporary tables and long transactions are where SQLite likes to write beside its file.
#[test]
fn no_word_reaches_the_disk_in_the_clear() {
    let folder = Folder::new();
    let views = folder.open().views;
    fill(&views, 0..3000);
    views
        .with(|connection| {
            connection.execute_batch(
                "PRAGMA cache_size = 10;
                 CREATE TEMP TABLE copy AS SELECT name || id AS name, body FROM item;
                 CREATE INDEX item_by_body ON item (body, name);
                 BEGIN;
                 UPDATE item SET name = name || ' ' || hex(body);
                 SAVEPOINT inner;
                 INSERT INTO item SELECT id + 100000, name, body FROM item;
                 ROLLBACK TO inner;
                 COMMIT;",
            )?;
            let sorted = "SELECT count(*) FROM (SELECT DISTINCT name FROM copy ORDER BY name DESC)";
            Ok(connection.query_row(sorted, [], |row| row.get::<_, u32>(0))?)
        })
        .map(|n| assert_eq!(n, 3000))
        .unwrap();
    let names = || fs::read_dir(folder.0.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(names().collect::<Vec<_>>(), ["views"]);
    drop(views);
    assert_eq!(names().collect::<Vec<_>>(), ["views"]);
    let bytes = fs::read(folder.path()).unwrap();
    for word in [CANARY.as_bytes(), b"canary", "كناري".as_bytes(), b"CREATE TABLE", b"item", b"SQLite"] {
        assert!(!bytes.windows(word.len()).any(|window| window == word), "{}", String::from_utf8_lossy(word));
    }
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let _views = folder.open();
    assert_eq!(fs::metadata(folder.path()).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn in_memory_views_hold_the_same() {
    let folder = Folder::new();
    let (held, _) = folder.filled();
    let views = Views::in_memory(SCHEMA).unwrap();
    fill(&views, 0..200);
    assert_eq!(views.with(digest).unwrap(), held);
    assert!(views.settle().is_ok());
}
