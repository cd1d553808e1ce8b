//! Pictures of the pages for people to look at, in `target/screenshots`, where `ISNAD_SCREENSHOTS=1` asks for
//! them. A test cannot see that a page is ugly.

use std::{fs, path::Path};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::json;

use super::{driver::Browser, served::Served};

/// The pages that are worth looking at, wide, narrow and dark; one of them as printed.
pub fn are_taken(browser: &Browser, served: &Served) {
    if !are_wanted() {
        return;
    }
    let Served { text, photograph, pdf, accession, .. } = served;
    browser.go(&served.at("/language/ar?to=/"));
    for (name, path) in [
        ("home", "/".to_owned()),
        ("sign-in", "/sign-in".to_owned()),
        ("search", "/search?q=الزيارة".to_owned()),
        ("search-none", "/search?q=لاشيء".to_owned()),
        ("item", format!("/item/{text}")),
        ("read", format!("/item/{text}/read?page=1&q=الزيارة")),
        ("read-pdf", format!("/item/{pdf}/read")),
        ("read-veiled", format!("/item/{photograph}/read")),
        ("accession", format!("/accession/{accession}")),
        ("report", format!("/accession/{accession}/report")),
        ("intake", "/intake".to_owned()),
        ("pictures", "/pictures".to_owned()),
        ("entry", "/ledger/3".to_owned()),
        ("verify", "/verify".to_owned()),
        ("people", "/people".to_owned()),
        ("settings", "/settings".to_owned()),
        ("help", "/help".to_owned()),
        ("calendar", "/calendar".to_owned()),
    ] {
        take(browser, served, name, &path);
    }
    browser.go(&served.at(&format!("/item/{text}/read?page=1&q=الزيارة")));
    let printed = browser.devtools("Page.printToPDF", json!({"printBackground": false}));
    write("read-printed.pdf", &printed["data"]);
}

/// Takes the three pictures of a page, each as high as the page is.
pub fn take(browser: &Browser, served: &Served, name: &str, path: &str) {
    if !are_wanted() {
        return;
    }
    browser.go(&served.at(path));
    for (look, width, scheme) in [("wide", 1280, "light"), ("narrow", 320, "light"), ("dark", 1280, "dark")] {
        browser.prefer(scheme);
        browser.be_of_size(width, 900);
        browser.until("[...document.images].every(image => image.complete)");
        let height = browser.run("return document.documentElement.scrollHeight");
        browser.be_of_size(width, height.as_u64().expect("a height"));
        write(&format!("{name}-{look}.png"), &browser.picture());
    }
    browser.prefer("light");
    browser.be_of_size(1280, 900);
}

fn are_wanted() -> bool {
    isnad_testkit::number_setting("ISNAD_SCREENSHOTS", 0) == 1
}

fn write(name: &str, base64: &serde_json::Value) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots");
    let bytes = BASE64_STANDARD.decode(base64.as_str().expect("a picture")).expect("base64");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join(name), bytes).expect("a file");
}
