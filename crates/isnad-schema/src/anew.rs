//! What becomes of a kind, a property, a vocabulary or a term that an overlay calls anew.
//!
//! Whoever relabels a property writes its id, its type and its words, and leaves the rest away. So what a file does not
//! say stays as it was: a property that is sealed must not open because somebody gave it a better name.

use isnad_model::Sensitivity;

use crate::{Kind, Property, Term, Vocabulary};

/// Takes a fault: its code, its place, what it is about.
pub(crate) type Tell<'a> = &'a mut dyn FnMut(&'static str, &str, &str);

/// Lays a kind over one of the same id.
pub(crate) fn kind(old: &mut Kind, new: Kind, tell: Tell<'_>) {
    // A new kind that says no sensitivity has none here yet; see `file::Reader::kind`.
    let stated = Some(new.sensitivity).filter(|code| !code.is_empty());
    if let Some(code) = closer(Some(&old.sensitivity), stated, &old.id, tell) {
        old.sensitivity = code;
    }
    old.label = new.label;
    old.plural = new.plural;
    old.help = new.help.or(old.help.take());
    if !new.title.is_empty() {
        old.title = new.title;
    }
    if !new.detail.is_empty() {
        old.detail = new.detail;
    }
    old.outside.extend(new.outside);
    for group in new.groups {
        match old.groups.iter_mut().find(|it| it.id == group.id) {
            Some(it) => {
                it.label = group.label;
                it.help = group.help.or(it.help.take());
            }
            None => old.groups.push(group),
        }
    }
    for new in new.properties {
        match old.properties.iter_mut().find(|it| it.id == new.id) {
            Some(it) => property(it, new, (&old.id, &old.sensitivity), tell),
            None => old.properties.push(new),
        }
    }
}

/// Lays a property over one of the same id, in a kind with its sensitivity.
fn property(old: &mut Property, new: Property, kind: (&str, &str), tell: Tell<'_>) {
    let place = format!("{}.{}", kind.0, old.id);
    // What claims were made under must go on meaning what it meant.
    if old.kind != new.kind || (new.vocabulary.is_some() && new.vocabulary != old.vocabulary) {
        tell("type-changed", &place, &new.id);
        return;
    }
    let before = old.sensitivity.as_deref().unwrap_or(kind.1);
    let sensitivity = closer(Some(before), new.sensitivity, &place, tell);
    // An empty list leads anywhere, so it is the widest; nothing that may be linked today is forbidden tomorrow.
    if !old.to.is_empty() {
        old.to.extend(new.to.into_iter().filter(|to| !old.to.contains(to)).collect::<Vec<_>>());
    }
    old.label = new.label;
    old.group = new.group.or(old.group.take());
    old.many |= new.many;
    old.required |= new.required;
    old.long |= new.long;
    old.facet |= new.facet;
    old.unit = new.unit.or(old.unit.take());
    old.scheme = new.scheme.or(old.scheme.take());
    old.sensitivity = sensitivity.or(old.sensitivity.take());
    old.when = new.when.or(old.when.take());
    old.computed = new.computed.or(old.computed.take());
    old.inverse = new.inverse.or(old.inverse.take());
    old.help = new.help.or(old.help.take());
    old.outside.extend(new.outside);
}

/// Lays a vocabulary over one of the same id.
pub(crate) fn vocabulary(mut old: Vocabulary, new: Vocabulary) -> Vocabulary {
    old.label = new.label;
    old.help = new.help.or(old.help);
    old.outside.extend(new.outside);
    for new in new.terms {
        match old.coded.get(&new.code).and_then(|at| old.terms.get_mut(*at)) {
            Some(it) => term(it, new),
            None => old.terms.push(new),
        }
    }
    old.indexed()
}

/// Lays a term over one of the same code. Its former words stay as spellings, so that tables go on being understood.
fn term(old: &mut Term, new: Term) {
    let former = std::mem::replace(&mut old.label, new.label);
    old.parent = new.parent.or(old.parent.take());
    old.outside.extend(new.outside);
    for spelling in new.also.into_iter().chain([former.ar, former.en, former.fr]) {
        let is_known = [&old.label.ar, &old.label.en, &old.label.fr].contains(&&spelling);
        if !is_known && !old.also.contains(&spelling) {
            old.also.push(spelling);
        }
    }
}

/// The sensitivity that an overlay states, where it is not lower than the one that holds.
fn closer(holds: Option<&str>, stated: Option<String>, place: &str, tell: Tell<'_>) -> Option<String> {
    let stated = stated?;
    let before = holds.and_then(Sensitivity::from_code).unwrap_or_default();
    // A code that is not known was told when the file was read.
    if Sensitivity::from_code(&stated)? < before {
        tell("sensitivity-lowered", place, &stated);
        return None;
    }
    Some(stated)
}
