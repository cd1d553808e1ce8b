//! What counts as not fully read: a page that failed once is no loss when another reading gives it.

use isnad_access::release;
use isnad_engine::bench;
use isnad_model::ItemId;

use super::scene::{CARD, Scene, card};

/// The items that the home page counts, and whether the report of its accession names this one.
fn counted(scene: &Scene, item: ItemId) -> (u64, bool) {
    let view = scene.archive.item(item).expect("an item").and_then(|item| release(item, &scene.keeper));
    let accession = view.expect("the keeper sees it").accession.id;
    let unread = scene.archive.unread(accession).expect("a report");
    let unread = release(unread, &scene.keeper).expect("the keeper sees it");
    (scene.archive.status().expect("numbers").n_unread, unread.iter().any(|unread| unread.id == item))
}

#[test]
fn a_page_that_failed_counts_until_another_reading_gives_it() {
    let scene = Scene::new();
    let item = scene.internal;
    let (before, is_named) = counted(&scene, item);
    assert!(!is_named);

    // A machine read the page before: that it failed at it later takes nothing away.
    bench::failed_by_machine(&scene.archive, item, 1).expect("failed");
    assert_eq!(counted(&scene, item), (before, false));
    // Another page was never read.
    bench::failed_by_machine(&scene.archive, item, 2).expect("failed");
    assert_eq!(counted(&scene, item), (before + 1, true));
    bench::failed_by_machine(&scene.archive, item, 2).expect("failed again");
    assert_eq!(counted(&scene, item), (before + 1, true));
    bench::read_by_machine(&scene.archive, item, 2, vec![card(CARD)]).expect("read");
    assert_eq!(counted(&scene, item), (before, false));

    bench::failed_by_machine(&scene.archive, item, 3).expect("failed");
    assert_eq!(counted(&scene, item), (before + 1, true));
    assert!(scene.archive.transcribe(&scene.keeper, item, 3, CARD).expect("typed"));
    assert_eq!(counted(&scene, item), (before, false), "a person read it");
    scene.is_the_same_again();
}
