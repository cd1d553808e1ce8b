//! XLSX and its kin with macros: sheets in XML (ECMA-376 part 1, 18).

use super::{
    Book, Strings, bool_word,
    grid::{Grid, place},
    number::{self, Shape},
    office::{self, Comment, Flavor, Sheet, Stated},
};
use crate::{
    formats::{
        Source,
        ooxml::Link,
        xml::{Damaged, Node, Tag, walk},
    },
    wire::Sink,
};
use std::{collections::BTreeMap, io::BufRead};

/// Reads every sheet as a page.
pub(in crate::formats) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    office::read::<Xml>(source, sink);
}

struct Xml;

impl Flavor for Xml {
    const STANDARD: &'static str = "xlsx";
    const MAIN: &'static str = "xl/workbook.xml";

    fn workbook(part: &mut dyn BufRead, stated: &mut Stated) -> Result<(), Damaged> {
        walk(part, &mut |node| {
            let Node::Open(tag) = node else { return };
            match tag.name() {
                "workbookPr" => stated.is_1904 = tag.flag("date1904", false),
                "sheet" => stated.sheets.push(Sheet {
                    name: tag.get("name").unwrap_or_default().into_owned(),
                    is_hidden: tag.get("state").is_some_and(|state| state != "visible"),
                    link: tag.get_prefixed("id").unwrap_or_default().into_owned(),
                }),
                _ => {}
            }
        })
    }

    fn strings(part: &mut dyn BufRead, strings: &mut Strings) -> Result<(), Damaged> {
        let (mut is_text, mut is_phonetic) = (false, false);
        walk(part, &mut |node| match node {
            Node::Open(tag) => match tag.name() {
                "t" => is_text = !is_phonetic,
                "rPh" => is_phonetic = true,
                _ => {}
            },
            Node::Text(text) if is_text => strings.push(&unescape(&text)),
            Node::Text(_) => {}
            Node::Close(name) => match name {
                "t" => is_text = false,
                "rPh" => is_phonetic = false,
                "si" => strings.end_one(),
                _ => {}
            },
        })
    }

    fn shapes(part: &mut dyn BufRead, shapes: &mut Vec<Shape>) -> Result<(), Damaged> {
        let mut own = BTreeMap::new();
        let mut is_of_cells = false;
        walk(part, &mut |node| match node {
            Node::Open(tag) => match tag.name() {
                "numFmt" => {
                    let code = tag.get("formatCode").unwrap_or_default();
                    own.insert(tag.number("numFmtId").unwrap_or(0), number::shape(&code));
                }
                "cellXfs" => is_of_cells = true,
                "xf" if is_of_cells => {
                    let id = tag.number("numFmtId").unwrap_or(0);
                    let built_in = || number::built_in(u16::try_from(id).unwrap_or(0));
                    shapes.push(own.get(&id).copied().unwrap_or_else(built_in));
                }
                _ => {}
            },
            Node::Close("cellXfs") => is_of_cells = false,
            _ => {}
        })
    }

    fn comments(part: &mut dyn BufRead, comments: &mut Vec<Comment>) -> Result<(), Damaged> {
        let mut authors: Vec<String> = Vec::new();
        let (mut is_author, mut is_text) = (false, false);
        walk(part, &mut |node| match node {
            Node::Open(tag) => match tag.name() {
                "author" => {
                    is_author = true;
                    authors.push(String::new());
                }
                "comment" => {
                    let who = tag.number("authorId").and_then(|n| authors.get(n as usize).cloned());
                    let cell = tag.get("ref").unwrap_or_default().into_owned();
                    comments.push(Comment { cell, who: who.unwrap_or_default(), ..Comment::default() });
                }
                "t" => is_text = true,
                _ => {}
            },
            Node::Text(text) if is_author => {
                authors.iter_mut().last().into_iter().for_each(|author| author.push_str(&text));
            }
            Node::Text(text) if is_text => {
                comments.iter_mut().last().into_iter().for_each(|comment| comment.words.push_str(&text));
            }
            Node::Text(_) => {}
            Node::Close(_) => (is_author, is_text) = (false, false),
        })
    }

