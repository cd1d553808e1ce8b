//! RTF (specification 1.9.1): text in the code page of its font or in Unicode, tables, notes, fields, remarks,
//! changes and hidden words.
//!
//! The file passes by once and is not held. Groups within groups cost a few bytes each, up to a limit.

mod html;
mod lexer;
mod place;
mod state;
mod units;

pub(super) use html::html_within;

use super::{
    Source, codepage,
    flow::Flow,
    marks::{Marks, said},
    ooxml::word::hyperlink,
    package::damaged,
};
use crate::wire::Sink;
use encoding_rs::{Encoding, WINDOWS_1252};
use lexer::{Lexer, Token};
use place::{Ends, Place, destination};
use state::State;
use std::collections::BTreeMap;
use units::Units;

/// Groups within groups. Word writes some twenty.
const GROUPS_MAX: usize = 10_000;
/// Letters of a value that is no text: a name, an instruction.
const VALUE_MAX: usize = 64 << 10;

/// Reads the whole document as one page.
pub(super) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    if source.rewind().is_err() {
        return sink.tool("rtf", "");
    }
    sink.tool("rtf", "");
    let mut flow = Flow::new(sink);
    flow.page();
    let mut reader = Reader::new(&mut flow);
    let mut lexer = Lexer::new(source);
    while let Some(token) = lexer.next() {
        match token {
            Token::Open => reader.open(),
            Token::Close => reader.close(),
            Token::Word(number) => reader.word(lexer.name(), number),
            Token::Symbol(sign) => reader.symbol(sign),
            Token::Byte(byte) => reader.byte(byte),
        }
        if reader.is_over {
            break;
        }
    }
    let settings = format!("encoding={}", reader.page.name().to_ascii_lowercase());
    let is_whole = reader.finish();
    flow.finish();
    sink.tool("rtf", &settings);
    if !is_whole {
        sink.problem(damaged("rtf"));
    }
}

struct Reader<'f, 's, 'o> {
    flow: &'f mut Flow<'s, 'o>,
    marks: Marks,
    now: State,
    outer: Vec<State>,
    /// Groups open beyond the limit; they are passed over.
    too_deep: usize,
    was_too_deep: bool,
    is_over: bool,
    /// The code page of the document, and those of its fonts.
    page: &'static Encoding,
    fonts: BTreeMap<i32, &'static Encoding>,
    font: i32,
    default_font: i32,
    /// Bytes that wait for the rest of their letter.
    bytes: Vec<u8>,
    /// Letters in UTF-16 that come unit by unit.
    units: Units,
    /// Letters that repeat the last Unicode letter for older programs.
    repeats: u32,
    /// Whether the next word may be unknown, and its group then is passed over.
    is_optional: bool,
    is_in_row: bool,
    value: String,
    property: String,
    time: [i32; 6],
    authors: Vec<String>,
    remark: (String, String),
    headers: Vec<String>,
    fields: Vec<(String, Option<usize>)>,
    /// Deleted words that wait for their end: who, when, what.
    deleted: Option<(String, String, String)>,
}

impl<'f, 's, 'o> Reader<'f, 's, 'o> {
    fn new(flow: &'f mut Flow<'s, 'o>) -> Self {
        Self {
            flow,
            marks: Marks::default(),
            now: State::default(),
            outer: Vec::new(),
            too_deep: 0,
            was_too_deep: false,
            is_over: false,
            page: WINDOWS_1252,
            fonts: BTreeMap::new(),
            font: 0,
            default_font: 0,
            bytes: Vec::new(),
            units: Units::default(),
            repeats: 0,
            is_optional: false,
            is_in_row: false,
            value: String::new(),
            property: String::new(),
            time: [0; 6],
            authors: Vec::new(),
            remark: Default::default(),
            headers: Vec::new(),
            fields: Vec::new(),
            deleted: None,
        }
    }

    /// Ends the text; whether the file was whole.
    fn finish(mut self) -> bool {
        self.end_letters();
        self.end_deleted();
        let is_whole = self.is_over && !self.was_too_deep;
        while !self.outer.is_empty() {
            self.close();
        }
        self.marks.end(self.flow.sink);
        self.flow.end_all();
        for header in self.headers {
            self.flow.part();
            self.flow.push(&header);
            self.flow.paragraph_end();
        }
        is_whole
    }

    fn open(&mut self) {
        self.end_letters();
        self.repeats = 0;
        self.is_optional = false;
        if self.outer.len() == GROUPS_MAX {
            self.too_deep += 1;
            self.was_too_deep = true;
            return;
        }
        self.outer.push(self.now.clone());
        self.now.ends = Ends::Nothing;
        if self.now.place == Place::Authors {
            self.now.ends = Ends::Author;
            self.value.clear();
        }
    }

    fn close(&mut self) {
        self.end_letters();
        self.repeats = 0;
        self.is_optional = false;
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        match self.now.ends {
            Ends::Nothing => {}
            Ends::Aside => {
                self.end_deleted();
                self.flow.aside_close("", "");
            }
            Ends::Remark => {
                self.end_deleted();
                let words = self.flow.aside_close("", "");
                let (who, when) = std::mem::take(&mut self.remark);
                // The moment is a number that stands for its bits.
                let when = when.trim().parse::<i64>().map_or(when, |bits| codepage::moment(bits as u32));
                self.flow.sink.metadatum("rtf.comment", &said(&who, &when, &words));
            }
            Ends::Header => {
                self.end_deleted();
                let words = self.flow.take_aside();
                if !words.is_empty() && !self.headers.contains(&words) {
                    self.headers.push(words);
                }
            }
            Ends::Field => {
                if let Some((instruction, Some(mark))) = self.fields.pop()
                    && let Some(address) = hyperlink(&instruction)
                {
                    self.flow.link(mark, &address);
                }
            }
            Ends::Info => self.info_ends(),
            Ends::Author => {
                let name = std::mem::take(&mut self.value);
                self.authors.push(name.trim_end_matches(';').to_owned());
            }
        }
        match self.outer.pop() {
            Some(outer) => self.now = outer,
            // A closing that nothing opened.
            None => self.is_over = true,
        }
        self.is_over |= self.outer.is_empty();
    }

