//! Personal names as people write them, in Arabic and Latin letters.
//!
//! What comes out is a proposal: which word is the father's name and which the family's is often known to the family
//! alone. The words as written are kept by the caller. Rules: `docs/methodology/dates-and-names.md`.

mod assign;
mod lex;
mod split;
mod units;

use lex::Meaning;

/// A part of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The person's own name.
    Given,
    /// The father's.
    Father,
    /// The father's father's.
    Grandfather,
    /// The family's.
    Family,
    /// The mother's.
    Mother,
    /// Father or mother of: أبو أحمد, أم خالد.
    Kunya,
    /// Son or daughter of: بن علي; and forebears beyond the grandfather.
    Nasab,
    /// By place, tribe or quality: الحمصي.
    Laqab,
}

impl Part {
    /// Its stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Father => "father",
            Self::Grandfather => "grandfather",
            Self::Family => "family",
            Self::Mother => "mother",
            Self::Kunya => "kunya",
            Self::Nasab => "nasab",
            Self::Laqab => "laqab",
        }
    }
}

/// The letters that a name is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Script {
    /// Arabic letters.
    Arabic,
    /// Latin letters.
    Latin,
    /// Both.
    Mixed,
    /// None of them.
    #[default]
    Other,
}

/// A name in parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Name {
    /// Its parts, each as written, without direction marks.
    pub parts: Vec<(Part, String)>,
    /// Titles, ranks, and what is said of the dead, as written.
    pub honorifics: Vec<String>,
    /// Other names by which the person is known: in quotation marks, in brackets, behind "alias".
    pub aliases: Vec<String>,
    /// Its letters.
    pub script: Script,
}

/// Reads a name. Whatever is no name (unknown, مجهول الهوية) has no parts.
pub fn read(words: &str) -> Name {
    let mut name = Name { script: script(words), ..Name::default() };
    let words: String = words.chars().filter(|c| !crate::show::is_control(*c) || c.is_whitespace()).collect();
    if lex::meaning_of(&words) == Some(Meaning::Nobody) {
        return name;
    }
    split::read(&words, &mut name);
    name
}

fn script(words: &str) -> Script {
    let is_arabic = |c: char| {
        c.is_alphabetic()
            && matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
    };
    let is_latin = |c: char| {
        c.is_alphabetic()
            && matches!(c, 'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}')
    };
    match (words.contains(is_arabic), words.contains(is_latin)) {
        (true, true) => Script::Mixed,
        (true, false) => Script::Arabic,
        (false, true) => Script::Latin,
        (false, false) => Script::Other,
    }
}

#[cfg(test)]
mod tests;
