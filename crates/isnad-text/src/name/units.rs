//! Words that are one name: عبد الرحمن, أبو زيد, صلاح الدين, بن علي, al Hasan.

use super::lex::{Meaning, Word, longest};

/// A name of one word or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    /// As written, with one space between words.
    pub text: String,
    pub kind: Kind,
    /// The word that the name begins with, folded.
    pub key: String,
    /// Whether it was put together of several words.
    pub is_compound: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Plain,
    /// أبو …, أم …
    Kunya,
    /// بن …
    Nasab,
    /// و and the name of a woman, behind بن …
    Mother,
}

/// Particles that belong to the word behind them.
const IN_FRONT: [Meaning; 6] =
    [Meaning::Nasab, Meaning::Kunya, Meaning::KunyaBent, Meaning::Before, Meaning::Article, Meaning::Pilgrim];

/// Puts the words together that are one name.
pub(super) fn units(words: Vec<Word>) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let start = at;
        let mut kind = Kind::Plain;
        let is_behind_nasab = matches!(units.last(), Some(Unit { kind: Kind::Nasab, .. }));
        if is_behind_nasab && let Some((text, n)) = mother(&words[at..]) {
            units.push(Unit { text, kind: Kind::Mother, key: String::new(), is_compound: false });
            at += n;
            continue;
        }
        // Particles in front; a name has no more than three.
        while at + 1 < words.len() && at < start + 3 {
            match longest(&words[at..=at], &IN_FRONT) {
                Some((Meaning::Nasab, _)) if at == start && !is_initial(&words[at], start) => {
                    kind = Kind::Nasab
                }
                Some((Meaning::Kunya, _)) if at == start => kind = Kind::Kunya,
                Some((Meaning::Kunya, _)) if kind == Kind::Nasab => {}
                Some((Meaning::KunyaBent, _)) if kind == Kind::Nasab => {}
                Some((Meaning::Before, _)) if serves(&words[at + 1..]) => {}
                Some((Meaning::Article, _)) => {}
                // محمد الحاج علي: within a name it is no title, and belongs to the word behind it.
                Some((Meaning::Pilgrim, _)) if at == start && !units.is_empty() => {}
                _ => break,
            }
            at += 1;
        }
        // عبد رب النبي is three words.
        at += longest(&words[at..], &[Meaning::Servant]).filter(|_| at > start).map_or(1, |(_, n)| n);
        if let Some((_, n)) = longest(&words[at.min(words.len())..], &[Meaning::Behind]) {
            at += n;
        }
        let text = words[start..at].iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        let key = words[start].key.clone();
        units.push(Unit { text, kind, key, is_compound: at - start > 1 });
    }
    units
}

/// "b." is "son of" behind a name, and an initial in front; "B." is an initial.
fn is_initial(word: &Word, start: usize) -> bool {
    word.key == "b" && (start == 0 || word.text.starts_with('B'))
}

/// Whether عبد is a servant of what stands behind it.
fn serves(behind: &[Word]) -> bool {
    behind.first().is_some_and(|word| {
        let is_latin = word.key.starts_with(|c: char| c.is_ascii());
        is_latin || word.key.starts_with("ال") || longest(behind, &[Meaning::Servant]).is_some()
    })
}

/// "وفاطمة" or "و فاطمة": the mother, in «بن محمد وفاطمة».
fn mother(words: &[Word]) -> Option<(String, usize)> {
    let first = words.first()?;
    if first.key == "و" {
        return Some((words.get(1)?.text.clone(), 2));
    }
    let bare = first.text.strip_prefix('و')?;
    (super::lex::meaning_of(bare) == Some(Meaning::Woman)).then(|| (bare.to_owned(), 1))
}
