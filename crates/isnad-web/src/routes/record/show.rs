//! `GET /record/{id}`: one record, everything that is said of it, and the isnad of the claim that was chosen.

use std::collections::BTreeSet;

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use isnad_model::{
    ItemId, Millis, RecordId,
    claim::ClaimId,
    view::{ClaimView, Knot, LinkView, RecordView},
};
use serde::Deserialize;

use super::said::{PER_PAGE, Part, Told, Voice, n_differ, told};
use crate::{
    fault::Fault,
    page::{Chrome, html},
    view::{Pager, encode, page_number},
    visitor::Member,
};

/// Links that the page names.
const LINKS_MAX: u64 = 100;

#[derive(Template)]
#[template(path = "record/show.html")]
pub(crate) struct RecordPage {
    pub c: Chrome,
    pub record: RecordView,
    /// The name of its kind.
    pub kind: String,
    /// Whether its kind can be added to: the schema knows it.
    pub open: bool,
    pub told: Vec<Told>,
    pub n_differ: u64,
    /// Items in which something is said of it.
    pub n_sources: u64,
    /// Heading, and the records that name it so.
    pub links: Vec<(String, Vec<LinkView>)>,
    /// Whether more records name it than are shown.
    pub links_more: bool,
    pub chosen: Option<Chosen>,
    /// The property that is shown whole.
    pub only: String,
    /// Pages of it.
    pub pager: Pager,
    /// The day as of which it is shown, where it is not now.
    pub as_of: String,
}

/// The claim whose isnad stands beside.
pub(crate) struct Chosen {
    pub label: String,
    pub voice: Voice,
    pub knots: Vec<Knot>,
}

impl RecordPage {
    /// The address of the page with a claim chosen.
    pub fn with(&self, claim: &ClaimId) -> String {
        let only = if self.only.is_empty() { String::new() } else { format!("property={}&", self.only) };
        let as_of = if self.as_of.is_empty() { String::new() } else { format!("as_of={}&", self.as_of) };
        format!("/record/{}?{only}{as_of}claim={claim}#isnad", self.record.line.id)
    }

    /// Whether a claim is the chosen one.
    pub fn is_chosen(&self, claim: &ClaimId) -> bool {
        self.chosen.as_ref().is_some_and(|chosen| chosen.voice.id == *claim)
    }
}

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    pub claim: String,
    #[serde(default)]
    pub property: String,
    #[serde(default)]
    pub page: String,
    /// A day, `2026-01-31`: what stood in the archive at its end.
    #[serde(default)]
    pub as_of: String,
}

pub(crate) async fn page(
    member: Member,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let id: RecordId = id.parse().map_err(|_| Fault::Absent)?;
    let claim: Option<ClaimId> = asked.claim.parse().ok();
    let (schema, record, mut links, knots) = member
        .ask(move |archive, grant| {
            let record = archive.record(grant, id)?;
            let links = archive.links_to(grant, id, LINKS_MAX + 1)?;
            let knots = match claim {
                Some(claim) => archive.claim_isnad(grant, claim)?,
                None => Vec::new(),
            };
            Ok((archive.schema(), record, links, knots))
        })
        .await?;
    let mut record = record.ok_or(Fault::Absent)?;
    let links_more = links.len() as u64 > LINKS_MAX;
    links.truncate(LINKS_MAX as usize);
    let day = end_of_day(&asked.as_of);
    if let Some(end) = day {
        record.claims = as_of(record.claims, end);
    }
    let c = Chrome::member(&member, "records");
    let number = page_number(&asked.page);
    let part = if asked.property.is_empty() { Part::First } else { Part::Page(&asked.property, number) };
    let told = told(&c, &schema, &record.line.kind, &record.claims, part);
    let n_claims = told.first().filter(|_| part != Part::First).map_or(0, |told| told.n_claims);
    let address = format!("/record/{id}?property={}", encode(&asked.property));
    let pager = Pager::new(n_claims, PER_PAGE as u64, number, |n| format!("{address}&page={n}"));
    let chosen = claim.and_then(|id| record.claims.iter().find(|view| view.claim.id == id)).map(|view| {
        let (kind, id) = (&record.line.kind, &view.claim.said.property);
        Chosen {
            label: schema.property_label(kind, id, c.lang()).to_owned(),
            voice: Voice::of(&c, &schema, schema.property(kind, id), view),
            knots,
        }
    });
    let items: BTreeSet<ItemId> =
        record.claims.iter().filter_map(|view| view.item.as_ref()).map(|it| it.0).collect();
    html(&RecordPage {
        kind: schema.kind_label(&record.line.kind, c.lang()).to_owned(),
        open: schema.kind(&record.line.kind).is_some(),
        n_differ: n_differ(&told),
        n_sources: items.len() as u64,
        links: headed(&schema, c.lang(), links),
        links_more,
        told,
        chosen,
        only: asked.property,
        pager,
        as_of: if day.is_some() { asked.as_of } else { String::new() },
        record,
        c,
    })
}

/// Links under their headings, in the order in which they come.
fn headed(schema: &isnad_schema::Schema, lang: &str, links: Vec<LinkView>) -> Vec<(String, Vec<LinkView>)> {
    let mut headed: Vec<(String, Vec<LinkView>)> = Vec::new();
    for link in links {
        let property = schema.property(&link.from.kind, &link.property);
        let inverse = property.and_then(|property| property.inverse.as_ref()).map(|label| label.get(lang));
        let plain = || schema.property_label(&link.from.kind, &link.property, lang);
        let heading = inverse.unwrap_or_else(plain).to_owned();
        match headed.iter_mut().find(|(it, _)| *it == heading) {
            Some((_, links)) => links.push(link),
            None => headed.push((heading, vec![link])),
        }
    }
    headed
}

/// The last instant of a day of the calendar, in coordinated universal time.
pub(crate) fn end_of_day(day: &str) -> Option<Millis> {
    let edtf: isnad_text::date::Edtf = day.trim().parse().ok()?;
    Some(Millis((i64::from(edtf.latest()?) + 1) * 86_400_000 - 1))
}

/// What stood at an instant: claims, remarks and answers that were written down by then.
pub(crate) fn as_of(claims: Vec<ClaimView>, end: Millis) -> Vec<ClaimView> {
    let stood =
        claims.iter().filter(|view| view.claim.at <= end).map(|view| view.claim.id).collect::<BTreeSet<_>>();
    let then = claims.into_iter().filter(|view| view.claim.at <= end).map(|mut view| {
        view.remarks.retain(|remark| remark.claim.at <= end);
        view.answered.retain(|(_, id)| stood.contains(id));
        view.replies.retain(|line| line.at <= end);
        view
    });
    then.collect()
}
