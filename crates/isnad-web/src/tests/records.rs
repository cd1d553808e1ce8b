//! View models for the pages of records: claims that agree, that differ, that were taken back, and replies to them.

use askama::Template;
use isnad_i18n::Lang;
use isnad_model::{
    BatchId, ItemId, Millis, PrincipalId, RecordId, Sensitivity,
    claim::{
        Claim, ClaimId, Grade, Locator, Meaning, Polarity, Relation, Said, Source, Subject, Value, Wording,
    },
    view::{ClaimView, LinkView, RecordLine, RecordView, Remark},
};
use isnad_schema::Schema;

use super::samples::chrome;
use crate::{
    routes::record::{
        claim::{ClaimPage, RemarkLine},
        fields::groups,
        header::{Doubtful, Header},
        history::{HistoryPage, Step},
        list::{KindLine, KindsPage, ListPage},
        new::FormPage,
        said::{Part, Voice, told},
        sheet::SheetPage,
        show::{Chosen, RecordPage},
    },
    view::Pager,
};

const RECORD: RecordId = RecordId([7; 10]);

fn line(title: &str) -> RecordLine {
    RecordLine {
        id: RECORD,
        kind: "person".to_owned(),
        title: title.to_owned(),
        sensitivity: Sensitivity::Public,
        title_sensitivity: Sensitivity::Public,
        at: Millis(1_537_000_000_000),
    }
}

fn view(n: u64, property: &str, raw: &str, meaning: Meaning) -> ClaimView {
    let locator =
        Locator {
            page: Some(2), line: Some(3), quote: Some("«كذا» <b>".to_owned()), ..Locator::default()
        };
    let item = ItemId([3; 10]);
    let value = Value { raw: raw.to_owned(), lang: Some("ar".to_owned()), meaning };
    let said = Said {
        grade: Grade { source: Some('B'), information: Some(2) },
        sensitivity: Sensitivity::Public,
        said_on: Some("2018".to_owned()),
        note: Some("من السجل <i>".to_owned()),
        ..Said::new(Subject::Record(RECORD), property, value, Source::Item(item, Box::new(locator)))
    };
    let id = ClaimId { batch: BatchId([5; 10]), n };
    ClaimView {
        claim: Claim { id, said, by: PrincipalId([1; 10]), at: Millis(1_537_000_000_000), entry: 12 },
        by: "ليلى <b>".to_owned(),
        item: Some((item, "ملف <script>/شهادة.pdf".to_owned(), Sensitivity::Public)),
        speaker: Some(line("مديرية السجل <b>")),
        target: None,
        dataset: Some("كشف <b>".to_owned()),
        remarks: Vec::new(),
        answered: Vec::new(),
        replies: Vec::new(),
    }
}

fn claims() -> Vec<ClaimView> {
    let date = |edtf: &str| Meaning::Date(Some(edtf.to_owned()));
    let mut denied = view(3, "death-date", "2014", date("2014"));
    denied.claim.said.polarity = Polarity::Denies;
    denied.claim.said.wording = Wording::Quoted;
    let mut gone = view(4, "mother-name", "نجاح <b>", Meaning::Name(Vec::new()));
    gone.answered.push((Relation::Corrects, denied.claim.id));
    let mut answered = view(5, "notes", "قيل كذا", Meaning::Text);
    answered.replies.push(line("ردّ <b>"));
    let mut remark = view(6, "status", "", Meaning::Term("accepted".to_owned())).claim;
    remark.said.subject = Subject::Claim(answered.claim.id);
    answered.remarks.push(Remark { claim: remark, by: "ليلى".to_owned() });
    vec![
        view(0, "name", "سالم <b>", Meaning::Name(vec![("given".to_owned(), "سالم".to_owned())])),
        view(1, "death-date", "نحو أيار ٢٠١٣", date("2013-05~")),
        view(2, "death-date", "17/1/2014", date("2014-01-17")),
        denied,
        gone,
        answered,
        view(7, "sex", "رجل", Meaning::Term("male".to_owned())),
        view(8, "birth-date", "٣٠/٢/١٩٨٧", Meaning::Date(None)),
        view(9, "no-such-property", "قيمة <b>", Meaning::Text),
    ]
}

