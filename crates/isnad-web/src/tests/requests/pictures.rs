//! Reading pictures: who may ask for it, and that a page which asks by itself keeps nobody signed in.

use axum::http::StatusCode;

use super::{NAME, PASSPHRASE, Place};

#[tokio::test]
async fn only_those_who_take_in_have_pages_read() {
    let place = Place::new();
    let mut keeper = place.keeper().await;
    let mut reader = place.browser();
    assert_eq!(reader.sign_in("قارئ", "reader").await.status, StatusCode::SEE_OTHER);
    assert_eq!(reader.get("/pictures").await.status, StatusCode::NOT_FOUND);
    let token = reader.form().await;
    for path in ["/pictures", "/pictures/stop"] {
        assert_eq!(reader.post(path, &[("form", &token)]).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(keeper.post(path, &[("form", "f")]).await.status, StatusCode::FORBIDDEN, "{path}");
    }

    let token = keeper.form().await;
    let form = ("form", token.as_str());
    for absent in ["I-0000000000000000", "nothing"] {
        let answer = keeper.post("/pictures", &[form, ("item", absent)]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{absent}");
    }
    let answer = keeper.post("/pictures", &[form]).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/pictures?follow=1"));
    let answer = keeper.post("/pictures", &[form, ("back", "/numbers")]).await;
    assert_eq!(answer.header("location"), "/numbers", "it is done, so it goes back");
    let answer = keeper.post("/pictures", &[form, ("back", "//elsewhere.example")]).await;
    assert_eq!(answer.header("location"), "/", "nowhere but here");
    let answer = keeper.post("/pictures/stop", &[form, ("back", "//elsewhere.example")]).await;
    assert_eq!(answer.header("location"), "/pictures?follow=1&back=/", "nowhere but here");
}

#[tokio::test]
async fn a_page_that_asks_by_itself_keeps_nobody_signed_in() {
    let place = Place::new();
    let mut browser = place.keeper().await;
    place.wait(600);
    assert_eq!(browser.get("/pictures?watch=1").await.status, StatusCode::OK);
    assert_eq!(browser.get("/verify?watch=1").await.status, StatusCode::OK);
    place.wait(600);
    let answer = browser.get("/pictures?watch=1").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "ten minutes and ten are more than fifteen");

    assert_eq!(browser.sign_in(NAME, PASSPHRASE).await.status, StatusCode::SEE_OTHER);
    place.wait(600);
    assert_eq!(browser.get("/pictures").await.status, StatusCode::OK, "here somebody asked");
    place.wait(600);
    assert_eq!(browser.get("/pictures?watch=1").await.status, StatusCode::OK);
}
