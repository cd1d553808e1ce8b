//! A page that a machine read: looked at, corrected word by word, typed, compared, and its numbers checked.

use std::io::Cursor;

use isnad_engine::{IntakeRequest, Source, bench};
use isnad_model::{
    ItemId, Sensitivity,
    intake::Provenance,
    reading::{Area, Page, Word},
    search::Query,
};

use super::*;

/// The smallest PNG that is one: its kind is known by its first bytes, and nothing here looks further.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0";
const CARD: &str = "الفرع ٩٠١\nرقم ٢١٤٧ فحص ٣١٨";

/// A page with a box of this height for each of its words.
fn card(height: u16) -> Page {
    let mut words = Vec::new();
    let mut at = 0;
    for (n, word) in CARD.split([' ', '\n']).enumerate() {
        let area = Area { left: 1000 * n as u16, top: 1000, width: 900, height };
        words.push(Word { start: at, end: at + word.len() as u32, area, confidence: Some(71) });
        at += word.len() as u32 + 1;
    }
    Page { text: CARD.to_owned(), words }
}

/// An archive with one picture that a machine has read, and the picture's address.
fn read_by_machine(sensitivity: Sensitivity, height: u16) -> (Place, String) {
    let mut id = None;
    let place = Place::with(|archive, grant| {
        let bytes = Box::new(Cursor::new(PNG.to_vec()));
        let sources = vec![Source::Stream { name: "بطاقة.png".into(), bytes }];
        let provenance = Provenance { sensitivity, ..Provenance::default() };
        archive.intake(grant, IntakeRequest { provenance, sources }, &|_| ()).expect("taken in");
        let item: ItemId = archive.search(grant, &Query::default()).expect("hits").hits[0].item;
        bench::read_by_machine(archive, item, 1, vec![card(height)]).expect("read");
        id = Some(item);
    });
    let item = id.expect("an item");
    (place, format!("/item/{item}"))
}

/// The address of the first element of a page that has this in it.
fn address(text: &str, with: &str) -> String {
    let quoted = text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let found =
        quoted.map(|href| href.replace("&amp;", "&").replace("&#38;", "&")).find(|href| href.contains(with));
    found.unwrap_or_else(|| panic!("no link with {with}")).split('#').next().unwrap_or_default().to_owned()
}

impl Browser {
    /// Sends the form of the number that a page shows, and follows to the next.
    async fn say(&mut self, page: &Answer, act: &str, text: &str) -> Answer {
        let hidden: Vec<(String, String)> =
            ["form", "key", "item", "blind", "done", "passed", "last", "typed"]
                .map(|name| (name.to_owned(), page.hidden(name)))
                .to_vec();
        let mut fields: Vec<(&str, &str)> =
            hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.extend([("act", act), ("text", text)]);
        let answer = self.post("/numbers", &fields).await;
        if answer.status != StatusCode::SEE_OTHER {
            return answer;
        }
        let next = answer.header("location").to_owned();
        self.get(&next).await
    }
}

