//! What the columns of a table say: the map of an import, as a file that a person can read, keep and send on.

use std::collections::HashMap;

use isnad_schema::{Kind, Property, Schema, toml};
use serde::{Deserialize, Serialize};

use crate::understand::{Doubt, Manner, understand};
use isnad_model::claim::Value;

/// A map of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    /// The kind of record that a row describes.
    pub kind: String,
    /// The name under which the same table is known when it comes again.
    pub dataset: String,
    /// The columns that tell one record from another, by their headings. None: the whole row does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key: Vec<String>,
    /// The row that holds the headings, from 1.
    #[serde(default = "first")]
    pub header: u64,
    /// The sheet of a workbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Sensitivity code of the records and their claims; as the kind says, where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sensitivity: Option<String>,
    /// The language of the words (BCP 47).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Whether 3/4/2013 is the fourth of March.
    #[serde(default, skip_serializing_if = "is_false")]
    pub month_first: bool,
    /// Columns that say something. Others are kept in the row and claim nothing.
    #[serde(rename = "column", default)]
    pub columns: Vec<Column>,
}

/// A column that says something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its heading.
    pub name: String,
    /// The property that its cells are values of.
    pub property: String,
    /// The language of its words, where it is not that of the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

fn first() -> u64 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(it: &bool) -> bool {
    !it
}

/// What is wrong with a map; words are `map-CODE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// Its stable code.
    pub code: &'static str,
    /// What it is about: a heading, a property, a kind, or what the reader of TOML says.
    pub about: String,
}

impl Map {
    /// Reads a map.
    ///
    /// # Errors
    /// What the file does not say as a map does.
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        toml::from_str(text).map_err(|error| Flaw { code: "not-a-map", about: error.message().to_owned() })
    }

    /// The file of it.
    pub fn to_text(&self) -> String {
        // Strings, numbers and lists of them: there is nothing in it that TOML cannot say.
        toml::to_string(self).unwrap_or_default()
    }

    /// A map for a table with these headings: columns that are called like a property, in any of the languages.
    pub fn proposed(kind: &Kind, headings: &[String]) -> Self {
        let mut taken = Vec::new();
        let mut columns = Vec::new();
        for heading in headings {
            let asked = || kind.properties.iter().filter(|it| it.computed.is_none());
            let property = asked()
                .find(|it| is_called(it, heading, Fit::Whole))
                .or_else(|| asked().find(|it| is_called(it, heading, Fit::Beginning)));
            // Two columns of one property are two values, where the property has several; else the first is it.
            if let Some(property) = property.filter(|it| it.many || !taken.contains(&&it.id)) {
                taken.push(&property.id);
                columns.push(Column { name: heading.clone(), property: property.id.clone(), lang: None });
            }
        }
        Self {
            kind: kind.id.clone(),
            dataset: String::new(),
            key: Vec::new(),
            header: 1,
            sheet: None,
            sensitivity: None,
            lang: None,
            month_first: false,
            columns,
        }
    }

    /// What is wrong with the map for a table with these headings.
    pub fn flaws(&self, schema: &Schema, headings: &[String]) -> Vec<Flaw> {
        let flaw = |code, about: &str| Flaw { code, about: about.to_owned() };
        let Some(kind) = schema.kind(&self.kind) else { return vec![flaw("kind-unknown", &self.kind)] };
        let mut flaws = Vec::new();
        if self.dataset.trim().is_empty() {
            flaws.push(flaw("dataset-empty", ""));
        }
        if self.columns.is_empty() {
            flaws.push(flaw("columns-none", ""));
        }
        let counted = headings.iter().fold(HashMap::<&str, usize>::new(), |mut counted, heading| {
            *counted.entry(heading).or_default() += 1;
            counted
        });
        for name in self.key.iter().chain(self.columns.iter().map(|column| &column.name)) {
            match counted.get(name.as_str()) {
                None => flaws.push(flaw("column-absent", name)),
                Some(1) => {}
                Some(_) => flaws.push(flaw("column-twice", name)),
            }
        }
        for column in &self.columns {
            match kind.property(&column.property) {
                None => flaws.push(flaw("property-unknown", &column.property)),
                Some(property) if property.computed.is_some() => {
                    flaws.push(flaw("property-computed", &column.property));
                }
                Some(_) => {}
            }
        }
        flaws
    }

    /// The map with its columns found in a table.
    pub fn bind<'a>(&self, schema: &'a Schema, headings: &[String]) -> Bound<'a> {
        let kind = schema.kind(&self.kind);
        let place = |name: &str| headings.iter().position(|heading| heading == name);
        let columns = self.columns.iter().filter_map(|column| {
            let manner = Manner {
                lang: column.lang.clone().or_else(|| self.lang.clone()),
                month_first: self.month_first,
            };
            let property = kind.and_then(|kind| kind.property(&column.property))?;
            Some((place(&column.name)?, property, manner))
        });
        let columns: Vec<_> = columns.collect();
        let titles = kind.map_or(&[][..], |kind| &kind.title).iter();
        let titles = titles.flat_map(|title| {
            columns.iter().filter(move |(_, property, _)| property.id == *title).map(|(at, ..)| *at)
        });
        let titles = titles.collect();
        let key = self.key.iter().filter_map(|name| place(name)).collect();
        Bound { schema, columns, titles, key }
    }
}

/// A map whose columns were found in a table.
#[derive(Debug, Clone)]
pub struct Bound<'a> {
    schema: &'a Schema,
    /// Places of the columns that say something, from 0, with what they say.
    pub columns: Vec<(usize, &'a Property, Manner)>,
    /// Places of the columns that name a record, best first.
    pub titles: Vec<usize>,
    /// Places of the columns that tell records apart.
    pub key: Vec<usize>,
}

impl Bound<'_> {
    /// What a row says: the place of the column, the property's id, the value, and what is doubtful about it. Empty
    /// cells say nothing.
    pub fn says<'b>(
        &'b self,
        cells: &'b [String],
    ) -> impl Iterator<Item = (usize, &'b Property, Value, Vec<Doubt>)> + 'b {
        self.columns.iter().filter_map(move |(at, property, manner)| {
            let cell = cells.get(*at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())?;
            let (value, doubts) = understand(self.schema, property, cell, manner);
            Some((*at, *property, value, doubts))
        })
    }
}

/// How much of a label a heading must be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// All of it.
    Whole,
    /// Its first words, two of them at least: one word ("date") begins too many.
    Beginning,
}

fn is_called(property: &Property, heading: &str, fit: Fit) -> bool {
    let plain = |text: &str| {
        let folded = isnad_text::fold::fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    let heading = plain(heading);
    let label = &property.label;
    let fits = |name: &String| {
        let name = plain(name);
        match fit {
            Fit::Whole => name == heading,
            Fit::Beginning => heading.len() > 1 && name.starts_with(&heading),
        }
    };
    !heading.is_empty() && [&property.id, &label.ar, &label.en, &label.fr].into_iter().any(fits)
}

#[cfg(test)]
mod tests;
