//! A real Chromium drives the real program, with JavaScript and without.
//!
//! One server and one browser for each of the two, since both are dear to start; a browser walks through
//! everything in order, the way somebody would who is there for the first time.

mod driver;
mod first_view;
mod keys;
mod pages;
mod pictures;
mod reading;
mod records;
mod served;
mod shots;
mod stranger;
mod taking_in;
mod wire;

use std::time::{Duration, Instant};

use driver::Browser;
use isnad_i18n::{Lang, Locale};
use isnad_testkit::{has_program, skip};
use served::Served;
pub use served::demo;

/// Longer than anything on these pages takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// The words that the pages say in a language.
fn words(lang: Lang, key: &str) -> String {
    isnad_i18n::t(Locale::from(lang), key)
}

/// Asks again until the answer is yes. Each asking takes its time on the wire, so nothing here sleeps.
#[track_caller]
#[expect(clippy::disallowed_methods, reason = "a deadline for what happens in another process")]
fn eventually(what: &str, mut asking: impl FnMut() -> bool) {
    let began = Instant::now();
    while !asking() {
        assert!(began.elapsed() < PATIENCE, "never came: {what}");
    }
}

/// Whether there is a browser to test with; where there is none, says so.
fn has_browser() -> bool {
    let missing: Vec<_> =
        ["chromium", "chromedriver"].into_iter().filter(|name| !has_program(name)).collect();
    if !missing.is_empty() {
        skip("the pages in a browser", &format!("not installed: {}", missing.join(", ")));
    }
    missing.is_empty()
}

#[test]
fn everything_works_with_javascript() {
    if !has_browser() {
        return;
    }
    let served = Served::start();
    let browser = Browser::start(true, &served.env.path("profile"));
    pages::bring_the_checker(&browser);
    stranger::finds_follows_and_is_told_what_broke(&browser, &served);
    taking_in::accounts_for_every_file(&browser, &served);
    pictures::wait_until_they_are_asked_for(&browser, &served);
    reading::is_asked_for_and_told(&browser, &served);
    let records = records::hold_what_sources_say(&browser, &served);
    pages::hold_in(&Lang::ALL, &browser, &served, &records);
    shots::are_taken(&browser, &served);
    keys::move_about_and_leave(&browser, &served);
    browser.asked_nobody_but(&served.base);
}

#[test]
fn everything_works_without_javascript() {
    if !has_browser() {
        return;
    }
    let served = Served::start();
    let browser = Browser::start(false, &served.env.path("profile"));
    pages::bring_the_checker(&browser);
    stranger::finds_follows_and_is_told_what_broke(&browser, &served);
    taking_in::accounts_for_every_file(&browser, &served);
    pictures::wait_until_they_are_asked_for(&browser, &served);
    reading::is_asked_for_and_told(&browser, &served);
    let records = records::hold_what_sources_say(&browser, &served);
    // The server sends the same pages, in all languages alike, and the script adds none.
    pages::hold_in(&[Lang::Ar], &browser, &served, &records);
    browser.asked_nobody_but(&served.base);
}
