pub(crate) mod enter;
pub(crate) mod leave;
pub(crate) mod lock;
