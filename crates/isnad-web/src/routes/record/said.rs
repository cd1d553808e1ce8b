//! Claims as pages show them: values in words, and how they meet.

use std::sync::Arc;

use isnad_describe::resolve::{self, Meeting, Status};
use isnad_model::{
    ItemId, RecordId,
    claim::{ClaimId, Meaning, Polarity, Quantity, Relation, Said, Source, Wording},
    view::{ClaimView, RecordLine, RecordView},
};
use isnad_schema::{EVERY_CLAIM, EVERY_RECORD, Property, Schema};

use crate::{fault::Fault, page::Chrome, visitor::Member};

/// One claim.
pub(crate) struct Voice {
    pub id: ClaimId,
    /// The value in words.
    pub words: String,
    /// What it was understood to mean, where that is not what it says: a date, a number.
    pub means: String,
    /// The record that the value names.
    pub target: Option<RecordId>,
    pub target_item: Option<ItemId>,
    pub target_claim: Option<ClaimId>,
    pub denies: bool,
    pub quoted: bool,
    /// Who says it, where that is known.
    pub speaker: Option<RecordLine>,
    pub item: Option<(ItemId, String)>,
    /// The place in the item, in words.
    pub place: String,
    /// Where the place is shown, in the document.
    pub place_address: String,
    pub quote: String,
    pub note: String,
    pub said_on: String,
    pub valid: String,
    pub grade: String,
    pub status: Status,
    pub sensitivity: isnad_model::Sensitivity,
    pub dataset: String,
    pub by: String,
    pub at: isnad_model::Millis,
    pub entry: u64,
    /// What it does to an earlier claim.
    pub relation: Option<(Relation, ClaimId)>,
    /// What later ones did to it.
    pub answered: Vec<(Relation, ClaimId)>,
    pub replies: Vec<RecordLine>,
    pub n_remarks: usize,
}

impl Voice {
    /// A claim in words.
    pub fn of(c: &Chrome, schema: &Schema, property: Option<&Property>, view: &ClaimView) -> Self {
        let said = &view.claim.said;
        let (words, means) = words(c, schema, property, view);
        let (place, place_address, quote) = place(c, &said.source);
        let grade = said.grade.source.map(String::from).unwrap_or_default();
        let grade = grade + &said.grade.information.map(|it| it.to_string()).unwrap_or_default();
        let bound = |date: &Option<String>| date.clone().unwrap_or_else(|| "..".to_owned());
        let valid = match (&said.valid.first, &said.valid.last) {
            (None, None) => String::new(),
            (first, last) => format!("{} / {}", bound(first), bound(last)),
        };
        Self {
            id: view.claim.id,
            words,
            means,
            target: match said.value.meaning {
                Meaning::Record(id) | Meaning::Place(Some(id)) => Some(id),
                _ => None,
            },
            target_item: match said.value.meaning {
                Meaning::Item(id) => Some(id),
                _ => None,
            },
            target_claim: match said.value.meaning {
                Meaning::Claim(id) => Some(id),
                _ => None,
            },
            denies: said.polarity == Polarity::Denies,
            quoted: said.wording == Wording::Quoted,
            speaker: view.speaker.clone(),
            item: view.item.as_ref().map(|(id, path, _)| (*id, path.clone())),
            place,
            place_address,
            quote,
            note: said.note.clone().unwrap_or_default(),
            said_on: said.said_on.clone().unwrap_or_default(),
            valid,
            grade,
            status: resolve::status(view),
            sensitivity: said.sensitivity,
            dataset: view.dataset.clone().unwrap_or_default(),
            by: view.by.clone(),
            at: view.claim.at,
            entry: view.claim.entry,
            relation: said.relation,
            answered: view.answered.clone(),
            replies: view.replies.clone(),
            n_remarks: view.remarks.len(),
        }
    }

    /// The colour of its state; nothing where nobody has looked at it.
    pub fn tone(&self) -> &'static str {
        match self.status {
            Status::Accepted => "ok",
            Status::Open => "",
            Status::WorkNeeded => "open",
            Status::Issue | Status::Conflict | Status::Withdrawn => "bad",
        }
    }
}

