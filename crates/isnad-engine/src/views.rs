//! The projector: entries in, rows and index documents out. The same code runs live and on a rebuild.

use isnad_crypto::hash::sha256;
use isnad_describe::map::Map;
use isnad_ledger::{
    act::Act,
    body::{Body, ItemKept, Register, StoredRow},
    canonical,
};
use isnad_model::{AccessionId, ItemId, Sensitivity, reading::Kind, search::IndexDoc};
use isnad_schema::Schema;
use isnad_store_local::acts::Place;
use isnad_store_sqlite::sql::{Connection, Error, OptionalExtension, params};

use crate::{claims::naming, reading::Stored};

mod claims;
mod readings;

pub use claims::ABOUT;

/// The version of [`SCHEMA`].
const VERSION: u32 = 9;
/// The version of the views: of their tables, and of the properties by which the program's own schema names records.
/// Views of another version are thrown away and made again.
pub fn version() -> u32 {
    let kinds = Schema::builtin().kinds();
    let names: String = kinds.map(|kind| format!("{} {:?}\n", kind.id, kind.title)).collect();
    let [a, b, c, d, ..] = sha256(&[names.as_bytes()]);
    VERSION ^ u32::from_be_bytes([a, b, c, d])
}

/// The tables.
pub const SCHEMA: &str = include_str!("schema.sql");

/// Among the settings of a reading: members follow, and when all of them are recorded a reading of the unpacker.
pub const MEMBERS_FOLLOW: &str = "members=follow";

type Rows<T> = Result<T, Error>;

/// What the projector asks for besides an act: the schema that holds, and the rows of a register.
pub trait Beside {
    /// The schema as of the act.
    fn schema(&self) -> &Schema;
    /// The rows of a register that can be read, each with its number from 0.
    fn rows<'a>(&'a self, register: &'a Register) -> Box<dyn Iterator<Item = (u64, StoredRow)> + 'a>;
}

/// Writes the rows of one act. `bodies` are in order; an erased one is `None` and leaves no row.
pub fn project(
    tx: &Connection,
    act: &Act,
    place: Place,
    bodies: &[Option<Body>],
    beside: &dyn Beside,
) -> Rows<()> {
    let header = &act.header;
    tx.prepare_cached("INSERT INTO act VALUES (?, ?, ?, ?, ?)")?.execute(params![
        header.first as i64,
        header.n,
        header.at,
        place.offset as i64,
        place.size as i64
    ])?;
    for (n, body) in bodies.iter().enumerate() {
        if let Some(body) = body {
            project_body(tx, (header.first + n as u64) as i64, header.at, body, beside)?;
        }
    }
    Ok(())
}

fn project_body(tx: &Connection, entry: i64, at: i64, body: &Body, beside: &dyn Beside) -> Rows<()> {
    match body {
        Body::ArchiveCreated(b) => {
            tx.execute("INSERT INTO archive VALUES (?, ?)", params![entry, b.name])?;
        }
        Body::PrincipalAdded(b) => {
            tx.execute(
                "INSERT INTO principal VALUES (?, ?, ?, ?)",
                params![b.id.as_slice(), entry, b.name, b.role],
            )?;
        }
        Body::DeviceEpoch(_) => {}
        Body::AccessionOpened(b) => {
            tx.prepare_cached(
                "INSERT INTO accession (id, entry, at, from_whom, received_when, received_where, how, authority, \
                 notes, sensitivity, by, sources) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                b.id.as_slice(),
                entry,
                at,
                b.from_whom,
                b.when,
                b.where_,
                b.how,
                b.authority,
                b.notes,
                b.sensitivity,
                b.by.as_slice(),
                canonical::encode(&b.sources)
            ])?;
        }
        Body::ItemKept(b) => project_item(tx, entry, b)?,
        Body::ItemRefused(b) => {
            tx.prepare_cached("INSERT INTO refusal VALUES (?, ?, ?, ?, ?)")?.execute(params![
                entry,
                b.accession.as_slice(),
                b.path,
                canonical::encode(&b.problem),
                LOCKED.contains(&b.problem.code.as_str())
            ])?;
            tx.prepare_cached("UPDATE accession SET refused = refused + 1, closed = 0 WHERE id = ?")?
                .execute([b.accession.as_slice()])?;
        }
        Body::Reading(_) | Body::Derivation(_) => {
            if let Some(stored) = Stored::of(entry as u64, body) {
                readings::project(tx, &stored)?;
            }
        }
        Body::Collation(b) => readings::project_collation(tx, entry, b)?,
        Body::Opened(b) => {
            tx.prepare_cached("INSERT OR REPLACE INTO opened VALUES (?, ?, ?, ?, ?)")?.execute(params![
                b.item.as_slice(),
                entry,
                b.size as i64,
                b.object.address.as_slice(),
                b.object.key
            ])?;
        }
        Body::AccessionClosed(b) => {
            tx.execute(
                "UPDATE accession SET closed = 1, closings = closings + 1 WHERE id = ?",
                [b.id.as_slice()],
            )?;
        }
        Body::Custody(b) => {
            tx.prepare_cached("INSERT INTO custody VALUES (?, ?, ?, ?, ?)")?.execute(params![
                entry,
                b.item.as_slice(),
                b.event,
                b.by.as_slice(),
                at
            ])?;
        }
        Body::FixityCheck(b) => {
            tx.execute("INSERT INTO fixity VALUES (?, ?, ?)", params![entry, at, b.ok])?;
        }
        Body::Claims(b) => claims::project(tx, entry, at, b, beside.schema())?,
        Body::Register(b) => {
            let names =
                Map::parse(&b.map).map(|map| naming::Columns::of(&map.bind(beside.schema(), &b.columns), b));
            claims::project_register(tx, (entry, at), b, &names.unwrap_or_default(), &mut beside.rows(b))?;
        }
        Body::RowsRefused(b) => claims::project_refused(tx, entry, b)?,
        Body::SchemaAdopted(b) => claims::project_schema(tx, b)?,
    }
    Ok(())
}

