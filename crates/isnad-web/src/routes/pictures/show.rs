//! `GET /pictures`: how far the reading of pages from their pictures has come, and what still waits.

use askama::Template;
use axum::{extract::Query, response::Response};
use isnad_engine::PicturesRequest;
use isnad_model::{Arg, Problem, pictures::Report};
use serde::Deserialize;

use crate::{
    fault::Fault,
    page::{Chrome, html},
    pictures::{Ended, Far, Stand},
    view::{encode, safe_path},
    visitor::Member,
};

#[derive(Template)]
#[template(path = "pictures.html")]
pub(crate) struct PicturesPage {
    pub c: Chrome,
    /// Pages that wait, as far as this person may have them read.
    pub n_waiting: u64,
    pub stand: Stand,
    /// What pages are read with here, or why they are not; nothing while that is seen from the run itself.
    pub here: Option<Result<String, Problem>>,
    /// Where somebody came from, to go back to.
    pub back: String,
    /// Asks again by itself, also without the script.
    pub follows: bool,
}

impl PicturesPage {
    /// Whether there is anything that changes by itself.
    pub fn is_running(&self) -> bool {
        matches!(self.stand, Stand::Running(_) | Stand::Elsewhere)
    }

    /// Whether pages can be asked for.
    pub fn can_begin(&self) -> bool {
        !self.is_running() && self.n_waiting > 0 && !matches!(self.here, Some(Err(_)))
    }

    /// Done of all, for the words.
    pub fn done_of(&self, far: &Far) -> [(&'static str, Arg); 2] {
        [("done", Arg::Number(far.progress.n_done)), ("pages", Arg::Number(far.progress.n_pages))]
    }

    /// The pace in words: by the minute where that is more than one page, by the hour elsewhere.
    pub fn pace(&self, far: &Far) -> String {
        match far.pace {
            Some(pace) if pace.per_hour >= 120 => self.c.n("pictures-per-minute", pace.per_hour / 60),
            Some(pace) => self.c.n("pictures-per-hour", pace.per_hour),
            None => String::new(),
        }
    }

    /// The time left in words, rounded up.
    pub fn left(&self, far: &Far) -> String {
        let Some(pace) = far.pace else { return String::new() };
        match pace.seconds_left {
            0..60 => self.c.t("pictures-left-soon"),
            seconds if seconds < 2 * 3600 => self.c.n("pictures-left-minutes", seconds.div_ceil(60)),
            seconds => self.c.n("pictures-left-hours", seconds.div_ceil(3600)),
        }
    }

    /// What the last run came to, for the words.
    pub fn counts(&self, ended: &Ended) -> [(&'static str, Arg); 3] {
        let Report { n_pages, n_read, n_failed, .. } = ended.report;
        [("pages", Arg::Number(n_pages)), ("read", Arg::Number(n_read)), ("failed", Arg::Number(n_failed))]
    }

    /// Whether the last run ended for the same reason, which then stands there once.
    pub fn has_said(&self, problem: &Problem) -> bool {
        matches!(&self.stand, Stand::Ended(ended) if ended.problem.as_ref().is_some_and(|p| p.code == problem.code))
    }

    /// The address of this page, and whether it asks again by itself there.
    ///
    /// A page that moves by itself under a reader must be one that the reader chose (WCAG 2.2, success criterion
    /// 2.2.1): without the script it does so after somebody asked for a run, and a link ends it.
    fn address(&self, how: &str) -> String {
        match self.back.as_str() {
            "" => format!("/pictures?{how}"),
            back => format!("/pictures?{how}&back={}", encode(back)),
        }
    }

    /// Under which the script looks again.
    pub fn again(&self) -> String {
        self.address("watch=1")
    }

    /// Under which a browser without it looks again.
    pub fn again_following(&self) -> String {
        self.address("follow=1&watch=1")
    }

    /// The other of the two ways.
    pub fn other_way(&self) -> String {
        self.address(if self.follows { "follow=" } else { "follow=1" })
    }
}

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    back: String,
    #[serde(default)]
    follow: String,
}

pub(crate) async fn page(member: Member, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    member.must_take_in()?;
    let state = &member.state;
    let stand = state.pictures.stand(&member.session.grant, &state.options.clock);
    let is_running = matches!(stand, Stand::Running(_) | Stand::Elsewhere);
    let world = state.options.world.clone();
    let (n_waiting, here) = member
        .ask(move |archive, grant| {
            let n_waiting = archive.pictures_waiting(grant, &PicturesRequest::default())?;
            let here = (!is_running && n_waiting > 0).then(|| isnad_engine::ocr_here(&world));
            Ok((n_waiting, here))
        })
        .await?;
    let back = if asked.back.is_empty() { "" } else { safe_path(&asked.back) }.to_owned();
    let follows = asked.follow == "1";
    html(&PicturesPage { c: Chrome::member(&member, "home"), n_waiting, stand, here, back, follows })
}
