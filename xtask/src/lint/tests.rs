use super::*;

fn complaints(path: &str, text: &str) -> Vec<(usize, String)> {
    let source = Source { path: path.to_owned(), text: text.to_owned() };
    check(&source).into_iter().map(|complaint| (complaint.line, complaint.what)).collect()
}

/// The lines complained of.
fn lines(path: &str, text: &str, expect: &[usize]) {
    let found = complaints(path, text);
    assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), expect, "{text:?}: {found:?}");
}

#[test]
fn words_do_not_stand_in_templates() {
    let check = |text: &str, expect: &[usize]| lines("crates/isnad-web/templates/x.html", text, expect);
    check("<p>{{ c.t(\"home\") }}</p>", &[]);
    check("<p>\nSign in</p>", &[2]);
    check("{% if a < b %}\n<p>اسم</p>", &[2]);
    check("<p>{# a note for\nus #}\nWord</p>", &[3]);
    check("<p>12 · 3 …&nbsp;&rarr;</p>", &[]);
    check("<span class=\"kbd\">Esc</span> then", &[1]);
    check("<code>sha256sum</code> SHA-256", &[]);
    check("{% block shape %} one{% endblock %}\n<b>two</b>", &[2]);
    check("<input placeholder=\"Name\">", &[1]);
    check("<input placeholder=\"{{ c.t(\"name\") }}\" name=\"name\">", &[]);
    check("<p style=\"margin:0\"></p>", &[1]);
}

#[test]
fn styles_know_no_left_or_right() {
    let check = |text: &str, expect: &[usize]| lines("a.css", text, expect);
    check("a { margin-left: 1px }", &[1]);
    check("a {\n  right: 0;\n  inset-inline-start: 0 }", &[2]);
    check("a { text-align: right; border-left-color: red }", &[1, 1]);
    check("a { text-align: start; padding-inline: 1px; margin-block-start: 0 }", &[]);
    check("/* left of it */ a:hover { top: 0 }", &[]);
}

#[test]
fn a_machine_leaves_no_trace() {
    let check = |text: String, expect: &[usize]| lines("a.md", &text, expect);
    check(format!("see /{}/main", "work"), &[1]);
    check(format!("`/{}/somebody`", "home"), &[1]);
    check("routes/home/show.rs".to_owned(), &[]);
    check(format!("https://py{}/simple", "pi.org"), &[1]);
    check(format!("// {}: later", concat!("TO", "DO")), &[1]);
    check("a mastodon of a file".to_owned(), &[]);
}

#[test]
fn examples_are_tests() {
    let check = |text: &str, expect: &[usize]| lines("a.rs", text, expect);
    check("//! ```text\n//! a picture\n//! ```\n", &[]);
    check("/// ```\n/// f();\n/// ```\n    /// ```rust\n    /// ```\n", &[1, 4]);
    check("let fence = \"```\";", &[]);
}

#[test]
fn giant_files_are_refused() {
    let text = "\n".repeat(LINES_MAX);
    lines("a.rs", &text, &[]);
    lines("a.rs", &format!("{text}\n"), &[LINES_MAX + 1]);
    lines("a.csv", &format!("{text}\n"), &[]);
}

#[test]
fn the_repository_is_clean() {
    assert_eq!(run(), Ok(()));
}

#[test]
fn french_spaces_do_not_break() {
    let check = |text: &str, n: usize| assert_eq!(super::french::check(text).len(), n, "{text}");
    check("a = Attendez\u{202F}; c’est long\u{202F}!", 0);
    check("a = Pourquoi\u{A0}: «\u{A0}ceci\u{A0}»", 0);
    check("a = Attendez ; c’est long !", 2);
    check("a = Attendez\u{A0}; non", 1);
    check("a = Pourquoi : « ceci »", 3);
    check("la commande `a ; b : c`", 0);
    check("```\na ; b\n```\na ; b", 1);
    check("https://exemple", 0);
}

#[test]
fn french_labels_of_a_schema_file_are_read_alone() {
    let check = |text: &str, n: usize| assert_eq!(super::french::check_labels(text).len(), n, "{text}");
    check("label = { ar = \"أ\", en = \"What? : now\", fr = \"Quoi\u{202F}?\" }", 0);
    check("label = { ar = \"أ\", en = \"What?\", fr = \"Quoi ?\" }", 1);
    check("label = { fr = \"État : « ouvert »\", en = \"State : open\" }", 3);
    check("label = { fr = \"dit \\\"oui\\\" ; non\" }", 1);
    check("# fr: rien ; ici", 0);
}