    fn sheet(
        part: &mut dyn BufRead,
        book: &mut Book,
        links: &[Link],
        grid: &mut Grid<'_, '_>,
    ) -> Result<(), Damaged> {
        let mut cells = Cells {
            book,
            links,
            grid,
            row: 0,
            column: 0,
            kind: Kind::Number,
            style: 0,
            value: String::new(),
            is_value: false,
        };
        walk(part, &mut |node| cells.node(node))
    }
}

/// What the value of a cell is (18.18.11).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Bool,
    /// Text, an error, or a date in ISO 8601: shown as it stands.
    AsItStands,
}

/// A sheet while it is read.
struct Cells<'c, 's, 'o> {
    book: &'c mut Book,
    links: &'c [Link],
    grid: &'c mut Grid<'s, 'o>,
    /// The row and column that come next if a cell does not say where it is.
    row: u32,
    column: u32,
    kind: Kind,
    style: usize,
    value: String,
    is_value: bool,
}

impl Cells<'_, '_, '_> {
    fn node(&mut self, node: Node<'_>) {
        match node {
            Node::Open(tag) => self.open(&tag),
            Node::Text(text) if self.is_value => self.value.push_str(&text),
            Node::Text(_) => {}
            Node::Close(name) => match name {
                "v" | "t" => self.is_value = false,
                "c" => self.cell(),
                "row" => self.row += 1,
                _ => {}
            },
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "c" => self.begin(tag),
            "v" | "t" => self.is_value = true,
            "f" => self.grid.formula(self.row, self.column),
            "row" => {
                if let Some(row) = tag.number("r").and_then(|row| row.checked_sub(1)) {
                    self.row = row;
                }
                self.column = 0;
                self.grid.hidden_rows(self.row, tag.flag("hidden", false).into());
            }
            "col" if tag.flag("hidden", false) => {
                let (first, last) = (tag.number("min").unwrap_or(1), tag.number("max").unwrap_or(1));
                self.grid.hidden_columns(last.saturating_sub(first) + 1);
            }
            "mergeCell" => self.grid.merged(&tag.get("ref").unwrap_or_default()),
            "hyperlink" => {
                let id = tag.get_prefixed("id").unwrap_or_default();
                if let Some(link) = self.links.iter().find(|link| link.id == id) {
                    let address = format!("<{}>", link.target);
                    self.grid.beside(&tag.get("ref").unwrap_or_default(), &address);
                }
            }
            _ => {}
        }
    }

    fn begin(&mut self, tag: &Tag<'_>) {
        self.value.clear();
        (self.kind, self.style) = (Kind::Number, 0);
        tag.each(|name, value| match name {
            "r" => {
                if let Some(place) = place(value) {
                    (self.row, self.column) = place;
                }
            }
            "s" => self.style = value.parse().unwrap_or(0),
            "t" => {
                self.kind = match value {
                    "s" => Kind::Shared,
                    "b" => Kind::Bool,
                    "n" => Kind::Number,
                    _ => Kind::AsItStands,
                }
            }
            _ => {}
        });
    }

    fn cell(&mut self) {
        let (row, column) = (self.row, self.column);
        self.column = self.column.saturating_add(1);
        if self.value.is_empty() {
            return;
        }
        let is_long = self.value.len() > 15 && self.value.bytes().all(|byte| byte.is_ascii_digit());
        let value = self.value.trim();
        match self.kind {
            Kind::Shared => {
                let number = value.parse().unwrap_or(usize::MAX);
                self.grid.shared(row, column, number, self.book);
            }
            Kind::Bool => self.grid.cell(row, column, bool_word(value == "1")),
            // A number of so many digits names something, and a floating point number would lose some of them.
            Kind::Number if is_long && self.book.is_plain(self.style) => self.grid.cell(row, column, value),
            Kind::Number => match value.parse() {
                Ok(number) => self.grid.number(row, column, number, self.style, self.book),
                Err(_) => self.grid.cell(row, column, value),
            },
            Kind::AsItStands => self.grid.cell(row, column, &unescape(&self.value)),
        }
    }
}

/// `_x000D_` is how a string holds what XML cannot (22.9.2.19).
fn unescape(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        let digits = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let c = digits.and_then(|d| u32::from_str_radix(d, 16).ok()).and_then(char::from_u32);
        match c {
            Some(c) => {
                out.push(c);
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    out.push_str(rest);
    out.into()
}
