//! What persons say of a word or of a page: it is found, it can be said anew, and nothing of before is lost.

use isnad_access::{Grant, Role, release};
use isnad_engine::Collated;
use isnad_model::{
    ItemId,
    reading::Method,
    view::{Said, WordState},
};

use super::scene::{CARD, Scene};

fn word_of(scene: &Scene, item: ItemId, said: &Collated) -> isnad_model::view::WordView {
    let reading = scene.reading(item, Method::Ocr);
    reading.words.into_iter().find(|word| word.read == said.word).expect("the word")
}

#[test]
fn a_correction_is_searched_and_can_be_taken_back() {
    let scene = Scene::new();
    let item = scene.restricted;
    let corrected = scene.said(item, "٢١٤٧", Some("٢١٤١"));
    assert!(scene.archive.collate(&scene.keeper, &corrected).expect("said"));
    assert_eq!(scene.found("2141"), [item]);
    assert_eq!(scene.found("2147"), [scene.internal], "only where nobody corrected it");
    let word = word_of(&scene, item, &corrected);
    assert_eq!(word.text, "٢١٤١");
    let WordState::Corrected { was, vouch } = word.state else { panic!("{:?}", word.state) };
    assert_eq!((was.as_str(), vouch.by.as_str()), ("٢١٤٧", "keeper"));
    assert!(vouch.at.0 > 0 && vouch.entry > 0);
    let within = scene.archive.search_within(&scene.keeper, item, "٢١٤١", 0..9).expect("found");
    assert_eq!((within.pages, within.shown[0].n_marks), (vec![1], 1));

    let back = Collated { text: Some("٢١٤٧".into()), ..corrected.clone() };
    assert!(scene.archive.collate(&scene.keeper, &back).expect("said"));
    assert!(matches!(word_of(&scene, item, &back).state, WordState::Confirmed(_)));
    assert_eq!(scene.found("2141"), []);

    let sealed = scene.archive.said_of_word(item, corrected.reading, 1, corrected.word).expect("a history");
    let said: Vec<Said> = release(sealed.expect("there"), &scene.keeper).expect("seen");
    let texts: Vec<_> = said.iter().map(|said| (said.was.as_str(), said.text.as_deref())).collect();
    assert_eq!(texts, [("٢١٤٧", Some("٢١٤١")), ("٢١٤٧", Some("٢١٤٧"))]);
    assert!(said[0].vouch.entry < said[1].vouch.entry);
    scene.is_the_same_again();
}

#[test]
fn a_page_that_a_person_typed_is_the_one_that_is_searched() {
    let scene = Scene::new();
    assert_eq!(scene.page(scene.restricted, 1).readings.len(), 1, "the machine's");
    let typed = "الفرع ٩٠١ \r\nرقم ٢١٤١\r\n\r\n";
    assert!(scene.archive.transcribe(&scene.keeper, scene.restricted, 1, typed).expect("typed"));
    let page = scene.page(scene.restricted, 1);
    let best = &page.readings[page.best];
    assert_eq!((best.method, best.by.as_deref()), (Method::Person, Some("keeper")));
    assert_eq!(best.text, "الفرع ٩٠١\nرقم ٢١٤١");
    assert_eq!(page.readings[0].text, CARD, "the machine's stays beside it");
    assert_eq!((scene.found("2141"), scene.found("2147")), (vec![scene.restricted], vec![scene.internal]));
    scene.is_the_same_again();

    // Typed again, the newer one holds; and a page can be said to be empty.
    assert!(scene.archive.transcribe(&scene.keeper, scene.restricted, 1, "").expect("typed"));
    let page = scene.page(scene.restricted, 1);
    assert_eq!((page.readings.len(), page.readings[page.best].text.as_str()), (3, ""));
    scene.is_the_same_again();
}

#[test]
fn denied_and_absent_are_one_answer_and_readers_only_look() {
    let scene = Scene::new();
    let [member, reader] = [Role::Member, Role::Reader].map(|role| scene.somebody(role));
    let n_entries = scene.archive.status().expect("a status").n_entries;
    let absent = ItemId([9; 10]);
    let code = |outcome: isnad_engine::Result<bool>| outcome.map_err(|problem| problem.code);
    let check = |grant: &Grant, item: ItemId, expect: Result<bool, &str>| {
        let said = Collated { item, ..scene.said(scene.internal, "٩٠١", Some("٩٠٢")) };
        assert_eq!(code(scene.archive.collate(grant, &said)), expect, "{:?} {item}", grant.role());
        assert_eq!(code(scene.archive.transcribe(grant, item, 1, "x")), expect, "{:?} {item}", grant.role());
    };
    check(&reader, scene.internal, Err("not-allowed"));
    check(&reader, scene.restricted, Ok(false));
    check(&reader, absent, Ok(false));
    check(&scene.keeper, absent, Ok(false));
    assert_eq!(scene.archive.transcribe(&member, scene.internal, 2, "x"), Ok(false), "no such page");
    assert_eq!(scene.archive.transcribe(&member, scene.internal, 0, "x"), Ok(false));
    let long = "ا".repeat(200_000);
    assert_eq!(code(scene.archive.transcribe(&member, scene.internal, 1, &long)), Err("page-too-long"));
    let elsewhere = Collated { word: (0, 3), ..scene.said(scene.internal, "٩٠١", None) };
    assert_eq!(code(scene.archive.collate(&member, &elsewhere)), Err("word-absent"));
    assert_eq!(scene.archive.status().expect("a status").n_entries, n_entries, "nothing was recorded");
    check(&member, scene.internal, Ok(true));
    assert!(
        release(scene.archive.page(scene.internal, 1).expect("a page").expect("there"), &reader).is_some()
    );
    assert!(
        release(scene.archive.page(scene.restricted, 1).expect("a page").expect("there"), &reader).is_none()
    );
}

#[test]
fn the_history_of_an_item_is_told_from_the_newest_on() {
    let scene = Scene::new();
    for text in ["١", "٢", "٣"] {
        let said = scene.said(scene.internal, "٩٠١", Some(text));
        assert!(scene.archive.collate(&scene.keeper, &said).expect("said"));
    }
    let told = |offset, limit| {
        let sealed = scene.archive.said_of_item(scene.internal, offset, limit).expect("a history");
        let history = release(sealed.expect("there"), &scene.keeper).expect("seen");
        (
            history.n_said,
            history.said.into_iter().map(|said| said.text.unwrap_or_default()).collect::<Vec<_>>().concat(),
        )
    };
    assert_eq!(told(0, 9), (3, "٣٢١".to_owned()));
    assert_eq!(told(1, 1), (3, "٢".to_owned()));
    assert_eq!(told(9, 9), (3, String::new()));
}
