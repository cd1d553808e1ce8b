//! View models for every page: the sort of thing that an archive holds, all of it invented.

use askama::Template;
use isnad_access::Role;
use isnad_i18n::{Lang, Locale};
use isnad_model::{
    AccessionId, Arg, ItemId, Millis, PrincipalId, Problem, Sensitivity,
    intake::{Count, Provenance, Refusal, Unread},
    reading::{Kind, Metadatum, Method},
    search::{Hit, Snippet},
    view::{
        AccessionView, EntryView, Finding, Gravity, Holds, ItemLine, ItemName, ItemView, Knot, Notation,
        PrincipalView, ReadingView, SameBytes, Status, VerifyReport,
    },
};

use crate::{
    fault::FaultPage,
    page::Chrome,
    routes::{
        accession::{list::AccessionsPage, report::ReportPage, show::AccessionPage},
        away::calendar::CalendarPage,
        help::keys::{HelpPage, KEYS},
        home::show::HomePage,
        intake::ask::IntakePage,
        item::{readings::grouped, show::ItemPage},
        ledger::entry::EntryPage,
        people::list::PeoplePage,
        search::find::{Asked, Facet, FacetLine, SearchPage, hit_view},
        settings::show::SettingsPage,
        sign::enter::SignInPage,
        verify::show::VerifyPage,
    },
    view::Pager,
    visitor::{Keys, Visitor},
};

/// The frame of a page for a keeper.
pub fn chrome(lang: Lang, area: &'static str) -> Chrome {
    let visitor = Visitor {
        locale: Locale::new(lang),
        pictures: true,
        keys: Keys::Plain,
        path: "/search?q=أحمد".to_owned(),
    };
    let mut c = Chrome::stranger(&visitor);
    c.area = area;
    c.who = Some("ليلى <b>".to_owned());
    c.keeper = true;
    c.takes_in = true;
    c.form = "f".repeat(64);
    c.seal = Some(true);
    c.idle_seconds = 900;
    c
}

