//! What a query means.
//!
//! The rule: a page is a hit when it has all units of the query (with `any`, one of them) and none that is
//! excluded. A unit is
//! - a word: some word of the page has the same light stem, so that أحمد is found by احمد and المعتقلين by
//!   معتقل (a page with the same folded word has the same stem);
//! - a name of two words, عبد الله: the page has it, joined or apart, or has both words;
//! - a number of four digits or more, 12000: the page has it, or has it in groups of three, 12,000;
//! - a phrase: its folded words stand one behind the other. Quotes make one, and so does anything that is
//!   written without a blank, comma, bracket or question mark and read as several words (12/5/2018,
//!   al-Assad). A quoted single word is found
//!   as it stands, and not by its stem.
//!
//! The words of the item's name count as words of its first page. Order comes from BM25 over the words in
//! all their forms, but for function words, and never changes what is a hit.

use isnad_text::{compound::compound, light, words::is_function_word};

use crate::analyze::{Term, Terms};

/// A query, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Parsed {
    /// What a hit has.
    pub wanted: Vec<Unit>,
    /// What a hit has not.
    pub excluded: Vec<Unit>,
    /// Something was typed, but it has no words: such a query finds nothing.
    pub is_wordless: bool,
}

/// A unit of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unit {
    /// As typed.
    pub typed: String,
    /// The ways in which a page can have it.
    pub ways: Vec<Way>,
}

/// One way in which a page can have a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Way {
    /// Words with all these folded forms' stems, in any order.
    Words(Vec<String>),
    /// These folded words at these distances from the first.
    Phrase(Vec<(usize, String)>),
}

impl Unit {
    fn word(typed: &str, word: &str) -> Self {
        let mut ways = vec![Way::Words(vec![word.to_owned()])];
        ways.extend(in_groups(word));
        Self { typed: typed.to_owned(), ways }
    }

    /// The folded words of the unit, for ranking.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.ways.iter().flat_map(|way| match way {
            Way::Words(words) => words.iter().map(String::as_str).collect::<Vec<_>>(),
            Way::Phrase(words) => words.iter().map(|(_, word)| word.as_str()).collect(),
        })
    }

    /// Whether it says something about a page's matter: it is more than a function word.
    fn is_telling(&self) -> bool {
        self.words().any(|word| !is_function_word(word))
    }
}

impl Parsed {
    /// Whether a unit orders the hits. Function words do so only where there is nothing else.
    pub(crate) fn orders_by(&self, unit: &Unit) -> bool {
        unit.is_telling() || !self.wanted.iter().any(Unit::is_telling)
    }
}

/// The stem by which a folded word is looked up.
pub(crate) fn stem(word: &str) -> &str {
    light(word)
}

/// Reads a query as typed.
pub(crate) fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    // The plain word before, which a name of two words may go on from.
    let mut before: Option<(String, String)> = None;
    for piece in pieces(text) {
        let terms = Terms::all(piece.text);
        let plain = match terms.as_slice() {
            [one] if !piece.quoted && !piece.excluded => Some(one.text.clone()),
            _ => None,
        };
        let joined = before.take().zip(plain.clone()).and_then(|((typed, first), second)| {
            let joined = compound(&first, &second)?;
            Some(Unit {
                typed: format!("{typed} {}", piece.text),
                ways: vec![Way::Words(vec![joined]), Way::Words(vec![first, second])],
            })
        });
        if let Some(unit) = joined {
            parsed.wanted.pop();
            parsed.wanted.push(unit);
            continue;
        }
        before = plain.map(|word| (piece.text.to_owned(), word));
        let side = if piece.excluded { &mut parsed.excluded } else { &mut parsed.wanted };
        side.extend(unit(&piece, &terms));
    }
    parsed.is_wordless = parsed.wanted.is_empty() && parsed.excluded.is_empty() && !text.trim().is_empty();
    parsed
}

