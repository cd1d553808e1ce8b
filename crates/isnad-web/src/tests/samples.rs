//! View models for every page: the sort of thing that an archive holds, all of it invented.

use std::sync::Arc;

use askama::Template;
use isnad_access::Role;
use isnad_i18n::{Lang, Locale};
use isnad_model::{
    AccessionId, Arg, ItemId, Millis, PrincipalId, Problem, Sensitivity,
    intake::{Count, Provenance, Refusal},
    reading::{Kind, Metadatum},
    search::{Hit, Snippet},
    view::{
        AccessionView, EntryView, Finding, Gravity, ItemLine, ItemView, Knot, PrincipalView, ReadingView,
        Status, VerifyReport,
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
        item::{
            read::{Picture, ReadPage},
            show::ItemPage,
        },
        ledger::entry::EntryPage,
        people::list::PeoplePage,
        search::find::{Asked, Facet, FacetLine, SearchPage, hit_view},
        settings::show::SettingsPage,
        sign::enter::SignInPage,
        verify::show::VerifyPage,
    },
    view::{Pager, pieces},
    visitor::Visitor,
};

/// The frame of a page for a keeper.
pub fn chrome(lang: Lang, area: &'static str) -> Chrome {
    let visitor =
        Visitor { locale: Locale::new(lang), pictures: true, path: "/search?q=أحمد".to_owned() };
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
        let visitor = Visitor { locale: Locale::new(lang), pictures: true, path: "/sign-in".to_owned() };
        Chrome::stranger(&visitor)
    };
    let wrong = || Some(("ما حدث".to_owned(), "ما العمل".to_owned()));
    let sign_in = |wrong| SignInPage {
        c: stranger(),
        visit: "v".repeat(64),
        to: "/".to_owned(),
        name: "ليلى".to_owned(),
        wrong,
    };
    let home = |status: Status| HomePage { c: c("home"), status, recent: vec![accession()] };
    let intake = |wrong| IntakePage {
        c: c("intake"),
        given: provenance(),
        sensitivities: Sensitivity::ALL.to_vec(),
        wrong,
    };
    let read = |picture, text: &str| ReadPage {
        c: c("search"),
        item: item(),
        name: "صفحة.pdf".to_owned(),
        page: 2,
        n_pages: 9,
        q: "احمد".to_owned(),
        paragraphs: text.lines().map(|line| pieces(line, crate::view::marks(line, "احمد"))).collect(),
        picture,
        pager: Pager::new(9, 1, 2, |n| format!("/item/x/read?page={n}")),
    };
    let verify =
        |running, done, failed| VerifyPage { c: c("verify"), status: status(), running, done, failed };
    let failed = Some(Problem::new("no-permission").text("file", "ledger/acts"));
    let report = |closed| ReportPage {
        c: c("accessions"),
        accession: AccessionView { closed, ..accession() },
        refused: if closed { Vec::new() } else { vec![refusal()] },
        unread: vec![(ItemId([7; 10]), "ملف.doc".to_owned(), Problem::new("not-read"))],
    };
    let settings = SettingsPage { c: c("settings"), pictures: false, saved: true };
    let fault =
        FaultPage { c: stranger(), what: "لا شيء".to_owned(), next: "ابحث".to_owned(), home: "/" };
    let calendar = CalendarPage::of(stranger(), jiff::civil::date(2024, 2, 29));
    vec![
        ("sign-in", draw(&sign_in(None))),
        ("sign-in wrong", draw(&sign_in(wrong()))),
        ("home empty", draw(&home(Status { name: "أرشيف".to_owned(), ..Status::default() }))),
        ("home", draw(&home(status()))),
        ("home altered", draw(&home(Status { verified: Some((Millis(0), false)), ..status() }))),
        ("intake", draw(&intake(None))),
        ("intake wrong", draw(&intake(wrong()))),
        ("accessions", draw(&accessions(lang, vec![accession()]))),
        ("accessions empty", draw(&accessions(lang, Vec::new()))),
        ("accession", draw(&accession_page(lang))),
        ("report", draw(&report(true))),
        ("report open", draw(&report(false))),
        ("search", draw(&search(lang, true, 41))),
        ("search none", draw(&search(lang, true, 0))),
        ("search empty", draw(&search(lang, false, 0))),
        ("item", draw(&item_page(c("search"), false, None))),
        ("item locked", draw(&item_page(c("search"), true, None))),
        ("item still locked", draw(&item_page(c("search"), true, wrong()))),
        ("read", draw(&read(Picture::Shown("/item/x/page/2.png".to_owned()), "نص فيه أحمد\nسطر ثانٍ"))),
        ("read veiled", draw(&read(Picture::Veiled("/item/x/read?page=2&show=1".to_owned()), ""))),
        ("read spared", draw(&read(Picture::Spared, ""))),
        ("read text", draw(&read(Picture::Absent, "plain text"))),
        ("entry", draw(&EntryPage { c: c("verify"), entry: entry(), kind: c("").entry_kind("item-kept") })),
        ("verify", draw(&verify(None, None, None))),
        ("verify running", draw(&verify(Some(40), None, None))),
        ("verify altered", draw(&verify(None, Some((Arc::new(verified()), Millis(0))), failed))),
        ("people", draw(&people(lang))),
        ("settings", draw(&settings)),
        ("help", draw(&HelpPage { c: c("help"), keys: KEYS })),
        ("fault", draw(&fault)),
        ("calendar", draw(&calendar)),
    ]
}

