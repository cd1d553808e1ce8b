//! DOCX: paragraphs, tables, text boxes, notes, comments, headers and footers; what was changed, and by whom.
//!
//! The document has no pages of its own (Word makes them when it prints), so all text is one page.
//! The text is the document as it stands now. What was deleted with changes tracked follows its paragraph as
//! `[-words-]`, so that it is seen and found, and is never taken for what is there; the metadata say who and when.
//! Hidden text is part of the text, and the metadata say which words are hidden.

use super::{Link, drawing, links, main_part, numbered, properties};
use crate::{
    formats::{
        Source,
        flow::Flow,
        marks::{Marks, said},
        package::{Package, damaged},
        xml::{Node, Tag},
    },
    wire::Sink,
};

/// The parts with text beside the main one, in the order of their usefulness to a reader.
const BESIDE: &[&str] = &["word/footnotes", "word/endnotes", "word/comments", "word/header", "word/footer"];
/// Parts whose words stand in shapes.
const DRAWINGS: &[&str] = &["word/diagrams/data", "word/charts/chart"];

/// Reads the whole document as one page.
pub(in crate::formats) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    sink.tool("docx", "");
    let mut package = Package::open(source, &|name| name.ends_with(".xml") || name.ends_with(".rels"));
    properties(&mut package, sink);
    let main = main_part(&mut package, "word/document.xml");
    let beside: Vec<String> = numbered(&package, BESIDE).into_iter().map(str::to_owned).collect();
    let drawings: Vec<String> = numbered(&package, DRAWINGS).into_iter().map(str::to_owned).collect();
    let mut flow = Flow::new(sink);
    flow.page();
    for part in std::iter::once(&main).chain(&beside) {
        let links = links(&mut package, part);
        let mut body = Body::new(&mut flow, &links);
        let is_sound = package.has(part) && package.walk_quietly(part, &mut |node| body.node(node));
        body.finish();
        flow.part();
        if !is_sound {
            flow.sink.problem(damaged(part));
        }
    }
    for part in &drawings {
        let (words, is_sound) = drawing(&mut package, part);
        flow.push(&words);
        flow.part();
        if !is_sound {
            flow.sink.problem(damaged(part));
        }
    }
    flow.finish();
    package.report(sink);
}

/// Where in a part the reader stands.
struct Body<'f, 's, 'o> {
    flow: &'f mut Flow<'s, 'o>,
    links: &'f [Link],
    marks: Marks,
    /// Open elements of properties: what stands in them is no text.
    properties: usize,
    /// Those of a paragraph, whose run is only its own mark.
    of_paragraph: usize,
    /// Older copies of a drawing's text, written a second time for older programs.
    fallbacks: usize,
    is_text: bool,
    is_instruction: bool,
    is_hidden: bool,
    /// The columns that each open cell is wide.
    spans: Vec<u32>,
    changes: Vec<Change>,
    fields: Vec<Field>,
    /// Where the words of open links begin, and where they lead.
    open_links: Vec<(usize, String)>,
    /// Who wrote the comment that is open, and when.
    comment: (String, String),
}

/// Words that were inserted, deleted or moved, while they are read.
struct Change {
    field: &'static str,
    who: String,
    when: String,
    words: String,
}

/// A field: what it was told, and where its result begins.
#[derive(Default)]
struct Field {
    instruction: String,
    mark: usize,
}

impl<'f, 's, 'o> Body<'f, 's, 'o> {
    fn new(flow: &'f mut Flow<'s, 'o>, links: &'f [Link]) -> Self {
        Self {
            flow,
            links,
            marks: Marks::default(),
            properties: 0,
            of_paragraph: 0,
            fallbacks: 0,
            is_text: false,
            is_instruction: false,
            is_hidden: false,
            spans: Vec::new(),
            changes: Vec::new(),
            fields: Vec::new(),
            open_links: Vec::new(),
            comment: Default::default(),
        }
    }

    fn finish(mut self) {
        while !self.changes.is_empty() {
            self.change_ends();
        }
        self.marks.end(self.flow.sink);
    }

