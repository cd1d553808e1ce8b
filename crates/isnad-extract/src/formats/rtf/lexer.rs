//! RTF as a run of tokens (specification 1.9.1, "RTF syntax").

use crate::formats::Source;

/// The longest name of a control word; what is longer is none.
const NAME_MAX: usize = 32;

pub(super) enum Token {
    Open,
    Close,
    /// A control word; its name is [`Lexer::name`].
    Word(Option<i32>),
    /// A backslash and a sign that is no letter.
    Symbol(u8),
    /// A byte of text, written as itself or as `\'xx`.
    Byte(u8),
}

/// Takes a file apart, byte by byte from its buffer.
pub(super) struct Lexer<'s> {
    source: &'s mut dyn Source,
    name: String,
}

impl<'s> Lexer<'s> {
    pub(super) fn new(source: &'s mut dyn Source) -> Self {
        Self { source, name: String::new() }
    }

    /// The name of the last control word.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The next token, or nothing at the end of the file.
    pub(super) fn next(&mut self) -> Option<Token> {
        loop {
            return Some(match self.take()? {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\\' => self.control()?,
                // Lines are broken only for those who look at the file.
                b'\r' | b'\n' | 0 => continue,
                byte => Token::Byte(byte),
            });
        }
    }

    fn control(&mut self) -> Option<Token> {
        match self.peek()? {
            b'\'' => {
                self.take();
                let (high, low) = (self.take()?, self.take()?);
                let digit = |byte: u8| char::from(byte).to_digit(16);
                let byte = digit(high).zip(digit(low)).map_or(b'?', |(high, low)| (high << 4 | low) as u8);
                Some(Token::Byte(byte))
            }
            b'a'..=b'z' | b'A'..=b'Z' => self.word(),
            sign => {
                self.take();
                Some(Token::Symbol(sign))
            }
        }
    }

    fn word(&mut self) -> Option<Token> {
        self.name.clear();
        while let Some(letter) = self.peek().filter(u8::is_ascii_alphabetic) {
            self.take();
            if self.name.len() < NAME_MAX {
                self.name.push(char::from(letter));
            }
        }
        let is_negative = self.peek() == Some(b'-');
        if is_negative {
            self.take();
        }
        let mut number: Option<i64> = None;
        while let Some(digit) = self.peek().filter(u8::is_ascii_digit) {
            self.take();
            let value = number.unwrap_or(0).saturating_mul(10).saturating_add(i64::from(digit - b'0'));
            number = Some(value.min(i64::from(i32::MAX)));
        }
        if self.peek() == Some(b' ') {
            self.take();
        }
        let number = number.map(|n| if is_negative { -n } else { n } as i32);
        if self.name == "bin" {
            self.pass_over(number.unwrap_or(0).max(0) as u64);
        }
        Some(Token::Word(number))
    }

    /// Bytes of a picture that are no RTF.
    fn pass_over(&mut self, mut bytes: u64) {
        while bytes > 0 {
            let Ok(ready) = self.source.fill_buf() else { return };
            let n = (ready.len() as u64).min(bytes);
            if n == 0 {
                return;
            }
            self.source.consume(n as usize);
            bytes -= n;
        }
    }

    fn peek(&mut self) -> Option<u8> {
        self.source.fill_buf().ok()?.first().copied()
    }

    fn take(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.source.consume(1);
        Some(byte)
    }
}
