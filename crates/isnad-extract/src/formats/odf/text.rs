//! ODT as one page, ODP and ODG with a page a slide or sheet of drawing.
//!
//! As in DOCX, the text is the document as it stands; deleted words follow their paragraph as `[-words-]`, and the
//! metadata say who deleted, inserted and remarked, and which words are hidden.

mod changes;

use super::{Document, Styles};
use crate::{
    formats::{
        flow::Flow,
        marks::{Marks, said},
        package::damaged,
        xml::{Node, Tag},
    },
    wire::Sink,
};
use changes::{Changes, Said};

/// Reads a text, a presentation or a drawing.
pub(in crate::formats) fn read(mut document: Document<'_>, sink: &mut Sink<'_>) {
    sink.tool("odf", "");
    if document.is_encrypted(sink) {
        return;
    }
    document.meta(sink);
    let mut flow = Flow::new(sink);
    let mut body = Body::new(&mut flow);
    // Headers and footers are part of the styles, and so are styles that hide; a flat document has all in one.
    let styles = match document.is_flat() {
        true => None,
        false => document.walk("styles.xml", &mut |node| body.node(node)),
    };
    let problem = document.content("content.xml", &mut |node| body.node(node));
    body.finish();
    flow.finish();
    if styles.is_some_and(|outcome| outcome.is_err()) {
        sink.problem(damaged("styles.xml"));
    }
    problem.into_iter().for_each(|problem| sink.problem(problem));
    document.report(sink);
}

/// Where in a document the reader stands.
struct Body<'f, 's, 'o> {
    flow: &'f mut Flow<'s, 'o>,
    styles: Styles,
    changes: Changes,
    marks: Marks,
    has_page: bool,
    /// The slides or sheets of drawing so far.
    pages: u32,
    /// Paragraphs within paragraphs: a note or a box stands in the one that it belongs to. Each with whether white
    /// space came last in the outer one.
    paragraphs: Vec<bool>,
    /// Whether the last letter was white space, so that what follows it is none (part 3, 6.1.2).
    is_after_space: bool,
    /// Elements open since one whose words are not the document's: a template's, a note's number.
    skip: usize,
    /// Elements open since page templates began, in which only headers and footers have words of their own.
    templates: usize,
    headers: Vec<String>,
    /// For each open shape, whether it stands beside a paragraph.
    shapes: Vec<bool>,
    cells: Vec<u32>,
    links: Vec<(usize, String)>,
    /// For each open span or section, whether it is hidden.
    spans: Vec<bool>,
    remark: Option<Said>,
}

impl<'f, 's, 'o> Body<'f, 's, 'o> {
    fn new(flow: &'f mut Flow<'s, 'o>) -> Self {
        Self {
            flow,
            styles: Styles::default(),
            changes: Changes::default(),
            marks: Marks::default(),
            has_page: false,
            pages: 0,
            paragraphs: Vec::new(),
            is_after_space: true,
            skip: 0,
            templates: 0,
            headers: Vec::new(),
            shapes: Vec::new(),
            cells: Vec::new(),
            links: Vec::new(),
            spans: Vec::new(),
            remark: None,
        }
    }

    fn finish(mut self) {
        self.marks.end(self.flow.sink);
        if !self.has_page {
            return;
        }
        self.flow.end_all();
        for header in self.headers {
            self.flow.part();
            self.flow.push(&header);
            self.flow.paragraph_end();
        }
    }

