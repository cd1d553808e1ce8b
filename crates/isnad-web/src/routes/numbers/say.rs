//! `POST /numbers`

use axum::{
    Form,
    response::{IntoResponse, Redirect, Response},
};
use isnad_engine::Collated;
use isnad_text::digits;
use serde::Deserialize;

use super::{
    asked::{Asked, Key},
    show::{Number, number, table},
};
use crate::{fault::Fault, page::html, visitor::Member};

#[derive(Deserialize)]
pub(crate) struct Answer {
    #[serde(default)]
    form: String,
    key: String,
    #[serde(default)]
    text: String,
    /// `said`, `as-read` or `unreadable`.
    #[serde(default)]
    act: String,
    /// What the second reader typed before seeing what was read.
    #[serde(default)]
    typed: String,
    #[serde(default)]
    item: String,
    #[serde(default)]
    last: String,
    #[serde(default)]
    blind: String,
    #[serde(default)]
    turn: String,
    #[serde(default)]
    done: String,
    #[serde(default)]
    passed: String,
}

/// Records what somebody sees, and goes on to the next number.
pub(crate) async fn submit(member: Member, Form(answer): Form<Answer>) -> Result<Response, Fault> {
    member.must_take_in_by(&answer.form)?;
    let key: Key = answer.key.parse().map_err(|()| Fault::Absent)?;
    let has_seen = !answer.typed.is_empty();
    let asked = Asked {
        item: answer.item,
        last: answer.last,
        blind: answer.blind,
        turn: answer.turn,
        done: answer.done,
        passed: answer.passed,
        ..Asked::default()
    };
    let number = number(&member, key, &asked).await?;
    let text = match (answer.act.as_str(), answer.text.trim()) {
        ("unreadable", _) => None,
        ("as-read", _) if !asked.blind() || has_seen => Some(number.read().to_owned()),
        // Nothing was typed, so nothing is said.
        (_, "") => {
            let to = asked.but(|asked| asked.at = key.to_string());
            return Ok(Redirect::to(&to).into_response());
        }
        (_, typed) if asked.blind() && !has_seen && !is_same(typed, number.read()) => {
            return differs(&member, asked, key, typed).await;
        }
        (_, typed) => Some(kept(typed, &number)),
    };
    let said =
        Collated { item: key.item, reading: key.reading, page: key.page, word: number.word.read, text };
    if !member.ask(move |archive, grant| archive.collate(grant, &said)).await? {
        return Err(Fault::Absent);
    }
    Ok(Redirect::to(&asked.behind(&key, true)).into_response())
}

/// The second reader typed something else than the machine read: both are shown, and nothing is recorded yet.
async fn differs(member: &Member, asked: Asked, key: Key, typed: &str) -> Result<Response, Fault> {
    let mut page = table(member, Asked { at: key.to_string(), ..asked }).await?;
    page.differs = Some(typed.to_owned());
    html(&page)
}

/// Whether two ways of writing a number are one number, whichever digits a keyboard has.
fn is_same(typed: &str, read: &str) -> bool {
    digits::to_ascii(typed) == digits::to_ascii(read)
}

/// What is recorded: what stands on the picture. Somebody who types the same number in other digits confirms the
/// reading, and another number is written in the digits of the reading.
fn kept(typed: &str, number: &Number) -> String {
    let read = number.read();
    if is_same(typed, read) { read.to_owned() } else { digits::like(typed, read) }
}
