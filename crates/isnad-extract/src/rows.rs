//! Rows of a table on their way from a child to whoever takes them.

use crate::{
    Budget,
    process::Process,
    wire::{Reply, rows::unpack},
};
use isnad_model::{
    Problem,
    table::{Row, RowEvent, RowSettings, RowsEnd},
};
use std::{
    io::{self, Read, Write},
    ops::ControlFlow,
};

/// The settings as a child is told them: a run of numbers, so that no name of a sheet is read off a list of processes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted(pub(crate) RowSettings);

/// The longest name of an encoding or of a sheet; no spreadsheet program takes more than 31 letters.
const WORD_BYTES_MAX: usize = 1_000;

impl Wanted {
    /// Greatest number of rows and delimiter, each zero for none and else one more; then encoding and name of the
    /// sheet, each its length (zero for none, else one more) and its bytes.
    pub(crate) fn to_numbers(&self) -> Vec<u64> {
        let Self(settings) = self;
        let rows = settings.rows_max.map_or(0, |max| max.saturating_add(1));
        let delimiter = settings.delimiter.map_or(0, |byte| u64::from(byte) + 1);
        let mut numbers = vec![rows, delimiter];
        for word in [&settings.encoding, &settings.sheet] {
            let bytes = word.as_deref().map(|word| &word[..word.floor_char_boundary(WORD_BYTES_MAX)]);
            numbers.push(bytes.map_or(0, |bytes| bytes.len() as u64 + 1));
            numbers.extend(bytes.into_iter().flat_map(str::bytes).map(u64::from));
        }
        numbers
    }

    pub(crate) fn of_numbers(numbers: &[u64]) -> Option<Self> {
        let [rows, delimiter, rest @ ..] = numbers else { return None };
        let delimiter = delimiter.checked_sub(1).map(u8::try_from).transpose().ok()?;
        let (encoding, rest) = word(rest)?;
        let (sheet, rest) = word(rest)?;
        let settings = RowSettings { encoding, delimiter, sheet, rows_max: rows.checked_sub(1) };
        rest.is_empty().then_some(Self(settings))
    }

    pub(crate) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let numbers = self.to_numbers();
        out.write_all(&(numbers.len() as u32).to_le_bytes())?;
        numbers.iter().try_for_each(|number| out.write_all(&number.to_le_bytes()))
    }

    pub(crate) fn read(input: &mut dyn Read) -> io::Result<Self> {
        let mut count = [0; 4];
        input.read_exact(&mut count)?;
        let count = u32::from_le_bytes(count) as usize;
        if count > 2 * WORD_BYTES_MAX + 4 {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut numbers = vec![0; count];
        for number in &mut numbers {
            let mut bytes = [0; 8];
            input.read_exact(&mut bytes)?;
            *number = u64::from_le_bytes(bytes);
        }
        Self::of_numbers(&numbers).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

fn word(numbers: &[u64]) -> Option<(Option<String>, &[u64])> {
    let (length, rest) = numbers.split_first()?;
    let Some(length) = length.checked_sub(1) else { return Some((None, rest)) };
    let (bytes, rest) = rest.split_at_checked(usize::try_from(length).ok()?)?;
    let bytes = bytes.iter().map(|byte| u8::try_from(*byte).ok()).collect::<Option<Vec<u8>>>()?;
    Some((Some(String::from_utf8(bytes).ok()?), rest))
}

/// Hands over what a child streams, counting what the file unfolds into.
pub(crate) fn deliver(
    process: &mut Process,
    budget: &Budget,
    rows_max: Option<u64>,
    take: &mut dyn FnMut(RowEvent) -> ControlFlow<()>,
) -> Result<RowsEnd, Problem> {
    let mut end = RowsEnd::default();
    loop {
        let Ok(reply) = process.reply_soon() else { return Err(process.cause_of_death()) };
        // Whatever comes costs something, so that a child which was taken over comes to an end.
        budget.spend(reply.weight())?;
        let event = match reply {
            Reply::Done => {
                end.is_whole = true;
                return Ok(end);
            }
            Reply::Kind(_, media_type) => {
                media_type.clone_into(&mut end.media_type);
                continue;
            }
            Reply::Tool(tool, settings) => {
                tool.clone_into(&mut end.tool);
                settings.clone_into(&mut end.settings);
                continue;
            }
            Reply::Metadatum(..) | Reply::HasMembers => continue,
            Reply::Sheet(index, hidden, name) => RowEvent::Sheet { name: name.to_owned(), index, hidden },
            Reply::Problem(problem) => RowEvent::Problem(problem),
            Reply::Rows(block) => match unpack(block) {
                Ok(rows) => taken(rows, rows_max, &mut end),
                Err(_) => return Err(process.cause_of_death()),
            },
            _ => return Err(process.cause_of_death()),
        };
        let is_full = rows_max.is_some_and(|max| end.n_rows >= max);
        if take(event).is_break() || is_full {
            return Ok(end);
        }
    }
}

/// Counts rows, no more than were asked for. A row with the number 0 is none: it holds the names of the columns.
fn taken(mut rows: Vec<Row>, rows_max: Option<u64>, end: &mut RowsEnd) -> RowEvent {
    if let [columns] = rows.as_mut_slice()
        && columns.number == 0
    {
        return RowEvent::Columns(std::mem::take(&mut columns.cells));
    }
    let left = rows_max.map_or(u64::MAX, |max| max.saturating_sub(end.n_rows));
    rows.truncate(usize::try_from(left).unwrap_or(usize::MAX));
    end.n_rows += rows.len() as u64;
    RowEvent::Rows(rows)
}

#[cfg(test)]
mod tests;
