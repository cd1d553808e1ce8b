//! What was typed survives the end of a session, without a script, and reaches nobody else.

use axum::http::StatusCode;

use super::requests::{Answer, Browser, NAME, PASSPHRASE, Place};

const TYPED: [(&str, &str); 3] =
    [("from-whom", "سامي من الحارة"), ("notes", "ثلاثة أقراص"), ("sensitivity", "sealed")];

/// The fields of an intake form as it was drawn, with something typed into them.
async fn typed(browser: &mut Browser) -> Vec<(String, String)> {
    let page = browser.get("/intake").await;
    let drawn = ["form", "owner"].map(|name| (name.to_owned(), page.hidden(name)));
    let typed = TYPED.map(|(name, text)| (name.to_owned(), text.to_owned()));
    drawn.into_iter().chain(typed).collect()
}

fn fields(typed: &[(String, String)]) -> Vec<(&str, &str)> {
    typed.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
}

/// Signs in by the form of a page.
async fn sign_in(browser: &mut Browser, page: &Answer, name: &str, passphrase: &str) -> Answer {
    let [visit, to, draft] = ["visit", "to", "draft"].map(|name| page.hidden(name));
    let fields =
        [("visit", &*visit), ("to", &*to), ("draft", &*draft), ("name", name), ("passphrase", passphrase)];
    browser.post("/sign-in", &fields).await
}

#[tokio::test]
async fn a_form_sent_too_late_comes_back_after_the_sign_in() {
    let world = Place::new();
    let mut keeper = world.keeper().await;
    let typed = typed(&mut keeper).await;
    world.wait(15 * 60 + 1);
    let locked = keeper.upload(&fields(&typed), &[("a.txt", b"not kept")]).await;
    assert_eq!(locked.status, StatusCode::FORBIDDEN);
    let page = locked.text();
    assert!(page.contains("انتهت جلستك") && !page.contains("سامي") && !page.contains("أقراص"), "{page}");

    let wrong = sign_in(&mut keeper, &locked, NAME, "خطأ").await;
    assert_eq!(wrong.status, StatusCode::FORBIDDEN);
    let entered = sign_in(&mut keeper, &wrong, NAME, PASSPHRASE).await;
    assert_eq!((entered.status, entered.header("location")), (StatusCode::SEE_OTHER, "/intake"));
    for _ in 0..2 {
        // Looking elsewhere meanwhile loses nothing.
        let back = keeper.get("/intake").await.text();
        assert!(back.contains("value=\"سامي من الحارة\"") && back.contains("ثلاثة أقراص"), "{back}");
        assert!(back.contains("value=\"sealed\" checked"), "{back}");
        keeper.get("/").await;
    }
    let accessions = keeper.get("/accessions").await.text();
    assert!(accessions.contains("لم يُدخَل شيء بعد"), "no file was taken in: {accessions}");

    // Once it is sent it is gone.
    let form = keeper.form().await;
    let sent = keeper.upload(&[("form", &form)], &[("a.txt", b"a")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert!(!keeper.get("/intake").await.text().contains("سامي"));
}

#[tokio::test]
async fn somebody_else_does_not_get_it() {
    let world = Place::new();
    let mut keeper = world.keeper().await;
    let form = keeper.form().await;
    let person = [("form", &*form), ("name", "عضو"), ("role", "member"), ("passphrase", "س"), ("again", "س")];
    assert_eq!(keeper.post("/people", &person).await.status, StatusCode::SEE_OTHER);
    let typed = typed(&mut keeper).await;
    world.wait(15 * 60 + 1);
    let locked = keeper.upload(&fields(&typed), &[]).await;
    sign_in(&mut keeper, &locked, "عضو", "س").await;
    let page = keeper.get("/intake").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text().contains("سامي"), "{}", page.text());
}

#[tokio::test]
async fn locking_ends_the_session_of_its_own_form_only() {
    let world = Place::new();
    let mut keeper = world.keeper().await;
    let mut typed = typed(&mut keeper).await;
    let token = std::mem::replace(&mut typed[0].1, "0".repeat(64));
    keeper.upload_to("/lock", &fields(&typed), &[]).await;
    assert_eq!(keeper.get("/").await.status, StatusCode::OK, "a form that is not ours locks nothing");
    typed[0].1 = token;
    let locked = keeper.upload_to("/lock", &fields(&typed), &[]).await;
    assert_eq!(keeper.get("/").await.status, StatusCode::SEE_OTHER, "locked");
    sign_in(&mut keeper, &locked, NAME, PASSPHRASE).await;
    assert!(keeper.get("/intake").await.text().contains("سامي"));
}

#[tokio::test]
async fn leaving_at_once_needs_no_script() {
    let world = Place::new();
    let mut keeper = world.keeper().await;
    let form = keeper.form().await;
    let left = keeper.post("/sign-out", &[("form", &form), ("quick", "1")]).await;
    assert_eq!((left.status, left.header("location")), (StatusCode::SEE_OTHER, "/calendar"));
    assert_eq!(keeper.get("/").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn keys_are_a_choice() {
    let world = Place::new();
    let mut keeper = world.keeper().await;
    assert!(keeper.get("/").await.text().contains("data-keys=\"plain\""));
    let form = keeper.form().await;
    for keys in ["alt", "off"] {
        keeper.post("/settings", &[("form", &form), ("keys", keys)]).await;
        assert!(keeper.get("/").await.text().contains(&format!("data-keys=\"{keys}\"")));
    }
}
