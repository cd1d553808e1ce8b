//! ODS: rows and cells that may each be stated once and meant many times (OpenDocument 1.3 part 3, 9.1).

use super::{
    grid::{Grid, address},
    number::plain,
};
use crate::{
    formats::{
        marks::said,
        odf::{Document, Styles},
        xml::{Node, Tag},
    },
    wire::Sink,
};
use isnad_model::table::NoteKind;

/// Reads every sheet as a page.
pub(in crate::formats) fn read(mut document: Document<'_>, sink: &mut Sink<'_>) {
    sink.tool("ods", "");
    if document.is_encrypted(sink) {
        return;
    }
    document.meta(sink);
    let mut sheet = Sheets::new(Grid::new("ods", sink));
    // Damage of the styles costs nothing but knowing what they hide.
    let _only_styles =
        (!document.is_flat()).then(|| document.walk("styles.xml", &mut |node| sheet.style(node)));
    let problem = document.content("content.xml", &mut |node| sheet.node(node));
    sheet.grid.finish();
    problem.into_iter().for_each(|problem| sink.problem(problem));
    document.report(sink);
}

/// Where in the tables the reader stands.
struct Sheets<'s, 'o> {
    grid: Grid<'s, 'o>,
    styles: Styles,
    /// Tables within tables; only the outermost is a sheet.
    tables: usize,
    /// Elements open since one that holds former contents.
    skip: usize,
    row: u32,
    row_repeat: u32,
    column: u32,
    cells: Vec<(u32, String)>,
    /// What there is to say of cells of the row, by their columns.
    marks: Vec<(u32, NoteKind)>,
    cell: Option<Cell>,
    /// Paragraphs that are open.
    paragraphs: usize,
    /// Shapes and remarks that are open: their words stand beside the cell.
    beside: usize,
    words: String,
    remark: Option<(String, String)>,
    saying: Saying,
    links: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Saying {
    Nothing,
    Who,
    When,
}

/// A cell while it is read.
struct Cell {
    repeat: u32,
    /// What the file states besides the words that it shows.
    stated: Stated,
    shown: String,
    /// What there is to say of it, that holds for its repetitions too.
    marks: Vec<NoteKind>,
}

enum Stated {
    Nothing,
    Number(String),
    /// A date, a time or a truth value, ready to be shown.
    Ready(String),
}

impl<'s, 'o> Sheets<'s, 'o> {
    fn new(grid: Grid<'s, 'o>) -> Self {
        Self {
            grid,
            styles: Styles::default(),
            tables: 0,
            skip: 0,
            row: 0,
            row_repeat: 1,
            column: 0,
            cells: Vec::new(),
            marks: Vec::new(),
            cell: None,
            paragraphs: 0,
            beside: 0,
            words: String::new(),
            remark: None,
            saying: Saying::Nothing,
            links: Vec::new(),
        }
    }

    fn style(&mut self, node: Node<'_>) {
        if let Node::Open(tag) = node {
            self.styles.open(&tag);
        }
    }

