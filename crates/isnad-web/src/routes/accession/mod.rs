pub(crate) mod list;
pub(crate) mod report;
pub(crate) mod show;
