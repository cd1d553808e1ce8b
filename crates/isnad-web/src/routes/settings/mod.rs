pub(crate) mod language;
pub(crate) mod save;
pub(crate) mod show;
