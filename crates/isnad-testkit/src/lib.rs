//! For tests only: an environment of its own for the real program, synthetic files, faults of the disk.

mod env;
pub mod faults;
pub mod folder;
pub mod make;
mod output;
mod settings;
pub mod special;

pub use env::{Env, PASSPHRASE};
pub use output::Output;
pub use settings::{chance, has_program, number_setting, skip};
