//! Pages are rendered from samples in three languages; requests go through the whole router.

mod documents;
mod drafts;
mod leaf;
mod look;
mod pages;
mod pictures;
mod records;
mod requests;
pub(crate) mod samples;
mod upload;
