//! Taking a table in whole: its rows go to the vault block by block, and one entry signs them all.
//!
//! A row that says word for word what the archive holds from the same register is *known* and not kept again; one that
//! cannot belong to the table is *refused* with its reason and its cells. received = kept + known + refused.
//! What a cell says and cannot be understood (31 February) is kept as it stands and told as a doubt.

use std::{
    collections::{HashMap, HashSet},
    io::Write,
    ops::ControlFlow,
};

use isnad_access::Grant;
use isnad_crypto::hash::{Hash, sha256};
use isnad_describe::{
    map::{Bound, Map},
    understand::{Doubt, understand},
};
use isnad_ledger::{
    body::{Body, RefusedRow, Register, RegisterBlock, RowsRefused, StoredRow},
    tree::{Frontier, leaf_hash},
};
use isnad_model::{
    BatchId, ItemId, Problem, RecordId, Sensitivity,
    table::{Row, RowEvent, RowSettings},
};
use isnad_schema::{Schema, Type};
use isnad_store_local::vault::Incoming;
use isnad_store_sqlite::sql::{OptionalExtension, params};
use rand::{RngCore, rngs::OsRng};

use super::chance;
use crate::{
    Archive, Result,
    error::{of_fault, of_io, to_stored},
    query::rows,
};

/// Rows of one block: some hundred kilobytes, so that one row is opened quickly.
const BLOCK_ROWS: usize = 4_096;
/// Refused rows that one entry names.
const REFUSED_ROWS: usize = 1_000;
/// Examples that a report names of each kind of doubt and problem; all of them are counted.
const EXAMPLES: usize = 20;

/// A table to be taken in.
pub struct ImportRequest<'a> {
    /// The item that holds it.
    pub item: ItemId,
    /// What its columns say.
    pub map: &'a Map,
    /// The encoding of a text file, where it must not be guessed.
    pub encoding: Option<String>,
    /// The byte between the cells of a text file, where it must not be guessed.
    pub delimiter: Option<u8>,
    /// Only look: nothing is written.
    pub dry_run: bool,
    /// Called with the number of rows so far.
    pub progress: &'a mut dyn FnMut(u64),
}

/// Something that was told of rows: how often, and where first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The code; words are `problem-CODE` with the arguments of `problem`, `import-CODE` for what the import itself
    /// tells, `doubt-CODE` for a doubt.
    pub code: String,
    /// The property, for a doubt.
    pub property: String,
    /// The first problem as the reader of the table told it.
    pub problem: Option<Problem>,
    /// How often.
    pub n: u64,
    /// The first of them: row, column from 1 or 0, and what stands there.
    pub examples: Vec<(u64, u32, String)>,
}

/// What came of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// The batch; nothing after a dry run, or where no row was new.
    pub batch: Option<BatchId>,
    /// Rows with something in them, below the headings.
    pub received: u64,
    /// Kept.
    pub kept: u64,
    /// Said word for word before.
    pub known: u64,
    /// Refused.
    pub refused: u64,
    /// What is doubtful in kept rows.
    pub doubts: Vec<Told>,
    /// What the reader of the table told, and why rows were refused.
    pub problems: Vec<Told>,
    /// The headings of the table.
    pub columns: Vec<String>,
    /// The first rows, for a preview.
    pub preview: Vec<Vec<String>>,
}

/// Rows of a preview.
const PREVIEW_ROWS: usize = 10;

