//! Old documents of Office in compound files: which one it is, what it says about itself, and its words.

pub(super) mod compound;
mod doc;
pub(super) mod locked;
pub(crate) mod msg;
mod ppt;
mod summary;
pub(super) mod write;

pub(super) use compound::Compound;

use super::{Source, mapi::MSG, package::damaged, sheets};
use crate::wire::Sink;
use isnad_model::reading::Kind;

pub(super) const DOC: &str = "application/msword";
pub(super) const XLS: &str = "application/vnd.ms-excel";
pub(super) const PPT: &str = "application/vnd.ms-powerpoint";
/// A document of Office Open XML behind a password ([MS-OFFCRYPTO] 2.3.4).
pub(super) const ENCRYPTED: &str = "application/encrypted";

/// Streams by which a compound file is known. An encrypted package may hold others to mislead old programs.
const KNOWN: &[(&str, Kind, &str)] = &[
    ("EncryptedPackage", Kind::Document, ENCRYPTED),
    ("WordDocument", Kind::Document, DOC),
    ("Workbook", Kind::Table, XLS),
    ("Book", Kind::Table, XLS),
    ("PowerPoint Document", Kind::Document, PPT),
    ("__properties_version1.0", Kind::Mail, MSG),
];

/// What a compound file is, by the names in its root.
pub(super) fn kind_of(source: &mut dyn Source) -> Option<(Kind, &'static str)> {
    let file = Compound::open(source)?;
    KNOWN.iter().find(|(name, ..)| file.has(name)).map(|(_, kind, media_type)| (*kind, *media_type))
}

/// Reads a document; false if it is none of those that are read.
pub(super) fn read(media_type: &str, source: &mut dyn Source, sink: &mut Sink<'_>) -> bool {
    let (tool, read): (_, fn(&mut Compound<'_>, &mut Sink<'_>)) = match media_type {
        DOC => ("doc", doc::read),
        XLS => ("xls", sheets::xls::read),
        PPT => ("ppt", ppt::read),
        _ => return false,
    };
    sink.tool(tool, "");
    match Compound::open(source) {
        Some(mut file) => {
            summary::read(&mut file, sink);
            read(&mut file, sink);
        }
        None => sink.problem(damaged("compound file")),
    }
    true
}
