pub(crate) mod ask;
pub(crate) mod receive;