/// The value in words, and what it was understood to mean.
fn words(c: &Chrome, schema: &Schema, property: Option<&Property>, view: &ClaimView) -> (String, String) {
    let value = &view.claim.said.value;
    let raw = value.raw.clone();
    let beside =
        |means: String| if means == raw { (raw.clone(), String::new()) } else { (raw.clone(), means) };
    match &value.meaning {
        Meaning::Term(code) => {
            let label = property.map_or(code.as_str(), |it| schema.term_label(it, code, c.lang())).to_owned();
            // The source's own word stays beside the word of the vocabulary.
            let own = if raw == label || raw == *code { String::new() } else { raw.clone() };
            (label, own)
        }
        Meaning::Flag(is) => (c.t(if *is { "form-yes" } else { "form-no" }), String::new()),
        Meaning::Date(Some(edtf)) => beside(edtf.clone()),
        Meaning::Date(None) | Meaning::Quantity(None) => (raw, c.t("said-not-understood")),
        Meaning::Quantity(Some(quantity)) => beside(bounds(quantity)),
        Meaning::Record(id) | Meaning::Place(Some(id)) => {
            let now = view.target.as_ref().map(|line| line.title.clone()).filter(|title| !title.is_empty());
            (now.unwrap_or_else(|| if raw.is_empty() { id.to_string() } else { raw.clone() }), String::new())
        }
        Meaning::Point(latitude, longitude) => {
            let degrees = |millionths: i32| f64::from(millionths) / 1e6;
            beside(format!("{:.6}, {:.6}", degrees(*latitude), degrees(*longitude)))
        }
        Meaning::Name(parts) if !parts.is_empty() => {
            let parts = parts.iter().map(|(part, words)| format!("{}: {words}", c.t(format!("part-{part}"))));
            (raw, parts.collect::<Vec<_>>().join(" · "))
        }
        _ => (raw, String::new()),
    }
}

fn bounds(quantity: &Quantity) -> String {
    match (&quantity.min, &quantity.max) {
        (Some(min), Some(max)) if min == max => min.clone(),
        (Some(min), Some(max)) => format!("{min}–{max}"),
        (Some(min), None) => format!("≥ {min}"),
        (None, Some(max)) => format!("≤ {max}"),
        (None, None) => String::new(),
    }
}

/// The place in an item: in words, its address, and what stands there.
fn place(c: &Chrome, source: &Source) -> (String, String, String) {
    let Source::Item(id, at) = source else { return Default::default() };
    let number = |key: &str, n: u64| c.n(key, n);
    let parts = [
        at.sheet.clone(),
        at.page.map(|n| number("said-page", n.into())),
        at.line.map(|n| number("said-line", n.into())),
        at.row.map(|n| number("said-row", n)),
        at.column.map(|n| number("said-column", n.into())),
        at.time_ms.map(|(from, _)| clock(from)),
    ];
    let words = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let mut address = format!("/item/{id}");
    if let Some(page) = at.page {
        address = format!("{address}/read?page={page}");
        if let Some(quote) = &at.quote {
            address = format!("{address}&q={}", crate::view::encode(&format!("\"{quote}\"")));
        }
    }
    (words, address, at.quote.clone().unwrap_or_default())
}

