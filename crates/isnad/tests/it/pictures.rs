//! Reading pages from their pictures, with the real program and the real tesseract.

use std::{path::Path, process::Command};

use isnad_access::release;
use isnad_model::{ItemId, reading::Method, search::Query, view::WordState};
use isnad_testkit::{Env, Output, faults, faults::Fault, has_program, make, skip};
use serde_json::json;

use crate::support::{self, archive, holds, number, open};

/// Whether pictures can be read here; says so where not.
pub fn can_read() -> bool {
    let installed = Command::new("tesseract").arg("--list-langs").output();
    let has_arabic = installed.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).contains("\nara\n"));
    if !has_arabic {
        skip("reading pages from their pictures", "tesseract and its Arabic model are not installed");
    }
    has_arabic
}

/// A scan: a PDF of pages without text, on each of which stand a few strokes.
pub fn scan(n_pages: usize) -> Vec<u8> {
    let strokes: String =
        (0..12).map(|n| format!("{} 40 6 {} re\n", 20 + n * 12, 8 + n * 7 % 11)).collect::<String>() + "f";
    let kids: String = (0..n_pages).map(|n| format!("{} 0 R ", 4 + n)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {n_pages} >>"),
        format!("<< /Length {} >>\nstream\n{strokes}\nendstream", strokes.len()),
    ];
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 80] /Contents 3 0 R >>";
    objects.extend((0..n_pages).map(|_| page.to_owned()));
    make::assemble_pdf(&objects.into_iter().map(String::into_bytes).collect::<Vec<_>>(), "")
}

/// A picture of words, 700 pixels high, drawn by a browser.
fn picture(env: &Env, name: &str, html: &str) {
    high_picture(env, name, html, 700);
}

fn high_picture(env: &Env, name: &str, html: &str, height: u32) {
    let page = env.write(
        format!("{name}.html"),
        format!(
            "<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><style>body{{margin:60px;\
             font:40px/1.8 'Noto Naskh Arabic'}}</style>{html}"
        ),
    );
    let drawn = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", &format!("--window-size=1400,{height}")])
        .arg(format!("--screenshot={}", env.path(name).display()))
        .arg(page)
        .env("HOME", env.path("profile"))
        .output()
        .expect("chromium runs");
    assert!(env.path(name).exists(), "{}", String::from_utf8_lossy(&drawn.stderr));
}

fn the_item(folder: &Path) -> ItemId {
    let (archive, grant) = open(folder).expect("it opens");
    archive.search(&grant, &Query::default()).expect("a list").hits[0].item
}

#[test]
fn words_are_found_and_numbers_wait() {
    if !can_read() {
        return;
    }
    if !has_program("chromium") {
        return skip("a page with words read from its picture", "chromium is not installed");
    }
    let env = archive();
    picture(&env, "in.png", "<p>سجل الواردات في المشفى العسكري<p>وصلت الوثيقة إلى دمشق عام 2012");
    let intake = env.run(&["intake", "in.png"]).expect(0);
    assert!(intake.stderr.contains("isnad ocr"), "{}", intake.stderr);
    assert_eq!(env.run(&["search", "الوثيقة", "--json"]).expect(0).first()["total"], 0);
    assert_eq!(env.run(&["ocr", "--dry-run", "--json"]).expect(0).last(), json!({"pages": 1}));

    let report = env.run(&["ocr", "--json"]).expect(0).last();
    assert_eq!([&report["pages"], &report["read"], &report["failed"], &report["left"]], [1, 1, 0, 0]);
    assert!(number(&report, "numbers") >= 1, "{report}");
    assert_eq!(env.run(&["search", "الوثيقة دمشق", "--json"]).expect(0).first()["total"], 1);
    let status = env.run(&["status", "--json"]).expect(0).last();
    assert_eq!((&status["pages_waiting"], &status["numbers_waiting"]), (&json!(0), &report["numbers"]));

    let (archive, grant) = open(&env.archive()).expect("it opens");
    let item = archive.search(&grant, &Query::default()).expect("a list").hits[0].item;
    let page =
        archive.page(item, 1).expect("a page").and_then(|page| release(page, &grant)).expect("open to us");
    let words = &page.readings[page.best].words;
    let year = words.iter().find(|word| word.text == "2012").expect("the year is read");
    assert_eq!(year.state, WordState::Unverified);
    // It stands on the second line, at its left end, some six letters in.
    let area = year.area;
    assert!((2_000..6_000).contains(&area.top) && area.left < 8_000 && area.width < 1_500, "{area:?}");
    let first = &words[0];
    assert_eq!((first.text.as_str(), &first.state), ("سجل", &WordState::Read));
    assert!(first.area.left > 8_000 && first.confidence.is_some(), "{first:?}");
}

