//! What stands around a name: titles, other names, the names of parents, and which side of a comma is the family.

use super::{
    Name, Part,
    assign::{assign, behind_comma},
    lex::{Meaning, Word, longest, meaning_of, words},
    units::{Unit, units},
};

/// Marks that another name stands in, as they open and close.
const QUOTES: [(char, char); 9] = [
    ('«', '»'),
    ('“', '”'),
    ('„', '“'),
    ('"', '"'),
    ('‹', '›'),
    ('‘', '’'),
    ('(', ')'),
    ('[', ']'),
    ('”', '“'),
];

/// Puts all that the words say into a name.
pub(super) fn read(text: &str, name: &mut Name) {
    let rest = without_quoted(text, name);
    let mut sides: Vec<Vec<Word>> = Vec::new();
    for piece in rest.split([',', '،', ';', '؛', '\n']) {
        let left = without_told(words(piece), name);
        let left = without_titles(left, !sides.is_empty(), name);
        if !left.is_empty() {
            sides.push(left);
        }
    }
    // A word with a digit is no name of a person: "Witness 12", «الشاهد ٣».
    let has_digit =
        |side: &Vec<Word>| side.iter().any(|word| word.key.contains(|c: char| c.is_ascii_digit()));
    if sides.iter().any(has_digit) {
        name.aliases.insert(0, text.trim().to_owned());
        name.honorifics.clear();
        return;
    }
    let mut sides = sides.into_iter();
    let told = std::mem::take(&mut name.parts);
    match (sides.next(), sides.next()) {
        (Some(family), Some(given)) => {
            name.parts.push((Part::Family, joined(&units(family))));
            let rest: Vec<Word> = given.into_iter().chain(sides.flatten()).collect();
            behind_comma(units(rest), &mut name.parts);
        }
        (Some(only), None) => assign(units(only), &mut name.parts),
        (None, _) => {}
    }
    // What was told of father and mother by their word stands, and a proposal gives way.
    let is_told = [Part::Mother, Part::Father].map(|part| (part, told.iter().any(|(told, _)| *told == part)));
    name.parts.retain(|(part, _)| !is_told.contains(&(*part, true)));
    name.parts.extend(told);
}

fn joined(units: &[Unit]) -> String {
    units.iter().map(|unit| unit.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Takes out what stands in quotation marks and brackets; a mark that is not closed is passed over.
fn without_quoted(text: &str, name: &mut Name) -> String {
    let mut rest = String::with_capacity(text.len());
    let mut open: Option<(char, String)> = None;
    for c in text.chars() {
        match &mut open {
            Some((close, inside)) if c == *close => {
                keep(inside.trim(), name);
                rest.push(' ');
                open = None;
            }
            Some((_, inside)) => inside.push(c),
            None => match QUOTES.iter().find(|(begin, _)| *begin == c) {
                // Within a word it is an apostrophe: Sha‘ban.
                Some(_) if c == '‘' && rest.ends_with(char::is_alphanumeric) => rest.push(c),
                Some((_, close)) => open = Some((*close, String::new())),
                None => rest.push(c),
            },
        }
    }
    if let Some((_, inside)) = open {
        rest.push(' ');
        rest.push_str(&inside);
    }
    rest
}

/// Keeps what stood in marks: a title, or another name.
fn keep(inside: &str, name: &mut Name) {
    if matches!(meaning_of(inside), Some(Meaning::Honorific | Meaning::Pilgrim | Meaning::Blessing)) {
        name.honorifics.push(inside.to_owned());
        return;
    }
    let words = words(inside);
    match longest(&words, &[Meaning::Alias, Meaning::AliasB]) {
        Some((_, n)) if n < words.len() => name.aliases.push(text_of(&words[n..])),
        _ if !words.is_empty() => name.aliases.push(inside.to_owned()),
        _ => {}
    }
}

fn text_of(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Takes out other names behind "alias", and parents behind their word.
fn without_told(words: Vec<Word>, name: &mut Name) -> Vec<Word> {
    const TOLD: [Meaning; 4] = [Meaning::Alias, Meaning::AliasB, Meaning::Mother, Meaning::Father];
    let mut left = Vec::new();
    let mut told: Option<(Meaning, Vec<Word>)> = None;
    let mut at = 0;
    while at < words.len() {
        // أمه "his mother" and the أمة of أمة الله are one word to whoever folds.
        let found = longest(&words[at..], &TOLD);
        if let Some((meaning, n)) =
            found.filter(|(_, n)| longest(&words[at + n..], &[Meaning::Behind]).is_none())
        {
            put(told.replace((meaning, Vec::new())), name);
            at += n;
            continue;
        }
        match &mut told {
            Some((_, behind)) => behind.push(words[at].clone()),
            None => left.push(words[at].clone()),
        }
        at += 1;
    }
    put(told, name);
    left
}

fn put(told: Option<(Meaning, Vec<Word>)>, name: &mut Name) {
    let Some((meaning, mut words)) = told else { return };
    let Some(first) = words.first_mut() else { return };
    match meaning {
        Meaning::Mother => name.parts.push((Part::Mother, text_of(&words))),
        Meaning::Father => name.parts.push((Part::Father, text_of(&words))),
        _ => {
            if meaning == Meaning::AliasB
                && let Some(bare) =
                    first.text.strip_prefix('ب').map(|bare| bare.trim_start_matches('ـ').to_owned())
            {
                first.text = bare;
            }
            words.retain(|word| !word.text.is_empty());
            if !words.is_empty() {
                name.aliases.push(text_of(&words));
            }
        }
    }
}

/// Takes titles off the front and blessings off the end; a title with no name beside it is a name.
fn without_titles(mut words: Vec<Word>, is_behind: bool, name: &mut Name) -> Vec<Word> {
    let has_name = is_behind || !name.aliases.is_empty() || !name.parts.is_empty();
    let mut at = 0;
    while let Some((_, n)) = longest(&words[at..], &[Meaning::Honorific, Meaning::Pilgrim]) {
        // One letter is a title with a stop or stroke behind it, or in Arabic letters: "M. Hassan", «د أحمد».
        let word = &words[at];
        let is_letter = word.key.chars().nth(1).is_none();
        let is_title = !is_letter || word.is_cut || !word.key.is_ascii();
        let is_last = at + n >= words.len();
        if !is_title || (is_last && !has_name) {
            break;
        }
        name.honorifics.push(text_of(&words[at..at + n]).trim_end_matches('.').to_owned());
        at += n;
    }
    words.drain(..at);
    for n in (1..=words.len().min(4)).rev() {
        let end = words.len() - n;
        if longest(&words[end..], &[Meaning::Blessing]) == Some((Meaning::Blessing, n)) {
            name.honorifics.push(text_of(&words[end..]));
            words.truncate(end);
            break;
        }
    }
    words
}
