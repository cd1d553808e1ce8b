//! PPTX: a page a slide, in the order of showing, with its notes and comments after its words.

use super::{drawing, links, main_part, properties};
use crate::{
    formats::{
        Source,
        flow::Flow,
        marks::said,
        package::{Package, damaged},
        xml::{Node, Tag},
    },
    wire::Sink,
};
use std::collections::BTreeMap;

/// Reads every slide that the presentation names.
pub(in crate::formats) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    sink.tool("pptx", "");
    let mut package = Package::open(source, &|name| name.ends_with(".xml") || name.ends_with(".rels"));
    properties(&mut package, sink);
    let slides = slides(&mut package, sink);
    let authors = authors(&mut package);
    let mut flow = Flow::new(sink);
    for (slide, number) in slides.iter().zip(1u32..) {
        flow.page();
        one_slide(&mut package, slide, number, &authors, &mut flow);
    }
    flow.finish();
    package.report(sink);
}

/// The slides in the order of showing; of a presentation that lost its list, in the order of their numbers.
fn slides(package: &mut Package<'_>, sink: &mut Sink<'_>) -> Vec<String> {
    let main = main_part(package, "ppt/presentation.xml");
    let mut ids = Vec::new();
    let is_sound = package.has(&main)
        && package.walk_quietly(&main, &mut |node| {
            if let Node::Open(tag) = node
                && tag.name() == "sldId"
                // The attribute without a prefix is a number of the slide's own.
                && let Some(id) = tag.get_prefixed("id")
            {
                ids.push(id.into_owned());
            }
        });
    if !is_sound {
        sink.problem(damaged(&main));
    }
    let links = links(package, &main);
    let named = ids.iter().filter_map(|id| links.iter().find(|link| link.id == *id));
    let mut slides: Vec<String> = named.map(|link| link.target.clone()).collect();
    if slides.is_empty() {
        slides = super::numbered(package, &["ppt/slides/slide"]).into_iter().map(str::to_owned).collect();
    }
    slides
}

/// Who wrote comments, by number (the older kind) or id (the newer one).
fn authors(package: &mut Package<'_>) -> BTreeMap<String, String> {
    let mut authors = BTreeMap::new();
    for part in ["ppt/commentAuthors.xml", "ppt/authors.xml"] {
        package.walk_quietly(part, &mut |node| {
            if let Node::Open(tag) = node
                && let (Some(id), Some(name)) = (tag.get("id"), tag.get("name"))
            {
                authors.insert(id.into_owned(), name.into_owned());
            }
        });
    }
    authors
}

fn one_slide(
    package: &mut Package<'_>,
    part: &str,
    number: u32,
    authors: &BTreeMap<String, String>,
    flow: &mut Flow<'_, '_>,
) {
    let beside = links(package, part);
    let of_kind = |kinds: &[&str]| {
        let found = beside.iter().filter(|link| kinds.contains(&link.kind.as_str()));
        found.map(|link| link.target.clone()).collect::<Vec<_>>()
    };
    let addresses: Vec<_> =
        beside.iter().filter(|l| l.kind == "hyperlink").map(|l| (l.id.as_str(), l.target.as_str())).collect();
    shapes(package, part, number, &addresses, flow);
    for part in of_kind(&["diagramData", "chart"]) {
        flow.part();
        let (words, is_sound) = drawing(package, &part);
        flow.push(&words);
        if !is_sound {
            flow.sink.problem(damaged(&part));
        }
    }
    for part in of_kind(&["notesSlide"]) {
        flow.part();
        shapes(package, &part, 0, &[], flow);
    }
    for part in of_kind(&["comments"]) {
        flow.part();
        comments(package, &part, number, authors, flow);
    }
}

/// The words of a slide or its notes; `number` is 0 for notes.
fn shapes(
    package: &mut Package<'_>,
    part: &str,
    number: u32,
    addresses: &[(&str, &str)],
    flow: &mut Flow<'_, '_>,
) {
    let mut shapes = Shapes { flow, number, addresses, is_text: false, skip: 0, run: 0, address: None };
    let is_sound = package.has(part) && package.walk_quietly(part, &mut |node| shapes.node(node));
    if !is_sound {
        flow.sink.problem(damaged(part));
    }
}

struct Shapes<'f, 's, 'o> {
    flow: &'f mut Flow<'s, 'o>,
    number: u32,
    addresses: &'f [(&'f str, &'f str)],
    is_text: bool,
    /// Elements open since a field that only counts slides, or an older copy of the same shape.
    skip: usize,
    run: usize,
    address: Option<String>,
}

impl Shapes<'_, '_, '_> {
    fn node(&mut self, node: Node<'_>) {
        match node {
            Node::Open(_) if self.skip > 0 => self.skip += 1,
            Node::Close(_) if self.skip > 0 => self.skip -= 1,
            Node::Open(tag) => self.open(&tag),
            Node::Close(name) => self.close(name),
            Node::Text(text) if self.is_text && self.skip == 0 => self.flow.push(&text),
            Node::Text(_) => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "sld" if !tag.flag("show", true) => {
                self.flow.sink.metadatum("pptx.hiddenSlide", &self.number.to_string());
            }
            "Fallback" => self.skip = 1,
            "fld" if tag.get("type").is_some_and(|kind| kind == "slidenum") => self.skip = 1,
            "t" => self.is_text = true,
            "r" => (self.run, self.address) = (self.flow.mark(), None),
            "hlinkClick" => {
                let id = tag.get("id").unwrap_or_default();
                let found = self.addresses.iter().find(|(known, _)| *known == id);
                self.address = found.map(|(_, target)| (*target).to_owned());
            }
            "br" => self.flow.line_break(),
            "tc" => self.flow.cell_open(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.is_text = false,
            "r" => {
                if let Some(address) = self.address.take() {
                    self.flow.link(self.run, &address);
                }
            }
            "p" => self.flow.paragraph_end(),
            "tc" => self.flow.cell_close(1),
            "tr" => self.flow.row_close(),
            _ => {}
        }
    }
}

fn comments(
    package: &mut Package<'_>,
    part: &str,
    number: u32,
    authors: &BTreeMap<String, String>,
    flow: &mut Flow<'_, '_>,
) {
    // A reply stands within its comment.
    let mut open: Vec<(String, String, String)> = Vec::new();
    let (mut found, mut is_text) = (Vec::new(), false);
    let is_sound = package.walk_quietly(part, &mut |node| match node {
        Node::Open(tag) => {
            is_text = matches!(tag.name(), "text" | "t");
            if matches!(tag.name(), "cm" | "reply") {
                let who = tag.get("authorId").and_then(|id| authors.get(id.as_ref()).cloned());
                let when = tag.get("dt").or(tag.get("created")).unwrap_or_default();
                open.push((who.unwrap_or_default(), when.into_owned(), String::new()));
            }
        }
        Node::Text(text) if is_text => open.iter_mut().last().into_iter().for_each(|c| c.2.push_str(&text)),
        Node::Text(_) => {}
        Node::Close(name) => {
            is_text = false;
            if matches!(name, "cm" | "reply") {
                found.extend(open.pop().map(|(who, when, words)| (said(&who, &when, words.trim()), words)));
            }
        }
    });
    for (value, words) in found {
        flow.sink.metadatum("pptx.comment", &format!("{number}: {value}"));
        flow.push(words.trim());
        flow.paragraph_end();
    }
    if !is_sound {
        flow.sink.problem(damaged(part));
    }
}
