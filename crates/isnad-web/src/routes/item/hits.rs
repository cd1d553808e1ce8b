//! The hits of a search inside one item: where they are on this page, and on which others.

use isnad_model::{
    Arg,
    search::Within,
    view::{ItemHead, PageView},
};

use super::asked::Asked;
use crate::{fault::Fault, page::Chrome, view::encode, visitor::Member};

/// The way from hit to hit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Hits {
    /// Whether anything is searched for.
    pub asking: bool,
    /// Which hit of this page is looked at, from 1; 0 where there is none.
    pub hit: u64,
    /// How many this page has.
    pub n_here: u64,
    /// How many pages of the item have any.
    pub n_pages: u64,
    pub previous: Option<String>,
    pub next: Option<String>,
    /// The list of all pages with hits.
    pub all: String,
}

impl Hits {
    /// Hit n of m, for the words.
    pub fn place(&self) -> [(&'static str, Arg); 2] {
        [("hit", Arg::Number(self.hit)), ("of", Arg::Number(self.n_here))]
    }

    /// In words: which hit of this page, or that it has none.
    pub fn here(&self, c: &Chrome) -> String {
        match self.n_here {
            0 => c.t("read-hits-none-here"),
            _ => c.with("read-hits-here", &self.place()),
        }
    }
}

/// The hits around a page, and the number of the one that is looked at.
pub(super) async fn hits(
    member: &Member,
    head: &ItemHead,
    page: &PageView,
    shown: usize,
    asked: &Asked,
) -> Result<(Hits, u64), Fault> {
    if asked.q.is_empty() {
        return Ok((Hits::default(), 0));
    }
    let (item, q) = (head.line.id, asked.q.clone());
    let within = member.ask(move |archive, grant| archive.search_within(grant, item, &q, 0..0)).await?;
    let text = page.readings.get(shown).map_or("", |reading| reading.text.as_str());
    let n_here = isnad_engine::marks(&asked.q, text).len() as u64;
    let all = format!("/item/{item}/find?q={}", encode(&asked.q));
    let hits = way(page.number, n_here, &within, asked, all);
    let hit = hits.hit;
    Ok((hits, hit))
}

fn way(number: u32, n_here: u64, within: &Within, asked: &Asked, all: String) -> Hits {
    let hit = match asked.hit.as_str() {
        "last" => n_here,
        other => other.parse().unwrap_or(1).clamp(1, n_here.max(1)).min(n_here),
    };
    let on_page = |page: u32, hit: &str| {
        let query = asked.on(page, |asked| asked.hit = hit.to_owned());
        format!("{query}#hit")
    };
    let here = |hit: u64| {
        let query = asked.but(|asked| asked.hit = hit.to_string());
        format!("{query}#hit")
    };
    // A page of which only the name is a hit has no place to go to.
    let before = within.pages.iter().rev().find(|page| **page > 0 && **page < number);
    let behind = within.pages.iter().find(|page| **page > number);
    Hits {
        asking: true,
        hit,
        n_here,
        n_pages: within.pages.len() as u64,
        previous: if hit > 1 { Some(here(hit - 1)) } else { before.map(|page| on_page(*page, "last")) },
        next: if hit < n_here { Some(here(hit + 1)) } else { behind.map(|page| on_page(*page, "1")) },
        all,
    }
}

#[cfg(test)]
pub(crate) fn sample(within: &Within, asked: &Asked, number: u32, n_here: u64) -> Hits {
    way(number, n_here, within, asked, "/item/x/find?q=x".to_owned())
}
