use isnad_model::reading::Area;

use super::*;

static TEXT: &str = "رقم ١٢٣ في ٤٥٦";

fn page() -> Page {
    let mut words = Vec::new();
    for (start, word) in TEXT.split(' ').map(|word| (word.as_ptr() as usize - TEXT.as_ptr() as usize, word)) {
        let area = Area { left: start as u16, top: 0, width: 10, height: 10 };
        let end = (start + word.len()) as u32;
        words.push(Word { start: start as u32, end, area, confidence: Some(50) });
    }
    Page { text: TEXT.into(), words }
}

fn said(reading: u64, word: &Word, text: Option<&str>) -> Vouched {
    Vouched {
        entry: 90,
        at: Millis(0),
        reading,
        page: 1,
        start: word.start,
        end: word.end,
        text: text.map(str::to_owned),
        by: [1; 10],
    }
}

fn stored(entry: u64, method: Method, unread: &[u32]) -> Stored {
    let derivation = Derivation {
        item: [0; 10].into(),
        method: method.code().into(),
        tool: String::new(),
        settings: String::new(),
        first_page: 1,
        n_pages: 1,
        pages: None,
        object: None,
        unread: unread.to_vec(),
        metadata: Vec::new(),
        problems: Vec::new(),
        by: None,
    };
    Stored { entry, derivation, is_plain: false }
}

#[test]
fn the_newest_collation_of_a_word_stands_in_the_text_and_the_reading_stays() {
    let raw = page();
    let (first, last) = (raw.words[1], raw.words[3]);
    let all = [
        said(5, &first, Some("١٢٨")),
        said(5, &last, None),
        said(9, &first, Some("of another reading")),
        said(5, &first, Some("١٢٨٠")),
    ];
    let read = collated(5, 1, raw.clone(), &all);
    assert_eq!(read.page.text, "رقم ١٢٨٠ في ٤٥٦");
    assert_eq!(read.raw, raw);
    assert_eq!(read.collations.len(), 2);
    let spans: Vec<&str> =
        read.page.words.iter().map(|word| &read.page.text[word.start as usize..word.end as usize]).collect();
    assert_eq!(spans, ["رقم", "١٢٨٠", "في", "٤٥٦"]);
    assert_eq!(read.page.words[3].area, last.area);
}

#[test]
fn a_collation_of_no_word_changes_nothing() {
    let raw = page();
    let within = Vouched { start: 1, end: 3, ..said(5, &raw.words[0], Some("x")) };
    assert_eq!(collated(5, 1, raw.clone(), &[within]).page, raw);
}

#[test]
fn a_persons_reading_goes_first_then_the_files_own_then_a_machines() {
    let read = |text: &str| collated(0, 1, text.into(), &[]);
    let check = |readings: &[(Method, &[u32], &str)], expect: usize| {
        let readings: Vec<_> = readings
            .iter()
            .zip(0..)
            .map(|((method, unread, text), entry)| (stored(entry, *method, unread), read(text)))
            .collect();
        assert_eq!(best(&readings), Some(expect), "{readings:?}");
    };
    check(&[(Method::Text, &[], "a"), (Method::Ocr, &[], "b")], 0);
    check(&[(Method::Text, &[1], "a"), (Method::Ocr, &[], "b")], 1);
    check(&[(Method::Text, &[1], "a"), (Method::Ocr, &[], " ")], 0);
    check(&[(Method::Person, &[], ""), (Method::Text, &[], "a")], 0);
    check(&[(Method::Ocr, &[], "a"), (Method::Ocr, &[], "b")], 1);
    check(&[(Method::Text, &[1], ""), (Method::Ocr, &[], "b"), (Method::Text, &[], "")], 1);
    assert_eq!(best(&[]), None);
}
