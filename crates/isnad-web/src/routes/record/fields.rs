//! Forms made from the schema: a field for each property, and what was typed read back as claims.

use isnad_access::Grant;
use isnad_describe::understand::{Doubt, Manner, understand};
use isnad_engine::Archive;
use isnad_model::{
    Problem, RecordId,
    claim::{Meaning, Value},
};
use isnad_schema::{Kind, Property, Schema, Type};

/// What stands before the property's id in the name of a field.
pub(crate) const PREFIX: &str = "p.";

/// A group of fields.
pub(crate) struct Group {
    pub label: String,
    pub help: String,
    pub fields: Vec<Field>,
}

/// One field.
pub(crate) struct Field {
    /// The name in the form; the id on the page.
    pub name: String,
    pub label: String,
    pub help: String,
    /// `text`, `lines`, `long`, `choice`, `choices`, `flag` or `link`.
    pub look: &'static str,
    pub required: bool,
    /// What is asked first: the field is of use only then, in words.
    pub when: String,
    /// Codes and words to choose from.
    pub options: Vec<(String, String)>,
    /// What was typed or chosen before something was wrong.
    pub typed: Vec<String>,
}

impl Field {
    /// Whether an option is chosen.
    pub fn is_chosen(&self, code: &str) -> bool {
        self.typed.iter().any(|typed| typed == code)
    }

    /// What was typed, a line each.
    pub fn lines(&self) -> String {
        self.typed.join("\n")
    }
}

/// What a form brought: names and values, as they were sent.
pub(crate) type Typed = [(String, String)];

/// The first value under a name.
pub(crate) fn typed<'a>(form: &'a Typed, name: &str) -> &'a str {
    form.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
}

/// The fields of a kind in their groups. `only`: this property alone.
pub(crate) fn groups(
    schema: &Schema,
    kind: &Kind,
    lang: &str,
    form: &Typed,
    only: Option<&str>,
) -> Vec<Group> {
    let asked =
        |property: &&Property| property.computed.is_none() && only.is_none_or(|only| only == property.id);
    let groups = kind.groups.iter().map(|group| Group {
        label: group.label.get(lang).to_owned(),
        help: group.help.as_ref().map(|help| help.get(lang).to_owned()).unwrap_or_default(),
        fields: kind
            .properties
            .iter()
            .filter(|property| property.group.as_deref() == Some(&group.id))
            .filter(asked)
            .map(|property| field(schema, kind, property, lang, form))
            .collect(),
    });
    let loose = kind.properties.iter().filter(|property| property.group.is_none()).filter(asked);
    let loose: Vec<Field> = loose.map(|property| field(schema, kind, property, lang, form)).collect();
    let mut groups: Vec<Group> = groups.collect();
    groups.push(Group { label: String::new(), help: String::new(), fields: loose });
    groups.retain(|group| !group.fields.is_empty());
    groups
}

fn field(schema: &Schema, kind: &Kind, property: &Property, lang: &str, form: &Typed) -> Field {
    let vocabulary = property.vocabulary.as_deref().and_then(|id| schema.vocabulary(id));
    let terms = vocabulary.map_or(&[][..], |vocabulary| &vocabulary.terms);
    let name = format!("{PREFIX}{}", property.id);
    let look = match (property.kind, property.many) {
        (Type::Text, _) if property.long => "long",
        (Type::Term, true) => "choices",
        (Type::Term, false) => "choice",
        (Type::Flag, _) => "flag",
        (_, true) => "lines",
        _ => "text",
    };
    let when = property.when.as_ref().and_then(|when| {
        let other = kind.property(&when.property)?;
        let words = when.is.iter().map(|code| schema.term_label(other, code, lang)).collect::<Vec<_>>();
        Some(format!("{}: {}", other.label.get(lang), words.join(" · ")))
    });
    Field {
        typed: form.iter().filter(|(key, _)| *key == name).map(|(_, value)| value.clone()).collect(),
        name,
        label: property.label.get(lang).to_owned(),
        help: property.help.as_ref().map(|help| help.get(lang).to_owned()).unwrap_or_default(),
        look,
        required: property.required,
        when: when.unwrap_or_default(),
        options: terms.iter().map(|term| (term.code.clone(), term.label.get(lang).to_owned())).collect(),
    }
}

/// A value of a property, and what is doubtful about it.
pub(crate) type Entered = (String, Value, Vec<Doubt>);

/// What was typed into the fields of a kind, as values of its properties.
pub(crate) fn values(
    archive: &Archive,
    grant: &Grant,
    kind: &Kind,
    form: &Typed,
) -> Result<Vec<Entered>, Problem> {
    let schema = archive.schema();
    let mut values = Vec::new();
    for (name, sent) in form {
        let Some(property) = name.strip_prefix(PREFIX).and_then(|id| kind.property(id)) else { continue };
        let pieces: Vec<&str> = match property.many && !property.long {
            true => sent.lines().collect(),
            false => vec![sent.as_str()],
        };
        for words in pieces.into_iter().map(str::trim).filter(|words| !words.is_empty()) {
            let (value, doubts) = value(archive, grant, &schema, property, words)?;
            values.push((property.id.clone(), value, doubts));
        }
    }
    Ok(values)
}

/// What was typed into one field.
fn value(
    archive: &Archive,
    grant: &Grant,
    schema: &Schema,
    property: &Property,
    words: &str,
) -> Result<(Value, Vec<Doubt>), Problem> {
    let of = |raw: String, meaning| Ok((Value { raw, lang: None, meaning }, Vec::new()));
    let is_term = || {
        let vocabulary = property.vocabulary.as_deref().and_then(|id| schema.vocabulary(id));
        vocabulary.is_some_and(|vocabulary| vocabulary.term(words).is_some())
    };
    match (property.kind, named(words)) {
        (Type::Term, _) if is_term() => of(String::new(), Meaning::Term(words.to_owned())),
        (Type::Link, Some(id)) => of(title(archive, grant, id)?, Meaning::Record(id)),
        (Type::Place, Some(id)) => of(title(archive, grant, id)?, Meaning::Place(Some(id))),
        (Type::Claim, _) => {
            let id = words.parse().map_err(|_| Problem::new("claim-absent").text("claim", words))?;
            of(words.to_owned(), Meaning::Claim(id))
        }
        (Type::Item, _) => {
            let id = words.parse().map_err(|_| Problem::new("item-absent").text("id", words))?;
            of(words.to_owned(), Meaning::Item(id))
        }
        _ => Ok(understand(schema, property, words, &Manner::default())),
    }
}

/// The record that somebody named: its id, alone or behind its name in brackets, as the lists of choices write it.
pub(crate) fn named(words: &str) -> Option<RecordId> {
    let last = words.rsplit([' ', '(', '/']).next()?;
    last.trim_end_matches(')').parse().ok()
}

fn title(archive: &Archive, grant: &Grant, id: RecordId) -> Result<String, Problem> {
    let line = archive.record_line(grant, id)?;
    line.map(|line| line.title).ok_or_else(|| Problem::new("record-absent").text("record", id.to_string()))
}
