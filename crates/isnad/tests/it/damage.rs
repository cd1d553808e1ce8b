//! Bytes changed, cut off, swapped, put back, taken away: each is told, and by its right name.

mod derived;
mod flips;
mod ledger;
mod names;
mod older;
mod sample;
mod strays;
mod vault;
