//! Running text as it is put together: paragraphs as lines, rows of a table as lines with tabs between cells.
//!
//! Whatever stands beside the text (a note, a text box, deleted words) is held back until its paragraph ends, so
//! that it splits no sentence and no word.

use crate::wire::{PIECE_MAX, Sink};

/// Where the words of a document go.
pub(super) struct Flow<'s, 'o> {
    pub(super) sink: &'s mut Sink<'o>,
    text: String,
    /// Cells within cells, as the text stands now.
    cells: usize,
    /// Finished asides that wait for the end of their paragraph.
    asides: Vec<String>,
    /// What was interrupted by an aside that is still open.
    held: Vec<Held>,
    /// Whether a page was begun.
    has_page: bool,
    /// Whether anything of this page was sent.
    has_begun: bool,
    /// Whether an empty line comes before the next words.
    is_apart: bool,
}

struct Held {
    text: String,
    cells: usize,
    asides: Vec<String>,
}

impl<'s, 'o> Flow<'s, 'o> {
    /// Words that come before the first [`Flow::page`] begin one.
    pub(super) fn new(sink: &'s mut Sink<'o>) -> Self {
        Self {
            sink,
            text: String::new(),
            cells: 0,
            asides: Vec::new(),
            held: Vec::new(),
            has_page: false,
            has_begun: false,
            is_apart: false,
        }
    }

    pub(super) fn push(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.set_apart();
        self.text.push_str(text);
        if self.text.len() > PIECE_MAX {
            self.flush();
        }
    }

    /// A tab that somebody typed. Within a cell it must not look like the next one.
    pub(super) fn tab(&mut self) {
        match self.cells {
            // Nothing has come yet of a part that began.
            0 if self.is_apart && self.held.is_empty() => {}
            0 => self.text.push('\t'),
            _ => self.text.push(' '),
        }
    }

    /// A line ends within a paragraph.
    pub(super) fn line_break(&mut self) {
        match self.cells {
            // Nothing has come yet of a part that began.
            0 if self.is_apart && self.held.is_empty() => {}
            0 => self.text.push('\n'),
            _ => self.space(),
        }
    }

    pub(super) fn paragraph_end(&mut self) {
        self.line_break();
        for aside in std::mem::take(&mut self.asides) {
            self.set_aside_down(&aside);
        }
        self.flush_if_long();
    }

    fn flush_if_long(&mut self) {
        if self.text.len() > PIECE_MAX / 4 {
            self.flush();
        }
    }

    fn set_aside_down(&mut self, aside: &str) {
        self.set_apart();
        if self.cells == 0 {
            self.text.push_str(aside);
            self.text.push('\n');
        } else {
            self.text.extend(aside.chars().map(|c| if matches!(c, '\n' | '\t') { ' ' } else { c }));
            self.text.push(' ');
        }
    }

    /// Something that stands on lines of its own begins or ends.
    pub(super) fn block(&mut self) {
        match self.cells {
            0 => {
                self.fresh_line();
                for aside in std::mem::take(&mut self.asides) {
                    self.set_aside_down(&aside);
                }
                self.flush_if_long();
            }
            _ => self.space(),
        }
    }

    /// What was taken for a cell is none: its words are lines.
    pub(super) fn dissolve_cells(&mut self) {
        self.cells = 0;
        let kept = self.text.trim_end_matches(['\t', ' ']).len();
        self.text.truncate(kept);
        self.fresh_line();
    }

