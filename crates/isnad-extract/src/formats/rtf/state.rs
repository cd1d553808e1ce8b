//! Control words: what they change for the words that follow.

use super::{Ends, Place, Reader, codepage, destination};

/// What a group inherits and gives up at its end.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) place: Place,
    pub(super) ends: Ends,
    /// Where the words of the same value in Unicode go.
    in_unicode: Place,
    /// The document's own font where there is none.
    pub(super) font: Option<i32>,
    /// How many letters repeat each Unicode letter.
    repeats: u32,
    pub(super) is_hidden: bool,
    pub(super) is_in_table: bool,
    pub(super) is_deleted: bool,
    pub(super) is_inserted: bool,
    /// The number of an author, and a moment.
    pub(super) deleted_by: (i32, i32),
    pub(super) inserted_by: (i32, i32),
}

impl Default for State {
    fn default() -> Self {
        Self {
            place: Place::Body,
            ends: Ends::Nothing,
            in_unicode: Place::Nowhere,
            font: None,
            repeats: 1,
            is_hidden: false,
            is_in_table: false,
            is_deleted: false,
            is_inserted: false,
            deleted_by: (0, 0),
            inserted_by: (0, 0),
        }
    }
}

impl Reader<'_, '_, '_> {
    /// A control word with its number.
    pub(super) fn word(&mut self, name: &str, number: Option<i32>) {
        if self.is_repeat() {
            return;
        }
        self.end_letters();
        if self.too_deep > 0 {
            return;
        }
        if name == "u" {
            self.unicode(number.unwrap_or(0));
            self.repeats = self.now.repeats;
            return;
        }
        if let Some(lonely) = self.units.end() {
            self.words(lonely);
        }
        let is_optional = std::mem::take(&mut self.is_optional);
        if name == "ud" {
            self.now.place = self.now.in_unicode;
        } else if let Some((place, ends)) = destination(name) {
            self.begin(name, place, ends);
        } else if is_optional {
            self.now.place = Place::Nowhere;
        } else if !self.of_letters(name, number) && matches!(self.now.place, Place::Body | Place::Label) {
            self.of_text(name);
        } else {
            self.of_info(name, number);
        }
    }

    /// A group begins whose words go somewhere else.
    fn begin(&mut self, name: &str, place: Place, ends: Ends) {
        // What is within a group that is passed over is passed over; only a shape has text of its own.
        let is_text_of_shape = self.now.place == Place::Shape && ends == Ends::Aside;
        match self.now.place {
            Place::Nowhere => return,
            Place::Shape if !is_text_of_shape && place == Place::Body => return,
            _ => {}
        }
        if name == "upr" {
            self.now.in_unicode = self.now.place;
        }
        self.now.place = place;
        self.now.ends = ends;
        match ends {
            Ends::Aside | Ends::Remark | Ends::Header => {
                self.end_deleted();
                self.flow.aside_open();
                self.now.is_in_table = false;
            }
            Ends::Field => self.fields.push(Default::default()),
            Ends::Info => self.value.clear(),
            _ => {}
        }
        match name {
            "fldrslt" => {
                let mark = self.flow.mark();
                self.fields.last_mut().into_iter().for_each(|field| field.1 = Some(mark));
            }
            "atnauthor" => self.remark.0.clear(),
            "atndate" => self.remark.1.clear(),
            "propname" => self.property.clear(),
            _ => {}
        }
    }

    /// Words about letters, which count wherever letters are.
    fn of_letters(&mut self, name: &str, number: Option<i32>) -> bool {
        let is_on = number != Some(0);
        match name {
            "ansicpg" => {
                let page = number.and_then(|n| u32::try_from(n).ok()).and_then(codepage::encoding);
                self.page = page.unwrap_or(self.page);
            }
            "mac" => self.page = encoding_rs::MACINTOSH,
            "deff" => self.default_font = number.unwrap_or(0),
            "f" if self.now.place == Place::Fonts => self.font = number.unwrap_or(0),
            "f" => self.now.font = number,
            "fcharset" => {
                let charset = number.and_then(|n| u32::try_from(n).ok()).and_then(codepage::of_charset);
                self.name_font(charset);
            }
            "cpg" => self.name_font(number.and_then(|n| u32::try_from(n).ok())),
            "uc" => self.now.repeats = number.unwrap_or(1).clamp(0, 255) as u32,
            "v" => self.now.is_hidden = is_on,
            "plain" => {
                self.now.font = None;
                (self.now.is_hidden, self.now.is_deleted, self.now.is_inserted) = (false, false, false);
            }
            "deleted" => self.now.is_deleted = is_on,
            "revised" => self.now.is_inserted = is_on,
            "revauthdel" => self.now.deleted_by.0 = number.unwrap_or(0),
            "revdttmdel" => self.now.deleted_by.1 = number.unwrap_or(0),
            "revauth" => self.now.inserted_by.0 = number.unwrap_or(0),
            "revdttm" => self.now.inserted_by.1 = number.unwrap_or(0),
            "pard" => self.now.is_in_table = false,
            "intbl" => self.now.is_in_table = is_on,
            _ => return false,
        }
        true
    }

    fn name_font(&mut self, page: Option<u32>) {
        if self.now.place == Place::Fonts
            && let Some(encoding) = page.and_then(codepage::encoding)
        {
            self.fonts.insert(self.font, encoding);
        }
    }

    /// Words that stand for text.
    fn of_text(&mut self, name: &str) {
        let sign = match name {
            "par" => return self.paragraph(),
            "sect" | "page" | "column" => {
                self.end_deleted();
                return self.flow.block();
            }
            "line" | "softline" => return self.flow.line_break(),
            "tab" if self.now.place == Place::Label => return self.flow.space(),
            "tab" => {
                self.begin_row();
                return self.flow.tab();
            }
            "cell" => return self.cell(),
            "row" => return self.row(),
            "nestcell" | "nestrow" => " ",
            "emdash" => "\u{2014}",
            "endash" => "\u{2013}",
            "emspace" => "\u{2003}",
            "enspace" => "\u{2002}",
            "qmspace" => "\u{2005}",
            "bullet" => "\u{2022}",
            "lquote" => "\u{2018}",
            "rquote" => "\u{2019}",
            "ldblquote" => "\u{201C}",
            "rdblquote" => "\u{201D}",
            "ltrmark" => "\u{200E}",
            "rtlmark" => "\u{200F}",
            "zwj" => "\u{200D}",
            "zwnj" => "\u{200C}",
            "zwbo" => "\u{200B}",
            "zwnbo" => "\u{2060}",
            _ => return,
        };
        self.body(sign);
    }

    /// Numbers that belong to what the document says about itself.
    fn of_info(&mut self, name: &str, number: Option<i32>) {
        const NUMBERS: &[&str] = &["version", "edmins", "nofpages", "nofwords", "nofchars", "id"];
        const TIMES: [&str; 6] = ["yr", "mo", "dy", "hr", "min", "sec"];
        let Some(number) = number else { return };
        match self.now.place {
            Place::InfoTime(_) => {
                if let Some(at) = TIMES.iter().position(|known| *known == name) {
                    self.time[at] = number;
                }
            }
            Place::Info if NUMBERS.contains(&name) => {
                self.flow.sink.metadatum(&format!("rtf.{name}"), &number.to_string());
            }
            _ => {}
        }
    }

    fn cell(&mut self) {
        self.begin_row();
        self.end_deleted();
        if self.is_in_row {
            self.flow.cell_close(1);
            self.flow.cell_open();
        } else {
            // A cell that nothing announced.
            self.flow.tab();
        }
    }

    pub(super) fn row(&mut self) {
        self.end_deleted();
        if std::mem::take(&mut self.is_in_row) {
            self.flow.cell_abandon();
        }
        self.flow.row_close();
    }
}
