use isnad_i18n::Lang;

use super::*;
use crate::tests::samples::chrome;

fn reading(entry: u64, method: Method, first_page: u32, n_pages: u32) -> ReadingView {
    ReadingView {
        method,
        tool: "bench 1".to_owned(),
        settings: String::new(),
        first_page,
        n_pages,
        by: None,
        problems: vec![Problem::new("page-not-drawable")],
        entry,
    }
}

#[test]
fn five_hundred_readings_of_one_tool_are_one_line() {
    let mut all = vec![reading(1, Method::Text, 1, 500)];
    all.extend((1..=500).rev().map(|page| reading(1000 - u64::from(page), Method::Ocr, page, 1)));
    let groups = grouped(&chrome(Lang::En, ""), &all);
    let [text, ocr] = groups.as_slice() else { panic!("{} groups", groups.len()) };
    assert_eq!((text.pages.as_str(), text.entries.len()), ("1–500", 1));
    assert_eq!((ocr.pages.as_str(), ocr.n_pages, ocr.entries.len()), ("1–500", 500, 500));
    assert_eq!(ocr.problems.len(), 1, "what is the same is said once");
}

#[test]
fn pages_that_are_missing_show() {
    let all: Vec<_> =
        [1, 2, 3, 5, 9, 10, 10].into_iter().map(|page| reading(1, Method::Ocr, page, 1)).collect();
    assert_eq!(grouped(&chrome(Lang::En, ""), &all)[0].pages, "1–3, 5, 9–10");
    assert_eq!(grouped(&chrome(Lang::Ar, ""), &all)[0].pages, "١–٣، ٥، ٩–١٠");
    assert_eq!(grouped(&chrome(Lang::En, ""), &[reading(1, Method::Text, 1, 0)])[0].pages, "");
}
