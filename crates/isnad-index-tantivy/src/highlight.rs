//! Why a page is a hit: the piece of it to show, what to mark there, and which words answered.
//!
//! The text is analyzed again, by the same functions that indexed it, so that a mark is exactly what matched,
//! with its tashkeel and tatweel, in the raw text.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use isnad_model::search::Snippet;

use crate::{
    analyze::Terms,
    query::{Unit, Way, parse, stem},
    schema::has_name,
};

/// Characters in a snippet, about three lines.
const WINDOW_CHARS: usize = 240;
/// Pairs of (typed, found) in an answer.
const WHY_MAX: usize = 8;

/// Fields in an answer.
const TOLD_MAX: usize = 8;

/// Why a page is a hit.
pub(crate) struct Explained {
    /// The piece of its text to show.
    pub snippet: Snippet,
    /// The distinct pairs of words as typed and as found.
    pub why: Vec<(String, String)>,
    /// What the file says of itself that answers, by field.
    pub told: Vec<(String, Snippet)>,
}

/// What to look for in a text.
pub(crate) struct Highlighter<'a> {
    units: &'a [Unit],
    /// Stem of a wanted word to its units.
    stems: HashMap<&'a str, Vec<usize>>,
    /// Phrases with their units.
    phrases: Vec<(usize, &'a [(usize, String)])>,
    /// Folded words that occur in phrases.
    phrase_words: HashSet<&'a str>,
}

/// A place in a text that answers a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mark {
    range: Range<usize>,
    unit: usize,
}

impl<'a> Highlighter<'a> {
    pub(crate) fn new(units: &'a [Unit]) -> Self {
        let mut this =
            Self { units, stems: HashMap::new(), phrases: Vec::new(), phrase_words: HashSet::new() };
        for (place, unit) in units.iter().enumerate() {
            for way in &unit.ways {
                match way {
                    Way::Words(words) => {
                        for word in words {
                            this.stems.entry(stem(word)).or_default().push(place);
                        }
                    }
                    Way::Phrase(words) => {
                        this.phrase_words.extend(words.iter().map(|(_, word)| word.as_str()));
                        this.phrases.push((place, words));
                    }
                }
            }
        }
        this
    }

    /// Why a page is a hit: by its text, its item's name, or what the file says of itself.
    pub(crate) fn explain<'d>(
        &self,
        name: &str,
        text: &str,
        page: u32,
        told: impl Iterator<Item = (&'d str, &'d str)>,
    ) -> Explained {
        let in_text = self.marks(text);
        let in_name = if has_name(page) { self.marks(name) } else { Vec::new() };
        let told = told.map(|(field, value)| (field, value, self.marks(value)));
        let told: Vec<_> = told.filter(|(.., marks)| !marks.is_empty()).take(TOLD_MAX).collect();
        let mut why: Vec<(String, String)> = Vec::new();
        let in_told = told.iter().flat_map(|(_, value, marks)| marks.iter().map(move |mark| (mark, *value)));
        let found = in_text.iter().map(|mark| (mark, text)).chain(in_name.iter().map(|mark| (mark, name)));
        let found = found.chain(in_told);
        for (mark, raw) in found {
            let pair = (self.units[mark.unit].typed.as_str(), &raw[mark.range.clone()]);
            if why.len() < WHY_MAX
                && !why.iter().any(|(typed, found)| (typed.as_str(), found.as_str()) == pair)
            {
                why.push((pair.0.to_owned(), pair.1.to_owned()));
            }
        }
        let told = told.iter().map(|(field, value, marks)| ((*field).to_owned(), snippet(value, marks)));
        Explained { snippet: snippet(text, &in_text), why, told: told.collect() }
    }

    /// How many places of a text answer the query, and its snippet.
    pub(crate) fn count(&self, text: &str) -> (u64, Snippet) {
        let marks = self.marks(text);
        let snippet = snippet(text, &marks);
        (merged(marks).len() as u64, snippet)
    }

    /// All places in a text that answer the query, in order.
    fn marks(&self, text: &str) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut phrase_words: HashMap<(usize, String), Range<usize>> = HashMap::new();
        let mut starts = Vec::new();
        let mut terms = Terms::new(text);
        while terms.advance() {
            let term = &terms.term;
            for unit in self.stems.get(stem(&term.text)).into_iter().flatten() {
                marks.push(Mark { range: term.range.clone(), unit: *unit });
            }
            if self.phrase_words.contains(term.text.as_str()) {
                phrase_words.insert((term.position, term.text.clone()), term.range.clone());
                starts.push((term.position, term.text.clone()));
            }
        }
        for (unit, words) in &self.phrases {
            let at = |position, word: &String| phrase_words.get(&(position, word.clone()));
            for (position, _) in starts.iter().filter(|(_, word)| Some(word) == words.first().map(|w| &w.1)) {
                let ranges: Option<Vec<_>> =
                    words.iter().map(|(off, word)| at(position + off, word)).collect();
                if let Some([first, .., last] | [first @ last]) = ranges.as_deref() {
                    marks.push(Mark { range: first.start..last.end, unit: *unit });
                }
            }
        }
        marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
        marks.dedup();
        marks
    }
}