/// A time in a recording.
fn clock(ms: u64) -> String {
    let seconds = ms / 1_000;
    format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// One property of a record, with what is said of it.
pub(crate) struct Told {
    pub property: String,
    pub label: String,
    pub meeting: Meeting,
    /// Values that stand, the one of the rule first; each with those who say it and those who deny it.
    pub values: Vec<(Vec<Voice>, Vec<Voice>)>,
    /// Claims that stand no more.
    pub gone: Vec<Voice>,
    /// How many stand no more, shown or not.
    pub n_gone: u64,
    /// How many claims there are in all.
    pub n_claims: u64,
    /// How many of them are shown here.
    pub n_shown: u64,
}

/// Claims of one property that the page of a record shows; all of them stand on pages of their own.
const SHOWN_MAX: usize = 24;
/// Claims on a page of one property.
pub(crate) const PER_PAGE: usize = 100;

/// Which claims a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part<'p> {
    /// All of them, on a paper that leaves.
    All,
    /// Of each property the first.
    First,
    /// Of one property, a page.
    Page(&'p str, u64),
}

/// What is said, property by property in the order of the schema.
pub(crate) fn told(
    c: &Chrome,
    schema: &Schema,
    kind: &str,
    claims: &[ClaimView],
    part: Part<'_>,
) -> Vec<Told> {
    let order = |id: &str| {
        let place = |kind: &str| {
            schema.kind(kind).and_then(|kind| kind.properties.iter().position(|property| property.id == id))
        };
        place(kind).map(|at| (0, at)).or_else(|| place(EVERY_RECORD).map(|at| (1, at))).unwrap_or((2, 0))
    };
    let mut grouped = resolve::by_property(claims);
    grouped.retain(|(property, _)| !matches!(part, Part::Page(only, _) if only != *property));
    grouped.sort_by_key(|(property, _)| order(property));
    let window = match part {
        Part::Page(_, page) => {
            let first = (page as usize - 1).saturating_mul(PER_PAGE);
            first..first.saturating_add(PER_PAGE)
        }
        Part::First => 0..SHOWN_MAX,
        Part::All => 0..usize::MAX,
    };
    let all = grouped.into_iter().map(|(id, claims)| {
        let property = schema.property(kind, id);
        let answer = resolve::answer(id, &claims, property.is_some_and(|property| property.many));
        let mut taken = Window { at: 0, window: window.clone(), n_shown: 0 };
        let mut of = |views: &[&ClaimView]| {
            let shown = views.iter().filter(|_| taken.takes());
            shown.map(|view| Voice::of(c, schema, property, view)).collect::<Vec<_>>()
        };
        let mut values: Vec<_> =
            answer.values.iter().map(|value| (of(&value.asserts), of(&value.denies))).collect();
        values.retain(|(asserts, denies)| !asserts.is_empty() || !denies.is_empty());
        let gone = of(&answer.gone);
        Told {
            property: id.to_owned(),
            label: property.map_or_else(|| id.to_owned(), |property| property.label.get(c.lang()).to_owned()),
            meeting: answer.meeting,
            n_claims: claims.len() as u64,
            n_gone: answer.gone.len() as u64,
            n_shown: taken.n_shown,
            values,
            gone,
        }
    });
    all.collect()
}

/// Takes the claims of a page out of all of them, in their order.
struct Window {
    at: usize,
    window: std::ops::Range<usize>,
    n_shown: u64,
}

impl Window {
    fn takes(&mut self) -> bool {
        let is_in = self.window.contains(&self.at);
        self.at += 1;
        self.n_shown += u64::from(is_in);
        is_in
    }
}

/// How many properties hold contradictions.
pub(crate) fn n_differ(told: &[Told]) -> u64 {
    told.iter().filter(|told| told.meeting == Meeting::Differ).count() as u64
}

/// A claim about a claim: the property's name, and its words.
pub(crate) fn remark(c: &Chrome, schema: &Schema, said: &Said) -> (String, String) {
    let property = schema.property(EVERY_CLAIM, &said.property);
    let label = schema.property_label(EVERY_CLAIM, &said.property, c.lang()).to_owned();
    let words = match (&said.value.meaning, property) {
        (Meaning::Term(code), Some(property)) => schema.term_label(property, code, c.lang()).to_owned(),
        (Meaning::Term(code), None) => code.clone(),
        _ => said.value.raw.clone(),
    };
    (label, words)
}

/// The record of an address with all that is said of it, if it is there and may be seen.
pub(crate) async fn found(member: &Member, id: &str) -> Result<(Arc<Schema>, RecordView), Fault> {
    let id: RecordId = id.parse().map_err(|_| Fault::Absent)?;
    let (schema, record) =
        member.ask(move |archive, grant| Ok((archive.schema(), archive.record(grant, id)?))).await?;
    Ok((schema, record.ok_or(Fault::Absent)?))
}
