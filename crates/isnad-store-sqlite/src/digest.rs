//! One hash over everything in the views, so that rebuilt and live ones can be compared.

use isnad_crypto::hash::{Hash, Sha};
use rusqlite::{Connection, Row, types::ValueRef};

use crate::Error;

/// The hash over all tables: names, columns and rows, whatever the order in which rows were written.
///
/// Rows go by primary key, then by the other columns; hidden row ids do not count. Values keep their type and
/// length, so that no two different contents are the same bytes.
pub fn digest(connection: &Connection) -> Result<Hash, Error> {
    let mut sha = Sha::default();
    let mut tables = connection.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )?;
    let names = tables.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    for name in names {
        hash_table(connection, &name, &mut sha)?;
    }
    Ok(sha.finish())
}

fn hash_table(connection: &Connection, name: &str, sha: &mut Sha) -> Result<(), Error> {
    // Columns in the order of the table, and for each its place in the primary key, from 1.
    let mut info =
        connection.prepare("SELECT name, pk FROM pragma_table_xinfo(?1) WHERE hidden <> 1 ORDER BY cid")?;
    let columns: Vec<(String, u32)> =
        info.query_map([name], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let mut order: Vec<&(String, u32)> = columns.iter().collect();
    order.sort_by_key(|(_, key)| if *key == 0 { u32::MAX } else { *key });
    let list =
        |columns: Vec<&String>| columns.into_iter().map(|name| quote(name)).collect::<Vec<_>>().join(", ");
    let query = format!(
        "SELECT {} FROM {} ORDER BY {}",
        list(columns.iter().map(|(name, _)| name).collect()),
        quote(name),
        list(order.iter().map(|(name, _)| name).collect()),
    );
    sha.update(b"table");
    hash_bytes(b'n', name.as_bytes(), sha);
    columns.iter().for_each(|(column, _)| hash_bytes(b'c', column.as_bytes(), sha));
    let mut statement = connection.prepare(&query)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        hash_row(row, columns.len(), sha)?;
    }
    Ok(())
}

fn hash_row(row: &Row<'_>, n_columns: usize, sha: &mut Sha) -> Result<(), Error> {
    sha.update(b"row");
    for column in 0..n_columns {
        match row.get_ref(column)? {
            ValueRef::Null => sha.update(b"0"),
            ValueRef::Integer(number) => hash_bytes(b'i', &number.to_be_bytes(), sha),
            ValueRef::Real(number) => hash_bytes(b'r', &number.to_bits().to_be_bytes(), sha),
            ValueRef::Text(text) => hash_bytes(b't', text, sha),
            ValueRef::Blob(bytes) => hash_bytes(b'b', bytes, sha),
        }
    }
    Ok(())
}

fn hash_bytes(kind: u8, bytes: &[u8], sha: &mut Sha) {
    sha.update(&[kind]);
    sha.update(&(bytes.len() as u64).to_be_bytes());
    sha.update(bytes);
}

fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests;
