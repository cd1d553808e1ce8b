//! Dates as people write them, in Arabic, English and French, and as EDTF (ISO 8601-2) writes them.
//!
//! What is read stays beside the words that it was read from. What can be read in two ways says so; what cannot be is
//! refused and never moved to the next day that exists.

mod day;
mod edtf;
mod months;
mod read;

pub use day::{Day, weekday};
pub use edtf::{Edtf, NotEdtf};
pub use read::{Doubt, Order, Read, Refused, read};

#[cfg(test)]
mod tests;
