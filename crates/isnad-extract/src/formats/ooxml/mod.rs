//! Office Open XML (ECMA-376): DOCX, PPTX and XLSX, with and without macros.

pub(super) mod slides;
pub(super) mod word;

use super::{package::Package, xml::Node};
use crate::wire::Sink;

/// Fields of `docProps/core.xml` by the standard that they come from (ECMA-376 part 2, 8.3); the rest is OPC's own.
const DUBLIN_CORE: &[&str] = &["creator", "description", "identifier", "language", "subject", "title"];
const DUBLIN_CORE_TERMS: &[&str] = &["created", "modified"];

/// Where a part leads: a relationship.
pub(super) struct Link {
    pub(super) id: String,
    /// The last word of its type: `hyperlink`, `comments`.
    pub(super) kind: String,
    /// The name of another part, or an address outside.
    pub(super) target: String,
}

/// What the document says about itself.
pub(super) fn properties(package: &mut Package<'_>, sink: &mut Sink<'_>) {
    fields(package, "docProps/core.xml", sink, &|name, _| match name {
        _ if DUBLIN_CORE.contains(&name) => format!("dc.{name}"),
        _ if DUBLIN_CORE_TERMS.contains(&name) => format!("dcterms.{name}"),
        _ => format!("cp.{name}"),
    });
    fields(package, "docProps/app.xml", sink, &|name, _| format!("app.{name}"));
    fields(package, "docProps/custom.xml", sink, &|_, given| format!("custom.{given}"));
    let macros: Vec<_> = package.names().filter(|name| name.ends_with("/vbaProject.bin")).collect();
    macros.iter().for_each(|part| sink.metadatum("ooxml.macros", part));
}

/// Each child of a part's root that holds a single value.
fn fields(package: &mut Package<'_>, part: &str, sink: &mut Sink<'_>, field: &dyn Fn(&str, &str) -> String) {
    let (mut depth, mut name, mut value, mut is_list) = (0, String::new(), String::new(), false);
    let mut found = Vec::new();
    package.walk(part, sink, &mut |node| match node {
        Node::Open(tag) => {
            depth += 1;
            if depth == 2 {
                name = field(tag.name(), &tag.get("name").unwrap_or_default());
                value.clear();
                is_list = false;
            }
            is_list |= tag.name() == "vector";
        }
        Node::Text(text) => value.push_str(&text),
        Node::Close(_) => {
            if depth == 2 && !is_list {
                found.push((std::mem::take(&mut name), std::mem::take(&mut value)));
            }
            depth -= 1;
        }
    });
    found.iter().for_each(|(name, value)| sink.metadatum(name, value));
}

/// Where a part leads, in the order stated; nothing if it states nothing.
pub(super) fn links(package: &mut Package<'_>, part: &str) -> Vec<Link> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let own = format!("{folder}/_rels/{file}.rels");
    let mut links = Vec::new();
    package.walk_quietly(own.trim_start_matches('/'), &mut |node| {
        let Node::Open(tag) = node else { return };
        let (Some(id), Some(target)) = (tag.get("Id"), tag.get("Target")) else { return };
        let kind = tag.get("Type").unwrap_or_default();
        let is_outside = tag.get("TargetMode").is_some_and(|mode| mode == "External");
        links.push(Link {
            id: id.into_owned(),
            kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
            target: if is_outside { target.into_owned() } else { resolve(folder, &target) },
        });
    });
    links
}

/// The name of a part that is named from within a folder (RFC 3986, 5.2.4).
pub(super) fn resolve(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => _ = path.pop(),
            step => path.push(step),
        }
    }
    path.join("/")
}

/// The part that the document begins with.
pub(super) fn main_part(package: &mut Package<'_>, usual: &str) -> String {
    let stated = links(package, "").into_iter().find(|link| link.kind == "officeDocument");
    match stated.map(|link| link.target).filter(|part| package.has(part)) {
        Some(part) => part,
        None => usual.to_owned(),
    }
}

/// The words of a drawing, a diagram or a chart: paragraphs of `a:t`, and a chart's own values; and whether the
/// part was sound.
pub(super) fn drawing(package: &mut Package<'_>, part: &str) -> (String, bool) {
    let (mut words, mut is_text) = (String::new(), false);
    let is_sound = package.walk_quietly(part, &mut |node| match node {
        Node::Open(tag) => is_text = matches!(tag.name(), "t" | "v"),
        Node::Text(text) if is_text => words.push_str(&text),
        Node::Text(_) => {}
        Node::Close(name) => {
            is_text = false;
            if matches!(name, "p" | "v") && !words.is_empty() && !words.ends_with('\n') {
                words.push('\n');
            }
        }
    });
    (words, is_sound)
}

/// Parts beside the main one that may hold words: numbered, by the beginning of their names.
fn numbered<'p>(package: &'p Package<'_>, folders: &[&str]) -> Vec<&'p str> {
    let mut found: Vec<(usize, u64, &str)> = package
        .names()
        .filter_map(|name| {
            let stem = name.strip_suffix(".xml")?;
            let bare = stem.trim_end_matches(|c: char| c.is_ascii_digit());
            let rank = folders.iter().position(|folder| *folder == bare)?;
            Some((rank, stem[bare.len()..].parse().unwrap_or(0), name))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(.., name)| name).collect()
}
