//! How claims meet: what is said together, what differs, and which of it stands in a list.
//!
//! The rule, in this order: a claim that was withdrawn, corrected or superseded, or that a person marked as withdrawn,
//! does not stand; nor does a denial. Of the values that stand, one goes before another if a person accepted a claim of
//! it; then if more sources say it; then if the information is graded better; then the source; then if it was written
//! down first. Every claim is shown beside the others, whatever the rule says.

use std::collections::BTreeSet;

use isnad_model::{
    claim::{Meaning, Polarity, Quantity, Relation, Source},
    view::ClaimView,
};
use isnad_text::{date::Edtf, fold::fold};

/// What a person says of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It is good.
    Accepted,
    /// Nobody has looked at it.
    Open,
    /// Somebody must work on it.
    WorkNeeded,
    /// Something is wrong with it.
    Issue,
    /// It conflicts with another.
    Conflict,
    /// It was taken back.
    Withdrawn,
}

impl Status {
    /// The code of the vocabulary `claim-status`; `open` stands for no status.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Open => "open",
            Self::WorkNeeded => "work-needed",
            Self::Issue => "issue",
            Self::Conflict => "conflict",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// What a person says of a claim: the newest word on it.
pub fn status(claim: &ClaimView) -> Status {
    if claim.answered.iter().any(|(how, _)| *how == Relation::Withdraws) {
        return Status::Withdrawn;
    }
    let said = claim.remarks.iter().rev().find(|remark| remark.claim.said.property == "status");
    let code = said.map(|remark| match &remark.claim.said.value.meaning {
        Meaning::Term(code) => code.as_str(),
        _ => "",
    });
    match code {
        Some("accepted") => Status::Accepted,
        Some("work-needed") => Status::WorkNeeded,
        Some("issue") => Status::Issue,
        Some("conflict") => Status::Conflict,
        Some("withdrawn") => Status::Withdrawn,
        _ => Status::Open,
    }
}

/// Whether a claim still stands.
pub fn stands(claim: &ClaimView) -> bool {
    let replaced =
        |how: &Relation| matches!(how, Relation::Withdraws | Relation::Corrects | Relation::Supersedes);
    status(claim) != Status::Withdrawn && !claim.answered.iter().any(|(how, _)| replaced(how))
}

/// How the claims of one property meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meeting {
    /// One source says it, or nobody.
    Single,
    /// Several say the same.
    Agree,
    /// Several values, and the property has several.
    Several,
    /// They cannot all be so.
    Differ,
}

impl Meeting {
    /// The stable code; words are `meeting-CODE`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Agree => "agree",
            Self::Several => "several",
            Self::Differ => "differ",
        }
    }
}

/// One value and the claims that say it.
#[derive(Debug, Clone)]
pub struct Said<'a> {
    /// Claims that say it, oldest first.
    pub asserts: Vec<&'a ClaimView>,
    /// Claims that deny it.
    pub denies: Vec<&'a ClaimView>,
}

/// Everything that is said of one property.
#[derive(Debug, Clone)]
pub struct Answer<'a> {
    /// The property, by its id.
    pub property: &'a str,
    /// Values that stand, the one of the rule first.
    pub values: Vec<Said<'a>>,
    /// Claims that stand no more, oldest first.
    pub gone: Vec<&'a ClaimView>,
    /// How they meet.
    pub meeting: Meeting,
}

impl<'a> Answer<'a> {
    /// The claim that stands in a list.
    pub fn resolved(&self) -> Option<&'a ClaimView> {
        self.values.first().and_then(|said| said.asserts.first()).copied()
    }
}

