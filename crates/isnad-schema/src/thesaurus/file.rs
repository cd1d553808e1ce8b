//! The text of a vocabulary file.

use super::Entry;
use crate::{Label, toml};

/// The head of the file.
pub(super) fn head(id: &str, label: &Label, tree: bool) -> String {
    let tree = if tree { "tree = true\n" } else { "" };
    format!("[vocabulary]\nid = {}\n{}{tree}", text(id), labels(label))
}

/// A term. A language without words is lent those of another, which are marked with where they come from: English
/// first, then French, then Arabic.
pub(super) fn term(entry: &Entry, parent: Option<&str>) -> String {
    let [ar, en, fr] = &entry.words;
    let lent = [("en", en), ("fr", fr), ("ar", ar)].into_iter().find(|(_, words)| !words.is_empty());
    let words = |own: &String| match lent {
        Some((from, words)) if own.is_empty() => format!("{words} [{from}]"),
        _ => own.clone(),
    };
    let label = Label { ar: words(ar), en: words(en), fr: words(fr) };
    let mut term = format!("\n[[term]]\ncode = {}\n{}", text(&entry.code), labels(&label));
    if let Some(parent) = parent {
        term.push_str(&format!("parent = {}\n", text(parent)));
    }
    if !entry.also.is_empty() {
        let also: Vec<String> = entry.also.iter().map(|it| text(it)).collect();
        term.push_str(&format!("also = [{}]\n", also.join(", ")));
    }
    term.push_str(&format!("outside = {{ huridocs = {} }}\n", text(&entry.code)));
    term
}

fn labels(label: &Label) -> String {
    let Label { ar, en, fr } = label;
    format!("label = {{ ar = {}, en = {}, fr = {} }}\n", text(ar), text(en), text(fr))
}

/// A string as TOML writes it, on one line.
fn text(words: &str) -> String {
    toml::Value::from(words).to_string()
}
