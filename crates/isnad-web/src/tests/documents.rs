//! Samples of the pages about a document: its text beside its picture, a word on the bench, readings compared, a page
//! that is typed, and the queue of numbers.

use isnad_i18n::Lang;
use isnad_model::{
    Millis, Sensitivity,
    reading::{Area, Method},
    search::Within,
    view::{History, ItemHead, PageReading, PageView, Said, Vouch, WordState, WordView},
};

use super::samples::{chrome, draw, line};
use crate::{
    compared::Compared,
    leaf::{Leaf, Look},
    routes::{
        item::{
            asked::Asked,
            bench,
            compare::ComparePage,
            corrections::CorrectionsPage,
            find::{FindPage, PageLine},
            hits,
            picture::Picture,
            read::ReadPage,
            strip::Strip,
            transcribe::TranscribePage,
        },
        numbers::{
            asked::{Asked as Queue, Key},
            show::{Number, NumbersPage},
        },
    },
    view::{Pager, pieces},
};

const TEXT: &str = "قال أحمد <i> إنه رأى\nالفرع ٩٠١ رقم ٢١٤١ فحص ٣١٨ يوم 12/5";

/// Pages in every state that looks different: `(name, html)`.
pub fn every_page(lang: Lang) -> Vec<(&'static str, String)> {
    let read = |asked: Asked, picture, n_readings| draw(&read(lang, asked, picture, n_readings));
    let shown = || Picture::Shown("/item/x/page/2.png".to_owned());
    let veiled = || Picture::Veiled("?page=2&show=1".to_owned());
    let asked = || Asked { page: "2".to_owned(), q: "احمد".to_owned(), ..Asked::default() };
    let number = first_word(&reading(Method::Ocr, 7)).read.0.to_string();
    let turned = Asked { turn: "1".to_owned(), zoom: "150".to_owned(), word: number.clone(), ..asked() };
    let text_alone = Asked { view: "text".to_owned(), ..asked() };
    let by_reader = {
        let mut page = self::read(lang, asked(), shown(), 2);
        page.c.takes_in = false;
        draw(&page)
    };
    vec![
        ("read", read(asked(), shown(), 3)),
        ("read turned", read(turned, shown(), 2)),
        ("read by a reader", by_reader),
        ("read veiled", read(Asked { word: number, ..asked() }, veiled(), 2)),
        ("read spared", read(asked(), Picture::Spared, 1)),
        ("read text", read(text_alone, Picture::Absent, 1)),
        ("read nothing", read(Asked::default(), veiled(), 0)),
        ("compare", draw(&compare(lang, 3))),
        ("compare one", draw(&compare(lang, 1))),
        ("compare too long", draw(&ComparePage { compared: None, ..compare(lang, 2) })),
        ("transcribe", draw(&transcribe(lang, None))),
        ("transcribe wrong", draw(&transcribe(lang, Some(("ما حدث".to_owned(), "ما العمل".to_owned()))))),
        ("find", draw(&find(lang, "احمد"))),
        ("find nothing", draw(&find(lang, "غائب"))),
        ("corrections", draw(&corrections(lang))),
        ("numbers", draw(&numbers(lang, Queue::default(), true, None))),
        ("numbers blind", draw(&numbers(lang, queue(), true, None))),
        ("numbers differ", draw(&numbers(lang, queue(), true, Some("<b>2l4</b>".to_owned())))),
        ("numbers end", draw(&numbers(lang, queue(), false, None))),
        ("numbers none", draw(&NumbersPage { n_waiting: 0, ..numbers(lang, Queue::default(), false, None) })),
        ("numbers veiled", draw(&numbers_veiled(lang))),
    ]
}

fn head() -> ItemHead {
    ItemHead { line: line(), sensitivity: Sensitivity::Restricted, sha256: "ab".repeat(32), entry: 5 }
}

fn vouch(entry: u64) -> Vouch {
    Vouch { by: "ليلى <b>".to_owned(), at: Millis(1_725_876_120_000), entry }
}

/// A reading of the sample text, with a number in each state.
pub fn reading(method: Method, entry: u64) -> PageReading {
    let mut states = [
        WordState::Confirmed(vouch(30)),
        WordState::Corrected { was: "٢١٤٧".to_owned(), vouch: vouch(31) },
        WordState::Unreadable(vouch(32)),
        WordState::Unverified,
    ]
    .into_iter();
    let mut words = Vec::new();
    let mut at = 0;
    for (n, piece) in TEXT.split([' ', '\n']).enumerate() {
        let shown = (at as u32, (at + piece.len()) as u32);
        at += piece.len() + 1;
        let is_number = piece.chars().any(char::is_numeric);
        let state = if is_number { states.next().unwrap_or(WordState::Unverified) } else { WordState::Read };
        let area = Area { left: 300 * n as u16, top: 500, width: 250, height: 200 };
        let text = piece.to_owned();
        words.push(WordView { text, shown, read: shown, area, confidence: Some(71), state });
    }
    let is_person = method == Method::Person;
    PageReading {
        entry,
        method,
        tool: if is_person { String::new() } else { "bench-reader 1.0".to_owned() },
        settings: String::new(),
        by: is_person.then(|| "ليلى <b>".to_owned()),
        doubtful: method == Method::Text,
        text: TEXT.to_owned(),
        words: if is_person { Vec::new() } else { words },
    }
}

fn first_word(reading: &PageReading) -> WordView {
    let corrected = |word: &&WordView| matches!(word.state, WordState::Corrected { .. });
    reading.words.iter().find(corrected).expect("a corrected word").clone()
}

