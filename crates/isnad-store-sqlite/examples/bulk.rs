//! Prints how fast rows go into the views and come out again:
//! `cargo run --release -p isnad-store-sqlite --example bulk`.
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a benchmark measures and prints")]

use std::{path::Path, time::Instant};

use isnad_crypto::Secret;
use isnad_store_sqlite::{Error, Views, digest, sql::params};

const N_ROWS: u32 = 200_000;
const SCHEMA: &str = "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, body TEXT);
    CREATE INDEX item_by_name ON item (name);";

fn main() -> Result<(), Error> {
    let path = std::env::temp_dir().join("isnad-views-bulk");
    let result = run("memory", &Views::in_memory(SCHEMA)?).and_then(|()| run_sealed(&path));
    std::fs::remove_file(path)?;
    result
}

fn run_sealed(path: &Path) -> Result<(), Error> {
    let open = || Views::open(path, &Secret([1; 32]), 1, SCHEMA);
    run("sealed", &open()?.views)?;
    println!("sealed file: {} MB", std::fs::metadata(path)?.len() / 1_000_000);
    let views = open()?.views;
    measure("sealed, cold: read all", || views.with(digest))?;
    Ok(())
}

fn run(kind: &str, views: &Views) -> Result<(), Error> {
    measure(&format!("{kind}: insert"), || {
        views.transaction(|transaction| {
            let mut insert = transaction.prepare("INSERT INTO item VALUES (?1, ?2, ?3)")?;
            let body = "متن ".repeat(40);
            for id in 0..N_ROWS {
                // Names come in no order, as in life, so that the index is written all over.
                insert.execute(params![id, format!("name {}", id.wrapping_mul(2_654_435_761)), body])?;
            }
            Ok(())
        })
    })?;
    measure(&format!("{kind}: settle"), || views.settle())?;
    measure(&format!("{kind}: 20,000 single lookups"), || {
        views.with(|connection| {
            let mut lookup = connection.prepare("SELECT name FROM item WHERE id = ?1")?;
            for n in 0..20_000u32 {
                lookup.query_row([n.wrapping_mul(40_503) % N_ROWS], |row| row.get::<_, String>(0))?;
            }
            Ok(())
        })
    })?;
    measure(&format!("{kind}: digest"), || views.with(digest))?;
    Ok(())
}

fn measure<T>(what: &str, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    let start = Instant::now();
    let value = work()?;
    println!("{what}: {:.0} ms", start.elapsed().as_secs_f64() * 1000.0);
    Ok(value)
}