/// Every page in every state that looks different: `(name, html)`.
pub fn every_page(lang: Lang) -> Vec<(&'static str, String)> {
    let c = |area| chrome(lang, area);
    let stranger = || {
        let visitor = Visitor {
            locale: Locale::new(lang),
            pictures: true,
            keys: Keys::Plain,
            path: "/sign-in".to_owned(),
        };
        Chrome::stranger(&visitor)
    };
    let wrong = || Some(("ما حدث".to_owned(), "ما العمل".to_owned()));
    let sign_in = |wrong| SignInPage {
        c: stranger(),
        visit: "v".repeat(64),
        to: "/".to_owned(),
        draft: String::new(),
        name: "ليلى".to_owned(),
        wrong,
    };
    let home = |status: Status| HomePage {
        c: c("home"),
        status,
        recent: vec![accession()],
        n_numbers: 38,
        n_pages: 12,
    };
    let intake = |wrong| IntakePage {
        c: c("intake"),
        given: provenance(),
        pictures: true,
        sensitivities: Sensitivity::ALL.to_vec(),
        wrong,
        owner: "0".repeat(100),
        is_draft: false,
    };
    let verify =
        |running, done, failed| VerifyPage { c: c("verify"), status: status(), running, done, failed };
    let entry_page = |entry| EntryPage { c: c("verify"), entry, kind: c("").entry_kind("item-kept") };
    let failed = Some(Problem::new("no-permission").text("file", "ledger/acts"));
    let report = |closed| ReportPage {
        c: c("accessions"),
        accession: AccessionView { closed, ..accession() },
        refused: if closed { Vec::new() } else { vec![refusal()] },
        unread: vec![Unread {
            id: ItemId([7; 10]),
            path: "ملف.doc".to_owned(),
            path_bytes: Vec::new(),
            problem: Problem::new("not-read"),
        }],
        n_pages: if closed { 3 } else { 0 },
    };
    let settings = SettingsPage { c: c("settings"), pictures: false, saved: true };
    let fault =
        FaultPage { c: stranger(), what: "لا شيء".to_owned(), next: "ابحث".to_owned(), home: "/" };
    let calendar = CalendarPage::of(stranger(), jiff::civil::date(2024, 2, 29));
    let mut pages = vec![
        ("sign-in", draw(&sign_in(None))),
        ("sign-in wrong", draw(&sign_in(wrong()))),
        ("sign-in draft", draw(&SignInPage { draft: "d".repeat(90), ..sign_in(None) })),
        ("home empty", draw(&home(Status { name: "أرشيف".to_owned(), ..Status::default() }))),
        ("home", draw(&home(status()))),
        ("home altered", draw(&home(Status { verified: Some((Millis(0), false)), ..status() }))),
        ("intake", draw(&intake(None))),
        ("intake wrong", draw(&intake(wrong()))),
        ("intake draft", draw(&IntakePage { is_draft: true, ..intake(None) })),
        ("accessions", draw(&accessions(lang, vec![accession()]))),
        ("accessions empty", draw(&accessions(lang, Vec::new()))),
        ("accession", draw(&accession_page(lang))),
        ("report", draw(&report(true))),
        ("report open", draw(&report(false))),
        ("search", draw(&search(lang, true, 41))),
        ("search none", draw(&search(lang, true, 0))),
        ("search empty", draw(&search(lang, false, 0))),
        ("item", draw(&item_page(lang, false, None))),
        ("item locked", draw(&item_page(lang, true, None))),
        ("item still locked", draw(&item_page(lang, true, wrong()))),
        ("entry", draw(&entry_page(entry()))),
        ("entry erased", draw(&entry_page(EntryView { body: None, ..entry() }))),
        ("verify", draw(&verify(None, None, None))),
        ("verify running", draw(&verify(Some(40), None, None))),
        ("verify altered", draw(&verify(None, Some((verified(), Millis(0))), failed))),
        ("people", draw(&people(lang))),
        ("settings", draw(&settings)),
        ("help", draw(&HelpPage { c: c("help"), keys: KEYS })),
        ("fault", draw(&fault)),
        ("calendar", draw(&calendar)),
    ];
    pages.extend(super::documents::every_page(lang));
    pages.extend(super::records::pages(lang));
    pages.extend(super::pictures::every_page(lang));
    pages
}

pub fn draw(template: &impl Template) -> String {
    template.render().expect("a page")
}

fn accessions(lang: Lang, accessions: Vec<AccessionView>) -> AccessionsPage {
    let n_all = accessions.len() as u64 * 120;
    let pager = Pager::new(n_all, 50, 2, |n| format!("/accessions?page={n}"));
    AccessionsPage { c: chrome(lang, "accessions"), n_all, accessions, pager }
}

fn item_page(lang: Lang, is_locked: bool, wrong: Option<(String, String)>) -> ItemPage {
    let c = chrome(lang, "search");
    let item = ItemView { is_locked, ..item() };
    let readings = grouped(&c, &item.readings);
    let history = super::documents::history();
    let same_bytes =
        vec![SameBytes {
            id: ItemId([8; 10]), accession: AccessionId([2; 10]), path: "نسخة.pdf".to_owned()
        }];
    let claim = isnad_model::claim::ClaimId { batch: isnad_model::BatchId([4; 10]), n: 2 };
    ItemPage {
        c,
        item,
        name: "صفحة.pdf".to_owned(),
        same_bytes,
        readings,
        history,
        n_numbers: 3,
        told: vec![("الاسم".to_owned(), "سالم <b>".to_owned(), claim)],
        told_more: true,
        kinds: vec![("person".to_owned(), "شخص".to_owned())],
        wrong,
    }
}

fn accession_page(lang: Lang) -> AccessionPage {
    let pager = Pager::new(1200, 100, 5, |n| format!("/accession/x?page={n}"));
    AccessionPage {
        c: chrome(lang, "accessions"),
        accession: AccessionView { closed: false, ..accession() },
        n_items: 1200,
        items: vec![line()],
        pager,
    }
}

