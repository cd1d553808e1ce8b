//! `GET /item/{id}/read`: picture and text of a page side by side, word by word.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use isnad_model::{
    Arg, ItemId,
    reading::Method,
    view::{ItemHead, PageReading, PageView, Vouch, WordState, WordView},
};

use super::{
    asked::{Asked, Zoom},
    bench::{Bench, bench},
    hits::{Hits, hits},
    picture::{Picture, picture},
    strip::Strip,
};
use crate::{
    fault::Fault,
    leaf::{Leaf, Look, code},
    page::{Chrome, Given, html},
    view::file_name,
    visitor::Member,
};

#[derive(Template)]
#[template(path = "read.html")]
pub(crate) struct ReadPage {
    pub c: Chrome,
    pub head: ItemHead,
    pub name: String,
    pub asked: Asked,
    pub page: PageView,
    /// The place of the reading that is shown.
    pub shown: usize,
    pub leaf: Leaf,
    pub hits: Hits,
    pub picture: Picture,
    pub bench: Option<Bench>,
    /// Whether a page of this kind has a picture at all.
    pub has_picture: bool,
}

impl ReadPage {
    /// The reading that is shown, if there is one.
    pub fn reading(&self) -> Option<&PageReading> {
        self.page.readings.get(self.shown)
    }

    /// Whether the reading at a place is the one that is searched.
    pub fn is_searched(&self, place: impl Given<usize>) -> bool {
        place.given() == self.page.best
    }

    /// Why that one is.
    pub fn why(&self) -> &'static str {
        let Some(best) = self.page.readings.get(self.page.best) else { return "" };
        let has_others = self.page.readings.len() > 1;
        match best.method {
            Method::Person => "read-why-person",
            Method::Ocr => "read-why-ocr",
            Method::Text if best.doubtful => "read-why-doubtful",
            Method::Text if has_others => "read-why-text",
            Method::Text | Method::Members => "",
        }
    }

    /// Whether no picture stands beside the text.
    pub fn text_only(&self) -> bool {
        self.asked.text_alone() || self.picture == Picture::Absent
    }

    /// Whether words lead somewhere: to their places, or to the bench.
    pub fn has_words(&self) -> bool {
        !self.asked.text_alone() && !self.leaf.boxes.is_empty()
    }

    /// Where a word leads: those who correct take it to the bench, the others see its place.
    pub fn word_address(&self, start: impl Given<u32>) -> String {
        let start = start.given();
        let place = if self.is_shown() { format!("#w{start}") } else { "#word".into() };
        if !self.c.takes_in {
            return place;
        }
        let query = self.asked.but(|asked| asked.word = start.to_string());
        format!("{query}{place}")
    }

    /// The address of another page, if there is one.
    pub fn beside(&self, step: i64) -> Option<String> {
        let number = i64::from(self.page.number) + step;
        let is_there = (1..=i64::from(self.page.n_pages)).contains(&number);
        is_there.then(|| self.asked.on(number as u32, |_| ()))
    }

    /// Zooms: the code, whether it is this one, and its address.
    pub fn zooms(&self) -> Vec<(Zoom, bool, String)> {
        let now = self.asked.zoom();
        let of =
            |zoom: Zoom| (zoom, zoom == now, self.asked.but(|asked| asked.zoom = zoom.code().to_owned()));
        Zoom::ALL.into_iter().map(of).collect()
    }

    /// Whether the picture is there to be looked at.
    pub fn is_shown(&self) -> bool {
        matches!(self.picture, Picture::Shown(_))
    }

    /// The same place with the veil lifted.
    pub fn lifted(&self) -> String {
        let asked = Asked { show: "1".to_owned(), kept: String::new(), ..self.asked.clone() };
        format!("{}#word", asked.query())
    }

    /// The words of the page that somebody has looked at.
    pub fn told(&self) -> Vec<(&WordView, &Vouch)> {
        let words = self.reading().map_or(&[][..], |reading| &reading.words);
        words.iter().filter_map(|word| Some((word, word.state.vouch()?))).collect()
    }

    /// What a word was read as, where somebody corrected it.
    pub fn was<'w>(&self, word: &'w WordView) -> Option<&'w str> {
        match &word.state {
            WordState::Corrected { was, .. } => Some(was),
            _ => None,
        }
    }

    /// What was said of a word that was not corrected.
    pub fn verdict(&self, word: &WordView) -> String {
        format!("read-word-{}", code(&word.state))
    }

    /// One step larger or smaller.
    pub fn zoom_by(&self, step: isize) -> Option<String> {
        let now = Zoom::ALL.iter().position(|zoom| *zoom == self.asked.zoom())?;
        let to = Zoom::ALL.get(now.checked_add_signed(step)?)?;
        Some(self.asked.but(|asked| asked.zoom = to.code().to_owned()))
    }

    /// The picture turned once more.
    pub fn turned(&self) -> String {
        let turn = (self.asked.turn() + 1) % 4;
        self.asked.but(|asked| asked.turn = if turn == 0 { String::new() } else { turn.to_string() })
    }

    /// The text alone, or again with its picture.
    pub fn other_view(&self) -> String {
        let to = if self.asked.text_alone() { "" } else { "text" };
        self.asked.but(|asked| asked.view = to.to_owned())
    }

    /// The page in another reading.
    pub fn in_reading(&self, reading: &PageReading) -> String {
        self.asked.but(|asked| asked.reading = reading.entry.to_string())
    }

    /// Page n of m, for the words.
    pub fn page_of(&self) -> [(&'static str, Arg); 2] {
        [("page", Arg::Number(self.page.number.into())), ("of", Arg::Number(self.page.n_pages.into()))]
    }

    /// The key before the first number of this page in the queue.
    pub fn queue_address(&self) -> String {
        let reading = self.reading().map_or(0, |reading| reading.entry);
        let id = self.head.line.id;
        format!("/numbers?item={id}&after={id}.{reading}.{}.{}", self.page.number - 1, u32::MAX)
    }
}

