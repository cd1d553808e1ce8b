//! OpenDocument 1.3: texts, presentations, drawings and tables, as a package or as one flat XML file.

mod styles;
pub(super) mod text;

pub(super) use styles::Styles;

use super::{
    Source,
    package::{Package, damaged},
    xml::{Damaged, Node, walk},
};
use crate::wire::Sink;
use isnad_model::Problem;

/// Elements of `office:meta` that come from the Dublin Core; the rest is OpenDocument's own (part 3, 4.3).
const DUBLIN_CORE: &[&str] = &["creator", "date", "description", "language", "subject", "title"];

/// A document of either form.
pub(super) struct Document<'s> {
    body: Form<'s>,
}

enum Form<'s> {
    Package(Package<'s>),
    Flat(&'s mut dyn Source),
}

impl<'s> Document<'s> {
    /// A document in a ZIP.
    pub(super) fn package(source: &'s mut dyn Source) -> Self {
        let package = Package::open(source, &|name| name.ends_with(".xml"));
        Self { body: Form::Package(package) }
    }

    /// A document that is one XML file.
    pub(super) fn flat(source: &'s mut dyn Source) -> Self {
        Self { body: Form::Flat(source) }
    }

    /// Whether the parts are encrypted, which is said.
    pub(super) fn is_encrypted(&mut self, sink: &mut Sink<'_>) -> bool {
        let Form::Package(package) = &mut self.body else { return false };
        let mut is_encrypted = false;
        package.walk_quietly("META-INF/manifest.xml", &mut |node| {
            if let Node::Open(tag) = node {
                is_encrypted |= matches!(tag.name(), "encryption-data" | "encrypted-key");
            }
        });
        if is_encrypted {
            sink.problem(Problem::new("document-encrypted-unopened"));
        }
        is_encrypted
    }

    /// What the document says about itself.
    pub(super) fn meta(&mut self, sink: &mut Sink<'_>) {
        let mut meta = Meta::default();
        // Damage is said once, when the content is read.
        self.walk("meta.xml", &mut |node| meta.node(node));
        meta.found.iter().for_each(|(name, value)| sink.metadatum(name, value));
    }

    /// Goes through a part; a flat document is all parts at once.
    pub(super) fn walk(&mut self, part: &str, each: &mut dyn FnMut(Node<'_>)) -> Option<Result<(), Damaged>> {
        match &mut self.body {
            Form::Package(package) => package.part(part, |part| walk(part, each)),
            Form::Flat(source) => {
                source.rewind().ok()?;
                super::package::in_utf8(*source, |source| walk(source, each))
            }
        }
    }

    /// Goes through a part that must be there.
    pub(super) fn content(&mut self, part: &str, each: &mut dyn FnMut(Node<'_>)) -> Option<Problem> {
        (self.walk(part, each) != Some(Ok(()))).then(|| damaged(part))
    }

    pub(super) fn is_flat(&self) -> bool {
        matches!(self.body, Form::Flat(_))
    }

    pub(super) fn report(self, sink: &mut Sink<'_>) {
        if let Form::Package(mut package) = self.body {
            package.report(sink);
        }
    }
}

/// The media type that a flat document states, if the head is of one.
pub(super) fn flat_media_type(head: &str) -> Option<&str> {
    let root = &head[head.find("<office:document")?..];
    let root = root.split('>').next()?;
    let stated = root.split("office:mimetype=").nth(1)?;
    let quote = stated.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    stated[1..].split(quote).next()
}

/// `office:meta` while it is read.
#[derive(Default)]
struct Meta {
    depth: usize,
    name: String,
    value: String,
    found: Vec<(String, String)>,
}

impl Meta {
    fn node(&mut self, node: Node<'_>) {
        match node {
            Node::Open(tag) if tag.name() == "meta" => self.depth = 1,
            Node::Open(tag) if self.depth == 1 => {
                self.depth = 2;
                self.value.clear();
                self.name = match (tag.name(), tag.get("name")) {
                    ("user-defined", Some(given)) => format!("meta.user-defined.{given}"),
                    (name, _) if DUBLIN_CORE.contains(&name) => format!("dc.{name}"),
                    (name, _) => format!("meta.{name}"),
                };
                if tag.name() == "document-statistic" {
                    tag.each(|name, value| self.value.push_str(&format!("{name}={value} ")));
                }
            }
            Node::Open(_) if self.depth > 1 => self.depth += 1,
            Node::Open(_) => {}
            Node::Text(text) if self.depth > 1 => self.value.push_str(&text),
            Node::Text(_) => {}
            Node::Close(_) => {
                if self.depth == 2 {
                    self.found.push((std::mem::take(&mut self.name), std::mem::take(&mut self.value)));
                }
                self.depth = self.depth.saturating_sub(1);
            }
        }
    }
}
