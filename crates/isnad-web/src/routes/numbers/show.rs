//! `GET /numbers`: one number that a machine read, held against its picture.

use askama::Template;
use axum::{extract::Query, response::Response};
use isnad_model::{
    Arg,
    view::{ItemHead, PageView, WordState, WordView},
};

use super::asked::{Asked, Key};
use crate::{
    fault::Fault,
    leaf::as_read,
    page::{Chrome, html},
    routes::item::{
        asked::Asked as Look,
        read::{head, page_of},
        strip::{Strip, strip},
    },
    visitor::Member,
};

/// Words before and behind a number that tell what it is about.
const CONTEXT: usize = 5;

#[derive(Template)]
#[template(path = "numbers.html")]
pub(crate) struct NumbersPage {
    pub c: Chrome,
    pub asked: Asked,
    /// The item that the queue is kept to.
    pub within: Option<ItemHead>,
    pub n_waiting: u64,
    pub number: Option<Number>,
    /// What was said last.
    pub last: Option<Number>,
    /// What somebody typed without seeing the reading, and is to look at again.
    pub differs: Option<String>,
    /// The picture of the number after this one, to be brought early.
    pub ahead: Option<String>,
}

/// A number on the table.
#[derive(Debug, Clone)]
pub(crate) struct Number {
    pub key: Key,
    pub head: ItemHead,
    pub n_pages: u32,
    pub word: WordView,
    pub strip: Strip,
    pub before: String,
    pub behind: String,
}

impl Number {
    /// What the machine read.
    pub fn read(&self) -> &str {
        as_read(&self.word)
    }

    /// Whether somebody has said something of it before.
    pub fn is_said(&self) -> bool {
        self.word.state.vouch().is_some()
    }

    /// Whether nobody could read it.
    pub fn is_unreadable(&self) -> bool {
        matches!(self.word.state, WordState::Unreadable(_))
    }

    /// Its page, with the number on the bench.
    pub fn address(&self) -> String {
        let Key { item, reading, page, start } = self.key;
        format!("/item/{item}/read?page={page}&reading={reading}&word={start}#w{start}")
    }
}

impl NumbersPage {
    /// What the field holds.
    pub fn given(&self, number: &Number) -> String {
        match &self.differs {
            Some(typed) => typed.clone(),
            None if self.asked.blind() => String::new(),
            None => number.word.text.clone(),
        }
    }

    /// Whether what was read is hidden: from the second reader, until something was typed.
    pub fn is_hidden(&self) -> bool {
        self.asked.blind() && self.differs.is_none()
    }

    /// Whether there is anything to look at: what nobody sees nobody can vouch for.
    pub fn may_look(&self, number: &Number) -> bool {
        matches!(number.strip, Strip::Shown(_))
    }

    /// Page n of m, for the words.
    pub fn page_of(&self, number: &Number) -> [(&'static str, Arg); 2] {
        [("page", Arg::Number(number.key.page.into())), ("of", Arg::Number(number.n_pages.into()))]
    }

    /// Behind this number, without having said anything.
    pub fn passing(&self, number: &Number) -> String {
        self.asked.behind(&number.key, false)
    }

    /// The number that was said last, once more.
    pub fn undo(&self, last: &Number) -> String {
        self.asked.but(|asked| asked.at = last.key.to_string())
    }

    /// Turned once more.
    pub fn turned(&self) -> String {
        let turn = (self.asked.turn() + 1) % 4;
        self.asked.but(|asked| asked.turn = if turn == 0 { String::new() } else { turn.to_string() })
    }

    /// With the reading hidden, or seen again.
    pub fn other_mode(&self) -> String {
        self.asked.but(|asked| asked.blind = if asked.blind() { String::new() } else { "1".to_owned() })
    }

    /// With the veil lifted.
    pub fn shown(&self) -> String {
        self.asked.but(|asked| asked.show = "1".to_owned())
    }

    /// From the first one that waits.
    pub fn again(&self) -> String {
        self.asked.but(|asked| {
            asked.after = String::new();
            asked.at = String::new();
            asked.passed = String::new();
        })
    }

    /// The whole queue, beyond this item.
    pub fn everywhere(&self) -> String {
        self.asked.but(|asked| {
            asked.item = String::new();
            asked.after = String::new();
        })
    }
}

pub(crate) async fn page(member: Member, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    member.must_take_in()?;
    html(&table(&member, asked).await?)
}

/// The table as it is laid.
pub(super) async fn table(member: &Member, asked: Asked) -> Result<NumbersPage, Fault> {
    let within = match asked.item.as_str() {
        "" => None,
        id => Some(head(member, id).await?),
    };
    let item = asked.item();
    let after = asked.after.parse().ok().map(|key: Key| key.place());
    let (n_waiting, next) = member
        .ask(move |archive, grant| {
            let next = archive.waiting_numbers(grant, item, after, 2)?;
            Ok((archive.n_waiting_numbers(grant, item)?, next))
        })
        .await?;
    let keys: Vec<Key> = next
        .iter()
        .map(|n| Key { item: n.item, reading: n.reading, page: n.page, start: n.word.read.0 })
        .collect();
    let at = asked.at.parse().ok();
    let (key, next) = match at {
        Some(at) => (Some(at), keys.first()),
        None => (keys.first().copied(), keys.get(1)),
    };
    let number = match key {
        Some(key) => Some(number(member, key, &asked).await?),
        None => None,
    };
    let ahead = match next {
        Some(key) => address_of(&self::number(member, *key, &asked).await?.strip),
        None => None,
    };
    let last = match asked.last.parse().ok().filter(|_| at.is_none()) {
        Some(key) => self::number(member, key, &asked).await.ok(),
        None => None,
    };
    let c = Chrome::member(member, "numbers");
    Ok(NumbersPage { c, asked, within, n_waiting, number, last, differs: None, ahead })
}

fn address_of(strip: &Strip) -> Option<String> {
    match strip {
        Strip::Shown(address) => Some(address.clone()),
        _ => None,
    }
}

/// One number, wherever it stands.
pub(super) async fn number(member: &Member, key: Key, asked: &Asked) -> Result<Number, Fault> {
    let head = head(member, &key.item.to_string()).await?;
    let page = page_of(member, key.item, key.page).await?;
    let (word, before, behind) = found(&page, key).ok_or(Fault::Absent)?;
    let look = Look { turn: asked.turn.clone(), show: asked.show.clone(), ..Look::default() };
    let strip = strip(&member.visitor, &head, &page, key.reading, &word, &look);
    Ok(Number { key, head, n_pages: page.n_pages, word, strip, before, behind })
}

/// The word of a key, with what stands around it.
fn found(page: &PageView, key: Key) -> Option<(WordView, String, String)> {
    let words = &page.readings.iter().find(|reading| reading.entry == key.reading)?.words;
    let at = words.iter().position(|word| word.read.0 == key.start)?;
    let joined =
        |words: &[WordView]| words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
    let before = joined(&words[at.saturating_sub(CONTEXT)..at]);
    let behind = joined(&words[at + 1..(at + 1 + CONTEXT).min(words.len())]);
    Some((words[at].clone(), before, behind))
}
