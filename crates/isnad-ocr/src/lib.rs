//! Reading pages from their pictures.
//!
//! A page goes through these steps, all but one of them here and in Rust:
//!
//! 1. [`level`]: light is taken out, so that paper is white; [`skew`]: lines are laid level.
//! 2. [`ink`]: what hangs together becomes blobs; [`rules`]: grids are painted over; [`layout`]: blobs become lines.
//! 3. [`strip`]: each line becomes a picture of its own; [`program`]: tesseract reads the letters on it, in a child
//!    without rights that the caller provides ([`Run`]).
//! 4. [`order`]: words are put in the order of reading, with their places on the page as it was.
//!
//! Every number that comes out of this is unverified until a person has held it against the picture.

mod ink;
mod layout;
mod level;
pub mod numerals;
mod order;
mod picture;
mod plan;
mod program;
mod read;
mod rules;
mod sheet;
mod skew;
mod strip;
mod tiff;
mod tsv;
mod turn;

pub use picture::Picture;
pub use program::{Call, Places, Run, Tesseract};
pub use read::{Ocr, Reading};
