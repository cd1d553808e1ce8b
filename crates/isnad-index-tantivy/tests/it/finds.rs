//! What is a hit, what is counted, in which order, and what is shown of it.

use isnad_index_tantivy::Index;
use isnad_model::{
    reading::Kind,
    search::{FacetValue, IndexDoc, Query},
};

use crate::support::{ask, ask_any, index_of, item, numbers, page, search};

/// Asserts that a query finds exactly these of the texts.
fn check(texts: &[&str], query: &str, expect: &[u64]) {
    assert_eq!(numbers(&index_of(texts), &ask(query)), expect, "{query:?} in {texts:?}");
}

#[test]
fn finds_every_way_of_writing() {
    let texts = &["أحمد", "قال أَحمد شيئا", "أحـمد", "وأحمد", "اﺣﻤﺪ", "أح\u{200F}مد", "محمود"];
    for query in ["احمد", "أحمد", "أَحْمَد", "أحـــمد", "\u{202B}احمد\u{202C}"] {
        check(texts, query, &[0, 1, 2, 3, 4, 5]);
    }
    check(&["من ﺳﻮرﻳﺎ اليوم", "سوریا", "السورية", "لبنان"], "سوريا", &[0, 1, 2]);
    check(&["عام ٢٠١٨م", "2018", "۲۰۱۸", "2019"], "٢٠١٨", &[0, 1, 2]);
    check(&["Café de la Paix", "CAFE"], "café", &[0, 1]);
    check(&["المعتقلين", "معتقلة", "والمعتقلات", "الاعتقال"], "معتقل", &[0, 1, 2]);
}

#[test]
fn finds_names_of_two_words_either_way() {
    let texts = &["عبد الله محمد", "عبدالله محمد", "وعبد الله", "عبد الرحمن", "محمد"];
    for query in ["عبد الله", "عبدالله"] {
        check(texts, query, &[0, 1, 2]);
    }
    check(texts, "\"عبد الله محمد\"", &[0, 1]);
    check(texts, "\"عبدالله محمد\"", &[0, 1]);
    check(&["أبو بكر", "ابوبكر", "بكر"], "أبوبكر", &[0, 1]);
}

#[test]
fn finds_numbers_and_dates() {
    let texts = &["دفع 12,000 ليرة", "دفع ١٢٠٠٠ ليرة", "12 ثم 000 لا", "في 12/5/2018", "5/12/2018"];
    check(texts, "12000", &[0, 1]);
    check(texts, "12,000", &[0, 1]);
    check(texts, "12/5/2018", &[3]);
    check(texts, "2018", &[3, 4]);
}

#[test]
fn wants_all_words_or_any_and_leaves_out_the_excluded() {
    let texts = &["الشاهد والمحكمة", "الشاهد", "المحكمة", "غيرهما"];
    check(texts, "شاهد محكمة", &[0]);
    check(texts, "شاهد -محكمة", &[1]);
    check(texts, "-شاهد", &[2, 3]);
    check(texts, "-\"الشاهد والمحكمة\"", &[1, 2, 3]);
    assert_eq!(numbers(&index_of(texts), &ask_any("شاهد محكمة")), [0, 1, 2]);
    check(texts, "", &[0, 1, 2, 3]);
    check(texts, " ؟! ", &[]);
    check(texts, "شاهد - محكمة", &[0]);
}

#[test]
fn finds_phrases_in_any_quotes() {
    let texts = &["رئيس الفرع في دمشق", "الفرع رئيس", "رئيس ذلك الفرع", "رئيسة الفرع"];
    for query in ["\"رئيس الفرع\"", "«رئيس الفرع»", "“رئيس الفرع”", "„رئيس الفرع“", "\"رئيس الفرع"]
    {
        check(texts, query, &[0]);
    }
    check(texts, "\"رئيس\"", &[0, 1, 2]);
    check(texts, "رئيس", &[0, 1, 2, 3]);
}

#[test]
fn finds_names_of_files_on_the_first_page_only() {
    let first =
        IndexDoc { name: "صور/تقرير_ختامي-2018.pdf".to_owned(), ..page(1, "صفحة أولى") };
    let second = IndexDoc { page: 2, text: "صفحة ثانية".to_owned(), ..first.clone() };
    let image = IndexDoc { item: item(2), page: 0, text: String::new(), ..first.clone() };
    let index = Index::in_memory().unwrap();
    index.write([first, second, image], 1).unwrap();
    let results = search(&index, &ask("تقرير 2018"));
    let places: Vec<_> = results.hits.iter().map(|hit| (hit.item, hit.page)).collect();
    assert_eq!(places.len(), 2);
    assert!(places.contains(&(item(1), 1)) && places.contains(&(item(2), 0)));
    assert_eq!(results.hits[0].why[0], ("تقرير".to_owned(), "تقرير".to_owned()));
    assert_eq!(search(&index, &ask("تقرير أولى")).n_hits, 1, "name and text of one page answer together");
}

