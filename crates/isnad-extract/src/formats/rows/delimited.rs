//! CSV and its kin as rows, however long the file is.

use super::{
    record::{Cell, Found, RECORD_BYTES_MAX, Records},
    table::{Place, Table},
};
use crate::{
    formats::{
        Source,
        text::{
            decode::Decoded,
            encoding::{self, Guess},
            table as guess, utf32,
        },
    },
    wire::Sink,
};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1256};
use isnad_model::{
    Problem,
    table::{NoteKind, RowSettings},
};
use std::io::{ErrorKind, Read};

/// How many bytes the encoding is guessed from.
const GUESS_BYTES: u64 = 1 << 20;
/// How many bytes show the delimiter.
const HEAD_BYTES: u64 = 64 << 10;
/// How much is read at once.
pub(super) const PIECE: usize = 256 << 10;

/// Reads a text with delimiters.
pub(super) fn read(source: &mut dyn Source, settings: &RowSettings, sink: &mut Sink<'_>) {
    let head = super::head(source, HEAD_BYTES);
    if settings.encoding.is_none() && utf32::order(&head).is_some() {
        return sink
            .problem(Problem::new("document-not-read").text("media_type", "text/plain; charset=utf-32"));
    }
    let Some(guess) = encoding_of(source, settings, sink) else { return };
    let (text, _) = guess.encoding.decode_with_bom_removal(&head);
    let is_cut = head.len() as u64 == HEAD_BYTES;
    let delimiter = settings.delimiter.or_else(|| guess::likely(&text, is_cut));
    // A list of names has one column and no delimiter at all.
    let delimiter = delimiter.unwrap_or(b',');
    let named = match guess::name(delimiter.into()) {
        "" => format!("{delimiter:#04x}"),
        name => name.to_owned(),
    };
    sink.tool("rows", &format!("{} delimiter={named}", guess.settings()));
    if guess.is_doubtful() && settings.encoding.is_none() {
        sink.problem(Problem::new("encoding-guessed").text("encoding", guess.name()));
    }
    let mut table = Table::new(sink, settings.rows_max, true);
    table.sheet(0, false, "");
    let mut rows = Rows { encoding: guess.encoding, records: Records::new(delimiter), text: String::new() };
    if guess.encoding == UTF_8 || guess.encoding.is_single_byte() {
        rows.read(source, &mut table);
    } else {
        let mut source = Decoded::new(source, guess.encoding);
        rows.encoding = UTF_8;
        rows.read(&mut source, &mut table);
        let lost = source.lost();
        if lost > 0 {
            let problem = Problem::new("text-bytes-damaged").text("encoding", guess.name());
            table.sink.problem(problem.number("count", lost));
        }
    }
    table.finish();
}

/// Whether bytes of no known type are a table all the same: somebody says so, or a delimiter clearly divides them.
pub(super) fn is_table(source: &mut dyn Source, settings: &RowSettings) -> bool {
    let (text, is_cut) = head(source);
    settings.delimiter.is_some() || guess::delimiter(&text, is_cut).is_some()
}

/// The beginning of a text, and whether more follows.
pub(super) fn head(source: &mut dyn Source) -> (String, bool) {
    let head = super::head(source, HEAD_BYTES);
    let is_cut = head.len() as u64 == HEAD_BYTES;
    let (text, _) = encoding::guess(&head, is_cut).encoding.decode_with_bom_removal(&head);
    (text.into_owned(), is_cut)
}

