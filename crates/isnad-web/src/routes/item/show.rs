//! `GET /item/{id}`

use askama::Template;
use axum::{extract::Path, response::Response};
use isnad_model::{
    ItemId,
    claim::ClaimId,
    reading::Metadatum,
    view::{ClaimView, History, ItemView, SameBytes},
};

use isnad_schema::Schema;

use super::{
    picture::has_picture,
    readings::{ReadingGroup, grouped},
};
use crate::{
    fault::Fault,
    page::{Chrome, html},
    routes::record::{list::kinds_to_begin, said::Voice},
    view::file_name,
    visitor::Member,
};

/// How many of the newest corrections stand on the item's own page; the rest is one link away.
const CORRECTIONS: u64 = 10;
/// How many claims that are said in it stand there.
const TOLD: u64 = 50;

#[derive(Template)]
#[template(path = "item.html")]
pub(crate) struct ItemPage {
    pub c: Chrome,
    pub item: ItemView,
    /// The last part of its path.
    pub name: String,
    /// Other items with the same bytes, as far as they may be seen.
    pub same_bytes: Vec<SameBytes>,
    pub readings: Vec<ReadingGroup>,
    pub history: History,
    /// Numbers of it that wait for this person.
    pub n_numbers: u64,
    /// What is said in it of records, as far as it may be seen: the property, the words, the claim.
    pub told: Vec<(String, String, ClaimId)>,
    /// Whether more is said in it than is shown.
    pub told_more: bool,
    /// Kinds of records to begin with what is said in it: id and name.
    pub kinds: Vec<(String, String)>,
    /// Why a password opened nothing, and what to do.
    pub wrong: Option<(String, String)>,
}

/// The fields of one standard, in the order in which they were found.
pub(crate) struct Standard<'i> {
    /// `exif`, `xmp`, `mail`; empty for a field that names none.
    pub name: &'i str,
    pub data: Vec<&'i Metadatum>,
}

impl ItemPage {
    /// What a grade of provenance means, in words; it never says that something is true.
    pub fn means(&self, datum: &Metadatum) -> String {
        let is_proof = datum.name.starts_with("proofmode.");
        if !datum.name.ends_with(".grade") || !(is_proof || datum.name.starts_with("c2pa.")) {
            return String::new();
        }
        let key = match datum.value.as_str() {
            "unsigned" if is_proof => "item-provenance-unsigned-proof",
            "signed-unchanged" if is_proof => "item-provenance-signed-unchanged-proof",
            "signed-weak" => "item-provenance-signed-weak",
            "unsigned" => "item-provenance-unsigned",
            "signed-unchanged" => "item-provenance-signed-unchanged",
            "signed-altered" => "item-provenance-signed-altered",
            "signed-unbound" => "item-provenance-signed-unbound",
            "signed-unknown" => "item-provenance-signed-unknown",
            "signature-wrong" => "item-provenance-signature-wrong",
            _ => return String::new(),
        };
        self.c.t(key)
    }

    /// What the file says of itself, by the standard that each field names before its first point.
    pub fn standards(&self) -> Vec<Standard<'_>> {
        let mut standards: Vec<Standard<'_>> = Vec::new();
        for datum in &self.item.metadata {
            let name = datum.name.split_once('.').map_or("", |(name, _)| name);
            match standards.iter_mut().find(|standard| standard.name == name) {
                Some(standard) => standard.data.push(datum),
                None => standards.push(Standard { name, data: vec![datum] }),
            }
        }
        standards
    }

    /// Whether there is something to read: text of a reading, or a picture.
    pub fn readable(&self) -> bool {
        has_picture(&self.item.line) || self.item.readings.iter().any(|reading| reading.n_pages > 0)
    }
}

pub(crate) async fn page(member: Member, Path(id): Path<String>) -> Result<Response, Fault> {
    let item = find(&member, &id).await?;
    html(&draw(&member, item, None).await?)
}

/// The page of an item, perhaps with what went wrong.
pub(super) async fn draw(
    member: &Member,
    item: ItemView,
    wrong: Option<(String, String)>,
) -> Result<ItemPage, Fault> {
    let (history, n_numbers) = worked_on(member, item.line.id).await?;
    let (name, item_id) = (file_name(&item.line.path).to_owned(), item.line.id);
    let same = member.ask(move |archive, _| archive.same_bytes(item_id)).await?;
    let same_bytes = same.into_iter().filter_map(|sealed| member.open(Some(sealed)).ok()).collect();
    let c = Chrome::member(member, "search");
    let readings = grouped(&c, &item.readings);
    let (schema, mut said) = member
        .ask(move |archive, grant| Ok((archive.schema(), archive.claims_in(grant, item_id, TOLD + 1)?)))
        .await?;
    let told_more = said.len() as u64 > TOLD;
    said.truncate(TOLD as usize);
    let told = said.iter().map(|view| told_line(&c, &schema, view)).collect();
    let kinds = kinds_to_begin(&schema, c.lang());
    Ok(ItemPage { c, item, name, same_bytes, readings, history, n_numbers, told, told_more, kinds, wrong })
}

/// One claim in a line. Properties of one id mean the same in every kind, so any kind that has it names it.
fn told_line(c: &Chrome, schema: &Schema, view: &ClaimView) -> (String, String, ClaimId) {
    let id = &view.claim.said.property;
    let property = schema.kinds().find_map(|kind| kind.property(id));
    let label = property.map_or(id.as_str(), |property| property.label.get(c.lang())).to_owned();
    (label, Voice::of(c, schema, property, view).words, view.claim.id)
}

/// What persons said of its words, and how many numbers wait for somebody.
async fn worked_on(member: &Member, id: ItemId) -> Result<(History, u64), Fault> {
    let (history, n_numbers) = member
        .ask(move |archive, grant| {
            let n_numbers =
                if grant.role().may_take_in() { archive.n_waiting_numbers(grant, Some(id))? } else { 0 };
            Ok((archive.said_of_item(id, 0, CORRECTIONS)?, n_numbers))
        })
        .await?;
    Ok((member.open(history)?, n_numbers))
}

/// The item of an address, if it is there and may be seen.
pub(super) async fn find(member: &Member, id: &str) -> Result<ItemView, Fault> {
    let id = id.parse().map_err(|_| Fault::Absent)?;
    let sealed = member.ask(move |archive, _| archive.item(id)).await?;
    member.open(sealed)
}
