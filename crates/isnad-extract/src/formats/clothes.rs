//! Documents in the clothes of a ZIP: which one it is, by the names in its directory and by what it says itself.

use super::Source;
use isnad_model::reading::Kind;
use std::io::Read;
use zip::{
    ZipReadOptions,
    read::{Config, OwnedZipFileEntry, read_zipfile_from_stream},
    unstable::read::ZipIterable,
};

/// Which reader a document needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Word,
    Slides,
    Sheets,
    BinarySheets,
    Odf,
    OdfSheets,
    Epub,
}

pub(super) const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub(super) const PPTX: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
pub(super) const ODT: &str = "application/vnd.oasis.opendocument.text";
pub(super) const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";
pub(super) const EPUB: &str = "application/epub+zip";

/// Media types with their readers (ECMA-376 and [MS-OFFMACRO2] for Office, OpenDocument 1.3 part 2, EPUB 3.3).
const KNOWN: &[(&str, Format)] = &[
    (DOCX, Format::Word),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.template", Format::Word),
    ("application/vnd.ms-word.document.macroEnabled.12", Format::Word),
    ("application/vnd.ms-word.template.macroEnabled.12", Format::Word),
    (PPTX, Format::Slides),
    ("application/vnd.openxmlformats-officedocument.presentationml.slideshow", Format::Slides),
    ("application/vnd.openxmlformats-officedocument.presentationml.template", Format::Slides),
    ("application/vnd.ms-powerpoint.presentation.macroEnabled.12", Format::Slides),
    ("application/vnd.ms-powerpoint.slideshow.macroEnabled.12", Format::Slides),
    ("application/vnd.ms-powerpoint.template.macroEnabled.12", Format::Slides),
    (XLSX, Format::Sheets),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.template", Format::Sheets),
    ("application/vnd.ms-excel.sheet.macroEnabled.12", Format::Sheets),
    ("application/vnd.ms-excel.template.macroEnabled.12", Format::Sheets),
    ("application/vnd.ms-excel.addin.macroEnabled.12", Format::Sheets),
    ("application/vnd.ms-excel.sheet.binary.macroEnabled.12", Format::BinarySheets),
    (ODT, Format::Odf),
    ("application/vnd.oasis.opendocument.text-template", Format::Odf),
    ("application/vnd.oasis.opendocument.text-master", Format::Odf),
    ("application/vnd.oasis.opendocument.text-web", Format::Odf),
    ("application/vnd.oasis.opendocument.presentation", Format::Odf),
    ("application/vnd.oasis.opendocument.presentation-template", Format::Odf),
    ("application/vnd.oasis.opendocument.graphics", Format::Odf),
    ("application/vnd.oasis.opendocument.graphics-template", Format::Odf),
    (ODS, Format::OdfSheets),
    ("application/vnd.oasis.opendocument.spreadsheet-template", Format::OdfSheets),
    (EPUB, Format::Epub),
];

/// What `[Content_Types].xml` calls the main part, when that is not its media type and `.main+xml`.
const MACROS: &[(&str, &str)] = &[
    ("ms-word.document.macroEnabled.main", "application/vnd.ms-word.document.macroEnabled.12"),
    ("ms-word.template.macroEnabledTemplate.main", "application/vnd.ms-word.template.macroEnabled.12"),
    (
        "ms-powerpoint.presentation.macroEnabled.main",
        "application/vnd.ms-powerpoint.presentation.macroEnabled.12",
    ),
    ("ms-powerpoint.slideshow.macroEnabled.main", "application/vnd.ms-powerpoint.slideshow.macroEnabled.12"),
    ("ms-powerpoint.template.macroEnabled.main", "application/vnd.ms-powerpoint.template.macroEnabled.12"),
    ("ms-excel.sheet.macroEnabled.main", "application/vnd.ms-excel.sheet.macroEnabled.12"),
    ("ms-excel.template.macroEnabled.main", "application/vnd.ms-excel.template.macroEnabled.12"),
    ("ms-excel.addin.macroEnabled.main", "application/vnd.ms-excel.addin.macroEnabled.12"),
    ("ms-excel.sheet.binary.macroEnabled.main", "application/vnd.ms-excel.sheet.binary.macroEnabled.12"),
];

