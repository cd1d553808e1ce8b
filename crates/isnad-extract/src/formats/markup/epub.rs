//! EPUB 2 and 3: the documents of the spine in their order, a page each (EPUB 3.3, 5).

use super::page;
use crate::{
    formats::{
        Source,
        flow::Flow,
        ooxml,
        package::{Package, damaged},
        xml::Node,
    },
    wire::Sink,
};
use isnad_model::Problem;
use std::collections::BTreeMap;

/// Reads a book.
pub(in crate::formats) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    sink.tool("epub", "");
    let mut package = Package::open(source, &|name| {
        [".xml", ".opf", ".html", ".xhtml", ".htm"].iter().any(|ending| name.ends_with(ending))
    });
    let locked = encrypted(&mut package);
    let root = root(&mut package, sink);
    let spine = spine(&mut package, &root, sink);
    let mut flow = Flow::new(sink);
    let mut is_locked = false;
    for part in &spine {
        flow.page();
        if locked.contains(part) {
            is_locked = true;
            continue;
        }
        let is_sound = package.part(part, |mut markup| page::read(&mut markup, "", &mut flow));
        if is_sound != Some(true) {
            flow.sink.problem(damaged(part));
        }
    }
    flow.finish();
    if is_locked {
        sink.problem(Problem::new("document-encrypted-unopened"));
    }
    package.report(sink);
}

/// The parts that are encrypted. Fonts often are, and hide no words.
fn encrypted(package: &mut Package<'_>) -> Vec<String> {
    let mut parts = Vec::new();
    package.walk_quietly("META-INF/encryption.xml", &mut |node| {
        if let Node::Open(tag) = node
            && tag.name() == "CipherReference"
            && let Some(part) = tag.get("URI")
        {
            parts.push(part.into_owned());
        }
    });
    parts
}

/// The part that describes the book.
fn root(package: &mut Package<'_>, sink: &mut Sink<'_>) -> String {
    let mut root = None;
    package.walk("META-INF/container.xml", sink, &mut |node| {
        if let Node::Open(tag) = node
            && tag.name() == "rootfile"
            && root.is_none()
        {
            root = tag.get("full-path").map(|path| path.into_owned());
        }
    });
    root.or_else(|| package.names().find(|name| name.ends_with(".opf")).map(str::to_owned))
        .unwrap_or_default()
}

/// The documents in the order of reading; what the book says about itself goes to the metadata.
fn spine(package: &mut Package<'_>, root: &str, sink: &mut Sink<'_>) -> Vec<String> {
    let mut items = BTreeMap::new();
    let mut order = Vec::new();
    let (mut field, mut value, mut is_metadata) = (None, String::new(), false);
    let mut found = Vec::new();
    package.walk(root, sink, &mut |node| match node {
        Node::Open(tag) => match tag.name() {
            "metadata" => is_metadata = true,
            "meta" if is_metadata => {
                // `name` and `content` in EPUB 2, `property` and words in EPUB 3.
                let name = tag.get("property").or(tag.get("name")).unwrap_or_default();
                value = tag.get("content").unwrap_or_default().into_owned();
                field = Some(format!("opf.{name}"));
            }
            name if is_metadata => {
                let standard = if tag.is_of("dc") { "dc" } else { "opf" };
                field = Some(format!("{standard}.{name}"));
                value.clear();
            }
            "item" => {
                let get = |name| tag.get(name).unwrap_or_default().into_owned();
                items.insert(get("id"), (get("href"), get("media-type")));
            }
            "itemref" => order.push(tag.get("idref").unwrap_or_default().into_owned()),
            _ => {}
        },
        Node::Text(text) => value.push_str(&text),
        Node::Close("metadata") => is_metadata = false,
        Node::Close(_) => found.extend(field.take().map(|field| (field, std::mem::take(&mut value)))),
    });
    found.iter().for_each(|(field, value)| sink.metadatum(field, value));
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    let listed = order.iter().filter_map(|id| items.get(id));
    let mut parts: Vec<String> = listed.map(|(href, _)| ooxml::resolve(folder, &unescape(href))).collect();
    if parts.is_empty() {
        let is_page = |name: &&str| name.ends_with("html") || name.ends_with(".htm");
        parts = package.names().filter(is_page).map(str::to_owned).collect();
    }
    parts
}

/// `%20` in the name of a part (RFC 3986, 2.1), without what names a place within it.
fn unescape(href: &str) -> String {
    let href = href.split('#').next().unwrap_or_default();
    let mut bytes = Vec::with_capacity(href.len());
    let mut rest = href.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match digits.filter(|_| *first == b'%').and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
