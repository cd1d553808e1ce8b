//! Ground state in one folder: files that last, the log of acts, the vault and the keyring.
//!
//! ```text
//! isnad.toml              what this folder is
//! unfinished              only while an archive or a backup is being made here
//! ledger/acts             every act, one frame after the other, append-only
//! ledger/checkpoint       the newest signed tree head (C2SP tlog-checkpoint)
//! ledger/devices          the device keys, each vouched for by the archive key
//! ledger/tile/…           hash tiles (C2SP tlog-tiles); follow from the acts
//! vault/objects/ab/…      age files, each named by its SHA-256
//! vault/payloads/…        one age file an act: its salted bodies
//! vault/incoming/         objects being written; nothing here counts
//! keyring/                keys; may lie on another disk and has a backup life of its own
//! derived/                views and index; deleting it loses nothing
//! ```
//!
//! There is one engine for this today, so there is no trait: the port is drawn when the second engine arrives
//! (see `docs/decisions`).

pub mod acts;
pub mod durable;
pub mod keyring;
pub mod layout;
pub mod lock;
pub mod vault;

pub use durable::{Fault, Result};
pub use layout::Layout;
