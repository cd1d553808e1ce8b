use proptest::prelude::*;

use super::*;
use crate::query::parse;

fn explained(query: &str, text: &str) -> (Snippet, Vec<(String, String)>) {
    let parsed = parse(query);
    let Explained { snippet, why, .. } =
        Highlighter::new(&parsed.wanted).explain("", text, 2, std::iter::empty());
    (snippet, why)
}

fn marked(snippet: &Snippet) -> Vec<&str> {
    snippet.marks.iter().map(|(start, end)| &snippet.text[*start..*end]).collect()
}

#[test]
fn marks_words_in_all_their_forms() {
    for (query, text, expect) in [
        ("احمد", "جاء أَحـمد وأحمد", &["أَحـمد", "وأحمد"][..]),
        ("عبدالله", "عبد الله", &["عبد الله"]),
        ("عبد الله", "وعبد الله هنا", &["وعبد الله"]),
        ("12000", "دفع ١٢٬٠٠٠ ليرة", &["١٢٬٠٠٠"]),
        ("«في دمشق»", "في حلب، ثم في دمشق", &["في دمشق"]),
        ("غائب", "لا شيء", &[]),
        ("", "لا شيء", &[]),
    ] {
        assert_eq!(marked(&explained(query, text).0), expect, "{query:?} in {text:?}");
    }
}

#[test]
fn prefers_the_piece_that_answers_most() {
    let filler = "كلام ".repeat(80);
    let text = format!("شاهد {filler} شاهد شاهد {filler} شاهد أمام محكمة {filler}");
    let (snippet, _) = explained("شاهد محكمة", &text);
    assert_eq!(marked(&snippet), ["شاهد", "محكمة"]);
}

#[test]
fn names_few_pairs_and_none_twice() {
    let text = "معتقل معتقل معتقلة معتقلين معتقلون معتقلات المعتقل والمعتقل بالمعتقل للمعتقل كالمعتقل";
    let (_, why) = explained("معتقل", text);
    assert_eq!(why.len(), WHY_MAX);
    assert_eq!(why.iter().collect::<HashSet<_>>().len(), WHY_MAX);
}

proptest! {
    #[test]
    fn snippets_are_short_and_marks_are_in_order(
        text in "([أبتع]{1,9}[\u{64B}-\u{652}\u{640}]?[ .،\n]{0,2}|\\PC{0,9}|عبد الله ){0,90}",
        query in "[أبتع]{1,3} [أبتع]{1,3}( عبد الله)?",
    ) {
        let (snippet, why) = explained(&query, &text);
        prop_assert!(text.contains(&snippet.text));
        prop_assert!(snippet.text.chars().count() <= WINDOW_CHARS || snippet.marks.len() == 1);
        let mut last = 0;
        for (start, end) in &snippet.marks {
            prop_assert!(last <= *start && start < end && snippet.text.get(*start..*end).is_some());
            last = *end;
        }
        prop_assert_eq!(why.is_empty(), snippet.marks.is_empty());
    }
}
