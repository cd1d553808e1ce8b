//! Pages are rendered from samples in three languages; requests go through the whole router.

mod drafts;
mod look;
mod pages;
mod requests;
mod samples;
mod upload;
