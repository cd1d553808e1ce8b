//! From a micro-thesaurus to a vocabulary: a table of codes and words becomes a file of an overlay.
//!
//! HURIDOCS publishes its micro-thesauri as tables: a code, and the term in several languages in columns of their own.
//! The code says where the term belongs. Each pair of digits is one step down, and pairs of zeros at the end are steps
//! not taken: `010200000000` lies under `010000000000`. We bring none of these tables; whoever has one makes a
//! vocabulary of it. Source: HURIDOCS, *Micro-thesauri*, 2001, as tables of documentation programs have them.
//!
//! In such tables a column `vocab_number` has the number of the list behind each code. It is not read as a code: its last
//! pair is no step.

mod file;

use std::collections::{HashMap, HashSet};

use isnad_text::{digits, fold::fold};

use crate::Label;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Column {
    Code,
    Arabic,
    English,
    French,
    /// A language that labels do not have: its words become spellings.
    Other,
}

/// What columns are called. A heading is compared as a whole, folded.
const HEADINGS: [(Column, &[&str]); 5] = [
    (Column::Code, &["code", "codes", "huri code", "huridocs code", "الرمز", "رمز"]),
    (Column::Arabic, &["arabic", "ar", "ara", "arabe", "العربية", "عربي"]),
    (Column::English, &["english", "en", "eng", "term", "anglais", "الإنكليزية", "الإنجليزية"]),
    (Column::French, &["french", "fr", "fra", "fre", "français", "الفرنسية"]),
    (
        Column::Other,
        &[
            "spanish",
            "es",
            "español",
            "espagnol",
            "russian",
            "ru",
            "turkish",
            "tr",
            "other languages",
            "otherlanguages",
        ],
    ),
];

/// Something to tell about a table. Its words are `thesaurus-CODE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// `label-lent`, `zero-lost`, `parent-skipped`, `column-unused`; `row-without-code`, `row-without-words`,
    /// `code-unfit` and `code-twice` of rows that are refused.
    pub code: &'static str,
    /// The row, as a reader of the table counts it; 0 where it is about a column.
    pub row: u64,
    /// The word, code or language that it is about.
    pub about: String,
}

impl Told {
    /// Whether the row did not become a term.
    pub fn is_refusal(&self) -> bool {
        ["row-without-code", "row-without-words", "code-unfit", "code-twice"].contains(&self.code)
    }
}

/// Why a table is none of terms. Its words are `problem-CODE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit {
    /// `thesaurus-no-code`, `thesaurus-no-words` or `thesaurus-column-twice`.
    pub code: &'static str,
    /// The heading that stands twice.
    pub about: String,
}

/// A table on its way to a vocabulary.
#[derive(Debug)]
pub struct Thesaurus {
    columns: Vec<Option<Column>>,
    entries: Vec<Entry>,
    told: Vec<Told>,
    received: u64,
}

/// A row that has a code and words.
#[derive(Debug)]
struct Entry {
    row: u64,
    code: String,
    /// Arabic, English, French; empty where there is none.
    words: [String; 3],
    also: Vec<String>,
}

/// The vocabulary, and what there is to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The text of the file.
    pub file: String,
    /// Rows below the headings that were not empty: `kept` and those that were refused.
    pub received: u64,
    /// Terms.
    pub kept: u64,
    /// What there is to tell, in the order of rows.
    pub told: Vec<Told>,
}

impl Thesaurus {
    /// Begins with the headings, in whatever order they stand.
    ///
    /// # Errors
    /// Where no column holds codes or none holds words, or two hold the same.
    pub fn new(headings: &[String]) -> Result<Self, Unfit> {
        let mut columns = Vec::with_capacity(headings.len());
        let (mut told, mut seen) = (Vec::new(), HashSet::new());
        for heading in headings {
            let column = column(heading);
            if column.is_some_and(|it| it != Column::Other && !seen.insert(it)) {
                return Err(Unfit { code: "thesaurus-column-twice", about: heading.trim().to_owned() });
            }
            if column.is_none() && !heading.trim().is_empty() {
                told.push(Told { code: "column-unused", row: 0, about: heading.trim().to_owned() });
            }
            columns.push(column);
        }
        if !seen.contains(&Column::Code) {
            return Err(Unfit { code: "thesaurus-no-code", about: String::new() });
        }
        if ![Column::Arabic, Column::English, Column::French].iter().any(|it| seen.contains(it)) {
            return Err(Unfit { code: "thesaurus-no-words", about: String::new() });
        }
        Ok(Self { columns, entries: Vec::new(), told, received: 0 })
    }