#[test]
fn shows_why() {
    let before = "كلام كثير قبل ذلك. ".repeat(40);
    let text = format!("{before}حضر أَحمدُ والمعتقلون عبد الله. {before}");
    let results = search(&index_of(&[&text]), &ask("احمد معتقل عبدالله"));
    let hit = &results.hits[0];
    let marked: Vec<&str> = hit.snippet.marks.iter().map(|(a, b)| &hit.snippet.text[*a..*b]).collect();
    assert_eq!(marked, ["أَحمدُ", "والمعتقلون", "عبد الله"]);
    let why: Vec<(&str, &str)> = hit.why.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(why, [("احمد", "أَحمدُ"), ("معتقل", "والمعتقلون"), ("عبدالله", "عبد الله")]);
    assert_eq!(hit.snippet.cut, (true, true));
    assert!(hit.snippet.text.chars().count() <= 240);
    assert!(
        hit.snippet.text.starts_with("ك")
            || hit.snippet.text.starts_with("ق")
            || hit.snippet.text.starts_with("ذ")
    );
}

#[test]
fn marks_whole_phrases() {
    let results = search(&index_of(&["رئيس آخر. قال رئيس الفرع إن الفرع"]), &ask("«رئيس الفرع»"));
    let snippet = &results.hits[0].snippet;
    let marked: Vec<&str> = snippet.marks.iter().map(|(a, b)| &snippet.text[*a..*b]).collect();
    assert_eq!(marked, ["رئيس الفرع"]);
    assert_eq!(snippet.cut, (false, false));
}

#[test]
fn puts_the_exact_form_and_the_shorter_page_first() {
    let index = index_of(&["كلام آخر عن معتقل وغيره من الناس", "معتقل", "المعتقلين", "شيء"]);
    let results = search(&index, &ask("معتقل"));
    assert_eq!(results.hits[0].item, item(1));
    assert!(results.hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
}

#[test]
fn returns_every_hit_without_a_cap_and_in_a_stable_order() {
    let index = Index::in_memory().unwrap();
    let pages = (0..12_000).rev().map(|n| IndexDoc { name: String::new(), ..page(n, "شهادة") });
    index.write(pages, 1).unwrap();
    let all = search(&index, &ask("شهادة"));
    assert_eq!((all.n_hits, all.hits.len()), (12_000, 12_000));
    assert!(
        all.hits.windows(2).all(|pair| pair[0].item < pair[1].item),
        "equal scores: the lower item first"
    );
    let window = search(&index, &Query { offset: 11_990, limit: Some(20), ..ask("شهادة") });
    assert_eq!((window.n_hits, &window.hits[..]), (12_000, &all.hits[11_990..]));
    let listed = search(&index, &Query { offset: 5, limit: Some(3), ..ask("") });
    assert_eq!(listed.hits.iter().map(|hit| hit.item).collect::<Vec<_>>(), [item(5), item(6), item(7)]);
}

#[test]
fn counts_facets_with_all_filters() {
    let index = Index::in_memory().unwrap();
    let doc = |n, kind, accession: &str, media: &str| IndexDoc {
        kind,
        accession: accession.to_owned(),
        media_type: media.to_owned(),
        ..page(n, "نص")
    };
    index
        .write(
            [
                doc(0, Kind::Text, "A-1", "text/plain"),
                doc(1, Kind::Document, "A-1", "application/pdf"),
                doc(2, Kind::Document, "A-2", "application/pdf"),
            ],
            1,
        )
        .unwrap();
    let facet = |pairs: &[(&str, u64)]| -> Vec<FacetValue> {
        pairs.iter().map(|(value, n)| FacetValue { value: value.to_string(), n_hits: *n }).collect()
    };
    let all = search(&index, &ask("نص"));
    assert_eq!(all.kinds, facet(&[("document", 2), ("text", 1)]));
    assert_eq!(all.accessions, facet(&[("A-1", 2), ("A-2", 1)]));
    let documents = search(&index, &Query { kind: Some(Kind::Document), ..ask("") });
    assert_eq!((documents.n_hits, documents.kinds), (2, facet(&[("document", 2)])));
    assert_eq!(documents.accessions, facet(&[("A-1", 1), ("A-2", 1)]));
    let one =
        Query { accession: Some("A-2".into()), media_type: Some("application/pdf".into()), ..ask("نص") };
    assert_eq!(numbers(&index, &one), [2]);
    assert_eq!(numbers(&index, &Query { media_type: Some("image/png".into()), ..ask("نص") }), [0; 0]);
}
