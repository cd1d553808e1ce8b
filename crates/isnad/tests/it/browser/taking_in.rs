//! Files go in through the form, and the report accounts for every one.

use isnad_i18n::Lang;
use isnad_testkit::make;

use super::{driver::Browser, served::Served, words};

/// Three files, one of them a container with two in it.
pub fn accounts_for_every_file(browser: &Browser, served: &Served) {
    let env = &served.env;
    let pair = make::zip(&[("واحد.txt", "سطر أول".as_bytes()), ("two.txt", b"second")]);
    let files = [
        env.write("in/رسالة.txt", "وصلت الرسالة من زيتونة الحارة"),
        env.write("in/empty.txt", ""),
        env.write("in/pair.zip", pair),
    ];
    browser.go(&served.at("/intake"));
    browser.requests();
    browser.find("#from-whom").write("صديقة");
    browser.find("#sensitivity-internal").click();
    browser.find("#files").choose(&files);
    browser.find("form[data-upload] .btn.go").click();
    browser.find(".equation");
    let sent = browser.requests().iter().filter(|address| address.ends_with("/intake")).count();
    assert_eq!(sent, 1, "sent once");
    let path = browser.path();
    assert!(
        path.starts_with("/accession/") && path.ends_with("/report"),
        "the report has its own address: {path}"
    );
    let numbers = browser.run("return [...document.querySelectorAll('.equation b')].map(b => b.textContent)");
    assert_eq!(numbers, serde_json::json!(["٥", "٥", "٠"]), "received = kept + refused");
    assert!(browser.text("main").contains("صديقة"), "the provenance is told back");
    browser.go(&served.at("/search?q=زيتونه"));
    assert_eq!(browser.text(".hit mark"), "زيتونة", "found at once");
    without_files_says_so(browser, served);
}

/// A form without files comes back with what was typed, and says what is missing.
fn without_files_says_so(browser: &Browser, served: &Served) {
    browser.go(&served.at("/intake"));
    browser.find("#from-whom").write("صديقة");
    browser.find("form[data-upload] .btn.go").click();
    assert!(browser.text("#wrong").contains(&words(Lang::Ar, "intake-no-files")));
    assert_eq!(
        browser.run("return document.getElementById('from-whom').value"),
        "صديقة",
        "nothing is typed twice"
    );
    // The answer is an error for programs, which the console says too.
    browser.console();
}
