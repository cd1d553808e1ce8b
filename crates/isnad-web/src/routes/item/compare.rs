//! `GET /item/{id}/compare`: two readings of a page side by side, word against word.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use isnad_model::view::{ItemHead, PageReading, PageView};
use serde::Deserialize;

use super::read::{head, page_of};
use crate::{
    compared::{Compared, Part, What},
    fault::Fault,
    page::{Chrome, Given, html},
    view::{file_name, page_number},
    visitor::Member,
};

#[derive(Template)]
#[template(path = "compare.html")]
pub(crate) struct ComparePage {
    pub c: Chrome,
    pub head: ItemHead,
    pub name: String,
    pub page: PageView,
    /// The places of the two readings; nothing where the page has fewer.
    pub chosen: Option<[usize; 2]>,
    /// Nothing where they are too long to be compared word by word.
    pub compared: Option<Compared>,
}

impl ComparePage {
    /// The two readings.
    pub fn both(&self) -> Vec<&PageReading> {
        self.chosen.iter().flatten().filter_map(|place| self.page.readings.get(*place)).collect()
    }

    /// Whether a reading is the one on a side.
    pub fn is_on(&self, side: impl Given<usize>, place: impl Given<usize>) -> bool {
        self.chosen.is_some_and(|chosen| chosen[side.given()] == place.given())
    }

    /// The lines of the reading on a side.
    pub fn lines(&self, side: impl Given<usize>) -> &[Vec<Part>] {
        self.compared.as_ref().map_or(&[], |compared| &compared.sides[side.given()])
    }

    /// How many places differ.
    pub fn n_differences(&self) -> u64 {
        self.compared.as_ref().map_or(0, |compared| compared.differences.len() as u64)
    }
}

#[derive(Debug, Clone, Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    page: String,
    /// The entries of the two readings.
    #[serde(default)]
    a: String,
    #[serde(default)]
    b: String,
}

pub(crate) async fn page(
    member: Member,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let head = head(&member, &id).await?;
    let page = page_of(&member, head.line.id, page_number(&asked.page) as u32).await?;
    let chosen = chosen(&page, &asked);
    let compared = match chosen {
        Some(places) => {
            let texts = places.map(|place| page.readings[place].text.clone());
            member.ask(move |_, _| Ok(Compared::new(&texts[0], &texts[1]).ok())).await?
        }
        None => None,
    };
    let name = file_name(&head.line.path).to_owned();
    html(&ComparePage { c: Chrome::member(&member, "search"), head, name, page, chosen, compared })
}

/// The readings that were asked for; where none were, the one that is searched and the newest of the others.
fn chosen(page: &PageView, asked: &Asked) -> Option<[usize; 2]> {
    let of_entry = |text: &str| {
        let entry = text.parse::<u64>().ok()?;
        page.readings.iter().position(|reading| reading.entry == entry)
    };
    let first = of_entry(&asked.a).or((!page.readings.is_empty()).then_some(page.best))?;
    let other = || (0..page.readings.len()).rev().find(|place| *place != first);
    let second = of_entry(&asked.b).or_else(other)?;
    Some([first, second])
}
