//! How claims meet: what is said together, what differs, and which of it stands in a list.
//!
//! The rule, in this order: a claim that was withdrawn, corrected or superseded, or that a person marked as withdrawn,
//! does not stand; nor does a denial. Of the values that stand, one goes before another if a person accepted a claim of
//! it; then if more sources say it; then if the information is graded better; then the source; then if it was written
//! down first. Every claim is shown beside the others, whatever the rule says.

use std::collections::{BTreeSet, HashMap};

use isnad_model::{
    claim::{ClaimId, Meaning, Polarity, Quantity, Relation, Source},
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

/// The property of a claim about a claim that says how it stands.
pub const STATUS: &str = "status";

impl Status {
    /// What a claim about a claim says of it.
    pub fn of(said: &isnad_model::claim::Said) -> Self {
        let code = match &said.value.meaning {
            Meaning::Term(code) => code.as_str(),
            _ => "",
        };
        let all = [Self::Accepted, Self::WorkNeeded, Self::Issue, Self::Conflict, Self::Withdrawn];
        all.into_iter().find(|it| it.code() == code).unwrap_or(Self::Open)
    }

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
    let said = claim.remarks.iter().rev().find(|remark| remark.claim.said.property == STATUS);
    said.map_or(Status::Open, |remark| Status::of(&remark.claim.said))
}

/// What decides whether a claim stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lot {
    /// The claim.
    pub id: ClaimId,
    /// What it does to an earlier one.
    pub relation: Option<Relation>,
    /// Whether a person marked it as withdrawn.
    pub is_marked: bool,
    /// What later claims do to it.
    pub answered: Vec<(Relation, ClaimId)>,
}

impl Lot {
    fn of(view: &ClaimView) -> Self {
        Self {
            id: view.claim.id,
            relation: view.claim.said.relation.map(|(how, _)| how),
            is_marked: status(view) == Status::Withdrawn,
            answered: view.answered.clone(),
        }
    }
}

/// The claims that stand, of some in the order in which they were written down.
///
/// A claim that was marked as withdrawn does not stand, nor does one that a later claim corrects, supersedes or
/// withdraws, as long as that later one holds: whoever takes a correction back has what was there before. A claim that
/// only withdraws another is no value itself.
pub fn standing(lots: &[Lot]) -> BTreeSet<ClaimId> {
    let known: BTreeSet<ClaimId> = lots.iter().map(|lot| lot.id).collect();
    let mut holding = BTreeSet::new();
    let mut standing = BTreeSet::new();
    // What answers a claim is younger than it, and judged before it.
    for lot in lots.iter().rev() {
        let is_answered = |wanted: &[Relation]| {
            let holds = |by: &ClaimId| holding.contains(by) || !known.contains(by);
            lot.answered.iter().any(|(how, by)| wanted.contains(how) && holds(by))
        };
        if lot.is_marked || is_answered(&[Relation::Withdraws]) {
            continue;
        }
        // A correction that was corrected in its turn goes on replacing what it corrected.
        let is_replaced = is_answered(&[Relation::Corrects, Relation::Supersedes]);
        holding.insert(lot.id);
        if !is_replaced && lot.relation != Some(Relation::Withdraws) {
            standing.insert(lot.id);
        }
    }
    standing
}

/// The claims of a record that stand.
pub fn standing_of(claims: &[ClaimView]) -> BTreeSet<ClaimId> {
    standing(&claims.iter().map(Lot::of).collect::<Vec<_>>())
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
    let lots: Vec<Lot> = claims.iter().map(|claim| Lot::of(claim)).collect();
    let holding = standing(&lots);
    let (standing, gone): (Vec<&ClaimView>, Vec<&ClaimView>) =
        claims.iter().partition(|claim| holding.contains(&claim.claim.id));
    let mut values: Vec<(Said<'a>, Vec<Range>)> = Vec::new();
    // By its words first: ten thousand equal claims must not be compared each with each.
    let mut by_words: HashMap<String, usize> = HashMap::new();
    for claim in standing {
        let key = key(claim);
        let range = Range::of(claim);
        let found = by_words.get(&key).copied().or_else(|| {
            // Only with all of them: 2013 goes with 2013-03 and with 2013-04, and those two not with each other.
            let range = range.as_ref()?;
            values.iter().position(|(_, ranges)| {
                !ranges.is_empty() && ranges.iter().all(|other| other.may_be_same(range))
            })
        });
        let at = found.unwrap_or_else(|| {
            values.push((Said { asserts: Vec::new(), denies: Vec::new() }, Vec::new()));
            values.len() - 1
        });
        let (said, ranges) = &mut values[at];
        if by_words.insert(key, at).is_none() {
            ranges.extend(range);
        }
        match claim.claim.said.polarity {
            Polarity::Asserts => said.asserts.push(claim),
            Polarity::Denies => said.denies.push(claim),
        }
    }
    let mut values: Vec<Said<'a>> = values.into_iter().map(|(said, _)| said).collect();
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

/// What values can be that are the same without being equal: dates and numbers, each known as far as it is.
enum Range {
    Date(Box<Edtf>),
    /// Bounds, and the unit.
    Number(f64, f64, Option<String>),
}

impl Range {
    fn of(claim: &ClaimView) -> Option<Self> {
        match &claim.claim.said.value.meaning {
            Meaning::Date(Some(edtf)) => edtf.parse().ok().map(|edtf| Self::Date(Box::new(edtf))),
            Meaning::Quantity(Some(Quantity { min, max, unit })) => {
                let bound = |text: &Option<String>, open: f64| {
                    text.as_deref().map_or(Some(open), |text| text.parse().ok())
                };
                Some(Self::Number(bound(min, f64::NEG_INFINITY)?, bound(max, f64::INFINITY)?, unit.clone()))
            }
            _ => None,
        }
    }

    /// Whether both can be so: "at least 30" and "34" can.
    fn may_be_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Date(a), Self::Date(b)) => a.may_be_same(b),
            (Self::Number(a_min, a_max, a_unit), Self::Number(b_min, b_max, b_unit)) => {
                a_unit == b_unit && a_min <= b_max && b_min <= a_max
            }
            _ => false,
        }
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
    let mut places = HashMap::new();
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
