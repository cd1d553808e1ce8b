//! What a page of HTML says to somebody who reads it, from the tokens of its markup.
//!
//! The tokenizer is html5gum: the rules of HTML for broken markup and its 2,231 named characters are long, and a
//! tokenizer that follows them to the letter is better shared than written once more.

use crate::formats::flow::Flow;
use html5gum::{DefaultEmitter, IoReader, StartTag, Token, Tokenizer, naive_next_state};
use std::io::Read;

/// Elements that stand on lines of their own (HTML, 15.3).
const BLOCKS: &[&[u8]] = &[
    b"address",
    b"article",
    b"aside",
    b"blockquote",
    b"body",
    b"caption",
    b"center",
    b"dd",
    b"details",
    b"dialog",
    b"dir",
    b"div",
    b"dl",
    b"dt",
    b"fieldset",
    b"figcaption",
    b"figure",
    b"footer",
    b"form",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"header",
    b"hgroup",
    b"hr",
    b"html",
    b"legend",
    b"li",
    b"listing",
    b"main",
    b"menu",
    b"nav",
    b"ol",
    b"optgroup",
    b"option",
    b"p",
    b"plaintext",
    b"pre",
    b"search",
    b"section",
    b"summary",
    b"table",
    b"ul",
    b"xmp",
];
/// Elements whose content nobody sees.
const UNSEEN: &[&[u8]] = &[b"script", b"style", b"template", b"noembed", b"noframes"];

