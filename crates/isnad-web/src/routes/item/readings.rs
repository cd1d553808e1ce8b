//! Readings of an item as a list that stays short: a machine that reads a book writes an entry a page.

use isnad_model::{Problem, reading::Method, view::ReadingView};

use crate::page::Chrome;

/// Readings by one tool with the same settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReadingGroup {
    pub method: Method,
    pub tool: String,
    pub settings: String,
    pub by: Option<String>,
    /// Its pages in words: `1–500`; empty where it has none.
    pub pages: String,
    pub n_pages: u64,
    /// Each reading: its pages in words, and its entry.
    pub entries: Vec<(String, u64)>,
    /// What could not be read, each once.
    pub problems: Vec<Problem>,
}

/// Groups readings, in the order of the first of each group.
pub(crate) fn grouped(c: &Chrome, readings: &[ReadingView]) -> Vec<ReadingGroup> {
    let mut groups: Vec<(ReadingGroup, Vec<(u32, u32)>)> = Vec::new();
    for reading in readings {
        let is_of = |(group, _): &(ReadingGroup, _)| {
            (group.method, &group.tool, &group.settings, &group.by)
                == (reading.method, &reading.tool, &reading.settings, &reading.by)
        };
        let at = match groups.iter().rposition(is_of) {
            Some(at) => at,
            None => {
                groups.push((empty(reading), Vec::new()));
                groups.len() - 1
            }
        };
        let (group, ranges) = &mut groups[at];
        let range = (reading.first_page, (reading.first_page + reading.n_pages).saturating_sub(1));
        if reading.n_pages > 0 {
            ranges.push(range);
        }
        group
            .entries
            .push((if reading.n_pages > 0 { words(c, &[range]) } else { String::new() }, reading.entry));
        let new = reading.problems.iter().filter(|problem| !group.problems.contains(problem));
        let new: Vec<Problem> = new.cloned().collect();
        group.problems.extend(new);
    }
    let finish = |(group, ranges): (ReadingGroup, Vec<(u32, u32)>)| {
        let ranges = joined(ranges);
        let n_pages = ranges.iter().map(|(first, last)| u64::from(last - first + 1)).sum();
        ReadingGroup { pages: words(c, &ranges), n_pages, ..group }
    };
    groups.into_iter().map(finish).collect()
}

fn empty(reading: &ReadingView) -> ReadingGroup {
    ReadingGroup {
        method: reading.method,
        tool: reading.tool.clone(),
        settings: reading.settings.clone(),
        by: reading.by.clone(),
        pages: String::new(),
        n_pages: 0,
        entries: Vec::new(),
        problems: Vec::new(),
    }
}

/// Ranges in their order, those that touch made one.
fn joined(mut ranges: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    ranges.sort_unstable();
    let mut out: Vec<(u32, u32)> = Vec::new();
    for (first, last) in ranges {
        match out.last_mut() {
            Some((_, before)) if first <= before.saturating_add(1) => *before = last.max(*before),
            _ => out.push((first, last)),
        }
    }
    out
}

fn words(c: &Chrome, ranges: &[(u32, u32)]) -> String {
    let of = |(first, last): &(u32, u32)| {
        let (first, last) = (c.num(u64::from(*first)), c.num(u64::from(*last)));
        if first == last { first } else { format!("{first}–{last}") }
    };
    ranges.iter().map(of).collect::<Vec<_>>().join(&c.t("list-comma"))
}

#[cfg(test)]
mod tests;
