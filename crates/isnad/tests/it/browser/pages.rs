//! Every page, in every language: who cannot see it, cannot use a mouse, or has a small screen, can use it too.

use std::{fs, sync::LazyLock};

use isnad_i18n::Lang;
use isnad_testkit::skip;
use serde_json::Value;

use super::{driver::Browser, served::Served, wire};

/// Addresses that are no pages: they answer with nothing to look at, or only take forms.
const NO_PAGES: [&str; 14] = [
    "/claim/{id}/remark",
    "/lock",
    "/item/{id}/unlock",
    "/sign-out",
    "/item/{id}/page/{file}",
    "/item/{id}/strip/{file}",
    "/item/{id}/word",
    "/pictures/stop",
    "/item/{id}/download",
    "/language/{code}",
    "/alive",
    "/healthz",
    "/favicon.ico",
    "/assets/{name}",
];
/// The narrowest screen that must do: a telephone, or a laptop at 400 %.
const NARROW: u64 = 320;

/// What a page says about itself.
const LOOK: &str = "
    const page = document.documentElement;
    const wider = [...document.querySelectorAll('body *')].filter(e => {
        const box = e.getBoundingClientRect();
        return box.width && (box.right > page.clientWidth + 1 || box.left < -1) && !e.closest('.wide, .sr, .skip');
    });
    return {
        lang: page.lang, dir: page.dir, title: document.title, width: page.clientWidth,
        overflow: page.scrollWidth - page.clientWidth, wider: wider.slice(0, 3).map(e => e.outerHTML.slice(0, 120)),
    };";

/// The axe checker, if there is one.
#[expect(clippy::disallowed_methods, reason = "the command that runs all tests says where it lies")]
static AXE: LazyLock<Option<String>> = LazyLock::new(|| {
    let Ok(path) = std::env::var("ISNAD_AXE") else {
        skip("the accessibility of the pages", "ISNAD_AXE does not name an axe.min.js");
        return None;
    };
    Some(fs::read_to_string(&path).unwrap_or_else(|error| panic!("ISNAD_AXE={path}: {error}")))
});

/// Makes the checker part of every page that is shown from now on.
pub fn bring_the_checker(browser: &Browser) {
    if let Some(axe) = AXE.as_ref() {
        browser.bring(axe);
    }
}