impl Archive {
    /// Takes a table in; `None` where there is no such item for this grant.
    ///
    /// # Errors
    /// `not-allowed`; `map-flawed` with the flaw's code; `table-without-headings`; whatever keeps the file from being
    /// read to its end. Nothing is written then.
    pub fn import(&self, grant: &Grant, request: ImportRequest<'_>) -> Result<Option<Imported>> {
        let Some(held) = self.held(request.item)?.filter(|held| grant.covers(held.sensitivity)) else {
            return Ok(None);
        };
        if !grant.role().may_take_in() {
            return Err(Problem::new("not-allowed"));
        }
        let _one_at_a_time = self.intake.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let schema = self.schema();
        let reader = self.start_reader().ok_or_else(|| Problem::new("not-read"))?;
        let file = self.plain_of(&held).map_err(|_| Problem::new("object-altered"))?;
        let settings = RowSettings {
            encoding: request.encoding,
            delimiter: request.delimiter,
            sheet: request.map.sheet.clone(),
            rows_max: None,
        };
        let is_text = held.line.media_type.starts_with("text/");
        let mut import = Import::new(self, &schema, request.map, is_text, request.dry_run)?;
        let mut failed = None;
        let end = reader.rows(file, &settings, &mut |event| match import.take(event, request.progress) {
            Ok(()) => ControlFlow::Continue(()),
            Err(problem) => {
                failed = Some(problem);
                ControlFlow::Break(())
            }
        });
        let ended = match (failed, end) {
            (Some(problem), _) | (None, Err(problem)) => Err(problem),
            (None, Ok(_)) => import.flush(),
        };
        if let Err(problem) = ended {
            import.discard();
            return Err(problem);
        }
        let label = Sensitivity::from_code(request.map.sensitivity.as_deref().unwrap_or_default());
        let kind = schema.kind(&request.map.kind);
        let least = kind.map_or(Sensitivity::Restricted, |kind| rows::sensitivity(&kind.sensitivity));
        // Said nothing, a table is as closed as the item that it came in.
        let label = label.unwrap_or(least.max(held.sensitivity));
        import.finish(grant, request.item, label).map(Some)
    }
}

impl Archive {
    /// A map for a table: columns that are called like properties of the kind. `None` where there is no such item for
    /// this grant.
    ///
    /// # Errors
    /// `kind-unknown`, and whatever keeps the head of the file from being read.
    pub fn propose_map(&self, grant: &Grant, item: ItemId, kind: &str) -> Result<Option<Map>> {
        let Some(held) = self.held(item)?.filter(|held| grant.covers(held.sensitivity)) else {
            return Ok(None);
        };
        let schema = self.schema();
        let kind = schema.kind(kind).ok_or_else(|| Problem::new("kind-unknown").text("kind", kind))?;
        let reader = self.start_reader().ok_or_else(|| Problem::new("not-read"))?;
        let file = self.plain_of(&held).map_err(|_| Problem::new("object-altered"))?;
        let mut headings = None;
        let settings = RowSettings { rows_max: Some(1), ..RowSettings::default() };
        reader.rows(file, &settings, &mut |event| match event {
            RowEvent::Columns(columns) => {
                headings.get_or_insert(columns);
                ControlFlow::Break(())
            }
            RowEvent::Rows(rows) => {
                if let Some(row) = rows.into_iter().next() {
                    headings.get_or_insert(row.cells);
                }
                ControlFlow::Break(())
            }
            RowEvent::Sheet { .. } | RowEvent::Problem(_) => ControlFlow::Continue(()),
        })?;
        let headings = headings.ok_or_else(|| Problem::new("table-without-headings").number("row", 1))?;
        let headings: Vec<String> = headings.iter().map(|heading| heading.trim().to_owned()).collect();
        // The file's own name, until somebody gives the register a better one.
        let dataset = held.line.path.rsplit('/').next().unwrap_or_default().to_owned();
        Ok(Some(Map { dataset, ..Map::proposed(kind, &headings) }))
    }
}

struct Import<'a> {
    archive: &'a Archive,
    schema: &'a Schema,
    map: &'a Map,
    dry_run: bool,
    bound: Option<Bound<'a>>,
    /// Whether names of columns come from the format and not from a row.
    is_named: bool,
    /// Whether the table is a text file.
    is_text: bool,
    /// What the archive holds of this register: each record with what a row says of it, as a hash.
    held: HashSet<(RecordId, [u8; 16])>,
    /// Whether the rows are of a sheet that nobody asked for.
    is_other_sheet: bool,
    /// How often a row without a key came, so that equal rows are different records.
    times: HashMap<[u8; 16], u32>,
    id_salt: [u8; 32],
    row_salt: [u8; 32],
    block: Vec<StoredRow>,
    blocks: Vec<RegisterBlock>,
    objects: Vec<Incoming>,
    tree: Frontier,
    refused: Vec<RefusedRow>,
    done: Imported,
}

