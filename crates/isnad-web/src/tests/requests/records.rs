//! Records through their forms: what is doubtful is told before it is sealed, what was taken back can come again, and
//! what leaves names nobody who must not be named.

use std::io::Cursor;

use isnad_engine::{IntakeRequest, NewRecord, Source as Bytes};
use isnad_model::{
    Sensitivity,
    claim::{Meaning, Said, Source, Subject, Value},
    intake::Provenance,
    search::Query,
};

use super::*;

const PERSON: &str = "/record/new?kind=person";

impl Browser {
    /// Fills in the form of a page and sends it.
    async fn fill(&mut self, page: &str, to: &str, fields: &[(&str, &str)]) -> Answer {
        let form = self.get(page).await.hidden("form");
        let fields = [&[("form", form.as_str())], fields].concat();
        self.post(to, &fields).await
    }

    /// Begins a person, and gives the record's address.
    async fn begin(&mut self, fields: &[(&str, &str)]) -> String {
        let fields = [&[("kind", "person")], fields].concat();
        let answer = self.fill(PERSON, "/record/new", &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        answer.header("location").to_owned()
    }

    /// Says a word on a claim.
    async fn mark(&mut self, claim: &str, status: &str) {
        let answer = self
            .fill(&format!("/claim/{claim}"), &format!("/claim/{claim}/remark"), &[("status", status)])
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    }
}

/// The claim that an address has chosen.
fn chosen(address: &str) -> String {
    address.split("claim=").nth(1).expect("a claim").split(['&', '#']).next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn what_is_doubtful_is_told_before_it_is_sealed() {
    let place = Place::new();
    let mut browser = place.keeper().await;
    let fields =
        [("kind", "person"), ("p.name", "سالم"), ("p.birth-date", "3/4/1987"), ("p.death-date", "31/2/2012")];
    let answer = browser.fill(PERSON, "/record/new", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    for told in ["1987-03-04", "31/2/2012", "name=\"sure\"", ">سالم<"] {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(
        browser.get("/records?kind=person").await.text().matches("/record/R-").count() == 0,
        "nothing is sealed"
    );
    let record = browser.begin(&[&fields[1..], &[("sure", "1")]].concat()).await;
    let page = browser.get(&record).await.text();
    assert!(page.contains("31/2/2012") && page.contains("1987-04-03"), "kept as it stands: {page}");
}

#[tokio::test]
async fn what_was_taken_back_comes_again() {
    let place = Place::new();
    let mut browser = place.keeper().await;
    let record = browser.begin(&[("p.name", "سالم الحلواني")]).await;
    let id = record.trim_start_matches("/record/").to_owned();
    let page = browser.get(&record).await.text();
    let first = page
        .split("/claim/")
        .nth(1)
        .map_or_else(|| chosen(&page), |rest| rest.split('"').next().unwrap_or_default().to_owned());
    let say = format!("/record/{id}/say");
    let answer = browser
        .fill(
            &say,
            &say,
            &[("property", "name"), ("relation", "corrects"), ("about", &first), ("p.name", "سليم الحلواني")],
        )
        .await;
    let correction = chosen(answer.header("location"));
    let title = |page: String| {
        page.split("<h1>").nth(1).unwrap_or_default().split("</h1>").next().unwrap_or_default().to_owned()
    };
    assert!(title(browser.get(&record).await.text()).contains("سليم"), "the correction names the record");
    browser.mark(&correction, "withdrawn").await;
    assert!(title(browser.get(&record).await.text()).contains("سالم"), "and taken back, it names it no more");
    let found = browser.get("/search?q=سالم&kind=record").await.text();
    assert!(found.contains(&id), "found by the name that stands: {found}");
    browser.mark(&correction, "accepted").await;
    assert!(title(browser.get(&record).await.text()).contains("سليم"), "the undo is undone");
}

#[tokio::test]
async fn what_leaves_names_no_closed_source() {
    const CLOSED: &str = "closedcanary";
    let mut record = None;
    let place = Place::with(|archive, grant| {
        let bytes = Box::new(Cursor::new(b"words".to_vec()));
        let sources = vec![Bytes::Stream { name: format!("{CLOSED}.txt"), bytes }];
        let provenance = Provenance { sensitivity: Sensitivity::Restricted, ..Provenance::default() };
        archive.intake(grant, IntakeRequest { provenance, sources }, &|_| ()).expect("taken in");
        let item = archive.search(grant, &Query::default()).expect("hits").hits[0].item;
        let [id, speaker] = [archive.new_record(), archive.new_record()];
        let begin = |id, sensitivity| NewRecord { id, kind: "person".to_owned(), sensitivity };
        let said = |id, property: &str, raw: &str, sensitivity| {
            let value = Value { raw: raw.to_owned(), lang: None, meaning: Meaning::Name(Vec::new()) };
            let source = Source::Item(item, Box::default());
            Said { sensitivity, ..Said::new(Subject::Record(id), property, value, source) }
        };
        let open = Said {
            speaker: Some(speaker),
            note: Some(CLOSED.to_owned()),
            ..said(id, "name", "open name", Sensitivity::Public)
        };
        let claims = vec![
            said(speaker, "name", CLOSED, Sensitivity::Internal),
            open,
            said(id, "alias", CLOSED, Sensitivity::Internal),
        ];
        // The record of whoever speaks is open; the name is not.
        let begun = vec![begin(id, Sensitivity::Public), begin(speaker, Sensitivity::Public)];
        archive.say(grant, begun, claims).expect("said");
        record = Some(id);
    });
    let mut browser = place.keeper().await;
    let id = record.expect("a record");
    assert!(browser.get(&format!("/record/{id}")).await.text().contains(CLOSED), "the keeper sees it");
    let sheet = browser.get(&format!("/record/{id}/sheet")).await.text();
    assert!(sheet.contains("open name"), "{sheet}");
    assert!(!sheet.contains(CLOSED), "{sheet}");
}
