//! French typography: the space before `;`, `!`, `?` and `:` and within guillemets does not break.
//!
//! After the Lexique des règles typographiques of the Imprimerie nationale: a thin space (U+202F) before `;`, `!` and
//! `?`, a space between words (U+00A0) before `:` and within « ». Either is taken before a colon and in guillemets.

use super::Complaint;

const WORD: char = '\u{A0}';

/// Complains of a breaking space, and of a space of the wrong width, in the values of messages and in prose.
pub fn check(text: &str) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let mut is_code = false;
    for (number, line) in text.lines().enumerate() {
        is_code ^= line.trim_start().starts_with("```");
        if is_code {
            continue;
        }
        let prose = without_code(line);
        let chars: Vec<char> = prose.chars().collect();
        for pair in chars.windows(2) {
            let what = match (pair[0], pair[1]) {
                (' ' | WORD, sign @ (';' | '!' | '?')) => {
                    format!("a thin space that does not break (U+202F) stands before `{sign}`")
                }
                (' ', ':') => "a space that does not break (U+00A0) stands before `:`".to_owned(),
                (' ', '»') | ('«', ' ') => {
                    "a space that does not break (U+00A0) stands within « »".to_owned()
                }
                _ => continue,
            };
            complaints.push(Complaint { line: number + 1, what });
        }
    }
    complaints
}

/// The same for the French labels of a schema file, `fr = "…"`, beside those in other languages.
pub fn check_labels(text: &str) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for rest in line.split("fr = \"").skip(1) {
            let found = check(ended(rest)).into_iter();
            complaints.extend(found.map(|complaint| Complaint { line: number + 1, ..complaint }));
        }
    }
    complaints
}

/// A string of TOML up to the quotation mark that ends it.
fn ended(rest: &str) -> &str {
    let mut is_escaped = false;
    let end = rest.find(|c: char| {
        let ends = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends
    });
    rest.get(..end.unwrap_or(rest.len())).unwrap_or(rest)
}

/// The line without what stands between backticks.
fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect::<Vec<_>>().join("`")
}
