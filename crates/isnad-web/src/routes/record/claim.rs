//! `GET /claim/{id}`: one claim with its isnad and everything said of it; `POST /claim/{id}/remark`: a word on it.

use askama::Template;
use axum::{
    Form,
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use isnad_describe::resolve::STATUS;
use isnad_model::{
    Millis, Problem, RecordId, Sensitivity,
    claim::{ClaimId, Meaning, Said, Source, Subject, Value},
    view::{ClaimView, Knot, RecordLine},
};
use isnad_schema::EVERY_CLAIM;

use super::{
    fields::typed,
    said::{self, Voice},
};
use crate::{
    fault::Fault,
    page::{Chrome, html},
    view::encode,
    visitor::Member,
};

/// What is said of a claim.
pub(crate) struct RemarkLine {
    pub label: String,
    pub words: String,
    pub by: String,
    pub at: Millis,
}

#[derive(Template)]
#[template(path = "record/claim.html")]
pub(crate) struct ClaimPage {
    pub c: Chrome,
    pub voice: Voice,
    pub label: String,
    pub property: String,
    /// The record that it is about.
    pub record: Option<RecordLine>,
    pub remarks: Vec<RemarkLine>,
    pub knots: Vec<Knot>,
    pub statuses: Vec<(String, String)>,
    /// The value as a form takes it, for the address of one that corrects or withdraws the claim.
    pub typed: String,
    pub source: Option<ClaimId>,
}

impl ClaimPage {
    /// The address of a claim's isnad: here it stands beside already.
    pub fn with(&self, claim: &ClaimId) -> String {
        format!("/claim/{claim}#isnad")
    }

    /// Nothing is chosen on a page of one claim.
    pub fn is_chosen(&self, _: &ClaimId) -> bool {
        false
    }
}

pub(crate) async fn page(member: Member, Path(id): Path<String>) -> Result<Response, Fault> {
    let id: ClaimId = id.parse().map_err(|_| Fault::Absent)?;
    let (schema, view, knots, record) = member
        .ask(move |archive, grant| {
            let view = archive.claim(grant, id)?;
            let record: Option<RecordId> = archive.record_of(grant, id)?;
            let line = match record {
                Some(record) => archive.record_line(grant, record)?,
                None => None,
            };
            Ok((archive.schema(), view, archive.claim_isnad(grant, id)?, line))
        })
        .await?;
    let view: ClaimView = view.ok_or(Fault::Absent)?;
    let c = Chrome::member(&member, "records");
    let kind = match view.claim.said.subject {
        Subject::Record(_) => record.as_ref().map_or("", |line| &line.kind),
        Subject::Claim(_) => EVERY_CLAIM,
    };
    let property = schema.property(kind, &view.claim.said.property);
    let remarks = view.remarks.iter().map(|remark| {
        let (label, words) = said::remark(&c, &schema, &remark.claim.said);
        RemarkLine { label, words, by: remark.by.clone(), at: remark.claim.at }
    });
    let status = schema.property(EVERY_CLAIM, STATUS);
    let vocabulary = status.and_then(|it| it.vocabulary.as_deref()).and_then(|id| schema.vocabulary(id));
    let statuses = vocabulary.map_or(&[][..], |vocabulary| &vocabulary.terms).iter();
    html(&ClaimPage {
        label: schema.property_label(kind, &view.claim.said.property, c.lang()).to_owned(),
        property: view.claim.said.property.clone(),
        remarks: remarks.collect(),
        typed: encode(&typed_again(&view)),
        statuses: statuses.map(|term| (term.code.clone(), term.label.get(c.lang()).to_owned())).collect(),
        source: match view.claim.said.source {
            Source::Claim(id) => Some(id),
            _ => None,
        },
        voice: Voice::of(&c, &schema, property, &view),
        record,
        knots,
        c,
    })
}

/// The value of a claim as a form takes it.
fn typed_again(view: &ClaimView) -> String {
    let value = &view.claim.said.value;
    match &value.meaning {
        Meaning::Term(code) => code.clone(),
        Meaning::Flag(is) => if *is { "yes" } else { "no" }.to_owned(),
        Meaning::Record(id) | Meaning::Place(Some(id)) => format!("{} ({id})", value.raw),
        _ => value.raw.clone(),
    }
}

/// Writes down a word on a claim: its state, its grade, a comment.
pub(crate) async fn remark(
    member: Member,
    Path(id): Path<String>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    member.must_take_in_by(typed(&form, "form"))?;
    let about: ClaimId = id.parse().map_err(|_| Fault::Absent)?;
    member
        .ask(move |archive, grant| {
            let view = archive.claim(grant, about)?;
            let view = view.ok_or_else(|| Problem::new("claim-absent").text("claim", about.to_string()))?;
            let said = |property: &str, raw: &str, meaning| {
                let value = Value { raw: raw.to_owned(), lang: None, meaning };
                let said = Said::new(Subject::Claim(about), property, value, Source::Own);
                // A word on what is closed is as closed.
                let sensitivity: Sensitivity = view.claim.said.sensitivity;
                Said { sensitivity, ..said }
            };
            let terms = [STATUS, "grade-source", "grade-information"].into_iter().filter_map(|property| {
                let code = typed(&form, property);
                (!code.is_empty()).then(|| said(property, "", Meaning::Term(code.to_owned())))
            });
            let comment = typed(&form, "comment");
            let comment = (!comment.is_empty()).then(|| said("comment", comment, Meaning::Text));
            let claims: Vec<Said> = terms.chain(comment).collect();
            archive.say(grant, Vec::new(), claims).map(|_| ())
        })
        .await?;
    Ok(Redirect::to(&format!("/claim/{about}")).into_response())
}
