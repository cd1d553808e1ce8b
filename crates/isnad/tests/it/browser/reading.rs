//! Pages are read from their pictures while the program serves them, and it tells how far it has come.

use isnad_i18n::Lang;

use super::{driver::Browser, eventually, pages, served::Served, shots, words};
use crate::pictures::{can_read, scan};

/// Pages of a scan: enough that a run is still under way when somebody looks.
const PAGES: usize = 500;

/// A scan of two pages is read at once; a long one is looked at, left, stopped and gone on with.
pub fn is_asked_for_and_told(browser: &Browser, served: &Served) {
    if !can_read() {
        return;
    }
    take_in(browser, served, "short.pdf", 2);
    let report = served.at(&browser.path());
    browser.find("form[action='/pictures'] .btn.go").click();
    eventually("nothing of it waits", || {
        browser.go(&report);
        !offers(browser)
    });

    take_in(browser, served, "long.pdf", PAGES);
    browser.find("form[action='/pictures'] .btn.go").click();
    browser.find("[data-again] progress");
    pages::hold(browser, served, &["/pictures"]);
    shots::take(browser, served, "pictures-running", "/pictures?back=/accessions");
    stop(browser);
    shots::take(browser, served, "pictures-stopped", "/pictures");

    // It goes on with the rest, also when nobody looks.
    browser.find("form[action='/pictures'] .btn.go").click();
    browser.find("[data-again]");
    browser.go(&served.at("/"));
    browser.go(&served.at("/pictures"));
    stop(browser);
    browser.console();
}

/// Takes a scan in, and stays at its report.
fn take_in(browser: &Browser, served: &Served, name: &str, n_pages: usize) {
    browser.go(&served.at("/intake"));
    browser.find("#files").choose(&[served.env.write(format!("in/{name}"), scan(n_pages))]);
    browser.find("form[data-upload] .btn.go").click();
    browser.find(".equation");
    assert!(offers(browser), "{name} waits");
}

/// Stops the run, which ends with the pages at hand; what still waits can be asked for again.
fn stop(browser: &Browser) {
    browser.find("form[action='/pictures/stop'] .btn").click();
    // The page may move on by itself between finding an element and reading it.
    let said = || browser.run("return document.querySelector('main')?.innerText ?? ''").to_string();
    eventually("the run stops", || said().contains(&words(Lang::Ar, "pictures-stopped")));
    assert!(offers(browser), "the rest waits");
}

/// Whether the page offers to have pages read.
fn offers(browser: &Browser) -> bool {
    browser.run("return !!document.querySelector(\"form[action='/pictures']\")") == true
}
