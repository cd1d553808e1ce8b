//! Words, each with its place in the raw text.

use std::{collections::HashSet, ops::Range, str::CharIndices, sync::LazyLock};

use unicode_normalization::char::is_combining_mark;

use crate::fold::{fold_char, is_invisible, is_mark};

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The word, folded.
    pub text: String,
    /// First byte in the raw text.
    pub start: usize,
    /// Byte after its last in the raw text; marks on the last letter are part of the word.
    pub end: usize,
    /// The how-manieth word, from 0.
    pub position: usize,
}

/// All words of a text.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut words = Words::new(text);
    let mut word = String::new();
    let mut out = Vec::new();
    while let Some(range) = words.next_into(&mut word) {
        out.push(Token { text: word.clone(), start: range.start, end: range.end, position: out.len() });
    }
    out
}

static FUNCTION_WORDS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| crate::light::words(include_str!("function_words.txt")));

/// Whether a folded word is a particle, pronoun or question word, which says nothing about a page's matter.
pub fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.contains(word)
}

/// Reads words one by one into a buffer of the caller's: an index reads millions.
///
/// A word is a run of letters and digits. It also ends where Arabic letters meet digits or other letters,
/// since `2018م` and `الـNATO` are two words written without a space. Direction controls, joiners, tatweel
/// and marks never end a word. An apostrophe inside a Latin word is passed over (`Qur'an` is `quran`),
/// except after an elision (`l'armée`) and before a possessive (`Assad's`). Everything else parts words,
/// so that a date `12/5/2018` is the words 12, 5 and 2018, one behind the other.
#[derive(Debug, Clone)]
pub struct Words<'a> {
    raw: &'a str,
    chars: CharIndices<'a>,
    /// Folded characters of one raw character that are still to be read: ﷺ alone gives four words.
    rest: Rest,
}

/// The folded characters of one raw character, read up to `next`.
#[derive(Debug, Clone, Default)]
struct Rest {
    folded: Vec<char>,
    next: usize,
    raw: Range<usize>,
    raw_is_mark: bool,
}

/// What may stand together in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Arabic,
    Digit,
    Letter,
}

impl<'a> Words<'a> {
    /// Begins at the start of a text.
    pub fn new(raw: &'a str) -> Self {
        Self { raw, chars: raw.char_indices(), rest: Rest::default() }
    }

    /// The next word, folded, in `word`; returns its raw byte range.
    pub fn next_into(&mut self, word: &mut String) -> Option<Range<usize>> {
        word.clear();
        let mut range = 0..0;
        let mut class = None;
        loop {
            let Some(&c) = self.rest.folded.get(self.rest.next) else {
                if !self.read_char() {
                    break;
                }
                if self.rest.raw_is_mark && !word.is_empty() {
                    range.end = self.rest.raw.end;
                }
                continue;
            };
            match class_of(c) {
                Some(new) if class.is_none_or(|old| may_join(old, new)) => {
                    if word.is_empty() {
                        range.start = self.rest.raw.start;
                    }
                    range.end = self.rest.raw.end;
                    class = Some(new);
                    word.push(c);
                    self.rest.next += 1;
                }
                // The character begins the next word; it is read again then.
                Some(_) => break,
                None => {
                    self.rest.next += 1;
                    let passes_over = is_apostrophe(c) && self.passes_over_apostrophe(word);
                    if !word.is_empty() && !passes_over {
                        break;
                    }
                }
            }
        }
        (!word.is_empty()).then_some(range)
    }

    fn read_char(&mut self) -> bool {
        let Some((at, c)) = self.chars.next() else { return false };
        self.rest.folded.clear();
        self.rest.next = 0;
        self.rest.raw = at..at + c.len_utf8();
        let folded = &mut self.rest.folded;
        fold_char(c, &mut |f| folded.push(f));
        self.rest.raw_is_mark = folded.is_empty() && !is_invisible(c) || is_mark(c);
        true
    }

    /// Whether the apostrophe just read belongs inside `word`.
    fn passes_over_apostrophe(&self, word: &str) -> bool {
        let elided = word.chars().nth(1).is_none() || word.ends_with("qu");
        let after = &self.raw[self.rest.raw.end..];
        let mut following = after.chars().filter(|c| !is_mark(*c) && !is_invisible(*c));
        let is_latin = |c: Option<char>| c.is_some_and(is_latin);
        let (first, second) = (following.next(), following.next());
        let possessive = matches!(first, Some('s' | 'S')) && !is_latin(second);
        !elided && !possessive && is_latin(word.chars().last()) && is_latin(first)
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}')
}

/// Whether a raw letter is read as one of words like the Latin ones.
fn is_latin(c: char) -> bool {
    let mut class = None;
    fold_char(c, &mut |folded| class = class.or(class_of(folded)));
    class == Some(Class::Letter) && c.is_alphabetic()
}

fn class_of(c: char) -> Option<Class> {
    match c {
        '0'..='9' => Some(Class::Digit),
        'a'..='z' => Some(Class::Letter),
        '\0'..='\u{7F}' => None,
        // Nearly every letter that is read, known without a look into the tables.
        '\u{621}'..='\u{63F}' | '\u{641}'..='\u{64A}' => Some(Class::Arabic),
        '\u{620}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8C9}' if c.is_alphabetic() => {
            Some(Class::Arabic)
        }
        _ if c.is_alphanumeric() || is_combining_mark(c) => Some(Class::Letter),
        _ => None,
    }
}

/// Latin letters and digits make one word (`B52`); Arabic letters make words with themselves only.
fn may_join(old: Class, new: Class) -> bool {
    (old == Class::Arabic) == (new == Class::Arabic)
}