    fn info_ends(&mut self) {
        let value = std::mem::take(&mut self.value);
        match self.now.place {
            Place::InfoField(field) => self.flow.sink.metadatum(&format!("rtf.{field}"), &value),
            Place::Generator => self.flow.sink.metadatum("rtf.generator", value.trim_end_matches(';')),
            Place::PropertyValue => {
                self.flow.sink.metadatum(&format!("rtf.userprops.{}", self.property), &value);
                self.property.clear();
            }
            Place::InfoTime(field) => {
                let [year, month, day, hour, minute, second] = std::mem::take(&mut self.time);
                if year == 0 {
                    return;
                }
                let date = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
                self.flow.sink.metadatum(&format!("rtf.{field}"), &date);
            }
            _ => {}
        }
    }

    fn symbol(&mut self, sign: u8) {
        if self.is_repeat() {
            return;
        }
        self.end_letters();
        match sign {
            b'*' => self.is_optional = true,
            b'~' => self.words("\u{A0}"),
            b'_' => self.words("-"),
            b'\\' | b'{' | b'}' => self.words(char::from(sign).encode_utf8(&mut [0; 4])),
            b'\r' | b'\n' => self.paragraph(),
            // An optional hyphen, an entry of an index.
            _ => {}
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.is_repeat() {
            return;
        }
        if self.too_deep == 0 && !matches!(self.now.place, Place::Nowhere | Place::Shape) {
            self.bytes.push(byte);
            if self.bytes.len() >= VALUE_MAX && byte.is_ascii() {
                self.end_letters();
            }
        }
    }

    /// Whether what came only repeats a Unicode letter, and is passed over.
    fn is_repeat(&mut self) -> bool {
        let is_repeat = self.repeats > 0;
        self.repeats = self.repeats.saturating_sub(1);
        is_repeat
    }

    /// Decodes the bytes that came, in the code page of their font.
    fn end_letters(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let encoding = self.fonts.get(&self.font_of_words()).copied().unwrap_or(self.page);
            let (text, _) = encoding.decode_without_bom_handling(&bytes);
            self.words(&text);
            self.bytes = bytes;
            self.bytes.clear();
        }
    }

    fn font_of_words(&self) -> i32 {
        match self.now.place {
            Place::Body | Place::Label => self.now.font.unwrap_or(self.default_font),
            _ => i32::MIN,
        }
    }

    /// A letter in UTF-16, whose halves may come one by one.
    fn unicode(&mut self, number: i32) {
        let letters = self.units.push(number as u16);
        self.words(&letters);
    }

    fn words(&mut self, words: &str) {
        match self.now.place {
            _ if self.too_deep > 0 => {}
            Place::Body | Place::Label => self.body(words),
            Place::Nowhere | Place::Shape | Place::Fonts | Place::Info | Place::InfoTime(_) => {}
            Place::PropertyName => self.property.push_str(words),
            Place::Instruction => {
                if let Some((instruction, _)) = self.fields.last_mut().filter(|f| f.0.len() < VALUE_MAX) {
                    instruction.push_str(words);
                }
            }
            Place::RemarkAuthor => self.remark.0.push_str(words),
            Place::RemarkTime => self.remark.1.push_str(words),
            Place::Authors | Place::InfoField(_) | Place::PropertyValue | Place::Generator => {
                if self.value.len() < VALUE_MAX {
                    self.value.push_str(words);
                }
            }
        }
    }

    fn body(&mut self, words: &str) {
        if self.is_in_row && !self.now.is_in_table && !self.flow.is_aside() {
            // The row was never closed.
            self.row();
        }
        self.begin_row();
        if self.now.is_deleted {
            let (who, when) = self.who(self.now.deleted_by);
            match &mut self.deleted {
                Some((by, at, deleted)) if *by == who && *at == when => deleted.push_str(words),
                _ => {
                    self.end_deleted();
                    self.deleted = Some((who, when, words.to_owned()));
                }
            }
            return;
        }
        self.end_deleted();
        self.flow.push(words);
        if self.now.is_inserted {
            let (who, when) = self.who(self.now.inserted_by);
            self.marks.add("rtf.inserted", &who, &when, words, self.flow.sink);
        } else if self.now.is_hidden {
            self.marks.add("rtf.hidden", "", "", words, self.flow.sink);
        } else {
            self.marks.end(self.flow.sink);
        }
    }

    fn who(&self, (author, moment): (i32, i32)) -> (String, String) {
        let who = usize::try_from(author).ok().and_then(|n| self.authors.get(n)).cloned();
        (who.unwrap_or_default(), codepage::moment(moment as u32))
    }

    fn end_deleted(&mut self) {
        if let Some((who, when, words)) = self.deleted.take() {
            self.flow.aside_open();
            self.flow.push(&words);
            self.flow.aside_close("[-", "-]");
            self.marks.add("rtf.deleted", &who, &when, &words, self.flow.sink);
        }
    }

    fn begin_row(&mut self) {
        if self.now.is_in_table && !self.is_in_row && !self.flow.is_aside() {
            self.is_in_row = true;
            self.flow.cell_open();
        }
    }

    fn paragraph(&mut self) {
        if self.now.place == Place::Body && self.too_deep == 0 {
            self.begin_row();
            self.end_deleted();
            self.flow.paragraph_end();
        }
    }
}