fn draw(template: &impl Template) -> String {
    template.render().expect("a page")
}

fn accessions(lang: Lang, accessions: Vec<AccessionView>) -> AccessionsPage {
    let n_all = accessions.len() as u64 * 120;
    let pager = Pager::new(n_all, 50, 2, |n| format!("/accessions?page={n}"));
    AccessionsPage { c: chrome(lang, "accessions"), n_all, accessions, pager }
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
        accession: AccessionId([1; 10]).to_string(),
        media_type: "application/pdf".to_owned(),
        page: 3,
        score: 1.0,
        snippet: Snippet {
            text: "قال أحمد إنه".to_owned(), marks: vec![(7, 15)], cut: (true, true)
        },
        why: vec![("احمد".to_owned(), "أحمد".to_owned())],
    };
    let hits = if n_hits == 0 { Vec::new() } else { vec![hit_view(&c, &asked, hit)] };
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
    Refusal { path: "سري.zip!/a.txt".to_owned(), problem: Problem::new("member-encrypted") }
}

fn line() -> ItemLine {
    ItemLine {
        id: ItemId([9; 10]),
        path: "مجلد/صفحة.pdf".to_owned(),
        kind: Kind::Document,
        media_type: "application/pdf".to_owned(),
        size_bytes: 123_456,
    }
}

fn item_page(c: Chrome, is_locked: bool, wrong: Option<(String, String)>) -> ItemPage {
    ItemPage { c, item: ItemView { is_locked, ..item() }, name: "صفحة.pdf".to_owned(), wrong }
}

fn item() -> ItemView {
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
        same_bytes: vec![(ItemId([8; 10]), AccessionId([2; 10]), "نسخة.pdf".to_owned())],
        is_locked: false,
        readings: vec![ReadingView {
            tool: "isnad-extract/pdf 0.1.0".to_owned(),
            settings: "encoding=windows-1256".to_owned(),
            n_pages: 3,
            problems: vec![Problem::new("pdf-page-damaged").number("page", 2)],
            entry: 6,
        }],
        metadata: vec![Metadatum { name: "pdf.Title".to_owned(), value: "عنوان".to_owned() }],
        isnad: vec![knot("received", received, false), knot("seal", Vec::new(), true)],
        entry: 5,
    }
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
        body: None,
        ok: false,
    }
}

fn verified() -> VerifyReport {
    let altered = Finding {
        gravity: Gravity::Altered,
        problem: Problem::new("object-altered"),
        file: "vault/objects/ab".to_owned(),
    };
    let note = Finding {
        gravity: Gravity::Note,
        problem: Problem::new("unfinished-write").number("bytes", 17),
        file: "ledger/acts".to_owned(),
    };
    VerifyReport {
        n_entries: 18_419,
        n_acts: 300,
        n_objects: 50_000,
        size_bytes: 2_500_000_000,
        unlocked: false,
        findings: vec![altered, note],
    }
}
