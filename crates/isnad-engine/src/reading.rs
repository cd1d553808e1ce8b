//! Readings: several of one page live side by side, and one of them is searched and shown first.
//!
//! Which one is a stated rule ([`best`]) and hides nothing: the others stand beside it on the item's page.

use std::collections::{BTreeMap, BTreeSet};

use isnad_ledger::body::{Body, Derivation, Reading, StoredPage};
use isnad_model::{
    Arg, Millis,
    reading::{self, Method, Page, Word},
};

mod open;

/// A reading as it lies in the ledger, of either kind of body that holds one.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    /// Its entry.
    pub entry: u64,
    /// What it says. The pages of a [`Reading`] have no places.
    pub derivation: Derivation,
    /// Its object holds texts alone, as those of a [`Reading`] do.
    is_plain: bool,
}

impl Stored {
    /// The reading that a body holds, if it holds one.
    pub fn of(entry: u64, body: &Body) -> Option<Self> {
        match body {
            Body::Derivation(derivation) => {
                Some(Self { entry, derivation: derivation.clone(), is_plain: false })
            }
            Body::Reading(reading) => Some(Self { entry, derivation: placeless(reading), is_plain: true }),
            _ => None,
        }
    }

    /// How it was read.
    pub fn method(&self) -> Method {
        Method::from_code(&self.derivation.method).unwrap_or(Method::Text)
    }

    /// The numbers of its pages.
    pub fn numbers(&self) -> std::ops::Range<u32> {
        let first = self.derivation.first_page;
        first..first.saturating_add(self.derivation.n_pages)
    }

    /// Whether it holds what the file says of itself.
    pub fn describes(&self) -> bool {
        matches!(self.method(), Method::Text | Method::Members) && !self.derivation.metadata.is_empty()
    }

    /// Whether the file's own text of a page is not to be trusted, or not there.
    pub fn is_unread(&self, page: u32) -> bool {
        self.method() == Method::Text && self.derivation.unread.contains(&page)
    }

    /// What a person typed goes before what the file says, and that before what a machine guessed; text that is
    /// not to be trusted, or not there, comes last.
    fn rank(&self, page: u32, text: &str) -> u8 {
        match self.method() {
            Method::Person => 4,
            _ if text.trim().is_empty() => 0,
            Method::Text if self.is_unread(page) => 1,
            Method::Ocr => 2,
            Method::Text | Method::Members => 3,
        }
    }
}

/// An old body has no places, and its pages count from 1.
fn placeless(reading: &Reading) -> Derivation {
    let pages = reading.pages.as_ref();
    let page = |text: &String| open::placeless(text.clone());
    let is_unpacking = reading.tool.starts_with("isnad-extract/unpack");
    Derivation {
        item: reading.item,
        method: if is_unpacking { Method::Members } else { Method::Text }.code().into(),
        tool: reading.tool.clone(),
        settings: reading.settings.clone(),
        first_page: 1,
        n_pages: reading.n_pages,
        pages: pages.map(|pages| pages.iter().map(page).collect()),
        object: reading.object.clone(),
        unread: Vec::new(),
        metadata: reading.metadata.clone(),
        problems: reading.problems.clone(),
        by: None,
    }
}

/// A page of a reading, with what persons said of its words.
#[derive(Debug, Clone)]
pub(crate) struct PageRead {
    /// Its number, from 1.
    pub number: u32,
    /// As it was read.
    pub raw: Page,
    /// Words of `raw` without a digit that may be a number all the same, by their first bytes.
    pub doubtful: Vec<u32>,
    /// With every collation applied; nothing of it is lost in `raw`.
    pub page: Page,
    /// Where each word of `raw` stands in the text of `page`.
    pub shown: Vec<(u32, u32)>,
    /// The newest collation of each word that was held against the picture, in the order of the text.
    pub collations: Vec<Vouched>,
}