fn unit(piece: &Piece<'_>, terms: &[Term]) -> Option<Unit> {
    match terms {
        [] => None,
        [one] if !piece.quoted => Some(Unit::word(piece.text, &one.text)),
        [first, ..] => {
            let mut ways = vec![Way::Phrase(phrase(terms, first.position))];
            ways.extend(ungrouped(piece.text, terms));
            Some(Unit { typed: piece.text.to_owned(), ways })
        }
    }
}

/// The words of a phrase; of a name of two words, which share a position, only the joined form.
fn phrase(terms: &[Term], first: usize) -> Vec<(usize, String)> {
    let is_part = |term: &&Term| {
        !term.is_joined && terms.iter().any(|other| other.is_joined && other.position == term.position)
    };
    terms.iter().filter(|term| !is_part(term)).map(|t| (t.position - first, t.text.clone())).collect()
}

/// 12000 may be written 12,000.
fn in_groups(word: &str) -> Option<Way> {
    if word.len() < 4 || !word.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let first = (word.len() - 1) % 3 + 1;
    let rest = word.as_bytes()[first..].chunks(3).map(String::from_utf8_lossy);
    let groups = std::iter::once(word[..first].into()).chain(rest);
    Some(Way::Phrase(groups.enumerate().map(|(place, group)| (place, group.into_owned())).collect()))
}

/// 12,000 may be written 12000.
fn ungrouped(typed: &str, terms: &[Term]) -> Option<Way> {
    let is_number = |term: &Term| term.text.bytes().all(|b| b.is_ascii_digit());
    let grouped = typed.contains([',', '٬'])
        && terms.iter().all(is_number)
        && terms[0].text.len() <= 3
        && terms[1..].iter().all(|term| term.text.len() == 3);
    grouped.then(|| Way::Words(vec![terms.iter().map(|term| term.text.as_str()).collect()]))
}

/// A part of the query between blanks, or between quotes.
struct Piece<'a> {
    text: &'a str,
    quoted: bool,
    excluded: bool,
}

/// Cuts a query at blanks, quotes and what parts sentences. A quote that is not closed goes on to the end.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let unsigned = rest.strip_prefix('-').filter(|after| !after.starts_with(char::is_whitespace));
        let (excluded, body) = (unsigned.is_some(), unsigned.unwrap_or(rest));
        let quote = body.chars().next().and_then(|c| Some((c, closing(c)?)));
        let (piece, after) = match quote {
            Some((open, close)) => {
                let inside = &body[open.len_utf8()..];
                inside.split_once(close).unwrap_or((inside, ""))
            }
            None => body.split_at(word_end(body)),
        };
        out.push(Piece { text: piece, quoted: quote.is_some(), excluded });
        debug_assert!(after.len() < rest.len(), "every turn reads something, here {first:?}");
        rest = after.trim_start();
    }
    out
}

/// Where a piece ends that is not quoted. A mark that parts sentences is a piece of its own, without words.
fn word_end(body: &str) -> usize {
    let mut before = ' ';
    for (at, c) in body.char_indices() {
        let after = body[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let in_number = c == ',' && before.is_numeric() && after.is_numeric();
        if c.is_whitespace() || closing(c).is_some() {
            return at;
        }
        if PARTING.contains(&c) && !in_number {
            return if at == 0 { c.len_utf8() } else { at };
        }
        before = c;
    }
    body.len()
}

/// Marks between words of which nobody thinks as of one: unlike the hyphen, the slash and the full stop.
const PARTING: [char; 14] = ['،', '؛', '؟', ',', ';', '?', '!', '(', ')', '[', ']', '{', '}', '…'];

/// The quotes that may close one that opens.
fn closing(open: char) -> Option<&'static [char]> {
    match open {
        '"' => Some(&['"']),
        '«' => Some(&['»']),
        '“' | '”' | '„' => Some(&['“', '”']),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
