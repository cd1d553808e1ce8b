//! What a file says of itself, as far as somebody may search for it: names of people, devices and places, titles,
//! subjects, remarks.

use isnad_ledger::body::StoredMetadatum;
use isnad_model::reading::Metadatum;

/// Standards, or parts of ours, whose values say how a file is made and not by whom, where or about what.
const TECHNICAL: [&str; 6] = ["gps", "heif", "icc", "image", "media", "time"];

/// Of the fields of Exif (CIPA DC-008, 4.6), those that hold words of a person, a maker or a place; the rest are
/// settings of a camera, and their words (`Normal`, `inch`) would stand in every photograph.
const EXIF: [&str; 20] = [
    "Artist",
    "BodySerialNumber",
    "CameraOwnerName",
    "Copyright",
    "GPSAreaInformation",
    "GPSDestination",
    "ImageDescription",
    "ImageUniqueID",
    "LensMake",
    "LensModel",
    "LensSerialNumber",
    "Make",
    "Model",
    "Software",
    "UserComment",
    "XPAuthor",
    "XPComment",
    "XPKeywords",
    "XPSubject",
    "XPTitle",
];

/// The values that are searched, in their order. A value without a letter is a measure or a time: a search for a
/// number means one that somebody wrote, and would drown in them.
pub(super) fn searched(metadata: &[StoredMetadatum]) -> Vec<Metadatum> {
    let is_searched = |m: &&StoredMetadatum| {
        let (standard, field) = m.name.split_once('.').unwrap_or(("", &m.name));
        let is_meant = match standard {
            "exif" => EXIF.contains(&field),
            _ => !TECHNICAL.contains(&standard),
        };
        is_meant && m.value.chars().any(char::is_alphabetic)
    };
    let metadatum = |m: &StoredMetadatum| Metadatum { name: m.name.clone(), value: m.value.clone() };
    metadata.iter().filter(is_searched).map(metadatum).collect()
}

#[cfg(test)]
mod tests;
