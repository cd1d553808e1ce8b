//! Words of names and what the list says of them.

use std::{collections::HashMap, sync::LazyLock};

use crate::{fold::fold, lexicon::phrases};

/// No meaning has more words.
const MAX_WORDS: usize = 5;

/// Meanings of words: the first column of `data/names.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Honorific,
    /// A title in front; within a name a part of it.
    Pilgrim,
    Blessing,
    Alias,
    /// ب is written with the name behind it.
    AliasB,
    Mother,
    Father,
    Nasab,
    Kunya,
    KunyaBent,
    Before,
    Behind,
    Servant,
    Article,
    Nobody,
    Given,
    Woman,
}

/// A word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// As written, without signs around it.
    pub text: String,
    /// As it is looked up.
    pub key: String,
    /// Whether a full stop, colon or stroke stood behind it.
    pub is_cut: bool,
}

/// The words of a piece of text without commas.
pub(super) fn words(text: &str) -> Vec<Word> {
    let is_sign = |c: char| !c.is_alphanumeric() && !crate::fold::is_mark(c);
    let pieces = text.split_whitespace().flat_map(|piece| piece.split_inclusive([':', '/', '|', '_', '.']));
    let words = pieces.filter_map(|piece| {
        let word = piece.trim_matches(is_sign);
        let is_cut = piece.ends_with([':', '/', '.']);
        // An initial keeps its full stop.
        let is_initial = piece.ends_with('.') && word.chars().nth(1).is_none() && word.is_ascii();
        let text = if is_initial { format!("{word}.") } else { word.to_owned() };
        (!word.is_empty()).then(|| Word { text, key: key_of(word), is_cut })
    });
    words.collect()
}

/// What a word, or several, mean.
pub(super) fn meaning_of(words: &str) -> Option<Meaning> {
    MEANINGS.get(&key_of(words)).copied()
}

/// The longest run of words that begins here and has one of the meanings asked for: which, and of how many words.
pub(super) fn longest(words: &[Word], wanted: &[Meaning]) -> Option<(Meaning, usize)> {
    let mut key = String::new();
    let mut found = None;
    for (n, word) in words.iter().take(MAX_WORDS).enumerate() {
        if n > 0 {
            key.push(' ');
        }
        key.push_str(&word.key);
        if let Some(meaning) = MEANINGS.get(&key).filter(|meaning| wanted.contains(meaning)) {
            found = Some((*meaning, n + 1));
        }
    }
    found
}

/// Words as they are looked up: folded, with one space between them.
fn key_of(words: &str) -> String {
    let folded = fold(words);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The list of words.
const WORDS: &str = include_str!("../../data/names.tsv");

static MEANINGS: LazyLock<HashMap<String, Meaning>> = LazyLock::new(|| {
    let known = phrases(WORDS).filter_map(|(meaning, phrase)| Some((key_of(phrase), named(meaning)?)));
    known.collect()
});

fn named(name: &str) -> Option<Meaning> {
    Some(match name {
        "honorific" => Meaning::Honorific,
        "pilgrim" => Meaning::Pilgrim,
        "blessing" => Meaning::Blessing,
        "alias" => Meaning::Alias,
        "aliasb" => Meaning::AliasB,
        "mother" => Meaning::Mother,
        "father" => Meaning::Father,
        "nasab" => Meaning::Nasab,
        "kunya" => Meaning::Kunya,
        "kunyabent" => Meaning::KunyaBent,
        "before" => Meaning::Before,
        "behind" => Meaning::Behind,
        "servant" => Meaning::Servant,
        "article" => Meaning::Article,
        "nobody" => Meaning::Nobody,
        "given" => Meaning::Given,
        "woman" => Meaning::Woman,
        _ => return None,
    })
}

/// What is wrong with the list of words.
#[cfg(test)]
pub(super) fn faults() -> Vec<String> {
    crate::lexicon::faults(WORDS, |meaning| named(meaning).is_some(), key_of)
}
