//! Pages of the web: HTML and XHTML, alone, saved with their frames (MHTML), or bound as a book (EPUB).

pub(super) mod epub;
pub(super) mod html;
pub(super) mod mhtml;

mod page;