/// The pages of records: `(name, html)`.
pub fn pages(lang: Lang) -> Vec<(&'static str, String)> {
    let c = || chrome(lang, "records");
    let schema = Schema::builtin();
    let kind = schema.kind("person").expect("a kind");
    let claims = claims();
    let told = |part| told(&c(), schema, "person", &claims, part);
    let voice = || Voice::of(&c(), schema, kind.property("death-date"), &claims[1]);
    let record = |claims: Vec<ClaimView>| RecordView { line: line("سالم <b>"), entry: 11, claims };
    let page = |record: RecordView, told, chosen, links| RecordPage {
        c: c(),
        kind: "شخص".to_owned(),
        open: true,
        n_differ: 1,
        n_sources: 1,
        links,
        links_more: true,
        told,
        chosen,
        only: String::new(),
        pager: Pager::new(0, 100, 1, |n| format!("/record/{RECORD}?page={n}")),
        as_of: String::new(),
        record,
    };
    let link = LinkView { from: line("ابن <b>"), property: "party".to_owned(), claim: claims[0].claim.id };
    let chosen = Chosen { label: "تاريخ الوفاة".to_owned(), voice: voice(), knots: Vec::new() };
    let form = |wrong, header| FormPage {
        c: c(),
        action: "/record/new".to_owned(),
        title: "شخص".to_owned(),
        help: "<b>".to_owned(),
        kind: "person".to_owned(),
        to: Some((RECORD, "سالم <b>".to_owned())),
        property: String::new(),
        groups: groups(schema, kind, lang.code(), &[("p.name".to_owned(), "<b>".to_owned())], None),
        header,
        label: Sensitivity::Restricted,
        wrong,
        doubtful: vec![Doubtful {
            field: "p.birth-date".to_owned(),
            words: "3/4/1987 <b>".to_owned(),
            code: "date-day-or-month".to_owned(),
            about: "1987-03-04".to_owned(),
        }],
    };
    let header = Header {
        relation: "corrects".to_owned(),
        about: claims[0].claim.id.to_string(),
        quote: "<script>".to_owned(),
        ..Header::default()
    };
    let kinds =
        vec![KindLine {
            id: "person".to_owned(), label: "أشخاص".to_owned(), help: "<b>".to_owned(), n: 3
        }];
    let list = |lines: Vec<RecordLine>| ListPage {
        c: c(),
        kind: "person".to_owned(),
        label: "أشخاص".to_owned(),
        help: "<b>".to_owned(),
        n_all: lines.len() as u64,
        lines,
        pager: Pager::new(120, 50, 1, |n| format!("/records?kind=person&page={n}")),
    };
    let step = Step {
        at: Millis(1_537_000_000_000),
        by: "ليلى <b>".to_owned(),
        entry: 12,
        label: "الاسم".to_owned(),
        words: "سالم <b>".to_owned(),
        claim: claims[0].claim.id,
        relation: Some("corrects"),
        is_remark: true,
        denies: true,
    };
    let remark = RemarkLine {
        label: "الحال".to_owned(),
        words: "<b>".to_owned(),
        by: "ليلى".to_owned(),
        at: Millis(1_537_000_000_000),
    };
    let rendered = |name: &'static str, page: Result<String, askama::Error>| (name, page.expect("a page"));
    vec![
        rendered(
            "record",
            page(
                record(claims.clone()),
                told(Part::First),
                Some(chosen),
                vec![("أبناء".to_owned(), vec![link])],
            )
            .render(),
        ),
        rendered("record, empty", page(record(Vec::new()), Vec::new(), None, Vec::new()).render()),
        rendered(
            "record, one property",
            page(record(claims.clone()), told(Part::Page("death-date", 1)), None, Vec::new()).render(),
        ),
        rendered("record form", form(None, Header::default()).render()),
        rendered(
            "record form, wrong",
            form(Some(("ما حدث".to_owned(), "ما العمل".to_owned())), header).render(),
        ),
        rendered("record kinds", KindsPage { c: c(), n_all: 0, areas: vec![("describe", kinds)] }.render()),
        rendered("record list", list(vec![line("سالم <b>"), line("")]).render()),
        rendered("record list, empty", list(Vec::new()).render()),
        rendered(
            "record history",
            HistoryPage {
                c: c(),
                line: line(""),
                steps: vec![step],
                n_all: 1,
                pager: Pager::new(1, 100, 1, |n| format!("/record/{RECORD}/history?page={n}")),
                from: "2026-01-01".to_owned(),
                to: String::new(),
            }
            .render(),
        ),
        rendered(
            "record sheet",
            SheetPage {
                c: c(),
                line: line("سالم"),
                kind: "شخص".to_owned(),
                title: "سالم <b>".to_owned(),
                told: told(Part::First),
                n_withheld: 2,
            }
            .render(),
        ),
        rendered(
            "record claim",
            ClaimPage {
                c: c(),
                voice: voice(),
                label: "تاريخ الوفاة".to_owned(),
                property: "death-date".to_owned(),
                record: Some(line("سالم <b>")),
                remarks: vec![remark],
                knots: Vec::new(),
                typed: "%D8%B3".to_owned(),
                statuses: vec![("accepted".to_owned(), "مقبول".to_owned())],
                source: None,
            }
            .render(),
        ),
    ]
}
