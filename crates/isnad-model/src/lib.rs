//! The vocabulary of Isnad: ids, what came in and how, what a page may show.
//!
//! Everything here is a plain value.
//! It holds no file, clock, socket, thread or chance, and it makes no sentences: a problem is a code with
//! arguments, and the words for it live in `locales/`.

pub mod claim;
pub mod id;
pub mod intake;
pub mod label;
pub mod pictures;
pub mod problem;
pub mod reading;
pub mod search;
pub mod sensitive;
pub mod table;
pub mod time;
pub mod view;

pub use id::{AccessionId, BatchId, ItemId, PrincipalId, RecordId};
pub use label::{Label, Sensitivity};
pub use problem::{Arg, Problem};
pub use sensitive::Sensitive;
pub use time::Millis;
