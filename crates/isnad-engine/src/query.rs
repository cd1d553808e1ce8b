//! Questions to the views, each answer sealed under the label of what it tells.

mod accession;
mod chain;
mod entry;
mod history;
mod item;
mod numbers;
mod page;
mod picture;
mod record;
pub(crate) mod rows;
mod status;
mod within;

pub(crate) use item::Held;
pub use numbers::NumberKey;
pub use picture::WordImages;
pub use within::marks;
