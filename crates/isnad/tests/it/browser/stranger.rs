//! What somebody does who has never seen the program: sign in, search, follow a hit down to its seal, break
//! something and be told exactly what broke.

use std::fs;

use isnad_i18n::Lang;

use super::{driver::Browser, eventually, served::Served, wire, words};

/// The whole walk, in Arabic.
pub fn finds_follows_and_is_told_what_broke(browser: &Browser, served: &Served) {
    let first = wire::get(served.port, "/sign-in", &[]).text();
    assert!(first.contains(r#"<html lang="ar" dir="rtl">"#), "Arabic unless something else is asked for");
    browser.go(&served.at("/"));
    assert_eq!(browser.text("h1"), words(Lang::Ar, "sign-in-title"));
    served.sign_in(browser);
    follow_a_hit(browser, served);
    verify(browser, served, "verify-ok");
    break_something(browser, served);
}

fn follow_a_hit(browser: &Browser, served: &Served) {
    browser.find(".finder input").write("احمد\u{E007}");
    assert_eq!(browser.text(".hit mark"), "أحمد", "folding finds the written form");
    browser.find(".hit h2 a").click();
    let read = browser.text(".text mark");
    assert!(read.contains("أحمد"), "the page marks it too: {read}");
    browser.find(".pad.row p a[href^='/item/']").click();
    browser.find("a.btn.go[href$='/read']");
    browser.find(".isnad .seal");
    let entry = browser.find(".props a[href^='/ledger/']");
    let number = entry.text();
    entry.click();
    let title = browser.text("main h1 bdi");
    assert_eq!(title, number, "the entry is the one that the item names");
    assert_eq!(browser.text("main .chip.ok"), words(Lang::Ar, "ledger-sound"));
    assert!(browser.path().starts_with("/ledger/"), "at {}", browser.path());
    // What the page shows is enough to check the seal by hand: 32 bytes each.
    let hashes = browser.run("return [...document.querySelectorAll('.props .hash')].map(e => e.textContent)");
    assert!(hashes.as_array().is_some_and(|hashes| hashes.len() >= 4), "{hashes}");
    assert!(served.base.starts_with("http://127.0.0.1:"), "only this machine is served");
}

/// Runs a verification and compares what it says.
fn verify(browser: &Browser, served: &Served, says: &str) {
    browser.go(&served.at("/verify"));
    browser.find("main form[action='/verify'] button").click();
    // While it runs, the page comes back by itself, so it is looked at in one step: an element that was found may
    // belong to the page before.
    let said = words(Lang::Ar, says);
    let shown = "return document.querySelector('main')?.innerText ?? ''";
    eventually(&said, || browser.run(shown).as_str().is_some_and(|shown| shown.contains(&said)));
}

fn break_something(browser: &Browser, served: &Served) {
    let object = served.object();
    let sound = fs::read(&object).expect("an object");
    let mut damaged = sound.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    fs::write(&object, damaged).expect("damaged");
    verify(browser, served, "verify-altered");
    let finding = browser.text("article.hit");
    let name = object.file_name().expect("a name").to_string_lossy().into_owned();
    assert!(finding.contains(&name), "names the file {name}: {finding}");
    assert!(finding.contains(&words(Lang::Ar, "verify-grave")), "says how grave it is: {finding}");
    browser.find(".top .chip.bad");
    super::pages::hold(browser, served, &["/verify", "/"]);
    super::shots::take(browser, served, "verify-altered", "/verify");
    fs::write(&object, sound).expect("mended");
    verify(browser, served, "verify-ok");
}
