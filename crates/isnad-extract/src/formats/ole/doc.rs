//! DOC of Word 6 to 2003 ([MS-DOC]): the text through its piece table.
//!
//! Pieces say where the text lies, since Word saved changes by appending them. Properties say which paragraph
//! marks end rows of tables, and which words are deleted or hidden.

mod fib;
mod properties;

use super::Compound;
use crate::{
    formats::{codepage, flow::Flow, marks::Marks, ooxml::word::hyperlink, package::damaged},
    wire::Sink,
};
use encoding_rs::WINDOWS_1252;
use fib::{Fib, Piece};
use isnad_model::Problem;
use properties::{Properties, Span};

/// Reads the whole document as one page.
pub(super) fn read(file: &mut Compound<'_>, sink: &mut Sink<'_>) {
    let Some((document, is_whole)) = file.stream("WordDocument") else {
        return sink.problem(damaged("WordDocument"));
    };
    let Some(fib) = Fib::new(&document) else { return sink.problem(damaged("WordDocument")) };
    if fib.is_encrypted {
        return sink.problem(Problem::new("document-encrypted-unopened"));
    }
    // Before Word 97, everything is in one stream.
    let (table, has_table) = match fib.table {
        Some(name) => file.stream(name).unwrap_or_default(),
        None => (document.clone(), true),
    };
    let pieces = fib.pieces(&table);
    let properties = Properties::new(&fib, &document, &table);
    let mut flow = Flow::new(sink);
    flow.page();
    let mut text = Text::new(&mut flow, &properties);
    let mut is_sound = pieces.is_some();
    let encoding = match fib.table {
        Some(_) => WINDOWS_1252,
        None => codepage::encoding(codepage::of_language(fib.language)).unwrap_or(WINDOWS_1252),
    };
    let mut at = 0;
    for piece in pieces.unwrap_or_default() {
        is_sound &= each_letter(&piece, &document, encoding, &mut |place, letter| {
            if fib.begins_part(at) {
                text.part();
            }
            at += 1;
            text.letter(place, letter);
        });
    }
    text.finish();
    flow.finish();
    if !(is_sound && is_whole && has_table) {
        sink.problem(damaged("WordDocument"));
    }
}

/// Hands over the letters of a piece with their places; false if it lies beyond the end of the file.
fn each_letter(
    piece: &Piece,
    document: &[u8],
    encoding: &'static encoding_rs::Encoding,
    each: &mut dyn FnMut(u32, char),
) -> bool {
    let width = if piece.is_wide { 2 } else { 1 };
    let start = (piece.place as usize).min(document.len());
    let wanted = piece.length as usize * width;
    let bytes = &document[start..start.saturating_add(wanted).min(document.len())];
    match piece.is_wide {
        true => {
            let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            let mut place = piece.place;
            for letter in char::decode_utf16(units) {
                let letter = letter.unwrap_or(char::REPLACEMENT_CHARACTER);
                each(place, letter);
                // The second half of a letter counts as one more.
                for _ in 1..letter.len_utf16() {
                    each(place, '\0');
                }
                place = place.saturating_add(2 * letter.len_utf16() as u32);
            }
        }
        // One byte, one letter: an encoding of two bytes was written wide.
        false => {
            for (byte, place) in bytes.iter().zip(piece.place..) {
                let (letter, _) = encoding.decode_without_bom_handling(std::slice::from_ref(byte));
                each(place, letter.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER));
            }
        }
    }
    bytes.len() == wanted
}

/// The text while it is put together.
struct Text<'f, 's, 'o> {
    flow: &'f mut Flow<'s, 'o>,
    properties: &'f Properties,
    marks: Marks,
    /// What a field was told, where its result begins, and whether that has come.
    fields: Vec<(String, usize, bool)>,
    is_in_row: bool,
    /// Whether the text itself is over: what stands beside it has many empty paragraphs.
    is_beside: bool,
    /// Words that wait for the end of their state.
    words: String,
    state: Option<Span>,
}

