//! What is doubtful about a reading.

/// A doubt about what words mean: a stable code, and what a person needs to settle it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    code: &'static str,
    about: String,
}

impl Doubt {
    pub(crate) fn new(code: &'static str, about: impl Into<String>) -> Self {
        Self { code, about: about.into() }
    }

    /// Its stable code; [`CODES`] has them all, with what each is about.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The other reading, or the part that is doubtful; empty where the code says everything.
    pub fn about(&self) -> &str {
        &self.about
    }
}

/// Every code of a doubt, and what [`Doubt::about`] then gives.
pub const CODES: [(&str, &str); 16] = [
    ("date-calendars-differ", "the other calendar's date, EDTF"),
    ("date-day-or-month", "the reading with day and month exchanged, EDTF"),
    ("date-day-or-year", "the reading in which the number is a year, EDTF"),
    ("date-far-year", "the year, before 1800 or after 2100"),
    ("date-hijri-approximate", "the date as written, year-month-day of the Islamic calendar"),
    ("date-maybe-hijri", "the reading in the Islamic calendar, EDTF"),
    ("date-other-order", "nothing: only the order that was not asked for gives a date"),
    ("date-two-digit-year", "the reading a century away, EDTF"),
    ("date-vague", "nothing: the bounds of early, middle and late are ours"),
    ("date-weekday-differs", "the weekday of the date as read"),
    ("date-year-inferred", "the year that was not written"),
    ("date-zeros", "nothing: zeros were written for what was not known"),
    ("quantity-dual", "the other number that the word may be"),
    ("quantity-scale", "the first number as written, without the million of the second"),
    ("quantity-separator", "the other reading of the number"),
    ("quantity-vague", "the word that is no number"),
];
