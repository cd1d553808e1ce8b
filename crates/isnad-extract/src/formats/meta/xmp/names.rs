//! Namespaces of XMP: a prefix is whatever its writer liked, so the namespace decides, under its usual prefix.

use std::collections::HashMap;

pub(super) const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// A packet names a dozen.
const PREFIXES_MAX: usize = 256;

/// Namespaces with their usual prefixes: ISO 16684-1, the XMP specification parts 2 and 3, IPTC, CIPA, C2PA.
const USUAL: &[(&str, &str)] = &[
    (RDF, "rdf"),
    (XML, "xml"),
    ("http://cipa.jp/exif/1.0/", "exifEX"),
    ("http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "Iptc4xmpCore"),
    ("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "Iptc4xmpExt"),
    ("http://ns.adobe.com/camera-raw-settings/1.0/", "crs"),
    ("http://ns.adobe.com/exif/1.0/", "exif"),
    ("http://ns.adobe.com/exif/1.0/aux/", "aux"),
    ("http://ns.adobe.com/pdf/1.3/", "pdf"),
    ("http://ns.adobe.com/photoshop/1.0/", "photoshop"),
    ("http://ns.adobe.com/tiff/1.0/", "tiff"),
    ("http://ns.adobe.com/xap/1.0/", "xmp"),
    ("http://ns.adobe.com/xap/1.0/mm/", "xmpMM"),
    ("http://ns.adobe.com/xap/1.0/rights/", "xmpRights"),
    ("http://ns.adobe.com/xap/1.0/sType/ResourceEvent#", "stEvt"),
    ("http://ns.adobe.com/xap/1.0/sType/ResourceRef#", "stRef"),
    ("http://ns.adobe.com/xap/1.0/g/img/", "xmpGImg"),
    ("http://ns.adobe.com/xmp/1.0/DynamicMedia/", "xmpDM"),
    ("http://ns.adobe.com/xmp/note/", "xmpNote"),
    ("http://ns.google.com/photos/1.0/camera/", "GCamera"),
    ("http://ns.google.com/photos/1.0/container/", "Container"),
    ("http://ns.google.com/photos/1.0/container/item/", "Item"),
    ("http://ns.useplus.org/ldf/xmp/1.0/", "plus"),
    ("http://purl.org/dc/elements/1.1/", "dc"),
    ("http://purl.org/dc/terms/", "dcterms"),
];

/// The prefixes that a packet declares.
///
/// A prefix means the newest namespace that was declared for it. XMP's writers declare each once, at the top, so
/// that scopes would cost more than they tell.
#[derive(Default)]
pub(super) struct Names {
    spaces: HashMap<String, String>,
    prefixes: HashMap<String, String>,
}

impl Names {
    pub(super) fn learn(&mut self, prefix: &str, space: &str) {
        if self.spaces.len() < PREFIXES_MAX || self.spaces.contains_key(prefix) {
            self.spaces.insert(prefix.to_owned(), space.to_owned());
            self.prefixes.entry(space.to_owned()).or_insert_with(|| prefix.to_owned());
        }
    }

    /// The namespace and the local part of a name. An attribute's name without a prefix has no namespace.
    pub(super) fn name<'n>(&'n self, name: &'n str) -> (&'n str, &'n str) {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let space = match (prefix, self.spaces.get(prefix)) {
            ("xml", _) => XML,
            (_, Some(space)) => space,
            // A prefix that nobody declared stands for itself.
            (_, None) => prefix,
        };
        (space, local)
    }

    /// The name under its usual prefix; under the packet's own where the namespace is not known; whole where that
    /// prefix would be taken for another's.
    pub(super) fn short(&self, (space, local): (&str, &str)) -> String {
        if let Some((_, prefix)) = USUAL.iter().find(|(known, _)| *known == space) {
            return format!("{prefix}:{local}");
        }
        match self.prefixes.get(space) {
            Some(prefix) if !prefix.is_empty() && USUAL.iter().all(|(_, usual)| usual != prefix) => {
                format!("{prefix}:{local}")
            }
            _ if space.is_empty() => local.to_owned(),
            _ => format!("{{{space}}}{local}"),
        }
    }
}