/// What somebody said of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Vouched {
    /// The entry of the collation.
    pub entry: u64,
    /// When, by the machine's clock.
    pub at: Millis,
    /// The reading that it is about.
    pub reading: u64,
    /// The page.
    pub page: u32,
    /// The word's first byte in the text as it was read.
    pub start: u32,
    /// The byte behind its last one.
    pub end: u32,
    /// What stands on the picture; nothing where nobody can tell.
    pub text: Option<String>,
    /// Who looked.
    pub by: [u8; 10],
}

/// The place of the best of some readings of one page.
pub(crate) fn best(readings: &[(Stored, PageRead)]) -> Option<usize> {
    let ranks = readings.iter().map(|(stored, read)| stored.rank(read.number, &read.raw.text));
    // Of two that rank the same the newer one goes before.
    ranks.enumerate().max_by_key(|(_, rank)| *rank).map(|(at, _)| at)
}

/// The pages of a new reading whose text must be read from their picture: the file holds none, or none to be trusted.
///
/// A PDF says so page by page. Other documents hold their text or have none at all.
pub(crate) fn unread(media_type: &str, reading: &reading::Reading) -> Vec<u32> {
    if media_type != "application/pdf" {
        return Vec::new();
    }
    let blank = (1..).zip(&reading.pages).filter(|(_, page)| page.text.trim().is_empty()).map(|(n, _)| n);
    let doubtful = reading.problems.iter().filter(|problem| problem.code == "pdf-page-doubtful");
    let doubtful = doubtful.flat_map(|problem| &problem.args).filter_map(|(name, value)| match value {
        Arg::Number(page) if *name == "page" => u32::try_from(*page).ok(),
        _ => None,
    });
    let pages: BTreeSet<u32> = blank.chain(doubtful).collect();
    pages.into_iter().collect()
}

/// Whether a word that a machine read from a picture is a number, or may be one: it holds a digit, or the machine
/// said that it may.
pub(crate) fn is_number(text: &str, is_doubtful: bool) -> bool {
    is_doubtful || text.chars().any(char::is_numeric)
}

/// A page as it is stored.
pub(crate) fn stored_page(page: Page) -> StoredPage {
    let words = page.words.iter().flat_map(|word| word.pack()).collect();
    StoredPage { text: page.text, words, doubtful: Vec::new() }
}

/// Words that do not lie within their text are no words; the text is still the text.
fn opened(stored: StoredPage) -> Page {
    let words = Word::unpack(&stored.words, &stored.text).unwrap_or_default();
    Page { text: stored.text, words }
}

/// A page with the newest collation of each word put in its place.
fn collated(entry: u64, number: u32, stored: StoredPage, all: &[Vouched]) -> PageRead {
    let doubtful = stored.doubtful.clone();
    let raw = opened(stored);
    let mut newest = BTreeMap::new();
    for said in all.iter().filter(|said| said.reading == entry && said.page == number) {
        newest.insert((said.start, said.end), said.clone());
    }
    let (page, shown) = apply(&raw, &newest);
    PageRead { number, raw, doubtful, page, shown, collations: newest.into_values().collect() }
}

/// Puts what stands on the picture where a word was read otherwise. A word that nobody can read stays as it was
/// read, so that a search still finds the page; that nobody vouches for it shows beside it.
fn apply(raw: &Page, said: &BTreeMap<(u32, u32), Vouched>) -> (Page, Vec<(u32, u32)>) {
    let mut text = String::with_capacity(raw.text.len());
    let mut shown = Vec::with_capacity(raw.words.len());
    let mut reached = 0;
    for word in &raw.words {
        let (from, to) = (word.start as usize, word.end as usize);
        text.push_str(raw.text.get(reached..from).unwrap_or_default());
        let start = text.len() as u32;
        let said = said.get(&(word.start, word.end)).and_then(|said| said.text.as_deref());
        text.push_str(said.unwrap_or(raw.text.get(from..to).unwrap_or_default()));
        shown.push((start, text.len() as u32));
        reached = to;
    }
    text.push_str(raw.text.get(reached..).unwrap_or_default());
    let words =
        raw.words.iter().zip(&shown).map(|(word, (start, end))| Word { start: *start, end: *end, ..*word });
    (Page { text, words: words.collect() }, shown)
}

#[cfg(test)]
mod tests;