/// The encoding that is stated or guessed; an unknown one is told.
pub(super) fn encoding_of(
    source: &mut dyn Source,
    settings: &RowSettings,
    sink: &mut Sink<'_>,
) -> Option<Guess> {
    if let Some(label) = &settings.encoding {
        let Some(encoding) = Encoding::for_label(label.as_bytes()) else {
            sink.problem(Problem::new("encoding-unknown").text("encoding", label));
            return None;
        };
        return Some(Guess::stated(encoding));
    }
    let guess = encoding::guess_of(source, GUESS_BYTES).ok()?;
    let is_old = guess.encoding != UTF_8 && guess.encoding.is_single_byte();
    // Some lines in an old encoding make the whole no UTF-8; the others are it all the same.
    let is_mixed = is_old && is_mostly_utf8(&super::head(source, GUESS_BYTES));
    Some(if is_mixed { Guess::stated(UTF_8) } else { guess })
}

/// Whether most of the lines that are no ASCII are sound UTF-8, as lines of old encodings hardly ever are.
fn is_mostly_utf8(head: &[u8]) -> bool {
    let lines = head.split(|byte| *byte == b'\n').filter(|line| !line.is_ascii());
    let (mut sound, mut all) = (0usize, 0usize);
    for line in lines {
        all += 1;
        sound += usize::from(std::str::from_utf8(line).is_ok());
    }
    sound * 2 > all
}

/// The rows of a text whose delimiters are ASCII.
struct Rows {
    encoding: &'static Encoding,
    records: Records,
    text: String,
}

impl Rows {
    fn read(&mut self, source: &mut dyn Read, table: &mut Table<'_, '_>) {
        let mut buffer = Buffer::default();
        let mut place = Place { number: 1, line: 1 };
        buffer.fill(source, PIECE);
        if buffer.rest().starts_with(b"\xEF\xBB\xBF") {
            buffer.start += 3;
        }
        self.pass_hint(&mut buffer, &mut place);
        while !table.is_full() {
            if buffer.rest().is_empty() {
                buffer.fill(source, PIECE);
                if buffer.rest().is_empty() {
                    break;
                }
            }
            match self.records.find(buffer.rest(), buffer.is_all) {
                Found::Record(used) => {
                    self.row(buffer.rest(), place, table);
                    table.end();
                    buffer.start += used;
                }
                Found::More if buffer.rest().len() < RECORD_BYTES_MAX => {
                    // Twice as much each time, so that a long record is not gone through too often.
                    let n = buffer.rest().len().max(PIECE);
                    buffer.fill(source, n);
                    continue;
                }
                Found::More => self.shortened(&mut buffer, source, place, table),
            }
            place = Place { number: place.number + 1, line: place.line + self.records.n_lines };
        }
        if buffer.is_cut {
            table.sink.problem(Problem::new("rows-cut-off").number("row", place.number));
        }
    }

    /// The line `sep=;` that a spreadsheet program writes for itself is none of the table.
    fn pass_hint(&mut self, buffer: &mut Buffer, place: &mut Place) {
        let rest = buffer.rest();
        let length = memchr::memchr2(b'\n', b'\r', &rest[..rest.len().min(8)]);
        if let Some(length @ 4..=5) = length
            && rest.starts_with(b"sep=")
        {
            let is_pair = rest[length..].starts_with(b"\r\n");
            buffer.start += length + 1 + usize::from(is_pair);
            (place.number, place.line) = (2, 2);
        }
    }

    /// A record that does not end: its beginning is a row, and the rest of its line is told.
    fn shortened(
        &mut self,
        buffer: &mut Buffer,
        source: &mut dyn Read,
        place: Place,
        table: &mut Table<'_, '_>,
    ) {
        let beginning = &buffer.rest()[..RECORD_BYTES_MAX];
        let found = self.records.find(beginning, true);
        self.row(beginning, place, table);
        if let Found::Record(used) = found
            && used < RECORD_BYTES_MAX
        {
            // A mark that was still open opened nothing, and the row ends before the limit after all.
            table.end();
            buffer.start += used;
            return;
        }
        table.note(NoteKind::Shortened);
        table.end();
        buffer.start += RECORD_BYTES_MAX;
        buffer.release();
        loop {
            match memchr::memchr2(b'\n', b'\r', buffer.rest()) {
                Some(length) => {
                    buffer.start += length;
                    if buffer.rest().len() == 1 {
                        buffer.fill(source, PIECE);
                    }
                    buffer.start += if buffer.rest().starts_with(b"\r\n") { 2 } else { 1 };
                    break;
                }
                None => {
                    buffer.start += buffer.rest().len();
                    buffer.fill(source, PIECE);
                    if buffer.rest().is_empty() {
                        break;
                    }
                }
            }
        }
        self.records.n_lines += 1;
    }