/// Members by which a document is known whose content types say nothing.
const MAIN_PARTS: &[(&str, &str)] = &[
    ("word/document.xml", DOCX),
    ("xl/workbook.xml", XLSX),
    ("xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroEnabled.12"),
    ("ppt/presentation.xml", PPTX),
];

/// Where the first names of a ZIP are looked for when its directory is lost.
const FRONT_BYTES: u64 = 64 << 10;
/// How much of a part that says what the document is.
const SAYING_BYTES: u64 = 1 << 20;

/// Which reader a media type needs, if it is one of these.
pub(super) fn format_of(media_type: &str) -> Option<Format> {
    KNOWN.iter().find(|(known, _)| *known == media_type).map(|(_, format)| *format)
}

/// Tables are tables, the rest are documents.
pub(super) fn kind(media_type: &str) -> Kind {
    match format_of(media_type) {
        Some(Format::Sheets | Format::BinarySheets | Format::OdfSheets) => Kind::Table,
        _ => Kind::Document,
    }
}

/// The media type of the document that a ZIP is, if it is one.
pub(super) fn document(source: &mut dyn Source) -> Option<&'static str> {
    let Ok(mut zip) = ZipIterable::try_new(&mut *source, Config::default()) else {
        return document_without_directory(source);
    };
    let (mut mimetype, mut types, mut manifest) = (None, None, None);
    let mut main = None;
    let mut is_odf = false;
    for entry in zip.files().ok()?.flatten() {
        match entry.name_raw() {
            b"mimetype" => mimetype = Some(entry.into()),
            b"[Content_Types].xml" => types = Some(entry.into()),
            b"META-INF/manifest.xml" => manifest = Some(entry.into()),
            b"content.xml" => is_odf = true,
            name => main = main.or_else(|| main_part(name)),
        }
    }
    mimetype
        .and_then(|entry| stated(&saying(&entry, source)))
        .or_else(|| types.and_then(|entry| by_content_types(&saying(&entry, source)).or(main)))
        .or_else(|| manifest.filter(|_| is_odf).and_then(|entry| by_manifest(&saying(&entry, source))))
}

fn main_part(name: &[u8]) -> Option<&'static str> {
    MAIN_PARTS.iter().find(|(known, _)| known.as_bytes() == name).map(|(_, media_type)| *media_type)
}

/// What a small member says.
fn saying(entry: &OwnedZipFileEntry, source: &mut dyn Source) -> String {
    let mut source = source;
    let mut bytes = Vec::new();
    if let Ok(file) = entry.as_ref().with_reader(&mut source, ZipReadOptions::new()) {
        let _cut_off = file.take(SAYING_BYTES).read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn stated(mimetype: &str) -> Option<&'static str> {
    KNOWN.iter().map(|(known, _)| *known).find(|known| *known == mimetype.trim())
}

fn by_content_types(types: &str) -> Option<&'static str> {
    let by_macros = MACROS.iter().find(|(main, _)| types.contains(main)).map(|(_, media_type)| *media_type);
    by_macros.or_else(|| {
        KNOWN.iter().map(|(known, _)| *known).find(|known| types.contains(&format!("{known}.main+xml")))
    })
}

/// The media type of the first entry, which is that of the whole.
fn by_manifest(manifest: &str) -> Option<&'static str> {
    let first = manifest.split("media-type=\"").skip(1).find_map(|rest| rest.split('"').next())?;
    stated(first)
}

/// A document that was cut off is known by the names at its front, where its writers put them.
fn document_without_directory(source: &mut dyn Source) -> Option<&'static str> {
    let mut front = Vec::new();
    let _unread = source.rewind().and_then(|()| source.take(FRONT_BYTES).read_to_end(&mut front));
    let holds = |name: &str| front.windows(name.len()).any(|w| w == name.as_bytes());
    if let Some(media_type) = first_member(&front) {
        return Some(media_type);
    }
    let main = MAIN_PARTS.iter().find(|(name, _)| holds(name)).map(|(_, media_type)| *media_type);
    main.filter(|_| holds("[Content_Types].xml"))
}

/// What the first member says, if it is there to say what the document is.
fn first_member(mut front: &[u8]) -> Option<&'static str> {
    let mut file = read_zipfile_from_stream(&mut front).ok()??;
    if file.name_raw() != b"mimetype" {
        return None;
    }
    let mut said = String::new();
    (&mut file).take(SAYING_BYTES).read_to_string(&mut said).ok()?;
    stated(&said)
}
