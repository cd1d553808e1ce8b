//! `POST /pictures/stop`

use axum::{Form, response::Redirect};
use serde::Deserialize;

use crate::{
    fault::Fault,
    pictures::Stand,
    view::{encode, safe_path},
    visitor::Member,
};

#[derive(Deserialize)]
pub(crate) struct Answer {
    #[serde(default)]
    form: String,
    #[serde(default)]
    back: String,
}

/// Ends the run after the pages at hand; what was read stays. Whoever may not know of a run cannot end it.
pub(crate) async fn submit(member: Member, Form(answer): Form<Answer>) -> Result<Redirect, Fault> {
    member.must_take_in_by(&answer.form)?;
    let pictures = &member.state.pictures;
    if matches!(pictures.stand(&member.session.grant, &member.state.options.clock), Stand::Running(_)) {
        pictures.stop();
    }
    Ok(Redirect::to(&match answer.back.as_str() {
        "" => "/pictures?follow=1".to_owned(),
        back => format!("/pictures?follow=1&back={}", encode(safe_path(back))),
    }))
}