    /// Hands the cells of a record over, in the encoding that its bytes are in.
    fn row(&mut self, bytes: &[u8], place: Place, table: &mut Table<'_, '_>) {
        table.begin(place, false);
        // What is no ASCII and sound UTF-8 all the same is that: no words of an old encoding look so by chance. Each cell
        // is judged by itself, so that one damaged byte costs no sound name beside it.
        for cell in &self.records.cells {
            let raw = &bytes[cell.start..cell.end];
            let encoding = match (self.encoding == UTF_8, std::str::from_utf8(raw).is_ok()) {
                (_, true) if !raw.is_ascii() => UTF_8,
                (true, false) if !is_damaged_utf8(raw) => WINDOWS_1256,
                _ => self.encoding,
            };
            let (decoded, _) = encoding.decode_without_bom_handling(raw);
            let is_foreign = encoding != self.encoding && !raw.is_ascii();
            table.cell(unpaired(cell, &decoded, &mut self.text));
            if is_foreign {
                table.note(NoteKind::Encoding);
            }
            if cell.is_odd {
                table.note(NoteKind::Quote);
            }
            if raw.len() > 1 && raw[0] == b'=' {
                table.note(NoteKind::Formula);
            }
        }
        table.more_cells(self.records.n_cells);
    }
}

/// Whether bytes that are no UTF-8 are mostly letters of it, so that some of them were lost and none is of another
/// encoding.
pub(super) fn is_damaged_utf8(raw: &[u8]) -> bool {
    let (mut sound, mut broken) = (0usize, 0usize);
    for piece in raw.utf8_chunks() {
        sound += piece.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += piece.invalid().len();
    }
    sound > broken
}

/// Two quotation marks within a quoted cell are one.
fn unpaired<'t>(cell: &Cell, decoded: &'t str, text: &'t mut String) -> &'t str {
    if !cell.has_pairs {
        return decoded;
    }
    text.clear();
    let mut rest = decoded;
    while let Some(at) = rest.find("\"\"") {
        text.push_str(&rest[..at + 1]);
        rest = &rest[at + 2..];
    }
    text.push_str(rest);
    text
}

/// Bytes that were read and not used up.
#[derive(Default)]
pub(super) struct Buffer {
    bytes: Vec<u8>,
    pub(super) start: usize,
    pub(super) is_all: bool,
    /// Whether it ended because no more could be read.
    pub(super) is_cut: bool,
}

impl Buffer {
    pub(super) fn rest(&self) -> &[u8] {
        &self.bytes[self.start..]
    }

    /// Adds at least a byte, and about so many, unless there are no more.
    pub(super) fn fill(&mut self, source: &mut dyn Read, n: usize) {
        self.bytes.drain(..self.start);
        self.start = 0;
        let wanted = self.bytes.len() + n;
        while self.bytes.len() < wanted && !self.is_all {
            let before = self.bytes.len();
            self.bytes.resize(wanted, 0);
            let read = source.read(&mut self.bytes[before..]);
            self.bytes.truncate(before + read.as_ref().map_or(0, |n| *n));
            match read {
                Ok(0) => self.is_all = true,
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) => (self.is_all, self.is_cut) = (true, true),
            }
        }
    }

    /// Gives back the memory of a long record.
    pub(super) fn release(&mut self) {
        self.bytes.drain(..self.start);
        self.start = 0;
        self.bytes.shrink_to(2 * PIECE);
    }
}