    fn node(&mut self, node: Node<'_>) {
        match node {
            Node::Open(_) if self.skip > 0 => self.skip += 1,
            Node::Close(_) if self.skip > 0 => self.skip -= 1,
            Node::Open(tag) => {
                self.templates += usize::from(self.templates > 0);
                self.styles.open(&tag);
                match (tag.name(), self.templates) {
                    ("master-styles", _) => self.templates = 1,
                    (name, 1..) if is_header(name) => self.flow.aside_open(),
                    _ if self.is_template() => {}
                    _ => self.open(&tag),
                }
            }
            Node::Close(name) => {
                match (name, self.templates) {
                    (name, 1..) if is_header(name) => self.header_ends(),
                    _ if self.is_template() => {}
                    _ => self.close(name),
                }
                self.templates = self.templates.saturating_sub(1);
            }
            Node::Text(text) => self.text(&text),
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "text" if !self.has_page => {
                self.has_page = true;
                self.flow.page();
            }
            "page" => self.page_begins(tag),
            "notes" => self.flow.part(),
            "p" | "h" => {
                self.paragraphs.push(self.is_after_space);
                self.is_after_space = true;
            }
            "s" => {
                let spaces = tag.number("c").unwrap_or(1).min(1_000);
                self.words(&" ".repeat(spaces as usize));
                self.is_after_space = false;
            }
            "tab" => self.flow.tab(),
            "line-break" => self.flow.line_break(),
            "a" => self.links.push((self.flow.mark(), tag.get("href").unwrap_or_default().into_owned())),
            "span" => self.spans.push(self.styles.hides(tag)),
            "section" => self.spans.push(tag.get("display").is_some_and(|display| display == "none")),
            "table-cell" | "covered-table-cell" => {
                self.flow.cell_open();
                self.cells.push(tag.number("number-columns-repeated").unwrap_or(1));
            }
            "note" => self.flow.aside_open(),
            // The number of a note is made anew by every program.
            "note-citation" | "binary-data" | "script" => self.skip = 1,
            "annotation" => {
                self.flow.aside_open();
                self.remark = Some(Said::default());
            }
            name @ ("creator" | "date") if tag.is_of("dc") => self.said().begin(name),
            name if is_shape(name) => {
                let is_beside = !self.paragraphs.is_empty();
                self.shapes.push(is_beside);
                if is_beside {
                    self.flow.aside_open();
                }
            }
            _ => self.changes.open(tag, self.flow, &mut self.marks),
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                self.is_after_space = self.paragraphs.pop().unwrap_or(true);
                self.flow.paragraph_end();
            }
            "a" => {
                if let Some((mark, address)) = self.links.pop() {
                    self.flow.link(mark, &address);
                }
            }
            "span" | "section" => _ = self.spans.pop(),
            "table-cell" | "covered-table-cell" => {
                let columns = self.cells.pop().unwrap_or(1);
                self.flow.cell_close(columns);
            }
            "table-row" => self.flow.row_close(),
            "note" => _ = self.flow.aside_close("", ""),
            "annotation" => {
                let words = self.flow.aside_close("", "");
                let remark = self.remark.take().unwrap_or_default();
                self.flow.sink.metadatum("odf.comment", &said(&remark.who, &remark.when, &words));
            }
            "creator" | "date" => self.said().begin(""),
            name if is_shape(name) => {
                if self.shapes.pop() == Some(true) {
                    self.flow.aside_close("", "");
                }
            }
            _ => self.changes.close(name, self.flow),
        }
    }

    fn page_begins(&mut self, tag: &Tag<'_>) {
        self.pages += 1;
        self.has_page = true;
        self.flow.page();
        if self.styles.hides(tag) {
            self.flow.sink.metadatum("odf.hiddenPage", &self.pages.to_string());
        }
    }

    fn header_ends(&mut self) {
        let words = self.flow.take_aside();
        if !words.is_empty() && !self.headers.contains(&words) {
            self.headers.push(words);
        }
    }

    /// Whose name and time come next: those of a remark or of a change.
    fn said(&mut self) -> &mut Said {
        self.remark.as_mut().unwrap_or(&mut self.changes.said)
    }

    /// Whether these are the words of a template, which nobody wrote into this document.
    fn is_template(&self) -> bool {
        self.templates > 0 && !self.flow.is_aside()
    }

    fn text(&mut self, text: &str) {
        if self.skip > 0 || self.said().takes(text) || self.paragraphs.is_empty() || self.is_template() {
            return;
        }
        let collapsed = collapse(text, &mut self.is_after_space);
        self.words(&collapsed);
    }

    fn words(&mut self, words: &str) {
        self.flow.push(words);
        if self.changes.inserted(words, &mut self.marks, self.flow.sink) {
        } else if self.spans.contains(&true) {
            self.marks.add("odf.hidden", "", "", words, self.flow.sink);
        } else {
            self.marks.end(self.flow.sink);
        }
    }
}

fn is_header(name: &str) -> bool {
    matches!(name, "header" | "footer" | "header-left" | "footer-left" | "header-first" | "footer-first")
}

/// Things that are drawn and may hold paragraphs (part 3, 10.3 and 10.4).
fn is_shape(name: &str) -> bool {
    matches!(
        name,
        "frame"
            | "custom-shape"
            | "rect"
            | "line"
            | "polyline"
            | "polygon"
            | "regular-polygon"
            | "path"
            | "circle"
            | "ellipse"
            | "connector"
            | "caption"
            | "measure"
    )
}

/// White space of a paragraph as it counts: a run of it is one space (part 3, 6.1.2).
fn collapse(text: &str, is_after_space: &mut bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let is_space = matches!(c, ' ' | '\t' | '\r' | '\n');
        if !(is_space && *is_after_space) {
            out.push(if is_space { ' ' } else { c });
        }
        *is_after_space = is_space;
    }
    out
}
