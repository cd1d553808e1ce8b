//! `POST /item/{id}/word`

use axum::{
    Form,
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use isnad_engine::Collated;
use serde::Deserialize;

use super::read::{head, page_of};
use crate::{fault::Fault, leaf::as_read, view::safe_path, visitor::Member};

#[derive(Deserialize)]
pub(crate) struct Answer {
    #[serde(default)]
    form: String,
    page: u32,
    reading: u64,
    start: u32,
    /// `said`, `as-read` or `unreadable`.
    #[serde(default)]
    act: String,
    #[serde(default)]
    text: String,
    /// Something that the word said before, to be said again.
    #[serde(default)]
    again: String,
    #[serde(default)]
    to: String,
}

/// Records what somebody sees where a word stands.
pub(crate) async fn submit(
    member: Member,
    Path(id): Path<String>,
    Form(answer): Form<Answer>,
) -> Result<Response, Fault> {
    member.must_take_in_by(&answer.form)?;
    let item = head(&member, &id).await?.line.id;
    let page = page_of(&member, item, answer.page).await?;
    let reading =
        page.readings.iter().find(|reading| reading.entry == answer.reading).ok_or(Fault::Absent)?;
    let word = reading.words.iter().find(|word| word.read.0 == answer.start).ok_or(Fault::Absent)?;
    let back = Redirect::to(safe_path(&answer.to)).into_response();
    let text = match (answer.again.as_str(), answer.act.as_str(), answer.text.trim()) {
        ("", "unreadable", _) => None,
        ("", "as-read", _) => Some(as_read(word).to_owned()),
        // A field that was emptied says nothing; that nobody can read a word has a button of its own.
        ("", _, "") => return Ok(back),
        ("", _, typed) => Some(typed.to_owned()),
        (again, ..) => Some(again.to_owned()),
    };
    let said = Collated { item, reading: reading.entry, page: answer.page, word: word.read, text };
    if member.ask(move |archive, grant| archive.collate(grant, &said)).await? {
        Ok(back)
    } else {
        Err(Fault::Absent)
    }
}