fn people(lang: Lang) -> PeoplePage {
    let person = PrincipalView { id: PrincipalId([3; 10]), name: "ليلى".to_owned(), keeper: true };
    let people = vec![(person, Role::Keeper)];
    PeoplePage { c: chrome(lang, "people"), people, roles: Role::ALL, name: String::new(), wrong: None }
}

fn search(lang: Lang, asking: bool, n_hits: u64) -> SearchPage {
    let c = chrome(lang, "search");
    let asked = Asked { q: "احمد".to_owned(), kind: "document".to_owned(), ..Asked::default() };
    let value =
        FacetLine {
            label: "وثيقة".to_owned(), address: "/search?q=x".to_owned(), n_hits: 41, chosen: true
        };
    let facet =
        || Facet { title: c.t("search-facet-kind"), open: vec![value.clone()], folded: vec![value.clone()] };
    let hit = Hit {
        item: ItemId([9; 10]),
        kind: Kind::Document,
        name: "محضر <script>.pdf".to_owned(),
        path_bytes: Vec::new(),
        accession: AccessionId([1; 10]).to_string(),
        media_type: "application/pdf".to_owned(),
        page: 3,
        score: 1.0,
        snippet: Snippet {
            text: "قال أحمد إنه".to_owned(), marks: vec![(7, 15)], cut: (true, true)
        },
        why: vec![("احمد".to_owned(), "أحمد".to_owned())],
        told: vec![(
            "pdf.Author".to_owned(),
            Snippet { text: "أحمد <b>".to_owned(), marks: vec![(0, 8)], cut: (false, true) },
        )],
    };
    let hits = if n_hits == 0 {
        Vec::new()
    } else {
        vec![hit_view(&c, isnad_schema::Schema::builtin(), &asked, hit)]
    };
    SearchPage {
        facets: if n_hits == 0 { Vec::new() } else { vec![facet()] },
        suggestions: vec![(c.t("search-try-any"), "/search?q=x&any=1".to_owned())],
        pager: Pager::new(n_hits, 20, 1, |n| format!("/search?page={n}")),
        c,
        asked,
        asking,
        n_hits,
        hits,
    }
}

fn provenance() -> Provenance {
    Provenance {
        from_whom: "جمعية \"أهل\" <i>".to_owned(),
        when: "قبل عيد الفطر ٢٠١٣".to_owned(),
        notes: "سطر\nوسطر".to_owned(),
        ..Provenance::default()
    }
}

fn count() -> Count {
    Count { received: 53_275, kept: 53_268, duplicates: 12, refused: 7 }
}

fn accession() -> AccessionView {
    AccessionView {
        id: AccessionId([1; 10]),
        provenance: provenance(),
        opened_at: Millis(1_725_876_120_000),
        closed: true,
        count: count(),
        by: "ليلى".to_owned(),
        entry: 4,
    }
}

fn refusal() -> Refusal {
    Refusal {
        path: "سري.zip!/a.txt".to_owned(),
        path_bytes: Vec::new(),
        problem: Problem::new("member-encrypted"),
    }
}

pub fn line() -> ItemLine {
    ItemLine {
        id: ItemId([9; 10]),
        path: "مجلد/صفحة.pdf".to_owned(),
        path_bytes: Vec::new(),
        kind: Kind::Document,
        media_type: "application/pdf".to_owned(),
        size_bytes: 123_456,
    }
}

pub fn item() -> ItemView {
    let knot = |code, args: Vec<(&'static str, Arg)>, seal| Knot {
        code,
        args,
        at: Some(Millis(1_725_876_120_000)),
        mono: Some("9c41e0b7".repeat(8)),
        seal,
        ok: Some(!seal),
    };
    let text = |text: &str| Arg::Text(text.to_owned());
    let received =
        vec![("from", text("سامي")), ("when", text("")), ("where", text("باريس")), ("how", text("باليد"))];
    ItemView {
        line: line(),
        sensitivity: Sensitivity::Sealed,
        sha256: "ab".repeat(32),
        blake3: "cd".repeat(32),
        original_name: "صفحة[U+202E]fdp.exe".to_owned(),
        modified_at: Some(Millis(0)),
        accession: accession(),
        parent: Some(line()),
        members: vec![line()],
        is_locked: false,
        readings: readings(),
        metadata: [("pdf.Title", "عنوان"), ("xmp.dc:creator", "سامي <b>"), ("pdf.Author", "A. Clerk")]
            .map(|(name, value)| Metadatum { name: name.to_owned(), value: value.to_owned() })
            .to_vec(),
        isnad: vec![knot("received", received, false), knot("seal", Vec::new(), true)],
        entry: 5,
    }
}

