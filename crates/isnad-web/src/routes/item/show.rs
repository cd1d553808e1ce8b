//! `GET /item/{id}`

use askama::Template;
use axum::{extract::Path, response::Response};
use isnad_model::{
    ItemId,
    reading::Metadatum,
    view::{History, ItemView, SameBytes},
};

use super::{
    picture::has_picture,
    readings::{ReadingGroup, grouped},
};
use crate::{
    fault::Fault,
    page::{Chrome, html},
    view::file_name,
    visitor::Member,
};

/// How many of the newest corrections stand on the item's own page; the rest is one link away.
const CORRECTIONS: u64 = 10;

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
        let key = match (datum.name.as_str(), datum.value.as_str()) {
            ("c2pa.grade", "unsigned") => "item-provenance-unsigned",
            ("c2pa.grade", "signed-unchanged") => "item-provenance-signed-unchanged",
            ("c2pa.grade", "signed-altered") => "item-provenance-signed-altered",
            ("c2pa.grade", "signed-unbound") => "item-provenance-signed-unbound",
            ("c2pa.grade", "signed-unknown") => "item-provenance-signed-unknown",
            ("c2pa.grade", "signature-wrong") => "item-provenance-signature-wrong",
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
    Ok(ItemPage { c, item, name, same_bytes, readings, history, n_numbers, wrong })
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
