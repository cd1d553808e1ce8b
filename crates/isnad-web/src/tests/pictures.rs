//! The page of reading pictures, in every state that looks different.

use askama::Template;
use isnad_access::{Grant, Role};
use isnad_i18n::Lang;
use isnad_model::{
    PrincipalId, Problem,
    pictures::{Progress, Report},
};

use super::samples::chrome;
use crate::{
    pictures::{Ended, Far, Pace, Stand},
    routes::pictures::show::PicturesPage,
};

/// `(name, html)`.
pub fn every_page(lang: Lang) -> Vec<(&'static str, String)> {
    let page = |stand, here| PicturesPage {
        c: chrome(lang, "home"),
        n_waiting: 488,
        stand,
        here,
        back: String::new(),
        follows: true,
    };
    let tool = || Some(Ok("tesseract 5.3.0 (ara)".to_owned()));
    let missing = || Problem::new("ocr-missing");
    let far = |n_done, per_hour, seconds_left| {
        Stand::Running(Far {
            progress: Progress { n_done, n_pages: 500, n_failed: n_done / 4 },
            pace: Some(Pace { per_hour, seconds_left }),
            n_later: n_done,
            stopping: false,
        })
    };
    let ended = |problem, stopped| {
        let report = Report { n_pages: 12, n_read: 10, n_failed: 2, n_left: 0, n_numbers: 7 };
        Stand::Ended(Ended::of(Grant::new(PrincipalId([1; 10]), Role::Keeper), report, problem, stopped))
    };
    let starting =
        Stand::Running(Far { progress: Progress::default(), pace: None, n_later: 0, stopping: true });
    let back = "/item/I-0000000000000000/read?page=3".to_owned();
    [
        ("pictures", page(Stand::Idle, tool())),
        ("pictures missing", page(Stand::Idle, Some(Err(missing())))),
        ("pictures starting", page(starting, None)),
        ("pictures running", PicturesPage { back, ..page(far(12, 540, 3250), None) }),
        ("pictures slow", PicturesPage { follows: false, ..page(far(1, 40, 45_000), None) }),
        ("pictures soon", page(far(499, 7200, 1), None)),
        ("pictures elsewhere", page(Stand::Elsewhere, None)),
        ("pictures done", page(ended(None, false), tool())),
        ("pictures stopped", page(ended(None, true), tool())),
        ("pictures failed", page(ended(Some(missing()), false), Some(Err(missing())))),
        ("pictures none", PicturesPage { n_waiting: 0, ..page(Stand::Idle, None) }),
    ]
    .map(|(name, page)| (name, page.render().expect("a page")))
    .to_vec()
}

#[test]
fn only_a_page_that_changes_asks_again_and_the_session_is_not_kept_alive_by_it() {
    for (name, html) in every_page(Lang::En) {
        let changes =
            ["starting", "running", "slow", "soon", "elsewhere"].iter().any(|state| name.ends_with(state));
        let follows = changes && name != "pictures slow";
        assert_eq!(html.contains("http-equiv=\"refresh\""), follows, "{name}");
        assert_eq!(html.contains("data-again="), changes, "{name}");
        let tag = html.split("http-equiv=\"refresh\"").nth(1).and_then(|tag| tag.split('>').next());
        assert!(tag.is_none_or(|tag| tag.contains("watch=1")), "{name}");
    }
}

#[test]
fn what_is_missing_is_said_once_with_what_to_install() {
    for (name, html) in every_page(Lang::En) {
        let is_missing = ["pictures missing", "pictures failed"].contains(&name);
        assert_eq!(html.matches("apt-get install tesseract-ocr").count(), usize::from(is_missing), "{name}");
        let offers = ["pictures", "pictures done", "pictures stopped"].contains(&name);
        assert_eq!(html.contains("action=\"/pictures\""), offers, "{name}");
    }
}
