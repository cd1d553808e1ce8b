//! A page of the web that was wrapped in RTF ([MS-OXRTFEX]): the page without the RTF that shows it to old programs.

use super::{
    lexer::{Lexer, Token},
    units::Units,
};
use crate::formats::codepage;
use encoding_rs::{Encoding, WINDOWS_1252};
use std::{collections::BTreeMap, io::Cursor};

/// Groups within groups.
const GROUPS_MAX: usize = 10_000;
/// The mark stands among the first words (2.1.1).
const HEAD: usize = 1024;

/// The page within, if the RTF was made from one.
pub(in crate::formats) fn html_within(rtf: &[u8]) -> Option<String> {
    memchr::memmem::find(&rtf[..rtf.len().min(HEAD)], b"\\fromhtml1")?;
    let mut source = Cursor::new(rtf);
    let mut lexer = Lexer::new(&mut source);
    let mut page = Page::default();
    while let Some(token) = lexer.next() {
        page.token(token, lexer.name());
    }
    page.end_letters();
    Some(page.html)
}

#[derive(Clone, Copy, Default)]
struct State {
    /// Only old programs show this.
    is_for_rtf: bool,
    /// Nobody shows this.
    is_ignored: bool,
    is_fonts: bool,
    font: i32,
    /// How many letters repeat a letter in Unicode.
    repeats: u32,
}

struct Page {
    html: String,
    now: State,
    outer: Vec<State>,
    too_deep: usize,
    is_optional: bool,
    page: &'static Encoding,
    fonts: BTreeMap<i32, &'static Encoding>,
    bytes: Vec<u8>,
    units: Units,
    to_skip: u32,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            html: String::new(),
            now: State { repeats: 1, ..State::default() },
            outer: Vec::new(),
            too_deep: 0,
            is_optional: false,
            page: WINDOWS_1252,
            fonts: BTreeMap::new(),
            bytes: Vec::new(),
            units: Units::default(),
            to_skip: 0,
        }
    }
}

impl Page {
    fn token(&mut self, token: Token, name: &str) {
        if let Token::Byte(byte) = token {
            return self.byte(byte);
        }
        self.end_letters();
        match token {
            Token::Open if self.outer.len() == GROUPS_MAX => self.too_deep += 1,
            Token::Open => {
                self.outer.push(self.now);
                self.is_optional = false;
                self.to_skip = 0;
            }
            Token::Close if self.too_deep > 0 => self.too_deep -= 1,
            Token::Close => {
                self.now = self.outer.pop().unwrap_or(self.now);
                self.to_skip = 0;
            }
            Token::Word(_) if std::mem::take(&mut self.is_optional) => {
                // Only this one destination holds the page.
                self.now.is_ignored |= name != "htmltag";
            }
            Token::Word(number) => self.word(name, number),
            Token::Symbol(b'*') => self.is_optional = true,
            Token::Symbol(sign) => self.symbol(sign),
            Token::Byte(_) => {}
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.to_skip > 0 {
            self.to_skip -= 1;
        } else if self.is_shown() {
            self.bytes.push(byte);
        }
    }

    fn is_shown(&self) -> bool {
        !(self.now.is_for_rtf || self.now.is_ignored || self.now.is_fonts || self.too_deep > 0)
    }

    fn word(&mut self, name: &str, number: Option<i32>) {
        let value = number.unwrap_or(0);
        match name {
            "htmlrtf" => self.now.is_for_rtf = number != Some(0),
            "fonttbl" => self.now.is_fonts = true,
            "colortbl" | "stylesheet" | "info" | "pict" | "object" | "pntext" => self.now.is_ignored = true,
            "f" => self.now.font = value,
            "fcharset" if self.now.is_fonts => {
                let encoding = u32::try_from(value).ok().and_then(codepage::of_charset);
                self.fonts.extend(encoding.and_then(codepage::encoding).map(|e| (self.now.font, e)));
            }
            "ansicpg" => {
                let page = u32::try_from(value).ok().and_then(codepage::encoding);
                self.page = page.unwrap_or(self.page);
            }
            "uc" => self.now.repeats = u32::try_from(value).unwrap_or(1),
            "u" => {
                self.to_skip = self.now.repeats;
                self.unit(value as u16);
            }
            _ => {
                let shown = match name {
                    "par" | "line" => "\r\n",
                    "tab" => "\t",
                    "lquote" => "‘",
                    "rquote" => "’",
                    "ldblquote" => "“",
                    "rdblquote" => "”",
                    "bullet" => "•",
                    "endash" => "–",
                    "emdash" => "—",
                    "zwj" => "\u{200D}",
                    "zwnj" => "\u{200C}",
                    "ltrmark" => "\u{200E}",
                    "rtlmark" => "\u{200F}",
                    _ => "",
                };
                self.show(shown);
            }
        }
    }

    fn symbol(&mut self, sign: u8) {
        match sign {
            b'~' => self.show("&nbsp;"),
            b'_' => self.show("&shy;"),
            b'{' | b'}' | b'\\' => self.show(char::from(sign).encode_utf8(&mut [0; 4])),
            _ => {}
        }
    }

    fn show(&mut self, text: &str) {
        if self.is_shown() {
            self.html.push_str(text);
        }
    }

    /// A letter in UTF-16, whose halves may come one by one.
    fn unit(&mut self, unit: u16) {
        let letters = self.units.push(unit);
        self.show(&letters);
    }

    fn end_letters(&mut self) {
        if !self.bytes.is_empty() {
            let encoding = self.fonts.get(&self.now.font).copied().unwrap_or(self.page);
            let (text, _) = encoding.decode_without_bom_handling(&self.bytes);
            self.html.push_str(&text);
            self.bytes.clear();
        }
    }
}

#[cfg(test)]
mod tests;
