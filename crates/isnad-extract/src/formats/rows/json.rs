//! JSON as rows (RFC 8259): objects one a line, one after another, or in a list.

mod flat;
mod values;

use super::{
    delimited::{encoding_of, is_damaged_utf8},
    table::{COLUMNS_MAX, Place, Table},
};
use crate::{
    formats::{Source, text::decode::Decoded},
    wire::Sink,
};
use encoding_rs::{UTF_8, WINDOWS_1256};
use flat::{Field, flatten};
use isnad_model::{
    Problem,
    table::{NoteKind, RowSettings},
};
use std::{collections::BTreeMap, io::Read};
use values::{Next, Values};

/// Objects whose keys become the columns.
const FIRST_MAX: usize = 1_000;
/// What is kept of them meanwhile.
const FIRST_BYTES_MAX: usize = 16 << 20;
/// Bytes of a key. No more of one is needed to tell it from others.
const KEY_BYTES_MAX: usize = 1_000;

/// Whether a text is JSON although not all of its beginning is sound: its first line is an object, or it opens a list
/// of objects.
pub(super) fn begins(head: &str) -> bool {
    let head = head.trim_start();
    let line = head.lines().next().unwrap_or_default();
    let is_object = || serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok();
    let is_list = head.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with('{'));
    is_list || (line.starts_with('{') && is_object())
}

pub(super) fn read(source: &mut dyn Source, settings: &RowSettings, sink: &mut Sink<'_>) {
    let Some(guess) = encoding_of(source, settings, sink) else { return };
    sink.tool("rows", &format!("{} json", guess.settings()));
    let mut table = Table::new(sink, settings.rows_max, false);
    table.sheet(0, false, "");
    let objects =
        Objects { table, columns: BTreeMap::new(), names: Vec::new(), first: Some(Vec::new()), bytes: 0 };
    // JSON is in UTF-8 (RFC 8259, 8.1), and a value of it may be in an old encoding all the same.
    if guess.encoding == UTF_8 || (settings.encoding.is_none() && guess.encoding.is_single_byte()) {
        objects.read(source);
    } else {
        objects.read(&mut Decoded::new(source, guess.encoding));
    }
}

/// A value of the file: its fields, or what it is instead of an object.
struct Object {
    place: Place,
    fields: Vec<Field>,
    is_foreign: bool,
}

struct Objects<'s, 'o> {
    table: Table<'s, 'o>,
    /// The place of each column by its name.
    columns: BTreeMap<String, usize>,
    names: Vec<String>,
    /// Objects that wait until the columns are known.
    first: Option<Vec<Object>>,
    bytes: usize,
}

impl Objects<'_, '_> {
    fn read(mut self, source: &mut dyn Read) {
        let mut values = Values::new(source);
        while !self.table.is_full() {
            match values.next() {
                Next::Value(bytes, place) => self.value(bytes, place),
                Next::Damaged(place) => self.damaged(place),
                Next::End => break,
            }
        }
        let cut = values.cut_off();
        self.columns_are_known();
        if let Some(row) = cut {
            self.table.sink.problem(Problem::new("rows-cut-off").number("row", row));
        }
        self.table.finish();
    }

    fn damaged(&mut self, place: Place) {
        self.table.tell(Problem::new("json-value-damaged").number("row", place.number));
    }

    fn value(&mut self, bytes: &[u8], place: Place) {
        let is_foreign = std::str::from_utf8(bytes).is_err();
        let (text, _) = if is_foreign && !is_damaged_utf8(bytes) { WINDOWS_1256 } else { UTF_8 }
            .decode_without_bom_handling(bytes);
        let Some(mut fields) = flatten(&text) else { return self.damaged(place) };
        if let [Field { key: None, .. }] = fields.as_slice() {
            self.table.tell(Problem::new("json-not-an-object").number("row", place.number));
        }
        for key in fields.iter_mut().filter_map(|field| field.key.as_mut()) {
            key.truncate(key.floor_char_boundary(KEY_BYTES_MAX));
        }
        let object = Object { place, fields, is_foreign };
        let Some(first) = &mut self.first else { return self.row(&object) };
        self.bytes += bytes.len();
        first.push(object);
        if first.len() == FIRST_MAX || self.bytes > FIRST_BYTES_MAX {
            self.columns_are_known();
        }
    }

    /// Names the columns by the keys of the first objects, and sends these.
    fn columns_are_known(&mut self) {
        let Some(first) = self.first.take() else { return };
        for field in first.iter().flat_map(|object| &object.fields) {
            if let Some(key) = &field.key {
                self.column(key);
            }
        }
        self.table.columns(self.names.iter().map(String::as_str));
        first.iter().for_each(|object| self.row(object));
    }

    /// The place of a column, which is made if it is not there and there is room.
    fn column(&mut self, key: &str) -> (usize, bool) {
        if let Some(at) = self.columns.get(key) {
            return (*at, false);
        }
        let at = self.names.len();
        if at < COLUMNS_MAX as usize {
            self.columns.insert(key.to_owned(), at);
            self.names.push(key.to_owned());
        }
        (at, true)
    }

    fn row(&mut self, object: &Object) {
        if self.table.is_full() {
            return;
        }
        let known = self.names.len();
        let mut cells: Vec<String> = vec![String::new(); known];
        let mut beyond = 0;
        for field in &object.fields {
            let (at, is_new) = field.key.as_ref().map_or((0, false), |key| self.column(key));
            if is_new {
                let later = Problem::new("json-key-later").number("row", object.place.number);
                self.table.tell(later.text("key", field.key.clone().unwrap_or_default()));
            }
            if at >= COLUMNS_MAX as usize {
                beyond += 1;
                continue;
            }
            if cells.len() <= at {
                cells.resize(at + 1, String::new());
            }
            let cell = &mut cells[at];
            // A key that comes twice in an object loses neither value.
            if !cell.is_empty() {
                cell.push_str(flat::BETWEEN);
            }
            cell.push_str(&field.value);
        }
        if self.names.len() > known {
            self.table.columns(self.names.iter().map(String::as_str));
        }
        self.table.begin(object.place, false);
        for cell in &cells {
            self.table.cell(cell);
            if object.is_foreign && !cell.is_ascii() {
                self.table.note(NoteKind::Encoding);
            }
        }
        if beyond > 0 {
            self.table.more_cells(COLUMNS_MAX + beyond);
        }
        self.table.end();
    }
}