    /// Takes a row, with its number.
    pub fn row(&mut self, row: u64, cells: &[String]) {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        self.received += 1;
        let mut entry = Entry { row, code: String::new(), words: <[String; 3]>::default(), also: Vec::new() };
        for (cell, column) in cells.iter().zip(&self.columns) {
            // A line break within a cell is how somebody made it narrow.
            let words = cell.split_whitespace().collect::<Vec<_>>().join(" ");
            match column {
                Some(Column::Code) => entry.code = code(&words),
                Some(Column::Arabic) => entry.words[0] = words,
                Some(Column::English) => entry.words[1] = words,
                Some(Column::French) => entry.words[2] = words,
                Some(Column::Other) if !words.is_empty() => entry.also.push(words),
                Some(Column::Other) | None => {}
            }
        }
        let refused = if entry.code.is_empty() {
            Some(("row-without-code", entry.words.iter().find(|it| !it.is_empty()).cloned()))
        } else if entry.code.contains(char::is_whitespace) {
            Some(("code-unfit", Some(entry.code.clone())))
        } else if entry.words.iter().all(String::is_empty) {
            Some(("row-without-words", Some(entry.code.clone())))
        } else {
            None
        };
        match refused {
            Some((code, about)) => {
                self.told.push(Told { code, row, about: about.unwrap_or_default() });
            }
            None => self.entries.push(entry),
        }
    }

    /// Makes the file of the vocabulary.
    pub fn finish(mut self, id: &str, label: &Label) -> Made {
        self.mend_zeros();
        self.refuse_twice();
        let parents = self.parents();
        let mut file = file::head(id, label, parents.iter().any(Option::is_some));
        for (entry, parent) in self.entries.iter().zip(&parents) {
            file.push_str(&file::term(entry, parent.as_deref()));
            let lacks =
                ["ar", "en", "fr"].into_iter().zip(&entry.words).filter(|(_, words)| words.is_empty());
            for (lang, _) in lacks {
                self.told.push(Told { code: "label-lent", row: entry.row, about: lang.to_owned() });
            }
        }
        self.told.sort_by_key(|told| told.row);
        Made { file, received: self.received, kept: self.entries.len() as u64, told: self.told }
    }

    /// A spreadsheet takes `010000` for a number and drops its zero. A code of an odd number of digits among longer
    /// ones has lost it; in a table whose codes are all of one digit there are no pairs and nothing was lost.
    fn mend_zeros(&mut self) {
        let has_pairs = self.entries.iter().any(|entry| is_number(&entry.code) && entry.code.len() > 1);
        let told = &mut self.told;
        for entry in self.entries.iter_mut().filter(|entry| has_pairs && is_number(&entry.code)) {
            if !entry.code.len().is_multiple_of(2) {
                entry.code.insert(0, '0');
                told.push(Told { code: "zero-lost", row: entry.row, about: entry.code.clone() });
            }
        }
    }

    fn refuse_twice(&mut self) {
        let mut seen = HashSet::new();
        let told = &mut self.told;
        self.entries.retain(|entry| {
            let is_new = seen.insert(entry.code.clone());
            if !is_new {
                told.push(Told { code: "code-twice", row: entry.row, about: entry.code.clone() });
            }
            is_new
        });
    }

    /// The wider term of each entry: the nearest one above that is there.
    fn parents(&mut self) -> Vec<Option<String>> {
        let mut by_steps: HashMap<&str, &str> = HashMap::new();
        for entry in self.entries.iter().filter(|entry| is_number(&entry.code)) {
            by_steps.entry(steps(&entry.code)).or_insert(&entry.code);
        }
        let mut parents = Vec::with_capacity(self.entries.len());
        for entry in &self.entries {
            let own = if is_number(&entry.code) { steps(&entry.code) } else { "" };
            let mut above = (1..own.len() / 2).rev().map(|pairs| &own[..pairs * 2]);
            let found = above.find_map(|steps| by_steps.get(steps).map(|code| (steps.len(), *code)));
            if own.len() > 2 && found.is_none_or(|(length, _)| length + 2 < own.len()) {
                self.told.push(Told { code: "parent-skipped", row: entry.row, about: entry.code.clone() });
            }
            parents.push(found.map(|(_, code)| code.to_owned()));
        }
        parents
    }
}

fn column(heading: &str) -> Option<Column> {
    let plain = |words: &str| {
        let folded = fold(words);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    };
    let heading = plain(heading);
    HEADINGS.iter().find(|(_, names)| names.iter().any(|name| plain(name) == heading)).map(|(it, _)| *it)
}

/// A code as it is kept: digits are ASCII, and what stands between groups of digits is left out, so that `01 02`,
/// `01.02` and `٠١٠٢` are one.
fn code(words: &str) -> String {
    let ascii = digits::to_ascii(words);
    let bare: String = ascii.chars().filter(|c| !matches!(c, ' ' | '.' | '-' | '/')).collect();
    if is_number(&bare) { bare } else { ascii }
}

fn is_number(code: &str) -> bool {
    !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit())
}

/// The steps down that a code of digits takes: what is before the pairs of zeros at its end.
fn steps(code: &str) -> &str {
    let mut steps = code;
    while let Some(shorter) = steps.strip_suffix("00").filter(|_| steps.len().is_multiple_of(2)) {
        steps = shorter;
    }
    steps
}

#[cfg(test)]
mod tests;