/// Checks every page in these languages, and `more` of them.
pub fn hold_in(langs: &[Lang], browser: &Browser, served: &Served, more: &[String]) {
    let paths = [addresses(served).as_slice(), more].concat();
    every_route_is_visited(&paths);
    let mut faults = Vec::new();
    browser.prefer("light");
    for &lang in langs {
        browser.go(&served.at(&format!("/language/{}?to=/calendar", lang.code())));
        browser.console();
        paths.iter().for_each(|path| look(browser, served, lang, path, &mut faults));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    browser.go(&served.at("/language/ar?to=/calendar"));
}

/// Checks some pages in Arabic.
pub fn hold(browser: &Browser, served: &Served, paths: &[&str]) {
    let mut faults = Vec::new();
    browser.prefer("light");
    browser.console();
    paths.iter().for_each(|path| look(browser, served, Lang::Ar, path, &mut faults));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// One address of each kind of page, and more where a page has several faces.
fn addresses(served: &Served) -> Vec<String> {
    let Served { text, photograph, pdf, accession, .. } = served;
    let plain = [
        "/",
        "/sign-in",
        "/sign-in?to=/verify",
        "/intake",
        "/accessions",
        "/search",
        "/search?q=الزيارة",
        "/search?q=الزيارة&any=1&kind=text",
        "/search?q=لاشيء كهذا",
        "/numbers",
        "/pictures",
        "/pictures?back=/numbers",
        "/numbers?blind=1",
        "/ledger/0",
        "/ledger/3",
        "/verify",
        "/people",
        "/settings",
        "/settings?saved=1",
        "/help",
        "/calendar",
        "/nowhere",
    ];
    let of_things = [
        format!("/accession/{accession}"),
        format!("/accession/{accession}/report"),
        format!("/item/{text}"),
        format!("/item/{photograph}"),
        format!("/item/{text}/read?page=1&q=الزيارة"),
        format!("/item/{pdf}/read"),
        format!("/item/{photograph}/read"),
        format!("/item/{photograph}/read?page=1&show=1"),
        format!("/item/{photograph}/read?page=1&show=1&turn=1&zoom=150&q=901"),
        format!("/item/{pdf}/read?page=1&view=text"),
        format!("/item/{text}/find?q=الزيارة"),
        format!("/item/{text}/compare?page=1"),
        format!("/item/{text}/corrections"),
        format!("/item/{pdf}/transcribe?page=1"),
    ];
    plain.into_iter().map(str::to_owned).chain(of_things).collect()
}

/// A page that is added later is not forgotten here.
fn every_route_is_visited(paths: &[String]) {
    let table = include_str!("../../../../isnad-web/src/routes/mod.rs");
    let routes = table.split('"').skip(1).step_by(2).filter(|quoted| quoted.starts_with('/'));
    let visited = |route: &str| {
        let parts: Vec<&str> = route.split('/').collect();
        paths.iter().any(|path| {
            let path = path.split('?').next().unwrap_or_default();
            let same = |(part, of): (&str, &&str)| part == *of || of.starts_with('{');
            path.split('/').count() == parts.len() && path.split('/').zip(&parts).all(same)
        })
    };
    let forgotten: Vec<_> = routes.filter(|route| !NO_PAGES.contains(route) && !visited(route)).collect();
    assert!(forgotten.is_empty(), "never looked at: {forgotten:?}");
}

/// Looks at one page and notes everything that is wrong with it.
fn look(browser: &Browser, served: &Served, lang: Lang, path: &str, faults: &mut Vec<String>) {
    let mut wrong = answered(browser, served, lang, path);
    browser.be_of_size(NARROW, 900);
    browser.go(&served.at(path));
    let seen = browser.run(LOOK);
    let expected = (lang.code(), lang.dir(), NARROW);
    let found = (seen["lang"].as_str(), seen["dir"].as_str(), seen["width"].as_u64());
    if found != (Some(expected.0), Some(expected.1), Some(expected.2)) {
        wrong.push(format!("is {found:?}, not {expected:?}"));
    }
    if seen["overflow"] != 0 {
        wrong.push(format!("scrolls sideways by {} at {NARROW} px: {}", seen["overflow"], seen["wider"]));
    }
    browser.be_of_size(1280, 900);
    wrong.extend(violations(browser, lang));
    let absent = if path == "/nowhere" { "404" } else { "never said" };
    wrong.extend(browser.console().into_iter().filter(|said| !said.contains(absent)));
    faults.extend(wrong.into_iter().map(|wrong| format!("{} {path}: {wrong}", lang.code())));
}

/// What is wrong with an answer before any browser makes something of it.
fn answered(browser: &Browser, served: &Served, lang: Lang, path: &str) -> Vec<String> {
    let answer = wire::get(served.port, &escaped(path), &[("Cookie", &browser.cookies())]);
    let (html, policy) = (answer.text(), answer.header("content-security-policy"));
    let status = if path == "/nowhere" { 404 } else { 200 };
    let strict = policy.contains("default-src 'none'") && !policy.contains("unsafe") && !policy.contains('*');
    let head = format!(r#"<html lang="{}" dir="{}">"#, lang.code(), lang.dir());
    let mut wrong = Vec::new();
    let mut check = |ok: bool, what: String| {
        if !ok {
            wrong.push(what)
        }
    };
    check(answer.status == status, format!("status {}", answer.status));
    check(strict, format!("its policy is {policy:?}"));
    check(html.contains(&head), format!("no {head}"));
    check(
        !html.contains('⟦'),
        format!("words are missing: {:?}", html.split('⟦').nth(1).map(|rest| rest.split('⟧').next())),
    );
    wrong
}

/// A path as it goes over the wire.
fn escaped(path: &str) -> String {
    path.bytes()
        .map(|b| if b.is_ascii_graphic() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

/// What axe finds on the page that is shown. The dark look has colors of its own, the same in every language.
fn violations(browser: &Browser, lang: Lang) -> Vec<String> {
    if AXE.is_none() {
        return Vec::new();
    }
    let mut found = vec![browser.evaluate_apart(&axe("{}"))];
    if lang == Lang::Ar {
        browser.prefer("dark");
        found.push(browser.evaluate_apart(&axe("{runOnly: {type: 'rule', values: ['color-contrast']}}")));
        browser.prefer("light");
    }
    found.iter().flat_map(|found| found.as_array().expect("a list")).map(Value::to_string).collect()
}

fn axe(options: &str) -> String {
    format!(
        "axe.run(document, {options}).then(({{violations}}) => violations.flatMap(rule =>
             rule.nodes.map(node => [rule.id, node.html, node.failureSummary])))"
    )
}
