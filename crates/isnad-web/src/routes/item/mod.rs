pub(crate) mod download;
pub(crate) mod picture;
pub(crate) mod read;
pub(crate) mod show;
pub(crate) mod unlock;
