pub(crate) mod enter;
pub(crate) mod leave;
