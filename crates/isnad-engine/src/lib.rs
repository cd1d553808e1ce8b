//! The only writer: commands become entries, entries become views.
//!
//! API boundary of the faces: everything that a page or a command does goes through [`Archive`].
//! What a query gives is sealed under its label and is opened by `isnad_access::release` alone.

mod archive;
mod backup;
#[cfg(feature = "bench")]
pub mod bench;
mod claims;
mod clock;
mod collate;
mod devices;
mod edge;
mod error;
mod indexing;
mod intake;
mod marker;
mod pictures;
mod query;
mod reading;
mod rebuild;
mod transcribe;
mod unfinished;
mod verify;
mod views;
mod world;
mod writer;

pub use archive::{Archive, NewArchive};
pub use backup::{Copied, keyring_beside};
pub use claims::{CLAIMS_MAX, ImportRequest, Imported, NewRecord, Told, VALUE_MAX};
pub use collate::Collated;
pub use error::Result;
pub use intake::{IntakeRequest, Source, Unlocked, Uploads};
pub use isnad_crypto::Password;
pub use isnad_describe::map::Map;
pub use isnad_extract::is_drawable;
pub use isnad_ocr::Places;
pub use isnad_schema::{Fault, Schema};
pub use isnad_store_local::Layout;
pub use marker::FORMAT;
pub use pictures::{PicturesRequest, ocr_here};
pub use query::{NumberKey, WordImages, marks};
pub use rebuild::Rebuilt;
pub use verify::{Verified, VerifyProgress, verify_folder};
pub use world::World;
pub use writer::Mended;