impl<'f, 's, 'o> Text<'f, 's, 'o> {
    fn new(flow: &'f mut Flow<'s, 'o>, properties: &'f Properties) -> Self {
        let (marks, fields, words) = (Marks::default(), Vec::new(), String::new());
        Self { flow, properties, marks, fields, is_in_row: false, is_beside: false, words, state: None }
    }

    fn finish(mut self) {
        self.end_words();
        self.marks.end(self.flow.sink);
    }

    /// Notes, headers and remarks follow the text, each after an empty line.
    fn part(&mut self) {
        self.end_words();
        self.is_beside = true;
        self.flow.part();
    }

    fn letter(&mut self, place: u32, letter: char) {
        // Instructions of fields are no text.
        if let Some((instruction, _, false)) = self.fields.last_mut() {
            match letter {
                '\u{13}' | '\u{14}' | '\u{15}' => {}
                _ => return instruction.push(letter),
            }
        }
        match letter {
            '\r' => self.paragraph(),
            '\u{7}' => self.cell_mark(place),
            '\u{B}' => {
                self.end_words();
                self.flow.line_break();
            }
            '\u{C}' | '\u{E}' => {
                self.end_words();
                self.flow.block();
            }
            '\u{13}' => {
                self.end_words();
                self.fields.push((String::new(), 0, false));
            }
            '\u{14}' => {
                self.end_words();
                let mark = self.flow.mark();
                self.fields.last_mut().into_iter().for_each(|field| (field.1, field.2) = (mark, true));
            }
            '\u{15}' => self.field_ends(),
            '\t' => {
                self.end_words();
                self.begin_row(place);
                self.flow.tab();
            }
            '\u{1E}' => self.push(place, '-'),
            // Places of pictures, notes and remarks, optional hyphens, and halves of letters.
            '\0'..='\u{1F}' => {}
            letter => self.push(place, letter),
        }
    }

    fn push(&mut self, place: u32, letter: char) {
        let state = self.properties.of_letter(place);
        if state != self.state {
            self.end_words();
            self.state = state;
        }
        self.begin_row(place);
        self.words.push(letter);
    }

    fn end_words(&mut self) {
        let words = std::mem::take(&mut self.words);
        if words.is_empty() {
            return;
        }
        match self.state {
            Some(Span::Deleted) => {
                self.flow.aside_open();
                self.flow.push(&words);
                self.flow.aside_close("[-", "-]");
                self.marks.add("doc.deleted", "", "", &words, self.flow.sink);
            }
            Some(Span::Hidden) => {
                self.flow.push(&words);
                self.marks.add("doc.hidden", "", "", &words, self.flow.sink);
            }
            None => {
                self.flow.push(&words);
                self.marks.end(self.flow.sink);
            }
        }
    }

    fn begin_row(&mut self, place: u32) {
        if !self.is_in_row && self.properties.is_in_table(place) {
            self.is_in_row = true;
            self.flow.cell_open();
        }
    }

    fn paragraph(&mut self) {
        self.end_words();
        if !(self.is_beside && self.flow.is_at_line_start()) {
            self.flow.paragraph_end();
        }
    }

    /// The same mark ends a cell and a row; the properties of its paragraph tell which.
    fn cell_mark(&mut self, place: u32) {
        self.end_words();
        if self.properties.ends_row(place) {
            if std::mem::take(&mut self.is_in_row) {
                self.flow.cell_abandon();
            }
            self.flow.row_close();
            return;
        }
        if !self.is_in_row {
            self.is_in_row = true;
            self.flow.cell_open();
        }
        self.flow.cell_close(1);
        self.flow.cell_open();
    }

    fn field_ends(&mut self) {
        self.end_words();
        if let Some((instruction, mark, true)) = self.fields.pop()
            && let Some(address) = hyperlink(&instruction)
        {
            self.flow.link(mark, &address);
        }
    }
}