fn page(n_readings: usize) -> PageView {
    let mut typed = reading(Method::Person, 9);
    typed.text = "قال احمد إنه رأى شيئاً\nالفرع 901 رقم ٢١٤١ فحص ٣١٩".to_owned();
    let mut readings = vec![reading(Method::Ocr, 7), reading(Method::Text, 8), typed];
    readings.truncate(n_readings);
    PageView { number: 2, n_pages: 9, best: 0, waits: n_readings < 2, readings }
}

fn said() -> Said {
    let word = first_word(&reading(Method::Ocr, 7));
    let (was, text) = ("٢١٤٧".to_owned(), Some("٢١٤١ <i>".to_owned()));
    Said { vouch: vouch(31), reading: 7, page: 2, word: word.read, was, text }
}

/// What was said of an item: a correction, an agreement, and that nobody can tell.
pub fn history() -> History {
    let agreed = Said { text: Some("٢١٤٧".to_owned()), ..said() };
    History { n_said: 40, said: vec![said(), agreed, Said { text: None, ..said() }] }
}

fn read(lang: Lang, asked: Asked, picture: Picture, n_readings: usize) -> ReadPage {
    let page = page(n_readings);
    let word = asked.word.parse().ok();
    let look = Look { query: &asked.q, hit: 1, word, turn: asked.turn() };
    let leaf = page.readings.first().map(|reading| Leaf::new(reading, look)).unwrap_or_default();
    let within = Within { pages: vec![1, 2, 7], shown: Vec::new() };
    let hits = match asked.q.as_str() {
        "" => hits::Hits::default(),
        _ => hits::sample(&within, &asked, 2, leaf.n_hits),
    };
    let strip = match picture {
        Picture::Shown(_) => Strip::Shown("/item/x/strip/7.2.9.png".to_owned()),
        _ => Strip::Veiled,
    };
    let bench = word.map(|_| {
        let reading = &page.readings[0];
        bench::sample(&head(), reading, &first_word(reading), history().said, strip, &asked)
    });
    let c = chrome(lang, "search");
    let name = "صفحة.pdf".to_owned();
    ReadPage { c, head: head(), name, asked, page, shown: 0, leaf, hits, picture, bench, has_picture: true }
}

fn compare(lang: Lang, n_readings: usize) -> ComparePage {
    let page = page(n_readings);
    let chosen = (n_readings > 1).then_some([0, n_readings - 1]);
    let compared = chosen
        .map(|both| both.map(|place| page.readings[place].text.as_str()))
        .and_then(|texts| Compared::new(texts[0], texts[1]).ok());
    ComparePage {
        c: chrome(lang, "search"),
        head: head(),
        name: "صفحة.pdf".to_owned(),
        page,
        chosen,
        compared,
    }
}

fn transcribe(lang: Lang, wrong: Option<(String, String)>) -> TranscribePage {
    TranscribePage {
        c: chrome(lang, "search"),
        head: head(),
        name: "صفحة.pdf".to_owned(),
        page: page(2),
        asked: Asked { page: "2".to_owned(), ..Asked::default() },
        text: "سطر <b>\nسطر".to_owned(),
        picture: Picture::Veiled("?page=2&show=1".to_owned()),
        leaf: Leaf::default(),
        wrong,
    }
}

fn find(lang: Lang, q: &str) -> FindPage {
    let line = |page, n_marks| PageLine {
        page,
        address: format!("/item/x/read?page={page}&q=x#hit"),
        n_marks,
        snippet: pieces("قال أحمد", std::iter::once(7..15)),
        cut: (true, false),
    };
    let lines = if q == "غائب" { Vec::new() } else { vec![line(0, 0), line(1, 0), line(3, 12)] };
    let n_pages = lines.len() as u64 * 30;
    let pager = Pager::new(n_pages, 50, 1, |n| format!("/item/x/find?from={n}"));
    let (c, name) = (chrome(lang, "search"), "صفحة.pdf".to_owned());
    FindPage { c, head: head(), name, q: q.to_owned(), n_pages, lines, pager }
}

fn corrections(lang: Lang) -> CorrectionsPage {
    let history = History { n_said: 240, ..history() };
    let pager = Pager::new(240, 100, 2, |n| format!("/item/x/corrections?from={n}"));
    CorrectionsPage {
        c: chrome(lang, "search"), head: head(), name: "صفحة.pdf".to_owned(), history, pager
    }
}

fn queue() -> Queue {
    let (blind, done, passed) = ("1".to_owned(), "12".to_owned(), "2".to_owned());
    Queue { item: line().id.to_string(), blind, done, passed, ..Queue::default() }
}

fn number(strip: Strip) -> Number {
    let word = first_word(&reading(Method::Ocr, 7));
    Number {
        key: Key { item: line().id, reading: 7, page: 2, start: word.read.0 },
        head: head(),
        n_pages: 9,
        word,
        strip,
        before: "الفرع ٩٠١ رقم <i>".to_owned(),
        behind: "فحص ٣١٨ يوم".to_owned(),
    }
}

fn numbers(lang: Lang, asked: Queue, has_number: bool, differs: Option<String>) -> NumbersPage {
    let one = || number(Strip::Shown("/item/x/strip/7.2.9.png".to_owned()));
    NumbersPage {
        c: chrome(lang, "numbers"),
        within: asked.item().map(|_| head()),
        n_waiting: 38,
        number: has_number.then(one),
        last: (asked.done() > 0).then(one),
        differs,
        ahead: has_number.then(|| "/item/x/strip/7.2.40.png".to_owned()),
        asked,
    }
}

fn numbers_veiled(lang: Lang) -> NumbersPage {
    let number = Some(number(Strip::Veiled));
    NumbersPage { number, ..numbers(lang, Queue::default(), true, None) }
}