#[test]
fn every_number_is_read_right_or_waits() {
    if !can_read() {
        return;
    }
    if !has_program("chromium") {
        return skip("numbers read from their picture", "chromium is not installed");
    }
    let env = archive();
    // Numbers of one to six numerals that repeat no pattern, in Arabic-Indic and in Latin ones.
    let mut seed = 7u64;
    let mut next = move |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let indic =
        |n: u64| n.to_string().bytes().filter_map(|b| char::from_u32(u32::from(b) - 48 + 0x660)).collect();
    let numbers: Vec<String> = (0..40)
        .map(|at| {
            let number = next(10u64.pow(1 + at % 6));
            if at % 4 == 3 { number.to_string() } else { indic(number) }
        })
        .collect();
    let lines: String = numbers.iter().map(|n| format!("<div>رقم الجثة {n} في سجل المشفى</div>")).collect();
    high_picture(&env, "in.png", &lines, 3_200);
    env.run(&["intake", "in.png", "--ocr"]).expect(0);

    let item = the_item(&env.archive());
    let (archive, grant) = open(&env.archive()).expect("it opens");
    let page =
        archive.page(item, 1).expect("a page").and_then(|page| release(page, &grant)).expect("open to us");
    let reading = &page.readings[page.best];
    let mut right = 0;
    for (at, number) in (0u16..).zip(&numbers) {
        // Lines are 72 pixels high, below a margin of 60.
        let middle = (60 + 72 * at + 36) as u32 * 10_000 / 3_200;
        let on_line = |top: u16, height: u16| (u32::from(top)..u32::from(top + height)).contains(&middle);
        let here: Vec<_> = reading.words.iter().filter(|w| on_line(w.area.top, w.area.height)).collect();
        let texts: Vec<&str> = here.iter().map(|word| word.text.as_str()).collect();
        assert!(here.iter().any(|word| word.state == WordState::Unverified), "{number}: {texts:?}");
        right += usize::from(texts.contains(&number.as_str()));
    }
    assert!(right >= 38, "{right} of {} are right", numbers.len());
}

#[test]
fn a_page_that_cannot_be_drawn_is_told_and_the_queue_goes_on() {
    if !can_read() {
        return;
    }
    let env = archive();
    let mut broken = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    broken.extend([0; 40]);
    env.write("in/a.png", broken);
    env.write("in/b.pdf", scan(2));
    env.run(&["intake", "in"]).expect(0);
    let report = env.run(&["ocr", "--json"]).expect(4).last();
    assert_eq!([&report["pages"], &report["read"], &report["failed"], &report["left"]], [3, 2, 1, 0]);
    assert_eq!(env.run(&["ocr", "--json"]).expect(0).last()["pages"], 0);
    // Asked for again, all are read again. Which come first is not said: what was taken in together has no order.
    assert_eq!(env.run(&["ocr", "--again", "--json"]).expect(4).last()["pages"], 3);
    let two = env.run(&["ocr", "--again", "--limit", "2", "--json"]);
    assert!(matches!(two.code, Some(0 | 4)), "{two:?}");
    assert_eq!(two.last()["pages"], 2);
    holds(&env.archive(), "reading again");
}

#[test]
fn an_intake_may_go_on_with_reading() {
    if !can_read() {
        return;
    }
    let env = archive();
    env.write("in/scan.pdf", scan(2));
    let lines = env.run(&["intake", "in", "--ocr", "--json"]).expect(0).lines();
    let [.., counts, report] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!((&counts["kept"], &report["read"]), (&json!(1), &json!(2)));
    let absent = env.run(&["ocr", "I-0000000000000000"]).expect(1);
    support::is_clean_failure(&absent, "an item that is not there");
}

#[test]
fn without_the_program_all_else_works() {
    let env = archive();
    env.write("in/scan.pdf", scan(1));
    env.run(&["intake", "in"]).expect(0);
    let mut command = env.command(&["ocr", "--json"]);
    command.env("ISNAD_TESSDATA", env.path("in"));
    let failed = Output::of(&mut command).expect(1);
    support::is_clean_failure(&failed, "a missing model");
    assert_eq!(env.run(&["status", "--json"]).expect(0).last()["pages_waiting"], 1);
}

#[test]
fn killed_at_any_page_it_goes_on_with_the_rest() {
    const PAGES: u32 = 48;
    if !can_read() {
        return;
    }
    let env = archive();
    env.write("in/scan.pdf", scan(PAGES as usize));
    env.run(&["intake", "in"]).expect(0);
    let item = the_item(&env.archive());
    let mut n_killed = 0;
    let mut entries = holds(&env.archive(), "the intake");
    for (n, fault) in (4..).step_by(9).zip(Fault::KILLS.into_iter().cycle()) {
        let mut command = env.command(&["ocr", "--json"]);
        faults::inject(&mut command, &env.archive(), &env.path("report"), fault, n);
        let output = Output::of(&mut command);
        // A child that it was just starting holds its lock until it has become the reader.
        std::fs::File::open(env.archive().join("lock")).expect("it was taken once").lock().expect("let go");
        let now = holds(&env.archive(), &format!("a kill at change {n}"));
        assert!(now >= entries, "nothing that was recorded is lost");
        entries = now;
        if output.signal.is_none() {
            break;
        }
        n_killed += 1;
        assert!(n_killed < 60, "each run must come further");
    }
    assert!(n_killed >= 2, "{n_killed} kills hit");
    assert_eq!(env.run(&["ocr", "--json"]).expect(0).last()["pages"], 0);
    assert_eq!(env.run(&["rebuild", "--json"]).expect(0).last()["same"], true);

    let (archive, grant) = open(&env.archive()).expect("it opens");
    for number in 1..=PAGES {
        let page = archive.page(item, number).expect("a page").and_then(|page| release(page, &grant));
        let page = page.expect("open to us");
        let read = page.readings.iter().filter(|reading| reading.method == Method::Ocr).count();
        assert_eq!((read, page.waits), (1, false), "page {number}");
    }
}
