//! What XLSX and XLSB have in common: a package of parts, in XML in the one and in records in the other.

use super::{Book, Strings, grid::Grid, number::Shape};
use crate::{
    formats::{
        Source,
        marks::said,
        ooxml::{Link, drawing, links, main_part, properties},
        package::{Package, damaged},
        xml::{Damaged, Node},
    },
    wire::Sink,
};
use std::{collections::BTreeMap, io::BufRead};

/// One of the two ways in which a part is written.
pub(super) trait Flavor {
    /// What the names of metadata begin with.
    const STANDARD: &'static str;
    /// The usual name of the main part.
    const MAIN: &'static str;

    fn workbook(part: &mut dyn BufRead, stated: &mut Stated) -> Result<(), Damaged>;
    fn strings(part: &mut dyn BufRead, strings: &mut Strings) -> Result<(), Damaged>;
    fn shapes(part: &mut dyn BufRead, shapes: &mut Vec<Shape>) -> Result<(), Damaged>;
    fn comments(part: &mut dyn BufRead, comments: &mut Vec<Comment>) -> Result<(), Damaged>;
    fn sheet(
        part: &mut dyn BufRead,
        book: &mut Book,
        links: &[Link],
        grid: &mut Grid<'_, '_>,
    ) -> Result<(), Damaged>;
}

/// What the main part states.
#[derive(Default)]
pub(super) struct Stated {
    pub(super) sheets: Vec<Sheet>,
    pub(super) is_1904: bool,
}

/// A sheet as the workbook names it.
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    /// The id of the link that leads to its part.
    pub(super) link: String,
}

/// A remark on a cell.
#[derive(Default)]
pub(super) struct Comment {
    pub(super) cell: String,
    pub(super) who: String,
    pub(super) when: String,
    pub(super) words: String,
}

/// Reads every sheet as a page.
pub(super) fn read<F: Flavor>(source: &mut dyn Source, sink: &mut Sink<'_>) {
    sink.tool(F::STANDARD, "");
    let mut package = Package::open(source, &|name| {
        name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".bin")
    });
    properties(&mut package, sink);
    let main = main_part(&mut package, F::MAIN);
    let mut stated = Stated::default();
    take(&mut package, Some(&main), sink, |part| F::workbook(part, &mut stated));
    let of_book = links(&mut package, &main);
    let leads = |kind: &str| of_book.iter().find(|link| link.kind == kind).map(|link| link.target.as_str());
    let mut book = Book { is_1904: stated.is_1904, ..Book::default() };
    if let Some(part) = leads("sharedStrings") {
        take(&mut package, Some(part), sink, |part| F::strings(part, &mut book.strings));
    }
    if let Some(part) = leads("styles") {
        take(&mut package, Some(part), sink, |part| F::shapes(part, &mut book.shapes));
    }
    let people = leads("person").map(|part| people(&mut package, part)).unwrap_or_default();
    let mut grid = Grid::new(F::STANDARD, sink);
    for sheet in &stated.sheets {
        if !grid.sheet(&sheet.name, sheet.is_hidden) {
            continue;
        }
        let part = of_book.iter().find(|link| link.id == sheet.link).map(|link| link.target.as_str());
        let beside = part.map(|part| links(&mut package, part)).unwrap_or_default();
        let outcome =
            part.and_then(|part| package.part(part, |part| F::sheet(part, &mut book, &beside, &mut grid)));
        if outcome != Some(Ok(())) {
            grid.problem(damaged(part.unwrap_or(&sheet.name)));
        }
        if !grid.is_of_rows() {
            remarks::<F>(&mut package, &beside, &people, &mut grid);
        }
    }
    grid.finish();
    if book.has_lost_strings {
        sink.problem(damaged(leads("sharedStrings").unwrap_or("sharedStrings")));
    }
    package.report(sink);
}

/// Reads a part, and says when it is absent or damaged.
fn take(
    package: &mut Package<'_>,
    part: Option<&str>,
    sink: &mut Sink<'_>,
    read: impl FnOnce(&mut dyn BufRead) -> Result<(), Damaged>,
) {
    let Some(name) = part else { return };
    if package.part(name, read) != Some(Ok(())) {
        sink.problem(damaged(name));
    }
}

/// What stands beside the cells of a sheet: comments and the words of its drawings.
fn remarks<F: Flavor>(
    package: &mut Package<'_>,
    beside: &[Link],
    people: &BTreeMap<String, String>,
    grid: &mut Grid<'_, '_>,
) {
    let mut comments = Vec::new();
    for link in beside {
        let name = link.target.as_str();
        let outcome = match link.kind.as_str() {
            "comments" => package.part(name, |part| F::comments(part, &mut comments)),
            "threadedComment" => package.part(name, |part| threaded(part, people, &mut comments)),
            "drawing" => {
                let (words, is_sound) = drawing(package, name);
                words.lines().for_each(|line| grid.beside("", line));
                Some(is_sound.then_some(()).ok_or(Damaged))
            }
            _ => continue,
        };
        if outcome != Some(Ok(())) {
            grid.problem(damaged(name));
        }
    }
    for comment in comments {
        // A thread is written a second time for programs that know no threads, under a name that begins so.
        if !comment.who.starts_with("tc=") {
            let words = comment.words.trim();
            grid.comment(&comment.cell, &said(&comment.who, &comment.when, words), words);
        }
    }
}

fn people(package: &mut Package<'_>, part: &str) -> BTreeMap<String, String> {
    let mut people = BTreeMap::new();
    package.walk_quietly(part, &mut |node| {
        if let Node::Open(tag) = node
            && let (Some(id), Some(name)) = (tag.get("id"), tag.get("displayName"))
        {
            people.insert(id.into_owned(), name.into_owned());
        }
    });
    people
}

/// Comments that answer each other ([MS-XLSX] 2.1.2).
fn threaded(
    part: &mut dyn BufRead,
    people: &BTreeMap<String, String>,
    comments: &mut Vec<Comment>,
) -> Result<(), Damaged> {
    let mut is_text = false;
    crate::formats::xml::walk(part, &mut |node| match node {
        Node::Open(tag) => {
            is_text = tag.name() == "text";
            if tag.name() == "threadedComment" {
                let get = |name| tag.get(name).unwrap_or_default().into_owned();
                let who = people.get(&get("personId")).cloned().unwrap_or_default();
                comments.push(Comment { cell: get("ref"), who, when: get("dT"), words: String::new() });
            }
        }
        Node::Text(text) if is_text => {
            comments.iter_mut().last().into_iter().for_each(|comment| comment.words.push_str(&text));
        }
        Node::Text(_) => {}
        Node::Close(_) => is_text = false,
    })
}
