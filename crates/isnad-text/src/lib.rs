//! Arabic and Latin text: folding, words with their places in the original, stems, digits, direction marks.
//!
//! Everything here is pure, and nothing here changes what is kept: the archive keeps text raw, and these
//! functions say what a text looks like to a search, or how it can be shown without deceiving the reader.
//! A search and its index must use the same functions, so this crate is the only analyzer there is.

pub mod align;
pub mod compound;
mod dash;
pub mod date;
pub mod digits;
pub mod doubt;
pub mod fold;
mod lexicon;
pub mod light;
pub mod name;
pub mod plain;
pub mod quantity;
pub mod show;
pub mod trigram;
pub mod words;

pub use doubt::Doubt;
pub use fold::{Folded, fold, folded};
pub use light::light;
pub use plain::plain;
pub use words::{Token, tokens};

/// Changes whenever the same text may give other words, so that an index made before is made again.
pub const ANALYSIS_VERSION: u32 = 1;

#[cfg(test)]
mod tests;