#[tokio::test]
async fn a_word_is_corrected_and_what_was_read_stays_beside_it() {
    let (place, item) = read_by_machine(Sensitivity::Internal, 100);
    let mut keeper = place.keeper().await;
    let read = keeper.get(&format!("{item}/read?q=2147")).await.text();
    assert!(
        read.contains("<svg class=\"boxes\"") && read.contains("class=\"unverified hit here\""),
        "{read}"
    );
    let word = address(&read, "word=25");
    let bench = keeper.get(&format!("{item}/read{word}")).await;
    assert!(bench.text().contains("id=\"word\"") && bench.text().contains(&format!("{item}/strip/")));
    let [form, reading, to] = ["form", "reading", "to"].map(|name| bench.hidden(name));
    let fields = |act| {
        let text = ("text", "٢١٤١");
        [
            ("form", &*form),
            ("page", "1"),
            ("reading", &*reading),
            ("start", "25"),
            ("to", &*to),
            ("act", act),
            text,
        ]
    };
    let kept = keeper.post(&format!("{item}/word"), &fields("said")).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let after = kept.header("location").to_owned();
    assert!(after.starts_with(&format!("{item}/read?")) && after.ends_with("#word"), "{after}");
    let corrected = keeper.get(after.split('#').next().unwrap_or_default()).await.text();
    assert!(corrected.contains("<del>٢١٤٧</del>") && corrected.contains("value=\"٢١٤١\""), "{corrected}");
    assert!(corrected.contains("name=\"again\" value=\"٢١٤٧\""), "what was read can be said again");
    assert!(keeper.get("/search?q=2141").await.text().contains("بطاقة.png"));
    let history = keeper.get(&format!("{item}/corrections")).await.text();
    assert!(history.contains("٢١٤١") && history.contains("٢١٤٧") && history.contains(NAME));

    // An emptied field says nothing, a forged form says nothing, and a word that is not there cannot be said.
    let n_said = |text: String| text.matches("<tr data-row>").count();
    let mut empty = fields("said");
    empty[6] = ("text", " ");
    assert_eq!(keeper.post(&format!("{item}/word"), &empty).await.status, StatusCode::SEE_OTHER);
    let mut forged = fields("said");
    forged[0] = ("form", "0");
    assert_eq!(keeper.post(&format!("{item}/word"), &forged).await.status, StatusCode::FORBIDDEN);
    let mut absent = fields("said");
    absent[3] = ("start", "26");
    assert_eq!(keeper.post(&format!("{item}/word"), &absent).await.status, StatusCode::NOT_FOUND);
    assert_eq!(n_said(keeper.get(&format!("{item}/corrections")).await.text()), 1);
    assert_eq!(
        keeper.post(&format!("{item}/word"), &fields("unreadable")).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(n_said(keeper.get(&format!("{item}/corrections")).await.text()), 2);
}

#[tokio::test]
async fn numbers_are_checked_one_after_the_other() {
    let (place, item) = read_by_machine(Sensitivity::Restricted, 100);
    let mut keeper = place.keeper().await;
    assert!(keeper.get("/").await.text().contains("href=\"/numbers\""));
    let first = keeper.get("/numbers").await;
    assert!(
        first.text().contains("value=\"٩٠١\"") && first.text().contains("class=\"strip\""),
        "{}",
        first.text()
    );
    // The same number in other digits confirms what was read, in its own form.
    let second = keeper.say(&first, "said", "901").await;
    assert!(second.text().contains("value=\"٢١٤٧\"") && second.text().contains("<bdi>٩٠١</bdi>"));
    // Another number is written in the digits of the reading.
    let third = keeper.say(&second, "said", "2141").await;
    assert!(third.text().contains("value=\"٣١٨\""), "{}", third.text());
    assert!(third.text().contains("<bdi>٢١٤١</bdi>") && third.text().contains("<del><bdi>٢١٤٧</bdi></del>"));
    // The last one is looked at again, and said anew.
    let again = keeper.get(&address(&third.text(), "at=")).await;
    assert!(again.text().contains("value=\"٢١٤١\""));
    let third = keeper.say(&again, "as-read", "").await;
    assert!(third.text().contains("value=\"٣١٨\""));
    // Passed over, it still waits; then it is said to be beyond reading.
    let end = keeper.get(&address(&third.text(), "passed=1")).await.text();
    assert!(!end.contains("name=\"key\"") && end.contains("ابدأ من أولها"), "{end}");
    let third = keeper.get("/numbers").await;
    let none = keeper.say(&third, "unreadable", "").await;
    assert!(none.text().contains("لا رقم ينتظر") && !none.text().contains("name=\"key\""));
    let page = keeper.get(&format!("{item}/read")).await.text();
    for state in ["confirmed", "unreadable"] {
        assert!(page.contains(&format!("class=\"{state}\"")), "{state}");
    }
    assert!(!page.contains("<del>"), "said to be as it was read after all");
}

#[tokio::test]
async fn the_second_reader_types_without_seeing_what_was_read() {
    let (place, item) = read_by_machine(Sensitivity::Restricted, 100);
    let mut keeper = place.keeper().await;
    let first = keeper.get("/numbers?blind=1").await;
    for hidden in ["٩٠١", "901"] {
        assert!(!first.text().contains(hidden), "{hidden} is hidden: {}", first.text());
    }
    let second = keeper.say(&first, "said", "٩٠١").await;
    assert!(second.text().contains("name=\"blind\" value=\"1\"") && !second.text().contains("٢١٤٧"));
    let differs = keeper.say(&second, "said", "2141").await;
    assert_eq!(differs.status, StatusCode::OK);
    assert!(differs.text().contains("<bdi>٢١٤٧</bdi>") && differs.text().contains("<bdi>2141</bdi>"));
    let history = keeper.get(&format!("{item}/corrections")).await.text();
    assert_eq!(history.matches("<tr data-row>").count(), 1, "nothing of it was kept yet");
    let third = keeper.say(&differs, "said", "2141").await;
    assert!(third.text().contains("<bdi>٢١٤١</bdi>"), "{}", third.text());
}

#[tokio::test]
async fn readers_look_and_say_nothing() {
    let (place, item) = read_by_machine(Sensitivity::Internal, 100);
    let mut reader = place.browser();
    reader.sign_in("قارئ", "reader").await;
    let absent = reader.get("/no-such-page").await.text();
    let page = reader.get(&format!("{item}/read?word=25")).await.text();
    assert!(page.contains("href=\"#w25\"") && page.contains("id=\"word\"") && !page.contains("name=\"act\""));
    assert!(!reader.get("/").await.text().contains("/numbers"));
    for path in ["/numbers".to_owned(), format!("{item}/transcribe?page=1")] {
        assert_eq!(reader.get(&path).await.text(), absent, "{path}");
    }
    let form = reader.form().await;
    let word = [("form", &*form), ("page", "1"), ("reading", "1"), ("start", "25"), ("act", "unreadable")];
    for (path, fields) in [
        (format!("{item}/word"), &word[..]),
        (format!("{item}/transcribe"), &[("form", &*form), ("page", "1"), ("text", "x")][..]),
        ("/numbers".to_owned(), &[("form", &*form), ("key", "x"), ("act", "unreadable")][..]),
    ] {
        assert_eq!(reader.post(&path, fields).await.text(), absent, "{path}");
    }
    // What is restricted is as absent as what is not there.
    let (place, item) = read_by_machine(Sensitivity::Restricted, 100);
    let mut reader = place.browser();
    reader.sign_in("قارئ", "reader").await;
    let absent = reader.get("/no-such-page").await.text();
    for path in ["read", "find?q=x", "compare", "corrections", "strip/5.1.25.png", "page/1.png?show=1"] {
        assert_eq!(reader.get(&format!("{item}/{path}")).await.text(), absent, "{path}");
    }
}

#[tokio::test]
async fn a_page_is_typed_searched_and_compared_with_the_machines() {
    let (place, item) = read_by_machine(Sensitivity::Internal, 100);
    let mut keeper = place.keeper().await;
    let compare = keeper.get(&format!("{item}/compare?page=1")).await.text();
    assert!(compare.contains("فلا شيء يُقارن"));
    let form = keeper.get(&format!("{item}/transcribe?page=1")).await.hidden("form");
    let path = format!("{item}/transcribe");
    let fields = |text, act| [("form", &*form), ("page", "1"), ("text", text), ("act", act)];
    let empty = keeper.post(&path, &fields(" ", "typed")).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        keeper.post(&format!("{item}/transcribe"), &[("page", "1"), ("text", "x")]).await.status,
        StatusCode::FORBIDDEN
    );
    let long = "ا".repeat(140_000);
    let long = keeper.post(&path, &fields(&long, "typed")).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(long.text().contains("اااا"), "nothing is typed twice");
    let typed = keeper.post(&path, &fields("الفرع ٩٠١\r\nرقم ٢١٤١ فحص ٣١٨", "typed")).await;
    assert_eq!(typed.header("location"), format!("{item}/read?page=1"));
    let page = keeper.get(typed.header("location")).await.text();
    assert!(page.contains("كتبها") && page.contains("٢١٤١") && page.contains("هي التي تُبحث"), "{page}");
    assert!(keeper.get("/search?q=2141").await.text().contains("بطاقة.png"));
    let compare = keeper.get(&format!("{item}/compare?page=1")).await.text();
    assert!(compare.contains("موضع اختلاف واحد"), "{compare}");
    assert!(compare.matches("class=\"only\"").count() >= 3);
    let found = keeper.get(&format!("{item}/find?q=2141")).await.text();
    assert!(found.contains("صفحة واحدة فيها ذلك") && found.contains("موضع واحد"), "{found}");
    let other = keeper.get(&format!("{item}/find?q={}", encode("غائب"))).await.text();
    assert!(other.contains("لا صفحة فيها ذلك"));
    let blank = keeper.post(&path, &fields("", "blank")).await;
    assert_eq!(blank.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_veil_of_a_picture_lies_over_its_boxes_and_over_words_that_fill_it() {
    for (height, is_narrow) in [(100, true), (3000, false)] {
        let (place, item) = read_by_machine(Sensitivity::Restricted, height);
        let mut keeper = place.keeper().await;
        let page = keeper.get(&format!("{item}/read")).await.text();
        assert!(page.contains("class=\"veil\"") && !page.contains("<svg class=\"boxes\""), "{height}");
        assert_eq!(keeper.get(&format!("{item}/page/1.png")).await.status, StatusCode::NOT_FOUND);
        let shown = keeper.get(&format!("{item}/read?show=1")).await.text();
        assert!(shown.contains("<svg class=\"boxes\"") && shown.contains("page/1.png?show=1"), "{height}");
        let numbers = keeper.get("/numbers").await.text();
        assert_eq!(numbers.contains("<img"), is_narrow, "{height}");
        assert_eq!(numbers.contains("name=\"key\""), is_narrow, "what nobody sees nobody can vouch for");
        let lifted = keeper.get("/numbers?show=1").await.text();
        assert!(lifted.contains("<img") && lifted.contains("name=\"key\""), "{height}");

        // Nobody who wants no pictures gets one.
        let form = keeper.form().await;
        keeper.post("/settings", &[("form", &form), ("pictures", "none")]).await;
        for path in [format!("{item}/read?show=1&word=25"), "/numbers?show=1".to_owned()] {
            let page = keeper.get(&path).await.text();
            assert!(!page.contains("<img") && page.contains("/settings#pictures"), "{path}");
        }
    }
}