impl<'a> Import<'a> {
    fn new(
        archive: &'a Archive,
        schema: &'a Schema,
        map: &'a Map,
        is_text: bool,
        dry_run: bool,
    ) -> Result<Self> {
        let before = archive.registers_of(&map.dataset)?;
        let id_salt = match before.first() {
            Some((_, salt)) => *salt,
            None => salt(),
        };
        let mut import = Self {
            archive,
            schema,
            map,
            dry_run,
            bound: None,
            is_named: false,
            is_text,
            held: HashSet::new(),
            is_other_sheet: false,
            times: HashMap::new(),
            id_salt,
            row_salt: salt(),
            block: Vec::new(),
            blocks: Vec::new(),
            objects: Vec::new(),
            tree: Frontier::default(),
            refused: Vec::new(),
            done: Imported::default(),
        };
        for (register, _) in &before {
            for rows in archive.register_rows(register) {
                for row in rows? {
                    let said = says(&register.columns, &row.cells);
                    import.held.insert((RecordId(*row.record), said));
                }
            }
        }
        Ok(import)
    }

    fn take(&mut self, event: RowEvent, progress: &mut dyn FnMut(u64)) -> Result<()> {
        match event {
            // The map names one sheet, or none and means the first: another one has columns of its own.
            RowEvent::Sheet { name, index, .. } => {
                self.is_other_sheet = self.map.sheet.is_none() && index > 0;
                if self.is_other_sheet {
                    let problem = Problem::new("sheet-left").text("sheet", &*name);
                    tell(&mut self.done.problems, problem, (0, 0, name));
                }
                Ok(())
            }
            RowEvent::Rows(_) if self.is_other_sheet => Ok(()),
            RowEvent::Columns(columns) => {
                self.is_named = true;
                self.head(columns)
            }
            RowEvent::Rows(rows) => {
                for row in rows {
                    self.row(row)?;
                }
                progress(self.done.received);
                Ok(())
            }
            RowEvent::Problem(problem) => {
                let at = |name: &str| {
                    problem.args.iter().find_map(|(it, arg)| match arg {
                        isnad_model::Arg::Number(n) if *it == name => Some(*n),
                        _ => None,
                    })
                };
                if problem.code == "rows-cut-off" {
                    return Err(problem);
                }
                // A row of another width is refused by its own number below.
                if problem.code != "row-width" {
                    let place = (at("row").unwrap_or(0), at("column").unwrap_or(0) as u32, String::new());
                    tell(&mut self.done.problems, problem, place);
                }
                Ok(())
            }
        }
    }

    fn head(&mut self, columns: Vec<String>) -> Result<()> {
        let columns: Vec<String> = columns.into_iter().map(|it| it.trim().to_owned()).collect();
        if let Some(flaw) = self.map.flaws(self.schema, &columns).first() {
            return Err(Problem::new("map-flawed").text("flaw", flaw.code).text("about", &*flaw.about));
        }
        self.bound = Some(self.map.bind(self.schema, &columns));
        self.done.columns = columns;
        Ok(())
    }

    fn row(&mut self, row: Row) -> Result<()> {
        if !self.is_named {
            if row.number < self.map.header {
                return Ok(());
            }
            if row.number == self.map.header {
                return self.head(row.cells);
            }
        }
        if row.cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        if self.bound.is_none() {
            return Err(Problem::new("table-without-headings").number("row", self.map.header));
        }
        self.done.received += 1;
        let width = self.done.columns.len();
        let mut cells = row.cells;
        let beyond = cells.iter().skip(width).any(|cell| !cell.trim().is_empty());
        // A spreadsheet leaves out empty cells at the end of a row; a text file that does has lost a mark somewhere.
        if beyond || self.is_text && !self.is_named && cells.len() < width {
            let problem = Problem::new("row-refused")
                .number("row", row.number)
                .number("count", cells.len() as u64)
                .number("columns", width as u64);
            return self.refuse(row.number, problem, cells);
        }
        cells.resize(width, String::new());
        if self.done.preview.len() < PREVIEW_ROWS {
            self.done.preview.push(cells.clone());
        }
        let said = says(&self.done.columns, &cells);
        let record = self.record(&cells, said);
        if self.held.contains(&(record, said)) {
            self.done.known += 1;
            return Ok(());
        }
        self.doubt(row.number, &cells);
        self.done.kept += 1;
        let stored = StoredRow { number: row.number, record: record.0.into(), cells };
        self.block.push(stored);
        if self.block.len() == BLOCK_ROWS { self.flush() } else { Ok(()) }
    }