    /// A new line, unless one has just begun.
    pub(super) fn fresh_line(&mut self) {
        if self.cells == 0 && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Another part of the page begins: an empty line stands before its first words, if words came before it.
    pub(super) fn part(&mut self) {
        self.end_all();
        self.is_apart = !self.is_empty();
    }

    fn set_apart(&mut self) {
        if self.held.is_empty() && std::mem::take(&mut self.is_apart) && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    pub(super) fn cell_open(&mut self) {
        self.cells += 1;
    }

    /// A cell ends that is so many columns wide.
    pub(super) fn cell_close(&mut self, columns: u32) {
        if self.cells == 0 {
            return;
        }
        self.set_apart();
        self.cells -= 1;
        let kept = self.text.trim_end_matches(' ').len();
        self.text.truncate(kept);
        match self.cells {
            // No table is wider; a hostile one would be all tabs.
            0 => (0..columns.clamp(1, 1024)).for_each(|_| self.text.push('\t')),
            _ => self.space(),
        }
    }

    /// The cell that is open was begun too early: there is none.
    pub(super) fn cell_abandon(&mut self) {
        self.cells = self.cells.saturating_sub(1);
    }

    /// The cells of a row stand on one line, so that a name and its number are found together.
    pub(super) fn row_close(&mut self) {
        if self.cells > 0 {
            return self.space();
        }
        let kept = self.text.trim_end_matches('\t').len();
        self.text.truncate(kept);
        self.paragraph_end();
    }

    /// A space, unless one or a line end came before.
    pub(super) fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with([' ', '\t', '\n']) {
            self.text.push(' ');
        }
    }

    /// From here on, words stand beside the text until [`Flow::aside_close`].
    pub(super) fn aside_open(&mut self) {
        self.held.push(Held {
            text: std::mem::take(&mut self.text),
            cells: std::mem::take(&mut self.cells),
            asides: std::mem::take(&mut self.asides),
        });
    }

    /// Ends an aside, which is set down after the paragraph that it stands in. Gives its words.
    pub(super) fn aside_close(&mut self, before: &str, after: &str) -> String {
        let words = self.take_aside();
        if !words.is_empty() {
            self.asides.push(format!("{before}{words}{after}"));
        }
        words
    }

    /// Ends an aside and gives its words, which become no part of the text.
    pub(super) fn take_aside(&mut self) -> String {
        let Some(held) = self.held.pop() else { return String::new() };
        for aside in std::mem::replace(&mut self.asides, held.asides) {
            self.fresh_line();
            self.text.push_str(&aside);
        }
        self.cells = held.cells;
        let words = std::mem::replace(&mut self.text, held.text);
        words.trim_matches(['\n', '\t', ' ']).to_owned()
    }

    /// How much text stands here, for [`Flow::since`].
    pub(super) fn mark(&self) -> usize {
        self.text.len()
    }

    /// The words since a mark, as far as they were not sent.
    pub(super) fn since(&self, mark: usize) -> &str {
        self.text.get(mark..).unwrap_or_default()
    }

    /// Says where a link leads, after its words: `words <address>` (RFC 3986, appendix C).
    pub(super) fn link(&mut self, mark: usize, address: &str) {
        let address = address.trim();
        if leads_outside(address) && self.since(mark).trim() != address {
            self.text.push_str(" <");
            self.text.push_str(address);
            self.text.push('>');
        }
    }

    /// Begins a page.
    pub(super) fn page(&mut self) {
        self.end_all();
        self.flush();
        (self.has_page, self.has_begun, self.is_apart) = (true, false, false);
        self.sink.page("");
    }

    /// Whether a line has just begun.
    pub(super) fn is_at_line_start(&self) -> bool {
        self.text.is_empty() || self.text.ends_with('\n')
    }

    /// Whether words stand beside the text now.
    pub(super) fn is_aside(&self) -> bool {
        !self.held.is_empty()
    }

    /// Whether the page has no words yet.
    pub(super) fn is_empty(&self) -> bool {
        !self.has_begun && self.text.is_empty() && self.held.is_empty()
    }

    /// Closes whatever a document left open.
    pub(super) fn end_all(&mut self) {
        while !self.held.is_empty() {
            self.aside_close("", "");
        }
        self.cells = 0;
        if !self.asides.is_empty() {
            self.fresh_line();
            for aside in std::mem::take(&mut self.asides) {
                self.set_aside_down(&aside);
            }
        }
        self.fresh_line();
    }

    pub(super) fn finish(mut self) {
        self.end_all();
        self.flush();
    }

    /// Sends what is ready. A row that has begun stays, since its end may still be taken back.
    fn flush(&mut self) {
        if self.held.is_empty() && self.cells == 0 && !self.text.is_empty() && !self.text.ends_with('\t') {
            if !std::mem::replace(&mut self.has_page, true) {
                self.sink.page("");
            }
            self.sink.text(&self.text);
            self.text.clear();
            self.has_begun = true;
        }
    }
}

/// Whether an address names something outside of its document: it has a scheme.
fn leads_outside(address: &str) -> bool {
    let scheme = address.split(':').next().filter(|scheme| scheme.len() < address.len());
    scheme.is_some_and(|scheme| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c))
            && !scheme.eq_ignore_ascii_case("javascript")
            && !scheme.eq_ignore_ascii_case("data")
    })
}
