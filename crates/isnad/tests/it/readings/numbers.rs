//! The queue of numbers: what waits, for whom, and until when.

use isnad_access::Role;
use isnad_engine::bench;

use super::scene::{CARD, Scene, card};

/// The words that wait for somebody, in their order.
fn waiting(scene: &Scene, grant: &isnad_access::Grant, item: Option<isnad_model::ItemId>) -> Vec<String> {
    let numbers = scene.archive.waiting_numbers(grant, item, None, 100).expect("a queue");
    let n = scene.archive.n_waiting_numbers(grant, item).expect("a count");
    assert_eq!(numbers.len() as u64, n, "the count is that of the queue");
    numbers.into_iter().map(|number| number.word.text).collect()
}

#[test]
fn numbers_wait_for_those_who_may_see_them() {
    let scene = Scene::new();
    let [member, reader] = [Role::Member, Role::Reader].map(|role| scene.somebody(role));
    let card = ["٩٠١", "٢١٤٧", "٣١٨"];
    assert_eq!(waiting(&scene, &scene.keeper, None), [card, card].concat());
    assert_eq!(waiting(&scene, &member, None), [card, card].concat());
    assert_eq!(waiting(&scene, &reader, None), card);
    assert_eq!(waiting(&scene, &member, Some(scene.restricted)), card);
    assert_eq!(waiting(&scene, &reader, Some(scene.restricted)), [""; 0]);
    assert_eq!(waiting(&scene, &member, Some(scene.pdf)), [""; 0], "the file's own numbers are no guess");
}

#[test]
fn the_queue_goes_on_behind_a_number() {
    let scene = Scene::new();
    let keys: Vec<_> = scene
        .archive
        .waiting_numbers(&scene.keeper, None, None, 100)
        .expect("a queue")
        .into_iter()
        .map(|number| (number.reading, number.page, number.word.read.0))
        .collect();
    for (n, key) in keys.iter().enumerate() {
        let next = scene.archive.waiting_numbers(&scene.keeper, None, Some(*key), 1).expect("a queue");
        let next = next.first().map(|number| (number.reading, number.page, number.word.read.0));
        assert_eq!(next.as_ref(), keys.get(n + 1), "behind {key:?}");
    }
}

#[test]
fn a_number_waits_until_somebody_looked_or_the_page_is_read_again() {
    let scene = Scene::new();
    let say = |word, text| {
        let said = scene.said(scene.internal, word, text);
        assert!(scene.archive.collate(&scene.keeper, &said).expect("said"));
    };
    say("٩٠١", Some("٩٠١"));
    say("٢١٤٧", Some("٢١٤١"));
    say("٣١٨", None);
    assert_eq!(waiting(&scene, &scene.keeper, Some(scene.internal)), [""; 0]);
    scene.is_the_same_again();

    // Another machine reads the page: its numbers wait, those of the first one no more.
    bench::read_by_machine(&scene.archive, scene.restricted, 1, vec![card("رقم ٧")]).expect("read");
    assert_eq!(waiting(&scene, &scene.keeper, None), ["٧"]);
    scene.is_the_same_again();

    assert!(scene.archive.transcribe(&scene.keeper, scene.restricted, 1, CARD).expect("typed"));
    assert_eq!(waiting(&scene, &scene.keeper, None), [""; 0], "a person read the page");
    scene.is_the_same_again();
}
