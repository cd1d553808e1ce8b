pub(crate) mod run;
pub(crate) mod show;