/// The places of a text that answer a query, in order and apart from each other: what a search would mark.
pub fn marks(query: &str, text: &str) -> Vec<Range<usize>> {
    let parsed = parse(query);
    merged(Highlighter::new(&parsed.wanted).marks(text))
}

/// Marks that overlap, as those of a name and its parts do, become one.
fn merged(marks: Vec<Mark>) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        match out.last_mut() {
            Some(last) if mark.range.start < last.end => last.end = last.end.max(mark.range.end),
            _ => out.push(mark.range),
        }
    }
    out
}

/// The window of the text that answers most of the query, or its beginning.
fn snippet(text: &str, marks: &[Mark]) -> Snippet {
    let window = widen(text, &best_run(text, marks));
    let shown = marks.iter().filter(|m| window.start <= m.range.start && m.range.end <= window.end);
    let shown = merged(shown.cloned().collect()).into_iter();
    let ranges = shown.map(|range| (range.start - window.start, range.end - window.start)).collect();
    Snippet {
        text: text[window.clone()].to_owned(),
        marks: ranges,
        cut: (window.start > 0, window.end < text.len()),
    }
}

/// From the first to the last mark of the run that answers most units, with most marks, first in the text.
fn best_run(text: &str, marks: &[Mark]) -> Range<usize> {
    let mut best = (0, 0, 0..0);
    for (place, first) in marks.iter().enumerate() {
        let end_max = chars_on(text, first.range.start, WINDOW_CHARS);
        let run = || marks[place..].iter().take_while(|mark| mark.range.end <= end_max);
        let n_units = run().map(|mark| mark.unit).collect::<HashSet<_>>().len();
        let n_marks = run().count();
        if (n_units, n_marks) > (best.0, best.1) {
            let end = run().map(|mark| mark.range.end).max().unwrap_or(first.range.end);
            best = (n_units, n_marks, first.range.start..end);
        }
    }
    best.2
}

/// Widens a run to a window: a third of what is free goes before it, and ends fall between words.
fn widen(text: &str, run: &Range<usize>) -> Range<usize> {
    let run_end = run.end.max(run.start);
    let n_free = WINDOW_CHARS.saturating_sub(text[run.start..run_end].chars().count());
    let start = chars_back(text, run.start, n_free / 3);
    let n_before = text[start..run.start].chars().count();
    let end = chars_on(text, run_end, n_free - n_before);
    let start = if start == 0 { 0 } else { after_blank(text, start..run.start) };
    let end = if end == text.len() { end } else { before_blank(text, run_end..end) };
    start..end
}

fn after_blank(text: &str, range: Range<usize>) -> usize {
    let blank = text[range.clone()].char_indices().find(|(_, c)| c.is_whitespace());
    blank.map_or(range.start, |(at, c)| range.start + at + c.len_utf8())
}

fn before_blank(text: &str, range: Range<usize>) -> usize {
    text[range.clone()].rfind(char::is_whitespace).map_or(range.end, |at| range.start + at)
}

/// The place `n` characters on.
fn chars_on(text: &str, from: usize, n: usize) -> usize {
    text[from..].char_indices().nth(n).map_or(text.len(), |(at, _)| from + at)
}

/// The place `n` characters back.
fn chars_back(text: &str, from: usize, n: usize) -> usize {
    if n == 0 {
        return from;
    }
    text[..from].char_indices().rev().nth(n - 1).map_or(0, |(at, _)| at)
}

#[cfg(test)]
mod tests;
