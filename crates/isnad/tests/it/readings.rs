//! Readings of pages: what a machine read, what persons said of it, what is searched, and who may say anything.

mod numbers;
mod persons;
mod pictures;
mod scene;
mod unread;

pub use scene::card;
