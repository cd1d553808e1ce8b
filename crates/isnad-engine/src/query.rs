//! Questions to the views, each answer sealed under the label of what it tells.

mod accession;
mod entry;
mod item;
mod rows;
mod status;

pub(crate) use item::Held;