pub(crate) async fn page(
    member: Member,
    Path(id): Path<String>,
    Query(mut asked): Query<Asked>,
) -> Result<Response, Fault> {
    let head = head(&member, &id).await?;
    asked.q = asked.q.trim().to_owned();
    let page = page_of(&member, head.line.id, asked.number()).await?;
    let shown = shown(&page, &asked);
    let turn = if asked.text_alone() { 0 } else { asked.turn() };
    let word = asked.word.parse().ok().filter(|_| !asked.text_alone());
    let (hits, hit) = hits(&member, &head, &page, shown, &asked).await?;
    let look = Look { query: &asked.q, hit, word, turn };
    let leaf = page.readings.get(shown).map(|reading| Leaf::new(reading, look)).unwrap_or_default();
    let bench = match word {
        Some(word) => bench(&member, &head, &page, shown, word, &asked).await?,
        None => None,
    };
    let name = file_name(&head.line.path).to_owned();
    let has_picture = super::picture::has_picture(&head.line);
    let picture = match asked.text_alone() {
        true => Picture::Absent,
        false => picture(&member.visitor, &head, &page, &asked),
    };
    let c = Chrome::member(&member, "search");
    html(&ReadPage { c, head, name, asked, page, shown, leaf, hits, picture, bench, has_picture })
}

/// What stands over each page of the item of an address, if it is there and may be seen.
pub(crate) async fn head(member: &Member, id: &str) -> Result<ItemHead, Fault> {
    let id = id.parse().map_err(|_| Fault::Absent)?;
    let sealed = member.ask(move |archive, _| archive.item_head(id)).await?;
    member.open(sealed)
}

/// A page of an item.
pub(crate) async fn page_of(member: &Member, id: ItemId, number: u32) -> Result<PageView, Fault> {
    let sealed = member.ask(move |archive, _| archive.page(id, number)).await?;
    member.open(sealed)
}

/// The reading that was asked for, or the one that is searched.
pub(super) fn shown(page: &PageView, asked: &Asked) -> usize {
    let entry = asked.reading.parse::<u64>().ok();
    let place = entry.and_then(|entry| page.readings.iter().position(|reading| reading.entry == entry));
    place.unwrap_or(page.best)
}