    fn node(&mut self, node: Node<'_>) {
        match node {
            Node::Open(_) if self.skip > 0 => self.skip += 1,
            Node::Close(_) if self.skip > 0 => self.skip -= 1,
            Node::Open(tag) => self.open(&tag),
            Node::Close(name) => self.close(name),
            Node::Text(text) => self.text(&text),
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        self.styles.open(tag);
        match tag.name() {
            // Former contents, and what a program computes for itself.
            "tracked-changes" | "master-styles" | "binary-data" | "dde-links" => self.skip = 1,
            "table" => {
                self.tables += 1;
                if self.tables == 1 {
                    (self.row, self.column) = (0, 0);
                    self.grid.sheet(&tag.get("name").unwrap_or_default(), self.styles.hides(tag));
                }
            }
            "table-column" if is_hidden(tag) => {
                self.grid.hidden_columns(tag.number("number-columns-repeated").unwrap_or(1));
            }
            "table-row" if self.tables == 1 => {
                self.column = 0;
                self.grid.row_begins();
                self.row_repeat = tag.number("number-rows-repeated").unwrap_or(1).max(1);
                if is_hidden(tag) {
                    self.grid.hidden_rows(self.row, self.row_repeat);
                }
            }
            "table-cell" | "covered-table-cell" if self.tables == 1 => self.cell_begins(tag),
            "annotation" => {
                self.beside_begins();
                self.remark = Some(Default::default());
            }
            "frame" | "custom-shape" | "rect" | "ellipse" | "caption" | "text-box" => self.beside_begins(),
            "creator" if tag.is_of("dc") => self.saying = Saying::Who,
            "date" if tag.is_of("dc") => self.saying = Saying::When,
            "p" | "h" => {
                self.paragraphs += 1;
                let words = self.here();
                if !words.is_empty() {
                    words.push('\n');
                }
            }
            "s" => {
                let spaces = tag.number("c").unwrap_or(1).min(1_000) as usize;
                self.here().push_str(&" ".repeat(spaces));
            }
            "tab" | "line-break" => self.here().push(' '),
            "a" => self.links.push(tag.get("href").unwrap_or_default().into_owned()),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "table" => self.tables = self.tables.saturating_sub(1),
            "table-row" if self.tables == 1 => self.row_ends(),
            "table-cell" | "covered-table-cell" if self.tables == 1 => self.cell_ends(),
            "annotation" => self.remark_ends(),
            "frame" | "custom-shape" | "rect" | "ellipse" | "caption" | "text-box" => self.shape_ends(),
            "creator" | "date" => self.saying = Saying::Nothing,
            "p" | "h" => self.paragraphs = self.paragraphs.saturating_sub(1),
            "a" => {
                let address = self.links.pop().unwrap_or_default();
                // An address within the document begins with a number sign.
                if address.contains(':') && *self.here() != address {
                    self.here().push_str(&format!(" <{address}>"));
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        match (self.skip, self.saying, &mut self.remark) {
            (1.., ..) => {}
            (_, Saying::Who, Some((who, _))) => who.push_str(text),
            (_, Saying::When, Some((_, when))) => when.push_str(text),
            _ if self.paragraphs > 0 => self.here().push_str(text),
            _ => {}
        }
    }

    /// Where words go that come now.
    fn here(&mut self) -> &mut String {
        match &mut self.cell {
            Some(cell) if self.beside == 0 => &mut cell.shown,
            _ => &mut self.words,
        }
    }

    fn beside_begins(&mut self) {
        self.beside += 1;
        if self.beside == 1 {
            self.words.clear();
        }
    }

    fn remark_ends(&mut self) {
        self.beside = self.beside.saturating_sub(1);
        let (who, when) = self.remark.take().unwrap_or_default();
        let words = std::mem::take(&mut self.words);
        let cell = self.address();
        self.grid.comment(&cell, &said(&who, &when, words.trim()), &words.replace('\n', " "));
    }

    fn shape_ends(&mut self) {
        self.beside = self.beside.saturating_sub(1);
        if self.beside == 0 {
            let words = std::mem::take(&mut self.words);
            words.lines().for_each(|line| self.grid.beside("", line));
        }
    }

    fn address(&self) -> String {
        match self.cell {
            Some(_) => address(self.row, self.column),
            None => String::new(),
        }
    }

    fn cell_begins(&mut self, tag: &Tag<'_>) {
        let (mut kind, mut value, mut repeat, mut columns, mut rows) =
            (String::new(), String::new(), 1, 1, 1);
        let mut marks = Vec::new();
        tag.each(|name, text| match name {
            // The same name comes twice, with one prefix for all and one for more exact kinds of some programs.
            "value-type" if kind.is_empty() => text.clone_into(&mut kind),
            "value" | "date-value" | "time-value" | "boolean-value" => text.clone_into(&mut value),
            "number-columns-repeated" => repeat = text.parse().unwrap_or(1).max(1),
            "number-columns-spanned" => columns = text.parse().unwrap_or(1).max(1),
            "number-rows-spanned" => rows = text.parse().unwrap_or(1).max(1),
            "formula" => {
                self.grid.formula(self.row, self.column);
                marks.push(NoteKind::Formula);
            }
            _ => {}
        });
        if columns > 1 || rows > 1 {
            let last = address(self.row.saturating_add(rows - 1), self.column.saturating_add(columns - 1));
            self.grid.merged(&format!("{}:{last}", address(self.row, self.column)));
        }
        if kind == "date" && !value.is_empty() {
            self.grid.mark(self.row, self.column, NoteKind::Date);
            marks.push(NoteKind::Date);
        }
        let stated = match kind.as_str() {
            _ if value.is_empty() => Stated::Nothing,
            "float" | "currency" | "percentage" => Stated::Number(value),
            "time" => Stated::Ready(clock(&value).unwrap_or(value)),
            "boolean" => Stated::Ready(value.to_ascii_uppercase()),
            _ => Stated::Ready(value),
        };
        self.cell = Some(Cell { repeat, stated, shown: String::new(), marks });
    }

    fn cell_ends(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let value = match cell.stated {
            Stated::Nothing => cell.shown,
            Stated::Ready(value) => value,
            Stated::Number(value) => number(&value, cell.shown),
        };
        if !value.is_empty() {
            let again = cell.repeat - 1;
            let can = again == 0 || self.grid.afford_repeats(value.len(), again);
            if !can {
                self.grid.mark(self.row, self.column, NoteKind::Shortened);
            }
            let again = if can { again } else { 0 };
            self.mark_repeated(&cell.marks, again);
            for at in 0..again {
                self.cells.push((self.column.saturating_add(at), value.clone()));
            }
            self.cells.push((self.column.saturating_add(again), value));
        }
        self.column = self.column.saturating_add(cell.repeat);
    }

    /// What was said of a cell holds for its repetitions too.
    fn mark_repeated(&mut self, marks: &[NoteKind], again: u32) {
        for kind in marks {
            self.marks.push((self.column, *kind));
        }
        for at in (1..=again.min(u32::from(u16::MAX))).filter(|_| !marks.is_empty()) {
            let column = self.column.saturating_add(at);
            for kind in marks {
                self.marks.push((column, *kind));
                self.grid.mark(self.row, column, *kind);
            }
        }
    }

    fn row_ends(&mut self) {
        let (cells, marks) = (std::mem::take(&mut self.cells), std::mem::take(&mut self.marks));
        let bytes = cells.iter().map(|(_, value)| value.len() + 1).sum();
        let mut times = self.row_repeat;
        if times > 1 && (cells.is_empty() || !self.grid.afford_rows(bytes, times - 1)) {
            times = 1;
        }
        for at in 0..times {
            let row = self.row.saturating_add(at);
            if at > 0 {
                marks.iter().for_each(|(column, kind)| self.grid.mark(row, *column, *kind));
            }
            cells.iter().for_each(|(column, value)| self.grid.cell(row, *column, value));
        }
        self.row = self.row.saturating_add(self.row_repeat);
    }
}

fn is_hidden(tag: &Tag<'_>) -> bool {
    tag.get("visibility").is_some_and(|seen| seen != "visible")
}

/// A number as stated, unless it is shown with leading zeros, which somebody keeps for a reason.
fn number(stated: &str, shown: String) -> String {
    let Ok(value) = stated.parse::<f64>() else { return stated.to_owned() };
    let keeps_zeros = shown.len() > 1 && shown.starts_with('0') && shown.bytes().all(|b| b.is_ascii_digit());
    if keeps_zeros && shown.parse() == Ok(value) { shown } else { plain(value) }
}

/// `PT13H05M00S` as `13:05:00` (XML Schema part 2, 3.2.6).
fn clock(duration: &str) -> Option<String> {
    let (sign, rest) = match duration.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", duration),
    };
    let (hours, rest) = rest.strip_prefix("PT")?.split_once('H')?;
    let (minutes, seconds) = rest.split_once('M')?;
    let seconds = seconds.strip_suffix('S')?;
    let (whole, parts) = seconds.split_once(['.', ',']).unwrap_or((seconds, ""));
    let parts = parts.trim_end_matches('0');
    let dot = if parts.is_empty() { "" } else { "." };
    let (hours, minutes, whole): (u64, u64, u64) =
        (hours.parse().ok()?, minutes.parse().ok()?, whole.parse().ok()?);
    Some(format!("{sign}{hours:02}:{minutes:02}:{whole:02}{dot}{parts}"))
}
