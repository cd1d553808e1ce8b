//! The keyboard.

use super::{driver::Browser, eventually, served::Served, wire};

const ESCAPE: &str = "\u{E00C}";

/// Search, down and up the hits, help, and out.
pub fn move_about_and_leave(browser: &Browser, served: &Served) {
    browser.go(&served.at("/"));
    browser.press(&["/"]);
    browser.until("document.activeElement.matches('.finder input')");
    browser.go(&served.at("/search?q=الزيارة"));
    let row =
        "[...document.querySelectorAll('[data-row]')].indexOf(document.activeElement.closest('[data-row]'))";
    browser.press(&["j"]);
    browser.until(&format!("{row} === 0"));
    browser.press(&["j"]);
    browser.until(&format!("{row} === 1"));
    browser.press(&["k"]);
    browser.until(&format!("{row} === 0"));
    browser.press(&["\u{E007}"]);
    browser.find(".reader");
    browser.press(&["g", "h"]);
    browser.until("location.pathname === '/'");
    browser.press(&["?"]);
    browser.until("location.pathname === '/help'");
    turned_off(browser, served);
    leave(browser, served);
}

/// Keys can be turned off, for those whose hands or voice press them by accident.
fn turned_off(browser: &Browser, served: &Served) {
    for (keys, pressed, expect) in [("off", "/", false), ("alt", "/", false), ("plain", "/", true)] {
        browser.go(&served.at("/settings"));
        browser.find(&format!("#keys-{keys}")).click();
        browser.find("main form .btn.go").click();
        browser.find("main .note.good");
        browser.press(&[pressed]);
        assert_eq!(browser.run("return document.activeElement.matches('.finder input')"), expect, "{keys}");
    }
}

/// Three times Escape: a calendar, at once, and the way back leads to the lock.
fn leave(browser: &Browser, served: &Served) {
    browser.go(&served.at("/search?q=الزيارة"));
    browser.find(".finder input").click();
    let session = browser.cookies();
    browser.press(&[ESCAPE, ESCAPE, ESCAPE]);
    browser.until("location.pathname === '/calendar'");
    browser.find(".calendar b");
    assert!(
        !browser.run("return document.title").as_str().unwrap_or_default().contains("سناد"),
        "no name of ours"
    );
    // The request that ends the session goes out behind the calendar.
    eventually("the session ends", || {
        wire::get(served.port, "/alive", &[("Cookie", &session)]).status != 204
    });
    browser.go(&served.at("/"));
    browser.find("#passphrase");
}