/// Reads markup in UTF-8 as part of a page. `standard` is what the names of metadata begin with; without one, the
/// page says nothing about itself. False if the markup could not be read to its end.
pub(super) fn read(markup: &mut dyn Read, standard: &str, flow: &mut Flow<'_, '_>) -> bool {
    let mut tokenizer = Tokenizer::new_with_emitter(IoReader::new(markup), DefaultEmitter::default());
    let mut page = Page::new(flow, standard);
    while let Some(token) = tokenizer.next() {
        let Ok(token) = token else {
            page.finish();
            return false;
        };
        match token {
            Token::StartTag(tag) => {
                // In XHTML, `<title/>` and `<script/>` have no content; as HTML they would swallow the page.
                if let Some(state) = naive_next_state(&tag.name).filter(|_| !tag.self_closing) {
                    tokenizer.set_state(state);
                }
                page.open(&tag);
            }
            Token::EndTag(tag) => page.close(&tag.name),
            Token::String(text) => page.text(&String::from_utf8_lossy(&text)),
            Token::Comment(text) => page.comment(&String::from_utf8_lossy(&text)),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.finish();
    true
}

struct Page<'f, 's, 'o> {
    flow: &'f mut Flow<'s, 'o>,
    standard: &'f str,
    title: Option<String>,
    /// The name of the element that is open and unseen.
    unseen: Option<Vec<u8>>,
    is_kept: usize,
    is_after_space: bool,
    tables: Vec<Table>,
    links: Vec<(usize, String)>,
}

/// A table while it is read. A table that holds another is a layout, whose cells are blocks.
#[derive(Default)]
struct Table {
    is_layout: bool,
    has_row: bool,
    has_cell: bool,
    columns: u32,
}

impl<'f, 's, 'o> Page<'f, 's, 'o> {
    fn new(flow: &'f mut Flow<'s, 'o>, standard: &'f str) -> Self {
        Self {
            flow,
            standard,
            title: None,
            unseen: None,
            is_kept: 0,
            is_after_space: true,
            tables: Vec::new(),
            links: Vec::new(),
        }
    }

    fn finish(mut self) {
        while !self.tables.is_empty() {
            self.table_ends();
        }
        self.title_ends();
        self.flow.end_all();
    }

    fn open(&mut self, tag: &StartTag<()>) {
        let name: &[u8] = &tag.name;
        let get =
            |name: &[u8]| tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).into_owned());
        match name {
            b"title" if !tag.self_closing && self.unseen.is_none() => self.title = Some(String::new()),
            b"meta" => self.meta(&get),
            b"html" => self.say("lang", &get(b"lang").or(get(b"xml:lang")).unwrap_or_default()),
            b"link" if get(b"rel").is_some_and(|rel| rel == "canonical") => {
                self.say("canonical", &get(b"href").unwrap_or_default());
            }
            b"base" => self.say("base", &get(b"href").unwrap_or_default()),
            b"del" => self.flow.aside_open(),
            b"a" => self.links.push((self.flow.mark(), get(b"href").unwrap_or_default())),
            b"br" => {
                self.flow.line_break();
                self.is_after_space = true;
            }
            b"input" => {
                let kind = get(b"type").unwrap_or_default().to_ascii_lowercase();
                if !matches!(kind.as_str(), "hidden" | "password" | "checkbox" | "radio" | "image" | "file") {
                    self.text(&format!(" {} ", get(b"value").unwrap_or_default()));
                }
            }
            b"table" => self.table_begins(),
            b"tr" => self.row_begins(),
            b"td" | b"th" => {
                let columns = get(b"colspan").and_then(|n| n.trim().parse().ok()).unwrap_or(1);
                self.cell_begins(columns);
            }
            _ if UNSEEN.contains(&name) && !tag.self_closing && self.unseen.is_none() => {
                self.unseen = Some(name.to_vec());
            }
            _ if BLOCKS.contains(&name) => self.block(),
            _ => {}
        }
        if matches!(name, b"pre" | b"textarea" | b"listing") && !tag.self_closing {
            self.is_kept += 1;
        }
    }

    fn close(&mut self, name: &[u8]) {
        match name {
            b"title" => self.title_ends(),
            b"a" => {
                if let Some((mark, address)) = self.links.pop() {
                    self.flow.link(mark, &address);
                    self.is_after_space = false;
                }
            }
            b"del" => {
                let words = self.flow.aside_close("[-", "-]");
                self.say("deleted", &words);
            }
            b"table" => self.table_ends(),
            b"tr" => self.row_ends(),
            b"td" | b"th" => self.cell_ends(),
            b"pre" | b"textarea" | b"listing" => {
                self.is_kept = self.is_kept.saturating_sub(1);
                self.block();
            }
            _ if self.unseen.as_deref() == Some(name) => self.unseen = None,
            _ if BLOCKS.contains(&name) => self.block(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(title) = &mut self.title {
            return title.push_str(text);
        }
        if self.unseen.is_some() {
            return;
        }
        if self.is_kept > 0 {
            return self.flow.push(text);
        }
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            // The white space of HTML; a space that does not break is none of it.
            let is_space = matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}');
            if !(is_space && self.is_after_space) {
                out.push(if is_space { ' ' } else { c });
            }
            self.is_after_space = is_space;
        }
        self.flow.push(&out);
    }

    /// A line begins or ends here.
    fn block(&mut self) {
        if self.unseen.is_none() {
            self.flow.block();
            self.is_after_space = true;
        }
    }

    /// Browsers write down where a page was saved from.
    fn comment(&mut self, text: &str) {
        if let Some((_, address)) =
            text.trim().strip_prefix("saved from url=(").and_then(|s| s.split_once(')'))
        {
            self.say("savedFrom", address);
        }
    }

    fn meta(&mut self, get: &dyn Fn(&[u8]) -> Option<String>) {
        let name = get(b"name").or_else(|| get(b"property")).or_else(|| get(b"itemprop"));
        if let (Some(name), Some(content)) = (name, get(b"content")) {
            self.say(&format!("meta.{name}"), &content);
        }
    }

    fn title_ends(&mut self) {
        if let Some(title) = self.title.take() {
            let words: Vec<_> = title.split_whitespace().collect();
            self.say("title", &words.join(" "));
        }
    }

    fn say(&mut self, field: &str, value: &str) {
        if !self.standard.is_empty() {
            self.flow.sink.metadatum(&format!("{}.{field}", self.standard), value);
        }
    }

    fn table_begins(&mut self) {
        if self.tables.last().is_some_and(|outer| outer.has_cell) {
            self.become_layout();
        }
        self.block();
        self.tables.push(Table::default());
    }

    /// What came of the open cell is a line, and what follows in this table are blocks.
    fn become_layout(&mut self) {
        if let Some(outer) = self.tables.last_mut() {
            if !outer.is_layout {
                self.flow.dissolve_cells();
            }
            outer.is_layout = true;
        }
    }

    fn row_begins(&mut self) {
        self.row_ends();
        if let Some(table) = self.tables.last_mut() {
            table.has_row = true;
        }
    }

    fn cell_begins(&mut self, columns: u32) {
        self.cell_ends();
        self.is_after_space = true;
        let Some(table) = self.tables.last_mut() else { return self.block() };
        (table.has_row, table.has_cell, table.columns) = (true, true, columns);
        match table.is_layout {
            true => self.block(),
            false => self.flow.cell_open(),
        }
    }

    fn cell_ends(&mut self) {
        self.is_after_space = true;
        let Some(table) = self.tables.last_mut().filter(|table| table.has_cell) else { return };
        table.has_cell = false;
        match table.is_layout {
            true => self.block(),
            false => self.flow.cell_close(table.columns),
        }
    }

    fn row_ends(&mut self) {
        self.cell_ends();
        let Some(table) = self.tables.last_mut().filter(|table| table.has_row) else { return };
        table.has_row = false;
        match table.is_layout {
            true => self.block(),
            false => self.flow.row_close(),
        }
    }

    fn table_ends(&mut self) {
        self.row_ends();
        self.tables.pop();
        self.block();
    }
}
