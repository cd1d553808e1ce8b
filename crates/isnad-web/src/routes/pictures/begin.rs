//! `POST /pictures`

use std::time::Duration;

use axum::{Form, response::Redirect};
use isnad_engine::PicturesRequest;
use serde::Deserialize;

use crate::{
    fault::Fault,
    pictures::{Order, Stand},
    view::{encode, safe_path},
    visitor::Member,
};

/// A page or two are read before somebody would look at a page that tells how far it has come.
const PATIENCE: Duration = Duration::from_secs(3);

#[derive(Deserialize)]
pub(crate) struct Answer {
    #[serde(default)]
    form: String,
    /// Only pages of this item.
    #[serde(default)]
    item: String,
    /// Only pages of this accession.
    #[serde(default)]
    accession: String,
    /// Where to go when it is done.
    #[serde(default)]
    back: String,
}

/// Has pages read that wait.
pub(crate) async fn submit(member: Member, Form(answer): Form<Answer>) -> Result<Redirect, Fault> {
    member.must_take_in_by(&answer.form)?;
    let request = request(&answer)?;
    let asked = request.clone();
    // What is not there, and what is not for this person, is told before anything waits in the queue.
    match member.ask(move |archive, grant| archive.pictures_waiting(grant, &asked)).await {
        Err(Fault::Problem(problem)) if problem.code == "item-absent" => return Err(Fault::Absent),
        told => told?,
    };
    if let Some(run) = start(&member, request) {
        // It goes on alone when patience ends.
        tokio::time::timeout(PATIENCE, run).await.ok();
    }
    let stand = member.state.pictures.stand(&member.session.grant, &member.state.options.clock);
    let is_done =
        matches!(stand, Stand::Ended(ended) if ended.problem.is_none() && ended.report.n_failed == 0);
    Ok(Redirect::to(&match (answer.back.as_str(), is_done) {
        ("", _) => "/pictures?follow=1".to_owned(),
        (back, true) => safe_path(back).to_owned(),
        (back, false) => format!("/pictures?follow=1&back={}", encode(back)),
    }))
}

fn request(answer: &Answer) -> Result<PicturesRequest, Fault> {
    let mut request = PicturesRequest::default();
    if !answer.item.is_empty() {
        request.items.push(answer.item.parse().map_err(|_| Fault::Absent)?);
    }
    if !answer.accession.is_empty() {
        request.accession = Some(answer.accession.parse().map_err(|_| Fault::Absent)?);
    }
    Ok(request)
}

/// Puts pages into the queue, and gives the run that was started for them if none was under way.
pub(crate) fn start(member: &Member, request: PicturesRequest) -> Option<tokio::task::JoinHandle<()>> {
    let order = Order { archive: member.archive(), grant: member.session.grant.clone(), request };
    if !member.state.pictures.ask(order) {
        return None;
    }
    let state = member.state.clone();
    Some(tokio::spawn(async move {
        let running = state.clone();
        let run = tokio::task::spawn_blocking(move || running.pictures.run(&running.options.clock));
        if run.await.is_err() {
            state.pictures.broke();
        }
    }))
}
