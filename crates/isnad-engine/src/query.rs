//! Questions to the views, each answer sealed under the label of what it tells.

mod accession;
mod entry;
mod item;
mod page;
pub(crate) mod rows;
mod status;

pub use page::NumberKey;
