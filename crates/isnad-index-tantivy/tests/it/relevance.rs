//! Questions of the Arabic Reading Comprehension Dataset must find the paragraph that they were asked of.

use std::path::PathBuf;

use isnad_index_tantivy::Index;
use isnad_model::search::{IndexDoc, Query};

use crate::support::{ask_any, item, page, search};

/// Mean reciprocal rank of the right paragraph among the first ten, over all questions.
const MRR_MIN: f64 = 0.84;

#[test]
fn questions_find_their_paragraph() {
    let Some(path) = dataset() else {
        println!("skipped: ISNAD_TEST_DATA names no directory with search/arcd-train.json");
        return;
    };
    let (paragraphs, questions) = read(&path);
    let index = Index::in_memory().unwrap();
    let pages = paragraphs.iter().enumerate();
    let pages = pages.map(|(n, text)| IndexDoc { name: String::new(), ..page(n as u64, text) });
    index.write(pages, 1).unwrap();
    let sum: f64 = questions.iter().map(|(question, right)| reciprocal_rank(&index, question, *right)).sum();
    let mrr = sum / questions.len() as f64;
    println!("{} paragraphs, {} questions: MRR@10 {mrr:.4}", paragraphs.len(), questions.len());
    assert!(mrr >= MRR_MIN, "MRR@10 is {mrr:.4}, below {MRR_MIN}");
}

fn reciprocal_rank(index: &Index, question: &str, right: usize) -> f64 {
    let query = Query { limit: Some(10), ..ask_any(question) };
    let place = search(index, &query).hits.iter().position(|hit| hit.item == item(right as u64));
    place.map_or(0.0, |place| 1.0 / (place + 1) as f64)
}

#[expect(
    clippy::disallowed_methods,
    reason = "where test data lies is said from outside, and only tests ask"
)]
fn dataset() -> Option<PathBuf> {
    let path = PathBuf::from(std::env::var("ISNAD_TEST_DATA").ok()?).join("search/arcd-train.json");
    path.exists().then_some(path)
}

/// Distinct paragraphs, and questions with the place of their paragraph.
fn read(path: &std::path::Path) -> (Vec<String>, Vec<(String, usize)>) {
    let whole: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let list = |value: &serde_json::Value, key: &str| value[key].as_array().unwrap().clone();
    let (mut paragraphs, mut questions) = (Vec::<String>::new(), Vec::new());
    for paragraph in list(&whole, "data").iter().flat_map(|article| list(article, "paragraphs")) {
        let text = paragraph["context"].as_str().unwrap();
        let place = paragraphs.iter().position(|known| known == text).unwrap_or_else(|| {
            paragraphs.push(text.to_owned());
            paragraphs.len() - 1
        });
        let asked = list(&paragraph, "qas");
        questions.extend(asked.iter().map(|qa| (qa["question"].as_str().unwrap().to_owned(), place)));
    }
    (paragraphs, questions)
}
