//! Somebody reads what two sources say of one person, adds the authority's statement, and the reply to it.

use isnad_i18n::Lang;

use super::{driver::Browser, served::Served, words};

/// Begins a record, adds a claim that contradicts it, remarks on it and replies to it. Gives the addresses of all pages
/// that are about it.
pub fn hold_what_sources_say(browser: &Browser, served: &Served) -> Vec<String> {
    browser.go(&served.at("/record/new?kind=person"));
    write(browser, "p.name", "سالم الحلواني");
    write(browser, "p.death-date", "نحو أيار ٢٠١٣");
    write(browser, "p.notes", "رآه شاهدان");
    browser.find("main form .btn.go").click();
    browser.find(".props, main dl");
    let record = browser.path();
    assert!(record.starts_with("/record/R-"), "{record}");
    assert_eq!(browser.text("h1"), "سالم الحلواني");

    browser.go(&served.at(&format!("{record}/say?property=death-date")));
    write(browser, "p.death-date", "١٧ كانون الثاني ٢٠١٤");
    write(browser, "speaker", "مديرية السجل المدني");
    browser.find("main form .btn.go").click();
    browser.find(".differ");
    assert!(browser.text(".differ").contains(&words(Lang::Ar, "meeting-differ")));
    let chosen = browser.run("return new URLSearchParams(location.search).get('claim')");
    let claim = format!("/claim/{}", chosen.as_str().expect("a claim is chosen"));

    browser.go(&served.at(&claim));
    write(browser, "comment", "تُراجع مع العائلة");
    browser.find("form[action$='/remark'] .btn.go").click();
    browser.until("document.querySelector('main').textContent.includes('تُراجع مع العائلة')");
    browser
        .go(&served.at(&format!("/record/new?kind=reply&p.about={}", claim.trim_start_matches("/claim/"))));
    write(browser, "p.text", "لم تصدر عنا هذه الشهادة");
    browser.find("main form .btn.go").click();
    browser.until("location.pathname.startsWith('/record/R-')");

    browser.go(&served.at(&record));
    let told = browser.text(".differ");
    assert!(told.contains("٢٠١٤") && told.contains("نحو أيار ٢٠١٣"), "both stay: {told}");
    assert!(told.contains("لم تصدر عنا هذه الشهادة"), "the reply stands beside: {told}");
    browser.go(&served.at("/search?q=الحلواني&kind=record"));
    assert!(browser.text(".hit h2").contains("سالم الحلواني"), "a record is found by its name");
    nothing_said_says_so(browser, served);
    vec![
        "/records".to_owned(),
        "/records?kind=person".to_owned(),
        "/record/new?kind=missing-case".to_owned(),
        format!("{record}/say"),
        format!("{record}/history"),
        format!("{record}/sheet"),
        format!("{record}?{}", claim.replacen("/claim/", "claim=", 1)),
        record,
        claim,
    ]
}

/// A form in which nothing was written comes back.
fn nothing_said_says_so(browser: &Browser, served: &Served) {
    browser.go(&served.at("/record/new?kind=person"));
    browser.find("main form .btn.go").click();
    assert!(browser.text("#wrong").contains(&words(Lang::Ar, "problem-claims-none")));
    // The answer is an error for programs, which the console says too.
    browser.console();
}

/// Ids of fields hold a dot, which a selector would take for a class.
fn write(browser: &Browser, id: &str, text: &str) {
    browser.find(&format!("[id='{id}']")).write(text);
}
