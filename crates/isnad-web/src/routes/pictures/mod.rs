pub(crate) mod begin;
pub(crate) mod show;
pub(crate) mod stop;
