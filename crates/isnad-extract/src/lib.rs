//! Reading hostile files in a child process without rights.
//!
//! Whoever sends a document chooses its bytes, so no byte from outside is parsed where the keys are.
//! The program starts itself again as `isnad worker`; that child gives up every right that it has (see
//! [`sandbox`]) before it reads the first foreign byte, and answers over a pipe (see `wire`).
//! The parent trusts nothing that comes back: lengths, codes and totals are checked, and a child that lies,
//! dies, hangs or swells is ended and becomes a [`Problem`](isnad_model::Problem) of that one file.
//!
//! - The parent's side is [`Reader`]; [`identify`] is the one look at foreign bytes that the parent takes
//!   itself, and it compares magic numbers only.
//! - The child's side is [`worker::main`].
//!
//! What is read is derived state. The file itself is kept whole whatever happens here.

mod background;
mod codes;
mod cut;
mod formats;
#[cfg(any(test, feature = "fuzz"))]
#[doc(hidden)]
pub mod fuzz;
mod identify;
mod limits;
mod member;
mod memfd;
mod names;
mod process;
pub mod program;
mod reader;
mod rows;
pub mod sandbox;
mod secret;
mod unpack;
mod wire;
pub mod worker;

pub use background::step_back;
pub use cut::Cut;
pub use formats::{is_drawable, shape_numbers, takes_password};
pub use identify::identify;
pub use limits::{Budget, Config, Limits};
pub use member::{Member, problem_of};
pub use memfd::memfd;
pub use reader::{Answer, Pixels, Reader};
pub use sandbox::Sandbox;
pub use unpack::{is_unpacker, opener, unpacker};
