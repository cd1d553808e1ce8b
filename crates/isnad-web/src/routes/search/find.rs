//! `GET /search`

use askama::Template;
use axum::{extract::Query as Asking, response::Response};
use isnad_model::{
    RecordId,
    reading::Kind,
    search::{FacetValue, Hit, Query, Results, Snippet},
};
use isnad_schema::Schema;
use serde::Deserialize;

use crate::{
    fault::Fault,
    page::{Chrome, html},
    view::{Pager, Piece, encode, page_number, pieces},
    visitor::Member,
};

const PER_PAGE: u64 = 20;
/// Values of a facet that are shown before the rest folds away.
const FACET_OPEN: usize = 10;

/// The query of the address: the whole state of a search, to share and to print.
#[derive(Debug, Clone, Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    pub q: String,
    #[serde(default)]
    pub any: String,
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub accession: String,
    #[serde(default, rename = "type")]
    pub media_type: String,
    #[serde(default)]
    pub page: String,
}

impl Asked {
    /// The address of this search; parts that say nothing are left out.
    pub fn address(&self) -> String {
        let parts = [
            ("q", &self.q),
            ("any", &self.any),
            ("kind", &self.kind),
            ("accession", &self.accession),
            ("type", &self.media_type),
            ("page", &self.page),
        ];
        let query: Vec<String> = parts
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={}", encode(value)))
            .collect();
        if query.is_empty() { "/search".to_owned() } else { format!("/search?{}", query.join("&")) }
    }

    /// The same search with something changed, from its first page.
    fn but(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut other = Self { page: String::new(), ..self.clone() };
        change(&mut other);
        other.address()
    }

    fn filtered(&self) -> bool {
        !(self.kind.is_empty() && self.accession.is_empty() && self.media_type.is_empty())
    }

    fn query(&self, page: u64) -> Query {
        let some = |text: &String| (!text.is_empty()).then(|| text.clone());
        Query {
            text: self.q.clone(),
            any: !self.any.is_empty(),
            kind: Kind::from_code(&self.kind),
            accession: some(&self.accession),
            media_type: some(&self.media_type),
            item: None,
            offset: ((page - 1) * PER_PAGE) as usize,
            limit: Some(PER_PAGE as usize),
        }
    }
}

#[derive(Template)]
#[template(path = "search.html")]
pub(crate) struct SearchPage {
    pub c: Chrome,
    pub asked: Asked,
    /// Whether anything was asked at all; if not, the page teaches.
    pub asking: bool,
    pub n_hits: u64,
    pub hits: Vec<HitView>,
    pub facets: Vec<Facet>,
    pub pager: Pager,
    /// What to try when nothing was found: words of a link and its address.
    pub suggestions: Vec<(String, String)>,
}

/// A hit as the page shows it.
pub(crate) struct HitView {
    pub address: String,
    /// A record and no item: `item` is its id then.
    pub is_record: bool,
    pub item: String,
    pub name: String,
    pub kind: String,
    pub accession: String,
    pub page: u64,
    pub snippet: Vec<Piece>,
    pub cut: (bool, bool),
    pub why: Vec<(String, String)>,
    /// What the file says of itself that answers: the field, and its value around the words.
    pub told: Vec<(String, Vec<Piece>, (bool, bool))>,
}

/// A facet with its values.
pub(crate) struct Facet {
    pub title: String,
    pub open: Vec<FacetLine>,
    pub folded: Vec<FacetLine>,
}

/// A value of a facet: choosing it narrows, choosing it again takes that back.
#[derive(Clone)]
pub(crate) struct FacetLine {
    pub label: String,
    pub address: String,
    pub n_hits: u64,
    pub chosen: bool,
}

pub(crate) async fn page(member: Member, Asking(mut asked): Asking<Asked>) -> Result<Response, Fault> {
    asked.q = asked.q.trim().to_owned();
    let page = page_number(&asked.page);
    let asking = !asked.q.is_empty() || asked.filtered();
    let mut c = Chrome::member(&member, "search");
    c.find.clone_from(&asked.q);
    let results = if asking {
        let query = asked.query(page);
        member.ask(move |archive, grant| archive.search(grant, &query)).await?
    } else {
        Results::default()
    };
    let names = accession_names(&member, &results.accessions).await?;
    let schema = member.ask(|archive, _| Ok(archive.schema())).await?;
    let facets = facets(&c, &schema, &asked, &results, &names);
    let suggestions = if asking && results.n_hits == 0 { suggestions(&c, &asked) } else { Vec::new() };
    let pager = Pager::new(results.n_hits, PER_PAGE, page, |n| {
        Asked { page: if n > 1 { n.to_string() } else { String::new() }, ..asked.clone() }.address()
    });
    let hits = results.hits.into_iter().map(|hit| hit_view(&c, &schema, &asked, hit)).collect();
    html(&SearchPage { c, asking, n_hits: results.n_hits, hits, facets, pager, suggestions, asked })
}

/// A hit as the page shows it. A record is shown as one: its kind by its own name, and properties by theirs.
pub(crate) fn hit_view(c: &Chrome, schema: &Schema, asked: &Asked, hit: Hit) -> HitView {
    if let Some(record) = hit.record() {
        return record_view(c, schema, record, hit);
    }
    let item = hit.item.to_string();
    // Where only what the file says of itself answers, the item's page shows it, and its first page does not.
    let is_told_alone = hit.snippet.marks.is_empty() && !hit.told.is_empty();
    let address = match hit.page {
        0 => format!("/item/{item}"),
        _ if is_told_alone => format!("/item/{item}"),
        page => format!("/item/{item}/read?page={page}&q={}", encode(&asked.q)),
    };
    HitView {
        address,
        is_record: false,
        item,
        name: hit.name,
        kind: c.kind(hit.kind),
        accession: hit.accession,
        page: u64::from(hit.page),
        snippet: marked(&hit.snippet),
        cut: hit.snippet.cut,
        why: hit.why,
        told: hit.told.into_iter().map(|(field, value)| (field, marked(&value), value.cut)).collect(),
    }
}

