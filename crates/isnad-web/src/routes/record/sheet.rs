//! `GET /record/{id}/sheet`: what of a record may leave, with its sources, to be printed or handed on.

use askama::Template;
use axum::{extract::Path, response::Response};
use isnad_describe::resolve::standing_of;
use isnad_model::{
    Sensitivity,
    view::{ClaimView, RecordLine},
};

use super::said::{Part, Told, found, told};
use crate::{
    fault::Fault,
    page::{Chrome, html},
    visitor::Member,
};

#[derive(Template)]
#[template(path = "record/sheet.html")]
pub(crate) struct SheetPage {
    pub c: Chrome,
    pub line: RecordLine,
    pub kind: String,
    /// The name, where one may leave.
    pub title: String,
    pub told: Vec<Told>,
    /// Claims that the asker sees and that must not leave.
    pub n_withheld: u64,
}

pub(crate) async fn page(member: Member, Path(id): Path<String>) -> Result<Response, Fault> {
    let (schema, mut record) = found(&member, &id).await?;
    let n_all = record.claims.len();
    // What may be shown to anyone, and nothing that was taken back.
    let standing = standing_of(&record.claims);
    record.claims.retain(|view| {
        view.claim.said.sensitivity == Sensitivity::Public && standing.contains(&view.claim.id)
    });
    record.claims.iter_mut().for_each(only_public);
    let c = Chrome::member(&member, "records");
    let kind = schema.kind(&record.line.kind);
    let titles = kind.map_or(&[][..], |kind| &kind.title);
    let title = titles.iter().find_map(|title| {
        record
            .claims
            .iter()
            .find(|view| view.claim.said.property == *title)
            .map(|view| view.claim.said.value.raw.clone())
    });
    html(&SheetPage {
        told: told(&c, &schema, &record.line.kind, &record.claims, Part::All),
        kind: schema.kind_label(&record.line.kind, c.lang()).to_owned(),
        title: title.unwrap_or_default(),
        n_withheld: (n_all - record.claims.len()) as u64,
        line: record.line,
        c,
    })
}

/// Takes away what stands beside a claim and must not leave with it: whoever wrote it down, and names and files that are
/// not for everyone. That a source is withheld is said; the entry stays, so that it can be asked for.
fn only_public(view: &mut ClaimView) {
    let is_public = |line: &RecordLine| {
        line.sensitivity == Sensitivity::Public && line.title_sensitivity == Sensitivity::Public
    };
    view.replies.retain(is_public);
    view.speaker = view.speaker.take().filter(is_public);
    view.target = view.target.take().filter(is_public);
    view.item = view.item.take().filter(|(.., label)| *label == Sensitivity::Public);
    view.claim.said.note = None;
    view.by.clear();
}
