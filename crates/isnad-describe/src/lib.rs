//! The area of description: everything said about anyone, with its source.
//!
//! Rules only: no file, clock or chance. Claims come in as values and go out as what agrees, what differs, and by which
//! stated rule one of them stands in a list; nothing is ever hidden or dropped.

pub mod map;
pub mod resolve;
pub mod understand;
