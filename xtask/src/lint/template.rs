//! Templates: no word for a reader stands in one; words come from `locales/`.

use super::Complaint;

/// Names that are the same in every language.
const NAMES: [&str; 2] = ["SHA-256", "BLAKE3"];

/// Attributes that a person reads or hears.
const SPOKEN: [&str; 5] = ["title", "aria-label", "placeholder", "alt", "label"];

/// Complains of each word between tags, each spoken attribute with words of its own, and each inline style.
pub fn check(text: &str) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let text = without_expressions(text);
    let mut rest = text.as_str();
    let mut line = 1;
    let mut is_same_everywhere = false;
    while !rest.is_empty() {
        let (words, behind) = rest.split_once('<').unwrap_or((rest, ""));
        if !is_same_everywhere && has_letters(&without_names(words)) {
            let what = format!("`{}` is a word for a reader: take it from `locales`", words.trim());
            complaints.push(Complaint { line: line + leading_lines(words), what });
        }
        line += words.matches('\n').count();
        let (tag, behind) = behind.split_once('>').unwrap_or((behind, ""));
        complaints.extend(check_tag(tag).map(|what| Complaint { line, what }));
        line += tag.matches('\n').count();
        // The names of keys on a keyboard, and commands to type.
        is_same_everywhere = tag.contains("class=\"kbd\"") || tag.starts_with("code");
        rest = behind;
    }
    complaints
}

fn check_tag(tag: &str) -> impl Iterator<Item = String> {
    let value = |name: &str| {
        let start = format!(" {name}=\"");
        Some(tag.split_once(&start)?.1.split_once('"')?.0.to_owned())
    };
    let spoken = SPOKEN.iter().filter_map(move |name| {
        let words = value(name).filter(|words| has_letters(words))?;
        Some(format!("`{name}=\"{words}\"` is read aloud: take it from `locales`"))
    });
    let style = tag
        .contains(" style=\"")
        .then(|| "an inline style: the content security policy refuses it".to_owned());
    spoken.chain(style).collect::<Vec<_>>().into_iter()
}

/// Template code is taken out, and the lines that it covers kept.
fn without_expressions(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, end)) = next_expression(rest) {
        out.push_str(&rest[..at]);
        out.extend(rest[at..end].chars().filter(|c| *c == '\n'));
        rest = &rest[end..];
    }
    out + rest
}

/// Where the next expression begins and ends; a block that fills in class names counts as one.
fn next_expression(text: &str) -> Option<(usize, usize)> {
    let pairs = [("{% block shape %}", "{% endblock %}"), ("{{", "}}"), ("{%", "%}"), ("{#", "#}")];
    let starts = pairs.into_iter().filter_map(|(open, close)| Some((text.find(open)?, close)));
    let (at, close) = starts.min_by_key(|(at, _)| *at)?;
    let end = text[at..].find(close).map_or(text.len(), |length| at + length + close.len());
    Some((at, end))
}

/// Words without character entities and the names of [`NAMES`].
fn without_names(words: &str) -> String {
    let words = NAMES.iter().fold(words.to_owned(), |words, name| words.replace(name, ""));
    let parts = words.split('&').enumerate();
    parts
        .map(|(n, part)| if n == 0 { part } else { part.split_once(';').map_or(part, |(_, rest)| rest) })
        .collect()
}

fn has_letters(words: &str) -> bool {
    words.chars().any(char::is_alphabetic)
}

fn leading_lines(words: &str) -> usize {
    words.chars().take_while(|c| c.is_whitespace()).filter(|c| *c == '\n').count()
}
