//! `GET /records`: all kinds with their numbers, or the records of one kind.

use askama::Template;
use axum::{extract::Query, response::Response};
use isnad_model::view::RecordLine;
use isnad_schema::Schema;
use serde::Deserialize;

use crate::{
    fault::Fault,
    page::{Chrome, html},
    view::{Pager, encode, page_number},
    visitor::Member,
};

const PER_PAGE: u64 = 50;

/// The areas of work in the order of the page; words are `area-CODE`.
const AREAS: [&str; 7] = ["describe", "preserve", "link", "attribute", "act", "share", "analyse"];

/// A kind on the page of all kinds.
pub(crate) struct KindLine {
    pub id: String,
    pub label: String,
    pub help: String,
    pub n: u64,
}

#[derive(Template)]
#[template(path = "record/kinds.html")]
pub(crate) struct KindsPage {
    pub c: Chrome,
    pub n_all: u64,
    /// Area code, and its kinds.
    pub areas: Vec<(&'static str, Vec<KindLine>)>,
}

#[derive(Template)]
#[template(path = "record/list.html")]
pub(crate) struct ListPage {
    pub c: Chrome,
    pub kind: String,
    pub label: String,
    pub help: String,
    pub n_all: u64,
    pub lines: Vec<RecordLine>,
    pub pager: Pager,
}

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub page: String,
}

pub(crate) async fn page(member: Member, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    if asked.kind.is_empty() { kinds(member).await } else { list(member, asked).await }
}

async fn kinds(member: Member) -> Result<Response, Fault> {
    let (schema, counts) =
        member.ask(|archive, grant| Ok((archive.schema(), archive.record_counts(grant)?))).await?;
    let c = Chrome::member(&member, "records");
    let lang = c.lang();
    let count = |id: &str| counts.iter().find(|(kind, _)| kind == id).map_or(0, |(_, n)| *n);
    let of_area = |area: &'static str| {
        let kinds = schema.kinds().filter(|kind| kind.area == area && !is_common(&kind.id));
        let lines = kinds.map(|kind| KindLine {
            n: count(&kind.id),
            id: kind.id.clone(),
            label: kind.plural.get(lang).to_owned(),
            help: kind.help.as_ref().map(|help| help.get(lang).to_owned()).unwrap_or_default(),
        });
        (area, lines.collect::<Vec<_>>())
    };
    let areas = AREAS.into_iter().map(of_area).filter(|(_, kinds)| !kinds.is_empty()).collect();
    html(&KindsPage { n_all: counts.iter().map(|(_, n)| n).sum(), areas, c })
}

/// Kinds of which a record can begin: id and name, by name.
pub(crate) fn kinds_to_begin(schema: &Schema, lang: &str) -> Vec<(String, String)> {
    let kinds = schema.kinds().filter(|kind| !is_common(&kind.id));
    let mut kinds: Vec<(String, String)> =
        kinds.map(|kind| (kind.id.clone(), kind.label.get(lang).to_owned())).collect();
    kinds.sort_by(|a, b| a.1.cmp(&b.1));
    kinds
}

/// Kinds whose properties others have: nothing is of such a kind alone.
fn is_common(kind: &str) -> bool {
    [isnad_schema::EVERY_RECORD, isnad_schema::EVERY_CLAIM].contains(&kind)
}

async fn list(member: Member, asked: Asked) -> Result<Response, Fault> {
    let page = page_number(&asked.page);
    let kind = asked.kind.clone();
    let (schema, (n_all, lines)) = member
        .ask(move |archive, grant| {
            Ok((archive.schema(), archive.records(grant, Some(&kind), (page - 1) * PER_PAGE, PER_PAGE)?))
        })
        .await?;
    let c = Chrome::member(&member, "records");
    let known = schema.kind(&asked.kind).filter(|kind| !is_common(&kind.id));
    // Records of a kind that the schema knows no more are there all the same.
    if known.is_none() && n_all == 0 {
        return Err(Fault::Absent);
    }
    let label = known.map_or(asked.kind.clone(), |kind| kind.plural.get(c.lang()).to_owned());
    let help = known.and_then(|kind| kind.help.as_ref()).map(|help| help.get(c.lang()).to_owned());
    let address = encode(&asked.kind);
    let pager = Pager::new(n_all, PER_PAGE, page, |n| format!("/records?kind={address}&page={n}"));
    html(&ListPage { c, kind: asked.kind, label, help: help.unwrap_or_default(), n_all, lines, pager })
}
