pub(crate) mod calendar;
