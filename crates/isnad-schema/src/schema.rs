//! The schema as plain data.

use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write,
};

use isnad_text::fold::fold;

/// Words in the three languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label {
    /// Arabic.
    pub ar: String,
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

impl Label {
    /// The words in a language, by its code; English for one that we do not speak.
    pub fn get(&self, lang: &str) -> &str {
        match lang {
            "ar" => &self.ar,
            "fr" => &self.fr,
            _ => &self.en,
        }
    }
}

/// What the values of a property are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Type {
    /// Words.
    Text,
    /// A personal name.
    Name,
    /// A date or a span of time.
    Date,
    /// A length of time (ISO 8601, `P6M`).
    Period,
    /// A number with bounds.
    Quantity,
    /// A place.
    Place,
    /// A number or mark that others gave.
    Identifier,
    /// Another record.
    Link,
    /// A claim.
    Claim,
    /// An item of the archive.
    Item,
    /// A word of a vocabulary.
    Term,
    /// Yes or no.
    Flag,
    /// A point on the earth.
    Point,
    /// An address on the web.
    Url,
}

impl Type {
    /// All types.
    pub const ALL: [Self; 14] = [
        Self::Text,
        Self::Name,
        Self::Date,
        Self::Period,
        Self::Quantity,
        Self::Place,
        Self::Identifier,
        Self::Link,
        Self::Claim,
        Self::Item,
        Self::Term,
        Self::Flag,
        Self::Point,
        Self::Url,
    ];

    /// The stable code, as schema files write it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Name => "name",
            Self::Date => "date",
            Self::Period => "period",
            Self::Quantity => "quantity",
            Self::Place => "place",
            Self::Identifier => "identifier",
            Self::Link => "link",
            Self::Claim => "claim",
            Self::Item => "item",
            Self::Term => "term",
            Self::Flag => "flag",
            Self::Point => "point",
            Self::Url => "url",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// A kind of record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// Its id: `missing-case`.
    pub id: String,
    /// The area of work that it belongs to.
    pub area: String,
    /// Its name.
    pub label: Label,
    /// The name of several.
    pub plural: Label,
    /// What it is for.
    pub help: Option<Label>,
    /// Properties that name a record in lists, best first.
    pub title: Vec<String>,
    /// Properties that tell namesakes apart.
    pub detail: Vec<String>,
    /// Sensitivity code of a new record and its claims.
    pub sensitivity: String,
    /// Names in other systems: `ftm`, `sfm`, `huridocs`, `premis`.
    pub outside: BTreeMap<String, String>,
    /// Groups of properties, in order.
    pub groups: Vec<Group>,
    /// Properties, in order.
    pub properties: Vec<Property>,
}

impl Kind {
    /// A property by its id.
    pub fn property(&self, id: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.id == id)
    }
}

/// A group of properties on a form and a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub label: Label,
    /// Guidance.
    pub help: Option<Label>,
}

/// What can be said of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// Its id, which means the same thing in every kind.
    pub id: String,
    /// Its group.
    pub group: Option<String>,
    /// What its values are.
    pub kind: Type,
    /// The vocabulary of a term.
    pub vocabulary: Option<String>,
    /// Kinds that a link leads to; any, where none is named.
    pub to: Vec<String>,
    /// Several values at once are normal.
    pub many: bool,
    /// A form asks for it.
    pub required: bool,
    /// Text over several lines.
    pub long: bool,
    /// Unit of a quantity.
    pub unit: Option<String>,
    /// Scheme of an identifier.
    pub scheme: Option<String>,
    /// Sensitivity code, where it is closer than that of the kind.
    pub sensitivity: Option<String>,
    /// Counted beside lists.
    pub facet: bool,
    /// Asked only then.
    pub when: Option<When>,
    /// The rule that computes it.
    pub computed: Option<String>,
    /// The heading of a link on the page of the record that it leads to.
    pub inverse: Option<Label>,
    /// Its name.
    pub label: Label,
    /// Guidance for whoever asks or enters it.
    pub help: Option<Label>,
    /// Names in other systems.
    pub outside: BTreeMap<String, String>,
}

/// A condition on another property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// That property.
    pub property: String,
    /// Its values.
    pub is: Vec<String>,
}

/// A list of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vocabulary {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// What it is for, and where it comes from.
    pub help: Option<Label>,
    /// Names in other systems.
    pub outside: BTreeMap<String, String>,
    /// Its words, in order.
    pub terms: Vec<Term>,
    /// Words as they may be written, folded, to the place of the term; to nothing where several terms share them.
    pub(crate) spelled: HashMap<String, Option<usize>>,
    /// Codes to the place of the term.
    pub(crate) coded: HashMap<String, usize>,
}

/// A word of a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its code.
    pub code: String,
    /// Its words.
    pub label: Label,
    /// The wider word.
    pub parent: Option<String>,
    /// Other spellings and words for it, in any language.
    pub also: Vec<String>,
    /// Names in other systems.
    pub outside: BTreeMap<String, String>,
}

impl Vocabulary {
    /// A term by its code.
    pub fn term(&self, code: &str) -> Option<&Term> {
        self.terms.get(*self.coded.get(code)?)
    }

    /// The term that somebody meant: by code, by its words in any language, by another spelling. Words that two terms
    /// share are nobody's: the one is as likely as the other, and nothing is guessed.
    pub fn find(&self, words: &str) -> Option<&Term> {
        self.term(words.trim()).or_else(|| self.terms.get((*self.spelled.get(&spelling(words))?)?))
    }

    /// Makes the tables of codes and spellings anew.
    pub(crate) fn indexed(mut self) -> Self {
        self.coded = self.terms.iter().enumerate().map(|(at, term)| (term.code.clone(), at)).collect();
        self.spelled.clear();
        for (at, term) in self.terms.iter().enumerate() {
            let labels = [&term.label.ar, &term.label.en, &term.label.fr];
            for words in labels.into_iter().chain(&term.also) {
                let known = self.spelled.entry(spelling(words)).or_insert(Some(at));
                if *known != Some(at) {
                    *known = None;
                }
            }
        }
        self
    }
}

fn spelling(words: &str) -> String {
    let folded = fold(words);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// All kinds and vocabularies.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Schema {
    pub(crate) kinds: BTreeMap<String, Kind>,
    pub(crate) vocabularies: BTreeMap<String, Vocabulary>,
}

impl Schema {
    /// All kinds, by id.
    pub fn kinds(&self) -> impl Iterator<Item = &Kind> {
        self.kinds.values()
    }

    /// A kind by its id.
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.get(id)
    }

    /// All vocabularies, by id.
    pub fn vocabularies(&self) -> impl Iterator<Item = &Vocabulary> {
        self.vocabularies.values()
    }

    /// A vocabulary by its id.
    pub fn vocabulary(&self, id: &str) -> Option<&Vocabulary> {
        self.vocabularies.get(id)
    }

    /// A text that is the same for the same schema, and another for another: what was computed with one is computed
    /// anew with the next.
    pub fn canonical_text(&self) -> String {
        let mut text = String::new();
        for kind in self.kinds() {
            // Writing to a string cannot fail.
            let _infallible = writeln!(text, "{kind:?}");
        }
        for vocabulary in self.vocabularies() {
            let Vocabulary { id, label, help, outside, terms, .. } = vocabulary;
            let _infallible = writeln!(text, "{id:?} {label:?} {help:?} {outside:?} {terms:?}");
        }
        text
    }
}
