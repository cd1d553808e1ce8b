//! Which styles hide what they are given to.

use crate::formats::xml::Tag;
use std::collections::BTreeSet;

/// The names of styles that hide words, pages or tables. Styles stand before whatever uses them.
#[derive(Default)]
pub(in crate::formats) struct Styles {
    open: String,
    hidden: BTreeSet<String>,
}

impl Styles {
    /// Takes note of a style and of what it says.
    pub(in crate::formats) fn open(&mut self, tag: &Tag<'_>) {
        let hides = match tag.name() {
            "style" => {
                self.open = tag.get("name").unwrap_or_default().into_owned();
                return;
            }
            "text-properties" => tag.get("display").is_some_and(|display| display == "none"),
            "table-properties" => !tag.flag("display", true),
            "drawing-page-properties" => tag.get("visibility").is_some_and(|seen| seen == "hidden"),
            _ => return,
        };
        if hides {
            self.hidden.insert(self.open.clone());
        }
    }

    /// Whether the style of an element hides it.
    pub(in crate::formats) fn hides(&self, tag: &Tag<'_>) -> bool {
        tag.get("style-name").is_some_and(|name| self.hidden.contains(name.as_ref()))
    }
}
