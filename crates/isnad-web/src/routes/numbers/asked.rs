//! Where somebody is in the queue: all of it stands in the address, so that nothing is lost with a session.

use std::{fmt, str::FromStr};

use isnad_engine::NumberKey;
use isnad_model::ItemId;
use serde::Deserialize;

/// The query of the address.
#[derive(Debug, Clone, Deserialize, Default)]
pub(crate) struct Asked {
    /// Only the numbers of this item.
    #[serde(default)]
    pub item: String,
    /// Go on behind this number.
    #[serde(default)]
    pub after: String,
    /// This number, whether it waits or not: to say it anew.
    #[serde(default)]
    pub at: String,
    /// The number that was said last.
    #[serde(default)]
    pub last: String,
    /// `1` for the second reader, who does not see what was read.
    #[serde(default)]
    pub blind: String,
    #[serde(default)]
    pub turn: String,
    #[serde(default)]
    pub show: String,
    /// How many were said in this sitting, and how many were passed over.
    #[serde(default)]
    pub done: String,
    #[serde(default)]
    pub passed: String,
}

impl Asked {
    pub fn item(&self) -> Option<ItemId> {
        self.item.parse().ok()
    }

    pub fn blind(&self) -> bool {
        self.blind == "1"
    }

    pub fn turn(&self) -> u8 {
        self.turn.parse().unwrap_or(0) % 4
    }

    pub fn done(&self) -> u64 {
        self.done.parse().unwrap_or(0)
    }

    pub fn passed(&self) -> u64 {
        self.passed.parse().unwrap_or(0)
    }

    /// The same place, otherwise.
    pub fn but(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut other = self.clone();
        change(&mut other);
        other.address()
    }

    /// Behind a number that was said or passed over: on another page the picture may lie otherwise, and a veil that
    /// was lifted is down again.
    pub fn behind(&self, key: &Key, was_said: bool) -> String {
        self.but(|asked| {
            asked.after = key.to_string();
            asked.at = String::new();
            asked.show = String::new();
            if was_said {
                asked.last = key.to_string();
                asked.done = (asked.done() + 1).to_string();
            } else {
                asked.passed = (asked.passed() + 1).to_string();
            }
        })
    }

    fn address(&self) -> String {
        let parts = [
            ("item", &self.item),
            ("after", &self.after),
            ("at", &self.at),
            ("last", &self.last),
            ("blind", &self.blind),
            ("turn", &self.turn),
            ("show", &self.show),
            ("done", &self.done),
            ("passed", &self.passed),
        ];
        let said = parts.into_iter().filter(|(_, value)| !value.is_empty());
        let said: Vec<String> =
            said.map(|(name, value)| format!("{name}={}", crate::view::encode(value))).collect();
        if said.is_empty() { "/numbers".to_owned() } else { format!("/numbers?{}", said.join("&")) }
    }

    /// All of it as hidden fields of a form.
    pub fn fields(&self) -> Vec<(&'static str, &str)> {
        let fields = [
            ("item", self.item.as_str()),
            ("last", &self.last),
            ("blind", &self.blind),
            ("turn", &self.turn),
            ("done", &self.done),
            ("passed", &self.passed),
        ];
        fields.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }
}

/// A number: its item, reading, page, and first byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key {
    pub item: ItemId,
    pub reading: u64,
    pub page: u32,
    pub start: u32,
}

impl Key {
    /// Its place in the queue.
    pub fn place(&self) -> NumberKey {
        (self.reading, self.page, self.start)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { item, reading, page, start } = self;
        write!(f, "{item}.{reading}.{page}.{start}")
    }
}

impl FromStr for Key {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split('.');
        let mut part = || parts.next().ok_or(());
        let key = Self {
            item: part()?.parse().map_err(drop)?,
            reading: part()?.parse().map_err(drop)?,
            page: part()?.parse().map_err(drop)?,
            start: part()?.parse().map_err(drop)?,
        };
        if parts.next().is_none() { Ok(key) } else { Err(()) }
    }
}
