//! How a page of an item is looked at: all of it stands in the address, to share and to print.

use serde::Deserialize;

use crate::view::{encode, page_number};

/// The query of the address.
#[derive(Debug, Clone, Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    pub page: String,
    #[serde(default)]
    pub q: String,
    /// Which hit of the page, from 1, or `last`.
    #[serde(default)]
    pub hit: String,
    /// The entry of the reading.
    #[serde(default)]
    pub reading: String,
    /// The word on the bench, by its first byte.
    #[serde(default)]
    pub word: String,
    #[serde(default)]
    pub zoom: String,
    #[serde(default)]
    pub turn: String,
    /// `text` for the text alone.
    #[serde(default)]
    pub view: String,
    /// `1` where a veiled picture was asked for.
    #[serde(default)]
    pub show: String,
    /// `1` where a word was kept just now.
    #[serde(default)]
    pub kept: String,
}

impl Asked {
    /// The page, from 1.
    pub fn number(&self) -> u32 {
        page_number(&self.page) as u32
    }

    /// Quarter turns of the picture, clockwise.
    pub fn turn(&self) -> u8 {
        self.turn.parse().unwrap_or(0) % 4
    }

    /// How large the picture is.
    pub fn zoom(&self) -> Zoom {
        Zoom::ALL.into_iter().find(|zoom| zoom.code() == self.zoom).unwrap_or_default()
    }

    /// Whether the text stands alone.
    pub fn text_alone(&self) -> bool {
        self.view == "text"
    }

    /// Whether a veiled picture was asked for.
    pub fn shows(&self) -> bool {
        self.show == "1"
    }

    /// The query of the same page, looked at otherwise: nothing lies on the bench there.
    pub fn but(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut other = Self { word: String::new(), kept: String::new(), ..self.clone() };
        change(&mut other);
        other.query()
    }

    /// The query of another page: what belongs to this one alone stays behind, a lifted veil too.
    pub fn on(&self, page: u32, change: impl FnOnce(&mut Self)) -> String {
        let mut other = Self {
            page: page.to_string(),
            hit: String::new(),
            reading: String::new(),
            show: String::new(),
            ..self.clone()
        };
        change(&mut other);
        other.but(|_| ())
    }

    /// What another page is looked at with, as hidden fields of a form.
    pub fn kept_fields(&self) -> Vec<(&'static str, &str)> {
        let fields = [("q", &self.q), ("zoom", &self.zoom), ("turn", &self.turn), ("view", &self.view)];
        fields
            .into_iter()
            .map(|(name, value)| (name, value.as_str()))
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }

    /// It as a query; parts that say nothing are left out.
    pub fn query(&self) -> String {
        let parts = [
            ("page", &self.page),
            ("q", &self.q),
            ("hit", &self.hit),
            ("reading", &self.reading),
            ("zoom", &self.zoom),
            ("turn", &self.turn),
            ("view", &self.view),
            ("show", &self.show),
            ("word", &self.word),
            ("kept", &self.kept),
        ];
        let said = parts.into_iter().filter(|(_, value)| !value.is_empty());
        let said: Vec<String> = said.map(|(name, value)| format!("{name}={}", encode(value))).collect();
        format!("?{}", said.join("&"))
    }
}

/// How large the picture of a page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Zoom {
    /// As wide as there is room.
    #[default]
    Fit,
    /// As paper of this size would be, about.
    Paper,
    Larger,
    Largest,
}

impl Zoom {
    pub const ALL: [Self; 4] = [Self::Fit, Self::Paper, Self::Larger, Self::Largest];

    /// The stable code; the class of the style sheet is `z` and this.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fit => "",
            Self::Paper => "100",
            Self::Larger => "150",
            Self::Largest => "200",
        }
    }

    /// The size in percent; the one that fits has none.
    pub const fn percent(self) -> u64 {
        match self {
            Self::Fit => 0,
            Self::Paper => 100,
            Self::Larger => 150,
            Self::Largest => 200,
        }
    }

    /// The width of the picture that is drawn, in pixels.
    pub const fn width_max(self) -> u32 {
        match self {
            Self::Fit | Self::Paper => 1400,
            Self::Larger => 2100,
            Self::Largest => 2800,
        }
    }
}
