//! Markdown of one kind, one vocabulary, and of the list of all.

use std::{collections::BTreeMap, fmt::Write};

use isnad_engine::Schema;
use isnad_i18n::Lang;
use isnad_model::Arg;
use isnad_schema::{Kind, Property, Type, Vocabulary};

use crate::ui::Ui;

/// Writes pages in the language of the caller.
pub struct Pages<'a> {
    ui: &'a Ui,
    schema: &'a Schema,
    /// Of each vocabulary: the properties that take their words from it, as `(kind, property)`.
    used_by: BTreeMap<&'a str, Vec<(&'a Kind, &'a Property)>>,
}

impl<'a> Pages<'a> {
    pub fn new(ui: &'a Ui, schema: &'a Schema) -> Self {
        let mut used_by: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for kind in schema.kinds() {
            for property in &kind.properties {
                let vocabulary = property.vocabulary.as_deref();
                used_by.entry(vocabulary.unwrap_or_default()).or_default().push((kind, property));
            }
        }
        Self { ui, schema, used_by }
    }

    /// The list of kinds by area, and of vocabularies.
    pub fn index(&self) -> String {
        let mut page = format!("# {}\n", self.words("schema-doc-title", &[]));
        let mut areas: BTreeMap<&str, Vec<&Kind>> = BTreeMap::new();
        for kind in self.schema.kinds() {
            areas.entry(&kind.area).or_default().push(kind);
        }
        for (area, kinds) in areas {
            put(&mut page, &format!("\n## {}\n", self.words(&format!("area-{area}"), &[])));
            for kind in kinds {
                let name = plain(kind.label.get(self.lang()));
                put(&mut page, &format!("- [{name}](kinds/{}.md)", kind.id));
            }
        }
        put(&mut page, &format!("\n## {}\n", self.words("schema-doc-vocabularies", &[])));
        for vocabulary in self.schema.vocabularies() {
            let name = plain(vocabulary.label.get(self.lang()));
            put(&mut page, &format!("- [{name}](vocabularies/{}.md)", vocabulary.id));
        }
        self.turned(page)
    }

    /// A kind with its properties, group by group.
    pub fn kind(&self, kind: &Kind) -> String {
        let mut page = format!("# {} · `{}`\n\n", plain(kind.label.get(self.lang())), kind.id);
        if let Some(help) = &kind.help {
            put(&mut page, &format!("{}\n", plain(help.get(self.lang()))));
        }
        self.head(kind, &mut page);
        let groups = kind.groups.iter().map(|group| Some(group.id.as_str()));
        for id in std::iter::once(None).chain(groups) {
            let properties: Vec<_> =
                kind.properties.iter().filter(|property| property.group.as_deref() == id).collect();
            if properties.is_empty() {
                continue;
            }
            if let Some(group) = kind.groups.iter().find(|group| Some(group.id.as_str()) == id) {
                put(&mut page, &format!("\n## {}", plain(group.label.get(self.lang()))));
                if let Some(help) = &group.help {
                    put(&mut page, &format!("\n{}", plain(help.get(self.lang()))));
                }
            }
            self.table(
                &mut page,
                &["schema-doc-name", "schema-doc-id", "schema-doc-type", "schema-doc-help"],
            );
            for property in properties {
                let help = property.help.as_ref().map_or("", |help| help.get(self.lang()));
                let name = plain(property.label.get(self.lang()));
                let says = self.says(kind, property);
                put(&mut page, &format!("| {name} | `{}` | {says} | {} |", property.id, plain(help)));
            }
        }
        self.leads_here(kind, &mut page);
        self.turned(page)
    }

    fn head(&self, kind: &Kind, page: &mut String) {
        let names = |ids: &[String]| {
            let labels = ids.iter().filter_map(|id| kind.property(id));
            let labels: Vec<_> = labels.map(|it| plain(it.label.get(self.lang()))).collect();
            list(&labels)
        };
        let mut line = |key: &str, of: String| {
            if !of.is_empty() {
                put(page, &format!("- {}", self.words(key, &[("of", Arg::Text(of))])));
            }
        };
        line("schema-doc-area", self.words(&format!("area-{}", kind.area), &[]));
        line("schema-doc-sensitivity", self.words(&format!("sensitivity-{}", kind.sensitivity), &[]));
        line("schema-doc-named-by", names(&kind.title));
        line("schema-doc-told-apart-by", names(&kind.detail));
        let outside = kind.outside.iter().map(|(system, name)| format!("{} `{}`", plain(system), code(name)));
        line("schema-doc-outside", list(&outside.collect::<Vec<_>>()));
    }

