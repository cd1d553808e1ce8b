//! Schema files as they are written.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    Fault, Label,
    schema::{Group, Kind, Property, Term, Type, Vocabulary, When},
};

/// A file: a kind or a vocabulary.
pub(crate) enum Read {
    /// A kind.
    Kind(Box<Kind>),
    /// A vocabulary.
    Vocabulary(Box<Vocabulary>),
}

/// The areas of work.
const AREAS: [&str; 7] = ["preserve", "describe", "link", "analyse", "attribute", "share", "act"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindFile {
    kind: KindHead,
    #[serde(default)]
    group: Vec<GroupPart>,
    #[serde(default)]
    property: Vec<PropertyPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindHead {
    id: String,
    area: String,
    label: BTreeMap<String, String>,
    plural: Option<BTreeMap<String, String>>,
    help: Option<BTreeMap<String, String>>,
    #[serde(default)]
    title: Vec<String>,
    #[serde(default)]
    detail: Vec<String>,
    sensitivity: Option<String>,
    #[serde(default)]
    outside: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupPart {
    id: String,
    label: BTreeMap<String, String>,
    help: Option<BTreeMap<String, String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PropertyPart {
    id: String,
    group: Option<String>,
    r#type: String,
    vocabulary: Option<String>,
    #[serde(default)]
    to: Vec<String>,
    #[serde(default)]
    many: bool,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    long: bool,
    unit: Option<String>,
    scheme: Option<String>,
    sensitivity: Option<String>,
    #[serde(default)]
    facet: bool,
    when: Option<WhenPart>,
    computed: Option<String>,
    inverse: Option<BTreeMap<String, String>>,
    label: BTreeMap<String, String>,
    help: Option<BTreeMap<String, String>>,
    #[serde(default)]
    outside: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WhenPart {
    property: String,
    is: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VocabularyFile {
    vocabulary: VocabularyHead,
    #[serde(default)]
    term: Vec<TermPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VocabularyHead {
    id: String,
    label: BTreeMap<String, String>,
    help: Option<BTreeMap<String, String>>,
    #[serde(default)]
    outside: BTreeMap<String, String>,
    /// Said by people who read the file; the terms' parents say it too.
    #[serde(default, rename = "tree")]
    _tree: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermPart {
    code: String,
    label: BTreeMap<String, String>,
    parent: Option<String>,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    outside: BTreeMap<String, String>,
}

/// Reads a file. Everything that is wrong with it by itself is told; what it refers to is checked with the others.
pub(crate) fn read(name: &str, text: &str, faults: &mut Vec<Fault>) -> Option<Read> {
    let table: toml::Table = match toml::from_str(text) {
        Ok(table) => table,
        Err(error) => {
            faults.push(Fault::new(name, "not-toml", "", error.to_string().trim()));
            return None;
        }
    };
    let mut reader = Reader { name, faults };
    match (table.contains_key("kind"), table.contains_key("vocabulary")) {
        (true, false) => reader.parse::<KindFile>(text).map(|file| Read::Kind(Box::new(reader.kind(file)))),
        (false, true) => reader
            .parse::<VocabularyFile>(text)
            .map(|file| Read::Vocabulary(Box::new(reader.vocabulary(file)))),
        _ => {
            reader.fault("not-a-schema-file", "", "");
            None
        }
    }
}

struct Reader<'a> {
    name: &'a str,
    faults: &'a mut Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, code: &'static str, place: &str, about: &str) {
        self.faults.push(Fault::new(self.name, code, place, about));
    }

    fn parse<T: for<'de> Deserialize<'de>>(&mut self, text: &str) -> Option<T> {
        toml::from_str(text)
            .map_err(|error| self.fault("not-a-schema-file", "", error.to_string().trim()))
            .ok()
    }

    fn id(&mut self, id: &str, place: &str) {
        let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let begins = id.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
        if !begins || !id.chars().all(good) {
            self.fault("bad-id", place, id);
        }
    }

    fn label(&mut self, words: &BTreeMap<String, String>, place: &str) -> Label {
        let mut get = |lang: &str| {
            let found = words.get(lang).map(|words| words.trim()).filter(|words| !words.is_empty());
            if found.is_none() {
                self.fault("label-missing", place, lang);
            }
            found.unwrap_or_default().to_owned()
        };
        let label = Label { ar: get("ar"), en: get("en"), fr: get("fr") };
        for lang in words.keys().filter(|lang| !["ar", "en", "fr"].contains(&lang.as_str())) {
            self.fault("label-missing", place, lang);
        }
        label
    }

    fn labels(&mut self, words: Option<&BTreeMap<String, String>>, place: &str) -> Option<Label> {
        words.map(|words| self.label(words, place))
    }

    fn sensitivity(&mut self, code: Option<&str>, place: &str) {
        if let Some(code) = code.filter(|code| isnad_model::Sensitivity::from_code(code).is_none()) {
            self.fault("sensitivity-unknown", place, code);
        }
    }

    fn kind(&mut self, file: KindFile) -> Kind {
        let head = file.kind;
        self.id(&head.id, "kind");
        if !AREAS.contains(&head.area.as_str()) {
            self.fault("area-unknown", &head.id, &head.area);
        }
        self.sensitivity(head.sensitivity.as_deref(), &head.id);
        let label = self.label(&head.label, &head.id);
        let plural = self.labels(head.plural.as_ref(), &head.id).unwrap_or_else(|| label.clone());
        Kind {
            help: self.labels(head.help.as_ref(), &head.id),
            groups: file.group.into_iter().map(|part| self.group(&head.id, part)).collect(),
            properties: file.property.into_iter().map(|part| self.property(&head.id, part)).collect(),
            area: head.area,
            label,
            plural,
            title: head.title,
            detail: head.detail,
            sensitivity: head.sensitivity.unwrap_or_else(|| "restricted".to_owned()),
            outside: head.outside,
            id: head.id,
        }
    }

    fn group(&mut self, kind: &str, part: GroupPart) -> Group {
        let place = format!("{kind}/{}", part.id);
        self.id(&part.id, &place);
        Group {
            label: self.label(&part.label, &place),
            help: self.labels(part.help.as_ref(), &place),
            id: part.id,
        }
    }

    fn property(&mut self, kind: &str, part: PropertyPart) -> Property {
        let place = format!("{kind}.{}", part.id);
        self.id(&part.id, &place);
        let of = Type::from_code(&part.r#type);
        if of.is_none() {
            self.fault("type-unknown", &place, &part.r#type);
        }
        self.sensitivity(part.sensitivity.as_deref(), &place);
        if of == Some(Type::Term) && part.vocabulary.is_none() {
            self.fault("vocabulary-unknown", &place, "");
        }
        Property {
            label: self.label(&part.label, &place),
            help: self.labels(part.help.as_ref(), &place),
            inverse: self.labels(part.inverse.as_ref(), &place),
            id: part.id,
            group: part.group,
            kind: of.unwrap_or(Type::Text),
            vocabulary: part.vocabulary,
            to: part.to,
            many: part.many,
            required: part.required,
            long: part.long,
            unit: part.unit,
            scheme: part.scheme,
            sensitivity: part.sensitivity,
            facet: part.facet,
            when: part.when.map(|when| When { property: when.property, is: when.is }),
            computed: part.computed,
            outside: part.outside,
        }
    }

    fn vocabulary(&mut self, file: VocabularyFile) -> Vocabulary {
        let head = file.vocabulary;
        self.id(&head.id, "vocabulary");
        let vocabulary = Vocabulary {
            label: self.label(&head.label, &head.id),
            help: self.labels(head.help.as_ref(), &head.id),
            outside: head.outside,
            terms: file.term.into_iter().map(|part| self.term(&head.id, part)).collect(),
            spelled: Default::default(),
            coded: Default::default(),
            id: head.id,
        };
        vocabulary.indexed()
    }

    fn term(&mut self, vocabulary: &str, part: TermPart) -> Term {
        let place = format!("{vocabulary}:{}", part.code);
        if part.code.trim().is_empty() || part.code.contains(char::is_whitespace) {
            self.fault("bad-id", &place, &part.code);
        }
        Term {
            label: self.label(&part.label, &place),
            code: part.code,
            parent: part.parent,
            also: part.also,
            outside: part.outside,
        }
    }
}