    fn node(&mut self, node: Node<'_>) {
        match node {
            Node::Open(tag) if tag.name() == "Fallback" => self.fallbacks += 1,
            Node::Close("Fallback") => self.fallbacks = self.fallbacks.saturating_sub(1),
            _ if self.fallbacks > 0 => {}
            Node::Open(tag) => match self.properties {
                0 => self.open(&tag),
                _ => self.property(&tag),
            },
            Node::Close(name) => self.close(name),
            Node::Text(text) => self.text(&text),
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "t" | "delText" => self.is_text = true,
            "instrText" => self.is_instruction = true,
            "tab" | "ptab" => self.flow.tab(),
            "br" | "cr" => self.flow.line_break(),
            "noBreakHyphen" => self.flow.push("-"),
            "r" => self.is_hidden = false,
            "tc" => {
                self.flow.cell_open();
                self.spans.push(1);
            }
            "txbxContent" => self.flow.aside_open(),
            "ins" | "moveTo" => self.change_begins("docx.inserted", tag),
            "del" | "moveFrom" => {
                self.change_begins("docx.deleted", tag);
                self.flow.aside_open();
            }
            "comment" => {
                let get = |name| tag.get(name).unwrap_or_default().into_owned();
                self.comment = (get("author"), get("date"));
                self.flow.aside_open();
            }
            "hyperlink" => {
                let id = tag.get("id").unwrap_or_default();
                let link = self.links.iter().find(|link| link.id == id);
                let target = link.map(|link| link.target.clone()).unwrap_or_default();
                self.open_links.push((self.flow.mark(), target));
            }
            "fldSimple" => {
                let address = hyperlink(&tag.get("instr").unwrap_or_default()).unwrap_or_default();
                self.open_links.push((self.flow.mark(), address));
            }
            "fldChar" => self.field(&tag.get("fldCharType").unwrap_or_default()),
            name => self.properties_begin(name),
        }
    }

    fn properties_begin(&mut self, name: &str) {
        if is_properties(name) {
            self.properties += 1;
            self.of_paragraph += usize::from(name == "pPr");
        }
    }

    fn property(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "vanish" if self.of_paragraph == 0 => self.is_hidden = tag.flag("val", true),
            "gridSpan" => {
                if let (Some(span), Some(n)) = (self.spans.last_mut(), tag.number("val")) {
                    *span = n;
                }
            }
            name => self.properties_begin(name),
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            _ if is_properties(name) => {
                self.properties = self.properties.saturating_sub(1);
                self.of_paragraph -= usize::from(name == "pPr" && self.of_paragraph > 0);
            }
            _ if self.properties > 0 => {}
            "t" | "delText" => self.is_text = false,
            "instrText" => self.is_instruction = false,
            "p" => self.flow.paragraph_end(),
            "tc" => {
                let span = self.spans.pop().unwrap_or(1);
                self.flow.cell_close(span);
            }
            "tr" => self.flow.row_close(),
            "txbxContent" => _ = self.flow.aside_close("", ""),
            "ins" | "moveTo" => self.change_ends(),
            "del" | "moveFrom" => {
                self.flow.aside_close("[-", "-]");
                self.change_ends();
            }
            "comment" => {
                let words = self.flow.take_aside();
                let (who, when) = std::mem::take(&mut self.comment);
                self.flow.sink.metadatum("docx.comment", &said(&who, &when, &words));
                self.flow.push(&words);
                self.flow.paragraph_end();
            }
            "hyperlink" | "fldSimple" => {
                if let Some((mark, address)) = self.open_links.pop() {
                    self.flow.link(mark, &address);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_instruction {
            if let Some(field) = self.fields.last_mut() {
                field.instruction.push_str(text);
            }
        } else if self.is_text && self.properties == 0 {
            self.flow.push(text);
            match self.changes.last_mut() {
                Some(change) => change.words.push_str(text),
                None if self.is_hidden => self.marks.add("docx.hidden", "", "", text, self.flow.sink),
                None => self.marks.end(self.flow.sink),
            }
        }
    }

    fn change_begins(&mut self, field: &'static str, tag: &Tag<'_>) {
        let get = |name| tag.get(name).unwrap_or_default().into_owned();
        self.changes.push(Change { field, who: get("author"), when: get("date"), words: String::new() });
    }

    fn change_ends(&mut self) {
        if let Some(change) = self.changes.pop() {
            self.marks.add(change.field, &change.who, &change.when, &change.words, self.flow.sink);
        }
    }

    fn field(&mut self, what: &str) {
        match what {
            "begin" => self.fields.push(Field::default()),
            "separate" => {
                let mark = self.flow.mark();
                if let Some(field) = self.fields.last_mut() {
                    field.mark = mark;
                }
            }
            _ => {
                let field = self.fields.pop();
                if let Some((address, mark)) = field.and_then(|f| Some((hyperlink(&f.instruction)?, f.mark)))
                {
                    self.flow.link(mark, &address);
                }
            }
        }
    }
}

fn is_properties(name: &str) -> bool {
    matches!(name, "pPr" | "rPr" | "tblPr" | "trPr" | "tcPr" | "sectPr" | "sdtPr" | "tblGrid" | "pPrChange")
}

/// The address in `HYPERLINK "address"` (ECMA-376 part 1, 17.16.5.25).
pub(in crate::formats) fn hyperlink(instruction: &str) -> Option<String> {
    let rest = instruction.trim().strip_prefix("HYPERLINK")?.trim_start();
    let address = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split_whitespace().next().filter(|word| !word.starts_with('\\')),
    };
    address.map(str::to_owned).filter(|address| !address.is_empty())
}
