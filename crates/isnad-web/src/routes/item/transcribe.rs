//! `GET` and `POST /item/{id}/transcribe`: a person types what stands on a page.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use isnad_model::{
    Arg,
    view::{ItemHead, PageReading, PageView},
};
use serde::Deserialize;

use super::{
    asked::Asked,
    picture::{Picture, picture},
    read::{head, page_of},
};
use crate::{
    fault::Fault,
    leaf::Leaf,
    page::{Chrome, html},
    view::file_name,
    visitor::Member,
};

#[derive(Template)]
#[template(path = "transcribe.html")]
pub(crate) struct TranscribePage {
    pub c: Chrome,
    pub head: ItemHead,
    pub name: String,
    pub page: PageView,
    pub asked: Asked,
    /// What the field holds: nothing, a reading to begin with, or what was typed before something was wrong.
    pub text: String,
    pub picture: Picture,
    /// The picture without boxes: nothing leads anywhere here.
    pub leaf: Leaf,
    pub wrong: Option<(String, String)>,
}

impl TranscribePage {
    /// Readings to begin with, each with its address.
    pub fn beginnings(&self) -> Vec<(&PageReading, String)> {
        let of = |reading: &PageReading| self.asked.but(|asked| asked.reading = reading.entry.to_string());
        let readings = self.page.readings.iter().filter(|reading| !reading.text.trim().is_empty());
        readings.map(|reading| (reading, of(reading))).collect()
    }

    /// Whether no picture stands beside the field.
    pub fn text_only(&self) -> bool {
        self.picture == Picture::Absent
    }

    /// Page n of m, for the words.
    pub fn page_of(&self) -> [(&'static str, Arg); 2] {
        [("page", Arg::Number(self.page.number.into())), ("of", Arg::Number(self.page.n_pages.into()))]
    }

    /// Where the page is read.
    pub fn back(&self) -> String {
        format!("/item/{}/read?page={}", self.head.line.id, self.page.number)
    }
}

pub(crate) async fn page(
    member: Member,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    member.must_take_in()?;
    html(&drawn(&member, &id, asked, None, None).await?)
}

#[derive(Deserialize)]
pub(crate) struct Answer {
    #[serde(default)]
    form: String,
    #[serde(default)]
    page: String,
    #[serde(default)]
    text: String,
    /// `blank` where there is nothing to read.
    #[serde(default)]
    act: String,
}

/// Records the page as it was typed.
pub(crate) async fn submit(
    member: Member,
    Path(id): Path<String>,
    Form(answer): Form<Answer>,
) -> Result<Response, Fault> {
    member.must_take_in_by(&answer.form)?;
    let item = head(&member, &id).await?.line.id;
    let asked = Asked { page: answer.page, ..Asked::default() };
    let number = asked.number();
    let is_blank = answer.act == "blank";
    let text = if is_blank { String::new() } else { answer.text };
    let c = Chrome::member(&member, "search");
    let wrong = if text.trim().is_empty() && !is_blank {
        (c.t("transcribe-empty"), c.t("transcribe-empty-next"))
    } else {
        let typed = text.clone();
        match member.ask(move |archive, grant| archive.transcribe(grant, item, number, &typed)).await {
            Ok(true) => return Ok(Redirect::to(&format!("/item/{item}/read?page={number}")).into_response()),
            Ok(false) => return Err(Fault::Absent),
            Err(Fault::Problem(problem)) => c.wrong(&problem),
            Err(fault) => return Err(fault),
        }
    };
    let page = html(&drawn(&member, &id, asked, Some(text), Some(wrong)).await?)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn drawn(
    member: &Member,
    id: &str,
    asked: Asked,
    typed: Option<String>,
    wrong: Option<(String, String)>,
) -> Result<TranscribePage, Fault> {
    let head = head(member, id).await?;
    let page = page_of(member, head.line.id, asked.number()).await?;
    let entry = asked.reading.parse::<u64>().ok();
    let begun = page.readings.iter().find(|reading| Some(reading.entry) == entry);
    let text = typed.unwrap_or_else(|| begun.map(|reading| reading.text.clone()).unwrap_or_default());
    let picture = picture(&member.visitor, &head, &page, &asked);
    let name = file_name(&head.line.path).to_owned();
    let (c, leaf) = (Chrome::member(member, "search"), Leaf::default());
    Ok(TranscribePage { c, head, name, page, asked, text, picture, leaf, wrong })
}
