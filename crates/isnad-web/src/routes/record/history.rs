//! `GET /record/{id}/history`: what was written down of a record, batch by batch, and what changed between two days.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use isnad_model::{Millis, claim::ClaimId, view::RecordLine};
use serde::Deserialize;

use super::{
    said::{self, Voice, found},
    show::end_of_day,
};
use crate::{
    fault::Fault,
    page::{Chrome, html},
    view::{Pager, page_number},
    visitor::Member,
};

const PER_PAGE: u64 = 100;

/// One thing that was written down.
pub(crate) struct Step {
    pub at: Millis,
    pub by: String,
    pub entry: u64,
    pub label: String,
    pub words: String,
    pub claim: ClaimId,
    /// What it does to an earlier claim; words are `relation-CODE`.
    pub relation: Option<&'static str>,
    /// Whether it is a word on a claim and not a claim about the record.
    pub is_remark: bool,
    pub denies: bool,
}

#[derive(Template)]
#[template(path = "record/history.html")]
pub(crate) struct HistoryPage {
    pub c: Chrome,
    pub line: RecordLine,
    pub steps: Vec<Step>,
    pub n_all: u64,
    pub pager: Pager,
    pub from: String,
    pub to: String,
}

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub page: String,
}

pub(crate) async fn page(
    member: Member,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let (schema, record) = found(&member, &id).await?;
    let c = Chrome::member(&member, "records");
    let kind = &record.line.kind;
    let mut steps = Vec::new();
    for view in &record.claims {
        let property = schema.property(kind, &view.claim.said.property);
        let voice = Voice::of(&c, &schema, property, view);
        steps.push(Step {
            at: voice.at,
            by: voice.by,
            entry: voice.entry,
            label: schema.property_label(kind, &view.claim.said.property, c.lang()).to_owned(),
            words: voice.words,
            claim: voice.id,
            relation: voice.relation.map(|(how, _)| how.code()),
            is_remark: false,
            denies: voice.denies,
        });
        for remark in &view.remarks {
            let (label, words) = said::remark(&c, &schema, &remark.claim.said);
            steps.push(Step {
                at: remark.claim.at,
                by: remark.by.clone(),
                entry: remark.claim.entry,
                label,
                words,
                claim: view.claim.id,
                relation: None,
                is_remark: true,
                denies: false,
            });
        }
    }
    // Between the ends of two days: what stands at the second and did not at the first.
    let (from, to) = (end_of_day(&asked.from), end_of_day(&asked.to));
    steps.retain(|step| from.is_none_or(|from| step.at > from) && to.is_none_or(|to| step.at <= to));
    steps.sort_by_key(|step| std::cmp::Reverse((step.entry, step.claim.n)));
    let n_all = steps.len() as u64;
    let page = page_number(&asked.page);
    let steps = steps.into_iter().skip(((page - 1) * PER_PAGE) as usize).take(PER_PAGE as usize).collect();
    let record_id = record.line.id;
    let (from, to) = (asked.from, asked.to);
    let between = format!("from={}&to={}", crate::view::encode(&from), crate::view::encode(&to));
    let pager =
        Pager::new(n_all, PER_PAGE, page, |n| format!("/record/{record_id}/history?{between}&page={n}"));
    html(&HistoryPage { c, line: record.line, steps, n_all, pager, from, to })
}