/// The file's own text with notes, and a machine's reading page by page.
fn readings() -> Vec<ReadingView> {
    let text = ReadingView {
        method: Method::Text,
        first_page: 1,
        tool: "isnad-extract/pdf 0.1.0".to_owned(),
        settings: "encoding=windows-1256".to_owned(),
        n_pages: 9,
        problems: (1..=5).map(|page| Problem::new("pdf-page-damaged").number("page", page)).collect(),
        by: None,
        entry: 6,
    };
    let ocr = |page| ReadingView {
        method: Method::Ocr,
        first_page: page,
        tool: "bench-reader 1.0".to_owned(),
        n_pages: 1,
        problems: Vec::new(),
        entry: 6 + u64::from(page),
        ..text.clone()
    };
    let typed = ReadingView {
        method: Method::Person,
        tool: String::new(),
        settings: String::new(),
        by: Some("ليلى <b>".to_owned()),
        entry: 20,
        ..ocr(2)
    };
    std::iter::once(text.clone()).chain((1..=9).map(ocr)).chain([typed]).collect()
}

fn status() -> Status {
    Status {
        name: "أرشيف للتجربة".to_owned(),
        origin: "isnad/archive/AAAA".to_owned(),
        count: count(),
        n_entries: 18_419,
        n_objects: 50_000,
        size_bytes: 2_500_000_000,
        n_unread: 2,
        n_unfinished: 1,
        n_pages_waiting: 12,
        n_numbers_waiting: 340,
        last_at: Some(Millis(1_725_876_120_000)),
        verified: Some((Millis(1_725_876_120_000), true)),
        root: "q".repeat(43) + "=",
    }
}

fn entry() -> EntryView {
    EntryView {
        index: 5,
        kind: "item-kept".to_owned(),
        at: Millis(1_725_876_120_000),
        device: "device+0a1b".to_owned(),
        signature: "ee".repeat(64),
        leaf: "0102".repeat(40),
        leaf_hash: "ff".repeat(32),
        proof: vec!["aa".repeat(32), "bb".repeat(32)],
        checkpoint: "isnad/archive\n6\nroot=\n\n— isnad sig\n".to_owned(),
        body: Some(vec![
            Notation::Structure("[\n  \"".to_owned()),
            Notation::Text("ملف <b> ١.pdf".to_owned()),
            Notation::Structure("\",\n  \"".to_owned()),
            Notation::Withheld,
            Notation::Structure("\",\n  7\n]".to_owned()),
        ]),
        ok: false,
    }
}

fn verified() -> VerifyReport {
    let altered = Finding {
        gravity: Gravity::Altered,
        problem: Problem::new("object-altered"),
        file: "vault/objects/ab".to_owned(),
        holds: Holds::Items(vec![ItemName {
            id: ItemId([9; 10]),
            path: "مجلد/صفحة <i>.pdf".to_owned(),
            path_bytes: Vec::new(),
            is_text: false,
        }]),
    };
    let nameless = |holds| Finding { holds, ..altered.clone() };
    let note = Finding {
        gravity: Gravity::Note,
        problem: Problem::new("unfinished-write").number("bytes", 17),
        file: "ledger/acts".to_owned(),
        holds: Holds::NoObject,
    };
    VerifyReport {
        n_entries: 18_419,
        n_acts: 300,
        n_objects: 50_000,
        size_bytes: 2_500_000_000,
        unlocked: false,
        findings: vec![nameless(Holds::Unknown), nameless(Holds::Closed), altered, note],
    }
}
