//! Light stemming of Arabic: the article, conjunctions and common endings come off, the root is left alone.
//!
//! After the idea of "light10" (Larkey, Ballesteros, Connell: Improving stemming for Arabic information
//! retrieval, SIGIR 2002), with guards where its bare rules destroy words: at least three letters stay, a
//! leading و is kept where it belongs to the word (وزارة), and names that only look inflected (سليمان,
//! عدنان) are left whole.

use std::{collections::HashSet, sync::LazyLock};

/// Fewer letters than these tell words apart no longer.
const MIN_LETTERS: usize = 3;

/// The article with what is written together with it; longer ones first.
const ARTICLES: [&str; 11] = ["وبال", "وكال", "وفال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال"];
/// Possessive endings, and the ه that ة was folded to.
const PRONOUNS: [&str; 5] = ["هما", "هم", "ها", "نا", "ه"];
/// Endings of number and of verbs in the plural; longer ones first.
const NUMBERS: [&str; 7] = ["تان", "تين", "ات", "ان", "ون", "ين", "وا"];
/// Endings of relation: سوري, سورية and سوريا are of one stem.
const RELATIONS: [&str; 3] = ["يه", "يا", "ي"];

/// Words whose ending or beginning only looks like an inflection, folded.
static WHOLE: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(include_str!("light/whole.txt")));
/// Stems that begin with a و of their own, folded and without ending.
static OWN_WAW: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(include_str!("light/own_waw.txt")));

/// The light stem of a folded word; a word that is not Arabic is its own stem.
pub fn light(word: &str) -> &str {
    if !word.starts_with(is_arabic) || WHOLE.contains(word) {
        return word;
    }
    without_ending(without_beginning(word))
}

fn without_beginning(word: &str) -> &str {
    if word.starts_with('و') && OWN_WAW.contains(without_ending(word)) {
        return word;
    }
    if let Some(rest) = ARTICLES.iter().find_map(|article| long_enough(word.strip_prefix(article)?)) {
        return rest;
    }
    // A conjunction is split off longer words only: of four letters, too many are whole words (وليد, وسام).
    match word.strip_prefix('و') {
        Some(rest) if rest.chars().nth(MIN_LETTERS).is_some() => rest,
        _ => word,
    }
}

/// Takes off at most one ending of each sort, from the outside in.
fn without_ending(word: &str) -> &str {
    // عبدالله and its like end in a name of God, and not in a pronoun.
    if word.ends_with("الله") {
        return word;
    }
    let owned = cut(word, &PRONOUNS);
    let word = if owned == word { word } else { opened_teh(owned) };
    cut(cut(word, &NUMBERS), &RELATIONS)
}

/// The word without the first of the endings that it has, unless it is to be left whole.
fn cut<'a>(word: &'a str, endings: &[&str]) -> &'a str {
    if WHOLE.contains(word) {
        return word;
    }
    endings.iter().find_map(|ending| long_enough(word.strip_suffix(ending)?)).unwrap_or(word)
}

/// Before a pronoun ة is written ت: زوجته is زوجة with "his".
fn opened_teh(owned: &str) -> &str {
    if owned.ends_with("ات") {
        return owned;
    }
    owned.strip_suffix('ت').and_then(long_enough).unwrap_or(owned)
}

fn long_enough(rest: &str) -> Option<&str> {
    rest.chars().nth(MIN_LETTERS - 1).map(|_| rest)
}

fn is_arabic(c: char) -> bool {
    ('\u{620}'..='\u{6FF}').contains(&c)
}

/// The consonants of a stem, which broken plurals share with their singular: شهود and شاهد, حدود and حد.
///
/// Fewer than three tell too little, and then the stem itself is given. Good for ordering, too rough for more.
pub fn consonants(stem: &str) -> String {
    let is_firm = |c: &char| !matches!(c, 'ا' | 'و' | 'ي' | 'ء');
    let firm: String = stem.chars().filter(is_firm).collect();
    long_enough(&firm).map_or_else(|| stem.to_owned(), str::to_owned)
}

/// The words of a list; a line after `#` explains.
pub(crate) fn words(list: &'static str) -> HashSet<&'static str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}
