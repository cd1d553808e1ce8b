//! The views as the engine holds them: open, ask, change, settle.

use std::{
    path::Path,
    sync::{Arc, Mutex},
};

use isnad_crypto::Secret;
use rusqlite::{Connection, Transaction};

use crate::{
    Error,
    file::{Found, PAGE_BYTES, SealedFile},
    vfs::{self, lock},
};

/// The views, for many threads, one at a time: asking again from within a question waits for ever.
pub struct Views {
    connection: Mutex<Connection>,
    /// None where they are in memory.
    file: Option<Arc<Mutex<SealedFile>>>,
}

/// Opened views, and whether they must be made again.
pub struct Opened {
    /// The views, with the schema in place.
    pub views: Views,
    /// What was found; where it [is fresh](Found::is_fresh), the tables are empty.
    pub found: Found,
}

impl Views {
    /// Opens the views in the file `path`, or begins new ones where it cannot be trusted.
    ///
    /// `schema_version` stands for `schema_sql` and for the way that rows are made from entries: whoever changes
    /// either gives a new number, and views of another number are thrown away.
    pub fn open(
        path: &Path,
        secret: &Secret,
        schema_version: u32,
        schema_sql: &str,
    ) -> Result<Opened, Error> {
        let (file, mut found) = SealedFile::open(path, secret, schema_version)?;
        let file = Arc::new(Mutex::new(file));
        let mut connected = connect(&file);
        if found == Found::Kept && matches!(connected, Err(Error::Damaged)) {
            lock(&file).reset(schema_version)?;
            found = Found::Unreadable;
            connected = connect(&file);
        }
        let connection = Mutex::new(connected?);
        let views = Self { connection, file: Some(file) };
        if found.is_fresh() {
            views.transaction(|transaction| Ok(transaction.execute_batch(schema_sql)?))?;
        }
        Ok(Opened { views, found })
    }

    /// Views that are never stored.
    pub fn in_memory(schema_sql: &str) -> Result<Self, Error> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;")?;
        connection.execute_batch(schema_sql)?;
        Ok(Self { connection: Mutex::new(connection), file: None })
    }

    /// Asks.
    pub fn with<T>(&self, ask: impl FnOnce(&Connection) -> Result<T, Error>) -> Result<T, Error> {
        let connection = lock(&self.connection);
        self.explain(ask(&connection))
    }

    /// Changes: all of it or, after an error, nothing.
    pub fn transaction<T>(
        &self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut connection = lock(&self.connection);
        let changed = connection.transaction().map_err(Error::from).and_then(|transaction| {
            let value = change(&transaction)?;
            transaction.commit()?;
            Ok(value)
        });
        self.explain(changed)
    }

    /// Makes what was committed durable, so that the next opening keeps it.
    ///
    /// It costs two syncs, so it is called when work pauses and not after each transaction; dropping the views
    /// does the same. Whoever is killed in between makes the views again.
    pub fn settle(&self) -> Result<(), Error> {
        let connection = lock(&self.connection);
        match &self.file {
            // Within a transaction SQLite may have written some of its pages already.
            Some(file) if connection.is_autocommit() => lock(file).settle(),
            _ => Ok(()),
        }
    }

    /// SQLite knows only that reading or writing failed; the file knows why.
    fn explain<T>(&self, answer: Result<T, Error>) -> Result<T, Error> {
        explain(self.file.as_deref(), answer)
    }
}

impl Drop for Views {
    fn drop(&mut self) {
        // Nobody is left to be told; a file that could not be settled is made again.
        let _ = self.settle();
    }
}

fn explain<T>(file: Option<&Mutex<SealedFile>>, answer: Result<T, Error>) -> Result<T, Error> {
    let failure = file.and_then(|file| lock(file).failure());
    failure.map_or(answer, Err)
}

fn connect(file: &Arc<Mutex<SealedFile>>) -> Result<Connection, Error> {
    let connection = vfs::connect(file).and_then(|connection| {
        set_up(&connection)?;
        Ok(connection)
    });
    explain(Some(file), connection.map_err(Error::from))
}

/// The journal and everything temporary stay in memory, and the schema is read, so that damage shows now.
fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(&format!(
        "PRAGMA page_size = {PAGE_BYTES};
         PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA journal_mode = MEMORY;
         PRAGMA synchronous = OFF;
         PRAGMA temp_store = MEMORY;
         PRAGMA mmap_size = 0;
         PRAGMA cache_size = -65536;
         PRAGMA trusted_schema = OFF;"
    ))?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
}

#[cfg(test)]
mod tests;
