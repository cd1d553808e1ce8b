//! `GET /calendar`: where the quick exit leads. A plain calendar that says nothing of this program.

use askama::Template;
use axum::response::Response;
use isnad_i18n::Lang;
use jiff::civil::{Date, Weekday};

use crate::{
    fault::Fault,
    page::{Chrome, html},
    visitor::Visitor,
};

#[derive(Template)]
#[template(path = "calendar.html")]
pub(crate) struct CalendarPage {
    pub c: Chrome,
    /// Month and year.
    pub title: String,
    /// Names of the days, from the first of the week.
    pub names: Vec<String>,
    /// Weeks of seven days; `None` outside the month; the flag marks today.
    pub weeks: Vec<Vec<Option<(String, bool)>>>,
}

pub(crate) async fn page(visitor: Visitor) -> Result<Response, Fault> {
    html(&CalendarPage::of(Chrome::stranger(&visitor), jiff::Zoned::now().date()))
}

impl CalendarPage {
    /// The month of a day.
    pub fn of(c: Chrome, today: Date) -> Self {
        // Weeks begin on Saturday where Arabic is read, on Sunday in English, on Monday in French.
        let first_day = match c.locale.lang {
            Lang::Ar => Weekday::Saturday,
            Lang::En => Weekday::Sunday,
            Lang::Fr => Weekday::Monday,
        };
        let first = today.first_of_month();
        let n_before = first_day.until(first.weekday());
        let mut days: Vec<Option<(String, bool)>> = (0..n_before).map(|_| None).collect();
        days.extend((1..=today.days_in_month()).map(|day| {
            let n = u64::from(day.unsigned_abs());
            Some((c.num(n), day == today.day()))
        }));
        let weeks = days.chunks(7).map(|week| {
            let mut week = week.to_vec();
            week.resize(7, None);
            week
        });
        let names = (0..7).map(|n| {
            let day = first_day.wrapping_add(n);
            c.t(format!("weekday-{}", day.to_monday_one_offset()))
        });
        let title = isnad_i18n::month(c.locale, first.year(), first.month());
        Self { title, names: names.collect(), weeks: weeks.collect(), c }
    }
}
