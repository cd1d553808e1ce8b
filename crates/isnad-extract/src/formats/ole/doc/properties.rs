//! Properties of letters and paragraphs, as far as they change what the text says ([MS-DOC] 2.6 and 2.9.24).

use super::fib::{Fib, u16_at, u32_at};

/// What a run of letters is, if it is not plain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    Deleted,
    Hidden,
}

/// Places of the stream with what is special about them, in order.
pub(super) struct Properties {
    letters: Vec<(u32, u32, Span)>,
    tables: Vec<(u32, u32)>,
    row_ends: Vec<(u32, u32)>,
}

/// Takes a run: its first and last place, its page, and half the place of its properties in it.
type Each<'e> = dyn FnMut(u32, u32, &[u8], u8) -> Option<()> + 'e;

/// The size of a page of properties.
const PAGE: usize = 512;

impl Properties {
    pub(super) fn new(fib: &Fib, document: &[u8], table: &[u8]) -> Self {
        let mut found = Self { letters: Vec::new(), tables: Vec::new(), row_ends: Vec::new() };
        runs(fib.letters, document, table, 1, &mut |start, end, page, at| {
            let at = 2 * usize::from(at);
            let length = usize::from(*page.get(at)?);
            let changes = page.get(at + 1..(at + 1 + length).min(PAGE))?;
            if flag(changes, 0x0800) {
                found.letters.push((start, end, Span::Deleted));
            } else if flag(changes, 0x083C) {
                found.letters.push((start, end, Span::Hidden));
            }
            Some(())
        });
        runs(fib.paragraphs, document, table, 13, &mut |start, end, page, at| {
            let at = 2 * usize::from(at);
            // A length of zero says that the next byte has it, and counts otherwise.
            let (from, length) = match *page.get(at)? {
                0 => (at + 2, 2 * usize::from(*page.get(at + 1)?)),
                half => (at + 1, 2 * usize::from(half) - 1),
            };
            // The number of a style comes first.
            let changes = page.get(from + 2..(from + length).min(PAGE))?;
            if flag(changes, 0x2416) {
                found.tables.push((start, end));
            }
            if flag(changes, 0x2417) {
                found.row_ends.push((start, end));
            }
            Some(())
        });
        found.letters.sort_unstable_by_key(|run| run.0);
        found.tables.sort_unstable();
        found.row_ends.sort_unstable();
        found
    }

    pub(super) fn of_letter(&self, place: u32) -> Option<Span> {
        let at = self.letters.partition_point(|run| run.0 <= place).checked_sub(1)?;
        let (_, end, span) = self.letters[at];
        (place < end).then_some(span)
    }

    pub(super) fn is_in_table(&self, place: u32) -> bool {
        is_within(&self.tables, place)
    }

    pub(super) fn ends_row(&self, place: u32) -> bool {
        is_within(&self.row_ends, place)
    }
}

fn is_within(runs: &[(u32, u32)], place: u32) -> bool {
    let at = runs.partition_point(|run| run.0 <= place).checked_sub(1);
    at.is_some_and(|at| place < runs[at].1)
}

/// Hands over every run of a kind of pages, whose entries have so many bytes each.
fn runs((start, length): (u32, u32), document: &[u8], table: &[u8], entry_bytes: usize, each: &mut Each<'_>) {
    let start = start as usize;
    let end = start.saturating_add(length as usize).min(table.len());
    let Some(plc) = table.get(start..end) else { return };
    let n = plc.len().saturating_sub(4) / 8;
    // As many pages as the document can hold, whatever the table says.
    for number in (0..n.min(document.len() / PAGE)).filter_map(|at| u32_at(plc, 4 * (n + 1) + 4 * at)) {
        let at = (number & 0x003F_FFFF) as usize * PAGE;
        let Some(page) = document.get(at..at + PAGE) else { continue };
        let n = usize::from(page[PAGE - 1]);
        for run in 0..n {
            let entry = 4 * (n + 1) + entry_bytes * run;
            let (Some(first), Some(last)) = (u32_at(page, 4 * run), u32_at(page, 4 * run + 4)) else { break };
            // Zero says that there is nothing special.
            if let Some(at) = page.get(entry).copied().filter(|at| *at > 0) {
                each(first, last, page, at);
            }
        }
    }
}

/// Whether a list of changes switches a property on (2.2.5.1).
fn flag(mut changes: &[u8], wanted: u16) -> bool {
    let mut is_on = false;
    while let Some(code) = u16_at(changes, 0) {
        let operand = &changes[2..];
        let length = match code >> 13 {
            0 | 1 => 1,
            2 | 4 | 5 => 2,
            3 => 4,
            7 => 3,
            // Its first byte is its length; two kinds of tables have it in two bytes.
            _ => match (code, operand.first()) {
                (0xD608, Some(_)) => usize::from(u16_at(operand, 0).unwrap_or(0)) + 1,
                (_, Some(length)) => usize::from(*length) + 1,
                (_, None) => break,
            },
        };
        if code == wanted {
            is_on = operand.first().is_some_and(|value| value & 1 == 1);
        }
        changes = operand.get(length..).unwrap_or_default();
    }
    is_on
}