/// What the claims of one property say together. `many`: whether several values at once are normal.
pub fn answer<'a>(property: &'a str, claims: &[&'a ClaimView], many: bool) -> Answer<'a> {
    let (standing, gone): (Vec<&ClaimView>, Vec<&ClaimView>) = claims.iter().partition(|claim| stands(claim));
    let mut values: Vec<Said<'a>> = Vec::new();
    // By its words first: ten thousand equal claims must not be compared each with each.
    let mut by_words: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    for claim in standing {
        let key = key(claim);
        let found = by_words.get(&key).copied().or_else(|| {
            compares(claim).then(|| values.iter().position(|value| says_same(value, claim))).flatten()
        });
        let at = found.unwrap_or_else(|| {
            values.push(Said { asserts: Vec::new(), denies: Vec::new() });
            values.len() - 1
        });
        by_words.entry(key).or_insert(at);
        match claim.claim.said.polarity {
            Polarity::Asserts => values[at].asserts.push(claim),
            Polarity::Denies => values[at].denies.push(claim),
        }
    }
    values.sort_by_cached_key(rank);
    let n_asserted = values.iter().filter(|value| !value.asserts.is_empty()).count();
    let is_denied = values.iter().any(|value| !value.asserts.is_empty() && !value.denies.is_empty());
    let n_claims: usize = values.iter().map(|value| value.asserts.len() + value.denies.len()).sum();
    let meeting = match (n_asserted, n_claims) {
        _ if is_denied => Meeting::Differ,
        (_, 0 | 1) => Meeting::Single,
        (0 | 1, _) => Meeting::Agree,
        _ if many => Meeting::Several,
        _ => Meeting::Differ,
    };
    Answer { property, values, gone, meeting }
}

/// What equal values have in common; values of another key may still be the same (a month, and a day in it).
fn key(claim: &ClaimView) -> String {
    let value = &claim.claim.said.value;
    match &value.meaning {
        Meaning::Date(Some(edtf)) => format!("date {edtf}"),
        Meaning::Quantity(Some(Quantity { min, max, .. })) => format!("quantity {min:?} {max:?}"),
        Meaning::Record(id) | Meaning::Place(Some(id)) => format!("record {id}"),
        Meaning::Claim(id) => format!("claim {id}"),
        Meaning::Item(id) => format!("item {id}"),
        Meaning::Term(code) => format!("term {code}"),
        Meaning::Flag(is) => format!("flag {is}"),
        Meaning::Point(latitude, longitude) => format!("point {latitude} {longitude}"),
        _ => format!("words {}", fold(&value.raw).split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}

/// Whether values of this type can be the same without being equal.
fn compares(claim: &ClaimView) -> bool {
    matches!(claim.claim.said.value.meaning, Meaning::Date(Some(_)) | Meaning::Quantity(Some(_)))
}

fn says_same(said: &Said<'_>, claim: &ClaimView) -> bool {
    // Only with all of them: 2013 goes with 2013-03 and with 2013-04, and those two not with each other.
    said.asserts.iter().chain(&said.denies).all(|other| {
        match (&other.claim.said.value.meaning, &claim.claim.said.value.meaning) {
            (Meaning::Date(Some(a)), Meaning::Date(Some(b))) => {
                match (a.parse::<Edtf>(), b.parse::<Edtf>()) {
                    (Ok(a), Ok(b)) => a.may_be_same(&b),
                    _ => a == b,
                }
            }
            (Meaning::Quantity(Some(a)), Meaning::Quantity(Some(b))) => overlap(a, b),
            _ => false,
        }
    })
}

/// Whether two quantities can be the same number: "at least 30" and "34" can.
fn overlap(a: &Quantity, b: &Quantity) -> bool {
    let number = |text: &Option<String>, open: f64| {
        text.as_deref().map_or(Some(open), |text| text.parse::<f64>().ok())
    };
    let bounds = |it: &Quantity| Some((number(&it.min, f64::NEG_INFINITY)?, number(&it.max, f64::INFINITY)?));
    match (bounds(a), bounds(b)) {
        (Some((a_min, a_max)), Some((b_min, b_max))) => a.unit == b.unit && a_min <= b_max && b_min <= a_max,
        _ => false,
    }
}

/// The place of a value by the rule; less goes first.
fn rank(said: &Said<'_>) -> impl Ord + use<> {
    let accepted = said.asserts.iter().any(|claim| status(claim) == Status::Accepted);
    let sources: BTreeSet<String> = said.asserts.iter().map(|claim| source(claim)).collect();
    let grade = said.asserts.iter().filter_map(|claim| claim.claim.said.grade.information).min().unwrap_or(7);
    let reliability =
        said.asserts.iter().filter_map(|claim| claim.claim.said.grade.source).min().unwrap_or('Z');
    let first = said.asserts.iter().map(|claim| (claim.claim.entry, claim.claim.id.n)).min();
    (said.asserts.is_empty(), !accepted, usize::MAX - sources.len(), grade, reliability, first)
}

/// What counts as one source: an item, however often it says so; another claim; a person's own word.
fn source(claim: &ClaimView) -> String {
    match &claim.claim.said.source {
        Source::Item(id, _) => id.to_string(),
        Source::Claim(id) => id.to_string(),
        Source::Own => {
            claim.speaker.as_ref().map_or_else(|| claim.by.clone(), |speaker| speaker.id.to_string())
        }
    }
}

/// The claims of a record by property, in the order of first appearance.
pub fn by_property(claims: &[ClaimView]) -> Vec<(&str, Vec<&ClaimView>)> {
    let mut places = std::collections::HashMap::new();
    let mut grouped: Vec<(&str, Vec<&ClaimView>)> = Vec::new();
    for claim in claims {
        let property = claim.claim.said.property.as_str();
        let at = *places.entry(property).or_insert_with(|| {
            grouped.push((property, Vec::new()));
            grouped.len() - 1
        });
        grouped[at].1.push(claim);
    }
    grouped
}

#[cfg(test)]
mod tests;
