//! A picture that may hurt is not sent before somebody asks for it.

use super::{driver::Browser, served::Served};

/// The veil first, the picture on asking, and never for those who want none.
pub fn wait_until_they_are_asked_for(browser: &Browser, served: &Served) {
    let reading = served.at(&format!("/item/{}/read", served.photograph));
    let of_pictures = |browser: &Browser| {
        let asked = browser.requests();
        asked.into_iter().filter(|address| address.contains("/page/")).collect::<Vec<_>>()
    };
    browser.requests();
    browser.go(&reading);
    browser.find(".veil a");
    assert_eq!(of_pictures(browser), [""; 0], "nothing is sent behind the veil");
    browser.find(".veil a").click();
    browser.find(".reader img");
    browser.until("document.querySelector('.reader img').naturalWidth > 0");
    assert_eq!(of_pictures(browser).len(), 1, "sent when asked");

    browser.go(&served.at("/settings"));
    browser.find("#pictures-none").click();
    browser.find("main form .btn.go").click();
    browser.find(".note.good");
    browser.go(&format!("{reading}?show=1"));
    browser.find(".veil a[href^='/settings']");
    assert_eq!(of_pictures(browser), [""; 0], "none for those who want none");
    browser.go(&served.at("/settings"));
    browser.find("#pictures-asked").click();
    browser.find("main form .btn.go").click();
    browser.find(".note.good");
}
