//! From text to terms: the one way for the index, the query and the highlight.

use std::ops::Range;

use isnad_text::{
    compound::{compound, only_blanks},
    light,
    light::consonants,
    trigram::trigrams,
    words::Words,
};
use tantivy::tokenizer::{TextAnalyzer, Token, TokenStream, Tokenizer, TokenizerManager};

/// A form in which words are indexed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Folded words with their positions, for phrases and for ranking.
    Fold,
    /// Light stems: they decide what is a hit.
    Light,
    /// Trigrams inside words, and their consonants, for ranking alone.
    Shape,
}

impl Form {
    /// The name of its tokenizer.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Fold => "isnad-fold",
            Self::Light => "isnad-light",
            Self::Shape => "isnad-shape",
        }
    }
}

/// Our tokenizers, and the one that takes a value whole.
pub(crate) fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    for form in [Form::Fold, Form::Light, Form::Shape] {
        manager.register(form.name(), TextAnalyzer::from(form));
    }
    manager
}

/// Reads the terms of a text one by one: its words, and after a name of two words also their joined form.
///
/// Both words of such a name and the joined form stand at one position, whichever way it is written, so that
/// a phrase finds either spelling.
pub(crate) struct Terms<'a> {
    raw: &'a str,
    words: Words<'a>,
    /// The word after the current one; it is empty at the end.
    ahead: String,
    ahead_range: Range<usize>,
    began: bool,
    /// The joined form that comes after the second word of a name, and where the first began.
    joined: Option<(String, usize)>,
    is_second: bool,
    next_position: usize,
    /// The current term.
    pub term: Term,
}

/// A term and where it stands.
#[derive(Debug, Clone, Default)]
pub(crate) struct Term {
    /// Folded.
    pub text: String,
    /// Its bytes in the raw text.
    pub range: Range<usize>,
    /// Its place in the row of words.
    pub position: usize,
    /// Whether it is the joined form of the two words before it.
    pub is_joined: bool,
}

impl<'a> Terms<'a> {
    pub(crate) fn new(raw: &'a str) -> Self {
        Self {
            raw,
            words: Words::new(raw),
            ahead: String::new(),
            ahead_range: 0..0,
            began: false,
            joined: None,
            is_second: false,
            next_position: 0,
            term: Term::default(),
        }
    }

    /// All terms at once, for short texts.
    pub(crate) fn all(raw: &'a str) -> Vec<Term> {
        let mut terms = Self::new(raw);
        std::iter::from_fn(|| terms.advance().then(|| terms.term.clone())).collect()
    }

    /// Goes to the next term; `false` at the end.
    pub(crate) fn advance(&mut self) -> bool {
        if self.is_second {
            self.is_second = false;
            if let Some((text, start)) = self.joined.take() {
                self.term.text = text;
                self.term.range.start = start;
                self.term.is_joined = true;
                return true;
            }
        }
        if !self.began {
            self.began = true;
            self.look_ahead();
        }
        if self.ahead.is_empty() {
            return false;
        }
        std::mem::swap(&mut self.term.text, &mut self.ahead);
        self.term.range = self.ahead_range.clone();
        self.term.is_joined = false;
        self.look_ahead();
        self.is_second = self.joined.is_some();
        if !self.is_second {
            self.term.position = self.next_position;
            self.next_position += 1;
            self.join_with_ahead();
        }
        true
    }

    fn look_ahead(&mut self) {
        self.ahead_range = self.words.next_into(&mut self.ahead).unwrap_or_default();
    }

    fn join_with_ahead(&mut self) {
        if self.ahead.is_empty() || self.ahead_range.start < self.term.range.end {
            return;
        }
        let between = &self.raw[self.term.range.end..self.ahead_range.start];
        self.joined = compound(&self.term.text, &self.ahead)
            .filter(|_| only_blanks(between))
            .map(|text| (text, self.term.range.start));
    }
}

impl Tokenizer for Form {
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream<'a> {
        Stream { form: *self, terms: Terms::new(text), trigrams: Vec::new(), token: Token::default() }
    }
}

/// Writes the consonants of a folded word, marked so that they are no trigram.
pub(crate) fn shape_of(word: &str) -> String {
    format!("={}", consonants(light(word)))
}

/// The terms of a text in one form, as tantivy reads them.
pub(crate) struct Stream<'a> {
    form: Form,
    terms: Terms<'a>,
    /// Trigrams of the current word that are still to come, last one first.
    trigrams: Vec<[char; 3]>,
    token: Token,
}

impl TokenStream for Stream<'_> {
    fn advance(&mut self) -> bool {
        match (self.form, self.trigrams.pop()) {
            (Form::Shape, Some(trigram)) => {
                self.token.text.clear();
                self.token.text.extend(trigram);
                true
            }
            _ => self.advance_word(),
        }
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

impl Stream<'_> {
    fn advance_word(&mut self) -> bool {
        if !self.terms.advance() {
            return false;
        }
        let word = &self.terms.term.text;
        self.token.text.clear();
        match self.form {
            Form::Fold => self.token.text.push_str(word),
            Form::Light => self.token.text.push_str(light(word)),
            Form::Shape => {
                self.token.text.push_str(&shape_of(word));
                self.trigrams.extend(trigrams(word));
            }
        }
        self.token.position = self.terms.term.position;
        true
    }
}
