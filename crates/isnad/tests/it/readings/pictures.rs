//! Pictures of words.

use isnad_access::{Role, release};

use super::scene::Scene;

#[test]
fn a_word_is_shown_gray_and_alone() {
    let scene = Scene::new();
    let reader = scene.somebody(Role::Reader);
    let said = scene.said(scene.restricted, "٢١٤٧", None);
    let of = |words: &[u32]| {
        let words = words.iter().copied().collect();
        scene.archive.word_images(scene.restricted, said.reading, 1, &words, 0).expect("no failure")
    };
    let sealed = of(&[said.word.0]).expect("a picture");
    assert!(release(sealed.clone(), &reader).is_none(), "it is as closed as its item");
    let pictures = release(sealed, &scene.keeper).expect("the keeper sees it");
    assert_eq!(pictures.keys().copied().collect::<Vec<_>>(), [said.word.0]);
    let picture = image::load_from_memory(&pictures[&said.word.0]).expect("PNG");
    assert_eq!(picture.color(), image::ColorType::L8);
    let page = scene.archive.page_image(scene.restricted, 1, 2400).expect("no failure").expect("a page");
    let page = image::load_from_memory(&release(page, &scene.keeper).expect("seen")).expect("PNG");
    let part = f64::from(picture.width() * picture.height()) / f64::from(page.width() * page.height());
    assert!(part < 0.03, "{part}");
    // What is no word has no picture, wherever it would lie.
    assert!(of(&[said.word.0 + 1]).is_none() && of(&[]).is_none());
}