    fn refuse(&mut self, number: u64, problem: Problem, cells: Vec<String>) -> Result<()> {
        self.done.refused += 1;
        let shown = cells.iter().take(4).cloned().collect::<Vec<_>>().join(" | ");
        let stored = to_stored(&problem);
        tell(&mut self.done.problems, problem, (number, 0, shown));
        if !self.dry_run {
            self.refused.push(RefusedRow { number, problem: stored, cells });
        }
        Ok(())
    }

    /// The record that a row describes: by its key cells, or by all of them.
    fn record(&mut self, cells: &[String], said: [u8; 16]) -> RecordId {
        let key = self.bound.as_ref().map_or(&[][..], |bound| &bound.key);
        let hash = if key.is_empty() {
            let times = self.times.entry(said).or_insert(0);
            *times += 1;
            sha256(&[&self.id_salt, &said, &times.to_be_bytes()])
        } else {
            let mut bytes = Vec::new();
            for at in key {
                let cell = cells[*at].trim();
                bytes.extend((cell.len() as u64).to_be_bytes());
                bytes.extend(cell.as_bytes());
            }
            sha256(&[&self.id_salt, &bytes])
        };
        let mut id = [0; 10];
        id.copy_from_slice(&hash[..10]);
        RecordId(id)
    }

    fn doubt(&mut self, number: u64, cells: &[String]) {
        let Some(bound) = &self.bound else { return };
        for (at, property, manner) in &bound.columns {
            let cell = cells[*at].trim();
            let tells =
                matches!(property.kind, Type::Date | Type::Quantity | Type::Term | Type::Flag | Type::Point);
            let doubts = match cell {
                "" if property.required => vec![Doubt::new("required-empty", "")],
                "" => continue,
                _ if tells => understand(self.schema, property, cell, manner).1,
                _ => continue,
            };
            for doubt in doubts {
                let place = (number, *at as u32 + 1, cell.to_owned());
                note(&mut self.done.doubts, &doubt.code, &property.id, place);
            }
        }
    }

    /// Writes the rows that are gathered as a block.
    fn flush(&mut self) -> Result<()> {
        let rows = std::mem::take(&mut self.block);
        if rows.is_empty() || self.dry_run {
            return Ok(());
        }
        for row in &rows {
            self.tree.push(leaf(&self.row_salt, self.tree.size(), row));
        }
        let mut writing = self.archive.vault().begin().map_err(of_fault)?;
        writing.write_all(&StoredRow::encode_block(&rows)).map_err(|error| of_io(&error, "object"))?;
        let incoming = writing.finish().map_err(of_fault)?;
        let object =
            isnad_ledger::body::Object { address: incoming.address.into(), key: incoming.key.to_text() };
        self.blocks.push(RegisterBlock { object, n_rows: rows.len() as u32 });
        self.objects.push(incoming);
        Ok(())
    }

    fn discard(&mut self) {
        for object in self.objects.drain(..) {
            // What cannot be removed now is removed when the archive is opened again.
            let _left = object.discard();
        }
    }

    fn finish(mut self, grant: &Grant, item: ItemId, label: Sensitivity) -> Result<Imported> {
        if self.bound.is_none() {
            return Err(Problem::new("table-without-headings").number("row", self.map.header));
        }
        if self.dry_run || self.done.kept + self.done.refused == 0 {
            return Ok(self.done);
        }
        let batch = BatchId(chance());
        let register = Register {
            batch: batch.0.into(),
            by: grant.principal().0.into(),
            item: item.0.into(),
            sheet: self.map.sheet.clone(),
            dataset: self.map.dataset.clone(),
            kind: self.map.kind.clone(),
            sensitivity: label.code().into(),
            map: self.map.to_text(),
            columns: self.done.columns.clone(),
            received: self.done.received,
            kept: self.done.kept,
            known: self.done.known,
            refused: self.done.refused,
            id_salt: self.id_salt.into(),
            row_salt: self.row_salt.into(),
            root: self.tree.root().into(),
            blocks: std::mem::take(&mut self.blocks),
        };
        let mut bodies = vec![Body::Register(register)];
        let mut refused = std::mem::take(&mut self.refused).into_iter().peekable();
        while refused.peek().is_some() {
            let rows = refused.by_ref().take(REFUSED_ROWS).collect();
            bodies.push(Body::RowsRefused(RowsRefused { batch: batch.0.into(), rows }));
        }
        self.archive.append(bodies, std::mem::take(&mut self.objects))?;
        self.archive.settle()?;
        self.archive.index_up_to_date()?;
        self.done.batch = Some(batch);
        Ok(self.done)
    }
}