fn project_item(tx: &Connection, entry: i64, b: &ItemKept) -> Rows<()> {
    tx.prepare_cached("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?.execute(
        params![
            entry,
            b.id.as_slice(),
            b.accession.as_slice(),
            b.path,
            b.size as i64,
            b.sha256.as_slice(),
            b.blake3.as_slice(),
            b.object.address.as_slice(),
            b.object.key,
            b.kind,
            b.media_type,
            b.modified,
            b.parent.as_ref().map(|id| id.as_slice()),
            b.sensitivity,
            b.duplicate
        ],
    )?;
    // What is added to an accession that was closed opens it again, until it is closed once more.
    tx.prepare_cached(
        "UPDATE accession SET kept = kept + 1, duplicates = duplicates + ?, size = size + ?, closed = 0 \
         WHERE id = ?",
    )?
    .execute(params![b.duplicate, b.size as i64, b.accession.as_slice()])?;
    lift_refusal(tx, b)
}

/// Refusals of what was locked. They hold until the password is known.
const LOCKED: [&str; 2] = ["member-encrypted", "password-wrong"];

/// A thing that was refused as locked, and is kept after its accession was closed, is refused no more: it was received
/// once, and is counted once.
fn lift_refusal(tx: &Connection, b: &ItemKept) -> Rows<()> {
    let found: Option<i64> = tx
        .prepare_cached(
            "SELECT r.entry FROM refusal r JOIN accession a ON a.id = r.accession \
             WHERE r.accession = ? AND r.path = ? AND r.locked AND a.closings > 0 ORDER BY r.entry LIMIT 1",
        )?
        .query_row(params![b.accession.as_slice(), b.path], |row| row.get(0))
        .optional()?;
    let Some(entry) = found else { return Ok(()) };
    tx.prepare_cached("DELETE FROM refusal WHERE entry = ?")?.execute([entry])?;
    tx.prepare_cached("UPDATE accession SET refused = refused - 1 WHERE id = ?")?
        .execute([b.accession.as_slice()])?;
    Ok(())
}

/// The name of an item as people see and search it.
pub fn name_of(path: &[u8]) -> String {
    isnad_text::show::show(&String::from_utf8_lossy(path))
}

/// The document of an item without its text, as it is kept.
pub(crate) fn document(kept: &ItemKept) -> IndexDoc {
    IndexDoc {
        item: ItemId(*kept.id),
        kind: Kind::from_code(&kept.kind).unwrap_or(Kind::Other),
        label: Sensitivity::from_code(&kept.sensitivity).unwrap_or(Sensitivity::Sealed).code(),
        name: name_of(&kept.path),
        accession: AccessionId(*kept.accession).to_string(),
        media_type: kept.media_type.clone(),
        page: 0,
        text: String::new(),
        told: Vec::new(),
    }
}

/// The document of an item without its text, from the views.
pub(crate) fn item_document(tx: &Connection, id: &[u8; 10]) -> Rows<Option<IndexDoc>> {
    tx.prepare_cached("SELECT kind, sensitivity, path, accession, media_type FROM item WHERE id = ?")?
        .query_row([id.as_slice()], |row| {
            let label: String = row.get(1)?;
            Ok(IndexDoc {
                item: ItemId(*id),
                kind: Kind::from_code(&row.get::<_, String>(0)?).unwrap_or(Kind::Other),
                label: Sensitivity::from_code(&label).unwrap_or(Sensitivity::Sealed).code(),
                name: name_of(&row.get::<_, Vec<u8>>(2)?),
                accession: AccessionId(row.get(3)?).to_string(),
                media_type: row.get(4)?,
                page: 0,
                text: String::new(),
                told: Vec::new(),
            })
        })
        .optional()
}
