//! From words to meaning: what somebody typed, or a cell of a table says, as the type of its property.
//!
//! The words stay as they are beside it. What cannot be understood keeps its words and is told as a doubt; it is never
//! guessed and never refused for that.

use isnad_model::claim::{Meaning, Quantity, Value};
use isnad_schema::{Property, Schema, Type};
use isnad_text::{date, quantity};

/// What is doubtful about a value; words are `doubt-CODE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Its stable code.
    pub code: String,
    /// The other reading, or the part that it is about.
    pub about: String,
}

impl Doubt {
    /// A doubt of this code, about these words.
    pub fn new(code: impl Into<String>, about: impl Into<String>) -> Self {
        Self { code: code.into(), about: about.into() }
    }
}

/// How the words of a source are to be taken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manner {
    /// Their language (BCP 47), where known.
    pub lang: Option<String>,
    /// Whether 3/4/2013 is the fourth of March and not the third of April.
    pub month_first: bool,
}

/// A value as its property understands it, and what is doubtful about that.
pub fn understand(schema: &Schema, property: &Property, words: &str, manner: &Manner) -> (Value, Vec<Doubt>) {
    let words = words.trim();
    let mut doubts = Vec::new();
    let meaning = match property.kind {
        Type::Text | Type::Period | Type::Link | Type::Claim | Type::Item => Meaning::Text,
        Type::Name => Meaning::Name(Vec::new()),
        Type::Date => Meaning::Date(read_date(words, manner, &mut doubts)),
        Type::Quantity => Meaning::Quantity(read_quantity(property, words, &mut doubts)),
        Type::Place => Meaning::Place(None),
        Type::Identifier => Meaning::Identifier(property.scheme.clone()),
        Type::Term => read_term(schema, property, words, &mut doubts),
        Type::Flag => match flag(words) {
            Some(is) => Meaning::Flag(is),
            None => {
                doubts.push(Doubt::new("flag-unreadable", words));
                Meaning::Text
            }
        },
        Type::Point => match point(words) {
            Some((latitude, longitude)) => Meaning::Point(latitude, longitude),
            None => {
                doubts.push(Doubt::new("point-unreadable", words));
                Meaning::Text
            }
        },
        Type::Url => Meaning::Url,
    };
    (Value { raw: words.to_owned(), lang: manner.lang.clone(), meaning }, doubts)
}

fn read_date(words: &str, manner: &Manner, doubts: &mut Vec<Doubt>) -> Option<String> {
    let order = if manner.month_first { date::Order::MonthFirst } else { date::Order::DayFirst };
    match date::read(words, order) {
        Ok(read) => {
            doubts.extend(read.doubts.iter().map(|doubt| Doubt::new(doubt.code(), doubt.about())));
            Some(read.edtf.to_string())
        }
        Err(refused) => {
            doubts.push(Doubt::new(refused.code(), words));
            None
        }
    }
}

fn read_quantity(property: &Property, words: &str, doubts: &mut Vec<Doubt>) -> Option<Quantity> {
    let Some(read) = quantity::read(words) else {
        doubts.push(Doubt::new("quantity-unreadable", words));
        return None;
    };
    doubts.extend(read.doubts.iter().map(|doubt| Doubt::new(doubt.code(), doubt.about())));
    if read.approximate {
        doubts.push(Doubt::new("quantity-about", words));
    }
    Some(Quantity { min: read.min, max: read.max, unit: property.unit.clone() })
}

fn read_term(schema: &Schema, property: &Property, words: &str, doubts: &mut Vec<Doubt>) -> Meaning {
    let vocabulary = property.vocabulary.as_deref().and_then(|id| schema.vocabulary(id));
    match vocabulary.and_then(|vocabulary| vocabulary.find(words)) {
        Some(term) => Meaning::Term(term.code.clone()),
        None => {
            doubts.push(Doubt::new("term-unknown", words));
            Meaning::Text
        }
    }
}

/// Yes and no as forms and tables of three languages say them.
fn flag(words: &str) -> Option<bool> {
    const YES: [&str; 9] = ["yes", "true", "1", "oui", "vrai", "نعم", "صح", "y", "x"];
    const NO: [&str; 8] = ["no", "false", "0", "non", "faux", "لا", "خطا", "n"];
    let words = isnad_text::fold::fold(words);
    let is = |list: &[&str]| list.iter().any(|it| isnad_text::fold::fold(it) == words);
    match (is(&YES), is(&NO)) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

/// Latitude and longitude in degrees, separated by a comma, a semicolon or spaces, as millionths.
fn point(words: &str) -> Option<(i32, i32)> {
    let mut parts = words.split([',', ';', ' ', '،', '؛']).filter(|part| !part.is_empty());
    let (latitude, longitude) = (parts.next()?, parts.next()?);
    let degrees = |text: &str, bound: f64| {
        let value: f64 = text.parse().ok()?;
        (value.abs() <= bound).then(|| (value * 1e6).round() as i32)
    };
    parts.next().is_none().then_some((degrees(latitude, 90.0)?, degrees(longitude, 180.0)?))
}