    /// The type of a property, and what else there is to know of it.
    fn says(&self, kind: &Kind, property: &Property) -> String {
        let mut says = vec![self.words(&format!("type-{}", property.kind.code()), &[])];
        let mut say = |key: &str, of: String| says.push(self.words(key, &[("of", Arg::Text(of))]));
        if let Some(vocabulary) = property.vocabulary.as_deref().and_then(|id| self.schema.vocabulary(id)) {
            let name = plain(vocabulary.label.get(self.lang()));
            say("schema-doc-from", format!("[{name}](../vocabularies/{}.md)", vocabulary.id));
        }
        if property.kind == Type::Link {
            let to: Vec<_> =
                property.to.iter().filter_map(|id| self.schema.kind(id)).map(|it| self.link(it)).collect();
            match to.as_slice() {
                [] => say("schema-doc-to-any", String::new()),
                to => say("schema-doc-to", list(to)),
            }
        }
        for (is, key) in [
            (property.many, "schema-doc-many"),
            (property.required, "schema-doc-required"),
            (property.computed.is_some(), "schema-doc-computed"),
        ] {
            if is {
                say(key, String::new());
            }
        }
        if let Some(unit) = &property.unit {
            say("schema-doc-unit", format!("`{}`", code(unit)));
        }
        if let Some(level) = &property.sensitivity {
            say("schema-doc-sensitivity", self.words(&format!("sensitivity-{level}"), &[]));
        }
        if let Some(when) = &property.when
            && let Some(other) = kind.property(&when.property)
        {
            let vocabulary = other.vocabulary.as_deref().and_then(|id| self.schema.vocabulary(id));
            let values = when.is.iter().map(|is| {
                let term = vocabulary.and_then(|vocabulary| vocabulary.term(is));
                term.map_or_else(|| plain(is), |term| plain(term.label.get(self.lang())))
            });
            let values = list(&values.collect::<Vec<_>>());
            let args =
                [("property", Arg::Text(plain(other.label.get(self.lang())))), ("values", Arg::Text(values))];
            says.push(self.words("schema-doc-when", &args));
        }
        says.join(" · ")
    }

    /// Links of other kinds that may lead to a record of this one.
    fn leads_here(&self, kind: &Kind, page: &mut String) {
        let mut heading = false;
        for other in self.schema.kinds() {
            let links = other.properties.iter().filter(|it| it.to.contains(&kind.id));
            for property in links {
                if !heading {
                    put(page, &format!("\n## {}\n", self.words("schema-doc-leads-here", &[])));
                    heading = true;
                }
                let name = plain(property.label.get(self.lang()));
                put(page, &format!("- {}: {name}", self.link(other)));
            }
        }
    }

    /// A vocabulary with its terms.
    pub fn vocabulary(&self, vocabulary: &Vocabulary) -> String {
        let mut page = format!("# {} · `{}`\n", plain(vocabulary.label.get(self.lang())), vocabulary.id);
        if let Some(help) = &vocabulary.help {
            put(&mut page, &format!("\n{}", plain(help.get(self.lang()))));
        }
        let keys = ["schema-doc-name", "schema-doc-code", "schema-doc-wider", "schema-doc-also"];
        self.table(&mut page, &keys);
        for term in &vocabulary.terms {
            let wider = term.parent.as_deref().and_then(|code| vocabulary.term(code));
            let wider = wider.map_or_else(String::new, |wider| plain(wider.label.get(self.lang())));
            let name = plain(term.label.get(self.lang()));
            let also: Vec<_> = term.also.iter().map(|it| plain(it)).collect();
            let also = list(&also);
            put(&mut page, &format!("| {name} | `{}` | {wider} | {also} |", code(&term.code)));
        }
        if let Some(users) = self.used_by.get(vocabulary.id.as_str()) {
            put(&mut page, &format!("\n## {}\n", self.words("schema-doc-used-by", &[])));
            for (kind, property) in users {
                let name = plain(kind.label.get(self.lang()));
                let of = plain(property.label.get(self.lang()));
                put(&mut page, &format!("- [{name}](../kinds/{}.md): {of}", kind.id));
            }
        }
        self.turned(page)
    }

    fn table(&self, page: &mut String, keys: &[&str]) {
        let heads: Vec<_> = keys.iter().map(|key| self.words(key, &[])).collect();
        put(page, &format!("\n| {} |\n|{}", heads.join(" | "), "---|".repeat(keys.len())));
    }

    fn link(&self, kind: &Kind) -> String {
        format!("[{}]({}.md)", plain(kind.label.get(self.lang())), kind.id)
    }

    fn words(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.ui.words(key, args)
    }

    fn lang(&self) -> &'static str {
        self.ui.lang()
    }

    /// Markdown has no direction of its own, and a page of Arabic would begin on the wrong side.
    fn turned(&self, page: String) -> String {
        match self.ui.locale.lang {
            Lang::Ar => format!("<div dir=\"rtl\">\n\n{page}\n</div>\n"),
            Lang::En | Lang::Fr => page,
        }
    }
}

fn put(page: &mut String, line: &str) {
    // Writing to a string cannot fail.
    let _infallible = writeln!(page, "{line}");
}

/// Words that mean nothing to Markdown, on one line.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for c in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if "\\`*_[]<>|#&~".contains(c) {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}

/// Several names. There are commas within names, so none stands between them.
fn list(parts: &[String]) -> String {
    parts.join(" / ")
}

/// Words within backticks, where nothing can be escaped.
fn code(words: &str) -> String {
    words.replace(['`', '|'], "'")
}