fn record_view(c: &Chrome, schema: &Schema, record: RecordId, hit: Hit) -> HitView {
    // A column that no property was chosen for goes by its heading.
    let label = |id: &str| match id.strip_prefix('=') {
        Some(heading) => heading.to_owned(),
        None => schema.property_label(&hit.media_type, id, c.lang()).to_owned(),
    };
    let told = hit.told.into_iter().map(|(id, value)| (label(&id), marked(&value), value.cut)).collect();
    HitView {
        address: format!("/record/{record}"),
        is_record: true,
        item: record.to_string(),
        name: if hit.name.is_empty() { c.t("record-unnamed") } else { hit.name },
        kind: schema
            .kind(&hit.media_type)
            .map_or_else(|| c.kind(hit.kind), |kind| kind.label.get(c.lang()).to_owned()),
        accession: String::new(),
        page: 0,
        snippet: Vec::new(),
        cut: (false, false),
        why: hit.why,
        told,
    }
}

fn marked(snippet: &Snippet) -> Vec<Piece> {
    pieces(&snippet.text, snippet.marks.iter().map(|(start, end)| *start..*end))
}

/// Accessions by the name of whoever they came from, where it is known and may be seen.
async fn accession_names(member: &Member, values: &[FacetValue]) -> Result<Vec<(String, String)>, Fault> {
    let ids: Vec<String> = values.iter().map(|value| value.value.clone()).collect();
    let views = member
        .ask(move |archive, _| {
            ids.into_iter()
                .filter_map(|text| Some((text.parse().ok()?, text)))
                .map(|(id, text)| Ok((text, archive.accession(id)?)))
                .collect::<Result<Vec<_>, isnad_model::Problem>>()
        })
        .await?;
    let batches: Vec<isnad_model::BatchId> =
        values.iter().filter_map(|value| value.value.parse().ok()).collect();
    let registers = member
        .ask(move |archive, grant| {
            let names = batches.into_iter().map(|id| Ok((id.to_string(), archive.dataset_of(grant, id)?)));
            names.collect::<Result<Vec<_>, isnad_model::Problem>>()
        })
        .await?;
    let registers = registers.into_iter().filter_map(|(id, name)| Some((id, name?)));
    Ok(views
        .into_iter()
        .filter_map(|(id, sealed)| Some((id, member.open(sealed).ok()?.provenance.from_whom)))
        .chain(registers)
        .filter(|(_, name)| !name.is_empty())
        .collect())
}

fn facets(
    c: &Chrome,
    schema: &Schema,
    asked: &Asked,
    results: &Results,
    names: &[(String, String)],
) -> Vec<Facet> {
    let name = |id: &str| {
        names.iter().find(|(known, _)| known == id).map_or_else(|| id.to_owned(), |(_, name)| name.clone())
    };
    let kinds = facet(
        c.t("search-facet-kind"),
        &results.kinds,
        &asked.kind,
        |value| c.t(format!("kind-{value}")),
        |value| asked.but(|other| other.kind = value),
    );
    // Records that somebody entered came with no accession and no register.
    let came_with: Vec<FacetValue> =
        results.accessions.iter().filter(|value| !value.value.is_empty()).cloned().collect();
    let type_name = |value: &str| {
        schema.kind(value).map_or_else(|| value.to_owned(), |kind| kind.label.get(c.lang()).to_owned())
    };
    let accessions = facet(c.t("search-facet-accession"), &came_with, &asked.accession, name, |value| {
        asked.but(|other| other.accession = value)
    });
    let types =
        facet(c.t("search-facet-type"), &results.media_types, &asked.media_type, type_name, |value| {
            asked.but(|other| other.media_type = value)
        });
    [kinds, accessions, types].into_iter().flatten().collect()
}

fn facet(
    title: String,
    values: &[FacetValue],
    chosen: &str,
    label: impl Fn(&str) -> String,
    address: impl Fn(String) -> String,
) -> Option<Facet> {
    let mut open: Vec<FacetLine> = values
        .iter()
        .map(|value| {
            let is_chosen = value.value == chosen;
            let to = if is_chosen { String::new() } else { value.value.clone() };
            FacetLine {
                label: label(&value.value),
                address: address(to),
                n_hits: value.n_hits,
                chosen: is_chosen,
            }
        })
        .collect();
    let folded = if open.len() > FACET_OPEN { open.split_off(FACET_OPEN) } else { Vec::new() };
    (!open.is_empty()).then_some(Facet { title, open, folded })
}

fn suggestions(c: &Chrome, asked: &Asked) -> Vec<(String, String)> {
    let mut out = Vec::new();
    if asked.any.is_empty() && asked.q.split_whitespace().nth(1).is_some() {
        out.push((c.t("search-try-any"), asked.but(|other| other.any = "1".to_owned())));
    }
    if asked.filtered() {
        let bare = Asked { q: asked.q.clone(), any: asked.any.clone(), ..Asked::default() };
        out.push((c.t("search-try-everywhere"), bare.address()));
    }
    let unquoted = asked.q.replace(['"', '«', '»', '“', '”'], "");
    if unquoted != asked.q {
        out.push((c.t("search-try-unquoted"), asked.but(|other| other.q = unquoted)));
    }
    out
}