/// What a row says, as a hash: its cells that hold something, each with its heading.
fn says(columns: &[String], cells: &[String]) -> [u8; 16] {
    let mut bytes = Vec::with_capacity(256);
    for (heading, cell) in columns.iter().zip(cells).filter(|(_, cell)| !cell.trim().is_empty()) {
        for text in [heading.as_str(), cell.trim()] {
            bytes.extend((text.len() as u64).to_be_bytes());
            bytes.extend(text.as_bytes());
        }
    }
    let hash = sha256(&[&bytes]);
    let mut half = [0; 16];
    half.copy_from_slice(&hash[..16]);
    half
}

/// The leaf of a row, by its number among those kept: salted, so that a proof of one row tells nothing of the others.
/// Its form stands in `docs/formats/entry-bodies.md`.
fn leaf(row_salt: &Hash, n: u64, row: &StoredRow) -> Hash {
    let salt = sha256(&[row_salt, &n.to_be_bytes()]);
    leaf_hash(&[salt.as_slice(), &isnad_ledger::canonical::encode(row)].concat())
}

fn salt() -> [u8; 32] {
    let mut salt = [0; 32];
    OsRng.fill_bytes(&mut salt);
    salt
}

fn note<'a>(
    told: &'a mut Vec<Told>,
    code: &str,
    property: &str,
    example: (u64, u32, String),
) -> &'a mut Told {
    let at = told.iter().position(|it| it.code == code && it.property == property);
    let at = at.unwrap_or_else(|| {
        let (code, property) = (code.to_owned(), property.to_owned());
        told.push(Told { code, property, problem: None, n: 0, examples: Vec::new() });
        told.len() - 1
    });
    told[at].n += 1;
    if told[at].examples.len() < EXAMPLES {
        told[at].examples.push(example);
    }
    &mut told[at]
}

/// What the reader or the import met, with the words of the first of its code.
fn tell(told: &mut Vec<Told>, problem: Problem, example: (u64, u32, String)) {
    note(told, problem.code, "", example).problem.get_or_insert(problem);
}

impl Archive {
    /// The registers of a name, oldest first, with the salt of their ids.
    fn registers_of(&self, dataset: &str) -> Result<Vec<(Register, [u8; 32])>> {
        let entries: Vec<i64> = self.query(|db| {
            let mut statement = db.prepare("SELECT entry FROM register WHERE dataset = ? ORDER BY entry")?;
            statement.query_map([dataset], |row| row.get(0))?.collect()
        })?;
        let mut registers = Vec::new();
        for entry in entries {
            let Some((act, _)) = self.act_of(entry as u64)? else { continue };
            let place = (entry as u64 - act.header.first) as usize;
            if let Some(Some(Body::Register(register))) = self.bodies(&act)?.into_iter().nth(place) {
                let salt = *register.id_salt;
                registers.push((register, salt));
            }
        }
        Ok(registers)
    }

    /// The name of a register by its batch.
    pub fn dataset_of(&self, grant: &Grant, batch: BatchId) -> Result<Option<String>> {
        let found: Option<(String, String)> = self.query(|db| {
            db.prepare_cached("SELECT dataset, sensitivity FROM register WHERE batch = ?")?
                .query_row(params![batch.0.as_slice()], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()
        })?;
        Ok(found.filter(|(_, label)| grant.covers(rows::sensitivity(label))).map(|(name, _)| name))
    }
}

#[cfg(test)]
mod tests;
